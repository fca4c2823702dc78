/* The list of conflicts that a folder keeps: conflicts.csv, a source and what it says otherwise.
 * Tests: tests/unit/import/settle.c, tests/cli/data.py. */
#include <stdlib.h>

#include "base/json.h"
#include "import/csv.h"
#include "import/desk.h"

static int compare_conflicts(const void *a, const void *b)
{
    const Conflict *left = a, *right = b;
    int sources = view_compare(left->source, right->source);
    return sources ? sources : view_compare(left->text, right->text);
}

static bool tells(const ImportReport *report, View source)
{
    for (uint32_t i = 0; i < report->sources.count; i++)
        if (view_equal(report->sources.items[i], source))
            return true;
    return false;
}

static void sort_conflicts(ConflictList *list)
{
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_conflicts);
}

bool conflicts_read(Arena *arena, View path, View bytes, ConflictList *out, Troubles *troubles)
{
    uint32_t before = troubles->count;
    Csv csv;
    if (!csv_open(&csv, arena, path, bytes, troubles))
        return false;
    if (!csv_has(&csv, "source") || !csv_has(&csv, "says")) {
        trouble_add(troubles, path, 1, 0, "no such columns, expected source and says");
        return false;
    }
    while (csv_next(&csv, troubles))
        *arena_push(arena, out) = (Conflict){csv_field(&csv, "source"), csv_field(&csv, "says")};
    sort_conflicts(out);
    return troubles->count == before;
}

void import_conflicts(Arena *arena, const ImportReport *report, View old, Buffer *out)
{
    ConflictList all = {0}, kept = {0};
    Troubles ignored = {.arena = arena};
    conflicts_read(arena, (View){0}, old, &kept, &ignored);
    for (uint32_t i = 0; i < kept.count; i++)
        if (!tells(report, kept.items[i].source))
            *arena_push(arena, &all) = kept.items[i];
    for (uint32_t i = 0; i < report->conflicts.count; i++)
        *arena_push(arena, &all) = report->conflicts.items[i];
    if (!all.count)
        return;
    sort_conflicts(&all);
    buffer_add(out, VIEW("source,says\n"));
    for (uint32_t i = 0; i < all.count; i++)
        if (i == 0 || compare_conflicts(&all.items[i], &all.items[i - 1]) != 0)
            buffer_print(out, "%.*s,\"%.*s\"\n", VIEW_ARG(all.items[i].source),
                         VIEW_ARG(all.items[i].text));
}

/* How many from `first` on are of one source. */
static uint32_t of_one_source(const ConflictList *list, uint32_t first)
{
    uint32_t end = first + 1;
    while (end < list->count && view_equal(list->items[end].source, list->items[first].source))
        end++;
    return end - first;
}

void conflicts_text(const ConflictList *list, Buffer *out)
{
    uint32_t sources = 0;
    for (uint32_t i = 0, count; i < list->count; i += count, sources++) {
        count = of_one_source(list, i);
        buffer_print(out, "%.*s: %u\n", VIEW_ARG(list->items[i].source), count);
        for (uint32_t j = i; j < i + count; j++)
            buffer_print(out, "  %.*s\n", VIEW_ARG(list->items[j].text));
    }
    if (list->count)
        buffer_print(out, "total: %u conflict%s, %u source%s\n", list->count,
                     list->count == 1 ? "" : "s", sources, sources == 1 ? "" : "s");
    else
        buffer_add(out, VIEW("no conflicts\n"));
}

void conflicts_json(const ConflictList *list, Buffer *out)
{
    JsonWriter *json = json_begin(true);
    json_open_object(json);
    json_member(json, "schema", VIEW("urn:stet:conflicts:1"), true);
    json_key(json, "sources");
    json_open_array(json);
    for (uint32_t i = 0, count; i < list->count; i += count) {
        count = of_one_source(list, i);
        json_open_object(json);
        json_member(json, "source", list->items[i].source, true);
        json_member_int(json, "count", count);
        json_key(json, "conflicts");
        json_open_array(json);
        for (uint32_t j = i; j < i + count; j++)
            json_text(json, list->items[j].text);
        json_close(json);
        json_close(json);
    }
    json_close(json);
    json_member_int(json, "total", list->count);
    json_close(json);
    json_end(json, out);
    buffer_add_byte(out, '\n');
}
