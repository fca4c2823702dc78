/* Where reports go: to standard output as they come, to files when they are whole. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    if (!sink->file && sink->progress)
        progress_hide(sink->progress);
    bool done = sink->file ? sink_keep(sink, bytes, length)
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
    return !(no_colour && *no_colour) && !(terminal && !strcmp(terminal, "dumb")) &&
           isatty(STDOUT_FILENO);
}

static void add_output(const Settings *settings, size_t format, const char *file, Outputs *out)
{
    Sink *sink = &out->sinks[out->count];
    *sink = (Sink){.file = file};
    bool colour = wants_colour(settings) && (!file || settings->colour == COLOUR_ALWAYS);
    out->items[out->count++] = (StetOutput){.format = format,
                                            .write = sink_write,
                                            .to = sink,
                                            .colour = colour,
                                            .verbose = settings->quiet ? -1 : settings->verbose};
}

static bool is_format(size_t format, const char *name)
{
    return !strcmp(stet_report_format(format), name);
}

/* A job on GitHub shows ten of its annotations; its summary has room for all. */
static void add_summary(const Settings *settings, Outputs *out)
{
    const char *file = getenv("GITHUB_STEP_SUMMARY");
    bool asked = false;
    for (size_t i = 0; i < settings->output_count; i++)
        asked |= is_format(settings->outputs[i].format, "github");
    if (!asked || !file || !*file)
        return;
    size_t format = 0;
    while (!is_format(format, "markdown"))
        format++;
    add_output(settings, format, file, out);
    out->sinks[out->count - 1].append = true;
}

/* An article's report is written at once. */
static void widen_output(void)
{
    static char room[1 << 16];
    if (!isatty(STDOUT_FILENO))
        setvbuf(stdout, room, _IOFBF, sizeof room);
}

void outputs_open(const Settings *settings, Progress *progress, Outputs *out)
{
    widen_output();
    out->count = 0;
    for (size_t i = 0; i < settings->output_count; i++)
        add_output(settings, settings->outputs[i].format, settings->outputs[i].file, out);
    if (!settings->output_count)
        add_output(settings, 0, NULL, out);
    add_summary(settings, out);
    for (size_t i = 0; i < out->count; i++)
        out->sinks[i].progress = progress;
}

static bool sink_append(const Sink *sink)
{
    FILE *file = fopen(sink->file, "ab");
    bool done = file && fwrite(sink->kept, 1, sink->length, file) == sink->length;
    if (file && fclose(file))
        done = false;
    if (!done)
        complain("%s: cannot be written: %s", sink->file, strerror(errno));
    return done;
}

static bool sink_close(Sink *sink, StetTroubles *troubles)
{
    if (sink->append)
        return sink_append(sink);
    size_t told = stet_troubles_count(troubles);
    bool done = stet_write_file(sink->file, sink->kept, sink->length, troubles);
    complain_troubles(troubles, told);
    return done;
}

bool outputs_close(Outputs *outputs, StetTroubles *troubles)
{
    bool done = true;
    for (size_t i = 0; i < outputs->count; i++) {
        Sink *sink = &outputs->sinks[i];
        if (sink->file)
            done &= sink_close(sink, troubles);
        free(sink->kept);
    }
    return done;
}
