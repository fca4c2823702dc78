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

#endif
