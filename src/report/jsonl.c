/* JSON Lines: one object an article, as it comes; a record that could not be checked gives its
 * failure in its place. Tests: tests/unit/report/jsonl.c. */
#include "report/members.h"

static void *begin(const ReportContext *context)
{
    (void)context;
    return json_begin(false);
}

static void end_line(JsonWriter *json, Buffer *out)
{
    json_close(json);
    json_flush(json, out);
    buffer_add_byte(out, '\n');
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    JsonWriter *json = self;
    json_open_object(json);
    shape_write(json, &shape_line_sheet, sheet, false);
    end_line(json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    JsonWriter *json = self;
    View id = failure->record ? failure->id : failure->path;
    json_open_object(json);
    json_member(json, "id", id, id.at);
    shape_write(json, &shape_failure, failure, false);
    end_line(json, out);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    json_end(self, out);
}

const ReportFormat report_jsonl = {"jsonl", SHEET_CLAIMS, begin, article, failure, end};
