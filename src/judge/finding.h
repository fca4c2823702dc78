/* Verdicts and findings: what judgement makes of claims. All in the article's arena. */
#ifndef STET_JUDGE_FINDING_H
#define STET_JUDGE_FINDING_H

#include "extract/claim.h"

typedef enum VerdictKind {
    VERDICT_UNVERIFIABLE,
    VERDICT_SUPPORTED,
    VERDICT_CONTRADICTED
} VerdictKind;

typedef enum Level { LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR } Level;

typedef struct Evidence {
    uint32_t tenure; /* of the book */
} Evidence;

typedef struct EvidenceList {
    Evidence *items;
    uint32_t count;
    uint32_t capacity;
} EvidenceList;

/* One for each claim, in the order of the claims. */
typedef struct Verdict {
    VerdictKind kind;
    View reason; /* one clause for people, without a full stop: "in office from 20 January 2025",
                    "the book knows no person of this name" */
    uint32_t person; /* of the reading that decided, or NONE */
    uint32_t office; /* likewise */
    uint32_t place;  /* that office's, or what was said, or NONE */
    Date when;       /* as of which it was judged; DATE_NONE: no date */
    EvidenceList evidence;
} Verdict;

typedef struct Fix {
    bool safe;
    Span span; /* of the text: what is replaced */
    View text;
} Fix;

/* Why an editor lets a finding stand: a mark in the article. */
typedef struct Suppression {
    View reason; /* as written; empty: none was given */
    Date until;  /* its last day; DATE_NONE: for ever */
    Span mark;   /* bytes of the original, part text */
} Suppression;

/* What the baseline says of a finding. */
typedef enum BaselineState {
    BASELINE_NONE, /* there is no baseline in this run */
    BASELINE_NEW,
    BASELINE_KNOWN
} BaselineState;

typedef struct Baselined {
    BaselineState state;
    View reason; /* these three only where it is known; empty: none */
    Date created;
    Date expires;
} Baselined;

typedef struct Finding {
    uint32_t rule; /* of the rule set */
    uint32_t row;  /* that spoke; NONE: it speaks of a mark, or by a pattern */
    Level level;
    uint32_t claim; /* NONE: it speaks of a mark, or of words */
    View message;   /* sentences, for people */
    Span span;      /* of the text; empty where it speaks of a mark */
    Span mark;      /* then bytes of the original, part text */
    Fix fix;        /* span {0,0}: none */
    EvidenceList evidence;
    View fingerprint; /* 32 hex digits: the same while rule, passage and sentence are the same */
    const Suppression *suppressed; /* NULL: no mark lets it stand */
    Baselined baseline;
} Finding;

typedef struct Findings {
    Finding *items;
    uint32_t count;
    uint32_t capacity;
} Findings;

/* The days on which the article's own claims can best be true together. */
typedef struct Agreement {
    Day first;            /* DAY_NONE: no claim bounds the time */
    Day last;             /* DAY_MAX: still */
    uint32_t claims;      /* that agree on it */
    uint32_t first_claim; /* whose tenure begins it */
    uint32_t last_claim;  /* whose tenure ends it, or NONE */
} Agreement;

typedef struct Judgement {
    Verdict *verdicts; /* as many as claims */
    Findings findings;
    Agreement agreement;
} Judgement;

/* Whether it speaks of a mark: of bytes of the original, not of a span of the text. */
bool finding_is_of_mark(const Finding *finding);

const char *verdict_name(VerdictKind kind); /* "supported" ... */
const char *level_name(Level level);        /* "error" ... */

/* Whether a finding counts: neither a mark nor the baseline lets it stand. */
bool finding_counts(const Finding *finding);

#endif
