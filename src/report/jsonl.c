/* JSON Lines: one object an article, as it comes; a record that could not be checked gives its
 * failure in its place. Tests: tests/unit/report/jsonl.c. */
#include <stdlib.h>

#include "report/article_json.h"

typedef struct Lines {
    Arena arena;
} Lines;

static void *begin(const ReportContext *context)
{
    (void)context;
    Lines *lines = memory_or_end(calloc(1, sizeof *lines));
    return lines;
}

static void end_line(JsonWriter *json, Buffer *out)
{
    json_close(json);
    json_end(json, false, out);
    buffer_add_byte(out, '\n');
}

static void article(void *self, const Article *article, Buffer *out)
{
    Lines *lines = self;
    JsonWriter *json = json_begin();
    json_open_object(json);
    json_member(json, "id", article->document->name, article->document->has_name);
    if (article->line)
        json_member_int(json, "line", article->line);
    article_json(json, &lines->arena, article);
    end_line(json, out);
    arena_reset(&lines->arena);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)self;
    JsonWriter *json = json_begin();
    json_open_object(json);
    failure_json(json, failure->record ? failure->id : failure->path,
                 failure->has_id || !failure->record, failure);
    end_line(json, out);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    (void)out;
    Lines *lines = self;
    arena_free(&lines->arena);
    free(lines);
}

const ReportFormat report_jsonl = {"jsonl", begin, article, failure, end};
