/* The list of formats, and the counting that all of them share.
 * Tests: tests/unit/report/report.c. */
#include "report/report.h"

const ReportFormat *const report_formats[] = {&report_text, &report_json, &report_jsonl, NULL};

void report_count(Totals *totals, const Article *article)
{
    const Judgement *judgement = article->judgement;
    totals->documents++;
    totals->claims += article->claims->count;
    for (uint32_t i = 0; i < article->claims->count; i++)
        totals->verdicts[judgement->verdicts[i].kind]++;
    for (uint32_t i = 0; i < judgement->findings.count; i++) {
        const Finding *finding = &judgement->findings.items[i];
        totals->suppressed += finding->suppressed != NULL;
        totals->baselined += !finding->suppressed && finding->baseline.state == BASELINE_KNOWN;
        totals->findings[finding->level] += finding_counts(finding);
    }
}

bool finding_has_fix(const Finding *finding)
{
    return finding->fix.span.off || finding->fix.span.len;
}
