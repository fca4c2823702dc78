/* Evidence: a record of the book, as a reader is shown it. */
#ifndef STET_REPORT_EVIDENCE_H
#define STET_REPORT_EVIDENCE_H

#include "reference/book.h"

typedef struct ViewList {
    View *items;
    uint32_t count;
    uint32_t capacity;
} ViewList;

/* A tenure in words and days, without the book. */
typedef struct EvidenceRow {
    View person; /* id; no bytes at all (`at` is NULL): the office was vacant */
    View name;   /* the person's */
    View office; /* id */
    View title;
    View place; /* its name */
    Date from;
    Date to;
    Date as_of;
    View source;      /* titles of the sources, joined by commas; `at` is NULL: none is named */
    ViewList sources; /* their ids */
    View file;
    uint32_t line;
    uint32_t flags; /* TENURE_ACTING ... */
    View ready;     /* as an object of JSON on one line; `at` is NULL: nobody has written it yet */
} EvidenceRow;

typedef struct EvidenceRows {
    EvidenceRow *items;
    uint32_t count;
    uint32_t capacity;
} EvidenceRows;

/* Texts are the book's, lists the arena's. */
EvidenceRow evidence_row(Arena *arena, const Book *book, const Tenure *tenure);

/* Rows that were made before: articles tell of the same few hundred people again and again. All
 * zero is empty. */
typedef struct KnownRows {
    Arena arena;
    uint32_t made;
    struct KnownRow {
        uint32_t tenure;
        const EvidenceRow *row; /* NULL: none */
    } items[1 << 12];
} KnownRows;

/* Where there are too many, all are forgotten: between two articles. */
void known_rows_trim(KnownRows *rows);

/* The row of a tenure, ready to be written; lent until rows are trimmed. */
const EvidenceRow *known_row(KnownRows *rows, const Book *book, uint32_t tenure);

/* "21 January 2025 to –, as of 31 July 2026" */
View evidence_span(Arena *arena, const EvidenceRow *row, DateStyle dates);

/* "Pete Hegseth, Secretary of Defense (United States), 25 January 2025 to –, as of 22 August 2026
 * [Wikidata] rules/reference/us.yaml:812" */
View evidence_line(Arena *arena, const EvidenceRow *row, DateStyle dates);

#endif
