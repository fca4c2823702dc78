/* The lexicon: phrases of one or more words, each with the things that it can mean. One hash trie
 * over the folded words, laid out flat, so that it can be mapped from a file; one pass over an
 * article's tokens finds every phrase.
 *
 * What an entry means is not known here: `kind` and `id` belong to who added it. Words compare
 * without case and diacritics (base/unicode.h); an entry may ask for a capital.
 */
#ifndef STET_TEXT_LEXICON_H
#define STET_TEXT_LEXICON_H

#include "base/limits.h"
#include "text/token.h"

typedef struct LexiconEntry {
    uint32_t id;
    uint8_t kind;
    uint8_t flags; /* of the adder; LEXICON_CAPITAL is understood here */
    uint16_t more; /* of the adder */
    /* Set by lexicon_add, read by lexicon_entry_fits. */
    uint16_t capitals; /* bit i: word i of the phrase must have a capital */
    uint8_t words;     /* of the phrase */
    uint8_t upper;     /* its capitals are whole words in capitals: "US" is neither "us" nor "Us" */
} LexiconEntry;

enum {
    LEXICON_CAPITAL = 1 << 7 /* only where each word of 2 letters or more that the entry writes with
                                a capital has one in the text: "Turkey" is not "turkey" */
};

/* A node of the trie. Nodes stand by their parents, and those of one parent by their words, so that
 * a row of words, one a node, is all that leads from one to the other. */
typedef struct LexiconNode {
    uint32_t children; /* the first; the next node's is one past the last */
    uint32_t entries;  /* likewise; none: only a way to longer phrases */
} LexiconNode;

/* The first words of all phrases, as two rows of bits by their hashes: of all, and of those that
 * may stand in small letters. Nearly every word of an article begins no phrase; these few bits tell
 * so without a look at the trie, which is too large for any cache. A bit may be set for another
 * word.
 */
typedef struct LexiconFirsts {
    const uint64_t *bits; /* `count` words of the one row, then of the other */
    uint32_t count;       /* a power of two, or 0: nothing is known */
} LexiconFirsts;

/* Read-only, position-independent: lent by whoever holds the arrays. They may come from a file that
 * was altered: what leads out of them is not there. */
typedef struct Lexicon {
    LexiconFirsts firsts;
    const uint64_t *words;    /* of the nodes: by its word one is found among its siblings */
    const LexiconNode *nodes; /* and one more, where the last ends */
    uint32_t node_count;
    const LexiconEntry *entries;
    uint32_t entry_count;
    /* Where among the first words of all phrases those begin that share their highest bits; and one
     * more, where the last end. */
    const uint32_t *starts;
    uint32_t start_count; /* without that one; 0: nothing is known */
} Lexicon;

/* --- building --- */

typedef struct LexiconBuilder LexiconBuilder;
LexiconBuilder *lexicon_builder(Arena *arena);

/* The same for about so many phrases: no table is left behind for a larger one. */
LexiconBuilder *lexicon_builder_for(Arena *arena, uint32_t phrases);

/* One that is done already: what is added to it was added when the lexicon was made. */
LexiconBuilder *lexicon_builder_done(Arena *arena, Lexicon lexicon);

/* Adds a meaning to a phrase; the same (kind, id) twice is stored once, with both flags or-ed, and
 * asks only for the capitals for which both ask. Entries of one phrase keep the order in which they
 * came. False where the phrase holds no token or more than LIMIT_NAME_TOKENS. */
bool lexicon_add(LexiconBuilder *builder, View phrase, LexiconEntry entry);

Lexicon lexicon_finish(LexiconBuilder *builder); /* in the builder's arena */

/* A lexicon as one run of bytes, and over such bytes, which are lent and begin on a multiple of 8;
 * false where they are none. */
View lexicon_image(Arena *arena, const Lexicon *lexicon);
bool lexicon_open(View image, Lexicon *out);

/* --- finding --- */

/* Whether a phrase may start at a token, as its letters are: no, or perhaps. */
static inline bool lexicon_may_start(const Lexicon *lexicon, const Token *token)
{
    const LexiconFirsts *firsts = &lexicon->firsts;
    if (!firsts->count)
        return true;
    bool large = token->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_JOINED);
    uint64_t row = firsts->bits[(large ? 0 : firsts->count) +
                                ((uint32_t)(token->hash >> 6) & (firsts->count - 1))];
    return row >> (token->hash & 63) & 1;
}

/* A phrase that starts at a token. */
typedef struct LexiconHit {
    uint32_t token_count;
    uint32_t node;
} LexiconHit;

/* All phrases that start at token `at` and end before token `end`, longest first; at most
 * LIMIT_NAME_TOKENS. A possessive or a mark is part of a phrase only where the phrase was given
 * with it. Initials after the first word are passed over where no phrase goes on with them: "Donald
 * J. Trump" is also "Donald Trump"; they count in `token_count`. */
uint32_t lexicon_find(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t end,
                      LexiconHit *hits);

/* The node to which the first word of a phrase leads; 0: none begins with it. */
uint32_t lexicon_first(const Lexicon *lexicon, const Token *token);

/* The same as lexicon_find for one who knows the first word's node. */
uint32_t lexicon_find_from(const Lexicon *lexicon, uint32_t first, const Tokens *tokens,
                           uint32_t at, uint32_t end, LexiconHit *hits);

/* The node to which a token leads from another; 0: no phrase goes on with it. */
uint32_t lexicon_next(const Lexicon *lexicon, uint32_t node, const Token *token);

/* By which words the phrases go on from a node: a bit for each, some perhaps for another; 0: by
 * none. */
uint64_t lexicon_followers(const Lexicon *lexicon, uint32_t node);

/* Whether a phrase may go on with this token, which stands behind its first: no, or perhaps. */
static inline bool lexicon_may_follow(uint64_t followers, const Token *token)
{
    /* Initials are passed over. */
    return followers >> (token->hash & 63) & 1 || (followers && token->flags & TOKEN_INITIAL);
}

/* What a phrase can mean, LIMIT_MEANINGS at most. */
typedef struct LexiconEntries {
    const LexiconEntry *items;
    uint32_t count;
} LexiconEntries;

static inline LexiconEntries lexicon_entries(const Lexicon *lexicon, uint32_t node)
{
    if (node >= lexicon->node_count)
        return (LexiconEntries){0};
    uint32_t first = lexicon->nodes[node].entries, end = lexicon->nodes[node + 1].entries;
    if (first > end || end > lexicon->entry_count)
        return (LexiconEntries){0};
    uint32_t count = end - first < LIMIT_MEANINGS ? end - first : LIMIT_MEANINGS;
    return (LexiconEntries){lexicon->entries + first, count};
}

/* Whether the text at a hit has the capitals for which an entry of the hit's node asks. Text all in
 * capitals always has. */
bool lexicon_capitals_fit(const LexiconEntry *entry, const Tokens *tokens, uint32_t at,
                          uint32_t token_count);
static inline bool lexicon_entry_fits(const LexiconEntry *entry, const Tokens *tokens, uint32_t at,
                                      uint32_t token_count)
{
    return !entry->capitals || lexicon_capitals_fit(entry, tokens, at, token_count);
}

/* The answer for an entry; all zero is none yet. */
typedef struct LexiconFit {
    const LexiconEntry *entry;
    bool fits;
} LexiconFit;

/* The same for one entry of a hit after the other: a surname has a hundred bearers, who all ask for
 * the same capitals. */
static inline bool lexicon_next_fits(LexiconFit *fit, const LexiconEntry *entry,
                                     const Tokens *tokens, uint32_t at, uint32_t token_count)
{
    const LexiconEntry *last = fit->entry;
    if (!last || last->capitals != entry->capitals || last->words != entry->words ||
        last->upper != entry->upper)
        *fit = (LexiconFit){entry, lexicon_entry_fits(entry, tokens, at, token_count)};
    return fit->fits;
}

/* The node of a phrase of one word, given by its hash; UINT32_MAX where there is none. */
uint32_t lexicon_word(const Lexicon *lexicon, uint64_t word);

/* The node of a whole phrase given as text; UINT32_MAX where there is none. */
uint32_t lexicon_phrase(const Lexicon *lexicon, View phrase);

#endif
