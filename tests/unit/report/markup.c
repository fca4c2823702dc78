#include "report/markup.h"

#include <check.h>

#include "suites.h"

static void expect(void (*add)(Buffer *out, View text), const char *text, const char *expected)
{
    Buffer out = {0};
    add(&out, view_of(text));
    buffer_add_byte(&out, '\0');
    ck_assert_str_eq(out.at, expected);
    buffer_free(&out);
}

START_TEST(in_markup_nothing_opens_or_ends_anything)
{
    expect(markup_add, "a<b> & \"c\" 'd' ]]>",
           "a&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39; ]]&#62;");
    expect(markup_add, "Łódź\r\n\033[1m\xE2\x80\xAE\xFF", "Łódź  �[1m��");
    expect(markup_add, "\xEF\xBF\xBE\xEF\xBF\xBF", "��");
}
END_TEST

START_TEST(in_markdown_no_letter_means_anything)
{
    expect(markdown_add, "a|b *c* <d> [e](f) @g `h` #i",
           "a\\|b \\*c\\* \\<d\\> \\[e\\](f) \\@g "
           "\\`h\\` \\#i");
    expect(markdown_add, "two\nlines", "two lines");
}
END_TEST

START_TEST(a_uri_keeps_letters_and_slashes)
{
    expect(uri_add, "news/2025 %/a~b_c.md", "news/2025%20%25/a~b_c.md");
    expect(uri_add, "ö:\n", "%C3%B6%3A%0A");
}
END_TEST

Suite *markup_suite(void)
{
    Suite *suite = suite_create("report/markup");
    TCase *tests = tcase_create("markup");
    tcase_add_test(tests, in_markup_nothing_opens_or_ends_anything);
    tcase_add_test(tests, in_markdown_no_letter_means_anything);
    tcase_add_test(tests, a_uri_keeps_letters_and_slashes);
    suite_add_tcase(suite, tests);
    return suite;
}
