#include "base/pattern.h"

#include <string.h>

#include "suites.h"

static Arena arena;
static Troubles troubles;
static PatternMatch *match;

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
    match = pattern_match_new();
}

static void end(void)
{
    pattern_match_free(match);
    arena_free(&arena);
}

static Pattern *compiled(const char *text)
{
    Pattern *pattern = pattern_compile(view_of(text), VIEW("words.yaml"), 4, 9, &troubles);
    ck_assert_ptr_nonnull(pattern);
    return pattern;
}

static PatternResult found(const char *pattern_text, View subject, size_t from)
{
    Pattern *pattern = compiled(pattern_text);
    PatternResult result = pattern_find(pattern, subject, from, match);
    pattern_free(pattern);
    return result;
}

/* A group of the last match as "from-to", "none" where it took no part. */
static const char *group(uint32_t number)
{
    size_t start, to;
    if (!pattern_bounds(match, number, &start, &to))
        return "none";
    return view_format(&arena, "%zu-%zu", start, to).at;
}

START_TEST(the_leftmost_match_is_found)
{
    ck_assert_int_eq(found("OP", VIEW("wwOPwOP"), 0), PATTERN_YES);
    ck_assert_str_eq(group(0), "2-4");
    ck_assert_int_eq(found("OP", VIEW("wwOPwOP"), 3), PATTERN_YES);
    ck_assert_str_eq(group(0), "5-7");
    ck_assert_int_eq(found("OP", VIEW("wwOPwOP"), 6), PATTERN_NO);
    ck_assert_str_eq(group(0), "none");
}
END_TEST

START_TEST(what_stands_before_the_start_can_be_looked_at)
{
    ck_assert_int_eq(found("(?<! o ) L", VIEW("oL"), 1), PATTERN_NO);
    ck_assert_int_eq(found("\\G L", VIEW("oL"), 1), PATTERN_YES);
    ck_assert_int_eq(found("^ L", VIEW("oL"), 1), PATTERN_NO);
}
END_TEST

START_TEST(blanks_and_comments_in_a_pattern_are_free)
{
    ck_assert_int_eq(found(" O  # the office\n P ", VIEW("OP"), 0), PATTERN_YES);
}
END_TEST

START_TEST(groups_have_names_and_bounds)
{
    Pattern *pattern = compiled("(?<place> L)? (?<office> O) (?: (?<person> P) | (?<name> N) )");
    ck_assert_uint_eq(pattern_group(pattern, "place"), 1);
    ck_assert_uint_eq(pattern_group(pattern, "name"), 4);
    ck_assert_uint_eq(pattern_group(pattern, "boss"), 0);
    ck_assert_int_eq(pattern_find(pattern, VIEW("wLOPw"), 0, match), PATTERN_YES);
    ck_assert_str_eq(group(pattern_group(pattern, "place")), "1-2");
    ck_assert_str_eq(group(pattern_group(pattern, "person")), "3-4");
    ck_assert_str_eq(group(pattern_group(pattern, "name")), "none");
    ck_assert_int_eq(pattern_find(pattern, VIEW("ON"), 0, match), PATTERN_YES);
    ck_assert_str_eq(group(pattern_group(pattern, "place")), "none");
    ck_assert_str_eq(group(pattern_group(pattern, "name")), "1-2");
    pattern_free(pattern);
}
END_TEST

START_TEST(a_group_beyond_the_pattern_took_no_part)
{
    ck_assert_int_eq(found("(O)", VIEW("O"), 0), PATTERN_YES);
    ck_assert_str_eq(group(1), "0-1");
    ck_assert_str_eq(group(2), "none");
    ck_assert_str_eq(group(63), "none");
    ck_assert_str_eq(group(1000), "none");
}
END_TEST

START_TEST(a_match_can_be_shared_by_patterns)
{
    ck_assert_int_eq(found("(O)(P)", VIEW("OP"), 0), PATTERN_YES);
    ck_assert_int_eq(found("w", VIEW("w"), 0), PATTERN_YES);
    ck_assert_str_eq(group(0), "0-1");
    ck_assert_str_eq(group(1), "none");
}
END_TEST

START_TEST(an_empty_subject_can_match)
{
    ck_assert_int_eq(found("O*", (View){0}, 0), PATTERN_YES);
    ck_assert_str_eq(group(0), "0-0");
    ck_assert_int_eq(found("O", (View){0}, 0), PATTERN_NO);
    ck_assert_int_eq(found("", VIEW("OP"), 2), PATTERN_YES);
}
END_TEST

START_TEST(subjects_are_bytes)
{
    ck_assert_int_eq(found("^ . \\xFF . $", VIEW("\0\xFF\xC3"), 0), PATTERN_YES);
}
END_TEST

START_TEST(a_broken_pattern_is_trouble_at_its_place)
{
    ck_assert_ptr_null(pattern_compile(VIEW("(O P"), VIEW("words.yaml"), 4, 9, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_uint_eq(troubles.items[0].line, 4);
    ck_assert_uint_eq(troubles.items[0].column, 9);
    const char *text = trouble_text(&arena, &troubles.items[0]).at;
    ck_assert_ptr_nonnull(strstr(text, "words.yaml:4:9: "));
    ck_assert_ptr_nonnull(strstr(text, "parenthesis"));
}
END_TEST

START_TEST(a_pattern_cannot_ask_for_utf)
{
    ck_assert_ptr_null(pattern_compile(VIEW("(*UTF)O"), VIEW("words.yaml"), 1, 1, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
}
END_TEST

START_TEST(too_many_groups_are_trouble)
{
    View text = {0};
    for (int i = 0; i < 64; i++)
        text = view_format(&arena, "%.*s(O)", VIEW_ARG(text));
    ck_assert_ptr_null(pattern_compile(text, VIEW("words.yaml"), 1, 1, &troubles));
    ck_assert_ptr_nonnull(strstr(troubles.items[0].message.at, "64 groups"));
    pattern_free(
        pattern_compile(view_slice(text, 3, text.len), VIEW("words.yaml"), 1, 1, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
}
END_TEST

START_TEST(a_runaway_hits_the_limit_and_is_not_no_match)
{
    View subject = VIEW("aaaaaaaaaaaaaaaaaaaab"); /* a million steps, and then no match */
    ck_assert_int_eq(found("^ (a+)+ $", subject, 0), PATTERN_LIMIT);
    ck_assert_str_eq(group(0), "none");
}
END_TEST

/* A pattern that is used often is run in another way. */
START_TEST(the_hundredth_answer_is_the_first)
{
    Pattern *title = compiled("(?<title> O) m? (?<person> [PN])");
    Pattern *runaway = compiled("^ (a+)+ $");
    for (int i = 0; i < 100; i++) {
        size_t start, end;
        ck_assert_int_eq(pattern_find(title, VIEW("wwOmPw"), 0, match), PATTERN_YES);
        ck_assert(pattern_bounds(match, 2, &start, &end) && start == 4 && end == 5);
        ck_assert_int_eq(pattern_find(title, VIEW("wwOwPw"), 0, match), PATTERN_NO);
        ck_assert_int_eq(pattern_find(runaway, VIEW("aaaa"), 0, match), PATTERN_YES);
        ck_assert_int_eq(pattern_find(runaway, VIEW("aaaaaaaaaaaaaaaaaaaab"), 0, match),
                         PATTERN_LIMIT);
    }
    pattern_free(title);
    pattern_free(runaway);
}
END_TEST

START_TEST(a_long_sentence_matches_within_the_limits)
{
    char letters[2000];
    memset(letters, 'w', sizeof letters);
    memcpy(letters + 1990, "LOP", 3);
    View subject = {letters, sizeof letters};
    ck_assert_int_eq(found("(?<place> L)? (?<office> O) (?: w | , )*? (?<person> P)", subject, 0),
                     PATTERN_YES);
    ck_assert_str_eq(group(0), "1990-1993");
    ck_assert_int_eq(found("^ (?: (w) | (P) | O )+ L", subject, 0), PATTERN_YES);
}
END_TEST

Suite *pattern_suite(void)
{
    Suite *suite = suite_create("pattern");
    TCase *tests = tcase_create("pattern");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, the_leftmost_match_is_found);
    tcase_add_test(tests, what_stands_before_the_start_can_be_looked_at);
    tcase_add_test(tests, blanks_and_comments_in_a_pattern_are_free);
    tcase_add_test(tests, groups_have_names_and_bounds);
    tcase_add_test(tests, a_group_beyond_the_pattern_took_no_part);
    tcase_add_test(tests, a_match_can_be_shared_by_patterns);
    tcase_add_test(tests, an_empty_subject_can_match);
    tcase_add_test(tests, subjects_are_bytes);
    tcase_add_test(tests, a_broken_pattern_is_trouble_at_its_place);
    tcase_add_test(tests, a_pattern_cannot_ask_for_utf);
    tcase_add_test(tests, too_many_groups_are_trouble);
    tcase_add_test(tests, a_runaway_hits_the_limit_and_is_not_no_match);
    tcase_add_test(tests, the_hundredth_answer_is_the_first);
    tcase_add_test(tests, a_long_sentence_matches_within_the_limits);
    suite_add_tcase(suite, tests);
    return suite;
}
