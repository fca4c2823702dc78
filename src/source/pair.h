/* Keys and values at the top of TOML and JSON, as front matter holds them, with their places. Of
 * values only strings are read; all else is a run of bytes. Lent offsets, nothing owned. */
#ifndef STET_SOURCE_PAIR_H
#define STET_SOURCE_PAIR_H

#include "base/view.h"

typedef struct Pair {
    View key;
    size_t from; /* of the value, trimmed */
    size_t to;
} Pair;

typedef struct PairReader {
    View text;
    size_t at;
    bool toml;
    bool broken; /* what stood at `at` was no pair */
} PairReader;

/* Pairs from `from` on: of TOML up to the first table, of JSON inside the "{" that stands there. */
PairReader pairs_of(View text, size_t from, bool toml);
bool pairs_next(PairReader *reader, Pair *out);

/* Behind the JSON value that begins at `from`; text.len where it does not end. */
size_t json_value_end(View text, size_t from);

/* The next string at or after *at and before `to`: the bytes inside its quotes, and its text in
 * `arena`. False where there is none; else *at is behind it. */
bool pair_string(Arena *arena, View text, size_t *at, size_t to, Span *inside, View *out);

#endif
