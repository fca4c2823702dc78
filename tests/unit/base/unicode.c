#include "base/unicode.h"

#include "suites.h"

static Arena arena;

static void end_arena(void)
{
    arena_free(&arena);
}

static const char *folded(const char *text)
{
    Buffer buffer = {0};
    fold_add(&buffer, view_of(text));
    View copy = view_copy(&arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return copy.at;
}

/* Whether all that begins here is a byte that starts nothing. */
static bool is_broken(View bytes)
{
    size_t width;
    return utf8_decode_any(bytes, 0, &width) == -1 && width == 1 && !utf8_valid(bytes);
}

START_TEST(code_points_decode_at_every_width)
{
    size_t width;
    View text = VIEW("aé€😀");
    ck_assert_int_eq(utf8_decode(text, 0, &width), 'a');
    ck_assert_uint_eq(width, 1);
    ck_assert_int_eq(utf8_decode(text, 1, &width), 0xE9);
    ck_assert_uint_eq(width, 2);
    ck_assert_int_eq(utf8_decode(text, 3, &width), 0x20AC);
    ck_assert_uint_eq(width, 3);
    ck_assert_int_eq(utf8_decode(text, 6, &width), 0x1F600);
    ck_assert_uint_eq(width, 4);
}
END_TEST

START_TEST(the_bounds_of_each_width_are_valid)
{
    ck_assert(utf8_valid(VIEW("\0\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xED\x9F\xBF")));
    ck_assert(utf8_valid(VIEW("\xEE\x80\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF")));
    ck_assert(utf8_valid((View){0}));
}
END_TEST

START_TEST(broken_bytes_are_refused)
{
    ck_assert_msg(is_broken(VIEW("\x80")), "a continuation alone");
    ck_assert_msg(is_broken(VIEW("\xC3")), "cut after one byte of two");
    ck_assert_msg(is_broken(VIEW("\xE2\x82")), "cut after two bytes of three");
    ck_assert_msg(is_broken(VIEW("\xF0\x9F\x98")), "cut after three bytes of four");
    ck_assert_msg(is_broken(VIEW("\xC3z")), "a letter in place of a continuation");
    ck_assert_msg(is_broken(VIEW("\xE9t\xE9")), "Latin-1");
    ck_assert_msg(is_broken(VIEW("\xFE")), "no lead byte");
    ck_assert_msg(is_broken(VIEW("\xF8\x88\x80\x80\x80")), "five bytes");
}
END_TEST

START_TEST(overlong_forms_are_refused)
{
    ck_assert(is_broken(VIEW("\xC0\xAF")));
    ck_assert(is_broken(VIEW("\xC1\xBF")));
    ck_assert(is_broken(VIEW("\xE0\x9F\xBF")));
    ck_assert(is_broken(VIEW("\xF0\x8F\xBF\xBF")));
}
END_TEST

START_TEST(surrogates_and_codes_beyond_unicode_are_refused)
{
    ck_assert(is_broken(VIEW("\xED\xA0\x80")));
    ck_assert(is_broken(VIEW("\xED\xBF\xBF")));
    ck_assert(is_broken(VIEW("\xF4\x90\x80\x80")));
    ck_assert(is_broken(VIEW("\xF5\x80\x80\x80")));
}
END_TEST

START_TEST(a_view_ends_a_code_point)
{
    size_t width;
    ck_assert_int_eq(utf8_decode_any((View){"é", 1}, 0, &width), -1);
    ck_assert(!utf8_valid((View){"aé", 2}));
}
END_TEST

START_TEST(code_points_are_counted)
{
    ck_assert_uint_eq(utf8_count(VIEW("aé€😀")), 4);
    ck_assert_uint_eq(utf8_count(VIEW("e\xCC\x81")), 2);
    ck_assert_uint_eq(utf8_count((View){0}), 0);
}
END_TEST

START_TEST(letters_of_all_scripts_and_marks_are_letters)
{
    static const int32_t letters[] = {'a', 'Z', 0xE9, 0x141, 0x301, 0x416, 0x5D0, 0x2BB, 0x4E2D};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        ck_assert_msg(char_class(letters[i]) == CHAR_LETTER, "U+%04X", (unsigned)letters[i]);
}
END_TEST

START_TEST(digits_blanks_and_the_rest_are_told_apart)
{
    ck_assert_int_eq(char_class('0'), CHAR_DIGIT);
    ck_assert_int_eq(char_class(0x663), CHAR_DIGIT);
    static const int32_t blanks[] = {' ',  '\t',   '\n',   '\v',   '\r',   0x85,
                                     0xA0, 0x2009, 0x2028, 0x202F, 0x3000, 0x200B};
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        ck_assert_msg(char_class(blanks[i]) == CHAR_SPACE, "U+%04X", (unsigned)blanks[i]);
    static const int32_t others[] = {0, 0x7F, '@', '[', '`', '{', '/', ':', 0x2019, 0x2014, -1};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(char_class(others[i]) == CHAR_OTHER, "U+%04X", (unsigned)others[i]);
}
END_TEST

START_TEST(case_is_known_beyond_ascii)
{
    ck_assert(char_is_upper('A') && char_is_upper(0xC9) && char_is_upper(0x416));
    ck_assert_msg(char_is_upper(0x1C5), "title case counts as upper");
    ck_assert(!char_is_upper('a') && !char_is_upper(0xE9) && !char_is_upper('1'));
    ck_assert(char_is_lower('a') && char_is_lower(0xE9) && char_is_lower(0xDF));
    ck_assert(!char_is_lower('A') && !char_is_lower('1') && !char_is_lower(0x4E2D));
    ck_assert(!char_is_upper(-1) && !char_is_lower(-1));
}
END_TEST

START_TEST(names_fold_alike_in_all_cases_and_forms)
{
    ck_assert_str_eq(folded("Erdoğan"), "erdogan");
    ck_assert_str_eq(folded("ERDOĞAN"), "erdogan");
    ck_assert_str_eq(folded("Erdog\xCC\x86"
                            "an"),
                     "erdogan");
    ck_assert_str_eq(folded("İnce"), "ince");
    ck_assert_str_eq(folded("Yıldız"), "yildiz");
    ck_assert_str_eq(folded("Nguyễn Phú Trọng"), "nguyen phu trong");
}
END_TEST

START_TEST(letters_without_decomposition_become_plain)
{
    ck_assert_str_eq(folded("Wałęsa ŁÓDŹ"), "walesa lodz");
    ck_assert_str_eq(folded("Støre ØRSTED"), "store orsted");
    ck_assert_str_eq(folded("Đukanović đ"), "dukanovic d");
    ck_assert_str_eq(folded("Weiß WEIẞ"), "weiss weiss");
    ck_assert_str_eq(folded("Ærø æ Œuvre œ"), "aero ae oeuvre oe");
    ck_assert_str_eq(folded("Þórdís þ Guðni Ð"), "thordis th gudni d");
    ck_assert_str_eq(folded("Għarb Ħ"), "gharb h");
}
END_TEST

START_TEST(apostrophes_of_all_kinds_go)
{
    static const char *const names[] = {"O'Neill", "O’Neill", "O‘Neill", "OʼNeill", "O`Neill",
                                        "O´Neill", "O‛Neill", "O′Neill", "O＇Neill"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert_str_eq(folded(names[i]), "oneill");
    ck_assert_str_eq(folded("Hawaiʻi"), "hawaii");
    ck_assert_str_eq(folded("ʿAbd al-Raʾūf"), "abd al-rauf");
}
END_TEST

START_TEST(full_stops_and_what_has_no_width_go)
{
    ck_assert_str_eq(folded("U.S."), "us");
    ck_assert_str_eq(folded("Bre\xC2\xADkel\xE2\x80\x8Bmans"), "brekelmans");
    ck_assert_str_eq(folded("\xEF\xBB\xBF"
                            "a\xE2\x80\x8D\xE2\x80\x8C\xE2\x81\xA0\xE2\x80\x8E"
                            "b"),
                     "ab");
}
END_TEST

START_TEST(hyphens_blanks_and_other_marks_stay)
{
    ck_assert_str_eq(folded("Jean-Pierre, \"x\" (1)"), "jean-pierre, \"x\" (1)");
    ck_assert_str_eq(folded("a\xC2\xA0"
                            "b"),
                     "a b");
}
END_TEST

START_TEST(compatible_forms_fold_to_plain_letters)
{
    ck_assert_str_eq(folded("ﬁn ＡＢ"), "fin ab");
}
END_TEST

START_TEST(folding_twice_changes_nothing)
{
    Buffer once = {0}, twice = {0};
    for (int32_t code = 1; code < 0x30000; code++) {
        char bytes[4] = {(char)code};
        size_t len = 1;
        if (code >= 0x10000) {
            bytes[0] = (char)(0xF0 | code >> 18);
            bytes[1] = (char)(0x80 | (code >> 12 & 0x3F));
            bytes[2] = (char)(0x80 | (code >> 6 & 0x3F));
            bytes[3] = (char)(0x80 | (code & 0x3F));
            len = 4;
        } else if (code >= 0x800) {
            bytes[0] = (char)(0xE0 | code >> 12);
            bytes[1] = (char)(0x80 | (code >> 6 & 0x3F));
            bytes[2] = (char)(0x80 | (code & 0x3F));
            len = 3;
        } else if (code >= 0x80) {
            bytes[0] = (char)(0xC0 | code >> 6);
            bytes[1] = (char)(0x80 | (code & 0x3F));
            len = 2;
        }
        buffer_clear(&once);
        buffer_clear(&twice);
        fold_add(&once, (View){bytes, len});
        fold_add(&twice, buffer_view(&once));
        if (!view_equal(buffer_view(&once), buffer_view(&twice)))
            ck_abort_msg("U+%04X folds differently the second time", (unsigned)code);
    }
    buffer_free(&once);
    buffer_free(&twice);
}
END_TEST

START_TEST(folding_appends_and_takes_any_bytes)
{
    Buffer buffer = {0};
    buffer_add(&buffer, VIEW("x:"));
    fold_add(&buffer, VIEW("A\xFF\xC3"
                           "B\0C"));
    ck_assert(view_equal(buffer_view(&buffer), VIEW("x:ab\0c")));
    fold_add(&buffer, (View){0});
    ck_assert_uint_eq(buffer.len, 6);
    buffer_free(&buffer);
}
END_TEST

START_TEST(long_texts_fold_whole)
{
    Buffer text = {0}, out = {0};
    for (int i = 0; i < 1000; i++)
        buffer_add(&text, VIEW("ﷺx"));
    fold_add(&out, buffer_view(&text));
    ck_assert_uint_eq(out.len % 1000, 0);
    ck_assert_int_eq(out.at[out.len - 1], 'x');
    ck_assert_uint_gt(out.len, text.len);
    buffer_free(&text);
    buffer_free(&out);
}
END_TEST

Suite *unicode_suite(void)
{
    Suite *suite = suite_create("unicode");
    TCase *tests = tcase_create("unicode");
    tcase_add_checked_fixture(tests, NULL, end_arena);
    tcase_add_test(tests, code_points_decode_at_every_width);
    tcase_add_test(tests, the_bounds_of_each_width_are_valid);
    tcase_add_test(tests, broken_bytes_are_refused);
    tcase_add_test(tests, overlong_forms_are_refused);
    tcase_add_test(tests, surrogates_and_codes_beyond_unicode_are_refused);
    tcase_add_test(tests, a_view_ends_a_code_point);
    tcase_add_test(tests, code_points_are_counted);
    tcase_add_test(tests, letters_of_all_scripts_and_marks_are_letters);
    tcase_add_test(tests, digits_blanks_and_the_rest_are_told_apart);
    tcase_add_test(tests, case_is_known_beyond_ascii);
    tcase_add_test(tests, names_fold_alike_in_all_cases_and_forms);
    tcase_add_test(tests, letters_without_decomposition_become_plain);
    tcase_add_test(tests, apostrophes_of_all_kinds_go);
    tcase_add_test(tests, full_stops_and_what_has_no_width_go);
    tcase_add_test(tests, hyphens_blanks_and_other_marks_stay);
    tcase_add_test(tests, compatible_forms_fold_to_plain_letters);
    tcase_add_test(tests, folding_twice_changes_nothing);
    tcase_add_test(tests, folding_appends_and_takes_any_bytes);
    tcase_add_test(tests, long_texts_fold_whole);
    suite_add_tcase(suite, tests);
    return suite;
}
