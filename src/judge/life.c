/* Claims of kinds death and age: "the late Sen. John McCain", "Joe Biden, 77,". A person's days of
 * birth and death are held against what the passage says. Tests: the examples in
 * rules/checks/person. */
#include "judge/subject.h"

enum { FACT_LIFE, FACT_LIFE_QUOTED, LIFE_FACTS };
enum { LIFE_ALIVE, LIFE_DEAD };

static const FactValue lives[] = {{"alive", "the person lives, as far as the book knows"},
                                  {"dead", "the person had died by then"},
                                  {0}};

static const Fact facts[] = {
    [FACT_LIFE] = {"life", "whether the person was alive at the time", lives},
    [FACT_LIFE_QUOTED] = {"quoted", "the passage stands in quotation marks", fact_no_yes},
    [LIFE_FACTS] = {0},
};

enum {
    BIRTHDAY_DAYS = 2, /* about a birthday both ages are right: time zones, late copy */
    AGE_FAR = 12,      /* years off: the number is no age of this person */
    AGE_SURE = 90      /* who would be older may have died unknown to the book */
};

/* A name that may be another's contradicts nothing. */
static bool is_sure(const Claim *claim)
{
    return claim->people.count == 1 && !(claim->flags & (CLAIM_NAMESAKE | CLAIM_NEW_SURNAME));
}

static Reading life_reading(const Bench *bench, const Claim *claim, uint32_t person, Date when)
{
    Reading reading = reading_new(person, NONE, when);
    Date died = person_at(bench->book, person)->died;
    reading.book = BOOK_CLOSED_THEN;
    reading.facts.value[FACT_LIFE] =
        date_known(died) && died.first <= when.last ? LIFE_DEAD : LIFE_ALIVE;
    reading.facts.value[FACT_LIFE_QUOTED] = claim->flags & CLAIM_QUOTED ? FLAG_YES : FLAG_NO;
    return reading;
}

static void decide(Reading *reading, VerdictKind verdict, View reason)
{
    reading->verdict = verdict;
    reading->reason = reason;
}

/* --- death --- */

/* The tenure in which the person certainly is on the days of the time; NONE: none is known. */
static uint32_t serving(const Bench *bench, uint32_t person, Date when)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t index = book->person_tenures[tenures.first + i];
        const Tenure *tenure = tenure_at(book, index);
        Day end = tenure->as_of.first;
        if (date_known(tenure->to) && tenure->to.first < end)
            end = tenure->to.first;
        if (!(tenure->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED)) &&
            tenure->from.last <= when.first && when.last + bench->policy->grace <= end)
            return index;
    }
    return NONE;
}

/* Of the living the book knows no death; who serves later than that day was alive on it. */
static void read_death(const Bench *bench, const Claim *claim, Readings *out)
{
    Date when = bench->document->date;
    for (uint32_t i = 0; date_known(when) && i < claim->people.count; i++) {
        uint32_t person = claim->people.items[i];
        Reading reading = life_reading(bench, claim, person, when);
        Date died = person_at(bench->book, person)->died;
        reading.on = serving(bench, person, when);
        if (reading.facts.value[FACT_LIFE] == LIFE_DEAD)
            decide(&reading, VERDICT_SUPPORTED,
                   view_format(bench->arena, "died %.*s",
                               VIEW_ARG(date_words(bench->arena, died, bench->policy->dates))));
        else if (!is_sure(claim))
            decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the name can mean somebody else"));
        else if (date_known(died) && died.first > when.last + bench->policy->grace)
            decide(&reading, VERDICT_CONTRADICTED, VIEW("died later"));
        else if (reading.on != NONE)
            decide(&reading, VERDICT_CONTRADICTED, VIEW("in office at that time"));
        else
            decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the book knows of no death"));
        *arena_push(bench->arena, out) = reading;
    }
}

/* --- age --- */

/* Whole years from a day of birth to a day. */
static int32_t years_between(Day born, Day day)
{
    int year, month, dom, born_year, born_month, born_dom;
    day_split(day, &year, &month, &dom);
    day_split(born, &born_year, &born_month, &born_dom);
    bool before = month < born_month || (month == born_month && dom < born_dom);
    return year - born_year - before;
}

/* The ages that a person can be said to have at a time. */
typedef struct Ages {
    int32_t least;
    int32_t most;
} Ages;

static Ages ages_at(Date born, Date when)
{
    return (Ages){years_between(born.last, when.first - BIRTHDAY_DAYS),
                  years_between(born.first, when.last + BIRTHDAY_DAYS)};
}

static bool is_age(Ages ages, int32_t age)
{
    return ages.least <= age && age <= ages.most;
}

static View age_words(Arena *arena, Ages ages)
{
    if (ages.least == ages.most)
        return view_format(arena, "%d", ages.most);
    return view_format(arena, "%d or %d", ages.most - 1, ages.most);
}

static Reading read_age_at(const Bench *bench, const Claim *claim, uint32_t person, Date when)
{
    Reading reading = life_reading(bench, claim, person, when);
    const Person *record = person_at(bench->book, person);
    bool dead = reading.facts.value[FACT_LIFE] == LIFE_DEAD;
    if (!date_known(record->born)) {
        decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the book does not know the day of birth"));
        return reading;
    }
    Ages now = ages_at(record->born, when);
    Ages ages = dead ? ages_at(record->born, record->died) : now;
    View born = date_words(bench->arena, record->born, bench->policy->dates);
    reading.known = age_words(bench->arena, ages);
    reading.known_since = view_format(bench->arena, "born %.*s", VIEW_ARG(born));
    int32_t off = claim->value - ages.most;
    bool living = date_known(record->died) || now.most <= AGE_SURE;
    if (is_age(ages, claim->value))
        decide(&reading, VERDICT_SUPPORTED, reading.known_since);
    else if (!is_sure(claim))
        decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the name can mean somebody else"));
    else if (!living)
        decide(&reading, VERDICT_UNVERIFIABLE,
               VIEW("the book does not know whether the person lives"));
    else if (off > AGE_FAR || off < -AGE_FAR)
        decide(&reading, VERDICT_UNVERIFIABLE, VIEW("the number is perhaps no age"));
    else
        decide(&reading, VERDICT_CONTRADICTED, reading.known_since);
    /* Only a number that would be right of the living speaks of one. */
    if (dead && !is_age(now, claim->value))
        reading.facts.value[FACT_LIFE] = LIFE_ALIVE;
    return reading;
}

static void read_age(const Bench *bench, const Claim *claim, Readings *out)
{
    for (uint32_t i = 0; i < claim->people.count; i++)
        for (uint32_t t = 0; t <= claim->times.count; t++) {
            Date when = t < claim->times.count ? claim->times.items[t] : bench->document->date;
            if (date_known(when))
                *arena_push(bench->arena, out) =
                    read_age_at(bench, claim, claim->people.items[i], when);
        }
}

/* --- placeholders --- */

static View fill_died_ever(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    Date died = person == NONE ? DATE_NONE : person_at(context->book, person)->died;
    return date_known(died) ? date_words(context->arena, died, context->dates) : (View){0};
}

static View fill_serves(const MessageContext *context)
{
    uint32_t on = context->reading->on;
    if (on == NONE)
        return (View){0};
    const Tenure *tenure = tenure_at(context->book, on);
    return message_office(context, tenure->office, tenure_time(tenure));
}

static const Placeholder placeholders[] = {
    {"death", fill_died_ever, "the day of the person's death, whenever it was"},
    {"serves", fill_serves, "the office that the person held then"},
    {0},
};

static const char *const death_never[] = {"{life: dead}", NULL};

const Subject subject_death = {.name = "death",
                               .meaning = "that a person is dead",
                               .facts = {facts, LIFE_FACTS},
                               .placeholders = placeholders,
                               .read = read_death,
                               .never = death_never};

const Subject subject_age = {.name = "age",
                             .meaning = "that a person is so many years old",
                             .facts = {facts, LIFE_FACTS},
                             .placeholders = placeholders,
                             .read = read_age};
