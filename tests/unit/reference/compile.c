/* Whole books, small and large. */
#include "reference/compile.h"

#include <check.h>

#include "base/buffer.h"
#include "sample.h"
#include "suites.h"

enum { OFFICES = 500, HOLDERS = 10 };

/* A book of 500 offices with 10 holders each. */
static void write_large(Buffer *out)
{
    buffer_print(out, "offices:\n");
    for (int office = 0; office < OFFICES; office++) {
        buffer_print(
            out,
            "  - id: nl/office-%d\n    place: nl\n    title: Minister of Affairs %d\n"
            "    as-of: 2020-01-01\n    complete:\n      - {from: 2000-01-01, as-of: 2019-12-31}\n"
            "    tenures:\n",
            office, office);
        for (int i = 0; i < HOLDERS; i++)
            buffer_print(
                out,
                "      - {person: person-%d, from: %d-01-01, to: %d-12-31, sources: [gazette]}\n",
                office * HOLDERS + i, 2000 + 2 * i, 2001 + 2 * i);
    }
    buffer_print(out, "people:\n");
    for (int i = 0; i < OFFICES * HOLDERS; i++)
        buffer_print(
            out, "  - {id: person-%d, name: Person%d Q. Name%d, born: 1950-01-01, wikidata: Q%d}\n",
            i, i, i, i + 1);
}

START_TEST(a_large_book_is_whole)
{
    Buffer text = {0};
    write_large(&text);
    buffer_add_byte(&text, '\0');
    Sample sample;
    sample_make(&sample, text.at);
    ck_assert(sample.made);
    const Book *book = &sample.book;
    ck_assert_uint_eq(book->tenure_count, OFFICES * HOLDERS);
    ck_assert_uint_eq(book->person_tenure_count, OFFICES * HOLDERS);
    ck_assert(sample_means(&sample, "Person4321 Name4321", NAME_PERSON,
                           sample_person(&sample, "person-4321")));
    for (uint32_t i = 0; i < book->office_count; i++) {
        Range tenures = book->offices[i].tenures;
        ck_assert_uint_eq(tenures.count, HOLDERS);
        ck_assert_uint_eq(book->tenures[tenures.first + HOLDERS - 1].office, i);
    }
    sample_free(&sample);
    buffer_free(&text);
}
END_TEST

START_TEST(files_may_refer_to_what_later_files_hold)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Book book;
    const BookSource sources[] = {
        {VIEW("a.yaml"), VIEW("offices:\n  - {id: b/x, place: b, title: X}\n")},
        {VIEW("b.yaml"), VIEW("places:\n  - {id: b, name: Bland, kind: country}\n")}};
    ck_assert(book_compile(sources, 2, NULL, 0, &arena, &arena, &book, &troubles));
    ck_assert_uint_eq(book.offices[0].place, 0);
    arena_free(&arena);
}
END_TEST

START_TEST(troubles_that_were_there_stay_first)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    trouble_add(&troubles, VIEW("z"), 9, 9, "an earlier one");
    Book book;
    const BookSource good = {VIEW("a.yaml"), VIEW("people: []\n")};
    const BookSource bad = {VIEW("a.yaml"), VIEW("people: [x]\n")};
    ck_assert(book_compile(&good, 1, NULL, 0, &arena, &arena, &book, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert(!book_compile(&bad, 1, NULL, 0, &arena, &arena, &book, &troubles));
    ck_assert_uint_eq(troubles.count, 2);
    ck_assert(view_equal(troubles.items[0].path, VIEW("z")));
    arena_free(&arena);
}
END_TEST

Suite *compile_suite(void)
{
    Suite *suite = suite_create("reference/compile");
    TCase *tests = tcase_create("compile");
    tcase_add_test(tests, a_large_book_is_whole);
    tcase_add_test(tests, files_may_refer_to_what_later_files_hold);
    tcase_add_test(tests, troubles_that_were_there_stay_first);
    suite_add_tcase(suite, tests);
    return suite;
}
