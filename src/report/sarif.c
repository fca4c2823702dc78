/* SARIF 2.1.0, as code scanning on GitHub takes it and editors show it.
 *
 * Columns are UTF-16 units. A finding that a mark or the baseline lets stand is there, and says so.
 * The lines of the book that a finding rests on are related locations, below the rules folder
 * ("RULES"). Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "base/json.h"
#include "report/markup.h"
#include "report/report.h"

typedef struct Log {
    const Head *head;
    JsonWriter *json;
    Arena arena; /* of one finding */
    Arena kept;  /* what the end needs */
    FailureList failures;
} Log;

static void open_member(JsonWriter *json, const char *key)
{
    json_key(json, key);
    json_open_object(json);
}

static void open_list(JsonWriter *json, const char *key)
{
    json_key(json, key);
    json_open_array(json);
}

/* {"text": ...} */
static void add_message(JsonWriter *json, const char *key, View text)
{
    open_member(json, key);
    json_member(json, "text", text, true);
    json_close(json);
}

/* --- the tool --- */

static const char *problem_severity(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return "recommendation";
    case LEVEL_WARNING:
        return "warning";
    case LEVEL_ERROR:
        return "error";
    }
    return NULL;
}

/* Texts that are shown may not be empty: a rule without help has at least its name. */
static View or_name(View text, const HeadRule *rule)
{
    return text.len ? text : rule->name;
}

static void add_rule(JsonWriter *json, const HeadRule *rule)
{
    View summary = or_name(rule->summary, rule);
    json_open_object(json);
    json_member(json, "id", rule->name, true);
    add_message(json, "shortDescription", summary);
    add_message(json, "fullDescription", summary);
    open_member(json, "help");
    json_member(json, "text", or_name(rule->help, rule), true);
    json_member(json, "markdown", or_name(rule->help, rule), true);
    json_close(json);
    open_member(json, "defaultConfiguration");
    json_member(json, "level", view_of(level_name(rule->level)), true);
    json_close(json);
    open_member(json, "properties");
    open_list(json, "tags");
    for (uint32_t i = 0; i < rule->tags.count; i++)
        json_text(json, rule->tags.items[i]);
    json_close(json);
    json_member(json, "precision", VIEW("very-high"), true);
    json_member(json, "problem.severity", view_of(problem_severity(rule->level)), true);
    json_close(json);
    json_close(json);
}

static void add_tool(const Log *log)
{
    JsonWriter *json = log->json;
    open_member(json, "tool");
    open_member(json, "driver");
    json_member(json, "name", log->head->tool.name, true);
    json_member(json, "semanticVersion", log->head->tool.version, true);
    open_list(json, "rules");
    for (uint32_t i = 0; i < log->head->rules.list.count; i++)
        add_rule(json, &log->head->rules.list.items[i]);
    json_close(json);
    json_close(json);
    json_close(json);
}

static void add_bases(JsonWriter *json)
{
    open_member(json, "originalUriBaseIds");
    open_member(json, "RULES");
    add_message(json, "description", VIEW("the folder of rules, words and reference"));
    json_close(json);
    json_close(json);
}

static void *begin(const ReportContext *context)
{
    Log *log = memory_or_end(calloc(1, sizeof *log));
    JsonWriter *json = log->json = json_begin(true);
    log->head = context->head;
    json_open_object(json);
    json_member(json, "$schema",
                VIEW("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                     "sarif-schema-2.1.0.json"),
                true);
    json_member(json, "version", VIEW("2.1.0"), true);
    open_list(json, "runs");
    json_open_object(json);
    add_tool(log);
    json_member(json, "columnKind", VIEW("utf16CodeUnits"), true);
    open_member(json, "automationDetails");
    json_member(json, "id", VIEW("stet/"), true);
    json_close(json);
    add_bases(json);
    open_list(json, "results");
    return log;
}

/* --- locations --- */

static View uri_of(Arena *arena, View path)
{
    Buffer uri = {0};
    path = sheet_path(path);
    if (view_starts(path, VIEW("/")))
        buffer_add(&uri, VIEW("file://"));
    uri_add(&uri, path);
    View copy = view_copy(arena, buffer_view(&uri));
    buffer_free(&uri);
    return copy;
}

static void add_artifact(Log *log, View path)
{
    open_member(log->json, "artifactLocation");
    json_member(log->json, "uri", uri_of(&log->arena, path), true);
    json_close(log->json);
}

static void add_region(JsonWriter *json, const char *key, const Region *region)
{
    open_member(json, key);
    json_member_int(json, "startLine", region->start.line);
    if (region->columns) {
        json_member_int(json, "startColumn", region->start.utf16);
        json_member_int(json, "endLine", region->end.line);
        json_member_int(json, "endColumn", region->end.utf16);
    }
    json_close(json);
}

static void add_location(Log *log, const Sheet *sheet, const Passage *passage)
{
    Region region = sheet_region(sheet, passage);
    json_open_object(log->json);
    open_member(log->json, "physicalLocation");
    add_artifact(log, sheet->path);
    add_region(log->json, "region", &region);
    json_close(log->json);
    json_close(log->json);
}

static void add_related(Log *log, const EvidenceRow *row, DateStyle dates, uint32_t id)
{
    JsonWriter *json = log->json;
    json_open_object(json);
    json_member_int(json, "id", id);
    open_member(json, "physicalLocation");
    open_member(json, "artifactLocation");
    json_member(json, "uri", uri_of(&log->arena, row->file), true);
    json_member(json, "uriBaseId", VIEW("RULES"), true);
    json_close(json);
    open_member(json, "region");
    json_member_int(json, "startLine", row->line);
    json_close(json);
    json_close(json);
    add_message(json, "message", evidence_line(&log->arena, row, dates));
    json_close(json);
}

/* --- results --- */

/* "](" would make a link of what stands around it. */
static View without_links(Arena *arena, View text)
{
    for (size_t i = 0; i + 2 <= text.len; i++)
        if (text.at[i] == ']' && text.at[i + 1] == '(')
            return without_links(arena, view_format(arena, "%.*s] %.*s", (int)i, text.at,
                                                    VIEW_ARG(view_slice(text, i + 1, text.len))));
    return text;
}

static void add_rule_index(const Log *log, View rule)
{
    for (uint32_t i = 0; i < log->head->rules.list.count; i++)
        if (view_equal(log->head->rules.list.items[i].name, rule))
            json_member_int(log->json, "ruleIndex", i);
}

static void add_fix(Log *log, const Sheet *sheet, const SheetFix *fix)
{
    JsonWriter *json = log->json;
    Region region = sheet_region(sheet, &fix->passage);
    json_open_object(json);
    add_message(json, "description",
                fix->text.len ? view_format(&log->arena, "instead of “%.*s”: “%.*s”",
                                            VIEW_ARG(fix->old), VIEW_ARG(fix->text))
                              : view_format(&log->arena, "without “%.*s”", VIEW_ARG(fix->old)));
    open_list(json, "artifactChanges");
    json_open_object(json);
    add_artifact(log, sheet->path);
    open_list(json, "replacements");
    json_open_object(json);
    add_region(json, "deletedRegion", &region);
    add_message(json, "insertedContent", fix->text);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
}

static void add_fixes(Log *log, const Sheet *sheet, const SheetFinding *finding)
{
    open_list(log->json, "fixes");
    for (uint32_t i = 0; i < finding->fixes.count; i++)
        if (sheet_fix_applies(sheet, &finding->fixes.items[i]))
            add_fix(log, sheet, &finding->fixes.items[i]);
    json_close(log->json);
}

static void add_suppression(JsonWriter *json, const char *kind, View justification)
{
    json_open_object(json);
    json_member(json, "kind", view_of(kind), true);
    json_member(json, "status", VIEW("accepted"), true);
    if (justification.len)
        json_member(json, "justification", justification, true);
    json_close(json);
}

/* An empty list says that nothing lets it stand. */
static void add_suppressions(JsonWriter *json, const SheetFinding *finding)
{
    const SheetBaseline *baseline = &finding->baseline;
    open_list(json, "suppressions");
    if (finding->suppressed.given)
        add_suppression(json, "inSource", finding->suppressed.reason);
    if (baseline->given && baseline->state == BASELINE_KNOWN)
        add_suppression(json, "external", baseline->reason);
    json_close(json);
    if (baseline->given)
        json_member(json, "baselineState",
                    baseline->state == BASELINE_KNOWN ? VIEW("unchanged") : VIEW("new"), true);
}

static void add_fingerprints(JsonWriter *json, const Sheet *sheet, const SheetFinding *finding)
{
    open_member(json, "partialFingerprints");
    if (!sheet->record.given)
        json_member(json, "primaryLocationLineHash", finding->line_hash, true);
    json_member(json, "stet/v1", finding->fingerprint, true);
    json_close(json);
}

static void add_result(Log *log, const Sheet *sheet, const SheetFinding *finding)
{
    JsonWriter *json = log->json;
    View message = sheet_message(&log->arena, sheet, finding);
    json_open_object(json);
    json_member(json, "ruleId", finding->rule, true);
    add_rule_index(log, finding->rule);
    json_member(json, "level", view_of(level_name(finding->level)), true);
    add_message(json, "message", without_links(&log->arena, message));
    open_list(json, "locations");
    add_location(log, sheet, &finding->passage);
    json_close(json);
    open_list(json, "relatedLocations");
    for (uint32_t i = 0; i < finding->evidence.count; i++)
        add_related(log, &finding->evidence.items[i], sheet->dates, i + 1);
    json_close(json);
    add_fingerprints(json, sheet, finding);
    add_fixes(log, sheet, finding);
    add_suppressions(json, finding);
    json_close(json);
    arena_reset(&log->arena);
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Log *log = self;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        add_result(log, sheet, &sheet->findings.items[i]);
    json_flush(log->json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Log *log = self;
    failure_keep(&log->kept, &log->failures, failure);
}

/* --- how the run went --- */

static void add_notification(Log *log, const Failure *failure)
{
    JsonWriter *json = log->json;
    Region region = {.start.line = failure->line};
    json_open_object(json);
    json_member(json, "level", VIEW("error"), true);
    add_message(json, "message", without_links(&log->arena, failure->message));
    open_list(json, "locations");
    json_open_object(json);
    open_member(json, "physicalLocation");
    add_artifact(log, failure->path);
    if (failure->line)
        add_region(json, "region", &region);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    Log *log = self;
    JsonWriter *json = log->json;
    json_close(json); /* the results */
    open_list(json, "invocations");
    json_open_object(json);
    json_key(json, "executionSuccessful");
    json_bool(json, !log->failures.count);
    open_list(json, "toolExecutionNotifications");
    for (uint32_t i = 0; i < log->failures.count; i++)
        add_notification(log, &log->failures.items[i]);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json); /* the run */
    json_close(json);
    json_close(json);
    json_end(json, out);
    buffer_add_byte(out, '\n');
    arena_free(&log->arena);
    arena_free(&log->kept);
    free(log);
}

const ReportFormat report_sarif = {"sarif", SHEET_WHOLE, begin, article, failure, end};
