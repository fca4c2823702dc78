#include "base/buffer.h"

#include "suites.h"

static Buffer buffer;

static void end_buffer(void)
{
    buffer_free(&buffer);
}

START_TEST(text_bytes_and_formats_follow_each_other)
{
    buffer_add(&buffer, VIEW("one "));
    buffer_add_byte(&buffer, '2');
    buffer_print(&buffer, " %s %d", "three", 4);
    ck_assert(view_equal(buffer_view(&buffer), VIEW("one 2 three 4")));
}
END_TEST

START_TEST(nothing_added_is_nothing)
{
    buffer_add(&buffer, (View){0});
    buffer_print(&buffer, "%s", "");
    ck_assert_uint_eq(buffer_view(&buffer).len, 0);
}
END_TEST

START_TEST(a_nul_is_a_byte)
{
    buffer_add(&buffer, VIEW("a\0b"));
    ck_assert(view_equal(buffer_view(&buffer), VIEW("a\0b")));
}
END_TEST

START_TEST(a_long_format_is_not_cut)
{
    buffer_print(&buffer, "%5000d|", 7);
    ck_assert_uint_eq(buffer.len, 5001);
    ck_assert_int_eq(buffer.at[4999], '7');
    ck_assert_int_eq(buffer.at[5000], '|');
}
END_TEST

START_TEST(many_bytes_keep_their_order)
{
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&buffer, (char)(i % 101));
    ck_assert_uint_eq(buffer.len, 100000);
    for (int i = 0; i < 100000; i++)
        ck_assert_int_eq(buffer.at[i], i % 101);
}
END_TEST

START_TEST(reserved_room_adds_nothing)
{
    buffer_add(&buffer, VIEW("ab"));
    buffer_reserve(&buffer, 10000);
    ck_assert(view_equal(buffer_view(&buffer), VIEW("ab")));
    ck_assert_uint_ge(buffer.capacity, 10002);
}
END_TEST

START_TEST(a_cleared_buffer_keeps_its_memory)
{
    buffer_add(&buffer, VIEW("text"));
    const char *at = buffer.at;
    buffer_clear(&buffer);
    ck_assert_uint_eq(buffer_view(&buffer).len, 0);
    buffer_add(&buffer, VIEW("new"));
    ck_assert_ptr_eq(buffer.at, at);
    ck_assert(view_equal(buffer_view(&buffer), VIEW("new")));
}
END_TEST

START_TEST(a_freed_buffer_can_be_used_again)
{
    buffer_add(&buffer, VIEW("text"));
    buffer_free(&buffer);
    buffer_free(&buffer);
    buffer_add(&buffer, VIEW("again"));
    ck_assert(view_equal(buffer_view(&buffer), VIEW("again")));
}
END_TEST

Suite *buffer_suite(void)
{
    Suite *suite = suite_create("buffer");
    TCase *tests = tcase_create("buffer");
    tcase_add_checked_fixture(tests, NULL, end_buffer);
    tcase_add_test(tests, text_bytes_and_formats_follow_each_other);
    tcase_add_test(tests, nothing_added_is_nothing);
    tcase_add_test(tests, a_nul_is_a_byte);
    tcase_add_test(tests, a_long_format_is_not_cut);
    tcase_add_test(tests, many_bytes_keep_their_order);
    tcase_add_test(tests, reserved_room_adds_nothing);
    tcase_add_test(tests, a_cleared_buffer_keeps_its_memory);
    tcase_add_test(tests, a_freed_buffer_can_be_used_again);
    suite_add_tcase(suite, tests);
    return suite;
}
