/* Statements: claims of other kinds than office, out of the tags that a construction found.
 *
 * In: what is said, and a claim that says of whom and when. Out: one claim for each thing said:
 * "(D-CA-18)" is of a party, a state and a district.
 */
#ifndef STET_EXTRACT_STATEMENT_H
#define STET_EXTRACT_STATEMENT_H

#include "extract/mention.h"

void statement_add(Arena *arena, ConstructionKind kind, const Tag *said, const Claim *base,
                   Claims *claims);

#endif
