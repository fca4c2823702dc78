/* Claims of kind office: "Dutch Prime Minister Mark Rutte". The table of their facts, their
 * placeholders, and which readings a claim has; meaning.c says of whom and of which offices they
 * are, reading.c judges each.
 * Tests: tests/unit/judge/judge.c, and the examples in rules/checks/office. */
#include "judge/office.h"

#include "base/limits.h"
#include "judge/meaning.h"
#include "judge/naming.h"
#include "judge/standing.h"
#include "judge/subject.h"

/* --- facts --- */

static const FactValue statuses[] = {
    {"current", "holds it, at the time spoken of"},
    {"former", "held it before: \"former\", \"ex-\", \"then-\", \"the late\""},
    {"acting", "holds it for the time being: \"acting\", \"interim\""},
    {"elect", "will hold it: \"-elect\", \"incoming\""},
    {0}};
static const FactValue persons[] = {{"known", "the book knows who is meant"},
                                    {"unknown", "the book knows nobody of this name"},
                                    {0}};
static const FactValue holdings[] = {{"yes", "by a confirmed tenure"},
                                     {"no", "the book knows no such tenure"},
                                     {"unknown", "only by an unconfirmed one"},
                                     {0}};
static const FactValue holdings_on[] = {
    {"yes", "by a confirmed tenure"},
    {"no", "the book knows no such tenure"},
    {"unknown", "only by an unconfirmed one"},
    {"stale", "only by one that the book saw too long ago to vouch for it"},
    {0}};
static const FactValue others[] = {
    {"yes", "the book knows who else held it then"}, {"no", "it knows nobody"}, {0}};
static const FactValue elsewhere[] = {
    {"then", "the person held this title of another place at that time"},
    {"ever", "... at another time"},
    {"no", "never"},
    {0}};
static const FactValue places[] = {
    {"said", "the passage says the place"}, {"unsaid", "it does not"}, {0}};
static const FactValue books[] = {
    [BOOK_CLOSED_FOR_LIFE] = {"closed-for-life",
                              "all holders are known since the person came of age"},
    [BOOK_CLOSED_THEN] = {"closed-then", "all holders are known at that time"},
    [BOOK_RECENT] = {"recent", "all are known up to 180 days before"},
    [BOOK_OLD] = {"old", "... up to two years before"},
    [BOOK_STALE] = {"stale", "... up to longer ago"},
    [BOOK_OPEN] = {"open", "not all are known"},
    [BOOK_OPEN + 1] = {0}};
static const FactValue records[] = {
    {"allows", "nothing in the person's own record speaks against it"},
    {"excludes", "death or an office held on that day rules it out"},
    {0}};

static const FactValue offices_values[] = {
    {"known", "the book holds it"},
    {"unknown", "the book holds no such office there, which says nothing"},
    {"none", "the place has no such office"},
    {"own-word", "it has none, but its own word for another office is like it"},
    {0}};
static const FactValue others_held_values[] = {
    {"other-head", "head of state where head of government is claimed, or the other way about"},
    {"leadership", "another post of leadership where one is claimed"},
    {"chamber", "a seat of the other chamber where one is claimed"},
    {"other", "another office of the place"},
    {"nothing", "no office of the place that the book knows"},
    {0}};
static const FactValue tenures_values[] = {
    {"full", "in full"}, {"acting", "for the time being"}, {"none", "not at all"}, {0}};
static const FactValue anchors[] = {
    {"no", "nothing: it may tell of an earlier time"},
    {"yes", "a date, a day of the week, a verb in the present, or the first words of the article"},
    {0}};
static const FactValue names_values[] = {
    {"full", "the book knows who is meant, by more than a surname"},
    {"surname", "by a surname, after the whole name"},
    {"new-surname", "by a surname, and nobody of that surname was named in full before"},
    {"turned", "by the words of the book's name, or of the holder's, in another order"},
    {"near", "unknown: shares a word with the holder's"},
    {"strange", "unknown: shares none"},
    {"doubtful", "unknown: one word before the title, which may be no name"},
    {0}};

static const FactValue namings[] = {{"in-use", "it did, or the book does not say when"},
                                    {"not-yet", "it goes by them since more than a month later"},
                                    {"no-longer", "it went by them up to more than a month before"},
                                    {0}};

static const Fact facts[] = {
    [FACT_STATUS] = {"status", "in which sense the claim is made", statuses},
    [FACT_PERSON] = {"person", "whether the book knows the person", persons},
    [FACT_HELD_BEFORE] = {"held-before", "a tenure of this office ended before the time", holdings},
    [FACT_HELD_ON] = {"held-on", "a tenure of it covers the time", holdings_on},
    [FACT_HELD_AFTER] = {"held-after", "a tenure of it begins after the time", holdings},
    [FACT_OTHER_HOLDER] = {"other-holder", "whether somebody else held the office then", others},
    [FACT_ELSEWHERE] = {"elsewhere", "whether the person has the title of another place",
                        elsewhere},
    [FACT_PLACE] = {"place", "whether the passage says the place", places},
    [FACT_BOOK] = {"book", "how far the book is closed for this office and time", books},
    [FACT_RECORD] = {"record", "whether the person's own record rules the claim out", records},
    [FACT_QUOTED] = {"quoted", "the passage stands in quotation marks", fact_no_yes},
    [FACT_NOMINAL] = {"nominal", "a later mention without a name", fact_no_yes},
    [FACT_OFFICE] = {"office", "whether the place has such an office", offices_values},
    [FACT_HOLDS] = {"holds", "what else the person holds there at the time", others_held_values},
    [FACT_TENURE] = {"tenure", "how the person holds the office at the time", tenures_values},
    [FACT_NAME] = {"name", "how the person is named", names_values},
    [FACT_ANCHOR] = {"anchor", "whether something says of when the clause tells", anchors},
    [FACT_NAMING] = {"naming", "whether the office went by these words then", namings},
    [OFFICE_FACTS] = {0},
};

/* --- placeholders --- */

static View fill_holder(const MessageContext *context)
{
    uint32_t holder = context->reading->holder;
    return holder == NONE ? (View){0}
                          : message_person(context, tenure_at(context->book, holder)->person);
}

static View fill_holder_span(const MessageContext *context)
{
    return message_span(context, context->reading->holder);
}

static View fill_held(const MessageContext *context)
{
    uint32_t held = context->reading->held;
    if (held == NONE)
        return (View){0};
    const Tenure *tenure = tenure_at(context->book, held);
    return message_office(context, tenure->office, tenure_time(tenure));
}

static View fill_held_span(const MessageContext *context)
{
    return message_span(context, context->reading->held);
}

static View fill_before_end(const MessageContext *context)
{
    uint32_t before = context->reading->before;
    return before == NONE
               ? (View){0}
               : date_words(context->arena, tenure_at(context->book, before)->to, context->dates);
}

static View fill_before_span(const MessageContext *context)
{
    return message_span(context, context->reading->before);
}

static View fill_after_start(const MessageContext *context)
{
    uint32_t after = context->reading->after;
    return after == NONE
               ? (View){0}
               : date_words(context->arena, tenure_at(context->book, after)->from, context->dates);
}

static View fill_on_span(const MessageContext *context)
{
    return message_span(context, context->reading->on);
}

/* The words of the office, which a repair may replace: none where a body belongs to the title and
 * would stay ("European Commission president", "president of the European Commission"). */
static View said_title(const MessageContext *context)
{
    const Claim *claim = context->claim;
    uint32_t end = span_end(claim->office_span);
    bool of_body = claim->place_span.len && !claim->places.count;
    bool placed = claim->place_span.len && claim->place_span.off >= end;
    bool goes_on = view_starts(view_slice(context->text, end, context->text.len), VIEW(" of "));
    return of_body || (goes_on && !placed) ? (View){0} : message_said(context, claim->office_span);
}

/* The title of what the person held then, at the place in question, in the letters' case of the
 * words that it would replace. */
static View fill_held_title(const MessageContext *context)
{
    const Book *book = context->book;
    uint32_t held_by = context->reading->held, office = context->reading->office;
    View old = said_title(context);
    if (held_by == NONE || office == NONE || !old.len)
        return (View){0};
    uint32_t other = tenure_office(book, held_by);
    if (office_place(book, other) != office_place(book, office))
        return (View){0};
    return message_case(context, book_title(book, other, context->reading->when), old);
}

/* The adjective or name of the place where the person does hold the title. */
static View fill_held_place(const MessageContext *context)
{
    uint32_t held_by = context->reading->held;
    if (held_by == NONE || context->reading->facts.value[FACT_ELSEWHERE] == ELSEWHERE_NO)
        return (View){0};
    const Book *book = context->book;
    const Place *place = place_at(book, office_place(book, tenure_office(book, held_by)));
    View old = message_said(context, context->claim->place_span);
    uint32_t said_place = context->claim->places.count ? context->claim->places.items[0] : NONE;
    bool by_name = said_place == NONE ||
                   view_equal_fold(old, book_text(book, place_at(book, said_place)->name));
    return by_name || !place->demonym.len ? book_text(book, place->name)
                                          : book_text(book, place->demonym);
}

/* The title that the office had then, in the case of the words said. */
static View fill_called(const MessageContext *context)
{
    const Reading *reading = context->reading;
    View said = said_title(context);
    return reading->office == NONE || !said.len
               ? (View){0}
               : message_case(context, book_title(context->book, reading->office, reading->when),
                              said);
}

static View fill_called_from(const MessageContext *context)
{
    const Reading *reading = context->reading;
    const DatedName *name = reading->office == NONE ? NULL
                                                    : naming_said(context->book, context->text,
                                                                  context->claim, reading);
    return name && date_known(name->from) ? date_words(context->arena, name->from, context->dates)
                                          : (View){0};
}

static View fill_phrase(const MessageContext *context)
{
    const Claim *claim = context->claim;
    Span span = claim->office_span;
    if (claim->place_span.len && claim->place_span.off < span.off)
        span = span_join(claim->place_span, span);
    return message_said(context, span);
}

/* The person's name, or that of the holder of whom the words are. */
static View fill_name(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    return person == NONE ? fill_holder(context) : message_person(context, person);
}

static View fill_how(const MessageContext *context)
{
    bool acting = context->reading->facts.value[FACT_TENURE] == TENURE_VALUE_ACTING;
    return context->reading->on == NONE ? (View){0}
           : acting                     ? VIEW("for the time being only")
                                        : VIEW("in full");
}

static View fill_on_seen(const MessageContext *context)
{
    uint32_t on = context->reading->on;
    return on == NONE
               ? (View){0}
               : date_words(context->arena, tenure_at(context->book, on)->as_of, context->dates);
}

/* "Norway": the place said, by its name. */
static View fill_place(const MessageContext *context)
{
    const Claim *claim = context->claim;
    if (claim->places.count != 1)
        return claim->places.count ? message_said(context, claim->place_span) : VIEW("the country");
    return book_text(context->book, place_at(context->book, claim->places.items[0])->full);
}

static const Placeholder placeholders[] = {
    {"place", fill_place, "the place said, by its name; {Place} begins a sentence"},
    {"name", fill_name, "the book's name of the person, or of the holder whom the words mean"},
    {"how", fill_how, "\"in full\" or \"for the time being only\": how the office is held"},
    {"on-seen", fill_on_seen, "the last day for which the book vouches for the present tenure"},
    {"holder", fill_holder, "who else held the office then"},
    {"holder-span", fill_holder_span, "\"from ... to ...\" of that"},
    {"held", fill_held, "what the person held then, with its place"},
    {"held-span", fill_held_span, "\"from ... to ...\" of that"},
    {"held-title", fill_held_title, "its title, in the case of the words said"},
    {"held-place", fill_held_place, "the place where the person holds the title claimed"},
    {"before-span", fill_before_span, "the person's last tenure of the office before"},
    {"before-end", fill_before_end, "its last day"},
    {"after-start", fill_after_start, "the first day of the next one"},
    {"on-span", fill_on_span, "the one on that day"},
    {"phrase", fill_phrase, "the words said: place and title"},
    {"called", fill_called, "the office's title then, in the case of the words said"},
    {"called-from", fill_called_from, "since when it goes by the words said"},
    {0},
};

/* --- readings --- */

static void add_reading(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                        Date when, Readings *readings)
{
    Reading reading =
        reading_judge(bench->arena, bench->book, claim, person, office, when, bench->policy);
    find_standing(bench, claim, &reading);
    reading.book = reading.facts.value[FACT_BOOK];
    if (reading.facts.value[FACT_RECORD] == RECORD_EXCLUDES) {
        /* What rests on the person's own record is as sure as that. */
        reading.book = BOOK_CLOSED_THEN;
        reading.closed_until = DAY_NONE;
    }
    *arena_push(bench->arena, readings) = reading;
}

/* Keeps of some readings those that support the claim: the others say nothing. */
static void add_supporting(const Bench *bench, const Readings *from, Readings *readings)
{
    for (uint32_t i = 0; i < from->count; i++)
        if (from->items[i].verdict == VERDICT_SUPPORTED)
            *arena_push(bench->arena, readings) = from->items[i];
}

/* Dates that may be meant beside those said, up to the article's day, are looked at for what
 * supports the claim. "Former" is said from the article's day. */
static void add_beside(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                       Readings *readings)
{
    Date today = bench->document->date;
    Readings beside = {0};
    for (uint32_t i = 0; i < claim->beside.count && claim->status != STATUS_FORMER; i++) {
        Date when = claim->beside.items[i];
        if (date_known(today) && when.last > today.last)
            when.last = today.last;
        if (when.first <= when.last)
            add_reading(bench, claim, person, office, when, &beside);
    }
    add_supporting(bench, &beside, readings);
}

/* The first day of which the book knows a holder. */
static Day first_known(const Book *book, uint32_t office)
{
    Range tenures = office_at(book, office)->tenures;
    Day first = DAY_NONE;
    for (uint32_t i = tenures.first; i < tenures.first + tenures.count; i++) {
        Day from = tenure_at(book, i)->from.first;
        if (first == DAY_NONE || from < first)
            first = from;
    }
    return first;
}

/* "Of 2011", told by "former Secretary of State Mike Pompeo": nobody is "former" before he first
 * took the office, where the book knows the holders, and has for long. It is said of the article's
 * day. */
static bool is_before_first(const Bench *bench, const Claim *claim, uint32_t person,
                            uint32_t office, Date when)
{
    const Book *book = bench->book;
    if (claim->status != STATUS_FORMER || !claim->status_span.len || claim->flags & CLAIM_THEN ||
        person == NONE || office == NONE || !date_known(bench->document->date) ||
        !book_complete(book, office, when.first, when.last) ||
        first_known(book, office) + CAREER_YEARS * 365 > when.first)
        return false;
    bool later = false;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (tenure->office == office && tenure->from.first <= when.last)
            return false;
        later |= tenure->office == office;
    }
    return later;
}

/* Times after the one of which the passage tells are looked at for what supports the claim, where
 * nothing else says when it is told: a tale goes on ("He was born in 1961. As a student he met
 * Prime Minister Margaret Thatcher"). Where the article's day is not known, or a guess, a title may
 * be that of any day after ("the bill that former President Obama signed in 2010"), or of the year
 * before one that is to come ("by September 30, 2013, Lew has to answer"). */
static void add_later(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                      Readings *readings)
{
    enum { YEAR = 365 };
    const Document *document = bench->document;
    bool sure = date_known(document->date) && document->date_source != DATE_FROM_CLAIMS;
    Readings later = {0};
    if (!claim->times.count || (sure && !(claim->flags & CLAIM_CARRIED)))
        return;
    Day from = claim->times.items[0].first;
    Date when = sure ? (Date){from, document->date.last} : (Date){from - YEAR, DAY_MAX};
    if (when.first <= when.last)
        add_reading(bench, claim, person, office, when, &later);
    add_supporting(bench, &later, readings);
}

/* A passage's own dates and the article's: a contradiction needs all of them to fail. */
static void add_readings(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                         Readings *readings)
{
    for (uint32_t i = 0; i < claim->times.count; i++)
        if (!is_before_first(bench, claim, person, office, claim->times.items[i]))
            add_reading(bench, claim, person, office, claim->times.items[i], readings);
    if (date_known(bench->document->date))
        add_reading(bench, claim, person, office, bench->document->date, readings);
    add_beside(bench, claim, person, office, readings);
    add_later(bench, claim, person, office, readings);
}

/* "Texas Sen. Ted Cruz", "Senator Ted Cruz of Texas": the state is that of his seat. A title of the
 * state itself may be meant as well, so that these readings say nothing else. */
static void add_seat_readings(const Bench *bench, const Claim *claim, uint32_t person,
                              Readings *readings)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    Readings seats = {0};
    for (uint32_t i = 0; i < tenures.count && claim->places.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (tenure->state != NONE && claim_allows_place(book, claim, tenure->state) &&
            offices_have(book, claim->offices, tenure->office))
            add_readings(bench, claim, person, tenure->office, &seats);
    }
    add_supporting(bench, &seats, readings);
}

/* Offices that may only support a claim: those that the person ever held. */
static void add_other_readings(const Bench *bench, const Claim *claim, uint32_t person,
                               IndexList offices, Readings *readings)
{
    IndexList held = offices.count ? offices_held(bench, person) : offices;
    Readings found = {0};
    for (uint32_t i = 0; i < offices.count && found.count <= LIMIT_READINGS; i++)
        if (index_list_has(held, offices.items[i]))
            add_readings(bench, claim, person, offices.items[i], &found);
    add_supporting(bench, &found, readings);
}

static void read_person(const Bench *bench, const Claim *claim, uint32_t person, Readings *readings)
{
    Meant meant = offices_of(bench, claim, person);
    if (!meant.judged.count)
        add_readings(bench, claim, person, NONE, readings);
    for (uint32_t o = 0; o < meant.judged.count && readings->count <= LIMIT_READINGS; o++)
        add_readings(bench, claim, person, meant.judged.items[o], readings);
    if (person == NONE)
        return;
    add_seat_readings(bench, claim, person, readings);
    add_other_readings(bench, claim, person, meant.others, readings);
    Meant loose = own_offices(bench, claim, claim->loose, person);
    add_other_readings(bench, claim, person, loose.judged, readings);
    add_other_readings(bench, claim, person, loose.others, readings);
}

static bool may_cover_any(const Tenure *tenure, const DateList *times, Day grace)
{
    for (uint32_t i = 0; i < times->count; i++)
        if (tenure_may_cover(tenure, times->items[i], grace))
            return true;
    return false;
}

/* Whether somebody may be in any office at a time that the claim can mean. */
static bool may_serve(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    Day grace = bench->policy->grace;
    Date today = bench->document->date;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if ((date_known(today) && tenure_may_cover(tenure, today, grace)) ||
            may_cover_any(tenure, &claim->times, grace) ||
            may_cover_any(tenure, &claim->beside, grace))
            return true;
    }
    return false;
}

/* Somebody of the name who is in office: that is enough to support a claim, and for no more. Most
 * who share a surname are of other times. */
static void read_namesake(const Bench *bench, const Claim *claim, uint32_t person,
                          Readings *readings)
{
    Readings own = {0};
    if (may_serve(bench, claim, person))
        read_person(bench, claim, person, &own);
    for (uint32_t i = 0; i < own.count; i++)
        if (own.items[i].verdict == VERDICT_SUPPORTED && own.items[i].by == own.items[i].on)
            *arena_push(bench->arena, readings) = own.items[i];
}

/* State legislators who have the name of somebody better known may only support. */
static void find_readings(const Bench *bench, const Claim *claim, Readings *readings)
{
    IndexList meant = people_of(bench, claim);
    bool local = all_local(bench->book, meant);
    if (!meant.count)
        read_person(bench, claim, NONE, readings);
    for (uint32_t p = 0; p < meant.count && readings->count <= LIMIT_READINGS; p++) {
        if (local || !is_local(bench->book, meant.items[p]))
            read_person(bench, claim, meant.items[p], readings);
        else
            read_namesake(bench, claim, meant.items[p], readings);
    }
    /* "First Lady Jill Biden spoke. President Biden ...": not she. A state's legislator whom nobody
     * named is nobody's "Sen. Moore". */
    for (uint32_t i = 0; i < claim->bearers.count; i++)
        if (!index_list_has(claim->people, claim->bearers.items[i]) &&
            (local || !is_local(bench->book, claim->bearers.items[i])) &&
            ever_held(bench, claim, claim->bearers.items[i]))
            read_namesake(bench, claim, claim->bearers.items[i], readings);
    find_naming(bench, claim, readings);
}

/* What reading.c never finds; the reasons stand there. */
static const char *const never[] = {
    /* what naming.c finds is of who is in office */
    "{naming: [not-yet, no-longer], verdict: [unverifiable, contradicted]}",
    "{naming: [not-yet, no-longer], any: [{person: unknown}, {held-on: no}, {nominal: yes}, "
    "{quoted: yes}, {status: [former, elect]}, {office: [unknown, none, own-word]}], "
    "verdict: supported}",
    "{nominal: yes}", "{person: unknown, verdict: supported}",
    /* facts of one thing go together, whatever the verdict */
    "{held-on: stale, verdict: supported}",
    "{held-on: no, tenure: [full, acting], verdict: [supported, unverifiable, contradicted]}",
    "{held-on: [yes, unknown, stale], tenure: none, verdict: [supported, unverifiable, "
    "contradicted]}",
    "{office: [unknown, none, own-word], any: [{held-before: [yes, unknown]}, "
    "{held-on: [yes, unknown, stale]}, {held-after: [yes, unknown]}, {other-holder: yes}, "
    "{not: {book: [open, closed-for-life]}}], verdict: [supported, unverifiable, contradicted]}",
    "{office: [unknown, none, own-word], holds: chamber, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{office: unknown, book: closed-for-life, verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, book: closed-for-life, verdict: [supported, unverifiable, contradicted]}",
    "{office: own-word, place: unsaid, verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, office: none, place: unsaid, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: known, office: [none, own-word], book: open, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, any: [{held-before: [yes, unknown]}, {held-on: [yes, unknown, stale]}, "
    "{held-after: [yes, unknown]}, {elsewhere: [then, ever]}, {record: excludes}, "
    "{not: {holds: nothing}}, {name: [full, surname, new-surname]}], "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: known, name: [near, strange, doubtful], "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, other-holder: no, name: [turned, near], "
    "verdict: [supported, unverifiable, contradicted]}",
    /* a stranger: only a plain claim, of an office that another is known to hold */
    "{person: unknown, office: [known, unknown], any: [{status: [former, acting, elect]}, "
    "{other-holder: no}, {book: [recent, old, stale, open]}, {name: [turned, near, doubtful]}]}",
    /* whoever holds it, or perhaps does, is not contradicted, but for the word that goes with it */
    "{status: [current, acting], held-on: [yes, unknown, stale]}",
    "{status: [current, acting], record: allows, office: known, held-on: no, book: open, "
    "person: known}",
    "{status: [current, acting], record: allows, office: unknown}",
    "{status: elect, any: [{held-on: [unknown, stale]}, {office: unknown}, "
    "{held-on: no, office: known, book: [recent, old, stale, open]}]}",
    /* whoever held it was it */
    "{status: former, held-before: [yes, unknown], held-on: [no, unknown, stale]}",
    "{status: former, held-on: [unknown, stale]}",
    "{status: former, held-on: no, not: {book: closed-for-life}, any: [{elsewhere: no}, "
    "{place: unsaid}]}",
    NULL};

const Subject subject_office = {.name = "office",
                                .meaning = "that a person holds, held or will hold an office",
                                .facts = {facts, OFFICE_FACTS},
                                .placeholders = placeholders,
                                .read = find_readings,
                                .never = never};
