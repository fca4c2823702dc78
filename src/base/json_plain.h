/* The bytes that stand for themselves in a string of JSON, many at a time: nearly all do. */
#ifndef STET_BASE_JSON_PLAIN_H
#define STET_BASE_JSON_PLAIN_H

#include "base/eight.h"
#include "base/view.h"

/* No quote, backslash or control character, and ASCII: as a signed number what lies beyond is less
 * than a blank. */
static inline bool json_is_plain(signed char byte)
{
    return byte >= 0x20 && byte != '"' && byte != '\\';
}

/* The high bits of those of eight that are not, up to the first: a byte that is less than another
 * borrows from those behind it, and leaves its high bit. */
static inline uint64_t json_odd_of(uint64_t eight)
{
    uint64_t quote = eight ^ EIGHT_ONES * '"', slash = eight ^ EIGHT_ONES * '\\';
    return ((eight - EIGHT_ONES * 0x20) | (quote - EIGHT_ONES) | (slash - EIGHT_ONES) | eight) &
           EIGHT_HIGHS;
}

/* Copies up to the first byte that does not stand for itself, to where there is room for all; how
 * much. What is copied beyond is written over. */
static inline size_t json_copy_plain(char *to, View text)
{
    size_t off = 0, plain = 8;
    for (; plain == 8 && text.len - off >= 8; off += plain) {
        memcpy(to + off, text.at + off, 8);
        plain = eight_first(json_odd_of(eight_at(text.at + off)));
    }
    if (plain < 8)
        return off;
    size_t rest = text.len - off;
    if (rest && text.len >= 8 && !json_odd_of(eight_at(text.at + text.len - 8))) {
        memcpy(to + text.len - 8, text.at + text.len - 8, 8); /* some of them again */
        return text.len;
    }
    if (rest >= 4 && !json_odd_of(eight_of_few(text.at + off, rest))) {
        memcpy(to + off, text.at + off, 4);
        memcpy(to + text.len - 4, text.at + text.len - 4, 4);
        return text.len;
    }
    for (; off < text.len && json_is_plain((signed char)text.at[off]); off++)
        to[off] = text.at[off];
    return off;
}

#endif
