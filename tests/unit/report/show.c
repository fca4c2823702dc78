#include "report/show.h"

#include <string.h>

#include "suites.h"

#define BOMB "\033[31mred\033[0m\007"

static const char *shown(Buffer *out, View text)
{
    buffer_clear(out);
    show_add(out, text);
    buffer_add_byte(out, '\0');
    return out->at;
}

START_TEST(an_escape_sequence_does_not_reach_the_terminal)
{
    Buffer out = {0};
    ck_assert_str_eq(shown(&out, VIEW(BOMB)), "\uFFFD[31mred\uFFFD[0m\uFFFD");
    ck_assert_str_eq(shown(&out, VIEW("a\xC2\x9B"
                                      "31mb\x7F")),
                     "a\uFFFD31mb\uFFFD");
    buffer_free(&out);
}
END_TEST

START_TEST(marks_that_turn_the_direction_are_replaced)
{
    Buffer out = {0};
    ck_assert_str_eq(shown(&out, VIEW("a\u202Eb\u2066c\u200Fd")), "a\uFFFDb\uFFFDc\uFFFDd");
    buffer_free(&out);
}
END_TEST

START_TEST(letters_of_any_script_stay_as_they_are)
{
    Buffer out = {0};
    ck_assert_str_eq(shown(&out, VIEW("Sébastien 習近平 e\u0301 🙂")),
                     "Sébastien 習近平 e\u0301 🙂");
    buffer_free(&out);
}
END_TEST

START_TEST(line_breaks_and_tabs_become_blanks)
{
    Buffer out = {0};
    ck_assert_str_eq(shown(&out, VIEW("a\tb\r\nc\u2028d")), "a b  c d");
    buffer_free(&out);
}
END_TEST

START_TEST(each_broken_byte_and_each_nul_is_replaced)
{
    Buffer out = {0};
    ck_assert_str_eq(shown(&out, VIEW("a\xFF\xC3(\0b")), "a\uFFFD\uFFFD(\uFFFDb");
    ck_assert_uint_eq(show_count(VIEW("a\xFF\xC3(\0b")), 6);
    buffer_free(&out);
}
END_TEST

START_TEST(a_cut_text_ends_in_an_ellipsis_and_is_as_long_as_asked)
{
    Buffer out = {0};
    show_add_cut(&out, VIEW("ééééé"), 5);
    buffer_add_byte(&out, ' ');
    show_add_cut(&out, VIEW("éééééé"), 5);
    buffer_add_byte(&out, '\0');
    ck_assert_str_eq(out.at, "ééééé éééé…");
    buffer_free(&out);
}
END_TEST

static const char *excerpt(Buffer *out, View sentence, size_t from, size_t to)
{
    buffer_clear(out);
    show_add_excerpt(out, sentence, (Span){(uint32_t)from, (uint32_t)(to - from)}, VIEW("  "),
                     VIEW("<"), VIEW(">"));
    buffer_add_byte(out, '\0');
    return out->at;
}

START_TEST(the_underline_counts_code_points)
{
    Buffer out = {0};
    ck_assert_str_eq(excerpt(&out, VIEW("Né Bö spoke"), 4, 7), "  Né Bö spoke\n     <^^>\n");
    buffer_free(&out);
}
END_TEST

START_TEST(the_underline_stays_in_place_where_bytes_are_replaced)
{
    Buffer out = {0};
    ck_assert_str_eq(excerpt(&out, VIEW("a\033[1m Bo"), 6, 8), "  a\uFFFD[1m Bo\n        <^^>\n");
    buffer_free(&out);
}
END_TEST

/* "w0 w1 w2 ...": 200 words. */
static View many_words(Buffer *words)
{
    for (int i = 0; i < 200; i++)
        buffer_print(words, i ? " w%d" : "w%d", i);
    return buffer_view(words);
}

static size_t first_line_length(const char *text)
{
    size_t len = 0;
    while (text[len] != '\n')
        len++;
    return show_count((View){text, len});
}

START_TEST(a_long_sentence_is_cut_at_blanks_on_both_sides)
{
    Buffer out = {0}, words = {0};
    View sentence = many_words(&words);
    const char *text = excerpt(&out, sentence, 390, 394);
    ck_assert_msg(view_starts(view_of(text), VIEW("  …w")), "%s", text);
    ck_assert_msg(strstr(text, " w100 "), "%s", text);
    ck_assert_msg(strstr(text, "…\n"), "%s", text);
    ck_assert_uint_le(first_line_length(text), 2 + SHOW_WIDTH + 2);
    ck_assert_uint_ge(first_line_length(text), SHOW_WIDTH - 10);
    buffer_free(&words);
    buffer_free(&out);
}
END_TEST

START_TEST(the_start_of_a_long_sentence_leaves_its_room_to_the_rest)
{
    Buffer out = {0}, words = {0};
    View sentence = many_words(&words);
    const char *text = excerpt(&out, sentence, 0, 2);
    ck_assert_msg(view_starts(view_of(text), VIEW("  w0 w1")), "%s", text);
    ck_assert_uint_ge(first_line_length(text), SHOW_WIDTH - 10);
    text = excerpt(&out, sentence, sentence.len - 4, sentence.len);
    ck_assert_msg(strstr(text, " w199\n"), "%s", text);
    ck_assert_uint_ge(first_line_length(text), SHOW_WIDTH - 10);
    buffer_free(&words);
    buffer_free(&out);
}
END_TEST

START_TEST(a_span_longer_than_the_line_is_cut_itself)
{
    Buffer out = {0}, words = {0};
    View sentence = many_words(&words);
    const char *text = excerpt(&out, sentence, 6, sentence.len);
    ck_assert_msg(view_starts(view_of(text), VIEW("  …w2 w3")), "%s", text);
    ck_assert_uint_eq(first_line_length(text), 2 + 1 + SHOW_WIDTH + 1);
    buffer_free(&words);
    buffer_free(&out);
}
END_TEST

START_TEST(a_sentence_without_blanks_is_cut_next_to_the_span)
{
    Buffer out = {0}, words = {0};
    for (int i = 0; i < 300; i++)
        buffer_add(&words, VIEW("習"));
    ck_assert_str_eq(excerpt(&out, buffer_view(&words), 300, 303), "  …習…\n   <^>\n");
    buffer_free(&words);
    buffer_free(&out);
}
END_TEST

Suite *show_suite(void)
{
    Suite *suite = suite_create("report/show");
    TCase *tests = tcase_create("show");
    tcase_add_test(tests, an_escape_sequence_does_not_reach_the_terminal);
    tcase_add_test(tests, marks_that_turn_the_direction_are_replaced);
    tcase_add_test(tests, letters_of_any_script_stay_as_they_are);
    tcase_add_test(tests, line_breaks_and_tabs_become_blanks);
    tcase_add_test(tests, each_broken_byte_and_each_nul_is_replaced);
    tcase_add_test(tests, a_cut_text_ends_in_an_ellipsis_and_is_as_long_as_asked);
    tcase_add_test(tests, the_underline_counts_code_points);
    tcase_add_test(tests, the_underline_stays_in_place_where_bytes_are_replaced);
    tcase_add_test(tests, a_long_sentence_is_cut_at_blanks_on_both_sides);
    tcase_add_test(tests, the_start_of_a_long_sentence_leaves_its_room_to_the_rest);
    tcase_add_test(tests, a_span_longer_than_the_line_is_cut_itself);
    tcase_add_test(tests, a_sentence_without_blanks_is_cut_next_to_the_span);
    suite_add_tcase(suite, tests);
    return suite;
}
