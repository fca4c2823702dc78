/* Reports: sheets, written for a person or a machine. One file a format, listed in report.c. */
#ifndef STET_REPORT_REPORT_H
#define STET_REPORT_REPORT_H

#include "base/buffer.h"
#include "report/head.h"
#include "report/sheet.h"

/* A source that could not be checked, or not as it says: its front matter is broken. */
typedef struct Failure {
    View path; /* of the file or stream */
    View id;   /* of the record; `at` is NULL: it has none, or it could not be read */
    bool record;
    uint32_t line; /* of the record in its stream, or in the file; 0: the file as a whole */
    View message;
} Failure;

typedef struct FailureList {
    Failure *items;
    uint32_t count;
    uint32_t capacity;
} FailureList;

/* A copy whose texts are the arena's. */
void failure_keep(Arena *arena, FailureList *list, const Failure *failure);

/* What a run came to: counted by report_count, summed up by the formats and by the exit status. */
typedef struct Totals {
    uint64_t documents;
    uint64_t claims;
    uint64_t verdicts[3]; /* by VerdictKind */
    uint64_t findings[3]; /* by Level; only those that count */
    uint64_t suppressed;  /* let stand by a mark */
    uint64_t hidden;      /* of those that count: below the level that is shown, or too many */
    uint64_t baselined;   /* by the baseline, and by no mark */
    uint64_t failures;
} Totals;

/* The line that sums up. */
void totals_add(Buffer *out, const Totals *totals);

void report_count(Totals *totals, const Sheet *sheet);

typedef struct ReportContext {
    const Head *head;
    bool colour;
    int verbose; /* below 0: findings only; above 0: each claim */
} ReportContext;

/* A format appends its bytes to `out`; whoever runs it writes them away after each call. */
typedef struct ReportFormat {
    const char *name;
    SheetDepth depth; /* that it needs */
    void *(*begin)(const ReportContext *context);
    void (*article)(void *self, const Sheet *sheet, Buffer *out);
    void (*failure)(void *self, const Failure *failure, Buffer *out);
    void (*end)(void *self, const Totals *totals, Buffer *out); /* frees `self` */
} ReportFormat;

extern const ReportFormat report_text;
extern const ReportFormat report_json;
extern const ReportFormat report_jsonl;
extern const ReportFormat report_compact;
extern const ReportFormat report_sarif;
extern const ReportFormat report_github;
extern const ReportFormat report_gitlab;
extern const ReportFormat report_junit;
extern const ReportFormat report_rdjsonl;
extern const ReportFormat report_markdown;
extern const ReportFormat report_html;

/* All formats, ended by NULL. */
extern const ReportFormat *const report_formats[];

#endif
