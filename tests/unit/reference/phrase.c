/* Phrases as the index sees them. */
#include "reference/phrase.h"

#include <check.h>

#include "suites.h"

static Phrase phrase_of(const char *text)
{
    Phrase phrase;
    ck_assert(phrase_read(view_of(text), &phrase));
    return phrase;
}

START_TEST(case_accents_and_hyphens_make_no_other_phrase)
{
    Phrase a = phrase_of("Secretary-General");
    Phrase b = phrase_of("secretary general");
    Phrase c = phrase_of("general secretary");
    ck_assert_uint_eq(phrase_hash(&a), phrase_hash(&b));
    ck_assert_uint_ne(phrase_hash(&a), phrase_hash(&c));
}
END_TEST

START_TEST(a_phrase_starts_and_ends_with_whole_words)
{
    Phrase title = phrase_of("Secretary of State");
    Phrase start = phrase_of("secretary");
    Phrase end = phrase_of("of state");
    Phrase part = phrase_of("secret");
    Phrase longer = phrase_of("secretary of state for war");
    ck_assert(phrase_starts(&title, &start));
    ck_assert(!phrase_ends(&title, &start));
    ck_assert(phrase_ends(&title, &end));
    ck_assert(!phrase_starts(&title, &end));
    ck_assert(!phrase_starts(&title, &part));
    ck_assert(!phrase_starts(&title, &longer));
    ck_assert(!phrase_ends(&title, &longer));
    ck_assert(phrase_starts(&title, &title));
}
END_TEST

START_TEST(phrases_share_a_word_wherever_it_stands)
{
    Phrase name = phrase_of("Mark Rutte");
    Phrase turned = phrase_of("Rutte Mark");
    Phrase family = phrase_of("Jan Peter RUTTE");
    Phrase other = phrase_of("Marko Rutten");
    ck_assert(phrase_shares_word(&name, &turned));
    ck_assert(phrase_shares_word(&family, &name));
    ck_assert(!phrase_shares_word(&name, &other));
}
END_TEST

START_TEST(no_word_or_too_many_are_no_phrase)
{
    Phrase phrase;
    ck_assert(!phrase_read(VIEW(""), &phrase));
    ck_assert(phrase_read(VIEW("a b c d e f g h i j k l m n o p"), &phrase));
    ck_assert(!phrase_read(VIEW("a b c d e f g h i j k l m n o p q"), &phrase));
}
END_TEST

Suite *phrase_suite(void)
{
    Suite *suite = suite_create("reference/phrase");
    TCase *tests = tcase_create("phrase");
    tcase_add_test(tests, case_accents_and_hyphens_make_no_other_phrase);
    tcase_add_test(tests, a_phrase_starts_and_ends_with_whole_words);
    tcase_add_test(tests, phrases_share_a_word_wherever_it_stands);
    tcase_add_test(tests, no_word_or_too_many_are_no_phrase);
    suite_add_tcase(suite, tests);
    return suite;
}
