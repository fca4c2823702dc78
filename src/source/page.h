/* HTML inside another format. */
#ifndef STET_SOURCE_PAGE_H
#define STET_SOURCE_PAGE_H

#include "source/draft.h"

/* Writes the text of bytes from..to of the original as blocks, and keeps the marks in them. */
void page_write_fragment(Draft *draft, size_t from, size_t to);

#endif
