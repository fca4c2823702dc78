/* argv -> verb -> exit status. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"

/* The first word is a verb, or there is none and it is a file to check. */
static const Verb *choose_verb(int argc, char **argv)
{
    const Verb *verb = argc > 1 ? verb_find(argv[1]) : NULL;
    return verb ? verb : verbs[0];
}

/* A word that is no file either was perhaps to be a verb: "stet chekc a.txt". */
static const char *missed_verb(int argc, char **argv)
{
    if (argc < 2 || argv[1][0] == '-' || verb_find(argv[1]) || access(argv[1], F_OK) == 0)
        return NULL;
    return verb_near(argv[1]);
}

/* What was printed by halves is not done. A report that could not be written has said so already.
 */
static int flush_output(int status)
{
    if (!fflush(stdout) && !ferror(stdout))
        return status;
    if (status != EXIT_TROUBLE && errno != EPIPE)
        complain("standard output cannot be written: %s", strerror(errno));
    return EXIT_TROUBLE;
}

int main(int argc, char **argv)
{
    signal(SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, with a status of its own */

    const char *near = missed_verb(argc, argv);
    if (near) {
        complain("%s is no verb and no file, did you mean %s?", argv[1], near);
        return EXIT_TROUBLE;
    }
    const Verb *verb = choose_verb(argc, argv);
    bool named = argc > 1 && verb_find(argv[1]);
    Settings settings = {.fail_level = STET_WARNING};
    Operands operands;
    if (!options_read(verb, argc - named, argv + named, &settings, &operands))
        return EXIT_TROUBLE;
    if (settings.version) {
        printf("stet %s\n", stet_version());
        return flush_output(EXIT_CLEAN);
    }
    if (settings.help) {
        help_print(named ? verb : NULL);
        return flush_output(EXIT_CLEAN);
    }
    return flush_output(verb->run(&settings, operands));
}
