/* JUnit: each claim is a test case, which passes where it is supported, fails where a finding
 * contradicts it, and is skipped where nobody can vouch for it. So a dashboard of tests shows how
 * many claims were checked, and a clean run is not an empty one.
 * Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "report/markup.h"
#include "report/report.h"

/* How a claim, or a finding about none, came out. */
typedef enum Outcome { OUTCOME_PASSED, OUTCOME_SKIPPED, OUTCOME_FAILED } Outcome;

typedef struct Suite {
    Arena arena;
    const Sheet *sheet;
    Outcome *outcomes; /* by claim */
    uint32_t *first;   /* by claim: its first finding ... */
    uint32_t *next;    /* ... by finding: the next of the same claim */
    View name;
    Buffer *out;
} Suite;

static void *begin(const ReportContext *context)
{
    (void)context;
    return memory_or_end(calloc(1, sizeof(bool))); /* whether the root stands open */
}

static void open_root(bool *open, Buffer *out)
{
    if (!*open)
        buffer_print(out,
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stet\">\n");
    *open = true;
}

/* --- cases --- */

static void open_case(const Suite *suite, const Passage *passage, View words)
{
    Region region = sheet_region(suite->sheet, passage);
    buffer_print(suite->out, "    <testcase classname=\"stet.");
    markup_add(suite->out, suite->name);
    buffer_print(suite->out, "\" name=\"%s%u:%u: ", passage->part == PART_TITLE ? "title:" : "",
                 passage->start.line, passage->start.column);
    markup_add(suite->out, words);
    buffer_print(suite->out, "\" file=\"");
    markup_add(suite->out, sheet_path(suite->sheet->path));
    buffer_print(suite->out, "\" line=\"%u\"", region.start.line);
}

static void add_failure(const Suite *suite, const SheetFinding *finding)
{
    Buffer *out = suite->out;
    buffer_print(out, "      <failure type=\"%s\" message=\"", level_name(finding->level));
    markup_add(out, finding->rule);
    buffer_print(out, ": ");
    markup_add(out, finding->message);
    buffer_print(out, "\">");
    for (uint32_t i = 0; i < finding->evidence.count; i++) {
        Arena scratch = {0};
        buffer_print(out, "%sevidence: ", i ? "\n" : "");
        markup_add(out, evidence_line(&scratch, &finding->evidence.items[i], suite->sheet->dates));
        arena_free(&scratch);
    }
    buffer_print(out, "</failure>\n");
}

static void add_claim(const Suite *suite, const SheetClaim *claim)
{
    const Sheet *sheet = suite->sheet;
    open_case(suite, &claim->passage, claim->text);
    if (suite->outcomes[claim->number] == OUTCOME_PASSED) {
        buffer_print(suite->out, "/>\n");
        return;
    }
    buffer_print(suite->out, ">\n");
    if (suite->outcomes[claim->number] == OUTCOME_SKIPPED) {
        buffer_print(suite->out, "      <skipped message=\"");
        markup_add(suite->out, claim->reason);
        buffer_print(suite->out, "\"/>\n");
    }
    for (uint32_t i = suite->first[claim->number]; i != NONE; i = suite->next[i])
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_failure(suite, &sheet->findings.items[i]);
    buffer_print(suite->out, "    </testcase>\n");
}

/* What is said of a mark. */
static void add_finding(const Suite *suite, const SheetFinding *finding)
{
    open_case(suite, &finding->passage, finding->text);
    buffer_print(suite->out, ">\n");
    add_failure(suite, finding);
    buffer_print(suite->out, "    </testcase>\n");
}

/* --- suites --- */

/* A claim that is contradicted by no finding that counts (a mark lets it stand, its rule is off) is
 * skipped. */
static void find_outcomes(Suite *suite)
{
    const Sheet *sheet = suite->sheet;
    suite->outcomes = arena_new(&suite->arena, Outcome, sheet->claims.count);
    suite->first = arena_new(&suite->arena, uint32_t, sheet->claims.count);
    suite->next = arena_new(&suite->arena, uint32_t, sheet->findings.count);
    sheet_findings_by_claim(sheet, suite->first, suite->next);
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        if (sheet->claims.items[i].verdict != VERDICT_SUPPORTED)
            suite->outcomes[i] = OUTCOME_SKIPPED;
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        const SheetFinding *finding = &sheet->findings.items[i];
        if (finding->claim != NONE && sheet_finding_counts(finding))
            suite->outcomes[finding->claim] = OUTCOME_FAILED;
    }
}

static bool is_apart(const SheetFinding *finding)
{
    return finding->claim == NONE && sheet_finding_counts(finding);
}

static void open_suite(const Suite *suite)
{
    const Sheet *sheet = suite->sheet;
    uint32_t counts[3] = {0}, apart = 0;
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        counts[suite->outcomes[i]]++;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        apart += is_apart(&sheet->findings.items[i]);
    bool empty = !sheet->claims.count && !apart;
    buffer_print(suite->out, "  <testsuite name=\"");
    markup_add(suite->out, suite->name);
    buffer_print(suite->out, "\" tests=\"%u\" failures=\"%u\" errors=\"0\" skipped=\"%u\">\n",
                 sheet->claims.count + apart + empty, counts[OUTCOME_FAILED] + apart,
                 counts[OUTCOME_SKIPPED]);
    if (empty) {
        buffer_print(suite->out, "    <testcase classname=\"stet.");
        markup_add(suite->out, suite->name);
        buffer_print(suite->out, "\" name=\"no claims\"/>\n");
    }
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Suite suite = {.sheet = sheet, .out = out};
    suite.name = sheet_path(sheet_name(&suite.arena, sheet));
    open_root(self, out);
    find_outcomes(&suite);
    open_suite(&suite);
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        add_claim(&suite, &sheet->claims.items[i]);
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (is_apart(&sheet->findings.items[i]))
            add_finding(&suite, &sheet->findings.items[i]);
    buffer_print(out, "  </testsuite>\n");
    arena_free(&suite.arena);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    View path = sheet_path(failure->path);
    open_root(self, out);
    buffer_print(out, "  <testsuite name=\"");
    markup_add(out, path);
    buffer_print(out, "\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
                      "    <testcase classname=\"stet.");
    markup_add(out, path);
    buffer_print(out, "\" name=\"checked\" file=\"");
    markup_add(out, path);
    if (failure->line)
        buffer_print(out, "\" line=\"%u", failure->line);
    buffer_print(out, "\">\n      <error message=\"");
    markup_add(out, failure->message);
    buffer_print(out, "\"/>\n    </testcase>\n  </testsuite>\n");
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    open_root(self, out);
    buffer_print(out, "</testsuites>\n");
    free(self);
}

const ReportFormat report_junit = {"junit", SHEET_CLAIMS, begin, article, failure, end};
