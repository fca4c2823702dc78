/* Editing the YAML of the book in place: a tenure ends, another begins. Comments, order and layout
 * stay; a tenure is one line. The office's as-of goes along with a day beyond it.
 *
 * An edit gives the new bytes of one file and writes nothing. Who calls compiles the folder with
 * them before anything is written.
 */
#ifndef STET_REFERENCE_EDIT_H
#define STET_REFERENCE_EDIT_H

#include "reference/book.h"
#include "reference/compile.h"

/* What is to be written; ids are those of the YAML. */
typedef struct Edit {
    View office;
    View person;
    View date;   /* as it is to stand in the file */
    View source; /* id; empty: what is written is unconfirmed */
} Edit;

/* One file, changed. `bytes` live in the arena. */
typedef struct Edited {
    uint32_t file; /* of the sources */
    View bytes;
    uint32_t line;  /* that was changed or added, from 1 */
    View was_as_of; /* of the office, where the edit moved it; else empty */
} Edited;

/* Ends the person's open tenure in the office (or one whose end is a plan or not confirmed). False
 * and trouble where there is none or it is not written as a flow map, {person: ...}. */
bool edit_end(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit, Edited *out,
              Troubles *troubles);

/* Adds a tenure where it belongs in order of time. False and trouble where the office has no list
 * of tenures with one a line, or somebody is in its one seat on that day. */
bool edit_start(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit,
                Edited *out, Troubles *troubles);

#endif
