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
} EvidenceRow;

typedef struct EvidenceRows {
    EvidenceRow *items;
    uint32_t count;
    uint32_t capacity;
} EvidenceRows;

/* Texts are the book's, lists the arena's. */
EvidenceRow evidence_row(Arena *arena, const Book *book, const Tenure *tenure);

/* "21 January 2025 to –, as of 31 July 2026" */
View evidence_span(Arena *arena, const EvidenceRow *row, DateStyle dates);

/* "Pete Hegseth, Secretary of Defense (United States), 25 January 2025 to –, as of 22 August 2026
 * [Wikidata] rules/reference/us.yaml:812" */
View evidence_line(Arena *arena, const EvidenceRow *row, DateStyle dates);

#endif
