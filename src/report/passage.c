/* Spans of the text to places in the original. Tests: tests/unit/report/passage.c. */
#include "report/passage.h"

Passages passages_of(Arena *arena, const Document *document)
{
    return (Passages){arena,
                      document,
                      {line_index(arena, document->original[PART_TEXT]),
                       line_index(arena, document->original[PART_TITLE])}};
}

Passage passage_at(Passages *passages, Span text)
{
    Passage passage = {.part = document_part(passages->document, text)};
    const LineIndex *lines = &passages->lines[passage.part];
    Span original = document_original(passages->document, text, &passage.segments, passages->arena);
    passage.start = line_position(lines, original.off);
    passage.end = line_position(lines, span_end(original));
    return passage;
}

View passage_words(const Document *document, Span text)
{
    return view_slice(document->text, text.off, span_end(text));
}
