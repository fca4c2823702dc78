/* Numbers as decimal digits. Reports hold many: no printf. */
#ifndef STET_BASE_DECIMAL_H
#define STET_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { DECIMAL_MOST = 20 /* digits of a number of 64 bits */ };

/* The last `count` digits of a number, with zeros before it where it has fewer. */
static inline void decimal_put_last(char *to, size_t count, uint32_t number)
{
    for (; count; number /= 10)
        to[--count] = (char)('0' + number % 10);
}

/* All its digits, where there is room for DECIMAL_MOST; how many. */
static inline size_t decimal_put(char *to, uint64_t number)
{
    char digits[2 * DECIMAL_MOST] = {0}; /* a copy of fixed size is a move or two */
    size_t at = DECIMAL_MOST;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    memcpy(to, digits + at, DECIMAL_MOST);
    return DECIMAL_MOST - at;
}

#endif
