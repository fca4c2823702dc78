/* What the parts of tagging ask of the sentence, the book and the grammar.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/tagger.h"

#include "base/limits.h"
#include "extract/lookup.h"

bool tagger_has(const Tagger *tagger, uint32_t token, uint8_t flag)
{
    return tagger->tokens->items[token].flags & flag;
}

bool tagger_is_word(const Tagger *tagger, uint32_t token)
{
    return token < tagger->end && tagger->tokens->items[token].kind == TOKEN_WORD;
}

bool tagger_is_capital(const Tagger *tagger, uint32_t token)
{
    return tagger_is_word(tagger, token) && tagger_has(tagger, token, TOKEN_CAPITAL);
}

/* A single letter, with or without its full stop: "J." */
bool tagger_is_initial(const Tagger *tagger, uint32_t token)
{
    if (!tagger_is_capital(tagger, token))
        return false;
    uint32_t len = tagger->tokens->items[token].span.len;
    return len == 1 || (len == 2 && tagger_has(tagger, token, TOKEN_STOP));
}

/* The longest phrase from `at` on that has an entry which fits the text's capitals. */
LexiconHit tagger_longest(const Tagger *tagger, const Lexicon *lexicon, uint32_t at)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    if (!lexicon_may_start(lexicon, &tagger->tokens->items[at]))
        return (LexiconHit){0};
    uint32_t count = lexicon_find(lexicon, tagger->tokens, at, tagger->end, hits);
    for (uint32_t i = 0; i < count; i++) {
        LexiconEntries entries = lexicon_entries(lexicon, hits[i].node);
        for (uint32_t e = 0; e < entries.count; e++)
            if (lexicon_entry_fits(&entries.items[e], tagger->tokens, at, hits[i].token_count))
                return hits[i];
    }
    return (LexiconHit){0};
}

const LexiconEntry *tagger_name(const Tagger *tagger, LexiconHit hit, uint32_t at, NameKind kind)
{
    return lookup_entry(&tagger->book->names, tagger->tokens, hit, at, (uint8_t)kind);
}

const LexiconEntry *tagger_word(const Tagger *tagger, LexiconHit hit, uint32_t at, WordKind kind)
{
    return lookup_entry(&tagger->grammar->words, tagger->tokens, hit, at, (uint8_t)kind);
}

/* The ids that a phrase has under a kind, each once, in the order of the book. */
IndexList tagger_ids(const Tagger *tagger, LexiconHit hit, uint32_t at, NameKind kind)
{
    LexiconEntries entries = lexicon_entries(&tagger->book->names, hit.node);
    uint32_t *ids = arena_new(tagger->arena, uint32_t, entries.count);
    uint32_t count = 0;
    for (uint32_t e = 0; e < entries.count; e++) {
        const LexiconEntry *entry = &entries.items[e];
        if (entry->kind == kind && lexicon_entry_fits(entry, tagger->tokens, at, hit.token_count))
            ids[count++] = entry->id;
    }
    return (IndexList){ids, count, entries.count};
}

Tag *tagger_add(Tagger *tagger, char letter, uint32_t first, uint32_t count)
{
    Tags *tags = tagger->tags;
    if (tags->count == LIMIT_TAGS)
        return &tags->items[LIMIT_TAGS]; /* a place to write to that nobody reads */
    const Token *from = &tagger->tokens->items[first];
    const Token *to = &tagger->tokens->items[first + count - 1];
    Tag *tag = &tags->items[tags->count];
    tags->letters[tags->count++] = letter;
    *tag = (Tag){.span = {from->span.off, span_end(to->span) - from->span.off},
                 .first = first,
                 .count = count};
    if (from->flags & TOKEN_CAPITAL)
        tag->flags |= TAG_CAPITAL;
    if (from->flags & TOKEN_QUOTED)
        tag->flags |= TAG_QUOTED;
    return tag;
}

Look tagger_look(const Tagger *tagger, uint32_t at)
{
    return (Look){.name = tagger_longest(tagger, &tagger->book->names, at),
                  .word = tagger_longest(tagger, &tagger->grammar->words, at)};
}

/* A sentence's, quotation's or bracket's first word is a capital whatever it is. */
bool tagger_is_fresh(const Tagger *tagger, uint32_t at)
{
    if (at == tagger->first || tagger->title_case)
        return true;
    const Token *before = &tagger->tokens->items[at - 1];
    return before->kind == TOKEN_MARK && !token_is(tagger->tokens, at - 1, ",");
}
