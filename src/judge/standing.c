/* Finds how a person stands to an office. Tests: the examples in rules/checks/office. */
#include "judge/standing.h"

#include "judge/meaning.h"
#include "reference/phrase.h"

/* --- kinds of offices --- */

static bool is_state_head(const Book *book, uint32_t office)
{
    return office_is_kind(book, office, VIEW("president")) ||
           office_is_kind(book, office, VIEW("monarch"));
}

static bool is_government_head(const Book *book, uint32_t office)
{
    return office_is_kind(book, office, VIEW("head-of-government"));
}

/* --- the place --- */

/* Of the offices of countries that go by this title, all are of kinds that the place has not. */
static bool lacks_title(const Book *book, const Claim *claim, uint32_t place)
{
    uint32_t met = 0;
    for (uint32_t i = 0; i < claim->offices.count; i++) {
        const Office *office = office_at(book, claim->offices.items[i]);
        if (place_at(book, office->place)->kind != PLACE_COUNTRY)
            continue;
        if (office->kind == NONE || !book_lacks(book, place, office->kind))
            return false;
        met++;
    }
    return met;
}

/* "President" in Spain, where the head of government is the president of the government. */
static bool has_own_word(const Bench *bench, const Claim *claim, uint32_t place)
{
    const Book *book = bench->book;
    Phrase said, known;
    View words =
        view_slice(bench->document->text, claim->office_span.off, span_end(claim->office_span));
    if (!phrase_read(words, &said))
        return false;
    for (uint32_t t = 0; t < book->title_count; t++) {
        const Title *title = title_at(book, t);
        bool here = false;
        for (uint32_t i = 0; i < title->offices.count && !here; i++) {
            uint32_t office = book->title_offices[title->offices.first + i];
            here = office_place(book, office) == place && book_knows_whole(book, office);
        }
        if (here && !(title->flags & TITLE_LOOSE) &&
            phrase_read(book_text(book, title->text), &known) && phrase_starts(&known, &said))
            return true;
    }
    return false;
}

/* A known person's country lacks it where reading.c found so: the book is then closed. */
static bool is_lacking(const Book *book, const Claim *claim, const Reading *reading)
{
    if (reading->person != NONE)
        return reading->facts.value[FACT_BOOK] == BOOK_CLOSED_FOR_LIFE;
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (!lacks_title(book, claim, claim->places.items[i]))
            return false;
    return claim->places.count;
}

static uint8_t office_value(const Bench *bench, const Claim *claim, const Reading *reading)
{
    if (reading->office != NONE)
        return OFFICE_KNOWN;
    if (!is_lacking(bench->book, claim, reading))
        return OFFICE_UNKNOWN;
    return claim->places.count && has_own_word(bench, claim, claim->places.items[0])
               ? OFFICE_OWN_WORD
               : OFFICE_NONE;
}

/* --- what the person holds there --- */

/* Whether the claim is of the other head of the country: prime minister for president. Where the
 * place has no such office, the title tells. */
static bool is_other_head(const Book *book, const Claim *claim, const Reading *reading,
                          uint32_t holds)
{
    bool state = false, government = false;
    if (reading->office != NONE) {
        state = is_state_head(book, reading->office);
        government = is_government_head(book, reading->office);
    }
    for (uint32_t i = 0; reading->office == NONE && i < claim->offices.count; i++) {
        state |= is_state_head(book, claim->offices.items[i]);
        government |= is_government_head(book, claim->offices.items[i]);
    }
    return (state && !government && is_government_head(book, holds)) ||
           (government && !state && is_state_head(book, holds));
}

/* NONE: in any country. */
static bool is_there(const Book *book, uint32_t office, uint32_t place)
{
    uint32_t there = office_place(book, office);
    return place == NONE ? place_at(book, there)->kind == PLACE_COUNTRY : there == place;
}

/* Seats of two chambers: there are many of each, and nobody has both. */
static bool is_other_chamber(const Book *book, uint32_t claimed, uint32_t held)
{
    if (claimed == NONE || office_at(book, claimed)->seats == 1 ||
        office_at(book, held)->seats == 1)
        return false;
    Range excludes = office_at(book, held)->excludes;
    for (uint32_t i = 0; i < excludes.count; i++)
        if (book->office_list[excludes.first + i] == claimed)
            return true;
    return false;
}

static uint8_t holds_value(const Book *book, const Claim *claim, Reading *reading, uint32_t place)
{
    uint8_t value = HOLDS_NOTHING;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        if (tenure->office == reading->office || tenure->flags & TENURE_UNCONFIRMED ||
            !is_there(book, tenure->office, place) ||
            !tenure_covers(tenure, reading->when, reading->grace))
            continue;
        bool leads = reading->office != NONE &&
                     office_is_kind(book, reading->office, VIEW("leadership")) &&
                     office_is_kind(book, tenure->office, VIEW("leadership"));
        uint8_t more = is_other_head(book, claim, reading, tenure->office)       ? HOLDS_OTHER_HEAD
                       : leads                                                   ? HOLDS_LEADERSHIP
                       : is_other_chamber(book, reading->office, tenure->office) ? HOLDS_CHAMBER
                                                                                 : HOLDS_OTHER;
        if (more < value) {
            value = more;
            if (value != HOLDS_OTHER)
                reading->held = index;
        }
    }
    return value;
}

/* A government that has resigned holds its offices in full, and is a caretaker. */
static uint8_t tenure_value(const Book *book, const Claim *claim, const Reading *reading)
{
    if (reading->on == NONE)
        return TENURE_VALUE_NONE;
    bool acting = tenure_at(book, reading->on)->flags & TENURE_ACTING || claim->flags & CLAIM_STAY;
    return acting ? TENURE_VALUE_ACTING : TENURE_VALUE_FULL;
}

/* --- the name --- */

/* All words of one in the other, in another order. */
static bool is_turned(const Phrase *said, const Phrase *known)
{
    bool same = said->count == known->count && said->count > 1, moved = false;
    for (uint32_t i = 0; same && i < said->count; i++) {
        uint32_t j = 0;
        while (j < known->count && said->words[i] != known->words[j])
            j++;
        same = j < known->count;
        moved |= j != i;
    }
    return same && moved;
}

static uint8_t known_name_value(const Book *book, const Claim *claim, const Person *person)
{
    Phrase said, known;
    View name = book_text(book, person->name);
    bool alone = claim->flags & (CLAIM_SURNAME | CLAIM_NEW_SURNAME);
    if (!alone && !view_equal(claim->person_name, name) && phrase_read(claim->person_name, &said) &&
        phrase_read(name, &known) && is_turned(&said, &known))
        return person->flags & PERSON_SURNAME_FIRST ? NAME_TURNED : NAME_FULL;
    return claim->flags & CLAIM_NEW_SURNAME ? NAME_NEW_SURNAME
           : claim->flags & CLAIM_SURNAME   ? NAME_SURNAME_ALONE
                                            : NAME_FULL;
}

static uint8_t name_value(const Book *book, const Claim *claim, const Reading *reading)
{
    Phrase said, known;
    if (reading->person != NONE)
        return known_name_value(book, claim, person_at(book, reading->person));
    if (claim->flags & CLAIM_SURNAME && claim->person_span.off < claim->office_span.off)
        return NAME_DOUBTFUL; /* "Your Excellency, Prime Minister of Israel" */
    if (reading->holder == NONE)
        return NAME_STRANGE;
    View holder = book_text(book, person_at(book, tenure_at(book, reading->holder)->person)->name);
    if (!phrase_read(claim->person_name, &said) || !phrase_read(holder, &known))
        return NAME_STRANGE;
    return is_turned(&said, &known)                       ? NAME_TURNED
           : may_be_same_name(claim->person_name, holder) ? NAME_NEAR
                                                          : NAME_STRANGE;
}

/* --- what they rule out --- */

static void contradict(Reading *reading, View reason)
{
    reading->verdict = VERDICT_CONTRADICTED;
    reading->reason = reason;
    reading->dated = false;
}

/* A newcomer of this year is no longer elect, though still newly elected; who was elected again, or
 * stands in until then, is, though in office. */
static bool is_past_elect(const Bench *bench, const Claim *claim, const Reading *reading)
{
    const Book *book = bench->book;
    Span word = claim->status_span;
    View said = view_slice(bench->document->text, word.off, span_end(word));
    if (claim->status != STATUS_ELECT || reading->on == NONE || !view_ends(said, VIEW("elect")))
        return false;
    const Tenure *tenure = tenure_at(book, reading->on);
    if (reading->before != NONE &&
        tenure_at(book, reading->before)->to.last + ELECT_DAYS > tenure->from.first)
        return false;
    return !(tenure->flags & TENURE_ACTING) &&
           tenure_covers_firmly(tenure, reading->when, reading->grace) &&
           reading->when.last - tenure->from.first < ELECT_DAYS;
}

/* Whether the book knows who is meant, and nothing in the passage says that it tells of another
 * time than the article's, or of what may come. */
static bool is_plain(const Claim *claim, const Reading *reading)
{
    return reading->person != NONE && reading->verdict == VERDICT_UNVERIFIABLE &&
           claim->status != STATUS_FORMER && claim->status != STATUS_ELECT &&
           !(claim->flags &
             (CLAIM_SURNAME | CLAIM_NEW_SURNAME | CLAIM_NAMESAKE | CLAIM_NOMINAL |
              CLAIM_UNSURE_NAME | CLAIM_PAST | CLAIM_SOON | CLAIM_SUPPOSED | CLAIM_WOULD));
}

/* The country that a person leads on those days, and surely so; NONE. */
static uint32_t country_led(const Book *book, uint32_t person, Date when, Day grace)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_leads(book, tenure->office) && book_knows_whole(book, tenure->office) &&
            tenure_covers_firmly(tenure, when, grace))
            return office_place(book, tenure->office);
    }
    return NONE;
}

/* Whether the claim may be of another time, at which the person led no country. */
static bool may_be_before(const Book *book, const Claim *claim, const Reading *reading)
{
    for (uint32_t i = 0; i < claim->beside.count && !(claim->flags & CLAIM_ANCHORED); i++)
        if (country_led(book, reading->person, claim->beside.items[i], reading->grace) == NONE)
            return true;
    return false;
}

/* Whether a claim is of a post in one of the countries that it names, or, where it names none, of
 * which the article speaks, and none of them is this one. */
static bool is_abroad(const Bench *bench, const Claim *claim, uint32_t country)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (country_of(bench->book, claim->places.items[i]) == country)
            return false;
    return claim->places.count || (claim->implied.count && !claim_implies(bench, claim, country));
}

/* "Civil Aviation Minister Justin Trudeau" in news of India: who leads one country serves no other,
 * whether the book knows the post or not. */
static bool leads_abroad(const Bench *bench, const Claim *claim, const Reading *reading)
{
    if (!(claim->flags & CLAIM_SERVANT) || !is_plain(claim, reading))
        return false;
    for (uint32_t i = 0; i < claim->offices.count; i++)
        if (office_leads(bench->book, claim->offices.items[i]))
            return false; /* a prime minister is no minister */
    uint32_t country = country_led(bench->book, reading->person, reading->when, reading->grace);
    return country != NONE && is_abroad(bench, claim, country) &&
           !may_be_before(bench->book, claim, reading);
}

/* Whether a person directs an international organisation on those days, and the book knows of what
 * country he is. */
static bool directs_body(const Book *book, const Reading *reading)
{
    bool directs = false, known = false;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_at(book, tenure->office)->seats != 1 || !book_knows_whole(book, tenure->office))
            continue;
        PlaceKind kind = place_at(book, office_place(book, tenure->office))->kind;
        directs |= kind == PLACE_ORGANISATION &&
                   tenure_covers_firmly(tenure, reading->when, reading->grace);
        known |= kind == PLACE_COUNTRY;
    }
    return directs && known;
}

/* "Indonesia's security minister Jens Stoltenberg" in his years at NATO: nor does who directs an
 * organisation serve a country of which he never was. */
static bool directs_elsewhere(const Bench *bench, const Claim *claim, const Reading *reading)
{
    const Book *book = bench->book;
    if (!(claim->flags & CLAIM_SERVANT) || !claim->places.count || !is_plain(claim, reading) ||
        !directs_body(book, reading))
        return false;
    for (uint32_t i = 0; i < claim->places.count; i++) {
        uint32_t country = country_of(book, claim->places.items[i]);
        if (country == NONE || place_at(book, country)->kind != PLACE_COUNTRY ||
            !is_foreigner(book, reading->person, country))
            return false;
    }
    return true;
}

/* Whether a person held an office that the book knows whole, and that only one has, not many years
 * from the time. */
static bool is_of_the_time(const Book *book, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_at(book, tenure->office)->seats == 1 && book_knows_whole(book, tenure->office) &&
            !(tenure->flags & TENURE_UNCONFIRMED) &&
            tenure_covers(tenure, reading->when, CAREER_YEARS * 365))
            return true;
    }
    return false;
}

/* "Lloyd Austin, the prime minister of Tonga": whose career is that of another country leads none,
 * though the book does not know who does. */
static bool belongs_elsewhere(const Bench *bench, const Claim *claim, const Reading *reading)
{
    const Book *book = bench->book;
    uint32_t place = reading->office == NONE ? NONE : office_place(book, reading->office);
    return is_plain(claim, reading) && claim->places.count == 1 && place != NONE &&
           place_at(book, place)->kind == PLACE_COUNTRY && office_leads(book, reading->office) &&
           is_foreigner(book, reading->person, place) && is_of_the_time(book, reading) &&
           !held_predecessor(book, reading);
}

/* Whether all that a person holds in a government at that time, or held up to it who is called
 * former, is posts of no common kind, of which the book does not know all holders: below the
 * ministers, or beside them. */
static bool serves_below(const Book *book, const Claim *claim, const Reading *reading)
{
    bool below = false, former = claim->status == STATUS_FORMER;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        bool ended = date_known(tenure->to) && tenure->to.first <= reading->when.last;
        bool then = former ? ended : tenure_covers(tenure, reading->when, reading->grace);
        if (!then || office_place(book, tenure->office) != office_place(book, reading->office))
            continue;
        bool common = office_kind(book, tenure->office) != NONE;
        if (common && !former && office_at(book, tenure->office)->seats == 1)
            return false;
        below |= !common && !book_knows_whole(book, tenure->office);
    }
    return below;
}

static bool phrase_has(const Phrase *phrase, View word)
{
    Phrase one;
    return phrase_read(word, &one) && phrase_shares_word(phrase, &one);
}

/* "Defence minister Tobias Ellwood": where the head of a department is no minister by title, such
 * as the Defence Secretary, one of those below may be meant. */
static bool may_serve_below(const Bench *bench, const Claim *claim, const Reading *reading)
{
    if (reading->verdict != VERDICT_CONTRADICTED || reading->office == NONE ||
        (claim->status != STATUS_CURRENT && claim->status != STATUS_FORMER) ||
        office_leads(bench->book, reading->office))
        return false;
    Phrase said, own;
    Span span = claim->office_span;
    bool may =
        reading->person == NONE ? !claim->places.count : serves_below(bench->book, claim, reading);
    return may && phrase_read(view_slice(bench->document->text, span.off, span_end(span)), &said) &&
           phrase_read(book_title(bench->book, reading->office, reading->when), &own) &&
           phrase_has(&said, VIEW("minister")) && !phrase_has(&own, VIEW("minister"));
}

void find_standing(const Bench *bench, const Claim *claim, Reading *reading)
{
    const Book *book = bench->book;
    uint8_t *facts = reading->facts.value;
    uint32_t place = reading->office != NONE    ? office_place(book, reading->office)
                     : claim->places.count == 1 ? claim->places.items[0]
                                                : NONE;
    facts[FACT_OFFICE] = office_value(bench, claim, reading);
    facts[FACT_HOLDS] =
        reading->person != NONE && (place != NONE || facts[FACT_OFFICE] == OFFICE_NONE)
            ? holds_value(book, claim, reading, place)
            : HOLDS_NOTHING;
    facts[FACT_TENURE] = tenure_value(book, claim, reading);
    facts[FACT_NAME] = name_value(book, claim, reading);
    if (may_serve_below(bench, claim, reading)) {
        reading->verdict = VERDICT_UNVERIFIABLE;
        reading->reason = VIEW("those below the head of a department are called so, too");
        return;
    }
    if (leads_abroad(bench, claim, reading) || directs_elsewhere(bench, claim, reading) ||
        belongs_elsewhere(bench, claim, reading)) {
        facts[FACT_RECORD] = RECORD_EXCLUDES;
        contradict(reading, VIEW("the person's own record rules it out"));
        return;
    }
    bool may = reading_may_contradict(book, claim, reading) && claim->status != STATUS_FORMER;
    if (!may)
        return;
    bool none = facts[FACT_OFFICE] == OFFICE_NONE || facts[FACT_OFFICE] == OFFICE_OWN_WORD;
    if (none && reading->verdict == VERDICT_UNVERIFIABLE)
        contradict(reading, VIEW("the place has no such office"));
    else if (is_past_elect(bench, claim, reading))
        contradict(reading, VIEW("in office already"));
}
