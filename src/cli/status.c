/* stet data status: how far the book reaches; and what sources say otherwise. */
#include "cli/cli.h"

static int conflicts(const Settings *settings, Operands operands)
{
    char found[FOUND_SIZE];
    const char *folder = operands.count ? operands.items[0] : rules_folder(settings->rules, found);
    if (!folder)
        return EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    bool done =
        stet_book_conflicts(folder, (StetBookFormat)settings->format, print_bytes, NULL, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

int data_status(const Settings *settings, Operands operands)
{
    char today[TODAY_SIZE];
    if (operands.count > 1) {
        complain("expected \"stet data status [--conflicts] [FOLDER]\"");
        return EXIT_TROUBLE;
    }
    if (settings->conflicts)
        return conflicts(settings, operands);
    if (!today_read(today))
        return EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open(operands.count ? operands.items[0] : settings->rules, troubles);
    size_t before = stet_troubles_count(troubles);
    bool done = rules && stet_book_status(rules, today, (StetBookFormat)settings->format,
                                          print_bytes, NULL, troubles);
    complain_troubles(troubles, before);
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}
