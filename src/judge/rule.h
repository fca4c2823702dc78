/* The rule set: decision tables from rules/checks, compiled. Immutable, shared by threads.
 *
 * A rule is a YAML file; its name is the file's name. A row says which values each fact may have
 * (fact.h); a contradicted reading is spoken for by the first row, in the order of the files'
 * paths, that allows all its facts.
 */
#ifndef STET_JUDGE_RULE_H
#define STET_JUDGE_RULE_H

#include "judge/fact.h"
#include "judge/finding.h"
#include "reference/compile.h"

typedef struct Row {
    uint32_t rule;
    Level level;
    uint64_t allowed; /* bits of all values under which it speaks */
} Row;

typedef enum FixTarget { FIX_NONE, FIX_TITLE, FIX_PHRASE, FIX_PLACE, FIX_STATUS } FixTarget;

/* An example: a text, as of a date, and the rules that must speak of it and nothing else. */
typedef struct RuleExample {
    uint32_t rule;
    bool wrong; /* else the text is right */
    View text;
    Date date;
    uint32_t line;
    uint32_t column;
} RuleExample;

typedef struct Rule {
    View name;
    Level level;  /* of its gravest row */
    View message; /* with {placeholders}: message.h lists them */
    FixTarget replace;
    View with;
    View help; /* Markdown */
    View path;
} Rule;

typedef struct Rules {
    const Rule *items;
    uint32_t count;
    const Row *rows;
    uint32_t row_count;
    const RuleExample *examples;
    uint32_t example_count;
    View version; /* hash of the rules and the grammar, 32 hex digits */
} Rules;

/* Reads rule files, each a rule, which judge what `grammar` (may be NULL) extracts. All problems of
 * all files are listed; NULL then. */
Rules *rules_read(Arena *arena, const Grammar *grammar, const BookSource *files, uint32_t count,
                  Troubles *troubles);

/* The row that speaks for these facts, or NULL. */
const Row *rules_find(const Rules *rules, const Facts *facts);

#endif
