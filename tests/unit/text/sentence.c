#include "text/sentence.h"

#include "sample.h"
#include "suites.h"

START_TEST(a_sentence_ends_before_a_capital)
{
    ck_assert_str_eq(sample_sentences("He left. She stayed! Why? 5 people know… “So,” he said."),
                     "He left.\nShe stayed!\nWhy?\n5 people know…\n“So,” he said.");
}
END_TEST

START_TEST(a_sentence_goes_on_in_lower_case)
{
    ck_assert_str_eq(sample_sentences("He asked why? and left. yahoo! is one"),
                     "He asked why? and left. yahoo! is one");
}
END_TEST

START_TEST(closing_quotes_and_brackets_belong_to_the_sentence_before)
{
    ck_assert_str_eq(sample_sentences("“He left.” She said. (He did.) “Never!” Hart shouted."),
                     "“He left.”\nShe said.\n(He did.)\n“Never!”\nHart shouted.");
    ck_assert_str_eq(sample_sentences("\"He left.\" \"She stayed.\""),
                     "\"He left.\"\n\"She stayed.\"");
}
END_TEST

START_TEST(a_quotation_that_runs_on_into_its_speaker_is_one_sentence)
{
    ck_assert_str_eq(sample_sentences("“Why?” he asked. “So,” she said."),
                     "“Why?” he asked.\n“So,” she said.");
}
END_TEST

START_TEST(an_abbreviation_before_a_name_or_number_ends_nothing)
{
    ck_assert_str_eq(sample_sentences("He met Sen. Dale Hart on Jan. 5 with J. D. Vance."),
                     "He met Sen. Dale Hart on Jan. 5 with J. D. Vance.");
    ck_assert_str_eq(sample_sentences("The U.S. Secretary of State left. Gov. Hart stayed."),
                     "The U.S. Secretary of State left.\nGov. Hart stayed.");
}
END_TEST

START_TEST(small_dotted_letters_before_a_capital_end_the_sentence)
{
    ck_assert_str_eq(sample_sentences("He left at 5 p.m. She stayed until 6 p.m. or so."),
                     "He left at 5 p.m.\nShe stayed until 6 p.m. or so.");
}
END_TEST

START_TEST(an_abbreviation_inside_closed_quotes_ends_the_sentence)
{
    ck_assert_str_eq(sample_sentences("“Leave the U.S.” Hart left. He was “Joe Hart Jr.” then."),
                     "“Leave the U.S.”\nHart left.\nHe was “Joe Hart Jr.” then.");
}
END_TEST

START_TEST(colons_and_semicolons_end_nothing)
{
    ck_assert_str_eq(sample_sentences("He said: She left; Hart stayed."),
                     "He said: She left; Hart stayed.");
}
END_TEST

START_TEST(no_blank_no_end)
{
    ck_assert_str_eq(sample_sentences("He left.She stayed. Node.js"),
                     "He left.She stayed.\nNode.js");
}
END_TEST

START_TEST(dots_that_trail_off_are_one_end)
{
    ck_assert_str_eq(sample_sentences("He left... She stayed ... for now?! Hart"),
                     "He left...\nShe stayed ... for now?!\nHart");
}
END_TEST

START_TEST(no_sentence_crosses_a_paragraph)
{
    Tokens tokens = sample_split("A headline\nHe left. She\n\nStayed.");
    ck_assert_uint_eq(tokens.sentence_count, 4);
    ck_assert_uint_eq(tokens.sentences[1].block, 1);
    ck_assert_uint_eq(tokens.sentences[3].block, 2);
}
END_TEST

START_TEST(a_script_without_case_may_begin_a_sentence)
{
    Tokens tokens = sample_split("He left. العربية");
    ck_assert_uint_eq(tokens.sentence_count, 2);
}
END_TEST

Suite *sentence_suite(void)
{
    Suite *suite = suite_create("sentence");
    TCase *tests = tcase_create("sentence");
    tcase_add_checked_fixture(tests, NULL, sample_end);
    tcase_add_test(tests, a_sentence_ends_before_a_capital);
    tcase_add_test(tests, a_sentence_goes_on_in_lower_case);
    tcase_add_test(tests, closing_quotes_and_brackets_belong_to_the_sentence_before);
    tcase_add_test(tests, a_quotation_that_runs_on_into_its_speaker_is_one_sentence);
    tcase_add_test(tests, an_abbreviation_before_a_name_or_number_ends_nothing);
    tcase_add_test(tests, small_dotted_letters_before_a_capital_end_the_sentence);
    tcase_add_test(tests, an_abbreviation_inside_closed_quotes_ends_the_sentence);
    tcase_add_test(tests, colons_and_semicolons_end_nothing);
    tcase_add_test(tests, no_blank_no_end);
    tcase_add_test(tests, dots_that_trail_off_are_one_end);
    tcase_add_test(tests, no_sentence_crosses_a_paragraph);
    tcase_add_test(tests, a_script_without_case_may_begin_a_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
