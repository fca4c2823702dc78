/* The list of formats, and the counting that all of them share.
 * Tests: tests/unit/report/report.c. */
#include "report/report.h"

const ReportFormat *const report_formats[] = {&report_text, &report_json, &report_jsonl, NULL};

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
