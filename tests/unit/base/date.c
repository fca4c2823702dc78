#include "base/date.h"

#include "suites.h"

static Arena arena;

static void end_arena(void)
{
    arena_free(&arena);
}

/* What a text is read as, written again; "none" where it is refused. */
static const char *parsed(const char *text)
{
    Date date = DATE_NONE;
    return date_parse(view_of(text), &date) ? date_text(&arena, date).at : "none";
}

static const char *stamp(const char *text)
{
    Date date = DATE_NONE;
    return date_parse_stamp(view_of(text), &date) ? date_text(&arena, date).at : "none";
}

START_TEST(known_days_have_their_numbers)
{
    ck_assert_int_eq(day_of(1970, 1, 1), 0);
    ck_assert_int_eq(day_of(1969, 12, 31), -1);
    ck_assert_int_eq(day_of(2000, 3, 1), 11017);
    ck_assert_int_eq(day_of(2025, 2, 13), 20132);
    ck_assert_int_eq(day_of(1, 1, 1), DAY_MIN);
    ck_assert_int_eq(day_of(9999, 12, 31), DAY_MAX);
}
END_TEST

START_TEST(every_day_splits_into_what_it_was_made_of)
{
    int year, month, dom, last_year = 1, last_month = 1, last_dom = 0;
    for (Day day = DAY_MIN; day <= DAY_MAX; day++) {
        day_split(day, &year, &month, &dom);
        if (day_of(year, month, dom) != day)
            ck_abort_msg("day %d became %d-%d-%d", day, year, month, dom);
        bool follows = year == last_year && month == last_month && dom == last_dom + 1;
        bool begins = dom == 1 && (month == last_month + 1 || (month == 1 && last_month == 12));
        if (!follows && !begins)
            ck_abort_msg("%d-%d-%d follows %d-%d-%d", year, month, dom, last_year, last_month,
                         last_dom);
        last_year = year;
        last_month = month;
        last_dom = dom;
    }
    ck_assert_int_eq(last_year, 9999);
}
END_TEST

START_TEST(a_year_ends_on_its_last_day)
{
    ck_assert_int_eq(day_year(day_of(2024, 12, 31)), 2024);
    ck_assert_int_eq(day_year(day_of(2025, 1, 1)), 2025);
    ck_assert_int_eq(day_year(DAY_MIN), 1);
}
END_TEST

START_TEST(the_same_days_of_the_year_before)
{
    Date leap = {day_of(2024, 2, 29), day_of(2024, 2, 29)};
    ck_assert_int_eq(date_year_before(leap).first, day_of(2023, 2, 28));
    Date march = date_year_before(month_of(2025, 3));
    ck_assert_int_eq(march.first, day_of(2024, 3, 1));
    ck_assert_int_eq(march.last, day_of(2024, 3, 31));
    Date first = {DAY_MIN, DAY_MIN};
    ck_assert_int_eq(date_year_before(first).first, DAY_MIN);
}
END_TEST

START_TEST(three_precisions_are_read)
{
    Date date;
    ck_assert(date_parse(VIEW("2025"), &date));
    ck_assert_int_eq(date.first, day_of(2025, 1, 1));
    ck_assert_int_eq(date.last, day_of(2025, 12, 31));
    ck_assert(date_parse(VIEW("2024-02"), &date));
    ck_assert_int_eq(date.first, day_of(2024, 2, 1));
    ck_assert_int_eq(date.last, day_of(2024, 2, 29));
    ck_assert(date_parse(VIEW("2025-02-13"), &date));
    ck_assert_int_eq(date.first, day_of(2025, 2, 13));
    ck_assert_int_eq(date.last, date.first);
}
END_TEST

START_TEST(nothing_else_is_a_date)
{
    static const char *const texts[] = {
        "",           "25",         "202",        "02025",       "2025-",       "2025-2",
        "2025-13",    "2025-00",    "2025-02-",   "2025-02-3",   "2025-02-30",  "2025-02-00",
        "2025/02/13", "2025-02/13", "2025_02",    "20250213",    "2025-02-130", " 2025",
        "2025 ",      "0000",       "-2025",      "2025-02-13T", "2o25",        "13.02.2025",
        "2025-02-1x", "2025-0x-13", "2025-02-13 "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ck_assert_msg(!date_parse(view_of(texts[i]), &(Date){0}), "\"%s\" is no date", texts[i]);
}
END_TEST

START_TEST(a_refused_text_leaves_the_date_alone)
{
    Date date = {1, 2};
    ck_assert(!date_parse(VIEW("2025-02-30"), &date));
    ck_assert(!date_parse_stamp(VIEW("yesterday"), &date));
    ck_assert_int_eq(date.first, 1);
    ck_assert_int_eq(date.last, 2);
}
END_TEST

START_TEST(leap_days_exist_in_leap_years_only)
{
    ck_assert_str_eq(parsed("2024-02-29"), "2024-02-29");
    ck_assert_str_eq(parsed("2000-02-29"), "2000-02-29");
    ck_assert_str_eq(parsed("2023-02-29"), "none");
    ck_assert_str_eq(parsed("1900-02-29"), "none");
}
END_TEST

START_TEST(a_stamp_is_the_day_as_written)
{
    ck_assert_str_eq(stamp("2025-02-13T23:59:59-11:00"), "2025-02-13");
    ck_assert_str_eq(stamp("2025-02-13T08:00Z"), "2025-02-13");
    ck_assert_str_eq(stamp("2025-02-13 08:00"), "2025-02-13");
    ck_assert_str_eq(stamp("2025-02-13"), "2025-02-13");
    ck_assert_str_eq(stamp("2025-02"), "2025-02");
}
END_TEST

START_TEST(a_stamp_needs_a_whole_day_and_a_time)
{
    ck_assert_str_eq(stamp("2025-02T08:00"), "none");
    ck_assert_str_eq(stamp("2025-02-13 or so"), "none");
    ck_assert_str_eq(stamp("2025-02-13 08"), "none");
    ck_assert_str_eq(stamp("2025-02-13x08:00"), "none");
    ck_assert_str_eq(stamp("2025-02-31T08:00"), "none");
}
END_TEST

START_TEST(what_is_read_is_written_alike)
{
    ck_assert_str_eq(parsed("2025"), "2025");
    ck_assert_str_eq(parsed("2025-12"), "2025-12");
    ck_assert_str_eq(parsed("0987-06-05"), "0987-06-05");
    ck_assert_str_eq(parsed("9999"), "9999");
}
END_TEST

START_TEST(other_ranges_are_written_with_both_ends)
{
    Date range = {day_of(2025, 1, 1), day_of(2025, 11, 30)};
    ck_assert_str_eq(date_text(&arena, range).at, "2025-01-01..2025-11-30");
    ck_assert_str_eq(date_words(&arena, range, DATES_DAY_MONTH).at,
                     "1 January 2025 to 30 November 2025");
    range = (Date){day_of(2024, 1, 1), day_of(2025, 12, 31)};
    ck_assert_str_eq(date_text(&arena, range).at, "2024-01-01..2025-12-31");
    range = (Date){day_of(2024, 2, 1), day_of(2024, 2, 28)};
    ck_assert_str_eq(date_text(&arena, range).at, "2024-02-01..2024-02-28");
}
END_TEST

START_TEST(people_read_month_names)
{
    Date date;
    date_parse(VIEW("2025-02-03"), &date);
    ck_assert_str_eq(date_words(&arena, date, DATES_DAY_MONTH).at, "3 February 2025");
    date_parse(VIEW("2025-12"), &date);
    ck_assert_str_eq(date_words(&arena, date, DATES_DAY_MONTH).at, "December 2025");
    date_parse(VIEW("2025"), &date);
    ck_assert_str_eq(date_words(&arena, date, DATES_DAY_MONTH).at, "2025");
}
END_TEST

START_TEST(a_house_may_put_the_month_first)
{
    Date date, range = {day_of(2025, 2, 13), day_of(2025, 3, 4)};
    date_parse(VIEW("2025-02-03"), &date);
    ck_assert_str_eq(date_words(&arena, date, DATES_MONTH_DAY).at, "February 3, 2025");
    ck_assert_str_eq(date_words(&arena, range, DATES_MONTH_DAY).at,
                     "February 13, 2025 to March 4, 2025");
    date_parse(VIEW("2025-12"), &date);
    ck_assert_str_eq(date_words(&arena, date, DATES_MONTH_DAY).at, "December 2025");
}
END_TEST

START_TEST(no_date_is_no_text)
{
    ck_assert(!date_known(DATE_NONE));
    ck_assert_uint_eq(date_text(&arena, DATE_NONE).len, 0);
    ck_assert_uint_eq(date_words(&arena, DATE_NONE, DATES_DAY_MONTH).len, 0);
}
END_TEST

Suite *date_suite(void)
{
    Suite *suite = suite_create("date");
    TCase *tests = tcase_create("date");
    tcase_add_checked_fixture(tests, NULL, end_arena);
    tcase_add_test(tests, known_days_have_their_numbers);
    tcase_add_test(tests, every_day_splits_into_what_it_was_made_of);
    tcase_add_test(tests, a_year_ends_on_its_last_day);
    tcase_add_test(tests, three_precisions_are_read);
    tcase_add_test(tests, nothing_else_is_a_date);
    tcase_add_test(tests, a_refused_text_leaves_the_date_alone);
    tcase_add_test(tests, leap_days_exist_in_leap_years_only);
    tcase_add_test(tests, a_stamp_is_the_day_as_written);
    tcase_add_test(tests, a_stamp_needs_a_whole_day_and_a_time);
    tcase_add_test(tests, what_is_read_is_written_alike);
    tcase_add_test(tests, other_ranges_are_written_with_both_ends);
    tcase_add_test(tests, people_read_month_names);
    tcase_add_test(tests, a_house_may_put_the_month_first);
    tcase_add_test(tests, no_date_is_no_text);
    tcase_add_test(tests, the_same_days_of_the_year_before);
    suite_add_tcase(suite, tests);
    return suite;
}
