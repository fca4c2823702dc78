/* Words of an article inside markup: they stay words, whatever they hold. Each goes through show.h
 * first, so that no control character and no change of direction gets through either. */
#ifndef STET_REPORT_MARKUP_H
#define STET_REPORT_MARKUP_H

#include "base/buffer.h"

/* In HTML and XML, as text or as the value of an attribute in double quotes. */
void markup_add(Buffer *out, View text);

/* In Markdown, also in a cell of a table: no letter of it means anything. */
void markdown_add(Buffer *out, View text);

/* In a URI: all but letters, digits, "-._~/" is percent-encoded. */
void uri_add(Buffer *out, View text);

#endif
