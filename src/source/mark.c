/* Comments that are marks. Tests: tests/unit/source/mark.c. */
#include "source/mark.h"

static void add(Document *document, Arena *arena, View text, Span file, bool whole)
{
    *arena_push(arena, &document->marks) = (Mark){view_trim(text), file, whole};
}

void mark_read_comment(Document *document, Arena *arena, size_t from, size_t to)
{
    View bytes = view_slice(document->original[PART_TEXT], from, to);
    if (!view_starts(bytes, VIEW("<!--")) || !view_ends(bytes, VIEW("-->")) || bytes.len < 7)
        return;
    View text = view_trim(view_slice(bytes, 4, bytes.len - 3));
    Span file = {(uint32_t)from, (uint32_t)(to - from)};
    if (view_starts(text, VIEW("stet:")))
        add(document, arena, view_slice(text, 5, text.len), file, false);
    else if (view_starts(text, VIEW("stet-file:")))
        add(document, arena, view_slice(text, 10, text.len), file, true);
}

void mark_add_file(Document *document, Arena *arena, View text, Span file)
{
    add(document, arena, text, file, true);
}
