/* stet help: what the program does, or what a verb takes. */
#include "cli/cli.h"

static int help_run(const Settings *settings, Operands operands)
{
    (void)settings;
    if (!operands.count) {
        help_print(NULL);
        return EXIT_CLEAN;
    }
    const Verb *verb = verb_find(operands.items[0]);
    if (verb) {
        help_print(verb);
        return EXIT_CLEAN;
    }
    const char *near = verb_near(operands.items[0]);
    complain(near ? "unknown verb %s, did you mean %s?" : "unknown verb %s; see stet --help",
             operands.items[0], near);
    return EXIT_TROUBLE;
}

const Verb verb_help = {
    "help", "[VERB]", "say what the program does, or a verb", NULL, VERB_HELP, help_run,
};
