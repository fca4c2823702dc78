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

/* Writes a line for each rule, in the order of their names: name, level, subject, what it says. */
STET_API bool stet_rules_list(const StetRules *rules, StetWrite write, void *to,
                              StetTroubles *troubles);

/* Writes all that one rule is: its rows, its words, its examples; or its help alone. False and
 * trouble where there is none of this name. */
STET_API bool stet_rules_show(const StetRules *rules, const char *name, StetWrite write, void *to,
                              StetTroubles *troubles);
STET_API bool stet_rules_explain(const StetRules *rules, const char *name, StetWrite write,
                                 void *to, StetTroubles *troubles);

/* What can be said of the rules without a text: rows that never fire, rows of two rules that meet
 * without an order, contradicted combinations of facts that no row speaks to, a rule whose example
 * another rule catches. Each is a trouble; their number is returned. */
STET_API size_t stet_rules_analyse(const StetRules *rules, StetTroubles *troubles);

/* Runs the examples inside the rules and constructions. Each failure is a trouble at the example's
 * place, and says which fact decided. Returns the number of examples that failed. */
STET_API size_t stet_rules_test(const StetRules *rules, StetTroubles *troubles);

/* More of the same, as asked for. */
typedef struct StetExam {
    const char *const
        *articles; /* files that say of their own lines what is expected: the line below
                      "<!-- contradicted: RULE -->" is flagged by this rule, that below
                      "<!-- ok: RULE -->" is not; "todo-" before the word: not yet */
    size_t article_count;
    const char *date; /* of an article without one, YYYY-MM-DD; NULL: none */
    bool coverage;
    bool widen; /* drop and widen each condition of each row: an example must notice */
} StetExam;

/* Of so many, so many. */
typedef struct StetShare {
    size_t covered;
    size_t all;
} StetShare;

typedef struct StetExamResult {
    size_t passed;
    size_t failed;
    size_t todo; /* failed as the article says */
    StetShare rules;
    StetShare rows;
    StetShare constructions;
    StetShare offices;    /* those that have a holder: found by title, place and holder */
    StetShare conditions; /* that an example notices, of those dropped or widened */
} StetExamResult;

/* Each failure is a trouble. False where an article cannot be read. */
STET_API bool stet_rules_examine(const StetRules *rules, const StetExam *exam,
                                 StetExamResult *result, StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
