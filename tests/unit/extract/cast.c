#include "extract/cast.h"

#include <check.h>

Suite *cast_suite(void);

static Arena arena;

static void close_arena(void)
{
    arena_free(&arena);
}

START_TEST(all_who_were_added_are_known_and_nobody_else)
{
    Cast cast = {0};
    for (uint32_t person = 0; person < 3000; person += 3) {
        cast_add(&arena, &cast, person);
        cast_add_stranger(&arena, &cast, (uint64_t)person << 20);
    }
    for (uint32_t person = 0; person < 4000; person++) {
        bool added = person < 3000 && person % 3 == 0;
        ck_assert_int_eq(cast_has(&cast, person), added);
        ck_assert_int_eq(cast_has_stranger(&cast, (uint64_t)person << 20), added);
    }
    ck_assert_uint_eq(cast.people.count, 1000);
}
END_TEST

START_TEST(each_stands_once)
{
    Cast cast = {0};
    for (int twice = 0; twice < 2; twice++)
        for (uint32_t i = 0; i < 10; i++) { /* the same bit, and not */
            cast_add(&arena, &cast, i * 256);
            cast_add_maybe(&arena, &cast, i * 256);
            cast_add_stranger(&arena, &cast, i * 256);
        }
    ck_assert_uint_eq(cast.people.count, 10);
    ck_assert_uint_eq(cast.maybe.count, 10);
    ck_assert_uint_eq(cast.strangers.count, 10);
    ck_assert_uint_eq(cast.maybe.items[9], 9 * 256);
}
END_TEST

Suite *cast_suite(void)
{
    Suite *suite = suite_create("cast");
    TCase *tests = tcase_create("cast");
    tcase_add_checked_fixture(tests, NULL, close_arena);
    tcase_add_test(tests, all_who_were_added_are_known_and_nobody_else);
    tcase_add_test(tests, each_stands_once);
    suite_add_tcase(suite, tests);
    return suite;
}
