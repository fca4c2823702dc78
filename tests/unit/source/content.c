#include "source/content.h"

#include "article.h"
#include "suites.h"

START_TEST(lines_are_joined_and_know_their_place)
{
    View file = VIEW("> one \n> \n>   two");
    Content content = {.arena = &article_arena, .file = file};
    content_add_line(&content, 1, 6);
    content_add_line(&content, 8, 9);
    content_add_line(&content, 11, file.len);
    ck_assert(view_equal(buffer_view(&content.text), VIEW("one\ntwo")));
    ck_assert_uint_eq(content.count, 2);
    ck_assert_uint_eq(content_file(&content, 0), 2);
    ck_assert_uint_eq(content_file(&content, 4), 14);
    ck_assert_uint_eq(content_file(&content, 6), 16);
    ck_assert_ptr_eq(content_line(&content, 3), &content.items[0]);
    content_clear(&content);
    ck_assert_uint_eq(content.count, 0);
    ck_assert_uint_eq(content.text.len, 0);
    content_free(&content);
}
END_TEST

Suite *content_suite(void)
{
    Suite *suite = suite_create("content");
    TCase *tests = tcase_create("content");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, lines_are_joined_and_know_their_place);
    suite_add_tcase(suite, tests);
    return suite;
}
