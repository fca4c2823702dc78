/* The tagger: a sentence while it becomes a row of tags. Shared by mention.c (the pass over the
 * tokens), name.c (who is named) and title.c (what is held); nobody else needs it.
 */
#ifndef STET_EXTRACT_TAGGER_H
#define STET_EXTRACT_TAGGER_H

#include "base/limits.h"
#include "extract/mention.h"

/* The sentence at hand. */
typedef struct Tagger {
    Arena *arena;
    const Grammar *grammar;
    const Book *book;
    const Tokens *tokens;
    uint32_t first;
    uint32_t end;
    bool title_case;
    bool headline;       /* written like one: most words have capitals */
    uint32_t titles_end; /* behind the last token at which a known title begins */
    bool chambers;       /* it speaks of chambers, of which somebody may be a member */
    Cast *cast;
    Tags *tags;
} Tagger;

/* What the book and the grammar say of the tokens from one on. */
typedef struct Look {
    LexiconHit name; /* the longest name or title; token_count 0: none */
    LexiconHit word; /* the longest word of the grammar */
} Look;

/* The questions are asked of one token, by its index; the answer for one beyond the sentence's end
 * is no. */
static inline bool tagger_has(const Tagger *tagger, uint32_t token, uint8_t flag) /* it exists */
{
    return tagger->tokens->items[token].flags & flag;
}

static inline bool tagger_is_word(const Tagger *tagger, uint32_t token)
{
    return token < tagger->end && tagger->tokens->items[token].kind == TOKEN_WORD;
}

static inline bool tagger_is_capital(const Tagger *tagger, uint32_t token)
{
    return tagger_is_word(tagger, token) && tagger_has(tagger, token, TOKEN_CAPITAL);
}

/* A word that has its letter whatever is around: no part of a name or title. */
static inline bool tagger_is_plain(const Tagger *tagger, uint32_t token)
{
    return tagger_is_word(tagger, token) &&
           sights_at(&tagger->tags->sights, token)->letters[SIGHT_ALWAYS];
}

bool tagger_is_initial(const Tagger *tagger, uint32_t token); /* "J.", "J" */

/* A sentence's, quotation's or bracket's first word is a capital whatever it is. */
bool tagger_is_fresh(const Tagger *tagger, uint32_t token);

/* The longest phrases from `at` on that have an entry which fits the text's capitals. */
static inline Look tagger_look(const Tagger *tagger, uint32_t at)
{
    const Sight *sight = sights_at(&tagger->tags->sights, at);
    return (Look){.name = sight->name, .word = sight->word};
}

/* The longest phrase from `at` on that has an entry of a kind which fits; token_count 0: none. */
static inline LexiconHit tagger_find_name(const Tagger *tagger, uint32_t at, NameKind kind)
{
    return sights_find_name(&tagger->tags->sights, at, (uint8_t)kind);
}

static inline LexiconHit tagger_find_word(const Tagger *tagger, uint32_t at, WordKind kind)
{
    return sights_find_word(&tagger->tags->sights, at, (uint8_t)kind);
}

/* Whether a word or phrase of a kind begins at a token. */
static inline bool tagger_holds(const Tagger *tagger, uint32_t at, WordKind kind)
{
    return tagger_is_word(tagger, at) && sights_has_word(&tagger->tags->sights, at, (uint8_t)kind);
}

/* Whether the longest name, or the longest word, at a token has an entry of a kind that fits. */
static inline bool tagger_names(const Tagger *tagger, uint32_t at, NameKind kind)
{
    return sights_at(&tagger->tags->sights, at)->longest_name_kinds >> kind & 1;
}

static inline bool tagger_means(const Tagger *tagger, uint32_t at, WordKind kind)
{
    return sights_at(&tagger->tags->sights, at)->longest_word_kinds >> kind & 1;
}

/* An entry of a kind that a hit has and that fits the text; NULL: none. */
static inline const LexiconEntry *tagger_name(const Tagger *tagger, LexiconHit hit, uint32_t at,
                                              NameKind kind)
{
    return sights_name(&tagger->tags->sights, hit, at, (uint8_t)kind);
}

static inline const LexiconEntry *tagger_word(const Tagger *tagger, LexiconHit hit, uint32_t at,
                                              WordKind kind)
{
    return sights_word(&tagger->tags->sights, hit, at, (uint8_t)kind);
}

/* The ids that a phrase has under a kind, each once, in the order of the book. */
IndexList tagger_ids(const Tagger *tagger, LexiconHit hit, uint32_t at, NameKind kind);

/* A tag of tokens of which nothing else is known. */
static inline Tag tag_over(const Tokens *tokens, uint32_t first, uint32_t count)
{
    const Token *from = &tokens->items[first], *to = from + count - 1;
    return (Tag){.span = {from->span.off, span_end(to->span) - from->span.off},
                 .first = first,
                 .count = count,
                 .flags = from->flags & (TAG_CAPITAL | TAG_QUOTED)};
}

/* A new tag at the end of the row; one that nobody reads where the row is full. */
static inline Tag *tagger_add(Tagger *tagger, char letter, uint32_t first, uint32_t count)
{
    Tags *tags = tagger->tags;
    if (tags->count == LIMIT_TAGS)
        return &tags->items[LIMIT_TAGS]; /* a place to write to that nobody reads */
    Tag *tag = &tags->items[tags->count];
    tags->letters[tags->count++] = letter;
    tags->mentions |= letter_is_mention(letter);
    *tag = tag_over(tagger->tokens, first, count);
    return tag;
}

#endif
