/* What checking and keeping a baseline share: which paths, by which rules, at which desk.
 * Tests: tests/cli. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A run that checked nothing must not look like one that found nothing; but that no article changed
 * is an answer. */
bool session_is_enough(const Session *session)
{
    const Settings *settings = session->settings;
    if (session->checked || settings->allow_empty)
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

static void close_desk(Session *session)
{
    stet_desk_free(session->desk);
    stet_config_free(session->config);
    session->desk = NULL;
    session->config = NULL;
}

/* Sits down at a desk with the settings that govern the path. */
static bool open_desk(Session *session, const char *path)
{
    size_t told;
    StetConfig *config = config_open(session->settings, path, session->troubles);
    if (config && session->config &&
        same_file(stet_config_file(config), stet_config_file(session->config))) {
        stet_config_free(config);
        return true;
    }
    if (!config)
        return false;
    if (session->config && !same_additions(config, session->config)) {
        complain("%s: its data, rules or house spellings are others than those of %s; check what "
                 "they govern in runs of their own",
                 file_or_none(config), file_or_none(session->config));
        stet_config_free(config);
        return false;
    }
    close_desk(session);
    session->config = config;
    StetOptions options = {.date = session->settings->date,
                           .today = session->today,
                           .config = config,
                           .baseline = session->baseline,
                           .no_marks = session->settings->no_marks};
    told = stet_troubles_count(session->troubles);
    session->desk = stet_desk_new(session->rules, &options, session->troubles);
    complain_troubles(session->troubles, told);
    return session->desk != NULL;
}

/* Repairs what stands at a path, or shows how. False after saying what went wrong. */
static bool repair_path(Session *session, const char *path)
{
    size_t made = 0, told = stet_troubles_count(session->troubles);
    StetRepair repair = {.unsafe = session->settings->unsafe_fixes,
                         .diff = session->settings->diff ? print_bytes : NULL};
    bool done = stet_repair_path(session->desk, path, (StetFormat)session->settings->from, &repair,
                                 &made, session->troubles);
    session->repairs += made;
    return !complain_troubles(session->troubles, told) && done;
}

/* Whether the settings leave a path out: one that a person named only where that is asked for. */
static bool is_excluded(const Session *session, StetPath path)
{
    return (!path.named || session->settings->force_exclude) &&
           stet_config_excludes(session->config, path.path);
}

/* Checks one path, or the changed lines of it. False where it could not be done. */
static bool check_path(Session *session, const char *path)
{
    StetLines *lines = NULL;
    size_t count = 0, told;
    bool done = true, some = session->settings->only_changed_lines &&
                             git_changed_lines(session->base, path, &lines, &count);
    stet_desk_only_lines(session->desk, some ? lines : NULL, count);
    if (session->settings->fix || session->settings->diff)
        done = repair_path(session, path);
    told = stet_troubles_count(session->troubles);
    if (!session->settings->diff)
        stet_report_path(session->report, session->desk, path, (StetFormat)session->settings->from,
                         session->troubles);
    free(lines);
    if (stet_troubles_count(session->troubles) == told)
        return done;
    progress_hide(&session->progress);
    complain_troubles(session->troubles, told);
    return false;
}

/* Checks all paths. The troubles of each are told as soon as it is done. */
bool session_check_all(Session *session)
{
    size_t count = stet_paths_count(session->paths);
    bool done = true;
    progress_begin(&session->progress, count);
    for (size_t i = 0; i < count && !(session->report && stet_report_stopped(session->report));
         i++) {
        StetPath path = stet_paths_at(session->paths, i);
        if (!open_desk(session, path.path)) {
            done = false;
        } else if (!is_excluded(session, path)) {
            done &= check_path(session, path.path);
            session->checked++;
        }
        progress_step(&session->progress, i + 1);
    }
    progress_hide(&session->progress);
    return done;
}

/* What the operands and the options name. False after saying what is wrong. */
static bool gather_paths(Session *session, Operands operands)
{
    const Settings *settings = session->settings;
    size_t told = stet_troubles_count(session->troubles);
    bool done = true;
    if (settings->only_changed_lines && !settings->changed_since) {
        complain("--only-changed-lines needs --changed-since");
        return false;
    }
    if (settings->changed_since)
        done = git_base(settings->changed_since, session->base) &&
               git_changed(session->base, operands, session->paths);
    for (int i = 0; i < operands.count && !settings->changed_since; i++)
        done &= stet_paths_add(session->paths, operands.items[i], session->troubles);
    if (settings->files_from)
        done &= stet_paths_add_list(session->paths, settings->files_from, session->troubles);
    complain_troubles(session->troubles, told);
    return done;
}

/* The baseline that is asked for, or the one that is there. */
static bool open_baseline(Session *session)
{
    const Settings *settings = session->settings;
    size_t told = stet_troubles_count(session->troubles);
    session->baseline_file = settings->baseline ? settings->baseline : BASELINE_FILE;
    bool there = access(session->baseline_file, F_OK) == 0;
    if (settings->no_baseline || (!there && !settings->baseline && !session->keeps_baseline))
        return true;
    if (!there && !session->keeps_baseline) {
        complain("%s: there is no such baseline; `stet baseline create` makes one",
                 session->baseline_file);
        return false;
    }
    session->baseline =
        stet_baseline_read(session->baseline_file, session->today, session->troubles);
    complain_troubles(session->troubles, told);
    return session->baseline != NULL;
}

static bool open_all(Session *session, Operands operands)
{
    const Settings *settings = session->settings;
    if (!operands.count && !settings->files_from && !settings->changed_since) {
        complain("nothing to check: name files or folders, or - for standard input");
        return false;
    }
    if (!today_read(session->today) || !gather_paths(session, operands) || !open_baseline(session))
        return false;
    bool any = stet_paths_count(session->paths) > 0;
    const char *first = any ? stet_paths_at(session->paths, 0).path : "-";
    session->rules = rules_open_for(settings, first, session->troubles);
    return session->rules && has_knowledge(settings, session->rules) && open_desk(session, first);
}

bool session_open(Session *session, const Settings *settings, Operands operands)
{
    session->settings = settings;
    session->troubles = stet_troubles_new();
    session->paths = stet_paths_new();
    return open_all(session, operands);
}

void session_close(Session *session)
{
    close_desk(session);
    stet_baseline_free(session->baseline);
    stet_rules_free(session->rules);
    stet_paths_free(session->paths);
    stet_troubles_free(session->troubles);
}
