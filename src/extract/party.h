/* Party tags: what stands after a politician's name to say of which party and seat he is, in every
 * style of print: "(R-Ohio)", "(D-CA-18)", "(IL-05)", ", D-Ore.", "(R., Tex.)", ", Democrat of
 * Oregon", ", a Republican from Texas", "(Lab, Redmouth South)".
 *
 * In: tokens, the book's places and their codes, the grammar's parties. Out: the tag's parts, each
 * with its span. What a tag claims is not known here.
 */
#ifndef STET_EXTRACT_PARTY_H
#define STET_EXTRACT_PARTY_H

#include "extract/claim.h"

enum { DISTRICT_UNSAID = -1, DISTRICT_AT_LARGE = 0 };

typedef struct PartyTag {
    uint32_t first;   /* token, the bracket or comma before it included */
    uint32_t count;   /* tokens, the closing bracket included */
    uint32_t party;   /* of the grammar's parties; NONE: unsaid ("CA-18") */
    Span party_span;  /* {0,0}: unsaid */
    IndexList places; /* what the seat's place can mean; empty: unsaid, or unknown to the book */
    Span place_span;  /* {0,0}: unsaid */
    int32_t district; /* its number, or one of the enum above */
    Span district_span;
} PartyTag;

/* Reads the tag that begins at token `at`, behind a name. False where there is none. */
bool party_read(Arena *arena, const Grammar *grammar, const Book *book, const Tokens *tokens,
                uint32_t at, uint32_t end, PartyTag *out);

#endif
