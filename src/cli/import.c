/* stet data import: the data of others into a reference folder. */
#include "cli/cli.h"

int data_import(const Settings *settings, Operands operands)
{
    char found[FOUND_SIZE];
    if (!operands.count || !settings->into) {
        complain("expected \"stet data import --from KIND FILE... --into FOLDER\"");
        return EXIT_TROUBLE;
    }
    const char *rules = rules_folder(settings->rules, found);
    if (!rules)
        return EXIT_TROUBLE;
    StetImport import = {.format = stet_import_format(settings->from),
                         .files = (const char *const *)operands.items,
                         .count = (size_t)operands.count,
                         .into = settings->into,
                         .as_of = settings->as_of};
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_book_import(rules, &import, print_bytes, NULL, troubles);
    size_t said = complain_troubles(troubles, 0);
    if (!done)
        complain("nothing was written");
    stet_troubles_free(troubles);
    return done && !said ? EXIT_CLEAN : EXIT_TROUBLE;
}
