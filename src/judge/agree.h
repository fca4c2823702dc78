/* On which days can an article's own claims best be true together? */
#ifndef STET_JUDGE_AGREE_H
#define STET_JUDGE_AGREE_H

#include "judge/finding.h"

Agreement claims_agree(Arena *arena, const Book *book, const Claims *claims);

#endif
