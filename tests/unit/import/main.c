/* The unit tests of src/import. */
#include <stdlib.h>

#include "suites.h"

int main(void)
{
    SRunner *runner = srunner_create(csv_suite());
    srunner_add_suite(runner, formats_suite());
    srunner_add_suite(runner, lore_suite());
    srunner_add_suite(runner, name_suite());
    srunner_add_suite(runner, settle_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
