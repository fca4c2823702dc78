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

static void close_seat(Seat *seat)
{
    stet_desk_free(seat->desk);
    if (seat->config != seat->session->config)
        stet_config_free(seat->config);
    seat->desk = NULL;
    seat->config = NULL;
}

static void wait_turn(void *self)
{
    const Seat *seat = self;
    Session *session = seat->session;
    pthread_mutex_lock(&session->lock);
    while (session->turn != seat->at)
        pthread_cond_wait(&session->turned, &session->lock);
    pthread_mutex_unlock(&session->lock);
}

/* Takes the settings over, and sits down at a desk with them. */
static bool sit_down(Seat *seat, StetConfig *config)
{
    Session *session = seat->session;
    close_seat(seat);
    seat->config = config;
    StetOptions options = {.date = session->settings->date,
                           .today = session->today,
                           .config = config,
                           .baseline = session->baseline,
                           .no_marks = session->settings->no_marks};
    size_t told = stet_troubles_count(seat->troubles);
    seat->desk = stet_desk_new(session->rules, &options, seat->troubles);
    complain_troubles(seat->troubles, told);
    if (seat->desk)
        stet_desk_take_turns(seat->desk, wait_turn, seat);
    return seat->desk != NULL;
}

/* Sits down with the settings that govern the path. */
static bool open_desk(Seat *seat, const char *path)
{
    Session *session = seat->session;
    StetConfig *config = config_open(session->settings, path, seat->troubles);
    if (!config)
        return false;
    const StetConfig *first = session->config ? session->config : config;
    bool same = same_file(stet_config_file(config), stet_config_file(first));
    if (!same && !same_additions(config, first)) {
        complain("%s: its data, rules or house spellings are others than those of %s; check what "
                 "they govern in runs of their own",
                 file_or_none(config), file_or_none(first));
    } else if (seat->desk && same_file(stet_config_file(config), stet_config_file(seat->config))) {
        stet_config_free(config);
        return true;
    } else if (!session->config || !same) {
        return sit_down(seat, config);
    } else {
        stet_config_free(config);
        return sit_down(seat, session->config);
    }
    stet_config_free(config);
    return false;
}

/* Repairs what stands at a path, or shows how. */
static bool repair_path(Seat *seat, const char *path)
{
    StetRepaired repaired;
    const Settings *settings = seat->session->settings;
    StetRepair repair = {.unsafe = settings->unsafe_fixes,
                         .diff = settings->diff ? print_bytes : NULL};
    bool done = stet_repair_path(seat->desk, path, (StetFormat)settings->from, &repair, &repaired,
                                 seat->troubles);
    Session *session = seat->session; /* one seat alone repairs */
    session->repairs += repaired.made;
    session->repaired += repaired.made > 0;
    session->unrepaired += repaired.left;
    return done;
}

/* Whether the settings leave a path out: one that a person named only where that is asked for. */
static bool is_excluded(const Seat *seat, StetPath path)
{
    return (!path.named || seat->session->settings->force_exclude) &&
           stet_config_excludes(seat->config, path.path);
}

/* Checks one path, or the changed lines of it. False where it could not be done. */
static bool check_path(Seat *seat, const char *path)
{
    const Session *session = seat->session;
    const Settings *settings = session->settings;
    StetLines *lines = NULL;
    size_t count = 0;
    bool done = true, some = settings->only_changed_lines &&
                             git_changed_lines(session->base, path, &lines, &count);
    stet_desk_only_lines(seat->desk, some ? lines : NULL, count);
    if (settings->fix || settings->diff)
        done = repair_path(seat, path);
    if (!settings->diff)
        stet_report_path(session->report, seat->desk, path, (StetFormat)settings->from,
                         seat->troubles);
    free(lines);
    return done;
}

/* --- seats --- */

/* The next path; false where none is left, or nothing more can be written. */
static bool take_path(Seat *seat)
{
    Session *session = seat->session;
    pthread_mutex_lock(&session->lock);
    seat->at = session->next;
    bool left = !session->stopped && seat->at < stet_paths_count(session->paths);
    session->next += left;
    pthread_mutex_unlock(&session->lock);
    return left;
}

/* It is this seat's turn: tells its troubles and gives the turn on. */
static void end_turn(Seat *seat, size_t told, bool done, bool checked)
{
    Session *session = seat->session;
    if (stet_troubles_count(seat->troubles) > told) {
        progress_hide(&session->progress);
        complain_troubles(seat->troubles, told);
        done = false;
    }
    session->done = session->done && done;
    session->checked += checked;
    progress_step(&session->progress, seat->at + 1);
    pthread_mutex_lock(&session->lock);
    session->stopped = session->report && stet_report_stopped(session->report);
    session->turn++;
    pthread_cond_broadcast(&session->turned);
    pthread_mutex_unlock(&session->lock);
}

static void *work(void *self)
{
    Seat *seat = self;
    while (take_path(seat)) {
        StetPath path = stet_paths_at(seat->session->paths, seat->at);
        bool done = open_desk(seat, path.path), checked = done && !is_excluded(seat, path);
        size_t told = stet_troubles_count(seat->troubles);
        if (checked)
            done = check_path(seat, path.path);
        wait_turn(seat);
        end_turn(seat, told, done, checked);
    }
    return NULL;
}

/* Seats beside the first, each in a thread of its own; fewer where the machine gives no more. */
static size_t start_helpers(Session *session, Seat *seats, size_t count)
{
    size_t started = 0;
    while (started < count) {
        Seat *seat = &seats[started];
        *seat = (Seat){.session = session, .troubles = stet_troubles_new()};
        if (pthread_create(&seat->thread, NULL, work, seat)) {
            stet_troubles_free(seat->troubles);
            break;
        }
        started++;
    }
    return started;
}

bool session_check_all(Session *session)
{
    Seat helpers[JOBS_MOST];
    bool alone = session->settings->fix || session->settings->diff;
    size_t count = alone ? 0 : session->jobs - 1;
    session->done = true;
    progress_begin(&session->progress, stet_paths_count(session->paths));
    count = start_helpers(session, helpers, count);
    work(&session->seat);
    for (size_t i = 0; i < count; i++) {
        pthread_join(helpers[i].thread, NULL);
        close_seat(&helpers[i]);
        stet_troubles_free(helpers[i].troubles);
    }
    progress_hide(&session->progress);
    return session->done;
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
    if (!session->rules || !has_knowledge(settings, session->rules) ||
        !open_desk(&session->seat, first))
        return false;
    session->config = session->seat.config;
    return true;
}

static bool read_jobs(Session *session)
{
    const char *text = session->settings->jobs;
    char *end;
    long jobs = text ? strtol(text, &end, 10) : 1;
    session->jobs = jobs > JOBS_MOST ? JOBS_MOST : (size_t)jobs;
    if (!text || (*text && !*end && jobs > 0))
        return true;
    complain("--jobs is \"%s\", expected a number from 1 on", text);
    return false;
}

bool session_open(Session *session, const Settings *settings, Operands operands)
{
    session->settings = settings;
    session->troubles = stet_troubles_new();
    session->paths = stet_paths_new();
    session->seat = (Seat){.session = session, .troubles = session->troubles};
    pthread_mutex_init(&session->lock, NULL);
    pthread_cond_init(&session->turned, NULL);
    return read_jobs(session) && open_all(session, operands);
}

void session_close(Session *session)
{
    close_seat(&session->seat);
    stet_config_free(session->config);
    pthread_cond_destroy(&session->turned);
    pthread_mutex_destroy(&session->lock);
    stet_baseline_free(session->baseline);
    stet_rules_free(session->rules);
    stet_paths_free(session->paths);
    stet_troubles_free(session->troubles);
}
