/* The body that a title's phrase names itself: "European Council chief", "President of the European
 * Council".
 *
 * In: a title's tag and the sights of its sentence, which tell of the grammar's words (bodies,
 * chambers, heads, portfolios) and of the book's names of places. Out: how many of the tokens are
 * not of the title proper, so that a claim's office and place each have a span of their own; and
 * whether the title is a government's. Allocates nothing.
 */
#ifndef STET_EXTRACT_BODY_H
#define STET_EXTRACT_BODY_H

#include "extract/mention.h"

/* How many tokens at a title's beginning name a body: "European Council" in "European Council
 * chief", but nothing in "House Speaker" or "Treasury Secretary". */
uint32_t body_words(const Book *book, const Sights *sights, const Tag *title);

/* How many tokens stand before the "of" of a body or place that the title's phrase names itself
 * ("President of the European Council"); 0 where there is none, or it is of a portfolio or chamber
 * ("Chancellor of the Exchequer", "Speaker of the House"). */
uint32_t of_body(const Sights *sights, const Tag *title);

/* Whether a title is of somebody who serves a government or a chamber, by its words alone: "Civil
 * Aviation Minister", "chairman of the Senate Agriculture Committee". */
bool is_servant(const Sights *sights, const Tag *title);

#endif
