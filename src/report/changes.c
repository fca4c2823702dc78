/* What changed between two books. Tests: tests/unit/report/changes.c, tests/cli/data.py. */
#include "report/changes.h"

#include <stdlib.h>

#include "reference/ids.h"

typedef struct Lines {
    View *items;
    uint32_t count;
    uint32_t capacity;
} Lines;

typedef struct Changes {
    Arena arena;
    const Book *old;
    const Book *now;
    Ids old_offices;
    Ids now_offices;
    Lines lines;
} Changes;

__attribute__((format(printf, 2, 3))) static void add_line(Changes *changes, const char *format,
                                                           ...)
{
    va_list args;
    va_start(args, format);
    *arena_push(&changes->arena, &changes->lines) = view_format_list(&changes->arena, format, args);
    va_end(args);
}

/* --- people and offices --- */

static Ids people_ids(Arena *arena, const Book *book)
{
    Ids ids = ids_in(arena);
    for (uint32_t i = 0; i < book->person_count; i++)
        ids_add(&ids, book_text(book, person_at(book, i)->id), i);
    return ids;
}

static Ids office_ids(Arena *arena, const Book *book)
{
    Ids ids = ids_in(arena);
    for (uint32_t i = 0; i < book->office_count; i++)
        ids_add(&ids, book_text(book, office_at(book, i)->id), i);
    return ids;
}

/* The people of one book that the other does not have. */
static void compare_people(Changes *changes, const char *what, const Book *book, const Book *other)
{
    Ids others = people_ids(&changes->arena, other);
    for (uint32_t i = 0; i < book->person_count; i++) {
        View id = book_text(book, person_at(book, i)->id);
        if (ids_find(&others, id) == NONE)
            add_line(changes, "%s person %.*s (%.*s)", what, VIEW_ARG(id),
                     VIEW_ARG(book_text(book, person_at(book, i)->name)));
    }
}

static void compare_offices(Changes *changes, const char *what, const Book *book, const Ids *others)
{
    for (uint32_t i = 0; i < book->office_count; i++) {
        View id = book_text(book, office_at(book, i)->id);
        if (ids_find(others, id) == NONE)
            add_line(changes, "%s office %.*s (%.*s)", what, VIEW_ARG(id),
                     VIEW_ARG(book_text(book, office_at(book, i)->title)));
    }
}

/* --- tenures --- */

static View holder_id(const Book *book, const Tenure *tenure)
{
    return tenure->person == NONE ? VIEW("") : book_text(book, person_at(book, tenure->person)->id);
}

static View holder_name(const Book *book, const Tenure *tenure)
{
    return tenure->person == NONE ? VIEW("vacant")
                                  : book_text(book, person_at(book, tenure->person)->name);
}

static bool same_date(Date a, Date b)
{
    return a.first == b.first && a.last == b.last;
}

static View date_or_dash(Changes *changes, Date date)
{
    return date_known(date) ? date_text(&changes->arena, date) : VIEW("-");
}

static bool is_open(const Tenure *tenure)
{
    return !date_known(tenure->to) || (tenure->flags & TENURE_PLANNED_END);
}

static View flag_words(uint32_t flags)
{
    static const char *const words[] = {"plain",           "acting",
                                        "unconfirmed",     "acting and unconfirmed",
                                        "end unconfirmed", "acting, end unconfirmed"};
    uint32_t known = flags & (TENURE_ACTING | TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED);
    return view_of(words[known < sizeof words / sizeof *words ? known : TENURE_UNCONFIRMED]);
}

static View source_ids(Changes *changes, const Book *book, const Tenure *tenure)
{
    View joined = {0};
    for (uint32_t i = 0; i < tenure->sources.count; i++) {
        const Source *source = source_at(book, book->source_list[tenure->sources.first + i]);
        joined = view_format(&changes->arena, "%.*s%s%.*s", VIEW_ARG(joined), i ? ", " : "",
                             VIEW_ARG(book_text(book, source->id)));
    }
    return joined;
}

static View with_change(Changes *changes, View said, const char *what, View old, View now)
{
    if (view_equal(old, now))
        return said;
    return view_format(&changes->arena, "%.*s%s%s %.*s, was %.*s", VIEW_ARG(said),
                       said.len ? "; " : "", what, VIEW_ARG(now.len ? now : VIEW("none")),
                       VIEW_ARG(old.len ? old : VIEW("none")));
}

static void compare_tenures(Changes *changes, View office, const Tenure *old, const Tenure *now)
{
    View name = holder_name(changes->now, now), said = VIEW("");
    said = with_change(changes, said, "from", date_or_dash(changes, old->from),
                       date_or_dash(changes, now->from));
    bool ended = is_open(old) && !is_open(now);
    if (!ended)
        said = with_change(changes, said, "to", date_or_dash(changes, old->to),
                           date_or_dash(changes, now->to));
    said = with_change(changes, said, "it is", flag_words(old->flags), flag_words(now->flags));
    said = with_change(changes, said, "sources", source_ids(changes, changes->old, old),
                       source_ids(changes, changes->now, now));
    if (ended)
        add_line(changes, "ended %.*s: %.*s, %.*s to %.*s%s%.*s", VIEW_ARG(office), VIEW_ARG(name),
                 VIEW_ARG(date_or_dash(changes, now->from)),
                 VIEW_ARG(date_or_dash(changes, now->to)), said.len ? "; " : "", VIEW_ARG(said));
    else if (said.len)
        add_line(changes, "changed %.*s: %.*s, %.*s", VIEW_ARG(office), VIEW_ARG(name),
                 VIEW_ARG(said));
}

/* Whether a tenure of the one book may be one of the other: the same holder, and the same day where
 * that is asked for. */
static bool may_match(const Changes *changes, const Tenure *old, const Tenure *now, bool same_from)
{
    return view_equal(holder_id(changes->old, old), holder_id(changes->now, now)) &&
           (!same_from || same_date(old->from, now->from));
}

static void add_whole(Changes *changes, const char *what, View office, const Book *book,
                      const Tenure *tenure)
{
    add_line(changes, "%s %.*s: %.*s, %.*s to %.*s", what, VIEW_ARG(office),
             VIEW_ARG(holder_name(book, tenure)), VIEW_ARG(date_or_dash(changes, tenure->from)),
             VIEW_ARG(date_or_dash(changes, tenure->to)));
}

/* Pairs the tenures of an office: first those that begin on the same day, then those left of each
 * holder in order of time. */
static void compare_successions(Changes *changes, View office, Range old, Range now)
{
    bool *met = arena_new(&changes->arena, bool, now.count);
    bool *known = arena_new(&changes->arena, bool, old.count);
    for (int same_from = 1; same_from >= 0; same_from--)
        for (uint32_t i = 0; i < old.count; i++)
            for (uint32_t k = 0; k < now.count && !known[i]; k++) {
                const Tenure *before = tenure_at(changes->old, old.first + i);
                const Tenure *after = tenure_at(changes->now, now.first + k);
                if (met[k] || !may_match(changes, before, after, same_from))
                    continue;
                known[i] = met[k] = true;
                compare_tenures(changes, office, before, after);
            }
    for (uint32_t i = 0; i < old.count; i++)
        if (!known[i])
            add_whole(changes, "gone", office, changes->old,
                      tenure_at(changes->old, old.first + i));
    for (uint32_t k = 0; k < now.count; k++)
        if (!met[k])
            add_whole(changes, "began", office, changes->now,
                      tenure_at(changes->now, now.first + k));
}

/* The tenures of all offices of either book. */
static void compare_all(Changes *changes)
{
    for (uint32_t i = 0; i < changes->now->office_count; i++) {
        const Office *office = office_at(changes->now, i);
        View id = book_text(changes->now, office->id);
        uint32_t before = ids_find(&changes->old_offices, id);
        Range none = {0, 0};
        compare_successions(changes, id,
                            before == NONE ? none : office_at(changes->old, before)->tenures,
                            office->tenures);
    }
    for (uint32_t i = 0; i < changes->old->office_count; i++) {
        const Office *office = office_at(changes->old, i);
        View id = book_text(changes->old, office->id);
        if (ids_find(&changes->now_offices, id) == NONE)
            compare_successions(changes, id, office->tenures, (Range){0, 0});
    }
}

static int compare_lines(const void *a, const void *b)
{
    return view_compare(*(const View *)a, *(const View *)b);
}

uint32_t changes_text(const Book *old, const Book *new_book, Buffer *out)
{
    Changes changes = {.old = old, .now = new_book};
    changes.old_offices = office_ids(&changes.arena, old);
    changes.now_offices = office_ids(&changes.arena, new_book);
    compare_people(&changes, "new", new_book, old);
    compare_people(&changes, "gone", old, new_book);
    compare_offices(&changes, "new", new_book, &changes.old_offices);
    compare_offices(&changes, "gone", old, &changes.now_offices);
    compare_all(&changes);
    uint32_t count = changes.lines.count;
    if (count)
        qsort(changes.lines.items, count, sizeof *changes.lines.items, compare_lines);
    for (uint32_t i = 0; i < count; i++) {
        buffer_add(out, changes.lines.items[i]);
        buffer_add_byte(out, '\n');
    }
    arena_free(&changes.arena);
    return count;
}
