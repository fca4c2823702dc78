#include "source/format.h"

#include "suites.h"

START_TEST(the_ending_tells_the_format)
{
    ck_assert(source_format_of(VIEW("a/b.md")) == SOURCE_MARKDOWN);
    ck_assert(source_format_of(VIEW("b.MARKDOWN")) == SOURCE_MARKDOWN);
    ck_assert(source_format_of(VIEW("b.html")) == SOURCE_HTML);
    ck_assert(source_format_of(VIEW("b.HTM")) == SOURCE_HTML);
    ck_assert(source_format_of(VIEW("b.ndjson")) == SOURCE_NDJSON);
    ck_assert(source_format_of(VIEW("b.jsonl")) == SOURCE_NDJSON);
    ck_assert(source_format_of(VIEW("b.txt")) == SOURCE_TEXT);
    ck_assert(source_format_of(VIEW("md")) == SOURCE_TEXT);
    ck_assert(source_format_of(VIEW("b.md.txt")) == SOURCE_TEXT);
    ck_assert(source_format_of(VIEW("")) == SOURCE_TEXT);
}
END_TEST

static Day day(const char *path)
{
    Date date = path_date(view_of(path));
    ck_assert(date.first == date.last);
    return date.first;
}

START_TEST(a_day_is_read_off_a_path)
{
    ck_assert_int_eq(day("news/2025-02-13-hegseth.md"), day_of(2025, 2, 13));
    ck_assert_int_eq(day("news/2025/02/13/hegseth.md"), day_of(2025, 2, 13));
    ck_assert_int_eq(day("2025-02-13"), day_of(2025, 2, 13));
}
END_TEST

START_TEST(the_last_day_of_a_path_counts)
{
    ck_assert_int_eq(day("2024-01-01/x-2025-02-13.md"), day_of(2025, 2, 13));
    ck_assert_int_eq(day("2024/01/01/x-2025-02-33.md"), day_of(2024, 1, 1));
}
END_TEST

START_TEST(what_is_no_day_is_passed_over)
{
    static const char *const paths[] = {"x.md",        "20250213.md", "2025-02.md", "2025-02/13.md",
                                        "2025-13-01",  "2025-02-30",  "1899-12-31", "2101-01-01",
                                        "12025-02-13", "2025-02-131", "2025/02-13", ""};
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        ck_assert_int_eq(day(paths[i]), DAY_NONE);
}
END_TEST

Suite *format_suite(void)
{
    Suite *suite = suite_create("format");
    TCase *tests = tcase_create("format");
    tcase_add_test(tests, the_ending_tells_the_format);
    tcase_add_test(tests, a_day_is_read_off_a_path);
    tcase_add_test(tests, the_last_day_of_a_path_counts);
    tcase_add_test(tests, what_is_no_day_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
