/* Facts: what the engine knows of a reading (one person, one office, one time), as small values.
 *
 * A rule is a row over these facts. Each fact takes a field of bits in one 64-bit word, one bit a
 * value, so that a row is two words and a test is one `and`.
 */
#ifndef STET_JUDGE_FACT_H
#define STET_JUDGE_FACT_H

#include "extract/claim.h"

typedef enum Fact {
    FACT_STATUS,       /* in which sense the claim is made */
    FACT_PERSON,       /* whether the book knows the person */
    FACT_HELD_BEFORE,  /* a tenure of this office ended before the time */
    FACT_HELD_ON,      /* one covers the time */
    FACT_HELD_AFTER,   /* one begins after it */
    FACT_OTHER_HOLDER, /* the book knows who else held the office then */
    FACT_ELSEWHERE, /* the person has the title of another place: at the time, at another, never */
    FACT_PLACE,     /* whether the passage says the place */
    FACT_BOOK,      /* how far the book is closed for this office and time */
    FACT_RECORD,    /* whether the person's own record rules the claim out */
    FACT_QUOTED,
    FACT_NOMINAL,
    FACT_COUNT
} Fact;

enum { STATUS_VALUE_CURRENT, STATUS_VALUE_FORMER, STATUS_VALUE_ACTING, STATUS_VALUE_ELECT };
enum { PERSON_KNOWN, PERSON_UNKNOWN };
enum { HELD_YES, HELD_NO, HELD_UNKNOWN };
enum { OTHER_YES, OTHER_NO };
enum { ELSEWHERE_THEN, ELSEWHERE_EVER, ELSEWHERE_NO };
enum { PLACE_SAID, PLACE_UNSAID };
enum {
    BOOK_CLOSED_FOR_LIFE, /* the succession is known whole from the person's 18th birthday on */
    BOOK_CLOSED_THEN,     /* known whole at the time */
    BOOK_RECENT,          /* known whole up to at most `stale-after` days before the time */
    BOOK_OLD,             /* ... up to at most two years before */
    BOOK_STALE,           /* ... longer ago */
    BOOK_OPEN             /* not known whole */
};
enum { RECORD_ALLOWS, RECORD_EXCLUDES };
enum { FLAG_NO, FLAG_YES };

typedef struct Facts {
    uint8_t value[FACT_COUNT];
} Facts;

const char *fact_name(Fact fact);
const char *const *fact_values(Fact fact); /* ended by NULL */

/* The bit of a value of a fact, and all bits of a fact. */
uint64_t fact_bit(Fact fact, uint32_t value);
uint64_t fact_mask(Fact fact);

uint64_t facts_pack(const Facts *facts);

#endif
