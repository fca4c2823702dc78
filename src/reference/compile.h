/* From YAML to a book. The format is documented in rules/reference/README.md, for editors. */
#ifndef STET_REFERENCE_COMPILE_H
#define STET_REFERENCE_COMPILE_H

#include "base/trouble.h"
#include "reference/book.h"

typedef struct BookSource {
    View path; /* for messages, and for the evidence that a report shows */
    View bytes;
} BookSource;

/* Reads all sources (reference files, and words/titles.yaml as `titles`), checks them, and makes
 * the book in `arena`. All problems of all files are added to `troubles`; false if there was one,
 * and then there is no book. `scratch` holds what is only needed on the way. */
bool book_compile(const BookSource *sources, uint32_t count, BookSource titles, Arena *arena,
                  Arena *scratch, Book *out, Troubles *troubles);

#endif
