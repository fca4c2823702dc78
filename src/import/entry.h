/* An entry: somebody held something, as a source says it. Every importer gives entries, whatever
 * its format; people.c, offices.c and tenures.c settle what they mean in the book.
 *
 * Views point into the file read or into the arena of the entries.
 */
#ifndef STET_IMPORT_ENTRY_H
#define STET_IMPORT_ENTRY_H

#include "base/date.h"
#include "base/trouble.h"
#include "reference/book.h"

typedef struct Texts {
    View *items;
    uint32_t count;
    uint32_t capacity;
} Texts;

typedef struct Entry {
    View path; /* where it was read */
    uint32_t line;

    View key; /* what the source knows the person by; may be empty */
    View name;
    Texts also;
    View surname; /* where it is not the last word of the name */
    bool surname_first;
    Date born;
    Date died;
    View wikidata;

    View office; /* id; empty: that of the title at the place */
    View place;  /* id or name */
    View title;
    View kind;   /* may be empty */
    bool titled; /* the title says it all: no office of the like kind is meant */
    bool many;   /* the office has many seats, or nobody knows how many */

    Date from;
    Date to;    /* DATE_NONE: open */
    Date as_of; /* the day for which the source vouches */
    uint32_t flags;
    View state;
    View district;
    View senate_class;
    View party;
    View note;
    Texts sources;
} Entry;

typedef struct Entries {
    Arena *arena;
    Entry *items;
    uint32_t count;
    uint32_t capacity;
    Troubles *refused; /* what was left out, with the reason */
} Entries;

/* Adds a text that is not there yet and not empty. */
void texts_add(Arena *arena, Texts *list, View text);

/* The parts between the bytes `by`, without blanks about them. */
Texts texts_split(Arena *arena, View text, char by);

/* Says that something at this place was left out. */
void entry_refuse(const Entries *rows, const Entry *row, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
