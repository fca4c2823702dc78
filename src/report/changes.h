/* What an edition of the book changed of the one before, for `stet data diff`. */
#ifndef STET_REPORT_CHANGES_H
#define STET_REPORT_CHANGES_H

#include "base/buffer.h"
#include "reference/book.h"

/* Appends a line for each tenure that began, ended, changed or is gone, and for each person and
 * office that is new or gone, sorted by bytes. Things are the same where their ids are; a later
 * as-of alone is no change. The number of lines. */
uint32_t changes_text(const Book *old, const Book *new_book, Buffer *out);

#endif
