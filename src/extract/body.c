/* Tells a title from the body that its phrase names.
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "extract/body.h"

/* "Bloc Québécois leader", "Greens co-leader": all but the last word is the party. */
static uint32_t party_words(const Book *book, const Tokens *tokens, const Tag *title)
{
    const IndexList *offices = tag_offices(title);
    uint32_t last = title->count - 1;
    if (!offices->count || !office_is_kind(book, offices->items[0], VIEW("party-leader")))
        return 0;
    while (last && tokens->items[title->first + last].flags & TOKEN_JOINED)
        last--;
    return last;
}

/* "Republican Leader" is a post in a chamber, "Labour leader" is the leader of Labour. */
static bool is_post(const Book *book, const Tag *title)
{
    const IndexList *offices = tag_offices(title);
    for (uint32_t i = 0; i < offices->count; i++)
        if (office_is_kind(book, offices->items[i], VIEW("leadership")))
            return true;
    return false;
}

uint32_t body_words(const Book *book, const Sights *sights, const Tag *title)
{
    uint32_t first = title->first, end = first + title->count, body = 0;
    LexiconHit place = sights_name_before(sights, first, end - 1, NAME_PLACE);
    LexiconHit party = sights_word_before(sights, first, end - 1, WORD_PARTISAN);
    uint32_t led = party_words(book, sights->tokens, title);
    if (sights_word_before(sights, first, end, WORD_HEAD).token_count ||
        sights_word_before(sights, first, end, WORD_CHAMBER_HEAD).token_count)
        return 0; /* "Director of the Office of ..." */
    for (uint32_t i = first; i + 1 < end; i++)
        if (sights_word_before(sights, i, end, WORD_BODY).token_count &&
            !sights_word_before(sights, i, end, WORD_LETTER).token_count &&
            sights->tokens->items[i].flags & TOKEN_CAPITAL)
            body = sights_word_before(sights, first, end, WORD_CHAMBER).token_count ||
                           sights_word_before(sights, i, end, WORD_CHAMBER).token_count ||
                           sights_word_before(sights, i, end, WORD_PORTFOLIO).token_count
                       ? 0
                       : i + 1 - first;
    if (body && body < title->count && token_is(sights->tokens, first + body, "of"))
        body = title->count - 1; /* "Bank of England governor" */
    if (party.token_count > body && !is_post(book, title))
        body = party.token_count;
    if (led > body)
        body = led;
    return place.token_count > body ? place.token_count : body;
}

static bool phrase_holds(const Sights *sights, uint32_t first, uint32_t end, WordKind kind)
{
    for (uint32_t i = first; i < end; i++)
        if (sights_word_before(sights, i, end, (uint8_t)kind).token_count)
            return true;
    return false;
}

/* Whether the words before "of" are a title of their own whose body may stand apart: not a
 * minister's or a secretary's, whose field is part of it. */
static bool stands_alone(const Sights *sights, uint32_t first, uint32_t of)
{
    return sights_name_before(sights, first, of, NAME_TITLE).token_count == of - first &&
           (!phrase_holds(sights, first, of, WORD_HEAD) ||
            phrase_holds(sights, first, of, WORD_DIRECTOR));
}

uint32_t of_body(const Sights *sights, const Tag *title)
{
    const Tokens *tokens = sights->tokens;
    uint32_t first = title->first, end = first + title->count, of = first + 1;
    while (of < end && !token_is(tokens, of, "of"))
        of++;
    if (of >= end || !stands_alone(sights, first, of) ||
        phrase_holds(sights, of, end, WORD_CHAMBER) ||
        phrase_holds(sights, end - 1, end, WORD_PORTFOLIO))
        return 0;
    uint32_t from = of + 1 < end && token_is(tokens, of + 1, "the") ? of + 2 : of + 1;
    LexiconHit place = sights_name_before(sights, from, end, NAME_PLACE);
    bool named = place.token_count == end - from || phrase_holds(sights, from, end, WORD_BODY);
    return named ? of - first : 0;
}

bool is_servant(const Sights *sights, const Tag *title)
{
    uint32_t end = title->first + title->count;
    return phrase_holds(sights, title->first, end, WORD_SERVANT) ||
           (title->flags & TAG_OPEN && phrase_holds(sights, title->first, end, WORD_CHAMBER));
}
