#include "source/page.h"

#include <string.h>

#include "article.h"
#include "suites.h"

START_TEST(blocks_have_their_kinds)
{
    ck_assert_str_eq(
        read_html(VIEW("<h2>One</h2><p>two<ul><li>three<li>four</ul><blockquote><p>five</p>"
                       "</blockquote><figure><img src=x><figcaption>six</figcaption></figure>"
                       "<table><caption>cap</caption><tr><th>a<td>b</table><dl><dt>c<dd>d</dl>e")),
        "heading: One\nparagraph: two\nitem: three\nitem: four\nquote: five\ncaption: six\n"
        "caption: cap\ncell: a\ncell: b\nitem: c\nitem: d\nparagraph: e");
}
END_TEST

START_TEST(what_is_no_article_is_not_read)
{
    ck_assert_str_eq(
        read_html(VIEW("<nav>a</nav><script>b</script><style>c</style><p>x</p><footer>d</footer>"
                       "<aside>e</aside><header>f</header><div role=navigation>g</div>"
                       "<p hidden>h</p><form>i</form><noscript>j</noscript><pre>k</pre>"
                       "<svg><text>l</text></svg><template><p>m</template><button>n</button>"
                       "<!-- o --><select><option>p</select><textarea>q</textarea><p>y</p>")),
        "paragraph: x\nparagraph: y");
}
END_TEST

START_TEST(the_main_part_goes_before_the_rest)
{
    ck_assert_str_eq(read_html(VIEW("<div>a</div><main><header>b</header><aside>c</aside></main>")),
                     "paragraph: b\nparagraph: c");
    ck_assert_str_eq(read_html(VIEW("<div>a</div><main></main>")), "paragraph: a");
}
END_TEST

START_TEST(a_form_around_the_whole_page_is_read)
{
    ck_assert_str_eq(read_html(VIEW("<p>a</p><form><p>The article is in here.</p></form>")),
                     "paragraph: a\nparagraph: The article is in here.");
}
END_TEST

START_TEST(missing_and_stray_tags_lose_nothing)
{
    ck_assert_str_eq(read_html(VIEW("<nav><ul><li>a</ul></div></nav><p>b<div>c</p>d</span>e")),
                     "paragraph: b\nparagraph: c\nparagraph: de");
    ck_assert_str_eq(read_html(VIEW("<table>a<tr>b<td>c</table>d")),
                     "paragraph: a\nparagraph: b\ncell: c\nparagraph: d");
    ck_assert_str_eq(read_html(VIEW("a &lt; b <3 c < d")), "paragraph: a < b <3 c < d");
}
END_TEST

START_TEST(the_title_is_the_first_heading_of_the_first_level)
{
    ck_assert_str_eq(read_html(VIEW("<title>No</title><h1>A <i>Hart</i></h1><p>b<h1>c</h1>")),
                     "paragraph: b\nheading: c\ntitle: A Hart");
    ck_assert_str_eq(original_of("A Hart"), "A |Hart");
}
END_TEST

START_TEST(without_a_heading_the_title_is_what_the_page_says)
{
    ck_assert_str_eq(
        read_html(VIEW("<title>No</title><meta property=og:title content='Caf&eacute; Hart'><p>b")),
        "paragraph: b\ntitle: Café Hart");
    ck_assert_str_eq(original_of("Café Hart"), "Caf&eacute; Hart");
    ck_assert_str_eq(read_html(VIEW("<title>A\n Hart</title><p>b")), "paragraph: b\ntitle: A Hart");
}
END_TEST

START_TEST(places_are_those_of_the_file)
{
    read_html(VIEW("\xEF\xBB\xBF<p class=\"é\">The  Dutch\r\n<b>Def</b>ense&nbsp;Minister "
                   "<a href='x>y'>Ruben</a><!-- z --> Brekelmans"));
    ck_assert_str_eq(original_of("Dutch Defense"), "Dutch\r\n|Def|ense");
    ck_assert_str_eq(original_of("Minister Ruben Brekelmans"), "Minister |Ruben| Brekelmans");
}
END_TEST

START_TEST(broken_bytes_are_replaced)
{
    ck_assert_str_eq(read_html(VIEW("<p>caf\xE9 \xFF<p>b")),
                     "paragraph: caf\uFFFD \uFFFD\nparagraph: b");
}
END_TEST

START_TEST(the_date_is_the_pages_own)
{
    read_html(VIEW("<meta name=date content=2025-02-13><p>a"));
    ck_assert_int_eq(article.date.first, day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_META);
}
END_TEST

START_TEST(a_front_matter_goes_before_what_the_page_says)
{
    ck_assert_str_eq(read_html(VIEW("---\ntitle: T\ndate: 2024-01-02\n---\n"
                                    "<meta name=date content=2025-02-13><h1>a</h1>")),
                     "heading: a\ntitle: T");
    ck_assert(article.date_source == DATE_FROM_FRONT_MATTER);
}
END_TEST

START_TEST(deep_and_wide_nesting_is_read_in_time)
{
    static const char *const units[] = {
        "<div>",        "<p>",        "<b>",       "<b id=x>",  "<table>",  "<table><tr><td>",
        "<ul><li>",     "<a href=x>", "</p>",      "<h1>",      "<main>",   "<nav>",
        "<p><a><i><b>", "<select>",   "<svg>",     "<svg><p>",  "<p a ",    "<!--",
        "<!-- -->",     "<script>",   "&amp;",     "&",         "<",        "</",
        "<template>",   "<button>",   "<object>",  "{{",        "{% x",     "{% comment %}",
        "<br>",         "<x\"='>",    "<title>",   "<form>",    "<dd><dl>", "<td>",
        "<q>",          "<code>",     "<p hidden", "<h1>a</h1>"};
    enum { BYTES = 100000 };
    char *text = arena_new(&article_arena, char, BYTES + 100);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]), total = 0;
        for (; total < BYTES; total += length)
            memcpy(text + total, units[i], length);
        memcpy(text + total, "<p>end", 6);
        Arena arena = {0};
        source_read_html(&arena, VIEW("a.html"), (View){text, total + 6}, &article,
                         &article_troubles);
        arena_free(&arena);
    }
}
END_TEST

Suite *page_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *tests = tcase_create("page");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, blocks_have_their_kinds);
    tcase_add_test(tests, what_is_no_article_is_not_read);
    tcase_add_test(tests, the_main_part_goes_before_the_rest);
    tcase_add_test(tests, a_form_around_the_whole_page_is_read);
    tcase_add_test(tests, missing_and_stray_tags_lose_nothing);
    tcase_add_test(tests, the_title_is_the_first_heading_of_the_first_level);
    tcase_add_test(tests, without_a_heading_the_title_is_what_the_page_says);
    tcase_add_test(tests, places_are_those_of_the_file);
    tcase_add_test(tests, broken_bytes_are_replaced);
    tcase_add_test(tests, the_date_is_the_pages_own);
    tcase_add_test(tests, a_front_matter_goes_before_what_the_page_says);
    tcase_add_test(tests, deep_and_wide_nesting_is_read_in_time);
    suite_add_tcase(suite, tests);
    return suite;
}
