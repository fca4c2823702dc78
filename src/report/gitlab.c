/* GitLab: a report of code quality, a JSON array of findings. A merge request shows those that its
 * branch brings, told apart by fingerprints that hold no line. Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/json.h"
#include "report/report.h"

/* How often each fingerprint was written: one that comes again is another finding. */
typedef struct Seen {
    struct {
        uint64_t hash; /* 0: free */
        uint32_t count;
    } * slots;
    size_t capacity; /* a power of two */
    size_t used;
} Seen;

typedef struct Quality {
    JsonWriter *json;
    Arena arena; /* of one finding */
    Seen seen;
} Quality;

static void *begin(const ReportContext *context)
{
    (void)context;
    Quality *quality = memory_or_end(calloc(1, sizeof *quality));
    quality->json = json_begin(true);
    json_open_array(quality->json);
    return quality;
}

static size_t seen_slot(const Seen *seen, uint64_t hash)
{
    size_t slot = hash & (seen->capacity - 1);
    while (seen->slots[slot].hash && seen->slots[slot].hash != hash)
        slot = (slot + 1) & (seen->capacity - 1);
    return slot;
}

static void seen_grow(Seen *seen)
{
    Seen larger = {.capacity = seen->capacity ? 2 * seen->capacity : 64, .used = seen->used};
    larger.slots = memory_or_end(calloc(larger.capacity, sizeof *larger.slots));
    for (size_t i = 0; i < seen->capacity; i++)
        if (seen->slots[i].hash)
            larger.slots[seen_slot(&larger, seen->slots[i].hash)] = seen->slots[i];
    free(seen->slots);
    *seen = larger;
}

/* How often the fingerprint came before. */
static uint32_t seen_before(Seen *seen, View fingerprint)
{
    if (2 * seen->used >= seen->capacity)
        seen_grow(seen);
    uint64_t hash = hash_bytes(fingerprint, 0) | 1; /* never 0 */
    size_t slot = seen_slot(seen, hash);
    seen->used += !seen->slots[slot].hash;
    seen->slots[slot].hash = hash;
    return seen->slots[slot].count++;
}

static const char *severity(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return "info";
    case LEVEL_WARNING:
        return "minor";
    case LEVEL_ERROR:
        return "major";
    }
    return NULL;
}

static void add_location(JsonWriter *json, View path, uint32_t first, uint32_t last)
{
    json_key(json, "location");
    json_open_object(json);
    json_member(json, "path", sheet_path(path), true);
    json_key(json, "lines");
    json_open_object(json);
    json_member_int(json, "begin", first);
    json_member_int(json, "end", last);
    json_close(json);
    json_close(json);
}

/* A merge request does not show the name of the check, so that the description begins with it. */
static void add_finding(Quality *quality, const Sheet *sheet, const SheetFinding *finding)
{
    JsonWriter *json = quality->json;
    Arena *arena = &quality->arena;
    Region region = sheet_region(sheet, &finding->passage);
    uint32_t before = seen_before(&quality->seen, finding->fingerprint);
    json_open_object(json);
    json_member(json, "description",
                view_format(arena, "%.*s: %.*s", VIEW_ARG(finding->rule),
                            VIEW_ARG(sheet_message(arena, sheet, finding))),
                true);
    json_member(json, "check_name", finding->rule, true);
    json_member(json, "fingerprint",
                before ? view_format(arena, "%.*s-%u", VIEW_ARG(finding->fingerprint), before + 1)
                       : finding->fingerprint,
                true);
    json_member(json, "severity", view_of(severity(finding->level)), true);
    add_location(json, sheet->path, region.start.line, region.end.line);
    json_close(json);
    arena_reset(arena);
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    Quality *quality = self;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_finding(quality, sheet, &sheet->findings.items[i]);
    json_flush(quality->json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    Quality *quality = self;
    JsonWriter *json = quality->json;
    uint32_t line = failure->line ? failure->line : 1;
    View what = view_format(&quality->arena, "not checked: %.*s", VIEW_ARG(failure->message));
    View print =
        view_format(&quality->arena, "%.*s:%u %.*s", VIEW_ARG(failure->path), line, VIEW_ARG(what));
    json_open_object(json);
    json_member(json, "description", what, true);
    json_member(json, "check_name", VIEW("not-checked"), true);
    json_member(json, "fingerprint", hash_hex(&quality->arena, print), true);
    json_member(json, "severity", VIEW("critical"), true);
    add_location(json, failure->path, line, line);
    json_close(json);
    json_flush(json, out);
    arena_reset(&quality->arena);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    Quality *quality = self;
    json_close(quality->json);
    json_end(quality->json, out);
    buffer_add_byte(out, '\n');
    free(quality->seen.slots);
    arena_free(&quality->arena);
    free(quality);
}

const ReportFormat report_gitlab = {"gitlab", SHEET_FINDINGS, begin, article, failure, end};
