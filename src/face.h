/* What stands behind the names of stet/stet.h. */
#ifndef STET_FACE_H
#define STET_FACE_H

#include "judge/baseline.h"
#include "reference/cache.h"
#include "report/report.h"
#include "stet/config.h"
#include "stet/stet.h"

struct StetTroubles {
    Arena arena;
    Troubles list;
};

struct StetRules {
    Arena arena;
    const char *folder;
    Map map; /* of the compiled book, if one was kept */
    Book book;
    Grammar *grammar;
    Rules *checks;
};

struct StetBaseline {
    Baseline list;
};

/* A report that fills a baseline. */
typedef struct Taking {
    StetBaseline *baseline;
    View reason;
    Date expires;
} Taking;

StetReport *face_report_take(Taking taking, const StetRules *rules);

struct StetArticle {
    Arena *arena; /* the desk's: lends the strings that leave */
    Document document;
    Tokens tokens;
    Claims claims;
    Policy policy;
    Judgement judgement;
    Article whole; /* all of it, as reports take it */
};

struct StetDesk {
    const StetRules *rules;
    const StetConfig *config; /* NULL: as shipped */
    Arena arena;
    Extractor *extractor;
    Date date; /* of the options; DATE_NONE: each article's own */
    bool infer;
    bool no_marks;
    StetBaseline *baseline; /* NULL: none */
    StetTurn wait;          /* before anything is reported; NULL: no need */
    void *waiting;
    const StetLines *lines; /* findings must touch one; NULL: anywhere */
    size_t line_count;
    Date today;
    StetArticle article;
};

/* Hands `out` to the caller's function and frees it. False and trouble where it was not taken. */
bool face_write_out(Buffer *out, StetWrite write, void *to, Troubles *troubles);

/* The format that a source is read in, by its name where it is told by none. */
SourceFormat face_format(StetFormat format, const char *name);

#endif
