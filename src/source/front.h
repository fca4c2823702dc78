/* A front matter at the top of a Markdown or HTML file: YAML between two lines of "---", TOML
 * between two of "+++", or a JSON object. Its date, its title and the marks under its key "stet"
 * are read; its other keys are the newsroom's. */
#ifndef STET_SOURCE_FRONT_H
#define STET_SOURCE_FRONT_H

#include "source/draft.h"

typedef struct Front {
    size_t end;       /* where the article begins */
    View title;       /* what it says; empty: none */
    bool title_exact; /* it stands so in the file, at title_file */
    Span title_file;
} Front;

/* Reads what stands at the start of the document's original, behind a BOM; the date and the marks
 * become the document's. False and trouble, with places in the file, where it is broken or its date
 * is no date; what could be read is there all the same. */
bool front_read(Arena *arena, Document *document, Front *out, Troubles *troubles);

/* Writes the title's block. */
void front_write_title(const Front *front, Draft *draft);

#endif
