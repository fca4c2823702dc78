/* Finds the ends of sentences (the rule stands in text/token.h). Tests: tests/unit/text/sentence.c.
 */
#include "text/sentence.h"

#include <assert.h>

#include "base/unicode.h"

/* The code point of a mark; 0 for other tokens. */
static int32_t mark_of(const Tokens *tokens, uint32_t at)
{
    size_t width;
    const Token *token = &tokens->items[at];
    return token->kind == TOKEN_MARK ? utf8_decode(tokens->text, token->span.off, &width) : 0;
}

static bool is_closing_quote(int32_t mark)
{
    switch (mark) {
    case '"':
    case '\'':
    case 0x2019:
    case 0x201C: /* closes in German */
    case 0x201D:
    case 0xAB: /* closes in Danish */
    case 0xBB:
    case 0x203A:
        return true;
    default:
        return false;
    }
}

static bool is_closing(int32_t mark)
{
    return mark == ')' || mark == ']' || mark == '}' || is_closing_quote(mark);
}

static bool is_opening(int32_t mark)
{
    switch (mark) {
    case '(':
    case '[':
    case '{':
    case '"':
    case '\'':
    case '`':
    case 0x2018:
    case 0x201C:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2039:
        return true;
    default:
        return false;
    }
}

static bool has_flag(const Tokens *tokens, uint32_t at, uint16_t flag)
{
    return tokens->items[at].flags & flag;
}

static bool is_tight(const Tokens *tokens, uint32_t at)
{
    return has_flag(tokens, at, TOKEN_TIGHT | TOKEN_JOINED);
}

static bool begins_sentence(const Tokens *tokens, uint32_t at)
{
    size_t width;
    switch ((TokenKind)tokens->items[at].kind) {
    case TOKEN_WORD: /* scripts without case have no small letters */
        return has_flag(tokens, at, TOKEN_CAPITAL) ||
               !char_is_lower(utf8_decode(tokens->text, tokens->items[at].span.off, &width));
    case TOKEN_NUMBER:
        return true;
    case TOKEN_MARK:
        return is_opening(mark_of(tokens, at));
    case TOKEN_POSSESSIVE:
        return false;
    }
    return false;
}

/* The first token from `at` on that may end a sentence, `end` at the most. */
static uint32_t next_stop(const Tokens *tokens, uint32_t at, uint32_t end)
{
    const Token *items = tokens->items, *token = items + at;
    while (token < items + end && !(token->flags & (TOKEN_STOP | TOKEN_END)))
        token++;
    return (uint32_t)(token - items);
}

uint32_t sentence_end(const Tokens *tokens, uint32_t first, uint32_t end)
{
    assert(first < end && end <= tokens->count);
    for (uint32_t at = next_stop(tokens, first, end); at + 1 < end;
         at = next_stop(tokens, at + 1, end)) {
        bool stop = has_flag(tokens, at, TOKEN_STOP);
        bool small = stop && !has_flag(tokens, at, TOKEN_CAPITAL);
        bool quote_ends = false;
        uint32_t next = at + 1;
        for (; next < end && is_tight(tokens, next); next++) {
            int32_t mark = mark_of(tokens, next);
            bool ends = has_flag(tokens, next, TOKEN_END);
            if (!is_closing(mark) && !ends)
                break;
            stop = stop && !ends;
            quote_ends = quote_ends || is_closing_quote(mark);
        }
        if (next == end)
            return end;
        if (is_tight(tokens, next) || !begins_sentence(tokens, next))
            continue;
        if (!stop || quote_ends || (small && has_flag(tokens, next, TOKEN_CAPITAL)))
            return next;
    }
    return end;
}

static Span sentence_span(const Tokens *tokens, const Sentence *sentence)
{
    return span_join(tokens->items[sentence->first].span,
                     tokens->items[sentence->first + sentence->count - 1].span);
}

Span sentence_around(const Tokens *tokens, Span span)
{
    uint32_t low = 0, high = tokens->sentence_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (span_end(sentence_span(tokens, &tokens->sentences[middle])) <= span.off)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == tokens->sentence_count)
        return span;
    Span whole = sentence_span(tokens, &tokens->sentences[low]);
    return whole.off <= span.off ? span_join(whole, span) : span;
}
