/* stet check: judges what stands at each path and reports it, in one format or in several. */
#include "cli/cli.h"

#include <stdlib.h>
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
    StetReport *report;
    StetTroubles *troubles;
    Progress *progress;
    char base[GIT_BASE_SIZE]; /* what changed is asked for since this commit */
    size_t checked;           /* paths */
    size_t repairs;           /* made or shown */
} Check;

/* A run that checked nothing must not look like one that found nothing; but that no article changed
 * is an answer. */
static bool is_enough(const Settings *settings, size_t checked)
{
    if (checked || settings->allow_empty)
        return true;
    if (settings->changed_since) {
        complain("no article changed since %s", settings->changed_since);
        return true;
    }
    complain("nothing to check: no article among what was named (--allow-empty takes that)");
    return false;
}

static bool has_knowledge(const Settings *settings, const StetRules *rules)
{
    StetHoldings holdings = stet_rules_holdings(rules);
    if (settings->allow_empty || (holdings.rules && holdings.tenures))
        return true;
    complain("nothing to check by: %zu rules and %zu tenures (--allow-empty takes that)",
             holdings.rules, holdings.tenures);
    return false;
}

static bool same_file(const char *a, const char *b)
{
    return a && b ? !strcmp(a, b) : a == b;
}

static const char *file_or_none(const StetConfig *config)
{
    return stet_config_file(config) ? stet_config_file(config) : "no stet.yaml";
}

/* One run has one book and one set of rules. */
static bool same_additions(const StetConfig *a, const StetConfig *b)
{
    return !stet_config_adds(a) && !stet_config_adds(b);
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
    if (check->config && !same_additions(config, check->config)) {
        complain("%s: its data, rules or house spellings are others than those of %s; check what "
                 "they govern in runs of their own",
                 file_or_none(config), file_or_none(check->config));
        stet_config_free(config);
        return false;
    }
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
static bool repair_path(Check *check, const char *path)
{
    size_t made = 0, told = stet_troubles_count(check->troubles);
    StetRepair repair = {.unsafe = check->settings->unsafe_fixes,
                         .diff = check->settings->diff ? print_bytes : NULL};
    bool done = stet_repair_path(check->desk, path, (StetFormat)check->settings->from, &repair,
                                 &made, check->troubles);
    check->repairs += made;
    return !complain_troubles(check->troubles, told) && done;
}

/* Whether the settings leave a path out: one that a person named only where that is asked for. */
static bool is_excluded(const Check *check, StetPath path)
{
    return (!path.named || check->settings->force_exclude) &&
           stet_config_excludes(check->config, path.path);
}

/* Checks one path, or the changed lines of it. False where it could not be done. */
static bool check_path(Check *check, const char *path)
{
    StetLines *lines = NULL;
    size_t count = 0, told;
    bool done = true, some = check->settings->only_changed_lines &&
                             git_changed_lines(check->base, path, &lines, &count);
    stet_desk_only_lines(check->desk, some ? lines : NULL, count);
    if (check->settings->fix || check->settings->diff)
        done = repair_path(check, path);
    told = stet_troubles_count(check->troubles);
    if (!check->settings->diff)
        stet_report_path(check->report, check->desk, path, (StetFormat)check->settings->from,
                         check->troubles);
    free(lines);
    if (stet_troubles_count(check->troubles) == told)
        return done;
    progress_hide(check->progress);
    complain_troubles(check->troubles, told);
    return false;
}

/* Checks all paths. The troubles of each are told as soon as it is done. */
static bool check_all(Check *check, const StetPaths *paths)
{
    size_t count = stet_paths_count(paths);
    bool done = true;
    progress_begin(check->progress, count);
    for (size_t i = 0; i < count && !(check->report && stet_report_stopped(check->report)); i++) {
        StetPath path = stet_paths_at(paths, i);
        if (!open_desk(check, path.path)) {
            done = false;
        } else if (!is_excluded(check, path)) {
            done &= check_path(check, path.path);
            check->checked++;
        }
        progress_step(check->progress, i + 1);
    }
    progress_hide(check->progress);
    return done;
}

/* Repairs are shown instead of a report. */
static int show_repairs(Check *check, const StetPaths *paths)
{
    bool done = check_all(check, paths) && is_enough(check->settings, check->checked);
    return !done ? EXIT_TROUBLE : check->repairs ? EXIT_FOUND : EXIT_CLEAN;
}

/* The run fails from the level on that the first path's settings say. */
static int check_paths(Check *check, const StetPaths *paths)
{
    size_t fail_level = option_choice("fail-level", stet_config_text(check->config, "fail-level"));
    bool done = check_all(check, paths), found = has_failed(check->report, fail_level);
    bool whole = stet_report_end(check->report);
    if (!whole || !done || !is_enough(check->settings, check->checked))
        return EXIT_TROUBLE;
    return found && !check->settings->exit_zero ? EXIT_FOUND : EXIT_CLEAN;
}

static bool read_most(const char *text, size_t *most)
{
    char *end;
    *most = 0;
    if (!text)
        return true;
    long number = strtol(text, &end, 10);
    *most = (size_t)number;
    if (*text && !*end && number > 0)
        return true;
    complain("--max-findings is \"%s\", expected a number from 1 on", text);
    return false;
}

static int check_with(Check *check, const StetPaths *paths)
{
    char today[TODAY_SIZE];
    size_t most;
    Outputs outputs;
    if (!today_read(today) || !read_most(check->settings->max_findings, &most))
        return EXIT_TROUBLE;
    check->today = today;
    if (!open_desk(check, stet_paths_count(paths) ? stet_paths_at(paths, 0).path : "-"))
        return EXIT_TROUBLE;
    if (check->settings->diff)
        return show_repairs(check, paths);
    outputs_open(check->settings, check->progress, &outputs);
    check->report = stet_report_new(check->rules, outputs.items, outputs.count);
    stet_report_limit(check->report, (StetLevel)check->settings->level, most);
    int status = check_paths(check, paths);
    return outputs_close(&outputs, check->troubles) ? status : EXIT_TROUBLE;
}

/* What the operands and the options name. False after saying what is wrong. */
static bool gather_paths(Check *check, Operands operands, StetPaths *paths)
{
    const Settings *settings = check->settings;
    size_t told = stet_troubles_count(check->troubles);
    bool done = true;
    if (settings->only_changed_lines && !settings->changed_since) {
        complain("--only-changed-lines needs --changed-since");
        return false;
    }
    if (settings->changed_since)
        done = git_base(settings->changed_since, check->base) &&
               git_changed(check->base, operands, paths);
    for (int i = 0; i < operands.count && !settings->changed_since; i++)
        done &= stet_paths_add(paths, operands.items[i], check->troubles);
    if (settings->files_from)
        done &= stet_paths_add_list(paths, settings->files_from, check->troubles);
    complain_troubles(check->troubles, told);
    return done;
}

static int check_gathered(Check *check, Operands operands, StetPaths *paths)
{
    const Settings *settings = check->settings;
    if (!operands.count && !settings->files_from && !settings->changed_since) {
        complain("nothing to check: name files or folders, or - for standard input");
        return EXIT_TROUBLE;
    }
    if (!gather_paths(check, operands, paths))
        return EXIT_TROUBLE;
    const char *first = stet_paths_count(paths) ? stet_paths_at(paths, 0).path : "-";
    StetRules *rules = rules_open_for(settings, first, check->troubles);
    check->rules = rules;
    int status = rules && has_knowledge(settings, rules) ? check_with(check, paths) : EXIT_TROUBLE;
    close_desk(check);
    stet_rules_free(rules);
    return status;
}

static int check_run(const Settings *settings, Operands operands)
{
    Progress progress = {0};
    Check check = {.settings = settings, .troubles = stet_troubles_new(), .progress = &progress};
    StetPaths *paths = stet_paths_new();
    int status = check_gathered(&check, operands, paths);
    stet_paths_free(paths);
    stet_troubles_free(check.troubles);
    return status;
}

const Verb verb_check = {
    "check",
    "[OPTIONS] PATH...",
    "judge what articles say about officeholders",
    "A PATH is a file of text, Markdown (.md), HTML (.html) or records (.ndjson,\n"
    ".jsonl: one {\"id\", \"date\", \"title\", \"text\"} a line); - is standard input.\n"
    "Of a folder the articles below it are checked, in the order of their paths,\n"
    "without hidden ones and what .gitignore leaves out.\n\n"
    "Status: 0 nothing found at or above --fail-level, 1 something found,\n"
    "2 not all could be checked; what could be, was.\n",
    VERB_CHECK,
    check_run,
};
