/* A passage: where a span of the text stands in what the editor handed in. */
#ifndef STET_REPORT_PASSAGE_H
#define STET_REPORT_PASSAGE_H

#include "judge/finding.h"

/* The lines of an article, counted once for all its passages. Lives in `arena`. */
typedef struct Passages {
    Arena *arena;
    const Document *document;
    LineIndex lines[2]; /* by Part */
} Passages;

typedef struct Passage {
    Part part;
    Position start;
    Position end;
    Segments segments; /* one, unless markup breaks the passage */
} Passage;

Passages passages_of(Arena *arena, const Document *document);

Passage passage_at(Passages *passages, Span text);

/* Where a finding stands: its words, or the mark that it speaks of. */
Passage passage_of_finding(Passages *passages, const Finding *finding);

/* Bytes of the original as a passage. */
Passage passage_of_bytes(Passages *passages, Part part, Span original);

/* The words themselves, as they were read. */
View passage_words(const Document *document, Span text);
View passage_finding_words(const Document *document, const Finding *finding);

#endif
