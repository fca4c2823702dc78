/* stet data diff: what changed between two editions of the reference. */
#include "cli/cli.h"

int data_diff(const Settings *settings, Operands operands)
{
    char found[FOUND_SIZE];
    if (operands.count != 2) {
        complain("expected \"stet data diff OLD NEW\", two folders");
        return EXIT_TROUBLE;
    }
    const char *words = rules_folder(settings->rules, found);
    if (!words)
        return EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    size_t count;
    bool done = stet_book_diff(operands.items[0], operands.items[1], words, print_bytes, NULL,
                               &count, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    if (!done)
        return EXIT_TROUBLE;
    return count ? EXIT_FOUND : EXIT_CLEAN;
}
