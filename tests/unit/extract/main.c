#include <check.h>
#include <stdlib.h>

Suite *claim_suite(void);
Suite *grammar_suite(void);
Suite *mention_suite(void);
Suite *party_suite(void);
Suite *property_suite(void);
Suite *cast_suite(void);
Suite *sight_suite(void);
Suite *speaker_suite(void);
Suite *spelling_suite(void);
Suite *when_suite(void);

int main(void)
{
    SRunner *runner = srunner_create(claim_suite());
    srunner_add_suite(runner, grammar_suite());
    srunner_add_suite(runner, mention_suite());
    srunner_add_suite(runner, party_suite());
    srunner_add_suite(runner, property_suite());
    srunner_add_suite(runner, cast_suite());
    srunner_add_suite(runner, sight_suite());
    srunner_add_suite(runner, speaker_suite());
    srunner_add_suite(runner, spelling_suite());
    srunner_add_suite(runner, when_suite());
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
