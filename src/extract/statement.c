/* Makes claims of statements. Tests: the examples in rules/words/statements.yaml. */
#include "extract/statement.h"

#include "extract/when.h"

enum { AGE_MOST = 115 };

/* The claim reaches over all that was found, brackets and all; `said` is what is wrong if it is. */
static Claim *add(const Statement *statement, ClaimKind kind, Span said, const Claim *base,
                  Claims *claims)
{
    Claim *claim = arena_push(statement->arena, claims);
    *claim = *base;
    claim->kind = kind;
    claim->said_span = said;
    return claim;
}

/* "(D-CA-18)" */
static void add_seat(const Statement *statement, const Claim *base, Claims *claims)
{
    const PartyTag *tag = statement->said->party;
    if (!tag)
        return;
    if (tag->party != NONE)
        add(statement, CLAIM_PARTY, tag->party_span, base, claims)->value = (int32_t)tag->party;
    if (tag->places.count)
        add(statement, CLAIM_STATE, tag->place_span, base, claims)->said_places = tag->places;
    if (tag->district == DISTRICT_UNSAID || !tag->places.count)
        return;
    Claim *claim = add(statement, CLAIM_DISTRICT, tag->district_span, base, claims);
    claim->value = tag->district;
    claim->said_places = tag->places;
}

static Span words_span(const Statement *statement, Range words)
{
    const Token *items = statement->tokens->items;
    return span_join(items[words.first].span, items[words.first + words.count - 1].span);
}

/* The digits that a token begins with, as a number; -1 where there are none, or too many. */
static int32_t leading_number(const Statement *statement, uint32_t token)
{
    View text = token_text(statement->tokens, token);
    int32_t number = 0;
    size_t i = 0;
    for (; i < text.len && text.at[i] >= '0' && text.at[i] <= '9'; i++)
        number = number < 1000 ? 10 * number + (text.at[i] - '0') : number;
    return i && i < 4 ? number : -1;
}

/* "Joe Biden, 77," and "the 77-year-old": nothing else that a number may mean. */
static void add_age(const Statement *statement, const Claim *base, Claims *claims)
{
    const Tokens *tokens = statement->tokens;
    uint32_t at = statement->words[0].first;
    int32_t age = leading_number(statement, at);
    bool bare = token_text(tokens, at).len <= 3 && tokens->items[at].kind == TOKEN_NUMBER;
    bool joined = at + 1 < tokens->count && tokens->items[at + 1].flags & TOKEN_JOINED;
    bool year = joined && token_is(tokens, at + 1, "year");
    static const char *const ends[] = {",", ".", ";"};
    bool comma = false;
    for (size_t i = 0; at && token_is(tokens, at - 1, ",") && i < sizeof ends / sizeof *ends; i++)
        comma |= at + 1 < tokens->count && token_is(tokens, at + 1, ends[i]);
    if (bare && age > 0 && age <= AGE_MOST && (year || (comma && !joined)))
        add(statement, CLAIM_AGE, tokens->items[at].span, base, claims)->value = age;
}

/* Of the verbs that are one letter with "was", "became" alone says when something began. */
static bool verb_begins(const Statement *statement)
{
    View verb = statement->verb ? view_slice(statement->tokens->text, statement->verb->span.off,
                                             span_end(statement->verb->span))
                                : (View){0};
    return !verb.len || view_equal(verb, VIEW("became"));
}

/* "since 2012", "from 2010 to 2024", "became president in 2017", "resigned as president in 2020" */
static void add_tenure(const Statement *statement, const Claim *base, Claims *claims)
{
    Date dates[2] = {DATE_NONE, DATE_NONE};
    for (int i = 0; i < 2; i++)
        if (statement->words[i].count)
            dates[i] = date_of_tokens(
                statement->arena, statement->grammar, statement->tokens, statement->words[i].first,
                statement->words[i].first + statement->words[i].count, statement->now);
    bool span = statement->kind == CONSTRUCTION_SPAN;
    if (!date_known(dates[0]) || !verb_begins(statement) || (span && !date_known(dates[1])))
        return;
    Span said = words_span(statement, statement->words[0]);
    if (span)
        said = span_join(said, words_span(statement, statement->words[1]));
    Claim *claim = add(statement, CLAIM_TENURE, said, base, claims);
    claim->span = span_join(claim->span, said);
    bool end = statement->kind == CONSTRUCTION_END;
    claim->said_from = end ? DATE_NONE : dates[0];
    claim->said_to = end ? dates[0] : dates[1];
    claim->lasts = statement->kind == CONSTRUCTION_SINCE;
    claim->times = (DateList){0};
}

/* "two-term", "first-term" */
static void add_terms(const Statement *statement, const Claim *base, Claims *claims)
{
    static const char *const words[][2] = {{"one", "first"},   {"two", "second"},
                                           {"three", "third"}, {"four", "fourth"},
                                           {"five", "fifth"},  {"six", "sixth"}};
    const Tokens *tokens = statement->tokens;
    uint32_t at = statement->words[0].first;
    if (at + 1 >= tokens->count || !(tokens->items[at + 1].flags & TOKEN_JOINED) ||
        !token_is(tokens, at + 1, "term"))
        return;
    View word = token_text(tokens, at);
    for (int32_t i = 0; i < (int32_t)(sizeof words / sizeof *words); i++)
        if (view_equal_fold(word, view_of(words[i][0])) ||
            view_equal_fold(word, view_of(words[i][1])))
            add(statement, CLAIM_LENGTH,
                span_join(tokens->items[at].span, tokens->items[at + 1].span), base, claims)
                ->value = i + 1;
}

void statement_add(const Statement *statement, const Claim *base, Claims *claims)
{
    const Tag *said = statement->said;
    switch (statement->kind) {
    case CONSTRUCTION_SEAT:
        add_seat(statement, base, claims);
        break;
    case CONSTRUCTION_PARTY:
        add(statement, CLAIM_PARTY, said->span, base, claims)->value = (int32_t)said->status;
        break;
    case CONSTRUCTION_DEATH:
        if (statement->grammar->statuses[said->status].late)
            add(statement, CLAIM_DEATH, said->span, base, claims);
        break;
    case CONSTRUCTION_AGE:
        add_age(statement, base, claims);
        break;
    case CONSTRUCTION_SINCE:
    case CONSTRUCTION_SPAN:
    case CONSTRUCTION_BEGIN:
    case CONSTRUCTION_END:
        add_tenure(statement, base, claims);
        break;
    case CONSTRUCTION_TERMS:
        add_terms(statement, base, claims);
        break;
    case CONSTRUCTION_ORDINAL: {
        int32_t number = leading_number(statement, said->first);
        if (number > 0)
            add(statement, CLAIM_ORDINAL, said->span, base, claims)->value = number;
        break;
    }
    case CONSTRUCTION_SUCCESSION:
        if (statement->other)
            add(statement, CLAIM_SUCCESSION, statement->other->span, base, claims)->others =
                statement->other->ids;
        break;
    case CONSTRUCTION_NAMED:
    case CONSTRUCTION_COUNTERPART:
    case CONSTRUCTION_NOMINAL:
        break;
    }
}
