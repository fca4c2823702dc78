/* Planted faults in places, titles, people and lives. */
#include <check.h>

#include "sample.h"
#include "suites.h"

START_TEST(only_a_state_is_part_of_a_place)
{
    expect_fault("places:\n  - {id: us-tx, name: Texas, kind: state}\n", 2, "without 'in'");
    expect_fault("places:\n  - {id: be, name: Belgium, kind: country,\n     in: nato}\n", 3,
                 "'in' on a place that is no state");
    expect_fault("places:\n  - {id: us-cin, name: Cincinnati, kind: state, in: us-oh}\n", 2,
                 "'us-oh' is a state");
    expect_fault("places:\n  - {id: us-x, name: Xland, kind: state, in: us-x}\n", 2,
                 "'us-x' is a state");
}
END_TEST

START_TEST(a_place_is_entered_once)
{
    expect_fault("places:\n  - {id: holland, name: Netherlands, kind: country}\n", 2,
                 "'holland' has the name of 'nl' (base.yaml:2)");
    expect_book("places:\n  - {id: oh, name: Ohio, kind: country}\n");
}
END_TEST

START_TEST(a_title_stands_once_on_an_office)
{
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: Secretary-General\n"
                 "    also: [chief, secretary general]\n",
                 5, "'secretary general' a second time");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    also: [head]\n    "
                 "loose: [Head]\n",
                 6, "'Head' a second time");
    expect_book("offices:\n  - {id: nl/a, place: nl, title: Head}\n  - {id: us/a, place: us, "
                "title: Head}\n");
}
END_TEST

#define CALLED_AGAIN(first, second)                                                                \
    "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    also:\n      - " first               \
    "\n      - " second "\n"

START_TEST(a_title_may_come_back_at_another_time)
{
    expect_book(CALLED_AGAIN("{title: War Minister, to: 1947-09-17}",
                             "{title: war-minister, from: 2025-09-05}"));
    expect_book(CALLED_AGAIN("{title: War Minister, from: 1947, to: 2025}",
                             "{title: war-minister, from: 2025}"));
    expect_fault(CALLED_AGAIN("{title: War Minister, to: 2025-09-05}",
                              "{title: war-minister, from: 2025-09-05}"),
                 7, "'war-minister' a second time");
    expect_fault(CALLED_AGAIN("{title: War Minister, from: 1947, to: 2026}",
                              "{title: war-minister, from: 2025}"),
                 7, "'war-minister' a second time");
    expect_fault(CALLED_AGAIN("War Minister", "{title: war-minister, from: 2025}"), 7,
                 "'war-minister' a second time");
    expect_fault(CALLED_AGAIN("{title: war-minister, from: 2025}", "War Minister"), 7,
                 "'War Minister' a second time");
}
END_TEST

START_TEST(a_title_of_too_many_words_is_a_fault)
{
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n"
                 "    title: a b c d e f g h i j k l m n o p q\n",
                 4, "expected 1 to 16 words");
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: \" \"\n", 4,
                 "expected 1 to 16 words");
}
END_TEST

START_TEST(an_office_does_not_exclude_itself)
{
    expect_fault("offices:\n  - id: nl/a\n    place: nl\n    title: A\n    excludes: [nl/a]\n", 5,
                 "itself");
}
END_TEST

#define NEXT(a, b, c)                                                                              \
    "offices:\n  - {id: nl/a, place: nl, title: A" a "}\n  - {id: nl/b, place: nl, title: B" b     \
    "}\n  - {id: nl/c, place: nl, title: C" c "}\n"

START_TEST(no_office_is_succeeded_by_itself)
{
    expect_fault(NEXT(", succeeded-by: nl/a", "", ""), 2, "'nl/a' is succeeded by itself, ");
    expect_fault(NEXT(", succeeded-by: [nl/b]", ", succeeded-by: [nl/c]", ", succeeded-by: [nl/a]"),
                 2, "'nl/a' is succeeded by itself in the end");
    expect_fault(NEXT("", ", succeeded-by: [nl/a, nl/c]", ", succeeded-by: [nl/b]"), 3,
                 "'nl/b' is succeeded by itself in the end");
    expect_fault(NEXT(", succeeded-by: [nl/d]", "", ""), 2, "no office has the id 'nl/d'");
    expect_book(NEXT(", succeeded-by: [nl/b, nl/c]", ", succeeded-by: [nl/c]", ""));
    expect_book(NEXT("", ", succeeded-by: [nl/a]", ", succeeded-by: [nl/a, nl/b]"));
}
END_TEST

START_TEST(a_person_is_entered_once)
{
    expect_fault("people:\n  - {id: anna-bos-2, name: Anna B\xC3\xB3s, born: 1960-05-01}\n", 2,
                 "the name and birth of 'anna-bos' (base.yaml:8)");
    expect_book("people:\n  - {id: anna-bos-2, name: Anna Bos, born: 1961-05-01}\n"
                "  - {id: carl-dijk-2, name: Carl Dijk}\n");
    expect_fault("people:\n  - {id: flo-geel, name: Flo Geel, wikidata: Q12}\n"
                 "  - {id: florence-geel, name: Florence Geel, wikidata: Q12}\n",
                 3, "the Wikidata id of 'flo-geel' (test.yaml:2)");
}
END_TEST

#define TWO_HOLDERS(seats)                                                                         \
    "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    seats: " seats                       \
    "\n    as-of: 2022-01-01\n    tenures:\n"                                                      \
    "      - {person: carl-dijk, from: 2000, to: 2001, sources: [gazette]}\n"                      \
    "      - {person: kees-dijk, from: 2002, to: 2003, sources: [gazette]}\n"                      \
    "people:\n  - {id: kees-dijk, name: Kees Dijk, also: "

START_TEST(holders_of_one_seat_are_told_apart_by_name)
{
    expect_fault(TWO_HOLDERS("1") "[Carl Dijk]}\n", 11, "is also the name of 'carl-dijk'");
    expect_book(TWO_HOLDERS("many") "[Carl Dijk]}\n");
    expect_book(TWO_HOLDERS("1") "[C. Dijk, Kees Dijk]}\n");
}
END_TEST

START_TEST(nobody_is_of_two_parties_at_once)
{
    expect_book(
        "people:\n  - {id: a-b, name: A B, parties: [{party: X, to: 2010}, {party: Y, from: "
        "2010, to: 2012-05-01}, {party: X, from: 2012-05-02}]}\n"
        "  - {id: c-d, name: C D, parties: X}\n");
    expect_fault("people:\n  - {id: a-b, name: A B, parties: [{party: X, to: 2010-05-02},\n"
                 "     {party: Y, from: 2010-05-01}]}\n",
                 3, "the party 'Y' of 'a-b' in days of the one before it");
    expect_fault("people:\n  - {id: a-b, name: A B, parties: [{party: X, from: 2012},\n"
                 "     {party: Y, from: 2010, to: 2011}]}\n",
                 3, "in order of time");
    expect_fault("people:\n  - {id: a-b, name: A B, parties: [X,\n     Y]}\n", 3, "the party 'Y'");
    expect_fault("people:\n  - {id: a-b, name: A B,\n     parties: [{party: X}]}\n", 3,
                 "'X' without dates");
    expect_fault("people:\n  - {id: a-b, name: A B,\n     parties: [[X]]}\n", 3,
                 "a list in 'parties'");
}
END_TEST

START_TEST(a_life_does_not_end_before_it_begins)
{
    expect_fault("people:\n  - {id: a-b, name: A B, born: 1960-05-01, died: 1960-04}\n", 2,
                 "died before");
    expect_book("people:\n  - {id: a-b, name: A B, born: 1960-05-01, died: 1960}\n");
}
END_TEST

#define OFFICE                                                                                     \
    "offices:\n  - id: nl/a\n    place: nl\n    title: A\n    as-of: 2022-01-01\n    tenures:\n"

START_TEST(a_tenure_lies_within_the_life)
{
    /* 1960-05-01 to 2020-05-01 */
    expect_fault(OFFICE
                 "      - {person: anna-bos, from: 1960-04-30, to: 1980, sources: [gazette]}\n",
                 7, "before 'anna-bos' is born");
    expect_fault(OFFICE
                 "      - {person: anna-bos, from: 2000, to: 2020-05-02, sources: [gazette]}\n",
                 7, "beyond the death of 'anna-bos'");
    expect_fault(OFFICE "      - {person: anna-bos, from: 2000, sources: [gazette]}\n", 7,
                 "beyond the death of 'anna-bos'");
    expect_fault(OFFICE
                 "      - {person: anna-bos, from: 2021, to: 2022, confidence: unconfirmed}\n",
                 7, "beyond the death of 'anna-bos'");
}
END_TEST

START_TEST(a_date_that_may_lie_within_the_life_is_no_fault)
{
    expect_book(OFFICE
                "      - {person: anna-bos, from: 1960-05, to: 2020-05, sources: [gazette]}\n");
    expect_book(OFFICE
                "      - {person: anna-bos, from: 2000, as-of: 2020-05-01, sources: [gazette]}\n");
    expect_book(
        OFFICE
        "      - {person: anna-bos, from: 2000, to: 2024, planned: true, as-of: 2020-01-01,\n"
        "         sources: [gazette]}\n");
}
END_TEST

Suite *validate_suite(void)
{
    Suite *suite = suite_create("reference/validate");
    TCase *tests = tcase_create("validate");
    tcase_add_test(tests, only_a_state_is_part_of_a_place);
    tcase_add_test(tests, a_place_is_entered_once);
    tcase_add_test(tests, a_title_stands_once_on_an_office);
    tcase_add_test(tests, a_title_may_come_back_at_another_time);
    tcase_add_test(tests, a_title_of_too_many_words_is_a_fault);
    tcase_add_test(tests, an_office_does_not_exclude_itself);
    tcase_add_test(tests, no_office_is_succeeded_by_itself);
    tcase_add_test(tests, a_person_is_entered_once);
    tcase_add_test(tests, holders_of_one_seat_are_told_apart_by_name);
    tcase_add_test(tests, nobody_is_of_two_parties_at_once);
    tcase_add_test(tests, a_life_does_not_end_before_it_begins);
    tcase_add_test(tests, a_tenure_lies_within_the_life);
    tcase_add_test(tests, a_date_that_may_lie_within_the_life_is_no_fault);
    suite_add_tcase(suite, tests);
    return suite;
}
