/* How far the book reaches: a row for each place and kind of office, for `stet data status`. */
#ifndef STET_REPORT_STATUS_H
#define STET_REPORT_STATUS_H

#include "base/json.h"
#include "reference/book.h"

/* Appends a table with a line of totals. Ages are counted up to `today`. `scratch` is used and not
 * reset. */
void status_text(Arena *scratch, const Book *book, Day today, Buffer *out);

/* The same as one object, indented, with a final newline. */
void status_json(Arena *scratch, const Book *book, Day today, Buffer *out);

#endif
