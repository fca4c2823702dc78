#include "source/front.h"

#include "article.h"
#include "suites.h"

START_TEST(the_date_and_the_title_are_read)
{
    ck_assert_str_eq(
        read_markdown(VIEW("---\ntitle: Hart leaves\ndate: 2025-02-13\n---\nHe left.")),
        "paragraph: He left.\ntitle: Hart leaves");
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_FRONT_MATTER);
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(other_keys_are_the_newsrooms)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntags: [a, {b: c}]\nauthor: x\n...\nHe left.")),
                     "paragraph: He left.");
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(a_time_with_the_date_is_no_trouble)
{
    read_markdown(VIEW("---\ndate: 2025-02-13T08:00:00+01:00\n---\n"));
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(a_date_that_is_none_is_trouble_at_its_place)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: x\ndate: yesterday\n---\nHe left.")),
                     "paragraph: He left.\ntitle: x");
    ck_assert_str_eq(first_trouble(), "a.md:3:7: \"yesterday\" is no date, expected YYYY-MM-DD");
    ck_assert(article.date_source == DATE_FROM_NONE);
}
END_TEST

START_TEST(broken_yaml_is_trouble_and_the_article_is_read)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: [x\n---\nHe left.")), "paragraph: He left.");
    ck_assert_uint_eq(article_troubles.count, 1);
    ck_assert(view_equal(article_troubles.items[0].path, VIEW("a.md")));
    ck_assert_uint_gt(article_troubles.items[0].line, 1);
}
END_TEST

START_TEST(an_empty_date_is_none)
{
    read_markdown(VIEW("---\ndate:\n---\n"));
    ck_assert_str_eq(first_trouble(), "");
    ck_assert(!date_known(article.date));
}
END_TEST

START_TEST(prose_between_two_rules_is_no_front_matter)
{
    ck_assert_str_eq(read_markdown(VIEW("---\nHe left.\n\n---\nShe stayed.")),
                     "paragraph: He left.\nparagraph: She stayed.");
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(a_front_matter_that_does_not_end_is_none)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: x\n\nHe left.")),
                     "paragraph: title: x\nparagraph: He left.");
}
END_TEST

START_TEST(it_begins_in_the_first_line)
{
    ck_assert_str_eq(read_markdown(VIEW("\n---\ntitle: x\n---\n")), "heading: title: x");
}
END_TEST

START_TEST(a_byte_order_mark_and_crlf_do_not_hide_it)
{
    ck_assert_str_eq(read_markdown(VIEW("\xEF\xBB\xBF---\r\ntitle: x\r\n---\r\nHe left.\r\n")),
                     "paragraph: He left.\ntitle: x");
    ck_assert_str_eq(original_of("x"), "x");
    ck_assert_str_eq(original_of("He left."), "He left.");
}
END_TEST

/* Where the title stands in the file. */
static const char *title_original(View bytes, const char *title)
{
    read_markdown(bytes);
    ck_assert_str_eq(first_trouble(), "");
    return original_of(title);
}

START_TEST(a_plain_or_quoted_title_keeps_its_exact_place)
{
    ck_assert_str_eq(title_original(VIEW("---\ntitle: A Hart b # c\n---\n"), "Hart"), "Hart");
    ck_assert_str_eq(title_original(VIEW("---\ntitle: \"A: Hart\"\n---\n"), "Hart"), "Hart");
    ck_assert_str_eq(title_original(VIEW("---\ntitle: 'A: Hart'\nx: y\n---\n"), "Hart"), "Hart");
    ck_assert_str_eq(title_original(VIEW("---\nä: é\ntitle: Ü Hart\n---\n"), "Hart"), "Hart");
}
END_TEST

START_TEST(a_title_that_is_written_otherwise_is_one_piece)
{
    ck_assert_str_eq(title_original(VIEW("---\ntitle: 'It''s Hart'\nx: y\n---\n"), "Hart"),
                     "'It''s Hart'");
    ck_assert_str_eq(title_original(VIEW("---\ntitle: \"\\\"A\\\" Hart\"\n---\n"), "Hart"),
                     "\"\\\"A\\\" Hart\"");
    ck_assert_str_eq(title_original(VIEW("---\ntitle: >\n  A\n  Hart\n\nx: y\n---\n"), "A Hart"),
                     ">\n  A\n  Hart");
    ck_assert_str_eq(title_original(VIEW("---\ntitle: A\n  Hart\n---\n"), "A Hart"), "A\n  Hart");
}
END_TEST

START_TEST(a_title_in_several_lines_is_one_line)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: |\n  A\n  Hart\n---\n")), "title: A Hart ");
}
END_TEST

START_TEST(a_title_that_says_nothing_is_none)
{
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: ' '\n---\n")), "");
    ck_assert_str_eq(read_markdown(VIEW("---\ntitle: [a]\n---\n")), "");
}
END_TEST

START_TEST(toml_is_read_between_lines_of_plus_signs)
{
    ck_assert_str_eq(read_markdown(VIEW("+++\ntitle = \"A Hart\" # x\ndate = 2025-02-13T08:00:00Z\n"
                                        "tags = [\n  \"a\",\n]\n[x]\ntitle = 'no'\n+++\nHe left.")),
                     "paragraph: He left.\ntitle: A Hart");
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_FRONT_MATTER);
    ck_assert_str_eq(original_of("Hart"), "Hart");
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(toml_that_is_broken_is_trouble_at_its_place)
{
    ck_assert_str_eq(read_markdown(VIEW("+++\ntitle = 'x'\ndate = 'soon'\nwhat\n+++\nHe left.")),
                     "paragraph: He left.\ntitle: x");
    ck_assert_str_eq(first_trouble(), "a.md:3:8: \"soon\" is no date, expected YYYY-MM-DD");
    ck_assert_uint_eq(article_troubles.count, 2);
    ck_assert_uint_eq(article_troubles.items[1].line, 4);
}
END_TEST

START_TEST(json_is_read_at_the_top)
{
    ck_assert_str_eq(
        read_markdown(VIEW("{\n  \"title\": \"A \\\"Hart\\\" }\",\n  \"x\": {\"date\": \"y\"},\n"
                           "  \"date\": \"2025-02-13\"\n}\n\nHe left.")),
        "paragraph: He left.\ntitle: A \"Hart\" }");
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert_str_eq(original_of("Hart"), "A \\\"Hart\\\" }");
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

START_TEST(a_brace_at_the_top_is_not_always_json)
{
    ck_assert_str_eq(read_markdown(VIEW("{{< toc >}}\n\nHe left.")), "paragraph: He left.");
    ck_assert_str_eq(read_markdown(VIEW("{ \"He left.\"")), "paragraph: { \"He left.\"");
}
END_TEST

Suite *front_suite(void)
{
    Suite *suite = suite_create("front");
    TCase *tests = tcase_create("front");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, the_date_and_the_title_are_read);
    tcase_add_test(tests, other_keys_are_the_newsrooms);
    tcase_add_test(tests, a_time_with_the_date_is_no_trouble);
    tcase_add_test(tests, a_date_that_is_none_is_trouble_at_its_place);
    tcase_add_test(tests, broken_yaml_is_trouble_and_the_article_is_read);
    tcase_add_test(tests, an_empty_date_is_none);
    tcase_add_test(tests, prose_between_two_rules_is_no_front_matter);
    tcase_add_test(tests, a_front_matter_that_does_not_end_is_none);
    tcase_add_test(tests, it_begins_in_the_first_line);
    tcase_add_test(tests, a_byte_order_mark_and_crlf_do_not_hide_it);
    tcase_add_test(tests, a_plain_or_quoted_title_keeps_its_exact_place);
    tcase_add_test(tests, a_title_that_is_written_otherwise_is_one_piece);
    tcase_add_test(tests, a_title_in_several_lines_is_one_line);
    tcase_add_test(tests, a_title_that_says_nothing_is_none);
    tcase_add_test(tests, toml_is_read_between_lines_of_plus_signs);
    tcase_add_test(tests, toml_that_is_broken_is_trouble_at_its_place);
    tcase_add_test(tests, json_is_read_at_the_top);
    tcase_add_test(tests, a_brace_at_the_top_is_not_always_json);
    suite_add_tcase(suite, tests);
    return suite;
}
