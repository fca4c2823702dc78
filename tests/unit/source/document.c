#include "source/document.h"

#include "article.h"
#include "suites.h"

START_TEST(a_span_of_plain_text_is_where_it_was)
{
    read_text(VIEW("One.\n\nTwo Hart."));
    Span hart = {9, 4};
    ck_assert(view_equal(view_slice(article.text, 9, 13), VIEW("Hart")));
    Span original = document_original(&article, hart, NULL, NULL);
    ck_assert_uint_eq(original.off, 10);
    ck_assert_uint_eq(original.len, 4);
}
END_TEST

START_TEST(markup_inside_a_span_breaks_it_into_segments)
{
    read_markdown(VIEW("By Pete Heg<b>seth</b> today"));
    ck_assert_str_eq(original_of("Hegseth"), "Heg|seth");
    ck_assert_str_eq(original_of("Pete"), "Pete");
    Span all = document_original(&article, (Span){0, 21}, NULL, NULL);
    ck_assert_uint_eq(all.off, 0);
    ck_assert_uint_eq(all.len, 28);
}
END_TEST

START_TEST(markup_at_the_ends_of_a_span_is_outside)
{
    read_markdown(VIEW("A **Sen. Hart** left"));
    ck_assert_str_eq(original_of("Sen. Hart"), "Sen. Hart");
}
END_TEST

START_TEST(a_piece_is_inside_as_a_whole)
{
    read_markdown(VIEW("Andr&eacute; left"));
    ck_assert_str_eq(original_of("André"), "Andr&eacute;");
    ck_assert_str_eq(original_of("é"), "&eacute;");
    Span half = {5, 1}; /* the second byte of the letter */
    ck_assert_uint_eq(document_original(&article, half, NULL, NULL).len, 8);
}
END_TEST

START_TEST(pieces_that_touch_are_one_segment)
{
    read_markdown(VIEW("Ruben\nBrekelmans left"));
    ck_assert_str_eq(original_of("Ruben Brekelmans"), "Ruben\nBrekelmans");
}
END_TEST

START_TEST(an_empty_span_stands_before_what_follows)
{
    read_markdown(VIEW("**Hart**"));
    ck_assert_uint_eq(document_original(&article, (Span){0, 0}, NULL, NULL).off, 2);
    ck_assert_uint_eq(document_original(&article, (Span){2, 0}, NULL, NULL).off, 4);
    ck_assert_uint_eq(document_original(&article, (Span){4, 0}, NULL, NULL).off, 6);
    ck_assert_uint_eq(document_original(&article, (Span){4, 0}, NULL, NULL).len, 0);
}
END_TEST

START_TEST(the_title_of_a_record_is_another_part)
{
    read_record(VIEW("{\"title\": \"Head\", \"text\": \"Body\"}"));
    ck_assert(document_part(&article, (Span){0, 4}) == PART_TEXT);
    ck_assert(document_part(&article, (Span){5, 4}) == PART_TITLE);
    ck_assert_uint_eq(document_original(&article, (Span){5, 4}, NULL, NULL).off, 0);
}
END_TEST

Suite *document_suite(void)
{
    Suite *suite = suite_create("document");
    TCase *tests = tcase_create("document");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, a_span_of_plain_text_is_where_it_was);
    tcase_add_test(tests, markup_inside_a_span_breaks_it_into_segments);
    tcase_add_test(tests, markup_at_the_ends_of_a_span_is_outside);
    tcase_add_test(tests, a_piece_is_inside_as_a_whole);
    tcase_add_test(tests, pieces_that_touch_are_one_segment);
    tcase_add_test(tests, an_empty_span_stands_before_what_follows);
    tcase_add_test(tests, the_title_of_a_record_is_another_part);
    suite_add_tcase(suite, tests);
    return suite;
}
