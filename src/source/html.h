/* HTML inside a line of Markdown: tags, comments and the like, and autolinks. None of it is text.
 */
#ifndef STET_SOURCE_HTML_H
#define STET_SOURCE_HTML_H

#include "base/view.h"

/* What ends a kind of HTML and was found missing in the rest of a text, so that it is not looked
 * for again. All zero at the start of a text. */
typedef struct HtmlMissing {
    bool comment;
    bool instruction;
    bool declaration;
    bool character_data;
} HtmlMissing;

/* Behind the HTML that begins at `from`, a "<"; 0 where none does. *blank: words do not run on
 * across it, as across a line break or an address. */
size_t html_end(View text, size_t from, HtmlMissing *missing, bool *blank);

#endif
