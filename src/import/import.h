/* From data of others to the book's YAML: `stet data import`.
 *
 * One run reads files of one format, settles who is who among them and in the folder of reference
 * files, and writes one new file there, whole or not at all. Files of an editor are never touched:
 * what belongs into them is handed back as text. A file that an earlier run wrote (its first line
 * says so) is written anew; the ids of its people stay.
 */
#ifndef STET_IMPORT_IMPORT_H
#define STET_IMPORT_IMPORT_H

#include "base/date.h"
#include "base/trouble.h"

typedef enum ImportFormat {
    IMPORT_CONGRESS,   /* unitedstates/congress-legislators: YAML, or the same as JSON */
    IMPORT_CSV,        /* a table of our own columns: table.c */
    IMPORT_IFG,        /* Institute for Government: the folder's CSV files, by their names */
    IMPORT_OPENSTATES, /* Open States people: a YAML file a person, or a CSV of roles */
    IMPORT_WIKIDATA    /* SPARQL results in JSON */
} ImportFormat;

/* Their names in the order above, ended by NULL: "congress", "csv", ... */
extern const char *const import_format_names[];

typedef struct ImportRequest {
    ImportFormat format;
    const View *paths; /* NUL-ended */
    uint32_t count;
    const char *into; /* a folder of reference files */
    Date as_of;       /* the day that the data was taken; nothing here reads the clock */
} ImportRequest;

typedef struct ImportCount {
    uint32_t fresh;   /* written */
    uint32_t merged;  /* known to the folder, or one with another of the import */
    uint32_t refused; /* see `refused` */
} ImportCount;

/* Text and lists live in the run's arena. */
typedef struct ImportReport {
    View file; /* that was written; empty: there was nothing to write */
    ImportCount people;
    ImportCount offices;
    ImportCount tenures;
    Troubles refused; /* what was left out, with the reason */
    Troubles doubts;  /* what was taken, and somebody should look at */
    View additions;   /* YAML lines for offices of files that are not ours to change */
} ImportReport;

/* False and trouble where a file cannot be read as its format or the folder is no reference: then
 * nothing was written. A fact that cannot be right is refused, and the rest is written. */
bool import_run(const ImportRequest *request, Arena *arena, ImportReport *report,
                Troubles *troubles);

#endif
