#include "text/token.h"

#include <string.h>

#include "base/limits.h"
#include "sample.h"
#include "suites.h"

START_TEST(every_block_is_split)
{
    Tokens tokens = sample_split("One two.\n\nThree.");
    ck_assert_uint_eq(tokens.count, 5);
    ck_assert_uint_eq(tokens.sentence_count, 2);
    ck_assert(view_equal(token_text(&tokens, 3), VIEW("Three")));
    ck_assert(token_is(&tokens, 3, "Three"));
    ck_assert(!token_is(&tokens, 3, "three"));
    ck_assert(!token_is(&tokens, 3, "Thre"));
}
END_TEST

START_TEST(an_empty_document_has_no_tokens)
{
    Tokens tokens = sample_split("\n \n");
    ck_assert_uint_eq(tokens.count, 0);
    ck_assert_uint_eq(tokens.sentence_count, 0);
}
END_TEST

START_TEST(more_tokens_than_the_text_promised_are_kept)
{
    enum { COUNT = 5000 };
    char *text = arena_new(&sample_arena, char, 3 * COUNT + 1);
    for (size_t i = 0; i < COUNT; i++)
        memcpy(text + 3 * i, "A! ", 3);
    Tokens tokens = sample_split(text);
    ck_assert_uint_eq(tokens.count, 2 * COUNT);
    ck_assert_uint_eq(tokens.sentence_count, COUNT);
    ck_assert_uint_eq(tokens.sentences[COUNT - 1].first, 2 * COUNT - 2);
}
END_TEST

START_TEST(a_phrase_is_split_as_text_is)
{
    uint64_t hashes[LIMIT_NAME_TOKENS];
    uint32_t count;
    ck_assert(phrase_hashes(VIEW("Secretary-General Erdoğan"), hashes, LIMIT_NAME_TOKENS, &count));
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(hashes[0], word_hash(VIEW("secretary")));
    ck_assert_uint_eq(hashes[1], word_hash(VIEW("general")));
    ck_assert_uint_eq(hashes[2], word_hash(VIEW("ERDOGAN")));
}
END_TEST

START_TEST(full_stops_of_a_phrase_are_left_out)
{
    uint64_t dotted[LIMIT_NAME_TOKENS], plain[LIMIT_NAME_TOKENS];
    uint32_t count, other;
    ck_assert(phrase_hashes(VIEW("St. Kitts"), dotted, LIMIT_NAME_TOKENS, &count));
    ck_assert(phrase_hashes(VIEW("St Kitts"), plain, LIMIT_NAME_TOKENS, &other));
    ck_assert_uint_eq(count, 2);
    ck_assert_mem_eq(dotted, plain, count * sizeof *plain);
}
END_TEST

START_TEST(commas_and_possessives_of_a_phrase_are_kept)
{
    Token tokens[LIMIT_NAME_TOKENS];
    uint32_t count;
    ck_assert(phrase_tokens(VIEW("Health, Women's Affairs"), tokens, LIMIT_NAME_TOKENS, &count));
    ck_assert_uint_eq(count, 5);
    ck_assert_uint_eq(tokens[1].kind, TOKEN_MARK);
    ck_assert_uint_eq(tokens[3].kind, TOKEN_POSSESSIVE);
}
END_TEST

START_TEST(a_phrase_has_a_word_at_least_and_not_too_many)
{
    uint64_t hashes[LIMIT_NAME_TOKENS];
    uint32_t count;
    ck_assert(!phrase_hashes(VIEW(""), hashes, LIMIT_NAME_TOKENS, &count));
    ck_assert(!phrase_hashes(VIEW(" . "), hashes, LIMIT_NAME_TOKENS, &count));
    ck_assert(!phrase_hashes(VIEW("a b c"), hashes, 2, &count));
    ck_assert(phrase_hashes(VIEW("a b"), hashes, 2, &count));
}
END_TEST

Suite *token_suite(void)
{
    Suite *suite = suite_create("token");
    TCase *tests = tcase_create("token");
    tcase_add_checked_fixture(tests, NULL, sample_end);
    tcase_add_test(tests, every_block_is_split);
    tcase_add_test(tests, an_empty_document_has_no_tokens);
    tcase_add_test(tests, more_tokens_than_the_text_promised_are_kept);
    tcase_add_test(tests, a_phrase_is_split_as_text_is);
    tcase_add_test(tests, full_stops_of_a_phrase_are_left_out);
    tcase_add_test(tests, commas_and_possessives_of_a_phrase_are_kept);
    tcase_add_test(tests, a_phrase_has_a_word_at_least_and_not_too_many);
    suite_add_tcase(suite, tests);
    return suite;
}
