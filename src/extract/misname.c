/* Finds names that are nearly those of holders. It must not cry wolf: people unknown to the book,
 * of the family, or of the same name in another office are none of its business. Tests:
 * tests/unit/extract/misname.c, and the examples in rules/checks/name. */
#include "extract/misname.h"

#include "extract/spelling.h"

enum {
    ELECT_WINDOW = 400, /* days before taking office that somebody may be named by it */
    CHANGE_WINDOW = 30, /* days about a change of holder */
    FEW_OFFICES = 8,    /* a title of more offices says little without its place */
    SURNAME_MIN = 6     /* bytes of a last name alone that may be told from others */
};

/* The claim at hand. */
typedef struct Doubt {
    Arena *arena;
    const Grammar *grammar;
    const Book *book;
    const Claims *claims;
    const Claim *claim;
    const NameWords *said; /* of the name */
    Letters last;          /* of its last word */
    Letters free;          /* that carrying over adds or leaves out */
    Day earliest;          /* of the passage's dates and the article's; DAY_NONE: no date */
    Day latest;
    bool known_surname; /* the last name is that of other people of the book */
    bool related;       /* a holder bears the last name, or nearly */
    IndexList same;     /* holders who bear the name in another spelling */
    uint32_t place;     /* the newest that was looked at */
    bool foreign;       /* of it */
    NameMatch match;    /* of those found */
    IndexList people;
    struct {
        View *items;
        uint32_t count, capacity;
    } mended;
} Doubt;

static void widen(Doubt *doubt, Date date)
{
    if (!date_known(date))
        return;
    if (doubt->earliest == DAY_NONE || date.first < doubt->earliest)
        doubt->earliest = date.first;
    if (doubt->latest == DAY_NONE || date.last > doubt->latest)
        doubt->latest = date.last;
}

static bool is_about_then(const Doubt *doubt, const Tenure *tenure)
{
    bool past = doubt->claim->status == STATUS_FORMER ||
                doubt->claim->flags & (CLAIM_PAST | CLAIM_COURTESY | CLAIM_LATE);
    if (tenure->person == NONE || doubt->latest == DAY_NONE ||
        tenure->from.first > doubt->latest + ELECT_WINDOW)
        return false;
    return past || !date_known(tenure->to) || tenure->to.last >= doubt->earliest - CHANGE_WINDOW;
}

/* The office's place or the seat's state is the one that the passage says. */
static bool is_there(const Doubt *doubt, const Tenure *tenure)
{
    const Office *office = office_at(doubt->book, tenure->office);
    return claim_allows_place(doubt->book, doubt->claim, office->place) ||
           (tenure->state != NONE && claim_allows_place(doubt->book, doubt->claim, tenure->state));
}

/* Whether names of a place are carried over from another script; of one place many are asked. */
static bool is_foreign(Doubt *doubt, uint32_t place)
{
    if (place == doubt->place)
        return doubt->foreign;
    View id = book_text(doubt->book, place_at(doubt->book, place)->id);
    doubt->place = place;
    doubt->foreign = false;
    for (uint32_t i = 0; i < doubt->grammar->transliterated_count; i++)
        doubt->foreign |= view_equal(id, doubt->grammar->transliterated[i]);
    return doubt->foreign;
}

static bool is_named_elsewhere(const Doubt *doubt, uint32_t person)
{
    for (uint32_t i = 0; i < doubt->claims->count; i++)
        if (index_list_has(doubt->claims->items[i].people, person))
            return true;
    return false;
}

/* Whether title and place leave so few holders that another of this name is out of the question. */
static bool is_narrow(const Doubt *doubt, const Office *office)
{
    return office->seats == 1 &&
           (doubt->claim->places.count ||
            doubt->claim->offices.count + doubt->claim->loose.count <= FEW_OFFICES);
}

/* Whether the book is sure that this holder had the one seat on all days that may be meant,
 * whatever it knows of those before and after. Many a country has a minister of the title. */
static bool is_sure_then(const Doubt *doubt, const Tenure *tenure)
{
    const Office *office = office_at(doubt->book, tenure->office);
    Day end = date_known(tenure->to) ? tenure->to.first - CHANGE_WINDOW : tenure->as_of.first;
    return office->seats == 1 &&
           (is_narrow(doubt, office) || index_list_has(doubt->claim->implied, office->place)) &&
           !(tenure->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED)) &&
           doubt->claim->status == STATUS_CURRENT &&
           !(doubt->claim->flags & (CLAIM_PAST | CLAIM_SURNAME)) &&
           tenure->from.last + CHANGE_WINDOW <= doubt->earliest && doubt->latest <= end;
}

static bool may_doubt(const Doubt *doubt, const Tenure *tenure, NameMatch match)
{
    const Office *office = office_at(doubt->book, tenure->office);
    if (!book_knows_whole(doubt->book, tenure->office) &&
        !(match == NAME_SURNAME_NEAR && is_sure_then(doubt, tenure)))
        return false;
    switch (match) {
    case NAME_SURNAME_NEAR:
        if (doubt->claim->flags & CLAIM_SURNAME)
            return is_narrow(doubt, office) && is_named_elsewhere(doubt, tenure->person);
        return !doubt->known_surname || is_narrow(doubt, office);
    case NAME_FIRST_NEAR:
    case NAME_FIRST_DIFFERS:
        return is_narrow(doubt, office) && doubt->claim->status == STATUS_CURRENT;
    case NAME_IS_OTHER:
    case NAME_IS_RELATED:
    case NAME_IS_SAME:
        break;
    }
    return false;
}

/* What tells most holders from one who may be meant comes first, and the dearest last. */
static void consider(Doubt *doubt, const Tenure *tenure)
{
    if (!is_about_then(doubt, tenure))
        return;
    View said = doubt->claim->person_name;
    View known = book_text(doubt->book, person_at(doubt->book, tenure->person)->name);
    if (!spelling_may_match(said, known) || !is_there(doubt, tenure) ||
        index_list_has(doubt->people, tenure->person))
        return;
    bool foreign = is_foreign(doubt, office_at(doubt->book, tenure->office)->place);
    NameMatch match = doubt->claim->flags & CLAIM_SURNAME
                          ? spelling_compare_surname(doubt->grammar, doubt->said, known, foreign)
                          : spelling_compare(doubt->grammar, doubt->said, known, foreign);
    doubt->related |= match != NAME_IS_OTHER;
    if (match == NAME_IS_SAME && !index_list_has(doubt->same, tenure->person))
        *arena_push(doubt->arena, &doubt->same) = tenure->person;
    if (match < NAME_SURNAME_NEAR || match > doubt->match || !may_doubt(doubt, tenure, match))
        return;
    if (match < doubt->match)
        doubt->people.count = doubt->mended.count = 0;
    doubt->match = match;
    *arena_push(doubt->arena, &doubt->people) = tenure->person;
    *arena_push(doubt->arena, &doubt->mended) =
        spelling_mend(doubt->arena, doubt->grammar, said, known, match);
}

static bool is_surname_of_book(const Book *book, View name)
{
    size_t start = name.len;
    while (start && name.at[start - 1] != ' ')
        start--;
    uint32_t node = lexicon_phrase(&book->names, view_slice(name, start, name.len));
    if (node == UINT32_MAX)
        return false;
    LexiconEntries entries = lexicon_entries(&book->names, node);
    for (uint32_t i = 0; i < entries.count; i++)
        if (entries.items[i].kind == NAME_SURNAME)
            return true;
    return false;
}

static bool is_in_doubt(const Claim *claim)
{
    if (claim->kind != CLAIM_OFFICE || claim->people.count ||
        claim->offices.count + claim->loose.count == 0 ||
        claim->flags & (CLAIM_NOMINAL | CLAIM_SOON) ||
        (claim->flags & CLAIM_OTHER_BODY && !claim->places.count))
        return false;
    return !(claim->flags & CLAIM_SURNAME) ||
           (claim->person_name.len >= SURNAME_MIN && !(claim->flags & CLAIM_HEADLINE));
}

/* Looks through the holders of all these offices: senators there were two thousand. */
static void look_through(Doubt *doubt, IndexList offices)
{
    const int changes = spelling_changes(doubt->said);
    for (uint32_t i = 0; i < offices.count; i++) {
        Range tenures = office_at(doubt->book, offices.items[i])->tenures;
        for (uint32_t t = tenures.first; t < tenures.first + tenures.count; t++)
            if (letters_are_near(doubt->last, tenure_letters(doubt->book, t), doubt->free, changes))
                consider(doubt, tenure_at(doubt->book, t));
    }
}

/* Another spelling of a holder's name is his, and may support the claim; of whoever is perhaps of
 * his family nothing is said. */
static void settle(Doubt *doubt, Claims *claims, uint32_t index)
{
    Claim *office = &claims->items[index];
    if (doubt->related)
        office->flags |= CLAIM_UNSURE_NAME;
    if (doubt->same.count == 1) {
        office->people = doubt->same;
        office->flags |= CLAIM_NAMESAKE;
    }
    if (doubt->same.count || !doubt->people.count)
        return;
    Claim name = *office;
    name.kind = CLAIM_NAME;
    name.span = name.said_span = office->person_span;
    name.people = doubt->people;
    name.match = doubt->match;
    name.mended = doubt->mended.items;
    *arena_push(doubt->arena, claims) = name;
}

void find_misnames(Arena *arena, const Grammar *grammar, const Book *book, const Document *document,
                   Claims *claims)
{
    uint32_t count = claims->count;
    for (uint32_t i = 0; i < count; i++) {
        const Claim *claim = &claims->items[i];
        if (!is_in_doubt(claim))
            continue;
        Doubt doubt = {.arena = arena,
                       .grammar = grammar,
                       .book = book,
                       .claims = claims,
                       .claim = claim,
                       .said = spelling_words(arena, grammar, claim->person_name),
                       .last = letters_of(last_word(claim->person_name)),
                       .free = spelling_free_letters(grammar),
                       .earliest = DAY_NONE,
                       .latest = DAY_NONE,
                       .known_surname = is_surname_of_book(book, claim->person_name),
                       .place = NONE,
                       .match = NAME_FIRST_DIFFERS};
        widen(&doubt, document->date);
        for (uint32_t t = 0; t < claim->times.count; t++)
            widen(&doubt, claim->times.items[t]);
        look_through(&doubt, claim->offices);
        look_through(&doubt, claim->loose);
        settle(&doubt, claims, i);
    }
}
