#include "text/letters.h"

#include "suites.h"

static bool are_within(int changes, const char *a, const char *b, const char *free)
{
    return letters_are_near(letters_of(view_of(a)), letters_of(view_of(b)),
                            letters_of(view_of(free)), changes);
}

static bool are_near(const char *a, const char *b, const char *free)
{
    return are_within(2, a, b, free);
}

START_TEST(a_word_with_two_letters_changed_is_near)
{
    static const char *const pairs[][2] = {{"Hegseht", "Hegseth"},
                                           {"Merkle", "Merkel"},
                                           {"SESSIONS", "Sesion"},
                                           {"Miliband", "Milipund"},
                                           {"Dale", "Dale"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        ck_assert_msg(are_near(pairs[i][0], pairs[i][1], ""), "%s, %s", pairs[i][0], pairs[i][1]);
    ck_assert(!are_near("Miliband", "Milopung", ""));
    ck_assert(!are_near("Merkel", "Miliband", ""));
}
END_TEST

START_TEST(fewer_changes_change_fewer_letters)
{
    ck_assert(are_within(1, "Merkel", "Mergel", ""));
    ck_assert(are_within(1, "Merkel", "Merkle", ""));
    ck_assert(!are_within(1, "Merkel", "Mergol", ""));
    ck_assert(are_within(1, "Merkel", "Mergol", "o"));
}
END_TEST

START_TEST(the_first_letter_stays)
{
    ck_assert(!are_near("Hegseth", "Megseth", ""));
    ck_assert(are_near("hegseth", "Hegseth", ""));
}
END_TEST

START_TEST(free_letters_come_and_go)
{
    ck_assert(!are_near("bcdef", "bghi", ""));
    ck_assert(are_near("bcdef", "bghi", "cde"));
}
END_TEST

START_TEST(words_are_folded)
{
    ck_assert_uint_eq(letters_of(VIEW("ĐUKIĆ")), letters_of(VIEW("dukic")));
    ck_assert_uint_eq(letters_of(VIEW("O’Neill")), letters_of(VIEW("Oneill")));
    ck_assert(!are_near("Đukić", "Merkel", ""));
}
END_TEST

START_TEST(of_other_scripts_nothing_is_said)
{
    ck_assert_uint_eq(letters_of(VIEW("Меркель")), 0);
    ck_assert_uint_eq(letters_of(VIEW("")), 0);
    ck_assert(are_near("Меркель", "Merkel", ""));
}
END_TEST

START_TEST(the_first_word_stands_before_a_blank_or_hyphen)
{
    ck_assert(view_equal(first_word(VIEW("Ed Davey-Miliband")), VIEW("Ed")));
    ck_assert(view_equal(first_word(VIEW("Jean-Marc")), VIEW("Jean")));
    ck_assert(view_equal(first_word(VIEW("Pelé")), VIEW("Pelé")));
}
END_TEST

START_TEST(the_last_word_stands_behind_a_blank_or_hyphen)
{
    ck_assert(view_equal(last_word(VIEW("Ed Davey-Miliband")), VIEW("Miliband")));
    ck_assert(view_equal(last_word(VIEW("Pelé")), VIEW("Pelé")));
    ck_assert_uint_eq(last_word(VIEW("")).len, 0);
}
END_TEST

Suite *letters_suite(void)
{
    Suite *suite = suite_create("text/letters");
    TCase *tests = tcase_create("letters");
    tcase_add_test(tests, a_word_with_two_letters_changed_is_near);
    tcase_add_test(tests, fewer_changes_change_fewer_letters);
    tcase_add_test(tests, the_first_letter_stays);
    tcase_add_test(tests, free_letters_come_and_go);
    tcase_add_test(tests, words_are_folded);
    tcase_add_test(tests, of_other_scripts_nothing_is_said);
    tcase_add_test(tests, the_first_word_stands_before_a_blank_or_hyphen);
    tcase_add_test(tests, the_last_word_stands_behind_a_blank_or_hyphen);
    suite_add_tcase(suite, tests);
    return suite;
}
