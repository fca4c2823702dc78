#include "source/entity.h"

#include "suites.h"

static const char *decoded(const char *text)
{
    static Entity entity;
    entity = entity_at(view_of(text), 0);
    ck_assert(!entity.len || text[entity.len - 1] == ';');
    return entity.text;
}

START_TEST(names_and_numbers_are_decoded)
{
    ck_assert_str_eq(decoded("&amp;c"), "&");
    ck_assert_str_eq(decoded("&eacute;"), "é");
    ck_assert_str_eq(decoded("&scaron;"), "š");
    ck_assert_str_eq(decoded("&rsquo;"), "’");
    ck_assert_str_eq(decoded("&zwnj;"), "\xE2\x80\x8C");
    ck_assert_str_eq(decoded("&#39;"), "'");
    ck_assert_str_eq(decoded("&#x2019;"), "’");
    ck_assert_str_eq(decoded("&#X1F600;"), "😀");
}
END_TEST

START_TEST(names_are_told_apart_by_case)
{
    ck_assert_str_eq(decoded("&Eacute;"), "É");
    ck_assert_str_eq(decoded("&EACUTE;"), "");
}
END_TEST

START_TEST(what_is_no_character_becomes_the_replacement)
{
    ck_assert_str_eq(decoded("&#0;"), "\uFFFD");
    ck_assert_str_eq(decoded("&#xD800;"), "\uFFFD");
    ck_assert_str_eq(decoded("&#x110000;"), "\uFFFD");
}
END_TEST

START_TEST(what_is_no_reference_is_left)
{
    static const char *const texts[] = {"&",       "&;",        "&amp",        "&amp c;",
                                        "&bogus;", "&#;",       "&#x;",        "&#12345678;",
                                        "&#xg;",   "&#1234567", "&#x1234567;", "&toolongname;"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_uint_eq(entity_at(view_of(texts[i]), 0).len, 0);
}
END_TEST

START_TEST(the_table_is_sorted_from_end_to_end)
{
    ck_assert_str_eq(decoded("&AElig;"), "Æ");
    ck_assert_str_eq(decoded("&zwj;"), "\xE2\x80\x8D");
    ck_assert_str_eq(decoded("&lt;"), "<");
    ck_assert_str_eq(decoded("&Zdot;"), "Ż");
    ck_assert_str_eq(decoded("&aacute;"), "á");
}
END_TEST

Suite *entity_suite(void)
{
    Suite *suite = suite_create("entity");
    TCase *tests = tcase_create("entity");
    tcase_add_test(tests, names_and_numbers_are_decoded);
    tcase_add_test(tests, names_are_told_apart_by_case);
    tcase_add_test(tests, what_is_no_character_becomes_the_replacement);
    tcase_add_test(tests, what_is_no_reference_is_left);
    tcase_add_test(tests, the_table_is_sorted_from_end_to_end);
    suite_add_tcase(suite, tests);
    return suite;
}
