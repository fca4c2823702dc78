/* The compiled book as a file: the book's image, and beside it the files of words and checks with
 * the trees of their YAML, so that opening it parses none. Written whole, opened by mapping it. */
#ifndef STET_REFERENCE_STORE_H
#define STET_REFERENCE_STORE_H

#include "base/map.h"
#include "reference/compile.h"

enum { STORE_LEXICONS = 2 };

/* What a rules folder comes to. Lent by the map, or by the arena that it was compiled in. */
typedef struct Compiled {
    Book book;
    BookSources words;
    BookSources checks;
    View
        lexicons[STORE_LEXICONS]; /* what their reader made of the words; empty: nothing was kept */
} Compiled;

/* What a file was made of, and by whom. */
typedef struct StoreLabel {
    View maker;    /* id of the build: another one may read the same YAML otherwise */
    View contents; /* hash of the bytes of all its sources */
    View listing;  /* hash of their names and sizes */
} StoreLabel;

/* The folders below which a file keeps its paths, as they are named from where the process stands:
 * a file serves wherever that is. */
typedef struct StoreFolders {
    View shipped; /* the rules folder */
    View own;     /* that of a newsroom's own files, which stand behind the shipped; may be empty */
} StoreFolders;

/* Replaces the file by rename: a reader has the old one or the new one. */
bool store_write(const char *path, View shipped, const Compiled *compiled, const StoreLabel *label,
                 Troubles *troubles);

/* Opens a file; of the book only the header is read, so that it takes as long for any size. The
 * paths begin with the folders again and live in `arena`, with the label. The map is closed last.
 * False and trouble, with nothing mapped, where the file is none of this version and machine. */
bool store_open(const char *path, const StoreFolders *folders, Arena *arena, Map *map,
                Compiled *out, StoreLabel *label, Troubles *troubles);

/* The same over bytes that begin on a multiple of 16; `path` is for messages. */
bool store_bytes(const char *path, View bytes, const StoreFolders *folders, Arena *arena,
                 Compiled *out, StoreLabel *label, Troubles *troubles);

/* Whether the file holds a compiled book and each byte is as it was written. */
bool store_verify(const char *path, Troubles *troubles);

#endif
