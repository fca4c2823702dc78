/* stet manual: the man page, in mdoc, made from the verbs and the table of options. The build
 * writes it to stet.1 for the installation. Tests: tests/cli/manual.py. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* The day on which the words below were last looked over. */
#define MANUAL_DATE "November 25, 2026"

/* Text of ours on lines of its own: nothing in it is a macro or an escape. */
static void print_text(const char *text)
{
    bool starts = true;
    for (; *text; text++) {
        if (starts && (*text == '.' || *text == '\''))
            printf("\\&");
        if (*text == '\\')
            printf("\\e");
        else if (*text == '-')
            printf("\\-");
        else
            putchar(*text);
        starts = *text == '\n';
    }
    if (!starts)
        putchar('\n');
}

static void print_option(const Option *option)
{
    const char *name;
    printf(".It ");
    if (option->letter)
        printf("Fl %c , ", option->letter);
    printf("Fl \\-%s", option->name);
    printf(option->value ? " Ar %s\n" : "\n", option->value);
    print_text(option->help);
    for (size_t i = 0; option->choice && (name = option->choice(i)); i++)
        printf(".Cm %s%s\n", name, option->choice(i + 1) ? " ," : "");
}

static void print_verb(const Verb *verb)
{
    const Option *option;
    printf(".Ss stet %s\n.Bd -literal\nstet %s%s", verb->name, verb->name,
           *verb->operands ? " " : "");
    print_text(*verb->operands ? verb->operands : "\n");
    printf(".Ed\n.Pp\n");
    printf("%c", verb->summary[0] - 'a' + 'A');
    print_text(verb->summary + 1);
    if (verb->help) {
        printf(".Bd -literal\n");
        print_text(verb->help);
        printf(".Ed\n");
    }
    printf(".Bl -tag -width Ds\n");
    for (size_t at = 0; (option = verb_option(verb, &at));)
        if (option->verbs != ~0U)
            print_option(option);
    printf(".It Fl h , Fl \\-help\nprint the help of the verb and end\n.El\n");
}

static int manual_run(const Settings *settings, Operands operands)
{
    (void)settings;
    (void)operands;
    printf(".\\\" Made by \"stet manual\" from src/cli: change the words there.\n"
           ".Dd " MANUAL_DATE "\n.Dt STET 1\n.Os\n.Sh NAME\n.Nm stet\n"
           ".Nd check what news text says about officeholders\n.Sh SYNOPSIS\n.Nm\n"
           ".Op Ar verb\n.Op Ar options\n.Op Ar operand ...\n.Sh DESCRIPTION\n.Nm\n"
           "reads articles, finds what they say of officeholders, and judges each statement\n"
           "against dated reference data: supported, contradicted, or unverifiable.\n"
           "It works without a network, and gives the same answer twice.\n"
           "Without a verb it checks.\n.Sh VERBS\n");
    for (size_t i = 0; verbs[i]; i++)
        print_verb(verbs[i]);
    printf(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n"
           ".It Ev STET_RULES\nthe folder of rules, words and reference\n"
           ".It Ev STET_FAIL_LEVEL No and its like\n"
           "each long option has a variable, which speaks where the option was not given\n"
           ".It Ev NO_COLOR\nno colours, where it is not empty\n"
           ".It Ev SOURCE_DATE_EPOCH\nseconds since 1970: the day that counts as today\n"
           ".It Ev GITHUB_STEP_SUMMARY\nwith the format\n.Cm github :\n"
           "the file to which the summary of the job is added\n.El\n"
           ".Sh FILES\n.Bl -tag -width Ds\n.It Pa stet.yaml\n"
           "settings, looked for from the checked file upwards\n.El\n"
           ".Sh EXIT STATUS\n.Bl -tag -width Ds\n"
           ".It 0\nnothing was found at or above the fail level\n.It 1\nsomething was\n"
           ".It 2\nnot all could be done; what could be, was\n.El\n"
           ".Sh EXAMPLES\n.Bd -literal\n"
           "stet article.md\n"
           "stet check \\-\\-date 2025\\-02\\-13 draft.txt\n"
           "stet check \\-f text \\-f sarif=out.sarif \\-f json=audit.json news\n"
           "stet report audit.json \\-f html \\-o audit.html\n"
           "stet who \\(dqprime minister\\(dq \\-\\-place gb \\-\\-on 2022\\-10\\-25\n.Ed\n");
    return EXIT_CLEAN;
}

const Verb verb_manual = {
    "manual", "", "print the man page", NULL, VERB_MANUAL, manual_run,
};
