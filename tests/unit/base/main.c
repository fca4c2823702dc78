/* The unit tests of src/base. */
#include <check.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(arena_suite());
    srunner_add_suite(runner, buffer_suite());
    srunner_add_suite(runner, build_suite());
    srunner_add_suite(runner, date_suite());
    srunner_add_suite(runner, file_suite());
    srunner_add_suite(runner, glob_suite());
    srunner_add_suite(runner, hash_suite());
    srunner_add_suite(runner, json_suite());
    srunner_add_suite(runner, json_record_suite());
    srunner_add_suite(runner, json_writer_suite());
    srunner_add_suite(runner, map_suite());
    srunner_add_suite(runner, near_suite());
    srunner_add_suite(runner, outline_suite());
    srunner_add_suite(runner, sieve_suite());
    srunner_add_suite(runner, pattern_suite());
    srunner_add_suite(runner, stream_suite());
    srunner_add_suite(runner, tree_suite());
    srunner_add_suite(runner, trouble_suite());
    srunner_add_suite(runner, unicode_suite());
    srunner_add_suite(runner, view_suite());
    srunner_add_suite(runner, yaml_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
