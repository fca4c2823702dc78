#include "source/document.h"

#include <string.h>

#include "article.h"
#include "suites.h"

START_TEST(blocks_have_their_kinds)
{
    ck_assert_str_eq(read_markdown(VIEW("# One #\n\ntwo\n\n- three\n\n> four\n\nFive\n----\n")),
                     "heading: One\nparagraph: two\nitem: three\nquote: four\nheading: Five");
}
END_TEST

START_TEST(code_and_comments_are_not_read)
{
    ck_assert_str_eq(
        read_markdown(VIEW("a\n\n    code\n\n```\nfence\n```\n\n~~~ x\n*b*\n~~~\n\n"
                           "<!-- e\n\nf -->\n\n<script>\ng\n\nh</script>\n\n***\n\nz")),
        "paragraph: a\nparagraph: z");
}
END_TEST

START_TEST(blocks_of_html_are_read_as_html)
{
    ck_assert_str_eq(
        read_markdown(VIEW("a\n\n<div class='x'>\nThe &eacute; <b>Ha</b>rt\n<figcaption>c"
                           "</figcaption></div>\n\n<div>\n\n*d*\n\n</div>\n\n<h1>e</h1>\n\nf")),
        "paragraph: a\nparagraph: The é Hart\ncaption: c\nparagraph: d\nheading: e\n"
        "paragraph: f");
    ck_assert_str_eq(original_of("é Hart"), "&eacute; |Ha|rt");
}
END_TEST

START_TEST(html_that_begins_a_paragraph_is_part_of_it)
{
    ck_assert_str_eq(read_markdown(VIEW("<b>a</b> c\n\n<<b>\n")), "paragraph: a c\nparagraph: <");
}
END_TEST

START_TEST(code_in_backticks_at_the_start_of_a_line_is_no_fence)
{
    ck_assert_str_eq(read_markdown(VIEW("```a``` b\n\nc")), "paragraph: b\nparagraph: c");
}
END_TEST

START_TEST(lazy_and_indented_lines_keep_their_places)
{
    read_markdown(VIEW("> A Dutch\nDefense Minister\n    **Ruben**\n>   Brekelmans\n"));
    ck_assert_str_eq(original_of("Dutch Defense Minister Ruben"),
                     "Dutch\nDefense Minister\n    |Ruben");
    ck_assert_str_eq(original_of("Ruben Brekelmans"), "Ruben|\n>   Brekelmans");
}
END_TEST

START_TEST(nested_containers_keep_their_places)
{
    ck_assert_str_eq(read_markdown(VIEW("1. a\n   b\n   > - c\n   >   d\n\n10) e\n    f\n")),
                     "item: a b\nquote: c d\nitem: e f");
    ck_assert_str_eq(original_of("c d"), "c\n   >   d");
    ck_assert_str_eq(original_of("e f"), "e\n    f");
}
END_TEST

START_TEST(a_tab_may_follow_a_marker)
{
    ck_assert_str_eq(read_markdown(VIEW("-\ta\n\n\tb\n\n>\tc\n")), "item: a\nitem: b\nquote: c");
    ck_assert_str_eq(original_of("a"), "a");
}
END_TEST

START_TEST(a_quotation_mark_of_markdown_inside_a_paragraph_stays)
{
    ck_assert_str_eq(read_markdown(VIEW("a\n      > b")), "paragraph: a > b");
}
END_TEST

START_TEST(headings_of_both_kinds_lose_their_marks)
{
    ck_assert_str_eq(
        read_markdown(VIEW("## A # b ##\n\n### C#\n\n#\n\n#d\n\ne\nf\n=\n\n####### g\n")),
        "heading: A # b\nheading: C#\nparagraph: #d\nheading: e f\n"
        "paragraph: ####### g");
}
END_TEST

START_TEST(definitions_are_not_read)
{
    ck_assert_str_eq(read_markdown(VIEW("[a]: /b\n'title'\n[c]: d\ntext\n\n[e]: f\n")),
                     "paragraph: text");
    ck_assert_str_eq(original_of("text"), "text");
}
END_TEST

START_TEST(a_table_is_read_by_cells)
{
    ck_assert_str_eq(read_markdown(VIEW("a | **b** | c\n--|:-:|---\nd | e \\| f\n| `g` | h|\n")),
                     "cell: a\ncell: b\ncell: c\ncell: d\ncell: e | f\ncell: h");
    ck_assert_str_eq(original_of("b"), "b");
    ck_assert_str_eq(original_of("e | f"), "e || f");
}
END_TEST

START_TEST(text_before_a_table_is_a_paragraph)
{
    ck_assert_str_eq(read_markdown(VIEW("x y\n| a |\n|---|\n| b |\n\nz")),
                     "paragraph: x y\ncell: a\ncell: b\nparagraph: z");
}
END_TEST

START_TEST(bars_alone_make_no_table)
{
    ck_assert_str_eq(read_markdown(VIEW("a | b\nc | d\n\na | b\n|---|\n")),
                     "paragraph: a | b c | d\nparagraph: a | b |---|");
}
END_TEST

START_TEST(the_path_dates_an_article_without_front_matter)
{
    source_read_markdown(&article_arena, VIEW("2025/02/13/a.md"), VIEW("a"), &article,
                         &article_troubles);
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_FILE_NAME);
    ck_assert(view_equal(article.name, VIEW("2025/02/13/a.md")));
    ck_assert(article.has_name);
}
END_TEST

START_TEST(an_empty_file_is_an_empty_article)
{
    ck_assert_str_eq(read_markdown(VIEW("")), "");
    ck_assert_str_eq(read_markdown(VIEW("\xEF\xBB\xBF")), "");
    ck_assert_str_eq(read_markdown(VIEW("\n\n \n")), "");
}
END_TEST

START_TEST(broken_bytes_and_nul_do_not_hide_blocks)
{
    ck_assert_str_eq(read_markdown(VIEW("> \xFF*a*\n\n# b\x80\n")),
                     "quote: \uFFFDa\nheading: b\uFFFD");
    read_markdown(VIEW("a\0b"));
    ck_assert(view_equal(article.text, VIEW("a\0b")));
}
END_TEST

/* `unit` again and again, up to 300,000 bytes. */
static View many(const char *unit)
{
    size_t len = strlen(unit), count = 300000 / len;
    char *text = arena_new(&article_arena, char, len *count);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * len, unit, len);
    return (View){text, len * count};
}

START_TEST(hostile_repetition_is_read_in_time)
{
    static const char *const units[] = {
        "[a]({{b}}",
        "[^a",
        "{{",
        "{% b",
        "{% comment %}",
        "<div>\n\n",
        "<!-- stet: a -->",
        "[",
        "![",
        "[a](b",
        "[a](b \"",
        "[a](<b",
        "[[a]](",
        "*a_ ",
        "*_",
        "a**b*c ",
        "`",
        "<",
        "<a b=\"",
        "a<!--",
        "a<?",
        "&",
        "\\",
        ">",
        "> ",
        "- ",
        "1. ",
        "* a\n",
        "|",
        "a|b\n-|-\n",
        "[a]: b\n",
        "[a]: b\n\"",
        "# a\n",
        "\r",
        "```a [",
        "~~~\n",
        "a\n=\n",
        "***",
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        read_markdown(many(units[i]));
        arena_reset(&article_arena);
        article_begin();
    }
}
END_TEST

START_TEST(deep_nesting_is_read_in_time)
{
    enum { DEPTH = 1000 };
    char *text = arena_new(&article_arena, char, DEPTH *(2 * DEPTH + 4));
    size_t len = 0;
    for (size_t i = 0; i < DEPTH; i++) {
        memset(text + len, ' ', 2 * i);
        memcpy(text + len + 2 * i, "- a\n", 4);
        len += 2 * i + 4;
    }
    read_markdown((View){text, len});
    ck_assert_uint_eq(article.blocks.count, DEPTH);
}
END_TEST

Suite *markdown_suite(void)
{
    Suite *suite = suite_create("markdown");
    TCase *tests = tcase_create("markdown");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, blocks_have_their_kinds);
    tcase_add_test(tests, code_and_comments_are_not_read);
    tcase_add_test(tests, blocks_of_html_are_read_as_html);
    tcase_add_test(tests, html_that_begins_a_paragraph_is_part_of_it);
    tcase_add_test(tests, code_in_backticks_at_the_start_of_a_line_is_no_fence);
    tcase_add_test(tests, lazy_and_indented_lines_keep_their_places);
    tcase_add_test(tests, nested_containers_keep_their_places);
    tcase_add_test(tests, a_tab_may_follow_a_marker);
    tcase_add_test(tests, a_quotation_mark_of_markdown_inside_a_paragraph_stays);
    tcase_add_test(tests, headings_of_both_kinds_lose_their_marks);
    tcase_add_test(tests, definitions_are_not_read);
    tcase_add_test(tests, a_table_is_read_by_cells);
    tcase_add_test(tests, text_before_a_table_is_a_paragraph);
    tcase_add_test(tests, bars_alone_make_no_table);
    tcase_add_test(tests, the_path_dates_an_article_without_front_matter);
    tcase_add_test(tests, an_empty_file_is_an_empty_article);
    tcase_add_test(tests, broken_bytes_and_nul_do_not_hide_blocks);
    tcase_add_test(tests, hostile_repetition_is_read_in_time);
    tcase_add_test(tests, deep_nesting_is_read_in_time);
    suite_add_tcase(suite, tests);
    return suite;
}
