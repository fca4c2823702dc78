/* The list of verbs, and how all of them complain. */
#include "cli/cli.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const Verb *const verbs[] = {&verb_check,   &verb_baseline, &verb_report, &verb_test,
                             &verb_who,     &verb_rules,    &verb_data,   &verb_extract,
                             &verb_explain, &verb_config,   &verb_init,   &verb_completion,
                             &verb_manual,  &verb_help,     NULL};

enum { VERB_TOTAL = sizeof verbs / sizeof *verbs - 1 };

const Verb *verb_find(const char *name)
{
    for (int i = 0; i < VERB_TOTAL; i++)
        if (!strcmp(verbs[i]->name, name))
            return verbs[i];
    return NULL;
}

const char *verb_near(const char *word)
{
    const char *names[VERB_TOTAL + 1] = {NULL};
    for (int i = 0; i < VERB_TOTAL; i++)
        names[i] = verbs[i]->name;
    return stet_nearest_word(word, names);
}

bool verb_word(const Verb *verb, size_t index, char out[WORD_SIZE])
{
    const char *at = verb->operands;
    if (strcspn(at, "|") > strspn(at, "abcdefghijklmnopqrstuvwxyz"))
        return false;
    for (; index; index--) {
        at += strcspn(at, "| ");
        if (*at != '|')
            return false;
        at++;
    }
    snprintf(out, WORD_SIZE, "%.*s", (int)strcspn(at, "| "), at);
    return *out != '\0';
}

bool print_bytes(void *to, const char *bytes, size_t length)
{
    (void)to;
    return fwrite(bytes, 1, length, stdout) == length;
}

void complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fputs("stet: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

size_t complain_troubles(const StetTroubles *troubles, size_t from)
{
    size_t count = stet_troubles_count(troubles);
    for (size_t i = from; i < count; i++)
        fprintf(stderr, "%s\n", stet_troubles_text(troubles, i));
    return count - from;
}
