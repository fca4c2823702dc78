/* stet data check: opens a rules folder and lists all that is wrong in it. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static int data_run(const Settings *settings, Operands operands)
{
    (void)settings;
    if (!operands.count || operands.count > 2 || strcmp(operands.items[0], "check") != 0) {
        complain("expected \"stet data check [FOLDER]\"");
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open(operands.count == 2 ? operands.items[1] : NULL, troubles);
    if (rules) {
        StetHoldings holdings = stet_rules_holdings(rules);
        printf("%zu places, %zu offices, %zu people, %zu tenures; %zu constructions, %zu rules\n",
               holdings.places, holdings.offices, holdings.people, holdings.tenures,
               holdings.constructions, holdings.rules);
    }
    int status = rules ? EXIT_CLEAN : EXIT_TROUBLE;
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

const Verb verb_data = {
    "data",
    "check [FOLDER]",
    "look for mistakes in the reference, the words and the rules",
    "FOLDER holds reference/, words/ and checks/.\n\n"
    "Status: 0 nothing is wrong, 2 something is.\n",
    VERB_DATA,
    data_run,
};
