/* A small folder to import into. */
#include <string.h>

#include "base/buffer.h"
#include "suites.h"

Arena sample_arena;

void sample_open(void)
{
    sample_arena = (Arena){0};
}

void sample_close(void)
{
    arena_free(&sample_arena);
}

static const char rules[] = "addresses: [Prime Minister, President, CEO, Dr.]\n"
                            "suffixes: [Jr, III, M.D.]\n"
                            "trust: [ifg, wikidata]\n"
                            "parties: {Democrat: [Democratic]}\n"
                            "roles:\n"
                            "  governor: {office: governor, title: Governor}\n"
                            "  upper: {office: state-senator, title: State Senator, many: true}\n";

static const char titles[] = "heads: {minister: ministers, senator: senators}\n"
                             "kinds: {foreign: {titles: [foreign minister]}}\n";

Lore sample_lore(void)
{
    Lore lore = {.arena = &sample_arena};
    Troubles troubles = {.arena = &sample_arena};
    ck_assert(lore_read(&lore, VIEW("import/a.yaml"), view_of(rules), &troubles));
    return lore;
}

ImportReport sample_import_files(ImportFormat format, ImportFiles files, const char *reference)
{
    BookSource *folder = arena_new(&sample_arena, BookSource, 3);
    folder[0] = (BookSource){.path = VIEW("reference/a.yaml"), .bytes = view_of(reference)};
    folder[1] = (BookSource){.path = VIEW("words/titles.yaml"), .bytes = view_of(titles)};
    folder[2] = (BookSource){.path = VIEW("import/a.yaml"), .bytes = view_of(rules)};
    ImportRequest request = {.format = format,
                             .files = files,
                             .reference = {&folder[0], 1},
                             .words = {&folder[1], 1},
                             .rules = {&folder[2], 1},
                             .folder = VIEW("reference")};
    ck_assert(date_parse(VIEW("2026-06-01"), &request.as_of));
    ImportReport report;
    Troubles troubles = {.arena = &sample_arena};
    bool done = import_run(&request, &sample_arena, &report, &troubles);
    ck_assert_msg(done, "%s", troubles.count ? troubles.items[0].message.at : "");
    return report;
}

ImportReport sample_import(ImportFormat format, const char *path, const char *file,
                           const char *reference)
{
    BookSource one = {.path = view_of(path), .bytes = view_of(file)};
    return sample_import_files(format, (ImportFiles){&one, 1}, reference);
}

const char *sample_file(const ImportReport *report, const char *path)
{
    for (uint32_t i = 0; i < report->files.count; i++)
        if (view_equal(report->files.items[i].path, view_of(path)))
            return view_copy(&sample_arena, report->files.items[i].bytes).at;
    return NULL;
}
