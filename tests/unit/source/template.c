#include "source/template.h"

#include <string.h>

#include "article.h"
#include "suites.h"

static size_t end_of(const char *text)
{
    TemplateMissing missing = {0};
    return template_end(view_of(text), 0, &missing);
}

START_TEST(each_kind_ends_with_its_own_marks)
{
    static const char *const texts[] = {"{{< figure src=\"}}\" >}}", "{{% note %}}",
                                        "{{ page.title }}", "{% include a.html %}", "{:.lead}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_uint_eq(end_of(texts[i]), strlen(texts[i]));
}
END_TEST

START_TEST(code_and_comments_end_with_their_pair)
{
    static const char *const texts[] = {"{% comment %} a {% b %} {% endcomment %}",
                                        "{%- highlight c -%}x{%- endhighlight -%}",
                                        "{{< highlight go >}}\n\nx\n{{< /highlight >}}"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_uint_eq(end_of(texts[i]), strlen(texts[i]));
    ck_assert_uint_eq(end_of("{% comment %} a"), strlen("{% comment %}"));
    ck_assert_uint_eq(end_of("{% note %} a {% endnote %}"), strlen("{% note %}"));
}
END_TEST

START_TEST(what_does_not_end_is_text)
{
    ck_assert_uint_eq(end_of("{{ a"), 0);
    ck_assert_uint_eq(end_of("{% a %"), 0);
    ck_assert_uint_eq(end_of("{ a }"), 0);
    ck_assert_uint_eq(end_of("{"), 0);
}
END_TEST

START_TEST(marks_too_far_apart_do_not_belong_together)
{
    char *text = arena_new(&article_arena, char, 6000);
    memset(text, 'x', 6000);
    memcpy(text, "{{", 2);
    memcpy(text + 5990, "}}", 2);
    ck_assert_uint_eq(template_end((View){text, 6000}, 0, &(TemplateMissing){.ends = {0}}), 0);
}
END_TEST

START_TEST(what_was_looked_for_ahead_is_found_all_the_same)
{
    View text = VIEW("{% comment %} a {% b %} c {% d");
    TemplateMissing missing = {0};
    ck_assert_uint_eq(template_end(text, 0, &missing), 13);
    ck_assert_uint_eq(template_end(text, 16, &missing), 23);
    ck_assert_uint_eq(template_end(text, 26, &missing), 0);
}
END_TEST

START_TEST(markdown_reads_past_them)
{
    ck_assert_str_eq(
        read_markdown(VIEW("{{< figure\n   src=x\n\n   caption=\"Hart\" >}}\n\nA {{% b %}}c"
                           "{{% /b %}} d {: .e}\n\n{% highlight c %}\nx\n\ny\n"
                           "{% endhighlight %}\n\nz")),
        "paragraph: A  c  d  \nparagraph: z");
}
END_TEST

Suite *template_suite(void)
{
    Suite *suite = suite_create("template");
    TCase *tests = tcase_create("template");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, each_kind_ends_with_its_own_marks);
    tcase_add_test(tests, code_and_comments_end_with_their_pair);
    tcase_add_test(tests, what_does_not_end_is_text);
    tcase_add_test(tests, marks_too_far_apart_do_not_belong_together);
    tcase_add_test(tests, what_was_looked_for_ahead_is_found_all_the_same);
    tcase_add_test(tests, markdown_reads_past_them);
    suite_add_tcase(suite, tests);
    return suite;
}
