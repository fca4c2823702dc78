/* The compiled book as a file: written whole, opened by mapping it. */
#ifndef STET_REFERENCE_STORE_H
#define STET_REFERENCE_STORE_H

#include "base/map.h"
#include "reference/book.h"

/* Replaces the file by rename: a reader has the old book or the new one. */
bool store_write(const char *path, const Book *book, Troubles *troubles);

/* Opens the book of a file, in the same time for any size: only the header is read. The book is
 * lent by the map, which is closed last. False and trouble, with nothing mapped, where the file is
 * no whole book of this version and machine. */
bool store_open(const char *path, Map *map, Book *out, Troubles *troubles);

/* Whether the file holds a book and each byte is as it was written. */
bool store_verify(const char *path, Troubles *troubles);

#endif
