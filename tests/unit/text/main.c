/* The unit tests of src/text. */
#include <check.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(lexicon_suite());
    srunner_add_suite(runner, letters_suite());
    srunner_add_suite(runner, property_suite());
    srunner_add_suite(runner, scanner_suite());
    srunner_add_suite(runner, sentence_suite());
    srunner_add_suite(runner, token_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
