/* The outline of a pattern: what can be read off its text without compiling it, which costs
 * thousands of times a match. In: the text. Out: the numbers of its named groups, and sets of bytes
 * of which every match holds one each, so that most patterns need not be tried.
 */
#ifndef STET_BASE_OUTLINE_H
#define STET_BASE_OUTLINE_H

#include "base/view.h"

/* A set of ASCII characters. */
typedef struct ByteSet {
    uint64_t half[2];
} ByteSet;

enum { OUTLINE_GROUPS = 64, OUTLINE_NEEDS = 8 };

typedef struct Outline {
    View names[OUTLINE_GROUPS]; /* of the group of this number; empty: it has none */
    uint32_t group_count;       /* 0 counts: the whole */
    ByteSet needs[OUTLINE_NEEDS];
    uint32_t need_count;
    bool plain; /* nothing stood in it that is not understood here; else nothing is known */
} Outline;

Outline outline_read(View pattern);

/* Those of the bytes that are ASCII. */
ByteSet byte_set(View bytes);

/* Whether there can be a match in a subject that is made of these bytes. */
static inline bool outline_allows(const Outline *outline, ByteSet present)
{
    for (uint32_t i = 0; i < outline->need_count; i++)
        if (!((outline->needs[i].half[0] & present.half[0]) |
              (outline->needs[i].half[1] & present.half[1])))
            return false;
    return true;
}

#endif
