/* The table of facts: the only thing about rules that is C and not YAML. */
#include "judge/fact.h"

#include <assert.h>

static const char *const yes_no[] = {"yes", "no", NULL};
static const char *const no_yes[] = {"no", "yes", NULL};
static const char *const held[] = {"yes", "no", "unknown", NULL};
static const char *const statuses[] = {"current", "former", "acting", "elect", NULL};
static const char *const persons[] = {"known", "unknown", NULL};
static const char *const elsewhere[] = {"then", "ever", "no", NULL};
static const char *const places[] = {"said", "unsaid", NULL};
static const char *const books[] = {"closed-for-life", "closed-then", "recent", "old",
                                    "stale",           "open",        NULL};
static const char *const records[] = {"allows", "excludes", NULL};

static const struct {
    const char *name;
    const char *const *values;
    uint8_t shift; /* of its field in the packed word */
} table[FACT_COUNT] = {
    [FACT_STATUS] = {"status", statuses, 0},
    [FACT_PERSON] = {"person", persons, 4},
    [FACT_HELD_BEFORE] = {"held-before", held, 6},
    [FACT_HELD_ON] = {"held-on", held, 9},
    [FACT_HELD_AFTER] = {"held-after", held, 12},
    [FACT_OTHER_HOLDER] = {"other-holder", yes_no, 15},
    [FACT_ELSEWHERE] = {"elsewhere", elsewhere, 17},
    [FACT_PLACE] = {"place", places, 20},
    [FACT_BOOK] = {"book", books, 22},
    [FACT_RECORD] = {"record", records, 28},
    [FACT_QUOTED] = {"quoted", no_yes, 30},
    [FACT_NOMINAL] = {"nominal", no_yes, 32},
};

const char *fact_name(Fact fact)
{
    return table[fact].name;
}

const char *const *fact_values(Fact fact)
{
    return table[fact].values;
}

uint64_t fact_bit(Fact fact, uint32_t value)
{
    return (uint64_t)1 << (table[fact].shift + value);
}

uint64_t fact_mask(Fact fact)
{
    uint64_t mask = 0;
    for (uint32_t value = 0; table[fact].values[value]; value++)
        mask |= fact_bit(fact, value);
    return mask;
}

uint64_t facts_pack(const Facts *facts)
{
    uint64_t packed = 0;
    for (Fact fact = 0; fact < FACT_COUNT; fact++) {
        assert(fact_bit(fact, facts->value[fact]) & fact_mask(fact));
        packed |= fact_bit(fact, facts->value[fact]);
    }
    return packed;
}
