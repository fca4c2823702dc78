#include <check.h>

#include "desk.h"
#include "extract/spelling.h"

Suite *spelling_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, "places:\n  - {id: us, name: United States, kind: country}\n", false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

typedef struct Pair {
    const char *said;
    const char *known;
    NameMatch match;
} Pair;

static void check_pairs(const Pair *pairs, size_t count, bool foreign)
{
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(
            spelling_compare(desk.grammar,
                             spelling_words(&desk.arena, desk.grammar, view_of(pairs[i].said)),
                             view_of(pairs[i].known), foreign) == pairs[i].match,
            "%s for %s", pairs[i].said, pairs[i].known);
}

START_TEST(names_are_compared_as_print_writes_them)
{
    static const Pair pairs[] = {
        {"Joseph R. Biden Jr.", "Joe Biden", NAME_IS_SAME},
        {"Barack Hussein Obama", "Barack Obama", NAME_IS_SAME},
        {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", NAME_IS_SAME},
        {"Ishiba Shigeru", "Shigeru Ishiba", NAME_IS_SAME},
        {"Gerhard Schroeder", "Gerhard Schröder", NAME_IS_SAME},
        {"Abdel Fattah el-Sisi", "Abdel Fattah al-Sisi", NAME_IS_SAME},
        {"Pete Hegseht", "Pete Hegseth", NAME_SURNAME_NEAR},
        {"Angela Merkle", "Angela Merkel", NAME_SURNAME_NEAR},
        {"Richard Durban", "Dick Durbin", NAME_SURNAME_NEAR},
        {"Jens Stoltenbergg", "Jens Stoltenberg", NAME_SURNAME_NEAR},
        {"Anthony Blinken", "Antony Blinken", NAME_FIRST_NEAR},
        {"Mike Esper", "Mark Esper", NAME_FIRST_DIFFERS},
        {"Tony Blinken", "Antony Blinken", NAME_IS_SAME},
        {"Mike Johnson", "Mark Esper", NAME_IS_OTHER},
        {"Jill Durban", "Dick Durbin", NAME_IS_RELATED},
        {"Kim Reed", "Kim Reid", NAME_SURNAME_NEAR},
        {"Kim Roe", "Kim Rae", NAME_IS_OTHER},                /* too short to tell */
        {"Michelle Obamas", "Michelle Obama", NAME_IS_OTHER}, /* the family */
        {"Hegseht", "Pete Hegseth", NAME_IS_OTHER},           /* a last name alone */
    };
    check_pairs(pairs, sizeof pairs / sizeof *pairs, false);
}
END_TEST

START_TEST(carried_over_names_have_many_spellings)
{
    static const Pair pairs[] = {
        {"Volodymyr Zelenskyy", "Volodymyr Zelensky", NAME_IS_SAME},
        {"Volodymyr Zelenskiy", "Volodymyr Zelensky", NAME_IS_SAME},
        {"Sergei Lavrov", "Sergey Lavrov", NAME_IS_SAME},
        {"Alexander Lukashenka", "Alexander Lukashenko", NAME_IS_SAME},
        {"George Katrougalos", "Georgios Katrougalos", NAME_IS_RELATED},
        {"Mohamed Morsi", "Mohammed Mursi", NAME_IS_SAME},
        {"Volodymyr Zelenksy", "Volodymyr Zelensky", NAME_SURNAME_NEAR},
        {"Sergei Lvarov", "Sergey Lavrov", NAME_SURNAME_NEAR},
        {"Benjamin Netanyabu", "Benjamin Netanyahu", NAME_SURNAME_NEAR},
    };
    check_pairs(pairs, sizeof pairs / sizeof *pairs, true);
}
END_TEST

START_TEST(the_wrong_word_is_mended_and_the_rest_stays)
{
    View mended = spelling_mend(&desk.arena, desk.grammar, VIEW("Peter B. Hegseht Jr."),
                                VIEW("Pete Hegseth"), NAME_SURNAME_NEAR);
    ck_assert(view_equal(mended, VIEW("Peter B. Hegseth Jr.")));
    mended = spelling_mend(&desk.arena, desk.grammar, VIEW("Mike T. Esper"), VIEW("Mark Esper"),
                           NAME_FIRST_DIFFERS);
    ck_assert(view_equal(mended, VIEW("Mark T. Esper")));
}
END_TEST

START_TEST(what_is_skipped_at_a_glance_never_matches)
{
    static const char *const said[] = {"Pete Hegseht", "Angela Merkle", "Mike Esper"};
    static const char *const known[] = {"Pete Hegseth", "Angela Merkel", "Mark Esper"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++)
        ck_assert(spelling_may_match(view_of(said[i]), view_of(known[i])));
    ck_assert(!spelling_may_match(VIEW("Pete Hegseth"), VIEW("Angela Merkel")));
    ck_assert(!spelling_may_match(VIEW(""), VIEW("Angela Merkel")));
}
END_TEST

Suite *spelling_suite(void)
{
    Suite *suite = suite_create("extract/spelling");
    TCase *tests = tcase_create("spelling");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, names_are_compared_as_print_writes_them);
    tcase_add_test(tests, carried_over_names_have_many_spellings);
    tcase_add_test(tests, the_wrong_word_is_mended_and_the_rest_stays);
    tcase_add_test(tests, what_is_skipped_at_a_glance_never_matches);
    suite_add_tcase(suite, tests);
    return suite;
}
