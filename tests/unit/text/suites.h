/* One suite a source file of src/text, and one for what must hold of any text. */
#ifndef STET_TESTS_TEXT_SUITES_H
#define STET_TESTS_TEXT_SUITES_H

#include <check.h>

Suite *letters_suite(void);
Suite *lexicon_suite(void);
Suite *property_suite(void);
Suite *scanner_suite(void);
Suite *sentence_suite(void);
Suite *token_suite(void);

#endif
