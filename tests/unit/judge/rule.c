#include <check.h>
#include <string.h>

#include "desk.h"
#include "judge/example.h"
#include "judge/office.h"

Suite *rule_suite(void);

static Arena arena;
static Troubles troubles;

static void open_arena(void)
{
    troubles = (Troubles){.arena = &arena};
}

static void close_arena(void)
{
    arena_free(&arena);
}

#define EXAMPLES                                                                                   \
    "wrong: [{date: 2025-01-01, text: A}]\n"                                                       \
    "right: [{date: 2025-01-01, text: B}]\n"

static const Rules *read_one(const char *yaml)
{
    BookSource file = {VIEW("rules/checks/office/some-rule.yaml"), view_of(yaml)};
    return rules_read(&arena, NULL, &file, 1, &troubles);
}

static const char *first_trouble(const char *yaml)
{
    ck_assert_ptr_null(read_one(yaml));
    ck_assert_uint_ge(troubles.count, 1);
    return trouble_text(&arena, &troubles.items[0]).at;
}

START_TEST(the_name_is_the_files)
{
    const Rules *rules =
        read_one("level: error\nwhen: {held-on: no}\nmessage: '{person}'\nhelp: x\n" EXAMPLES);
    ck_assert_ptr_nonnull(rules);
    ck_assert(view_equal(rules->items[0].name, VIEW("some-rule")));
}
END_TEST

static const Row *find(const Rules *rules, const Facts *facts)
{
    return rules_find(rules, CLAIM_OFFICE, facts, VERDICT_CONTRADICTED);
}

START_TEST(a_row_speaks_for_its_facts_only)
{
    const Rules *rules = read_one("level: error\n"
                                  "rows:\n"
                                  "  - when: {held-on: no, status: [current, acting]}\n"
                                  "  - {level: note, when: {held-on: no, status: elect}}\n"
                                  "message: x\nhelp: x\n" EXAMPLES);
    ck_assert_ptr_nonnull(rules);
    Facts facts = {.value = {[FACT_HELD_ON] = HELD_NO, [FACT_STATUS] = STATUS_VALUE_ACTING}};
    ck_assert_int_eq(find(rules, &facts)->level, LEVEL_ERROR);
    facts.value[FACT_STATUS] = STATUS_VALUE_ELECT;
    ck_assert_int_eq(find(rules, &facts)->level, LEVEL_NOTE);
    facts.value[FACT_STATUS] = STATUS_VALUE_FORMER;
    ck_assert_ptr_null(find(rules, &facts));
    facts = (Facts){.value = {[FACT_HELD_ON] = HELD_YES}};
    ck_assert_ptr_null(find(rules, &facts));
}
END_TEST

START_TEST(any_and_not_are_several_rows)
{
    const Rules *rules = read_one(
        "level: error\n"
        "when: {held-on: no, any: [{status: elect}, {status: former, not: {place: said}}],\n"
        "       not: {quoted: yes, nominal: yes}}\n"
        "message: x\nhelp: x\n" EXAMPLES);
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_eq(rules->row_count, 4);
    Facts facts = {.value = {[FACT_HELD_ON] = HELD_NO, [FACT_STATUS] = STATUS_VALUE_ELECT}};
    ck_assert_ptr_nonnull(find(rules, &facts));
    facts.value[FACT_QUOTED] = FLAG_YES;
    ck_assert_ptr_nonnull(find(rules, &facts));
    facts.value[FACT_NOMINAL] = FLAG_YES;
    ck_assert_ptr_null(find(rules, &facts));
    facts = (Facts){.value = {[FACT_HELD_ON] = HELD_NO, [FACT_STATUS] = STATUS_VALUE_FORMER}};
    ck_assert_ptr_null(find(rules, &facts));
    facts.value[FACT_PLACE] = PLACE_UNSAID;
    ck_assert_ptr_nonnull(find(rules, &facts));
}
END_TEST

START_TEST(a_row_speaks_of_contradicted_claims_unless_it_says_so)
{
    const Rules *rules = read_one("level: note\n"
                                  "rows:\n"
                                  "  - when: {held-on: no}\n"
                                  "  - when: {held-on: yes, verdict: [supported, unverifiable]}\n"
                                  "message: x\nhelp: x\n" EXAMPLES);
    ck_assert_ptr_nonnull(rules);
    Facts facts = {.value = {[FACT_HELD_ON] = HELD_NO}};
    ck_assert_ptr_nonnull(rules_find(rules, CLAIM_OFFICE, &facts, VERDICT_CONTRADICTED));
    ck_assert_ptr_null(rules_find(rules, CLAIM_OFFICE, &facts, VERDICT_SUPPORTED));
    facts.value[FACT_HELD_ON] = HELD_YES;
    ck_assert_ptr_null(rules_find(rules, CLAIM_OFFICE, &facts, VERDICT_CONTRADICTED));
    ck_assert_ptr_nonnull(rules_find(rules, CLAIM_OFFICE, &facts, VERDICT_SUPPORTED));
    ck_assert(!rules_speak(rules, SUBJECT_ARTICLE, VERDICT_CONTRADICTED));
}
END_TEST

START_TEST(a_row_that_can_never_fire_is_told)
{
    ck_assert_ptr_nonnull(strstr(first_trouble("level: error\nwhen: {held-on: no, not: {held-on: "
                                               "no}}\nmessage: x\nhelp: x\n" EXAMPLES),
                                 "some-rule.yaml:2:7: the row can never fire"));
}
END_TEST

START_TEST(a_subject_has_its_own_facts_and_placeholders)
{
    ck_assert_ptr_nonnull(read_one("subject: article\nlevel: error\nwhen: {clash: two-offices}\n"
                                   "message: x\nhelp: x\n" EXAMPLES));
    ck_assert_ptr_nonnull(
        strstr(first_trouble("subject: article\nlevel: error\n"
                             "when: {held-on: no}\nmessage: x\nhelp: x\n" EXAMPLES),
               "unknown fact \"held-on\""));
}
END_TEST

START_TEST(a_retired_rule_keeps_its_name_and_says_nothing)
{
    const Rules *rules =
        read_one("level: error\nmessage: x\nhelp: x\nretired: folded into another\n");
    ck_assert_ptr_nonnull(rules);
    ck_assert_uint_eq(rules->count, 1);
    ck_assert_uint_eq(rules->row_count, 0);
}
END_TEST

START_TEST(faults_are_told_with_the_nearest_name)
{
    ck_assert_ptr_nonnull(
        strstr(first_trouble("level: error\nwhen: {held-onn: no}\nmessage: x\nhelp: x\n" EXAMPLES),
               "some-rule.yaml:2:8: unknown fact \"held-onn\", did you mean \"held-on\""));
}
END_TEST

START_TEST(unknown_values_levels_and_placeholders_are_told)
{
    ck_assert_ptr_null(
        read_one("level: eror\nwhen: {held-on: maybe}\nmessage: '{persn}'\nhelp: x\n" EXAMPLES));
    ck_assert_uint_eq(troubles.count, 3);
}
END_TEST

START_TEST(a_rule_without_examples_does_not_load)
{
    ck_assert_ptr_nonnull(
        strstr(first_trouble("level: error\nwhen: {held-on: no}\nmessage: x\nhelp: x\n"),
               "lacks examples"));
}
END_TEST

START_TEST(an_example_that_fails_is_told)
{
    Desk desk;
    desk_open(&desk, small_reference, true);
    RuleExample examples[] = {
        {.rule = 0, .wrong = true, .text = VIEW("Nothing here.")},
        {.rule = 0, .wrong = false, .text = VIEW("Nothing here.")},
        {.rule = 0, .wrong = false, .text = VIEW("The Dutch prime minister, Dick Schoof, spoke.")}};
    for (int i = 0; i < 3; i++)
        ck_assert(date_parse(VIEW("2025-02-13"), &examples[i].date));
    desk.rules->examples = examples;
    desk.rules->example_count = 3;
    Exam exam = {.arena = &desk.arena,
                 .rules = desk.rules,
                 .grammar = desk.grammar,
                 .book = &desk.book,
                 .troubles = &desk.troubles};
    ck_assert_uint_eq(rules_test(&exam), 2);
    desk_close(&desk);
}
END_TEST

Suite *rule_suite(void)
{
    Suite *suite = suite_create("rule");
    TCase *tests = tcase_create("rule");
    tcase_add_checked_fixture(tests, open_arena, close_arena);
    tcase_add_test(tests, the_name_is_the_files);
    tcase_add_test(tests, a_row_speaks_for_its_facts_only);
    tcase_add_test(tests, any_and_not_are_several_rows);
    tcase_add_test(tests, a_row_speaks_of_contradicted_claims_unless_it_says_so);
    tcase_add_test(tests, a_row_that_can_never_fire_is_told);
    tcase_add_test(tests, a_subject_has_its_own_facts_and_placeholders);
    tcase_add_test(tests, a_retired_rule_keeps_its_name_and_says_nothing);
    tcase_add_test(tests, faults_are_told_with_the_nearest_name);
    tcase_add_test(tests, unknown_values_levels_and_placeholders_are_told);
    tcase_add_test(tests, a_rule_without_examples_does_not_load);
    tcase_add_test(tests, an_example_that_fails_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
