/* The one table of options. getopt_long parses by it; help, the manual and the completions of
 * shells print it. */
#include "cli/cli.h"

#include <getopt.h>
#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *source_format(size_t index)
{
    static const char *const names[] = {
        [STET_FORMAT_AUTO] = "auto",         [STET_FORMAT_TEXT] = "text",
        [STET_FORMAT_MARKDOWN] = "markdown", [STET_FORMAT_HTML] = "html",
        [STET_FORMAT_RECORD] = "ndjson",     NULL};
    return names[index];
}

static const char *fail_level(size_t index)
{
    static const char *const names[] = {[STET_NOTE] = "note",
                                        [STET_WARNING] = "warning",
                                        [STET_ERROR] = "error",
                                        [FAIL_NEVER] = "never",
                                        NULL};
    return names[index];
}

static const char *shown_level(size_t index)
{
    return index <= STET_ERROR ? fail_level(index) : NULL;
}

static const char *colour(size_t index)
{
    static const char *const names[] = {
        [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never", NULL};
    return names[index];
}

static const char *book_format(size_t index)
{
    static const char *const names[] = {[STET_BOOK_TEXT] = "text", [STET_BOOK_JSON] = "json", NULL};
    return names[index];
}

enum {
    VERBS_WORKINGS = VERB_EXTRACT | VERB_EXPLAIN, /* they check, and say how */
    VERBS_WITH_RULES =
        VERB_CHECK | VERB_BASELINE | VERB_TEST | VERB_WHO | VERB_DATA | VERB_RULES | VERBS_WORKINGS,
    VERBS_GOVERNED = /* by stet.yaml */
    VERB_CHECK | VERB_BASELINE | VERB_CONFIG | VERB_WHO | VERB_RULES | VERBS_WORKINGS
};
static const unsigned verbs_every = ~0U;

static const Option options[] = {
    {0, "date", OPTION_TEXT, offsetof(Settings, date), "DATE", NULL,
     VERB_CHECK | VERB_BASELINE | VERBS_WORKINGS,
     "judge as of DATE, YYYY-MM-DD, or \"infer\": as of the\n"
     "days on which the article's own claims agree; without\n"
     "it as of the article's own date, else today"},
    {0, "home", OPTION_TEXT, offsetof(Settings, home), "PLACE", NULL,
     VERB_CHECK | VERB_BASELINE | VERB_CONFIG | VERBS_WORKINGS,
     "where \"the prime minister\" is when nothing else says\n"
     "so, instead of `home:`: an id, a name, an adjective"},
    {0, "from", OPTION_CHOICE, offsetof(Settings, from), "KIND", source_format,
     VERB_CHECK | VERB_BASELINE | VERBS_WORKINGS,
     "what the input is; auto goes by the name's ending:"},
    {0, "from", OPTION_CHOICE, offsetof(Settings, from), "KIND", stet_import_format, VERB_DATA,
     "import: what the files are:"},
    {0, "into", OPTION_TEXT, offsetof(Settings, into), "FOLDER", NULL, VERB_DATA,
     "import: the reference that is to know more"},
    {0, "as-of", OPTION_TEXT, offsetof(Settings, as_of), "DATE", NULL, VERB_DATA,
     "import: the day on which the data was taken"},
    {'f', "format", OPTION_FORMAT, offsetof(Settings, outputs), "FORMAT[=FILE]", stet_report_format,
     VERB_CHECK | VERB_REPORT,
     "what the report is to be, and its file; several may\n"
     "be given, one of them to standard output:"},
    {'f', "format", OPTION_CHOICE, offsetof(Settings, format), "FORMAT", book_format,
     VERB_WHO | VERB_DATA | VERB_EXTRACT, "what is to be printed:"},
    {0, "place", OPTION_TEXT, offsetof(Settings, place), "PLACE", NULL, VERB_WHO | VERB_DATA,
     "offices of PLACE only: an id, a name, an adjective"},
    {0, "on", OPTION_TEXT, offsetof(Settings, on), "DATE", NULL, VERB_WHO,
     "only who held it on DATE, YYYY-MM-DD"},
    {0, "next", OPTION_TEXT, offsetof(Settings, next), "PERSON", NULL, VERB_DATA,
     "end: PERSON follows on the same day"},
    {0, "source", OPTION_TEXT, offsetof(Settings, source), "ID", NULL, VERB_DATA,
     "end, start: the source that says so; without one the\n"
     "fact is written as unconfirmed"},
    {'o', "output", OPTION_FILE, offsetof(Settings, outputs), "FILE", NULL,
     VERB_CHECK | VERB_REPORT,
     "write the report to FILE, whole or not at all; of\nseveral formats the last"},
    {'o', "output", OPTION_TEXT, offsetof(Settings, output), "FILE", NULL, VERB_DATA,
     "build: write the compiled book to FILE"},
    {0, "fail-level", OPTION_CHOICE, offsetof(Settings, fail_level), "LEVEL", fail_level,
     VERB_CHECK | VERB_CONFIG, "end with status 1 from this level on (warning):"},
    {0, "date", OPTION_TEXT, offsetof(Settings, date), "DATE", NULL, VERB_RULES,
     "test: the date of an article that has none"},
    {0, "fix", OPTION_COUNT, offsetof(Settings, fix), NULL, NULL, VERB_CHECK,
     "repair the files where that is safe, and report what\nis left"},
    {0, "unsafe-fixes", OPTION_COUNT, offsetof(Settings, unsafe_fixes), NULL, NULL, VERB_CHECK,
     "--fix, --diff: those too that want an editor's eye"},
    {0, "diff", OPTION_COUNT, offsetof(Settings, diff), NULL, NULL, VERB_CHECK,
     "print what --fix would change instead of a report;\nstatus 1 where that is anything"},
    {0, "conflicts", OPTION_COUNT, offsetof(Settings, conflicts), NULL, NULL, VERB_DATA,
     "status: list what sources say otherwise than the book,\nas imports left it in conflicts.csv"},
    {0, "coverage", OPTION_COUNT, offsetof(Settings, coverage), NULL, NULL, VERB_RULES,
     "test: how much of rules, rows, constructions and\noffices the texts reach"},
    {0, "threshold", OPTION_TEXT, offsetof(Settings, threshold), "PERCENT", NULL, VERB_RULES,
     "test: end with status 1 where it is less"},
    {0, "widen", OPTION_COUNT, offsetof(Settings, widen), NULL, NULL, VERB_RULES,
     "test: drop and widen each condition of each row: an\nexample must notice"},
    {0, "config", OPTION_TEXT, offsetof(Settings, config), "FILE", NULL, VERBS_GOVERNED,
     "settings from FILE, not from the stet.yaml above\n"
     "what is checked"},
    {0, "no-config", OPTION_COUNT, offsetof(Settings, no_config), NULL, NULL, VERBS_GOVERNED,
     "as shipped: read no stet.yaml"},
    {0, "baseline", OPTION_TEXT, offsetof(Settings, baseline), "FILE", NULL,
     VERB_CHECK | VERB_BASELINE, "findings in FILE do not count (" BASELINE_FILE ")"},
    {0, "no-baseline", OPTION_COUNT, offsetof(Settings, no_baseline), NULL, NULL, VERB_CHECK,
     "all findings count"},
    {0, "reason", OPTION_TEXT, offsetof(Settings, reason), "TEXT", NULL, VERB_BASELINE,
     "create, update: why the new entries may stand"},
    {0, "expires", OPTION_TEXT, offsetof(Settings, expires), "DATE", NULL, VERB_BASELINE,
     "create, update: their last day, YYYY-MM-DD"},
    {0, "files-from", OPTION_TEXT, offsetof(Settings, files_from), "FILE", NULL,
     VERB_CHECK | VERB_BASELINE,
     "check what FILE lists too, one path a line or each\nended by NUL; - is standard input"},
    {0, "changed-since", OPTION_TEXT, offsetof(Settings, changed_since), "REV", NULL,
     VERB_CHECK | VERB_BASELINE, "only articles that changed since REV, as git has it"},
    {0, "only-changed-lines", OPTION_COUNT, offsetof(Settings, only_changed_lines), NULL, NULL,
     VERB_CHECK | VERB_BASELINE, "with --changed-since: only what touches changed lines"},
    {0, "force-exclude", OPTION_COUNT, offsetof(Settings, force_exclude), NULL, NULL,
     VERB_CHECK | VERB_BASELINE, "`exclude:` of stet.yaml holds for named files too"},
    {'j', "jobs", OPTION_TEXT, offsetof(Settings, jobs), "N", NULL, VERB_CHECK | VERB_BASELINE,
     "check in N threads; the report stays the same (1)"},
    {0, "allow-empty", OPTION_COUNT, offsetof(Settings, allow_empty), NULL, NULL,
     VERB_CHECK | VERB_BASELINE, "nothing to check, or nothing to check it by, is fine"},
    {0, "level", OPTION_CHOICE, offsetof(Settings, level), "LEVEL", shown_level, VERB_CHECK,
     "report findings from this level on (note):"},
    {0, "max-findings", OPTION_TEXT, offsetof(Settings, max_findings), "N", NULL, VERB_CHECK,
     "report N findings at most; all count"},
    {0, "exit-zero", OPTION_COUNT, offsetof(Settings, exit_zero), NULL, NULL, VERB_CHECK,
     "end with status 0 where it would be 1"},
    {0, "no-stet-marks", OPTION_COUNT, offsetof(Settings, no_marks), NULL, NULL,
     VERB_CHECK | VERB_BASELINE, "marks in articles let nothing stand"},
    {0, "rules", OPTION_TEXT, offsetof(Settings, rules), "FOLDER", NULL, VERBS_WITH_RULES,
     "take rules, words and reference from FOLDER"},
    {'v', "verbose", OPTION_COUNT, offsetof(Settings, verbose), NULL, NULL,
     VERB_CHECK | VERB_REPORT, "text: list each claim, with its reason and source"},
    {'q', "quiet", OPTION_COUNT, offsetof(Settings, quiet), NULL, NULL, VERB_CHECK | VERB_REPORT,
     "text: findings only, no heads, no summary"},
    {0, "color", OPTION_CHOICE, offsetof(Settings, colour), "WHEN", colour,
     VERB_CHECK | VERB_REPORT, "colour the text; auto at a terminal, without NO_COLOR:"},
    {'h', "help", OPTION_COUNT, offsetof(Settings, help), NULL, NULL, ~0U, "print this and end"},
    {'V', "version", OPTION_COUNT, offsetof(Settings, version), NULL, NULL, ~0U,
     "print the version and end"},
};

enum { OPTION_TOTAL = sizeof options / sizeof *options };
_Static_assert((int)OPTION_TOTAL <= (int)OPTIONS_MOST, "room for the origins");

static const Option *option_named(const char *name, int *index)
{
    *index = 0;
    while (*index < OPTION_TOTAL && strcmp(options[*index].name, name))
        ++*index;
    assert(*index < OPTION_TOTAL);
    return &options[*index];
}

const char *option_origin(const Settings *settings, const char *name)
{
    int index;
    option_named(name, &index);
    return settings->origins[index];
}

const char *option_word(const char *name, size_t choice)
{
    int index;
    return option_named(name, &index)->choice(choice);
}

size_t option_choice(const char *name, const char *word)
{
    int index;
    const Option *option = option_named(name, &index);
    size_t choice = 0;
    while (strcmp(option->choice(choice), word))
        choice++;
    return choice;
}

const Option *verb_option(const Verb *verb, size_t *at)
{
    while (*at < OPTION_TOTAL)
        if (options[(*at)++].verbs & verb->bit)
            return &options[*at - 1];
    return NULL;
}

static void *setting_of(Settings *settings, const Option *option)
{
    return (char *)settings + option->setting;
}

/* "text, json or jsonl" */
static void choices_text(const Option *option, char *out, size_t size)
{
    size_t used = 0;
    const char *name;
    *out = '\0';
    for (size_t i = 0; (name = option->choice(i)) && used < size; i++) {
        const char *between = !i ? "" : option->choice(i + 1) ? ", " : " or ";
        used += (size_t)snprintf(out + used, size - used, "%s%s", between, name);
    }
}

/* --- parsing --- */

/* The table as getopt_long wants it, for one verb. */
typedef struct Getopt {
    struct option longs[OPTION_TOTAL + 1];
    char shorts[2 * OPTION_TOTAL + 2];
    const char *names[OPTION_TOTAL + 1];
} Getopt;

enum { FIRST_LONG = 256 }; /* what getopt_long returns for the first option of the table */

static void getopt_fill(const Verb *verb, Getopt *out)
{
    *out = (Getopt){.shorts = ":"};
    size_t count = 0, letters = 1;
    for (int i = 0; i < OPTION_TOTAL; i++) {
        const Option *option = &options[i];
        if (!(option->verbs & verb->bit))
            continue;
        out->names[count] = option->name;
        out->longs[count++] = (struct option){
            option->name, option->value ? required_argument : no_argument, NULL, FIRST_LONG + i};
        if (!option->letter)
            continue;
        out->shorts[letters++] = option->letter;
        if (option->value)
            out->shorts[letters++] = ':';
    }
}

static const Option *option_of(const Verb *verb, int got)
{
    if (got >= FIRST_LONG)
        return &options[got - FIRST_LONG];
    for (int i = 0; i < OPTION_TOTAL; i++)
        if (options[i].letter == got && options[i].verbs & verb->bit)
            return &options[i];
    return NULL;
}

static bool choose(const Option *option, const char *origin, const char *value, size_t length,
                   size_t *out)
{
    const char *name;
    for (size_t i = 0; (name = option->choice(i)); i++)
        if (strlen(name) == length && !strncmp(name, value, length)) {
            *out = i;
            return true;
        }
    char choices[200];
    choices_text(option, choices, sizeof choices);
    complain("%s %s: expected %s", origin, value, choices);
    return false;
}

/* "FORMAT" or "FORMAT=FILE" */
static bool add_output(Settings *settings, const Option *option, const char *origin,
                       const char *value)
{
    if (settings->output_count == OUTPUTS_MOST) {
        complain("%s %s: is one too many, expected %d at the most", origin, value, OUTPUTS_MOST);
        return false;
    }
    size_t length = strcspn(value, "=");
    OutputSetting *output = &settings->outputs[settings->output_count];
    if (!choose(option, origin, value, length, &output->format))
        return false;
    if (value[length] && !value[length + 1]) {
        complain("%s %s: no file follows the =", origin, value);
        return false;
    }
    output->file = value[length] ? value + length + 1 : NULL;
    settings->output_count++;
    return true;
}

/* Without a format it is text that goes to the file. */
static bool set_file(Settings *settings, const char *origin, const char *value)
{
    if (!settings->output_count)
        settings->output_count = 1;
    OutputSetting *last = &settings->outputs[settings->output_count - 1];
    if (last->file) {
        complain("%s %s: its report goes to %s already", origin, value, last->file);
        return false;
    }
    last->file = value;
    return true;
}

/* Two reports in one place would be none. */
static bool outputs_differ(const Settings *settings)
{
    for (size_t i = 0; i < settings->output_count; i++)
        for (size_t j = 0; j < i; j++) {
            const char *a = settings->outputs[i].file, *b = settings->outputs[j].file;
            if (!a && !b) {
                complain("two reports go to standard output: name a file for one of them, as in "
                         "--format %s=FILE",
                         stet_report_format(settings->outputs[i].format));
                return false;
            }
            if (a && b && !strcmp(a, b)) {
                complain("two reports go to %s", a);
                return false;
            }
        }
    return true;
}

static bool set(Settings *settings, const Option *option, const char *origin, const char *value)
{
    settings->origins[option - options] = origin;
    switch (option->kind) {
    case OPTION_TEXT:
        *(const char **)setting_of(settings, option) = value;
        return true;
    case OPTION_CHOICE:
        return choose(option, origin, value, strlen(value), setting_of(settings, option));
    case OPTION_COUNT:
        ++*(int *)setting_of(settings, option);
        return true;
    case OPTION_FORMAT:
        return add_output(settings, option, origin, value);
    case OPTION_FILE:
        return set_file(settings, origin, value);
    }
    return false;
}

/* What the origins point at: "--fail-level", and "STET_FAIL_LEVEL" behind the dashes' place. */
typedef char Word[32];
static Word option_flag[OPTION_TOTAL];
static Word option_variable[OPTION_TOTAL];

static void name_options(void)
{
    for (int i = 0; i < OPTION_TOTAL; i++) {
        snprintf(option_flag[i], sizeof(Word), "--%s", options[i].name);
        snprintf(option_variable[i], sizeof(Word), "STET_%s", options[i].name);
        for (char *at = option_variable[i]; *at; at++)
            *at = *at == '-' ? '_' : (char)toupper((unsigned char)*at);
    }
}

/* STET_FAIL_LEVEL and its like speak where the option was not given. The rules folder has a search
 * of its own, which knows its variable. */
static bool environment_read(const Verb *verb, Settings *settings)
{
    for (int i = 0; i < OPTION_TOTAL; i++) {
        const Option *option = &options[i];
        if (!(option->verbs & verb->bit) || settings->origins[i] || option->verbs == verbs_every ||
            !strcmp(option->name, "rules"))
            continue;
        const char *value = getenv(option_variable[i]);
        bool counted = option->kind == OPTION_COUNT && value && !strcmp(value, "0");
        if (value && *value && !counted && !set(settings, option, option_variable[i], value))
            return false;
    }
    return true;
}

static void complain_unknown(const Verb *verb, const Getopt *known, const char *word)
{
    char name[64];
    const char *near = NULL;
    if (!strncmp(word, "--", 2)) {
        snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
        near = stet_nearest_word(name, known->names);
    }
    if (near)
        complain("unknown option %s, did you mean --%s?", word, near);
    else
        complain("unknown option %s; \"stet help %s\" lists those that there are", word,
                 verb->name);
}

bool options_read(const Verb *verb, int argc, char **argv, Settings *settings, Operands *operands)
{
    Getopt known;
    name_options();
    getopt_fill(verb, &known);
    opterr = 0;
    int got;
    while ((got = getopt_long(argc, argv, known.shorts, known.longs, NULL)) != -1) {
        const Option *option = option_of(verb, got == ':' ? optopt : got);
        if (got == ':') {
            complain("--%s: nothing follows, expected %s", option->name, option->value);
            return false;
        }
        if (got == '?') {
            char letter[3] = {'-', (char)optopt, '\0'};
            bool is_letter = optopt && optopt < FIRST_LONG;
            complain_unknown(verb, &known, is_letter ? letter : argv[optind - 1]);
            return false;
        }
        if (!set(settings, option, option_flag[option - options], optarg))
            return false;
    }
    if (!environment_read(verb, settings))
        return false;
    *operands = (Operands){argv + optind, argc - optind};
    return outputs_differ(settings);
}

/* --- help --- */

enum { HELP_COLUMN = 26, HELP_WIDTH = 79 };

/* In lines, broken after blanks. */
static void print_choices(const char *choices)
{
    while (*choices) {
        size_t len = strlen(choices);
        if (len > HELP_WIDTH - HELP_COLUMN)
            for (len = HELP_WIDTH - HELP_COLUMN; choices[len] != ' '; len--)
                ;
        printf("%*s%.*s\n", HELP_COLUMN, "", (int)len, choices);
        choices += len + (choices[len] == ' ');
    }
}

static void print_option(const Option *option)
{
    char letter[] = "-?,", left[64], choices[200];
    letter[1] = option->letter;
    snprintf(left, sizeof left, "  %-3s --%s %s", option->letter ? letter : "", option->name,
             option->value ? option->value : "");
    bool fits = strlen(left) < HELP_COLUMN;
    printf(fits ? "%-*s" : "%-*s\n", HELP_COLUMN, left);
    for (const char *at = option->help; *at;) {
        int len = (int)strcspn(at, "\n");
        printf("%*s%.*s\n", fits && at == option->help ? 0 : HELP_COLUMN, "", len, at);
        at += len + (at[len] == '\n');
    }
    if (option->choice) {
        choices_text(option, choices, sizeof choices);
        print_choices(choices);
    }
}

static void print_options(const Verb *verb)
{
    puts("\noptions:");
    const Option *option;
    for (size_t at = 0; (option = verb_option(verb, &at));)
        print_option(option);
}

void help_print(const Verb *verb)
{
    if (verb) {
        printf("usage: stet %s %s\n\n%s.\n", verb->name, verb->operands, verb->summary);
        if (verb->help)
            printf("\n%s", verb->help);
        print_options(verb);
        return;
    }
    puts("stet checks what news text says about officeholders.\n\n"
         "usage: stet [VERB] [OPTIONS] [OPERANDS]\n\nverbs:");
    for (int i = 0; verbs[i]; i++)
        printf("  %-8s %s%s\n", verbs[i]->name, verbs[i]->summary, i ? "" : "; may be left out");
    print_options(&verb_check);
    puts("\n\"stet help VERB\" says more.");
}
