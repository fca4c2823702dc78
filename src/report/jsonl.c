/* JSON Lines: one object an article, as it comes; a record that could not be checked gives its
 * failure in its place. Tests: tests/unit/report/jsonl.c. */
#include <stdlib.h>

#include "report/members.h"

typedef struct Lines {
    JsonWriter *json;
    Arena scratch; /* of one line */
} Lines;

static void *begin(const ReportContext *context)
{
    (void)context;
    Lines *lines = memory_or_end(calloc(1, sizeof *lines));
    lines->json = json_begin(false);
    return lines;
}

static void end_line(Lines *lines, Buffer *out)
{
    json_close(lines->json);
    json_flush(lines->json, out);
    buffer_add_byte(out, '\n');
    arena_reset(&lines->scratch);
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Lines *lines = self;
    json_open_object(lines->json);
    shape_write(lines->json, &lines->scratch, &shape_line_sheet, sheet, false);
    end_line(lines, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    Lines *lines = self;
    View id = failure->record ? failure->id : failure->path;
    json_open_object(lines->json);
    json_member(lines->json, "id", id, id.at);
    shape_write(lines->json, &lines->scratch, &shape_failure, failure, false);
    end_line(lines, out);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    Lines *lines = self;
    json_end(lines->json, out);
    arena_free(&lines->scratch);
    free(lines);
}

const ReportFormat report_jsonl = {"jsonl", SHEET_CLAIMS, begin, article, failure, end};
