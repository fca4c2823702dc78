/* The public face, as a program would use it that has nothing else: include/stet/stet.h alone. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "stet/stet.h"

#define WRONG "The U.S. secretary of state Pete Hegseth spoke."
#define RIGHT "The U.S. secretary of defense Pete Hegseth spoke."

static StetTroubles *troubles;
static StetRules *rules;

static void open_rules(void)
{
    troubles = stet_troubles_new();
    rules = stet_rules_open(STET_RULES_FOLDER, troubles);
    ck_assert_msg(rules != NULL, "%s", rules ? "" : stet_troubles_text(troubles, 0));
}

static void close_rules(void)
{
    stet_rules_free(rules);
    stet_troubles_free(troubles);
}

static StetDesk *desk_as_of(const char *date)
{
    StetOptions options = {.date = date};
    StetDesk *desk = stet_desk_new(rules, &options, troubles);
    ck_assert_ptr_nonnull(desk);
    return desk;
}

static StetSource source_of(const char *name, const char *text)
{
    return (StetSource){.name = name, .bytes = text, .length = strlen(text)};
}

/* --- checking --- */

START_TEST(a_finding_has_its_place_and_its_repair)
{
    StetDesk *desk = desk_as_of("2025-02-13");
    StetSource source = source_of("a.txt", "It rained.\n" WRONG);
    const StetArticle *article = stet_check(desk, &source, troubles);
    ck_assert_uint_eq(stet_article_finding_count(article), 1);
    ck_assert_uint_eq(stet_article_claim_count(article, STET_CONTRADICTED), 1);
    StetFinding finding = stet_article_finding(article, 0);
    ck_assert_str_eq(finding.rule, "title-mismatch");
    ck_assert_int_eq(finding.level, STET_ERROR);
    ck_assert(!finding.in_title);
    ck_assert_uint_eq(finding.start.offset, 15);
    ck_assert_uint_eq(finding.start.line, 2);
    ck_assert_uint_eq(finding.start.column, 5);
    ck_assert_str_eq(finding.suggestion, "secretary of defense");
    ck_assert_uint_eq(finding.suggestion_start.offset, 20);
    ck_assert_uint_eq(finding.suggestion_end.offset, 38);
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_desk_forgets_one_article_before_the_next)
{
    StetDesk *desk = desk_as_of("2025-02-13");
    StetSource wrong = source_of("a.txt", WRONG), right = source_of("b.txt", RIGHT);
    for (int i = 0; i < 3; i++) {
        ck_assert_uint_eq(stet_article_finding_count(stet_check(desk, &wrong, troubles)), 1);
        const StetArticle *article = stet_check(desk, &right, troubles);
        ck_assert_uint_eq(stet_article_finding_count(article), 0);
        ck_assert_uint_eq(stet_article_claim_count(article, STET_SUPPORTED), 1);
    }
    stet_desk_free(desk);
}
END_TEST

START_TEST(two_desks_share_the_rules_and_nothing_else)
{
    StetDesk *then = desk_as_of("2025-02-13"), *before = desk_as_of("2020-02-13");
    StetSource source = source_of("a.txt", RIGHT);
    const StetArticle *right = stet_check(then, &source, troubles);
    const StetArticle *early = stet_check(before, &source, troubles);
    ck_assert_uint_eq(stet_article_claim_count(right, STET_SUPPORTED), 1);
    ck_assert_uint_eq(stet_article_claim_count(early, STET_SUPPORTED), 0);
    stet_desk_free(then);
    stet_desk_free(before);
}
END_TEST

START_TEST(an_article_of_no_bytes_is_an_article)
{
    StetDesk *desk = desk_as_of(NULL);
    StetSource source = {.name = "a.txt"};
    const StetArticle *article = stet_check(desk, &source, troubles);
    ck_assert_ptr_nonnull(article);
    ck_assert_uint_eq(stet_article_finding_count(article), 0);
    stet_desk_free(desk);
}
END_TEST

START_TEST(an_article_beyond_the_limit_is_trouble_and_is_not_looked_at)
{
    StetDesk *desk = desk_as_of(NULL);
    StetSource source = {.name = "a.txt", .bytes = "", .length = ((size_t)1 << 30) + 1};
    ck_assert_ptr_null(stet_check(desk, &source, troubles));
    ck_assert_uint_eq(stet_troubles_count(troubles), 1);
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_record_that_is_none_is_trouble_at_its_line)
{
    StetDesk *desk = desk_as_of(NULL);
    StetSource source = source_of("s.ndjson", "[]");
    source.line = 7;
    ck_assert_ptr_null(stet_check(desk, &source, troubles));
    ck_assert_uint_eq(stet_troubles_count(troubles), 1);
    ck_assert_msg(!strncmp(stet_troubles_text(troubles, 0), "s.ndjson:7:", 11), "%s",
                  stet_troubles_text(troubles, 0));
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_date_that_is_no_whole_day_makes_no_desk)
{
    const char *const dates[] = {"2025", "2025-02", "2025-02-30", "soon", ""};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        StetOptions date = {.date = dates[i]}, today = {.today = dates[i]};
        ck_assert_ptr_null(stet_desk_new(rules, &date, troubles));
        ck_assert_ptr_null(stet_desk_new(rules, &today, troubles));
    }
    ck_assert_uint_eq(stet_troubles_count(troubles), 2 * sizeof dates / sizeof *dates);
}
END_TEST

START_TEST(a_folder_that_holds_nothing_opens_as_nothing)
{
    ck_assert_ptr_null(stet_rules_open("/nowhere", troubles));
    ck_assert_uint_eq(stet_troubles_count(troubles), 3); /* words, reference, checks */
}
END_TEST

/* --- reports --- */

typedef struct Paper {
    char text[4096];
    size_t length;
    size_t room; /* what may be written before writing fails */
} Paper;

static bool print(void *to, const char *bytes, size_t length)
{
    Paper *paper = to;
    if (length > paper->room)
        return false;
    paper->room -= length;
    memcpy(paper->text + paper->length, bytes, length);
    paper->length += length;
    return true;
}

static size_t format_named(const char *name)
{
    const char *found;
    for (size_t i = 0; (found = stet_report_format(i)); i++)
        if (!strcmp(found, name))
            return i;
    ck_abort_msg("no format %s", name);
}

static StetReport *report_in(const char *format, Paper *paper)
{
    StetOutput output = {.format = format_named(format), .write = print, .to = paper};
    return stet_report_new(rules, &output, 1);
}

START_TEST(lines_are_written_as_soon_as_their_article_is_judged)
{
    Paper paper = {.room = sizeof paper.text};
    StetDesk *desk = desk_as_of("2025-02-13");
    StetReport *report = report_in("jsonl", &paper);
    StetSource source = source_of("a.txt", RIGHT);
    stet_report_source(report, desk, &source, troubles);
    size_t first = paper.length;
    ck_assert_uint_gt(first, 0);
    ck_assert_int_eq(paper.text[first - 1], '\n');
    stet_report_source(report, desk, &source, troubles);
    ck_assert_uint_eq(paper.length, 2 * first);
    ck_assert(stet_report_end(report));
    ck_assert_uint_eq(paper.length, 2 * first);
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_report_counts_its_findings)
{
    Paper paper = {.room = sizeof paper.text};
    StetDesk *desk = desk_as_of("2025-02-13");
    StetReport *report = report_in("text", &paper);
    StetSource source = source_of("a.txt", WRONG);
    stet_report_source(report, desk, &source, troubles);
    ck_assert_uint_eq(stet_report_finding_count(report, STET_ERROR), 1);
    ck_assert_uint_eq(stet_report_finding_count(report, STET_WARNING), 0);
    ck_assert_uint_eq(stet_report_finding_count(report, STET_NOTE), 0);
    ck_assert(stet_report_end(report));
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_report_that_cannot_be_written_stops_and_says_so)
{
    Paper paper = {.room = 10};
    StetDesk *desk = desk_as_of("2025-02-13");
    StetReport *report = report_in("jsonl", &paper);
    StetSource source = source_of("a.txt", WRONG);
    stet_report_source(report, desk, &source, troubles);
    ck_assert(stet_report_stopped(report));
    paper.room = sizeof paper.text;
    stet_report_source(report, desk, &source, troubles);
    ck_assert_uint_eq(paper.length, 0);
    ck_assert(!stet_report_end(report));
    stet_desk_free(desk);
}
END_TEST

START_TEST(a_path_that_is_missing_fails_in_its_place)
{
    Paper paper = {.room = sizeof paper.text};
    StetDesk *desk = desk_as_of(NULL);
    StetReport *report = report_in("jsonl", &paper);
    stet_report_path(report, desk, "/nowhere/a.txt", STET_FORMAT_AUTO, troubles);
    stet_report_path(report, desk, "/nowhere/a.ndjson", STET_FORMAT_AUTO, troubles);
    ck_assert_uint_eq(stet_troubles_count(troubles), 2);
    ck_assert(!stet_report_stopped(report));
    ck_assert(stet_report_end(report));
    paper.text[paper.length] = '\0';
    ck_assert_msg(!strncmp(paper.text, "{\"id\":\"/nowhere/a.txt\",\"line\":null,\"error\":", 43),
                  "%s", paper.text);
    stet_desk_free(desk);
}
END_TEST

/* --- the rest --- */

START_TEST(the_nearest_word_is_the_one_meant_or_none)
{
    static const char *const words[] = {"check", "test", "data", NULL};
    ck_assert_str_eq(stet_nearest_word("chekc", words), "check");
    ck_assert_ptr_null(stet_nearest_word("xyzzy", words));
}
END_TEST

START_TEST(what_may_be_nothing_can_be_freed)
{
    stet_rules_free(NULL);
    stet_desk_free(NULL);
    stet_troubles_free(NULL);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("face");
    TCase *tests = tcase_create("face");
    tcase_add_checked_fixture(tests, open_rules, close_rules);
    tcase_add_test(tests, a_finding_has_its_place_and_its_repair);
    tcase_add_test(tests, a_desk_forgets_one_article_before_the_next);
    tcase_add_test(tests, two_desks_share_the_rules_and_nothing_else);
    tcase_add_test(tests, an_article_of_no_bytes_is_an_article);
    tcase_add_test(tests, an_article_beyond_the_limit_is_trouble_and_is_not_looked_at);
    tcase_add_test(tests, a_record_that_is_none_is_trouble_at_its_line);
    tcase_add_test(tests, a_date_that_is_no_whole_day_makes_no_desk);
    tcase_add_test(tests, a_folder_that_holds_nothing_opens_as_nothing);
    tcase_add_test(tests, lines_are_written_as_soon_as_their_article_is_judged);
    tcase_add_test(tests, a_report_counts_its_findings);
    tcase_add_test(tests, a_report_that_cannot_be_written_stops_and_says_so);
    tcase_add_test(tests, a_path_that_is_missing_fails_in_its_place);
    tcase_add_test(tests, the_nearest_word_is_the_one_meant_or_none);
    tcase_add_test(tests, what_may_be_nothing_can_be_freed);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
