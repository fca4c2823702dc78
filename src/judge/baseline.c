/* The baseline. Tests: tests/cli/baseline.py. */
#include "judge/baseline.h"

#include <stdlib.h>

#include "base/json.h"

enum { VERSION = 1, FINGERPRINT = 32 };

/* --- order --- */

static int compare_entries(const void *a, const void *b)
{
    const BaselineEntry *left = a, *right = b;
    int order = view_compare(left->path, right->path);
    return order ? order : view_compare(left->fingerprint, right->fingerprint);
}

static void sort(Baseline *baseline)
{
    if (baseline->entries.count)
        qsort(baseline->entries.items, baseline->entries.count, sizeof(BaselineEntry),
              compare_entries);
    baseline->sorted = baseline->entries.count;
}

/* The first entry that is not before this one. */
static uint32_t find_entry(const Baseline *baseline, View path, View fingerprint)
{
    BaselineEntry wanted = {.path = path, .fingerprint = fingerprint};
    uint32_t low = 0, high = baseline->sorted;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_entries(&baseline->entries.items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool baseline_has_expired(const Baseline *baseline, const BaselineEntry *entry)
{
    return date_known(entry->expires) && date_known(baseline->today) &&
           entry->expires.last < baseline->today.first;
}

/* --- reading --- */

static bool read_day(const YamlNode *map, const char *key, Date *out)
{
    const YamlNode *node = yaml_get(map, key);
    *out = DATE_NONE;
    return !node || (node->kind == YAML_SCALAR && (!node->text.len || date_parse(node->text, out)));
}

static View read_text(const YamlNode *map, const char *key)
{
    const YamlNode *node = yaml_get(map, key);
    return node && node->kind == YAML_SCALAR ? node->text : (View){0};
}

static bool read_entry(const YamlNode *node, BaselineEntry *out)
{
    if (node->kind != YAML_MAP)
        return false;
    *out = (BaselineEntry){.fingerprint = read_text(node, "fingerprint"),
                           .rule = read_text(node, "rule"),
                           .path = read_text(node, "path"),
                           .text = read_text(node, "text"),
                           .reason = read_text(node, "reason")};
    return out->fingerprint.len == FINGERPRINT && out->path.len &&
           read_day(node, "created", &out->created) && read_day(node, "expires", &out->expires);
}

bool baseline_read(Baseline *baseline, View path, View bytes, Troubles *troubles)
{
    const YamlNode *root = json_parse(&baseline->arena, path, bytes, troubles);
    if (!root)
        return false;
    const YamlNode *entries = root->kind == YAML_MAP ? yaml_get(root, "entries") : NULL;
    bool known =
        entries && entries->kind == YAML_LIST &&
        view_equal(read_text(root, "version"), view_format(&baseline->arena, "%d", VERSION));
    if (!known) {
        trouble_add(troubles, path, 0, 0, "is no baseline of version %d", VERSION);
        return false;
    }
    bool done = true;
    for (uint32_t i = 0; i < entries->count; i++) {
        BaselineEntry entry;
        if (read_entry(entries->items[i], &entry)) {
            *arena_push(&baseline->arena, &baseline->entries) = entry;
            continue;
        }
        trouble_add(troubles, path, 0, 0,
                    "entry %u is none, expected a fingerprint of %d digits, a path and days as "
                    "YYYY-MM-DD",
                    i + 1, FINGERPRINT);
        done = false;
    }
    sort(baseline);
    return done;
}

/* --- writing --- */

static void add_text(JsonWriter *json, const char *key, View text)
{
    json_key(json, key);
    json_text(json, text);
}

static void add_day(JsonWriter *json, Arena *scratch, const char *key, Date day)
{
    json_key(json, key);
    if (date_known(day))
        json_text(json, date_text(scratch, day));
    else
        json_nothing(json);
}

static void write_entry(const BaselineEntry *entry, Arena *scratch, Buffer *out)
{
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    add_text(json, "fingerprint", entry->fingerprint);
    add_text(json, "rule", entry->rule);
    add_text(json, "path", entry->path);
    add_text(json, "text", entry->text);
    add_text(json, "reason", entry->reason);
    add_day(json, scratch, "created", entry->created);
    add_day(json, scratch, "expires", entry->expires);
    json_close(json);
    json_end(json, out);
}

/* An entry a line, so that a difference of two files reads well. */
void baseline_write(Baseline *baseline, View version, Buffer *out)
{
    sort(baseline);
    Arena scratch = {0};
    buffer_print(out, "{\"version\":%d,\"tool\":\"stet %.*s\",\"entries\":[", VERSION,
                 VIEW_ARG(version));
    for (uint32_t i = 0; i < baseline->entries.count; i++) {
        buffer_print(out, i ? ",\n" : "\n");
        write_entry(&baseline->entries.items[i], &scratch, out);
    }
    buffer_print(out, "\n]}\n");
    arena_free(&scratch);
}

/* --- use --- */

View baseline_path(Arena *arena, View path, bool record, View id)
{
    path = fingerprint_path(path);
    return record ? view_format(arena, "%.*s(%.*s)", VIEW_ARG(path), VIEW_ARG(id)) : path;
}

static BaselineEntry *entry_of(Baseline *baseline, View path, View fingerprint)
{
    uint32_t at = find_entry(baseline, path, fingerprint);
    BaselineEntry *entry = at < baseline->sorted ? &baseline->entries.items[at] : NULL;
    bool found =
        entry && view_equal(entry->path, path) && view_equal(entry->fingerprint, fingerprint);
    return found ? entry : NULL;
}

void baseline_apply(Baseline *baseline, View path, Findings *findings)
{
    for (uint32_t i = find_entry(baseline, path, (View){0});
         i < baseline->sorted && view_equal(baseline->entries.items[i].path, path); i++)
        baseline->entries.items[i].seen = true;
    for (uint32_t i = 0; i < findings->count; i++) {
        Finding *finding = &findings->items[i];
        BaselineEntry *entry = entry_of(baseline, path, finding->fingerprint);
        finding->baseline =
            (Baselined){.state = BASELINE_NEW, .created = DATE_NONE, .expires = DATE_NONE};
        if (!entry)
            continue;
        entry->met = true;
        if (!baseline_has_expired(baseline, entry))
            finding->baseline =
                (Baselined){BASELINE_KNOWN, entry->reason, entry->created, entry->expires};
    }
}

static View words_of(Arena *arena, const Document *document, const Finding *finding)
{
    View words =
        finding_is_of_mark(finding)
            ? view_slice(document->original[PART_TEXT], finding->mark.off, span_end(finding->mark))
            : view_slice(document->text, finding->span.off, span_end(finding->span));
    return view_copy(arena, words);
}

uint32_t baseline_take(Baseline *baseline, View path, const Document *document, const Rules *rules,
                       const Findings *findings, View reason, Date expires)
{
    Arena *arena = &baseline->arena;
    uint32_t taken = 0;
    path = view_copy(arena, path);
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        if (!finding_counts(finding) || entry_of(baseline, path, finding->fingerprint))
            continue; /* one that has expired is not made young again */
        *arena_push(arena, &baseline->entries) =
            (BaselineEntry){.fingerprint = view_copy(arena, finding->fingerprint),
                            .rule = view_copy(arena, rules->items[finding->rule].name),
                            .path = path,
                            .text = words_of(arena, document, finding),
                            .reason = view_copy(arena, reason),
                            .created = baseline->today,
                            .expires = expires,
                            .seen = true,
                            .met = true};
        taken++;
    }
    return taken;
}

uint32_t baseline_drop(Baseline *baseline, bool (*gone)(const BaselineEntry *entry))
{
    uint32_t kept = 0, count = baseline->entries.count;
    for (uint32_t i = 0; i < count; i++)
        if (!gone(&baseline->entries.items[i]) &&
            !baseline_has_expired(baseline, &baseline->entries.items[i]))
            baseline->entries.items[kept++] = baseline->entries.items[i];
    baseline->entries.count = kept;
    sort(baseline);
    return count - kept;
}
