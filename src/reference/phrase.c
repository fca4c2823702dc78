/* A phrase as the index of names sees it. */
#include "reference/phrase.h"

#include <string.h>

#include "base/hash.h"
#include "text/token.h"

bool phrase_read(View text, Phrase *out)
{
    return phrase_hashes(text, out->words, LIMIT_NAME_TOKENS, &out->count);
}

uint64_t phrase_hash(const Phrase *phrase)
{
    View words = {(const char *)phrase->words, phrase->count * sizeof phrase->words[0]};
    return hash_bytes(words, 0);
}

static bool phrase_has(const Phrase *phrase, uint32_t at, const Phrase *part)
{
    return memcmp(phrase->words + at, part->words, part->count * sizeof part->words[0]) == 0;
}

bool phrase_starts(const Phrase *phrase, const Phrase *part)
{
    return phrase->count >= part->count && phrase_has(phrase, 0, part);
}

bool phrase_ends(const Phrase *phrase, const Phrase *part)
{
    return phrase->count >= part->count && phrase_has(phrase, phrase->count - part->count, part);
}

bool phrase_shares_word(const Phrase *phrase, const Phrase *other)
{
    for (uint32_t i = 0; i < phrase->count; i++)
        for (uint32_t j = 0; j < other->count; j++)
            if (phrase->words[i] == other->words[j])
                return true;
    return false;
}
