/* A policy: what a newsroom wants of the rules. It chooses which findings are told and how loudly,
 * never what is true. */
#ifndef STET_JUDGE_POLICY_H
#define STET_JUDGE_POLICY_H

#include "base/date.h"
#include "judge/finding.h"

typedef enum QuotePolicy {
    QUOTE_LOWER, /* in quotation a finding drops one level */
    QUOTE_SAME,
    QUOTE_OFF /* what is quoted is not told */
} QuotePolicy;

enum { POLICY_AS_WRITTEN = -1, POLICY_OFF = -2 };

typedef struct Policy {
    const int8_t *levels; /* by rule: a Level, or POLICY_ ...; NULL: all as written */
    QuotePolicy quotes;
    Day grace;       /* days about a change of holder, or a death, on which either state is right */
    DateStyle dates; /* in messages and pages */
    bool bare_marks; /* marks need no reason */
    uint32_t home; /* place: bare titles of people who hold none elsewhere are of it; NONE: none */
} Policy;

/* What the policy wants of a rule: a Level, or POLICY_ ... */
static inline int policy_level(const Policy *policy, uint32_t rule)
{
    return policy->levels ? policy->levels[rule] : POLICY_AS_WRITTEN;
}

/* As shipped. */
extern const Policy policy_default;

#endif
