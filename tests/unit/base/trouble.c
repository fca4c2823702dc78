#include "base/trouble.h"

#include <string.h>

#include "suites.h"

static Arena arena;
static Troubles troubles;

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
}

static void end(void)
{
    arena_free(&arena);
}

static const char *text_of(const char *path, uint32_t line, uint32_t column)
{
    Trouble trouble = {view_of(path), line, column, VIEW("is red, expected blue")};
    return trouble_text(&arena, &trouble).at;
}

START_TEST(a_text_leaves_out_what_is_not_known)
{
    ck_assert_str_eq(text_of("a.yaml", 3, 7), "a.yaml:3:7: is red, expected blue");
    ck_assert_str_eq(text_of("a.yaml", 3, 0), "a.yaml:3: is red, expected blue");
    ck_assert_str_eq(text_of("a.yaml", 0, 0), "a.yaml: is red, expected blue");
    ck_assert_str_eq(text_of("a.yaml", 0, 7), "a.yaml: is red, expected blue");
    ck_assert_str_eq(text_of("", 3, 7), "3:7: is red, expected blue");
    ck_assert_str_eq(text_of("", 0, 0), "is red, expected blue");
}
END_TEST

START_TEST(a_path_with_a_percent_sign_is_no_format)
{
    ck_assert_str_eq(text_of("a%s.yaml", 1, 0), "a%s.yaml:1: is red, expected blue");
}
END_TEST

START_TEST(troubles_are_kept_in_order)
{
    for (uint32_t i = 1; i <= 100; i++)
        trouble_add(&troubles, VIEW("a.yaml"), i, 0, "number %u", i);
    ck_assert_uint_eq(troubles.count, 100);
    ck_assert_uint_eq(troubles.items[99].line, 100);
    ck_assert_str_eq(troubles.items[36].message.at, "number 37");
}
END_TEST

START_TEST(paths_and_messages_are_copies)
{
    char path[] = "a.yaml", word[] = "red";
    trouble_add(&troubles, (View){path, strlen(path)}, 1, 2, "is %s", word);
    path[0] = word[0] = 'x';
    ck_assert_str_eq(trouble_text(&arena, &troubles.items[0]).at, "a.yaml:1:2: is red");
}
END_TEST

START_TEST(a_long_message_is_not_cut)
{
    trouble_add(&troubles, (View){0}, 0, 0, "%9000d", 1);
    ck_assert_uint_eq(troubles.items[0].message.len, 9000);
}
END_TEST

Suite *trouble_suite(void)
{
    Suite *suite = suite_create("trouble");
    TCase *tests = tcase_create("trouble");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_text_leaves_out_what_is_not_known);
    tcase_add_test(tests, a_path_with_a_percent_sign_is_no_format);
    tcase_add_test(tests, troubles_are_kept_in_order);
    tcase_add_test(tests, paths_and_messages_are_copies);
    tcase_add_test(tests, a_long_message_is_not_cut);
    suite_add_tcase(suite, tests);
    return suite;
}
