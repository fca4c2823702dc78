#include "source/flow.h"

#include "article.h"
#include "suites.h"

START_TEST(blanks_are_one_blank)
{
    ck_assert_str_eq(read_html(VIEW("<p>\n  a \t b\r\n\n<i> c</i> d  </p>")), "paragraph: a b c d");
}
END_TEST

START_TEST(a_word_broken_behind_its_hyphen_is_made_whole)
{
    ck_assert_str_eq(read_html(VIEW("<p>Ocasio-\nCortez")), "paragraph: Ocasio-Cortez");
}
END_TEST

START_TEST(two_line_breaks_part_blocks_and_one_is_a_blank)
{
    ck_assert_str_eq(read_html(VIEW("a<br>b<br/> <br>c<br><br>")), "paragraph: a b\nparagraph: c");
}
END_TEST

START_TEST(code_notes_and_deleted_words_are_not_read)
{
    ck_assert_str_eq(read_html(VIEW("Hart<sup>1</sup>, <code>x</code>y <del>old</del> new <del>z")),
                     "paragraph: Hart , y new");
}
END_TEST

START_TEST(quotation_marks_are_put_where_browsers_put_them)
{
    ck_assert_str_eq(read_html(VIEW("He said <q>No</q>.")), "paragraph: He said “No”.");
}
END_TEST

START_TEST(images_part_words_and_letters_in_bold_do_not)
{
    ck_assert_str_eq(read_html(VIEW("Pe<b>te</b> Heg<img src=x>seth")), "paragraph: Pete Heg seth");
}
END_TEST

START_TEST(templates_are_not_read)
{
    ck_assert_str_eq(read_html(VIEW("<p>a {{ page.x }} b{% if y %}c{% endif %} { d }")),
                     "paragraph: a b c { d }");
}
END_TEST

START_TEST(both_forms_of_an_accent_keep_their_places)
{
    read_html(VIEW("<p>Andr\xC3\xA9 and Andre\xCC\x81 left"));
    ck_assert_str_eq(original_of("André"), "Andr\xC3\xA9");
    ck_assert_str_eq(original_of("Andre\xCC\x81 left"), "Andre\xCC\x81 left");
}
END_TEST

Suite *flow_suite(void)
{
    Suite *suite = suite_create("flow");
    TCase *tests = tcase_create("flow");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, blanks_are_one_blank);
    tcase_add_test(tests, a_word_broken_behind_its_hyphen_is_made_whole);
    tcase_add_test(tests, two_line_breaks_part_blocks_and_one_is_a_blank);
    tcase_add_test(tests, code_notes_and_deleted_words_are_not_read);
    tcase_add_test(tests, quotation_marks_are_put_where_browsers_put_them);
    tcase_add_test(tests, images_part_words_and_letters_in_bold_do_not);
    tcase_add_test(tests, templates_are_not_read);
    tcase_add_test(tests, both_forms_of_an_accent_keep_their_places);
    suite_add_tcase(suite, tests);
    return suite;
}
