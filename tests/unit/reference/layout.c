/* What of the records is in the book, and where. */
#include <check.h>

#include "sample.h"
#include "suites.h"

static bool text_is(const Book *book, Text text, const char *expected)
{
    return view_equal(book_text(book, text), view_of(expected));
}

START_TEST(all_that_is_written_is_in_the_book)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    ck_assert(sample.made);
    const Book *book = &sample.book;
    const Place *nl = &book->places[book_place(book, VIEW("nl"))];
    ck_assert(text_is(book, nl->name, "Netherlands"));
    ck_assert(text_is(book, nl->full, "the Netherlands"));
    ck_assert(text_is(book, nl->demonym, "Dutch"));
    ck_assert_uint_eq(nl->has_no.count, 1);
    ck_assert_uint_eq(book->kind_list[nl->has_no.first], book_kind(book, VIEW("president")));
    const Place *ohio = &book->places[book_place(book, VIEW("us-oh"))];
    ck_assert(text_is(book, ohio->full, "Ohio"));
    ck_assert_int_eq(ohio->kind, PLACE_STATE);
    ck_assert_uint_eq(ohio->parent, book_place(book, VIEW("us")));
    ck_assert_uint_eq(nl->parent, NONE);
    const Place *nato = &book->places[book_place(book, VIEW("nato"))];
    ck_assert_uint_eq(nato->demonym.len, 0);

    const Office *pm = &book->offices[book_office(book, VIEW("nl/pm"))];
    ck_assert(text_is(book, pm->title, "Prime Minister"));
    ck_assert_uint_eq(pm->kind, book_kind(book, VIEW("head-of-government")));
    ck_assert(text_is(book, pm->file, "test.yaml"));
    ck_assert_uint_eq(pm->line, 2);
    ck_assert_uint_eq(pm->tenures.count, 3);
    ck_assert_uint_eq(pm->complete.count, 2);
    ck_assert_int_eq(book->spans[pm->complete.first + 1].from, day_of(2018, 1, 1));
    const Office *governor = &book->offices[book_office(book, VIEW("us-oh/governor"))];
    ck_assert_uint_eq(governor->kind, NONE);
    ck_assert_int_eq(governor->as_of.first, day_of(2022, 3, 1));

    const Person *anna = &book->people[book_person(book, VIEW("anna-bos"))];
    ck_assert(text_is(book, anna->name, "Anna Bos"));
    ck_assert_int_eq(anna->born.first, day_of(1960, 5, 1));
    ck_assert(text_is(book, anna->file, "base.yaml"));
    ck_assert(text_is(book, book->sources[0].licence, "CC0-1.0"));
    ck_assert_int_eq(book->as_of.last, day_of(2022, 3, 31));
    ck_assert_uint_eq(book->version.len, 32);
    sample_free(&sample);
}
END_TEST

START_TEST(tenures_carry_dates_flags_and_sources)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    const Book *book = &sample.book;
    ck_assert_uint_eq(book->tenure_count, 5);
    const Tenure *open = &book->tenures[2];
    ck_assert_uint_eq(open->person, book_person(book, VIEW("carl-dijk")));
    ck_assert_uint_eq(open->office, book_office(book, VIEW("nl/pm")));
    ck_assert(!date_known(open->to));
    ck_assert_int_eq(open->as_of.first, day_of(2021, 5, 1));
    ck_assert_uint_eq(open->sources.count, 2);
    ck_assert_uint_eq(open->line, 14);
    ck_assert_uint_eq(book->tenures[3].flags, TENURE_ACTING | TENURE_UNCONFIRMED);
    ck_assert_int_eq(book->tenures[3].as_of.last, day_of(2022, 3, 31));
    ck_assert_uint_eq(book->tenures[4].flags, TENURE_PLANNED_END);
    ck_assert_int_eq(book->tenures[4].to.last, day_of(2024, 12, 31));
    ck_assert_uint_eq(book->source_list[book->tenures[4].sources.first], 0);
    sample_free(&sample);
}
END_TEST

START_TEST(a_persons_tenures_stand_in_order_of_time)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    const Book *book = &sample.book;
    const Person *carl = &book->people[book_person(book, VIEW("carl-dijk"))];
    ck_assert_uint_eq(carl->tenures.count, 2);
    ck_assert_uint_eq(book->person_tenures[carl->tenures.first], 3);
    ck_assert_uint_eq(book->person_tenures[carl->tenures.first + 1], 2);
    const Person *eva = &book->people[book_person(book, VIEW("eva-faber"))];
    ck_assert_uint_eq(eva->tenures.count, 0);
    sample_free(&sample);
}
END_TEST

START_TEST(a_vacancy_belongs_to_no_person)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    const Book *book = &sample.book;
    ck_assert_uint_eq(book->tenures[1].person, NONE);
    ck_assert_uint_eq(book->person_tenure_count, 4);
    for (uint32_t i = 0; i < book->person_tenure_count; i++)
        ck_assert_uint_ne(book->person_tenures[i], 1);
    sample_free(&sample);
}
END_TEST

START_TEST(exclusion_goes_both_ways)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES "    excludes: [nl/pm]\n");
    const Book *book = &sample.book;
    const Office *pm = &book->offices[book_office(book, VIEW("nl/pm"))];
    const Office *governor = &book->offices[book_office(book, VIEW("us-oh/governor"))];
    ck_assert_uint_eq(pm->excludes.count, 1);
    ck_assert_uint_eq(governor->excludes.count, 1);
    ck_assert_uint_eq(book->office_list[pm->excludes.first],
                      book_office(book, VIEW("us-oh/governor")));
    ck_assert_uint_eq(book->office_list[governor->excludes.first],
                      book_office(book, VIEW("nl/pm")));
    sample_free(&sample);

    sample_make(&sample, SAMPLE_OFFICES);
    governor = &sample.book.offices[book_office(&sample.book, VIEW("us-oh/governor"))];
    ck_assert_uint_eq(governor->excludes.count, 1);
    sample_free(&sample);
}
END_TEST

START_TEST(states_keep_titles_where_their_country_does)
{
    Sample sample;
    sample_make(&sample, "");
    const Book *book = &sample.book;
    ck_assert(book->places[book_place(book, VIEW("us"))].flags & PLACE_KEEPS_TITLES);
    ck_assert(book->places[book_place(book, VIEW("us-oh"))].flags & PLACE_KEEPS_TITLES);
    ck_assert(!(book->places[book_place(book, VIEW("nl"))].flags & PLACE_KEEPS_TITLES));
    ck_assert(!(book->places[book_place(book, VIEW("nato"))].flags & PLACE_KEEPS_TITLES));
    sample_free(&sample);
}
END_TEST

Suite *layout_suite(void)
{
    Suite *suite = suite_create("reference/layout");
    TCase *tests = tcase_create("layout");
    tcase_add_test(tests, all_that_is_written_is_in_the_book);
    tcase_add_test(tests, tenures_carry_dates_flags_and_sources);
    tcase_add_test(tests, a_persons_tenures_stand_in_order_of_time);
    tcase_add_test(tests, a_vacancy_belongs_to_no_person);
    tcase_add_test(tests, exclusion_goes_both_ways);
    tcase_add_test(tests, states_keep_titles_where_their_country_does);
    suite_add_tcase(suite, tests);
    return suite;
}
