#include <check.h>

#include "base/glob.h"

#include "suites.h"

static const struct {
    const char *pattern;
    const char *path;
    bool matches;
} cases[] = {
    {"*.html", "a.html", true},
    {"*.html", "news/a.html", true},
    {"*.html", "news/a.htm", false},
    {"/*.html", "news/a.html", false},
    {"/*.html", "a.html", true},
    {"drafts/", "drafts/a.md", true},
    {"drafts/", "x/drafts/b/a.md", true},
    {"drafts/", "drafts", false},
    {"drafts", "drafts", true},
    {"news/*.md", "news/a.md", true},
    {"news/*.md", "news/b/a.md", false},
    {"news/*.md", "old/news/a.md", false},
    {"news/**/a.md", "news/a.md", true},
    {"news/**/a.md", "news/b/c/a.md", true},
    {"news/**/a.md", "news/b/c/ba.md", false},
    {"**/a.md", "a.md", true},
    {"**/old/*", "x/old/a.md", true},
    {"archive/**", "archive/x/y.md", true},
    {"archive/**", "archived/y.md", false},
    {"a?c", "abc", true},
    {"a?c", "a/c", false},
    {"[a-c]x", "bx", true},
    {"[!a-c]x", "bx", false},
    {"[]]x", "]x", true},
    {"[x", "[x", true},
    {"\\*x", "*x", true},
    {"\\*x", "ax", false},
    {"*a*b*c", "xxaxxbxxbxc", true},
    {"", "a", false},
    {"/", "a", false},
};

START_TEST(a_pattern_means_a_path)
{
    size_t i = (size_t)_i;
    ck_assert_msg(glob_matches(view_of(cases[i].pattern), view_of(cases[i].path)) ==
                      cases[i].matches,
                  "%s %s", cases[i].pattern, cases[i].path);
}
END_TEST

START_TEST(the_last_that_matches_decides)
{
    const View patterns[] = {VIEW("# all of it"), VIEW("*.md"), VIEW("!keep.md"), VIEW(""),
                             VIEW("/x/keep.md")};
    ck_assert(globs_match(patterns, 5, VIEW("a.md")));
    ck_assert(!globs_match(patterns, 5, VIEW("keep.md")));
    ck_assert(globs_match(patterns, 5, VIEW("x/keep.md")));
    ck_assert(!globs_match(patterns, 0, VIEW("a.md")));
}
END_TEST

Suite *glob_suite(void)
{
    Suite *suite = suite_create("glob");
    TCase *tests = tcase_create("glob");
    tcase_add_loop_test(tests, a_pattern_means_a_path, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tests, the_last_that_matches_decides);
    suite_add_tcase(suite, tests);
    return suite;
}
