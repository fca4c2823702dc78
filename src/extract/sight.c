/* Sights. Tests: tests/unit/extract/sight.c. */
#include "extract/sight.h"

#include <assert.h>

#include "extract/lookup.h"

enum { KINDS_MOST = 32 };

/* A word that is a phrase by itself and begins no other: what is seen there does not depend on what
 * follows. Half of all words that begin a phrase are of a few hundred such. */
struct SeenWord {
    uint64_t hash;
    uint8_t flags;
    Sight sight;
};

enum { SEEN_WORDS = 256, CASE_FLAGS = TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_JOINED };

Sights sights_new(Arena *arena)
{
    return (Sights){.items = arena_room(arena, SIGHTS_MOST * sizeof(Sight), _Alignof(Sight)),
                    .seen = arena_new(arena, struct SeenWord, SEEN_WORDS)};
}

/* The kinds of the entries of a hit that fit. */
static uint32_t kinds_of(const Sights *sights, uint32_t at, LexiconHit hit)
{
    uint32_t kinds = 0;
    LexiconEntries entries = lexicon_entries(sights->lexicon, hit.node);
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        uint32_t bit = entry->kind < KINDS_MOST ? 1u << entry->kind : 0; /* else altered */
        if (!(kinds & bit) && lexicon_entry_fits(entry, sights->tokens, at, hit.token_count))
            kinds |= bit;
    }
    return kinds;
}

Sight sights_look(const Sights *sights, uint32_t at)
{
    Sight sight = {.kinds = 0};
    LexiconHit hits[LIMIT_NAME_TOKENS];
    uint32_t count = lexicon_find(sights->lexicon, sights->tokens, at, sights->end, hits);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t kinds = kinds_of(sights, at, hits[i]);
        if (kinds && !sight.kinds) {
            sight.longest = hits[i];
            sight.longest_kinds = kinds;
        }
        sight.kinds |= kinds;
    }
    return sight;
}

static Sight look_again(const Sights *sights, uint32_t at)
{
    const Token *token = &sights->tokens->items[at];
    struct SeenWord *seen = &sights->seen[token->hash % SEEN_WORDS];
    uint8_t flags = token->flags & CASE_FLAGS;
    if (seen->hash == token->hash && seen->flags == flags)
        return seen->sight;
    Sight sight = sights_look(sights, at);
    if (sight.longest.token_count == 1 && !lexicon_goes_on(sights->lexicon, sight.longest.node))
        *seen = (struct SeenWord){token->hash, flags, sight};
    return sight;
}

void sights_turn(Sights *sights, const Lexicon *lexicon, const Tokens *tokens, uint32_t first,
                 uint32_t end)
{
    assert(!sights->lexicon || sights->lexicon == lexicon);
    sights->lexicon = lexicon;
    sights->tokens = tokens;
    sights->first = first;
    sights->end = end;
    sights->kinds = end - first > SIGHTS_MOST ? UINT32_MAX : 0;
    for (uint32_t at = first; at < end && at - first < SIGHTS_MOST; at++) {
        Sight *sight = &sights->items[at - first];
        if (lexicon_may_start(lexicon, &tokens->items[at]))
            *sight = look_again(sights, at);
        else
            *sight = (Sight){.kinds = 0};
        sights->kinds |= sight->kinds;
    }
}

LexiconHit sights_find(const Sights *sights, uint32_t at, uint8_t kind)
{
    Sight sight = sights_at(sights, at);
    if (sight.longest_kinds >> kind & 1)
        return sight.longest;
    if (!(sight.kinds >> kind & 1))
        return (LexiconHit){0};
    return lookup_longest(sights->lexicon, sights->tokens, at, sights->end, kind);
}

const LexiconEntry *sights_entry(const Sights *sights, LexiconHit hit, uint32_t at, uint8_t kind)
{
    if (!hit.token_count || !(sights_at(sights, at).kinds >> kind & 1))
        return NULL;
    return lookup_entry(sights->lexicon, sights->tokens, hit, at, kind);
}
