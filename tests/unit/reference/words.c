/* Planted faults in the files of words. */
#include <check.h>
#include <string.h>

#include "sample.h"
#include "suites.h"

/* The one fault of titles.yaml, with the kind that base.yaml needs. */
static void expect_words_fault(const char *titles, uint32_t line, const char *words)
{
    Sample sample;
    sample_make_with(&sample, "", titles);
    ck_assert(!sample.made);
    ck_assert_uint_eq(sample.troubles.count, 1);
    ck_assert(view_equal(sample.troubles.items[0].path, VIEW("words/titles.yaml")));
    ck_assert_uint_eq(sample.troubles.items[0].line, line);
    View message = view_copy(&sample.arena, sample.troubles.items[0].message);
    ck_assert_msg(strstr(message.at, words) != NULL, "\"%s\" is not in: %s", words, message.at);
    sample_free(&sample);
}

#define KINDS "kinds: {president: {titles: [president]}}\n"

START_TEST(unknown_keys_of_words_are_told_with_the_nearest)
{
    expect_words_fault(KINDS "headz: {}\n", 2, "heads");
    expect_words_fault("kinds:\n  president: {title: [president]}\n", 2, "titles");
    expect_words_fault(KINDS "courtesy: {place: [us]}\n", 2, "places");
}
END_TEST

START_TEST(words_of_another_shape_are_told)
{
    expect_words_fault(KINDS "heads: [minister]\n", 2, "heads");
    expect_words_fault(KINDS "shorts:\n  Sen.: {a: b}\n", 3, "shorts");
    expect_words_fault("- a\n", 1, "file of words");
    expect_words_fault("kinds: {president: [a]}\n", 1, "titles of a kind");
}
END_TEST

START_TEST(a_head_is_one_word)
{
    expect_words_fault(KINDS "heads:\n  prime minister: prime ministers\n", 3, "expected one word");
}
END_TEST

START_TEST(a_short_stands_for_a_title)
{
    expect_words_fault(KINDS "shorts:\n  Sen.: senatr\n", 3, "'senatr' is no title");
}
END_TEST

START_TEST(other_files_of_words_are_passed_over)
{
    /* the sample holds a words.yaml with keys that are not ours */
    expect_book("");
}
END_TEST

Suite *words_suite(void)
{
    Suite *suite = suite_create("reference/words");
    TCase *tests = tcase_create("words");
    tcase_add_test(tests, unknown_keys_of_words_are_told_with_the_nearest);
    tcase_add_test(tests, words_of_another_shape_are_told);
    tcase_add_test(tests, a_head_is_one_word);
    tcase_add_test(tests, a_short_stands_for_a_title);
    tcase_add_test(tests, other_files_of_words_are_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
