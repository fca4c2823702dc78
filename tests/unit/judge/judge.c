#include <check.h>
#include <string.h>

#include "desk.h"
#include "judge/judge.h"

Suite *judge_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, true);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static VerdictKind verdict(uint32_t claim)
{
    ck_assert_uint_lt(claim, desk.claims.count);
    return desk.judgement.verdicts[claim].kind;
}

/* The rule that speaks of a text, or "". */
static const char *rule(const char *date, const char *text)
{
    desk_read(&desk, text, date);
    return desk_rule(&desk);
}

START_TEST(each_rule_speaks_of_its_class)
{
    ck_assert_str_eq(rule("2025-02-13", "The U.S. secretary of state Pete Hegseth spoke."),
                     "title-mismatch");
    ck_assert_str_eq(rule("2025-02-13", "Defense Secretary Marco Rubio spoke."), "title-mismatch");
    ck_assert_str_eq(rule("2025-02-13", "Mark Rutte, the Dutch prime minister, spoke."),
                     "title-outdated");
    ck_assert_str_eq(rule("2022-02-13", "U.S. Secretary of State Marco Rubio spoke."),
                     "title-premature");
    ck_assert_str_eq(rule("2025-02-13", "Former Dutch defence minister Ruben Brekelmans spoke."),
                     "former-still-in-office");
    ck_assert_str_eq(rule("2025-02-13", "French defence minister Ruben Brekelmans spoke."),
                     "place-mismatch");
    ck_assert_str_eq(rule("2025-02-13", "The Dutch prime minister, Pieter Janssen, spoke."),
                     "holder-mismatch");
}
END_TEST

START_TEST(a_hand_over_day_has_two_holders_and_three_days_of_grace)
{
    ck_assert_str_eq(rule("2024-07-02", "Dutch Prime Minister Mark Rutte spoke."), "");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
    ck_assert_str_eq(rule("2024-07-02", "Dutch Prime Minister Dick Schoof spoke."), "");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
    ck_assert_str_eq(rule("2024-07-02", "Former Dutch Prime Minister Mark Rutte spoke."), "");
    ck_assert_str_eq(rule("2024-07-05", "Dutch Prime Minister Mark Rutte spoke."), "");
    ck_assert_str_eq(rule("2024-07-06", "Dutch Prime Minister Mark Rutte spoke."),
                     "title-outdated");
    ck_assert_str_eq(rule("2024-06-29", "Dutch Prime Minister Dick Schoof spoke."), "");
    ck_assert_str_eq(rule("2024-06-28", "Dutch Prime Minister Dick Schoof spoke."),
                     "title-premature");
}
END_TEST

START_TEST(an_open_book_contradicts_nobody)
{
    ck_assert_str_eq(rule("2020-02-13", "U.S. Secretary of State Pete Hegseth spoke."), "");
    ck_assert_int_eq(verdict(0), VERDICT_UNVERIFIABLE);
}
END_TEST

START_TEST(an_old_book_speaks_softly)
{
    const char *text = "The U.S. secretary of state Pete Hegseth spoke.";
    desk_read(&desk, text, "2026-06-01"); /* 151 days past the book's end */
    ck_assert_int_eq(desk.judgement.findings.items[0].level, LEVEL_ERROR);
    desk_read(&desk, text, "2026-08-01");
    ck_assert_int_eq(desk.judgement.findings.items[0].level, LEVEL_WARNING);
    desk_read(&desk, text, "2029-01-01");
    ck_assert_int_eq(desk.judgement.findings.items[0].level, LEVEL_NOTE);
}
END_TEST

START_TEST(an_open_tenure_supports_until_it_is_stale)
{
    desk_read(&desk, "Dutch Prime Minister Dick Schoof spoke.", "2026-06-01");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
    desk_read(&desk, "Dutch Prime Minister Dick Schoof spoke.", "2026-09-01");
    ck_assert_int_eq(verdict(0), VERDICT_UNVERIFIABLE);
}
END_TEST

START_TEST(a_quotation_takes_one_level)
{
    desk_read(&desk, "“It was U.S. secretary of state Pete Hegseth,” he said.", "2025-02-13");
    ck_assert_uint_eq(desk.judgement.findings.count, 1);
    ck_assert_int_eq(desk.judgement.findings.items[0].level, LEVEL_WARNING);
}
END_TEST

START_TEST(bare_titles_are_kept_for_life_where_the_country_does_so)
{
    ck_assert_str_eq(rule("2025-02-13", "President Obama met President Barack Obama."), "");
    ck_assert_str_eq(rule("2025-02-13", "The U.S. president, Barack Obama, spoke."),
                     "title-outdated");
    ck_assert_str_eq(rule("2025-02-13", "President François Hollande spoke."), "title-outdated");
}
END_TEST

START_TEST(a_national_office_excludes_anothers_however_thin_the_book)
{
    ck_assert_str_eq(rule("2025-02-13", "Kenyan defence minister Ruben Brekelmans spoke."),
                     "place-mismatch");
    ck_assert_str_eq(rule("2020-02-13", "Kenyan defence minister Ruben Brekelmans spoke."), "");
}
END_TEST

START_TEST(the_dead_hold_no_office)
{
    ck_assert_str_eq(rule("2021-02-13", "French President Jacques Chirac spoke."),
                     "title-outdated");
    ck_assert_str_eq(rule("2021-02-13", "The late French president Jacques Chirac is missed."), "");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
}
END_TEST

START_TEST(a_date_in_the_sentence_is_a_second_reading)
{
    ck_assert_str_eq(rule("2025-02-13", "In 2013 French President François Hollande spoke."), "");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
    ck_assert_str_eq(rule("2025-02-13", "In 2018 French President François Hollande spoke."),
                     "title-outdated");
}
END_TEST

START_TEST(an_elect_takes_office_within_a_year)
{
    ck_assert_str_eq(rule("2020-12-01", "President-elect Joe Biden spoke."), "");
    ck_assert_int_eq(verdict(0), VERDICT_SUPPORTED);
    ck_assert_str_eq(rule("2020-12-01", "U.S. President-elect Pete Hegseth spoke."),
                     "elect-mismatch");
}
END_TEST

START_TEST(an_acting_stranger_is_let_stand_an_acting_known_person_is_judged)
{
    ck_assert_str_eq(rule("2025-02-13", "Acting U.S. secretary of state Henk Visser spoke."), "");
    ck_assert_str_eq(rule("2025-02-13", "Acting U.S. secretary of state Pete Hegseth spoke."),
                     "title-mismatch");
    ck_assert_str_eq(rule("2025-01-20", "Acting U.S. secretary of state Lisa Kenna spoke."), "");
}
END_TEST

START_TEST(without_a_date_nothing_is_judged)
{
    desk_read(&desk, "Dutch Prime Minister Dick Schoof spoke.", NULL);
    ck_assert_int_eq(verdict(0), VERDICT_UNVERIFIABLE);
    ck_assert(view_equal(desk.judgement.verdicts[0].reason, VIEW("no date")));
}
END_TEST

START_TEST(a_finding_names_the_holder_the_tenure_and_the_repair)
{
    desk_read(&desk, "The U.S. secretary of state Pete Hegseth spoke.", "2025-02-13");
    const Finding *finding = &desk.judgement.findings.items[0];
    const char *message = finding->message.at;
    ck_assert_ptr_nonnull(strstr(message, "Marco Rubio was, from 21 January 2025"));
    ck_assert_ptr_nonnull(strstr(message, "Secretary of Defense"));
    ck_assert(view_equal(finding->fix.text, VIEW("secretary of defense")));
    ck_assert(view_equal(
        view_slice(desk.document.text, finding->fix.span.off, span_end(finding->fix.span)),
        VIEW("secretary of state")));
    ck_assert_uint_ge(finding->evidence.count, 2);
}
END_TEST

START_TEST(infer_judges_as_of_the_days_on_which_the_claims_agree)
{
    desk_read(&desk,
              "Mark Rutte, the former Dutch prime minister, met French defence minister Sebastien "
              "Lecornu and Dutch defence minister Ruben Brekelmans.",
              NULL);
    desk.judgement = judge_claims(&desk.arena, &desk.book, desk.rules, &policy_default,
                                  &desk.document, &desk.claims, true, DATE_NONE);
    ck_assert_int_eq(desk.document.date_source, DATE_FROM_CLAIMS);
    ck_assert(
        view_equal(date_text(&desk.arena, desk.document.date), VIEW("2024-07-02..2025-10-12")));
    for (uint32_t i = 0; i < desk.claims.count; i++)
        ck_assert_int_eq(verdict(i), VERDICT_SUPPORTED);
}
END_TEST

Suite *judge_suite(void)
{
    Suite *suite = suite_create("judge");
    TCase *tests = tcase_create("judge");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, each_rule_speaks_of_its_class);
    tcase_add_test(tests, a_hand_over_day_has_two_holders_and_three_days_of_grace);
    tcase_add_test(tests, an_open_book_contradicts_nobody);
    tcase_add_test(tests, an_old_book_speaks_softly);
    tcase_add_test(tests, an_open_tenure_supports_until_it_is_stale);
    tcase_add_test(tests, a_quotation_takes_one_level);
    tcase_add_test(tests, bare_titles_are_kept_for_life_where_the_country_does_so);
    tcase_add_test(tests, a_national_office_excludes_anothers_however_thin_the_book);
    tcase_add_test(tests, the_dead_hold_no_office);
    tcase_add_test(tests, a_date_in_the_sentence_is_a_second_reading);
    tcase_add_test(tests, an_elect_takes_office_within_a_year);
    tcase_add_test(tests, an_acting_stranger_is_let_stand_an_acting_known_person_is_judged);
    tcase_add_test(tests, without_a_date_nothing_is_judged);
    tcase_add_test(tests, a_finding_names_the_holder_the_tenure_and_the_repair);
    tcase_add_test(tests, infer_judges_as_of_the_days_on_which_the_claims_agree);
    suite_add_tcase(suite, tests);
    return suite;
}
