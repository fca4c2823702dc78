/* The rule set: decision tables from rules/checks, compiled. Immutable, shared by threads.
 *
 * A rule is a YAML file; its name is the file's name. It speaks of one subject (subject.h). A row
 * says which values each fact may have; "any of" and "not" make several rows of one. A reading is
 * spoken for by the first row of its subject that allows all its facts. The rows of two rules do
 * not meet, or one says that it goes `before` the other: analysis.h.
 */
#ifndef STET_JUDGE_RULE_H
#define STET_JUDGE_RULE_H

#include "judge/subject.h"
#include "reference/compile.h"

typedef struct Row {
    uint32_t rule;
    uint32_t line; /* of the `when` that it was made of; rows of one `when` share it */
    Level level;
    uint64_t allowed; /* bits of all values under which it speaks */
} Row;

typedef enum FixTarget {
    FIX_NONE,
    FIX_TITLE,
    FIX_PHRASE,
    FIX_PLACE,
    FIX_STATUS,
    FIX_PERSON,
    FIX_SAID
} FixTarget;

const char *fix_target_name(FixTarget target); /* as rules write it: "title" ... */

/* An example: a text, as of a date, and the rules that must speak of it and nothing else. */
typedef struct RuleExample {
    uint32_t rule;
    bool wrong; /* else the text is right */
    int level;  /* Level of the finding; -1: any */
    View text;
    View reference; /* YAML of a book of its own; empty: the shipped one */
    Date date;
    uint32_t line;
    uint32_t column;
} RuleExample;

typedef struct Rule {
    View name;
    uint32_t subject;
    Level level;       /* of its gravest row */
    View message;      /* with {placeholders}: message.h */
    FixTarget replace; /* `fix:` or `suggest:` */
    bool safe;         /* it is a `fix:` */
    View with;
    View help; /* Markdown */
    View path;
    const View *tags;
    uint32_t tag_count;
    const View *before; /* rules of its subject that it goes before where both could speak */
    uint32_t before_count;
    bool own;     /* a newsroom's, not shipped */
    View retired; /* why it was withdrawn; empty: it was not */
} Rule;

/* Words that every match of a pattern holds, as word_hash has them; 0: none is known. */
typedef struct NeededWords {
    uint64_t word;
    uint64_t also;
} NeededWords;

/* A pattern of a rule of subject text or tags: compiled when a text first asks for it. */
typedef struct RulePattern {
    uint32_t rule;
    View text;
    bool words;   /* of `terms:`: the text stands for itself ... */
    View instead; /* ... and this is the house term */
    bool fold;    /* without regard to case */
    uint32_t line;
    uint32_t column;
    NeededWords needs;
    struct LazyPattern *compiled;
} RulePattern;

enum { RULES_SIEVE = 1024 };

/* The bit of a word's hash: which word of the sieve, and which bit in it. */
static inline uint32_t sieve_at(uint64_t hash)
{
    return (uint32_t)(hash >> 6) & (RULES_SIEVE - 1);
}

static inline uint64_t sieve_bit(uint64_t hash)
{
    return (uint64_t)1 << (hash & 63);
}

typedef struct Rules {
    const Grammar *grammar; /* whose claims they judge; may be NULL */
    const Rule *items;
    uint32_t count;
    const Row *rows; /* by subject, then in the order of the files' paths */
    uint32_t row_count;
    Range subject_rows[SUBJECTS];
    uint64_t spoken[SUBJECTS]; /* all bits that any row of the subject allows */
    FactStarts starts[SUBJECTS];
    const uint64_t *allowing[SUBJECTS]; /* by bit of the packed facts: which rows allow it, a bit a
                                           row, in as many words as the rows take */
    const RulePattern *patterns; /* by the hash of the needed word: those without one first */
    uint32_t pattern_count;
    bool asks_tags; /* one of them is more than words, and may have slots or groups for tags */
    uint64_t
        sieve[RULES_SIEVE]; /* a bit for each needed word: most words of an article fall through */
    const RuleExample *examples;
    uint32_t example_count;
    View version; /* hash of the rules and the grammar, 32 hex digits */
} Rules;

/* Reads rule files, each a rule, which judge what `grammar` (may be NULL) extracts. All problems of
 * all files are listed; NULL then. */
Rules *rules_read(Arena *arena, const Grammar *grammar, const BookSource *files, uint32_t count,
                  Troubles *troubles);

void rules_free(Rules *rules); /* the patterns; the rest goes with the arena */

/* The rule of this name, or NONE. */
uint32_t rule_named(const Rules *rules, View name);

/* The masks that a `when` of a subject comes to, written as YAML. */
typedef struct RowMasks {
    const uint64_t *items;
    uint32_t count;
} RowMasks;
RowMasks row_masks(Arena *arena, uint32_t subject, View when, View path, Troubles *troubles);

/* Makes `allowing` anew, after the rows have changed. */
void rules_index(Arena *arena, Rules *rules);

/* Whether any row speaks of claims of this subject with this verdict. */
bool rules_speak(const Rules *rules, uint32_t subject, VerdictKind verdict);

/* The row that speaks for these facts, or NULL. */
const Row *rules_find(const Rules *rules, uint32_t subject, const Facts *facts,
                      VerdictKind verdict);

#endif
