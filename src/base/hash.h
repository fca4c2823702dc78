/* Hashing: the one door to xxhash. Not cryptographic. */
#ifndef STET_BASE_HASH_H
#define STET_BASE_HASH_H

#include "base/view.h"

uint64_t hash_bytes(View bytes, uint64_t seed); /* XXH3, 64 bits */
View hash_hex(Arena *arena, View bytes);        /* XXH3, 128 bits, 32 hex digits */

typedef struct HashState HashState; /* many pieces, one hash, order counts */
HashState *hash_begin(Arena *arena);
void hash_add(HashState *state, View bytes);   /* ("ab","c") is not ("a","bc") */
View hash_end(HashState *state, Arena *arena); /* 32 hex digits */

#endif
