/* The unit tests of src/reference. */
#include <check.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(book_suite());
    srunner_add_suite(runner, cache_suite());
    srunner_add_suite(runner, compile_suite());
    srunner_add_suite(runner, edit_suite());
    srunner_add_suite(runner, ids_suite());
    srunner_add_suite(runner, image_suite());
    srunner_add_suite(runner, layout_suite());
    srunner_add_suite(runner, names_suite());
    srunner_add_suite(runner, phrase_suite());
    srunner_add_suite(runner, read_suite());
    srunner_add_suite(runner, resolve_suite());
    srunner_add_suite(runner, search_suite());
    srunner_add_suite(runner, shipped_suite());
    srunner_add_suite(runner, store_suite());
    srunner_add_suite(runner, succession_suite());
    srunner_add_suite(runner, titles_suite());
    srunner_add_suite(runner, validate_suite());
    srunner_add_suite(runner, words_suite());
    srunner_add_suite(runner, written_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
