#include "source/tag.h"

#include <string.h>

#include "base/buffer.h"
#include "article.h"
#include "suites.h"

/* "open p|text b|close p" */
static const char *units(const char *text)
{
    static const char *const kinds[] = {"text ", "open ", "close ", "comment", "raw "};
    TagReader reader = tags_of(view_of(text), 0, strlen(text));
    Buffer out = {0};
    Unit unit;
    size_t at = 0;
    while (tags_next(&reader, &unit)) {
        ck_assert_uint_eq(unit.from, at);
        at = unit.to;
        buffer_print(&out, "%s%s", out.len ? "|" : "", kinds[unit.kind]);
        buffer_add(&out, unit.kind == UNIT_TEXT ? view_slice(view_of(text), unit.from, unit.to)
                                                : unit.name);
    }
    ck_assert_uint_eq(at, strlen(text));
    const char *kept = view_copy(&article_arena, buffer_view(&out)).at;
    buffer_free(&out);
    return kept;
}

START_TEST(each_byte_belongs_to_one_unit)
{
    ck_assert_str_eq(units("a<p class='x>y'>b</p>c"), "text a|open p|text b|close p|text c");
    ck_assert_str_eq(units("<!doctype html><!-- <p> --><?x?><br/>"),
                     "comment|comment|comment|open br");
    ck_assert_str_eq(units("1 < 2 <3 <- </ >"), "text 1 < 2 <3 <- |comment");
}
END_TEST

START_TEST(the_inside_of_scripts_is_no_markup)
{
    ck_assert_str_eq(units("<script>if (a<b) '</p>'</SCRIPT >x"), "raw script|text x");
    ck_assert_str_eq(units("<title>A <b> &amp; c</title>"), "raw title");
    ck_assert_str_eq(units("<style>p {"), "raw style");
}
END_TEST

START_TEST(what_does_not_end_ends_with_the_text)
{
    static const char *const texts[] = {"<p",      "<p a=\"b>", "<!-- a", "</p",
                                        "<script", "<p a=",     "<!"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        TagReader reader = tags_of(view_of(texts[i]), 0, strlen(texts[i]));
        Unit unit;
        ck_assert(tags_next(&reader, &unit));
        ck_assert_uint_eq(unit.to, strlen(texts[i]));
        ck_assert_uint_le(unit.inner_from, unit.inner_to);
        ck_assert(!tags_next(&reader, &unit));
    }
}
END_TEST

START_TEST(comments_end_as_browsers_end_them)
{
    ck_assert_str_eq(units("<!-->a"), "comment|text a");
    ck_assert_str_eq(units("<!--->a"), "comment|text a");
    ck_assert_str_eq(units("<!-- - -- -->a"), "comment|text a");
}
END_TEST

START_TEST(attributes_are_found_whatever_their_quotes)
{
    View text = VIEW("<meta Name = \"a b\" content='c\"d' x=y/z hidden a>");
    TagReader reader = tags_of(text, 0, text.len);
    Unit unit;
    Span value;
    ck_assert(tags_next(&reader, &unit));
    ck_assert(tag_attribute(text, &unit, "name", &value));
    ck_assert(view_equal(view_slice(text, value.off, span_end(value)), VIEW("a b")));
    ck_assert(tag_attribute(text, &unit, "content", &value));
    ck_assert(view_equal(view_slice(text, value.off, span_end(value)), VIEW("c\"d")));
    ck_assert(tag_attribute(text, &unit, "x", &value));
    ck_assert(view_equal(view_slice(text, value.off, span_end(value)), VIEW("y/z")));
    ck_assert(tag_attribute(text, &unit, "hidden", &value));
    ck_assert_uint_eq(value.len, 0);
    ck_assert(!tag_attribute(text, &unit, "b", &value));
}
END_TEST

Suite *tag_suite(void)
{
    Suite *suite = suite_create("tag");
    TCase *tests = tcase_create("tag");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, each_byte_belongs_to_one_unit);
    tcase_add_test(tests, the_inside_of_scripts_is_no_markup);
    tcase_add_test(tests, what_does_not_end_ends_with_the_text);
    tcase_add_test(tests, comments_end_as_browsers_end_them);
    tcase_add_test(tests, attributes_are_found_whatever_their_quotes);
    suite_add_tcase(suite, tests);
    return suite;
}
