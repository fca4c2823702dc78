/* Marks: what an editor lets stand.
 *
 *     <!-- stet: title-mismatch, title-outdated until=2027-01-31 -- agreed with legal -->
 *
 * A mark names the rules that it silences, perhaps its last day, and behind "--" its reason. It
 * speaks of the block that it stands in, else of the next one; a mark of the file of all of it. A
 * finding that is let stand stays in the list and says by which mark. A mark that lets nothing
 * stand, or says too little, is a finding itself (rules/checks/mark).
 */
#ifndef STET_JUDGE_MARK_H
#define STET_JUDGE_MARK_H

#include "judge/rule.h"

/* Applies the document's marks to the findings, and adds the findings about the marks at their end.
 * Marks are judged as of `today`; DATE_NONE: none has expired. */
void judge_marks(const Bench *bench, const Rules *rules, Date today, Findings *findings);

/* What is said of a mark, for messages. */
typedef struct MarkSaid {
    View rule;  /* that it names */
    View near;  /* the rule of the nearest name */
    View until; /* as written */
    View place; /* "in this file" */
} MarkSaid;

#endif
