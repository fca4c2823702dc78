/* Sights: what the book's names and the grammar's words say of the phrases that start at each token
 * of a sentence, found out once. Tagging asks many questions of each token, and nearly every answer
 * is no: here it costs a look at a bit. News repeats its words, so that what one means is kept for
 * the next sentence and the next article: for most tokens a sight is found and not made.
 *
 * In: the sentence's tokens. Out: a row of sights, reused for the next sentence.
 */
#ifndef STET_EXTRACT_SIGHT_H
#define STET_EXTRACT_SIGHT_H

#include "extract/lookup.h"

/* Among the kinds of words: the token is a number. No kind of word is numbered 0. */
enum { SIGHT_NUMBER = 1 };

/* When a token has its letter without a closer look. */
enum {
    SIGHT_ALWAYS,   /* whatever is around: marks, numbers, most words */
    SIGHT_UNTITLED, /* where no title begins from here on */
    SIGHT_LETTERS,
    SIGHT_BEFORE_SMALL = 0x80 /* set in a letter: only where no capital stands behind it */
};

/* Kinds are bits of those entries that fit the text's capitals: of words, and above them of names,
 * so that those of a sentence are gathered in one step a token. */
typedef uint64_t SightKinds;

enum { SIGHT_NAMES = 32 };

static inline uint32_t sight_words(SightKinds kinds)
{
    return (uint32_t)kinds;
}

static inline uint8_t sight_names(SightKinds kinds)
{
    return (uint8_t)(kinds >> SIGHT_NAMES);
}

typedef struct Sight {
    LexiconHit name;             /* the longest phrase of the book that fits; token_count 0: none */
    LexiconHit word;             /* the same of the grammar */
    SightKinds kinds;            /* of all phrases */
    uint32_t longest_word_kinds; /* of that phrase alone */
    uint8_t longest_name_kinds;
    unsigned char letters[SIGHT_LETTERS]; /* 0: look closer */
    uint8_t tokens;                       /* that it has */
} Sight;

typedef struct Sights {
    Arena *arena;
    const Lexicon *names;
    const Lexicon *words;
    const Tokens *tokens;
    uint32_t first; /* token of the sentence */
    uint32_t end;
    SightKinds kinds;    /* of all tokens */
    const Sight **items; /* one a token */
    Sight *own;          /* of those that are true of this sentence only; room for one a token */
    uint32_t own_count;
    uint32_t capacity;
    struct SeenWords *seen;
} Sights;

/* Whether it is the letter of titles ("counterpart" is H), of people of the book or of party tags:
 * without one no construction matches. No word has it whatever is around. */
static inline bool letter_is_mention(char letter)
{
    return letter == 'O' || letter == 'M' || letter == 'H' || letter == 'P' || letter == 'T';
}

/* Whether it is one of a few, which are mostly written out where this is called. */
static inline bool letter_in(char letter, const char *few)
{
    for (; *few; few++)
        if (*few == letter)
            return true;
    return false;
}

Sights sights_new(Arena *arena, const Lexicon *names, const Lexicon *words);

/* Turns to a sentence. */
void sights_turn(Sights *sights, const Tokens *tokens, uint32_t first, uint32_t end);

/* What is seen at a token; nothing at the sentence's end. */
static inline const Sight *sights_at(const Sights *sights, uint32_t at)
{
    static const Sight nothing = {.tokens = 0};
    return at < sights->end ? sights->items[at - sights->first] : &nothing;
}

/* Whether a word or phrase of a kind begins at a token. */
static inline bool sights_has_word(const Sights *sights, uint32_t at, uint8_t kind)
{
    return sight_words(sights_at(sights, at)->kinds) >> kind & 1;
}

/* The longest phrase at a token that has an entry of a kind which fits; token_count 0: none. */
static inline LexiconHit sights_find_name(const Sights *sights, uint32_t at, uint8_t kind)
{
    const Sight *sight = sights_at(sights, at);
    if (sight->longest_name_kinds >> kind & 1)
        return sight->name;
    if (!(sight_names(sight->kinds) >> kind & 1))
        return (LexiconHit){0};
    return lookup_longest(sights->names, sights->tokens, at, sights->end, kind);
}

static inline LexiconHit sights_find_word(const Sights *sights, uint32_t at, uint8_t kind)
{
    const Sight *sight = sights_at(sights, at);
    if (sight->longest_word_kinds >> kind & 1)
        return sight->word;
    if (!(sight_words(sight->kinds) >> kind & 1))
        return (LexiconHit){0};
    return lookup_longest(sights->words, sights->tokens, at, sights->end, kind);
}

/* The longest that ends before a token of the sentence, where `hit` is the longest of all. */
static inline LexiconHit sights_before(const Sights *sights, const Lexicon *lexicon, LexiconHit hit,
                                       uint32_t at, uint32_t end, uint8_t kind)
{
    if (at + hit.token_count <= end)
        return hit;
    return lookup_longest(lexicon, sights->tokens, at, end, kind);
}

static inline LexiconHit sights_name_before(const Sights *sights, uint32_t at, uint32_t end,
                                            uint8_t kind)
{
    LexiconHit hit = sights_find_name(sights, at, kind);
    return sights_before(sights, sights->names, hit, at, end, kind);
}

static inline LexiconHit sights_word_before(const Sights *sights, uint32_t at, uint32_t end,
                                            uint8_t kind)
{
    LexiconHit hit = sights_find_word(sights, at, kind);
    return sights_before(sights, sights->words, hit, at, end, kind);
}

/* An entry of this kind that a hit at a token has and that fits; NULL: none. */
static inline const LexiconEntry *sights_name(const Sights *sights, LexiconHit hit, uint32_t at,
                                              uint8_t kind)
{
    if (!hit.token_count)
        return NULL;
    const Sight *sight = sights_at(sights, at);
    uint8_t kinds =
        hit.node == sight->name.node ? sight->longest_name_kinds : sight_names(sight->kinds);
    return kinds >> kind & 1 ? lookup_entry(sights->names, sights->tokens, hit, at, kind) : NULL;
}

static inline const LexiconEntry *sights_word(const Sights *sights, LexiconHit hit, uint32_t at,
                                              uint8_t kind)
{
    if (!hit.token_count)
        return NULL;
    const Sight *sight = sights_at(sights, at);
    uint32_t kinds =
        hit.node == sight->word.node ? sight->longest_word_kinds : sight_words(sight->kinds);
    return kinds >> kind & 1 ? lookup_entry(sights->words, sights->tokens, hit, at, kind) : NULL;
}

#endif
