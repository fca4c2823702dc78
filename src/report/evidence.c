/* Tenures in words. Tests: tests/unit/report/evidence.c. */
#include "report/evidence.h"

#include "report/members.h"

static View join(Arena *arena, View joined, View more)
{
    return joined.len ? view_format(arena, "%.*s, %.*s", VIEW_ARG(joined), VIEW_ARG(more)) : more;
}

EvidenceRow evidence_row(Arena *arena, const Book *book, const Tenure *tenure)
{
    const Office *office = office_at(book, tenure->office);
    EvidenceRow row = {.office = book_text(book, office->id),
                       .title = book_title(book, tenure->office, tenure_time(tenure)),
                       .place = book_place_name(book, office->place, tenure_time(tenure)),
                       .from = tenure->from,
                       .to = tenure->to,
                       .as_of = tenure->as_of,
                       .file = book_text(book, tenure->file),
                       .line = tenure->line,
                       .flags = tenure->flags};
    if (tenure->person != NONE) {
        row.person = book_text(book, person_at(book, tenure->person)->id);
        row.name = book_text(book, person_at(book, tenure->person)->name);
    }
    for (uint32_t i = 0; i < tenure->sources.count; i++) {
        const Source *source = source_at(book, book->source_list[tenure->sources.first + i]);
        View id = book_text(book, source->id), title = book_text(book, source->title);
        *arena_push(arena, &row.sources) = id;
        row.source = join(arena, row.source, title.len ? title : id);
    }
    return row;
}

/* --- known rows --- */

enum { KNOWN_MOST = 1 << 13 }; /* rows of some 800 bytes */

void known_rows_trim(KnownRows *rows)
{
    if (rows->made <= KNOWN_MOST)
        return;
    Arena arena = rows->arena;
    arena_reset(&arena);
    *rows = (KnownRows){.arena = arena};
}

static View ready_of(Arena *arena, const EvidenceRow *row)
{
    Buffer out = {0};
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    shape_write(json, &shape_evidence, row, false);
    json_close(json);
    json_end(json, &out);
    View ready = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return ready;
}

const EvidenceRow *known_row(KnownRows *rows, const Book *book, uint32_t tenure)
{
    enum { ROOM = sizeof rows->items / sizeof *rows->items };
    struct KnownRow *known = &rows->items[tenure % ROOM];
    if (known->row && known->tenure == tenure)
        return known->row;
    EvidenceRow *row = arena_new(&rows->arena, EvidenceRow, 1);
    *row = evidence_row(&rows->arena, book, tenure_at(book, tenure));
    row->ready = ready_of(&rows->arena, row);
    rows->made++;
    *known = (struct KnownRow){tenure, row};
    return row;
}

/* --- in words --- */

static View date_or_dash(Arena *arena, Date date, DateStyle dates)
{
    return date_known(date) ? date_words(arena, date, dates) : VIEW("\xE2\x80\x93");
}

View evidence_span(Arena *arena, const EvidenceRow *row, DateStyle dates)
{
    View line = view_format(arena, "%.*s to %.*s", VIEW_ARG(date_or_dash(arena, row->from, dates)),
                            VIEW_ARG(date_or_dash(arena, row->to, dates)));
    if (row->flags & TENURE_PLANNED_END)
        line = view_format(arena, "%.*s (planned)", VIEW_ARG(line));
    if (!date_known(row->to) && date_known(row->as_of))
        line = view_format(arena, "%.*s, as of %.*s", VIEW_ARG(line),
                           VIEW_ARG(date_words(arena, row->as_of, dates)));
    if (row->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED))
        line = view_format(arena, "%.*s, %sunconfirmed", VIEW_ARG(line),
                           row->flags & TENURE_UNCONFIRMED ? "" : "end ");
    return line;
}

View evidence_line(Arena *arena, const EvidenceRow *row, DateStyle dates)
{
    View line = view_format(arena, "%.*s, %s%.*s (%.*s), %.*s",
                            VIEW_ARG(row->person.at ? row->name : VIEW("nobody")),
                            row->flags & TENURE_ACTING ? "acting " : "", VIEW_ARG(row->title),
                            VIEW_ARG(row->place), VIEW_ARG(evidence_span(arena, row, dates)));
    if (row->source.len)
        line = view_format(arena, "%.*s [%.*s]", VIEW_ARG(line), VIEW_ARG(row->source));
    return view_format(arena, "%.*s %.*s:%u", VIEW_ARG(line), VIEW_ARG(row->file), row->line);
}
