/* The head of a report: which program judged, by which rules and which book. */
#ifndef STET_REPORT_HEAD_H
#define STET_REPORT_HEAD_H

#include "judge/rule.h"
#include "report/evidence.h"

typedef struct HeadRule {
    View name;
    Level level;
    View summary; /* the first sentence of its help */
    View help;    /* Markdown */
    ViewList tags;
} HeadRule;

typedef struct HeadSource {
    View id;
    View title;
    View licence; /* `at` is NULL: none is named */
    View url;     /* likewise */
} HeadSource;

typedef struct Head {
    struct {
        View name; /* "stet" */
        View version;
    } tool;
    struct {
        View hash;
        uint32_t count;
        struct {
            HeadRule *items;
            uint32_t count, capacity;
        } list;
    } rules;
    struct {
        View hash;
        Date as_of;
        uint32_t places, offices, people, tenures;
        struct {
            HeadSource *items;
            uint32_t count, capacity;
        } sources;
    } book;
} Head;

/* Texts are lent from the book and the rules, lists the arena's. */
Head head_of(Arena *arena, const Book *book, const Rules *rules, View version);

/* NULL where there is none. */
const HeadRule *head_rule(const Head *head, View name);
const HeadSource *head_source(const Head *head, View id);

#endif
