/* Numbers as decimal digits. Reports hold many: no printf. */
#ifndef STET_BASE_DECIMAL_H
#define STET_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { DECIMAL_MOST = 20 /* digits of a number of 64 bits */ };

/* 00 to 99: a division for every two digits. */
static const char decimal_pairs[] = "00010203040506070809101112131415161718192021222324"
                                    "25262728293031323334353637383940414243444546474849"
                                    "50515253545556575859606162636465666768697071727374"
                                    "75767778798081828384858687888990919293949596979899";

/* The last two or four digits of a number, with zeros before it where it has fewer. */
static inline void decimal_put_two(char *to, uint32_t number)
{
    memcpy(to, decimal_pairs + 2 * (number % 100), 2);
}

static inline void decimal_put_four(char *to, uint32_t number)
{
    decimal_put_two(to, number / 100);
    decimal_put_two(to + 2, number);
}

/* All its digits, where there is room for DECIMAL_MOST; how many. */
static inline size_t decimal_put(char *to, uint64_t number)
{
    if (number < 10) {
        *to = (char)('0' + number);
        return 1;
    }
    size_t count = number < 100 ? 0 : decimal_put(to, number / 100);
    decimal_put_two(to + count, (uint32_t)(number % 100));
    return count + 2;
}

#endif
