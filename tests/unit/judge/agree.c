#include <check.h>

#include "desk.h"
#include "judge/agree.h"

Suite *agree_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static const char *span_of(const char *text)
{
    desk_read(&desk, text, NULL);
    Agreement agreement = claims_agree(&desk.arena, &desk.book, &desk.claims);
    if (!agreement.claims)
        return "none";
    return view_format(&desk.arena, "%u: %.*s", agreement.claims,
                       VIEW_ARG(date_text(&desk.arena, (Date){agreement.first, agreement.last})))
        .at;
}

START_TEST(a_tenure_bounds_the_time)
{
    ck_assert_str_eq(span_of("Dutch Prime Minister Mark Rutte spoke."),
                     "1: 2010-10-14..2024-07-02");
}
END_TEST

START_TEST(former_begins_where_the_tenure_ends)
{
    ck_assert_str_eq(span_of("Former Dutch Prime Minister Mark Rutte met Secretary of State Antony "
                             "Blinken."),
                     "2: 2024-07-02..2025-01-20");
}
END_TEST

START_TEST(a_false_claim_bounds_nothing)
{
    ck_assert_str_eq(span_of("The U.S. secretary of state Pete Hegseth met Dutch Prime Minister "
                             "Mark Rutte."),
                     "1: 2010-10-14..2024-07-02");
    ck_assert_str_eq(span_of("The U.S. secretary of state Pete Hegseth spoke."), "none");
}
END_TEST

START_TEST(of_equals_the_latest_days_are_offered)
{
    ck_assert_str_eq(span_of("The U.S. president, Donald Trump, spoke."),
                     "1: 2025-01-20..2029-01-20");
}
END_TEST

START_TEST(a_hand_over_is_no_day_of_two_claims)
{
    ck_assert_str_eq(span_of("The U.S. president, Donald Trump, met Secretary of State Antony "
                             "Blinken."),
                     "1: 2025-01-20..2029-01-20");
}
END_TEST

START_TEST(nobody_is_called_what_he_is_to_become)
{
    ck_assert_str_eq(span_of("Antony Blinken, the secretary of state, left. Secretary of State "
                             "Antony Blinken spoke. Secretary of Defense Pete Hegseth stays."),
                     "1: 2025-01-25..9999-12-31");
}
END_TEST

START_TEST(a_title_kept_for_life_bounds_the_time)
{
    ck_assert_str_eq(span_of("Joe Biden, the president, spoke. President Joe Biden left."),
                     "2: 2021-01-20..2025-01-20");
}
END_TEST

START_TEST(terms_that_follow_one_another_are_one)
{
    desk_close(&desk);
    desk_open(&desk,
              "sources:\n"
              "  - {id: test, title: Test, licence: CC0-1.0, url: \"urn:test\"}\n"
              "places:\n"
              "  - {id: fr, name: France, kind: country, demonyms: [French]}\n"
              "offices:\n"
              "  - id: fr/president\n"
              "    place: fr\n"
              "    title: President\n"
              "    kind: president\n"
              "    as-of: 2026-01-01\n"
              "    tenures:\n"
              "      - {person: zed-quux, from: 1991-05-14, to: 1996-05-13, sources: [test]}\n"
              "      - {person: zed-quux, from: 2001-05-14, to: 2006-05-13, sources: [test]}\n"
              "      - {person: zed-quux, from: 2006-05-14, to: 2011-05-13, sources: [test]}\n"
              "people:\n"
              "  - {id: zed-quux, name: Zed Quux}\n",
              false);
    ck_assert_str_eq(span_of("French President Zed Quux spoke."), "1: 2001-05-14..2011-05-13");
}
END_TEST

Suite *agree_suite(void)
{
    Suite *suite = suite_create("agree");
    TCase *tests = tcase_create("agree");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, a_tenure_bounds_the_time);
    tcase_add_test(tests, former_begins_where_the_tenure_ends);
    tcase_add_test(tests, a_false_claim_bounds_nothing);
    tcase_add_test(tests, of_equals_the_latest_days_are_offered);
    tcase_add_test(tests, a_hand_over_is_no_day_of_two_claims);
    tcase_add_test(tests, nobody_is_called_what_he_is_to_become);
    tcase_add_test(tests, a_title_kept_for_life_bounds_the_time);
    tcase_add_test(tests, terms_that_follow_one_another_are_one);
    suite_add_tcase(suite, tests);
    return suite;
}
