/* Facts: what the engine knows of a reading, as small values.
 *
 * Each subject (subject.h) brings a table of facts, each with few values. Packed, a reading is one
 * 64-bit word: one bit a value, the fields of the facts side by side in the order of the table, and
 * the verdict on top. So a row of a rule is two words and a test is one `and`.
 */
#ifndef STET_JUDGE_FACT_H
#define STET_JUDGE_FACT_H

#include "judge/finding.h"

enum { FACTS_MOST = 24, FACT_BITS = 61 /* of a table; the verdict takes the rest */ };

/* A value, and what it says; the last of a list has no name. */
typedef struct FactValue {
    const char *name;
    const char *meaning;
} FactValue;

typedef struct Fact {
    const char *name;
    const char *meaning;
    const FactValue *values;
} Fact;

/* A table; the last fact has no name. The value of a fact is its index in `values`. */
typedef struct FactTable {
    const Fact *items;
    uint32_t count;
} FactTable;

typedef struct Facts {
    uint8_t value[FACTS_MOST]; /* by the order of the table */
} Facts;

enum { FLAG_NO, FLAG_YES };
extern const FactValue fact_no_yes[];

/* The verdict is a fact of every subject: the one after the last of the table. */
extern const Fact fact_verdict;
const Fact *fact_at(FactTable table, uint32_t fact);

/* The bit of a value of a fact, and all bits of a fact. */
uint64_t fact_bit(FactTable table, uint32_t fact, uint32_t value);
uint64_t fact_mask(FactTable table, uint32_t fact);
uint64_t facts_mask(FactTable table); /* of all facts */
uint64_t verdict_bit(VerdictKind verdict);

/* Whether a mask leaves each fact a value. */
bool facts_possible(FactTable table, uint64_t mask);

/* Where the bits of each fact begin, and where those of the last end. */
typedef struct FactStarts {
    uint8_t at[FACTS_MOST + 1];
} FactStarts;
FactStarts facts_starts(FactTable table);

uint64_t facts_pack(FactTable table, const Facts *facts, VerdictKind verdict);

#endif
