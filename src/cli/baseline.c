/* stet baseline: keeps the findings that a newsroom has settled. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* --- what the words do --- */

typedef struct Word {
    const char *name;
    bool adds;
    bool prunes;
} Word;

static const Word words[] = {{"create", true, false},
                             {"update", true, true},
                             {"prune", false, true},
                             {"show", false, false}};

static const Word *word_of(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].name, name))
            return &words[i];
    return NULL;
}

/* Goes through the articles, which also tells which entries are stale. */
static bool go_through(Session *session)
{
    const Settings *settings = session->settings;
    size_t told = stet_troubles_count(session->troubles);
    session->report = stet_baseline_take(session->baseline, session->rules, settings->reason,
                                         settings->expires, session->troubles);
    complain_troubles(session->troubles, told);
    if (!session->report)
        return false;
    bool done = session_check_all(session);
    return stet_report_end(session->report) && done && session_is_enough(session);
}

/* Without `adds` the findings are looked for in a baseline that is thrown away afterwards. */
static int keep(Session *session, const Word *word)
{
    size_t before = stet_baseline_count(session->baseline);
    if (!go_through(session))
        return EXIT_TROUBLE;
    size_t added = stet_baseline_count(session->baseline) - before, pruned = 0;
    if (!word->adds)
        stet_baseline_forget(session->baseline, before);
    if (word->prunes)
        pruned = stet_baseline_prune(session->baseline);
    size_t told = stet_troubles_count(session->troubles);
    if (!stet_baseline_write(session->baseline, session->baseline_file, session->troubles)) {
        complain_troubles(session->troubles, told);
        return EXIT_TROUBLE;
    }
    printf("%s: %zu added, %zu taken out, %zu in all\n", session->baseline_file,
           word->adds ? added : 0, pruned, stet_baseline_count(session->baseline));
    return EXIT_CLEAN;
}

static void print_entry(StetBaselineEntry entry)
{
    printf("%s: [%s] %s\n", entry.path, entry.rule, entry.text);
    printf("    since %s", *entry.created ? entry.created : "some day");
    if (*entry.expires)
        printf(", %s %s", entry.expired ? "ended" : "until", entry.expires);
    printf("%s%s\n", *entry.reason ? ": " : "", entry.reason);
}

static int show(const Settings *settings)
{
    char today[TODAY_SIZE];
    const char *file = settings->baseline ? settings->baseline : BASELINE_FILE;
    if (access(file, F_OK)) {
        complain("%s: there is no such baseline", file);
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    StetBaseline *baseline = today_read(today) ? stet_baseline_read(file, today, troubles) : NULL;
    complain_troubles(troubles, 0);
    size_t count = baseline ? stet_baseline_count(baseline) : 0, oldest = 0, expired = 0;
    for (size_t i = 0; i < count; i++) {
        StetBaselineEntry entry = stet_baseline_entry(baseline, i);
        print_entry(entry);
        oldest = entry.days > oldest ? entry.days : oldest;
        expired += entry.expired;
    }
    if (baseline)
        printf("%zu baselined, oldest %zu days, %zu expired\n", count, oldest, expired);
    int status = baseline ? EXIT_CLEAN : EXIT_TROUBLE;
    stet_baseline_free(baseline);
    stet_troubles_free(troubles);
    return status;
}

static int baseline_run(const Settings *settings, Operands operands)
{
    const Word *word = operands.count ? word_of(operands.items[0]) : NULL;
    const char *file = settings->baseline ? settings->baseline : BASELINE_FILE;
    if (!word) {
        complain("expected stet baseline create, update, prune or show");
        return EXIT_TROUBLE;
    }
    Operands rest = {operands.items + 1, operands.count - 1};
    if (!word->adds && !word->prunes)
        return show(settings);
    if (word->adds && !word->prunes && access(file, F_OK) == 0) {
        complain("%s: is there already; `stet baseline update` adds to it", file);
        return EXIT_TROUBLE;
    }
    Session session = {.keeps_baseline = true};
    int status = session_open(&session, settings, rest) ? keep(&session, word) : EXIT_TROUBLE;
    session_close(&session);
    return status;
}

const Verb verb_baseline = {
    "baseline",
    "create|update|prune|show [OPTIONS] [PATH...]",
    "keep findings that are settled, so that only new ones count",
    "create PATH...  make " BASELINE_FILE " of all that is found now\n"
    "update PATH...  add what is new, take out what is gone or has expired\n"
    "prune PATH...   only take out\n"
    "show            list the entries, with their age\n\n"
    "`stet check` takes the " BASELINE_FILE " of the folder that one works in, or what\n"
    "--baseline names. Name paths as `stet check` is given them.\n",
    VERB_BASELINE,
    baseline_run,
};
