/* HTML as a row of units: text, tags, comments, and elements whose inside is no markup. One pass
 * from left to right; each byte belongs to one unit, so that the time goes with the length whatever
 * the page is. Lent views and offsets, nothing owned. */
#ifndef STET_SOURCE_TAG_H
#define STET_SOURCE_TAG_H

#include "base/view.h"

typedef enum UnitKind {
    UNIT_TEXT,
    UNIT_OPEN,    /* <p> */
    UNIT_CLOSE,   /* </p> */
    UNIT_COMMENT, /* <!-- -->, <!doctype>, <? ?> */
    UNIT_RAW      /* <script>...</script>: all of it */
} UnitKind;

typedef struct Unit {
    UnitKind kind;
    size_t from;
    size_t to;
    View name;         /* of a tag, as written */
    size_t inner_from; /* between the tags of a raw element, between the marks of a comment */
    size_t inner_to;
} Unit;

typedef struct TagReader {
    View text;
    size_t at;
    size_t end;
} TagReader;

/* Units of from..to; one that does not end there ends with it. */
TagReader tags_of(View text, size_t from, size_t to);
bool tags_next(TagReader *reader, Unit *out);

/* The value of a tag's attribute, as written, without its quotes; false where it has none. */
bool tag_attribute(View text, const Unit *tag, const char *name, Span *value);

#endif
