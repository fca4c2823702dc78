#include "base/near.h"

#include <string.h>

#include "suites.h"

static size_t apart(const char *a, const char *b)
{
    size_t far = near_distance(view_of(a), view_of(b));
    ck_assert_uint_eq(far, near_distance(view_of(b), view_of(a)));
    return far;
}

START_TEST(each_letter_that_is_added_dropped_changed_or_swapped_counts)
{
    ck_assert_uint_eq(apart("", ""), 0);
    ck_assert_uint_eq(apart("", "abc"), 3);
    ck_assert_uint_eq(apart("hegseth", "hegseth"), 0);
    ck_assert_uint_eq(apart("hegseth", "hegsth"), 1);
    ck_assert_uint_eq(apart("hegseth", "hegsith"), 1);
    ck_assert_uint_eq(apart("hegseth", "hegseht"), 1);
    ck_assert_uint_eq(apart("ab", "ba"), 1);
    ck_assert_uint_eq(apart("abcd", "badc"), 2);
    ck_assert_uint_eq(apart("kitten", "sitting"), 3);
    ck_assert_uint_eq(apart("Kitten", "kitten"), 1);
}
END_TEST

START_TEST(a_text_that_is_too_long_is_far_from_all)
{
    char text[NEAR_MOST + 2];
    memset(text, 'a', sizeof text);
    View longest = {text, NEAR_MOST}, longer = {text, NEAR_MOST + 1};
    ck_assert_uint_eq(near_distance(longest, VIEW("a")), NEAR_MOST - 1);
    ck_assert_uint_eq(near_distance(longest, longer), SIZE_MAX);
    ck_assert_uint_eq(near_distance(longer, longest), SIZE_MAX);
    static const char *const names[] = {"a", NULL};
    ck_assert_ptr_null(nearest_name(longer, names));
}
END_TEST

START_TEST(the_nearest_name_is_near)
{
    static const char *const names[] = {"from", "person", "office", "as-of", NULL};
    ck_assert_str_eq(nearest_name(VIEW("form"), names), "from");
    ck_assert_str_eq(nearest_name(VIEW("persons"), names), "person");
    ck_assert_str_eq(nearest_name(VIEW("OFFICE"), names), "office");
    ck_assert_str_eq(nearest_name(VIEW("asof"), names), "as-of");
    ck_assert_ptr_null(nearest_name(VIEW("on"), names));
    ck_assert_ptr_null(nearest_name(VIEW("x"), names));
    ck_assert_ptr_null(nearest_name(VIEW(""), names));
    ck_assert_ptr_null(nearest_name(VIEW("a much longer text than any name"), names));
}
END_TEST

Suite *near_suite(void)
{
    Suite *suite = suite_create("near");
    TCase *tests = tcase_create("near");
    tcase_add_test(tests, each_letter_that_is_added_dropped_changed_or_swapped_counts);
    tcase_add_test(tests, a_text_that_is_too_long_is_far_from_all);
    tcase_add_test(tests, the_nearest_name_is_near);
    suite_add_tcase(suite, tests);
    return suite;
}
