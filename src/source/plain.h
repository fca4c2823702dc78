/* Plain text: paragraphs by lines. */
#ifndef STET_SOURCE_PLAIN_H
#define STET_SOURCE_PLAIN_H

#include "source/draft.h"

/* Writes the blocks of a part's original. Each line that is not blank is one; only where
 * `may_be_wrapped`, lines of a hard-wrapped text are joined:
 *
 * - A text is hard-wrapped where no line is longer than 100 characters, and some line that begins
 * in lower case follows another without a blank line between them.
 * - In it a line goes on with the next, no blank line between them, where that begins in lower
 * case, or where its first word would not have fitted: at most as wide as the longest line of the
 * run of lines, and as 60 characters.
 *
 * So an article with a line a paragraph is left as it is, and a heading above a wrapped paragraph
 * stays apart from it. A short line without punctuation at its end, with more lines after it, is a
 * heading. */
void plain_read(Draft *draft, Part part, bool may_be_wrapped);

#endif
