#include <check.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "desk.h"
#include "extract/lookup.h"
#include "extract/sight.h"

Suite *sight_suite(void);

enum { KINDS = 32 };

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

/* The answer of a sight is that of a look-up, for each kind. */
static void expect_agreement(const Sights *sights, uint32_t at)
{
    const Tokens *tokens = &desk.tokens;
    const Lexicon *names = &desk.book.names, *words = &desk.grammar->words;
    const Sight *sight = sights_at(sights, at);
    for (uint8_t kind = 0; kind < KINDS; kind++) {
        LexiconHit word = lookup_longest(words, tokens, at, tokens->count, kind);
        ck_assert_uint_eq(sights_find_word(sights, at, kind).token_count, word.token_count);
        ck_assert_uint_eq(sights_find_word(sights, at, kind).node, word.node);
        ck_assert_ptr_eq(sights_word(sights, sight->word, at, kind),
                         lookup_entry(words, tokens, sight->word, at, kind));
        ck_assert_ptr_eq(sights_word(sights, word, at, kind),
                         lookup_entry(words, tokens, word, at, kind));
        ck_assert(!word.token_count || sight_words(sights->kinds) >> kind & 1);
        LexiconHit name = lookup_longest(names, tokens, at, tokens->count, kind);
        ck_assert_uint_eq(sights_find_name(sights, at, kind).token_count, name.token_count);
        ck_assert_uint_eq(sights_find_name(sights, at, kind).node, name.node);
        ck_assert_ptr_eq(sights_name(sights, sight->name, at, kind),
                         lookup_entry(names, tokens, sight->name, at, kind));
        ck_assert(!name.token_count || sight_names(sights->kinds) >> kind & 1);
    }
}

START_TEST(what_is_seen_is_what_a_look_up_finds)
{
    const Tokens *tokens = &desk.tokens;
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk,
              "The former Dutch Prime Minister Mark Rutte met U.S. President Joe Biden, "
              "acting defence minister of France and US us senator-elect Macron on 5 May. "
              "The Prime Minister of the Netherlands and the Dutch prime minister have been there, "
              "the minister has been there, and the minister has seen Joe R. Biden, Joe and Biden.",
              NULL);
    for (int round = 0; round < 2; round++) { /* the words are new, then known */
        sights_turn(&sights, tokens, 0, tokens->count);
        for (uint32_t at = 0; at < tokens->count; at++)
            expect_agreement(&sights, at);
        ck_assert_uint_eq(sights_at(&sights, tokens->count)->kinds, 0);
    }
}
END_TEST

START_TEST(a_plain_word_has_its_letter)
{
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk, "On the day of the former minister The", NULL);
    static const char letters[] = {0, 'a', 'w', 'o', 'a', 0, 0, 0};
    sights_turn(&sights, &desk.tokens, 0, desk.tokens.count);
    for (uint32_t at = 0; at < desk.tokens.count; at++)
        ck_assert_int_eq(sights_at(&sights, at)->letters[SIGHT_ALWAYS], letters[at]);
}
END_TEST

START_TEST(where_no_title_begins_more_words_have_their_letter)
{
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk, "In defence of The Dutch former speaker of the House", NULL);
    static const unsigned char letters[] = {
        'p' | SIGHT_BEFORE_SMALL, 'w', 'o', 'a' | SIGHT_BEFORE_SMALL, 0, 0, 0, 'o', 'a', 0};
    sights_turn(&sights, &desk.tokens, 0, desk.tokens.count);
    ck_assert_uint_eq(desk.tokens.count, sizeof letters);
    for (uint32_t at = 0; at < desk.tokens.count; at++)
        ck_assert_uint_eq(sights_at(&sights, at)->letters[SIGHT_UNTITLED], letters[at]);
}
END_TEST

START_TEST(a_pair_of_words_is_seen_again_by_what_stands_behind_it)
{
    static const char *const texts[] = {"the Prime Minister of it",
                                        "the Prime Minister of the Netherlands",
                                        "the prime minister of it",
                                        "the Prime time of it",
                                        "Joe Biden",
                                        "Joe Biden of it",
                                        "Joe biden",
                                        "Joe R. Biden"};
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    for (size_t i = 0; i < 3 * sizeof texts / sizeof *texts; i++) {
        desk_read(&desk, texts[i * 5 % (sizeof texts / sizeof *texts)], NULL);
        sights_turn(&sights, &desk.tokens, 0, desk.tokens.count);
        for (uint32_t at = 0; at < desk.tokens.count; at++)
            expect_agreement(&sights, at);
    }
}
END_TEST

START_TEST(a_mark_and_a_number_have_their_letter)
{
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk, ", ( – “ ? 12 46th the minister’s", NULL);
    static const char letters[] = {',', '(', '-', '"', '.', 'D', 'r', 'a', 0, '\''};
    ck_assert_uint_eq(desk.tokens.count, sizeof letters);
    sights_turn(&sights, &desk.tokens, 0, 5);
    ck_assert(!(sight_words(sights.kinds) & SIGHT_NUMBER));
    sights_turn(&sights, &desk.tokens, 0, desk.tokens.count);
    ck_assert(sight_words(sights.kinds) & SIGHT_NUMBER);
    for (uint32_t at = 0; at < desk.tokens.count; at++)
        ck_assert_int_eq(sights_at(&sights, at)->letters[SIGHT_ALWAYS], letters[at]);
}
END_TEST

/* Words come until there is room for no more; then what was learnt is forgotten. */
START_TEST(more_words_than_are_kept_are_seen)
{
    Buffer text = {0};
    for (uint32_t i = 0; i < 40000; i++)
        buffer_print(&text, "w%u ", i);
    buffer_add(&text, VIEW("the former Dutch Prime Minister Mark Rutte met Joe R. Biden"));
    buffer_add_byte(&text, '\0');
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk, text.at, NULL);
    uint32_t end = desk.tokens.count;
    for (int round = 0; round < 2; round++) {
        sights_turn(&sights, &desk.tokens, 0, end);
        ck_assert_int_eq(sights_at(&sights, 0)->letters[SIGHT_ALWAYS], 'w');
        for (uint32_t at = end - 11; at < end; at++)
            expect_agreement(&sights, at);
    }
    buffer_free(&text);
}
END_TEST

START_TEST(a_long_sentence_is_seen_whole)
{
    Buffer text = {0};
    for (uint32_t i = 0; i < 3 * LIMIT_TAGS; i++)
        buffer_add(&text, VIEW("word and "));
    buffer_add(&text, VIEW("Prime Minister Mark Rutte"));
    buffer_add_byte(&text, '\0');
    Sights sights = sights_new(&desk.arena, &desk.book.names, &desk.grammar->words);
    desk_read(&desk, "A short one.", NULL);
    sights_turn(&sights, &desk.tokens, 0, desk.tokens.count);
    desk_read(&desk, text.at, NULL);
    uint32_t end = desk.tokens.count;
    sights_turn(&sights, &desk.tokens, 0, end);
    ck_assert_uint_eq(sights_find_name(&sights, end - 4, NAME_TITLE).token_count, 2);
    ck_assert_uint_eq(sights_find_name(&sights, end - 2, NAME_PERSON).token_count, 2);
    ck_assert_uint_eq(sights_find_name(&sights, end - 3, NAME_PERSON).token_count, 0);
    buffer_free(&text);
}
END_TEST

Suite *sight_suite(void)
{
    Suite *suite = suite_create("sight");
    TCase *tests = tcase_create("sight");
    tcase_add_checked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, what_is_seen_is_what_a_look_up_finds);
    tcase_add_test(tests, a_plain_word_has_its_letter);
    tcase_add_test(tests, where_no_title_begins_more_words_have_their_letter);
    tcase_add_test(tests, a_pair_of_words_is_seen_again_by_what_stands_behind_it);
    tcase_add_test(tests, a_mark_and_a_number_have_their_letter);
    tcase_add_test(tests, more_words_than_are_kept_are_seen);
    tcase_add_test(tests, a_long_sentence_is_seen_whole);
    suite_add_tcase(suite, tests);
    return suite;
}
