#include "source/html.h"

#include <string.h>

#include "suites.h"

static size_t end_of(const char *text)
{
    HtmlMissing missing = {0};
    bool blank;
    return html_end(view_of(text), 0, &missing, &blank);
}

/* Whether a text is HTML from end to end. */
static bool is_html(const char *text)
{
    return end_of(text) == strlen(text);
}

START_TEST(tags_are_found_with_their_attributes)
{
    ck_assert(is_html("<b>"));
    ck_assert(is_html("</b>"));
    ck_assert(is_html("</b >"));
    ck_assert(is_html("<br/>"));
    ck_assert(is_html("<a href=\"x>y\" id='<' c=d e>"));
    ck_assert(is_html("<a\nb = 'c'\n/>"));
}
END_TEST

START_TEST(comments_and_the_like_are_found)
{
    ck_assert(is_html("<!-- a < b -->"));
    ck_assert(is_html("<?php a > b ?>"));
    ck_assert(is_html("<!DOCTYPE html>"));
    ck_assert(is_html("<![CDATA[a ]] > b]]>"));
}
END_TEST

START_TEST(autolinks_are_found)
{
    ck_assert(is_html("<https://example.org/a?b=c>"));
    ck_assert(is_html("<desk@example.org>"));
}
END_TEST

START_TEST(what_only_looks_like_html_is_text)
{
    static const char *const texts[] = {
        "<",      "< b>",      "<3 c>",  "<b",        "<a b=\"c>", "<a <b>", "<a b & c>",
        "</b c>", "<!-- a ->", "<? a >", "<a://b c>", "<b=c>",     "<!x",    "<>"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_uint_eq(end_of(texts[i]), 0);
}
END_TEST

START_TEST(only_some_tags_part_words)
{
    HtmlMissing missing = {0};
    bool blank;
    html_end(VIEW("<br>"), 0, &missing, &blank);
    ck_assert(blank);
    html_end(VIEW("</P >"), 0, &missing, &blank);
    ck_assert(blank);
    html_end(VIEW("<strong>"), 0, &missing, &blank);
    ck_assert(!blank);
    html_end(VIEW("<http://x>"), 0, &missing, &blank);
    ck_assert(blank);
}
END_TEST

START_TEST(an_end_that_is_missing_is_looked_for_once)
{
    HtmlMissing missing = {0};
    bool blank;
    ck_assert_uint_eq(html_end(VIEW("<!-- <!--"), 0, &missing, &blank), 0);
    ck_assert(missing.comment);
    ck_assert(!missing.instruction);
    ck_assert_uint_eq(html_end(VIEW("<!-- <!-- -->"), 5, &missing, &blank), 0);
}
END_TEST

Suite *html_suite(void)
{
    Suite *suite = suite_create("html");
    TCase *tests = tcase_create("html");
    tcase_add_test(tests, tags_are_found_with_their_attributes);
    tcase_add_test(tests, comments_and_the_like_are_found);
    tcase_add_test(tests, autolinks_are_found);
    tcase_add_test(tests, what_only_looks_like_html_is_text);
    tcase_add_test(tests, only_some_tags_part_words);
    tcase_add_test(tests, an_end_that_is_missing_is_looked_for_once);
    suite_add_tcase(suite, tests);
    return suite;
}
