/* What can be known of rules without a text: rows that never fire, rows that meet, contradicted
 * combinations of facts that no row speaks to. */
#ifndef STET_JUDGE_ANALYSIS_H
#define STET_JUDGE_ANALYSIS_H

#include "judge/rule.h"

/* Each find is a trouble at the row's or rule's place; their number is returned. */
uint32_t rules_analyse(Arena *scratch, const Rules *rules, Troubles *troubles);

/* Whether some combination of facts in `mask` can be met, as far as the subject says, of which the
 * rule does not speak already, with this level. `rules` may be NULL: whether it can be met. */
bool facts_reachable(Arena *scratch, const Rules *rules, uint32_t rule, Level level,
                     uint32_t subject, uint64_t mask);

/* Whether a row, were it to allow this, would meet one of another rule without an order. */
bool rows_meet(Arena *scratch, const Rules *rules, uint32_t row, uint64_t allowed);

/* A mask in words: the facts that it narrows, with the values that it leaves: "held-on: no, status:
 * [current, acting]". */
View facts_words(Arena *arena, uint32_t subject, uint64_t mask);

#endif
