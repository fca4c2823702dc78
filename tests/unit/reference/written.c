/* Words with their places. */
#include "reference/written.h"

#include <check.h>

#include "suites.h"

START_TEST(texts_keep_the_places_where_they_are_written)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    YamlReader reader = {VIEW("a.yaml"), &troubles, &arena};
    const YamlNode *map =
        yaml_parse(&arena, reader.path, VIEW("one: x\nmany:\n  - y\n  - z\nnone: []\n"), &troubles);
    WrittenList one = written_list(&reader, map, "one");
    WrittenList many = written_list(&reader, map, "many");
    ck_assert_uint_eq(one.count, 1);
    ck_assert_uint_eq(one.items[0].where.line, 1);
    ck_assert_uint_eq(one.items[0].where.column, 6);
    ck_assert_uint_eq(many.count, 2);
    ck_assert_uint_eq(many.items[1].where.line, 4);
    ck_assert(view_equal(many.items[1].text, VIEW("z")));
    ck_assert(view_equal(many.items[1].where.path, VIEW("a.yaml")));
    ck_assert_uint_eq(written_list(&reader, map, "none").count, 0);
    ck_assert_uint_eq(written_list(&reader, map, "other").count, 0);
    ck_assert_uint_eq(troubles.count, 0);
    arena_free(&arena);
}
END_TEST

START_TEST(a_text_that_is_missing_stands_where_its_map_stands)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    YamlReader reader = {VIEW("a.yaml"), &troubles, &arena};
    const YamlNode *map = yaml_parse(&arena, reader.path, VIEW("\n  one: x\n"), &troubles);
    Written two = written_text(&reader, map, "two", false);
    ck_assert_uint_eq(two.text.len, 0);
    ck_assert_uint_eq(two.where.line, 2);
    ck_assert_uint_eq(troubles.count, 0);
    written_text(&reader, map, "two", true);
    ck_assert_uint_eq(troubles.count, 1);
    arena_free(&arena);
}
END_TEST

START_TEST(nothing_after_a_key_is_a_fault_once)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    YamlReader reader = {VIEW("a.yaml"), &troubles, &arena};
    const YamlNode *map = yaml_parse(&arena, reader.path, VIEW("one:\n"), &troubles);
    written_text(&reader, map, "one", false);
    ck_assert_uint_eq(troubles.count, 1);
    written_text(&reader, map, "one", true);
    ck_assert_uint_eq(troubles.count, 2);
    written_list(&reader, map, "one");
    ck_assert_uint_eq(troubles.count, 3);
    ck_assert(!date_known(written_date(&reader, map, "one", false)));
    ck_assert_uint_eq(troubles.count, 4);
    arena_free(&arena);
}
END_TEST

Suite *written_suite(void)
{
    Suite *suite = suite_create("reference/written");
    TCase *tests = tcase_create("written");
    tcase_add_test(tests, texts_keep_the_places_where_they_are_written);
    tcase_add_test(tests, a_text_that_is_missing_stands_where_its_map_stands);
    tcase_add_test(tests, nothing_after_a_key_is_a_fault_once);
    suite_add_tcase(suite, tests);
    return suite;
}
