#include "report/report.h"

#include "sample.h"
#include "suites.h"

START_TEST(the_formats_have_names_of_their_own)
{
    for (int i = 0; report_formats[i]; i++)
        for (int j = 0; j < i; j++)
            ck_assert_str_ne(report_formats[i]->name, report_formats[j]->name);
}
END_TEST

START_TEST(claims_count_by_verdict_and_findings_by_level)
{
    Sample sample;
    Totals totals = {0};
    sample_open(&sample, "a.txt", "Ann Dale, Premier, met Bo Reyes, Mayor.");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    uint32_t wrong = sample_claim(&sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_CONTRADICTED);
    sample_finding(&sample, wrong, LEVEL_WARNING, "No.", NULL);
    Sheet sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_FINDINGS);
    report_count(&totals, &sheet);
    report_count(&totals, &sheet);
    ck_assert_uint_eq(totals.documents, 2);
    ck_assert_uint_eq(totals.claims, 4);
    ck_assert_uint_eq(totals.verdicts[VERDICT_SUPPORTED], 2);
    ck_assert_uint_eq(totals.verdicts[VERDICT_CONTRADICTED], 2);
    ck_assert_uint_eq(totals.verdicts[VERDICT_UNVERIFIABLE], 0);
    ck_assert_uint_eq(totals.findings[LEVEL_WARNING], 2);
    ck_assert_uint_eq(totals.findings[LEVEL_ERROR], 0);
    sample_close(&sample);
}
END_TEST

START_TEST(a_repair_may_stand_at_the_start_of_the_text)
{
    ck_assert(!finding_has_fix(&(Finding){.fix = {.span = {0, 0}}}));
    ck_assert(finding_has_fix(&(Finding){.fix = {.span = {0, 7}}}));
    ck_assert(finding_has_fix(&(Finding){.fix = {.span = {7, 0}}}));
}
END_TEST

Suite *report_suite(void)
{
    Suite *suite = suite_create("report/report");
    TCase *tests = tcase_create("report");
    tcase_add_test(tests, the_formats_have_names_of_their_own);
    tcase_add_test(tests, claims_count_by_verdict_and_findings_by_level);
    tcase_add_test(tests, a_repair_may_stand_at_the_start_of_the_text);
    suite_add_tcase(suite, tests);
    return suite;
}
