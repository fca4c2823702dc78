/* How an article was read, for whoever writes constructions: `stet extract` and `stet explain`.
 *
 * Formats take sheets; these take the article itself. What extraction forgets (the tags of a
 * sentence) is read again.
 */
#ifndef STET_REPORT_WORKINGS_H
#define STET_REPORT_WORKINGS_H

#include "base/buffer.h"
#include "extract/mention.h"
#include "report/sheet.h"

/* A place asked about: a line, and a column or 0 for the whole line. */
typedef struct Pointer {
    uint32_t line;
    uint32_t column;
} Pointer;

/* Appends what was asked about an article; `scratch` is used and not reset. */
typedef void Workings(Arena *scratch, const Article *article, Pointer at, Buffer *out);

Workings extract_text;    /* sentences with their tokens, tags and claims */
Workings extract_json;    /* the same, an object on a line of its own */
Workings explain_passage; /* why the passage was flagged, or was not */

/* A sentence with the tags that it was read by. */
typedef struct ReadSentence {
    const Sentence *sentence;
    const Tag *tags;
    View letters; /* one a tag */
} ReadSentence;

typedef struct ReadSentences {
    ReadSentence *items;
    uint32_t count;
    uint32_t capacity;
} ReadSentences;

ReadSentences workings_read(Arena *arena, const Article *article);

Span workings_span(const Tokens *tokens, const Sentence *sentence);

/* What a tag can mean, as ids of the book: "pete-hegseth", "us/secretary-of-state"; a few of them.
 */
View workings_meaning(Arena *arena, const Book *book, char letter, const Tag *tag);

/* "Pete Hegseth | secretary of state | U.S. | current": the parts of a claim as the examples of
 * constructions write them. */
View workings_claim(Arena *arena, const Article *article, const Claim *claim);

#endif
