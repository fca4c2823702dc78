#include "report/report.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

START_TEST(an_article_is_one_line_that_begins_with_its_name)
{
    Sample sample;
    sample_open(&sample, "a.txt", "It rained.\nIt stopped.");
    const char *text = sample_report(&sample, &report_jsonl);
    ck_assert_msg(view_starts(view_of(text), VIEW("{\"id\":\"a.txt\",\"date\":")), "%s", text);
    ck_assert_ptr_eq(strchr(text, '\n') + 1, text + strlen(text));
    sample_close(&sample);
}
END_TEST

START_TEST(a_record_carries_its_id_and_its_line)
{
    Sample sample;
    sample_open_record(&sample, "", "It rained.");
    const char *text = sample_report(&sample, &report_jsonl);
    ck_assert_msg(view_starts(view_of(text), VIEW("{\"id\":\"r1\",\"line\":7,\"date\":")), "%s",
                  text);
    sample.document.has_name = false;
    text = sample_report(&sample, &report_jsonl);
    ck_assert_msg(view_starts(view_of(text), VIEW("{\"id\":null,\"line\":7,")), "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(a_failure_stands_in_its_place)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Failure failures[] = {
        {.path = VIEW("s.ndjson"), .record = true, .line = 3, .message = VIEW("is no JSON")},
        {.path = VIEW("s.ndjson"),
         .record = true,
         .id = VIEW("r\"4"),
         .line = 4,
         .message = VIEW("bad")},
        {.path = VIEW("b.txt"), .message = VIEW("is a folder")}};
    ck_assert_str_eq(sample_failures(&sample, &report_jsonl, failures, 3),
                     "{\"id\":null,\"line\":3,\"error\":\"is no JSON\"}\n"
                     "{\"id\":\"r\\\"4\",\"line\":4,\"error\":\"bad\"}\n"
                     "{\"id\":\"b.txt\",\"line\":null,\"error\":\"is a folder\"}\n");
    sample_close(&sample);
}
END_TEST

Suite *jsonl_suite(void)
{
    Suite *suite = suite_create("report/jsonl");
    TCase *tests = tcase_create("jsonl");
    tcase_add_test(tests, an_article_is_one_line_that_begins_with_its_name);
    tcase_add_test(tests, a_record_carries_its_id_and_its_line);
    tcase_add_test(tests, a_failure_stands_in_its_place);
    suite_add_tcase(suite, tests);
    return suite;
}
