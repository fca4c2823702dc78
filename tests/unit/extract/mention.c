#include <check.h>
#include <string.h>

#include "desk.h"
#include "extract/mention.h"

Suite *mention_suite(void);

static Desk desk;
static Tags tags;
static Cast cast;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
    tags = tags_new(&desk.arena, desk.grammar, &desk.book);
}

static void close_desk(void)
{
    desk_close(&desk);
}

/* The letters of the last sentence of a text. */
static const char *letters(const char *text, bool title_case)
{
    desk_read(&desk, text, NULL);
    cast = (Cast){0};
    for (uint32_t i = 0; i < desk.tokens.sentence_count; i++)
        tag_sentence(&desk.arena, desk.grammar, &desk.book, &desk.tokens, &desk.tokens.sentences[i],
                     title_case, &cast, &tags);
    return view_copy(&desk.arena, (View){tags.letters, tags.count}).at;
}

START_TEST(names_titles_and_places_become_letters)
{
    ck_assert_str_eq(letters("The former Dutch prime minister met Emmanuel Macron.", false),
                     "aSAOwP.");
    ck_assert_str_eq(letters("He met the presidents of France.", false), "wwaMoL.");
    ck_assert_str_eq(letters("He met President-elect Joe Biden (right).", false), "wwOEP(w).");
}
END_TEST

START_TEST(the_longest_name_wins)
{
    ck_assert_str_eq(letters("He met Emmanuel Macron Johnson.", false), "wwN.");
    ck_assert_str_eq(letters("He met Donald J. Trump.", false), "wwP.");
    ck_assert_str_eq(letters("He met Joseph R. Biden Jr. there.", false), "wwPw.");
}
END_TEST

START_TEST(a_body_is_no_person)
{
    ck_assert_str_eq(letters("He wrote to the Justice Department and the FBI.", false),
                     "wwtaG&aG.");
}
END_TEST

START_TEST(the_first_word_of_a_sentence_says_nothing_by_its_capital)
{
    ck_assert_str_eq(letters("Analysts met.", false), "cw.");
    ck_assert_str_eq(letters("But President Emmanuel Macron left.", false), "wOPw.");
}
END_TEST

START_TEST(particles_belong_to_the_name_after_them)
{
    ck_assert_str_eq(letters("They met Anna van der Berg there.", false), "wwNw.");
}
END_TEST

START_TEST(a_title_in_capitals_names_a_speaker)
{
    ck_assert_str_eq(letters("Joe Biden spoke.\nPRESIDENT BIDEN: Thank you.", false), "OP:cw.");
}
END_TEST

START_TEST(ranks_join_the_title_after_them)
{
    ck_assert_str_eq(letters("Deputy Defence Minister Ruben Brekelmans", false), "OP");
    ck_assert(tags.items[0].flags & TAG_RANKED);
}
END_TEST

START_TEST(titles_grow_by_their_portfolio)
{
    ck_assert_str_eq(letters("They met Civil Aviation Minister Ann Lee.", false), "wwON.");
    ck_assert(tags.items[2].flags & TAG_OPEN);
    ck_assert_str_eq(letters("They met the minister of sport and culture, Ann Lee.", false),
                     "wwaO,N.");
    ck_assert_str_eq(letters("They met the chair of the House Judiciary Committee.", false),
                     "wwaO.");
    ck_assert_str_eq(letters("They met House of Commons Speaker Ann Lee.", false), "wwON.");
    ck_assert_str_eq(letters("They met Secretary of State for Kenya Ann Lee.", false), "wwON.");
    ck_assert_str_eq(letters("They met Defence Minister Ann Lee.", false), "wwON.");
    ck_assert(!(tags.items[2].flags & TAG_OPEN));
}
END_TEST

START_TEST(titles_do_not_grow_by_names)
{
    ck_assert_str_eq(letters("They met Minister Ann Lee and President Joe Biden.", false),
                     "wwON&OP.");
    ck_assert_str_eq(letters("They met President Emmanuel Macron of France.", false), "wwOPoL.");
    ck_assert_str_eq(letters("Thank Minister Ann Lee.", false), "cON.");
}
END_TEST

START_TEST(names_have_nicknames_suffixes_and_surnames_that_are_titles)
{
    ck_assert_str_eq(letters("They met Ann “Nan” Lee and Bob Kay, Jr. there.", false), "wwN&Nw.");
    ck_assert_str_eq(letters("They met Sen. Angus King there.", false), "wwONw.");
    ck_assert_str_eq(letters("They met Rep. Ann Hall and Rep. Bill Hart.", false), "wwON&ON.");
    ck_assert_str_eq(letters("They met at Ann Hall there.", false), "wwpGw.");
}
END_TEST

START_TEST(party_tags_are_one_letter)
{
    ck_assert_str_eq(letters("They met Sen. Ann Lee (D-N.Y.) and Bob Kay, R-Ohio, there.", false),
                     "wwONT&NT,w.");
    ck_assert_str_eq(letters("They met Republican Sen. Ann Lee (right).", false), "wwYON(w).");
}
END_TEST

/* Else it is looked for in every sentence, and most have no mention. */
START_TEST(no_construction_goes_without_a_mention)
{
    SmallSet letters = {{0}};
    for (uint32_t letter = 0; letter < SMALL_SET_SIZE; letter++)
        if (letter_is_mention((char)letter))
            small_set_add(&letters, letter);
    for (uint32_t i = 0; i < desk.grammar->sieve_count; i++)
        ck_assert(sieve_needs(&desk.arena, desk.grammar->sieves[i], letters));
}
END_TEST

START_TEST(mentions_are_told_from_names_and_words)
{
    letters("The day in which Bob Kay was late.", false);
    ck_assert(!tags.mentions);
    letters("His counterpart was late.", false);
    ck_assert(tags.mentions);
    letters("The former ministers were late.", false);
    ck_assert(tags.mentions);
    letters("Bob Kay (D-N.Y.) was late.", false);
    ck_assert(tags.mentions);
}
END_TEST

START_TEST(every_tag_can_be_written_out)
{
    letters("The former Dutch prime minister, they said, met Emmanuel Macron there.", false);
    tags_write_out(&tags);
    uint32_t next = desk.tokens.sentences[0].first;
    for (uint32_t i = 0; i < tags.count; i++) {
        const Tag *tag = &tags.items[i];
        ck_assert_uint_gt(tag->count, 0);
        ck_assert_uint_eq(tag->first, next);
        ck_assert_uint_eq(tag->span.off, desk.tokens.items[next].span.off);
        next += tag->count;
        ck_assert_uint_eq(span_end(tag->span), span_end(desk.tokens.items[next - 1].span));
    }
    ck_assert_uint_eq(next, desk.tokens.count);
}
END_TEST

START_TEST(a_long_sentence_is_cut_and_nothing_breaks)
{
    char *text = arena_new(&desk.arena, char, 30001);
    for (int i = 0; i < 30000; i += 3)
        memcpy(text + i, "xy ", 3);
    letters(text, false);
    ck_assert_uint_le(tags.count, 2000);
}
END_TEST

Suite *mention_suite(void)
{
    Suite *suite = suite_create("mention");
    TCase *tests = tcase_create("mention");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, names_titles_and_places_become_letters);
    tcase_add_test(tests, the_longest_name_wins);
    tcase_add_test(tests, a_body_is_no_person);
    tcase_add_test(tests, the_first_word_of_a_sentence_says_nothing_by_its_capital);
    tcase_add_test(tests, particles_belong_to_the_name_after_them);
    tcase_add_test(tests, a_title_in_capitals_names_a_speaker);
    tcase_add_test(tests, ranks_join_the_title_after_them);
    tcase_add_test(tests, titles_grow_by_their_portfolio);
    tcase_add_test(tests, titles_do_not_grow_by_names);
    tcase_add_test(tests, names_have_nicknames_suffixes_and_surnames_that_are_titles);
    tcase_add_test(tests, party_tags_are_one_letter);
    tcase_add_test(tests, no_construction_goes_without_a_mention);
    tcase_add_test(tests, mentions_are_told_from_names_and_words);
    tcase_add_test(tests, every_tag_can_be_written_out);
    tcase_add_test(tests, a_long_sentence_is_cut_and_nothing_breaks);
    suite_add_tcase(suite, tests);
    return suite;
}
