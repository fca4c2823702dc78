#include <check.h>

#include "judge/fact.h"

Suite *fact_suite(void);

START_TEST(no_two_values_share_a_bit)
{
    uint64_t seen = 0;
    for (Fact fact = 0; fact < FACT_COUNT; fact++) {
        for (uint32_t value = 0; fact_values(fact)[value]; value++) {
            ck_assert(!(seen & fact_bit(fact, value)));
            seen |= fact_bit(fact, value);
        }
        ck_assert_uint_eq(seen & fact_mask(fact), fact_mask(fact));
    }
}
END_TEST

START_TEST(packed_facts_have_one_bit_a_fact)
{
    Facts facts = {.value = {[FACT_BOOK] = BOOK_OPEN, [FACT_HELD_ON] = HELD_UNKNOWN}};
    uint64_t packed = facts_pack(&facts);
    uint32_t bits = 0;
    for (; packed; packed &= packed - 1)
        bits++;
    ck_assert_uint_eq(bits, FACT_COUNT);
}
END_TEST

Suite *fact_suite(void)
{
    Suite *suite = suite_create("fact");
    TCase *tests = tcase_create("fact");
    tcase_add_test(tests, no_two_values_share_a_bit);
    tcase_add_test(tests, packed_facts_have_one_bit_a_fact);
    suite_add_tcase(suite, tests);
    return suite;
}
