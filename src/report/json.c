/* JSON: one report of the whole run, its documents as they come. Tests: tests/unit/report/json.c.
 */
#include <stdlib.h>

#include "report/article_json.h"

typedef struct Whole {
    JsonWriter *json; /* its "documents" stand open until the end */
    Arena kept;       /* what the end needs */
    struct {
        Failure *items;
        uint32_t count, capacity;
    } failures;
} Whole;

static void add_book(JsonWriter *json, Arena *arena, const Book *book)
{
    json_key(json, "book");
    json_open_object(json);
    json_member(json, "hash", book_text(book, book->version), true);
    json_member(json, "as_of", date_text(arena, book->as_of), date_known(book->as_of));
    json_member_int(json, "places", book->place_count);
    json_member_int(json, "offices", book->office_count);
    json_member_int(json, "people", book->person_count);
    json_member_int(json, "tenures", book->tenure_count);
    json_close(json);
}

static void *begin(const ReportContext *context)
{
    Whole *whole = memory_or_end(calloc(1, sizeof *whole));
    JsonWriter *json = whole->json = json_begin(true);
    json_open_object(json);
    json_member(json, "schema", VIEW("urn:stet:report:1"), true);

    json_key(json, "tool");
    json_open_object(json);
    json_member(json, "name", VIEW("stet"), true);
    json_member(json, "version", context->version, true);
    json_close(json);

    json_key(json, "rules");
    json_open_object(json);
    json_member(json, "hash", context->rules->version, true);
    json_member_int(json, "count", context->rules->count);
    json_close(json);

    add_book(json, &whole->kept, context->book);
    json_key(json, "documents");
    json_open_array(json);
    return whole;
}

static void article(void *self, const Article *article, Buffer *out)
{
    Whole *whole = self;
    json_open_object(whole->json);
    json_member(whole->json, "path", article->path, true);
    if (article->line) {
        json_member_int(whole->json, "line", article->line);
        json_member(whole->json, "id", article->document->name, article->document->has_name);
    }
    article_json(whole->json, article);
    json_close(whole->json);
    json_flush(whole->json, out);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Whole *whole = self;
    Failure *kept = arena_push(&whole->kept, &whole->failures);
    *kept = *failure;
    kept->path = view_copy(&whole->kept, failure->path);
    kept->id = view_copy(&whole->kept, failure->id);
    kept->message = view_copy(&whole->kept, failure->message);
}

static void add_summary(JsonWriter *json, const Totals *totals)
{
    json_key(json, "summary");
    json_open_object(json);
    json_member_int(json, "documents", (int64_t)totals->documents);
    json_member_int(json, "claims", (int64_t)totals->claims);
    json_member_int(json, "supported", (int64_t)totals->verdicts[VERDICT_SUPPORTED]);
    json_member_int(json, "contradicted", (int64_t)totals->verdicts[VERDICT_CONTRADICTED]);
    json_member_int(json, "unverifiable", (int64_t)totals->verdicts[VERDICT_UNVERIFIABLE]);
    json_member_int(json, "errors", (int64_t)totals->findings[LEVEL_ERROR]);
    json_member_int(json, "warnings", (int64_t)totals->findings[LEVEL_WARNING]);
    json_member_int(json, "notes", (int64_t)totals->findings[LEVEL_NOTE]);
    json_member_int(json, "suppressed", (int64_t)totals->suppressed);
    json_member_int(json, "baselined", (int64_t)totals->baselined);
    json_close(json);
}

static void add_failures(const Whole *whole)
{
    json_key(whole->json, "errors");
    json_open_array(whole->json);
    for (uint32_t i = 0; i < whole->failures.count; i++) {
        const Failure *failure = &whole->failures.items[i];
        json_open_object(whole->json);
        json_member(whole->json, "path", failure->path, true);
        failure_json(whole->json, failure->id, failure->has_id, failure);
        json_close(whole->json);
    }
    json_close(whole->json);
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    Whole *whole = self;
    json_close(whole->json); /* the documents */
    add_summary(whole->json, totals);
    add_failures(whole);
    json_close(whole->json);
    json_end(whole->json, out);
    buffer_add_byte(out, '\n');
    arena_free(&whole->kept);
    free(whole);
}

const ReportFormat report_json = {"json", begin, article, failure, end};
