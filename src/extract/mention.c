/* From tokens to tags. One pass over the sentence; at each token the longest phrase of the book's
 * names or the grammar's words wins; what is left is capitalised runs, marks and plain words.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/mention.h"

#include <assert.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "extract/name.h"
#include "extract/title.h"

Tags tags_new(Arena *arena, const Grammar *grammar, const Book *book)
{
    /* Not zeroed: few sentences use more than a corner of it. */
    return (Tags){.items = arena_room(arena, sizeof(Tag) * (LIMIT_TAGS + 1), _Alignof(Tag)),
                  .letters = arena_room(arena, LIMIT_TAGS, 1),
                  .sights = sights_new(arena, &book->names, &grammar->words)};
}

/* "U.S." is an adjective before a title, a name elsewhere. */
static bool title_follows(const Tagger *tagger, uint32_t at)
{
    return tagger_is_word(tagger, at) &&
           (tagger_names(tagger, at, NAME_TITLE) || tagger_means(tagger, at, WORD_STATUS));
}

/* How many tokens the place has that was tagged; 0: none. */
static uint32_t tag_place(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    static const struct {
        NameKind kind;
        char letter;
    } kinds[] = {{NAME_DEMONYM, 'A'}, {NAME_PLACE, 'L'}, {NAME_METONYM, 'L'}};
    bool both = tagger_names(tagger, at, NAME_DEMONYM) && tagger_names(tagger, at, NAME_PLACE);
    bool name_only = both && !title_follows(tagger, at + hit.token_count);
    for (size_t k = name_only; k < sizeof kinds / sizeof *kinds; k++) {
        if (!tagger_names(tagger, at, kinds[k].kind))
            continue;
        uint32_t next = at + hit.token_count;
        bool longer = tagger_is_capital(tagger, next) &&
                      tagger_find_word(tagger, next, WORD_PLACE_END).token_count;
        Tag *tag = tagger_add(tagger, kinds[k].letter, at, hit.token_count + longer);
        /* "New York City" is not New York. */
        if (!longer)
            tag->ids = tagger_ids(tagger, hit, at, kinds[k].kind);
        return hit.token_count + longer;
    }
    return 0;
}

/* --- one token --- */

/* "On Sunday President Biden spoke", "in May": a day or a month that is a surname too, of nobody
 * whom the article has named, unless a title stands before it ("Prime Minister May"). */
static bool is_calendar(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const Tags *tags = tagger->tags;
    bool titled = tags_end_in(tags, "OMmS");
    return !titled && hit.token_count == 1 &&
           (tagger_means(tagger, at, WORD_DAY) || tagger_means(tagger, at, WORD_MONTH));
}

/* "Sheikh Abdullah": before another capital a word that goes before names is no surname. */
static bool is_courtesy(const Tagger *tagger, uint32_t at, uint32_t next)
{
    return tagger_means(tagger, at, WORD_LETTER) && tagger_is_capital(tagger, next);
}

/* Tags what the book knows at `at`; 0 where it knows nothing that counts. */
static uint32_t tag_known(Tagger *tagger, Look look, uint32_t at)
{
    LexiconHit hit = look.name;
    bool longest = hit.token_count && hit.token_count >= look.word.token_count;
    uint32_t next = at + hit.token_count;
    if (longest && tagger_names(tagger, at, NAME_PERSON) && !name_goes_on(tagger, next))
        return name_tag_person(tagger, hit, at) - at;
    if (longest && name_is_titular(tagger, hit, at))
        return name_tag_surname(tagger, hit, at) - at;
    bool may_be_title = at < tagger->titles_end || tagger->chambers;
    uint32_t titled = may_be_title ? title_tag(tagger, look, at) : at;
    if (titled > at || !longest)
        return titled - at;
    /* "Paris", "Jordan": a place unless somebody of that name was introduced. */
    bool surname = tagger_names(tagger, at, NAME_SURNAME) && !is_courtesy(tagger, at, next) &&
                   (tagger->headline || name_run_end(tagger, at) == next);
    if (surname && name_is_introduced(tagger, hit, at))
        return name_tag_surname(tagger, hit, at) - at;
    uint32_t place = tag_place(tagger, hit, at);
    if (place)
        return place;
    if (surname && is_calendar(tagger, hit, at)) {
        tagger_add(tagger, 'D', at, 1);
        return 1;
    }
    if (surname && tagger_find_word(tagger, at, WORD_EVERYDAY).token_count == hit.token_count)
        return 0;
    return surname ? name_tag_surname(tagger, hit, at) - at : 0;
}

/* Whether a telling word that is written with a capital inside a sentence still is that word:
 * "the Former President", "Chair In Global Politics", but not "Will Smith". */
static bool word_counts(const Tagger *tagger, uint32_t at, char letter)
{
    if (!tagger_is_capital(tagger, at) || tagger_is_fresh(tagger, at))
        return true;
    return letter_in(letter, "mSREHXZpFof") || !name_goes_on(tagger, at + 1);
}

/* The telling word at `at`: how many tokens; 0: none. "Vice" is one also where a longer phrase that
 * begins there ("vice chairman") only says how titles are built. */
static uint32_t tag_word(Tagger *tagger, uint32_t at)
{
    LexiconHit status = tagger_find_word(tagger, at, WORD_STATUS);
    LexiconHit letter = tagger_find_word(tagger, at, WORD_LETTER);
    LexiconHit partisan = tagger_find_word(tagger, at, WORD_PARTISAN);
    if (status.token_count && status.token_count >= letter.token_count) {
        uint32_t id = tagger_word(tagger, status, at, WORD_STATUS)->id;
        char kind = tagger->grammar->statuses[id].letter;
        tagger_add(tagger, kind, at, status.token_count)->status = id;
        return status.token_count;
    }
    if (letter.token_count) {
        char kind = (char)tagger_word(tagger, letter, at, WORD_LETTER)->id;
        if (word_counts(tagger, at, kind)) {
            tagger_add(tagger, kind, at, letter.token_count);
            return letter.token_count;
        }
    }
    /* "Republican Senator", not "Republican Party". */
    uint32_t next = at + partisan.token_count;
    if (next > at && tagger_is_capital(tagger, at) &&
        (!name_is_body(tagger, next) || name_run_end(tagger, at) == next)) {
        uint32_t id = tagger_word(tagger, partisan, at, WORD_PARTISAN)->id;
        tagger_add(tagger, 'Y', at, partisan.token_count)->status = id;
        return partisan.token_count;
    }
    LexiconHit month = tagger_find_word(tagger, at, WORD_MONTH);
    LexiconHit day = month.token_count ? month : tagger_find_word(tagger, at, WORD_DAY);
    if (day.token_count)
        tagger_add(tagger, 'D', at, day.token_count);
    return day.token_count;
}

/* Whether a party tag may begin at `at`: with a bracket, or with a word for a party, perhaps behind
 * a comma and an article. */
static bool may_be_party(const Tagger *tagger, uint32_t at)
{
    const Token *token = &tagger->tokens->items[at];
    uint32_t next = at;
    if (token->kind == TOKEN_MARK) {
        char mark = tagger->tokens->text.at[token->span.off];
        if (mark != ',')
            return mark == '(' || mark == '[';
        next++;
        if (next < tagger->end &&
            (token_is(tagger->tokens, next, "a") || token_is(tagger->tokens, next, "an")))
            next++;
    }
    const Sight *sight = sights_at(&tagger->tags->sights, next);
    return (sight->kinds >> WORD_PARTY | sight->kinds >> WORD_PARTISAN) & 1;
}

/* "(R-Ohio)", ", D-Ore." behind a name; the next token, `at` where there is none. */
static uint32_t tag_party(Tagger *tagger, uint32_t at)
{
    const Tags *tags = tagger->tags;
    PartyTag party;
    char before = tags->count ? tags->letters[tags->count - 1] : 0;
    if ((before != 'P' && before != 'N') || !may_be_party(tagger, at) ||
        !party_read(tagger->arena, tagger->grammar, tagger->book, tagger->tokens, at, tagger->end,
                    &party))
        return at;
    PartyTag *kept = arena_new(tagger->arena, PartyTag, 1);
    *kept = party;
    tagger_add(tagger, 'T', at, party.count)->party = kept;
    return at + party.count;
}

/* Tags the word at `at`, and gives the next token. */
static uint32_t tag_next(Tagger *tagger, uint32_t at)
{
    Look look = tagger_look(tagger, at);
    uint32_t taken = tag_known(tagger, look, at);
    /* "House" is a body, "house" a word. */
    if (!taken && tagger_has(tagger, at, TOKEN_CAPITAL) && tagger_means(tagger, at, WORD_BODY))
        return name_tag_run(tagger, at);
    if (!taken && look.word.token_count)
        taken = tag_word(tagger, at);
    if (taken)
        return at + taken;
    if (tagger_has(tagger, at, TOKEN_CAPITAL))
        return name_tag_run(tagger, at);
    tagger_add(tagger, 'w', at, 1);
    return at + 1;
}

/* Tags what needs no closer look, from `at` on, and gives the next token. */
static inline uint32_t tag_plain(const Tagger *tagger, uint32_t at)
{
    Tags *tags = tagger->tags;
    const Token *tokens = tagger->tokens->items;
    const Sight *const *sights = tags->sights.items - tags->sights.first;
    const int which = at < tagger->titles_end ? SIGHT_ALWAYS : SIGHT_UNTITLED;
    const uint32_t end = tagger->end;
    uint32_t count = tags->count;
    for (; at < end && count < LIMIT_TAGS; count++) {
        const Sight *sight = sights[at];
        unsigned letter = sight->letters[which];
        if (!letter || (letter & SIGHT_BEFORE_SMALL && tokens[at + 1].flags & TOKEN_CAPITAL))
            break;
        tags->letters[count] = (char)(letter & ~(unsigned)SIGHT_BEFORE_SMALL);
        tags->items[count].first = at;
        tags->items[count].count = 0;
        at += sight->tokens;
    }
    tags->count = count;
    return at;
}

/* A line without a full stop in which all words of four letters or more have capitals. */
static bool is_headline(const Tokens *tokens, const Sentence *sentence)
{
    uint32_t words = 0;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
        const Token *token = &tokens->items[i];
        if (token->kind == TOKEN_WORD && token->span.len >= 4 && token->flags & TOKEN_LOWER &&
            !(token->flags & TOKEN_JOINED))
            return false;
        words += token->kind == TOKEN_WORD;
    }
    View last = token_text(tokens, sentence->first + sentence->count - 1);
    return words >= 5 && !view_equal(last, VIEW("."));
}

/* The token behind the last at which a known title begins. */
static uint32_t titles_end(const Tagger *tagger)
{
    uint32_t end =
        sight_names(tagger->tags->sights.kinds) >> NAME_TITLE & 1 ? tagger->end : tagger->first;
    while (end > tagger->first && !tagger_names(tagger, end - 1, NAME_TITLE))
        end--;
    return end;
}

static bool may_go_on(const Tagger *tagger, uint32_t at)
{
    return at < tagger->end && tagger->tags->count < LIMIT_TAGS;
}

void tag_sentence(Arena *arena, const Grammar *grammar, const Book *book, const Tokens *tokens,
                  const Sentence *sentence, bool title_case, Cast *cast, Tags *tags)
{
    Tagger tagger = {.arena = arena,
                     .grammar = grammar,
                     .book = book,
                     .tokens = tokens,
                     .first = sentence->first,
                     .end = sentence->first + sentence->count,
                     .title_case = title_case,
                     .headline = title_case || is_headline(tokens, sentence),
                     .cast = cast,
                     .tags = tags};
    tags->count = 0;
    tags->mentions = false;
    tags->written = false;
    sights_turn(&tags->sights, tokens, tagger.first, tagger.end);
    tagger.titles_end = titles_end(&tagger);
    tagger.chambers = tags->sights.kinds >> WORD_CHAMBER & 1;
    for (uint32_t at = tag_plain(&tagger, tagger.first); may_go_on(&tagger, at);
         at = tag_plain(&tagger, at)) {
        at = tag_next(&tagger, at);
        if (may_go_on(&tagger, at))
            at = tag_party(&tagger, at);
    }
}

void tag_write_out(Tags *tags, uint32_t index)
{
    const Sights *sights = &tags->sights;
    Tag *tag = &tags->items[index];
    if (!tag->count)
        *tag = tag_over(sights->tokens, tag->first, sights_at(sights, tag->first)->tokens);
}

void tags_write_out(Tags *tags)
{
    for (uint32_t i = 0; i < tags->count && !tags->written; i++)
        tag_write_out(tags, i);
    tags->written = true;
}
