/* Packs facts into one word. Tests: tests/unit/judge/fact.c. */
#include "judge/fact.h"

#include <assert.h>

const FactValue fact_no_yes[] = {{"no", "it is not so"}, {"yes", "it is so"}, {0}};

static const FactValue verdicts[] = {
    [VERDICT_UNVERIFIABLE] = {"unverifiable", "the book cannot tell"},
    [VERDICT_SUPPORTED] = {"supported", "the book says so too"},
    [VERDICT_CONTRADICTED] = {"contradicted", "the book says otherwise"},
    [VERDICT_CONTRADICTED + 1] = {0},
};

const Fact fact_verdict = {
    "verdict", "what was judged; a row that does not name it speaks of contradicted claims alone",
    verdicts};

static uint32_t value_count(const Fact *fact)
{
    uint32_t count = 0;
    while (fact->values[count].name)
        count++;
    return count;
}

static uint32_t shift_of(FactTable table, uint32_t fact)
{
    uint32_t shift = 0;
    for (uint32_t i = 0; i < fact; i++)
        shift += value_count(&table.items[i]);
    return shift;
}

const Fact *fact_at(FactTable table, uint32_t fact)
{
    return fact < table.count ? &table.items[fact] : &fact_verdict;
}

uint64_t verdict_bit(VerdictKind verdict)
{
    return (uint64_t)1 << (FACT_BITS + verdict);
}

uint64_t fact_bit(FactTable table, uint32_t fact, uint32_t value)
{
    return fact < table.count ? (uint64_t)1 << (shift_of(table, fact) + value)
                              : verdict_bit((VerdictKind)value);
}

uint64_t fact_mask(FactTable table, uint32_t fact)
{
    uint64_t values = ((uint64_t)1 << value_count(fact_at(table, fact))) - 1;
    return values << (fact < table.count ? shift_of(table, fact) : FACT_BITS);
}

uint64_t facts_mask(FactTable table)
{
    uint64_t mask = 0;
    for (uint32_t fact = 0; fact <= table.count; fact++)
        mask |= fact_mask(table, fact);
    return mask;
}

bool facts_possible(FactTable table, uint64_t mask)
{
    for (uint32_t fact = 0; fact <= table.count; fact++)
        if (!(mask & fact_mask(table, fact)))
            return false;
    return true;
}

FactStarts facts_starts(FactTable table)
{
    FactStarts starts = {{0}};
    for (uint32_t i = 0; i < table.count; i++)
        starts.at[i + 1] = (uint8_t)(starts.at[i] + value_count(&table.items[i]));
    assert(starts.at[table.count] <= FACT_BITS);
    return starts;
}

uint64_t facts_pack(FactTable table, const Facts *facts, VerdictKind verdict)
{
    uint64_t packed = verdict_bit(verdict);
    FactStarts starts = facts_starts(table);
    for (uint32_t i = 0; i < table.count; i++) {
        assert(starts.at[i] + facts->value[i] < starts.at[i + 1]);
        packed |= (uint64_t)1 << (starts.at[i] + facts->value[i]);
    }
    return packed;
}
