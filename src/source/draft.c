/* Drafts. Tests: tests/unit/source/draft.c. */
#include "source/draft.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"

#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

void draft_begin(Draft *draft, Arena *arena, Document *document)
{
    *draft = (Draft){.arena = arena, .document = document};
    buffer_reserve(&draft->text,
                   document->original[PART_TEXT].len + document->original[PART_TITLE].len + 1);
}

void draft_open(Draft *draft, BlockKind kind, Part part)
{
    assert(draft->document->original[part].len <= LIMIT_DOCUMENT);
    draft->block_text = (uint32_t)draft->text.len;
    draft->block_pieces = draft->document->pieces.count;
    if (draft->text.len)
        buffer_add_byte(&draft->text, '\n');
    draft->block = (Block){kind, part, {(uint32_t)draft->text.len, 0}};
}

/* Notes a piece for text that is about to be added; runs of one kind become one piece. */
static void add_piece(Draft *draft, size_t text_len, size_t from, size_t to, bool whole, bool joins)
{
    Document *document = draft->document;
    Span text = {(uint32_t)draft->text.len, (uint32_t)text_len};
    Span file = {(uint32_t)from, (uint32_t)(to - from)};
    if (joins && document->pieces.count > draft->block_pieces) {
        Piece *last = &document->pieces.items[document->pieces.count - 1];
        if (last->whole == whole && span_end(last->text) == text.off &&
            span_end(last->file) == file.off) {
            last->text.len += text.len;
            last->file.len += file.len;
            return;
        }
    }
    *arena_push(draft->arena, &document->pieces) =
        (Piece){.text = text, .file = file, .part = draft->block.part, .whole = whole};
}

static View original(const Draft *draft)
{
    return draft->document->original[draft->block.part];
}

static void copy_valid(Draft *draft, size_t from, size_t to)
{
    if (from == to)
        return;
    add_piece(draft, to - from, from, to, false, true);
    buffer_add(&draft->text, view_slice(original(draft), from, to));
}

void draft_copy(Draft *draft, size_t from, size_t to)
{
    View bytes = view_slice(original(draft), 0, to);
    if (draft->valid || utf8_valid(view_slice(bytes, from, to))) {
        copy_valid(draft, from, to);
        return;
    }
    size_t valid = from;
    for (size_t off = from; off < to;) {
        size_t end = off, width = 0;
        while (end < to && utf8_decode_any(bytes, end, &width) < 0)
            end++;
        if (end == off) {
            off += width;
            continue;
        }
        copy_valid(draft, valid, off);
        add_piece(draft, VIEW(REPLACEMENT).len * (end - off), off, end, true, false);
        for (; off < end; off++)
            buffer_add(&draft->text, VIEW(REPLACEMENT));
        valid = end;
    }
    copy_valid(draft, valid, to);
}

void draft_replace(Draft *draft, View text, size_t from, size_t to)
{
    assert(text.len && from <= to);
    add_piece(draft, text.len, from, to, true, false);
    buffer_add(&draft->text, text);
}

static bool is_letter_byte(char byte)
{
    return (unsigned char)byte >= 0x80 || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
}

void draft_break(Draft *draft, size_t from, size_t to)
{
    View before = buffer_view(&draft->text), bytes = original(draft);
    bool inside_word = before.len - draft->block.span.off >= 2 && view_ends(before, VIEW("-")) &&
                       is_letter_byte(before.at[before.len - 2]) && to < bytes.len &&
                       is_letter_byte(bytes.at[to]);
    if (!inside_word)
        draft_replace(draft, VIEW(" "), from, to);
}

void draft_close(Draft *draft)
{
    draft->block.span.len = (uint32_t)draft->text.len - draft->block.span.off;
    if (!draft->block.span.len) {
        draft->text.len = draft->block_text;
        draft->document->pieces.count = draft->block_pieces;
        return;
    }
    *arena_push(draft->arena, &draft->document->blocks) = draft->block;
}

void draft_finish(Draft *draft)
{
    draft->document->text = view_copy(draft->arena, buffer_view(&draft->text));
    buffer_free(&draft->text);
}
