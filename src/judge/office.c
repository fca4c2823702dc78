/* Claims of kind office: "Dutch Prime Minister Mark Rutte". The table of their facts, their
 * placeholders, and which readings a claim has; reading.c judges each.
 * Tests: tests/unit/judge/judge.c, and the examples in rules/checks/office. */
#include "judge/office.h"

#include "base/limits.h"
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
static const FactValue holdings[] = {
    {"yes", "by a confirmed tenure"},
    {"no", "the book knows no such tenure"},
    {"unknown", "only by an unconfirmed one, or one that the book saw too long ago"},
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
static const FactValue names_values[] = {
    {"full", "the book knows who is meant, by more than a surname"},
    {"surname", "by a surname, after the whole name"},
    {"new-surname", "by a surname, and nobody of that surname was named in full before"},
    {"turned", "by the words of the book's name, or of the holder's, in another order"},
    {"near", "unknown: shares a word with the holder's"},
    {"strange", "unknown: shares none"},
    {0}};

static const Fact facts[] = {
    [FACT_STATUS] = {"status", "in which sense the claim is made", statuses},
    [FACT_PERSON] = {"person", "whether the book knows the person", persons},
    [FACT_HELD_BEFORE] = {"held-before", "a tenure of this office ended before the time", holdings},
    [FACT_HELD_ON] = {"held-on", "a tenure of it covers the time", holdings},
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
    uint32_t tenure = context->reading->held;
    return tenure == NONE ? (View){0}
                          : message_office(context, tenure_at(context->book, tenure)->office);
}

static View fill_held_span(const MessageContext *context)
{
    return message_span(context, context->reading->held);
}

static View fill_before_end(const MessageContext *context)
{
    uint32_t before = context->reading->before;
    return before == NONE ? (View){0}
                          : date_words(context->arena, tenure_at(context->book, before)->to);
}

static View fill_before_span(const MessageContext *context)
{
    return message_span(context, context->reading->before);
}

static View fill_after_start(const MessageContext *context)
{
    uint32_t after = context->reading->after;
    return after == NONE ? (View){0}
                         : date_words(context->arena, tenure_at(context->book, after)->from);
}

static View fill_on_span(const MessageContext *context)
{
    return message_span(context, context->reading->on);
}

/* The title of what the person held then, at the place in question, in the letters' case of the
 * words that it would replace. */
static View fill_held_title(const MessageContext *context)
{
    const Book *book = context->book;
    uint32_t held_by = context->reading->held, office = context->reading->office;
    View old = message_said(context, context->claim->office_span);
    if (held_by == NONE || office == NONE || !old.len)
        return (View){0};
    const Office *other = office_at(book, tenure_at(book, held_by)->office);
    if (other->place != office_at(book, office)->place)
        return (View){0};
    return message_case(context, book_text(book, other->title), old);
}

/* The adjective or name of the place where the person does hold the title. */
static View fill_held_place(const MessageContext *context)
{
    uint32_t held_by = context->reading->held;
    if (held_by == NONE || context->reading->facts.value[FACT_ELSEWHERE] == ELSEWHERE_NO)
        return (View){0};
    const Book *book = context->book;
    const Place *place = place_at(book, office_at(book, tenure_at(book, held_by)->office)->place);
    View old = message_said(context, context->claim->place_span);
    uint32_t said_place = context->claim->places.count ? context->claim->places.items[0] : NONE;
    bool by_name = said_place == NONE ||
                   view_equal_fold(old, book_text(book, place_at(book, said_place)->name));
    return by_name || !place->demonym.len ? book_text(book, place->name)
                                          : book_text(book, place->demonym);
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
    return on == NONE ? (View){0} : date_words(context->arena, tenure_at(context->book, on)->as_of);
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
    {0},
};

/* --- which offices a claim can mean --- */

/* A place is the person's own where he holds or held an office of it; a seat in a chamber, or an
 * office that the book does not know well, counts while it lasts, for later he may hold the like at
 * home: a state's attorney general has nothing to do with the nation's. */
static bool is_own_office(const Bench *bench, uint32_t person, uint32_t office)
{
    const Book *book = bench->book;
    uint32_t place = office_at(book, office)->place;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        const Office *held = office_at(book, tenure->office);
        bool lasts = !date_known(tenure->to) || !date_known(bench->document->date) ||
                     bench->document->date.first <= tenure->to.last + GRACE_DAYS;
        bool counts = lasts || (held->seats == 1 && book_knows_whole(book, tenure->office));
        if (tenure->office == office || (held->place == place && counts))
            return true;
    }
    return false;
}

static IndexList whole_offices(const Bench *bench, IndexList offices)
{
    IndexList whole = {0};
    for (uint32_t i = 0; i < offices.count; i++)
        if (book_knows_whole(bench->book, offices.items[i]))
            *arena_push(bench->arena, &whole) = offices.items[i];
    return whole;
}

static bool is_said_place(const Claim *claim, uint32_t place)
{
    return index_list_has(claim->places, place);
}

/* What a claim can mean: offices that are judged, and others that may only support it. */
typedef struct Meant {
    IndexList judged;
    IndexList others;
} Meant;

/* Of some offices those that are judged: of the place that is said and not of a state in it, and
 * those that the book knows, where there are any. */
static Meant sort_out(const Bench *bench, const Claim *claim, IndexList offices)
{
    Meant meant = {0};
    bool exact = false, whole = false;
    for (uint32_t i = 0; i < offices.count; i++) {
        exact |= is_said_place(claim, office_at(bench->book, offices.items[i])->place);
        whole |= book_knows_whole(bench->book, offices.items[i]);
    }
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t office = offices.items[i];
        bool judged = exact ? is_said_place(claim, office_at(bench->book, office)->place)
                            : !whole || book_knows_whole(bench->book, office);
        *arena_push(bench->arena, judged ? &meant.judged : &meant.others) = office;
    }
    return meant;
}

/* With the place said: the offices of that title there. Without: those of the person's own places,
 * else those of the newsroom's home; for an unknown person none but these, since any country may
 * have such an office. */
static Meant own_offices(const Bench *bench, const Claim *claim, IndexList titled, uint32_t person)
{
    IndexList offices = {0}, at_home = {0};
    uint32_t home = bench->policy->home;
    for (uint32_t i = 0; i < titled.count; i++) {
        uint32_t office = titled.items[i];
        uint32_t place = office_at(bench->book, office)->place;
        if (claim->places.count ? claim_allows_place(bench->book, claim, place)
                                : person != NONE && is_own_office(bench, person, office))
            *arena_push(bench->arena, &offices) = office;
        else if (!claim->places.count && place == home)
            *arena_push(bench->arena, &at_home) = office;
    }
    return sort_out(bench, claim, offices.count ? offices : at_home);
}

/* A country, or the one that a state is part of. */
static uint32_t country_of(const Book *book, uint32_t place)
{
    while (place != NONE && place_at(book, place)->kind == PLACE_STATE)
        place = place_at(book, place)->parent;
    return place;
}

/* The country of which all these offices are; NONE where they are of several. */
static uint32_t only_country(const Book *book, IndexList offices)
{
    uint32_t found = NONE;
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t country = country_of(book, office_at(book, offices.items[i])->place);
        if (found != NONE && country != found)
            return NONE;
        found = country;
    }
    return found;
}

/* Whether all that the book knows of a person's offices, and it knows one well, is of other
 * countries. */
static bool is_foreigner(const Book *book, uint32_t person, uint32_t country)
{
    Range tenures = person_at(book, person)->tenures;
    bool well = false;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (country_of(book, office_at(book, office)->place) == country)
            return false;
        well |= book_knows_whole(book, office);
    }
    return well;
}

/* Whether a person holds the one seat of a national office on a day. */
static bool is_in_office(const Book *book, uint32_t person, Date when)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count && date_known(when); i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        const Office *office = office_at(book, tenure->office);
        if (office->seats == 1 && place_at(book, office->place)->kind == PLACE_COUNTRY &&
            book_knows_whole(book, tenure->office) && tenure_covers_firmly(tenure, when))
            return true;
    }
    return false;
}

/* Whether a person holds, on a day, an office that rules this one out by the book's own word. */
static bool is_barred(const Book *book, uint32_t person, uint32_t office, Date when)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count && date_known(when); i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        Range excludes = office_at(book, tenure->office)->excludes;
        for (uint32_t e = 0; e < excludes.count; e++)
            if (book->office_list[excludes.first + e] == office &&
                tenure_covers_firmly(tenure, when))
                return true;
    }
    return false;
}

/* Whether the article speaks of a country, or is written at home there. */
static bool is_implied(const Bench *bench, const Claim *claim, uint32_t country)
{
    const Book *book = bench->book;
    if (bench->policy->home != NONE && country_of(book, bench->policy->home) == country)
        return true;
    for (uint32_t i = 0; i < claim->implied.count; i++)
        if (country_of(book, claim->implied.items[i]) == country)
            return true;
    return false;
}

/* Whether the article spoke of a country of which the person held an office. */
static bool is_of_implied(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (is_implied(bench, claim, country_of(book, office_at(book, office)->place)))
            return true;
    }
    return false;
}

/* "Commerce Secretary Justin Trudeau": of a country to which the person has nothing to do, where
 * the title is of that country only, and either the article spoke of it and not of his own, which
 * may have such an office too, or he is busy elsewhere.
 * Likewise a seat for one of its states ("Senator Narendra Modi of Massachusetts"). */
static IndexList foreign_offices(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    IndexList none = {0}, offices = whole_offices(bench, claim->offices);
    uint32_t country = only_country(book, offices);
    if (person == NONE || country == NONE || place_at(book, country)->kind != PLACE_COUNTRY ||
        claim->flags & CLAIM_SURNAME || !is_foreigner(book, person, country))
        return none;
    bool meant =
        claim->places.count == 1
            ? country_of(book, claim->places.items[0]) == country
            : !claim->places.count &&
                  ((is_implied(bench, claim, country) && !is_of_implied(bench, claim, person)) ||
                   is_in_office(book, person, bench->document->date));
    return meant ? offices : none;
}

/* "Vermont Rep. Peter Welch" of a senator: who sits in one chamber sits in no other. */
static IndexList barred_seats(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    IndexList offices = {0};
    for (uint32_t i = 0; person != NONE && claim->places.count == 1 && i < claim->offices.count;
         i++) {
        const Office *office = office_at(book, claim->offices.items[i]);
        uint32_t state = claim->places.items[0];
        if (office->seats != 1 && state != office->place &&
            country_of(book, state) == office->place &&
            is_barred(book, person, claim->offices.items[i], bench->document->date))
            *arena_push(bench->arena, &offices) = claim->offices.items[i];
    }
    return offices;
}

/* What the country said calls otherwise: "US defense minister" is its secretary of defense, and
 * "French chancellor", if anything, its prime minister. */
static IndexList kin_offices(const Bench *bench, const Claim *claim)
{
    const Book *book = bench->book;
    IndexList offices = {0};
    uint32_t kind = NONE;
    for (uint32_t i = 0; i < claim->offices.count; i++) {
        uint32_t own = office_at(book, claim->offices.items[i])->kind;
        if (own == NONE || (kind != NONE && own != kind))
            return offices;
        kind = own;
    }
    for (uint32_t o = 0; kind != NONE && claim->places.count == 1 && o < book->office_count; o++)
        if (office_at(book, o)->kind == kind && office_at(book, o)->place == claim->places.items[0])
            *arena_push(bench->arena, &offices) = o;
    return offices;
}

/* The offices that a claim of a person can mean. Where the book knows none of them well, it may
 * know the person too well: "Vermont Senator Narendra Modi" sits in no legislature there either. */
static Meant offices_of(const Bench *bench, const Claim *claim, uint32_t person)
{
    Meant meant = own_offices(bench, claim, claim->offices, person);
    if (whole_offices(bench, meant.judged).count)
        return meant;
    IndexList firm = foreign_offices(bench, claim, person);
    if (!firm.count)
        firm = barred_seats(bench, claim, person);
    if (firm.count)
        return (Meant){firm, meant.judged};
    if (!meant.judged.count && person != NONE)
        meant.judged = kin_offices(bench, claim);
    return meant;
}

/* --- readings --- */

static void add_reading(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                        Date when, Readings *readings)
{
    Reading reading = reading_judge(bench->arena, bench->book, claim, person, office, when);
    find_standing(bench, claim, &reading);
    reading.book = reading.facts.value[FACT_BOOK];
    if (reading.facts.value[FACT_RECORD] == RECORD_EXCLUDES) {
        /* What rests on the person's own record is as sure as that. */
        reading.book = BOOK_CLOSED_THEN;
        reading.closed_until = DAY_NONE;
    }
    *arena_push(bench->arena, readings) = reading;
}

/* A passage's own dates and the article's: a contradiction needs all of them to fail. */
static void add_readings(const Bench *bench, const Claim *claim, uint32_t person, uint32_t office,
                         Readings *readings)
{
    for (uint32_t i = 0; i < claim->times.count; i++)
        add_reading(bench, claim, person, office, claim->times.items[i], readings);
    if (date_known(bench->document->date))
        add_reading(bench, claim, person, office, bench->document->date, readings);
}

/* Keeps of some readings those that support the claim: the others say nothing. */
static void add_supporting(const Bench *bench, const Readings *from, Readings *readings)
{
    for (uint32_t i = 0; i < from->count; i++)
        if (from->items[i].verdict == VERDICT_SUPPORTED)
            *arena_push(bench->arena, readings) = from->items[i];
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
            index_list_has(claim->offices, tenure->office))
            add_readings(bench, claim, person, tenure->office, &seats);
    }
    add_supporting(bench, &seats, readings);
}

/* Offices that may only support a claim. */
static void add_other_readings(const Bench *bench, const Claim *claim, uint32_t person,
                               IndexList offices, Readings *readings)
{
    Readings found = {0};
    for (uint32_t i = 0; i < offices.count && found.count <= LIMIT_READINGS; i++)
        add_readings(bench, claim, person, offices.items[i], &found);
    add_supporting(bench, &found, readings);
}

/* Whether the person ever held an office that goes by the title. */
static bool ever_held(const Bench *bench, const Claim *claim, uint32_t person)
{
    Range tenures = person_at(bench->book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t tenure = bench->book->person_tenures[tenures.first + i];
        uint32_t office = tenure_at(bench->book, tenure)->office;
        if (index_list_has(claim->offices, office) || index_list_has(claim->loose, office))
            return true;
    }
    return false;
}

/* Who is meant: of all who bear a surname that nobody was introduced by, those who ever held such
 * an office, else those who are in a national office that day, if there are any. */
static IndexList people_of(const Bench *bench, const Claim *claim)
{
    IndexList held = {0}, busy = {0};
    for (uint32_t i = 0; claim->flags & CLAIM_NEW_SURNAME && i < claim->people.count; i++) {
        uint32_t person = claim->people.items[i];
        if (ever_held(bench, claim, person))
            *arena_push(bench->arena, &held) = person;
        if (is_in_office(bench->book, person, bench->document->date))
            *arena_push(bench->arena, &busy) = person;
    }
    return held.count ? held : busy.count ? busy : claim->people;
}

/* Of whom the book knows nothing but offices of states. */
static bool is_local(const Book *book, uint32_t person)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (place_at(book, office_at(book, office)->place)->kind != PLACE_STATE)
            return false;
    }
    return tenures.count > 0;
}

static bool all_local(const Book *book, IndexList people)
{
    for (uint32_t i = 0; i < people.count; i++)
        if (!is_local(book, people.items[i]))
            return false;
    return true;
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

/* Somebody of the name who is in office: that is enough to support a claim, and for no more. */
static void read_namesake(const Bench *bench, const Claim *claim, uint32_t person,
                          Readings *readings)
{
    Readings own = {0};
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
    /* "First Lady Jill Biden spoke. President Biden ...": not she. */
    for (uint32_t i = 0; i < claim->bearers.count; i++)
        if (ever_held(bench, claim, claim->bearers.items[i]) &&
            !index_list_has(claim->people, claim->bearers.items[i]))
            read_namesake(bench, claim, claim->bearers.items[i], readings);
}

/* What reading.c never finds; the reasons stand there. */
static const char *const never[] = {
    "{nominal: yes}", "{person: unknown, verdict: supported}",
    /* facts of one thing go together, whatever the verdict */
    "{held-on: no, tenure: [full, acting], verdict: [supported, unverifiable, contradicted]}",
    "{held-on: [yes, unknown], tenure: none, verdict: [supported, unverifiable, contradicted]}",
    "{office: [unknown, none, own-word], any: [{held-before: [yes, unknown]}, "
    "{held-on: [yes, unknown]}, {held-after: [yes, unknown]}, {other-holder: yes}, "
    "{not: {book: [open, closed-for-life]}}], verdict: [supported, unverifiable, contradicted]}",
    "{office: [unknown, none, own-word], holds: chamber, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{office: unknown, book: closed-for-life, verdict: [supported, unverifiable, contradicted]}",
    "{office: own-word, place: unsaid, verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, office: none, place: unsaid, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, office: [none, own-word], book: closed-for-life, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: known, office: [none, own-word], book: open, "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, any: [{held-before: [yes, unknown]}, {held-on: [yes, unknown]}, "
    "{held-after: [yes, unknown]}, {elsewhere: [then, ever]}, {record: excludes}, "
    "{not: {holds: nothing}}, {name: [full, surname, new-surname]}], "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: known, name: [near, strange], "
    "verdict: [supported, unverifiable, contradicted]}",
    "{person: unknown, other-holder: no, name: [turned, near], "
    "verdict: [supported, unverifiable, contradicted]}",
    /* a stranger: only a plain claim, of an office that another is known to hold */
    "{person: unknown, office: [known, unknown], any: [{status: [former, acting, elect]}, "
    "{other-holder: no}, {book: [old, stale, open]}, {name: [turned, near]}]}",
    /* whoever holds it, or perhaps does, is not contradicted, but for the word that goes with it */
    "{status: [current, acting], held-on: [yes, unknown]}",
    "{status: [current, acting], record: allows, office: known, held-on: no, book: open, "
    "person: known}",
    "{status: [current, acting], record: allows, office: unknown}",
    "{status: elect, any: [{held-on: unknown}, {office: unknown}, "
    "{held-on: no, office: known, book: [recent, old, stale, open]}]}",
    /* whoever held it was it */
    "{status: former, held-before: [yes, unknown], held-on: [no, unknown]}",
    "{status: former, held-on: unknown}",
    "{status: former, held-on: no, not: {book: closed-for-life}, any: [{elsewhere: no}, "
    "{place: unsaid}]}",
    NULL};

const Subject subject_office = {.name = "office",
                                .meaning = "that a person holds, held or will hold an office",
                                .facts = {facts, OFFICE_FACTS},
                                .placeholders = placeholders,
                                .read = find_readings,
                                .never = never};
