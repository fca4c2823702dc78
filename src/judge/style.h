/* Style: rules that are patterns, over the words of the text (with slots for people, offices,
 * places and dates) or over the tags of its sentences.
 */
#ifndef STET_JUDGE_STYLE_H
#define STET_JUDGE_STYLE_H

#include <stdatomic.h>

#include "extract/mention.h"
#include "judge/rule.h"

struct LazyPattern {
    _Atomic(Pattern *) pattern;
    atomic_bool broken; /* it is none, which was told */
};

/* What the tags of the sentences were: kept while they are read (ExtractWatch), for judge_style. */
typedef struct StyleTag {
    char letter;
    Span span;
} StyleTag;

typedef struct StyleTags {
    Arena *arena;
    StyleTag *items; /* in the order of the text */
    uint32_t count;
    uint32_t capacity;
    struct {
        Range *items; /* of `items` */
        uint32_t count, capacity;
    } sentences;
} StyleTags;

/* An ExtractWatch that fills it. */
ExtractWatch style_watch(StyleTags *tags);

/* Adds the findings of the patterns, in the order of the text. A pattern that is none, or that runs
 * into a limit, is trouble with its rule's name. */
void judge_style(const Bench *bench, const Rules *rules, const Tokens *tokens,
                 const StyleTags *tags, Findings *findings, Troubles *troubles);

/* Compiles all patterns: trouble for each that is none. */
bool style_check(const Rules *rules, Troubles *troubles);

/* The two longest words that every match of a text pattern holds; 0 where none is sure. */
NeededWords style_needed_words(View pattern);

#endif
