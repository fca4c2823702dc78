#include "source/meta.h"

#include "article.h"
#include "suites.h"

static Day date_of(const char *page)
{
    read_html(view_of(page));
    return article.date.first;
}

START_TEST(a_date_is_found_in_each_usual_place)
{
    static const char *const pages[] = {
        "<meta property=\"article:published_time\" content=\"2025-02-13T08:00:00+01:00\">",
        "<META NAME='Date' CONTENT='2025-02-13'>",
        "<meta itemprop=datePublished content=2025-02-13>",
        "<time itemprop=datePublished datetime=2025-02-13>Thursday</time>",
        "<time pubdate datetime=\"2025-02-13\">",
        "<script type=\"application/ld+json\">{\"@graph\": [{\"@type\": \"WebPage\", "
        "\"datePublished\": \"2020-01-01\"}, {\"@type\": [\"NewsArticle\"], \"datePublished\": "
        "\"2025-02-13T10:00:00Z\"}]}</script>"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        ck_assert_msg(date_of(pages[i]) == day_of(2025, 2, 13), "%s", pages[i]);
    ck_assert(article.date_source == DATE_FROM_JSON_LD);
}
END_TEST

START_TEST(a_meta_goes_before_json_ld_and_the_first_before_later_ones)
{
    ck_assert_int_eq(date_of("<script type=application/ld+json>{\"@type\": \"Article\", "
                             "\"datePublished\": \"2020-01-01\"}</script><meta name=date "
                             "content=2025-02-13><meta name=date content=2021-01-01>"),
                     day_of(2025, 2, 13));
    ck_assert(article.date_source == DATE_FROM_META);
}
END_TEST

START_TEST(what_is_no_date_is_passed_over)
{
    ck_assert_int_eq(date_of("<meta name=date content='Thursday'><meta name=dateline "
                             "content=2025-02-13><meta name=date><time datetime=2025-02-13>"
                             "<script type=application/ld+json>{broken</script>"),
                     DAY_NONE);
    ck_assert_str_eq(first_trouble(), "");
}
END_TEST

Suite *meta_suite(void)
{
    Suite *suite = suite_create("meta");
    TCase *tests = tcase_create("meta");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, a_date_is_found_in_each_usual_place);
    tcase_add_test(tests, a_meta_goes_before_json_ld_and_the_first_before_later_ones);
    tcase_add_test(tests, what_is_no_date_is_passed_over);
    suite_add_tcase(suite, tests);
    return suite;
}
