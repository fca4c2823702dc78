/* stet test: runs the examples that stand inside the rules and the constructions. */
#include "cli/cli.h"

#include <stdio.h>

static int test_with(const StetRules *rules, StetTroubles *troubles)
{
    size_t before = stet_troubles_count(troubles);
    size_t failed = stet_rules_test(rules, troubles);
    size_t passed = stet_rules_holdings(rules).examples - failed;
    complain_troubles(troubles, before);
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed ? EXIT_FOUND : EXIT_CLEAN;
}

static int test_run(const Settings *settings, Operands operands)
{
    if (operands.count) {
        complain("test takes no %s; --rules names another folder", operands.items[0]);
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open(settings->rules, troubles);
    int status = rules ? test_with(rules, troubles) : EXIT_TROUBLE;
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

const Verb verb_test = {
    "test",
    "[OPTIONS]",
    "run the examples inside the rules",
    "Status: 0 all pass, 1 some fail, 2 the rules cannot be read.\n",
    VERB_TEST,
    test_run,
};
