/* stet: the rules, as a standards editor asks and tests them.
 *
 * What holds of stet/stet.h holds here: nothing reads the clock, the locale, the environment or the
 * network, or prints; troubles say what went wrong; output goes to the caller's function, as UTF-8.
 */
#ifndef STET_RULES_H
#define STET_RULES_H

#include <stet/stet.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Writes what a rule can be made of: each subject with its facts, their values and its
 * placeholders. False and trouble where it cannot be written. */
STET_API bool stet_rules_facts(StetWrite write, void *to, StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
