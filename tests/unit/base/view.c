#include "base/view.h"

#include <stdio.h>
#include <string.h>

#include "suites.h"

static Arena arena;

static void end_arena(void)
{
    arena_free(&arena);
}

START_TEST(views_are_equal_by_bytes)
{
    ck_assert(view_equal(view_of("abc"), VIEW("abc")));
    ck_assert(!view_equal(VIEW("abc"), VIEW("abd")));
    ck_assert(!view_equal(VIEW("ab"), VIEW("abc")));
    ck_assert(!view_equal(VIEW("a\0b"), VIEW("a\0c")));
    ck_assert(view_equal(view_of(NULL), VIEW("")));
}
END_TEST

START_TEST(only_ascii_letters_compare_without_case)
{
    ck_assert(view_equal_fold(VIEW("Front-Matter"), VIEW("fRONT-mATTER")));
    ck_assert(!view_equal_fold(VIEW("@[`{"), VIEW("`{@[")));
    ck_assert(!view_equal_fold(VIEW("É"), VIEW("é")));
    ck_assert(!view_equal_fold(VIEW("a"), VIEW("ab")));
}
END_TEST

START_TEST(order_is_by_unsigned_bytes_and_the_shorter_first)
{
    ck_assert_int_lt(view_compare(VIEW("ab"), VIEW("abc")), 0);
    ck_assert_int_gt(view_compare(VIEW("b"), VIEW("abc")), 0);
    ck_assert_int_gt(view_compare(VIEW("\xC3"), VIEW("z")), 0);
    ck_assert_int_eq(view_compare(VIEW(""), (View){0}), 0);
    ck_assert_int_eq(view_compare(VIEW("abc"), VIEW("abc")), 0);
}
END_TEST

START_TEST(starts_and_ends_are_found)
{
    ck_assert(view_starts(VIEW("stet.yaml"), VIEW("stet")));
    ck_assert(view_ends(VIEW("stet.yaml"), VIEW(".yaml")));
    ck_assert(view_starts(VIEW("x"), VIEW("")));
    ck_assert(view_ends((View){0}, VIEW("")));
    ck_assert(!view_starts(VIEW("ste"), VIEW("stet")));
    ck_assert(!view_ends(VIEW("yaml"), VIEW(".yaml")));
}
END_TEST

START_TEST(a_slice_may_be_empty_at_either_end)
{
    View text = VIEW("abc");
    ck_assert(view_equal(view_slice(text, 1, 3), VIEW("bc")));
    ck_assert_uint_eq(view_slice(text, 0, 0).len, 0);
    ck_assert_uint_eq(view_slice(text, 3, 3).len, 0);
    ck_assert_uint_eq(view_slice((View){0}, 0, 0).len, 0);
}
END_TEST

START_TEST(blanks_go_at_the_ends_only)
{
    ck_assert(view_equal(view_trim(VIEW(" \t\r\n a b\v\f ")), VIEW("a b")));
    ck_assert_uint_eq(view_trim(VIEW(" \n ")).len, 0);
    ck_assert_uint_eq(view_trim((View){0}).len, 0);
    ck_assert(view_equal(view_trim(VIEW("\0 ")), VIEW("\0")));
}
END_TEST

START_TEST(a_copy_is_its_own_and_ends_in_nul)
{
    char bytes[] = "abcd";
    View copy = view_copy(&arena, (View){bytes, 3});
    bytes[0] = 'x';
    ck_assert_str_eq(copy.at, "abc");
    ck_assert_uint_eq(copy.len, 3);
    ck_assert_str_eq(view_copy(&arena, (View){0}).at, "");
}
END_TEST

/* As printf writes it, whichever way it is made. */
START_TEST(formatted_text_is_that_of_printf)
{
    static const char *const formats[] = {"%s|%.*s|%u|%d", "%s%.*s %5u%d", "%s %.*s %u %d%%"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        for (int n = -1; n < 300; n += 7) {
            char expected[1024], filler[301];
            memset(filler, 'x', 300);
            filler[n < 0 ? 0 : n] = '\0';
            snprintf(expected, sizeof expected, formats[i], "é", n, filler, (unsigned)n, n);
            View text = view_format(&arena, formats[i], "é", n, filler, (unsigned)n, n);
            ck_assert_str_eq(text.at, expected);
            ck_assert_uint_eq(text.len, strlen(expected));
        }
    ck_assert_str_eq(view_format(&arena, "%.*s.", VIEW_ARG(VIEW("a\0b"))).at, "a.");
    ck_assert_str_eq(view_format(&arena, "%s", "").at, "");
}
END_TEST

START_TEST(formatted_text_is_not_cut)
{
    View text = view_format(&arena, "%.*s:%u %5000s", VIEW_ARG(VIEW("a.md")), 3U, "x");
    ck_assert_uint_eq(text.len, 5007);
    ck_assert(view_starts(text, VIEW("a.md:3 ")));
    ck_assert_int_eq(text.at[5006], 'x');
    ck_assert_int_eq(text.at[5007], '\0');
}
END_TEST

START_TEST(joined_spans_hold_both)
{
    Span joined = span_join((Span){10, 5}, (Span){3, 2});
    ck_assert_uint_eq(joined.off, 3);
    ck_assert_uint_eq(span_end(joined), 15);
    joined = span_join((Span){0, 20}, (Span){3, 2});
    ck_assert_uint_eq(joined.off, 0);
    ck_assert_uint_eq(joined.len, 20);
}
END_TEST

START_TEST(no_span_joins_as_nothing)
{
    Span joined = span_join((Span){0}, (Span){3, 2});
    ck_assert_uint_eq(joined.off, 3);
    ck_assert_uint_eq(joined.len, 2);
    joined = span_join((Span){3, 2}, (Span){0});
    ck_assert_uint_eq(joined.off, 3);
    ck_assert_uint_eq(joined.len, 2);
}
END_TEST

START_TEST(spans_touch_where_they_share_a_byte)
{
    ck_assert(span_touches((Span){0, 5}, (Span){4, 1}));
    ck_assert(span_touches((Span){4, 1}, (Span){0, 9}));
    ck_assert(!span_touches((Span){0, 5}, (Span){5, 1}));
    ck_assert(!span_touches((Span){5, 1}, (Span){0, 5}));
}
END_TEST

Suite *view_suite(void)
{
    Suite *suite = suite_create("view");
    TCase *tests = tcase_create("view");
    tcase_add_checked_fixture(tests, NULL, end_arena);
    tcase_add_test(tests, views_are_equal_by_bytes);
    tcase_add_test(tests, only_ascii_letters_compare_without_case);
    tcase_add_test(tests, order_is_by_unsigned_bytes_and_the_shorter_first);
    tcase_add_test(tests, starts_and_ends_are_found);
    tcase_add_test(tests, a_slice_may_be_empty_at_either_end);
    tcase_add_test(tests, blanks_go_at_the_ends_only);
    tcase_add_test(tests, a_copy_is_its_own_and_ends_in_nul);
    tcase_add_test(tests, formatted_text_is_that_of_printf);
    tcase_add_test(tests, formatted_text_is_not_cut);
    tcase_add_test(tests, joined_spans_hold_both);
    tcase_add_test(tests, no_span_joins_as_nothing);
    tcase_add_test(tests, spans_touch_where_they_share_a_byte);
    suite_add_tcase(suite, tests);
    return suite;
}
