/* The desk of one import: the folder's records on one side, the source's rows on the other, and
 * what they settle into. people.c says who each row is of, offices.c of what, tenures.c what of it
 * is new, write.c turns it into the bytes of files.
 */
#ifndef STET_IMPORT_DESK_H
#define STET_IMPORT_DESK_H

#include "import/import.h"
#include "reference/ids.h"
#include "reference/records.h"

/* A time at a place: what tells two of one name apart where nobody says when they were born. */
typedef struct Stay {
    uint32_t place;
    Day from;
    Day to;
    uint32_t next; /* of the same person; NONE: the last */
} Stay;

typedef struct Somebody {
    View id;
    View name;
    Texts also;
    View surname;
    bool surname_first;
    Date born;
    Date died;
    View wikidata;
    uint32_t record; /* of the folder's people; NONE: new */
    Texts more;      /* names that the record does not have yet */
    bool learnt;     /* birth, death or item that the record does not have yet */
    uint32_t file;   /* where a new one is to stand; NONE: not known yet, or nowhere */
    uint32_t stays;  /* the first */
} Somebody;

typedef struct Post {
    View id;
    View title;
    View kind;
    uint32_t place;
    bool many;
    uint32_t record; /* of the folder's offices; NONE: new */
    uint32_t file;   /* where a new one is to stand */
} Post;

/* What a row comes to: a line to add, or to change. */
typedef struct Line {
    uint32_t row;
    uint32_t post;
    uint32_t person;
    uint32_t record; /* of the folder's tenures: to be ended; NONE: a new one */
} Line;

typedef struct Desk {
    Arena *arena;
    const Lore *lore;
    const ImportRequest *request;
    ImportReport *report;
    Records *records;
    Entries *rows;
    uint32_t *row_person; /* of each row; NONE: refused */
    uint32_t *row_post;
    struct {
        Somebody *items;
        uint32_t count, capacity;
    } people;
    struct {
        Post *items;
        uint32_t count, capacity;
    } posts;
    struct {
        Stay *items;
        uint32_t count, capacity;
    } stays;
    struct {
        Line *items;
        uint32_t count, capacity;
    } lines;
} Desk;

/* Each in this order; each sets what the ones before it left. */
void settle_offices(Desk *desk);
void settle_people(Desk *desk);
void settle_tenures(Desk *desk);
void write_files(Desk *desk);

/* Says that the folder holds something else, and keeps it. */
void desk_conflict(const Desk *desk, const Entry *row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
