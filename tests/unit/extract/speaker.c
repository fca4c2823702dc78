#include <check.h>

#include "desk.h"

Suite *speaker_suite(void);

static Desk desk;

static void open_desk(void)
{
    desk_open(&desk, small_reference, false);
}

static void close_desk(void)
{
    desk_close(&desk);
}

static View said_by(const Claim *claim)
{
    Span span = claim->speaker_span;
    return span.len ? view_slice(desk.document.text, span.off, span_end(span)) : VIEW("-");
}

/* The words that name the speaker of the first claim that is quoted; "-": nobody. */
static const char *speaker(const char *text)
{
    desk_read(&desk, text, NULL);
    for (uint32_t i = 0; i < desk.claims.count; i++) {
        const Claim *claim = &desk.claims.items[i];
        if (claim->flags & CLAIM_QUOTED)
            return view_format(&desk.arena, "%.*s", VIEW_ARG(said_by(claim))).at;
    }
    return "no quoted claim";
}

START_TEST(behind_the_quotation)
{
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte,\" Marco Rubio said."),
                     "Marco Rubio");
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte,\" said Marco Rubio."),
                     "Marco Rubio");
    ck_assert_str_eq(speaker("“I met Prime Minister Mark Rutte,” said U.S. secretary of state "
                             "Marco Rubio on Monday."),
                     "Marco Rubio");
    ck_assert_str_eq(
        speaker("\"I met Prime Minister Mark Rutte,\" said San Jose Mayor Matt Mahan."),
        "Matt Mahan");
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte,\" said Bree Moore's parents."),
                     "-");
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte,\" Pieter Jansen, who was there, "
                             "added."),
                     "Pieter Jansen");
}
END_TEST

START_TEST(before_the_quotation)
{
    ck_assert_str_eq(speaker("Marco Rubio said: \"I met Prime Minister Mark Rutte.\""),
                     "Marco Rubio");
    ck_assert_str_eq(speaker("Marco Rubio, who was there, said that \"Prime Minister Mark Rutte is "
                             "well\"."),
                     "Marco Rubio");
    ck_assert_str_eq(
        speaker("Jim Roe, a director at Commonwealth said: \"I met Prime Minister Mark "
                "Rutte.\""),
        "-");
}
END_TEST

START_TEST(a_quotation_of_several_sentences)
{
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte. He is well,\" said Marco Rubio."),
                     "Marco Rubio");
    ck_assert_str_eq(speaker("Marco Rubio: \"It is so. I met Prime Minister Mark Rutte.\""),
                     "Marco Rubio");
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte.\"\n\nHe left, said Marco Rubio."),
                     "-");
}
END_TEST

START_TEST(nobody_is_guessed)
{
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte,\" he said."), "-");
    ck_assert_str_eq(speaker("\"I met Prime Minister Mark Rutte.\""), "-");
    ck_assert_str_eq(
        speaker("Marco Rubio left. \"I met Prime Minister Mark Rutte,\" a guest said."), "-");
    ck_assert_str_eq(speaker("Marco Rubio met him. They called it \"the Prime Minister Mark Rutte "
                             "show\"."),
                     "-");
}
END_TEST

Suite *speaker_suite(void)
{
    Suite *suite = suite_create("speaker");
    TCase *tests = tcase_create("speaker");
    tcase_add_unchecked_fixture(tests, open_desk, close_desk);
    tcase_add_test(tests, behind_the_quotation);
    tcase_add_test(tests, before_the_quotation);
    tcase_add_test(tests, a_quotation_of_several_sentences);
    tcase_add_test(tests, nobody_is_guessed);
    suite_add_tcase(suite, tests);
    return suite;
}
