/* The public face of reports: sources go in, the bytes of a format come out. A source that cannot
 * be checked gives a failure in its place, and the rest goes on. Tests: tests/unit/face, tests/cli.
 */
#include "face.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/limits.h"

struct StetReport {
    const ReportFormat *format;
    void *self; /* the format's own */
    Totals totals;
    StetWrite write;
    void *to;
    bool stopped;
    Buffer out; /* what the format has appended and nobody has written yet */
};

const char *stet_report_format(size_t index)
{
    const ReportFormat *format = report_formats[index];
    return format ? format->name : NULL;
}

StetReport *stet_report_new(const StetRules *rules, const StetReportOptions *options,
                            StetWrite write, void *to)
{
    StetReport *report = memory_or_end(calloc(1, sizeof *report));
    ReportContext context = {.book = &rules->book,
                             .rules = rules->checks,
                             .grammar = rules->grammar,
                             .version = view_of(STET_VERSION),
                             .colour = options->colour,
                             .verbose = options->verbose};
    report->format = report_formats[options->format];
    report->self = report->format->begin(&context);
    report->write = write;
    report->to = to;
    return report;
}

static void write_out(StetReport *report)
{
    if (report->out.len && !report->stopped)
        report->stopped = !report->write(report->to, report->out.at, report->out.len);
    buffer_clear(&report->out);
}

/* The newest troubles, from `from` on, as one failure: they are all of one source. */
static void report_troubles(StetReport *report, Failure failure, const StetTroubles *troubles,
                            uint32_t from)
{
    Arena *arena = troubles->list.arena;
    if (troubles->list.count == from)
        return;
    if (!failure.line)
        failure.line = troubles->list.items[from].line;
    for (uint32_t i = from; i < troubles->list.count; i++)
        failure.message =
            view_format(arena, "%.*s%s%.*s", VIEW_ARG(failure.message), i == from ? "" : "; ",
                        VIEW_ARG(troubles->list.items[i].message));
    report->totals.failures++;
    report->format->failure(report->self, &failure, &report->out);
    write_out(report);
}

void stet_report_source(StetReport *report, StetDesk *desk, const StetSource *source,
                        StetTroubles *troubles)
{
    uint32_t before = troubles->list.count;
    const StetArticle *article = stet_check(desk, source, troubles);
    if (article) {
        report_count(&report->totals, &article->whole);
        report->format->article(report->self, &article->whole, &report->out);
        write_out(report);
    }
    bool record = face_format(source->format, source->name) == SOURCE_NDJSON;
    Failure failure = {.path = view_of(source->name),
                       .id = desk->article.document.name,
                       .has_id = record && desk->article.document.has_name,
                       .record = record,
                       .line = source->line};
    report_troubles(report, failure, troubles, before);
}

static void report_stream(StetReport *report, StetDesk *desk, const char *path, FILE *stream,
                          StetTroubles *troubles)
{
    StetSource source = {.name = path, .format = STET_FORMAT_RECORD};
    Buffer line = {0};
    while (!report->stopped && file_read_line(stream, LIMIT_DOCUMENT, &line)) {
        source.line++;
        source.bytes = line.at;
        source.length = line.len;
        if (view_trim(buffer_view(&line)).len)
            stet_report_source(report, desk, &source, troubles);
    }
    buffer_free(&line);
}

/* NULL and trouble where there is nothing to read. */
static FILE *open_stream(const char *path, Troubles *troubles)
{
    if (!strcmp(path, "-"))
        return stdin;
    struct stat status;
    if (stat(path, &status) == 0 && S_ISDIR(status.st_mode)) {
        trouble_add(troubles, view_of(path), 0, 0, "is a folder, expected a file");
        return NULL;
    }
    FILE *stream = fopen(path, "rb");
    if (!stream)
        trouble_add(troubles, view_of(path), 0, 0, "cannot be read: %s", strerror(errno));
    return stream;
}

static void report_records(StetReport *report, StetDesk *desk, const char *path,
                           StetTroubles *troubles)
{
    Failure failure = {.path = view_of(path)};
    uint32_t before = troubles->list.count;
    FILE *stream = open_stream(path, &troubles->list);
    report_troubles(report, failure, troubles, before);
    if (!stream)
        return;
    report_stream(report, desk, path, stream, troubles);
    before = troubles->list.count;
    if (ferror(stream))
        trouble_add(&troubles->list, failure.path, 0, 0, "cannot be read to its end");
    report_troubles(report, failure, troubles, before);
    if (stream != stdin)
        fclose(stream);
}

static void report_file(StetReport *report, StetDesk *desk, const char *path, StetFormat format,
                        StetTroubles *troubles)
{
    Buffer bytes = {0};
    uint32_t before = troubles->list.count;
    if (file_read(path, LIMIT_DOCUMENT, &bytes, &troubles->list)) {
        StetSource source = {
            .name = path, .bytes = bytes.at, .length = bytes.len, .format = format};
        stet_report_source(report, desk, &source, troubles);
    } else {
        report_troubles(report, (Failure){.path = view_of(path)}, troubles, before);
    }
    buffer_free(&bytes);
}

void stet_report_path(StetReport *report, StetDesk *desk, const char *path, StetFormat format,
                      StetTroubles *troubles)
{
    if (face_format(format, path) == SOURCE_NDJSON)
        report_records(report, desk, path, troubles);
    else
        report_file(report, desk, path, format, troubles);
}

size_t stet_report_finding_count(const StetReport *report, StetLevel level)
{
    switch (level) {
    case STET_NOTE:
        return report->totals.findings[LEVEL_NOTE];
    case STET_WARNING:
        return report->totals.findings[LEVEL_WARNING];
    case STET_ERROR:
        return report->totals.findings[LEVEL_ERROR];
    }
    return 0;
}

bool stet_report_stopped(const StetReport *report)
{
    return report->stopped;
}

bool stet_report_end(StetReport *report)
{
    report->format->end(report->self, &report->totals, &report->out);
    write_out(report);
    bool whole = !report->stopped;
    buffer_free(&report->out);
    free(report);
    return whole;
}
