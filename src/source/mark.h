/* Marks by which an editor lets findings stand, where they are written: comments of Markdown and
 * HTML. What they say is judged later (judge/mark.h). */
#ifndef STET_SOURCE_MARK_H
#define STET_SOURCE_MARK_H

#include "source/document.h"

/* Keeps the mark of the comment from..to of the file, if it is one:
 * "<!-- stet: RULE -- reason -->", "<!-- stet-file: RULE -- reason -->". */
void mark_read_comment(Document *document, Arena *arena, size_t from, size_t to);

/* Keeps a value of the front matter's "stet:", which speaks of the whole file. */
void mark_add_file(Document *document, Arena *arena, View text, Span file);

#endif
