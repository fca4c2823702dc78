/* The map of ids. */
#include "reference/ids.h"

#include <check.h>

#include "suites.h"

START_TEST(an_id_keeps_its_first_index)
{
    Arena arena = {0};
    Ids ids = ids_in(&arena);
    ck_assert_uint_eq(ids_add(&ids, VIEW("nl"), 4), NONE);
    ck_assert_uint_eq(ids_add(&ids, VIEW("nl"), 9), 4);
    ck_assert_uint_eq(ids_find(&ids, VIEW("nl")), 4);
    ck_assert_uint_eq(ids_find(&ids, VIEW("n")), NONE);
    ck_assert_uint_eq(ids_find(&ids, VIEW("")), NONE);
    arena_free(&arena);
}
END_TEST

START_TEST(all_of_many_ids_are_found_after_growing)
{
    Arena arena = {0};
    Ids ids = ids_in(&arena);
    for (uint32_t i = 0; i < 10000; i++)
        ck_assert_uint_eq(ids_add(&ids, view_format(&arena, "id-%u", i), i), NONE);
    for (uint32_t i = 0; i < 10000; i++)
        ck_assert_uint_eq(ids_find(&ids, view_format(&arena, "id-%u", i)), i);
    ck_assert_uint_eq(ids_find(&ids, VIEW("id-10000")), NONE);
    arena_free(&arena);
}
END_TEST

START_TEST(bytes_of_zero_are_part_of_an_id)
{
    Arena arena = {0};
    Ids ids = ids_in(&arena);
    ids_add(&ids, VIEW("a\0b"), 1);
    ids_add(&ids, VIEW("a\0c"), 2);
    ck_assert_uint_eq(ids_find(&ids, VIEW("a\0c")), 2);
    ck_assert_uint_eq(ids_find(&ids, VIEW("a")), NONE);
    arena_free(&arena);
}
END_TEST

Suite *ids_suite(void)
{
    Suite *suite = suite_create("reference/ids");
    TCase *tests = tcase_create("ids");
    tcase_add_test(tests, an_id_keeps_its_first_index);
    tcase_add_test(tests, all_of_many_ids_are_found_after_growing);
    tcase_add_test(tests, bytes_of_zero_are_part_of_an_id);
    suite_add_tcase(suite, tests);
    return suite;
}
