/* CSV as RFC 4180 has it. */
#include "import/csv.h"

#include "suites.h"

static Troubles troubles;

static void set_up(void)
{
    sample_open();
    troubles = (Troubles){.arena = &sample_arena};
}

static Csv open_text(const char *text)
{
    Csv csv;
    ck_assert(csv_open(&csv, &sample_arena, VIEW("a.csv"), view_of(text), &troubles));
    return csv;
}

static void expect(const Csv *csv, const char *name, const char *value)
{
    ck_assert_str_eq(view_copy(&sample_arena, csv_field(csv, name)).at, value);
}

START_TEST(fields_go_by_the_names_of_the_head_line)
{
    Csv csv = open_text("\xEF\xBB\xBFname, from\r\nAna,2020\r\n\r\n\"B, C\",\"say \"\"so\"\"\"\n");
    ck_assert(csv_next(&csv, &troubles));
    expect(&csv, "name", "Ana");
    expect(&csv, "from", "2020");
    expect(&csv, "to", "");
    ck_assert_uint_eq(csv.line, 2);
    ck_assert(csv_next(&csv, &troubles));
    expect(&csv, "name", "B, C");
    expect(&csv, "from", "say \"so\"");
    ck_assert_uint_eq(csv.line, 4);
    ck_assert(!csv_next(&csv, &troubles));
    ck_assert_uint_eq(troubles.count, 0);
    ck_assert(csv_has(&csv, "from") && !csv_has(&csv, "to"));
}
END_TEST

START_TEST(a_field_may_go_on_over_lines)
{
    Csv csv = open_text("a,b\n\"x\ny\",z\nlast");
    ck_assert(csv_next(&csv, &troubles));
    expect(&csv, "a", "x\ny");
    ck_assert(csv_next(&csv, &troubles));
    ck_assert_uint_eq(csv.line, 4);
    expect(&csv, "a", "last");
    expect(&csv, "b", "");
}
END_TEST

START_TEST(what_is_no_table_is_trouble)
{
    Csv csv;
    ck_assert(!csv_open(&csv, &sample_arena, VIEW("a.csv"), VIEW(""), &troubles));
    csv = open_text("a,b\n1,2,3\n");
    ck_assert(!csv_next(&csv, &troubles));
    csv = open_text("a,b\n\"1,2\n");
    ck_assert(!csv_next(&csv, &troubles));
    ck_assert_uint_eq(troubles.count, 3);
}
END_TEST

Suite *csv_suite(void)
{
    Suite *suite = suite_create("import/csv");
    TCase *tests = tcase_create("csv");
    tcase_add_checked_fixture(tests, set_up, sample_close);
    tcase_add_test(tests, fields_go_by_the_names_of_the_head_line);
    tcase_add_test(tests, a_field_may_go_on_over_lines);
    tcase_add_test(tests, what_is_no_table_is_trouble);
    suite_add_tcase(suite, tests);
    return suite;
}
