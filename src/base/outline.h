/* The outline of a pattern: what can be read off its text without compiling it, which costs
 * thousands of times a match. In: the text. Out: the numbers of its named groups, and its places:
 * which bytes can stand there, and by which places they are followed, so that a sieve
 * (base/sieve.h) can tell where it does not match. What only looks around is left out, but for what
 * the pattern looks ahead for at its end: that stands behind the match.
 */
#ifndef STET_BASE_OUTLINE_H
#define STET_BASE_OUTLINE_H

#include "base/small_set.h"
#include "base/view.h"

enum { OUTLINE_GROUPS = 64 };

/* Where a match can have one byte. */
typedef struct OutlinePlace {
    SmallSet bytes;
    SmallSet followed; /* by places */
} OutlinePlace;

typedef struct Outline {
    View names[OUTLINE_GROUPS]; /* of the group of this number; empty: it has none */
    uint32_t group_count;       /* 0 counts: the whole */
    OutlinePlace places[SMALL_SET_SIZE];
    uint32_t place_count;
    SmallSet first; /* places where a match may begin */
    SmallSet last;  /* and end */
    bool blank;     /* a match may have no byte at all */
    bool plain;     /* nothing stood in it that is not understood here; else nothing is known */
} Outline;

Outline outline_read(View pattern);

#endif
