/* Finds which offices and which people a claim can mean.
 * Tests: tests/unit/judge/judge.c, and the examples in rules/checks/office. */
#include "judge/meaning.h"

#include "judge/office.h"

/* A title that no more countries have is theirs, and not of any country. */
enum { FEW_COUNTRIES = 2 };

/* --- offices --- */

/* Where a person is at home: every office that he holds or held, and their places. A seat in a
 * chamber, or an office that the book does not know well, makes a place his own while it lasts, for
 * later he may hold the like at home: a state's attorney general has nothing to do with the
 * nation's. A post of a bank, a party or a chamber makes none his ("its president, Joachim Nagel"),
 * nor one that is not confirmed: some lists have the states' ministers among the nation's. */
typedef struct Home {
    IndexList offices;
    IndexList places;
    uint64_t office_bits; /* nearly all other offices lack theirs, and their places' */
    uint64_t place_bits;
} Home;

static uint64_t home_bit(uint32_t index)
{
    return (uint64_t)1 << (index & 63);
}

static inline bool is_home(const Home *home, uint32_t office, uint32_t place)
{
    bool perhaps = (home->place_bits >> (place & 63) | home->office_bits >> (office & 63)) & 1;
    return perhaps &&
           (index_list_has(home->places, place) || index_list_has(home->offices, office));
}

static void list_once(Arena *arena, IndexList *list, uint32_t index)
{
    if (!index_list_has(*list, index))
        *arena_push(arena, list) = index;
}

IndexList offices_held(const Bench *bench, uint32_t person)
{
    IndexList offices = {0};
    Range tenures = person_at(bench->book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++)
        list_once(bench->arena, &offices,
                  tenure_office(bench->book, bench->book->person_tenures[tenures.first + i]));
    return offices;
}

static Home home_of(const Bench *bench, uint32_t person)
{
    const Book *book = bench->book;
    Home home = {.offices = offices_held(bench, person)};
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        const Office *held = office_at(book, tenure->office);
        bool lasts = !date_known(tenure->to) || !date_known(bench->document->date) ||
                     bench->document->date.first <= tenure->to.last + bench->policy->grace;
        bool sure = lasts && !(tenure->flags & TENURE_UNCONFIRMED);
        if ((sure || (held->seats == 1 && book_knows_whole(book, tenure->office))) &&
            !office_is_of_body(book, tenure->office))
            list_once(bench->arena, &home.places, held->place);
        home.office_bits |= home_bit(tenure->office);
        home.place_bits |= home_bit(held->place);
    }
    return home;
}

static bool any_whole(const Book *book, IndexList offices)
{
    for (uint32_t i = 0; i < offices.count; i++)
        if (book_knows_whole(book, offices.items[i]))
            return true;
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

uint32_t country_of(const Book *book, uint32_t place)
{
    while (place != NONE && place_at(book, place)->kind == PLACE_STATE)
        place = place_at(book, place)->parent;
    return place;
}

/* Those of a country and of its states. */
static IndexList offices_within(const Bench *bench, IndexList offices, uint32_t country)
{
    IndexList within = {0};
    for (uint32_t i = 0; i < offices.count; i++)
        if (country_of(bench->book, office_place(bench->book, offices.items[i])) == country)
            *arena_push(bench->arena, &within) = offices.items[i];
    return within;
}

static bool is_said_place(const Claim *claim, uint32_t place)
{
    return index_list_has(claim->places, place);
}

/* Of some offices those that are judged: those that the book knows, where there are any. Where the
 * place that is said has such an office, none of a state in it is meant ("U.S. Attorney General").
 */
static Meant sort_out(const Bench *bench, const Claim *claim, IndexList offices)
{
    Meant meant = {0};
    if (!offices.count)
        return meant;
    bool exact = false, whole = any_whole(bench->book, offices);
    for (uint32_t i = 0; claim->places.count && i < offices.count; i++)
        exact |= is_said_place(claim, office_place(bench->book, offices.items[i]));
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t office = offices.items[i];
        bool own = !exact || is_said_place(claim, office_place(bench->book, office));
        bool judged = exact ? own : !whole || book_knows_whole(bench->book, office);
        if (own)
            *arena_push(bench->arena, judged ? &meant.judged : &meant.others) = office;
    }
    return meant;
}

/* Those at the places that are said. Neighbours in a title's list are often of one place. */
static IndexList offices_said(const Bench *bench, const Claim *claim, IndexList titled)
{
    IndexList offices = {0};
    uint32_t last = NONE;
    bool allowed = false;
    for (uint32_t i = 0; i < titled.count; i++) {
        uint32_t place = office_place(bench->book, titled.items[i]);
        if (!i || place != last)
            allowed = claim_allows_place(bench->book, claim, place);
        last = place;
        if (allowed)
            *arena_push(bench->arena, &offices) = titled.items[i];
    }
    return offices;
}

static IndexList offices_at_home(const Bench *bench, IndexList titled, uint32_t person)
{
    IndexList offices = {0};
    if (person == NONE)
        return offices;
    Home home = home_of(bench, person);
    for (uint32_t i = 0; i < titled.count; i++)
        if (is_home(&home, titled.items[i], office_place(bench->book, titled.items[i])))
            *arena_push(bench->arena, &offices) = titled.items[i];
    return offices;
}

static IndexList offices_at(const Bench *bench, IndexList titled, uint32_t place)
{
    IndexList offices = {0};
    for (uint32_t i = 0; place != NONE && i < titled.count; i++)
        if (office_place(bench->book, titled.items[i]) == place)
            *arena_push(bench->arena, &offices) = titled.items[i];
    return offices;
}

/* Whether one of some places is neither this one nor an organisation. */
static bool any_other(const Book *book, IndexList places, uint32_t place)
{
    for (uint32_t i = 0; i < places.count; i++)
        if (places.items[i] != place && place_at(book, places.items[i])->kind != PLACE_ORGANISATION)
            return true;
    return false;
}

/* "Uzbekistan's president is dead. Prime Minister Shavkat Mirziyoyev mourned": an article that
 * speaks of another country, or of a state within the home country, need not mean the home's own
 * offices; nor does a sentence that does so of a stranger. */
static bool means_home(const Bench *bench, const Claim *claim)
{
    uint32_t home = bench->policy->home;
    return home != NONE && !any_other(bench->book, claim->implied, home) &&
           !any_other(bench->book, claim->around, home);
}

/* Whether a person is known from offices of other places alone, posts in a party apart. */
static bool is_stranger_to(const Bench *bench, uint32_t person, uint32_t place)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_office(book, book->person_tenures[tenures.first + i]);
        if (office_place(book, office) == place && !office_is_of_body(book, office))
            return false;
    }
    return tenures.count;
}

static Meant find_own(const Bench *bench, const Claim *claim, IndexList titled, uint32_t person)
{
    IndexList offices = offices_at_home(bench, titled, person);
    uint32_t home = bench->policy->home;
    if (!offices.count && means_home(bench, claim) &&
        (person == NONE || !is_stranger_to(bench, person, home)))
        offices = offices_at(bench, titled, home);
    return sort_out(bench, claim, offices);
}

/* Of two places of a name ("Congolese") the one is meant of which the person holds or held the
 * office. */
static IndexList offices_of_his(const Bench *bench, const Claim *claim, IndexList offices,
                                uint32_t person)
{
    if (claim->places.count < 2 || person == NONE)
        return offices;
    IndexList held = offices_held(bench, person), his = {0};
    for (uint32_t i = 0; i < offices.count; i++)
        if (index_list_has(held, offices.items[i]))
            *arena_push(bench->arena, &his) = offices.items[i];
    return his.count ? his : offices;
}

Meant own_offices(const Bench *bench, const Claim *claim, IndexList titled, uint32_t person)
{
    if (!titled.count)
        return (Meant){0};
    if (claim->places.count)
        return sort_out(bench, claim,
                        offices_of_his(bench, claim, offices_said(bench, claim, titled), person));
    if (!bench->own || claim->around.count) /* all claims of an article imply the same */
        return find_own(bench, claim, titled, person);
    OwnKept *kept = &bench->own[(person + titled.count) % OWN_KEPT];
    if (kept->person != person || kept->titled.items != titled.items ||
        kept->titled.count != titled.count)
        *kept = (OwnKept){titled, person, find_own(bench, claim, titled, person)};
    return kept->meant;
}

/* The one place that is said; of two of a name ("Senator Jon Ossoff of Georgia") the one whose
 * country has offices of the title. NONE: there is none, or several. */
static uint32_t place_said(const Bench *bench, const Claim *claim)
{
    uint32_t place = NONE;
    if (claim->places.count == 1)
        return claim->places.items[0];
    for (uint32_t i = 0; i < claim->places.count; i++) {
        uint32_t country = country_of(bench->book, claim->places.items[i]);
        if (!offices_within(bench, claim->offices, country).count)
            continue;
        if (place != NONE)
            return NONE;
        place = claim->places.items[i];
    }
    return place;
}

/* The countries of which these offices are, or more than a few of them. */
static IndexList countries_of(const Bench *bench, IndexList offices)
{
    IndexList countries = {0};
    for (uint32_t i = 0; i < offices.count && countries.count <= FEW_COUNTRIES; i++)
        list_once(bench->arena, &countries,
                  country_of(bench->book, office_place(bench->book, offices.items[i])));
    return countries;
}

bool is_foreigner(const Book *book, uint32_t person, uint32_t country)
{
    Range tenures = person_at(book, person)->tenures;
    bool well = false;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_office(book, book->person_tenures[tenures.first + i]);
        if (country_of(book, office_place(book, office)) == country)
            return false;
        well |= book_knows_whole(book, office);
    }
    return well;
}

/* Whether a tenure is of the one seat of an office that the book knows whole, and surely of the
 * article's day. */
static bool is_sure_now(const Bench *bench, const Tenure *tenure)
{
    return date_known(bench->document->date) &&
           office_at(bench->book, tenure->office)->seats == 1 &&
           book_knows_whole(bench->book, tenure->office) &&
           tenure_covers_firmly(tenure, bench->document->date, bench->policy->grace);
}

/* Whether a person holds the one seat of a national office on the article's day. */
static bool is_in_office(const Bench *bench, uint32_t person)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (is_sure_now(bench, tenure) &&
            place_at(book, office_place(book, tenure->office))->kind == PLACE_COUNTRY)
            return true;
    }
    return false;
}

/* Whether a person holds, on a day, an office that rules this one out by the book's own word. */
static bool is_barred(const Bench *bench, uint32_t person, uint32_t office, Date when)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count && date_known(when); i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        Range excludes = office_at(book, tenure->office)->excludes;
        for (uint32_t e = 0; e < excludes.count; e++)
            if (book->office_list[excludes.first + e] == office &&
                tenure_covers_firmly(tenure, when, bench->policy->grace))
                return true;
    }
    return false;
}

/* Whether a person holds a national office on the article's day and leads no country, for whoever
 * does may hold any portfolio at home ("Agriculture Secretary Ferdinand Marcos"). */
static bool serves_now(const Bench *bench, uint32_t person)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    Date today = bench->document->date;
    for (uint32_t i = 0; i < tenures.count && date_known(today); i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (office_leads(book, tenure->office) &&
            tenure_covers(tenure, today, bench->policy->grace))
            return false;
    }
    return is_in_office(bench, person);
}

bool claim_implies(const Bench *bench, const Claim *claim, uint32_t country)
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
        uint32_t office = tenure_office(book, book->person_tenures[tenures.first + i]);
        if (claim_implies(bench, claim, country_of(book, office_place(book, office))))
            return true;
    }
    return false;
}

/* "Foreign Affairs and Trade Minister Simon Coveney": one country's words for what another calls
 * otherwise. A minister is no secretary. */
static bool held_the_like(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t held = tenure_office(book, book->person_tenures[tenures.first + i]);
        uint32_t kind = office_kind(book, held);
        for (uint32_t o = 0; kind != NONE && o < claim->offices.count; o++)
            if (office_kind(book, claim->offices.items[o]) == kind && is_minister(book, held) &&
                is_minister(book, claim->offices.items[o]))
                return true;
    }
    return false;
}

/* "Commerce Secretary Justin Trudeau", "Secretary of State Justin Trudeau": of countries to which
 * the person has nothing to do, where no more than two have the title (the Vatican has a secretary
 * of state, too), and either the article spoke of one and not of his own, which may have such an
 * office too, or he is busy elsewhere. Likewise a seat for one of its states ("Senator Narendra
 * Modi of Massachusetts"). */
static IndexList foreign_offices(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    IndexList none = {0}, offices = whole_offices(bench, claim->offices);
    uint32_t place = place_said(bench, claim);
    if (place != NONE)
        offices = offices_within(bench, offices, country_of(book, place));
    IndexList countries = countries_of(bench, offices);
    if (person == NONE || !countries.count || claim->flags & CLAIM_SURNAME ||
        (!claim->places.count && (countries_of(bench, claim->offices).count > FEW_COUNTRIES ||
                                  held_the_like(bench, claim, person))))
        return none;
    bool spoken_of = false, said = false;
    for (uint32_t i = 0; i < countries.count; i++) {
        uint32_t country = countries.items[i];
        if (country == NONE || place_at(book, country)->kind != PLACE_COUNTRY ||
            !is_foreigner(book, person, country))
            return none;
        spoken_of |= claim_implies(bench, claim, country);
        said |= place != NONE && country_of(book, place) == country;
    }
    bool meant = claim->places.count ? said
                                     : (spoken_of && !is_of_implied(bench, claim, person)) ||
                                           serves_now(bench, person);
    return meant ? offices : none;
}

/* "Vermont Rep. Peter Welch" of a senator: who sits in one chamber sits in no other. */
static IndexList barred_seats(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    IndexList offices = {0};
    uint32_t state = place_said(bench, claim);
    for (uint32_t i = 0; person != NONE && state != NONE && i < claim->offices.count; i++) {
        const Office *office = office_at(book, claim->offices.items[i]);
        if (office->seats != 1 && state != office->place &&
            country_of(book, state) == office->place &&
            is_barred(bench, person, claim->offices.items[i], bench->document->date))
            *arena_push(bench->arena, &offices) = claim->offices.items[i];
    }
    return offices;
}

/* "Former Senator Marco Rubio of Florida" of one who sits for Florida: nobody calls a sitting
 * senator by the seat that he had at home. */
static IndexList kept_seats(const Bench *bench, const Claim *claim, uint32_t person)
{
    const Book *book = bench->book;
    IndexList offices = {0}, none = {0};
    uint32_t place = place_said(bench, claim);
    if (claim->status != STATUS_FORMER || person == NONE || place == NONE ||
        !date_known(bench->document->date))
        return none;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (!offices_have(book, claim->offices, tenure->office))
            continue;
        if (office_place(book, tenure->office) == place)
            return none;
        if (tenure->state == place &&
            tenure_covers_firmly(tenure, bench->document->date, bench->policy->grace))
            list_once(bench->arena, &offices, tenure->office);
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
        uint32_t own = office_kind(book, claim->offices.items[i]);
        if (own == NONE || (kind != NONE && own != kind))
            return offices;
        kind = own;
    }
    for (uint32_t o = 0; kind != NONE && claim->places.count == 1 && o < book->office_count; o++)
        if (office_kind(book, o) == kind && office_place(book, o) == claim->places.items[0])
            *arena_push(bench->arena, &offices) = o;
    return offices;
}

/* Whether a person surely holds an office alone on the article's day. */
static bool holds_now(const Bench *bench, uint32_t person, uint32_t office)
{
    const Book *book = bench->book;
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
        if (tenure->office == office && is_sure_now(bench, tenure))
            return true;
    }
    return false;
}

/* "Former Queen Elizabeth II": a consort is queen as well, but whoever reigns is meant as such.
 * "Former Secretary Mayorkas": there are many secretaries, but he is and was no other. */
static IndexList offices_meant(const Bench *bench, const Claim *claim, uint32_t person)
{
    IndexList meant = {0}, none = {0}, held = {0};
    bool now = false;
    if (person == NONE || claim->status != STATUS_FORMER || claim->offices.count)
        return none;
    held = offices_held(bench, person);
    for (uint32_t i = 0; i < claim->loose.count; i++) {
        uint32_t office = claim->loose.items[i];
        if (!index_list_has(held, office) ||
            !claim_allows_place(bench->book, claim, office_place(bench->book, office)))
            continue;
        *arena_push(bench->arena, &meant) = office;
        now |= office_is_kind(bench->book, office, VIEW("monarch")) ||
               holds_now(bench, person, office);
    }
    return now && (meant.count == 1 || office_is_kind(bench->book, meant.items[0], VIEW("monarch")))
               ? meant
               : none;
}

Meant offices_of(const Bench *bench, const Claim *claim, uint32_t person)
{
    Meant meant = own_offices(bench, claim, claim->offices, person);
    IndexList own = offices_meant(bench, claim, person);
    if (own.count)
        return (Meant){own, meant.judged};
    if (any_whole(bench->book, meant.judged))
        return meant;
    IndexList firm = foreign_offices(bench, claim, person);
    if (!firm.count)
        firm = barred_seats(bench, claim, person);
    if (!firm.count)
        firm = kept_seats(bench, claim, person);
    if (firm.count)
        return (Meant){firm, meant.judged};
    if (!meant.judged.count && person != NONE)
        meant.judged = kin_offices(bench, claim);
    return meant;
}

/* --- people --- */

bool ever_held(const Bench *bench, const Claim *claim, uint32_t person)
{
    Range tenures = person_at(bench->book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t tenure = bench->book->person_tenures[tenures.first + i];
        uint32_t office = tenure_office(bench->book, tenure);
        if (offices_have(bench->book, claim->offices, office) ||
            offices_have(bench->book, claim->loose, office))
            return true;
    }
    return false;
}

bool is_local(const Book *book, uint32_t person)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_office(book, book->person_tenures[tenures.first + i]);
        if (place_at(book, office_place(book, office))->kind != PLACE_STATE)
            return false;
    }
    return tenures.count > 0;
}

/* Whether a person held the office claimed, at the place said. */
static bool held_there(const Bench *bench, const Claim *claim, uint32_t person)
{
    Range tenures = person_at(bench->book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        const Tenure *tenure =
            tenure_at(bench->book, bench->book->person_tenures[tenures.first + i]);
        bool titled = offices_have(bench->book, claim->offices, tenure->office) ||
                      offices_have(bench->book, claim->loose, tenure->office);
        if (titled &&
            (claim_allows_place(bench->book, claim, office_place(bench->book, tenure->office)) ||
             (tenure->state != NONE && claim_allows_place(bench->book, claim, tenure->state))))
            return true;
    }
    return false;
}

/* "Spain's former prime minister, Pedro Sánchez": of several bearers of a name the one who was it,
 * and no minister of Colombia. Who is known at home only stays, for he may support. */
static IndexList holders_among(const Bench *bench, const Claim *claim, IndexList people)
{
    IndexList left = {0};
    bool held = false;
    for (uint32_t i = 0; people.count > 1 && i < people.count; i++) {
        bool local = is_local(bench->book, people.items[i]);
        bool holder = !local && held_there(bench, claim, people.items[i]);
        held |= holder;
        if (local || holder)
            *arena_push(bench->arena, &left) = people.items[i];
    }
    return held ? left : people;
}

IndexList people_of(const Bench *bench, const Claim *claim)
{
    IndexList held = {0}, busy = {0};
    for (uint32_t i = 0; claim->flags & CLAIM_NEW_SURNAME && i < claim->people.count; i++) {
        uint32_t person = claim->people.items[i];
        if (ever_held(bench, claim, person))
            *arena_push(bench->arena, &held) = person;
        if (is_in_office(bench, person))
            *arena_push(bench->arena, &busy) = person;
    }
    return holders_among(bench, claim, held.count ? held : busy.count ? busy : claim->people);
}

bool all_local(const Book *book, IndexList people)
{
    for (uint32_t i = 0; i < people.count; i++)
        if (!is_local(book, people.items[i]))
            return false;
    return true;
}
