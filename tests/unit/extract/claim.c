#include <check.h>

#include "desk.h"

Suite *claim_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static bool has_flag(uint32_t claim, uint32_t flag)
{
    return desk.claims.items[claim].flags & flag;
}

START_TEST(an_and_makes_two_people)
{
    desk_read(&desk,
              "The NATO secretary general and Pete Hegseth ate with Donald Trump and the French "
              "president.",
              NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
}
END_TEST

START_TEST(a_surname_is_the_person_named_before)
{
    desk_read(&desk, "Mark Rutte came. Prime Minister Rutte left.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert_str_eq(desk_claim(&desk, 0), "Rutte | Prime Minister | - | current");
    ck_assert_uint_eq(desk.claims.items[0].people.count, 1);
    ck_assert(!has_flag(0, CLAIM_NAMESAKE));
}
END_TEST

START_TEST(a_surname_that_a_stranger_bears_may_be_the_stranger)
{
    desk_read(&desk, "Gerrit Rutte came. President Rutte left.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert(has_flag(0, CLAIM_NAMESAKE));
}
END_TEST

START_TEST(a_suffix_may_make_it_the_son)
{
    desk_read(&desk, "President Donald Trump Jr. spoke.", NULL);
    ck_assert_str_eq(desk_claim(&desk, 0), "Donald Trump Jr. | President | - | current");
    ck_assert(has_flag(0, CLAIM_NAMESAKE));
}
END_TEST

START_TEST(a_rank_word_makes_another_office)
{
    desk_read(&desk, "Deputy Secretary of State Marco Rubio spoke.", NULL);
    ck_assert_str_eq(desk_claim(&desk, 0), "Marco Rubio | Deputy Secretary of State | - | deputy");
    ck_assert_uint_eq(desk.claims.items[0].offices.count, 0);
}
END_TEST

START_TEST(an_unknown_word_before_the_title_is_another_body)
{
    desk_read(&desk, "Yesterday Toyota president Emmanuel Macron spoke.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert(has_flag(0, CLAIM_OTHER_BODY));
}
END_TEST

START_TEST(a_leaders_officeholder_is_of_the_leaders_years)
{
    desk_read(&desk, "Donald Trump's secretary of state, Marco Rubio, spoke.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert(!has_flag(0, CLAIM_PAST));
    ck_assert_uint_ge(desk.claims.items[0].times.count, 1);
}
END_TEST

START_TEST(somebodys_officeholder_is_of_any_time)
{
    desk_read(&desk, "Marco Rubio, his secretary of state, spoke.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert(has_flag(0, CLAIM_PAST));
    ck_assert_uint_eq(desk.claims.items[0].times.count, 0);
}
END_TEST

START_TEST(a_description_needs_one_antecedent)
{
    desk_read(&desk, "Mark Rutte came. The former Dutch prime minister smiled.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert(has_flag(0, CLAIM_NOMINAL));
    desk_read(&desk, "Mark Rutte met Jan Peter Balkenende. The former Dutch prime minister smiled.",
              NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
    desk_read(&desk, "Mark Rutte came. The prime minister smiled.", NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
}
END_TEST

START_TEST(a_counterpart_takes_the_office_of_the_one_before)
{
    desk_read(&desk,
              "Dutch Defence Minister Ruben Brekelmans came. His French counterpart, Sebastien "
              "Lecornu, did not.",
              NULL);
    ck_assert_uint_eq(desk.claims.count, 2);
    ck_assert_str_eq(desk_claim(&desk, 1), "Sebastien Lecornu | counterpart | French | current");
    ck_assert_uint_eq(desk.claims.items[1].offices.count, 3);
}
END_TEST

START_TEST(a_counterpart_of_nobody_is_no_claim)
{
    desk_read(&desk, "His French counterpart, Sebastien Lecornu, did not.", NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
}
END_TEST

START_TEST(a_nominee_is_no_holder)
{
    desk_read(&desk, "His nominee for secretary of state, Marco Rubio, met senators.", NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
    desk_read(&desk, "Marco Rubio, his pick for secretary of state, met senators.", NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
    desk_read(&desk, "Emmanuel Macron, a candidate for president of France, spoke.", NULL);
    ck_assert_uint_eq(desk.claims.count, 0);
}
END_TEST

START_TEST(accents_and_curly_possessives_change_nothing)
{
    desk_read(&desk,
              "It was Président François Hollande’s friend, French president Francois Hollande.",
              NULL);
    ck_assert_uint_ge(desk.claims.count, 1);
    desk_read(&desk, "France’s president Franc\xCC\xA7ois Hollande spoke.", NULL);
    ck_assert_uint_eq(desk.claims.count, 1);
    ck_assert_uint_eq(desk.claims.items[0].people.count, 1);
}
END_TEST

START_TEST(dates_of_the_sentence_stay_for_the_paragraph)
{
    desk_read(&desk,
              "In 2013 it began. President Barack Obama spoke.\nPresident Barack Obama spoke.",
              NULL);
    ck_assert_uint_eq(desk.claims.count, 2);
    ck_assert_uint_eq(desk.claims.items[0].times.count, 1);
    ck_assert_uint_eq(desk.claims.items[1].times.count, 0);
}
END_TEST

START_TEST(claims_come_in_the_order_of_the_text)
{
    desk_read(&desk,
              "Mark Rutte, the former Dutch prime minister, met French President Emmanuel Macron.",
              NULL);
    ck_assert_uint_eq(desk.claims.count, 2);
    ck_assert_uint_lt(desk.claims.items[0].span.off, desk.claims.items[1].span.off);
}
END_TEST

START_TEST(any_bytes_are_an_article)
{
    uint32_t seed = 1;
    char text[4096];
    static const char *const words[] = {"President ", "Mark Rutte", ", ",    "the ", "and ", "\n",
                                        "former ",    "Dutch ",     "\xff",  "(",    "’s ",  "\" ",
                                        "of ",        "France ",    "Sen. ", ". ",   "Xy ",  "is "};
    for (int round = 0; round < 200; round++) {
        size_t len = 0;
        while (len < sizeof text - 16) {
            seed = seed * 1664525 + 1013904223;
            const char *word = words[(seed >> 16) % (sizeof words / sizeof *words)];
            for (; *word; word++)
                text[len++] = *word;
        }
        text[len] = '\0';
        desk_read(&desk, text, NULL);
        for (uint32_t i = 0; i < desk.claims.count; i++) {
            ck_assert_uint_le(span_end(desk.claims.items[i].span), desk.document.text.len);
            ck_assert_uint_le(span_end(desk.claims.items[i].office_span),
                              span_end(desk.claims.items[i].span));
        }
    }
}
END_TEST

Suite *claim_suite(void)
{
    Suite *suite = suite_create("claim");
    TCase *tests = tcase_create("claim");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, an_and_makes_two_people);
    tcase_add_test(tests, a_surname_is_the_person_named_before);
    tcase_add_test(tests, a_surname_that_a_stranger_bears_may_be_the_stranger);
    tcase_add_test(tests, a_suffix_may_make_it_the_son);
    tcase_add_test(tests, a_rank_word_makes_another_office);
    tcase_add_test(tests, an_unknown_word_before_the_title_is_another_body);
    tcase_add_test(tests, a_leaders_officeholder_is_of_the_leaders_years);
    tcase_add_test(tests, somebodys_officeholder_is_of_any_time);
    tcase_add_test(tests, a_description_needs_one_antecedent);
    tcase_add_test(tests, a_counterpart_takes_the_office_of_the_one_before);
    tcase_add_test(tests, a_counterpart_of_nobody_is_no_claim);
    tcase_add_test(tests, a_nominee_is_no_holder);
    tcase_add_test(tests, accents_and_curly_possessives_change_nothing);
    tcase_add_test(tests, dates_of_the_sentence_stay_for_the_paragraph);
    tcase_add_test(tests, claims_come_in_the_order_of_the_text);
    tcase_add_test(tests, any_bytes_are_an_article);
    suite_add_tcase(suite, tests);
    return suite;
}
