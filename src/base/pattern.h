/* Regular expressions: the one door to PCRE2.
 *
 * Patterns compile once, when they are needed, with JIT where there is one and it pays, and match
 * under limits of steps, depth and heap: a limit that is hit is trouble, never "no match". They may
 * be shared by threads.
 */
#ifndef STET_BASE_PATTERN_H
#define STET_BASE_PATTERN_H

#include "base/outline.h"
#include "base/trouble.h"

typedef struct Pattern Pattern;

/* Extended syntax (blanks and # comments inside the pattern are free). `path`, `line` and
 * `column` say where the pattern stands, for trouble; NULL then. Freed by pattern_free. */
Pattern *pattern_compile(View text, View path, uint32_t line, uint32_t column, Troubles *troubles);

/* The same for a text that was compiled before without trouble: it is compiled when it is first
 * needed. The text is lent, to both. */
Pattern *pattern_lend(View text);
void pattern_free(Pattern *pattern);

/* The same over UTF-8 text: blanks count, and the pattern begins and ends where words do. "{NAME}"
 * with a name of `slots` (ended by NULL) is a slot: a stretch that whoever matches accepts, and the
 * named group NAME; of several of one name the first. */
enum { PATTERN_SLOTS = 8 };
Pattern *pattern_compile_text(View text, const char *const *slots, bool fold, View path,
                              uint32_t line, uint32_t column, Troubles *troubles);

/* The same for words that stand for themselves, not inside others. */
Pattern *pattern_compile_words(View words, bool fold);

/* The number of a named group, 0 where the pattern has none of that name. */
uint32_t pattern_group(const Pattern *pattern, const char *name);

/* What is known of a pattern before it is compiled; not of one over text. */
const Outline *pattern_outline(const Pattern *pattern);

/* Room for the groups of one match; one a thread, for any pattern. */
typedef struct PatternMatch PatternMatch;
PatternMatch *pattern_match_new(void);
void pattern_match_free(PatternMatch *match);

typedef enum PatternResult { PATTERN_NO, PATTERN_YES, PATTERN_LIMIT } PatternResult;

/* The leftmost match at or after `from`, over bytes (the subject is not UTF-8: tag strings). */
PatternResult pattern_find(const Pattern *pattern, View subject, size_t from, PatternMatch *match);

/* The same for a pattern with slots. `begins`: a stretch of this kind can begin there; `is`: these
 * bytes are one. A kind is an index of the slots' names. */
typedef struct PatternSlots {
    const void *self;
    bool (*begins)(const void *self, uint32_t kind, size_t at);
    bool (*is)(const void *self, uint32_t kind, size_t from, size_t to);
} PatternSlots;
PatternResult pattern_find_slots(const Pattern *pattern, View subject, size_t from,
                                 PatternMatch *match, const PatternSlots *slots);

/* Bounds of a group of the last match; false where it took no part. Group 0 is the whole. */
bool pattern_bounds(const PatternMatch *match, uint32_t group, size_t *start, size_t *end);

#endif
