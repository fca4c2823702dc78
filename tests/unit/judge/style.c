#include <check.h>

#include "judge/style.h"

Suite *style_suite(void);

static const struct {
    const char *pattern;
    const char *word; /* NULL: none is sure */
} cases[] = {
    {"Kiev", "kiev"},        {"secretary of war", "secretary"},
    {"\\bKiev\\b", "kiev"},  {"{person} of Kiev", "kiev"},
    {"{office}", NULL},      {"Kievs?", NULL},
    {"Kie[fv]", NULL},       {"Kiev|Lvov", NULL},
    {"(?i)Kiev", NULL},      {"Kiev\\w*", NULL},
    {"the Kiev\\w+", "the"}, {"Kiev.", NULL},
    {"Kiev{0,1}", NULL},     {"", NULL},
    {"web ?site", NULL},     {"a web *site", "a"},
    {"\\p{Lu}iev", NULL},    {".{3}word", NULL},
    {"\\x{4b}iev", NULL},    {"\\Qthe Kiev\\E", NULL},
    {"{5} Kiev", "kiev"},    {"Kiev {person}", "kiev"},
};

START_TEST(a_pattern_needs_a_word_that_every_match_holds)
{
    const char *word = cases[_i].word;
    ck_assert_msg(style_needed_words(view_of(cases[_i].pattern)).word ==
                      (word ? word_hash(view_of(word)) : 0),
                  "%s", cases[_i].pattern);
}
END_TEST

START_TEST(a_pattern_of_several_words_needs_the_next_longest_too)
{
    NeededWords needs = style_needed_words(VIEW("pirme minister of"));
    ck_assert(needs.word == word_hash(VIEW("minister")));
    ck_assert(needs.also == word_hash(VIEW("pirme")));
    needs = style_needed_words(VIEW("a Kievs? secretary"));
    ck_assert(needs.word == word_hash(VIEW("secretary")));
    ck_assert(needs.also == word_hash(VIEW("a")));
    ck_assert(!style_needed_words(VIEW("Kiev")).also);
}
END_TEST

Suite *style_suite(void)
{
    Suite *suite = suite_create("style");
    TCase *tests = tcase_create("style");
    tcase_add_loop_test(tests, a_pattern_needs_a_word_that_every_match_holds, 0,
                        sizeof cases / sizeof *cases);
    tcase_add_test(tests, a_pattern_of_several_words_needs_the_next_longest_too);
    suite_add_tcase(suite, tests);
    return suite;
}
