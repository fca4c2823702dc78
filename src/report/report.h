/* Reports: findings, written for a person or a machine. One file a format, listed in report.c. */
#ifndef STET_REPORT_REPORT_H
#define STET_REPORT_REPORT_H

#include "base/buffer.h"
#include "judge/rule.h"

/* All that is known of one article when it has been judged. Lent, const. */
typedef struct Article {
    View path;     /* of the file, or of the stream that held the record */
    uint32_t line; /* of the record in its stream, from 1; 0: a file */
    const Document *document;
    const Tokens *tokens;
    const Claims *claims;
    const Judgement *judgement;
    const Grammar *grammar;
    const Book *book;
    const Rules *rules;
} Article;

/* A source that could not be checked, or not as it says: its front matter is broken. */
typedef struct Failure {
    View path; /* of the file or stream */
    View id;   /* of the record */
    bool has_id;
    bool record;
    uint32_t line; /* of the record in its stream, or in the file; 0: the file as a whole */
    View message;
} Failure;

/* What a run came to: counted by report_count, summed up by the formats and by the exit status. */
typedef struct Totals {
    uint64_t documents;
    uint64_t claims;
    uint64_t verdicts[3]; /* by VerdictKind */
    uint64_t findings[3]; /* by Level; only those that count */
    uint64_t suppressed;  /* let stand by a mark */
    uint64_t baselined;   /* by the baseline, and by no mark */
    uint64_t failures;
} Totals;

void report_count(Totals *totals, const Article *article);

/* Whether a finding knows what would be right. */
bool finding_has_fix(const Finding *finding);

typedef struct ReportContext {
    const Book *book;
    const Rules *rules;
    const Grammar *grammar;
    View version; /* of stet */
    bool colour;
    int verbose; /* below 0: findings only; above 0: each claim */
} ReportContext;

/* A format appends its bytes to `out`; whoever runs it writes them away after each call. */
typedef struct ReportFormat {
    const char *name;
    void *(*begin)(const ReportContext *context);
    void (*article)(void *self, const Article *article, Buffer *out);
    void (*failure)(void *self, const Failure *failure, Buffer *out);
    void (*end)(void *self, const Totals *totals, Buffer *out); /* frees `self` */
} ReportFormat;

extern const ReportFormat report_text;
extern const ReportFormat report_json;
extern const ReportFormat report_jsonl;

/* All formats, ended by NULL. */
extern const ReportFormat *const report_formats[];

#endif
