/* Markdown: the summary of a job, all findings in one table, and below it what nobody could vouch
 * for, to be ticked off. Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "report/markup.h"
#include "report/report.h"

/* A summary on GitHub takes 1 MiB, and nothing of a longer one. */
enum { SUMMARY_MOST = 1000 * 1000, SUMMARY_HALF = SUMMARY_MOST / 2 };

typedef struct Summary {
    Arena arena;
    Buffer rows;  /* of the table */
    Buffer ticks; /* what nobody could vouch for */
    uint64_t rows_left_out;
    uint64_t ticks_left_out;
    FailureList failures;
} Summary;

static void *begin(const ReportContext *context)
{
    (void)context;
    return memory_or_end(calloc(1, sizeof(Summary)));
}

static void add_where(Summary *summary, Buffer *out, const Sheet *sheet, const Passage *passage)
{
    Arena scratch = {0};
    markdown_add(out, sheet_name(&scratch, sheet));
    buffer_print(out, "%s:%u:%u", passage->part == PART_TITLE ? " title" : "", passage->start.line,
                 passage->start.column);
    arena_free(&scratch);
    (void)summary;
}

static void add_row(Summary *summary, const Sheet *sheet, const SheetFinding *finding)
{
    Buffer *out = &summary->rows;
    if (out->len > SUMMARY_HALF) {
        summary->rows_left_out++;
        return;
    }
    buffer_print(out, "| %s | ", level_name(finding->level));
    add_where(summary, out, sheet, &finding->passage);
    buffer_print(out, " | ");
    markdown_add(out, finding->message);
    buffer_print(out, " | ");
    markdown_add(out, finding->rule);
    buffer_print(out, " |\n");
}

static void add_tick(Summary *summary, const Sheet *sheet, const SheetClaim *claim)
{
    Buffer *out = &summary->ticks;
    if (out->len > SUMMARY_HALF) {
        summary->ticks_left_out++;
        return;
    }
    buffer_print(out, "- [ ] ");
    add_where(summary, out, sheet, &claim->passage);
    buffer_print(out, " “");
    markdown_add(out, claim->text);
    buffer_print(out, "”: ");
    markdown_add(out, claim->reason);
    buffer_add_byte(out, '\n');
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    (void)out;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_row(self, sheet, &sheet->findings.items[i]);
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        if (sheet->claims.items[i].verdict == VERDICT_UNVERIFIABLE)
            add_tick(self, sheet, &sheet->claims.items[i]);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Summary *summary = self;
    failure_keep(&summary->arena, &summary->failures, failure);
}

static void add_table(const Summary *summary, Buffer *out)
{
    if (!summary->rows.len)
        return;
    buffer_print(out, "\n| level | where | what | rule |\n|---|---|---|---|\n");
    buffer_add(out, buffer_view(&summary->rows));
    if (summary->rows_left_out)
        buffer_print(out, "\n%ju more findings are left out here.\n",
                     (uintmax_t)summary->rows_left_out);
}

static void add_ticks(const Summary *summary, uint64_t count, Buffer *out)
{
    if (!summary->ticks.len)
        return;
    buffer_print(out, "\n<details><summary>%ju that nobody here can vouch for</summary>\n\n",
                 (uintmax_t)count);
    buffer_add(out, buffer_view(&summary->ticks));
    if (summary->ticks_left_out)
        buffer_print(out, "\n%ju more are left out here.\n", (uintmax_t)summary->ticks_left_out);
    buffer_print(out, "\n</details>\n");
}

static void add_failures(const Summary *summary, Buffer *out)
{
    if (summary->failures.count)
        buffer_print(out, "\n**Not checked:**\n\n");
    for (uint32_t i = 0; i < summary->failures.count && out->len < SUMMARY_MOST; i++) {
        const Failure *failure = &summary->failures.items[i];
        buffer_print(out, "- ");
        markdown_add(out, failure->path);
        if (failure->line)
            buffer_print(out, ":%u", failure->line);
        buffer_print(out, ": ");
        markdown_add(out, failure->message);
        buffer_add_byte(out, '\n');
    }
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    Summary *summary = self;
    buffer_print(out, "### stet\n\n");
    totals_add(out, totals);
    add_table(summary, out);
    add_failures(summary, out);
    add_ticks(summary, totals->verdicts[VERDICT_UNVERIFIABLE], out);
    buffer_free(&summary->rows);
    buffer_free(&summary->ticks);
    arena_free(&summary->arena);
    free(summary);
}

const ReportFormat report_markdown = {"markdown", SHEET_CLAIMS, begin, article, failure, end};
