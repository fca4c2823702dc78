/* HTML character references: "&eacute;", "&#233;", "&#xE9;". */
#ifndef STET_SOURCE_ENTITY_H
#define STET_SOURCE_ENTITY_H

#include "base/view.h"

typedef struct Entity {
    size_t len;   /* with "&" and ";"; 0: there is none */
    char text[8]; /* UTF-8, ended by NUL */
} Entity;

/* The reference that begins at text.at[from], an "&". Named ones are those that Western and Central
 * European names and typesetting need; others stay as they are written. */
Entity entity_at(View text, size_t from);

#endif
