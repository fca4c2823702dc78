/* Reviewdog: a diagnostic a line, columns in bytes. Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "base/json.h"
#include "report/report.h"

typedef struct Diagnostics {
    JsonWriter *json;
    Arena arena; /* of one finding */
} Diagnostics;

static void *begin(const ReportContext *context)
{
    (void)context;
    Diagnostics *diagnostics = memory_or_end(calloc(1, sizeof *diagnostics));
    diagnostics->json = json_begin(false);
    return diagnostics;
}

static const char *severity(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return "INFO";
    case LEVEL_WARNING:
        return "WARNING";
    case LEVEL_ERROR:
        return "ERROR";
    }
    return NULL;
}

static void add_position(JsonWriter *json, const char *key, Position position, bool columns)
{
    json_key(json, key);
    json_open_object(json);
    json_member_int(json, "line", position.line);
    if (columns)
        json_member_int(json, "column", position.byte);
    json_close(json);
}

static void add_range(JsonWriter *json, const Region *region)
{
    json_key(json, "range");
    json_open_object(json);
    add_position(json, "start", region->start, region->columns);
    if (region->columns)
        add_position(json, "end", region->end, true);
    json_close(json);
}

static void open_diagnostic(JsonWriter *json, View message, View path)
{
    json_open_object(json);
    json_member(json, "message", message, true);
    json_key(json, "location");
    json_open_object(json);
    json_member(json, "path", sheet_path(path), true);
}

static void close_diagnostic(JsonWriter *json, Buffer *out)
{
    json_close(json);
    json_flush(json, out);
    buffer_add_byte(out, '\n');
}

static void add_level(JsonWriter *json, Level level, View code)
{
    json_member(json, "severity", view_of(severity(level)), true);
    json_key(json, "source");
    json_open_object(json);
    json_member(json, "name", VIEW("stet"), true);
    json_close(json);
    json_key(json, "code");
    json_open_object(json);
    json_member(json, "value", code, true);
    json_close(json);
}

static void add_suggestions(JsonWriter *json, const Sheet *sheet, const SheetFinding *finding)
{
    json_key(json, "suggestions");
    json_open_array(json);
    for (uint32_t i = 0; i < finding->fixes.count; i++) {
        const SheetFix *fix = &finding->fixes.items[i];
        Region region = sheet_region(sheet, &fix->passage);
        if (!sheet_fix_applies(sheet, fix))
            continue;
        json_open_object(json);
        add_range(json, &region);
        json_member(json, "text", fix->text, true);
        json_close(json);
    }
    json_close(json);
}

static void add_finding(Diagnostics *diagnostics, const Sheet *sheet, const SheetFinding *finding,
                        Buffer *out)
{
    JsonWriter *json = diagnostics->json;
    Region region = sheet_region(sheet, &finding->passage);
    open_diagnostic(json, sheet_message(&diagnostics->arena, sheet, finding), sheet->path);
    add_range(json, &region);
    json_close(json);
    add_level(json, finding->level, finding->rule);
    add_suggestions(json, sheet, finding);
    close_diagnostic(json, out);
    arena_reset(&diagnostics->arena);
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_finding(self, sheet, &sheet->findings.items[i], out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    Diagnostics *diagnostics = self;
    JsonWriter *json = diagnostics->json;
    Region region = {.start.line = failure->line};
    View what = view_format(&diagnostics->arena, "not checked: %.*s", VIEW_ARG(failure->message));
    open_diagnostic(json, what, failure->path);
    if (failure->line)
        add_range(json, &region);
    json_close(json);
    add_level(json, LEVEL_ERROR, VIEW("not-checked"));
    close_diagnostic(json, out);
    arena_reset(&diagnostics->arena);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    Diagnostics *diagnostics = self;
    json_end(diagnostics->json, out);
    arena_free(&diagnostics->arena);
    free(diagnostics);
}

const ReportFormat report_rdjsonl = {"rdjsonl", SHEET_FINDINGS, begin, article, failure, end};
