#include "report/prose.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

#define MARK(number, sign, verdict, words)                                                         \
    "<a class=\"mark " verdict "\" id=\"a7-m" number "\" href=\"#a7-c" number "\">" words          \
    "<sup aria-hidden=\"true\">" sign number "</sup><span class=\"hidden\"> (claim " number        \
    ", " verdict ")</span></a>"

static void expect(Sample *sample, const char *expected)
{
    Sheet sheet = sheet_of(&sample->arena, &sample->rows, &sample->article, SHEET_WHOLE);
    buffer_clear(&sample->out);
    prose_add(&sample->out, &sheet, 7);
    buffer_add_byte(&sample->out, '\0');
    ck_assert_str_eq(sample->out.at, expected);
}

START_TEST(each_claim_is_a_link_to_its_card)
{
    Sample sample;
    sample_open(&sample, "a.md", "# Oz & us\n\nAnn Dale, Premier, met Bo Reyes, Mayor.\n\n> Ah.\n");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    sample_claim(&sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_CONTRADICTED);
    expect(
        &sample,
        "<h4>Oz &#38; us</h4>\n<p>" MARK("1", "✓", "supported", "Ann Dale, Premier") ", met " MARK(
            "2", "✗", "contradicted",
            "Bo Reyes, Mayor") ".</p>\n<blockquote><p>Ah.</p></blockquote>\n");
    sample_close(&sample);
}
END_TEST

START_TEST(of_claims_that_share_words_the_first_has_them)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Premier Ann Dale, Bo Reyes spoke.");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    sample_claim(&sample, BO_REYES, "Bo Reyes", "Premier", VERDICT_CONTRADICTED);
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_UNVERIFIABLE);
    expect(&sample, "<p>" MARK("1", "✓", "supported", "Premier Ann Dale")
                        MARK("2", "✗", "contradicted", ", Bo Reyes")
                            MARK("3", "?", "unverifiable", "") " spoke.</p>\n");
    sample_close(&sample);
}
END_TEST

START_TEST(a_title_comes_first)
{
    Sample sample;
    sample_open_record(&sample, "Ann Dale, Premier", "Bo Reyes, Mayor.");
    sample_claim(&sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_SUPPORTED);
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    expect(
        &sample,
        "<h4 class=\"title\">" MARK("2", "✓", "supported", "Ann Dale, Premier") "</h4>\n<p>" MARK(
            "1", "✓", "supported", "Bo Reyes, Mayor") ".</p>\n");
    sample_close(&sample);
}
END_TEST

Suite *prose_suite(void)
{
    Suite *suite = suite_create("report/prose");
    TCase *tests = tcase_create("prose");
    tcase_add_test(tests, each_claim_is_a_link_to_its_card);
    tcase_add_test(tests, of_claims_that_share_words_the_first_has_them);
    tcase_add_test(tests, a_title_comes_first);
    suite_add_tcase(suite, tests);
    return suite;
}
