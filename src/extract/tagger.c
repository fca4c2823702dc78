/* What the parts of tagging ask of the sentence, the book and the grammar.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/tagger.h"

#include "base/limits.h"

/* A single letter, with or without its full stop: "J." */
bool tagger_is_initial(const Tagger *tagger, uint32_t token)
{
    if (!tagger_is_capital(tagger, token))
        return false;
    uint32_t len = tagger->tokens->items[token].span.len;
    return len == 1 || (len == 2 && tagger_has(tagger, token, TOKEN_STOP));
}

/* The ids that a phrase has under a kind, each once, in the order of the book. */
IndexList tagger_ids(const Tagger *tagger, LexiconHit hit, uint32_t at, NameKind kind)
{
    LexiconEntries entries = lexicon_entries(&tagger->book->names, hit.node);
    uint32_t *ids = arena_room(tagger->arena, sizeof *ids * entries.count, _Alignof(uint32_t));
    uint32_t count = 0;
    LexiconFit fit = {0};
    for (uint32_t e = 0; e < entries.count; e++) {
        const LexiconEntry *entry = &entries.items[e];
        if (entry->kind == kind &&
            lexicon_next_fits(&fit, entry, tagger->tokens, at, hit.token_count))
            ids[count++] = entry->id;
    }
    return (IndexList){ids, count, entries.count};
}

/* A sentence's, quotation's or bracket's first word is a capital whatever it is. */
bool tagger_is_fresh(const Tagger *tagger, uint32_t at)
{
    if (at == tagger->first || tagger->title_case)
        return true;
    const Token *before = &tagger->tokens->items[at - 1];
    return before->kind == TOKEN_MARK && !token_is(tagger->tokens, at - 1, ",");
}
