/* A reading: one person, one office and one time that a claim can mean, judged for itself. Facts of
 * different readings never mix.
 */
#ifndef STET_JUDGE_READING_H
#define STET_JUDGE_READING_H

#include "judge/fact.h"
#include "judge/policy.h"

/* Days, each with its reason. */
enum {
    STALE_AFTER_DAYS = 180, /* a book older than this speaks more softly */
    OLD_AFTER_DAYS = 730,   /* and later only in notes */
    MOURNING_DAYS = 30,     /* so long the dead are written of as if they lived */
    STAYING_DAYS = 14,      /* so long after a resignation nobody may have followed */
    ELECT_DAYS = 365,       /* an elect takes office within a year */
    ADULT_YEARS = 18,       /* nobody holds an office before */
    LATELY_DAYS = 730,      /* so long after it an old title is a slip, later a memory */
    OUTLIVED_YEARS = 6,     /* so long after it no verb alone says that an old title is of today */
    MEMORY_YEARS = 40,      /* so far back news names holders by title, without a date */
    CAREER_YEARS = 15,      /* before and after a high office the holder's career is public */
    HISTORY_YEARS = 110     /* whoever was born so long ago is named as history, or is a namesake */
};

/* How far the book is closed for what the reading asks. From BOOK_OLD on findings grow softer. */
enum {
    BOOK_CLOSED_FOR_LIFE, /* the succession is known whole from the person's 18th birthday on */
    BOOK_CLOSED_THEN,     /* known whole at the time */
    BOOK_RECENT,          /* known whole up to at most `stale-after` days before the time */
    BOOK_OLD,             /* ... up to at most two years before */
    BOOK_STALE,           /* ... longer ago */
    BOOK_OPEN             /* not known whole */
};

typedef struct Reading {
    uint32_t person; /* NONE: unknown to the book */
    uint32_t office; /* NONE: no office of that title and place is in the book */
    Date when;       /* DATE_NONE: no date */
    Day grace;       /* the policy's: tenures cover so many days more at both ends */
    DateStyle dates; /* the policy's */
    Facts facts;     /* by the table of the claim's subject */
    VerdictKind verdict;
    View reason;  /* ready: reading_reason */
    bool dated;   /* the days of the tenure that supports it follow */
    uint8_t book; /* BOOK_ ... */

    /* What messages and evidence draw on. Tenures, or NONE: */
    uint32_t by;      /* the one that supports the claim */
    uint32_t before;  /* the last of this office that ended before */
    uint32_t on;      /* the one that covers the time */
    uint32_t after;   /* the first that begins after it */
    uint32_t holder;  /* who else held the office then */
    uint32_t held;    /* what the person held then, of another office; or held last */
    Day closed_from;  /* the succession is known whole from here on; DAY_NONE: it is not */
    Day closed_until; /* ... up to here, where that is before the time; else DAY_NONE */

    /* For claims of a value (a party, an age); empty where there is none: */
    View known;       /* what the book knows instead, as one would write it in the passage */
    View known_since; /* a clause about it: "since 3 January 2019", "born 5 May 1971" */
} Reading;

/* One of which nothing is known yet. */
Reading reading_new(uint32_t person, uint32_t office, Date when);

/* Its reason in full. Few readings of many are shown, so that it is made only where one is. */
View reading_reason(Arena *arena, const Book *book, const Reading *reading);

#endif
