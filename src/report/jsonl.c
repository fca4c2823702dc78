/* JSON Lines: one object an article, as it comes; a record that could not be checked gives its
 * failure in its place. Tests: tests/unit/report/jsonl.c. */
#include "report/article_json.h"

static void *begin(const ReportContext *context)
{
    (void)context;
    return json_begin(false);
}

static void end_line(JsonWriter *json, Buffer *out)
{
    json_close(json);
    json_flush(json, out);
    buffer_add_byte(out, '\n');
}

static void article(void *self, const Article *article, Buffer *out)
{
    JsonWriter *json = self;
    json_open_object(json);
    json_member(json, "id", article->document->name, article->document->has_name);
    if (article->line)
        json_member_int(json, "line", article->line);
    article_json(json, article);
    end_line(json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    JsonWriter *json = self;
    json_open_object(json);
    failure_json(json, failure->record ? failure->id : failure->path,
                 failure->has_id || !failure->record, failure);
    end_line(json, out);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    json_end(self, out);
}

const ReportFormat report_jsonl = {"jsonl", begin, article, failure, end};
