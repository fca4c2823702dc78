#include <check.h>
#include <string.h>

#include "judge/office.h"
#include "judge/subject.h"

Suite *fact_suite(void);

START_TEST(no_two_values_share_a_bit)
{
    for (uint32_t subject = 0; subject < SUBJECTS; subject++) {
        FactTable table = subjects[subject]->facts;
        uint64_t seen = fact_mask(table, table.count);
        ck_assert_uint_le(table.count, FACTS_MOST);
        for (uint32_t fact = 0; fact < table.count; fact++) {
            for (uint32_t value = 0; table.items[fact].values[value].name; value++) {
                ck_assert(!(seen & fact_bit(table, fact, value)));
                seen |= fact_bit(table, fact, value);
            }
            ck_assert_uint_eq(seen & fact_mask(table, fact), fact_mask(table, fact));
        }
        ck_assert_ptr_null(table.items[table.count].name);
    }
}
END_TEST

START_TEST(packed_facts_have_one_bit_a_fact)
{
    Facts facts = {.value = {[FACT_BOOK] = BOOK_OPEN, [FACT_HELD_ON] = HELD_UNKNOWN}};
    uint64_t packed = facts_pack(subject_office.facts, &facts, VERDICT_SUPPORTED);
    uint32_t bits = 0;
    for (; packed; packed &= packed - 1)
        bits++;
    ck_assert_uint_eq(bits, OFFICE_FACTS + 1);
}
END_TEST

/* A word of the documentation that is missing is as good as no fact. */
START_TEST(everything_is_explained)
{
    for (uint32_t subject = 0; subject < SUBJECTS; subject++) {
        FactTable table = subjects[subject]->facts;
        const Placeholder *own = subjects[subject]->placeholders;
        ck_assert_uint_gt(strlen(subjects[subject]->meaning), 0);
        for (uint32_t fact = 0; fact < table.count; fact++) {
            ck_assert_ptr_nonnull(table.items[fact].meaning);
            for (uint32_t value = 0; table.items[fact].values[value].name; value++)
                ck_assert_ptr_nonnull(table.items[fact].values[value].meaning);
        }
        for (; own && own->name; own++)
            ck_assert_ptr_nonnull(own->meaning);
    }
}
END_TEST

Suite *fact_suite(void)
{
    Suite *suite = suite_create("fact");
    TCase *tests = tcase_create("fact");
    tcase_add_test(tests, no_two_values_share_a_bit);
    tcase_add_test(tests, packed_facts_have_one_bit_a_fact);
    tcase_add_test(tests, everything_is_explained);
    suite_add_tcase(suite, tests);
    return suite;
}
