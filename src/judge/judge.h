/* Judgement: claims against the book, then verdicts against the rules. */
#ifndef STET_JUDGE_JUDGE_H
#define STET_JUDGE_JUDGE_H

#include "judge/policy.h"
#include "judge/rule.h"

/* Judges all claims of a document as of its date. The policy chooses what is told. With `infer` the
 * document is judged as of the days on which its own claims agree, and its date is set to them;
 * `today` (DATE_NONE: not known) ends an agreement that has no other end. */
Judgement judge_claims(Arena *arena, const Book *book, const Rules *rules, const Policy *policy,
                       Document *document, const Claims *claims, bool infer, Date today);

#endif
