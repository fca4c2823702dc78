/* stet check: judges what stands at each path and reports it, in one format or in several. */
#include "cli/cli.h"

#include <string.h>

/* The levels are in rising order; FAIL_NEVER is above them all. */
static bool has_failed(const StetReport *report, size_t fail_level)
{
    for (size_t level = fail_level; level <= STET_ERROR; level++)
        if (stet_report_finding_count(report, (StetLevel)level))
            return true;
    return false;
}

/* The desk at hand: one for each stet.yaml. */
typedef struct Check {
    const Settings *settings;
    const StetRules *rules;
    const char *today;
    StetConfig *config;
    StetDesk *desk;
    StetTroubles *troubles;
} Check;

static bool same_file(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static void close_desk(Check *check)
{
    stet_desk_free(check->desk);
    stet_config_free(check->config);
    check->desk = NULL;
    check->config = NULL;
}

/* Sits down at a desk with the settings that govern the path. */
static bool open_desk(Check *check, const char *path)
{
    size_t told;
    StetConfig *config = config_open(check->settings, path, check->troubles);
    if (config && check->config &&
        same_file(stet_config_file(config), stet_config_file(check->config))) {
        stet_config_free(config);
        return true;
    }
    if (!config)
        return false;
    close_desk(check);
    check->config = config;
    StetOptions options = {.date = check->settings->date,
                           .today = check->today,
                           .config = config,
                           .no_marks = check->settings->no_marks};
    told = stet_troubles_count(check->troubles);
    check->desk = stet_desk_new(check->rules, &options, check->troubles);
    complain_troubles(check->troubles, told);
    return check->desk != NULL;
}

/* Repairs what stands at a path, or shows how. False after saying what went wrong. */
static bool repair_path(const Check *check, const char *path, size_t *made)
{
    size_t told = stet_troubles_count(check->troubles);
    StetRepair repair = {.unsafe = check->settings->unsafe_fixes,
                         .diff = check->settings->diff ? print_bytes : NULL};
    return stet_repair_path(check->desk, path, (StetFormat)check->settings->from, &repair, made,
                            check->troubles) &
           !complain_troubles(check->troubles, told);
}

static int show_repairs(Check *check, Operands paths)
{
    bool done = true, any = false;
    for (int i = 0; i < paths.count; i++) {
        size_t made = 0;
        done &= open_desk(check, paths.items[i]) && repair_path(check, paths.items[i], &made);
        any |= made > 0;
    }
    return !done ? EXIT_TROUBLE : any ? EXIT_FOUND : EXIT_CLEAN;
}

/* Checks all paths. The troubles of each are told as soon as it is done. The run fails from the
 * level on that the first one's settings say. */
static int check_paths(Check *check, Operands paths, StetReport *report)
{
    size_t told = 0,
           fail_level = option_choice("fail-level", stet_config_text(check->config, "fail-level"));
    bool done = true;
    for (int i = 0; i < paths.count && !stet_report_stopped(report); i++) {
        if (!open_desk(check, paths.items[i])) {
            done = false;
            continue;
        }
        size_t made;
        if (check->settings->fix && !repair_path(check, paths.items[i], &made))
            done = false;
        size_t before = stet_troubles_count(check->troubles);
        stet_report_path(report, check->desk, paths.items[i], (StetFormat)check->settings->from,
                         check->troubles);
        told += complain_troubles(check->troubles, before);
    }
    bool found = has_failed(report, fail_level);
    bool whole = stet_report_end(report);
    if (!whole || !done || told)
        return EXIT_TROUBLE;
    return found ? EXIT_FOUND : EXIT_CLEAN;
}

static int check_with(const Settings *settings, Operands paths, const StetRules *rules,
                      StetTroubles *troubles)
{
    char today[TODAY_SIZE];
    if (!today_read(today))
        return EXIT_TROUBLE;
    Check check = {.settings = settings, .rules = rules, .today = today, .troubles = troubles};
    if (!open_desk(&check, paths.items[0])) {
        close_desk(&check);
        return EXIT_TROUBLE;
    }
    if (settings->diff) {
        int status = show_repairs(&check, paths);
        close_desk(&check);
        return status;
    }
    Outputs outputs;
    outputs_open(settings, &outputs);
    StetReport *report = stet_report_new(rules, outputs.items, outputs.count);
    int status = check_paths(&check, paths, report);
    if (!outputs_close(&outputs, troubles))
        status = EXIT_TROUBLE;
    close_desk(&check);
    return status;
}

static int check_run(const Settings *settings, Operands paths)
{
    if (!paths.count) {
        complain("nothing to check: name files, or - for standard input");
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open(settings->rules, troubles);
    int status = rules ? check_with(settings, paths, rules, troubles) : EXIT_TROUBLE;
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

const Verb verb_check = {
    "check",
    "[OPTIONS] PATH...",
    "judge what articles say about officeholders",
    "A PATH is a file of text, Markdown (.md), HTML (.html) or records (.ndjson,\n"
    ".jsonl: one {\"id\", \"date\", \"title\", \"text\"} a line); - is standard input.\n\n"
    "Status: 0 nothing found at or above --fail-level, 1 something found,\n"
    "2 not all could be checked; what could be, was.\n",
    VERB_CHECK,
    check_run,
};
