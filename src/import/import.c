/* One import from end to end. Tests: tests/unit/import/settle.c, tests/cli/import.py. */
#include "import/desk.h"

const char *const import_formats[] = {"csv", "congress", "openstates", "ifg", "wikidata", NULL};

static bool (*const readers[])(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                               Troubles *troubles) = {
    [IMPORT_CSV] = read_table,
    [IMPORT_CONGRESS] = read_congress,
    [IMPORT_OPENSTATES] = read_openstates,
    [IMPORT_IFG] = read_ifg,
    [IMPORT_WIKIDATA] = read_wikidata,
};

void desk_conflict(const Desk *desk, const Entry *row, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View text = view_format_list(desk->arena, format, args);
    va_end(args);
    View source = row->sources.count ? row->sources.items[0] : VIEW("import");
    *arena_push(desk->arena, &desk->report->conflicts) = (Conflict){source, text};
}

/* The folder's records, resolved. False where a file is not in order. */
static bool read_folder(const ImportRequest *request, Arena *arena, Records *records,
                        Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < request->words.count; i++) {
        View path = request->words.items[i].path;
        if (view_ends(path, VIEW("titles.yaml")) || view_ends(path, VIEW("names.yaml")))
            read_words(records, arena, arena, request->words.items[i], troubles);
    }
    for (uint32_t i = 0; i < request->reference.count; i++)
        read_reference(records, arena, arena, request->reference.items[i], troubles);
    if (troubles->count == before)
        records_resolve(records, arena, troubles);
    return troubles->count == before;
}

static bool read_lore(const ImportRequest *request, Lore *lore, Troubles *troubles)
{
    bool read = true;
    for (uint32_t i = 0; i < request->rules.count; i++)
        read &=
            lore_read(lore, request->rules.items[i].path, request->rules.items[i].bytes, troubles);
    return read;
}

bool import_run(const ImportRequest *request, Arena *arena, ImportReport *report,
                Troubles *troubles)
{
    *report = (ImportReport){.refused = {.arena = arena}};
    Lore lore = {.arena = arena};
    Entries rows = {.arena = arena, .refused = &report->refused};
    Records *records = arena_new(arena, Records, 1);
    if (!read_lore(request, &lore, troubles) || !read_folder(request, arena, records, troubles) ||
        !readers[request->format](&lore, request->files, request->as_of, &rows, troubles))
        return false;
    report->rows = rows.count;
    for (uint32_t i = 0; i < rows.count; i++)
        for (uint32_t k = 0; k < rows.items[i].sources.count; k++)
            texts_add(arena, &report->sources, rows.items[i].sources.items[k]);
    Desk desk = {.arena = arena,
                 .lore = &lore,
                 .request = request,
                 .report = report,
                 .records = records,
                 .rows = &rows,
                 .row_person = arena_new(arena, uint32_t, rows.count),
                 .row_post = arena_new(arena, uint32_t, rows.count)};
    settle_offices(&desk);
    settle_people(&desk);
    settle_tenures(&desk);
    write_files(&desk);
    return true;
}
