/* How a person stands to the office that a claim gives him, beside holding it: what else he holds
 * there, whether the place has such an office at all, whether his name is turned about. */
#ifndef STET_JUDGE_STANDING_H
#define STET_JUDGE_STANDING_H

#include "judge/office.h"
#include "judge/subject.h"

/* Adds FACT_OFFICE, FACT_HOLDS, FACT_TENURE and FACT_NAME to a reading that reading.c has judged,
 * and contradicts what they alone rule out. */
void find_standing(const Bench *bench, const Claim *claim, Reading *reading);

#endif
