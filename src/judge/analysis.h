/* What can be known of rules without a text: rows that never fire, rows that meet, contradicted
 * combinations of facts that no row speaks to. */
#ifndef STET_JUDGE_ANALYSIS_H
#define STET_JUDGE_ANALYSIS_H

#include "judge/rule.h"

/* Each find is a trouble at the row's or rule's place; their number is returned. */
uint32_t rules_analyse(Arena *scratch, const Rules *rules, Troubles *troubles);

/* Whether some combination of facts in `mask` can be met, as far as the subject says. */
bool facts_reachable(Arena *scratch, uint32_t subject, uint64_t mask);

/* Whether a row that allowed `mask` too would speak where nothing speaks as it does: of facts that
 * can be met, that no row takes which goes before it, and of which its rule does not say the same.
 */
bool row_would_speak(Arena *scratch, const Rules *rules, uint32_t row, uint64_t mask);

/* Whether it speaks, or would, of any of them: of some that can be met and that no row takes which
 * goes before it. */
bool row_would_take(Arena *scratch, const Rules *rules, uint32_t row, uint64_t mask);

/* Whether one rule goes before another, by its own `before:` or by way of others. */
bool rule_goes_before(const Rules *rules, uint32_t rule, uint32_t other);

/* Whether the one row goes before the other: so does its rule, or it is written before it. */
bool row_goes_before(const Rules *rules, uint32_t row, uint32_t other);

/* A mask in words: the facts that it narrows, with the values that it leaves: "held-on: no, status:
 * [current, acting]". */
View facts_words(Arena *arena, uint32_t subject, uint64_t mask);

#endif
