/* Looks a phrase up in a lexicon, of one kind only. */
#ifndef STET_EXTRACT_LOOKUP_H
#define STET_EXTRACT_LOOKUP_H

#include "text/lexicon.h"

/* An entry of this kind that a hit at `at` has and that fits the text's capitals; NULL: none. */
const LexiconEntry *lookup_entry(const Lexicon *lexicon, const Tokens *tokens, LexiconHit hit,
                                 uint32_t at, uint8_t kind);

/* The longest phrase from `at` to before `end` with such an entry; token_count 0 where there is
 * none. */
LexiconHit lookup_longest(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t end,
                          uint8_t kind);

#endif
