/* A set of numbers below 128: characters of ASCII, places of an outline, patterns of a sieve. */
#ifndef STET_BASE_SMALL_SET_H
#define STET_BASE_SMALL_SET_H

#include <stdbool.h>
#include <stdint.h>

enum { SMALL_SET_SIZE = 128 };

typedef struct SmallSet {
    uint64_t half[2];
} SmallSet;

static inline bool small_set_has(SmallSet set, uint32_t number) /* below 128 */
{
    return set.half[number / 64] >> number % 64 & 1;
}

static inline void small_set_add(SmallSet *set, uint32_t number) /* likewise */
{
    set->half[number / 64] |= (uint64_t)1 << number % 64;
}

static inline SmallSet small_set_join(SmallSet a, SmallSet b)
{
    return (SmallSet){{a.half[0] | b.half[0], a.half[1] | b.half[1]}};
}

static inline bool small_set_is_empty(SmallSet set)
{
    return !(set.half[0] | set.half[1]);
}

/* The least of its numbers from one on; 128 where there is none. */
static inline uint32_t small_set_next(SmallSet set, uint32_t from)
{
    for (uint32_t half = from / 64; half < 2; half++, from = 64) {
        uint64_t rest = set.half[half] >> from % 64 << from % 64;
        if (rest)
            return 64 * half + (uint32_t)__builtin_ctzll(rest);
    }
    return SMALL_SET_SIZE;
}

#endif
