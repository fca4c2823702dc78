/* Planted faults in ids and references. */
#include <check.h>

#include "sample.h"
#include "suites.h"

START_TEST(an_id_twice_is_told_with_the_place_of_the_first)
{
    expect_fault("people:\n  - {id: carl-dijk, name: Other Man}\n", 2, "(first at base.yaml:9)");
    expect_fault("places:\n  - {id: nl, name: Low Land, kind: country}\n", 2,
                 "(first at base.yaml:2)");
    expect_fault(
        "offices:\n  - {id: nl/a, place: nl, title: A}\n  - {id: nl/a, place: nl, title: B}\n", 3,
        "(first at test.yaml:2)");
    expect_fault("sources:\n  - {id: gazette, title: Other}\n", 2, "(first at base.yaml:12)");
}
END_TEST

START_TEST(one_id_may_stand_for_things_of_different_kinds)
{
    expect_book("sources:\n  - {id: nl, title: Dutch Gazette}\n");
}
END_TEST

START_TEST(an_id_with_other_characters_is_a_fault)
{
    expect_fault("people:\n  - {id: Carl-Smit, name: Carl Smit}\n", 2, "'Carl-Smit'");
    expect_fault("people:\n  - {id: carl smit, name: Carl Smit}\n", 2, "'carl smit'");
    expect_fault("people:\n  - {id: jos\xC3\xA9, name: Jos\xC3\xA9 Smit}\n", 2,
                 "lower-case letters");
}
END_TEST

START_TEST(a_reference_to_nothing_is_told_with_the_nearest)
{
    expect_fault("places:\n  - {id: us-tx, name: Texas, kind: state,\n     in: uss}\n", 3,
                 "perhaps 'us'");
    expect_fault(
        "places:\n  - {id: be, name: Belgium, kind: country,\n     has-no: [presidents]}\n", 3,
        "perhaps 'president'");
    expect_fault("offices:\n  - id: nl/a\n    place: nll\n    title: A\n", 3,
                 "no place has the id 'nll'");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    kind: defense\n", 5,
                 "perhaps 'defence'");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    excludes: [nl/b]\n", 5,
                 "no office has the id 'nl/b'");
}
END_TEST

START_TEST(a_tenure_of_nobody_or_from_nowhere_is_a_fault)
{
    expect_fault(
        "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2020-01-01\n    tenures:\n"
        "      - {person: carl-dyk, from: 2010, to: 2011, sources: [gazette]}\n",
        7, "perhaps 'carl-dijk'");
    expect_fault(
        "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2020-01-01\n    tenures:\n"
        "      - {person: carl-dijk, from: 2010, to: 2011,\n         sources: [gazete]}\n",
        8, "perhaps 'gazette'");
}
END_TEST

START_TEST(each_of_many_lost_references_is_told)
{
    Sample sample;
    Arena arena = {0};
    View text = VIEW("offices:\n  - {id: nl/a, place: nl, title: A, excludes: [x");
    for (uint32_t i = 0; i < 200; i++)
        text = view_format(&arena, "%.*s, x%u", VIEW_ARG(text), i);
    sample_make(&sample, view_format(&arena, "%.*s]}\n", VIEW_ARG(text)).at);
    ck_assert(!sample.made);
    ck_assert_uint_eq(sample.troubles.count, 201);
    sample_free(&sample);
    arena_free(&arena);
}
END_TEST

Suite *resolve_suite(void)
{
    Suite *suite = suite_create("reference/resolve");
    TCase *tests = tcase_create("resolve");
    tcase_add_test(tests, an_id_twice_is_told_with_the_place_of_the_first);
    tcase_add_test(tests, one_id_may_stand_for_things_of_different_kinds);
    tcase_add_test(tests, an_id_with_other_characters_is_a_fault);
    tcase_add_test(tests, a_reference_to_nothing_is_told_with_the_nearest);
    tcase_add_test(tests, a_tenure_of_nobody_or_from_nowhere_is_a_fault);
    tcase_add_test(tests, each_of_many_lost_references_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
