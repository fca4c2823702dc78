/* The book: places, offices, people and tenures, as a read-only image without pointers.
 *
 * The image is what `reference/compile.h` makes of the YAML; it can be mapped from a file at any
 * address and shared by threads. Records are reached by index, text by (offset, length).
 * Tenures stand by office, in order of time; `person_tenures` lists them by person, in order of
 * time.
 *
 * Opening checks the header alone, so that it takes as long for any book. A record is looked at
 * when it is asked for (`place_at` and its like): one that cannot be right is as good as none, and
 * what it holds (ranges, dates) can be used as it stands. An index in it may still lead nowhere.
 */
#ifndef STET_REFERENCE_BOOK_H
#define STET_REFERENCE_BOOK_H

#include "base/date.h"
#include "base/trouble.h"
#include "reference/proof.h"
#include "text/letters.h"
#include "text/lexicon.h"

#define NONE UINT32_MAX /* no index */

typedef struct Text {
    uint32_t off;
    uint32_t len;
} Text; /* in the book's strings */

typedef struct Range {
    uint32_t first;
    uint32_t count;
} Range; /* of another array */

/* A name of a place or a title of an office that was not always in use, or a party that a person
 * was of; both days inclusive. */
typedef struct DatedName {
    Text name;
    Date from; /* DATE_NONE: not known, or from the start */
    Date to;   /* DATE_NONE: in use */
    uint32_t flags;
} DatedName;

enum {
    DATED_OWN = 1 << 0,   /* the name proper; without it one that it goes by as well */
    DATED_COMMON = 1 << 1 /* a title of all offices of the kind: understood at any time */
};

typedef struct Place {
    Text id;         /* "nl", "us-oh", "nato" */
    Text name;       /* as the editor writes it: "Netherlands" */
    Text full;       /* with its article where it has one: "the Netherlands" */
    Text demonym;    /* the first, "Dutch"; may be empty */
    uint32_t parent; /* place, or NONE */
    uint8_t kind;    /* PlaceKind */
    uint8_t flags;
    uint8_t pad[2];
    Range has_no; /* of `kind_list`: kinds of office that it does not have */
    Range dated;  /* of `dated`: names with dates, the name proper first */
} Place;

typedef enum PlaceKind { PLACE_COUNTRY, PLACE_STATE, PLACE_ORGANISATION } PlaceKind;

enum {
    PLACE_KEEPS_TITLES = 1 << 0 /* past holders keep titles of TITLE_COURTESY there */
};

typedef struct Office {
    Text id;    /* "nl/minister-of-defence" */
    Text title; /* "Minister of Defence" */
    uint32_t place;
    uint32_t kind;      /* of `kinds`: "defence"; NONE where the office is of no common kind */
    uint32_t seats;     /* holders at one time; 1 unless said; 0: unknown or many */
    Date as_of;         /* the last day for which the sources were looked at */
    Range complete;     /* of `spans` */
    Range tenures;      /* of `tenures`, in order of time */
    Range excludes;     /* of `office_list`: never held with it by one person on one day */
    Range successors;   /* of `office_list`: offices that took over from it */
    Range predecessors; /* of `office_list`: those that it took over from */
    Range dated;        /* of `dated`: titles with dates, the title proper first */
    Text file;          /* where it stands, below the reference folder */
    uint32_t line;
} Office;

/* Days over which the succession of an office is known whole, both inclusive. */
typedef struct CompleteSpan {
    Day from;
    Day as_of;
} CompleteSpan;

enum {
    PERSON_SURNAME_FIRST = 1 << 0 /* the name begins with the surname: "Xi Jinping" */
};

typedef struct Person {
    Text id;   /* "mark-rutte" */
    Text name; /* the name that news uses */
    Date born; /* DATE_NONE: not known */
    Date died; /* DATE_NONE: alive, as far as known */
    Text wikidata;
    uint32_t flags;
    Range tenures; /* of `person_tenures` */
    Range parties; /* of `dated`, in order of time */
    Text file;
    uint32_t line;
} Person;

enum {
    TENURE_ACTING = 1 << 0,
    TENURE_UNCONFIRMED = 1 << 1,     /* may support, never contradict */
    TENURE_END_UNCONFIRMED = 1 << 2, /* the end only: confirmed up to as_of */
    TENURE_PLANNED_END = 1 << 3      /* `to` is a plan */
};

typedef struct Tenure {
    uint32_t person; /* NONE: nobody, the office was vacant */
    uint32_t office;
    Date from;
    Date to;    /* DATE_NONE: open */
    Date as_of; /* the last day for which a source vouches for it */
    uint32_t flags;
    uint32_t state;    /* the place that the seat is of; NONE: not said */
    Text district;     /* "7", "at-large"; empty: none, or not said */
    Text senate_class; /* "1", "2", "3"; empty: none, or not said */
    Text party;        /* "Democrat"; empty: not said */
    Range sources;     /* of `source_list` */
    Text file;
    uint32_t line;
} Tenure;

typedef struct Source {
    Text id;
    Text title;
    Text licence;
    Text url;
} Source;

/* What a phrase of the book's lexicon means. */
typedef enum NameKind {
    NAME_PERSON = 1, /* id: person */
    NAME_SURNAME,    /* id: person; a part of a name that may stand alone once the whole was said,
                        or beside a title */
    NAME_PLACE,      /* id: place; a name: "Netherlands" */
    NAME_DEMONYM,    /* id: place: "Dutch" */
    NAME_METONYM,    /* id: place: "The Hague" */
    NAME_TITLE,      /* id: of `titles` */
    NAME_CODE        /* id: place; in party tags only: "N.Y.", "NY" */
} NameKind;

/* Flags of entries of people. */
enum {
    NAME_LACKS_SUFFIX =
        1 << 0 /* "Robert F. Kennedy" for Robert F. Kennedy Jr.: may be the father */
};

/* A title as print has it ("defence minister", "ministers of defence"): a set of offices. A flag
 * holds for the whole set: a phrase that is loose for some offices and not for others is two
 * titles. */
enum {
    TITLE_PLURAL = 1 << 0,
    TITLE_LOOSE = 1 << 1,    /* "leader", "top diplomat": may support, never contradict */
    TITLE_COURTESY = 1 << 2, /* kept for life before a name where the country does so */
    TITLE_SHORT = 1 << 3     /* an abbreviation that stands only before a name: "Sen." */
};

typedef struct Title {
    Text text;     /* as first written in the YAML */
    uint32_t kind; /* of `kinds`: that of titles.yaml which lists it, else that of its offices;
                      NONE: none, or several */
    uint32_t flags;
    Range offices; /* of `title_offices`, rising; empty: no office in the book has it */
} Title;

typedef struct Book {
    View image;
    Text version; /* hash of the bytes that it was made of, 32 hex digits */
    Date as_of;   /* the latest as_of of any office */
    const char *strings;
    uint32_t string_bytes;
    const Place *places;
    uint32_t place_count;
    const Office *offices;
    uint32_t office_count;
    const Person *people;
    uint32_t person_count;
    const Tenure *tenures;
    uint32_t tenure_count;
    const Letters *holders; /* of each tenure: the last word of its holder's name */
    uint32_t holder_count;
    const uint32_t *person_tenures;
    uint32_t person_tenure_count;
    const CompleteSpan *spans;
    uint32_t span_count;
    const DatedName *dated;
    uint32_t dated_count;
    const Source *sources;
    uint32_t source_count;
    const uint32_t *source_list;
    uint32_t source_list_count;
    const Text *kinds; /* of offices: "defence", "head-of-government" */
    uint32_t kind_count;
    const uint32_t *kind_list;
    uint32_t kind_list_count;
    const uint32_t *office_list;
    uint32_t office_list_count;
    const Title *titles;
    uint32_t title_count;
    const uint32_t *title_offices;
    uint32_t title_office_count;
    Lexicon names;
    struct {
        Proof places, offices, people, tenures;
    } proofs;
} Book;

/* Builds the book over an image, which is lent and must start on a multiple of 8 bytes. False and
 * trouble where the bytes are no whole image of this version and machine; reads the header only.
 * What it learns of records is the arena's. */
bool book_open(Arena *arena, View image, Book *out, Troubles *troubles);

/* Whether all bytes are those that the compiler wrote; trouble where they are not. Reads all. */
bool book_verify(const Book *book, Troubles *troubles);

/* The empty view where the bytes are not in the book, or no UTF-8. */
View book_text(const Book *book, Text text);

/* Records by index. Where there is none, or it cannot be right: one without texts, with empty
 * ranges, DATE_NONE for dates that may be unknown, and NONE for indexes. */
static inline const Place *place_at(const Book *book, uint32_t index);
static inline const Office *office_at(const Book *book, uint32_t index);
static inline const Person *person_at(const Book *book, uint32_t index);
static inline const Tenure *tenure_at(const Book *book, uint32_t index);
const Title *title_at(const Book *book, uint32_t index);
const Source *source_at(const Book *book, uint32_t index);
const CompleteSpan *span_at(const Book *book, uint32_t index);
const DatedName *dated_at(const Book *book, uint32_t index);
View kind_at(const Book *book, uint32_t index); /* its id */

/* Whether an office is of the kind with this id. */
bool office_is_kind(const Book *book, uint32_t office, View kind);

/* Whether it is a president's or a head of government's: who leads one country leads no other. */
bool office_leads(const Book *book, uint32_t office);

/* Whether it is a body's in its country: a bank's, a party's, a chamber's. */
bool office_is_of_body(const Book *book, uint32_t office);

/* The indexes in a record, for loops over many that need nothing else of it; each may lead nowhere.
 */
static inline uint32_t office_place(const Book *book, uint32_t office)
{
    return office < book->office_count ? book->offices[office].place : NONE;
}

static inline uint32_t place_parent(const Book *book, uint32_t place)
{
    return place < book->place_count ? book->places[place].parent : NONE;
}

static inline uint32_t office_kind(const Book *book, uint32_t office)
{
    return office < book->office_count ? book->offices[office].kind : NONE;
}

static inline uint32_t tenure_office(const Book *book, uint32_t tenure)
{
    return tenure < book->tenure_count ? book->tenures[tenure].office : NONE;
}

/* The letters of a holder's last name. */
static inline Letters tenure_letters(const Book *book, uint32_t tenure)
{
    return tenure < book->holder_count ? book->holders[tenure] : 0;
}

/* Whether the book knows all holders of an office at some time. One of which it does not may
 * support a claim, and says nothing else. */
static inline bool book_knows_whole(const Book *book, uint32_t office)
{
    return office < book->office_count && book->offices[office].complete.count > 0;
}

/* What an office or a place was called at a time; DATE_NONE: what it is called now. */
View book_title(const Book *book, uint32_t office, Date when);
View book_place_name(const Book *book, uint32_t place, Date when);

/* The last time of a tenure that the book knows: it is told of by the names of then. */
Date tenure_time(const Tenure *tenure);

/* The party of a tenure's holder: as the tenure says, else the one that the person was of all the
 * while; empty: neither says. */
View tenure_party(const Book *book, const Tenure *tenure);

/* Whether a name was surely in use at a time. */
bool dated_covers(const DatedName *dated, Date when);

/* Indexes by id; NONE where there is none. Not for hot paths. */
uint32_t book_place(const Book *book, View id);
uint32_t book_office(const Book *book, View id);
uint32_t book_person(const Book *book, View id);
uint32_t book_kind(const Book *book, View id);

/* Where a place stands inside another (or is it): Ohio in the United States. */
static inline bool book_within(const Book *book, uint32_t place, uint32_t outer);

/* Whether an office took over from another, or from one that did. */
bool book_took_over(const Book *book, uint32_t office, uint32_t other);

/* Whether a place is known to have no office of a kind: Japan has no president. */
bool book_lacks(const Book *book, uint32_t place, uint32_t kind);

/* The complete span of an office that holds all days from..to, or NULL. */
const CompleteSpan *book_complete(const Book *book, uint32_t office, Day from, Day to);

/* --- what is asked most --- */

/* Records that were not looked at yet. */

const Place *place_proved(const Book *book, uint32_t index);
const Office *office_proved(const Book *book, uint32_t index);
const Person *person_proved(const Book *book, uint32_t index);
const Tenure *tenure_proved(const Book *book, uint32_t index);

static inline const Place *place_at(const Book *book, uint32_t index)
{
    bool known = index < book->place_count && proof_has(book->proofs.places, index);
    return known ? &book->places[index] : place_proved(book, index);
}

static inline const Office *office_at(const Book *book, uint32_t index)
{
    bool known = index < book->office_count && proof_has(book->proofs.offices, index);
    return known ? &book->offices[index] : office_proved(book, index);
}

static inline const Person *person_at(const Book *book, uint32_t index)
{
    bool known = index < book->person_count && proof_has(book->proofs.people, index);
    return known ? &book->people[index] : person_proved(book, index);
}

static inline const Tenure *tenure_at(const Book *book, uint32_t index)
{
    bool known = index < book->tenure_count && proof_has(book->proofs.tenures, index);
    return known ? &book->tenures[index] : tenure_proved(book, index);
}

enum { PLACE_DEPTH = 8 }; /* places inside one another: states inside countries are 2 */

static inline bool book_within(const Book *book, uint32_t place, uint32_t outer)
{
    for (int depth = 0; place != NONE && depth < PLACE_DEPTH; depth++) {
        if (place == outer)
            return true;
        place = place_parent(book, place);
    }
    return false;
}

#endif
