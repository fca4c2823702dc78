#include "base/outline.h"

#include "suites.h"

START_TEST(groups_have_the_numbers_that_they_get)
{
    Outline outline = outline_read(VIEW("(?<a> O) (?: x (P) (?<b>[)(]) )? # (no group)\n"
                                        "(?<! (?<c>y)) \\( (?<d> (?= z) )"));
    ck_assert(outline.plain);
    ck_assert_uint_eq(outline.group_count, 6);
    ck_assert(view_equal(outline.names[1], VIEW("a")));
    ck_assert_uint_eq(outline.names[2].len, 0);
    ck_assert(view_equal(outline.names[3], VIEW("b")));
    ck_assert(view_equal(outline.names[4], VIEW("c")));
    ck_assert(view_equal(outline.names[5], VIEW("d")));
}
END_TEST

START_TEST(a_pattern_has_a_place_for_each_byte_of_its_text)
{
    Outline outline = outline_read(VIEW("O [PN]? (?: , S | (?! x ) )"));
    ck_assert(outline.plain && !outline.blank);
    ck_assert_uint_eq(outline.place_count, 4); /* x takes none */
    ck_assert(small_set_has(outline.places[1].bytes, 'P') &&
              small_set_has(outline.places[1].bytes, 'N') &&
              !small_set_has(outline.places[1].bytes, 'O'));
    ck_assert_uint_eq(outline.first.half[0], 1);
    ck_assert_uint_eq(outline.last.half[0], 1 | 2 | 8);
    ck_assert_uint_eq(outline.places[0].followed.half[0], 2 | 4);
    ck_assert_uint_eq(outline.places[1].followed.half[0], 4);
    ck_assert_uint_eq(outline.places[2].followed.half[0], 8);
    ck_assert_uint_eq(outline.places[3].followed.half[0], 0);
}
END_TEST

START_TEST(what_may_come_again_follows_itself)
{
    Outline outline = outline_read(VIEW("(?: a b )+ c{2} d?"));
    ck_assert_uint_eq(outline.places[1].followed.half[0], 1 | 4);
    ck_assert_uint_eq(outline.places[2].followed.half[0], 4 | 8);
    ck_assert_uint_eq(outline.places[3].followed.half[0], 0);
    ck_assert(outline_read(VIEW("a* | b")).blank && !outline_read(VIEW("a | b")).blank);
}
END_TEST

START_TEST(what_is_not_understood_says_nothing)
{
    static const char *const others[] = {"(?i)o",     "(?|(a)|(b))", "(a)\\1", "(?R)?O",
                                         "(?(?=a)b)", "(*COMMIT)O",  "\\x4F",  "[[:alpha:]]O",
                                         "\\QO",      "(O",          "O)",     "[O",
                                         "(?P<a>O)",  "O{(P)}",      "O{,x}"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        Outline outline = outline_read(view_of(others[i]));
        ck_assert_msg(!outline.plain, "%s", others[i]);
    }
}
END_TEST

Suite *outline_suite(void)
{
    Suite *suite = suite_create("outline");
    TCase *tests = tcase_create("outline");
    tcase_add_test(tests, groups_have_the_numbers_that_they_get);
    tcase_add_test(tests, a_pattern_has_a_place_for_each_byte_of_its_text);
    tcase_add_test(tests, what_may_come_again_follows_itself);
    tcase_add_test(tests, what_is_not_understood_says_nothing);
    suite_add_tcase(suite, tests);
    return suite;
}
