/* The facts of claims of kind office, and how one reading of such a claim is judged. */
#ifndef STET_JUDGE_OFFICE_H
#define STET_JUDGE_OFFICE_H

#include "judge/reading.h"

enum {
    FACT_STATUS,       /* in which sense the claim is made */
    FACT_PERSON,       /* whether the book knows the person */
    FACT_HELD_BEFORE,  /* a tenure of this office ended before the time */
    FACT_HELD_ON,      /* one covers the time */
    FACT_HELD_AFTER,   /* one begins after it */
    FACT_OTHER_HOLDER, /* the book knows who else held the office then */
    FACT_ELSEWHERE, /* the person has the title of another place: at the time, at another, never */
    FACT_PLACE,     /* whether the passage says the place */
    FACT_BOOK,      /* how far the book is closed for this office and time: BOOK_ ... */
    FACT_RECORD,    /* whether the person's own record rules the claim out */
    FACT_QUOTED,
    FACT_NOMINAL,
    FACT_OFFICE, /* whether the place has such an office: standing.h has this and those below */
    FACT_HOLDS,  /* what else the person holds there at the time */
    FACT_TENURE, /* how the office is held, if it is */
    FACT_NAME,   /* how the person is named */
    FACT_ANCHOR, /* whether something says of when the clause tells */
    FACT_NAMING, /* whether the office went by the words said: naming.h */
    OFFICE_FACTS
};

enum { STATUS_VALUE_CURRENT, STATUS_VALUE_FORMER, STATUS_VALUE_ACTING, STATUS_VALUE_ELECT };
enum { PERSON_KNOWN, PERSON_UNKNOWN };
enum { HELD_YES, HELD_NO, HELD_UNKNOWN, HELD_STALE };
enum { OTHER_YES, OTHER_NO };
enum { ELSEWHERE_THEN, ELSEWHERE_EVER, ELSEWHERE_NO };
enum { PLACE_SAID, PLACE_UNSAID };
enum { RECORD_ALLOWS, RECORD_EXCLUDES };

enum { OFFICE_KNOWN, OFFICE_UNKNOWN, OFFICE_NONE, OFFICE_OWN_WORD };
enum { HOLDS_OTHER_HEAD, HOLDS_LEADERSHIP, HOLDS_CHAMBER, HOLDS_OTHER, HOLDS_NOTHING };
enum { TENURE_VALUE_FULL, TENURE_VALUE_ACTING, TENURE_VALUE_NONE };
enum { NAMING_IN_USE, NAMING_NOT_YET, NAMING_NO_LONGER };
enum {
    NAME_FULL,
    NAME_SURNAME_ALONE,
    NAME_NEW_SURNAME,
    NAME_TURNED,
    NAME_NEAR,
    NAME_STRANGE,
    NAME_DOUBTFUL
};

/* Whether a tenure covers a time, give or take days of grace, and whether it does so with these to
 * spare at both ends. */
bool tenure_covers(const Tenure *tenure, Date when, Day grace);
bool tenure_covers_firmly(const Tenure *tenure, Date when, Day grace);

/* Whether a name is perhaps another spelling of a known one, "Victor Hrenin" of "Viktor Khrenin",
 * or of the family: it shares a word, or the first and last words are nearly those; one that cannot
 * be read may be anybody's. */
bool may_be_same_name(View said, View known);

/* Whether it does, or would if it goes on beyond what the book saw of it. */
bool tenure_may_cover(const Tenure *tenure, Date when, Day grace);

/* "Former Russian President Mikhail Gorbachev": whether the office took over from his. It is not
 * the same, and near enough. */
bool held_predecessor(const Book *book, const Reading *reading);

/* Whether an office is that of a minister by its title: "Defence Minister", "Minister for Finance".
 */
bool is_minister(const Book *book, uint32_t office);

/* Whether a claim may be contradicted at all, however it looks. */
bool reading_may_contradict(const Book *book, const Claim *claim, const Reading *reading);

/* Judges one reading of a claim. */
Reading reading_judge(Arena *arena, const Book *book, const Claim *claim, uint32_t person,
                      uint32_t office, Date when, const Policy *policy);

#endif
