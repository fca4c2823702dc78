/* Fingerprints: by what a finding is known again in the next run.
 *
 * Made of what the finding is about: the rule, the file (and the record in it), the person and the
 * office as the book knows them, the passage and its sentence, both without regard to case, blanks,
 * accents and kinds of apostrophe. Not of lines, levels, messages or dates: those change while the
 * finding stays. Of several alike the second and later ones also know their number.
 */
#ifndef STET_JUDGE_FINGERPRINT_H
#define STET_JUDGE_FINGERPRINT_H

#include "judge/rule.h"

typedef struct FingerprintOf {
    const Book *book;
    const Rules *rules;
    const Document *document;
    const Tokens *tokens;
    View path;   /* as it was named */
    View record; /* its id; empty: a file, or a record without one */
} FingerprintOf;

/* Sets the fingerprint of each finding. */
void fingerprint_findings(Arena *arena, const FingerprintOf *of, Judgement *judgement);

/* A path as fingerprints and baselines have it: without "./" before it. */
View fingerprint_path(View path);

#endif
