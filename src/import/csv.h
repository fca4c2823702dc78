/* CSV as RFC 4180 has it: a head line with the columns' names, then records. */
#ifndef STET_IMPORT_CSV_H
#define STET_IMPORT_CSV_H

#include "base/trouble.h"

typedef struct Csv {
    Arena *arena;
    View path;
    View bytes;
    size_t at;
    uint32_t line; /* of the record read last, from 1 */
    uint32_t next; /* of the one after it */
    View *names;   /* of the columns */
    View *fields;  /* of the record */
    uint32_t count;
} Csv;

/* False and trouble where there is no head line. Views point into the bytes or the arena. */
bool csv_open(Csv *csv, Arena *arena, View path, View bytes, Troubles *troubles);

/* The next record; a short one has empty fields at its end. False at the end, or with trouble where
 * a record has too many fields or its quotes do not close. */
bool csv_next(Csv *csv, Troubles *troubles);

/* The field of a column, without blanks about it; empty where there is no such column. */
View csv_field(const Csv *csv, const char *name);
bool csv_has(const Csv *csv, const char *name);

#endif
