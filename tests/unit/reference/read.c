/* Planted faults in single entries. */
#include <check.h>

#include "sample.h"
#include "suites.h"

START_TEST(unknown_keys_are_told_with_the_nearest)
{
    expect_fault("people:\n  - {id: a-b, name: A B,\n     wikidatum: Q1}\n", 3, "wikidata");
    expect_fault(
        "places:\n  - id: be\n    name: Belgium\n    kind: country\n    demonym: [Belgian]\n", 5,
        "demonyms");
    expect_fault("poeple: []\n", 1, "people");
    expect_fault("sources:\n  - {id: x, title: X, license: MIT}\n", 2, "licence");
    expect_fault("offices:\n  - {id: nl/a, place: nl, title: A,\n     kinds: defence}\n", 3,
                 "kind");
}
END_TEST

START_TEST(a_date_that_is_none_is_a_fault)
{
    expect_fault("people:\n  - {id: a-b, name: A B, born: 1960-02-30}\n", 2,
                 "'1960-02-30' is no date");
    expect_fault("people:\n  - id: a-b\n    name: A B\n    died: yesterday\n", 4,
                 "'yesterday' is no date");
    expect_fault(
        "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2020-01-01\n"
        "    tenures:\n      - {person: anna-bos, from: 2010-13, to: 2011, sources: [gazette]}\n",
        7, "'2010-13' is no date");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2020-01-01\n"
                 "    complete:\n      - {from: 2010, as-of: 20110}\n",
                 7, "'20110' is no date");
}
END_TEST

START_TEST(what_is_missing_is_told)
{
    expect_fault("people:\n  - {id: a-b}\n", 2, "name");
    expect_fault("people:\n  - {name: A B}\n", 2, "id");
    expect_fault("places:\n  - {id: be, name: Belgium}\n", 2, "'kind'");
    expect_fault("offices:\n  - {id: nl/a, place: nl}\n", 2, "title");
    expect_fault("offices:\n  - {id: nl/a, title: A}\n", 2, "place");
    expect_fault("sources:\n  - {id: x}\n", 2, "title");
    expect_fault("people:\n  - {id: a-b, name: ''}\n", 2, "`name:` is empty");
}
END_TEST

START_TEST(what_is_of_another_shape_is_told)
{
    expect_fault("people: {id: a-b}\n", 1, "people");
    expect_fault("people:\n  - a-b\n", 2, "person");
    expect_fault("- people\n", 1, "reference file");
    expect_fault("offices:\n  - {id: nl/a, place: nl, title: A, tenures: none}\n", 2, "tenures");
    expect_fault("people:\n  - {id: a-b, name: A B, also: [[A]]}\n", 2, "'also'");
    expect_fault("people:\n  - {id: a-b, name: A B, order: last-first}\n", 2, "unknown order");
    expect_fault("places:\n  - {id: be, name: Belgium, kind: land}\n", 2, "land");
}
END_TEST

START_TEST(a_name_with_dates_is_told_what_is_wrong_with_it)
{
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: {title: A}\n", 4,
                 "'A' without dates");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: {from: 2010}\n", 4, "title");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    also:\n"
                 "      - {title: B, from: 2010, until: 2011}\n",
                 6, "until");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    also:\n"
                 "      - {title: B, from: 2010-05, to: 2010-04-30}\n",
                 6, "'B' ends before it begins");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    also:\n"
                 "      - {title: B, from: soon}\n",
                 6, "'soon' is no date");
    expect_fault("places:\n  - {id: be, name: Belgium, kind: country,\n     also: [B, {name: C, "
                 "til: 2010, to: 2010}]}\n",
                 3, "til");
    expect_fault("places:\n  - {id: be, name: Belgium, kind: country,\n     also: ['']}\n", 3,
                 "nothing in 'also'");
    expect_book("offices:\n  - id: nl/a\n    place: nl\n    title: {title: A, from: 2010}\n"
                "    also: {title: B, from: 2010, to: 2010}\n");
}
END_TEST

START_TEST(a_name_is_a_name_and_an_id_an_id)
{
    expect_fault("people:\n  - {id: flo-geel, name: Flo Geel (acting)}\n", 2, "with '(' in it");
    expect_fault("people:\n  - {id: flo-geel, name: Flo Geel, also: [President / Flo Geel]}\n", 2,
                 "'President / Flo Geel' with '/' in it");
    expect_fault("people:\n  - {id: flo-geel, name: Flo Geel, wikidata: 12}\n", 2,
                 "is no Wikidata id");
    expect_fault("people:\n  - {id: flo-geel, name: Flo Geel, wikidata: Q12x}\n", 2,
                 "is no Wikidata id");
    expect_book("people:\n  - {id: flo-geel, name: \"Flo 'Bo' O'Geel-Grün III, Jr.\", wikidata: "
                "Q10}\n");
}
END_TEST

START_TEST(a_key_twice_hides_no_other_fault)
{
    Sample sample;
    sample_make(&sample, "people:\n  - {id: a-b, name: A B, name: A C}\n"
                         "offices:\n  - {id: nl/a, place: nowhere, title: A}\n");
    ck_assert(!sample.made);
    ck_assert_uint_eq(sample.troubles.count, 2);
    ck_assert_uint_eq(sample.troubles.items[0].line, 2);
    ck_assert_uint_eq(sample.troubles.items[1].line, 4);
    sample_free(&sample);
}
END_TEST

START_TEST(seats_are_a_number_or_many)
{
    expect_fault("offices:\n  - {id: nl/a, place: nl, title: A, seats: 0}\n", 2,
                 "'0' is no number");
    expect_fault("offices:\n  - {id: nl/a, place: nl, title: A, seats: few}\n", 2,
                 "'few' is no number");
    Sample sample;
    sample_make(&sample, "offices:\n  - {id: nl/a, place: nl, title: A}\n"
                         "  - {id: nl/b, place: nl, title: B, seats: 12}\n"
                         "  - {id: nl/c, place: nl, title: C, seats: many}\n");
    ck_assert(sample.made);
    ck_assert_uint_eq(sample.book.offices[0].seats, 1);
    ck_assert_uint_eq(sample.book.offices[1].seats, 12);
    ck_assert_uint_eq(sample.book.offices[2].seats, 0);
    sample_free(&sample);
}
END_TEST

#define OFFICE "offices:\n  - id: nl/a\n    place: nl\n    title: A\n"
#define AS_OF "    as-of: 2020-01-01\n"

START_TEST(a_confirmed_tenure_needs_sources)
{
    expect_fault(OFFICE AS_OF "    tenures:\n      - {person: anna-bos, from: 2010, to: 2011}\n", 7,
                 "without sources");
    expect_fault(OFFICE AS_OF
                 "    tenures:\n      - {person: anna-bos, from: 2010, to: 2011, sources: []}\n",
                 7, "without sources");
    expect_book(OFFICE AS_OF
                "    tenures:\n"
                "      - {person: anna-bos, from: 2010, to: 2011, confidence: unconfirmed}\n");
}
END_TEST

START_TEST(an_end_that_is_unconfirmed_says_up_to_when_it_is_confirmed)
{
    expect_fault(OFFICE AS_OF "    tenures:\n      - {person: anna-bos, from: 2010, to: 2011,\n"
                              "         confidence: end-unconfirmed, sources: [gazette]}\n",
                 7, "without 'as-of'");
    expect_fault(OFFICE AS_OF "    tenures:\n      - {person: anna-bos, from: 2010, planned: true, "
                              "sources: [gazette]}\n",
                 7, "without 'to'");
}
END_TEST

START_TEST(an_office_with_tenures_needs_as_of)
{
    expect_fault(OFFICE "    tenures:\n"
                        "      - {person: anna-bos, from: 2010, to: 2011, sources: [gazette]}\n",
                 2, "without 'as-of'");
    expect_book(OFFICE "    tenures: []\n");
}
END_TEST

START_TEST(a_vacancy_has_no_person)
{
    expect_fault(OFFICE AS_OF "    tenures:\n"
                              "      - {vacant: true, person: anna-bos, from: 2010, to: 2011}\n",
                 7, "person");
    expect_book(OFFICE AS_OF "    tenures:\n      - {vacant: true, from: 2010, to: 2011}\n");
}
END_TEST

START_TEST(all_faults_of_all_files_are_listed_in_order)
{
    Sample sample;
    sample_make_with(&sample,
                     "offices:\n"
                     "  - {id: nl/a, place: mars, title: A}\n"
                     "  - {id: nl/A, place: nl, titel: A}\n"
                     "people:\n"
                     "  - {id: x, name: X Y, born: 1900-00-01}\n",
                     "kinds: {defence: {titels: [a]}}\n");
    ck_assert(!sample.made);
    static const struct {
        const char *path;
        uint32_t line;
    } expected[] = {{"base.yaml", 3}, /* has-no: no such kind */
                    {"test.yaml", 2}, /* place */
                    {"test.yaml", 3}, /* id */
                    {"test.yaml", 3}, /* title missing */
                    {"test.yaml", 3}, /* titel */
                    {"test.yaml", 5}, /* date */
                    {"words/titles.yaml", 1}};
    ck_assert_uint_eq(sample.troubles.count, sizeof expected / sizeof expected[0]);
    for (uint32_t i = 0; i < sample.troubles.count; i++) {
        ck_assert(view_equal(sample.troubles.items[i].path, view_of(expected[i].path)));
        ck_assert_uint_eq(sample.troubles.items[i].line, expected[i].line);
    }
    sample_free(&sample);
}
END_TEST

START_TEST(a_file_that_is_no_yaml_does_not_make_faults_of_others)
{
    Sample sample;
    sample_make(&sample, "people:\n  - {id: [\n");
    ck_assert(!sample.made);
    ck_assert_uint_eq(sample.troubles.count, 1);
    sample_free(&sample);
}
END_TEST

Suite *read_suite(void)
{
    Suite *suite = suite_create("reference/read");
    TCase *tests = tcase_create("read");
    tcase_add_test(tests, unknown_keys_are_told_with_the_nearest);
    tcase_add_test(tests, a_date_that_is_none_is_a_fault);
    tcase_add_test(tests, what_is_missing_is_told);
    tcase_add_test(tests, what_is_of_another_shape_is_told);
    tcase_add_test(tests, a_name_with_dates_is_told_what_is_wrong_with_it);
    tcase_add_test(tests, a_name_is_a_name_and_an_id_an_id);
    tcase_add_test(tests, a_key_twice_hides_no_other_fault);
    tcase_add_test(tests, seats_are_a_number_or_many);
    tcase_add_test(tests, a_confirmed_tenure_needs_sources);
    tcase_add_test(tests, an_end_that_is_unconfirmed_says_up_to_when_it_is_confirmed);
    tcase_add_test(tests, an_office_with_tenures_needs_as_of);
    tcase_add_test(tests, a_vacancy_has_no_person);
    tcase_add_test(tests, all_faults_of_all_files_are_listed_in_order);
    tcase_add_test(tests, a_file_that_is_no_yaml_does_not_make_faults_of_others);
    suite_add_tcase(suite, tests);
    return suite;
}
