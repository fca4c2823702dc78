/* Tokens and sentences of a document.
 *
 * A token is a word (letters and digits, with inner apostrophes and full stops: "O’Neill", "U.S.",
 * "Sen."), a number (it begins with a digit: "2024", "1,000", "3.5", "46th"), or one punctuation
 * mark. A possessive "'s", "’s" or "'" after s is a token of its own. A hyphen inside a word ends
 * the token and is no token: the next one is `joined`, so that "Secretary-General" and "secretary
 * general" are the same two words; other dashes are punctuation.
 * Each word carries the hash of its folded form (base/unicode.h), by which the lexicon finds it;
 * nothing is allocated a token. The arrays live in the article's arena.
 */
#ifndef STET_TEXT_TOKEN_H
#define STET_TEXT_TOKEN_H

#include <string.h>

#include "source/document.h"

typedef enum TokenKind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_POSSESSIVE, TOKEN_MARK } TokenKind;

enum {
    TOKEN_CAPITAL = 1 << 0, /* first letter is upper case */
    TOKEN_UPPER = 1 << 1,   /* two letters or more, all upper case */
    TOKEN_JOINED = 1 << 2,  /* a hyphen, and nothing else, stands before it */
    TOKEN_TIGHT = 1 << 3,   /* nothing stands between it and the token before it */
    TOKEN_QUOTED = 1 << 4,  /* inside quotation marks (double ones, guillemets, ‘these’) */
    TOKEN_STOP = 1 << 5,    /* a word that ends in a full stop of its own: "Sen.", "U.S.", "J." */
    TOKEN_LOWER = 1 << 6,   /* has a letter, and none of its letters is upper case */
    TOKEN_INITIAL = 1 << 7, /* one capital, with or without a full stop of its own: "J." */
    TOKEN_END = 1 << 8      /* a mark that may end a sentence: . ! ? … */
};

typedef struct Token {
    Span span;     /* of the document's text */
    uint64_t hash; /* word_hash of its text */
    uint8_t kind;
    uint16_t flags;
} Token;

typedef struct Sentence {
    uint32_t first; /* token */
    uint32_t count;
    uint32_t block;
} Sentence;

enum { TOKENS_SPARE = 8 }; /* empty ones behind the last: whoever looks ahead asks for no end */

typedef struct Tokens {
    View text;    /* of the document */
    Token *items; /* `count`, and TOKENS_SPARE */
    uint32_t count;
    uint32_t capacity;
    Sentence *sentences;
    uint32_t sentence_count;
    uint32_t sentence_capacity;
} Tokens;

/* Splits every block. A sentence ends at . ! ? … (with closing quotes and brackets after it) before
 * a blank and a capital, digit, quote or bracket; not after an abbreviation that a name or number
 * follows ("Sen. Dale", "Jan. 5", "J. D."). A semicolon ends none.
 *
 * A full stop belongs to its word after a single capital, after letters with stops between them,
 * and after an abbreviation. In lower case these end the sentence where a capital follows ("at 5
 * p.m. He left"); and a word that is also an abbreviation ("He was ill. Then") is none there.
 *
 * `abbreviations` holds the hashes of the folded words, sorted. */
typedef struct Abbreviations {
    const uint64_t *hashes;
    uint32_t count;
} Abbreviations;

Tokens text_split(Arena *arena, const Document *document, Abbreviations abbreviations);

View token_text(const Tokens *tokens, uint32_t index);

static inline bool token_is(const Tokens *tokens, uint32_t index,
                            const char *ascii) /* exact bytes */
{
    assert(index < tokens->count);
    Span span = tokens->items[index].span;
    return strlen(ascii) == span.len && memcmp(tokens->text.at + span.off, ascii, span.len) == 0;
}

/* The hash of a word that is folded. */
uint64_t folded_hash(View word);

/* The hash that a token with this text has: of the folded form where it begins with a letter or
 * digit, the same for every possessive, else of the bytes. */
uint64_t word_hash(View word);

/* Splits a phrase (a name, a title) as text is split, into what the lexicon stores: its words, and
 * the marks and possessives between them ("Secretary of Health, Education and Welfare", "National
 * People's Congress"); full stops of their own are left out. False where that is more than
 * `capacity` or nothing. The phrase is valid UTF-8; spans are of it. */
bool phrase_tokens(View phrase, Token *tokens, uint32_t capacity, uint32_t *count);

/* The same, but for the hashes alone. */
bool phrase_hashes(View phrase, uint64_t *hashes, uint32_t capacity, uint32_t *count);

#endif
