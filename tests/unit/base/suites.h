/* One suite a source file of src/base. */
#ifndef STET_TESTS_BASE_SUITES_H
#define STET_TESTS_BASE_SUITES_H

#include <check.h>

Suite *arena_suite(void);
Suite *buffer_suite(void);
Suite *build_suite(void);
Suite *date_suite(void);
Suite *file_suite(void);
Suite *glob_suite(void);
Suite *hash_suite(void);
Suite *json_suite(void);
Suite *json_record_suite(void);
Suite *json_writer_suite(void);
Suite *map_suite(void);
Suite *near_suite(void);
Suite *outline_suite(void);
Suite *sieve_suite(void);
Suite *pattern_suite(void);
Suite *stream_suite(void);
Suite *tree_suite(void);
Suite *trouble_suite(void);
Suite *unicode_suite(void);
Suite *view_suite(void);
Suite *yaml_suite(void);

#endif
