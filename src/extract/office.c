/* Claims of kind office: what a construction's tags say of one person, one title and one place.
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "extract/body.h"
#include "extract/extractor.h"

/* --- what is said --- */

/* Whether, of what stands between two titles, a tag is behind the "and" or the comma: then it is
 * the second one's. */
static bool is_behind_and(const Extractor *extractor, const Tag *first, const Tag *tag)
{
    const char *letters = extractor->tags.letters;
    for (ptrdiff_t i = first - extractor->tags.items; i < tag - extractor->tags.items; i++)
        if (letter_in(letters[i], "&,;"))
            return true;
    return false;
}

/* Whether a construction took a tag for the second of its two titles, before it. */
static bool is_between_titles(Extractor *extractor, const Construction *construction,
                              const Tag *tag)
{
    const Tag *first = group_tag(extractor, construction, GROUP_TITLE);
    const Tag *second = group_tag(extractor, construction, (Group)(GROUP_TITLE + 1));
    return first && second && tag > first && tag < second && is_behind_and(extractor, first, tag);
}

/* Whether the second of two titles has a status or a place of its own: the first of some groups
 * that stands between them. */
static const Tag *own_tag(Extractor *extractor, const Construction *construction, const Tag *title,
                          Group from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const Tag *tag = group_tag(extractor, construction, (Group)(from + i));
        if (tag && tag < title && is_between_titles(extractor, construction, tag))
            return tag;
    }
    return NULL;
}

/* "former", "acting" and the like, from all status groups that took part. "Former acting" is
 * former; a plain "new" or "current" says no more than the title alone. "The former governor and
 * senator" may be a senator still. */
static void set_status(Extractor *extractor, const Construction *construction, const Tag *title,
                       Claim *claim)
{
    const Tag *own = own_tag(extractor, construction, title, GROUP_STATUS, 5);
    bool second = title == group_tag(extractor, construction, (Group)(GROUP_TITLE + 1));
    for (uint32_t i = 0; i < 5; i++) {
        Tag *tag = group_tag(extractor, construction, (Group)(GROUP_STATUS + i));
        if (!tag || (own && tag != own) ||
            (!own && is_between_titles(extractor, construction, tag)))
            continue;
        if (second && !own)
            claim->flags |= CLAIM_THEN;
        const StatusWord *word = &extractor->grammar->statuses[tag->status];
        if (claim->status == STATUS_CURRENT || word->status == STATUS_FORMER)
            claim->status = word->status;
        if (word->then)
            claim->flags |= CLAIM_THEN;
        if (word->late)
            claim->flags |= CLAIM_LATE;
        if (word->soon)
            claim->flags |= CLAIM_SOON;
        if (word->stay)
            claim->flags |= CLAIM_STAY;
        claim->status_span = tag->span;
        claim->span = span_join(claim->span, tag->span);
    }
}

void set_place(const Tag *place, Claim *claim)
{
    if (!place)
        return;
    claim->places = place->ids;
    claim->place_span = place->span;
    claim->span = span_join(claim->span, place->span);
}

static Span words_span(const Tokens *tokens, uint32_t first, uint32_t end)
{
    return span_join(tokens->items[first].span, tokens->items[end - 1].span);
}

void set_title(const Extractor *extractor, const Tag *title, Claim *claim)
{
    const Sights *sights = &extractor->tags.sights;
    const Tokens *tokens = extractor->tokens;
    uint32_t first = title->first, end = first + title->count;
    uint32_t body = body_words(extractor->book, sights, title);
    uint32_t of = of_body(sights, title);
    bool behind = of && body >= of; /* "governor of the Bank of England" */
    claim->office_span = words_span(tokens, behind ? first : first + body, of ? first + of : end);
    uint32_t from = first + of + 1;
    if (behind && !claim->place_span.len)
        claim->place_span =
            words_span(tokens, token_is(tokens, from, "the") ? from + 1 : from, end);
    else if (body && !claim->place_span.len)
        claim->place_span = words_span(tokens, first, first + body);
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
    if (is_servant(sights, title))
        claim->flags |= CLAIM_SERVANT;
    if (title->count == 1)
        claim->flags |= CLAIM_BARE;
    if (title->flags & TAG_LOOSE)
        claim->flags |= CLAIM_LOOSE;
    if (title->flags & TAG_QUOTED)
        claim->flags |= CLAIM_QUOTED;
}

void set_person(View text, const Tag *person, Claim *claim)
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

/* "the late Shinzo Abe, the Japanese prime minister": of the dead, at any time. */
static bool is_late(const Extractor *extractor, const Tag *tag)
{
    return extractor->tags.letters[tag - extractor->tags.items] == 'S' &&
           extractor->grammar->statuses[tag->status].late;
}

/* "Trump's secretary of state": in the years of Trump, or on the dates that the passage gives. */
static bool set_terms(const Extractor *extractor, const Tag *leader, Claim *claim)
{
    DateList terms;
    if (!find_terms(extractor, leader, &terms))
        return false;
    for (uint32_t i = 0; i < claim->times.count; i++)
        *arena_push(extractor->arena, &terms) = claim->times.items[i];
    claim->times = terms;
    return true;
}

/* "The party has a board: Paolo Gentiloni is its president": of what was named before, be it a
 * country or not. */
static bool is_of_it(const Extractor *extractor, const Tag *title)
{
    const Tags *tags = &extractor->tags;
    size_t at = (size_t)(title - tags->items);
    while (at && letter_in(tags->letters[at - 1], "SYAwr"))
        at--;
    return at && tags->letters[at - 1] == 'h' &&
           (token_is(extractor->tokens, tags->items[at - 1].first, "its") ||
            token_is(extractor->tokens, tags->items[at - 1].first, "their"));
}

/* What the construction and the place in the article say beside person and office. */
static void set_setting(Extractor *extractor, const Construction *construction, const Tag *title,
                        const Tag *person, Claim *claim)
{
    const Tag *body = first_group(extractor, construction, GROUP_BODY, BODY_GROUPS);
    const Tag *rival = group_tag(extractor, construction, GROUP_RIVAL);
    if (body || is_of_it(extractor, title))
        claim->flags |= CLAIM_OTHER_BODY;
    if (body && extractor->tags.letters[body - extractor->tags.items] == 'R')
        claim->status = STATUS_DEPUTY;
    /* "leader of the Democratic Alliance" */
    if (body > title && extractor->tags.letters[body - extractor->tags.items] == 'G' &&
        !claim->place_span.len)
        claim->place_span = body->span;
    const Tag *leader = group_tag(extractor, construction, GROUP_BOSS);
    bool termed = leader && claim->status == STATUS_CURRENT && set_terms(extractor, leader, claim);
    if (body && extractor->tags.letters[body - extractor->tags.items] == 'N')
        find_terms(extractor, body, &claim->beside); /* "Trump's" of nobody named before */
    if (leader && !termed && extractor->tags.letters[leader - extractor->tags.items] == 'N')
        claim->flags |= CLAIM_OTHER_BODY;
    else if ((leader && !termed) || first_group(extractor, construction, GROUP_PAST, 3))
        claim->flags |= CLAIM_PAST;
    if (group_tag(extractor, construction, GROUP_SOON))
        claim->flags |= CLAIM_SOON;
    if (rival)
        claim->rivals = rival->ids;
    if (person && person > extractor->tags.items && is_late(extractor, person - 1))
        claim->flags |= CLAIM_PAST;
    if (extractor->block->kind == BLOCK_TITLE || extractor->block->kind == BLOCK_HEADING)
        claim->flags |= CLAIM_HEADLINE;
    bool label = person && (title + 1 == person || construction->each);
    if (label)
        claim->flags |= CLAIM_LABEL;
    if (label && title->flags & TAG_CAPITAL && title->flags & TAG_COURTESY)
        claim->flags |= CLAIM_COURTESY;
    /* "Bruno Parrilla, the foreign minister of Canada": a name, though it begins the sentence */
    if (person && !label && !(person->flags & TAG_SURNAME) && !(claim->flags & CLAIM_HEADLINE))
        claim->flags &= ~(uint32_t)CLAIM_UNSURE_NAME;
    if (extractor->told)
        claim->flags |= CLAIM_UNSURE_NAME;
    claim->flags |= !person || termed ? CLAIM_ANCHORED : find_anchor(extractor, claim);
    claim->flags |= find_supposed(extractor, claim);
    if (is_former_today(extractor, claim))
        claim->times = (DateList){0};
}

/* --- what the article has said so far --- */

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

/* "UNC President Margaret Spellings spoke. President Spellings ...": once a title is a body's, so
 * it is where the body is left out. */
static void remember_body(Extractor *extractor, const Tag *title, Claim *claim)
{
    bool body = claim->flags & CLAIM_OTHER_BODY || (claim->place_span.len && !claim->places.count);
    if (claim->people.count != 1 || claim->places.count)
        return;
    uint32_t of = of_body(&extractor->tags.sights, title);
    uint32_t head = title->first + (of ? of : title->count) - 1;
    BodyPost post = {claim->people.items[0], extractor->tokens->items[head].hash};
    for (uint32_t i = 0; i < extractor->body_posts.count; i++) {
        const BodyPost *known = &extractor->body_posts.items[i];
        if (known->person == post.person && known->title == post.title) {
            claim->flags |= CLAIM_OTHER_BODY;
            return;
        }
    }
    if (body)
        *arena_push(extractor->arena, &extractor->body_posts) = post;
}

void speak_of(Extractor *extractor, uint32_t place)
{
    if (!index_list_has(extractor->spoken, place))
        *arena_push(extractor->arena, &extractor->spoken) = place;
}

/* The article speaks of a place by its name beside a title, by a party tag, and by an office of it
 * with whoever held that. A town in the tag is a legislator's at home ("Rep. Tim Scott,
 * R-Charleston"). */
static void set_implied(Extractor *extractor, const Tag *person, Claim *claim)
{
    const Book *book = extractor->book;
    const PartyTag *party = person ? party_behind(extractor, person) : NULL;
    for (uint32_t i = 0; i < claim->places.count; i++)
        speak_of(extractor, claim->places.items[i]);
    for (uint32_t i = 0; party && i < party->places.count; i++)
        speak_of(extractor, party->places.items[i]);
    if (party && party->place_span.len && !party->places.count)
        claim->flags |= CLAIM_OTHER_BODY;
    if (claim->people.count != 1)
        return;
    Range tenures = person_at(book, claim->people.items[0])->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (offices_have(book, claim->offices, office))
            speak_of(extractor, office_at(book, office)->place);
    }
}

/* "In Lesotho, Prime Minister Tom Thabane fled" */
static void set_around(const Extractor *extractor, Claim *claim)
{
    const Tags *tags = &extractor->tags;
    for (uint32_t i = 0; i < tags->count && !claim->people.count && !claim->places.count; i++)
        for (uint32_t p = 0; letter_in(tags->letters[i], "LA") && p < tags->items[i].ids.count; p++)
            *arena_push(extractor->arena, &claim->around) = tags->items[i].ids.items[p];
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
            if (!offices_have(book, claim->offices, tenure->office) ||
                !claim_allows_place(book, claim, office_at(book, tenure->office)->place) ||
                tenure->from.last > day.first ||
                (date_known(tenure->to) && tenure->to.first < day.last))
                continue;
            if (found != NONE && found != claim->people.items[p])
                return;
            found = claim->people.items[p];
        }
    }
    if (found != NONE)
        cast_add(extractor->arena, &extractor->cast, found);
}

/* --- the claim --- */

Claim *add_claim(Extractor *extractor, const Construction *construction, Tag *title,
                 const Tag *person, const Tag *place)
{
    Claim claim = {.kind = CLAIM_OFFICE,
                   .status = construction->status,
                   .part = extractor->block->part,
                   .construction = (uint32_t)(construction - extractor->grammar->constructions),
                   .times = extractor->dates,
                   .beside = extractor->beside};
    if (person)
        set_person(extractor->document->text, person, &claim);
    set_status(extractor, construction, title, &claim);
    set_place(place, &claim);
    set_title(extractor, title, &claim);
    set_setting(extractor, construction, title, person, &claim);
    remember_body(extractor, title, &claim);
    set_implied(extractor, person, &claim);
    set_around(extractor, &claim);
    introduce(extractor, &claim);
    remember_former(extractor, &claim);
    title->flags |= TAG_USED;
    Claim *added = arena_push(extractor->arena, &extractor->claims);
    *added = claim;
    return added;
}

/* Whether a possessive with a capitalised thing stands behind the name. */
static bool owns_something(const Extractor *extractor, const Claim *claim)
{
    const Tags *tags = &extractor->tags;
    for (uint32_t i = 0; i + 2 < tags->count; i++)
        if (span_end(tags->items[i].span) == span_end(claim->person_span))
            return tags->letters[i + 1] == '\'' && tags->items[i + 2].flags & TAG_CAPITAL;
    return false;
}

/* "the Training Aspiring Leaders Emerging Now Act", "Byrne Justice Assistance Grant" */
static bool is_in_name(const Extractor *extractor, const Tag *title)
{
    const Tags *tags = &extractor->tags;
    size_t at = (size_t)(title - tags->items);
    return at && letter_in(tags->letters[at - 1], "Nc") &&
           (tags->letters[at] == 'M' ||
            sights_has_word(&tags->sights, title->first, WORD_TITLE_NAME));
}

/* Whether the words can as well name no officeholder at all: a loose title in small letters, or
 * behind another capital, with no place ("director Alfred Hitchcock"), a crown that is part of a
 * name ("King Vapealot", "Sultan Kudarat"), each beside a name that the book does not know. */
bool is_idle(const Extractor *extractor, const Tag *title, const Claim *claim)
{
    const Book *book = extractor->book;
    const IndexList *offices = tag_offices(title);
    bool crown = offices->count && office_is_kind(book, offices->items[0], VIEW("monarch"));
    if (crown && claim->flags & CLAIM_SURNAME && owns_something(extractor, claim))
        return true; /* "Prince George's County" */
    if (claim->people.count || claim->places.count || claim->place_span.len)
        return false;
    if (title->flags & TAG_LOOSE && (!(title->flags & TAG_CAPITAL) || is_in_name(extractor, title)))
        return true;
    if (title->flags & TAG_OPEN && claim->flags & CLAIM_SURNAME && claim->flags & CLAIM_LABEL)
        return true; /* "Director of Judicial Programs" */
    return crown;
}

/* Whether all that a tag names are states. */
static bool is_state(const Book *book, const Tag *place)
{
    for (uint32_t i = 0; i < place->ids.count; i++)
        if (place_at(book, place->ids.items[i])->kind != PLACE_STATE)
            return false;
    return place->ids.count;
}

static bool is_country(const Book *book, const Tag *place)
{
    return place->ids.count && place_at(book, place->ids.items[0])->kind == PLACE_COUNTRY;
}

/* The place that a construction took and that stands from one tag up to another; NULL. */
static const Tag *place_within(Extractor *extractor, const Construction *construction,
                               const Tag *from, const Tag *to)
{
    for (uint32_t i = 0; i < PLACE_GROUPS; i++) {
        const Tag *place = group_tag(extractor, construction, (Group)(GROUP_PLACE + i));
        if (place && place >= from && place < to)
            return place;
    }
    return NULL;
}

/* Of which of two titles a place is: each has what stands beside it, on its side of the "and".
 * Where it has nothing, a country will do for both ("the German vice chancellor and finance
 * minister", "deputy prime minister and finance minister of Canada"), and no state or body
 * ("former Indiana governor and vice president"); nor a country for what says of what it is ("prime
 * minister of Portugal and president of the commission"). */
static const Tag *place_of_two(Extractor *extractor, const Construction *construction,
                               const Tag *title, const Tag *first, const Tag *second)
{
    const Tags *tags = &extractor->tags;
    const Tag *all = tags->items, *end = tags->items + tags->count;
    const Tag *before = place_within(extractor, construction, all, first);
    const Tag *between = place_within(extractor, construction, first, second);
    const Tag *behind = place_within(extractor, construction, second, end);
    bool seconds = between && is_behind_and(extractor, first, between);
    const Tag *own = title == first ? (between && !seconds ? between : before)
                     : behind       ? behind
                     : seconds      ? between
                                    : NULL;
    if (own)
        return own;
    const Tag *other = title == first ? behind : before;
    bool of = title + 1 < end && tags->letters[title + 1 - tags->items] == 'o';
    return other && !of && is_country(extractor->book, other) &&
                   !body_words(extractor->book, &tags->sights, title) &&
                   !of_body(&tags->sights, title)
               ? other
               : NULL;
}

/* Of which place a title is: the first that the construction takes; but what stands behind the
 * title ("of the World Bank") goes before the nation of its holder ("the American president"), and
 * a country before another ("United States Senator from Australia"). */
static const Tag *title_place(Extractor *extractor, const Construction *construction,
                              const Tag *title)
{
    const Tag *one = group_tag(extractor, construction, GROUP_TITLE);
    const Tag *two = group_tag(extractor, construction, (Group)(GROUP_TITLE + 1));
    if (one && two && one < two)
        return place_of_two(extractor, construction, title, one, two);
    const Tag *first = first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS);
    if (!first || !title || first > title)
        return first;
    bool nation = extractor->tags.letters[first - extractor->tags.items] == 'A';
    for (uint32_t i = 1; i < PLACE_GROUPS; i++) {
        const Tag *place = group_tag(extractor, construction, (Group)(GROUP_PLACE + i));
        if (place && place > title && place <= title + 3 &&
            (nation || !is_state(extractor->book, place)))
            return place;
    }
    return first;
}

/* The word for what another is to the person: "the brother of President X", "an aide to X", "the
 * daughter of France's president X"; 0: none. */
static size_t relation_word(const Tags *tags, size_t at)
{
    while (at && (letter_in(tags->letters[at - 1], "aehSAOYmr'") ||
                  (tags->letters[at] == '\'' && letter_in(tags->letters[at - 1], "LPN"))))
        at--;
    return at > 1 && letter_in(tags->letters[at - 1], "oft") && tags->letters[at - 2] == 'X'
               ? at - 2
               : 0;
}

/* Whom such a word describes, where he is named: "Y, the elder brother of". */
static const Tag *related(const Tags *tags, size_t word)
{
    while (word && letter_in(tags->letters[word - 1], "aehSrwA"))
        word--;
    return word > 1 && tags->letters[word - 1] == ',' && tags->letters[word - 2] == 'P'
               ? &tags->items[word - 2]
               : NULL;
}

Relation relation_of(const Extractor *extractor, const Tag *person, const Tag *title,
                     const Tag **other)
{
    const Tags *tags = &extractor->tags;
    size_t word =
        person && person < title ? relation_word(tags, (size_t)(person - tags->items)) : 0;
    if (!word)
        return RELATION_NONE;
    *other = related(tags, word);
    for (const Tag *tag = person + 1; tag < title; tag++) {
        char letter = tags->letters[tag - tags->items];
        if (letter_in(letter, "uiyvVblBqzZkK"))
            return letter == 'u' ? RELATION_EITHER : RELATION_OTHER;
    }
    return RELATION_EITHER;
}

void claim_named(Extractor *extractor, const Construction *construction)
{
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    for (uint32_t i = 0; i < 2; i++) {
        Tag *title = group_tag(extractor, construction, (Group)(GROUP_TITLE + i));
        if (!title || title->flags & TAG_USED)
            continue;
        const Tag *other = NULL;
        Relation relation = relation_of(extractor, person, title, &other);
        if (relation == RELATION_OTHER)
            continue;
        Claim *claim = add_claim(extractor, construction, title, person,
                                 title_place(extractor, construction, title));
        if (other && !claim->rivals.count)
            claim->rivals = other->ids;
        if (is_idle(extractor, title, claim))
            extractor->claims.count--;
    }
}
