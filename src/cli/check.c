/* stet check: judges what stands at each path and reports it, in one format or in several. */
#include "cli/cli.h"

#include <stdlib.h>

/* The levels are in rising order; FAIL_NEVER is above them all. */
static bool has_failed(const StetReport *report, size_t fail_level)
{
    for (size_t level = fail_level; level <= STET_ERROR; level++)
        if (stet_report_finding_count(report, (StetLevel)level))
            return true;
    return false;
}

/* How many repairs were made, and how many wait for somebody to ask. */
static void tell_repairs(const Session *session)
{
    size_t made = session->repairs, left = session->unrepaired, files = session->repaired;
    if (session->settings->quiet)
        return;
    if (made && !session->settings->diff)
        complain("%zu repair%s made in %zu file%s", made, made == 1 ? "" : "s", files,
                 files == 1 ? "" : "s");
    if (left)
        complain("%zu repair%s an editor's eye: --unsafe-fixes", left,
                 left == 1 ? " wants" : "s want");
}

/* Repairs are shown instead of a report. */
static int show_repairs(Session *session)
{
    bool done = session_check_all(session) && session_is_enough(session);
    tell_repairs(session);
    return !done ? EXIT_TROUBLE : session->repairs ? EXIT_FOUND : EXIT_CLEAN;
}

/* Entries that let nothing stand any more, or no longer may: told, so that the baseline shrinks. */
static void tell_baseline(const Session *session)
{
    size_t stale = 0, expired = 0;
    for (size_t i = 0; session->baseline && i < stet_baseline_count(session->baseline); i++) {
        StetBaselineEntry entry = stet_baseline_entry(session->baseline, i);
        stale += entry.stale;
        expired += entry.expired;
    }
    if (stale)
        complain("%s: %zu of its findings %s gone; `stet baseline prune` takes %s out",
                 session->baseline_file, stale, stale == 1 ? "is" : "are",
                 stale == 1 ? "it" : "them");
    if (expired)
        complain("%s: %zu of its entries %s expired, and their findings count",
                 session->baseline_file, expired, expired == 1 ? "has" : "have");
}

/* The run fails from the level on that the first path's settings say. */
static int check_paths(Session *session)
{
    const char *level = stet_config_text(session->config, "fail-level");
    size_t fail_level = option_choice("fail-level", level);
    bool done = session_check_all(session), found = has_failed(session->report, fail_level);
    bool whole = stet_report_end(session->report);
    tell_baseline(session);
    tell_repairs(session);
    if (!whole || !done || !session_is_enough(session))
        return EXIT_TROUBLE;
    return found && !session->settings->exit_zero ? EXIT_FOUND : EXIT_CLEAN;
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

static int check_report(Session *session, size_t most)
{
    Outputs outputs;
    outputs_open(session->settings, &session->progress, &outputs);
    session->report = stet_report_new(session->rules, outputs.items, outputs.count);
    stet_report_limit(session->report, (StetLevel)session->settings->level, most);
    int status = check_paths(session);
    return outputs_close(&outputs, session->troubles) ? status : EXIT_TROUBLE;
}

static int check_run(const Settings *settings, Operands operands)
{
    Session session = {0};
    size_t most;
    int status = EXIT_TROUBLE;
    if (!read_most(settings->max_findings, &most))
        return EXIT_TROUBLE;
    if (session_open(&session, settings, operands))
        status = settings->diff ? show_repairs(&session) : check_report(&session, most);
    session_close(&session);
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
