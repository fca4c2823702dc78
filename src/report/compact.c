/* Compact: one line a finding, as compilers write them, for editors that jump to it.
 * Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "report/report.h"
#include "report/show.h"

static void *begin(const ReportContext *context)
{
    (void)context;
    return memory_or_end(calloc(1, sizeof(Arena)));
}

static void add_finding(Arena *arena, const Sheet *sheet, const SheetFinding *finding, Buffer *out)
{
    const Passage *passage = &finding->passage;
    show_add(out, sheet_name(arena, sheet));
    buffer_print(out, ":%s%u:%u: %s: ", passage->part == PART_TITLE ? "title:" : "",
                 passage->start.line, passage->start.column, level_name(finding->level));
    show_add(out, finding->message);
    buffer_print(out, " [");
    show_add(out, finding->rule);
    buffer_print(out, "]\n");
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Arena *arena = self;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_finding(arena, sheet, &sheet->findings.items[i], out);
    arena_reset(arena);
}

/* What could not be checked is told where troubles are told. */
static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)self;
    (void)failure;
    (void)out;
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    (void)out;
    arena_free(self);
    free(self);
}

const ReportFormat report_compact = {"compact", SHEET_FINDINGS, begin, article, failure, end};
