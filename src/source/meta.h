/* What an HTML page says of itself: when it was published and what it is called. */
#ifndef STET_SOURCE_META_H
#define STET_SOURCE_META_H

#include "source/document.h"
#include "source/tag.h"

typedef struct Meta {
    Date date; /* the best that was met so far */
    DateSource source;
    Span headline; /* of the page's data for social networks; as written, with its entities */
    Span title;    /* of <title> */
} Meta;

Meta meta_begin(void);

/* Looks at a unit of the page. */
void meta_read(Meta *meta, View page, const Unit *unit);

#endif
