/* Which records of an image were looked at and found right: a bit each, set by whichever thread
 * asks first and never cleared, so that what cannot change is not asked again.
 */
#ifndef STET_REFERENCE_PROOF_H
#define STET_REFERENCE_PROOF_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct Proof {
    _Atomic uint64_t *bits; /* NULL: each time anew */
} Proof;

static inline Proof proof_of(Arena *arena, uint32_t count)
{
    return (Proof){arena_new(arena, _Atomic uint64_t, count / 64 + 1)};
}

static inline bool proof_has(Proof proof, uint32_t index)
{
    return proof.bits &&
           atomic_load_explicit(&proof.bits[index / 64], memory_order_relaxed) >> index % 64 & 1;
}

static inline void proof_add(Proof proof, uint32_t index)
{
    if (proof.bits)
        atomic_fetch_or_explicit(&proof.bits[index / 64], (uint64_t)1 << index % 64,
                                 memory_order_relaxed);
}

#endif
