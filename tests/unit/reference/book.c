/* Looking things up in the book. */
#include "reference/book.h"

#include <check.h>

#include "sample.h"
#include "suites.h"

START_TEST(an_unknown_id_is_none)
{
    Sample sample;
    sample_make(&sample, "");
    ck_assert_uint_eq(book_place(&sample.book, VIEW("xx")), NONE);
    ck_assert_uint_eq(book_place(&sample.book, VIEW("u")), NONE);
    ck_assert_uint_eq(book_person(&sample.book, VIEW("nl")), NONE);
    ck_assert_uint_eq(book_office(&sample.book, VIEW("")), NONE);
    ck_assert_uint_eq(book_kind(&sample.book, VIEW("Defence")), NONE);
    ck_assert_uint_ne(book_kind(&sample.book, VIEW("defence")), NONE);
    sample_free(&sample);
}
END_TEST

START_TEST(a_place_is_within_itself_and_its_country)
{
    Sample sample;
    sample_make(&sample, "");
    uint32_t us = book_place(&sample.book, VIEW("us"));
    uint32_t ohio = book_place(&sample.book, VIEW("us-oh"));
    uint32_t nl = book_place(&sample.book, VIEW("nl"));
    ck_assert(book_within(&sample.book, ohio, us));
    ck_assert(book_within(&sample.book, ohio, ohio));
    ck_assert(book_within(&sample.book, nl, nl));
    ck_assert(!book_within(&sample.book, us, ohio));
    ck_assert(!book_within(&sample.book, ohio, nl));
    ck_assert(!book_within(&sample.book, NONE, us));
    sample_free(&sample);
}
END_TEST

START_TEST(a_complete_span_holds_all_days_asked_for)
{
    Sample sample;
    sample_make(&sample,
                "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2020-12-31\n"
                "    complete:\n      - {from: 2010-01-01, as-of: 2012-12-31}\n"
                "      - {from: 2013-01-01, as-of: 2020-12-31}\n"
                "    tenures:\n      - {person: carl-dijk, from: 2000, sources: [gazette]}\n");
    ck_assert(sample.made);
    const Book *book = &sample.book;
    ck_assert_ptr_eq(book_complete(book, 0, day_of(2010, 1, 1), day_of(2012, 12, 31)),
                     &book->spans[0]);
    ck_assert_ptr_eq(book_complete(book, 0, day_of(2020, 12, 31), day_of(2020, 12, 31)),
                     &book->spans[1]);
    ck_assert_ptr_null(book_complete(book, 0, day_of(2009, 12, 31), day_of(2010, 1, 1)));
    ck_assert_ptr_null(book_complete(book, 0, day_of(2012, 12, 31), day_of(2013, 1, 1)));
    ck_assert_ptr_null(book_complete(book, 0, day_of(2020, 12, 31), day_of(2021, 1, 1)));
    sample_free(&sample);
}
END_TEST

#define DATED                                                                                      \
    "places:\n  - {id: sz, name: {name: Eswatini, from: 2018-04-19}, kind: country,\n"             \
    "     also: [{name: Swaziland, to: 2018-04-18}]}\n"                                            \
    "offices:\n  - {id: sz/a, place: sz, title: {title: Defence Minister, from: 2007-01},\n"       \
    "     kind: defence,\n"                                                                        \
    "     also: [{title: Agency Director, from: 1954-07-01, to: 2006}, Chief]}\n"                  \
    "  - {id: nl/a, place: nl, title: Secretary, also: {title: Scribe, from: 2025-09-05}}\n"

static Date on(int year, int month, int dom)
{
    return (Date){day_of(year, month, dom), day_of(year, month, dom)};
}

START_TEST(a_name_with_dates_is_that_of_its_time)
{
    Sample sample;
    sample_make(&sample, DATED);
    ck_assert(sample.made);
    const Book *book = &sample.book;
    uint32_t sz = book_place(book, VIEW("sz"));
    ck_assert(view_equal(book_place_name(book, sz, on(2018, 4, 18)), VIEW("Swaziland")));
    ck_assert(view_equal(book_place_name(book, sz, on(2018, 4, 19)), VIEW("Eswatini")));
    ck_assert(view_equal(book_place_name(book, sz, month_of(2018, 4)), VIEW("Eswatini")));
    ck_assert(view_equal(book_place_name(book, sz, DATE_NONE), VIEW("Eswatini")));
    uint32_t office = book_office(book, VIEW("sz/a"));
    ck_assert(view_equal(book_title(book, office, on(2000, 1, 1)), VIEW("Agency Director")));
    ck_assert(view_equal(book_title(book, office, on(2007, 1, 31)), VIEW("Defence Minister")));
    ck_assert(view_equal(book_title(book, office, on(1950, 1, 1)), VIEW("Defence Minister")));
    ck_assert_uint_eq(dated_at(book, office_at(book, office)->dated.first)->flags,
                      DATED_OWN | DATED_COMMON);
    ck_assert_uint_eq(dated_at(book, office_at(book, office)->dated.first + 1)->flags, 0);
    sample_free(&sample);
}
END_TEST

START_TEST(a_title_without_dates_was_always_in_use)
{
    Sample sample;
    sample_make(&sample, DATED);
    uint32_t office = book_office(&sample.book, VIEW("nl/a"));
    ck_assert_uint_eq(office_at(&sample.book, office)->dated.count, 1);
    ck_assert(view_equal(book_title(&sample.book, office, on(2025, 12, 1)), VIEW("Secretary")));
    ck_assert_uint_eq(sample_count(&sample, "scribe", NAME_TITLE), 1);
    sample_free(&sample);
}
END_TEST

START_TEST(an_office_took_over_from_all_before_it)
{
    Sample sample;
    sample_make(&sample, "offices:\n"
                         "  - {id: nl/a, place: nl, title: A, succeeded-by: [nl/b, nl/d]}\n"
                         "  - {id: nl/b, place: nl, title: B, succeeded-by: nl/c}\n"
                         "  - {id: nl/c, place: nl, title: C}\n"
                         "  - {id: nl/d, place: nl, title: D}\n");
    ck_assert(sample.made);
    const Book *book = &sample.book;
    ck_assert_uint_eq(office_at(book, 0)->successors.count, 2);
    ck_assert_uint_eq(book->office_list[office_at(book, 0)->successors.first + 1], 3);
    ck_assert_uint_eq(office_at(book, 0)->predecessors.count, 0);
    ck_assert_uint_eq(office_at(book, 2)->predecessors.count, 1);
    ck_assert(book_took_over(book, 1, 0));
    ck_assert(book_took_over(book, 2, 0));
    ck_assert(book_took_over(book, 3, 0));
    ck_assert(!book_took_over(book, 3, 1));
    ck_assert(!book_took_over(book, 0, 2));
    ck_assert(!book_took_over(book, NONE, 2));
    sample_free(&sample);
}
END_TEST

START_TEST(a_tenure_has_the_party_of_all_its_days)
{
    Sample sample;
    sample_make(&sample,
                "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    seats: many\n"
                "    as-of: 2022-01-01\n    tenures:\n"
                "      - {person: flo-geel, from: 2000-01-01, to: 2009-12-31, sources: [gazette]}\n"
                "      - {person: flo-geel, from: 2010-01-01, to: 2011-12-31, sources: [gazette]}\n"
                "      - {person: flo-geel, from: 2012-01-01, party: Z, sources: [gazette]}\n"
                "people:\n  - {id: flo-geel, name: Flo Geel, parties: [{party: X, to: 2010-12-31},"
                " {party: Y, from: 2011-01-01}]}\n");
    ck_assert(sample.made);
    const Book *book = &sample.book;
    ck_assert(view_equal(tenure_party(book, tenure_at(book, 0)), VIEW("X")));
    ck_assert(view_equal(tenure_party(book, tenure_at(book, 1)), VIEW("")));
    ck_assert(view_equal(tenure_party(book, tenure_at(book, 2)), VIEW("Z")));
    ck_assert(view_equal(tenure_party(book, tenure_at(book, NONE)), VIEW("")));
    sample_free(&sample);
}
END_TEST

Suite *book_suite(void)
{
    Suite *suite = suite_create("reference/book");
    TCase *tests = tcase_create("book");
    tcase_add_test(tests, an_unknown_id_is_none);
    tcase_add_test(tests, a_place_is_within_itself_and_its_country);
    tcase_add_test(tests, a_complete_span_holds_all_days_asked_for);
    tcase_add_test(tests, a_name_with_dates_is_that_of_its_time);
    tcase_add_test(tests, a_title_without_dates_was_always_in_use);
    tcase_add_test(tests, an_office_took_over_from_all_before_it);
    tcase_add_test(tests, a_tenure_has_the_party_of_all_its_days);
    suite_add_tcase(suite, tests);
    return suite;
}
