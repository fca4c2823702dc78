/* The bytes that stand for themselves in a string of JSON, many at a time: nearly all do. */
#ifndef STET_BASE_JSON_PLAIN_H
#define STET_BASE_JSON_PLAIN_H

#include <string.h>

#include "base/view.h"

/* No quote, backslash or control character, and ASCII: as a signed number what lies beyond is less
 * than a blank. */
static inline bool json_is_plain(signed char byte)
{
    return byte >= 0x20 && byte != '"' && byte != '\\';
}

/* The same for eight at once. A byte that is less than another borrows, and leaves its high bit. */
static inline bool json_eight_are_plain(uint64_t eight)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t quote = eight ^ ones * '"', slash = eight ^ ones * '\\';
    return !(((eight - ones * 0x20) | (quote - ones) | (slash - ones) | eight) & highs);
}

/* Four to eight bytes at once: the halves may overlap. */
static inline bool json_copy_few(char *to, const char *at, size_t count)
{
    uint32_t first, last;
    memcpy(&first, at, sizeof first);
    memcpy(&last, at + count - sizeof last, sizeof last);
    if (!json_eight_are_plain((uint64_t)last << 32 | first))
        return false;
    memcpy(to, &first, sizeof first);
    memcpy(to + count - sizeof last, &last, sizeof last);
    return true;
}

/* Copies up to the first byte that does not stand for itself, to where there is room for all; how
 * much. */
static inline size_t json_copy_plain(char *to, View text)
{
    size_t off = 0;
    while (text.len - off >= 8 && json_copy_few(to + off, text.at + off, 8))
        off += 8;
    if (text.len - off >= 4 && text.len - off < 8 &&
        json_copy_few(to + off, text.at + off, text.len - off))
        return text.len;
    for (; off < text.len && json_is_plain((signed char)text.at[off]); off++)
        to[off] = text.at[off];
    return off;
}

#endif
