#include "source/document.h"

#include "article.h"
#include "suites.h"

START_TEST(a_record_gives_its_members)
{
    ck_assert_str_eq(read_record(VIEW("{\"id\": \"a1\", \"date\": \"2025-02-13\", \"x\": 1, "
                                      "\"title\": \"Hart leaves\", \"text\": \"He left.\"}")),
                     "paragraph: He left.\ntitle: Hart leaves");
    ck_assert(view_equal(article.name, VIEW("a1")));
    ck_assert(article.has_name);
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_RECORD);
}
END_TEST

START_TEST(only_the_text_is_needed)
{
    ck_assert_str_eq(read_record(VIEW("{\"text\": \"\", \"date\": null, \"title\": null}")), "");
    ck_assert_str_eq(first_trouble(), "");
    ck_assert(!article.has_name);
    ck_assert(article.date_source == DATE_FROM_NONE);
}
END_TEST

START_TEST(a_newline_always_parts_paragraphs)
{
    ck_assert_str_eq(read_record(VIEW("{\"text\": \"The minister\\nof war\\n\\nleft.\"}")),
                     "heading: The minister\nparagraph: of war\nparagraph: left.");
}
END_TEST

START_TEST(places_are_in_the_decoded_strings)
{
    read_record(VIEW("{\"text\": \"\\u00e9 \\\"Hart\\\" left\", \"title\": \"\\\"Hart\\\" out\"}"));
    ck_assert(view_equal(article.original[PART_TEXT], VIEW("é \"Hart\" left")));
    ck_assert(view_equal(article.original[PART_TITLE], VIEW("\"Hart\" out")));
    ck_assert_str_eq(original_of("Hart"), "Hart");
    ck_assert_str_eq(original_of("out"), "out");
}
END_TEST

START_TEST(a_title_in_several_lines_is_one_block)
{
    ck_assert_str_eq(read_record(VIEW("{\"text\": \"a.\", \"title\": \" One\\n\\n two \\n\"}")),
                     "paragraph: a.\ntitle: One two");
}
END_TEST

START_TEST(nul_is_a_character)
{
    read_record(VIEW("{\"text\": \"a\\u0000b\"}"));
    ck_assert(view_equal(article.text, VIEW("a\0b")));
}
END_TEST

START_TEST(what_is_no_record_is_trouble_in_its_line)
{
    static const char *const records[] = {"",
                                          "x",
                                          "[]",
                                          "{\"title\": \"a\"}",
                                          "{\"text\": 5}",
                                          "{\"text\": \"a\", \"text\": \"b\"}",
                                          "{\"text\": \"a\", \"date\": \"2025-02-30\"}"};
    for (size_t i = 0; i < sizeof records / sizeof *records; i++) {
        article_begin();
        ck_assert_str_eq(read_record(view_of(records[i])), "");
        ck_assert_uint_eq(article_troubles.count, 1);
        ck_assert_uint_eq(article_troubles.items[0].line, 7);
    }
}
END_TEST

START_TEST(a_bad_record_keeps_its_id)
{
    ck_assert_str_eq(read_record(VIEW("{\"id\": \"a1\", \"text\": 5}")), "");
    ck_assert(article.has_name);
    ck_assert(view_equal(article.name, VIEW("a1")));
    ck_assert_uint_eq(article.blocks.count, 0);
}
END_TEST

START_TEST(a_byte_order_mark_before_a_record_is_passed_over)
{
    ck_assert_str_eq(read_record(VIEW("\xEF\xBB\xBF{\"text\": \"a\"}")), "paragraph: a");
}
END_TEST

Suite *record_suite(void)
{
    Suite *suite = suite_create("record");
    TCase *tests = tcase_create("record");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, a_record_gives_its_members);
    tcase_add_test(tests, only_the_text_is_needed);
    tcase_add_test(tests, a_newline_always_parts_paragraphs);
    tcase_add_test(tests, places_are_in_the_decoded_strings);
    tcase_add_test(tests, a_title_in_several_lines_is_one_block);
    tcase_add_test(tests, nul_is_a_character);
    tcase_add_test(tests, what_is_no_record_is_trouble_in_its_line);
    tcase_add_test(tests, a_bad_record_keeps_its_id);
    tcase_add_test(tests, a_byte_order_mark_before_a_record_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
