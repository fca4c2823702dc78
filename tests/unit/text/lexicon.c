#include "text/lexicon.h"

#include <stdio.h>
#include <string.h>

#include "base/limits.h"
#include "sample.h"
#include "suites.h"

enum { NAME = 1, TITLE = 2 };

static LexiconBuilder *builder;

static void begin(void)
{
    builder = lexicon_builder(&sample_arena);
}

static bool add(const char *phrase, uint32_t id, uint8_t flags)
{
    return lexicon_add(builder, view_of(phrase),
                       (LexiconEntry){.id = id, .kind = NAME, .flags = flags});
}

/* The hits from a token on. */
static uint32_t find(const char *text, uint32_t at, LexiconHit *hits)
{
    Lexicon lexicon = lexicon_finish(builder);
    Tokens tokens = sample_split(text);
    return lexicon_find(&lexicon, &tokens, at, tokens.count, hits);
}

/* The tokens of the longest hit at the first token; 0: none. */
static uint32_t longest(const char *text)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    return find(text, 0, hits) ? hits[0].token_count : 0;
}

/* The first entry of the longest hit at the first token. */
static LexiconEntry entry_of(const char *text)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    Lexicon lexicon = lexicon_finish(builder);
    Tokens tokens = sample_split(text);
    ck_assert_uint_gt(lexicon_find(&lexicon, &tokens, 0, tokens.count, hits), 0);
    return *lexicon_entries(&lexicon, hits[0].node).items;
}

/* Whether the first token's longest hit has an entry that the text's capitals allow. */
static bool fits(const char *text)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    Lexicon lexicon = lexicon_finish(builder);
    Tokens tokens = sample_split(text);
    if (!lexicon_find(&lexicon, &tokens, 0, tokens.count, hits))
        return false;
    const LexiconEntry *entry = lexicon_entries(&lexicon, hits[0].node).items;
    return lexicon_entry_fits(entry, &tokens, 0, hits[0].token_count);
}

START_TEST(bytes_open_as_the_lexicon_that_they_were_made_of)
{
    Lexicon opened;
    add("minister", 1, 0);
    add("Prime Minister", 2, LEXICON_CAPITAL);
    Lexicon lexicon = lexicon_finish(builder);
    View image = lexicon_image(&sample_arena, &lexicon);
    ck_assert(lexicon_open(image, &opened));
    builder = lexicon_builder_done(&sample_arena, opened);
    ck_assert(add("chancellor", 3, 0));
    ck_assert_uint_eq(longest("chancellor"), 0);
    ck_assert_uint_eq(entry_of("prime minister").id, 2);
    ck_assert(!fits("prime minister"));
    ck_assert(fits("Prime Minister"));
    ck_assert_uint_eq(entry_of("minister").id, 1);
}
END_TEST

START_TEST(bytes_of_another_length_are_no_lexicon)
{
    Lexicon opened;
    add("minister", 1, 0);
    Lexicon lexicon = lexicon_finish(builder);
    View image = lexicon_image(&sample_arena, &lexicon);
    for (size_t len = 0; len < image.len; len++)
        ck_assert(!lexicon_open(view_slice(image, 0, len), &opened));
}
END_TEST

START_TEST(all_phrases_at_a_place_are_found_longest_first)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    add("minister", 1, 0);
    add("minister of foreign affairs and trade", 2, 0);
    add("minister of foreign affairs", 3, 0);
    ck_assert_uint_eq(find("Minister of Foreign Affairs and Trade", 0, hits), 3);
    ck_assert_uint_eq(hits[0].token_count, 6);
    ck_assert_uint_eq(hits[1].token_count, 4);
    ck_assert_uint_eq(hits[2].token_count, 1);
    ck_assert_uint_eq(longest("minister of foreign trade"), 1);
    ck_assert_uint_eq(longest("ministers of foreign affairs"), 0);
}
END_TEST

START_TEST(nothing_is_found_beyond_the_end)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    add("foreign minister", 1, 0);
    Lexicon lexicon = lexicon_finish(builder);
    Tokens tokens = sample_split("the foreign minister");
    ck_assert_uint_eq(lexicon_find(&lexicon, &tokens, 1, 2, hits), 0);
    ck_assert_uint_eq(lexicon_find(&lexicon, &tokens, 1, 3, hits), 1);
    ck_assert_uint_eq(lexicon_find(&lexicon, &tokens, 3, 3, hits), 0);
}
END_TEST

START_TEST(spelling_without_marks_and_case_is_one)
{
    add("Secretary-General Recep Tayyip Erdoğan", 7, 0);
    ck_assert_uint_eq(longest("SECRETARY GENERAL Recep Tayyip Erdogan"), 5);
    ck_assert_uint_eq(entry_of("secretary general recep tayyip erdogan").id, 7);
}
END_TEST

START_TEST(a_mark_ends_a_phrase_that_has_none)
{
    add("foreign minister", 1, 0);
    ck_assert_uint_eq(longest("foreign, minister"), 0);
    ck_assert_uint_eq(longest("foreign's minister"), 0);
}
END_TEST

START_TEST(marks_and_possessives_of_a_phrase_are_looked_for)
{
    add("Secretary of Health, Education and Welfare", 1, 0);
    add("National People's Congress", 2, 0);
    ck_assert_uint_eq(longest("Secretary of Health, Education and Welfare"), 7);
    ck_assert_uint_eq(longest("Secretary of Health Education and Welfare"), 0);
    ck_assert_uint_eq(longest("National People’s Congress"), 4);
}
END_TEST

START_TEST(middle_initials_are_passed_over)
{
    add("Donald Trump", 1, 0);
    ck_assert_uint_eq(longest("Donald J. Trump"), 3);
    ck_assert_uint_eq(longest("Donald J Trump"), 3);
    ck_assert_uint_eq(longest("Donald J. R. Trump"), 4);
    ck_assert_uint_eq(longest("Donald j Trump"), 0);
    ck_assert_uint_eq(longest("Donald Joe Trump"), 0);
}
END_TEST

START_TEST(no_phrase_begins_or_ends_with_a_passed_initial)
{
    add("Donald", 1, 0);
    ck_assert_uint_eq(longest("Donald J."), 1);
    ck_assert_uint_eq(longest("J. Donald"), 0);
}
END_TEST

START_TEST(an_initial_that_is_known_is_not_passed_over)
{
    add("George Bush", 1, 0);
    add("George W. Bush", 2, 0);
    ck_assert_uint_eq(entry_of("George W. Bush").id, 2);
    ck_assert_uint_eq(entry_of("George Bush").id, 1);
    ck_assert_uint_eq(entry_of("George Q. Bush").id, 1);
    ck_assert_uint_eq(entry_of("George H. W. Bush").id, 1);
}
END_TEST

START_TEST(a_known_initial_that_leads_nowhere_is_passed_over)
{
    add("George W. Smith", 1, 0);
    add("George Bush", 2, 0);
    ck_assert_uint_eq(longest("George W. Bush"), 3);
    ck_assert_uint_eq(entry_of("George W. Bush").id, 2);
}
END_TEST

START_TEST(capitals_are_asked_for_word_by_word)
{
    add("Speaker of the House", 1, LEXICON_CAPITAL);
    ck_assert(fits("Speaker of the House"));
    ck_assert(fits("SPEAKER OF THE HOUSE"));
    ck_assert(!fits("speaker of the House"));
    ck_assert(!fits("Speaker of the house"));
}
END_TEST

START_TEST(an_entry_that_does_not_ask_fits_any_case)
{
    add("Speaker of the House", 1, 0);
    ck_assert(fits("speaker of the house"));
}
END_TEST

START_TEST(an_acronym_asks_for_all_its_capitals)
{
    add("US", 1, LEXICON_CAPITAL);
    add("WHO", 2, LEXICON_CAPITAL);
    ck_assert(fits("US troops"));
    ck_assert(fits("U.S. troops"));
    ck_assert(!fits("us"));
    ck_assert(!fits("Us"));
    ck_assert(!fits("Who is it"));
}
END_TEST

START_TEST(single_letters_are_not_asked_for_capitals)
{
    add("Plan B", 1, LEXICON_CAPITAL);
    ck_assert(fits("Plan b"));
    ck_assert(!fits("plan B"));
}
END_TEST

START_TEST(a_passed_initial_does_not_shift_the_capitals)
{
    add("Joe of Biden", 1, LEXICON_CAPITAL);
    ck_assert(fits("Joe R. of Biden"));
    ck_assert(!fits("Joe R. of biden"));
    ck_assert(!fits("Joe of R. biden"));
}
END_TEST

START_TEST(the_same_meaning_twice_is_one_entry_with_both_flags)
{
    add("Nato", 4, LEXICON_CAPITAL);
    add("NATO", 4, LEXICON_CAPITAL | 1);
    add("NATO", 5, 0);
    Lexicon lexicon = lexicon_finish(builder);
    LexiconEntries node = lexicon_entries(&lexicon, lexicon_phrase(&lexicon, VIEW("nato")));
    ck_assert_uint_eq(lexicon.entry_count, 2);
    ck_assert_uint_eq(node.count, 2);
    ck_assert_uint_eq(node.items[0].id, 4);
    ck_assert_uint_eq(node.items[0].flags, LEXICON_CAPITAL | 1);
    ck_assert_uint_eq(node.items[1].id, 5);
    ck_assert(fits("Nato"));
    ck_assert(!fits("nato"));
}
END_TEST

START_TEST(one_id_of_two_kinds_is_two_meanings)
{
    lexicon_add(builder, VIEW("chair"), (LexiconEntry){.id = 1, .kind = NAME});
    lexicon_add(builder, VIEW("chair"), (LexiconEntry){.id = 1, .kind = TITLE});
    Lexicon lexicon = lexicon_finish(builder);
    ck_assert_uint_eq(lexicon.entry_count, 2);
}
END_TEST

START_TEST(entries_keep_the_order_in_which_they_came)
{
    for (uint32_t id = 100; id > 0; id--) {
        add("Smith", id, 0);
        add("Jones", id, 0);
    }
    Lexicon lexicon = lexicon_finish(builder);
    LexiconEntries node = lexicon_entries(&lexicon, lexicon_phrase(&lexicon, VIEW("Smith")));
    for (uint32_t i = 0; i < 100; i++)
        ck_assert_uint_eq(node.items[i].id, 100 - i);
}
END_TEST

START_TEST(a_phrase_without_a_word_or_with_too_many_is_refused)
{
    ck_assert(!add("", 1, 0));
    ck_assert(!add(" .", 1, 0));
    ck_assert(add("a b c d e f g h i j k l m n o p", 1, 0));
    ck_assert(!add("a b c d e f g h i j k l m n o p q", 1, 0));
    ck_assert(add("&", 1, 0));
}
END_TEST

START_TEST(the_longest_phrase_is_found_whole)
{
    const char *text = "a b c d e f g h i j k l m n o p";
    add(text, 1, LEXICON_CAPITAL);
    ck_assert_uint_eq(longest(text), 16);
    ck_assert(fits(text));
}
END_TEST

START_TEST(a_phrase_is_looked_up_whole)
{
    add("foreign minister", 1, 0);
    add("premier", 2, 0);
    Lexicon lexicon = lexicon_finish(builder);
    ck_assert_uint_ne(lexicon_phrase(&lexicon, VIEW("Foreign Minister")), UINT32_MAX);
    ck_assert_uint_eq(lexicon_phrase(&lexicon, VIEW("foreign")), UINT32_MAX);
    ck_assert_uint_eq(lexicon_word(&lexicon, folded_hash(VIEW("foreign"))), UINT32_MAX);
    ck_assert_uint_eq(lexicon_word(&lexicon, folded_hash(VIEW("premier"))),
                      lexicon_phrase(&lexicon, VIEW("Premier")));
    ck_assert_uint_ne(lexicon_phrase(&lexicon, VIEW("Premier")), UINT32_MAX);
    ck_assert_uint_eq(lexicon_phrase(&lexicon, VIEW("foreign minister of")), UINT32_MAX);
    ck_assert_uint_eq(lexicon_phrase(&lexicon, VIEW("")), UINT32_MAX);
}
END_TEST

START_TEST(an_empty_lexicon_finds_nothing)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    Lexicon none = {0};
    Tokens tokens = sample_split("foreign minister");
    ck_assert_uint_eq(lexicon_find(&none, &tokens, 0, tokens.count, hits), 0);
    ck_assert_uint_eq(lexicon_phrase(&none, VIEW("foreign")), UINT32_MAX);
    ck_assert_uint_eq(find("foreign minister", 0, hits), 0);
}
END_TEST

START_TEST(a_lexicon_moves_with_its_arrays)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    add("foreign minister", 9, 0);
    Lexicon built = lexicon_finish(builder), moved = built;
    uint64_t *words = arena_new(&sample_arena, uint64_t, built.node_count);
    LexiconNode *nodes = arena_new(&sample_arena, LexiconNode, built.node_count + 1);
    memcpy(words, built.words, built.node_count * sizeof *words);
    memcpy(nodes, built.nodes, (built.node_count + 1) * sizeof *nodes);
    memset((void *)(uintptr_t)built.words, 0, built.node_count * sizeof *words);
    moved.words = words;
    moved.nodes = nodes;
    Tokens tokens = sample_split("foreign minister");
    ck_assert_uint_eq(lexicon_find(&moved, &tokens, 0, tokens.count, hits), 1);
    ck_assert_uint_eq(lexicon_entries(&moved, hits[0].node).items[0].id, 9);
}
END_TEST

START_TEST(thousands_of_phrases_are_told_apart)
{
    char phrase[64];
    enum { COUNT = 20000 };
    for (uint32_t i = 0; i < COUNT; i++) {
        snprintf(phrase, sizeof phrase, "Name%u Surname%u", i % 137, i);
        add(phrase, i, 0);
    }
    Lexicon lexicon = lexicon_finish(builder);
    ck_assert_uint_eq(lexicon.entry_count, COUNT);
    for (uint32_t i = 0; i < COUNT; i += 7) {
        snprintf(phrase, sizeof phrase, "name%u surname%u", i % 137, i);
        uint32_t node = lexicon_phrase(&lexicon, view_of(phrase));
        ck_assert_uint_ne(node, UINT32_MAX);
        ck_assert_uint_eq(lexicon_entries(&lexicon, node).count, 1);
        ck_assert_uint_eq(lexicon_entries(&lexicon, node).items[0].id, i);
    }
}
END_TEST

/* An altered lexicon leads to nothing, or to something of it. */
START_TEST(what_was_altered_does_no_harm)
{
    for (uint32_t i = 0; i < 50; i++) {
        char phrase[32];
        snprintf(phrase, sizeof phrase, "Name%u Surname%u", i % 7, i);
        add(phrase, i, 0);
    }
    Lexicon lexicon = lexicon_finish(builder);
    unsigned char *rows[] = {(unsigned char *)(uintptr_t)lexicon.words,
                             (unsigned char *)(uintptr_t)lexicon.nodes,
                             (unsigned char *)(uintptr_t)lexicon.starts};
    size_t sizes[] = {lexicon.node_count * sizeof *lexicon.words,
                      (lexicon.node_count + 1) * sizeof *lexicon.nodes,
                      (lexicon.start_count + 1) * sizeof *lexicon.starts};
    for (int row = 0; row < 3; row++)
        for (size_t at = 0; at < sizes[row]; at++) {
            rows[row][at] ^= 0xFF;
            for (uint32_t i = 0; i < 50; i++) {
                char phrase[32];
                snprintf(phrase, sizeof phrase, "Name%u Surname%u", i % 7, i);
                LexiconEntries entries =
                    lexicon_entries(&lexicon, lexicon_phrase(&lexicon, view_of(phrase)));
                for (uint32_t e = 0; e < entries.count; e++)
                    ck_assert_uint_lt(entries.items[e].id, 50);
            }
            rows[row][at] ^= 0xFF;
        }
}
END_TEST

/* The bits of the first words may promise too much, never too little. */
START_TEST(no_phrase_is_missed_for_its_first_word)
{
    ck_assert(add("Hague", 1, LEXICON_CAPITAL));
    ck_assert(add("von der Leyen", 2, LEXICON_CAPITAL));
    ck_assert(add("prime minister", 3, 0));
    for (uint32_t i = 0; i < 5000; i++) {
        char name[32];
        snprintf(name, sizeof name, "Name%u Other", i);
        ck_assert(add(name, 10 + i, LEXICON_CAPITAL));
    }
    Lexicon lexicon = lexicon_finish(builder);
    Tokens tokens = sample_split("Hague hague von Von Jong-hague prime Prime Name17 HAGUE");
    static const bool starts[] = {true, false, true, true, false, true, true, true, true, true};
    for (uint32_t i = 0; i < tokens.count; i++)
        ck_assert_msg(!starts[i] || lexicon_may_start(&lexicon, &tokens.items[i]), "%u", i);
    ck_assert(!lexicon_may_start(&lexicon, &tokens.items[1]));
    uint32_t promised = 0;
    for (uint32_t i = 0; i < 5000; i++) {
        Token word = {.hash = (i + 1) * 0x9E3779B97F4A7C15u, .flags = TOKEN_CAPITAL};
        promised += lexicon_may_start(&lexicon, &word);
    }
    ck_assert_uint_lt(promised, 1000);
}
END_TEST

Suite *lexicon_suite(void)
{
    Suite *suite = suite_create("lexicon");
    TCase *tests = tcase_create("lexicon");
    tcase_add_checked_fixture(tests, begin, sample_end);
    tcase_add_test(tests, all_phrases_at_a_place_are_found_longest_first);
    tcase_add_test(tests, nothing_is_found_beyond_the_end);
    tcase_add_test(tests, spelling_without_marks_and_case_is_one);
    tcase_add_test(tests, a_mark_ends_a_phrase_that_has_none);
    tcase_add_test(tests, marks_and_possessives_of_a_phrase_are_looked_for);
    tcase_add_test(tests, middle_initials_are_passed_over);
    tcase_add_test(tests, no_phrase_begins_or_ends_with_a_passed_initial);
    tcase_add_test(tests, an_initial_that_is_known_is_not_passed_over);
    tcase_add_test(tests, a_known_initial_that_leads_nowhere_is_passed_over);
    tcase_add_test(tests, capitals_are_asked_for_word_by_word);
    tcase_add_test(tests, an_entry_that_does_not_ask_fits_any_case);
    tcase_add_test(tests, an_acronym_asks_for_all_its_capitals);
    tcase_add_test(tests, single_letters_are_not_asked_for_capitals);
    tcase_add_test(tests, a_passed_initial_does_not_shift_the_capitals);
    tcase_add_test(tests, the_same_meaning_twice_is_one_entry_with_both_flags);
    tcase_add_test(tests, one_id_of_two_kinds_is_two_meanings);
    tcase_add_test(tests, entries_keep_the_order_in_which_they_came);
    tcase_add_test(tests, a_phrase_without_a_word_or_with_too_many_is_refused);
    tcase_add_test(tests, the_longest_phrase_is_found_whole);
    tcase_add_test(tests, a_phrase_is_looked_up_whole);
    tcase_add_test(tests, an_empty_lexicon_finds_nothing);
    tcase_add_test(tests, a_lexicon_moves_with_its_arrays);
    tcase_add_test(tests, thousands_of_phrases_are_told_apart);
    tcase_add_test(tests, no_phrase_is_missed_for_its_first_word);
    tcase_add_test(tests, what_was_altered_does_no_harm);
    tcase_add_test(tests, bytes_open_as_the_lexicon_that_they_were_made_of);
    tcase_add_test(tests, bytes_of_another_length_are_no_lexicon);
    suite_add_tcase(suite, tests);
    return suite;
}
