/* Tenures in words. Tests: tests/unit/report/evidence.c. */
#include "report/evidence.h"

View evidence_sources(Arena *arena, const Book *book, const Tenure *tenure)
{
    View joined = {0};
    for (uint32_t i = 0; i < tenure->sources.count; i++) {
        const Source *source = source_at(book, book->source_list[tenure->sources.first + i]);
        View title = book_text(book, source->title);
        if (!title.len)
            title = book_text(book, source->id);
        joined = i ? view_format(arena, "%.*s, %.*s", VIEW_ARG(joined), VIEW_ARG(title)) : title;
    }
    return joined;
}

static View date_or_dash(Arena *arena, Date date)
{
    return date_known(date) ? date_words(arena, date) : VIEW("\xE2\x80\x93");
}

View evidence_line(Arena *arena, const Book *book, const Tenure *tenure)
{
    const Office *office = office_at(book, tenure->office);
    bool vacant = tenure->person == NONE;
    View sources = evidence_sources(arena, book, tenure);
    View line = view_format(
        arena, "%.*s, %s%.*s (%.*s), %.*s to %.*s",
        VIEW_ARG(vacant ? VIEW("nobody") : book_text(book, person_at(book, tenure->person)->name)),
        tenure->flags & TENURE_ACTING ? "acting " : "", VIEW_ARG(book_text(book, office->title)),
        VIEW_ARG(book_text(book, place_at(book, office->place)->name)),
        VIEW_ARG(date_or_dash(arena, tenure->from)), VIEW_ARG(date_or_dash(arena, tenure->to)));
    if (tenure->flags & TENURE_PLANNED_END)
        line = view_format(arena, "%.*s (planned)", VIEW_ARG(line));
    if (!date_known(tenure->to) && date_known(tenure->as_of))
        line = view_format(arena, "%.*s, as of %.*s", VIEW_ARG(line),
                           VIEW_ARG(date_words(arena, tenure->as_of)));
    if (tenure->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED))
        line = view_format(arena, "%.*s, %sunconfirmed", VIEW_ARG(line),
                           tenure->flags & TENURE_UNCONFIRMED ? "" : "end ");
    if (sources.len)
        line = view_format(arena, "%.*s [%.*s]", VIEW_ARG(line), VIEW_ARG(sources));
    return view_format(arena, "%.*s %.*s:%u", VIEW_ARG(line),
                       VIEW_ARG(book_text(book, tenure->file)), tenure->line);
}
