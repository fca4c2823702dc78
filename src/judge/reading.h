/* A reading: one person, one office and one time that a claim can mean, judged for itself. */
#ifndef STET_JUDGE_READING_H
#define STET_JUDGE_READING_H

#include "judge/fact.h"
#include "judge/finding.h"

/* Days, each with its reason. */
enum {
    GRACE_DAYS = 3,         /* about a change of holder neither is wrong: time zones, late copy */
    STALE_AFTER_DAYS = 180, /* a book older than this speaks more softly */
    OLD_AFTER_DAYS = 730,   /* and later only in notes */
    ELECT_DAYS = 365,       /* an elect takes office within a year */
    ADULT_YEARS = 18,       /* nobody holds an office before */
    HISTORY_YEARS = 110     /* whoever was born so long ago is named as history, or is a namesake */
};

typedef struct Reading {
    uint32_t person; /* NONE: unknown to the book */
    uint32_t office; /* NONE: no office of that title and place is in the book */
    Date when;       /* DATE_NONE: no date */
    Facts facts;
    VerdictKind verdict;
    View reason;
    uint32_t before;  /* tenures that decide, or NONE: the last that ended before, ... */
    uint32_t on;      /* the one that covers the time */
    uint32_t after;   /* the first that begins after it */
    uint32_t holder;  /* who else held the office then */
    uint32_t held;    /* what the person held then, of another office; or held last */
    Day closed_from;  /* the succession is known whole from here on; DAY_NONE: it is not */
    Day closed_until; /* ... up to here, where that is before the time; else DAY_NONE */
} Reading;

/* Judges one reading of a claim. */
Reading reading_judge(Arena *arena, const Book *book, const Claim *claim, uint32_t person,
                      uint32_t office, Date when);

#endif
