#include "source/inline.h"

#include "article.h"
#include "suites.h"

/* Each pair: Markdown of a paragraph, and its text. */
static void check_pairs(const char *const (*pairs)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *blocks = read_markdown(view_of(pairs[i][0]));
        View expected = view_format(&article_arena, "paragraph: %s", pairs[i][1]);
        ck_assert_str_eq(blocks, expected.at);
    }
}

#define CHECK(pairs) check_pairs(pairs, sizeof(pairs) / sizeof *(pairs))

START_TEST(emphasis_loses_its_marks)
{
    static const char *const pairs[][2] = {
        {"a *b* **c** ***d*** _e_ __f__", "a b c d e f"},
        {"*a **b** c* and **a *b* c**", "a b c and a b c"},
        {"Heg**seth**", "Hegseth"},
        {"*foo**bar*", "foo**bar"},
        {"**a*b*", "**ab"},
        {"*a _b* c_", "a _b c_"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(stars_and_lines_that_mark_nothing_stay)
{
    static const char *const pairs[][2] = {
        {"5 * 3 * 2", "5 * 3 * 2"},     {"snake_case_word", "snake_case_word"},
        {"a *footnote", "a *footnote"}, {"f**k and s**t", "fk and st"},
        {"\\*a\\* \\_b\\_", "*a* _b_"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(links_keep_their_text_alone)
{
    static const char *const pairs[][2] = {
        {"a [Hart](https://x.org/a_(b) \"t\") b", "a Hart b"},
        {"[**Sen.** Hart](<a b> 'c')", "Sen. Hart"},
        {"[a]()", "a"},
        {"[a [b](c) d](e)", "[a b d](e)"},
        {"[a](b", "[a](b"},
        {"[a] (b)", "[a] (b)"},
        {"the [sic] and [the minister]", "the [sic] and [the minister]"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(references_are_links_where_they_are_defined)
{
    static const char *const pairs[][2] = {
        {"[Hart][1], [hart][], [Hart] and [no][2]\n\n[1]: /a\n[HART]: <b> \"t\"",
         "Hart, hart, Hart and [no][2]"},
        {"[a]: /b\n[a] c", "a c"},
        {"[a b] d\n\n[A\n B]: c", "a b d"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(marks_of_footnotes_are_left_out)
{
    static const char *const pairs[][2] = {
        {"Pete Hegseth[^1] spoke[^long-note].", "Pete Hegseth spoke."},
        {"[^1]: See Hart.", "See Hart."},
        {"a [^ b] [^] [^c", "a [^ b] [^] [^c"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(the_target_of_a_link_may_be_a_template)
{
    static const char *const pairs[][2] = {
        {"said [Pete Hegseth]({{< ref \"hegseth.md\" >}}) today", "said Pete Hegseth today"},
        {"said [Hart]({% link _a/b.md %}#c) today", "said Hart today"},
        {"a ![b]({{< c >}}) d", "a   d"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(code_is_one_blank)
{
    static const char *const pairs[][2] = {
        {"a `b *c*` d*", "a   d*"}, {"a ``b ` c`` d", "a   d"}, {"a `b", "a `b"},
        {"a ``b`", "a ``b`"},       {"`` ` a", "`` ` a"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(html_is_left_out)
{
    static const char *const pairs[][2] = {
        {"Heg<b>seth</b>", "Hegseth"},
        {"a<br>b <!-- c --> d <https://x.org> e", "a b  d   e"},
        {"a < b > c <3", "a < b > c <3"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(entities_and_escapes_are_decoded)
{
    static const char *const pairs[][2] = {
        {"Andr&eacute; &amp;&amp; &#39;x&#x27; &bogus; AT&T", "André && 'x' &bogus; AT&T"},
        {"\\# \\& \\&amp; \\a \\\\", "# & &amp; \\a \\"},
        {"1\\. a", "1. a"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(line_breaks_are_one_blank)
{
    static const char *const pairs[][2] = {
        {"Ruben\nBrekelmans", "Ruben Brekelmans"},
        {"Ruben  \n   Brekelmans\\\nleft", "Ruben Brekelmans left"},
        {"*Ruben\nBrekelmans*", "Ruben Brekelmans"},
        {"Ocasio-\nCortez", "Ocasio-Cortez"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(images_in_a_text_are_left_out)
{
    static const char *const pairs[][2] = {
        {"a ![b *c*](d \"e\") f", "a   f"},
        {"![b](c) f", "f"},
        {"a ![b [c](d) e](f) g", "a   g"},
        {"a ![b", "a ![b"},
    };
    CHECK(pairs);
}
END_TEST

START_TEST(images_alone_are_captions)
{
    ck_assert_str_eq(read_markdown(VIEW("![Sen. *Hart*](a.png \"t\")")), "caption: Sen. Hart ");
    ck_assert_str_eq(read_markdown(VIEW("[![Sen. Hart](a.png)](b)")), "caption: Sen. Hart ");
    ck_assert_str_eq(read_markdown(VIEW("![](a.png)")), "");
}
END_TEST

START_TEST(places_hold_through_all_of_it)
{
    read_markdown(VIEW("> A [Sen. *H&aacute;rt*](u) and\n> `code` Pete\n>   Heg<b>seth</b> left"));
    ck_assert_str_eq(original_of("Sen. Hárt"), "Sen. |H&aacute;rt");
    ck_assert_str_eq(original_of("Pete Hegseth"), "Pete\n>   Heg|seth");
    ck_assert_str_eq(original_of("and "), "and\n> ");
}
END_TEST

Suite *inline_suite(void)
{
    Suite *suite = suite_create("inline");
    TCase *tests = tcase_create("inline");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, emphasis_loses_its_marks);
    tcase_add_test(tests, stars_and_lines_that_mark_nothing_stay);
    tcase_add_test(tests, links_keep_their_text_alone);
    tcase_add_test(tests, references_are_links_where_they_are_defined);
    tcase_add_test(tests, marks_of_footnotes_are_left_out);
    tcase_add_test(tests, the_target_of_a_link_may_be_a_template);
    tcase_add_test(tests, code_is_one_blank);
    tcase_add_test(tests, html_is_left_out);
    tcase_add_test(tests, entities_and_escapes_are_decoded);
    tcase_add_test(tests, line_breaks_are_one_blank);
    tcase_add_test(tests, images_in_a_text_are_left_out);
    tcase_add_test(tests, images_alone_are_captions);
    tcase_add_test(tests, places_hold_through_all_of_it);
    suite_add_tcase(suite, tests);
    return suite;
}
