/* The cache of compiled books: files FOLDER-KEY.book in a folder that the caller names, FOLDER for
 * the rules folder and KEY for the files that the book was made of (names, sizes, times, inodes;
 * the words files by their bytes). A fresh one is mapped, else the YAML is compiled and the file
 * written for the next time.
 *
 * A file that was changed less than two seconds before the cached book was written may have been
 * changed again in the same tick of the clock: then the bytes are compared and not the times.
 * Two processes at once both compile, and the later rename wins. A cache that cannot be written is
 * no trouble.
 */
#ifndef STET_REFERENCE_CACHE_H
#define STET_REFERENCE_CACHE_H

#include "reference/compile.h"
#include "reference/store.h"

typedef struct BookFiles {
    View maker;            /* version of the program: a book of another one is not taken */
    const char *folder;    /* the rules folder */
    const View *reference; /* paths of its YAML files, sorted, ended by NUL */
    uint32_t reference_count;
    const BookSource *words; /* files of rules/words, as for book_compile */
    uint32_t word_count;
} BookFiles;

/* The book of these files. `cache` is the folder of cached books, made where it is missing; NULL:
 * none is used. The book is in `map` or, where nothing is mapped, in `arena`. Trouble as for
 * book_compile, and for files that cannot be read. */
bool cache_book(const char *cache, const BookFiles *files, Arena *arena, Arena *scratch, Map *map,
                Book *out, Troubles *troubles);

#endif
