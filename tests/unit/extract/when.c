#include <check.h>

#include "desk.h"
#include "extract/when.h"

Suite *when_suite(void);

static Desk desk;
static Date now;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
    now = DATE_NONE;
}

static void close_desk(void)
{
    desk_close(&desk);
}

/* The dates of the first sentence, joined by blanks. */
static const char *dates(const char *text)
{
    DateList found = {0};
    View joined = {"", 0};
    desk_read(&desk, text, NULL);
    find_dates(&desk.arena, desk.grammar, &desk.tokens, &desk.tokens.sentences[0], true, now,
               &found);
    for (uint32_t i = 0; i < found.count; i++)
        joined = view_format(&desk.arena, "%.*s%s%.*s", VIEW_ARG(joined), i ? " " : "",
                             VIEW_ARG(date_text(&desk.arena, found.items[i])));
    return joined.at;
}

START_TEST(dates_are_read_in_both_orders)
{
    ck_assert_str_eq(dates("On 13 February 2025 it rained."), "2025-02-13");
    ck_assert_str_eq(dates("On February 13, 2025, it rained."), "2025-02-13");
    ck_assert_str_eq(dates("On Feb. 13, 2025, it rained."), "2025-02-13");
    ck_assert_str_eq(dates("It rained in February 2025 there."), "2025-02");
}
END_TEST

START_TEST(a_year_needs_a_word_of_time)
{
    ck_assert_str_eq(dates("It rained in 2013 and since 2015."), "2013 2015");
    ck_assert_str_eq(dates("He counted 2000 people."), "");
    ck_assert_str_eq(dates("2013: it rained."), "2013");
    ck_assert_str_eq(dates("- 2013: it rained."), "2013");
}
END_TEST

START_TEST(a_day_that_is_none_is_its_month)
{
    ck_assert_str_eq(dates("On 31 February 2025 it rained."), "2025-02");
    ck_assert_str_eq(dates("On February 30, 2025, it rained."), "");
}
END_TEST

START_TEST(a_day_without_a_year_is_the_last_one)
{
    ck_assert(date_parse(VIEW("2022-01-10"), &now));
    ck_assert_str_eq(dates("He called on November 29."), "2021-11-29");
    ck_assert_str_eq(dates("He called on 5 January."), "2022-01-05");
    ck_assert_str_eq(dates("He called in May."), "2021-05");
    ck_assert_str_eq(dates("He may call."), "");
    now = DATE_NONE;
}
END_TEST

START_TEST(a_day_of_the_coming_weeks_is_to_come)
{
    ck_assert(date_parse(VIEW("2022-01-10"), &now));
    ck_assert_str_eq(dates("It will rain on February 3, they say."), "2022-02-03");
    ck_assert_str_eq(dates("It rained on March 3, they say."), "2021-03-03");
    now = DATE_NONE;
}
END_TEST

START_TEST(a_month_without_a_year_is_no_date_where_the_article_has_none)
{
    now = DATE_NONE;
    ck_assert_str_eq(dates("It rained in March and on Friday."), "");
    ck_assert_str_eq(dates("They may 2013 times."), "");
}
END_TEST

Suite *when_suite(void)
{
    Suite *suite = suite_create("when");
    TCase *tests = tcase_create("when");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, dates_are_read_in_both_orders);
    tcase_add_test(tests, a_year_needs_a_word_of_time);
    tcase_add_test(tests, a_day_that_is_none_is_its_month);
    tcase_add_test(tests, a_day_without_a_year_is_the_last_one);
    tcase_add_test(tests, a_day_of_the_coming_weeks_is_to_come);
    tcase_add_test(tests, a_month_without_a_year_is_no_date_where_the_article_has_none);
    suite_add_tcase(suite, tests);
    return suite;
}
