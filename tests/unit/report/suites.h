/* One suite a source file of src/report. */
#ifndef STET_TESTS_REPORT_SUITES_H
#define STET_TESTS_REPORT_SUITES_H

#include <check.h>

Suite *altered_suite(void);
Suite *members_suite(void);
Suite *changes_suite(void);
Suite *evidence_suite(void);
Suite *json_suite(void);
Suite *jsonl_suite(void);
Suite *kept_suite(void);
Suite *line_hash_suite(void);
Suite *markup_suite(void);
Suite *passage_suite(void);
Suite *prose_suite(void);
Suite *report_suite(void);
Suite *sheet_suite(void);
Suite *show_suite(void);
Suite *text_suite(void);

#endif
