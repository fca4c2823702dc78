/* stet data: what a librarian does with the book. Its first operand says what; each has a function.
 */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

static int check_file(const char *file)
{
    StetTroubles *troubles = stet_troubles_new();
    bool whole = stet_rules_verify(file, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    return whole ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int data_check(const Settings *settings, Operands operands)
{
    struct stat file;
    if (operands.count > 1) {
        complain("expected \"stet data check [FOLDER|FILE]\"");
        return EXIT_TROUBLE;
    }
    if (operands.count && !stat(operands.items[0], &file) && S_ISREG(file.st_mode))
        return check_file(operands.items[0]);
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules =
        rules_open_fresh(operands.count ? operands.items[0] : settings->rules, troubles);
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

typedef struct Action {
    const char *name;
    int (*run)(const Settings *settings, Operands operands);
} Action;

static const Action actions[] = {
    {"check", data_check},   {"build", data_build}, {"status", data_status}, {"diff", data_diff},
    {"import", data_import}, {"end", data_end},     {"start", data_start},
};

static int data_run(const Settings *settings, Operands operands)
{
    for (size_t i = 0; operands.count && i < sizeof actions / sizeof *actions; i++)
        if (!strcmp(operands.items[0], actions[i].name))
            return actions[i].run(settings, (Operands){operands.items + 1, operands.count - 1});
    complain("expected \"stet data check\", build, status, diff, import, end or start; see \"stet "
             "help data\"");
    return EXIT_TROUBLE;
}

const Verb verb_data = {
    "data",
    "check|build|status|diff|import|end|start ...",
    "check, compile, list, compare or edit the reference",
    "  check [FOLDER|FILE]        list all that is wrong in a rules folder; say\n"
    "                             whether a compiled book is whole\n"
    "  build [FOLDER] [-o FILE]   compile a folder into FILE, else into compiled.book\n"
    "                             inside it, where it is found\n"
    "  status [FOLDER]            say how far the book reaches, by place and kind;\n"
    "                             --conflicts: what sources say otherwise\n"
    "  diff OLD NEW               list what changed between two folders\n"
    "  import --from KIND FILE... --into FOLDER\n"
    "                             write what files know and the reference does not\n"
    "  end PERSON OFFICE DATE     write that a tenure ended\n"
    "  start PERSON OFFICE DATE   write that a tenure began\n\n"
    "FOLDER holds reference/, words/ and checks/, or is one of these; OLD and NEW do,\n"
    "or are a reference.\n"
    "PERSON and OFFICE are ids, or a name and a title that only one can mean. An edit\n"
    "is written only where the whole folder is in order with it.\n\n"
    "Status: 0 done, and nothing is wrong or different; 1 diff: something is\n"
    "different; 2 something is wrong.\n",
    VERB_DATA,
    data_run,
};
