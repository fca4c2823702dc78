#include <check.h>

#include "desk.h"
#include "judge/office.h"
#include "judge/policy.h"

Suite *reading_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, true);
}

static void close_desk(void)
{
    desk_close(&desk);
}

/* The reading of the first claim of a text with a given office. */
static Reading read_as(const char *text, const char *office, const char *date)
{
    desk_read(&desk, text, date);
    const Claim *claim = &desk.claims.items[0];
    return reading_judge(
        &desk.arena, &desk.book, claim, claim->people.count ? claim->people.items[0] : NONE,
        book_office(&desk.book, view_of(office)), desk.document.date, &policy_default);
}

START_TEST(a_second_tenure_is_before_and_on)
{
    Reading reading = read_as("President Donald Trump spoke.", "us/president", "2025-02-13");
    ck_assert_int_eq(reading.facts.value[FACT_HELD_BEFORE], HELD_YES);
    ck_assert_int_eq(reading.facts.value[FACT_HELD_ON], HELD_YES);
    ck_assert_int_eq(reading.facts.value[FACT_HELD_AFTER], HELD_NO);
    reading = read_as("President Donald Trump spoke.", "us/president", "2023-02-13");
    ck_assert_int_eq(reading.facts.value[FACT_HELD_BEFORE], HELD_YES);
    ck_assert_int_eq(reading.facts.value[FACT_HELD_ON], HELD_NO);
    ck_assert_int_eq(reading.facts.value[FACT_HELD_AFTER], HELD_YES);
}
END_TEST

START_TEST(the_book_is_closed_for_life_then_or_not)
{
    const char *text = "French President Emmanuel Macron spoke.";
    ck_assert_int_eq(read_as(text, "fr/president", "2020-01-01").facts.value[FACT_BOOK],
                     BOOK_CLOSED_FOR_LIFE);
    text = "U.S. Secretary of State Marco Rubio spoke.";
    ck_assert_int_eq(read_as(text, "us/secretary-of-state", "2025-03-01").facts.value[FACT_BOOK],
                     BOOK_CLOSED_THEN);
    ck_assert_int_eq(read_as(text, "us/secretary-of-state", "2020-03-01").facts.value[FACT_BOOK],
                     BOOK_OPEN);
    ck_assert_int_eq(read_as(text, "us/secretary-of-state", "2026-03-01").facts.value[FACT_BOOK],
                     BOOK_RECENT);
    ck_assert_int_eq(read_as(text, "us/secretary-of-state", "2027-03-01").facts.value[FACT_BOOK],
                     BOOK_OLD);
    ck_assert_int_eq(read_as(text, "us/secretary-of-state", "2029-03-01").facts.value[FACT_BOOK],
                     BOOK_STALE);
}
END_TEST

START_TEST(a_full_holder_goes_before_an_acting_one)
{
    Reading reading = read_as("U.S. Secretary of State Pete Hegseth spoke.",
                              "us/secretary-of-state", "2025-01-21");
    ck_assert(view_equal(
        book_text(&desk.book, desk.book.people[desk.book.tenures[reading.holder].person].name),
        VIEW("Marco Rubio")));
}
END_TEST

START_TEST(former_is_contradicted_only_by_a_book_closed_for_life)
{
    ck_assert_int_eq(read_as("Former U.S. Secretary of State Pete Hegseth spoke.",
                             "us/secretary-of-state", "2025-02-13")
                         .verdict,
                     VERDICT_UNVERIFIABLE);
    ck_assert_int_eq(
        read_as("Former French President Emmanuel Macron spoke.", "fr/president", "2016-02-13")
            .verdict,
        VERDICT_CONTRADICTED);
}
END_TEST

START_TEST(a_minister_of_one_country_is_none_of_another)
{
    Reading reading = read_as("Kenyan defence minister Ruben Brekelmans spoke.", "", "2025-02-13");
    ck_assert_int_eq(reading.facts.value[FACT_RECORD], RECORD_EXCLUDES);
    reading = read_as("Kenyan defence minister Ruben Brekelmans spoke.", "", "2023-02-13");
    ck_assert_int_eq(reading.facts.value[FACT_RECORD], RECORD_ALLOWS);
}
END_TEST

Suite *reading_suite(void)
{
    Suite *suite = suite_create("reading");
    TCase *tests = tcase_create("reading");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, a_second_tenure_is_before_and_on);
    tcase_add_test(tests, the_book_is_closed_for_life_then_or_not);
    tcase_add_test(tests, a_full_holder_goes_before_an_acting_one);
    tcase_add_test(tests, former_is_contradicted_only_by_a_book_closed_for_life);
    tcase_add_test(tests, a_minister_of_one_country_is_none_of_another);
    suite_add_tcase(suite, tests);
    return suite;
}
