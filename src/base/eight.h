/* Bytes eight at a time, as one number: what is asked of each of them is asked at once. */
#ifndef STET_BASE_EIGHT_H
#define STET_BASE_EIGHT_H

#include <stdint.h>
#include <string.h>

#define EIGHT_ONES 0x0101010101010101u
#define EIGHT_HIGHS 0x8080808080808080u

/* The first byte is the lowest. */
static inline uint64_t eight_at(const char *at)
{
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

/* Four to eight bytes, some of them twice. */
static inline uint64_t eight_of_few(const char *at, size_t count)
{
    uint32_t first, last;
    memcpy(&first, at, sizeof first);
    memcpy(&last, at + count - sizeof last, sizeof last);
    return (uint64_t)last << 32 | first;
}

/* Of high bits, which of the eight bytes has the first; 8 where there is none. */
static inline size_t eight_first(uint64_t highs)
{
    return highs ? (size_t)__builtin_ctzll(highs) / 8 : 8;
}

#endif
