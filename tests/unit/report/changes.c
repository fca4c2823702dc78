/* Two books compiled from text, and the lines between them. */
#include "report/changes.h"

#include <check.h>

#include "reference/compile.h"
#include "suites.h"

static Arena arena;
static Troubles troubles;

static void set_up(void)
{
    arena = (Arena){0};
    troubles = (Troubles){.arena = &arena};
}

static void tear_down(void)
{
    arena_free(&arena);
}

/* A book of one office, "x/a", whose tenures are the lines given, and the people p and q. */
static Book book_of(const char *tenures)
{
    View text = view_format(&arena,
                            "places: [{id: x, name: Xanadu, kind: country}]\n"
                            "offices:\n  - id: x/a\n    place: x\n    title: Abbot\n    seats: 2\n"
                            "    as-of: 2020-06-01\n    tenures:\n%s"
                            "people: [{id: p, name: Pia Poe}, {id: q, name: Quin Qu}]\n"
                            "sources: [{id: s, title: S}, {id: t, title: T}]\n",
                            tenures);
    const BookSource source = {VIEW("a.yaml"), text};
    const BookSource words[] = {{VIEW("titles.yaml"), VIEW("heads: {abbot: abbots}\n")},
                                {VIEW("names.yaml"), VIEW("particles: [von]\n")}};
    Book book;
    bool made = book_compile(&source, 1, words, 2, &arena, &arena, &book, &troubles);
    ck_assert_msg(made, "%s", made ? "" : trouble_text(&arena, &troubles.items[0]).at);
    return book;
}

static void expect(const char *old, const char *now, uint32_t count, const char *lines)
{
    Book before = book_of(old), after = book_of(now);
    Buffer out = {0};
    ck_assert_uint_eq(changes_text(&before, &after, &out), count);
    ck_assert_str_eq(view_copy(&arena, buffer_view(&out)).at, lines);
    buffer_free(&out);
}

START_TEST(a_later_as_of_and_another_place_in_the_file_are_no_change)
{
    expect("    - {person: p, from: 2019, as-of: 2020-01-01, sources: [s]}\n",
           "# moved\n    - {person: p, from: 2019, as-of: 2020-05-01, sources: [s]}\n", 0, "");
}
END_TEST

START_TEST(an_end_is_told_as_an_end)
{
    expect("    - {person: p, from: 2019, sources: [s]}\n",
           "    - {person: p, from: 2019, to: 2020-02, sources: [s]}\n", 1,
           "ended x/a: Pia Poe, 2019 to 2020-02\n");
    expect("    - {person: p, from: 2019, to: 2021, planned: true, sources: [s]}\n",
           "    - {person: p, from: 2019, to: 2020-02, sources: [s]}\n", 1,
           "ended x/a: Pia Poe, 2019 to 2020-02\n");
}
END_TEST

START_TEST(what_changed_of_a_tenure_stands_in_one_line)
{
    expect("    - {person: p, from: 2018, to: 2019, acting: true, confidence: unconfirmed}\n",
           "    - {person: p, from: 2018-03, to: 2019-02, sources: [s, t]}\n", 1,
           "changed x/a: Pia Poe, from 2018-03, was 2018; to 2019-02, was 2019; it is plain, was "
           "acting and unconfirmed; sources s, t, was none\n");
}
END_TEST

START_TEST(two_tenures_of_one_person_are_told_apart_by_their_beginning)
{
    expect("    - {person: p, from: 2015, to: 2016, sources: [s]}\n",
           "    - {person: p, from: 2011, to: 2012, sources: [s]}\n"
           "    - {person: p, from: 2015, to: 2016, sources: [s]}\n",
           1, "began x/a: Pia Poe, 2011 to 2012\n");
}
END_TEST

START_TEST(another_holder_is_one_gone_and_one_begun)
{
    expect("    - {person: p, from: 2019, sources: [s]}\n",
           "    - {person: q, from: 2019, sources: [s]}\n", 2,
           "began x/a: Quin Qu, 2019 to -\ngone x/a: Pia Poe, 2019 to -\n");
}
END_TEST

START_TEST(a_vacancy_is_a_tenure_of_nobody)
{
    expect("    - {person: p, from: 2018, to: 2018, sources: [s]}\n",
           "    - {person: p, from: 2018, to: 2018, sources: [s]}\n"
           "    - {vacant: true, from: 2019, to: 2019}\n",
           1, "began x/a: vacant, 2019 to 2019\n");
}
END_TEST

Suite *changes_suite(void)
{
    Suite *suite = suite_create("report/changes");
    TCase *tests = tcase_create("changes");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_later_as_of_and_another_place_in_the_file_are_no_change);
    tcase_add_test(tests, an_end_is_told_as_an_end);
    tcase_add_test(tests, what_changed_of_a_tenure_stands_in_one_line);
    tcase_add_test(tests, two_tenures_of_one_person_are_told_apart_by_their_beginning);
    tcase_add_test(tests, another_holder_is_one_gone_and_one_begun);
    tcase_add_test(tests, a_vacancy_is_a_tenure_of_nobody);
    suite_add_tcase(suite, tests);
    return suite;
}
