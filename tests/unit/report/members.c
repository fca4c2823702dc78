#include "report/report.h"

#include <string.h>

#include "sample.h"
#include "suites.h"

#define ANN                                                                                        \
    "{\"person\":\"ann-dale\",\"office\":\"oz/premier\",\"from\":\"2024-05-02\",\"to\":null,"      \
    "\"source\":\"Wiki, gazette\",\"file\":\"oz.yaml\",\"line\":12,\"as_of\":\"2026-01-01\","      \
    "\"flags\":[]}"

static const char *written(Sample *sample)
{
    return sample_report(sample, &report_jsonl);
}

#define ck_assert_holds(text, part) ck_assert_msg(strstr(text, part) != NULL, "%s", text)

START_TEST(an_article_has_all_members_in_their_order)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Né Ann Dale, Oz Premier.");
    uint32_t claim = sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_ERROR, "No.", "Dog-catcher");
    ck_assert_str_eq(
        written(&sample),
        "{\"id\":\"a.txt\",\"date\":\"2025-02-13\",\"date_source\":\"option\",\"agreement\":null,"
        "\"counts\":{\"claims\":1,\"supported\":0,\"contradicted\":1,\"unverifiable\":0},"
        "\"claims\":[{\"id\":\"c1\",\"kind\":\"office\",\"text\":\"Ann Dale, Oz Premier\","
        "\"start\":{\"offset\":4,\"line\":1,\"column\":4},"
        "\"end\":{\"offset\":24,\"line\":1,\"column\":24},"
        "\"person\":{\"text\":\"Ann Dale\",\"start\":4,\"end\":12,\"id\":\"ann-dale\","
        "\"name\":\"Ann Dale\"},"
        "\"office\":{\"text\":\"Premier\",\"start\":17,\"end\":24,\"id\":\"oz/premier\","
        "\"title\":\"Premier\"},"
        "\"place\":{\"text\":\"Oz\",\"start\":14,\"end\":16,\"id\":\"oz\"},"
        "\"status\":\"current\",\"nominal\":false,\"quoted\":false,"
        "\"construction\":\"name-comma-title\",\"when\":[\"2025-02-13\",\"2025-02-13\"],"
        "\"verdict\":\"contradicted\",\"reason\":\"as the book says\",\"evidence\":[" ANN "]}],"
        "\"findings\":[{\"rule\":\"title-mismatch\",\"level\":\"error\",\"claim\":\"c1\","
        "\"message\":\"No.\",\"start\":{\"offset\":4,\"line\":1,\"column\":4},"
        "\"end\":{\"offset\":24,\"line\":1,\"column\":24},"
        "\"fixes\":[{\"safe\":false,\"start\":{\"offset\":17,\"line\":1,\"column\":17},"
        "\"end\":{\"offset\":24,\"line\":1,\"column\":24},\"text\":\"Dog-catcher\"}],"
        "\"evidence\":[" ANN
        "],\"fingerprint\":\"89ab\",\"suppressed\":null,\"baseline\":null}]}\n");
    sample_close(&sample);
}
END_TEST

START_TEST(what_is_not_known_is_null)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Ann Dale, the Premier.");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_UNVERIFIABLE);
    Claim *claim = sample.claims.items;
    Verdict *verdict = sample.judgement.verdicts;
    claim->people = claim->offices = (IndexList){0};
    verdict->person = verdict->office = verdict->place = NONE;
    verdict->when = sample.document.date = DATE_NONE;
    sample.document.date_source = DATE_FROM_NONE;
    const char *text = written(&sample);
    ck_assert_holds(text, "\"date\":null,\"date_source\":\"none\",");
    ck_assert_holds(text, "\"end\":8,\"id\":null,\"name\":null}");
    ck_assert_holds(text, "\"end\":21,\"id\":null,\"title\":null}");
    ck_assert_holds(text, "\"place\":null,");
    ck_assert_holds(text, "\"when\":null,");
    sample_close(&sample);
}
END_TEST

START_TEST(a_claim_that_judgement_left_open_is_named_by_its_only_meaning)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Ann Dale, the Premier.");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_UNVERIFIABLE);
    sample.judgement.verdicts[0].person = sample.judgement.verdicts[0].office = NONE;
    const char *text = written(&sample);
    ck_assert_holds(text, "\"id\":\"ann-dale\",\"name\":\"Ann Dale\"");
    ck_assert_holds(text, "\"id\":\"oz/premier\",\"title\":\"Premier\"");
    sample_close(&sample);
}
END_TEST

START_TEST(a_claim_in_a_title_says_so_and_counts_there)
{
    Sample sample;
    sample_open_record(&sample, "Ann Dale, Premier", "It rained.");
    uint32_t claim = sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_CONTRADICTED);
    sample_finding(&sample, claim, LEVEL_ERROR, "No.", "x");
    const char *text = written(&sample);
    ck_assert_holds(text, "\"text\":\"Ann Dale, Premier\",\"part\":\"title\","
                          "\"start\":{\"offset\":0,\"line\":1,\"column\":1}");
    ck_assert_holds(text, "\"message\":\"No.\",\"part\":\"title\",");
    ck_assert_holds(text, "\"safe\":false,\"part\":\"title\",\"start\":{\"offset\":10,");
    sample_close(&sample);
}
END_TEST

START_TEST(only_a_passage_that_markup_breaks_has_segments)
{
    Sample sample;
    sample_open(&sample, "a.md", "**Ann** Dale, Premier.");
    sample_claim(&sample, ANN_DALE, "Ann Dale", "Premier", VERDICT_SUPPORTED);
    const char *text = written(&sample);
    ck_assert_holds(text, "\"segments\":[[2,5],[7,21]],\"person\"");
    ck_assert_holds(text, "\"start\":2,\"end\":12,\"segments\":[[2,5],[7,12]],\"id\"");
    ck_assert_holds(text, "\"office\":{\"text\":\"Premier\",\"start\":14,\"end\":21,\"id\"");
    sample_close(&sample);
}
END_TEST

START_TEST(flags_of_a_tenure_are_named)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Bo Reyes, Mayor.");
    sample_claim(&sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_SUPPORTED);
    ck_assert_holds(written(&sample),
                    "\"from\":\"2020\",\"to\":\"2021-03-05\",\"source\":null,\"file\":\"oz.yaml\","
                    "\"line\":20,\"as_of\":\"2026-01-01\",\"flags\":[\"acting\"]}");
    sample_close(&sample);
}
END_TEST

START_TEST(an_agreement_names_the_claims_that_bound_it)
{
    Sample sample;
    sample_open(&sample, "a.txt", "Bo Reyes, Mayor.");
    sample_claim(&sample, BO_REYES, "Bo Reyes", "Mayor", VERDICT_SUPPORTED);
    sample.judgement.agreement = (Agreement){.first = day_of(2021, 1, 1),
                                             .last = day_of(2021, 1, 31),
                                             .claims = 1,
                                             .first_claim = 0,
                                             .last_claim = 0};
    ck_assert_holds(written(&sample),
                    "\"agreement\":{\"from\":\"2021-01-01\",\"to\":\"2021-01-31\","
                    "\"claims\":1,\"from_claim\":\"c1\",\"to_claim\":\"c1\"}");
    sample.judgement.agreement.last = DAY_MAX;
    sample.judgement.agreement.last_claim = NONE;
    ck_assert_holds(written(&sample), "\"to\":null,\"claims\":1,\"from_claim\":\"c1\","
                                      "\"to_claim\":null}");
    sample_close(&sample);
}
END_TEST

Suite *members_suite(void)
{
    Suite *suite = suite_create("report/members");
    TCase *tests = tcase_create("members");
    tcase_add_test(tests, an_article_has_all_members_in_their_order);
    tcase_add_test(tests, what_is_not_known_is_null);
    tcase_add_test(tests, a_claim_that_judgement_left_open_is_named_by_its_only_meaning);
    tcase_add_test(tests, a_claim_in_a_title_says_so_and_counts_there);
    tcase_add_test(tests, only_a_passage_that_markup_breaks_has_segments);
    tcase_add_test(tests, flags_of_a_tenure_are_named);
    tcase_add_test(tests, an_agreement_names_the_claims_that_bound_it);
    suite_add_tcase(suite, tests);
    return suite;
}
