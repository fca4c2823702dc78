#include "report/line_hash.h"

#include <check.h>
#include <string.h>

#include "suites.h"

/* The hashes of all lines, with blanks between them. What is expected was computed by the upload of
 * code scanning. */
static void expect(const char *bytes, const char *expected)
{
    Arena arena = {0};
    LineHashes hashes = line_hashes(&arena, view_of(bytes));
    View all = {0};
    for (uint32_t line = 1; line <= hashes.count; line++)
        all = view_format(&arena, "%.*s%s%.*s", VIEW_ARG(all), line > 1 ? " " : "",
                          VIEW_ARG(line_hash_text(&arena, &hashes, line)));
    ck_assert_str_eq(view_copy(&arena, all).at, expected);
    arena_free(&arena);
}

START_TEST(an_empty_file_has_one_line)
{
    expect("", "c129715d7a2bc9a3:1");
}
END_TEST

START_TEST(blanks_do_not_count)
{
    expect(" a\nb\n  \t\tc\n d",
           "271789c17abda88f:1 54703d4cd895b18:1 180aee12dab6264:1 a23a3dc5e078b07b:1");
}
END_TEST

START_TEST(all_line_breaks_are_alike)
{
    static const char expected[] =
        "e9496ae3ebfced30:1 fb7c023a8b9ccb3f:1 ce8ba1a563dcdaca:1 e20e36e16fcb0cc8:1 "
        "b3edc88f2938467e:1 c8e28b0b4002a3a0:1 c129715d7a2bc9a3:1";
    expect(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", expected);
    expect(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", expected);
    expect(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", expected);
}
END_TEST

START_TEST(lines_that_repeat_are_counted)
{
    char bytes[400] = "";
    for (int i = 0; i < 10; i++)
        strcat(bytes, "Lorem ipsum dolor sit amet.\n");
    expect(bytes, "a7f2ff13bc495cf2:1 a7f2ff13bc495cf2:2 a7f2ff13bc495cf2:3 a7f2ff13bc495cf2:4 "
                  "a7f2ff13bc495cf2:5 a7f2ff13bc495cf2:6 a7f2ff1481e87703:1 a9cf91f7bbf1862b:1 "
                  "55ec222b86bcae53:1 cc97dc7b1d7d8f7b:1 c129715d7a2bc9a3:1");
}
END_TEST

START_TEST(a_code_point_beyond_the_first_plane_is_two_units)
{
    Arena arena = {0};
    LineHashes hashes = line_hashes(&arena, VIEW("\xF0\x9F\x98\x80"));
    uint64_t hash = 0;
    static const uint64_t units[] = {0xD83D, 0xDE00, 65535};
    for (int i = 0; i < 100; i++)
        hash = 37 * hash + (i < 3 ? units[i] : 0);
    ck_assert_uint_eq(hashes.items[0].hash, hash);
    arena_free(&arena);
}
END_TEST

Suite *line_hash_suite(void)
{
    Suite *suite = suite_create("report/line_hash");
    TCase *tests = tcase_create("line_hash");
    tcase_add_test(tests, an_empty_file_has_one_line);
    tcase_add_test(tests, blanks_do_not_count);
    tcase_add_test(tests, all_line_breaks_are_alike);
    tcase_add_test(tests, lines_that_repeat_are_counted);
    tcase_add_test(tests, a_code_point_beyond_the_first_plane_is_two_units);
    suite_add_tcase(suite, tests);
    return suite;
}
