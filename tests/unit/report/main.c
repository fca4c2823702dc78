/* The unit tests of src/report. */
#include <check.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(altered_suite());
    srunner_add_suite(runner, members_suite());
    srunner_add_suite(runner, changes_suite());
    srunner_add_suite(runner, evidence_suite());
    srunner_add_suite(runner, json_suite());
    srunner_add_suite(runner, jsonl_suite());
    srunner_add_suite(runner, kept_suite());
    srunner_add_suite(runner, line_hash_suite());
    srunner_add_suite(runner, markup_suite());
    srunner_add_suite(runner, passage_suite());
    srunner_add_suite(runner, prose_suite());
    srunner_add_suite(runner, report_suite());
    srunner_add_suite(runner, sheet_suite());
    srunner_add_suite(runner, show_suite());
    srunner_add_suite(runner, text_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
