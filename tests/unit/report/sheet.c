#include "report/sheet.h"

#include "sample.h"
#include "suites.h"

static void open_article(Sample *sample)
{
    sample_open(sample, "./a.txt", "Bo Reyes, the Oz Mayor, met Ann Dale, Premier.");
    uint32_t wrong = sample_claim(sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_CONTRADICTED);
    sample_claim(sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    sample_finding(sample, wrong, LEVEL_ERROR, "No.", "Dog-catcher");
}

START_TEST(a_sheet_holds_what_is_asked_for)
{
    Sample sample;
    open_article(&sample);
    Sheet sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_FINDINGS);
    ck_assert_uint_eq(sheet.claims.count, 2);
    ck_assert_uint_eq(sheet.claims.items[0].passage.start.line, 0);
    ck_assert(view_equal(sheet.claims.items[0].person.name, VIEW("Bo Reyes")));
    ck_assert_uint_eq(sheet.findings.items[0].passage.start.line, 1);
    ck_assert_uint_eq(sheet.offices.count, 0);
    sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_CLAIMS);
    ck_assert_uint_eq(sheet.claims.items[0].passage.start.line, 1);
    ck_assert_uint_eq(sheet.claims.items[0].evidence.count, 1);
    ck_assert_uint_eq(sheet.offices.count, 0);
    sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_WHOLE);
    ck_assert_uint_eq(sheet.offices.count, 2);
    ck_assert_uint_eq(sheet.blocks.count, 1);
    ck_assert_uint_gt(sheet.findings.items[0].line_hash.len, 0);
    sample_close(&sample);
}
END_TEST

START_TEST(of_many_seats_the_holders_are_those_of_whom_it_speaks)
{
    Sample sample;
    open_article(&sample);
    Office *mayor = (Office *)(uintptr_t)&sample.article.book->offices[BO_REYES]; /* our own */
    Tenure *premier = (Tenure *)(uintptr_t)&sample.article.book->tenures[ANN_DALE];
    mayor->tenures = (Range){0, 2};
    premier->office = BO_REYES;
    Sheet sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_WHOLE);
    ck_assert_uint_eq(sheet.offices.items[0].holders.count, 2);
    mayor->seats = 0;
    sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_WHOLE);
    ck_assert_uint_eq(sheet.offices.items[0].holders.count, 1);
    ck_assert(view_equal(sheet.offices.items[0].holders.items[0].name, VIEW("Bo Reyes")));
    sample_close(&sample);
}
END_TEST

START_TEST(a_record_stands_at_its_line_of_the_stream)
{
    Sample sample;
    sample_open_record(&sample, "Ann Dale, Premier", "It rained.");
    uint32_t claim = sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_ERROR, "No.", "x");
    Sheet sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_FINDINGS);
    const SheetFinding *finding = sheet.findings.items;
    Region region = sheet_region(&sheet, &finding->passage);
    ck_assert_uint_eq(region.start.line, 7);
    ck_assert(!region.columns);
    ck_assert(!sheet_fix_applies(&sheet, finding->fixes.items));
    ck_assert(
        view_equal(sheet_message(&sample.arena, &sheet, finding), VIEW("news.ndjson(r1): No.")));
    sample_close(&sample);
}
END_TEST

START_TEST(a_path_is_named_without_the_folder_that_one_stands_in)
{
    ck_assert(view_equal(sheet_path(VIEW("./././a.md")), VIEW("a.md")));
    ck_assert(view_equal(sheet_path(VIEW("../a.md")), VIEW("../a.md")));
    ck_assert(view_equal(sheet_path(VIEW("./")), VIEW("./")));
}
END_TEST

START_TEST(findings_are_chained_by_claim)
{
    Sample sample;
    open_article(&sample);
    sample_finding(&sample, 1, LEVEL_NOTE, "Hm.", NULL);
    sample_finding(&sample, 0, LEVEL_NOTE, "And.", NULL);
    Sheet sheet = sheet_of(&sample.arena, &sample.rows, &sample.article, SHEET_FINDINGS);
    uint32_t first[2], next[3];
    sheet_findings_by_claim(&sheet, first, next);
    ck_assert_uint_eq(first[0], 0);
    ck_assert_uint_eq(next[0], 2);
    ck_assert_uint_eq(next[2], NONE);
    ck_assert_uint_eq(first[1], 1);
    ck_assert_uint_eq(next[1], NONE);
    sample_close(&sample);
}
END_TEST

Suite *sheet_suite(void)
{
    Suite *suite = suite_create("report/sheet");
    TCase *tests = tcase_create("sheet");
    tcase_add_test(tests, a_sheet_holds_what_is_asked_for);
    tcase_add_test(tests, of_many_seats_the_holders_are_those_of_whom_it_speaks);
    tcase_add_test(tests, a_record_stands_at_its_line_of_the_stream);
    tcase_add_test(tests, a_path_is_named_without_the_folder_that_one_stands_in);
    tcase_add_test(tests, findings_are_chained_by_claim);
    suite_add_tcase(suite, tests);
    return suite;
}
