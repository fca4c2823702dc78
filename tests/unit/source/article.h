/* Articles read for tests. One at a time: reading another leaves the first as it was, and all go
 * with article_end. */
#ifndef STET_TESTS_SOURCE_ARTICLE_H
#define STET_TESTS_SOURCE_ARTICLE_H

#include "base/trouble.h"
#include "source/document.h"

extern Arena article_arena;
extern Troubles article_troubles; /* of all that was read in a test */
extern Document article;          /* the newest */

void article_begin(void);
void article_end(void);

/* Each reads `bytes` into `article` and gives its blocks, one a line: "heading: text". */
const char *read_text(View bytes);
const char *read_markdown(View bytes);
const char *read_html(View bytes);
const char *read_record(View bytes);

/* What the article's original says where its text says `words`, in segments with "|" between. */
const char *original_of(const char *words);

/* The first trouble, with its place; "" where there was none. */
const char *first_trouble(void);

#endif
