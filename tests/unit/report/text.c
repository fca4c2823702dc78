#include "report/report.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

#define CLEAN_SUMMARY "1 document, 1 claim: 1 supported, 0 contradicted, 0 unverifiable; "

/* Bo Reyes was no mayor. */
static void open_wrong(Sample *sample)
{
    sample_open(sample, "a.txt", "It rained. Bo Reyes, the Oz Mayor, spoke.");
    uint32_t claim = sample_claim(sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_CONTRADICTED);
    sample_finding(sample, claim, LEVEL_ERROR, "Bo Reyes was no Mayor.", "Dog-catcher");
}

/* Ann Dale is premier. */
static void open_right(Sample *sample)
{
    sample_open(sample, "a.txt", "Ann Dale, Oz Premier, spoke.");
    sample_claim(sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
}

START_TEST(a_finding_shows_where_what_instead_and_who_says_so)
{
    Sample sample;
    open_wrong(&sample);
    ck_assert_str_eq(sample_report(&sample, &report_text),
                     "a.txt:1:12: error [title-mismatch] Bo Reyes was no Mayor.\n"
                     "    Bo Reyes, the Oz Mayor, spoke.\n"
                     "    ^^^^^^^^^^^^^^^^^^^^^^\n"
                     "    instead: \"Dog-catcher\"\n"
                     "    evidence: Bo Reyes, acting Mayor (Oz), 2020 to 5 March 2021 oz.yaml:20\n"
                     "\n"
                     "1 document, 1 claim: 0 supported, 1 contradicted, 0 unverifiable; "
                     "1 error, 0 warnings, 0 notes\n");
    sample_close(&sample);
}
END_TEST

START_TEST(a_repair_that_only_removes_shows_what_goes)
{
    Sample sample;
    sample_open(&sample, "a.txt", "The former Premier Ann Dale spoke.");
    uint32_t claim =
        sample_claim(&sample, ANN_DALE, "Ann Dale", "former Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_WARNING, "She still is.", NULL);
    sample.judgement.findings.items[0].fix.span = (Span){4, 7};
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "\n    without: \"former\"\n"), "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(an_article_without_findings_is_only_counted)
{
    Sample sample;
    open_right(&sample);
    ck_assert_str_eq(sample_report(&sample, &report_text),
                     CLEAN_SUMMARY "0 errors, 0 warnings, 0 notes\n");
    sample_close(&sample);
}
END_TEST

START_TEST(verbose_lists_each_claim_with_its_source)
{
    Sample sample;
    open_right(&sample);
    sample.context.verbose = 1;
    ck_assert_str_eq(sample_report(&sample, &report_text),
                     "a.txt:1:1: supported \"Ann Dale, Oz Premier\": as the book says\n"
                     "    evidence: Ann Dale, Premier (Oz), 2 May 2024 to –, as of 1 January 2026 "
                     "[Wiki, gazette] oz.yaml:12\n"
                     "\n" CLEAN_SUMMARY "0 errors, 0 warnings, 0 notes\n");
    sample_close(&sample);
}
END_TEST

START_TEST(verbose_does_not_repeat_a_claim_that_has_a_finding)
{
    Sample sample;
    open_wrong(&sample);
    sample.context.verbose = 1;
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(!strstr(text, "contradicted \""), "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(quiet_leaves_out_heads_and_summary)
{
    Sample sample;
    open_right(&sample);
    sample.document.date_source = DATE_FROM_TODAY;
    sample.context.verbose = -1;
    ck_assert_str_eq(sample_report(&sample, &report_text), "");
    sample_close(&sample);
}
END_TEST

START_TEST(a_guessed_date_is_said_at_the_head)
{
    Sample sample;
    open_right(&sample);
    sample.document.date_source = DATE_FROM_TODAY;
    ck_assert_str_eq(sample_report(&sample, &report_text),
                     "a.txt: no date given: judged as of today, 13 February 2025\n"
                     "\n" CLEAN_SUMMARY "0 errors, 0 warnings, 0 notes\n");
    sample.document.date_source = DATE_FROM_FILE_NAME;
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "a.txt: judged as of 13 February 2025, the date in its path\n"),
                  "%s", text);
    sample.document.date = DATE_NONE;
    sample.document.date_source = DATE_FROM_NONE;
    text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "a.txt: no date given: claims that need one are unverifiable\n"),
                  "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(an_article_without_claims_does_not_speak_of_its_date)
{
    Sample sample;
    sample_open(&sample, "a.txt", "It rained.");
    sample.document.date_source = DATE_FROM_TODAY;
    ck_assert_str_eq(sample_report(&sample, &report_text),
                     "1 document, 0 claims: 0 supported, 0 contradicted, 0 unverifiable; "
                     "0 errors, 0 warnings, 0 notes\n");
    sample_close(&sample);
}
END_TEST

/* Both claims hold in January 2021. */
static void open_agreeing(Sample *sample)
{
    sample_open(sample, "a.txt", "Bo Reyes, Mayor, met Ann Dale, Premier.");
    sample_claim(sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_SUPPORTED);
    sample_claim(sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    sample->judgement.agreement = (Agreement){.first = day_of(2021, 1, 1),
                                              .last = day_of(2021, 1, 31),
                                              .claims = 2,
                                              .first_claim = 1,
                                              .last_claim = 0};
}

START_TEST(days_on_which_the_claims_agree_are_offered)
{
    Sample sample;
    open_agreeing(&sample);
    sample.document.date_source = DATE_FROM_TODAY;
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "a.txt: its claims agree on 1 January 2021 to 31 January 2021 "
                               "(2 of 2 claims; Ann Dale to Bo Reyes); "
                               "use --date infer or --date DATE\n"),
                  "%s", text);
    sample.judgement.agreement.last = DAY_MAX;
    sample.judgement.agreement.first = day_of(2026, 1, 1);
    sample.judgement.agreement.last_claim = NONE;
    text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "agree on 1 January 2026 on (2 of 2 claims; Ann Dale); use"), "%s",
                  text);
    sample_close(&sample);
}
END_TEST

START_TEST(an_agreement_is_not_offered_where_it_changes_nothing)
{
    Sample sample;
    open_agreeing(&sample);
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(!strstr(text, "agree"), "the date was given: %s", text);
    sample.document.date_source = DATE_FROM_TODAY;
    sample.judgement.agreement.last = DAY_MAX;
    text = sample_report(&sample, &report_text);
    ck_assert_msg(!strstr(text, "agree"), "today is among the days: %s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(inferred_days_are_said_with_the_claims_that_bound_them)
{
    Sample sample;
    open_agreeing(&sample);
    sample.document.date = (Date){day_of(2021, 1, 1), day_of(2021, 1, 31)};
    sample.document.date_source = DATE_FROM_CLAIMS;
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "a.txt: judged as of 1 January 2021 to 31 January 2021, on which "
                               "its claims agree (2 of 2 claims; Ann Dale to Bo Reyes)\n"),
                  "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(a_record_is_named_by_its_stream_and_its_id)
{
    Sample sample;
    sample_open_record(&sample, "Ann Dale, Premier", "It rained.");
    uint32_t claim = sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_NOTE, "Hm.", NULL);
    const char *text = sample_report(&sample, &report_text);
    ck_assert_msg(view_starts(view_of(text), VIEW("news.ndjson(r1):title:1:1: note [")), "%s",
                  text);
    sample.document.has_name = false;
    text = sample_report(&sample, &report_text);
    ck_assert_msg(view_starts(view_of(text), VIEW("news.ndjson(line 7):title:1:1: note [")), "%s",
                  text);
    sample_close(&sample);
}
END_TEST

START_TEST(colours_are_there_only_where_they_are_asked_for)
{
    Sample sample;
    open_wrong(&sample);
    const char *text = sample_report(&sample, &report_text);
    ck_assert_ptr_null(strchr(text, '\033'));
    sample.context.colour = true;
    text = sample_report(&sample, &report_text);
    ck_assert_msg(strstr(text, "\033[1;31merror\033[0m [title-mismatch]"), "%s", text);
    ck_assert_msg(strstr(text, "    \033[1;31m^^^^^^^^^^^^^^^^^^^^^^\033[0m\n"), "%s", text);
    sample_close(&sample);
}
END_TEST

START_TEST(nothing_of_article_path_or_rules_reaches_the_terminal_raw)
{
    Sample sample;
    sample_open(&sample, "a\033]0;x\007.txt", "\033[2J Ann \033[31mDale, Premier");
    uint32_t claim =
        sample_claim(&sample, ANN_DALE, "Ann \033[31mDale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_ERROR, "No \033[5m", "\033[7m");
    sample.context.verbose = 1;
    const char *text = sample_report(&sample, &report_text);
    ck_assert_ptr_null(strchr(text, '\033'));
    ck_assert_ptr_null(strchr(text, '\007'));
    sample_close(&sample);
}
END_TEST

START_TEST(failures_are_counted_in_the_summary)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Failure failure = {.path = VIEW("b.txt"), .message = VIEW("is a folder, expected a file")};
    ck_assert_str_eq(sample_failures(&sample, &report_text, &failure, 1),
                     "0 documents, 0 claims: 0 supported, 0 contradicted, 0 unverifiable; "
                     "0 errors, 0 warnings, 0 notes; 1 not checked as asked\n");
    sample_close(&sample);
}
END_TEST

Suite *text_suite(void)
{
    Suite *suite = suite_create("report/text");
    TCase *tests = tcase_create("text");
    tcase_add_test(tests, a_finding_shows_where_what_instead_and_who_says_so);
    tcase_add_test(tests, a_repair_that_only_removes_shows_what_goes);
    tcase_add_test(tests, an_article_without_findings_is_only_counted);
    tcase_add_test(tests, verbose_lists_each_claim_with_its_source);
    tcase_add_test(tests, verbose_does_not_repeat_a_claim_that_has_a_finding);
    tcase_add_test(tests, quiet_leaves_out_heads_and_summary);
    tcase_add_test(tests, a_guessed_date_is_said_at_the_head);
    tcase_add_test(tests, an_article_without_claims_does_not_speak_of_its_date);
    tcase_add_test(tests, days_on_which_the_claims_agree_are_offered);
    tcase_add_test(tests, an_agreement_is_not_offered_where_it_changes_nothing);
    tcase_add_test(tests, inferred_days_are_said_with_the_claims_that_bound_them);
    tcase_add_test(tests, a_record_is_named_by_its_stream_and_its_id);
    tcase_add_test(tests, colours_are_there_only_where_they_are_asked_for);
    tcase_add_test(tests, nothing_of_article_path_or_rules_reaches_the_terminal_raw);
    tcase_add_test(tests, failures_are_counted_in_the_summary);
    suite_add_tcase(suite, tests);
    return suite;
}
