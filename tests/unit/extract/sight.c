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

/* The answer of a sight is that of a look-up, for each token and each kind. */
static void expect_agreement(const Lexicon *lexicon)
{
    Sights sights = sights_new(&desk.arena);
    const Tokens *tokens = &desk.tokens;
    sights_turn(&sights, lexicon, tokens, 0, tokens->count);
    for (uint32_t at = 0; at < tokens->count; at++)
        for (uint8_t kind = 0; kind < KINDS; kind++) {
            LexiconHit hit = lookup_longest(lexicon, tokens, at, tokens->count, kind);
            LexiconHit seen = sights_find(&sights, at, kind);
            ck_assert_uint_eq(hit.token_count, seen.token_count);
            ck_assert_uint_eq(hit.node, seen.node);
            LexiconHit longest = sights_at(&sights, at).longest;
            ck_assert_ptr_eq(lookup_entry(lexicon, tokens, longest, at, kind),
                             sights_entry(&sights, longest, at, kind));
            ck_assert(!hit.token_count || sights_hold(&sights, kind));
        }
    ck_assert_uint_eq(sights_at(&sights, tokens->count).kinds, 0);
}

START_TEST(what_is_seen_is_what_a_look_up_finds)
{
    desk_read(&desk,
              "The former Dutch Prime Minister Mark Rutte met U.S. President Joe Biden, "
              "acting defence minister of France and US us senator-elect Macron on 5 May.",
              NULL);
    expect_agreement(&desk.book.names);
    expect_agreement(&desk.grammar->words);
}
END_TEST

START_TEST(beyond_the_row_each_question_is_a_look_up)
{
    Buffer text = {0};
    for (uint32_t i = 0; i < 3 * LIMIT_TAGS; i++)
        buffer_add(&text, VIEW("word and "));
    buffer_add(&text, VIEW("Prime Minister Mark Rutte"));
    buffer_add_byte(&text, '\0');
    desk_read(&desk, text.at, NULL);
    Sights sights = sights_new(&desk.arena);
    uint32_t end = desk.tokens.count;
    sights_turn(&sights, &desk.book.names, &desk.tokens, 0, end);
    ck_assert(sights_hold(&sights, NAME_TITLE) && sights_hold(&sights, NAME_PERSON));
    ck_assert_uint_eq(sights_find(&sights, end - 4, NAME_TITLE).token_count, 2);
    ck_assert_uint_eq(sights_find(&sights, end - 2, NAME_PERSON).token_count, 2);
    ck_assert_uint_eq(sights_find(&sights, end - 3, NAME_PERSON).token_count, 0);
    buffer_free(&text);
}
END_TEST

Suite *sight_suite(void)
{
    Suite *suite = suite_create("sight");
    TCase *tests = tcase_create("sight");
    tcase_add_checked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, what_is_seen_is_what_a_look_up_finds);
    tcase_add_test(tests, beyond_the_row_each_question_is_a_look_up);
    suite_add_tcase(suite, tests);
    return suite;
}
