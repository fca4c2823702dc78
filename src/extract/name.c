/* Names of people: those of the book, surnames alone, and capitalised runs that may be somebody's.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/name.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "extract/lookup.h"

static bool is_suffix(const Tagger *tagger, uint32_t at)
{
    return tagger_holds(tagger, at, WORD_SUFFIX);
}

/* "M.D.": it makes no other man of its bearer. */
static bool is_degree(const Tagger *tagger, uint32_t at)
{
    LexiconHit hit = tagger_find_word(tagger, at, WORD_SUFFIX);
    return hit.token_count && tagger_word(tagger, hit, at, WORD_SUFFIX)->id == SUFFIX_DEGREE;
}

static bool is_particle(const Tagger *tagger, uint32_t at)
{
    return tagger_holds(tagger, at, WORD_PARTICLE);
}

/* "Angus King said": a title behind a name, with no name behind it, is the surname. */
static bool is_titular_surname(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    return hit.token_count == 1 && at > tagger->first && tagger_is_capital(tagger, at - 1) &&
           tagger_holds(tagger, at, WORD_TITLE_NAME) && !tagger_is_capital(tagger, at + 1);
}

/* Whether a capitalised word goes on with a name: nothing that the book or the grammar knows as
 * something else begins there. */
static bool goes_on(const Tagger *tagger, uint32_t at)
{
    if (!tagger_is_capital(tagger, at))
        return false;
    if (tagger_has(tagger, at, TOKEN_JOINED))
        return true;
    if (tagger_names(tagger, at, NAME_TITLE) &&
        !is_titular_surname(tagger, tagger_look(tagger, at).name, at))
        return false;
    if (tagger_names(tagger, at, NAME_PERSON) || tagger_names(tagger, at, NAME_DEMONYM))
        return false;
    if (tagger_means(tagger, at, WORD_BODY))
        return true;
    if (tagger_means(tagger, at, WORD_LETTER) || tagger_means(tagger, at, WORD_STATUS) ||
        tagger_means(tagger, at, WORD_DAY))
        return false;
    if (tagger_names(tagger, at, NAME_SURNAME))
        return true;
    return !tagger_means(tagger, at, WORD_PARTISAN) && !tagger_means(tagger, at, WORD_MONTH);
}

static bool is_quote(const Tagger *tagger, uint32_t at)
{
    const Token *token = &tagger->tokens->items[at];
    if (at >= tagger->end || token->kind == TOKEN_WORD)
        return false;
    size_t width;
    switch (utf8_decode(tagger->tokens->text, token->span.off, &width)) {
    case '"':
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
        return width == token->span.len;
    default:
        return false;
    }
}

/* The end of a nickname in quotation marks at `at`; `at` where there is none. */
static uint32_t nickname_end(const Tagger *tagger, uint32_t at)
{
    uint32_t end = at + 1;
    if (!is_quote(tagger, at) || !tagger_is_capital(tagger, end))
        return at;
    while (tagger_is_word(tagger, end) && end < at + 4)
        end++;
    return is_quote(tagger, end) && goes_on(tagger, end + 1) ? end + 1 : at;
}

uint32_t name_run_end(const Tagger *tagger, uint32_t at)
{
    uint32_t end = at + 1;
    for (;;) {
        while (tagger_is_word(tagger, end) && tagger_has(tagger, end, TOKEN_JOINED))
            end++;
        if (tagger->title_case || tagger_is_plain(tagger, end))
            return end;
        uint32_t next = nickname_end(tagger, end);
        if (next == end)
            while (is_particle(tagger, next) && !tagger_is_capital(tagger, next))
                next++;
        if (goes_on(tagger, next) || (next == end && tagger_is_initial(tagger, next)) ||
            (tagger_is_capital(tagger, next) && is_particle(tagger, next)))
            end = next + 1;
        else if (end < tagger->end && token_is(tagger->tokens, end, ",") &&
                 is_suffix(tagger, end + 1) && end > at + 1)
            end += 2;
        else
            return end;
    }
}

bool name_is_body(const Tagger *tagger, uint32_t at)
{
    return tagger_is_capital(tagger, at) && tagger_holds(tagger, at, WORD_BODY);
}

/* "Ann Hall", "Bill Hart": words for bodies that are also names are so at the end or at the
 * beginning of a short run that a title or courtesy announces. */
static bool is_name_here(const Tagger *tagger, uint32_t first, uint32_t end, uint32_t at)
{
    if (!tagger_holds(tagger, at, WORD_BODY_NAME) || end - first < 2 || end - first > 3)
        return false;
    const Tags *tags = tagger->tags;
    bool announced = tags_end_in(tags, "OMm");
    return at == first ? !name_is_body(tagger, at + 1) : at + 1 == end && announced;
}

/* The end of a body's name that goes on behind `end`: "Academy of Family Physicians". */
static uint32_t body_end(const Tagger *tagger, uint32_t end)
{
    uint32_t next = end;
    if (next < tagger->end &&
        (token_is(tagger->tokens, next, "of") || token_is(tagger->tokens, next, "for")))
        next++;
    if (next == end)
        return end;
    if (next < tagger->end && token_is(tagger->tokens, next, "the"))
        next++;
    bool place = next < tagger->end && tagger_find_name(tagger, next, NAME_PLACE).token_count;
    return !place && goes_on(tagger, next) ? name_run_end(tagger, next) : end;
}

static bool run_is_body(const Tagger *tagger, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (name_is_body(tagger, i) && !is_name_here(tagger, first, end, i))
            return true;
    /* An acronym: "FBI". */
    const Token *token = &tagger->tokens->items[first];
    return end == first + 1 && token->flags & TOKEN_UPPER && token->span.len <= 5;
}

/* People of the cast who bear a surname. */
static IndexList introduced(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    IndexList people = {0};
    LexiconEntries entries = lexicon_entries(&tagger->book->names, hit.node);
    for (uint32_t e = 0; e < entries.count; e++) {
        const LexiconEntry *entry = &entries.items[e];
        if (entry->kind == NAME_SURNAME && cast_has(tagger->cast, entry->id) &&
            lexicon_entry_fits(entry, tagger->tokens, at, hit.token_count))
            *arena_push(tagger->arena, &people) = entry->id;
    }
    return people;
}

bool name_is_introduced(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    return introduced(tagger, hit, at).count > 0;
}

bool name_is_titular(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const Tags *tags = tagger->tags;
    if (!tags_end_in(tags, "OM,&") || hit.token_count != 1 || !tagger_is_capital(tagger, at) ||
        tagger_is_capital(tagger, at + 1) || !tagger_holds(tagger, at, WORD_TITLE_NAME) ||
        !tagger_names(tagger, at, NAME_SURNAME))
        return false;
    bool titled = tags_end_in(tags, "OM");
    return titled || name_is_introduced(tagger, hit, at);
}

/* A surname that stands alone. */
uint32_t name_tag_surname(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    IndexList known = introduced(tagger, hit, at);
    IndexList all = tagger_ids(tagger, hit, at, NAME_SURNAME);
    Tag *tag = tagger_add(tagger, known.count ? 'P' : 'N', at, hit.token_count);
    tag->ids = known.count ? known : all;
    tag->flags |= TAG_SURNAME;
    if (cast_has_stranger(tagger->cast, tagger->tokens->items[at + hit.token_count - 1].hash))
        tag->flags |= TAG_NAMESAKE;
    if (known.count) {
        tag->bearers = all;
        return at + hit.token_count;
    }
    tag->flags |= TAG_NEW;
    for (uint32_t i = 0; i < all.count && all.count <= LIMIT_READINGS; i++)
        cast_add_maybe(tagger->arena, tagger->cast, all.items[i]);
    return at + hit.token_count;
}

static uint32_t tag_people(Tagger *tagger, IndexList people, uint32_t at, uint32_t end)
{
    tagger_add(tagger, 'P', at, end - at)->ids = people;
    for (uint32_t i = 0; i < people.count; i++)
        cast_add(tagger->arena, tagger->cast, people.items[i]);
    return end;
}

/* The people whom these words of a run name: they are looked up as if they stood together. */
static IndexList people_of(const Tagger *tagger, const uint32_t *words, uint32_t count)
{
    Token *items = arena_new(tagger->arena, Token, count);
    for (uint32_t i = 0; i < count; i++)
        items[i] = tagger->tokens->items[words[i]];
    Tokens tokens = {.text = tagger->tokens->text, .items = items, .count = count};
    const Lexicon *names = &tagger->book->names;
    LexiconHit hit = lookup_longest(names, &tokens, 0, count, NAME_PERSON);
    IndexList people = {0};
    if (hit.token_count < count)
        return people;
    LexiconEntries entries = lexicon_entries(names, hit.node);
    for (uint32_t e = 0; e < entries.count; e++)
        if (entries.items[e].kind == NAME_PERSON)
            *arena_push(tagger->arena, &people) = entries.items[e].id;
    return people;
}

/* Whom a name of the book and the suffix behind it name: "Joseph R. Biden, Jr."; nobody of the book
 * where the two are not known together. */
static IndexList people_with_suffix(const Tagger *tagger, uint32_t at, uint32_t next,
                                    uint32_t suffix)
{
    uint32_t words[LIMIT_NAME_TOKENS], count = 0;
    for (uint32_t i = at; i < next && count + 1 < LIMIT_NAME_TOKENS; i++)
        words[count++] = i;
    words[count++] = suffix;
    return people_of(tagger, words, count);
}

uint32_t name_tag_person(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    uint32_t next = at + hit.token_count;
    uint32_t suffix = next < tagger->end && token_is(tagger->tokens, next, ",") ? next + 1 : next;
    bool suffixed = is_suffix(tagger, suffix);
    uint32_t end = suffixed ? suffix + 1 : next;
    IndexList known = suffixed ? people_with_suffix(tagger, at, next, suffix) : (IndexList){0};
    tag_people(tagger, known.count ? known : tagger_ids(tagger, hit, at, NAME_PERSON), at, end);
    Tag *tag = &tagger->tags->items[tagger->tags->count - 1];
    const LexiconEntry *entry = tagger_name(tagger, hit, at, NAME_PERSON);
    if (entry->flags & NAME_LACKS_SUFFIX && !known.count)
        tag->flags |= TAG_NAMESAKE; /* "Robert F. Kennedy" may be the father */
    if (suffixed && !known.count && !is_degree(tagger, suffix))
        tag->flags |= TAG_NAMESAKE; /* "Donald Trump Jr." is not Donald Trump, "Joe Biden Jr." is */
    if (hit.token_count == 1)
        tag->flags |= TAG_SURNAME | TAG_NEW; /* "Francis" is many people's name */
    return end;
}

/* Whom a run names that is no name of the book as it stands: "James E. “Jim” Risch" is James Risch,
 * and Jim Risch; "Pedro Sánchez Pérez" may be Pedro Sánchez, or somebody else (`perhaps`). */
static IndexList people_of_run(const Tagger *tagger, uint32_t first, uint32_t end, bool *perhaps)
{
    uint32_t words[LIMIT_NAME_TOKENS], count = 0, nickname = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t after = nickname_end(tagger, i);
        if (after > i)
            nickname = i + 1, i = after - 1;
        else if (count < LIMIT_NAME_TOKENS && tagger_is_word(tagger, i) && !is_suffix(tagger, i))
            words[count++] = i;
    }
    IndexList people = {0};
    *perhaps = false;
    if (nickname && count >= 2) {
        people = people_of(tagger, words, count);
        uint32_t called[] = {nickname, words[count - 1]};
        if (!people.count)
            people = people_of(tagger, called, 2);
    }
    if (people.count || count < 3)
        return people;
    *perhaps = true;
    uint32_t outer[] = {words[0], words[count - 1]};
    people = people_of(tagger, outer, 2);
    return people.count ? people : people_of(tagger, words, 2);
}

/* "Presidential Executive Office Anton Vaino": where two capitals or more stand behind the last
 * word for a body, somebody's name does. */
static uint32_t without_name(const Tagger *tagger, uint32_t at, uint32_t end)
{
    uint32_t last = end;
    while (last > at && !name_is_body(tagger, last - 1))
        last--;
    return last > at && end - last >= 2 ? last : end;
}

/* "the Republic of Kazakhstan" is Kazakhstan: the token behind it; `at` where there is no such. */
static uint32_t tag_polity(Tagger *tagger, uint32_t at, uint32_t end)
{
    if (!tagger_holds(tagger, end - 1, WORD_POLITY) || end >= tagger->end ||
        !token_is(tagger->tokens, end, "of"))
        return at;
    uint32_t from = end + 1;
    if (from < tagger->end && token_is(tagger->tokens, from, "the"))
        from++;
    LexiconHit place =
        from < tagger->end ? tagger_find_name(tagger, from, NAME_PLACE) : (LexiconHit){0};
    if (!place.token_count)
        return at;
    uint32_t next = from + place.token_count;
    tagger_add(tagger, 'L', at, next - at)->ids = tagger_ids(tagger, place, from, NAME_PLACE);
    return next;
}

uint32_t name_tag_run(Tagger *tagger, uint32_t at)
{
    uint32_t end = name_run_end(tagger, at);
    uint32_t polity = tag_polity(tagger, at, end);
    if (polity > at)
        return polity;
    if (run_is_body(tagger, at, end)) {
        end = body_end(tagger, without_name(tagger, at, end));
        tagger_add(tagger, 'G', at, end - at);
        return end;
    }
    bool lone = end == at + 1, perhaps = false;
    bool stranger = lone && cast_has_stranger(tagger->cast, tagger->tokens->items[at].hash);
    bool says_nothing = tagger_is_fresh(tagger, at) || tagger->headline;
    IndexList people = lone ? (IndexList){0} : people_of_run(tagger, at, end, &perhaps);
    if (people.count && !perhaps)
        return tag_people(tagger, people, at, end);
    Tag *tag = tagger_add(
        tagger, (lone || tagger->headline) && says_nothing && !stranger ? 'c' : 'N', at, end - at);
    tag->ids = people;
    if (people.count)
        tag->flags |= TAG_NAMESAKE;
    if (lone)
        tag->flags |= TAG_SURNAME | TAG_UNSURE;
    else
        cast_add_stranger(tagger->arena, tagger->cast, tagger->tokens->items[end - 1].hash);
    if (tagger->title_case || tagger_is_fresh(tagger, at))
        tag->flags |= TAG_UNSURE;
    return end;
}

bool name_goes_on(const Tagger *tagger, uint32_t next)
{
    return !tagger->headline && goes_on(tagger, next) && !is_suffix(tagger, next) &&
           !name_is_body(tagger, next);
}
