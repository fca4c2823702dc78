/* For tests: a judged article, made by hand. */
#ifndef STET_TESTS_REPORT_SAMPLE_H
#define STET_TESTS_REPORT_SAMPLE_H

#include "report/report.h"

typedef struct Sample {
    Arena arena;
    KnownRows rows;
    Document document;
    Tokens tokens;
    Claims claims;
    Judgement judgement;
    Article article;
    Head head;
    Totals totals;
    ReportContext context;
    Buffer out;
} Sample;

/* One tenure each, in a book of two people: Ann Dale, Premier of Oz from 2 May 2024, and Bo Reyes,
 * acting Mayor of Oz from 2020 to 5 March 2021. */
enum { ANN_DALE, BO_REYES };

/* The path tells whether the bytes are Markdown; the date is 13 February 2025, from an option. */
void sample_open(Sample *sample, const char *path, const char *bytes);

/* {"id": "r1", "title", "text"}, line 7 of its stream. */
void sample_open_record(Sample *sample, const char *title, const char *text);

void sample_close(Sample *sample);

/* A claim about one of the two: from the person's words to the office's, as they first stand in the
 * text; "Oz" is its place where it stands between. Judged by the person's tenure. */
uint32_t sample_claim(Sample *sample, uint32_t person, const char *name, const char *office,
                      VerdictKind verdict);

/* A finding on a claim; `instead` (NULL: none) is for the claim's office. */
void sample_finding(Sample *sample, uint32_t claim, Level level, const char *message,
                    const char *instead);

/* All that a format writes of the article, ended by NUL; lent until the next call. */
const char *sample_report(Sample *sample, const ReportFormat *format);

/* The same for a run that had only failures. */
const char *sample_failures(Sample *sample, const ReportFormat *format, const Failure *failures,
                            uint32_t count);

#endif
