/* The unit tests of src/source. */
#include <check.h>
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(content_suite());
    srunner_add_suite(runner, document_suite());
    srunner_add_suite(runner, draft_suite());
    srunner_add_suite(runner, entity_suite());
    srunner_add_suite(runner, flow_suite());
    srunner_add_suite(runner, format_suite());
    srunner_add_suite(runner, front_suite());
    srunner_add_suite(runner, html_suite());
    srunner_add_suite(runner, inline_suite());
    srunner_add_suite(runner, lines_suite());
    srunner_add_suite(runner, link_suite());
    srunner_add_suite(runner, mark_suite());
    srunner_add_suite(runner, markdown_suite());
    srunner_add_suite(runner, meta_suite());
    srunner_add_suite(runner, page_suite());
    srunner_add_suite(runner, pair_suite());
    srunner_add_suite(runner, plain_suite());
    srunner_add_suite(runner, record_suite());
    srunner_add_suite(runner, tag_suite());
    srunner_add_suite(runner, template_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
