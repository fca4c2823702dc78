/* Sights: what a lexicon says of the phrases that start at each token of a sentence, found out
 * once. Tagging asks many questions of each token, and nearly every answer is no: here it costs a
 * look at a bit. In: the sentence's tokens. Out: rows of sights, reused for the next sentence.
 */
#ifndef STET_EXTRACT_SIGHT_H
#define STET_EXTRACT_SIGHT_H

#include "base/limits.h"
#include "text/lexicon.h"

typedef struct Sight {
    LexiconHit longest;     /* with an entry that fits the text's capitals; token_count 0: none */
    uint32_t longest_kinds; /* bits of the kinds of its entries that fit */
    uint32_t kinds;         /* the same of all phrases */
} Sight;

typedef struct Sights {
    const Lexicon *lexicon;
    const Tokens *tokens;
    uint32_t first; /* token of the sentence */
    uint32_t end;
    uint32_t kinds; /* of all tokens */
    Sight *items;   /* of the first tokens: beyond them each question is a look-up */
    struct SeenWord *seen;
} Sights;

Sights sights_new(Arena *arena);

/* Turns to a sentence. */
void sights_turn(Sights *sights, const Lexicon *lexicon, const Tokens *tokens, uint32_t first,
                 uint32_t end);

enum { SIGHTS_MOST = 2 * LIMIT_TAGS };

Sight sights_look(const Sights *sights, uint32_t at); /* finds out; the token exists */

/* What is seen at a token; nothing at the sentence's end. */
static inline Sight sights_at(const Sights *sights, uint32_t at)
{
    if (at >= sights->end)
        return (Sight){.kinds = 0};
    uint32_t place = at - sights->first;
    return place < SIGHTS_MOST ? sights->items[place] : sights_look(sights, at);
}

/* The longest phrase at a token that has an entry of a kind which fits; token_count 0: none. */
LexiconHit sights_find(const Sights *sights, uint32_t at, uint8_t kind);

/* An entry of this kind that a hit at a token has and that fits; NULL: none. */
const LexiconEntry *sights_entry(const Sights *sights, LexiconHit hit, uint32_t at, uint8_t kind);

static inline bool sights_hold(const Sights *sights, uint8_t kind)
{
    return sights->kinds >> kind & 1;
}

#endif
