#include "base/sieve.h"

#include <stdlib.h>
#include <string.h>

#include "base/pattern.h"
#include "suites.h"

static Arena arena;

static void close_arena(void)
{
    arena_free(&arena);
}

/* Those of up to three patterns that are let through, as "ac". */
static const char *let_through(const char *const *patterns, const char *subject)
{
    static char letters[4];
    const Outline *outlines[3];
    uint32_t count = 0;
    for (; count < 3 && patterns[count]; count++) {
        Outline *outline = arena_new(&arena, Outline, 1);
        *outline = outline_read(view_of(patterns[count]));
        outlines[count] = outline;
    }
    SieveStates *states = sieve_states(&arena, sieve_make(&arena, outlines, count));
    SmallSet first = sieve_pass(states, view_of(subject));
    SmallSet again = sieve_pass(states, view_of(subject)); /* by ways that are known */
    ck_assert_mem_eq(&first, &again, sizeof first);
    char *end = letters;
    for (uint32_t i = 0; i < count; i++)
        if (small_set_has(first, i))
            *end++ = (char)('a' + i);
    *end = '\0';
    return letters;
}

START_TEST(patterns_are_told_apart)
{
    static const char *const patterns[] = {"S? (?<title> O) m? (?<person> [PN])", "P , [ae]? O",
                                           "L"};
    ck_assert_str_eq(let_through(patterns, "wwaOPw."), "a");
    ck_assert_str_eq(let_through(patterns, "wP,eOww"), "b");
    ck_assert_str_eq(let_through(patterns, "P,OmNL"), "abc");
    ck_assert_str_eq(let_through(patterns, "OwP,wO"), "");
    ck_assert_str_eq(let_through(patterns, ""), "");
}
END_TEST

START_TEST(what_is_looked_around_for_is_not_looked_at)
{
    static const char *const patterns[] = {"(?<! x ) O (?= P ) w", "a (?(past) b | (?! ) ) c",
                                           "[^x] O"};
    ck_assert_str_eq(let_through(patterns, "xOw"), "a");
    ck_assert_str_eq(let_through(patterns, "ac"), "b");
    ck_assert_str_eq(let_through(patterns, "wOw"), "ac");
}
END_TEST

START_TEST(what_stands_behind_a_match_is_looked_at)
{
    static const char *const patterns[] = {"S? O (?= [LA]? P | $ )", "a (?= b )? ", "c (?! d )"};
    ck_assert_str_eq(let_through(patterns, "wOw"), "a");
    static const char *const needing[] = {"S? O (?= [LA]? P )", "(?: a (?= b ) )", NULL};
    ck_assert_str_eq(let_through(needing, "wOwP"), "");
    ck_assert_str_eq(let_through(needing, "wOLPa"), "ab");
    ck_assert_str_eq(let_through(patterns, "ac"), "bc");
}
END_TEST

START_TEST(a_pattern_of_which_nothing_is_known_is_let_through)
{
    static const char *const patterns[] = {"O", "(O)\\1", "O*"};
    ck_assert_str_eq(let_through(patterns, "w"), "bc");
}
END_TEST

/* Whether no match of up to three patterns goes without one of these bytes. */
static bool needs(const char *const *patterns, const char *bytes)
{
    const Outline *outlines[3];
    SmallSet set = {{0}};
    uint32_t count = 0;
    for (; count < 3 && patterns[count]; count++) {
        Outline *outline = arena_new(&arena, Outline, 1);
        *outline = outline_read(view_of(patterns[count]));
        outlines[count] = outline;
    }
    for (size_t i = 0; bytes[i]; i++)
        small_set_add(&set, (unsigned char)bytes[i]);
    return sieve_needs(&arena, sieve_make(&arena, outlines, count), set);
}

START_TEST(what_each_match_needs_is_known)
{
    static const char *const patterns[] = {"S? [OM] m? (?: P | N )", "P? , (?: T | a O ) w*", NULL};
    ck_assert(needs(patterns, "OMT"));
    ck_assert(needs(patterns, "PN,"));
    ck_assert(!needs(patterns, "OM"));
    ck_assert(!needs(patterns, "SPw"));
    static const char *const looking[] = {"N (?! O )", NULL}, *const unknown[] = {"(O)\\1", NULL};
    ck_assert(!needs(looking, "O"));
    ck_assert(!needs(unknown, "O"));
}
END_TEST

/* A pattern of pieces, some of them in groups. */
static void make_pattern(char *out, int depth)
{
    static const char *const pieces[] = {
        "a",     "b",     "[ab]", "[^c]", "c?",     "b*", "a+",     "c{0,1}",  "b{2}",  ".",
        "(?=a)", "(?!b)", "^",    "\\w",  "(?<!c)", "d",  "[cd]+?", "a{1,2}+", " # x\n"};
    for (int i = rand() % 4; i >= 0; i--) {
        if (depth && rand() % 4 == 0) {
            strcat(out, rand() % 2 ? "(" : "(?:");
            make_pattern(out, depth - 1);
            if (rand() % 2) {
                strcat(out, "|");
                make_pattern(out, depth - 1);
            }
            strcat(out, rand() % 3 ? ")" : ")?");
        } else {
            strcat(out, pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
        }
    }
}

enum { PATTERNS = SMALL_SET_SIZE };

START_TEST(no_match_is_kept_back)
{
    PatternMatch *match = pattern_match_new();
    srand(3);
    for (int round = 0; round < 40; round++) {
        Pattern *patterns[PATTERNS];
        const Outline *outlines[PATTERNS];
        for (int p = 0; p < PATTERNS; p++) {
            char text[4096] = "";
            Troubles troubles = {.arena = &arena};
            make_pattern(text, 2);
            View kept = view_copy(&arena, view_of(text));
            patterns[p] = pattern_compile(kept, VIEW("p"), 1, 1, &troubles);
            ck_assert_msg(patterns[p] != NULL, "%s", text);
            outlines[p] = pattern_outline(patterns[p]);
        }
        SieveStates *states = sieve_states(&arena, sieve_make(&arena, outlines, PATTERNS));
        for (int i = 0; i < 1000; i++) {
            char subject[17] = "";
            for (int k = rand() % 16; k >= 0; k--)
                subject[k] = "abcdefgh"[rand() % 8];
            View bytes = view_of(subject);
            SmallSet may = sieve_pass(states, bytes);
            for (uint32_t p = (uint32_t)i % 16; p < SMALL_SET_SIZE; p += 16) /* a few of them */
                ck_assert_msg(small_set_has(may, p) ||
                                  pattern_find(patterns[p], bytes, 0, match) != PATTERN_YES,
                              "%s", subject);
        }
        for (int p = 0; p < PATTERNS; p++)
            pattern_free(patterns[p]);
        arena_reset(&arena);
    }
    pattern_match_free(match);
}
END_TEST

/* A match may begin at each of the last thirteen letters or not: eight thousand states. */
START_TEST(more_states_than_are_kept_are_begun_anew)
{
    Outline outline =
        outline_read(VIEW("a [ab] [ab] [ab] [ab] [ab] [ab] [ab] [ab] [ab] [ab] [ab] [ab] c"));
    const Outline *outlines[] = {&outline};
    SieveStates *states = sieve_states(&arena, sieve_make(&arena, outlines, 1));
    srand(5);
    for (int round = 0; round < 3000; round++) {
        char subject[41] = "";
        for (int i = 0; i < 40; i++)
            subject[i] = "ab"[rand() % 2];
        subject[39] = 'c';
        bool matches = subject[26] == 'a';
        ck_assert_int_eq(small_set_has(sieve_pass(states, view_of(subject)), 0), matches);
    }
}
END_TEST

Suite *sieve_suite(void)
{
    Suite *suite = suite_create("sieve");
    TCase *tests = tcase_create("sieve");
    tcase_add_checked_fixture(tests, NULL, close_arena);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, patterns_are_told_apart);
    tcase_add_test(tests, what_is_looked_around_for_is_not_looked_at);
    tcase_add_test(tests, what_stands_behind_a_match_is_looked_at);
    tcase_add_test(tests, a_pattern_of_which_nothing_is_known_is_let_through);
    tcase_add_test(tests, what_each_match_needs_is_known);
    tcase_add_test(tests, no_match_is_kept_back);
    tcase_add_test(tests, more_states_than_are_kept_are_begun_anew);
    suite_add_tcase(suite, tests);
    return suite;
}
