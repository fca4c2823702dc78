/* Claims of kinds party, state and district: "Rep. Mike Quigley (D-IL-05)". What the book says of
 * the seats that the person held at the time is held against what the passage says. Tests: the
 * examples in rules/checks/seat. */
#include "base/limits.h"
#include "judge/subject.h"

enum { FACT_SEAT_QUOTED, SEAT_FACTS };

static const Fact facts[] = {
    [FACT_SEAT_QUOTED] = {"quoted", "the passage stands in quotation marks", fact_no_yes},
    [SEAT_FACTS] = {0},
};

/* What a tenure says of the thing claimed. */
typedef enum Agreeing { AGREES, DIFFERS, SILENT } Agreeing;

typedef Agreeing Comparing(const Bench *bench, const Claim *claim, const Tenure *tenure);

/* --- party --- */

/* The grammar's party of this name; NONE: it does not know any. */
static uint32_t party_named(const Bench *bench, View name)
{
    const Lexicon *words = &bench->grammar->words;
    uint32_t node = name.len ? lexicon_phrase(words, name) : UINT32_MAX;
    if (node == UINT32_MAX)
        return NONE;
    LexiconEntries entries = lexicon_entries(words, node);
    for (uint32_t i = 0; i < entries.count; i++)
        if (entries.items[i].kind == WORD_PARTISAN)
            return entries.items[i].id;
    return NONE;
}

/* That of a tenure; NONE: not said, or unknown to the grammar. */
static uint32_t party_of(const Bench *bench, const Tenure *tenure)
{
    return party_named(bench, tenure_party(bench->book, tenure));
}

/* Whether the person was of the party at a time, whatever he held. */
static bool is_of_party(const Bench *bench, const Claim *claim, uint32_t person, Date when)
{
    const Book *book = bench->book;
    Range parties = person_at(book, person)->parties;
    for (uint32_t i = 0; i < parties.count; i++) {
        const DatedName *party = dated_at(book, parties.first + i);
        if (dated_covers(party, when) &&
            party_named(bench, book_text(book, party->name)) == (uint32_t)claim->value)
            return true;
    }
    return false;
}

static Agreeing compare_party(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    uint32_t party = party_of(bench, tenure);
    return party == NONE ? SILENT : party == (uint32_t)claim->value ? AGREES : DIFFERS;
}

/* --- state and district --- */

/* The state of a seat, or of an office of a state. */
static uint32_t state_of(const Book *book, const Tenure *tenure)
{
    if (tenure->state != NONE)
        return tenure->state;
    uint32_t place = office_place(book, tenure->office);
    return place_at(book, place)->kind == PLACE_STATE ? place : NONE;
}

/* "(R-Ontario)" is of a town in Oregon, not of a province: only a place of the same country
 * differs, and another country where a whole name with its title goes before ("Senator Lindsey
 * Graham (R-Canada)"): "R-Lebanon" is of a town that sends a state's legislator. */
static Agreeing compare_state(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    const Book *book = bench->book;
    uint32_t state = state_of(book, tenure);
    if (state == NONE)
        return SILENT;
    if (index_list_has(claim->said_places, state))
        return AGREES;
    uint32_t country = place_at(book, state)->parent;
    bool seated = tenure->state != NONE && claim->titled && !(claim->flags & CLAIM_SURNAME);
    for (uint32_t i = 0; i < claim->said_places.count; i++) {
        const Place *said = place_at(book, claim->said_places.items[i]);
        if (said->parent == country ||
            (seated && said->kind == PLACE_COUNTRY && claim->said_places.items[i] != country))
            return DIFFERS;
    }
    return SILENT;
}

/* A district's number; 0 for one at large, below 0 where none is said. */
static int32_t district_of(const Bench *bench, const Tenure *tenure)
{
    View district = book_text(bench->book, tenure->district);
    if (view_equal(district, VIEW("at-large")))
        return 0;
    int32_t number = 0;
    for (size_t i = 0; i < district.len && district.at[i] >= '0' && district.at[i] <= '9'; i++)
        number = 10 * number + (district.at[i] - '0');
    return number ? number : -1;
}

/* A state of one district may be said to have number 1. Another state is another claim's matter. */
static Agreeing compare_district(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    int32_t known = district_of(bench, tenure);
    if (known < 0 || compare_state(bench, claim, tenure) != AGREES)
        return SILENT;
    return known == claim->value || known + claim->value == 1 ? AGREES : DIFFERS;
}

/* --- readings --- */

static bool covers(const Tenure *tenure, Date when, Day grace)
{
    return tenure->from.first - grace <= when.last &&
           (!date_known(tenure->to) || when.first <= tenure->to.last + grace);
}

/* Who just left or is about to come is still named so. */
static bool is_near(const Tenure *tenure, Date when)
{
    return tenure->from.first - ELECT_DAYS <= when.last &&
           (!date_known(tenure->to) || when.first <= tenure->to.last + ELECT_DAYS);
}

static View since(const Bench *bench, const Tenure *tenure)
{
    return view_format(bench->arena, "since %.*s",
                       VIEW_ARG(date_words(bench->arena, tenure->from, bench->policy->dates)));
}

/* Whether a tenure is so far ahead that nobody speaks of it yet. A district is drawn and a seat
 * won before it is held; a party is not foreseen. */
static bool is_to_come(const Bench *bench, const Tenure *tenure, Date when, Comparing *compare)
{
    Day ahead = compare == compare_party ? bench->policy->grace : ELECT_DAYS;
    return tenure->from.first - ahead > when.last;
}

/* What the person's seats about a time say. One who was once of the party or place may be meant as
 * of then: a contradiction needs all tenures so far that say anything to differ. */
static Reading read_person(const Bench *bench, const Claim *claim, Comparing *compare,
                           uint32_t person, Date when)
{
    const Book *book = bench->book;
    Reading reading = reading_new(person, NONE, when);
    Day grace = bench->policy->grace;
    Range tenures = person_at(book, person)->tenures;
    bool agreed = false;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        Agreeing agreeing = compare(bench, claim, tenure);
        if (agreeing == DIFFERS && !book_knows_whole(book, tenure->office))
            agreeing = SILENT; /* what is not known well says nothing against anybody */
        if (agreeing == AGREES) {
            agreed |= !is_to_come(bench, tenure, when, compare);
            if (reading.by == NONE || covers(tenure, when, grace))
                reading.by = index;
        }
        if (agreeing == DIFFERS && is_near(tenure, when) &&
            (reading.held == NONE || covers(tenure, when, grace)))
            reading.held = index;
    }
    agreed |= reading.by != NONE && reading.held == NONE;
    reading.facts.value[FACT_SEAT_QUOTED] = claim->flags & CLAIM_QUOTED ? FLAG_YES : FLAG_NO;
    reading.book = BOOK_CLOSED_THEN;
    if (compare == compare_party && is_of_party(bench, claim, person, when)) {
        reading.verdict = VERDICT_SUPPORTED;
        reading.reason = VIEW("so the book has it of the person");
    } else if (agreed &&
               (covers(tenure_at(book, reading.by), when, grace) || reading.held == NONE)) {
        reading.verdict = VERDICT_SUPPORTED;
        reading.reason = VIEW("so the book has it");
    } else if (agreed) {
        reading.reason = VIEW("so the book has it of another time");
    } else if (reading.held == NONE) {
        reading.reason = VIEW("the book does not say");
    } else if (claim->flags & (CLAIM_NAMESAKE | CLAIM_NEW_SURNAME) || !claim->titled) {
        reading.reason = VIEW("the name can mean somebody whom the book does not know");
    } else {
        reading.verdict = VERDICT_CONTRADICTED;
        reading.reason = VIEW("the book has it otherwise");
        reading.office = tenure_office(book, reading.held);
        reading.known_since = since(bench, tenure_at(book, reading.held));
    }
    if (reading.verdict != VERDICT_SUPPORTED)
        reading.by = NONE;
    return reading;
}

static void read_with(const Bench *bench, const Claim *claim, Comparing *compare, Readings *out)
{
    Date day = bench->document->date;
    for (uint32_t p = 0; p < claim->people.count && out->count <= LIMIT_READINGS; p++)
        for (uint32_t t = 0; t <= claim->times.count; t++) {
            Date when = t < claim->times.count ? claim->times.items[t] : day;
            if (date_known(when))
                *arena_push(bench->arena, out) =
                    read_person(bench, claim, compare, claim->people.items[p], when);
        }
    if (claim->people.count || !date_known(day))
        return;
    Reading stranger = reading_new(NONE, NONE, day);
    stranger.reason = VIEW("the book knows nobody of this name");
    *arena_push(bench->arena, out) = stranger;
}

static void set_known(const Readings *readings, const Claim *claim, const Bench *bench,
                      View (*words)(const Bench *, const Claim *, const Tenure *))
{
    for (uint32_t i = 0; i < readings->count; i++)
        if (readings->items[i].held != NONE)
            readings->items[i].known =
                words(bench, claim, tenure_at(bench->book, readings->items[i].held));
}

/* As the passage would have it: by its letter, as an adjective, or as what a member is called. */
static View party_words(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    const Party *parties = bench->grammar->parties;
    const Party *party = &parties[party_of(bench, tenure)], *said = &parties[claim->value];
    View words =
        view_slice(bench->document->text, claim->said_span.off, span_end(claim->said_span));
    if (view_equal(words, said->noun))
        return party->noun;
    return view_equal(words, said->adjective) ? party->adjective : party->tag;
}

static View state_words(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    (void)claim;
    return book_text(bench->book, place_at(bench->book, state_of(bench->book, tenure))->name);
}

static View district_words(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    (void)claim;
    return book_text(bench->book, tenure->district);
}

static void read_party(const Bench *bench, const Claim *claim, Readings *out)
{
    read_with(bench, claim, compare_party, out);
    set_known(out, claim, bench, party_words);
}

static void read_state(const Bench *bench, const Claim *claim, Readings *out)
{
    read_with(bench, claim, compare_state, out);
    set_known(out, claim, bench, state_words);
}

static void read_district(const Bench *bench, const Claim *claim, Readings *out)
{
    read_with(bench, claim, compare_district, out);
    set_known(out, claim, bench, district_words);
}

/* --- placeholders --- */

static View fill_party(const MessageContext *context)
{
    uint32_t held = context->reading->held;
    return held == NONE ? (View){0} : tenure_party(context->book, tenure_at(context->book, held));
}

static View fill_seat(const MessageContext *context)
{
    uint32_t held = context->reading->held;
    if (held == NONE)
        return (View){0};
    const Tenure *tenure = tenure_at(context->book, held);
    View title = book_text(context->book, office_at(context->book, tenure->office)->title);
    uint32_t state = state_of(context->book, tenure);
    if (state == NONE)
        return title;
    return view_format(context->arena, "%.*s from %.*s", VIEW_ARG(title),
                       VIEW_ARG(book_text(context->book, place_at(context->book, state)->name)));
}

static View fill_span(const MessageContext *context)
{
    return message_span(context, context->reading->held);
}

static const Placeholder placeholders[] = {
    {"party", fill_party, "the party that the book has for the person then: \"Democrat\""},
    {"seat", fill_seat, "what the person held then: \"Senator from Virginia\""},
    {"held-span", fill_span, "\"from ... to ...\" of that"},
    {0},
};

const Subject subject_party = {.name = "party",
                               .meaning = "that a person is of a party",
                               .facts = {facts, SEAT_FACTS},
                               .placeholders = placeholders,
                               .read = read_party};

const Subject subject_state = {.name = "state",
                               .meaning = "that a person's seat is of a state",
                               .facts = {facts, SEAT_FACTS},
                               .placeholders = placeholders,
                               .read = read_state};

const Subject subject_district = {.name = "district",
                                  .meaning = "that a person's seat is of a district",
                                  .facts = {facts, SEAT_FACTS},
                                  .placeholders = placeholders,
                                  .read = read_district};
