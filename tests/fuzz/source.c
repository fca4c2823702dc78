/* Fuzz target: any bytes as a file of some format; the first byte chooses it. Every piece of the
 * document's text must decode from the bytes it is said to stand for, the pieces must cover each
 * block, and every span must lie inside the file. Inputs that once mattered stand in
 * tests/fuzz/source. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "source/document.h"
#include "source/entity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool holds)
{
    if (!holds)
        abort();
}

static View bytes_of(View text, Span span)
{
    must(span_end(span) <= text.len);
    return view_slice(text, span.off, span_end(span));
}

/* Whether a text is U+FFFD, once for each byte of `file`, none of which begins a character. */
static bool replaces_broken(View text, View file)
{
    if (text.len != 3 * file.len)
        return false;
    for (size_t i = 0; i < file.len; i++)
        if (memcmp(text.at + 3 * i, "\xEF\xBF\xBD", 3) != 0 || (unsigned char)file.at[i] < 0x80)
            return false;
    return true;
}

static bool is_entity(View text, View file)
{
    if (!view_starts(file, VIEW("&")))
        return false;
    Entity entity = entity_at(file, 0);
    return entity.len == file.len && view_equal(text, view_of(entity.text));
}

/* What one piece may stand for: a blank for anything, an entity, broken bytes, the quotation mark
 * of a <q>, a title that is written otherwise. */
static bool decodes(View text, View file, BlockKind kind)
{
    if (view_equal(text, VIEW(" ")))
        return file.len > 0;
    bool quote = view_equal(text, VIEW("“")) || view_equal(text, VIEW("”"));
    return is_entity(text, file) || replaces_broken(text, file) ||
           (quote && view_starts(file, VIEW("<"))) || kind == BLOCK_TITLE;
}

static void check_span(const Document *document, Span text, Arena *arena)
{
    Segments segments = {0};
    View original = document->original[document_part(document, text)];
    Span whole = document_original(document, text, &segments, arena);
    bytes_of(original, whole);
    must(segments.count > 0 && segments.items[0].off == whole.off);
    for (uint32_t i = 1; i < segments.count; i++)
        must(span_end(segments.items[i - 1]) < segments.items[i].off);
    must(span_end(segments.items[segments.count - 1]) == span_end(whole));
}

/* Checks the pieces of a block; gives the number of the first piece behind it. */
static uint32_t check_block(const Document *document, const Block *block, uint32_t piece,
                            Arena *arena)
{
    uint32_t at = block->span.off, first = piece, file = 0;
    for (; at < span_end(block->span); piece++) {
        must(piece < document->pieces.count);
        const Piece *here = &document->pieces.items[piece];
        View text = bytes_of(document->text, here->text);
        View written = bytes_of(document->original[block->part], here->file);
        must(here->text.off == at && here->part == block->part && here->file.off >= file);
        must(here->whole ? decodes(text, written, block->kind) : view_equal(text, written));
        at = span_end(here->text);
        file = span_end(here->file);
        check_span(document, here->text, arena);
        const Piece *before = &document->pieces.items[piece > first ? piece - 1 : piece];
        check_span(document, span_join(before->text, here->text), arena);
    }
    must(at == span_end(block->span));
    check_span(document, block->span, arena);
    return piece;
}

static void check_document(const Document *document, Arena *arena)
{
    uint32_t piece = 0, at = 0;
    must(utf8_valid(document->text));
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        const Block *block = &document->blocks.items[i];
        must(block->span.len > 0 && block->span.off == at + (i > 0));
        must(!i || document->text.at[at] == '\n');
        piece = check_block(document, block, piece, arena);
        at = span_end(block->span);
    }
    must(at == document->text.len && piece == document->pieces.count);
    for (uint32_t i = 0; i < document->marks.count; i++)
        bytes_of(document->original[PART_TEXT], document->marks.items[i].file);
}

static bool read_as(uint8_t format, View bytes, Document *document, Arena *arena)
{
    Troubles troubles = {.arena = arena};
    View path = VIEW("2025-02-13-fuzz");
    switch (format & 3) {
    case 0:
        source_read_text(arena, path, bytes, document, &troubles);
        return true;
    case 1:
        source_read_markdown(arena, path, bytes, document, &troubles);
        return true;
    case 2:
        return source_read_record(arena, path, 1, bytes, document, &troubles);
    default:
        source_read_html(arena, path, bytes, document, &troubles);
        return true;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    Arena arena = {0};
    Document document;
    if (read_as(data[0], (View){(const char *)data + 1, size - 1}, &document, &arena))
        check_document(&document, &arena);
    arena_free(&arena);
    return 0;
}
