#include "text/scanner.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

START_TEST(words_hold_inner_apostrophes_of_all_kinds)
{
    ck_assert_str_eq(sample_tokens("O'Neill O’Neill Sana'a Sana‘a Côte d’Ivoire"),
                     "O'Neill|O’Neill|Sana'a|Sana‘a|Côte|d’Ivoire");
}
END_TEST

START_TEST(a_possessive_is_a_token_of_its_own)
{
    ck_assert_str_eq(sample_tokens("Trump’s Trump's TRUMP'S Trumpʼs"),
                     "Trump|’s|Trump|'s|TRUMP|'S|Trump|ʼs");
    ck_assert_str_eq(sample_tokens("the Netherlands' and Democrats’ votes"),
                     "the|Netherlands|'|and|Democrats|’|votes");
    ck_assert_str_eq(sample_tokens("the U.S.'s 1990's"), "the|U.S.|'s|1990|'s");
}
END_TEST

START_TEST(an_apostrophe_elsewhere_is_a_mark)
{
    Tokens tokens = sample_split("rock 'n' roll, said Hart'");
    ck_assert_str_eq(sample_tokens("rock 'n' roll"), "rock|'|n|'|roll");
    ck_assert_uint_eq(tokens.items[tokens.count - 1].kind, TOKEN_MARK);
}
END_TEST

START_TEST(possessives_have_one_hash_whatever_the_apostrophe)
{
    Tokens tokens = sample_split("Trump’s Trump's Netherlands'");
    ck_assert_uint_eq(tokens.items[1].kind, TOKEN_POSSESSIVE);
    ck_assert_uint_eq(tokens.items[1].hash, tokens.items[3].hash);
    ck_assert_uint_eq(tokens.items[1].hash, tokens.items[5].hash);
    ck_assert_uint_eq(tokens.items[1].hash, word_hash(VIEW("’s")));
    ck_assert_uint_eq(tokens.items[0].hash, tokens.items[2].hash);
}
END_TEST

START_TEST(initials_and_dotted_letters_keep_their_full_stops)
{
    ck_assert_str_eq(sample_tokens("J. D. Vance, J.D. Vance of the U.S. and U.N."),
                     "J.|D.|Vance|,|J.D.|Vance|of|the|U.S.|and|U.N.");
    ck_assert_str_eq(sample_flagged("J. D. Vance left the U.S.", TOKEN_STOP), "J.|D.|U.S.");
}
END_TEST

START_TEST(only_abbreviations_keep_a_full_stop)
{
    ck_assert_str_eq(sample_tokens("He met Sen. Dale Hart of Ohio."),
                     "He|met|Sen.|Dale|Hart|of|Ohio|.");
    ck_assert_str_eq(sample_flagged("He met Sen. Dale Hart of Ohio.", TOKEN_STOP), "Sen.");
}
END_TEST

START_TEST(a_small_abbreviation_before_a_sentence_is_a_plain_word)
{
    ck_assert_str_eq(sample_tokens("The man was ill. He left"), "The|man|was|ill|.|He|left");
    ck_assert_str_eq(sample_tokens("tanks, etc. were sent"), "tanks|,|etc.|were|sent");
    ck_assert_str_eq(sample_tokens("see no. 5"), "see|no.|5");
    ck_assert_str_eq(sample_tokens("tanks, etc."), "tanks|,|etc|.");
}
END_TEST

START_TEST(a_missing_blank_makes_no_dotted_word)
{
    ck_assert_str_eq(sample_tokens("He left.Then example.com"), "He|left|.|Then|example|.|com");
    ck_assert_str_eq(sample_tokens("Wait... Sen... left"), "Wait|.|.|.|Sen|.|.|.|left");
}
END_TEST

START_TEST(a_hyphen_joins_two_words_and_is_no_token)
{
    ck_assert_str_eq(sample_tokens("Secretary-General then‐Sen. U.S.-led"),
                     "Secretary|General|then|Sen.|U.S.|led");
    ck_assert_str_eq(sample_flagged("Secretary-General U.S.-led", TOKEN_JOINED), "General|led");
    ck_assert_str_eq(sample_flagged("Secretary-General", TOKEN_TIGHT), "");
    ck_assert_uint_eq(word_hash(VIEW("general")), sample_split("Secretary-General").items[1].hash);
}
END_TEST

START_TEST(other_dashes_and_loose_hyphens_are_marks)
{
    ck_assert_str_eq(sample_tokens("a - b--c – d—e -f"), "a|-|b|-|-|c|–|d|—|e|-|f");
}
END_TEST

START_TEST(numbers_begin_with_a_digit)
{
    Tokens tokens = sample_split("2024 1,000,000 3.5 46th G20");
    ck_assert_uint_eq(tokens.count, 5);
    for (uint32_t i = 0; i < 4; i++)
        ck_assert_uint_eq(tokens.items[i].kind, TOKEN_NUMBER);
    ck_assert_uint_eq(tokens.items[4].kind, TOKEN_WORD);
}
END_TEST

START_TEST(commas_and_stops_after_numbers_are_marks)
{
    ck_assert_str_eq(sample_tokens("in 2010,2011, and 2012."), "in|2010|,|2011|,|and|2012|.");
    ck_assert_str_eq(sample_tokens("Jan. 5, 2025"), "Jan.|5|,|2025");
}
END_TEST

START_TEST(case_is_told_by_flags)
{
    const char *text = "Hart NATO U.S. iPhone left G20 J. Émile ÉMILE émile McCain 46th 5G العربية";
    ck_assert_str_eq(sample_flagged(text, TOKEN_CAPITAL),
                     "Hart|NATO|U.S.|G20|J.|Émile|ÉMILE|McCain|5G");
    ck_assert_str_eq(sample_flagged(text, TOKEN_UPPER), "NATO|U.S.|ÉMILE");
    ck_assert_str_eq(sample_flagged(text, TOKEN_LOWER), "left|émile|46th|العربية");
}
END_TEST

START_TEST(a_combining_mark_does_not_spoil_capitals)
{
    ck_assert_str_eq(sample_flagged("ERDOG\xCC\x86"
                                    "AN",
                                    TOKEN_UPPER),
                     "ERDOG\xCC\x86"
                     "AN");
}
END_TEST

START_TEST(words_hash_by_their_folded_form)
{
    static const char *const same[][2] = {
        {"Erdoğan", "ERDOGAN"},
        {"O’Neill", "O'Neill"},
        {"U.S", "us"},
        {"Sen.", "sen"},
        {"É", "E\xCC\x81"},
        {"Heg\xC2\xADseth", "Hegseth"},
        {"Østergaard", "ostergaard"},
        {"Straße", "strasse"},
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        Tokens tokens = sample_split(same[i][0]);
        ck_assert_uint_eq(tokens.items[0].hash, word_hash(view_of(same[i][1])));
        ck_assert_uint_eq(word_hash(view_of(same[i][0])), word_hash(view_of(same[i][1])));
    }
    ck_assert_uint_ne(word_hash(VIEW("ab")), word_hash(VIEW("ba")));
}
END_TEST

START_TEST(a_long_word_hashes_like_a_short_one)
{
    char small[200], large[200];
    memset(small, 'a', sizeof small);
    memset(large, 'A', sizeof large);
    small[199] = large[199] = '\0';
    ck_assert_uint_eq(sample_split(small).items[0].hash, sample_split(large).items[0].hash);
    ck_assert_uint_eq(sample_split(small).items[0].hash, word_hash(view_of(small)));
}
END_TEST

START_TEST(a_mark_hashes_by_its_bytes)
{
    Tokens tokens = sample_split("a, — …");
    ck_assert_uint_eq(tokens.items[1].hash, word_hash(VIEW(",")));
    ck_assert_uint_eq(tokens.items[2].hash, word_hash(VIEW("—")));
    ck_assert_uint_eq(tokens.items[3].hash, word_hash(VIEW("…")));
    ck_assert_uint_ne(tokens.items[1].hash, tokens.items[2].hash);
}
END_TEST

START_TEST(tight_is_what_nothing_stands_before)
{
    ck_assert_str_eq(sample_flagged("Hart (R-Texas), he's", TOKEN_TIGHT), "R|)|,|'s");
}
END_TEST

START_TEST(marks_of_direction_and_joiners_show_nothing)
{
    ck_assert_str_eq(sample_tokens("\xE2\x80\x8EHart\xE2\x80\x8F left"), "Hart|left");
}
END_TEST

START_TEST(what_is_between_quotation_marks_is_quoted)
{
    ck_assert_str_eq(sample_flagged("a \"b c\" d", TOKEN_QUOTED), "b|c");
    ck_assert_str_eq(sample_flagged("a “b c” d", TOKEN_QUOTED), "b|c");
    ck_assert_str_eq(sample_flagged("a „b c“ d", TOKEN_QUOTED), "b|c");
    ck_assert_str_eq(sample_flagged("a «b» c »d« e »f» g", TOKEN_QUOTED), "b|d|f");
    ck_assert_str_eq(sample_flagged("a 'b' ‘c’ the ‘90s d", TOKEN_QUOTED), "");
    ck_assert_str_eq(sample_flagged("said ‘He isn’t Sanders’ s", TOKEN_QUOTED), "He|isn’t|Sanders");
}
END_TEST

START_TEST(a_quotation_inside_another_does_not_end_it)
{
    ck_assert_str_eq(sample_flagged("“a «b» c” d", TOKEN_QUOTED), "a|«|b|»|c");
}
END_TEST

START_TEST(a_quotation_ends_with_its_paragraph)
{
    ck_assert_str_eq(sample_flagged("“a b\n\nC ” d\n\nE", TOKEN_QUOTED), "a|b");
}
END_TEST

START_TEST(a_straight_mark_before_a_blank_opens_nothing)
{
    ck_assert_str_eq(sample_flagged("end of it.\" Hart left", TOKEN_QUOTED), "");
}
END_TEST

START_TEST(scripts_without_case_are_words)
{
    Tokens tokens = sample_split("北京 \xE0\xA4\xA8\xE0\xA4\xAE");
    ck_assert_uint_eq(tokens.count, 2);
    ck_assert_uint_eq(tokens.items[0].kind, TOKEN_WORD);
    ck_assert_uint_eq(tokens.items[1].kind, TOKEN_WORD);
}
END_TEST

Suite *scanner_suite(void)
{
    Suite *suite = suite_create("scanner");
    TCase *tests = tcase_create("scanner");
    tcase_add_checked_fixture(tests, NULL, sample_end);
    tcase_add_test(tests, words_hold_inner_apostrophes_of_all_kinds);
    tcase_add_test(tests, a_possessive_is_a_token_of_its_own);
    tcase_add_test(tests, an_apostrophe_elsewhere_is_a_mark);
    tcase_add_test(tests, possessives_have_one_hash_whatever_the_apostrophe);
    tcase_add_test(tests, initials_and_dotted_letters_keep_their_full_stops);
    tcase_add_test(tests, only_abbreviations_keep_a_full_stop);
    tcase_add_test(tests, a_small_abbreviation_before_a_sentence_is_a_plain_word);
    tcase_add_test(tests, a_missing_blank_makes_no_dotted_word);
    tcase_add_test(tests, a_hyphen_joins_two_words_and_is_no_token);
    tcase_add_test(tests, other_dashes_and_loose_hyphens_are_marks);
    tcase_add_test(tests, numbers_begin_with_a_digit);
    tcase_add_test(tests, commas_and_stops_after_numbers_are_marks);
    tcase_add_test(tests, case_is_told_by_flags);
    tcase_add_test(tests, a_combining_mark_does_not_spoil_capitals);
    tcase_add_test(tests, words_hash_by_their_folded_form);
    tcase_add_test(tests, a_long_word_hashes_like_a_short_one);
    tcase_add_test(tests, a_mark_hashes_by_its_bytes);
    tcase_add_test(tests, tight_is_what_nothing_stands_before);
    tcase_add_test(tests, marks_of_direction_and_joiners_show_nothing);
    tcase_add_test(tests, what_is_between_quotation_marks_is_quoted);
    tcase_add_test(tests, a_quotation_inside_another_does_not_end_it);
    tcase_add_test(tests, a_quotation_ends_with_its_paragraph);
    tcase_add_test(tests, a_straight_mark_before_a_blank_opens_nothing);
    tcase_add_test(tests, scripts_without_case_are_words);
    suite_add_tcase(suite, tests);
    return suite;
}
