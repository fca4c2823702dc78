/* stet rules: what a standards editor does with the rules. Its first operand says what. */
#include "cli/cli.h"

#include <string.h>

static int rules_facts(const Settings *settings, Operands operands)
{
    (void)settings;
    if (operands.count) {
        complain("expected \"stet rules facts\"");
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_rules_facts(print_bytes, NULL, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

typedef struct Action {
    const char *name;
    int (*run)(const Settings *settings, Operands operands);
} Action;

static const Action actions[] = {
    {"facts", rules_facts},
};

static int rules_run(const Settings *settings, Operands operands)
{
    for (size_t i = 0; operands.count && i < sizeof actions / sizeof *actions; i++)
        if (!strcmp(operands.items[0], actions[i].name))
            return actions[i].run(settings, (Operands){operands.items + 1, operands.count - 1});
    complain("expected \"stet rules facts\"; see \"stet help rules\"");
    return EXIT_TROUBLE;
}

const Verb verb_rules = {
    "rules",
    "facts",
    "say what rules are made of",
    "  facts    list the facts that a rule can ask for, with their values, and the\n"
    "           placeholders of its message\n\n"
    "Status: 0 done, 2 something is wrong.\n",
    VERB_RULES,
    rules_run,
};
