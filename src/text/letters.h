/* The letters of a word in one number: enough to tell, without a look at the words, that two of
 * them are not nearly one. */
#ifndef STET_TEXT_LETTERS_H
#define STET_TEXT_LETTERS_H

#include "base/view.h"

/* A bit for each letter that is in the folded word (base/unicode.h), and above them the number of
 * its first; 0 where it is empty or not of Latin letters. */
typedef uint32_t Letters;

enum { LETTERS_MASK = (1 << 26) - 1 };

Letters letters_of(View word);

View first_word(View name); /* what stands before the first blank or hyphen */
View last_word(View name);  /* what stands behind the last */

/* Whether one word may become the other by so many changes, each of which brings a letter and takes
 * one away. The letters of `free` come and go besides. */
static inline bool letters_are_near(Letters a, Letters b, Letters free, int changes)
{
    if (!a || !b)
        return true;
    Letters differ = a ^ b;
    return differ <= LETTERS_MASK && __builtin_popcount(differ & ~free) <= 2 * changes;
}

#endif
