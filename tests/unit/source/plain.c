#include "source/plain.h"

#include <string.h>

#include "article.h"
#include "suites.h"

START_TEST(each_line_is_a_paragraph)
{
    ck_assert_str_eq(read_text(VIEW("He left.\nShe stayed.\n\n Hart too. \n")),
                     "paragraph: He left.\nparagraph: She stayed.\nparagraph: Hart too.");
    ck_assert(view_equal(article.text, VIEW("He left.\nShe stayed.\nHart too.")));
}
END_TEST

START_TEST(all_line_breaks_and_a_byte_order_mark_are_taken)
{
    ck_assert_str_eq(read_text(VIEW("\xEF\xBB\xBFOne.\r\nTwo.\rThree.")),
                     "paragraph: One.\nparagraph: Two.\nparagraph: Three.");
    ck_assert_str_eq(original_of("One."), "One.");
}
END_TEST

START_TEST(a_short_line_without_punctuation_is_a_heading)
{
    ck_assert_str_eq(read_text(VIEW("Allied Response\nHe left.\n“So be it”\nShe left.\nThe end")),
                     "heading: Allied Response\nparagraph: He left.\nheading: “So be it”\n"
                     "paragraph: She left.\nparagraph: The end");
}
END_TEST

START_TEST(a_line_that_runs_on_is_no_heading)
{
    ck_assert_str_eq(read_text(VIEW("They are:\nHe left.”\nHart,\nJones")),
                     "paragraph: They are:\nparagraph: He left.”\nparagraph: Hart,\n"
                     "paragraph: Jones");
}
END_TEST

START_TEST(long_lines_stay_apart)
{
    char text[400];
    memset(text, 'x', sizeof text);
    memcpy(text, "The", 3);
    text[199] = '\n';
    read_text((View){text, sizeof text});
    ck_assert_uint_eq(article.blocks.count, 2);
}
END_TEST

static const char wrapped[] = "Allied Response\n"
                              "“Europe must sit at the table,” said Dutch Defense Minister Ruben\n"
                              "Brekelmans upon arrival. His French counterpart warned that peace\n"
                              "can only be achieved from strength.\n"
                              "\n"
                              "  In a joint statement they said that they would go on to help.\n"
                              "They did.\n";

START_TEST(a_wrapped_text_is_joined_into_paragraphs)
{
    ck_assert_str_eq(
        read_text(view_of(wrapped)),
        "heading: Allied Response\n"
        "paragraph: “Europe must sit at the table,” said Dutch Defense Minister Ruben Brekelmans "
        "upon arrival. His French counterpart warned that peace can only be achieved from "
        "strength.\n"
        "paragraph: In a joint statement they said that they would go on to help. They did.");
}
END_TEST

START_TEST(a_name_broken_at_the_end_of_a_line_is_found_there)
{
    read_text(view_of(wrapped));
    ck_assert_str_eq(original_of("Ruben Brekelmans"), "Ruben\nBrekelmans");
    ck_assert_str_eq(original_of("they would go"), "they would go");
}
END_TEST

START_TEST(a_break_with_its_indentation_is_one_piece)
{
    read_text(VIEW("The minister left \r\n   the room.\n"));
    ck_assert_str_eq(original_of("left the"), "left \r\n   the");
    ck_assert_uint_eq(article.pieces.count, 3);
    ck_assert(article.pieces.items[1].whole);
}
END_TEST

START_TEST(short_lines_of_a_wrapped_text_stay_apart)
{
    ck_assert_str_eq(read_text(VIEW("By Joe Hart\nBrussels\n\nHe said that he\nwould go.")),
                     "heading: By Joe Hart\nheading: Brussels\n"
                     "paragraph: He said that he would go.");
}
END_TEST

START_TEST(broken_bytes_are_shown_as_such)
{
    ck_assert_str_eq(read_text(VIEW("a\xFFz.")), "paragraph: a\uFFFDz.");
    ck_assert_str_eq(original_of("a\uFFFDz"), "a\xFFz");
}
END_TEST

START_TEST(nul_and_control_characters_stay)
{
    read_text(VIEW("a\0b\x01"));
    ck_assert(view_equal(article.text, VIEW("a\0b\x01")));
}
END_TEST

START_TEST(nothing_is_an_article_too)
{
    ck_assert_str_eq(read_text((View){0}), "");
    ck_assert_str_eq(read_text(VIEW(" \n\t\r\n")), "");
    ck_assert_uint_eq(article.text.len, 0);
}
END_TEST

START_TEST(the_path_dates_the_article)
{
    source_read_text(&article_arena, VIEW("news/2025-02-13.txt"), VIEW("a"), &article,
                     &article_troubles);
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_FILE_NAME);
    read_text(VIEW("a"));
    ck_assert(article.date_source == DATE_FROM_NONE);
}
END_TEST

Suite *plain_suite(void)
{
    Suite *suite = suite_create("plain");
    TCase *tests = tcase_create("plain");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, each_line_is_a_paragraph);
    tcase_add_test(tests, all_line_breaks_and_a_byte_order_mark_are_taken);
    tcase_add_test(tests, a_short_line_without_punctuation_is_a_heading);
    tcase_add_test(tests, a_line_that_runs_on_is_no_heading);
    tcase_add_test(tests, long_lines_stay_apart);
    tcase_add_test(tests, a_wrapped_text_is_joined_into_paragraphs);
    tcase_add_test(tests, a_name_broken_at_the_end_of_a_line_is_found_there);
    tcase_add_test(tests, a_break_with_its_indentation_is_one_piece);
    tcase_add_test(tests, short_lines_of_a_wrapped_text_stay_apart);
    tcase_add_test(tests, broken_bytes_are_shown_as_such);
    tcase_add_test(tests, nul_and_control_characters_stay);
    tcase_add_test(tests, nothing_is_an_article_too);
    tcase_add_test(tests, the_path_dates_the_article);
    suite_add_tcase(suite, tests);
    return suite;
}
