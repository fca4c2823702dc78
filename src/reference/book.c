/* Looking things up in the book. */
#include "reference/book.h"

#include <assert.h>

View book_text(const Book *book, Text text)
{
    return (View){book->strings + text.off, text.len};
}

uint32_t book_place(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->place_count; i++)
        if (view_equal(book_text(book, book->places[i].id), id))
            return i;
    return NONE;
}

uint32_t book_office(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->office_count; i++)
        if (view_equal(book_text(book, book->offices[i].id), id))
            return i;
    return NONE;
}

uint32_t book_person(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->person_count; i++)
        if (view_equal(book_text(book, book->people[i].id), id))
            return i;
    return NONE;
}

uint32_t book_kind(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->kind_count; i++)
        if (view_equal(book_text(book, book->kinds[i]), id))
            return i;
    return NONE;
}

bool book_within(const Book *book, uint32_t place, uint32_t outer)
{
    while (place != NONE && place != outer) {
        assert(place < book->place_count);
        place = book->places[place].parent;
    }
    return place != NONE;
}

const CompleteSpan *book_complete(const Book *book, uint32_t office, Day from, Day to)
{
    assert(office < book->office_count);
    Range range = book->offices[office].complete;
    for (uint32_t i = 0; i < range.count; i++) {
        const CompleteSpan *span = &book->spans[range.first + i];
        if (span->from <= from && to <= span->as_of)
            return span;
    }
    return NULL;
}
