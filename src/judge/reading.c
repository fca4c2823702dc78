/* Judges one reading. In: a person, an office, a time, and the claim's sense. Out: facts, a verdict
 * and its reason. The order of the questions is ARCHITECTURE.md's "Judgement".
 * Tests: tests/unit/judge/reading.c. */
#include "judge/office.h"

#include <assert.h>
#include <string.h>

#include "base/near.h"
#include "reference/phrase.h"
#include "text/letters.h"

/* --- tenures against a time --- */

static bool is_open(const Tenure *tenure)
{
    return !date_known(tenure->to) || tenure->flags & TENURE_PLANNED_END;
}

/* The last day for which the book can speak of a tenure that has not ended. */
static Day open_until(const Tenure *tenure)
{
    Day until = tenure->as_of.last + STALE_AFTER_DAYS;
    return date_known(tenure->to) && tenure->to.last < until ? tenure->to.last : until;
}

static bool began_by(const Tenure *tenure, Date when, Day grace)
{
    return tenure->from.first - grace <= when.last;
}

bool tenure_covers(const Tenure *tenure, Date when, Day grace)
{
    Day end = is_open(tenure) ? open_until(tenure) : tenure->to.last + grace;
    return began_by(tenure, when, grace) && when.first <= end;
}

bool tenure_may_cover(const Tenure *tenure, Date when, Day grace)
{
    return began_by(tenure, when, grace) &&
           (is_open(tenure) || when.first <= tenure->to.last + grace);
}

/* Covered with days to spare at both ends, and certainly so. */
bool tenure_covers_firmly(const Tenure *tenure, Date when, Day grace)
{
    if (tenure->flags & TENURE_UNCONFIRMED || tenure->from.last + grace > when.first)
        return false;
    if (tenure->flags & TENURE_END_UNCONFIRMED)
        return when.last <= tenure->as_of.first;
    return when.last <= (is_open(tenure) ? open_until(tenure) : tenure->to.first - grace);
}

/* On the last days, too: who hands over today is "former" in tomorrow's paper. */
static bool ended_by(const Tenure *tenure, Date when, Day grace)
{
    return !is_open(tenure) && tenure->to.first <= when.last + grace;
}

static bool begins_after(const Tenure *tenure, Date when)
{
    return tenure->from.last > when.last;
}

static bool is_stale(const Tenure *tenure, Date when, Day grace)
{
    return is_open(tenure) && began_by(tenure, when, grace) && when.first > open_until(tenure);
}

/* Confirmed at this time: a row of which only the end is doubtful counts up to its as-of. */
static bool confirmed_at(const Tenure *tenure, Date when)
{
    if (tenure->flags & TENURE_UNCONFIRMED)
        return false;
    return !(tenure->flags & TENURE_END_UNCONFIRMED) || when.first <= tenure->as_of.last;
}

/* The surest tenure counts. */
static void note_held(uint8_t *fact, uint8_t held)
{
    static const uint8_t worth[] = {
        [HELD_YES] = 3, [HELD_UNKNOWN] = 2, [HELD_STALE] = 1, [HELD_NO] = 0};
    if (worth[held] > worth[*fact])
        *fact = held;
}

/* held-before, -on, -after: what the book knows of this person in this office. */
static void find_held(const Book *book, Reading *reading)
{
    uint8_t *facts = reading->facts.value;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        if (tenure->office != reading->office)
            continue;
        uint8_t held = tenure->flags & TENURE_UNCONFIRMED ? HELD_UNKNOWN : HELD_YES;
        if (ended_by(tenure, reading->when, reading->grace)) {
            note_held(&facts[FACT_HELD_BEFORE], held);
            reading->before = index;
        }
        if (tenure_covers(tenure, reading->when, reading->grace)) {
            note_held(&facts[FACT_HELD_ON],
                      confirmed_at(tenure, reading->when) ? HELD_YES : HELD_UNKNOWN);
            reading->on = index;
        } else if (is_stale(tenure, reading->when, reading->grace)) {
            note_held(&facts[FACT_HELD_ON], HELD_STALE);
            reading->on = index;
        }
        if (begins_after(tenure, reading->when)) {
            note_held(&facts[FACT_HELD_AFTER], held);
            if (reading->after == NONE)
                reading->after = index;
        }
    }
}

/* Who else held the office then; who held it on the very day before who is given grace, a full
 * holder before an acting one, the newest first. Of a chamber no one member is it. */
static void find_holder(const Book *book, Reading *reading)
{
    reading->facts.value[FACT_OTHER_HOLDER] = OTHER_NO;
    if (office_at(book, reading->office)->seats != 1)
        return;
    Range tenures = office_at(book, reading->office)->tenures;
    int best = -1;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, tenures.first + i);
        if (tenure->person == NONE || tenure->person == reading->person ||
            tenure->flags & TENURE_UNCONFIRMED || !confirmed_at(tenure, reading->when) ||
            !tenure_covers(tenure, reading->when, reading->grace))
            continue;
        int weight = 2 * tenure_covers(tenure, reading->when, 0) + !(tenure->flags & TENURE_ACTING);
        if (weight >= best) {
            best = weight;
            reading->holder = tenures.first + i;
        }
    }
    if (reading->holder != NONE)
        reading->facts.value[FACT_OTHER_HOLDER] = OTHER_YES;
}

/* The same title of another place, and what the person held then: the most fitting of his
 * tenures, of the same title first, then of the place in question, then the newest. */
static void find_elsewhere(const Book *book, const Claim *claim, Reading *reading)
{
    uint32_t place = reading->office == NONE ? NONE : office_place(book, reading->office);
    Range tenures = person_at(book, reading->person)->tenures;
    int best = -1;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        if (tenure->office == reading->office || tenure->flags & TENURE_UNCONFIRMED)
            continue;
        bool then = tenure_covers(tenure, reading->when, reading->grace);
        bool same_title = offices_have(book, claim->offices, tenure->office);
        uint8_t *elsewhere = &reading->facts.value[FACT_ELSEWHERE];
        if (same_title && office_place(book, tenure->office) != place)
            *elsewhere = then                         ? ELSEWHERE_THEN
                         : *elsewhere == ELSEWHERE_NO ? ELSEWHERE_EVER
                                                      : *elsewhere;
        int weight = 4 * then + 2 * same_title + (office_place(book, tenure->office) == place);
        if (weight >= best && (then || same_title)) {
            best = weight;
            reading->held = index;
        }
    }
}

/* --- how far the book is closed --- */

static Day adult_day(const Person *person)
{
    if (!date_known(person->born))
        return DAY_NONE;
    return person->born.last + ADULT_YEARS * 365;
}

static uint8_t age_of_book(Day days)
{
    if (days <= STALE_AFTER_DAYS)
        return BOOK_RECENT;
    return days <= OLD_AFTER_DAYS ? BOOK_OLD : BOOK_STALE;
}

/* An elect needs a succession that is closed over the year in which he would take office. */
static void find_book(const Book *book, const Claim *claim, Reading *reading)
{
    uint8_t *fact = &reading->facts.value[FACT_BOOK];
    Date when = reading->when;
    Day until = claim->status == STATUS_ELECT ? when.last + ELECT_DAYS : when.last;
    const CompleteSpan *span = book_complete(book, reading->office, when.first, until);
    if (span) {
        Day adult =
            reading->person == NONE ? DAY_NONE : adult_day(person_at(book, reading->person));
        *fact = adult != DAY_NONE && span->from <= adult ? BOOK_CLOSED_FOR_LIFE : BOOK_CLOSED_THEN;
        reading->closed_from = span->from;
        return;
    }
    Range spans = office_at(book, reading->office)->complete;
    for (uint32_t i = 0; i < spans.count && claim->status != STATUS_ELECT; i++) {
        span = span_at(book, spans.first + i);
        if (span->from > when.first)
            break;
        *fact = age_of_book(when.last - span->as_of);
        reading->closed_from = span->from;
        reading->closed_until = span->as_of;
    }
}

/* --- the person's own record --- */

static bool is_country(const Book *book, uint32_t place)
{
    return place != NONE && place_at(book, place)->kind == PLACE_COUNTRY;
}

/* One crown can be worn in several countries; no other national office can be held in two. */
static bool is_crown(const Book *book, uint32_t office)
{
    return office_is_kind(book, office, VIEW("monarch"));
}

static bool excluded_by(const Book *book, uint32_t held, uint32_t office, uint32_t place)
{
    Range excludes = office_at(book, held)->excludes;
    for (uint32_t i = 0; i < excludes.count; i++)
        if (book->office_list[excludes.first + i] == office)
            return true;
    uint32_t other = office_place(book, held);
    return is_country(book, place) && is_country(book, other) && place != other &&
           !is_crown(book, held);
}

/* Whether a country is known to have no office of the claimed kind: a prime minister of the United
 * States, a president of Japan. */
static bool place_lacks(const Book *book, const Claim *claim, uint32_t place)
{
    for (uint32_t i = 0; i < claim->offices.count; i++)
        if (book_lacks(book, place, office_kind(book, claim->offices.items[i])))
            return true;
    return false;
}

/* Bodies of all sorts have presidents and vice presidents, and former ministers for them: of a
 * country is "President Mark Rutte", and not "Frans Timmermans, the vice president". */
static bool may_be_of_body(const Book *book, const Claim *claim)
{
    for (uint32_t i = 0; i < claim->offices.count; i++) {
        uint32_t office = claim->offices.items[i];
        if (office_is_kind(book, office, VIEW("vice-president")) ||
            (office_is_kind(book, office, VIEW("president")) && !(claim->flags & CLAIM_LABEL)))
            return true;
    }
    return false;
}

/* Whether there is no such office where the claim can mean one: in the country that it names, or,
 * where it names none, in every country of which the person held an office. A member of a
 * parliament may have a namesake: he counts while he sits. */
static bool is_lacking(const Book *book, const Claim *claim, const Reading *reading)
{
    if (claim->places.count)
        return claim->places.count == 1 && place_lacks(book, claim, claim->places.items[0]);
    bool any = false, sure = false;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        const Office *office = office_at(book, tenure->office);
        if (!is_country(book, office->place))
            continue;
        if (!place_lacks(book, claim, office->place))
            return false;
        bool then = tenure_covers_firmly(tenure, reading->when, reading->grace);
        any |= then || office->seats == 1;
        sure |= then && office->seats == 1;
    }
    return any && (sure || !may_be_of_body(book, claim));
}

/* Who was no adult then is not meant: the words are of a father or another namesake. */
static bool is_before_life(const Book *book, const Reading *reading)
{
    Date born = person_at(book, reading->person)->born;
    return date_known(born) && born.first + ADULT_YEARS * 365 > reading->when.last;
}

/* "Mike Kelly, Australia's minister for defence materiel": of the hundreds in a chamber some have a
 * namesake in a post abroad of which the book does not know all holders. */
static bool may_be_namesake(const Book *book, const Tenure *tenure, const Reading *reading)
{
    return office_at(book, tenure->office)->seats != 1 && reading->office != NONE &&
           !book_knows_whole(book, reading->office) &&
           office_place(book, tenure->office) != office_place(book, reading->office);
}

/* Whether an office held on those days rules the claimed one out. */
static bool is_busy(const Book *book, const Claim *claim, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    uint32_t place = reading->office != NONE    ? office_place(book, reading->office)
                     : claim->places.count == 1 ? claim->places.items[0]
                                                : NONE;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (tenure->office != reading->office && !may_be_namesake(book, tenure, reading) &&
            tenure_covers_firmly(tenure, reading->when, reading->grace) &&
            excluded_by(book, tenure->office, reading->office, place))
            return true;
    }
    return false;
}

static bool is_dead(const Book *book, const Reading *reading)
{
    Date died = person_at(book, reading->person)->died;
    return date_known(died) && died.last + reading->grace < reading->when.first;
}

/* --- verdicts --- */

static void decide(Reading *reading, VerdictKind verdict, View reason)
{
    reading->verdict = verdict;
    reading->reason = reason;
}

static void support(Reading *reading, uint32_t tenure, View how)
{
    reading->by = tenure;
    reading->dated = true;
    decide(reading, VERDICT_SUPPORTED, how);
}

static char *put(char *to, View text)
{
    memcpy(to, text.at, text.len);
    return to + text.len;
}

/* "in office from 21 January 2025", "held it 3 May 2001 to 4 March 2005": nearly every claim that
 * is supported shows one, so that no printf is asked. */
View reading_reason(Arena *arena, const Book *book, const Reading *reading)
{
    if (!reading->dated)
        return reading->reason;
    const Tenure *tenure = tenure_at(book, reading->by);
    View doubt = VIEW(", by an unconfirmed record");
    size_t most = reading->reason.len + 2 * DATE_WORDS_MOST + doubt.len + VIEW(" from  to ").len;
    char *text = arena_room(arena, most, 1), *to = put(text, reading->reason);
    to = put(to, is_open(tenure) ? VIEW(" from ") : VIEW(" "));
    to += date_put_words(to, tenure->from, reading->dates);
    if (!is_open(tenure)) {
        to = put(to, VIEW(" to "));
        to += date_put_words(to, tenure->to, reading->dates);
    }
    if (tenure->flags & TENURE_UNCONFIRMED)
        to = put(to, doubt);
    arena_return(arena, to, (size_t)(text + most - to));
    return (View){text, (size_t)(to - text)};
}

static bool book_speaks(const Reading *reading)
{
    return reading->facts.value[FACT_BOOK] != BOOK_OPEN;
}

/* Whether the bearer of a surname holds a national office at that time: this very one, or, where
 * the claim says a place, or his country has none of the kind, another. */
static bool is_talk_of_the_day(const Book *book, const Claim *claim, const Reading *reading)
{
    bool lacking = reading->office == NONE && book_speaks(reading);
    bool another = lacking || (claim->places.count && claim->people.count == 1);
    uint32_t tenure = reading->on != NONE ? reading->on : another ? reading->held : NONE;
    if (tenure == NONE ||
        !tenure_covers_firmly(tenure_at(book, tenure), reading->when, reading->grace))
        return false;
    const Office *office = office_at(book, tenure_office(book, tenure));
    return office->seats == 1 && is_country(book, office->place);
}

/* "Former Senator Gillibrand" of the only one of that name in the book, who holds it that day. */
static bool is_sole_bearer(const Book *book, const Claim *claim, const Reading *reading)
{
    return claim->status == STATUS_FORMER && claim->people.count == 1 &&
           claim->bearers.count <= 1 && reading->on != NONE &&
           tenure_covers_firmly(tenure_at(book, reading->on), reading->when, reading->grace);
}

/* Whether a claim may be contradicted at all, however it looks. The book knows some bearers of a
 * surname and never all: one that was not introduced must have held this very office, and be said
 * to hold it ("Rutte, the Dutch prime minister"), not be labelled with it in passing. */
bool reading_may_contradict(const Book *book, const Claim *claim, const Reading *reading)
{
    /* "Former Queen Elizabeth II", "former Secretary Mayorkas": loose, but meaning.c found the one
     * office that is meant. */
    bool found =
        reading->on != NONE && (is_crown(book, reading->office) || claim->status == STATUS_FORMER);
    if ((claim->flags & CLAIM_LOOSE && !found) ||
        claim->flags & (CLAIM_OTHER_BODY | CLAIM_NAMESAKE | CLAIM_NOMINAL | CLAIM_SUPPOSED))
        return false;
    if (!(claim->flags & CLAIM_NEW_SURNAME))
        return true;
    if (is_talk_of_the_day(book, claim, reading) || is_sole_bearer(book, claim, reading))
        return true;
    return claim->places.count && !(claim->flags & CLAIM_LABEL) &&
           (reading->before != NONE || reading->after != NONE);
}

static View no_contradiction(const Claim *claim)
{
    if (claim->flags & CLAIM_OTHER_BODY)
        return VIEW("the book does not hold this post");
    if (claim->flags & CLAIM_LOOSE)
        return VIEW("the title is too loose to be judged");
    if (claim->flags & CLAIM_SUPPOSED)
        return VIEW("told of what may come, or is denied");
    return VIEW("the name can mean somebody whom the book does not know");
}

/* "A statue of U.S. President Abraham Lincoln"; a college's President Andrew Johnson. */
static bool is_history(const Book *book, const Reading *reading)
{
    Date born = person_at(book, reading->person)->born;
    return date_known(born) && reading->when.first - born.last > HISTORY_YEARS * 365;
}

/* One of the many seats of a chamber. */
static bool is_seat(const Book *book, const Reading *reading)
{
    return reading->office != NONE && office_at(book, reading->office)->seats != 1;
}

/* The dead are named by the title that they bore ("the killing of Prime Minister Abe"), and for
 * some weeks also said to bear it. */
static bool is_label_of_dead(const Book *book, const Claim *claim, const Reading *reading)
{
    Date died = person_at(book, reading->person)->died;
    if (!date_known(died) || died.first > reading->when.last)
        return false;
    bool bare = !claim->places.count || is_seat(book, reading);
    return (claim->flags & CLAIM_LABEL && bare) || reading->when.first <= died.last + MOURNING_DAYS;
}

/* A king's or pope's title is part of his name; others are kept bare, where the country does so,
 * or with its name in front for a seat ("U.S. Senator"). */
static bool keeps_title(const Book *book, const Claim *claim, const Reading *reading)
{
    uint32_t place = office_place(book, reading->office);
    return is_crown(book, reading->office) || (place_at(book, place)->flags & PLACE_KEEPS_TITLES &&
                                               (!claim->places.count || is_seat(book, reading)));
}

/* Whether all that the book knows of a person's offices in countries is of others than that of a
 * place. */
static bool is_foreign(const Book *book, uint32_t person, uint32_t place)
{
    bool foreign = false;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        uint32_t other = office_place(book, tenure_office(book, index));
        if (other == place || place_at(book, other)->parent == place ||
            other == place_at(book, place)->parent)
            return false;
        foreign |= is_country(book, other);
    }
    return foreign;
}

/* Whether the person once held an office that the title can mean in loose speech: the French
 * finance minister is called economy minister, too, and so was another beside him. */
static bool held_loosely(const Book *book, const Claim *claim, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (index_list_has(claim->loose, tenure->office) &&
            ended_by(tenure, reading->when, reading->grace))
            return true;
    }
    return false;
}

/* "It was set up by Education Secretary Charles Clarke", who is in no office now, and had a life
 * before the book's first holder of this one: nothing says of when that is told. Nor of who had the
 * like of it before. */
static bool is_of_no_time(const Book *book, const Claim *claim, const Reading *reading)
{
    bool abroad = reading->office == NONE
                      ? !is_dead(book, reading)
                      : is_foreign(book, reading->person, office_place(book, reading->office));
    if (abroad || claim->flags & CLAIM_ANCHORED || reading->before != NONE ||
        reading->after != NONE || reading->facts.value[FACT_ELSEWHERE] != ELSEWHERE_NO)
        return false;
    if (held_loosely(book, claim, reading))
        return true;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_at(book, tenure->office)->seats == 1 &&
            tenure_covers(tenure, reading->when, reading->grace))
            return false;
    }
    return true;
}

/* Whether it may be true of a time before the book begins: where an earlier time will do, or the
 * title may be a courtesy; and a seat may be that of another bearer of the surname. */
static bool may_be_older(const Book *book, const Claim *claim, const Reading *reading, bool kept)
{
    bool for_life = reading->facts.value[FACT_BOOK] == BOOK_CLOSED_FOR_LIFE;
    if (!for_life && (claim->flags & CLAIM_PAST || is_of_no_time(book, claim, reading)))
        return true;
    if (reading->before != NONE || reading->after != NONE ||
        reading->facts.value[FACT_RECORD] == RECORD_EXCLUDES)
        return false;
    return is_seat(book, reading) ? !for_life || claim->flags & CLAIM_SURNAME : kept && !for_life;
}

bool held_predecessor(const Book *book, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; reading->office != NONE && i < tenures.count; i++)
        if (book_took_over(book, reading->office,
                           tenure_office(book, book->person_tenures[tenures.first + i])))
            return true;
    return false;
}

/* Who led one country leads no other, at whatever time. */
static bool leads_elsewhere(const Book *book, const Claim *claim, const Reading *reading)
{
    return claim->places.count == 1 && reading->facts.value[FACT_ELSEWHERE] != ELSEWHERE_NO &&
           reading->office != NONE && is_country(book, office_place(book, reading->office)) &&
           office_leads(book, reading->office) && !held_predecessor(book, reading);
}

/* Whether all that the person held has been over for some time, and none of it was to lead a
 * country. */
static bool is_retired(const Book *book, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_leads(book, tenure->office) ||
            office_is_kind(book, tenure->office, VIEW("vice-president")) ||
            (!ended_by(tenure, reading->when, -LATELY_DAYS) &&
             !office_is_of_body(book, tenure->office)))
            return false;
    }
    return true;
}

/* Whether somebody who holds nothing of the nation's on those days has, then, before or after, a
 * seat or an office of a state: his career is one in which a state's offices come. */
static bool is_of_states(const Book *book, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    bool of_states = reading->after != NONE;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        bool state = place_at(book, office_place(book, tenure->office))->kind == PLACE_STATE;
        if (!state && !(tenure->flags & TENURE_UNCONFIRMED) &&
            tenure_covers(tenure, reading->when, reading->grace))
            return false;
        of_states |= state || office_is_kind(book, tenure->office, VIEW("senator")) ||
                     office_is_kind(book, tenure->office, VIEW("representative"));
    }
    return of_states;
}

/* Whether states of the office's country have the title as well ("Attorney General Josh Hawley"):
 * all their chambers have speakers and leaders. */
static bool is_states_title(const Book *book, const Claim *claim, const Reading *reading)
{
    uint32_t country = office_place(book, reading->office);
    if (office_is_kind(book, reading->office, VIEW("leadership")))
        return true;
    for (uint32_t i = 0; i < claim->offices.count; i++) {
        const Place *place = place_at(book, office_place(book, claim->offices.items[i]));
        if (place->kind == PLACE_STATE && place->parent == country)
            return true;
    }
    return false;
}

/* Whether the article speaks of a state of this country. */
static bool implies_state(const Book *book, const Claim *claim, uint32_t country)
{
    for (uint32_t i = 0; i < claim->implied.count; i++) {
        const Place *place = place_at(book, claim->implied.items[i]);
        if (place->kind == PLACE_STATE && place->parent == country)
            return true;
    }
    return false;
}

/* Whether a person is known, by those days, from an office of some nation that the book knows well.
 */
static bool is_risen(const Book *book, const Reading *reading)
{
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (place_at(book, office_place(book, tenure->office))->kind != PLACE_STATE &&
            book_knows_whole(book, tenure->office) &&
            began_by(tenure, reading->when, reading->grace))
            return true;
    }
    return false;
}

/* "Health Secretary Rachel Levine" in news of Pennsylvania: states have most of the nation's
 * ministers, and those who rise from there are not known before. */
static bool may_be_of_state(const Book *book, const Claim *claim, const Reading *reading)
{
    static const char *const national[] = {"foreign", "defence", "vice-president", "monarch",
                                           "leadership"};
    uint32_t country = office_place(book, reading->office);
    for (size_t i = 0; i < sizeof national / sizeof *national; i++)
        if (office_is_kind(book, reading->office, view_of(national[i])))
            return false;
    return !office_leads(book, reading->office) && implies_state(book, claim, country) &&
           !is_risen(book, reading) && !is_foreign(book, reading->person, country);
}

/* "President Margaret Spellings" of a university, "Attorney General Josh Hawley" of Missouri: where
 * no place is said, a body or a state is meant as well. */
static bool may_be_elsewhere(const Book *book, const Claim *claim, const Reading *reading)
{
    if (claim->places.count || reading->office == NONE || reading->before != NONE ||
        is_seat(book, reading))
        return false;
    if (office_is_kind(book, reading->office, VIEW("president")))
        return claim->status != STATUS_ELECT && !(claim->flags & CLAIM_LISTED) &&
               is_retired(book, reading);
    /* "Peter Beattie was premier": of Queensland. */
    bool premier = office_leads(book, reading->office) &&
                   implies_state(book, claim, office_place(book, reading->office));
    return ((premier || is_of_states(book, reading)) && is_states_title(book, claim, reading)) ||
           may_be_of_state(book, claim, reading);
}

static bool takes_office_soon(const Book *book, const Reading *reading)
{
    return reading->after != NONE &&
           tenure_at(book, reading->after)->from.first <= reading->when.last + ELECT_DAYS;
}

/* Whoever stands in for a head of government who is away acts as one, be it for a day; and who is
 * to hold an office in full may act before, which few lists tell. */
static bool may_stand_in(const Book *book, const Claim *claim, const Reading *reading)
{
    if (claim->status != STATUS_ACTING || reading->office == NONE)
        return false;
    if (takes_office_soon(book, reading))
        return true;
    if (!office_leads(book, reading->office))
        return false;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_place(book, tenure->office) == office_place(book, reading->office) &&
            !office_leads(book, tenure->office) &&
            tenure_covers(tenure, reading->when, reading->grace))
            return true;
    }
    return false;
}

bool is_minister(const Book *book, uint32_t office)
{
    View title = book_title(book, office, DATE_NONE);
    return view_starts(title, VIEW("Minister")) || view_ends(title, VIEW("Minister"));
}

/* Who has resigned stays for some days, until another is sworn in, and hands over to him. */
static bool may_stay_on(const Book *book, const Reading *reading)
{
    if (reading->before == NONE || office_at(book, reading->office)->seats != 1)
        return false;
    Day left = tenure_at(book, reading->before)->to.last;
    const Tenure *next = reading->holder == NONE ? NULL : tenure_at(book, reading->holder);
    bool waits = !next || (next->from.first > left &&
                           next->from.last + reading->grace >= reading->when.last);
    return waits && left + STAYING_DAYS >= reading->when.last;
}

/* "Thailand's acting prime minister is also interior minister": who leads a government may take any
 * portfolio at home, of which a book that ends before does not tell. */
static bool may_take_portfolio(const Book *book, const Claim *claim, const Reading *reading)
{
    if (claim->places.count || reading->office == NONE || office_leads(book, reading->office) ||
        reading->facts.value[FACT_BOOK] <= BOOK_CLOSED_THEN)
        return false;
    Range tenures = person_at(book, reading->person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_is_kind(book, tenure->office, VIEW("head-of-government")) &&
            office_place(book, tenure->office) == office_place(book, reading->office) &&
            tenure_covers(tenure, reading->when, reading->grace))
            return true;
    }
    return false;
}

static void judge_current(Arena *arena, const Book *book, const Claim *claim, Reading *reading)
{
    const uint8_t *facts = reading->facts.value;
    bool stale = reading->on != NONE &&
                 is_stale(tenure_at(book, reading->on), reading->when, reading->grace);
    if (facts[FACT_HELD_ON] == HELD_YES || (reading->on != NONE && !stale)) {
        support(reading, reading->on, VIEW("in office"));
        return;
    }
    uint32_t place = reading->office == NONE ? NONE : office_place(book, reading->office);
    bool history = is_history(book, reading);
    bool past_will_do = history || is_label_of_dead(book, claim, reading) ||
                        claim->flags & (CLAIM_PAST | CLAIM_NOMINAL);
    bool kept = claim->flags & CLAIM_COURTESY && place != NONE && keeps_title(book, claim, reading);
    if (reading->on != NONE)
        decide(reading, VERDICT_UNVERIFIABLE,
               view_format(arena, "the book last saw the holder on %.*s",
                           VIEW_ARG(date_words(arena, tenure_at(book, reading->on)->as_of,
                                               reading->dates))));
    else if (reading->before != NONE && past_will_do)
        support(reading, reading->before, VIEW("held it"));
    else if (reading->before != NONE && kept && !is_busy(book, claim, reading))
        support(reading, reading->before, VIEW("title kept by courtesy, held"));
    else if (claim->flags & CLAIM_SOON && reading->before != NONE)
        support(reading, reading->before, VIEW("held it"));
    else if (claim->flags & CLAIM_SOON && takes_office_soon(book, reading))
        support(reading, reading->after, VIEW("takes office"));
    else if (claim->flags & CLAIM_SOON)
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("who is to take an office may never do so"));
    else if (!reading_may_contradict(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, no_contradiction(claim));
    else if (claim->flags & CLAIM_WOULD && takes_office_soon(book, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("told of what may come"));
    else if (may_be_elsewhere(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("a body or a state may have such an office"));
    else if (may_stand_in(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("may stand in for the holder"));
    else if (facts[FACT_RECORD] == RECORD_ALLOWS && may_stay_on(book, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("may stay on until another is in office"));
    else if (may_take_portfolio(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("whoever leads a government may take it"));
    else if (history)
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the person known by this name is of history"));
    else if (is_before_life(book, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the person known by this name was no adult"));
    else if (claim->flags & CLAIM_PAST && reading->after == NONE &&
             leads_elsewhere(book, claim, reading))
        decide(reading, VERDICT_CONTRADICTED, VIEW("held the office of another place only"));
    else if (may_be_older(book, claim, reading, kept))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the book does not know all earlier holders"));
    else if (facts[FACT_RECORD] == RECORD_EXCLUDES)
        decide(reading, VERDICT_CONTRADICTED, VIEW("the person's own record rules it out"));
    else if (reading->office == NONE && !book_speaks(reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the book holds no such office"));
    else if (reading->office == NONE)
        decide(reading, VERDICT_CONTRADICTED, VIEW("there is no such office there"));
    else if (!book_speaks(reading))
        decide(reading, VERDICT_UNVERIFIABLE,
               VIEW("the book does not know all holders at that time"));
    else
        decide(reading, VERDICT_CONTRADICTED, VIEW("not among the holders at that time"));
}

/* Whether it is called over ("former") what lasts. "Who served as", "then-" tell of a time that may
 * be in the tenure's middle. News knows first who has left: past the last day for which the book
 * vouches it says nothing. */
static bool is_called_over(const Book *book, const Claim *claim, const Reading *reading)
{
    if (reading->on == NONE || !claim->status_span.len || claim->flags & CLAIM_THEN)
        return false;
    const Tenure *tenure = tenure_at(book, reading->on);
    return tenure_covers_firmly(tenure, reading->when, reading->grace) &&
           (!is_open(tenure) || reading->when.last <= tenure->as_of.last);
}

/* An office of a state whose holders the book does not know whole: who is known in the nation's may
 * well have held it ("a former Florida attorney general"). */
static bool is_little_known(const Book *book, const Reading *reading)
{
    return reading->office != NONE && !is_country(book, office_place(book, reading->office)) &&
           !book_knows_whole(book, reading->office);
}

static void judge_former(const Book *book, const Claim *claim, Reading *reading)
{
    const uint8_t *facts = reading->facts.value;
    bool called_over = is_called_over(book, claim, reading);
    if (called_over && claim->flags & CLAIM_LATE)
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("whether the person is dead is another claim"));
    else if (called_over && reading_may_contradict(book, claim, reading))
        decide(reading, VERDICT_CONTRADICTED, VIEW("still in office"));
    else if (reading->before != NONE)
        support(reading, reading->before, VIEW("held it"));
    else if (reading->on != NONE && (!claim->status_span.len || claim->flags & CLAIM_THEN))
        support(reading, reading->on, VIEW("in office"));
    else if (!reading_may_contradict(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, no_contradiction(claim));
    else if (may_be_elsewhere(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("a body or a state may have such an office"));
    else if (!claim->places.count && is_seat(book, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("a state may have such a seat as well"));
    else if (held_predecessor(book, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("held an office that this one took over from"));
    else if (facts[FACT_ELSEWHERE] != ELSEWHERE_NO && claim->places.count &&
             !is_little_known(book, reading))
        decide(reading, VERDICT_CONTRADICTED, VIEW("held the office of another place only"));
    else if (facts[FACT_BOOK] == BOOK_CLOSED_FOR_LIFE && facts[FACT_HELD_ON] == HELD_NO)
        decide(reading, VERDICT_CONTRADICTED, VIEW("not among the holders up to that time"));
    else
        decide(reading, VERDICT_UNVERIFIABLE,
               VIEW("the book does not know all holders up to that time"));
}

/* On the day of the oath the paper of the morning has a president-elect. */
static bool took_office_now(const Book *book, const Reading *reading)
{
    return tenure_at(book, reading->on)->from.last + reading->grace >= reading->when.first;
}

static void judge_elect(const Book *book, const Claim *claim, Reading *reading)
{
    if (takes_office_soon(book, reading))
        support(reading, reading->after, VIEW("takes office"));
    else if (reading->on != NONE && took_office_now(book, reading))
        support(reading, reading->on, VIEW("takes office"));
    else if (claim->flags & CLAIM_SOON && reading->on != NONE)
        support(reading, reading->on, VIEW("in office"));
    else if (!reading_may_contradict(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, no_contradiction(claim));
    else if (may_be_elsewhere(book, claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("a body or a state may have such an office"));
    else if (reading->on == NONE && reading->office != NONE && book_speaks(reading))
        decide(reading, VERDICT_CONTRADICTED, VIEW("did not take office within a year"));
    else
        decide(reading, VERDICT_UNVERIFIABLE,
               VIEW("the book does not know all holders of the year after"));
}

static bool are_near_words(View a, View b)
{
    enum { LEAST = 4, MOST = 2 }; /* bytes of a word, changes of it */
    return a.len >= LEAST && b.len >= LEAST && near_distance(a, b) <= MOST;
}

bool may_be_same_name(View said, View known)
{
    Phrase one, other;
    if (!phrase_read(said, &one) || !phrase_read(known, &other) || phrase_shares_word(&one, &other))
        return true;
    return are_near_words(last_word(said), last_word(known)) &&
           are_near_words(first_word(said), first_word(known));
}

/* Whoever holds the office at the time, give or take the days of grace, and may be the one who is
 * said to; NONE. About a change of office it may be either, and news writes of the one to come. */
static uint32_t near_holder(const Book *book, const Claim *claim, const Reading *reading)
{
    Range tenures = office_at(book, reading->office)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, tenures.first + i);
        if (tenure->person == NONE || !tenure_covers(tenure, reading->when, reading->grace))
            continue;
        if (may_be_same_name(claim->person_name,
                             book_text(book, person_at(book, tenure->person)->name)))
            return tenures.first + i;
    }
    return NONE;
}

/* Whether a stranger may be a holder from before those whom the book knows: "the plan of German
 * Foreign Minister Joschka Fischer". */
static bool may_be_of_old(const Claim *claim, const Reading *reading)
{
    return !(claim->flags & CLAIM_ANCHORED) &&
           reading->when.first - reading->closed_from < MEMORY_YEARS * 365;
}

/* "The school board president, Maria Gonzalez": clubs, unions and colleges have presidents and vice
 * presidents, chancellors, speakers and treasurers too. */
static bool may_be_of_any_body(const Book *book, const Claim *claim, const Reading *reading)
{
    return !claim->place_span.len &&
           (office_is_kind(book, reading->office, VIEW("vice-president")) ||
            (claim->flags & CLAIM_BARE &&
             !office_is_kind(book, reading->office, VIEW("head-of-government"))));
}

/* A name that the book does not know, beside an office whose holder it does. Past the last day for
 * which it knows all of them, the name is that of a new one. */
static void judge_stranger(const Book *book, const Claim *claim, Reading *reading)
{
    uint8_t closed = reading->facts.value[FACT_BOOK];
    uint32_t near = reading->holder == NONE ? NONE : near_holder(book, claim, reading);
    if (near != NONE) {
        reading->holder = near;
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the name is near to that of the holder"));
    } else if (reading->office == NONE || claim->status != STATUS_CURRENT ||
               !reading_may_contradict(book, claim, reading) ||
               claim->flags & (CLAIM_SURNAME | CLAIM_UNSURE_NAME | CLAIM_HEADLINE | CLAIM_PAST |
                               CLAIM_SOON | CLAIM_WOULD) ||
               closed > BOOK_CLOSED_THEN || reading->holder == NONE ||
               may_be_of_any_body(book, claim, reading) || may_be_of_old(claim, reading))
        decide(reading, VERDICT_UNVERIFIABLE, VIEW("the book knows nobody of this name"));
    else
        decide(reading, VERDICT_CONTRADICTED, VIEW("the office was held by another"));
}

static uint8_t status_value(Status status)
{
    switch (status) {
    case STATUS_FORMER:
        return STATUS_VALUE_FORMER;
    case STATUS_ACTING:
        return STATUS_VALUE_ACTING;
    case STATUS_ELECT:
        return STATUS_VALUE_ELECT;
    case STATUS_CURRENT:
    case STATUS_CANDIDATE:
    case STATUS_DEPUTY:
    case STATUS_OTHER:
    case STATUS_COUNT:
        break;
    }
    return STATUS_VALUE_CURRENT;
}

/* Whether the passage tells of the article's days, or of a date. By its place in the sentence alone
 * it does so only of those who left lately: "Helmut Kohl, the German chancellor, wanted it" is of
 * his own days. */
static bool is_timed(const Book *book, const Claim *claim, const Reading *reading)
{
    /* "Nicolas Sarkozy, the French president, is all outbursts": reviews tell of old days in the
     * present, and nobody takes him for the president. */
    if (reading->before != NONE && claim->flags & CLAIM_PRESENT && !claim->beside.count &&
        tenure_at(book, reading->before)->to.last + OUTLIVED_YEARS * 365 < reading->when.first)
        return false;
    if (claim->flags & CLAIM_ANCHORED)
        return true;
    return claim->flags & CLAIM_OPENS && reading->before != NONE &&
           tenure_at(book, reading->before)->to.last + LATELY_DAYS >= reading->when.first;
}

static void find_facts(const Book *book, const Claim *claim, Reading *reading)
{
    uint8_t *facts = reading->facts.value;
    bool known = reading->person != NONE;
    facts[FACT_STATUS] = status_value(claim->status);
    facts[FACT_PERSON] = known ? PERSON_KNOWN : PERSON_UNKNOWN;
    facts[FACT_HELD_BEFORE] = facts[FACT_HELD_ON] = facts[FACT_HELD_AFTER] = HELD_NO;
    facts[FACT_OTHER_HOLDER] = OTHER_NO;
    facts[FACT_ELSEWHERE] = ELSEWHERE_NO;
    facts[FACT_PLACE] = claim->places.count ? PLACE_SAID : PLACE_UNSAID;
    facts[FACT_BOOK] = BOOK_OPEN;
    facts[FACT_QUOTED] = claim->flags & CLAIM_QUOTED ? FLAG_YES : FLAG_NO;
    facts[FACT_NOMINAL] = claim->flags & CLAIM_NOMINAL ? FLAG_YES : FLAG_NO;
    if (reading->office != NONE) {
        if (known)
            find_held(book, reading);
        find_holder(book, reading);
        find_book(book, claim, reading);
    }
    facts[FACT_ANCHOR] = is_timed(book, claim, reading) ? FLAG_YES : FLAG_NO;
    if (known && reading->office == NONE && is_lacking(book, claim, reading))
        facts[FACT_BOOK] = BOOK_CLOSED_FOR_LIFE;
    if (known) {
        find_elsewhere(book, claim, reading);
        facts[FACT_RECORD] = is_dead(book, reading) || is_busy(book, claim, reading)
                                 ? RECORD_EXCLUDES
                                 : RECORD_ALLOWS;
    }
}

Reading reading_new(uint32_t person, uint32_t office, Date when)
{
    return (Reading){.person = person,
                     .office = office,
                     .when = when,
                     .book = BOOK_CLOSED_THEN,
                     .by = NONE,
                     .before = NONE,
                     .on = NONE,
                     .after = NONE,
                     .holder = NONE,
                     .held = NONE,
                     .closed_from = DAY_NONE,
                     .closed_until = DAY_NONE};
}

Reading reading_judge(Arena *arena, const Book *book, const Claim *claim, uint32_t person,
                      uint32_t office, Date when, const Policy *policy)
{
    Reading reading = reading_new(person, office, when);
    reading.grace = policy->grace;
    reading.dates = policy->dates;
    assert(date_known(when));
    find_facts(book, claim, &reading);
    if (person == NONE) {
        judge_stranger(book, claim, &reading);
        return reading;
    }
    switch (claim->status) {
    case STATUS_CURRENT:
    case STATUS_ACTING:
        judge_current(arena, book, claim, &reading);
        break;
    case STATUS_FORMER:
        judge_former(book, claim, &reading);
        break;
    case STATUS_ELECT:
        judge_elect(book, claim, &reading);
        break;
    case STATUS_CANDIDATE:
    case STATUS_DEPUTY:
    case STATUS_OTHER:
    case STATUS_COUNT:
        decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the book does not hold this post"));
        break;
    }
    return reading;
}
