#include "source/mark.h"

#include "base/buffer.h"
#include "article.h"
#include "suites.h"

/* "text @offset+length; file text @..." */
static const char *marks(void)
{
    Buffer out = {0};
    for (uint32_t i = 0; i < article.marks.count; i++) {
        const Mark *mark = &article.marks.items[i];
        buffer_print(&out, "%s%s%.*s @%u+%u", i ? "; " : "", mark->whole ? "file " : "",
                     VIEW_ARG(mark->text), mark->file.off, mark->file.len);
    }
    const char *kept = view_copy(&article_arena, buffer_view(&out)).at;
    buffer_free(&out);
    return kept;
}

START_TEST(comments_of_html_are_kept_with_their_places)
{
    read_html(VIEW("<!-- stet: a -- b --><p>x <!--stet-file: c--> y<!-- other --><!-- stet d -->"));
    ck_assert_str_eq(marks(), "a -- b @0+21; file c @26+19");
}
END_TEST

START_TEST(comments_of_markdown_are_kept_in_blocks_and_in_lines)
{
    read_markdown(
        VIEW("<!-- stet: a -- b -->\n\nx <!-- stet: c --> y\n\n> <!-- stet: d -->\n> z\n"));
    ck_assert_str_eq(marks(), "a -- b @0+21; c @25+16; d @47+16");
}
END_TEST

START_TEST(comments_in_code_and_attributes_are_none)
{
    read_markdown(
        VIEW("`<!-- stet: a -->`\n\n    <!-- stet: b -->\n\n```\n<!-- stet: c -->\n```\n\n"
             "[x](<!-- stet: d -->) \\<!-- stet: e -->\n\n<a title='<!-- stet: f -->'>\n"));
    ck_assert_str_eq(marks(), "");
    read_html(VIEW("<p title='<!-- stet: a -->'><script><!-- stet: b --></script><textarea>"
                   "<!-- stet: c --></textarea>"));
    ck_assert_str_eq(marks(), "");
}
END_TEST

START_TEST(the_front_matter_speaks_of_the_file)
{
    read_markdown(VIEW("---\nstet: a, b -- c\n---\n"));
    ck_assert_str_eq(marks(), "file a, b -- c @10+9");
    read_markdown(VIEW("---\nstet:\n  - a -- c\n  - \"b\"\nx: y\n---\n"));
    ck_assert_str_eq(marks(), "file a -- c @14+6; file b @26+1");
    read_markdown(VIEW("+++\nstet = [\"a\", 'b']\n+++\n"));
    ck_assert_str_eq(marks(), "file a @13+1; file b @18+1");
}
END_TEST

START_TEST(records_and_text_have_none)
{
    read_text(VIEW("<!-- stet: a -->"));
    ck_assert_str_eq(marks(), "");
    read_record(VIEW("{\"text\": \"<!-- stet: a -->\"}"));
    ck_assert_str_eq(marks(), "");
}
END_TEST

Suite *mark_suite(void)
{
    Suite *suite = suite_create("mark");
    TCase *tests = tcase_create("mark");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, comments_of_html_are_kept_with_their_places);
    tcase_add_test(tests, comments_of_markdown_are_kept_in_blocks_and_in_lines);
    tcase_add_test(tests, comments_in_code_and_attributes_are_none);
    tcase_add_test(tests, the_front_matter_speaks_of_the_file);
    tcase_add_test(tests, records_and_text_have_none);
    suite_add_tcase(suite, tests);
    return suite;
}
