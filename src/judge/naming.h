/* Whether an office went by the words that a claim has for it: "Secretary of War" before it was so
 * named. It says something of claims that are right, and decides none. */
#ifndef STET_JUDGE_NAMING_H
#define STET_JUDGE_NAMING_H

#include "judge/subject.h"

/* Sets FACT_NAMING of all readings of a claim: where one of those that support it has the words in
 * use, all have, for that one may be meant. */
void find_naming(const Bench *bench, const Claim *claim, Readings *readings);

/* The days on which the office goes by the words said, the nearest to the reading's time; NULL:
 * they are none of its names with dates. */
const DatedName *naming_said(const Book *book, View text, const Claim *claim,
                             const Reading *reading);

#endif
