/* From a span of a document's text back to the bytes it stands for.
 * Tests: tests/unit/source/document.c. */
#include "source/document.h"

#include <assert.h>

uint32_t document_block(const Document *document, Span text)
{
    uint32_t low = 0, high = document->blocks.count;
    assert(high);
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->blocks.items[middle].span.off <= text.off)
            low = middle;
        else
            high = middle;
    }
    return low;
}

Part document_part(const Document *document, Span text)
{
    return document->blocks.items[document_block(document, text)].part;
}

/* The first piece that ends behind an offset; the number of pieces where none does. */
static uint32_t first_piece(const Document *document, uint32_t off)
{
    uint32_t low = 0, high = document->pieces.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (span_end(document->pieces.items[middle].text) <= off)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The bytes for what a piece and from..to of the text share. */
static Span piece_original(const Piece *piece, uint32_t from, uint32_t to)
{
    if (piece->whole)
        return piece->file;
    if (from < piece->text.off)
        from = piece->text.off;
    if (to > span_end(piece->text))
        to = span_end(piece->text);
    return (Span){piece->file.off + (from - piece->text.off), to - from};
}

static void add_segment(Segments *segments, Arena *arena, Span file)
{
    if (segments->count) {
        Span *last = &segments->items[segments->count - 1];
        if (span_end(*last) == file.off) {
            last->len += file.len;
            return;
        }
    }
    if (!segments->capacity) { /* nearly all have one */
        *segments = (Segments){arena_room(arena, sizeof file, _Alignof(Span)), 1, 1};
        segments->items[0] = file;
        return;
    }
    *arena_push(arena, segments) = file;
}

/* An empty span stands at the place of what follows it. */
static Span empty_original(const Document *document, uint32_t off)
{
    uint32_t count = document->pieces.count, at = first_piece(document, off);
    if (!count)
        return (Span){0};
    if (at == count)
        return (Span){span_end(document->pieces.items[count - 1].file), 0};
    const Piece *piece = &document->pieces.items[at];
    bool inside = !piece->whole && off > piece->text.off;
    return (Span){piece->file.off + (inside ? off - piece->text.off : 0), 0};
}

Span document_original(const Document *document, Span text, Segments *segments, Arena *arena)
{
    assert(span_end(text) <= document->text.len);
    if (!text.len)
        return empty_original(document, text.off);
    uint32_t start = UINT32_MAX, end = 0;
    for (uint32_t i = first_piece(document, text.off); i < document->pieces.count; i++) {
        const Piece *piece = &document->pieces.items[i];
        if (piece->text.off >= span_end(text))
            break;
        Span file = piece_original(piece, text.off, span_end(text));
        if (start == UINT32_MAX)
            start = file.off;
        end = span_end(file);
        if (segments)
            add_segment(segments, arena, file);
    }
    assert(start <= end); /* a span of a block holds text of a piece */
    return (Span){start, end - start};
}
