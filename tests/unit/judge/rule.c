#include <check.h>
#include <string.h>

#include "desk.h"
#include "judge/example.h"

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

START_TEST(a_row_speaks_for_its_facts_only)
{
    const Rules *rules = read_one("level: error\n"
                                  "rows:\n"
                                  "  - when: {held-on: no, status: [current, acting]}\n"
                                  "  - {level: note, when: {held-on: no, status: elect}}\n"
                                  "message: x\nhelp: x\n" EXAMPLES);
    ck_assert_ptr_nonnull(rules);
    Facts facts = {.value = {[FACT_HELD_ON] = HELD_NO, [FACT_STATUS] = STATUS_VALUE_ACTING}};
    ck_assert_int_eq(rules_find(rules, &facts)->level, LEVEL_ERROR);
    facts.value[FACT_STATUS] = STATUS_VALUE_ELECT;
    ck_assert_int_eq(rules_find(rules, &facts)->level, LEVEL_NOTE);
    facts.value[FACT_STATUS] = STATUS_VALUE_FORMER;
    ck_assert_ptr_null(rules_find(rules, &facts));
    facts = (Facts){.value = {[FACT_HELD_ON] = HELD_YES}};
    ck_assert_ptr_null(rules_find(rules, &facts));
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
    Rules rules = *desk.rules;
    rules.examples = examples;
    rules.example_count = 3;
    ck_assert_uint_eq(rules_test(&desk.arena, &rules, desk.grammar, &desk.book, &desk.troubles), 2);
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
    tcase_add_test(tests, faults_are_told_with_the_nearest_name);
    tcase_add_test(tests, unknown_values_levels_and_placeholders_are_told);
    tcase_add_test(tests, a_rule_without_examples_does_not_load);
    tcase_add_test(tests, an_example_that_fails_is_told);
    suite_add_tcase(suite, tests);
    return suite;
}
