/* Planted faults in the succession of an office, and successions that are right. */
#include <check.h>

#include "sample.h"
#include "suites.h"

/* Carl and Eva are of unknown age. Tenures begin at line 9 with a span, else at line 7. */
#define OFFICE "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2022-01-01\n"
#define SPAN(from, as_of) "    complete:\n      - {from: " from ", as-of: " as_of "}\n"
#define TENURES "    tenures:\n"
#define HELD(person, from, to)                                                                     \
    "      - {person: " person ", from: " from ", to: " to ", sources: [gazette]}\n"
#define HELD_AS(person, from, to, how)                                                             \
    "      - {person: " person ", from: " from ", to: " to ", sources: [gazette], " how "}\n"
#define HOLDS(person, from) "      - {person: " person ", from: " from ", sources: [gazette]}\n"

START_TEST(a_tenure_does_not_end_before_it_begins)
{
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-05-01", "2010-04-30"), 7,
                 "ends before it begins");
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-05-01", "2009"), 7,
                 "ends before it begins");
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-05-01", "2010"));
}
END_TEST

START_TEST(an_as_of_is_not_older_than_the_beginning)
{
    expect_fault(OFFICE TENURES HOLDS("carl-dijk", "2022-01-02"), 7, "begins after its 'as-of'");
    expect_fault(OFFICE TENURES HELD_AS("carl-dijk", "2010-02-01", "2012-01-01",
                                        "confidence: end-unconfirmed, as-of: 2010-01"),
                 7, "a tenure that begins after its 'as-of'");
    expect_fault(OFFICE TENURES HELD_AS("carl-dijk", "2022-02", "2026-01-01", "planned: true"), 7,
                 "a tenure that begins after its 'as-of'");
    expect_book(OFFICE TENURES HELD_AS("carl-dijk", "2010-01-03", "2012-01-01",
                                       "confidence: end-unconfirmed, as-of: 2010-01"));
}
END_TEST

START_TEST(the_as_of_of_an_office_is_not_older_than_what_its_rows_tell)
{
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2022-01-02")
                     HELD("eva-faber", "2022-01-02", "2023-05-01"),
                 5,
                 "a stale 'as-of': the tenure of line 8 speaks of 2023-05-01, expected that day");
    expect_fault(OFFICE TENURES HELD_AS("carl-dijk", "2010-01-01", "2022-01-02",
                                        "confidence: end-unconfirmed, as-of: 2011-01-01"),
                 5, "line 7 speaks of 2022-01-02");
    expect_fault(OFFICE TENURES HELD_AS("carl-dijk", "2010-01-01", "2026-01-01",
                                        "planned: true, as-of: 2022-03"),
                 5, "line 7 speaks of 2022-03-01");
    expect_fault(OFFICE TENURES "      - {vacant: true, from: 2010-01-01, to: 2022-02-01}\n", 5,
                 "line 7 speaks of 2022-02-01");
    /* a plan has not come, and a month or a year may have begun */
    expect_book(OFFICE TENURES HELD_AS("carl-dijk", "2010-01-01", "2026-01-01", "planned: true"));
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2022"));
}
END_TEST

START_TEST(one_person_is_not_twice_at_one_time)
{
    expect_fault(OFFICE "    seats: many\n" TENURES HELD("carl-dijk", "2010-01-01", "2012-01-07")
                     HELD("eva-faber", "2011-01-01", "2013-01-01")
                         HELD("carl-dijk", "2012-01-01", "2013-01-01"),
                 10, "'carl-dijk' twice at one time, also at test.yaml:8");
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2012-01-06")
                    HELD("carl-dijk", "2012-01-01", "2013-01-01"));
}
END_TEST

START_TEST(tenures_stand_in_order_of_time)
{
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2012", "2014") HELD("eva-faber", "2010", "2011"),
                 8, "begins before one above it");
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-06", "2010-07")
                    HELD("eva-faber", "2010", "2011"));
}
END_TEST

START_TEST(two_holders_of_one_seat_overlap_by_few_days_only)
{
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2012-01-06")
                    HELD("eva-faber", "2012-01-01", "2013-01-01"));
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2012-01-07")
                     HELD("eva-faber", "2012-01-01", "2013-01-01"),
                 8,
                 "'carl-dijk' and 'eva-faber' together in an office of one seat from 2012-01-01 to "
                 "2012-01-07");
}
END_TEST

START_TEST(a_holder_inside_another_tenure_overlaps)
{
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2016-01-01")
                     HELD("eva-faber", "2012-01-01", "2012-02-01"),
                 8, "from 2012-01-01 to 2012-02-01");
    /* the one who stays longest counts, not the last */
    expect_fault(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2016-01-01")
                     HELD_AS("eva-faber", "2012-01-01", "2012-02-01", "acting: true")
                         HELD("eva-faber", "2014-01-01", "2016-01-01"),
                 9, "from 2014-01-01 to 2016-01-01");
}
END_TEST

START_TEST(an_open_tenure_overlaps_who_came_after)
{
    expect_fault(OFFICE TENURES HOLDS("carl-dijk", "2010-01-01") HOLDS("eva-faber", "2012-01-01"),
                 8, "together");
    expect_book(
        OFFICE TENURES
        "      - {person: carl-dijk, from: 2010, as-of: 2011-12-01, sources: [gazette]}\n" HOLDS(
            "eva-faber", "2012-01-01"));
}
END_TEST

START_TEST(acting_holders_and_many_seats_may_overlap)
{
    expect_book(OFFICE TENURES HELD("carl-dijk", "2010-01-01", "2014-01-01")
                    HELD_AS("eva-faber", "2012-01-01", "2013-01-01", "acting: true"));
    expect_book("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2022-01-01\n"
                "    seats: many\n" TENURES HELD("carl-dijk", "2010-01-01", "2014-01-01")
                    HELD("eva-faber", "2012-01-01", "2013-01-01"));
}
END_TEST

START_TEST(a_holder_during_a_vacancy_is_a_fault)
{
    expect_fault(OFFICE TENURES "      - {vacant: true, from: 2010-01-01, to: 2011-01-01}\n" HELD(
                     "carl-dijk", "2010-06-01", "2014-01-01"),
                 8, "'the vacancy' and 'carl-dijk'");
}
END_TEST

START_TEST(a_complete_span_has_no_gap_above_ten_days)
{
    expect_book(OFFICE SPAN("2010-01-01", "2013-01-01") TENURES HELD(
        "carl-dijk", "2010-01-01", "2011-01-01") HELD("eva-faber", "2011-01-12", "2013-01-01"));
    expect_fault(OFFICE SPAN("2010-01-01", "2013-01-01")
                     TENURES HELD("carl-dijk", "2010-01-01", "2011-01-01")
                         HELD("eva-faber", "2011-01-13", "2013-01-01"),
                 7, "nobody is known from 2011-01-02 to 2011-01-12");
}
END_TEST

START_TEST(a_hand_over_on_one_day_or_the_next_is_no_gap)
{
    expect_book(OFFICE SPAN("2010-01-01", "2013-01-01")
                    TENURES HELD("carl-dijk", "2010-01-01", "2011-01-01")
                        HELD("eva-faber", "2011-01-01", "2012-01-01")
                            HELD("carl-dijk", "2012-01-02", "2013-01-01"));
}
END_TEST

START_TEST(gaps_at_both_ends_of_a_span_are_found)
{
    expect_fault(OFFICE SPAN("2009-12-01", "2011-01-01")
                     TENURES HELD("carl-dijk", "2010-01-01", "2011-01-01"),
                 7, "from 2009-12-01 to 2009-12-31");
    expect_fault(OFFICE SPAN("2010-01-01", "2011-01-12")
                     TENURES HELD("carl-dijk", "2010-01-01", "2011-01-01"),
                 7, "from 2011-01-02 to 2011-01-12");
    expect_fault(OFFICE SPAN("2010-01-01", "2011-01-12"), 7, "from 2010-01-01 to 2011-01-12");
    /* tenures outside of the span neither fill it nor matter */
    expect_fault(OFFICE SPAN("2012-01-01", "2012-12-31")
                     TENURES HELD("carl-dijk", "2010-01-01", "2011-01-01")
                         HELD("eva-faber", "2013-01-01", "2014-01-01"),
                 7, "from 2012-01-01 to 2012-12-31");
}
END_TEST

START_TEST(an_open_tenure_fills_up_to_its_as_of)
{
    expect_book(OFFICE SPAN("2010-01-01", "2022-01-01") TENURES HOLDS("carl-dijk", "2010-01-01"));
    expect_fault(
        OFFICE SPAN("2010-01-01", "2022-01-01") TENURES
        "      - {person: carl-dijk, from: 2010-01-01, as-of: 2021-06-30, sources: [gazette]}\n",
        7, "from 2021-07-01 to 2022-01-01");
}
END_TEST

START_TEST(an_unconfirmed_tenure_does_not_fill_a_span)
{
    expect_fault(OFFICE SPAN("2010-01-01", "2011-01-01") TENURES HELD_AS(
                     "carl-dijk", "2010-01-01", "2011-01-01", "confidence: unconfirmed"),
                 7, "from 2010-01-01 to 2011-01-01");
    expect_fault(OFFICE SPAN("2010-01-01", "2011-01-01")
                     TENURES HELD_AS("carl-dijk", "2010-01-01", "2011-01-01",
                                     "confidence: end-unconfirmed, as-of: 2010-07-01"),
                 7, "from 2010-07-02 to 2011-01-01");
}
END_TEST

START_TEST(acting_holders_and_vacancies_fill_a_span)
{
    expect_book(
        OFFICE SPAN("2010-01-01", "2013-01-01") TENURES HELD("carl-dijk", "2010-01-01",
                                                             "2011-01-01")
            HELD_AS("eva-faber", "2011-01-02", "2012-01-01",
                    "acting: true") "      - {vacant: true, from: 2012-01-02, to: 2013-01-01}\n");
}
END_TEST

START_TEST(dates_to_the_month_or_year_get_the_benefit_of_the_doubt)
{
    expect_book(OFFICE SPAN("2010", "2013-01") TENURES HELD("carl-dijk", "2010", "2011")
                    HELD("eva-faber", "2012", "2012"));
    expect_fault(OFFICE SPAN("2010", "2013-01-31") TENURES HELD("carl-dijk", "2010", "2011-01")
                     HELD("eva-faber", "2011-03", "2013"),
                 7, "from 2011-02-01 to 2011-02-28");
}
END_TEST

START_TEST(complete_spans_stand_apart_in_order_and_within_as_of)
{
    expect_fault(OFFICE SPAN("2012-01-01", "2011-01-01"), 7, "ends before it begins");
    expect_fault(OFFICE SPAN("2010-01-01",
                             "2012-01-01") "      - {from: 2012-01-01, as-of: 2014-01-01}\n" TENURES
                     HELD("carl-dijk", "2010-01-01", "2014-01-01"),
                 8, "begins before the one above it ends");
    expect_fault(OFFICE SPAN("2013-01-01",
                             "2014-01-01") "      - {from: 2010-01-01, as-of: 2011-01-01}\n" TENURES
                     HELD("carl-dijk", "2010-01-01", "2014-01-01"),
                 8, "begins before the one above it ends");
    expect_fault(OFFICE SPAN("2010-01-01", "2022-01-02")
                     TENURES HELD("carl-dijk", "2010-01-01", "2022-01-01"),
                 7, "ends after the office's 'as-of'");
}
END_TEST

START_TEST(dates_that_cannot_be_read_make_no_further_faults)
{
    expect_fault(OFFICE SPAN("2010-01-01", "2022-01-01")
                     TENURES HELD("carl-dijk", "2010-01-32", "2022-01-01"),
                 9, "is no date");
}
END_TEST

Suite *succession_suite(void)
{
    Suite *suite = suite_create("reference/succession");
    TCase *tests = tcase_create("succession");
    tcase_add_test(tests, a_tenure_does_not_end_before_it_begins);
    tcase_add_test(tests, an_as_of_is_not_older_than_the_beginning);
    tcase_add_test(tests, the_as_of_of_an_office_is_not_older_than_what_its_rows_tell);
    tcase_add_test(tests, one_person_is_not_twice_at_one_time);
    tcase_add_test(tests, tenures_stand_in_order_of_time);
    tcase_add_test(tests, two_holders_of_one_seat_overlap_by_few_days_only);
    tcase_add_test(tests, a_holder_inside_another_tenure_overlaps);
    tcase_add_test(tests, an_open_tenure_overlaps_who_came_after);
    tcase_add_test(tests, acting_holders_and_many_seats_may_overlap);
    tcase_add_test(tests, a_holder_during_a_vacancy_is_a_fault);
    tcase_add_test(tests, a_complete_span_has_no_gap_above_ten_days);
    tcase_add_test(tests, a_hand_over_on_one_day_or_the_next_is_no_gap);
    tcase_add_test(tests, gaps_at_both_ends_of_a_span_are_found);
    tcase_add_test(tests, an_open_tenure_fills_up_to_its_as_of);
    tcase_add_test(tests, an_unconfirmed_tenure_does_not_fill_a_span);
    tcase_add_test(tests, acting_holders_and_vacancies_fill_a_span);
    tcase_add_test(tests, dates_to_the_month_or_year_get_the_benefit_of_the_doubt);
    tcase_add_test(tests, complete_spans_stand_apart_in_order_and_within_as_of);
    tcase_add_test(tests, dates_that_cannot_be_read_make_no_further_faults);
    suite_add_tcase(suite, tests);
    return suite;
}
