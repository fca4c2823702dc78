/* stet data build: compiles a rules folder into a file. */
#include "cli/cli.h"

int data_build(const Settings *settings, Operands operands)
{
    char found[FOUND_SIZE];
    if (operands.count > 1) {
        complain("expected \"stet data build [FOLDER] [-o FILE]\"");
        return EXIT_TROUBLE;
    }
    const char *folder = rules_folder(operands.count ? operands.items[0] : settings->rules, found);
    if (!folder)
        return EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_rules_build(folder, settings->output, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}
