/* From YAML to a book. The format is documented in rules/reference/README.md, for editors. */
#ifndef STET_REFERENCE_COMPILE_H
#define STET_REFERENCE_COMPILE_H

#include "base/yaml.h"
#include "reference/book.h"

/* A YAML file of a rules folder. */
typedef struct BookSource {
    View path; /* for messages, and for the evidence that a report shows */
    View bytes;
    View tree; /* of base/tree.h: it was read before, without trouble; empty: parse the bytes */
    View own;  /* folder of the newsroom whose own it is: its records replace those read before that
                  have their ids; empty: shipped */
} BookSource;

typedef struct BookSources {
    BookSource *items;
    uint32_t count;
} BookSources;

/* The root of a file's YAML, in `arena`; NULL and trouble where it is none. */
const YamlNode *book_source_root(Arena *arena, const BookSource *file, Troubles *troubles);

/* Reads the reference files `sources` and, out of the files `words` of rules/words, titles.yaml and
 * names.yaml (told by their names; others are passed over), checks them, and makes the book in
 * `arena`. All problems of all files are added to `troubles`, in the order of path and line; false
 * if there was one, and then there is no book. `scratch` holds what is only needed on the way. */
bool book_compile(const BookSource *sources, uint32_t count, const BookSource *words,
                  uint32_t word_count, Arena *arena, Arena *scratch, Book *out, Troubles *troubles);

/* The hash of the bytes that a book is made of, as 32 hex digits: its `version`. */
View book_version(const BookSource *sources, uint32_t count, const BookSource *words,
                  uint32_t word_count, Arena *arena);

#endif
