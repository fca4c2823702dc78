#include <check.h>

#include "desk.h"
#include "judge/office.h"
#include "judge/subject.h"

Suite *message_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, true);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static MessageContext context_of(const Claim *claim, const Reading *reading)
{
    return (MessageContext){.arena = &desk.arena,
                            .book = &desk.book,
                            .text = desk.document.text,
                            .claim = claim,
                            .reading = reading,
                            .placeholders = subject_office.placeholders};
}

/* A template, filled for the first claim of a text read with the first of its people and offices.
 */
static const char *fill(const char *text, const char *office, const char *template)
{
    desk_read(&desk, text, "2025-02-13");
    const Claim *claim = &desk.claims.items[0];
    Reading reading = reading_judge(
        &desk.arena, &desk.book, claim, claim->people.count ? claim->people.items[0] : NONE,
        book_office(&desk.book, view_of(office)), desk.document.date, &policy_default);
    MessageContext context = context_of(claim, &reading);
    return message_fill(&context, view_of(template)).at;
}

static const char *const hegseth = "The U.S. secretary of state Pete Hegseth spoke.";

START_TEST(placeholders_are_filled)
{
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "{person} {when}: {office}; {holder}"),
                     "Pete Hegseth on 13 February 2025: Secretary of State of the United States; "
                     "Marco Rubio");
}
END_TEST

START_TEST(days_months_and_spans_have_their_own_words)
{
    desk_read(&desk, hegseth, "2025-02-13");
    Reading reading = {.person = NONE, .office = NONE};
    MessageContext context = context_of(&desk.claims.items[0], &reading);
    static const char *const cases[][2] = {{"2025-02-13", "on 13 February 2025"},
                                           {"2025-02", "in February 2025"},
                                           {"2013", "in 2013"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert(date_parse(view_of(cases[i][0]), &reading.when));
        ck_assert_str_eq(message_fill(&context, VIEW("{when}")).at, cases[i][1]);
    }
    reading.when.last += 400;
    ck_assert_str_eq(message_fill(&context, VIEW("{when}")).at,
                     "from 1 January 2013 to 4 February 2015");
}
END_TEST

START_TEST(grammar_goes_with_the_placeholder)
{
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "{Office}; {person's}; {holder's}"),
                     "Secretary of State of the United States; Pete Hegseth's; Marco Rubio's");
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "{a office}; {A held-title}; {a when}"),
                     "a Secretary of State of the United States; A secretary of defense; "
                     "an on 13 February 2025");
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "[{A died}]."), ".");
}
END_TEST

START_TEST(a_bracket_with_an_empty_placeholder_is_left_out)
{
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "a[ b {died} c] d[ {person}]"),
                     "a d Pete Hegseth");
}
END_TEST

START_TEST(a_sentence_ends_in_one_full_stop)
{
    ck_assert_str_eq(fill("The secretary of state of the U.S. Pete Hegseth spoke.",
                          "us/secretary-of-state", "{person} of {place-said}. So ... {person}."),
                     "Pete Hegseth of U.S. So ... Pete Hegseth.");
}
END_TEST

START_TEST(a_repair_keeps_the_case_of_what_it_replaces)
{
    ck_assert_str_eq(fill(hegseth, "us/secretary-of-state", "{held-title}"),
                     "secretary of defense");
    ck_assert_str_eq(fill("U.S. Secretary of State Pete Hegseth spoke.", "us/secretary-of-state",
                          "{held-title}"),
                     "Secretary of Defense");
}
END_TEST

START_TEST(a_repair_in_small_letters_keeps_those_of_names)
{
    static const char *const cases[][2] = {
        {"Secretary of Defense", "secretary of defense"},
        {"President of the European Council", "president of the European Council"},
        {"Secretary of the Treasury", "secretary of the Treasury"},
        {"Minister for EU Affairs", "minister for EU affairs"},
        {"Ambassador to the Netherlands", "ambassador to the Netherlands"},
    };
    Reading reading = {0};
    Claim claim = {0};
    MessageContext context = context_of(&claim, &reading);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        View said = message_case(&context, view_of(cases[i][0]), VIEW("foreign minister"));
        ck_assert_str_eq(view_format(&desk.arena, "%.*s", VIEW_ARG(said)).at, cases[i][1]);
    }
}
END_TEST

START_TEST(a_title_with_a_body_that_would_stay_is_not_repaired)
{
    ck_assert_str_eq(fill("The secretary of state of the U.S. Pete Hegseth spoke.",
                          "us/secretary-of-state", "{held-title}"),
                     "secretary of defense");
    ck_assert_str_eq(fill("Pete Hegseth, the secretary of state of Microsoft, spoke.",
                          "us/secretary-of-state", "{held-title}"),
                     "");
    desk_read(&desk, hegseth, "2025-02-13");
    Claim claim = desk.claims.items[0];
    Reading reading = reading_judge(&desk.arena, &desk.book, &claim, claim.people.items[0],
                                    book_office(&desk.book, VIEW("us/secretary-of-state")),
                                    desk.document.date, &policy_default);
    MessageContext context = context_of(&claim, &reading);
    ck_assert_str_eq(message_fill(&context, VIEW("{held-title}")).at, "secretary of defense");
    claim.places = (IndexList){0}; /* what stands before it is a body, no place of the book */
    ck_assert_str_eq(message_fill(&context, VIEW("{held-title}")).at, "");
}
END_TEST

START_TEST(a_title_that_names_its_place_is_not_told_it_again)
{
    ck_assert_str_eq(fill("The NATO secretary general, Mark Rutte, spoke.",
                          "nato/secretary-general", "{office}"),
                     "Secretary General of NATO");
}
END_TEST

START_TEST(unknown_placeholders_are_found)
{
    View unknown;
    ck_assert(
        message_check(subject_office.placeholders, VIEW("{person} and {holder-span}"), &unknown));
    ck_assert(!message_check(subject_office.placeholders, VIEW("{person} and {persn}"), &unknown));
    ck_assert(view_equal(unknown, VIEW("persn")));
}
END_TEST

Suite *message_suite(void)
{
    Suite *suite = suite_create("message");
    TCase *tests = tcase_create("message");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, placeholders_are_filled);
    tcase_add_test(tests, days_months_and_spans_have_their_own_words);
    tcase_add_test(tests, grammar_goes_with_the_placeholder);
    tcase_add_test(tests, a_bracket_with_an_empty_placeholder_is_left_out);
    tcase_add_test(tests, a_sentence_ends_in_one_full_stop);
    tcase_add_test(tests, a_repair_keeps_the_case_of_what_it_replaces);
    tcase_add_test(tests, a_repair_in_small_letters_keeps_those_of_names);
    tcase_add_test(tests, a_title_with_a_body_that_would_stay_is_not_repaired);
    tcase_add_test(tests, a_title_that_names_its_place_is_not_told_it_again);
    tcase_add_test(tests, unknown_placeholders_are_found);
    suite_add_tcase(suite, tests);
    return suite;
}
