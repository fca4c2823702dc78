#include <check.h>
#include <stdlib.h>

Suite *agree_suite(void);
Suite *fact_suite(void);
Suite *judge_suite(void);
Suite *message_suite(void);
Suite *reading_suite(void);
Suite *rule_suite(void);
Suite *style_suite(void);

int main(void)
{
    SRunner *runner = srunner_create(agree_suite());
    srunner_add_suite(runner, fact_suite());
    srunner_add_suite(runner, judge_suite());
    srunner_add_suite(runner, message_suite());
    srunner_add_suite(runner, reading_suite());
    srunner_add_suite(runner, rule_suite());
    srunner_add_suite(runner, style_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
