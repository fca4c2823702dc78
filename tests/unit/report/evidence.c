#include "report/evidence.h"

#include "sample.h"
#include "suites.h"

static const char *line(Sample *sample, Tenure tenure)
{
    EvidenceRow row = evidence_row(&sample->arena, sample->article.book, &tenure);
    return view_copy(&sample->arena, evidence_line(&sample->arena, &row, DATES_DAY_MONTH)).at;
}

START_TEST(an_open_tenure_says_as_of_when_it_is_known)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    ck_assert_str_eq(line(&sample, sample.article.book->tenures[ANN_DALE]),
                     "Ann Dale, Premier (Oz), 2 May 2024 to –, as of 1 January 2026 "
                     "[Wiki, gazette] oz.yaml:12");
    sample_close(&sample);
}
END_TEST

START_TEST(an_ended_acting_tenure_without_source_says_so)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    ck_assert_str_eq(line(&sample, sample.article.book->tenures[BO_REYES]),
                     "Bo Reyes, acting Mayor (Oz), 2020 to 5 March 2021 oz.yaml:20");
    sample_close(&sample);
}
END_TEST

START_TEST(a_planned_end_is_told_from_a_real_one)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Tenure tenure = sample.article.book->tenures[BO_REYES];
    tenure.flags = TENURE_PLANNED_END;
    ck_assert_str_eq(line(&sample, tenure),
                     "Bo Reyes, Mayor (Oz), 2020 to 5 March 2021 (planned) oz.yaml:20");
    sample_close(&sample);
}
END_TEST

START_TEST(what_is_not_confirmed_is_said)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Tenure tenure = sample.article.book->tenures[BO_REYES];
    tenure.flags = TENURE_UNCONFIRMED;
    ck_assert_str_eq(line(&sample, tenure),
                     "Bo Reyes, Mayor (Oz), 2020 to 5 March 2021, unconfirmed oz.yaml:20");
    tenure.flags = TENURE_END_UNCONFIRMED;
    ck_assert_str_eq(line(&sample, tenure),
                     "Bo Reyes, Mayor (Oz), 2020 to 5 March 2021, end unconfirmed oz.yaml:20");
    sample_close(&sample);
}
END_TEST

START_TEST(a_vacancy_is_held_by_nobody)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    Tenure tenure = sample.article.book->tenures[BO_REYES];
    tenure.flags = 0;
    tenure.person = NONE;
    ck_assert_str_eq(line(&sample, tenure), "nobody, Mayor (Oz), 2020 to 5 March 2021 oz.yaml:20");
    sample_close(&sample);
}
END_TEST

START_TEST(a_row_is_made_once_and_ready_to_be_written)
{
    Sample sample;
    sample_open(&sample, "a.txt", "");
    const EvidenceRow *row = known_row(&sample.rows, sample.article.book, BO_REYES);
    ck_assert_str_eq(
        line(&sample, sample.article.book->tenures[BO_REYES]),
        view_copy(&sample.arena, evidence_line(&sample.arena, row, DATES_DAY_MONTH)).at);
    ck_assert_str_eq(row->ready.at,
                     "{\"person\":\"bo-reyes\",\"office\":\"oz/mayor\",\"from\":\"2020\","
                     "\"to\":\"2021-03-05\",\"source\":null,\"file\":\"oz.yaml\",\"line\":20,"
                     "\"as_of\":\"2026-01-01\",\"flags\":[\"acting\"]}");
    ck_assert_ptr_ne(known_row(&sample.rows, sample.article.book, ANN_DALE), row);
    ck_assert_ptr_eq(known_row(&sample.rows, sample.article.book, BO_REYES), row);
    sample.rows.made = UINT32_MAX;
    known_rows_trim(&sample.rows);
    ck_assert_uint_eq(sample.rows.made, 0);
    ck_assert_uint_eq(known_row(&sample.rows, sample.article.book, BO_REYES)->line, 20);
    sample_close(&sample);
}
END_TEST

Suite *evidence_suite(void)
{
    Suite *suite = suite_create("report/evidence");
    TCase *tests = tcase_create("evidence");
    tcase_add_test(tests, an_open_tenure_says_as_of_when_it_is_known);
    tcase_add_test(tests, an_ended_acting_tenure_without_source_says_so);
    tcase_add_test(tests, a_planned_end_is_told_from_a_real_one);
    tcase_add_test(tests, what_is_not_confirmed_is_said);
    tcase_add_test(tests, a_vacancy_is_held_by_nobody);
    tcase_add_test(tests, a_row_is_made_once_and_ready_to_be_written);
    suite_add_tcase(suite, tests);
    return suite;
}
