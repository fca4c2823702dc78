/* From tags to claims: the constructions run over each sentence that has a title in it.
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "extract/claim.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "extract/lookup.h"
#include "extract/mention.h"
#include "extract/misname.h"
#include "extract/statement.h"
#include "extract/when.h"

bool index_list_has(IndexList list, uint32_t index)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i] == index)
            return true;
    return false;
}

bool claim_allows_place(const Book *book, const Claim *claim, uint32_t place)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (book_within(book, place, claim->places.items[i]))
            return true;
    return !claim->places.count;
}

/* The article at hand. */
typedef struct Extractor {
    Arena *arena;
    const Grammar *grammar;
    const Book *book;
    const Document *document;
    const Tokens *tokens;
    PatternMatch *match; /* of the construction at hand */
    PatternMatch *item;  /* of one person of its list */
    Cast cast;
    Tags tags;
    Claims claims;
    DateList dates;            /* of the sentence, and the last one of its paragraph before it */
    const Block *block;        /* of the sentence */
    uint32_t block_claims;     /* the first claim of the block */
    IndexList left;            /* people whom the article has called former holders */
    IndexList spoken;          /* places of which the article has spoken, each once */
    const ExtractWatch *watch; /* may be NULL */
} Extractor;

/* The tag that a group of the match took; NULL where it took no part. */
static Tag *group_tag(Extractor *extractor, const Construction *construction, Group group)
{
    size_t start, end;
    uint32_t number = construction->groups[group];
    if (!number || !pattern_bounds(extractor->match, number, &start, &end) || start == end)
        return NULL;
    return &extractor->tags.items[start];
}

static Tag *first_group(Extractor *extractor, const Construction *construction, Group from,
                        uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        Tag *tag = group_tag(extractor, construction, (Group)(from + i));
        if (tag)
            return tag;
    }
    return NULL;
}

/* Of which place a title is: the first place that the construction takes; but what stands behind
 * the title ("of the World Bank") goes before the nation of its holder ("the American president").
 */
static const Tag *title_place(Extractor *extractor, const Construction *construction,
                              const Tag *title)
{
    const Tag *first = first_group(extractor, construction, GROUP_PLACE, 6);
    if (!first || !title || first > title ||
        extractor->tags.letters[first - extractor->tags.items] != 'A')
        return first;
    for (uint32_t i = 1; i < 6; i++) {
        const Tag *place = group_tag(extractor, construction, (Group)(GROUP_PLACE + i));
        if (place && place > title && place <= title + 3)
            return place;
    }
    return first;
}

/* "former", "acting" and the like, from all status groups that took part. "Former acting" is
 * former; a plain "new" or "current" says no more than the title alone. */
static void set_status(Extractor *extractor, const Construction *construction, Claim *claim)
{
    for (uint32_t i = 0; i < 5; i++) {
        Tag *tag = group_tag(extractor, construction, (Group)(GROUP_STATUS + i));
        if (!tag)
            continue;
        const StatusWord *word = &extractor->grammar->statuses[tag->status];
        if (claim->status == STATUS_CURRENT)
            claim->status = word->status;
        if (word->then)
            claim->flags |= CLAIM_THEN;
        if (word->late)
            claim->flags |= CLAIM_LATE;
        if (word->soon)
            claim->flags |= CLAIM_SOON;
        claim->status_span = tag->span;
        claim->span = span_join(claim->span, tag->span);
    }
}

static void set_place(const Tag *place, Claim *claim)
{
    if (!place)
        return;
    claim->places = place->ids;
    claim->place_span = place->span;
    claim->span = span_join(claim->span, place->span);
}

/* How many tokens at a title's beginning name a body: "European Council" in "European Council
 * chief", but nothing in "House Speaker" or "Treasury Secretary". */
static uint32_t body_words(const Extractor *extractor, const Tag *title)
{
    const Tokens *tokens = extractor->tokens;
    const Lexicon *words = &extractor->grammar->words;
    uint32_t end = title->first + title->count, body = 0;
    LexiconHit place =
        lookup_longest(&extractor->book->names, tokens, title->first, end - 1, NAME_PLACE);
    if (lookup_longest(words, tokens, title->first, end, WORD_HEAD).token_count ||
        lookup_longest(words, tokens, title->first, end, WORD_CHAMBER_HEAD).token_count)
        return 0; /* "Director of the Office of ..." */
    for (uint32_t i = title->first; i + 1 < end; i++)
        if (lookup_longest(words, tokens, i, end, WORD_BODY).token_count &&
            !lookup_longest(words, tokens, i, end, WORD_LETTER).token_count &&
            tokens->items[i].flags & TOKEN_CAPITAL)
            body = lookup_longest(words, tokens, title->first, end, WORD_CHAMBER).token_count ||
                           lookup_longest(words, tokens, i, end, WORD_CHAMBER).token_count ||
                           lookup_longest(words, tokens, i, end, WORD_PORTFOLIO).token_count
                       ? 0
                       : i + 1 - title->first;
    return place.token_count > body ? place.token_count : body;
}

static bool phrase_holds(const Lexicon *words, const Tokens *tokens, uint32_t first, uint32_t end,
                         WordKind kind)
{
    for (uint32_t i = first; i < end; i++)
        if (lookup_longest(words, tokens, i, end, (uint8_t)kind).token_count)
            return true;
    return false;
}

/* How many tokens stand before the "of" of a body or place that the title's phrase names itself
 * ("President of the European Council"); 0 where there is none, or it is of a portfolio or chamber
 * ("Chancellor of the Exchequer", "Speaker of the House"). */
static uint32_t of_body(const Extractor *extractor, const Tag *title)
{
    const Tokens *tokens = extractor->tokens;
    const Lexicon *words = &extractor->grammar->words;
    uint32_t end = title->first + title->count, of = end - 1;
    while (of > title->first && !token_is(tokens, of, "of"))
        of--;
    if (of == title->first || phrase_holds(words, tokens, title->first, of, WORD_HEAD) ||
        phrase_holds(words, tokens, title->first, of, WORD_CHAMBER_HEAD) ||
        phrase_holds(words, tokens, of, end, WORD_CHAMBER) ||
        phrase_holds(words, tokens, end - 1, end, WORD_PORTFOLIO))
        return 0;
    uint32_t from = of + 1 < end && token_is(tokens, of + 1, "the") ? of + 2 : of + 1;
    LexiconHit place = lookup_longest(&extractor->book->names, tokens, from, end, NAME_PLACE);
    bool named =
        place.token_count == end - from || phrase_holds(words, tokens, end - 1, end, WORD_BODY);
    return named ? of - title->first : 0;
}

static void set_title(const Extractor *extractor, const Tag *title, Claim *claim)
{
    const Token *tokens = extractor->tokens->items;
    uint32_t body = body_words(extractor, title);
    const Token *last = &tokens[title->first + title->count - 1];
    Span from = tokens[title->first + body].span;
    uint32_t tail = of_body(extractor, title);
    if (tail)
        last = &tokens[title->first + tail - 1];
    claim->office_span = span_join(from, last->span);
    if (body && !claim->place_span.len)
        claim->place_span =
            span_join(tokens[title->first].span, tokens[title->first + body - 1].span);
    claim->span = span_join(claim->span, title->span);
    claim->offices = title->ids;
    claim->loose = title->loose;
    if (title->flags & TAG_RANKED) {
        claim->offices = claim->loose = (IndexList){0};
        claim->flags |= CLAIM_OTHER_BODY;
        if (claim->status == STATUS_CURRENT)
            claim->status = STATUS_DEPUTY;
    }
    if (title->flags & TAG_OPEN)
        claim->flags |= CLAIM_OTHER_BODY;
    if (title->flags & TAG_LOOSE)
        claim->flags |= CLAIM_LOOSE;
    if (title->flags & TAG_QUOTED)
        claim->flags |= CLAIM_QUOTED;
}

static void set_person(View text, const Tag *person, Claim *claim)
{
    claim->person_span = person->span;
    claim->person_name = view_slice(text, person->span.off, span_end(person->span));
    claim->span = span_join(claim->span, person->span);
    claim->people = person->ids;
    claim->bearers = person->bearers;
    if (person->flags & TAG_SURNAME)
        claim->flags |= CLAIM_SURNAME;
    if (person->flags & TAG_NEW)
        claim->flags |= CLAIM_NEW_SURNAME;
    if (person->flags & TAG_NAMESAKE)
        claim->flags |= CLAIM_NAMESAKE;
    if (person->flags & TAG_UNSURE)
        claim->flags |= CLAIM_UNSURE_NAME;
}

/* What the construction and the place in the article say beside person and office. */
static void set_setting(Extractor *extractor, const Construction *construction, const Tag *title,
                        const Tag *person, Claim *claim)
{
    const Tag *body = first_group(extractor, construction, GROUP_BODY, 2);
    const Tag *rival = group_tag(extractor, construction, GROUP_RIVAL);
    if (body)
        claim->flags |= CLAIM_OTHER_BODY;
    if (body && extractor->tags.letters[body - extractor->tags.items] == 'R')
        claim->status = STATUS_DEPUTY;
    if (group_tag(extractor, construction, GROUP_BOSS) ||
        first_group(extractor, construction, GROUP_PAST, 3))
        claim->flags |= CLAIM_PAST;
    if (group_tag(extractor, construction, GROUP_SOON))
        claim->flags |= CLAIM_SOON;
    if (rival)
        claim->rivals = rival->ids;
    if (extractor->block->kind == BLOCK_TITLE || extractor->block->kind == BLOCK_HEADING)
        claim->flags |= CLAIM_HEADLINE;
    bool label = person && (title + 1 == person || construction->each);
    if (label)
        claim->flags |= CLAIM_LABEL;
    if (label && title->flags & TAG_CAPITAL && title->flags & TAG_COURTESY)
        claim->flags |= CLAIM_COURTESY;
}

/* "Former Prime Minister Shinzo Abe died. Prime Minister Abe was ...": whom the article has once
 * called a former holder it need not call so again. */
static void remember_former(Extractor *extractor, Claim *claim)
{
    if (claim->people.count != 1)
        return;
    uint32_t person = claim->people.items[0];
    bool known = index_list_has(extractor->left, person);
    if (claim->status == STATUS_FORMER && !known)
        *arena_push(extractor->arena, &extractor->left) = person;
    if (known && claim->status == STATUS_CURRENT && claim->flags & CLAIM_SURNAME &&
        claim->flags & CLAIM_LABEL)
        claim->flags |= CLAIM_PAST;
}

static const PartyTag *party_behind(const Extractor *extractor, const Tag *person)
{
    size_t next = (size_t)(person - extractor->tags.items) + 1;
    return next < extractor->tags.count ? extractor->tags.items[next].party : NULL;
}

static void speak_of(Extractor *extractor, uint32_t place)
{
    if (!index_list_has(extractor->spoken, place))
        *arena_push(extractor->arena, &extractor->spoken) = place;
}

/* The article speaks of a place by its name beside a title, by a party tag, and by an office of it
 * with whoever held that. */
static void set_implied(Extractor *extractor, const Tag *person, Claim *claim)
{
    const Book *book = extractor->book;
    const PartyTag *party = person ? party_behind(extractor, person) : NULL;
    for (uint32_t i = 0; i < claim->places.count; i++)
        speak_of(extractor, claim->places.items[i]);
    for (uint32_t i = 0; party && i < party->places.count; i++)
        speak_of(extractor, party->places.items[i]);
    if (claim->people.count != 1)
        return;
    Range tenures = person_at(book, claim->people.items[0])->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (index_list_has(claim->offices, office))
            speak_of(extractor, office_at(book, office)->place);
    }
}

/* "President Biden" of a day on which one Biden is president introduces him as the whole name
 * would. */
static void introduce(Extractor *extractor, const Claim *claim)
{
    const Book *book = extractor->book;
    Date day = extractor->document->date;
    uint32_t found = NONE;
    if (!(claim->flags & CLAIM_NEW_SURNAME) || !(claim->flags & CLAIM_LABEL) ||
        claim->flags & (CLAIM_NAMESAKE | CLAIM_OTHER_BODY) || !date_known(day))
        return;
    for (uint32_t p = 0; p < claim->people.count; p++) {
        Range tenures = person_at(book, claim->people.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++) {
            const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
            if (!index_list_has(claim->offices, tenure->office) ||
                !claim_allows_place(book, claim, office_at(book, tenure->office)->place) ||
                tenure->from.last > day.first ||
                (date_known(tenure->to) && tenure->to.first < day.last))
                continue;
            if (found != NONE && found != claim->people.items[p])
                return;
            found = claim->people.items[p];
        }
    }
    if (found != NONE && !index_list_has(extractor->cast.people, found))
        *arena_push(extractor->arena, &extractor->cast.people) = found;
}

/* What is said of a person: which title, of which place (NULL: not said). */
static Claim *add_claim(Extractor *extractor, const Construction *construction, Tag *title,
                        const Tag *person, const Tag *place)
{
    Claim claim = {.kind = CLAIM_OFFICE,
                   .status = construction->status,
                   .part = extractor->block->part,
                   .construction = (uint32_t)(construction - extractor->grammar->constructions),
                   .times = extractor->dates};
    if (person)
        set_person(extractor->document->text, person, &claim);
    set_status(extractor, construction, &claim);
    set_place(place, &claim);
    set_title(extractor, title, &claim);
    set_setting(extractor, construction, title, person, &claim);
    set_implied(extractor, person, &claim);
    introduce(extractor, &claim);
    remember_former(extractor, &claim);
    title->flags |= TAG_USED;
    Claim *added = arena_push(extractor->arena, &extractor->claims);
    *added = claim;
    return added;
}

/* --- named --- */

/* Whether a possessive with a capitalised thing stands behind the name. */
static bool owns_something(const Extractor *extractor, const Claim *claim)
{
    const Tags *tags = &extractor->tags;
    for (uint32_t i = 0; i + 2 < tags->count; i++)
        if (span_end(tags->items[i].span) == span_end(claim->person_span))
            return tags->letters[i + 1] == '\'' && tags->items[i + 2].flags & TAG_CAPITAL;
    return false;
}

/* Whether the words can as well name no officeholder at all: a loose title in small letters with no
 * place ("director Alfred Hitchcock"), a crown that is part of a name ("King Vapealot", "Sultan
 * Kudarat"), each beside a name that the book does not know. */
static bool is_idle(const Extractor *extractor, const Tag *title, const Claim *claim)
{
    const Book *book = extractor->book;
    uint32_t kind = title->ids.count ? office_at(book, title->ids.items[0])->kind : NONE;
    bool crown = kind != NONE && view_equal(kind_at(book, kind), VIEW("monarch"));
    if (crown && claim->flags & CLAIM_SURNAME && owns_something(extractor, claim))
        return true; /* "Prince George's County" */
    if (claim->people.count || claim->places.count || claim->place_span.len)
        return false;
    if (title->flags & TAG_LOOSE && !(title->flags & TAG_CAPITAL))
        return true;
    if (title->flags & TAG_OPEN && claim->flags & CLAIM_SURNAME && claim->flags & CLAIM_LABEL)
        return true; /* "Director of Judicial Programs" */
    return crown;
}

static void claim_named(Extractor *extractor, const Construction *construction)
{
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    const Tag *place =
        title_place(extractor, construction, group_tag(extractor, construction, GROUP_TITLE));
    for (uint32_t i = 0; i < 2; i++) {
        Tag *title = group_tag(extractor, construction, (Group)(GROUP_TITLE + i));
        if (!title || title->flags & TAG_USED)
            continue;
        const Claim *claim = add_claim(extractor, construction, title, person, place);
        if (is_idle(extractor, title, claim))
            extractor->claims.count--;
    }
}

/* --- lists --- */

/* One person of a list, with his place. */
typedef struct Item {
    const Tag *person;
    const Tag *place;
} Item;

typedef struct Items {
    Item *items;
    uint32_t count;
    uint32_t capacity;
} Items;

static const Tag *item_tag(const Extractor *extractor, const Construction *construction,
                           Group group, size_t offset)
{
    size_t start, end;
    uint32_t number = construction->each_groups[group];
    if (!number || !pattern_bounds(extractor->item, number, &start, &end) || start == end)
        return NULL;
    return &extractor->tags.items[offset + start];
}

/* The run of tags that one of a pair of groups took; false where neither took part. */
static bool group_bounds(const Extractor *extractor, const Construction *construction, Group group,
                         size_t *start, size_t *end)
{
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t number = construction->groups[group + i];
        if (number && pattern_bounds(extractor->match, number, start, end))
            return true;
    }
    return false;
}

/* The people of a list, in the order of the text, each with the place behind his name. */
static Items find_items(Extractor *extractor, const Construction *construction)
{
    Items items = {0};
    size_t start = 0, end = 0, from = 0;
    group_bounds(extractor, construction, GROUP_PEOPLE, &start, &end);
    View letters = {extractor->tags.letters + start, end - start};
    while (from < letters.len &&
           pattern_find(construction->each, letters, from, extractor->item) == PATTERN_YES) {
        *arena_push(extractor->arena, &items) =
            (Item){.person = item_tag(extractor, construction, GROUP_PERSON, start),
                   .place = item_tag(extractor, construction, GROUP_PLACE, start)};
        size_t item_start, item_end;
        pattern_bounds(extractor->item, 0, &item_start, &item_end);
        from = item_end > from ? item_end : from + 1;
    }
    return items;
}

/* "The foreign ministers of France and Germany, A and B": gives each the place at his position;
 * false where the numbers differ. */
static bool align_places(Extractor *extractor, const Construction *construction, Items *items)
{
    size_t start, end;
    uint32_t count = 0;
    if (!group_bounds(extractor, construction, GROUP_PLACES, &start, &end))
        return true;
    for (size_t i = start; i < end; i++) {
        if (!strchr("LA", extractor->tags.letters[i]))
            continue;
        if (count < items->count)
            items->items[count].place = &extractor->tags.items[i];
        count++;
    }
    return count == items->count;
}

/* Tags of one list are of one form: where districts begin behind names without ("Senators A (D-WI),
 * B (D-OH-3)"), another title was left out. */
static bool seat_begins(const Extractor *extractor, const Items *items, uint32_t at)
{
    const PartyTag *before = at ? party_behind(extractor, items->items[at - 1].person) : NULL;
    const PartyTag *tag = party_behind(extractor, items->items[at].person);
    return before && tag && before->district == DISTRICT_UNSAID && tag->district != DISTRICT_UNSAID;
}

static bool held_office(const Book *book, const Tag *person, uint32_t office)
{
    for (uint32_t p = 0; p < person->ids.count; p++) {
        Range tenures = person_at(book, person->ids.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++)
            if (tenure_at(book, book->person_tenures[tenures.first + i])->office == office)
                return true;
    }
    return false;
}

/* "Secretaries of State John Kerry and Hillary Clinton": one seat, which two of the list cannot
 * have held at one time. */
static bool shares_seat(const Book *book, const Tag *title, const Items *items)
{
    for (uint32_t o = 0; o < title->ids.count; o++) {
        uint32_t holders = 0;
        if (office_at(book, title->ids.items[o])->seats != 1)
            continue;
        for (uint32_t i = 0; i < items->count; i++)
            holders += held_office(book, items->items[i].person, title->ids.items[o]);
        if (holders > 1)
            return true;
    }
    return false;
}

static void claim_list(Extractor *extractor, const Construction *construction)
{
    Tag *title = first_group(extractor, construction, GROUP_TITLE, 2);
    const Tag *place = first_group(extractor, construction, GROUP_PLACE, 6);
    Items items = find_items(extractor, construction);
    if (title->flags & TAG_USED || !align_places(extractor, construction, &items))
        return;
    bool past = items.count > 1 && shares_seat(extractor->book, title, &items);
    for (uint32_t i = 0; i < items.count && !seat_begins(extractor, &items, i); i++) {
        Claim *claim = add_claim(extractor, construction, title, items.items[i].person,
                                 items.items[i].place ? items.items[i].place : place);
        if (past)
            claim->flags |= CLAIM_PAST;
        if (is_idle(extractor, title, claim))
            extractor->claims.count--;
    }
}

/* --- counterpart --- */

/* The offices of other places that are of the same kinds as those given. */
static IndexList same_kind(Extractor *extractor, IndexList offices)
{
    const Book *book = extractor->book;
    bool *asked = arena_new(extractor->arena, bool, book->kind_count);
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t kind = office_at(book, offices.items[i])->kind;
        if (kind < book->kind_count)
            asked[kind] = true;
    }
    IndexList found = {0};
    for (uint32_t o = 0; o < book->office_count; o++) {
        uint32_t kind = office_at(book, o)->kind;
        if (kind < book->kind_count && asked[kind])
            *arena_push(extractor->arena, &found) = o;
    }
    return found;
}

/* All offices that people of the book have held. */
static IndexList offices_held(Extractor *extractor, IndexList people)
{
    const Book *book = extractor->book;
    IndexList held = {0};
    for (uint32_t p = 0; p < people.count; p++) {
        Range tenures = person_at(book, people.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++)
            *arena_push(extractor->arena, &held) =
                tenure_at(book, book->person_tenures[tenures.first + i])->office;
    }
    return held;
}

/* "His French counterpart, Sebastien Lecornu": the office is of the kind of the claim before. Where
 * that claim is false the counterpart need not be: any office of the person before will do,
 * loosely. */
static void claim_counterpart(Extractor *extractor, const Construction *construction)
{
    if (extractor->claims.count <= extractor->block_claims)
        return;
    const Claim *before = &extractor->claims.items[extractor->claims.count - 1];
    IndexList offices = before->offices, people = before->people;
    Tag *title = group_tag(extractor, construction, GROUP_TITLE);
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    if (title->flags & TAG_USED || !offices.count)
        return;
    const Tag *place = first_group(extractor, construction, GROUP_PLACE, 6);
    Claim *claim = add_claim(extractor, construction, title, person, place);
    claim->offices = same_kind(extractor, offices);
    claim->loose = same_kind(extractor, offices_held(extractor, people));
    claim->flags |= CLAIM_NO_TITLE;
}

/* --- nominal --- */

static bool person_held(const Book *book, uint32_t person, const Claim *claim)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (index_list_has(claim->offices, office) &&
            claim_allows_place(book, claim, office_at(book, office)->place))
            return true;
    }
    return false;
}

/* The one person of those named so far who holds or held what the claim says; NONE where there
 * are none or several. */
static uint32_t antecedent(const Extractor *extractor, const Claim *claim)
{
    uint32_t found = NONE;
    const Cast *cast = &extractor->cast;
    for (uint32_t i = 0; i < cast->people.count + cast->maybe.count; i++) {
        uint32_t person = i < cast->people.count ? cast->people.items[i]
                                                 : cast->maybe.items[i - cast->people.count];
        if (person == found || !person_held(extractor->book, person, claim))
            continue;
        if (found != NONE)
            return NONE;
        found = person;
    }
    return found;
}

static void claim_nominal(Extractor *extractor, const Construction *construction)
{
    Tag *title = group_tag(extractor, construction, GROUP_TITLE);
    if (title->flags & (TAG_USED | TAG_LOOSE | TAG_RANKED))
        return;
    Claim *claim = add_claim(extractor, construction, title, NULL,
                             first_group(extractor, construction, GROUP_PLACE, 6));
    uint32_t person = antecedent(extractor, claim);
    if (person == NONE) {
        extractor->claims.count--;
        return;
    }
    size_t start, end;
    pattern_bounds(extractor->match, 0, &start, &end);
    claim->span = span_join(extractor->tags.items[start].span, claim->span);
    claim->person_span = claim->span;
    *arena_push(extractor->arena, &claim->people) = person;
    claim->flags |= CLAIM_NOMINAL;
}

/* --- other statements --- */

/* Whether an office was claimed for the person, here or before. */
static bool is_titled(const Extractor *extractor, const Tag *person)
{
    for (uint32_t i = 0; i < extractor->claims.count; i++) {
        const Claim *claim = &extractor->claims.items[i];
        if (claim->kind == CLAIM_OFFICE && claim->offices.count && claim->people.count == 1 &&
            !(claim->flags & CLAIM_OTHER_BODY) && person->ids.count == 1 &&
            claim->people.items[0] == person->ids.items[0])
            return true;
    }
    return false;
}

/* The tokens of a run of tags that a group took; none where it took no part. */
static Range group_tokens(Extractor *extractor, const Construction *construction, Group group)
{
    size_t start, end;
    uint32_t number = construction->groups[group];
    if (!number || !pattern_bounds(extractor->match, number, &start, &end) || start == end)
        return (Range){0};
    const Tag *first = &extractor->tags.items[start], *last = &extractor->tags.items[end - 1];
    return (Range){first->first, last->first + last->count - first->first};
}

static void claim_statement(Extractor *extractor, const Construction *construction)
{
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    const Tag *title = first_group(extractor, construction, GROUP_TITLE, 2);
    Statement statement = {.arena = extractor->arena,
                           .grammar = extractor->grammar,
                           .tokens = extractor->tokens,
                           .now = extractor->document->date,
                           .kind = construction->kind,
                           .said = group_tag(extractor, construction, GROUP_SAID),
                           .other = group_tag(extractor, construction, GROUP_OTHER),
                           .verb = group_tag(extractor, construction, GROUP_VERB),
                           .words = {group_tokens(extractor, construction, GROUP_SAID),
                                     group_tokens(extractor, construction, GROUP_SAID + 1)}};
    Claim base = {.status = STATUS_CURRENT,
                  .part = extractor->block->part,
                  .construction = (uint32_t)(construction - extractor->grammar->constructions),
                  .times = extractor->dates,
                  .said_from = DATE_NONE,
                  .said_to = DATE_NONE};
    if (!person || !statement.said)
        return;
    set_person(extractor->document->text, person, &base);
    set_place(first_group(extractor, construction, GROUP_PLACE, 6), &base);
    if (title)
        set_title(extractor, title, &base);
    base.span = span_join(base.span, statement.said->span);
    if (statement.said->flags & TAG_QUOTED)
        base.flags |= CLAIM_QUOTED;
    base.titled = is_titled(extractor, person);
    statement_add(&statement, &base, &extractor->claims);
}

/* --- sentences --- */

static void run_construction(Extractor *extractor, const Construction *construction)
{
    View letters = {extractor->tags.letters, extractor->tags.count};
    size_t from = 0;
    while (from < letters.len) {
        /* Our own patterns stay far below the limits; a sentence that hits one is left alone. */
        if (pattern_find(construction->pattern, letters, from, extractor->match) != PATTERN_YES)
            return;
        switch (construction->kind) {
        case CONSTRUCTION_NAMED:
            if (construction->each)
                claim_list(extractor, construction);
            else
                claim_named(extractor, construction);
            break;
        case CONSTRUCTION_COUNTERPART:
            claim_counterpart(extractor, construction);
            break;
        case CONSTRUCTION_NOMINAL:
            claim_nominal(extractor, construction);
            break;
        case CONSTRUCTION_SEAT:
        case CONSTRUCTION_PARTY:
        case CONSTRUCTION_DEATH:
        case CONSTRUCTION_AGE:
        case CONSTRUCTION_SINCE:
        case CONSTRUCTION_SPAN:
        case CONSTRUCTION_BEGIN:
        case CONSTRUCTION_END:
        case CONSTRUCTION_TERMS:
        case CONSTRUCTION_ORDINAL:
        case CONSTRUCTION_SUCCESSION:
            claim_statement(extractor, construction);
            break;
        }
        /* The next match may share this one's person: "President Macron, the former minister". */
        size_t start, end;
        pattern_bounds(extractor->match, 0, &start, &end);
        from = start + 1;
    }
}

/* A date is a number or a month's name, or both: few sentences have either. */
static bool may_hold_date(const Extractor *extractor, const Sentence *sentence)
{
    if (sights_hold(&extractor->tags.words, WORD_MONTH))
        return true;
    for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++)
        if (extractor->tokens->items[i].kind == TOKEN_NUMBER)
            return true;
    return false;
}

static void read_sentence(Extractor *extractor, const Sentence *sentence)
{
    const Block *block = &extractor->document->blocks.items[sentence->block];
    if (block != extractor->block) {
        extractor->block = block;
        extractor->block_claims = extractor->claims.count;
        extractor->dates = (DateList){0};
    }
    bool title_case = block->kind == BLOCK_TITLE || block->kind == BLOCK_HEADING;
    tag_sentence(extractor->arena, extractor->grammar, extractor->book, extractor->tokens, sentence,
                 title_case, &extractor->cast, &extractor->tags);
    if (extractor->watch)
        extractor->watch->sentence(extractor->watch->self, sentence, &extractor->tags);

    /* The date spoken of last stays in mind through the paragraph. */
    DateList dates = {0};
    if (may_hold_date(extractor, sentence))
        find_dates(extractor->arena, extractor->grammar, extractor->tokens, sentence,
                   extractor->document->date, &dates);
    Date last =
        extractor->dates.count ? extractor->dates.items[extractor->dates.count - 1] : DATE_NONE;
    if (date_known(last) && !dates.count)
        *arena_push(extractor->arena, &dates) = last;
    extractor->dates = dates;

    uint64_t letters = 0;
    for (uint32_t i = 0; i < extractor->tags.count; i++)
        letters |= letter_bit(extractor->tags.letters[i]);
    ByteSet present = byte_set((View){extractor->tags.letters, extractor->tags.count});
    for (uint32_t i = 0; i < extractor->grammar->construction_count; i++) {
        const Construction *construction = &extractor->grammar->constructions[i];
        if (letters & construction->needs && pattern_allows(construction->pattern, present))
            run_construction(extractor, construction);
    }
}

static int compare_claims(const void *a, const void *b)
{
    const Claim *left = a, *right = b;
    if (left->span.off != right->span.off)
        return left->span.off < right->span.off ? -1 : 1;
    if (left->office_span.off != right->office_span.off)
        return left->office_span.off < right->office_span.off ? -1 : 1;
    return 0;
}

Claims extract_claims(Arena *arena, const Grammar *grammar, const Book *book,
                      const Document *document, const Tokens *tokens)
{
    return extract_claims_watched(arena, grammar, book, document, tokens, NULL);
}

Claims extract_claims_watched(Arena *arena, const Grammar *grammar, const Book *book,
                              const Document *document, const Tokens *tokens,
                              const ExtractWatch *watch)
{
    Extractor extractor = {.arena = arena,
                           .grammar = grammar,
                           .book = book,
                           .document = document,
                           .tokens = tokens,
                           .match = pattern_match_new(),
                           .item = pattern_match_new(),
                           .tags = tags_new(arena),
                           .watch = watch};
    for (uint32_t i = 0; i < tokens->sentence_count; i++)
        read_sentence(&extractor, &tokens->sentences[i]);
    pattern_match_free(extractor.match);
    pattern_match_free(extractor.item);
    find_misnames(arena, grammar, book, document, &extractor.claims);
    /* What an article is about it may say at its end. */
    for (uint32_t i = 0; i < extractor.claims.count; i++)
        extractor.claims.items[i].implied = extractor.spoken;
    if (extractor.claims.count)
        qsort(extractor.claims.items, extractor.claims.count, sizeof(Claim), compare_claims);
    return extractor.claims;
}
