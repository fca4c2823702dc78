#include "source/lines.h"

#include <string.h>

#include "article.h"
#include "suites.h"

START_TEST(lines_end_with_any_line_break)
{
    View bytes = VIEW("a\nb\r\nc\rd\r\r\ne");
    static const char *const expected[] = {"a", "b", "c", "d", "", "e"};
    LineReader reader = lines_of(bytes, 0);
    Line line;
    for (size_t i = 0; i < 6; i++) {
        ck_assert(lines_next(&reader, &line));
        ck_assert(view_equal(view_slice(bytes, line.from, line.to), view_of(expected[i])));
    }
    ck_assert(!lines_next(&reader, &line));
}
END_TEST

START_TEST(a_last_line_break_begins_no_line)
{
    LineReader reader = lines_of(VIEW("a\n"), 0);
    Line line;
    ck_assert(lines_next(&reader, &line));
    ck_assert_uint_eq(line.next, 2);
    ck_assert(!lines_next(&reader, &line));
    reader = lines_of(VIEW(""), 0);
    ck_assert(!lines_next(&reader, &line));
}
END_TEST

static Position position(View bytes, uint32_t offset)
{
    LineIndex lines = line_index(&article_arena, bytes);
    return line_position(&lines, offset);
}

START_TEST(columns_count_code_points)
{
    View bytes = VIEW("é“a”\r\nb\rcd");
    Position at = position(bytes, 5);
    ck_assert_uint_eq(at.line, 1);
    ck_assert_uint_eq(at.column, 3);
    ck_assert_uint_eq(at.offset, 5);
    ck_assert_uint_eq(position(bytes, 11).line, 2);
    ck_assert_uint_eq(position(bytes, 14).line, 3);
    ck_assert_uint_eq(position(bytes, 14).column, 2);
    ck_assert_uint_eq(position(bytes, 15).column, 3);
}
END_TEST

START_TEST(columns_count_in_other_units_too)
{
    View bytes = VIEW("x\né😀a\xFF.");
    static const uint32_t expected[][4] = {/* offset; code points, UTF-16 units, bytes */
                                           {2, 1, 1, 1}, {4, 2, 2, 3},  {8, 3, 4, 7},
                                           {9, 4, 5, 8}, {10, 5, 6, 9}, {11, 6, 7, 10}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        Position at = position(bytes, expected[i][0]);
        ck_assert_uint_eq(at.line, 2);
        ck_assert_uint_eq(at.column, expected[i][1]);
        ck_assert_uint_eq(at.utf16, expected[i][2]);
        ck_assert_uint_eq(at.byte, expected[i][3]);
    }
}
END_TEST

START_TEST(the_end_behind_a_line_break_is_a_line)
{
    ck_assert_uint_eq(position(VIEW("a\n"), 2).line, 2);
    ck_assert_uint_eq(position(VIEW("a\n"), 2).column, 1);
    ck_assert_uint_eq(position(VIEW("a\n"), 1).line, 1);
    ck_assert_uint_eq(position(VIEW(""), 0).line, 1);
}
END_TEST

START_TEST(a_byte_order_mark_takes_no_column)
{
    View bytes = VIEW("\xEF\xBB\xBF"
                      "ab\nc");
    ck_assert_uint_eq(position(bytes, 0).column, 1);
    ck_assert_uint_eq(position(bytes, 3).column, 1);
    ck_assert_uint_eq(position(bytes, 4).column, 2);
    ck_assert_uint_eq(position(bytes, 4).utf16, 2);
    ck_assert_uint_eq(position(bytes, 4).byte, 5);
    ck_assert_uint_eq(position(bytes, 6).line, 2);
    ck_assert_uint_eq(position(bytes, 7).column, 2);
}
END_TEST

START_TEST(a_broken_byte_takes_a_column)
{
    ck_assert_uint_eq(position(VIEW("\xFF\xC3"
                                    "a"),
                               2)
                          .column,
                      3);
}
END_TEST

START_TEST(columns_far_into_a_long_line_are_right)
{
    enum { PAIRS = 5000 };
    char *text = arena_new(&article_arena, char, 3 * PAIRS + 2);
    text[0] = '\n';
    for (size_t i = 0; i < PAIRS; i++)
        memcpy(text + 1 + 3 * i, "\xC3\xA9x", 3);
    LineIndex lines = line_index(&article_arena, (View){text, 3 * PAIRS + 1});
    for (uint32_t i = 0; i <= PAIRS; i += 97) {
        Position at = line_position(&lines, 1 + 3 * i);
        ck_assert_uint_eq(at.line, 2);
        ck_assert_uint_eq(at.column, 2 * i + 1);
        ck_assert_uint_eq(at.utf16, 2 * i + 1);
        ck_assert_uint_eq(at.byte, 3 * i + 1);
    }
    ck_assert_uint_eq(line_text(&lines, 2).len, 3 * PAIRS);
}
END_TEST

START_TEST(a_line_is_given_without_its_break)
{
    LineIndex lines = line_index(&article_arena, VIEW("a\r\nbc\n"));
    ck_assert(view_equal(line_text(&lines, 1), VIEW("a")));
    ck_assert(view_equal(line_text(&lines, 2), VIEW("bc")));
    ck_assert(view_equal(line_text(&lines, 3), VIEW("")));
}
END_TEST

Suite *lines_suite(void)
{
    Suite *suite = suite_create("lines");
    TCase *tests = tcase_create("lines");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, lines_end_with_any_line_break);
    tcase_add_test(tests, a_last_line_break_begins_no_line);
    tcase_add_test(tests, columns_count_code_points);
    tcase_add_test(tests, columns_count_in_other_units_too);
    tcase_add_test(tests, the_end_behind_a_line_break_is_a_line);
    tcase_add_test(tests, a_byte_order_mark_takes_no_column);
    tcase_add_test(tests, a_broken_byte_takes_a_column);
    tcase_add_test(tests, columns_far_into_a_long_line_are_right);
    tcase_add_test(tests, a_line_is_given_without_its_break);
    suite_add_tcase(suite, tests);
    return suite;
}
