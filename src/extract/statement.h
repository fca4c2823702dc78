/* Statements: claims of other kinds than office, out of the tags that a construction found.
 *
 * In: what is said, and a claim that says of whom, of which office and when. Out: one claim for
 * each thing said: "(D-CA-18)" is of a party, a state and a district.
 */
#ifndef STET_EXTRACT_STATEMENT_H
#define STET_EXTRACT_STATEMENT_H

#include "extract/mention.h"

typedef struct Statement {
    Arena *arena;
    const Grammar *grammar;
    const Tokens *tokens;
    Date now; /* the article's date */
    ConstructionKind kind;
    const Tag *said;
    const Tag *other; /* another person; NULL: none */
    const Tag *verb;  /* likewise */
    Range words[2];   /* the tokens of `said` and `said2` */
} Statement;

void statement_add(const Statement *statement, const Claim *base, Claims *claims);

#endif
