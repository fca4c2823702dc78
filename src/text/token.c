/* From a document to tokens and sentences, and from a phrase to the tokens that the lexicon stores.
 * Tests: tests/unit/text/token.c. */
#include "text/token.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "text/scanner.h"
#include "text/sentence.h"

enum {
    BYTES_A_TOKEN = 4, /* English prose has more: fewer make the array grow */
    BYTES_A_SENTENCE = 100
};

static void add_sentence(Arena *arena, Tokens *tokens, Sentence sentence)
{
    if (tokens->sentence_count == tokens->sentence_capacity) {
        size_t size = sizeof *tokens->sentences;
        tokens->sentences = arena_grow(arena, tokens->sentences, size * tokens->sentence_count,
                                       2 * size * tokens->sentence_capacity, _Alignof(Sentence));
        tokens->sentence_capacity *= 2;
    }
    tokens->sentences[tokens->sentence_count++] = sentence;
}

static void grow(Arena *arena, Tokens *tokens)
{
    size_t size = sizeof *tokens->items;
    tokens->items = arena_grow(arena, tokens->items, size * tokens->capacity,
                               2 * size * tokens->capacity, _Alignof(Token));
    tokens->capacity *= 2;
}

static void split_block(Arena *arena, Scanner *scanner, Tokens *tokens, uint32_t block, Span span)
{
    uint32_t first = tokens->count;
    scanner_turn(scanner, span.off, span_end(span));
    for (;;) {
        uint32_t room = tokens->capacity - TOKENS_SPARE - tokens->count;
        uint32_t count = scanner_read(scanner, tokens->items + tokens->count, room);
        tokens->count += count;
        if (count < room)
            break;
        grow(arena, tokens);
    }
    while (first < tokens->count) {
        uint32_t end = sentence_end(tokens, first, tokens->count);
        add_sentence(arena, tokens, (Sentence){first, end - first, block});
        first = end;
    }
}

Tokens text_split(Arena *arena, const Document *document, Abbreviations abbreviations)
{
    Tokens tokens = {.text = document->text};
    tokens.capacity = (uint32_t)(document->text.len / BYTES_A_TOKEN + 16 + TOKENS_SPARE);
    tokens.items = arena_room(arena, sizeof(Token) * tokens.capacity, _Alignof(Token));
    tokens.sentence_capacity = (uint32_t)(document->text.len / BYTES_A_SENTENCE + 16);
    tokens.sentences =
        arena_room(arena, sizeof(Sentence) * tokens.sentence_capacity, _Alignof(Sentence));

    Scanner scanner = {.text = document->text, .abbreviations = abbreviations};
    for (uint32_t i = 0; i < document->blocks.count; i++)
        split_block(arena, &scanner, &tokens, i, document->blocks.items[i].span);
    scanner_free(&scanner);
    memset(tokens.items + tokens.count, 0, TOKENS_SPARE * sizeof(Token));
    return tokens;
}

View token_text(const Tokens *tokens, uint32_t index)
{
    assert(index < tokens->count);
    Span span = tokens->items[index].span;
    return view_slice(tokens->text, span.off, span_end(span));
}

static bool is_full_stop(View phrase, const Token *token)
{
    return token->kind == TOKEN_MARK && phrase.at[token->span.off] == '.';
}

/* Adds the tokens of a phrase, but not its full stops. */
static bool read_phrase(Scanner *scanner, View phrase, Token *tokens, uint32_t capacity,
                        uint32_t *count)
{
    enum { SOME = 8 };
    Token read[SOME];
    uint32_t got;
    *count = 0;
    scanner_turn(scanner, 0, phrase.len);
    do {
        got = scanner_read(scanner, read, SOME);
        for (uint32_t i = 0; i < got; i++) {
            if (is_full_stop(phrase, &read[i]))
                continue;
            if (*count == capacity)
                return false;
            tokens[(*count)++] = read[i];
        }
    } while (got == SOME);
    return *count > 0;
}

bool phrase_tokens(View phrase, Token *tokens, uint32_t capacity, uint32_t *count)
{
    enum { USUAL = 64 }; /* bytes: a name or a title */
    char with_end[USUAL + SCANNER_REACH];
    Scanner scanner = {.text = phrase};
    if (phrase.len && phrase.len <= USUAL) {
        memcpy(with_end, phrase.at, phrase.len);
        memset(with_end + phrase.len, ' ', SCANNER_REACH);
        scanner.text = (View){with_end, phrase.len + SCANNER_REACH};
    }
    bool fits = read_phrase(&scanner, phrase, tokens, capacity, count);
    scanner_free(&scanner);
    return fits;
}

bool phrase_hashes(View phrase, uint64_t *hashes, uint32_t capacity, uint32_t *count)
{
    Token tokens[LIMIT_NAME_TOKENS];
    assert(capacity <= LIMIT_NAME_TOKENS);
    bool fits = phrase_tokens(phrase, tokens, capacity, count);
    for (uint32_t i = 0; i < *count; i++)
        hashes[i] = tokens[i].hash;
    return fits;
}
