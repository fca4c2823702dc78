#include "report/report.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

#define ck_assert_holds(text, part) ck_assert_msg(strstr(text, part) != NULL, "%s", text)

START_TEST(a_run_without_articles_is_a_whole_report)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    ck_assert_str_eq(sample_failures(&sample, &report_json, NULL, 0),
                     "{\n"
                     "  \"schema\": \"urn:stet:report:1\",\n"
                     "  \"tool\": {\n"
                     "    \"name\": \"stet\",\n"
                     "    \"version\": \"9.9\"\n"
                     "  },\n"
                     "  \"rules\": {\n"
                     "    \"hash\": \"4567\",\n"
                     "    \"count\": 1,\n"
                     "    \"list\": [\n"
                     "      {\n"
                     "        \"name\": \"title-mismatch\",\n"
                     "        \"level\": \"error\",\n"
                     "        \"summary\": \"Never held it.\",\n"
                     "        \"help\": \"Never held it. Look at the book.\\n\",\n"
                     "        \"tags\": []\n"
                     "      }\n"
                     "    ]\n"
                     "  },\n"
                     "  \"book\": {\n"
                     "    \"hash\": \"0123\",\n"
                     "    \"as_of\": \"2026-01-01\",\n"
                     "    \"places\": 1,\n"
                     "    \"offices\": 2,\n"
                     "    \"people\": 2,\n"
                     "    \"tenures\": 2,\n"
                     "    \"sources\": [\n"
                     "      {\n"
                     "        \"id\": \"wiki\",\n"
                     "        \"title\": \"Wiki\",\n"
                     "        \"licence\": null,\n"
                     "        \"url\": null\n"
                     "      },\n"
                     "      {\n"
                     "        \"id\": \"gazette\",\n"
                     "        \"title\": \"\",\n"
                     "        \"licence\": null,\n"
                     "        \"url\": null\n"
                     "      }\n"
                     "    ]\n"
                     "  },\n"
                     "  \"documents\": [],\n"
                     "  \"summary\": {\n"
                     "    \"documents\": 0,\n"
                     "    \"claims\": 0,\n"
                     "    \"supported\": 0,\n"
                     "    \"contradicted\": 0,\n"
                     "    \"unverifiable\": 0,\n"
                     "    \"errors\": 0,\n"
                     "    \"warnings\": 0,\n"
                     "    \"notes\": 0,\n"
                     "    \"hidden\": 0,\n"
                     "    \"suppressed\": 0,\n"
                     "    \"baselined\": 0\n"
                     "  },\n"
                     "  \"errors\": []\n"
                     "}\n");
    sample_close(&sample);
}
END_TEST

START_TEST(a_file_is_named_by_its_path)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Ann Dale, Premier.");
    uint32_t claim = sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_WARNING, "No.", NULL);
    const char *text = sample_report(&sample, &report_json);
    ck_assert_holds(text, "    {\n      \"path\": \"a.txt\",\n      \"date\": \"2025-02-13\",\n");
    ck_assert_holds(text, "    \"contradicted\": 1,\n    \"unverifiable\": 0,\n    \"errors\": 0,\n"
                          "    \"warnings\": 1,\n");
    sample_close(&sample);
}
END_TEST

START_TEST(a_record_is_named_by_its_stream_line_and_id)
{
    Sample sample;
    sample_open_record(&sample, "", "It rained.");
    ck_assert_holds(
        sample_report(&sample, &report_json),
        "      \"path\": \"news.ndjson\",\n      \"line\": 7,\n      \"id\": \"r1\",\n");
    sample_close(&sample);
}
END_TEST

START_TEST(failures_stand_at_the_end_whatever_their_bytes)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Failure failure = {.path = VIEW("b\xFF.txt"), .message = VIEW("cannot be read")};
    ck_assert_holds(
        sample_failures(&sample, &report_json, &failure, 1),
        "  \"errors\": [\n    {\n      \"path\": \"b\uFFFD.txt\",\n      \"id\": null,\n"
        "      \"line\": null,\n      \"error\": \"cannot be read\"\n    }\n  ]\n}\n");
    sample_close(&sample);
}
END_TEST

Suite *json_suite(void)
{
    Suite *suite = suite_create("report/json");
    TCase *tests = tcase_create("json");
    tcase_add_test(tests, a_run_without_articles_is_a_whole_report);
    tcase_add_test(tests, a_file_is_named_by_its_path);
    tcase_add_test(tests, a_record_is_named_by_its_stream_line_and_id);
    tcase_add_test(tests, failures_stand_at_the_end_whatever_their_bytes);
    suite_add_tcase(suite, tests);
    return suite;
}
