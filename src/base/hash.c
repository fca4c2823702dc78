/* Hashes. Tests: tests/unit/base/hash.c. */
#include "base/hash.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct HashState {
    XXH3_state_t state; /* 64-byte aligned inside its place in the arena */
};

static View hex_of(Arena *arena, XXH128_hash_t hash)
{
    return view_format(arena, "%016llx%016llx", (unsigned long long)hash.high64,
                       (unsigned long long)hash.low64);
}

uint64_t hash_bytes(View bytes, uint64_t seed)
{
    return XXH3_64bits_withSeed(bytes.at, bytes.len, seed);
}

View hash_hex(Arena *arena, View bytes)
{
    return hex_of(arena, XXH3_128bits(bytes.at, bytes.len));
}

HashState *hash_begin(Arena *arena)
{
    char *room = arena_take(arena, sizeof(HashState) + 63, 1);
    HashState *state = (HashState *)(void *)(room + ((64 - (uintptr_t)room % 64) % 64));
    XXH3_128bits_reset(&state->state);
    return state;
}

void hash_add(HashState *state, View bytes)
{
    unsigned char length[8];
    for (int i = 0; i < 8; i++)
        length[i] = (unsigned char)((uint64_t)bytes.len >> (8 * i));
    XXH3_128bits_update(&state->state, length, sizeof length);
    if (bytes.len)
        XXH3_128bits_update(&state->state, bytes.at, bytes.len);
}

View hash_end(HashState *state, Arena *arena)
{
    return hex_of(arena, XXH3_128bits_digest(&state->state));
}
