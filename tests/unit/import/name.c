/* Names: what is cleaned away, what is refused, what is one name. */
#include "import/name.h"

#include "suites.h"

typedef struct NamePair {
    const char *raw;
    const char *clean; /* NULL: no name */
} NamePair;

static const NamePair cleaned[] = {
    {"Ana Kovac", "Ana Kovac"},
    {"CEO Ana Kovac", "Ana Kovac"},
    {"President Dr. Ana Kovac", "Ana Kovac"},
    {"Prime Minister Ana KOVAC", "Ana Kovac"},
    {"Evelyn WEVER-CROES", "Evelyn Wever-Croes"},
    {"Ólafur ÞÓRÐARSON", "Ólafur Þórðarson"},
    {"Ana Kovac (politician)", "Ana Kovac"},
    {"Ana \"Annie\" Kovac", "Ana Kovac"},
    {"Jesús “Chuy” Garcia", "Jesús Garcia"},
    {"  Ana   Kovac ", "Ana Kovac"},
    {"John Roe, Jr.", "John Roe Jr."},
    {"John Roe III", "John Roe III"},
    {"Ana O’Brien", "Ana O'Brien"},
    {"Kovac, Ana", NULL},
    {"Ana Kovac, Ben Roe", NULL},
    {"President of the / Islamic Republic Ana Kovac", NULL},
    {"Ana Kovac 2", NULL},
    {"Q12345", NULL},
    {"Ana [1", NULL},
    {"vacant; Ana Kovac", NULL},
    {"Токарев Владимир", NULL},
    {"A", NULL},
    {"", NULL},
};

START_TEST(what_stands_about_a_name_goes_and_what_is_none_is_refused)
{
    Lore lore = sample_lore();
    View clean;
    const NamePair *pair = &cleaned[_i];
    bool is_name = name_clean(&lore, view_of(pair->raw), &clean);
    ck_assert_msg(is_name == (pair->clean != NULL), "%s", pair->raw);
    if (is_name)
        ck_assert_str_eq(view_copy(&sample_arena, clean).at, pair->clean);
}
END_TEST

START_TEST(a_word_that_may_be_a_first_name_stays_before_a_single_word)
{
    Lore lore = {.arena = &sample_arena};
    View clean;
    texts_add(&sample_arena, &lore.addresses, VIEW("Major"));
    ck_assert(name_clean(&lore, VIEW("Major Owens"), &clean));
    ck_assert(view_equal(clean, VIEW("Major Owens")));
}
END_TEST

START_TEST(one_name_is_spelled_in_several_ways)
{
    static const NamePair same[] = {{"John Q. Roe", "John Roe"},
                                    {"John Roe Jr.", "john roe"},
                                    {"José Muñoz", "Jose Munoz"},
                                    {"John F. Roe, III", "John Roe"}};
    Lore lore = sample_lore();
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        ck_assert_msg(view_equal(name_key(&lore, view_of(same[i].raw)),
                                 name_key(&lore, view_of(same[i].clean))),
                      "%s", same[i].raw);
    ck_assert(
        !view_equal(name_key(&lore, VIEW("David Davis")), name_key(&lore, VIEW("David Davies"))));
}
END_TEST

START_TEST(an_id_has_small_letters_and_hyphens)
{
    ck_assert(view_equal(name_id(&sample_arena, VIEW("Ursula von der Leyen")),
                         VIEW("ursula-von-der-leyen")));
    ck_assert(
        view_equal(name_id(&sample_arena, VIEW("Seán Ó'Brien-Łuk")), VIEW("sean-obrien-luk")));
}
END_TEST

START_TEST(a_title_that_is_too_long_for_the_index_is_none)
{
    View title;
    ck_assert(title_clean(&sample_arena, VIEW("Captain (Deputy Chief Whip)"), &title));
    ck_assert(view_equal(title, VIEW("Captain")));
    ck_assert(!title_clean(&sample_arena, VIEW("a b c d e f g h i j k l m n o p q"), &title));
}
END_TEST

Suite *name_suite(void)
{
    Suite *suite = suite_create("import/name");
    TCase *tests = tcase_create("name");
    tcase_add_checked_fixture(tests, sample_open, sample_close);
    tcase_add_loop_test(tests, what_stands_about_a_name_goes_and_what_is_none_is_refused, 0,
                        (int)(sizeof cleaned / sizeof *cleaned));
    tcase_add_test(tests, a_word_that_may_be_a_first_name_stays_before_a_single_word);
    tcase_add_test(tests, one_name_is_spelled_in_several_ways);
    tcase_add_test(tests, an_id_has_small_letters_and_hyphens);
    tcase_add_test(tests, a_title_that_is_too_long_for_the_index_is_none);
    suite_add_tcase(suite, tests);
    return suite;
}
