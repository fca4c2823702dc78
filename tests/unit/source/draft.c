#include "source/draft.h"

#include "article.h"
#include "suites.h"

static Draft draft;
static Document document;

static void begin(View original)
{
    document = (Document){.original = {original}};
    draft_begin(&draft, &article_arena, &document);
}

START_TEST(blocks_are_parted_by_a_line_break)
{
    begin(VIEW("onetwo"));
    draft_open(&draft, BLOCK_HEADING, PART_TEXT);
    draft_copy(&draft, 0, 3);
    draft_close(&draft);
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 3, 6);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("one\ntwo")));
    ck_assert_uint_eq(document.blocks.items[1].span.off, 4);
    ck_assert_uint_eq(document.pieces.count, 2);
}
END_TEST

START_TEST(an_empty_block_leaves_nothing_behind)
{
    begin(VIEW("onetwo"));
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_close(&draft);
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 0, 3);
    draft_close(&draft);
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("one")));
    ck_assert_uint_eq(document.blocks.count, 1);
}
END_TEST

START_TEST(copies_that_touch_are_one_piece)
{
    begin(VIEW("onetwo!"));
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 0, 3);
    draft_copy(&draft, 3, 6);
    draft_replace(&draft, VIEW("?!"), 6, 7);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("onetwo?!")));
    ck_assert_uint_eq(document.pieces.count, 2);
    ck_assert(!document.pieces.items[0].whole);
    ck_assert(document.pieces.items[1].whole);
}
END_TEST

START_TEST(broken_bytes_are_replaced_run_by_run)
{
    begin(VIEW("a\xFF\xFE"
               "b\xC3"));
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 0, 5);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("a\uFFFD\uFFFD"
                                             "b\uFFFD")));
    ck_assert_uint_eq(document.pieces.count, 4);
    ck_assert_uint_eq(document.pieces.items[1].file.len, 2);
    ck_assert_uint_eq(document.pieces.items[1].text.len, 6);
    ck_assert(document.pieces.items[1].whole);
}
END_TEST

START_TEST(a_character_cut_off_by_the_range_is_broken)
{
    begin(VIEW("aé"));
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 0, 2);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("a\uFFFD")));
}
END_TEST

START_TEST(a_word_broken_behind_its_hyphen_is_made_whole)
{
    begin(VIEW("Ocasio-\nCortez -\nand 2010-\n2014"));
    draft_open(&draft, BLOCK_PARAGRAPH, PART_TEXT);
    draft_copy(&draft, 0, 7);
    draft_break(&draft, 7, 8);
    draft_copy(&draft, 8, 16);
    draft_break(&draft, 16, 17);
    draft_copy(&draft, 17, 26);
    draft_break(&draft, 26, 27);
    draft_copy(&draft, 27, 31);
    draft_close(&draft);
    draft_finish(&draft);
    ck_assert(view_equal(document.text, VIEW("Ocasio-Cortez - and 2010- 2014")));
}
END_TEST

Suite *draft_suite(void)
{
    Suite *suite = suite_create("draft");
    TCase *tests = tcase_create("draft");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, blocks_are_parted_by_a_line_break);
    tcase_add_test(tests, an_empty_block_leaves_nothing_behind);
    tcase_add_test(tests, copies_that_touch_are_one_piece);
    tcase_add_test(tests, broken_bytes_are_replaced_run_by_run);
    tcase_add_test(tests, a_character_cut_off_by_the_range_is_broken);
    tcase_add_test(tests, a_word_broken_behind_its_hyphen_is_made_whole);
    suite_add_tcase(suite, tests);
    return suite;
}
