/* One suite a source file of src/source. */
#ifndef STET_TESTS_SOURCE_SUITES_H
#define STET_TESTS_SOURCE_SUITES_H

#include <check.h>

Suite *content_suite(void);
Suite *document_suite(void);
Suite *draft_suite(void);
Suite *entity_suite(void);
Suite *flow_suite(void);
Suite *format_suite(void);
Suite *front_suite(void);
Suite *html_suite(void);
Suite *inline_suite(void);
Suite *lines_suite(void);
Suite *link_suite(void);
Suite *mark_suite(void);
Suite *markdown_suite(void);
Suite *meta_suite(void);
Suite *page_suite(void);
Suite *pair_suite(void);
Suite *plain_suite(void);
Suite *record_suite(void);
Suite *tag_suite(void);
Suite *template_suite(void);

#endif
