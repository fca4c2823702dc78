/* stet check: judges what stands at each path and writes one report. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the report goes: straight to standard output, or kept for a file. */
typedef struct Sink {
    bool keep;
    char *kept;
    size_t length;
    size_t capacity;
} Sink;

static bool sink_keep(Sink *sink, const char *bytes, size_t length)
{
    if (sink->capacity - sink->length < length) {
        size_t capacity = 2 * sink->capacity + length;
        char *kept = realloc(sink->kept, capacity);
        if (!kept) {
            errno = ENOMEM;
            return false;
        }
        sink->kept = kept;
        sink->capacity = capacity;
    }
    memcpy(sink->kept + sink->length, bytes, length);
    sink->length += length;
    return true;
}

/* Flushed each time: who reads a stream sees each article as soon as it is judged. */
static bool sink_write(void *to, const char *bytes, size_t length)
{
    Sink *sink = to;
    bool done = sink->keep ? sink_keep(sink, bytes, length)
                           : fwrite(bytes, 1, length, stdout) == length && !fflush(stdout);
    if (!done && errno != EPIPE) /* who closed the pipe knows */
        complain("the report cannot be written: %s", strerror(errno));
    return done;
}

static bool wants_colour(const Settings *settings)
{
    const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
    switch ((Colour)settings->colour) {
    case COLOUR_ALWAYS:
        return true;
    case COLOUR_NEVER:
        return false;
    case COLOUR_AUTO:
        break;
    }
    return !settings->output && !(no_colour && *no_colour) &&
           !(terminal && !strcmp(terminal, "dumb")) && isatty(STDOUT_FILENO);
}

/* The levels are in rising order; FAIL_NEVER is above them all. */
static bool has_failed(const StetReport *report, size_t fail_level)
{
    for (size_t level = fail_level; level <= STET_ERROR; level++)
        if (stet_report_finding_count(report, (StetLevel)level))
            return true;
    return false;
}

/* Checks all paths. The troubles of each are told as soon as it is done. */
static int check_paths(const Settings *settings, Operands paths, const StetRules *rules,
                       StetDesk *desk, Sink *sink, StetTroubles *troubles)
{
    StetReportOptions options = {.format = settings->format,
                                 .colour = wants_colour(settings),
                                 .verbose = settings->quiet ? -1 : settings->verbose};
    StetReport *report = stet_report_new(rules, &options, sink_write, sink);
    size_t told = stet_troubles_count(troubles);
    for (int i = 0; i < paths.count && !stet_report_stopped(report); i++) {
        stet_report_path(report, desk, paths.items[i], (StetFormat)settings->from, troubles);
        told += complain_troubles(troubles, told);
    }
    bool found = has_failed(report, settings->fail_level);
    bool whole = stet_report_end(report);
    if (!whole || told)
        return EXIT_TROUBLE;
    return found ? EXIT_FOUND : EXIT_CLEAN;
}

static int check_with(const Settings *settings, Operands paths, const StetRules *rules,
                      StetTroubles *troubles)
{
    char today[TODAY_SIZE];
    if (!today_read(today))
        return EXIT_TROUBLE;
    StetOptions options = {.date = settings->date, .today = today};
    StetDesk *desk = stet_desk_new(rules, &options, troubles);
    if (!desk) {
        complain_troubles(troubles, 0);
        return EXIT_TROUBLE;
    }
    Sink sink = {.keep = settings->output != NULL};
    int status = check_paths(settings, paths, rules, desk, &sink, troubles);
    size_t told = stet_troubles_count(troubles);
    if (settings->output && !stet_write_file(settings->output, sink.kept, sink.length, troubles)) {
        complain_troubles(troubles, told);
        status = EXIT_TROUBLE;
    }
    free(sink.kept);
    stet_desk_free(desk);
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
    "A PATH is a file of text, Markdown (.md) or records (.ndjson, .jsonl: one\n"
    "{\"id\", \"date\", \"title\", \"text\"} a line); - is standard input.\n\n"
    "Status: 0 nothing found at or above --fail-level, 1 something found,\n"
    "2 not all could be checked; what could be, was.\n",
    VERB_CHECK,
    check_run,
};
