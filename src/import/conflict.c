/* The list of conflicts that a folder keeps: conflicts.csv, a source and what it says otherwise.
 * Tests: tests/unit/import/settle.c. */
#include <stdlib.h>

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

void import_conflicts(Arena *arena, const ImportReport *report, View old, Buffer *out)
{
    ConflictList all = {0};
    Troubles ignored = {.arena = arena};
    Csv csv;
    if (csv_open(&csv, arena, (View){0}, old, &ignored))
        while (csv_next(&csv, &ignored))
            if (!tells(report, csv_field(&csv, "source")))
                *arena_push(arena, &all) =
                    (Conflict){csv_field(&csv, "source"), csv_field(&csv, "says")};
    for (uint32_t i = 0; i < report->conflicts.count; i++)
        *arena_push(arena, &all) = report->conflicts.items[i];
    if (!all.count)
        return;
    qsort(all.items, all.count, sizeof *all.items, compare_conflicts);
    buffer_add(out, VIEW("source,says\n"));
    for (uint32_t i = 0; i < all.count; i++)
        if (i == 0 || compare_conflicts(&all.items[i], &all.items[i - 1]) != 0)
            buffer_print(out, "%.*s,\"%.*s\"\n", VIEW_ARG(all.items[i].source),
                         VIEW_ARG(all.items[i].text));
}
