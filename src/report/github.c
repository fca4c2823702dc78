/* GitHub: workflow commands, by which a job's log marks lines of a change.
 *
 * A step shows ten errors, ten warnings and ten notices, whatever it prints: the first of each are
 * written, errors first, and then how many were left out. All of them stand in the job's summary
 * (markdown.c). Text of the article is data: it cannot begin a command nor end one.
 * Tests: tests/reports/formats.py. */
#include <stdlib.h>

#include "report/report.h"
#include "report/show.h"

enum { SHOWN = 10 };

typedef struct Commands {
    Buffer lines[3]; /* by Level */
    uint32_t shown[3];
    uint32_t left_out;
    Buffer text; /* of the command at hand */
} Commands;

static void *begin(const ReportContext *context)
{
    (void)context;
    return memory_or_end(calloc(1, sizeof(Commands)));
}

/* `property`: as the value of one, where ':' and ',' part what stands beside it. */
static void add_escaped(Commands *commands, Buffer *out, View text, bool property)
{
    buffer_clear(&commands->text);
    show_add(&commands->text, text);
    for (size_t i = 0; i < commands->text.len; i++) {
        char byte = commands->text.at[i];
        if (byte == '%' || (property && (byte == ':' || byte == ',')))
            buffer_print(out, "%%%02X", (unsigned)byte);
        else
            buffer_add_byte(out, byte);
    }
}

/* The buffer for one more command of a level; NULL where it would not be shown. The last notice is
 * kept for the number of those left out. */
static Buffer *room_for(Commands *commands, Level level)
{
    uint32_t most = level == LEVEL_NOTE ? SHOWN - 1 : SHOWN;
    if (commands->shown[level] == most) {
        commands->left_out++;
        return NULL;
    }
    commands->shown[level]++;
    return &commands->lines[level];
}

static const char *command_name(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return "notice";
    case LEVEL_WARNING:
        return "warning";
    case LEVEL_ERROR:
        return "error";
    }
    return NULL;
}

static void open_command(Commands *commands, Buffer *out, Level level, View path)
{
    buffer_print(out, "::%s file=", command_name(level));
    add_escaped(commands, out, path, true);
}

static void close_command(Commands *commands, Buffer *out, View title, View message)
{
    buffer_print(out, ",title=");
    add_escaped(commands, out, title, true);
    buffer_print(out, "::");
    add_escaped(commands, out, message, false);
    buffer_add_byte(out, '\n');
}

/* Columns would be of the first line only where the passage goes over several. */
static void add_region(Buffer *out, const Region *region)
{
    buffer_print(out, ",line=%u,endLine=%u", region->start.line, region->end.line);
    if (region->columns && region->start.line == region->end.line)
        buffer_print(out, ",col=%u,endColumn=%u", region->start.column,
                     region->end.column > region->start.column ? region->end.column - 1
                                                               : region->start.column);
}

static void add_finding(Commands *commands, const Sheet *sheet, const SheetFinding *finding)
{
    Buffer *out = room_for(commands, finding->level);
    if (!out)
        return;
    Arena arena = {0};
    Region region = sheet_region(sheet, &finding->passage);
    View title = view_format(&arena, "stet (%.*s)", VIEW_ARG(finding->rule));
    open_command(commands, out, finding->level, sheet_path(sheet->path));
    add_region(out, &region);
    close_command(commands, out, title, sheet_message(&arena, sheet, finding));
    arena_free(&arena);
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    (void)out;
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_finding(self, sheet, &sheet->findings.items[i]);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Commands *commands = self;
    Buffer *line = room_for(commands, LEVEL_ERROR);
    if (!line)
        return;
    open_command(commands, line, LEVEL_ERROR, sheet_path(failure->path));
    if (failure->line)
        buffer_print(line, ",line=%u", failure->line);
    close_command(commands, line, VIEW("stet (not checked)"), failure->message);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    Commands *commands = self;
    for (int level = LEVEL_ERROR; level >= LEVEL_NOTE; level--) {
        buffer_add(out, buffer_view(&commands->lines[level]));
        buffer_free(&commands->lines[level]);
    }
    if (commands->left_out)
        buffer_print(out, "::notice title=stet::%u more, see the summary of the job\n",
                     commands->left_out);
    buffer_free(&commands->text);
    free(commands);
}

const ReportFormat report_github = {"github", SHEET_FINDINGS, begin, article, failure, end};
