/* The inlines of Markdown: what of a block's content is text, and what is markup, an entity, a line
 * break, or nothing to be read (code, images, HTML). Each byte is given a role; then the text is
 * written from the roles, so that nothing is ever searched for a second time.
 */
#ifndef STET_SOURCE_INLINE_H
#define STET_SOURCE_INLINE_H

#include "source/content.h"
#include "source/draft.h"
#include "source/html.h"
#include "source/link.h"
#include "source/template.h"

/* A run of "*" or "_". */
typedef struct Delimiter {
    size_t at;
    size_t count; /* not used up yet */
    size_t used;  /* of its left end, by what closed */
    size_t given; /* how long the run was written */
    char mark;
    bool opens;
    bool closes;
} Delimiter;

/* A "[" or "![" that is not closed yet. */
typedef struct Bracket {
    size_t at;
    uint32_t delimiters; /* before it */
    bool image;
    bool holds_bracket;
} Bracket;

/* Working memory for block after block; arrays live in the article's arena. */
typedef struct Inlines {
    Arena *arena;
    const Labels *labels;
    View text;   /* the part of the content that is read */
    size_t base; /* where that begins in the content */
    Buffer roles;
    HtmlMissing missing;
    TemplateMissing templates;
    uint64_t ticks_missing[2]; /* bit n: no run of n backticks follows */
    uint32_t dead_brackets;    /* the first of the stack that can be no links any more */
    struct {
        Delimiter *items;
        uint32_t count, capacity;
    } delimiters;
    struct {
        uint32_t *items;
        uint32_t count, capacity;
    } openers; /* of the delimiters */
    struct {
        Bracket *items;
        uint32_t count, capacity;
    } brackets;
} Inlines; /* freed by inlines_free */

/* Writes from..to of the content as a block; images alone make it a caption. */
void inlines_write(Inlines *inlines, const Content *content, size_t from, size_t to, BlockKind kind,
                   Draft *draft);

void inlines_free(Inlines *inlines);

#endif
