/* stet rules: what a standards editor does with the rules. The first operand says what. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An answer that needs the rules open. */
typedef bool Ask(const StetRules *rules, const char *name, StetTroubles *troubles);

static int ask_rules(const Settings *settings, const char *name, Ask *ask)
{
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open_for(settings, "-", troubles);
    size_t told = stet_troubles_count(troubles);
    bool done = rules && ask(rules, name, troubles);
    complain_troubles(troubles, told);
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

static bool ask_list(const StetRules *rules, const char *name, StetTroubles *troubles)
{
    (void)name;
    return stet_rules_list(rules, print_bytes, NULL, troubles);
}

static bool ask_show(const StetRules *rules, const char *name, StetTroubles *troubles)
{
    return stet_rules_show(rules, name, print_bytes, NULL, troubles);
}

static bool ask_help(const StetRules *rules, const char *name, StetTroubles *troubles)
{
    return stet_rules_explain(rules, name, print_bytes, NULL, troubles);
}

static int facts_run(const Settings *settings, Operands operands)
{
    (void)settings;
    (void)operands;
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_rules_facts(print_bytes, NULL, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int list_run(const Settings *settings, Operands operands)
{
    (void)operands;
    return ask_rules(settings, NULL, ask_list);
}

static int show_run(const Settings *settings, Operands operands)
{
    return ask_rules(settings, operands.items[0], ask_show);
}

int explain_rule(const Settings *settings, const char *name)
{
    return ask_rules(settings, name, ask_help);
}

static int check_run(const Settings *settings, Operands operands)
{
    (void)operands;
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open_for(settings, "-", troubles);
    size_t told = stet_troubles_count(troubles), found = 0;
    if (rules) {
        found = stet_rules_analyse(rules, troubles);
        complain_troubles(troubles, told);
        printf("%zu rules, %zu found\n", stet_rules_holdings(rules).rules, found);
    }
    int status = !rules ? EXIT_TROUBLE : found ? EXIT_FOUND : EXIT_CLEAN;
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

/* --- test --- */

static bool print_share(const char *what, StetShare share, size_t threshold)
{
    size_t percent = share.all ? share.covered * 100 / share.all : 100;
    printf("%-14s %5zu of %5zu, %3zu %%%s\n", what, share.covered, share.all, percent,
           percent < threshold ? ", too few" : "");
    return percent >= threshold;
}

static bool print_result(const StetExamResult *result, const StetExam *exam, size_t threshold)
{
    bool enough = true;
    printf("%zu passed, %zu failed", result->passed, result->failed);
    printf(result->todo ? ", %zu to do\n" : "\n", result->todo);
    if (exam->coverage) {
        enough &= print_share("rules", result->rules, threshold);
        enough &= print_share("rows", result->rows, threshold);
        enough &= print_share("constructions", result->constructions, threshold);
        enough &= print_share("offices", result->offices, threshold);
    }
    if (exam->widen)
        enough &= print_share("conditions", result->conditions, 100);
    return enough;
}

/* 0 to 100; false after saying that it is none. */
static bool read_threshold(const char *text, size_t *out)
{
    char *end;
    unsigned long value = text ? strtoul(text, &end, 10) : 0;
    *out = value;
    if (!text || (*text && !*end && value <= 100))
        return true;
    complain("--threshold %s: expected a number from 0 to 100", text);
    return false;
}

static int test_run(const Settings *settings, Operands operands)
{
    size_t threshold;
    if (!read_threshold(settings->threshold, &threshold))
        return EXIT_TROUBLE;
    StetExam exam = {.articles = (const char *const *)operands.items,
                     .article_count = (size_t)operands.count,
                     .date = settings->date,
                     .coverage = settings->coverage,
                     .widen = settings->widen};
    StetExamResult result = {0};
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open_for(settings, "-", troubles);
    size_t told = stet_troubles_count(troubles);
    bool done = rules && stet_rules_examine(rules, &exam, &result, troubles);
    complain_troubles(troubles, told);
    bool good = done && print_result(&result, &exam, threshold) && !result.failed;
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return !done ? EXIT_TROUBLE : good ? EXIT_CLEAN : EXIT_FOUND;
}

typedef struct Action {
    const char *name;
    int least; /* operands */
    int most;
    int (*run)(const Settings *settings, Operands operands);
} Action;

static const Action actions[] = {
    {"check", 0, 0, check_run}, {"test", 0, 1 << 20, test_run}, {"list", 0, 0, list_run},
    {"show", 1, 1, show_run},   {"facts", 0, 0, facts_run},
};

static int rules_run(const Settings *settings, Operands operands)
{
    Operands rest = {operands.items + 1, operands.count - 1};
    for (size_t i = 0; operands.count && i < sizeof actions / sizeof *actions; i++)
        if (!strcmp(operands.items[0], actions[i].name) && rest.count >= actions[i].least &&
            rest.count <= actions[i].most)
            return actions[i].run(settings, rest);
    complain("expected \"stet rules check\", test [PATH...], list, show NAME or facts; see \"stet "
             "help rules\"");
    return EXIT_TROUBLE;
}

const Verb verb_rules = {
    "rules",
    "check|test|list|show|facts ...",
    "check, test or list the rules",
    "  check          list what is wrong with the rules: rows that never fire or meet,\n"
    "                 facts that no row speaks to, examples that another rule catches\n"
    "  test [PATH...] run the examples inside the rules, and articles that say what is\n"
    "                 expected of the line below <!-- contradicted: RULE --> or\n"
    "                 <!-- ok: RULE -->\n"
    "  list           name the rules\n"
    "  show NAME      show a rule's rows, message and examples\n"
    "  facts          list the facts that a rule can ask for, with their values, and the\n"
    "                 placeholders of its message\n\n"
    "Status: 0 all is well, 1 something is wrong with the rules, 2 they cannot be read.\n",
    VERB_RULES,
    rules_run,
};
