/* Evidence: a record of the book, as a reader is shown it. */
#ifndef STET_REPORT_EVIDENCE_H
#define STET_REPORT_EVIDENCE_H

#include "reference/book.h"

/* The titles of the sources that vouch for a tenure, joined by commas; empty: none is named. */
View evidence_sources(Arena *arena, const Book *book, const Tenure *tenure);

/* "Pete Hegseth, Secretary of Defense (United States), 25 January 2025 to –, as of 22 August 2026
 * [Wikidata] rules/reference/us.yaml:812" */
View evidence_line(Arena *arena, const Book *book, const Tenure *tenure);

#endif
