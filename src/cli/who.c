/* stet who: prints what the book says of a person or an office. */
#include "cli/cli.h"

static int who_asked(const StetRules *rules, const StetQuestion *question, StetTroubles *troubles)
{
    size_t before = stet_troubles_count(troubles);
    StetAnswer answer = stet_who(rules, question, print_bytes, NULL, troubles);
    complain_troubles(troubles, before);
    switch (answer) {
    case STET_ANSWERED:
        return EXIT_CLEAN;
    case STET_NOT_FOUND:
        return EXIT_FOUND;
    case STET_REFUSED:
        break;
    }
    return EXIT_TROUBLE;
}

static int who_run(const Settings *settings, Operands operands)
{
    if (operands.count != 1 || !*operands.items[0]) {
        complain("expected one name or office, in quotes: stet who \"prime minister\" --place gb");
        return EXIT_TROUBLE;
    }
    StetQuestion question = {.name = operands.items[0],
                             .place = settings->place,
                             .on = settings->on,
                             .format = (StetBookFormat)settings->format};
    StetTroubles *troubles = stet_troubles_new();
    StetConfig *config = config_open(settings, "-", troubles);
    StetRules *rules = config ? rules_open_with(settings->rules, config, troubles) : NULL;
    question.config = config;
    int status = rules ? who_asked(rules, &question, troubles) : EXIT_TROUBLE;
    stet_config_free(config);
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

const Verb verb_who = {
    "who",
    "NAME|OFFICE [--place PLACE] [--on DATE]",
    "say who held what, and when",
    "NAME is a person's, whole or the surname. OFFICE is a title, perhaps with its\n"
    "place (\"Dutch defence minister\", \"president of France\"), or an id\n"
    "(us/secretary-of-defense). All that go by it are shown. On a hand-over day both\n"
    "holders are. What `data:` of the stet.yaml here adds counts.\n\n"
    "Status: 0 found, 1 nothing goes by it, 2 the question is none.\n",
    VERB_WHO,
    who_run,
};
