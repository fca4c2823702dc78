/* stet data end, stet data start: edit a tenure in the reference. */
#include "cli/cli.h"

typedef bool (*EditCall)(const char *folder, const StetEdit *edit, StetWrite write, void *to,
                         StetTroubles *troubles);

static int edit_with(const Settings *settings, Operands operands, EditCall call, const char *usage)
{
    char found[FOUND_SIZE];
    if (operands.count != 3) {
        complain("expected \"stet data %s\"", usage);
        return EXIT_TROUBLE;
    }
    const char *folder = rules_folder(settings->rules, found);
    if (!folder)
        return EXIT_TROUBLE;
    StetEdit edit = {.person = operands.items[0],
                     .office = operands.items[1],
                     .date = operands.items[2],
                     .place = settings->place,
                     .source = settings->source,
                     .next = settings->next};
    StetTroubles *troubles = stet_troubles_new();
    bool done = call(folder, &edit, print_bytes, NULL, troubles);
    complain_troubles(troubles, 0);
    if (!done)
        complain("nothing was written");
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

int data_end(const Settings *settings, Operands operands)
{
    return edit_with(settings, operands, stet_book_end, "end PERSON OFFICE DATE [--next PERSON]");
}

int data_start(const Settings *settings, Operands operands)
{
    if (settings->next) {
        complain("--next is for \"stet data end\"; name the person who begins first");
        return EXIT_TROUBLE;
    }
    return edit_with(settings, operands, stet_book_start, "start PERSON OFFICE DATE");
}
