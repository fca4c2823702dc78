/* JSON: one report of the whole run, its documents as they come. It holds all that any format
 * needs, so that a kept one can be rendered again (kept.h). Tests: tests/unit/report/json.c. */
#include <stdlib.h>

#include "report/members.h"

typedef struct Whole {
    JsonWriter *json; /* its "documents" stand open until the end */
    Arena kept;       /* the failures */
    FailureList failures;
} Whole;

static void *begin(const ReportContext *context)
{
    Whole *whole = memory_or_end(calloc(1, sizeof *whole));
    JsonWriter *json = whole->json = json_begin(true);
    json_open_object(json);
    json_member(json, "schema", REPORT_SCHEMA, true);
    shape_write(json, &shape_head, context->head, true);
    json_key(json, "documents");
    json_open_array(json);
    return whole;
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Whole *whole = self;
    json_open_object(whole->json);
    shape_write(whole->json, &shape_named_sheet, sheet, true);
    json_close(whole->json);
    json_flush(whole->json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Whole *whole = self;
    failure_keep(&whole->kept, &whole->failures, failure);
}

static void add_failures(Whole *whole)
{
    json_key(whole->json, "errors");
    json_open_array(whole->json);
    for (uint32_t i = 0; i < whole->failures.count; i++) {
        json_open_object(whole->json);
        shape_write(whole->json, &shape_named_failure, &whole->failures.items[i], true);
        json_close(whole->json);
    }
    json_close(whole->json);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    Whole *whole = self;
    json_close(whole->json); /* the documents */
    json_key(whole->json, "summary");
    json_open_object(whole->json);
    shape_write(whole->json, &shape_summary, totals, true);
    json_close(whole->json);
    add_failures(whole);
    json_close(whole->json);
    json_end(whole->json, out);
    buffer_add_byte(out, '\n');
    arena_free(&whole->kept);
    free(whole);
}

const ReportFormat report_json = {"json", SHEET_WHOLE, begin, article, failure, end};
