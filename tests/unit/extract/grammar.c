#include <check.h>
#include <string.h>

#include "desk.h"
#include "extract/example.h"

Suite *grammar_suite(void);

static Arena arena;
static Troubles troubles;

static void open_arena(void)
{
    troubles = (Troubles){.arena = &arena};
}

static void close_arena(void)
{
    arena_free(&arena);
}

/* The text of the troubles of a file, joined by lines. */
static const char *troubles_of(const char *path, const char *yaml)
{
    BookSource file = {view_of(path), view_of(yaml)};
    View joined = {"", 0};
    grammar_free(grammar_read(&arena, &file, 1, &troubles));
    for (uint32_t i = 0; i < troubles.count; i++)
        joined = view_format(&arena, "%.*s%.*s\n", VIEW_ARG(joined),
                             VIEW_ARG(trouble_text(&arena, &troubles.items[i])));
    return joined.at;
}

START_TEST(all_faults_of_a_file_are_told_with_their_places)
{
    const char *text =
        troubles_of("words.yaml", "lettres: []\n"
                                  "letters:\n"
                                  "  - {letter: ab, words: [x]}\n"
                                  "status:\n"
                                  "  - {letter: S, status: formr, words: [former]}\n");
    ck_assert_ptr_nonnull(strstr(text, "words.yaml:1:1: unknown key \"lettres\""));
    ck_assert_ptr_nonnull(strstr(text, "words.yaml:3:"));
    ck_assert_ptr_nonnull(strstr(text, "did you mean \"former\""));
}
END_TEST

START_TEST(a_pattern_that_fails_is_told_with_its_place)
{
    const char *text = troubles_of("constructions.yaml", "constructions:\n"
                                                         "  - name: broken\n"
                                                         "    pattern: '(?<title> O'\n"
                                                         "    finds: []\n"
                                                         "    leaves: []\n");
    ck_assert_ptr_nonnull(strstr(text, "constructions.yaml:3:14: the pattern fails"));
}
END_TEST

START_TEST(a_construction_needs_examples_of_both_kinds)
{
    const char *text =
        troubles_of("constructions.yaml", "constructions:\n"
                                          "  - name: bare\n"
                                          "    pattern: '(?<title> O) (?<person> P)'\n");
    ck_assert_ptr_nonnull(strstr(text, "lacks examples"));
}
END_TEST

START_TEST(an_example_that_fails_is_told_with_what_was_found)
{
    Desk desk;
    desk_open(&desk, small_reference, false);
    View claims[] = {VIEW("Mark Rutte | prime minister | Dutch | current")};
    GrammarExample examples[] = {{.construction = 0,
                                  .text = VIEW("Mark Rutte, the Dutch prime minister, spoke."),
                                  .claims = claims,
                                  .claim_count = 1,
                                  .line = 7,
                                  .column = 3},
                                 {.construction = 0,
                                  .text = VIEW("Mark Rutte, the Dutch prime minister, spoke."),
                                  .line = 8},
                                 {.construction = 0, .text = VIEW("Mark Rutte spoke."), .line = 9}};
    Grammar grammar = *desk.grammar;
    grammar.examples = examples;
    grammar.example_count = 3;
    for (uint32_t i = 0; i < grammar.construction_count; i++)
        if (view_equal(grammar.constructions[i].name, VIEW("name-then-title")))
            examples[0].construction = i;
    ck_assert_uint_eq(grammar_test(&desk.arena, &grammar, &desk.book, &desk.troubles), 1);
    const char *text = trouble_text(&desk.arena, &desk.troubles.items[0]).at;
    ck_assert_ptr_nonnull(strstr(text, "constructions.yaml:8"));
    ck_assert_ptr_nonnull(strstr(text, "gives Mark Rutte | prime minister | Dutch | current"));
    ck_assert_ptr_nonnull(strstr(text, "expected no claim"));
    desk_close(&desk);
}
END_TEST

Suite *grammar_suite(void)
{
    Suite *suite = suite_create("grammar");
    TCase *tests = tcase_create("grammar");
    tcase_add_checked_fixture(tests, open_arena, close_arena);
    tcase_add_test(tests, all_faults_of_a_file_are_told_with_their_places);
    tcase_add_test(tests, a_pattern_that_fails_is_told_with_its_place);
    tcase_add_test(tests, a_construction_needs_examples_of_both_kinds);
    tcase_add_test(tests, an_example_that_fails_is_told_with_what_was_found);
    suite_add_tcase(suite, tests);
    return suite;
}
