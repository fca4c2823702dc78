/* Edits of the YAML, compared by bytes. */
#include "reference/edit.h"

#include <check.h>
#include <string.h>

#include "suites.h"

typedef bool (*Step)(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit,
                     Edited *out, Troubles *troubles);

static Arena arena;
static Troubles troubles;

static void set_up(void)
{
    arena = (Arena){0};
    troubles = (Troubles){.arena = &arena};
}

static void tear_down(void)
{
    arena_free(&arena);
}

/* A file with one office; its tenures are the lines given. */
static const char *file_of(const char *as_of, const char *tenures)
{
    return view_format(&arena,
                       "# Töp\noffices:\n  - id: x/a\n    place: x\n    as-of: %s # looked at\n"
                       "    tenures: # of all\n%s\npeople: []\n",
                       as_of, tenures)
        .at;
}

static bool take(Step step, const char *tenures, Edit edit, Edited *out)
{
    const BookSource files[] = {{VIEW("a.yaml"), VIEW("people: []\n")},
                                {VIEW("b.yaml"), view_of(file_of("2020-06-01", tenures))}};
    edit.office = VIEW("x/a");
    return step(&arena, files, 2, &edit, out, &troubles);
}

/* The as-of of the office goes along with the edit. */
static void expect(Step step, const char *before, Edit edit, const char *after)
{
    Edited out;
    ck_assert_msg(take(step, before, edit, &out), "%s",
                  troubles.count ? troubles.items[0].message.at : "");
    ck_assert_uint_eq(out.file, 1);
    ck_assert_str_eq(view_copy(&arena, out.bytes).at, file_of("2020-07-01", after));
}

static void expect_refusal(Step step, const char *before, Edit edit, const char *words)
{
    Edited out;
    ck_assert(!take(step, before, edit, &out));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_msg(strstr(troubles.items[0].message.at, words) != NULL, "%s",
                  troubles.items[0].message.at);
}

#define ENDS(source_id)                                                                            \
    (Edit)                                                                                         \
    {                                                                                              \
        .person = VIEW("p"), .date = VIEW("2020-07-01"), .source = view_of(source_id)              \
    }

START_TEST(an_end_with_a_source_stands_behind_the_beginning)
{
    expect(edit_end, "      - {person: p, from: 2019-01-01, sources: [s]} # note", ENDS("s"),
           "      - {person: p, from: 2019-01-01, to: 2020-07-01, sources: [s]} # note");
}
END_TEST

START_TEST(another_source_is_added_to_those_that_are_there)
{
    expect(edit_end, "      - {person: p, from: 2019, sources: [a, b]}", ENDS("s"),
           "      - {person: p, from: 2019, to: 2020-07-01, sources: [a, b, s]}");
    expect(edit_end, "      - {person: p, from: 2019, sources: a}", ENDS("s"),
           "      - {person: p, from: 2019, to: 2020-07-01, sources: [a, s]}");
    expect(
        edit_end, "      - {person: p, from: 2019, confidence: unconfirmed}", ENDS("s"),
        "      - {person: p, from: 2019, to: 2020-07-01, sources: [s], confidence: unconfirmed}");
}
END_TEST

START_TEST(an_end_without_a_source_is_unconfirmed_after_the_last_day_that_is)
{
    expect(edit_end, "      - {person: p, from: 2019-01-01, sources: [s]}", ENDS(NULL),
           "      - {person: p, from: 2019-01-01, to: 2020-07-01, confidence: end-unconfirmed, "
           "as-of: 2020-06-01, sources: [s]}");
    expect(edit_end, "      - {person: p, from: 2019-01-01, as-of: 2020-08-01, sources: [s]}",
           ENDS(NULL),
           "      - {person: p, from: 2019-01-01, to: 2020-07-01, confidence: end-unconfirmed, "
           "as-of: 2020-07-01, sources: [s]}");
    expect(edit_end, "      - {person: p, from: 2019-01-01, confidence: unconfirmed}", ENDS(NULL),
           "      - {person: p, from: 2019-01-01, to: 2020-07-01, confidence: unconfirmed}");
}
END_TEST

START_TEST(a_plan_that_came_true_is_a_plan_no_more)
{
    expect(
        edit_end,
        "      - {person: p, from: 2019-01-01, to: 2021-01-01, planned: true, as-of: 2020-01-01, "
        "sources: [s]}",
        ENDS("s"), "      - {person: p, from: 2019-01-01, to: 2020-07-01, sources: [s]}");
    expect(edit_end, "      - {planned: true, person: p, from: 2019, to: 2021, sources: [s]}",
           ENDS("s"), "      - {person: p, from: 2019, to: 2020-07-01, sources: [s]}");
}
END_TEST

START_TEST(an_end_is_confirmed_by_its_source)
{
    expect(edit_end,
           "      - {person: p, from: 2019, to: 2020-05-05, confidence: end-unconfirmed, as-of: "
           "2020-01-01, sources: [s]}",
           ENDS("s"), "      - {person: p, from: 2019, to: 2020-07-01, sources: [s]}");
}
END_TEST

START_TEST(quotes_brackets_and_lines_do_not_mislead)
{
    expect(edit_end,
           "      - {person: p, note: \"a, {b} \\\" # c\", from: \"2019\", \n"
           "         party: 'it''s ]', sources: [ \"s\" ] }",
           ENDS("s"),
           "      - {person: p, note: \"a, {b} \\\" # c\", from: \"2019\", to: 2020-07-01, \n"
           "         party: 'it''s ]', sources: [s] }");
}
END_TEST

START_TEST(only_the_open_tenure_of_the_person_ends)
{
    expect(edit_end,
           "      - {person: p, from: 2001, to: 2002, sources: [s]}\n"
           "      - {person: q, from: 2002, to: 2003, sources: [s]}\n"
           "      - {person: p, from: 2003, sources: [s]}",
           ENDS("s"),
           "      - {person: p, from: 2001, to: 2002, sources: [s]}\n"
           "      - {person: q, from: 2002, to: 2003, sources: [s]}\n"
           "      - {person: p, from: 2003, to: 2020-07-01, sources: [s]}");
}
END_TEST

START_TEST(the_as_of_of_the_office_goes_along_with_a_later_day_only)
{
    Edited out;
    const char *before = "      - {person: p, from: 2019, as-of: 2020-01-01, sources: [s]}";
    ck_assert(take(edit_end, before, ENDS("s"), &out));
    ck_assert_str_eq(view_copy(&arena, out.was_as_of).at, "2020-06-01");
    Edit earlier = {.person = VIEW("p"), .date = VIEW("2020-06"), .source = VIEW("s")};
    ck_assert(take(edit_end, before, earlier, &out));
    ck_assert_uint_eq(out.was_as_of.len, 0);
    ck_assert_str_eq(
        view_copy(&arena, out.bytes).at,
        file_of("2020-06-01", "      - {person: p, from: 2019, to: 2020-06, sources: [s]}"));
}
END_TEST

START_TEST(who_was_not_looked_at_keeps_the_old_as_of)
{
    expect(edit_end,
           "      - {person: p, from: 2019, sources: [s]}\n"
           "      - {person: q, from: 2019, sources: [s]} # note\n"
           "      - person: r\n        from: 2019\n"
           "      - {person: t, from: 2019, as-of: 2020-05-01, sources: [s]}\n"
           "      - {person: u, from: 2019, to: 2021, planned: true, sources: [s]}\n"
           "      - {person: v, from: 2019, to: 2020, sources: [s]}",
           ENDS("s"),
           "      - {person: p, from: 2019, to: 2020-07-01, sources: [s]}\n"
           "      - {person: q, from: 2019, sources: [s], as-of: 2020-06-01} # note\n"
           "      - as-of: 2020-06-01\n        person: r\n        from: 2019\n"
           "      - {person: t, from: 2019, as-of: 2020-05-01, sources: [s]}\n"
           "      - {person: u, from: 2019, to: 2021, planned: true, sources: [s], as-of: "
           "2020-06-01}\n"
           "      - {person: v, from: 2019, to: 2020, sources: [s]}");
}
END_TEST

START_TEST(what_cannot_end_is_refused)
{
    expect_refusal(edit_end, "      - {person: p, from: 2001, to: 2002, sources: [s]}", ENDS("s"),
                   "ended 2002 already");
}
END_TEST

START_TEST(who_never_held_it_cannot_end)
{
    expect_refusal(edit_end, "      - {person: q, from: 2001, sources: [s]}", ENDS("s"),
                   "never held");
}
END_TEST

START_TEST(a_tenure_over_several_lines_is_refused)
{
    expect_refusal(edit_end, "      - person: p\n        from: 2001", ENDS("s"),
                   "over several lines");
}
END_TEST

START_TEST(a_tenure_begins_where_it_belongs)
{
    const char *first = "      - {person: a, from: 2018, to: 2019, sources: [s]}";
    const char *last =
        "      - {person: b, from: 2020-08-01, as-of: 2020-08-01, sources: [s]}\n      # end";
    const char *added = "      - {person: p, from: 2020-07-01, as-of: 2020-07-01, sources: [s]}";
    View before = view_format(&arena, "%s\n%s", first, last);
    View after = view_format(&arena, "%s\n%s\n%s", first, added, last);
    expect(edit_start, before.at, ENDS("s"), after.at);
    expect(edit_start, first, ENDS("s"), view_format(&arena, "%s\n%s", first, added).at);
    expect(edit_start, last, ENDS("s"), view_format(&arena, "%s\n%s", added, last).at);
}
END_TEST

START_TEST(a_tenure_without_a_source_is_unconfirmed)
{
    expect(edit_start, "      -   {person: a, from: 2018, to: 2019, sources: [s]}", ENDS(NULL),
           "      -   {person: a, from: 2018, to: 2019, sources: [s]}\n"
           "      -   {person: p, from: 2020-07-01, as-of: 2020-07-01, confidence: unconfirmed}");
}
END_TEST

START_TEST(the_line_that_is_told_is_the_one_that_changed)
{
    Edited out;
    const char *one = "      - {person: a, from: 2020-08-01, sources: [s]}";
    ck_assert(take(edit_start, one, ENDS("s"), &out));
    ck_assert_uint_eq(out.line, 7);
    ck_assert(take(edit_start, "      - {person: a, from: 2018, to: 2019, sources: [s]}", ENDS("s"),
                   &out));
    ck_assert_uint_eq(out.line, 8);
    ck_assert(take(edit_end, "      - {person: p, from: 2018, sources: [s]}", ENDS("s"), &out));
    ck_assert_uint_eq(out.line, 7);
}
END_TEST

START_TEST(who_is_in_the_office_does_not_begin_again)
{
    expect_refusal(edit_start, "      - {person: p, from: 2018, sources: [s]}", ENDS("s"),
                   "'p' is in the office on 2020-07-01");
}
END_TEST

START_TEST(one_seat_is_for_one)
{
    expect_refusal(edit_start,
                   "      - {person: q, from: 2018, to: 2021, planned: true, sources: [s]}",
                   ENDS("s"), "'q' is in the office");
}
END_TEST

START_TEST(an_office_without_tenures_is_refused)
{
    expect_refusal(edit_start, "      []", ENDS("s"), "without tenures");
}
END_TEST

START_TEST(tenures_in_one_line_are_refused)
{
    expect_refusal(edit_start, "      [{person: a, from: 2018, to: 2019, sources: [s]}]", ENDS("s"),
                   "not one a line");
}
END_TEST

Suite *edit_suite(void)
{
    Suite *suite = suite_create("reference/edit");
    TCase *tests = tcase_create("edit");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_end_with_a_source_stands_behind_the_beginning);
    tcase_add_test(tests, another_source_is_added_to_those_that_are_there);
    tcase_add_test(tests, an_end_without_a_source_is_unconfirmed_after_the_last_day_that_is);
    tcase_add_test(tests, a_plan_that_came_true_is_a_plan_no_more);
    tcase_add_test(tests, an_end_is_confirmed_by_its_source);
    tcase_add_test(tests, quotes_brackets_and_lines_do_not_mislead);
    tcase_add_test(tests, only_the_open_tenure_of_the_person_ends);
    tcase_add_test(tests, the_as_of_of_the_office_goes_along_with_a_later_day_only);
    tcase_add_test(tests, who_was_not_looked_at_keeps_the_old_as_of);
    tcase_add_test(tests, what_cannot_end_is_refused);
    tcase_add_test(tests, who_never_held_it_cannot_end);
    tcase_add_test(tests, a_tenure_over_several_lines_is_refused);
    tcase_add_test(tests, a_tenure_begins_where_it_belongs);
    tcase_add_test(tests, a_tenure_without_a_source_is_unconfirmed);
    tcase_add_test(tests, the_line_that_is_told_is_the_one_that_changed);
    tcase_add_test(tests, who_is_in_the_office_does_not_begin_again);
    tcase_add_test(tests, one_seat_is_for_one);
    tcase_add_test(tests, an_office_without_tenures_is_refused);
    tcase_add_test(tests, tenures_in_one_line_are_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
