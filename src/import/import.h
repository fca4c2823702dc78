/* From data of others to the book's YAML: `stet data import`.
 *
 * One run reads files of one format as rows, settles who is who and what is what among them and in
 * the folder, and gives the files of the folder as they are to be. What stands in the folder stays:
 * lines are added, an open tenure may get its end, and a person a birth date or another name. Who
 * calls compiles the folder with them before anything is written.
 */
#ifndef STET_IMPORT_IMPORT_H
#define STET_IMPORT_IMPORT_H

#include "base/buffer.h"
#include "import/lore.h"
#include "reference/compile.h"

typedef enum ImportFormat {
    IMPORT_CSV,        /* our own columns: table.c */
    IMPORT_CONGRESS,   /* unitedstates/congress-legislators: YAML, or the same as JSON */
    IMPORT_OPENSTATES, /* Open States people: a YAML file a person */
    IMPORT_IFG,        /* Institute for Government: its CSV files, told by their names */
    IMPORT_WIKIDATA    /* SPARQL results in JSON */
} ImportFormat;

/* Their names in the order above, ended by NULL: "csv", "congress", ... */
extern const char *const import_formats[];

typedef BookSources ImportFiles;

typedef struct Conflict {
    View source;
    View text;
} Conflict;

typedef struct ConflictList {
    Conflict *items;
    uint32_t count;
    uint32_t capacity;
} ConflictList;

/* Each adds the rows of its files. False and trouble where a file is not of the format. `as_of`:
 * the day on which the data was taken. */
bool read_table(const Lore *lore, ImportFiles files, Date as_of, Entries *rows, Troubles *troubles);
bool read_congress(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                   Troubles *troubles);
bool read_openstates(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                     Troubles *troubles);
bool read_ifg(const Lore *lore, ImportFiles files, Date as_of, Entries *rows, Troubles *troubles);
bool read_wikidata(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                   Troubles *troubles);

typedef struct ImportRequest {
    ImportFormat format;
    ImportFiles files;
    ImportFiles reference; /* the folder's files */
    ImportFiles words;     /* of rules/words */
    ImportFiles rules;     /* of rules/import */
    View folder;           /* where new files go: "rules/reference" */
    Date as_of;
} ImportRequest;

typedef struct ImportReport {
    struct {
        BookSource *items; /* the folder's files that change or are new, in the arena */
        uint32_t count, capacity;
    } files;
    uint32_t rows;
    uint32_t people;        /* new ones */
    uint32_t offices;       /* new ones */
    uint32_t tenures;       /* added */
    uint32_t changed;       /* lines that got an end, a name or the like */
    uint32_t known;         /* rows that the folder bears out */
    Troubles refused;       /* what was left out, with the reason */
    ConflictList conflicts; /* what the folder says otherwise, and keeps */
    Texts sources;          /* that the rows name */
} ImportReport;

bool import_run(const ImportRequest *request, Arena *arena, ImportReport *report,
                Troubles *troubles);

/* The list of a folder's conflicts.csv, by source. False and trouble where it is no such table. */
bool conflicts_read(Arena *arena, View path, View bytes, ConflictList *out, Troubles *troubles);

/* Appends the list by source, each with its count: for people, and as one object. */
void conflicts_text(const ConflictList *list, Buffer *out);
void conflicts_json(const ConflictList *list, Buffer *out);

/* The bytes of the folder's conflicts.csv: those of other sources than the report's stay. None:
 * there is to be no such file. */
void import_conflicts(Arena *arena, const ImportReport *report, View old, Buffer *out);

#endif
