/* The public face of the baseline. Tests: tests/cli/baseline.py. */
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "face.h"
#include "stet/baseline.h"

StetBaseline *stet_baseline_read(const char *file, const char *today, StetTroubles *troubles)
{
    StetBaseline *baseline = memory_or_end(calloc(1, sizeof *baseline));
    Buffer bytes = {0};
    FileStamp stamp;
    bool done = true;
    baseline->list.today = DATE_NONE;
    if (today)
        date_parse(view_of(today), &baseline->list.today);
    if (file_stamp(file, &stamp))
        done = file_read(file, LIMIT_DOCUMENT, &bytes, &troubles->list) &&
               baseline_read(&baseline->list, view_of(file), buffer_view(&bytes), &troubles->list);
    buffer_free(&bytes);
    if (done)
        return baseline;
    stet_baseline_free(baseline);
    return NULL;
}

void stet_baseline_free(StetBaseline *baseline)
{
    if (!baseline)
        return;
    arena_free(&baseline->list.arena);
    free(baseline);
}

size_t stet_baseline_count(const StetBaseline *baseline)
{
    return baseline->list.entries.count;
}

static const char *day_text(Arena *arena, Date day)
{
    return date_known(day) ? view_copy(arena, date_text(arena, day)).at : "";
}

StetBaselineEntry stet_baseline_entry(const StetBaseline *baseline, size_t index)
{
    const BaselineEntry *entry = &baseline->list.entries.items[index];
    Arena *arena = (Arena *)(uintptr_t)&baseline->list.arena; /* for copies that end in NUL */
    Date today = baseline->list.today;
    bool aged = date_known(today) && date_known(entry->created);
    return (StetBaselineEntry){
        .rule = view_copy(arena, entry->rule).at,
        .path = view_copy(arena, entry->path).at,
        .text = view_copy(arena, entry->text).at,
        .reason = view_copy(arena, entry->reason).at,
        .created = day_text(arena, entry->created),
        .expires = day_text(arena, entry->expires),
        .days = aged && today.first > entry->created.first
                    ? (size_t)(today.first - entry->created.first)
                    : 0,
        .expired = baseline_has_expired(&baseline->list, entry),
        .stale = entry->seen && !entry->met,
    };
}

StetReport *stet_baseline_take(StetBaseline *baseline, const StetRules *rules, const char *reason,
                               const char *expires, StetTroubles *troubles)
{
    Date day = DATE_NONE;
    if (expires && !date_parse(view_of(expires), &day)) {
        trouble_add(&troubles->list, VIEW("expires"), 0, 0, "\"%s\" is no day, expected YYYY-MM-DD",
                    expires);
        return NULL;
    }
    return face_report_take((Taking){baseline, view_of(reason), day}, rules);
}

void stet_baseline_forget(StetBaseline *baseline, size_t count)
{
    if (count < baseline->list.entries.count)
        baseline->list.entries.count = (uint32_t)count;
}

/* Whether the file of an entry is gone; of a record that of its stream. */
static bool is_gone(const BaselineEntry *entry)
{
    FileStamp stamp;
    Arena arena = {0};
    View path = entry->path;
    const char *bracket = view_ends(path, VIEW(")")) ? memchr(path.at, '(', path.len) : NULL;
    bool there = file_stamp(view_copy(&arena, path).at, &stamp);
    if (!there && bracket)
        there =
            file_stamp(view_copy(&arena, (View){path.at, (size_t)(bracket - path.at)}).at, &stamp);
    arena_free(&arena);
    return !there || (entry->seen && !entry->met);
}

size_t stet_baseline_prune(StetBaseline *baseline)
{
    return baseline_drop(&baseline->list, is_gone);
}

bool stet_baseline_write(StetBaseline *baseline, const char *file, StetTroubles *troubles)
{
    FileStamp stamp;
    if (!baseline->list.entries.count)
        return !file_stamp(file, &stamp) || file_remove(file);
    Buffer out = {0};
    baseline_write(&baseline->list, view_of(STET_VERSION), &out);
    bool done = file_write(file, buffer_view(&out), &troubles->list);
    buffer_free(&out);
    return done;
}
