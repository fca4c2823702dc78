/* The bytes that stand for themselves in a string of JSON, eight at a time: nearly all do. */
#ifndef STET_BASE_JSON_PLAIN_H
#define STET_BASE_JSON_PLAIN_H

#include <string.h>

#include "base/view.h"

/* No quote, backslash or control character, and ASCII. A byte that is less than another borrows,
 * and leaves its high bit. */
static inline bool json_are_plain(uint64_t eight)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t quote = eight ^ ones * '"', slash = eight ^ ones * '\\';
    return !(((eight - ones * 0x20) | (quote - ones) | (slash - ones) | eight) & highs);
}

static inline bool json_is_plain(unsigned char byte)
{
    return (unsigned char)(byte - 0x20) < 0x60 && byte != '"' && byte != '\\';
}

/* Copies up to the first byte that does not stand for itself, to where there is room for all; how
 * much. */
static inline size_t json_copy_plain(char *to, View text)
{
    size_t off = 0;
    for (uint64_t eight; text.len - off >= sizeof eight; off += sizeof eight) {
        memcpy(&eight, text.at + off, sizeof eight);
        if (!json_are_plain(eight))
            break;
        memcpy(to + off, &eight, sizeof eight);
    }
    for (; off < text.len && json_is_plain((unsigned char)text.at[off]); off++)
        to[off] = text.at[off];
    return off;
}

#endif
