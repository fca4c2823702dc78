/* What went wrong with the run (not with the article: that is a finding): a file that cannot be
 * read, YAML that is broken, an option that does not exist.
 *
 * A function that can meet trouble takes a list, adds what it found (all of a file's problems, not
 * the first), and returns false. Mistakes of ours are asserted instead.
 * A message says what was met, then what was expected, without a final full stop.
 */
#ifndef STET_BASE_TROUBLE_H
#define STET_BASE_TROUBLE_H

#include "base/view.h"

typedef struct Trouble {
    View path;       /* file; may be empty */
    uint32_t line;   /* from 1; 0: the file as a whole */
    uint32_t column; /* from 1, in code points; 0: the line as a whole */
    View message;
} Trouble;

typedef struct Troubles {
    Arena *arena; /* owns the messages and copies of the paths */
    Trouble *items;
    uint32_t count;
    uint32_t capacity;
} Troubles;

void trouble_add(Troubles *troubles, View path, uint32_t line, uint32_t column, const char *format,
                 ...) __attribute__((format(printf, 5, 6)));

/* "path:line:column: message", without what is not known. */
View trouble_text(Arena *arena, const Trouble *trouble);

#endif
