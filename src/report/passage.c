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
    Span original = document_original(passages->document, text, &passage.segments, passages->arena);
    line_positions(&passages->lines[passage.part], original, &passage.start, &passage.end);
    return passage;
}

Passage passage_of_bytes(Passages *passages, Part part, Span original)
{
    Passage passage = {.part = part};
    *arena_push(passages->arena, &passage.segments) = original;
    line_positions(&passages->lines[part], original, &passage.start, &passage.end);
    return passage;
}

Passage passage_of_finding(Passages *passages, const Finding *finding)
{
    return finding_is_of_mark(finding) ? passage_of_bytes(passages, PART_TEXT, finding->mark)
                                       : passage_at(passages, finding->span);
}

View passage_words(const Document *document, Span text)
{
    return view_slice(document->text, text.off, span_end(text));
}

View passage_finding_words(const Document *document, const Finding *finding)
{
    if (!finding_is_of_mark(finding))
        return passage_words(document, finding->span);
    return view_slice(document->original[PART_TEXT], finding->mark.off, span_end(finding->mark));
}
