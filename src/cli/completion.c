/* stet completion: what a shell needs to complete verbs, options and their choices, made from the
 * table of options. Tests: tests/cli/manual.py. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* Help as one line, in a string of single quotes; `special` is escaped beside the quote. */
static void print_help(const char *help, const char *special)
{
    for (; *help && *help != '\n'; help++) {
        if (*help == '\'')
            printf("'\\''");
        else if (strchr(special, *help))
            printf("\\%c", *help);
        else
            putchar(*help);
    }
}

static void print_choices(const Option *option, const char *end)
{
    const char *name;
    for (size_t i = 0; (name = option->choice(i)); i++)
        printf("%s%s%s", i ? " " : "", name, end);
}

static void print_verbs(void)
{
    for (size_t i = 0; verbs[i]; i++)
        printf("%s%s", i ? " " : "", verbs[i]->name);
}

/* The words after a verb, or the verbs after "help". */
static void print_words(const Verb *verb)
{
    char word[WORD_SIZE];
    if (verb == &verb_help)
        print_verbs();
    for (size_t i = 0; verb_word(verb, i, word); i++)
        printf("%s%s", i ? " " : "", word);
}

/* --- bash --- */

static void print_bash_choices(const Verb *verb)
{
    const Option *option;
    for (size_t at = 0; (option = verb_option(verb, &at));) {
        if (!option->choice)
            continue;
        printf("    '%s --%s'", verb->name, option->name);
        if (option->letter)
            printf("|'%s -%c'", verb->name, option->letter);
        printf(") words='");
        print_choices(option, "");
        printf("' ;;\n");
    }
}

static void print_bash_verb(const Verb *verb)
{
    const Option *option;
    char word[WORD_SIZE];
    printf("    %s) options='", verb->name);
    for (size_t at = 0; (option = verb_option(verb, &at));)
        printf("--%s ", option->name);
    printf("'");
    if (verb == &verb_help || verb_word(verb, 0, word)) {
        printf("; [ \"$COMP_CWORD\" -eq 2 ] && words='");
        print_words(verb);
        printf("'");
    }
    printf(" ;;\n");
}

static void print_bash(void)
{
    printf("# Completion of stet for bash, made by \"stet completion bash\".\n"
           "_stet() {\n"
           "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}\n"
           "    local verb=check words= options=\n"
           "    case ${COMP_WORDS[1]} in\n    ");
    for (size_t i = 0; verbs[i]; i++)
        printf("%s%s", i ? "|" : "", verbs[i]->name);
    printf(") [ \"$COMP_CWORD\" -gt 1 ] && verb=${COMP_WORDS[1]} ;;\n"
           "    esac\n"
           "    case \"$verb $prev\" in\n");
    for (size_t i = 0; verbs[i]; i++)
        print_bash_choices(verbs[i]);
    printf("    esac\n"
           "    if [ -n \"$words\" ]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
           "        return\n"
           "    fi\n"
           "    case $verb in\n");
    for (size_t i = 0; verbs[i]; i++)
        print_bash_verb(verbs[i]);
    printf("    esac\n"
           "    [ \"$COMP_CWORD\" -eq 1 ] && words='");
    print_verbs();
    printf("'\n"
           "    case $cur in\n"
           "    -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\") ;;\n"
           "    *) mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\"; compgen -f -- "
           "\"$cur\") ;;\n"
           "    esac\n"
           "}\n"
           "complete -o filenames -F _stet stet\n");
}

/* --- zsh --- */

static void print_zsh_option(const Option *option)
{
    const char *special = "[]:\\";
    printf("            '");
    if (option->letter)
        printf("*-%c+[", option->letter);
    else
        printf("*--%s%s[", option->name, option->value ? "=" : "");
    print_help(option->help, special);
    printf("]");
    if (option->value)
        printf(":%s:%s", option->name, option->choice ? "(" : "_files");
    if (option->choice) {
        print_choices(option, "");
        printf(")");
    }
    printf("' \\\n");
}

static void print_zsh_verb(const Verb *verb)
{
    const Option *option;
    char word[WORD_SIZE];
    printf("    %s)\n        _arguments -S \\\n", verb->name);
    for (size_t at = 0; (option = verb_option(verb, &at));) {
        Option only_long = *option;
        only_long.letter = 0;
        print_zsh_option(&only_long);
        if (option->letter && option->value)
            print_zsh_option(option);
    }
    if (verb == &verb_help || verb_word(verb, 0, word)) {
        printf("            '1:word:(");
        print_words(verb);
        printf(")' \\\n");
    }
    printf("            '*:file:_files' ;;\n");
}

static void print_zsh(void)
{
    printf("#compdef stet\n"
           "# Completion of stet for zsh, made by \"stet completion zsh\".\n"
           "_stet() {\n"
           "    local verb=check\n"
           "    local -a verbs=(\n");
    for (size_t i = 0; verbs[i]; i++)
        printf("        '%s:%s'\n", verbs[i]->name, verbs[i]->summary);
    printf("    )\n"
           "    if ((CURRENT == 2)) && [[ ${words[2]} != -* ]]; then\n"
           "        _describe verb verbs\n"
           "        _files\n"
           "        return\n"
           "    fi\n"
           "    if [[ -n ${(M)verbs:#${words[2]}:*} ]]; then\n"
           "        verb=${words[2]}\n"
           "        shift words\n"
           "        ((CURRENT--))\n"
           "    fi\n"
           "    case $verb in\n");
    for (size_t i = 0; verbs[i]; i++)
        print_zsh_verb(verbs[i]);
    printf("    esac\n}\n_stet \"$@\"\n");
}

/* --- fish --- */

static void print_fish_option(const Verb *verb, const Option *option)
{
    const char *other = verb == verbs[0] ? "__fish_use_subcommand; or " : "";
    printf("complete -c stet -n '%s__fish_seen_subcommand_from %s' -l %s", other, verb->name,
           option->name);
    if (option->letter)
        printf(" -s %c", option->letter);
    if (option->choice) {
        printf(" -x -a '");
        print_choices(option, "");
        printf("'");
    } else if (option->value) {
        printf(" -r");
    }
    printf(" -d '");
    print_help(option->help, "\\");
    printf("'\n");
}

static void print_fish(void)
{
    const Option *option;
    char word[WORD_SIZE];
    printf("# Completion of stet for fish, made by \"stet completion fish\".\n");
    for (size_t i = 0; verbs[i]; i++)
        printf("complete -c stet -n __fish_use_subcommand -a %s -d '%s'\n", verbs[i]->name,
               verbs[i]->summary);
    for (size_t i = 0; verbs[i]; i++) {
        for (size_t at = 0; (option = verb_option(verbs[i], &at));)
            print_fish_option(verbs[i], option);
        if (verbs[i] != &verb_help && !verb_word(verbs[i], 0, word))
            continue;
        printf("complete -c stet -n '__fish_seen_subcommand_from %s' -a '", verbs[i]->name);
        print_words(verbs[i]);
        printf("'\n");
    }
}

static int completion_run(const Settings *settings, Operands operands)
{
    static const struct {
        const char *name;
        void (*print)(void);
    } shells[] = {{"bash", print_bash}, {"zsh", print_zsh}, {"fish", print_fish}};
    (void)settings;
    for (size_t i = 0; operands.count == 1 && i < sizeof shells / sizeof *shells; i++)
        if (!strcmp(shells[i].name, operands.items[0])) {
            shells[i].print();
            return EXIT_CLEAN;
        }
    complain("expected bash, zsh or fish");
    return EXIT_TROUBLE;
}

const Verb verb_completion = {
    "completion",
    "bash|zsh|fish",
    "print what a shell needs to complete stet",
    "  bash   source <(stet completion bash), in ~/.bashrc\n"
    "  zsh    stet completion zsh >DIR/_stet, DIR in $fpath\n"
    "  fish   stet completion fish >~/.config/fish/completions/stet.fish\n",
    VERB_COMPLETION,
    completion_run,
};
