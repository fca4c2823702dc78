/* Finds: what an importer has found, one struct an entry, before it is settled who is who.
 *
 * Importers fill them with the finds_add functions, which refuse what cannot be right; people.c and
 * tenures.c settle them, write.c writes them. All memory is the arena's; views point into the files
 * read.
 */
#ifndef STET_IMPORT_FINDS_H
#define STET_IMPORT_FINDS_H

#include "import/import.h"
#include "reference/ids.h"
#include "reference/written.h"

typedef struct ViewList {
    View *items;
    uint32_t count;
    uint32_t capacity;
} ViewList;

typedef struct FoundPlace {
    View id;
    View name;
    bool the;
    View kind;
    View in;
    ViewList also;
    ViewList codes;
} FoundPlace;

typedef struct FoundPerson {
    Where where;
    View key; /* what the source knows the person by */
    View name;
    ViewList also;
    Date born;
    Date died;
    View wikidata;
    View id;       /* settled by people.c */
    uint32_t same; /* the person that this one is: itself, or an earlier one */
    bool shelved;  /* the folder has the person in a file that is not ours */
    bool used;     /* has a tenure that is written */
    bool added;    /* has a tenure among the additions */
} FoundPerson;

typedef struct FoundSpan {
    Day from;
    Day as_of;
} FoundSpan;

typedef struct FoundOffice {
    Where where;
    View id;
    View title;
    View place;
    View kind;
    ViewList also;
    uint32_t seats;   /* 0: many */
    Day whole_from;   /* the source knows all holders from here to the day of the data; DAY_NONE: no
                       */
    Range tenures;    /* settled by tenures.c */
    FoundSpan *spans; /* `whole_from` without the days on which nobody is known */
    uint32_t span_count;
    uint32_t shelved; /* the folder's office, in a file that is not ours; or NONE */
} FoundOffice;

typedef struct FoundTenure {
    Where where;
    uint32_t office;
    uint32_t person; /* NONE: refused before, and so is the tenure */
    Date from;
    Date to;    /* DATE_NONE: open */
    Date as_of; /* DATE_NONE: that of the data */
    uint32_t flags;
    ViewList sources; /* empty: the source of the format */
    View party;
    View district;
    View note;
} FoundTenure;

typedef struct Finds {
    Arena *arena;
    Date as_of;
    ImportReport *report;
    struct {
        FoundPlace *items;
        uint32_t count, capacity;
    } places;
    struct {
        FoundOffice *items;
        uint32_t count, capacity;
    } offices;
    struct {
        FoundPerson *items;
        uint32_t count, capacity;
    } people;
    struct {
        FoundTenure *items;
        uint32_t count, capacity;
    } tenures;
    Ids place_ids;
    Ids office_ids;
    Ids person_keys;
} Finds;

Finds finds_in(Arena *arena, Date as_of, ImportReport *report);

/* Each gives the entry's index, that of the first under the same id or key. A person met again adds
 * names and what was not known. NONE: refused, and said so. */
uint32_t finds_add_place(Finds *finds, FoundPlace place);
uint32_t finds_add_office(Finds *finds, FoundOffice office);
uint32_t finds_add_person(Finds *finds, FoundPerson person);
void finds_add_tenure(Finds *finds, FoundTenure tenure);

void finds_refuse(Finds *finds, Where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void finds_doubt(Finds *finds, Where where, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds a text that is not there yet and not empty. */
void view_list_add(Arena *arena, ViewList *list, View text);

/* Days between, none of them counted: 0 where one follows the other. */
int32_t days_between(Day end, Day next);

#endif
