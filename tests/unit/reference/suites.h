/* One suite a source file of src/reference. */
#ifndef STET_TESTS_REFERENCE_SUITES_H
#define STET_TESTS_REFERENCE_SUITES_H

#include <check.h>

Suite *book_suite(void);
Suite *cache_suite(void);
Suite *compile_suite(void);
Suite *edit_suite(void);
Suite *ids_suite(void);
Suite *image_suite(void);
Suite *layout_suite(void);
Suite *names_suite(void);
Suite *phrase_suite(void);
Suite *read_suite(void);
Suite *resolve_suite(void);
Suite *store_suite(void);
Suite *search_suite(void);
Suite *shipped_suite(void);
Suite *succession_suite(void);
Suite *titles_suite(void);
Suite *validate_suite(void);
Suite *words_suite(void);
Suite *written_suite(void);

#endif
