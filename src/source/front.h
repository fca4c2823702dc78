/* A front matter: YAML between two lines of "---" at the top of a Markdown file. Its `date:` and
 * `title:` are read; its other keys are the newsroom's. */
#ifndef STET_SOURCE_FRONT_H
#define STET_SOURCE_FRONT_H

#include "source/draft.h"

typedef struct Front {
    size_t end; /* where the article begins; there is no front matter where that is `from` */
    Date date;
    View title;       /* what it says; empty: none */
    bool title_exact; /* it stands so in the file, at title_from */
    size_t title_from;
    size_t title_to;
} Front;

/* Looks for one at `from`. False and trouble, with places in the file, where it is no YAML or its
 * date is no date; `out` holds what could be read. */
bool front_read(Arena *arena, View path, View bytes, size_t from, Front *out, Troubles *troubles);

/* Writes the title's block. */
void front_write_title(const Front *front, Draft *draft);

#endif
