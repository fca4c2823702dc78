/* A phrase as the index of names sees it: the hashes of its folded words. */
#ifndef STET_REFERENCE_PHRASE_H
#define STET_REFERENCE_PHRASE_H

#include "base/limits.h"
#include "base/view.h"

typedef struct Phrase {
    uint64_t words[LIMIT_NAME_TOKENS];
    uint32_t count;
} Phrase;

/* False where the text holds no word or more than LIMIT_NAME_TOKENS. */
bool phrase_read(View text, Phrase *out);

uint64_t phrase_hash(const Phrase *phrase);

/* Whether the phrase has all words of `part` at its start or end; also where it is `part`. */
bool phrase_starts(const Phrase *phrase, const Phrase *part);
bool phrase_ends(const Phrase *phrase, const Phrase *part);

/* Whether any word of one is in the other. */
bool phrase_shares_word(const Phrase *phrase, const Phrase *other);

#endif
