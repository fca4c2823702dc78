/* The list of formats, and the counting that all of them share.
 * Tests: tests/unit/report/report.c. */
#include "report/report.h"

const ReportFormat *const report_formats[] = {&report_text,     &report_compact, &report_json,
                                              &report_jsonl,    &report_sarif,   &report_github,
                                              &report_gitlab,   &report_junit,   &report_rdjsonl,
                                              &report_markdown, &report_html,    NULL};

void report_count(Totals *totals, const Sheet *sheet)
{
    totals->documents++;
    totals->claims += sheet->claims.count;
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        totals->verdicts[sheet->claims.items[i].verdict]++;
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        const SheetFinding *finding = &sheet->findings.items[i];
        bool known = finding->baseline.given && finding->baseline.state == BASELINE_KNOWN;
        totals->suppressed += finding->suppressed.given;
        totals->baselined += !finding->suppressed.given && known;
        totals->findings[finding->level] += sheet_finding_counts(finding);
    }
}

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

static void add_counted(Buffer *out, uint64_t count, const char *what)
{
    if (count)
        buffer_print(out, "; %ju %s", (uintmax_t)count, what);
}

void totals_add(Buffer *out, const Totals *totals)
{
    uint64_t errors = totals->findings[LEVEL_ERROR], notes = totals->findings[LEVEL_NOTE];
    uint64_t warnings = totals->findings[LEVEL_WARNING];
    buffer_print(out, "%ju document%s, %ju claim%s: ", (uintmax_t)totals->documents,
                 plural(totals->documents), (uintmax_t)totals->claims, plural(totals->claims));
    buffer_print(out, "%ju supported, %ju contradicted, %ju unverifiable; ",
                 (uintmax_t)totals->verdicts[VERDICT_SUPPORTED],
                 (uintmax_t)totals->verdicts[VERDICT_CONTRADICTED],
                 (uintmax_t)totals->verdicts[VERDICT_UNVERIFIABLE]);
    buffer_print(out, "%ju error%s, %ju warning%s, %ju note%s", (uintmax_t)errors, plural(errors),
                 (uintmax_t)warnings, plural(warnings), (uintmax_t)notes, plural(notes));
    add_counted(out, totals->hidden, "not shown");
    add_counted(out, totals->suppressed, "let stand by marks");
    add_counted(out, totals->baselined, "in the baseline");
    add_counted(out, totals->failures, "not checked as asked");
    buffer_add_byte(out, '\n');
}

static View keep(Arena *arena, View text)
{
    return text.at ? view_copy(arena, text) : text;
}

void failure_keep(Arena *arena, FailureList *list, const Failure *failure)
{
    Failure *kept = arena_push(arena, list);
    *kept = *failure;
    kept->path = keep(arena, failure->path);
    kept->id = keep(arena, failure->id);
    kept->message = keep(arena, failure->message);
}
