#include "base/outline.h"

#include <stdlib.h>
#include <string.h>

#include "base/pattern.h"
#include "suites.h"

static bool allows(const char *pattern, const char *subject)
{
    Outline outline = outline_read(view_of(pattern));
    ck_assert_msg(outline.plain, "%s", pattern);
    return outline_allows(&outline, byte_set(view_of(subject)));
}

START_TEST(groups_have_the_numbers_that_they_get)
{
    Outline outline = outline_read(VIEW("(?<a> O) (?: x (P) (?<b>[)(]) )? # (no group)\n"
                                        "(?<! (?<c>y)) \\( (?<d> (?= z) )"));
    ck_assert(outline.plain);
    ck_assert_uint_eq(outline.group_count, 6);
    ck_assert(view_equal(outline.names[1], VIEW("a")));
    ck_assert_uint_eq(outline.names[2].len, 0);
    ck_assert(view_equal(outline.names[3], VIEW("b")));
    ck_assert(view_equal(outline.names[4], VIEW("c")));
    ck_assert(view_equal(outline.names[5], VIEW("d")));
}
END_TEST

START_TEST(a_match_needs_what_cannot_be_left_out)
{
    ck_assert(allows("O P", "PO") && !allows("O P", "O") && !allows("O P", "xyz"));
    ck_assert(allows("O P?", "O") && allows("O (?: P S )*", "O") && allows("O P{0,2}", "O"));
    ck_assert(!allows("O P+", "O") && !allows("O P{2}", "O") && !allows("O (?<p> P )", "O"));
    ck_assert(allows("[OM] P", "MP") && !allows("[OM] P", "XP") && allows("[^O] P", "P"));
    ck_assert(allows("(?: O | M ) P", "MP") && !allows("(?: O | M ) P", "XP"));
    ck_assert(allows("(?: O | M? ) P", "P") && allows("O | P", "P") && !allows("O | P", "S"));
    ck_assert(allows("(?<! x ) O (?= P ) (?! y )", "O"));
    ck_assert(allows("\\b O \\. $", "O") && allows("O # P is not asked for\n", "O"));
    ck_assert(allows("[,.;)\"-] O", "-O") && !allows("[,.;)\"-] O", "xO"));
}
END_TEST

START_TEST(what_is_not_understood_says_nothing)
{
    static const char *const others[] = {
        "(?i)o",        "(?|(a)|(b))", "(a)\\1", "(?R)?O", "(?(1)a)", "(*COMMIT)O", "\\x4F",
        "[[:alpha:]]O", "\\QO",        "(O",     "O)",     "[O",      "(?P<a>O)"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Outline outline = outline_read(view_of(others[i]));
        ck_assert_msg(!outline.plain && !outline.need_count, "%s", others[i]);
    }
}
END_TEST

/* A pattern of pieces, some of them in groups. */
static void make_pattern(char *out, int depth)
{
    static const char *const pieces[] = {
        "a",     "b",     "[ab]", "[^c]", "c?",     "b*", "a+",     "c{0,1}",  "b{2}",  ".",
        "(?=a)", "(?!b)", "^",    "\\w",  "(?<!c)", "d",  "[cd]+?", "a{1,2}+", " # x\n"};
    for (int i = rand() % 4; i >= 0; i--) {
        if (depth && rand() % 4 == 0) {
            strcat(out, rand() % 2 ? "(" : "(?:");
            make_pattern(out, depth - 1);
            if (rand() % 2) {
                strcat(out, "|");
                make_pattern(out, depth - 1);
            }
            strcat(out, rand() % 3 ? ")" : ")?");
        } else {
            strcat(out, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        }
    }
}

START_TEST(no_match_is_ruled_out)
{
    Arena memory = {0};
    PatternMatch *match = pattern_match_new();
    srand(3);
    for (int round = 0; round < 3000; round++) {
        char text[4096] = "";
        Troubles troubles = {.arena = &memory};
        make_pattern(text, 2);
        Pattern *pattern = pattern_compile(view_of(text), VIEW("p"), 1, 1, &troubles);
        ck_assert_msg(pattern != NULL, "%s", text);
        for (int i = 0; i < 20; i++) {
            char subject[9] = "";
            for (int k = rand() % 8; k >= 0; k--)
                subject[k] = "abcd"[rand() % 4];
            View bytes = view_of(subject);
            bool found = pattern_find(pattern, bytes, 0, match) == PATTERN_YES;
            ck_assert_msg(!found || pattern_allows(pattern, byte_set(bytes)), "%s over %s", text,
                          subject);
        }
        pattern_free(pattern);
        arena_reset(&memory);
    }
    pattern_match_free(match);
    arena_free(&memory);
}
END_TEST

Suite *outline_suite(void)
{
    Suite *suite = suite_create("outline");
    TCase *tests = tcase_create("outline");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, groups_have_the_numbers_that_they_get);
    tcase_add_test(tests, a_match_needs_what_cannot_be_left_out);
    tcase_add_test(tests, what_is_not_understood_says_nothing);
    tcase_add_test(tests, no_match_is_ruled_out);
    suite_add_tcase(suite, tests);
    return suite;
}
