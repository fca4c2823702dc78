#include "report/kept.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

/* A report with a claim of each verdict, a finding with a repair, a record and a failure. */
static View make_report(Sample *sample)
{
    sample_open(sample, "a.txt", "Bo Reyes, the Oz Mayor, met Ann Dale, Premier. \"Ah.\"");
    uint32_t wrong = sample_claim(sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_CONTRADICTED);
    sample_claim(sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    sample_finding(sample, wrong, LEVEL_ERROR, "Bo Reyes was no Mayor.", "Dog-catcher");
    sample->judgement.agreement = (Agreement){.first = day_of(2021, 1, 1),
                                              .last = DAY_MAX,
                                              .claims = 1,
                                              .first_claim = 1,
                                              .last_claim = NONE};
    return view_of(sample_report(sample, &report_json));
}

static bool read_kept(Sample *sample, View bytes, Kept *kept)
{
    Troubles troubles = {.arena = &sample->arena};
    *kept = (Kept){0};
    bool read = kept_read(&sample->arena, VIEW("kept.json"), bytes, kept, &troubles);
    ck_assert(read == !troubles.count);
    return read;
}

START_TEST(a_kept_report_is_written_again_as_it_was)
{
    Sample sample;
    Kept kept;
    View first = view_copy(&sample.arena, make_report(&sample));
    ck_assert(read_kept(&sample, first, &kept));
    ck_assert_uint_eq(kept.sheets.count, 1);
    ReportContext context = {.head = &kept.head};
    Totals totals = {0};
    Buffer again = {0};
    void *self = report_json.begin(&context);
    report_count(&totals, kept.sheets.items);
    report_json.article(self, kept.sheets.items, &again);
    report_json.end(self, &totals, &again);
    buffer_add_byte(&again, '\0');
    ck_assert_str_eq(again.at, first.at);
    buffer_free(&again);
    sample_close(&sample);
}
END_TEST

/* The report with the first `old` in it made `new`. */
static View change(Sample *sample, View report, const char *old, const char *new)
{
    const char *at = strstr(report.at, old);
    ck_assert_msg(at != NULL, "%s is not in %s", old, report.at);
    return view_format(&sample->arena, "%.*s%s%s", (int)(at - report.at), report.at, new,
                       at + strlen(old));
}

START_TEST(a_report_that_contradicts_itself_is_refused)
{
    static const char *const changes[][2] = {
        {"urn:stet:report:1", "urn:stet:report:2"},
        {"\"documents\": [", "\"papers\": ["},
        {"\"id\": \"c2\"", "\"id\": \"c3\""},
        {"\"claim\": \"c1\"", "\"claim\": \"c9\""},
        {"\"from_claim\": \"c2\"", "\"from_claim\": null"},
        {"\"supported\": 1", "\"supported\": 2"},
        {"\"verdict\": \"supported\"", "\"verdict\": \"true\""},
        {"\"quoted\": false", "\"quoted\": 0"},
        {"\"person\": {", "\"human\": {"},
        {"\"date\": \"2025-02-13\"", "\"date\": \"2025-02-31\""},
        {"\"text\": \"Bo Reyes, the Oz Mayor, met", "\"text\": \"\", \"more\": \""},
        {"\"kind\": \"paragraph\"", "\"kind\": \"verse\""},
        {"\"line\": 20", "\"line\": -20"},
        {"\"line\": 20", "\"line\": 4294967295"},
        {"\"flags\": [\n", "\"flags\": [7,\n"},
        {"\"errors\": []", "\"errors\": [1]"},
        {"\"summary\": {", "\"summary\": 7, \"more\": {"},
        {"\"documents\": 1", "\"documents\": 2"},
        {"\"errors\": 1", "\"errors\": 0"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        Sample sample;
        Kept kept;
        View report = make_report(&sample);
        View broken = change(&sample, report, changes[i][0], changes[i][1]);
        ck_assert_msg(!read_kept(&sample, broken, &kept), "%s", changes[i][1]);
        sample_close(&sample);
    }
}
END_TEST

START_TEST(any_bytes_are_refused_or_read)
{
    Sample sample;
    Kept kept;
    View report = view_copy(&sample.arena, make_report(&sample));
    for (size_t at = 0; at < report.len; at++) {
        View cut = view_slice(report, 0, at);
        ck_assert(!read_kept(&sample, cut, &kept) || at + 1 == report.len);
    }
    ck_assert(!read_kept(&sample, VIEW("[]"), &kept));
    ck_assert(!read_kept(&sample, VIEW("7"), &kept));
    sample_close(&sample);
}
END_TEST

/* All formats take what was read. */
static void render(Kept *kept)
{
    ReportContext context = {.head = &kept->head, .verbose = 1};
    Buffer out = {0};
    for (size_t i = 0; report_formats[i]; i++) {
        const ReportFormat *format = report_formats[i];
        Totals totals = {0};
        void *self = format->begin(&context);
        for (uint32_t j = 0; j < kept->sheets.count; j++) {
            report_count(&totals, &kept->sheets.items[j]);
            format->article(self, &kept->sheets.items[j], &out);
        }
        for (uint32_t j = 0; j < kept->failures.count; j++)
            format->failure(self, &kept->failures.items[j], &out);
        format->end(self, &totals, &out);
        buffer_clear(&out);
    }
    buffer_free(&out);
}

START_TEST(a_report_of_which_a_byte_was_altered_is_refused_or_rendered)
{
    Sample sample;
    View report = view_copy(&sample.arena, make_report(&sample));
    char *bytes = (char *)(uintptr_t)report.at; /* our own copy */
    size_t rendered = 0;
    Arena run = {0};
    for (size_t at = 0; at < report.len; at++) {
        static const char others[] = {'9', '"'};
        char kept_byte = bytes[at];
        for (size_t i = 0; i < sizeof others; i++) {
            Troubles troubles = {.arena = &run};
            Kept kept = {0};
            bytes[at] = others[i];
            if (kept_read(&run, VIEW("kept.json"), report, &kept, &troubles)) {
                render(&kept);
                rendered++;
            }
            arena_reset(&run);
        }
        bytes[at] = kept_byte;
    }
    ck_assert_uint_gt(rendered, 0);
    arena_free(&run);
    sample_close(&sample);
}
END_TEST

Suite *kept_suite(void)
{
    Suite *suite = suite_create("report/kept");
    TCase *tests = tcase_create("kept");
    tcase_add_test(tests, a_kept_report_is_written_again_as_it_was);
    tcase_add_test(tests, a_report_that_contradicts_itself_is_refused);
    tcase_add_test(tests, any_bytes_are_refused_or_read);
    tcase_add_test(tests, a_report_of_which_a_byte_was_altered_is_refused_or_rendered);
    tcase_set_timeout(tests, 300);
    suite_add_tcase(suite, tests);
    return suite;
}
