/* Reading by lines, and places as people count them. Tests: tests/unit/source/lines.c. */
#include "source/lines.h"

#include <assert.h>
#include <string.h>

#include "base/unicode.h"
#include "source/document.h"

enum { STRIDE = 1024 /* bytes of a long line between two places that are known */ };

size_t lines_find(View bytes, size_t from, char byte)
{
    const char *found = from < bytes.len ? memchr(bytes.at + from, byte, bytes.len - from) : NULL;
    return found ? (size_t)(found - bytes.at) : bytes.len;
}

LineReader lines_of(View bytes, size_t from)
{
    return (LineReader){.bytes = bytes,
                        .at = from,
                        .feed = lines_find(bytes, from, '\n'),
                        .retrn = lines_find(bytes, from, '\r')};
}

/* --- places --- */

/* Goes on over the character at a place, or over several of ASCII, but not beyond `end`. */
static void step(View bytes, Position *place, uint32_t end)
{
    size_t width, run = ascii_run(view_slice(bytes, 0, end), place->offset);
    if (run) {
        place->offset += (uint32_t)run;
        place->column += (uint32_t)run;
        place->utf16 += (uint32_t)run;
        place->byte += (uint32_t)run;
        return;
    }
    int32_t code = utf8_decode_any(bytes, place->offset, &width);
    place->offset += (uint32_t)width;
    place->column++;
    place->utf16 += code > 0xFFFF ? 2 : 1;
    place->byte += (uint32_t)width;
}

static void add_places_within(Arena *arena, LineIndex *index, Line line, uint32_t number)
{
    Position place = {(uint32_t)line.from, number, 1, 1, 1};
    uint32_t known = place.offset;
    while (place.offset < line.to) {
        if (place.offset - known >= STRIDE) {
            *arena_push(arena, index) = place;
            known = place.offset;
        }
        uint32_t next = place.offset + STRIDE;
        step(index->bytes, &place, next < line.to ? next : (uint32_t)line.to);
    }
}

LineIndex line_index(Arena *arena, View bytes)
{
    LineIndex index = {.bytes = bytes};
    LineReader reader = lines_of(bytes, 0);
    Line line = {0};
    uint32_t number = 1;
    *arena_push(arena, &index) = (Position){0, number, 1, 1, 1};
    while (lines_next(&reader, &line)) {
        if (line.to - line.from > STRIDE)
            add_places_within(arena, &index, line, number);
        if (line.next > line.to)
            *arena_push(arena, &index) = (Position){(uint32_t)line.next, ++number, 1, 1, 1};
    }
    return index;
}

/* The last known place at or before an offset, or, with `by_line`, the first of a line. */
static const Position *find_place(const LineIndex *lines, uint32_t offset)
{
    uint32_t low = 0, high = lines->count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->items[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return &lines->items[low];
}

/* From the last known place, or from one that was reached before, whichever is nearer. */
static void walk(const LineIndex *lines, uint32_t offset, Position *place)
{
    const Position *known = find_place(lines, offset);
    assert(offset <= lines->bytes.len);
    if (known->offset > place->offset || !place->line)
        *place = *known;
    while (place->offset < offset)
        step(lines->bytes, place, offset);
}

/* As people count: without a byte order mark, and inside a character. */
static Position counted(const LineIndex *lines, Position place, uint32_t offset)
{
    if (place.line == 1 && view_starts(lines->bytes, BYTE_ORDER_MARK) && place.column > 1) {
        place.column--;
        place.utf16--;
    }
    place.byte -= place.offset - offset;
    place.offset = offset;
    return place;
}

Position line_position(const LineIndex *lines, uint32_t offset)
{
    Position place = {0};
    walk(lines, offset, &place);
    return counted(lines, place, offset);
}

void line_positions(LineIndex *lines, Span span, Position *start, Position *end)
{
    Position place = lines->reached;
    if (place.offset > span.off)
        place = (Position){0};
    walk(lines, span.off, &place);
    lines->reached = place;
    *start = counted(lines, place, span.off);
    walk(lines, span_end(span), &place);
    *end = counted(lines, place, span_end(span));
}

View line_text(const LineIndex *lines, uint32_t line)
{
    assert(line >= 1 && line <= lines->items[lines->count - 1].line);
    uint32_t low = 0, high = lines->count - 1;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (lines->items[middle].line < line)
            low = middle + 1;
        else
            high = middle;
    }
    Line found = {lines->bytes.len, lines->bytes.len, lines->bytes.len};
    LineReader reader = lines_of(lines->bytes, lines->items[low].offset);
    lines_next(&reader, &found);
    return view_slice(lines->bytes, found.from, found.to);
}
