/* Tests: tests/unit/extract/party.c and when.c, which ask nothing else. */
#include "extract/lookup.h"

#include "base/limits.h"

const LexiconEntry *lookup_entry(const Lexicon *lexicon, const Tokens *tokens, LexiconHit hit,
                                 uint32_t at, uint8_t kind)
{
    if (!hit.token_count)
        return NULL;
    LexiconEntries entries = lexicon_entries(lexicon, hit.node);
    for (uint32_t e = 0; e < entries.count; e++) {
        const LexiconEntry *entry = &entries.items[e];
        if (entry->kind == kind && lexicon_entry_fits(entry, tokens, at, hit.token_count))
            return entry;
    }
    return NULL;
}

LexiconHit lookup_longest(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t end,
                          uint8_t kind)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    if (at >= end || !lexicon_may_start(lexicon, &tokens->items[at]))
        return (LexiconHit){0};
    uint32_t count = lexicon_find(lexicon, tokens, at, end, hits);
    for (uint32_t i = 0; i < count; i++)
        if (lookup_entry(lexicon, tokens, hits[i], at, kind))
            return hits[i];
    return (LexiconHit){0};
}
