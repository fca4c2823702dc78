/* Clashes: two claims of one article that cannot both be true, whoever is right. */
#ifndef STET_JUDGE_ARTICLE_H
#define STET_JUDGE_ARTICLE_H

#include "judge/subject.h"

typedef struct Clash {
    uint32_t first; /* claims */
    uint32_t second;
    Reading reading; /* by the facts of the article's subject */
} Clash;

typedef struct Clashes {
    Clash *items;
    uint32_t count;
    uint32_t capacity;
} Clashes;

/* In the order of the second claim; each claim clashes once at the most. */
Clashes find_clashes(const Bench *bench, const Claims *claims, const Verdict *verdicts);

#endif
