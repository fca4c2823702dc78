/* Runs the examples that stand inside rules. */
#ifndef STET_JUDGE_EXAMPLE_H
#define STET_JUDGE_EXAMPLE_H

#include "judge/rule.h"

/* A wrong text must be flagged by its rule, and by no other at warning or above; a right one by
 * none. Each failure is a trouble at the example's place; their number is returned. */
uint32_t rules_test(Arena *scratch, const Rules *rules, const Grammar *grammar, const Book *book,
                    Troubles *troubles);

#endif
