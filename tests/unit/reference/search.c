/* Searching by what one types. */
#include "reference/search.h"

#include <check.h>

#include "sample.h"
#include "suites.h"

static Sample sample;

static void open_sample(void)
{
    sample_make(&sample, SAMPLE_OFFICES);
    ck_assert(sample.made);
}

static void close_sample(void)
{
    sample_free(&sample);
}

static Indexes people(const char *text, const Indexes *places)
{
    return search_people(&sample.arena, &sample.book, view_of(text), places);
}

static Indexes offices(const char *text, const Indexes *places)
{
    return search_offices(&sample.arena, &sample.book, view_of(text), places);
}

static Indexes places(const char *text)
{
    return search_places(&sample.arena, &sample.book, view_of(text));
}

static void expect_one(Indexes found, uint32_t index)
{
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.items[0], index);
}

START_TEST(a_person_is_found_by_id_name_and_surname)
{
    uint32_t anna = sample_person(&sample, "anna-bos");
    expect_one(people("anna-bos", NULL), anna);
    expect_one(people("Anna Bos", NULL), anna);
    expect_one(people("ANNA BOS", NULL), anna);
    expect_one(people("bos", NULL), anna);
    ck_assert_uint_eq(people("Anna", NULL).count, 0);
    ck_assert_uint_eq(people("", NULL).count, 0);
}
END_TEST

START_TEST(a_place_leaves_those_who_served_there)
{
    Indexes nato = places("NATO"), ohio = places("Ohioan"), us = places("us");
    ck_assert_uint_eq(people("Anna Bos", &nato).count, 0);
    ck_assert_uint_eq(people("Anna Bos", &ohio).count, 1);
    ck_assert_uint_eq(people("Anna Bos", &us).count, 1);
}
END_TEST

START_TEST(a_place_is_found_by_id_name_adjective_and_metonym)
{
    uint32_t nl = book_place(&sample.book, VIEW("nl"));
    expect_one(places("nl"), nl);
    expect_one(places("Holland"), nl);
    expect_one(places("dutch"), nl);
    expect_one(places("the hague"), nl);
    ck_assert_uint_eq(places("Utopia").count, 0);
}
END_TEST

START_TEST(an_office_is_found_by_id_and_title_in_its_place)
{
    uint32_t pm = sample_office(&sample, "nl/pm");
    Indexes nl = places("nl"), nato = places("nato");
    expect_one(offices("nl/pm", NULL), pm);
    expect_one(offices("prime minister", NULL), pm);
    expect_one(offices("Prime Minister", &nl), pm);
    ck_assert_uint_eq(offices("Prime Minister", &nato).count, 0);
    ck_assert_uint_eq(offices("nl/pm", &nato).count, 0);
}
END_TEST

START_TEST(the_text_may_name_the_place)
{
    uint32_t pm = sample_office(&sample, "nl/pm");
    expect_one(offices("Dutch prime minister", NULL), pm);
    expect_one(offices("prime minister of the Netherlands", NULL), pm);
    expect_one(offices("prime minister of Holland", NULL), pm);
    ck_assert_uint_eq(offices("American prime minister", NULL).count, 0);
}
END_TEST

START_TEST(a_country_leads_to_its_states_where_it_has_no_such_office)
{
    Indexes us = places("us");
    expect_one(offices("governor", &us), sample_office(&sample, "us-oh/governor"));
}
END_TEST

START_TEST(a_loose_title_counts_where_no_proper_one_fits)
{
    Indexes nl = places("nl");
    expect_one(offices("leader", &nl), sample_office(&sample, "nl/pm"));
}
END_TEST

START_TEST(what_is_near_is_offered_the_nearest_first)
{
    Near near = search_near_names(&sample.arena, &sample.book, VIEW("Ana Boz"));
    ck_assert_uint_ge(near.count, 1);
    ck_assert(view_equal(near.items[0], VIEW("Anna Bos")));
    near = search_near_names(&sample.arena, &sample.book, VIEW("Fobur"));
    ck_assert_uint_eq(near.count, 0);
    near = search_near_names(&sample.arena, &sample.book, VIEW("Fabre")); /* two change places */
    ck_assert_uint_eq(near.count, 1);
    near = search_near_names(&sample.arena, &sample.book, VIEW("Fabers"));
    ck_assert_uint_eq(near.count, 1);
    ck_assert(view_equal(near.items[0], VIEW("Eva Faber")));
    near = search_near_places(&sample.arena, &sample.book, VIEW("Netherland"));
    ck_assert(view_equal(near.items[0], VIEW("Netherlands")));
    near = search_near_names(&sample.arena, &sample.book, VIEW("Zebediah Quux"));
    ck_assert_uint_eq(near.count, 0);
}
END_TEST

static Day day(const char *text)
{
    Date date;
    ck_assert(date_parse(view_of(text), &date));
    return date.first;
}

static Covers covers(const char *office, uint32_t index, const char *on)
{
    Range range = office_at(&sample.book, sample_office(&sample, office))->tenures;
    return search_covers(tenure_at(&sample.book, range.first + index), day(on));
}

START_TEST(both_ends_of_a_tenure_count)
{
    ck_assert_int_eq(covers("nl/pm", 0, "2009-12-31"), COVERS_NO);
    ck_assert_int_eq(covers("nl/pm", 0, "2010-01-01"), COVERS_YES);
    ck_assert_int_eq(covers("nl/pm", 0, "2015-12-31"), COVERS_YES);
    ck_assert_int_eq(covers("nl/pm", 0, "2016-01-01"), COVERS_NO);
}
END_TEST

START_TEST(an_open_or_planned_tenure_is_known_up_to_its_as_of)
{
    ck_assert_int_eq(covers("nl/pm", 2, "2021-05-01"), COVERS_YES);
    ck_assert_int_eq(covers("nl/pm", 2, "2021-05-02"), COVERS_LATER);
    ck_assert_int_eq(covers("us-oh/governor", 1, "2019-06-01"), COVERS_YES);
    ck_assert_int_eq(covers("us-oh/governor", 1, "2020-01-02"), COVERS_LATER);
}
END_TEST

START_TEST(a_date_known_to_the_year_and_an_unconfirmed_tenure_cover_perhaps)
{
    ck_assert_int_eq(covers("us-oh/governor", 0, "2003-01-01"), COVERS_PERHAPS);
    ck_assert_int_eq(covers("us-oh/governor", 1, "2016-05-05"), COVERS_PERHAPS);
    ck_assert_int_eq(covers("us-oh/governor", 1, "2016-12-31"), COVERS_YES);
}
END_TEST

Suite *search_suite(void)
{
    Suite *suite = suite_create("reference/search");
    TCase *tests = tcase_create("search");
    tcase_add_checked_fixture(tests, open_sample, close_sample);
    tcase_add_test(tests, a_person_is_found_by_id_name_and_surname);
    tcase_add_test(tests, a_place_leaves_those_who_served_there);
    tcase_add_test(tests, a_place_is_found_by_id_name_adjective_and_metonym);
    tcase_add_test(tests, an_office_is_found_by_id_and_title_in_its_place);
    tcase_add_test(tests, the_text_may_name_the_place);
    tcase_add_test(tests, a_country_leads_to_its_states_where_it_has_no_such_office);
    tcase_add_test(tests, a_loose_title_counts_where_no_proper_one_fits);
    tcase_add_test(tests, what_is_near_is_offered_the_nearest_first);
    tcase_add_test(tests, both_ends_of_a_tenure_count);
    tcase_add_test(tests, an_open_or_planned_tenure_is_known_up_to_its_as_of);
    tcase_add_test(tests, a_date_known_to_the_year_and_an_unconfirmed_tenure_cover_perhaps);
    suite_add_tcase(suite, tests);
    return suite;
}
