/* The public face of reports: sources go in, the bytes of a format come out. A source that cannot
 * be checked gives a failure in its place, and the rest goes on. Tests: tests/unit/face, tests/cli.
 */
#include "face.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/stream.h"
#include "report/kept.h"
#include "report/workings.h"

/* One format on its way to one place. */
typedef struct Output {
    const ReportFormat *format;
    void *self; /* the format's own */
    StetWrite write;
    void *to;
    bool stopped;
    Buffer out; /* what the format has appended and nobody has written yet */
} Output;

struct StetReport {
    Arena run;   /* the head */
    Arena sheet; /* of one article */
    KnownRows rows;
    Head head;
    Totals totals;
    Level level;   /* findings below are left out */
    uint64_t most; /* and those beyond; 0: no end */
    uint64_t told; /* findings that count and were not left out */
    Output *outputs;
    size_t count;
    SheetDepth depth;   /* of the sheets that the formats need */
    Workings *workings; /* what is written instead: how articles were read; NULL: nothing */
    Taking taking;      /* or findings go into a baseline, where it is set */
    Pointer at;         /* the passage that it is about */
};

const char *stet_report_format(size_t index)
{
    const ReportFormat *format = report_formats[index];
    return format ? format->name : NULL;
}

/* Takes the head over. */
static StetReport *report_new(Arena run, Head head, const StetOutput *outputs, size_t count)
{
    StetReport *report = memory_or_end(calloc(1, sizeof *report));
    report->run = run;
    report->head = head;
    report->outputs = arena_new(&report->run, Output, count);
    report->count = count;
    for (size_t i = 0; i < count; i++) {
        const StetOutput *asked = &outputs[i];
        ReportContext context = {&report->head, asked->colour, asked->verbose};
        Output *output = &report->outputs[i];
        output->format = report_formats[asked->format];
        output->self = output->format->begin(&context);
        output->write = asked->write;
        output->to = asked->to;
        SheetDepth depth = asked->verbose > 0 ? SHEET_CLAIMS : SHEET_FINDINGS;
        if (depth < output->format->depth)
            depth = output->format->depth;
        if (report->depth < depth)
            report->depth = depth;
    }
    return report;
}

StetReport *stet_report_new(const StetRules *rules, const StetOutput *outputs, size_t count)
{
    Arena run = {0};
    Head head = head_of(&run, &rules->book, rules->checks, view_of(STET_VERSION));
    return report_new(run, head, outputs, count);
}

static void write_out(Output *output)
{
    if (output->out.len && !output->stopped)
        output->stopped = !output->write(output->to, output->out.at, output->out.len);
    buffer_clear(&output->out);
}

/* A report without sheets: its one output has no format. */
static StetReport *report_workings(Workings *workings, Pointer at, StetWrite write, void *to)
{
    StetReport *report = memory_or_end(calloc(1, sizeof *report));
    report->workings = workings;
    report->at = at;
    report->outputs = arena_new(&report->run, Output, 1);
    report->outputs->write = write;
    report->outputs->to = to;
    report->count = 1;
    return report;
}

StetReport *stet_report_extract(bool json, StetWrite write, void *to)
{
    return report_workings(json ? extract_json : extract_text, (Pointer){0}, write, to);
}

StetReport *stet_report_explain(uint32_t line, uint32_t column, StetWrite write, void *to)
{
    return report_workings(explain_passage, (Pointer){line, column}, write, to);
}

/* Leaves out what is below the level, or too much. */
static void limit_findings(StetReport *report, Sheet *sheet)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        const SheetFinding *finding = &sheet->findings.items[i];
        bool counts = sheet_finding_counts(finding);
        if (finding->level < report->level ||
            (counts && report->most && report->told == report->most)) {
            report->totals.hidden += counts;
            continue;
        }
        report->told += counts;
        sheet->findings.items[kept++] = *finding;
    }
    sheet->findings.count = kept;
}

void stet_report_limit(StetReport *report, StetLevel level, size_t most)
{
    report->level = (Level)level;
    report->most = most;
}

static void report_sheet(StetReport *report, Sheet *sheet)
{
    report_count(&report->totals, sheet);
    limit_findings(report, sheet);
    for (size_t i = 0; i < report->count; i++) {
        Output *output = &report->outputs[i];
        output->format->article(output->self, sheet, &output->out);
        write_out(output);
    }
}

StetReport *face_report_take(Taking taking, const StetRules *rules)
{
    StetReport *report = stet_report_new(rules, NULL, 0);
    report->taking = taking;
    return report;
}

static void take_findings(const StetReport *report, const Article *article)
{
    const Taking *taking = &report->taking;
    const Document *document = article->document;
    View id = article->line && document->has_name ? document->name : (View){0};
    Arena arena = {0};
    baseline_take(&taking->baseline->list,
                  baseline_path(&arena, article->path, article->line > 0, id), document,
                  article->rules, &article->judgement->findings, taking->reason, taking->expires);
    arena_free(&arena);
}

static void report_article(StetReport *report, const Article *article)
{
    if (report->taking.baseline)
        take_findings(report, article);
    else if (report->workings) {
        report->workings(&report->sheet, article, report->at, &report->outputs->out);
        write_out(report->outputs);
    } else {
        Sheet sheet = sheet_of(&report->sheet, &report->rows, article, report->depth);
        report_sheet(report, &sheet);
    }
    arena_reset(&report->sheet);
}
static void report_failure(StetReport *report, const Failure *failure)
{
    report->totals.failures++;
    if (report->workings)
        return; /* the trouble is told anyway */
    for (size_t i = 0; i < report->count; i++) {
        Output *output = &report->outputs[i];
        output->format->failure(output->self, failure, &output->out);
        write_out(output);
    }
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
    report_failure(report, &failure);
}

void stet_desk_take_turns(StetDesk *desk, StetTurn wait, void *self)
{
    desk->wait = wait;
    desk->waiting = self;
}

static void await_turn(const StetDesk *desk)
{
    if (desk->wait)
        desk->wait(desk->waiting);
}

void stet_report_source(StetReport *report, StetDesk *desk, const StetSource *source,
                        StetTroubles *troubles)
{
    uint32_t before = troubles->list.count;
    const StetArticle *article = stet_check(desk, source, troubles);
    await_turn(desk);
    if (article)
        report_article(report, &article->whole);
    bool record = face_format(source->format, source->name) == SOURCE_NDJSON;
    const Document *document = &desk->article.document;
    Failure failure = {.path = view_of(source->name),
                       .id = record && document->has_name ? document->name : (View){0},
                       .record = record,
                       .line = source->line};
    report_troubles(report, failure, troubles, before);
}

static void report_stream(StetReport *report, StetDesk *desk, const char *path, Stream *stream,
                          StetTroubles *troubles)
{
    StetSource source = {.name = path, .format = STET_FORMAT_RECORD};
    View line;
    while (!stet_report_stopped(report) && stream_line(stream, LIMIT_DOCUMENT, &line)) {
        source.line++;
        source.bytes = line.at;
        source.length = line.len;
        if (view_trim(line).len)
            stet_report_source(report, desk, &source, troubles);
    }
}

static void report_records(StetReport *report, StetDesk *desk, const char *path,
                           StetTroubles *troubles)
{
    Stream stream;
    Failure failure = {.path = view_of(path)};
    uint32_t before = troubles->list.count;
    bool opened = stream_open(path, &stream, &troubles->list);
    await_turn(desk);
    report_troubles(report, failure, troubles, before);
    if (!opened)
        return;
    report_stream(report, desk, path, &stream, troubles);
    before = troubles->list.count;
    stream_close(&stream, path, &troubles->list);
    report_troubles(report, failure, troubles, before);
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
        await_turn(desk);
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
    for (size_t i = 0; i < report->count; i++)
        if (report->outputs[i].stopped)
            return true;
    return false;
}

bool stet_report_end(StetReport *report)
{
    for (size_t i = 0; i < report->count; i++) {
        Output *output = &report->outputs[i];
        if (output->format)
            output->format->end(output->self, &report->totals, &output->out);
        write_out(output);
        buffer_free(&output->out);
    }
    bool done = !stet_report_stopped(report);
    arena_free(&report->sheet);
    arena_free(&report->rows.arena);
    arena_free(&report->run);
    free(report);
    return done;
}

StetReport *stet_report_kept(const char *path, const StetOutput *outputs, size_t count,
                             StetTroubles *troubles)
{
    Buffer bytes = {0};
    Arena run = {0};
    Kept kept = {0};
    bool done = file_read(path, LIMIT_DOCUMENT, &bytes, &troubles->list) &&
                kept_read(&run, view_of(path), buffer_view(&bytes), &kept, &troubles->list);
    buffer_free(&bytes);
    if (!done) {
        arena_free(&run);
        return NULL;
    }
    StetReport *report = report_new(run, kept.head, outputs, count);
    for (uint32_t i = 0; i < kept.sheets.count; i++)
        report_sheet(report, &kept.sheets.items[i]);
    for (uint32_t i = 0; i < kept.failures.count; i++)
        report_failure(report, &kept.failures.items[i]);
    report->totals = kept.totals;
    return report;
}
