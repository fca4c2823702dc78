#include "report/passage.h"

#include "sample.h"
#include "suites.h"

static Span find(const Sample *sample, View words)
{
    View text = sample->document.text;
    for (size_t off = 0; off + words.len <= text.len; off++)
        if (view_equal(view_slice(text, off, off + words.len), words))
            return (Span){(uint32_t)off, (uint32_t)words.len};
    ck_abort_msg("the words are not in the text");
}

START_TEST(a_passage_of_a_file_stands_where_the_file_has_it)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Né.\nThen Ann Dale spoke.");
    Passages passages = passages_of(&sample.arena, &sample.document);
    Passage passage = passage_at(&passages, find(&sample, VIEW("Ann Dale")));
    ck_assert_uint_eq(passage.part, PART_TEXT);
    ck_assert_uint_eq(passage.start.offset, 10);
    ck_assert_uint_eq(passage.start.line, 2);
    ck_assert_uint_eq(passage.start.column, 6);
    ck_assert_uint_eq(passage.end.offset, 18);
    ck_assert_uint_eq(passage.end.column, 14);
    ck_assert_uint_eq(passage.segments.count, 1);
    sample_close(&sample);
}
END_TEST

START_TEST(a_passage_that_markup_breaks_has_several_segments)
{
    Sample sample;
    sample_open(&sample, "a.md", "So the Premier **Ann** Dale.");
    Passages passages = passages_of(&sample.arena, &sample.document);
    Span span = find(&sample, VIEW("Premier Ann Dale"));
    Passage passage = passage_at(&passages, span);
    ck_assert_uint_eq(passage.start.offset, 7);
    ck_assert_uint_eq(passage.end.offset, 27);
    ck_assert_uint_eq(passage.segments.count, 3);
    ck_assert(view_equal(passage_words(&sample.document, span), VIEW("Premier Ann Dale")));
    sample_close(&sample);
}
END_TEST

START_TEST(a_passage_of_a_title_counts_in_the_title)
{
    Sample sample;
    sample_open_record(&sample, "Now Ann Dale", "Long text\\nof a record");
    Passages passages = passages_of(&sample.arena, &sample.document);
    Passage passage = passage_at(&passages, find(&sample, VIEW("Ann Dale")));
    ck_assert_uint_eq(passage.part, PART_TITLE);
    ck_assert_uint_eq(passage.start.offset, 4);
    ck_assert_uint_eq(passage.start.line, 1);
    ck_assert_uint_eq(passage.start.column, 5);
    sample_close(&sample);
}
END_TEST

Suite *passage_suite(void)
{
    Suite *suite = suite_create("report/passage");
    TCase *tests = tcase_create("passage");
    tcase_add_test(tests, a_passage_of_a_file_stands_where_the_file_has_it);
    tcase_add_test(tests, a_passage_that_markup_breaks_has_several_segments);
    tcase_add_test(tests, a_passage_of_a_title_counts_in_the_title);
    suite_add_tcase(suite, tests);
    return suite;
}
