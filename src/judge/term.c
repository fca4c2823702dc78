/* Claims of kinds tenure, ordinal and succession: "president since 2017", "the 46th president",
 * "succeeded Angela Merkel as chancellor". What the book knows of the holders of the office is held
 * against it. Tests: the examples in rules/checks/tenure. */
#include "base/limits.h"
#include "judge/subject.h"

enum { FACT_TERM_QUOTED, TERM_FACTS };

static const Fact facts[] = {
    [FACT_TERM_QUOTED] = {"quoted", "the passage stands in quotation marks", fact_no_yes},
    [TERM_FACTS] = {0},
};

enum {
    REELECTED_DAYS = 60, /* between two terms that are one tenure */
    EARLY_DAYS = 100,    /* an office is counted from the election or the naming on */
    LEAVING_DAYS = 200,  /* who announces that he will go is said to have gone */
    LATE_DAYS = 31,
    HANDOVER_DAYS = 400 /* who left so long before is still said to have been followed */
};

/* One stay in an office, of one or several tenures in the book. */
typedef struct Stay {
    uint32_t office;
    uint32_t first; /* tenure of the book */
    uint32_t last;
    bool sure; /* all of them confirmed to the day */
} Stay;

typedef struct Stays {
    Stay *items;
    uint32_t count;
    uint32_t capacity;
} Stays;

static bool is_meant(const Book *book, const Claim *claim, const Tenure *tenure)
{
    bool titled = offices_have(book, claim->offices, tenure->office) ||
                  offices_have(book, claim->loose, tenure->office);
    return titled && (claim_allows_place(book, claim, office_place(book, tenure->office)) ||
                      (tenure->state != NONE && claim_allows_place(book, claim, tenure->state)));
}

/* The person's stays in the offices that the claim can mean, in order of time. */
static Stays find_stays(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    Stays stays = {0};
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        if (!is_meant(book, claim, tenure))
            continue;
        bool sure = !(tenure->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED));
        Stay *before = stays.count ? &stays.items[stays.count - 1] : NULL;
        const Tenure *end = before ? tenure_at(book, before->last) : NULL;
        if (before && before->office == tenure->office && date_known(end->to) &&
            tenure->from.first <= end->to.last + REELECTED_DAYS) {
            before->last = index;
            before->sure &= sure;
        } else {
            *arena_push(bench->arena, &stays) = (Stay){tenure->office, index, index, sure};
        }
    }
    return stays;
}

static bool may_contradict(const Claim *claim)
{
    return claim->people.count == 1 &&
           !(claim->flags & (CLAIM_NAMESAKE | CLAIM_NEW_SURNAME | CLAIM_LOOSE | CLAIM_OTHER_BODY));
}

static Reading term_reading(const Bench *bench, const Claim *claim, uint32_t person)
{
    Reading reading = reading_new(person, NONE, bench->document->date);
    reading.book = BOOK_CLOSED_THEN;
    reading.facts.value[FACT_TERM_QUOTED] = claim->flags & CLAIM_QUOTED ? FLAG_YES : FLAG_NO;
    reading.reason = VIEW("the book does not know the person in this office");
    return reading;
}

static void decide(Reading *reading, VerdictKind verdict, View reason)
{
    reading->verdict = verdict;
    reading->reason = reason;
}

/* --- tenure --- */

/* Whether a date as said can be that of a change in the book: to the year, or with the weeks
 * between an election and an oath. */
static bool is_same_time(Date said, Date known, Day early)
{
    return said.first - LATE_DAYS <= known.last && known.first <= said.last + early;
}

/* "Takes over in December", read in November: what is to come was taken for the last one. */
static bool is_to_come(const Bench *bench, const Claim *claim, const Tenure *tenure)
{
    return tenure->from.first > bench->document->date.last &&
           is_same_time(claim->said_from, date_year_before(tenure->from), 0);
}

static bool starts_then(const Bench *bench, const Claim *claim, uint32_t person, uint32_t *by)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        *by = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, *by);
        if (is_meant(book, claim, tenure) &&
            (is_same_time(claim->said_from, tenure->from, EARLY_DAYS) ||
             is_to_come(bench, claim, tenure)))
            return true;
    }
    return false;
}

static bool ends_then(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (is_meant(book, claim, tenure) && date_known(tenure->to) &&
            is_same_time(claim->said_to, tenure->to, LEAVING_DAYS))
            return true;
    }
    return false;
}

/* The stay that the passage can only mean: the one in which the person is, or the only one there
 * is. */
static const Stay *stay_meant(const Bench *bench, const Claim *claim, const Stays *stays)
{
    const Stay *last = stays->count ? &stays->items[stays->count - 1] : NULL;
    if (!last || !claim->lasts)
        return stays->count == 1 ? last : NULL;
    const Tenure *tenure = tenure_at(bench->book, last->last);
    Day day = bench->document->date.first;
    bool lasts = !date_known(tenure->to) || tenure->to.last >= day;
    return lasts && tenure->from.last <= day && tenure->as_of.last + STALE_AFTER_DAYS >= day ? last
                                                                                             : NULL;
}

/* No earlier stay that the book does not know: said to begin later than it is known to have begun,
 * or the holders of all the time between are known. */
static bool is_closed(const Bench *bench, const Claim *claim, const Stay *stay)
{
    Date from = tenure_at(bench->book, stay->first)->from;
    if (claim->lasts && claim->said_from.first > from.last)
        return true;
    bool earlier = date_known(claim->said_from) && claim->said_from.first < from.first &&
                   !is_same_time(claim->said_from, from, EARLY_DAYS);
    Day first = earlier ? claim->said_from.first : from.first;
    Day last = date_known(claim->said_to)     ? claim->said_to.last
               : date_known(claim->said_from) ? claim->said_from.last
                                              : from.last;
    if (last < from.last)
        last = from.last;
    return book_complete(bench->book, stay->office, first, last) != NULL;
}

static View stay_words(const Bench *bench, const Stay *stay)
{
    Date from = tenure_at(bench->book, stay->first)->from;
    const Tenure *last = tenure_at(bench->book, stay->last);
    View begins = date_words(bench->arena, from, bench->policy->dates);
    if (!date_known(last->to) || last->flags & TENURE_PLANNED_END)
        return view_format(bench->arena, "since %.*s", VIEW_ARG(begins));
    return view_format(bench->arena, "from %.*s to %.*s", VIEW_ARG(begins),
                       VIEW_ARG(date_words(bench->arena, last->to, bench->policy->dates)));
}

static void read_tenure(const Bench *bench, const Claim *claim, Readings *out)
{
    for (uint32_t i = 0; date_known(bench->document->date) && i < claim->people.count; i++) {
        uint32_t person = claim->people.items[i], by = NONE;
        Reading reading = term_reading(bench, claim, person);
        Stays stays = find_stays(bench, claim, person);
        const Stay *stay = stay_meant(bench, claim, &stays);
        bool begins = stays.count &&
                      (!date_known(claim->said_from) || starts_then(bench, claim, person, &by));
        bool ends = !date_known(claim->said_to) || ends_then(bench, claim, person);
        if (begins && ends) {
            decide(&reading, VERDICT_SUPPORTED, VIEW("so the book has it"));
            reading.by = date_known(claim->said_from) ? by : stays.items[0].first;
        } else if (stay && !may_contradict(claim)) {
            decide(&reading, VERDICT_UNVERIFIABLE,
                   VIEW("the name or the title can mean something else"));
        } else if (stay && stay->sure && is_closed(bench, claim, stay)) {
            decide(&reading, VERDICT_CONTRADICTED, VIEW("the book has other dates"));
            reading.office = stay->office;
            reading.held = stay->first;
            reading.known = stay_words(bench, stay);
        } else if (stays.count) {
            decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the book's dates are not certain"));
        }
        *arena_push(bench->arena, out) = reading;
    }
}

/* --- length --- */

static uint32_t term_years(const Bench *bench, uint32_t office)
{
    View id = book_text(bench->book, office_at(bench->book, office)->id);
    for (uint32_t i = 0; i < bench->grammar->term_count; i++)
        if (view_equal(id, bench->grammar->terms[i].office))
            return bench->grammar->terms[i].years;
    return 0;
}

/* Days in an office, all stays together, up to a day. */
static Day days_served(const Bench *bench, const Stays *stays, uint32_t office, Day until)
{
    Day days = 0;
    for (uint32_t i = 0; i < stays->count; i++) {
        const Stay *stay = &stays->items[i];
        Day from = tenure_at(bench->book, stay->first)->from.first;
        Date to = tenure_at(bench->book, stay->last)->to;
        Day end = date_known(to) && to.last < until ? to.last : until;
        if (stay->office == office && from < end)
            days += end - from;
    }
    return days;
}

/* Terms are elections, and somebody may have filled in for a part of one: a year is forgiven. */
static void read_length(const Bench *bench, const Claim *claim, Readings *out)
{
    enum { YEAR = 365 };
    Date day = bench->document->date;
    for (uint32_t i = 0; date_known(day) && i < claim->people.count; i++) {
        Reading reading = term_reading(bench, claim, claim->people.items[i]);
        Stays stays = find_stays(bench, claim, claim->people.items[i]);
        const Stay *stay = stays.count ? &stays.items[stays.count - 1] : NULL;
        uint32_t years = stay ? term_years(bench, stay->office) : 0;
        Day served = stay ? days_served(bench, &stays, stay->office, day.last) : 0;
        Day term = (Day)years * YEAR;
        if (years && stay->sure) {
            bool fits =
                served <= claim->value * term + YEAR && served >= (claim->value - 1) * term - YEAR;
            decide(&reading,
                   fits                    ? VERDICT_SUPPORTED
                   : may_contradict(claim) ? VERDICT_CONTRADICTED
                                           : VERDICT_UNVERIFIABLE,
                   fits ? VIEW("so long has the book it") : VIEW("the book has another length"));
            reading.office = stay->office;
            reading.held = stay->first;
            reading.by = fits ? stay->first : NONE;
            reading.known = view_format(bench->arena, "%d year%s", (int)(served / YEAR),
                                        served / YEAR == 1 ? "" : "s");
        } else if (stay) {
            reading.reason = VIEW("the book does not know how long a term of the office is");
        }
        *arena_push(bench->arena, out) = reading;
    }
}

/* --- ordinal --- */

static bool is_counted(const Bench *bench, uint32_t office)
{
    View id = book_text(bench->book, office_at(bench->book, office)->id);
    for (uint32_t i = 0; i < bench->grammar->counted_count; i++)
        if (view_equal(id, bench->grammar->counted[i]))
            return true;
    return false;
}

/* "46th" */
static View ordinal_words(Arena *arena, int32_t number)
{
    int32_t unit = number % 10, tens = number / 10 % 10;
    const char *end = tens == 1   ? "th"
                      : unit == 1 ? "st"
                      : unit == 2 ? "nd"
                      : unit == 3 ? "rd"
                                  : "th";
    return view_format(arena, "%d%s", number, end);
}

/* Counts through the holders of an office: who comes back after another is counted again. */
static bool has_number(const Bench *bench, uint32_t office, uint32_t person, int32_t number,
                       Reading *reading)
{
    const Book *book = bench->book;
    Range tenures = office_at(book, office)->tenures;
    uint32_t before = NONE;
    int32_t count = 0;
    bool found = false;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, tenures.first + i);
        if (tenure->person == NONE || tenure->flags & (TENURE_ACTING | TENURE_UNCONFIRMED) ||
            tenure->person == before)
            continue;
        before = tenure->person;
        count++;
        if (before != person)
            continue;
        found |= count == number;
        reading->held = tenures.first + i;
        View words = ordinal_words(bench->arena, count);
        reading->known = reading->known.len ? view_format(bench->arena, "%.*s and %.*s",
                                                          VIEW_ARG(reading->known), VIEW_ARG(words))
                                            : words;
    }
    return found;
}

static void read_ordinal_of(const Bench *bench, const Claim *claim, uint32_t person,
                            uint32_t office, Readings *out)
{
    Reading reading = term_reading(bench, claim, person);
    reading.office = office;
    bool found = has_number(bench, office, person, claim->value, &reading);
    if (found) {
        decide(&reading, VERDICT_SUPPORTED, VIEW("so the book counts"));
        reading.by = reading.held;
    } else if (reading.held != NONE && may_contradict(claim)) {
        decide(&reading, VERDICT_CONTRADICTED, VIEW("the book counts otherwise"));
    }
    *arena_push(bench->arena, out) = reading;
}

static void read_ordinal(const Bench *bench, const Claim *claim, Readings *out)
{
    if (!date_known(bench->document->date))
        return;
    for (uint32_t i = 0; i < claim->people.count && out->count <= LIMIT_READINGS; i++)
        for (uint32_t o = 0; o < claim->offices.count; o++) {
            uint32_t office = claim->offices.items[o];
            uint32_t place = office_place(bench->book, office);
            if (is_counted(bench, office) && claim_allows_place(bench->book, claim, place))
                read_ordinal_of(bench, claim, claim->people.items[i], office, out);
        }
    if (out->count)
        return;
    Reading reading = term_reading(bench, claim, NONE);
    reading.reason = VIEW("the holders of this office are not numbered in the book");
    *arena_push(bench->arena, out) = reading;
}

/* --- succession --- */

static bool left_before(const Tenure *tenure, const Tenure *next)
{
    return tenure->person != NONE && tenure->person != next->person && date_known(tenure->to) &&
           tenure->from.first <= next->from.last &&
           tenure->to.last >= next->from.first - HANDOVER_DAYS;
}

/* Not who acts, be it said or for a few days only. */
static bool is_full(const Tenure *tenure, Day grace)
{
    return !(tenure->flags & TENURE_ACTING) && tenure->to.last - tenure->from.first > grace;
}

/* Whether one of these people was the last to leave the office when a tenure began, as of full
 * holders or among those who acted after them; `last` is the full holder. */
static bool follows(const Bench *bench, const Claim *claim, const Tenure *next, uint32_t *last)
{
    const Book *book = bench->book;
    Range tenures = office_at(book, next->office)->tenures;
    bool found = false;
    *last = NONE;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, tenures.first + i);
        if (!left_before(tenure, next))
            continue;
        bool full = is_full(tenure, bench->policy->grace);
        bool later = *last == NONE ||
                     tenure->from.first >= tenure_at(book, *last)->to.last - bench->policy->grace;
        found = index_list_has(claim->others, tenure->person) || (found && !(full && later));
        if (full)
            *last = tenures.first + i;
    }
    return found;
}

/* Who comes back after some weeks stays, and follows whoever stood in as well. */
static bool follows_again(const Bench *bench, const Claim *claim, const Stay *stay)
{
    const Book *book = bench->book;
    Range tenures = office_at(book, stay->office)->tenures;
    uint32_t person = tenure_at(book, stay->first)->person, last;
    for (uint32_t i = stay->first + 1; i <= stay->last && i < tenures.first + tenures.count; i++)
        if (tenure_at(book, i)->person == person &&
            follows(bench, claim, tenure_at(book, i), &last))
            return true;
    return false;
}

/* "Boris Yeltsin succeeded Mikhail Gorbachev": his office took over from the other's. */
static bool follows_in_predecessor(const Bench *bench, const Claim *claim, const Stay *stay)
{
    const Book *book = bench->book;
    for (uint32_t i = 0; i < claim->others.count; i++) {
        Range tenures = person_at(book, claim->others.items[i])->tenures;
        for (uint32_t k = 0; k < tenures.count; k++) {
            const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + k]);
            if (book_took_over(book, stay->office, tenure->office) &&
                left_before(tenure, tenure_at(book, stay->first)))
                return true;
        }
    }
    return false;
}

static void read_stay(const Bench *bench, const Claim *claim, const Stay *stay, Reading *reading)
{
    uint32_t last;
    Date from = tenure_at(bench->book, stay->first)->from;
    if (follows(bench, claim, tenure_at(bench->book, stay->first), &last) ||
        follows_again(bench, claim, stay) || follows_in_predecessor(bench, claim, stay)) {
        decide(reading, VERDICT_SUPPORTED, VIEW("so the book has it"));
        reading->by = stay->first;
        return;
    }
    bool known = claim->others.count == 1 && office_at(bench->book, stay->office)->seats == 1 &&
                 book_complete(bench->book, stay->office, from.first - HANDOVER_DAYS, from.last);
    if (reading->verdict == VERDICT_SUPPORTED || last == NONE || !stay->sure || !known ||
        !may_contradict(claim))
        return;
    decide(reading, VERDICT_CONTRADICTED, VIEW("the book has somebody else before"));
    reading->office = stay->office;
    reading->on = stay->first;
    reading->held = last;
    reading->known =
        book_text(bench->book, person_at(bench->book, tenure_at(bench->book, last)->person)->name);
}

static void read_succession(const Bench *bench, const Claim *claim, Readings *out)
{
    for (uint32_t i = 0; date_known(bench->document->date) && i < claim->people.count; i++) {
        Reading reading = term_reading(bench, claim, claim->people.items[i]);
        Stays stays = find_stays(bench, claim, claim->people.items[i]);
        if (stays.count)
            reading.reason = VIEW("the book does not know who held the office before");
        for (uint32_t s = 0; s < stays.count; s++)
            read_stay(bench, claim, &stays.items[s], &reading);
        *arena_push(bench->arena, out) = reading;
    }
}

/* --- placeholders --- */

static View fill_held_span(const MessageContext *context)
{
    return message_span(context, context->reading->held);
}

static const Placeholder placeholders[] = {
    {"held-span", fill_held_span,
     "\"from ... to ...\" of the tenure that decides: the person's; of a succession the other's"},
    {0},
};

const Subject subject_tenure = {.name = "tenure",
                                .meaning = "since when, or from when to when, an office is held",
                                .facts = {facts, TERM_FACTS},
                                .placeholders = placeholders,
                                .read = read_tenure};

const Subject subject_length = {.name = "length",
                                .meaning = "for how many terms an office is held",
                                .facts = {facts, TERM_FACTS},
                                .placeholders = placeholders,
                                .read = read_length};

const Subject subject_ordinal = {.name = "ordinal",
                                 .meaning = "that a person is the how many-th holder of an office",
                                 .facts = {facts, TERM_FACTS},
                                 .placeholders = placeholders,
                                 .read = read_ordinal};

const Subject subject_succession = {.name = "succession",
                                    .meaning = "that a person followed another in an office",
                                    .facts = {facts, TERM_FACTS},
                                    .placeholders = placeholders,
                                    .read = read_succession};
