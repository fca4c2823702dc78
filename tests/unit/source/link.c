#include "source/link.h"

#include <string.h>

#include "article.h"
#include "suites.h"

START_TEST(a_target_ends_with_its_bracket)
{
    static const char *const targets[] = {
        "()",       "(a)",     "( a )",         "(a \"t\")", "(a(b)c)",     "(<a b>)",
        "(<> 't')", "(a (t))", "(a\n\"t\nu\")", "(a\\)b)",   "(a \"\\\"\")"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        ck_assert_uint_eq(link_target_end(view_of(targets[i]), 0), strlen(targets[i]));
}
END_TEST

START_TEST(a_target_that_is_broken_is_none)
{
    static const char *const targets[] = {"",     "(",       "(a",   "(a b)", "(a \"t)",
                                          "(<a)", "(<a\n>)", "((a)", "[a]"};
    for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
        ck_assert_uint_eq(link_target_end(view_of(targets[i]), 0), 0);
}
END_TEST

START_TEST(a_label_holds_no_brackets)
{
    View label;
    ck_assert_uint_eq(link_label_end(VIEW("[a b]c"), 0, &label), 5);
    ck_assert(view_equal(label, VIEW("a b")));
    ck_assert_uint_eq(link_label_end(VIEW("[a\\]b]"), 0, &label), 6);
    ck_assert_uint_eq(link_label_end(VIEW("[a[b]]"), 0, &label), 0);
    ck_assert_uint_eq(link_label_end(VIEW("[a"), 0, &label), 0);
}
END_TEST

START_TEST(a_definition_ends_with_its_line)
{
    View label;
    ck_assert_uint_eq(link_definition_end(VIEW("[a]: b\nc"), 0, &label), 7);
    ck_assert(view_equal(label, VIEW("a")));
    ck_assert_uint_eq(link_definition_end(VIEW("[a]: b 't' \nc"), 0, &label), 12);
    ck_assert_uint_eq(link_definition_end(VIEW("[a]:\n<b>\n\"t\"\nc"), 0, &label), 13);
    ck_assert_uint_eq(link_definition_end(VIEW("[a]: b"), 0, &label), 6);
}
END_TEST

START_TEST(a_title_that_is_none_is_text_of_the_next_line)
{
    View label;
    ck_assert_uint_eq(link_definition_end(VIEW("[a]: b\n\"t\" c"), 0, &label), 7);
}
END_TEST

START_TEST(what_only_looks_like_a_definition_is_text)
{
    static const char *const texts[] = {"[a] b", "[a]:", "[a]: b c", "[a]: b \"t\" c", "[]: b"};
    View label;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_uint_eq(link_definition_end(view_of(texts[i]), 0, &label), 0);
}
END_TEST

START_TEST(labels_compare_without_case_and_by_words)
{
    Labels labels = {0};
    labels_add(&labels, &article_arena, VIEW("Foo  Bar"));
    labels_add(&labels, &article_arena, VIEW("x"));
    labels_sort(&labels);
    ck_assert(labels_have(&labels, VIEW(" foo\nBAR ")));
    ck_assert(labels_have(&labels, VIEW("X")));
    ck_assert(!labels_have(&labels, VIEW("foobar")));
    ck_assert(!labels_have(&labels, VIEW("")));
    ck_assert(!labels_have(&(Labels){0}, VIEW("x")));
}
END_TEST

Suite *link_suite(void)
{
    Suite *suite = suite_create("link");
    TCase *tests = tcase_create("link");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, a_target_ends_with_its_bracket);
    tcase_add_test(tests, a_target_that_is_broken_is_none);
    tcase_add_test(tests, a_label_holds_no_brackets);
    tcase_add_test(tests, a_definition_ends_with_its_line);
    tcase_add_test(tests, a_title_that_is_none_is_text_of_the_next_line);
    tcase_add_test(tests, what_only_looks_like_a_definition_is_text);
    tcase_add_test(tests, labels_compare_without_case_and_by_words);
    suite_add_tcase(suite, tests);
    return suite;
}
