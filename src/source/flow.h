/* Running text of HTML: what stands between the tags that make blocks. Inline tags fall away, runs
 * of blanks are one blank, entities are decoded, code, footnote marks and deleted words are not
 * read. */
#ifndef STET_SOURCE_FLOW_H
#define STET_SOURCE_FLOW_H

#include "source/draft.h"

/* Writes bytes from..to of the original as a block; where two line breaks follow each other, as
 * several. */
void flow_write(Draft *draft, BlockKind kind, size_t from, size_t to);

#endif
