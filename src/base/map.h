/* A file mapped into memory, to be read only: the only place that maps one. Pages come from the
 * file when they are touched; a file that is replaced by rename stays as it was for whoever has
 * mapped it. */
#ifndef STET_BASE_MAP_H
#define STET_BASE_MAP_H

#include "base/trouble.h"

typedef struct Map {
    View bytes; /* begin at a page */
} Map;          /* all zero: nothing is mapped */

/* An empty file, and what is no regular file, is trouble. */
bool map_open(const char *path, Map *out, Troubles *troubles);
void map_close(Map *map);

/* Asks that large memory be mapped in large pages: fewer faults, which are a tenth of the time of
 * compiling a book. The kernel may do as it likes. */
void map_in_large_pages(void *memory, size_t size);

#endif
