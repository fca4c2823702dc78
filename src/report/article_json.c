/* An article for machines. Tests: tests/unit/report/article_json.c, tests/reports. */
#include "report/article_json.h"

#include "report/evidence.h"
#include "report/passage.h"

typedef struct Writer {
    JsonWriter *json;
    Arena *arena; /* of one claim or finding: an article may have a hundred thousand */
    const Article *article;
    Passages passages;
} Writer;

void json_member(JsonWriter *json, const char *key, View text, bool present)
{
    json_key(json, key);
    if (present)
        json_text(json, text);
    else
        json_nothing(json);
}

void json_member_int(JsonWriter *json, const char *key, int64_t number)
{
    json_key(json, key);
    json_int(json, number);
}

static void json_member_bool(JsonWriter *json, const char *key, bool value)
{
    json_key(json, key);
    json_bool(json, value);
}

static void add_date(const Writer *writer, const char *key, Date date)
{
    json_member(writer->json, key, date_text(writer->arena, date), date_known(date));
}

static View day_text(Arena *arena, Day day)
{
    return date_text(arena, (Date){day, day});
}

/* --- the head --- */

static const char *date_source_name(DateSource source)
{
    switch (source) {
    case DATE_FROM_NONE:
        return "none";
    case DATE_FROM_OPTION:
        return "option";
    case DATE_FROM_RECORD:
        return "record";
    case DATE_FROM_FRONT_MATTER:
        return "front-matter";
    case DATE_FROM_META:
        return "meta";
    case DATE_FROM_JSON_LD:
        return "json-ld";
    case DATE_FROM_FILE_NAME:
        return "file-name";
    case DATE_FROM_TODAY:
        return "today";
    case DATE_FROM_CLAIMS:
        return "claims";
    }
    return NULL;
}

static void add_counts(const Writer *writer)
{
    Totals totals = {0};
    report_count(&totals, writer->article);
    json_key(writer->json, "counts");
    json_open_object(writer->json);
    json_member_int(writer->json, "claims", (int64_t)totals.claims);
    json_member_int(writer->json, "supported", (int64_t)totals.verdicts[VERDICT_SUPPORTED]);
    json_member_int(writer->json, "contradicted", (int64_t)totals.verdicts[VERDICT_CONTRADICTED]);
    json_member_int(writer->json, "unverifiable", (int64_t)totals.verdicts[VERDICT_UNVERIFIABLE]);
    json_close(writer->json);
}

static View claim_id(Arena *arena, uint32_t claim)
{
    return view_format(arena, "c%u", claim + 1);
}

static void add_agreement(const Writer *writer)
{
    const Agreement *agreement = &writer->article->judgement->agreement;
    json_key(writer->json, "agreement");
    if (!agreement->claims) {
        json_nothing(writer->json);
        return;
    }
    json_open_object(writer->json);
    json_member(writer->json, "from", day_text(writer->arena, agreement->first), true);
    json_member(writer->json, "to", day_text(writer->arena, agreement->last),
                agreement->last != DAY_MAX);
    json_member_int(writer->json, "claims", agreement->claims);
    json_member(writer->json, "from_claim", claim_id(writer->arena, agreement->first_claim), true);
    bool ends = agreement->last_claim != NONE;
    json_member(writer->json, "to_claim", claim_id(writer->arena, ends ? agreement->last_claim : 0),
                ends);
    json_close(writer->json);
}

/* --- places in the original --- */

static void add_position(const Writer *writer, const char *key, Position position)
{
    json_key(writer->json, key);
    json_open_object(writer->json);
    json_member_int(writer->json, "offset", position.offset);
    json_member_int(writer->json, "line", position.line);
    json_member_int(writer->json, "column", position.column);
    json_close(writer->json);
}

static void add_segments(const Writer *writer, const Segments *segments)
{
    if (segments->count < 2)
        return;
    json_key(writer->json, "segments");
    json_open_array(writer->json);
    for (uint32_t i = 0; i < segments->count; i++) {
        json_open_array(writer->json);
        json_int(writer->json, segments->items[i].off);
        json_int(writer->json, span_end(segments->items[i]));
        json_close(writer->json);
    }
    json_close(writer->json);
}

static void add_passage(Writer *writer, Passage passage)
{
    if (passage.part == PART_TITLE)
        json_member(writer->json, "part", VIEW("title"), true);
    add_position(writer, "start", passage.start);
    add_position(writer, "end", passage.end);
    add_segments(writer, &passage.segments);
}

/* --- claims --- */

/* Opens the object of a claim's part, for the members that only it has. */
static void open_part(Writer *writer, const char *key, Span span)
{
    Passage passage = passage_at(&writer->passages, span);
    json_key(writer->json, key);
    json_open_object(writer->json);
    json_member(writer->json, "text", passage_words(writer->article->document, span), true);
    json_member_int(writer->json, "start", passage.start.offset);
    json_member_int(writer->json, "end", passage.end.offset);
    add_segments(writer, &passage.segments);
}

/* What a part means: what judgement settled on, else the only thing that it can mean. */
static uint32_t meaning(uint32_t judged, IndexList possible)
{
    if (judged != NONE)
        return judged;
    return possible.count == 1 ? possible.items[0] : NONE;
}

static void add_person(Writer *writer, const Claim *claim, const Verdict *verdict)
{
    const Book *book = writer->article->book;
    uint32_t index = meaning(verdict->person, claim->people);
    const Person *person = index == NONE ? NULL : person_at(book, index);
    open_part(writer, "person", claim->person_span);
    json_member(writer->json, "id", person ? book_text(book, person->id) : (View){0}, person);
    json_member(writer->json, "name", person ? book_text(book, person->name) : (View){0}, person);
    json_close(writer->json);
}

static void add_office(Writer *writer, const Claim *claim, const Verdict *verdict)
{
    const Book *book = writer->article->book;
    uint32_t index = meaning(verdict->office, claim->offices);
    const Office *office = index == NONE ? NULL : office_at(book, index);
    open_part(writer, "office", claim->office_span);
    json_member(writer->json, "id", office ? book_text(book, office->id) : (View){0}, office);
    json_member(writer->json, "title", office ? book_text(book, office->title) : (View){0}, office);
    json_close(writer->json);
}

/* The place that was said, which may be another than that of the office. */
static uint32_t said_place(const Claim *claim, const Verdict *verdict)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (claim->places.items[i] == verdict->place)
            return verdict->place;
    return meaning(NONE, claim->places);
}

static void add_place(Writer *writer, const Claim *claim, const Verdict *verdict)
{
    if (!claim->place_span.len) {
        json_member(writer->json, "place", (View){0}, false);
        return;
    }
    const Book *book = writer->article->book;
    uint32_t place = said_place(claim, verdict);
    bool known = place != NONE;
    open_part(writer, "place", claim->place_span);
    json_member(writer->json, "id", known ? book_text(book, place_at(book, place)->id) : (View){0},
                known);
    json_close(writer->json);
}

static void add_when(const Writer *writer, Date when)
{
    json_key(writer->json, "when");
    if (!date_known(when)) {
        json_nothing(writer->json);
        return;
    }
    json_open_array(writer->json);
    json_text(writer->json, day_text(writer->arena, when.first));
    json_text(writer->json, day_text(writer->arena, when.last));
    json_close(writer->json);
}

static void add_flag(const Writer *writer, bool set, View name)
{
    if (set)
        json_text(writer->json, name);
}

static void add_evidence(const Writer *writer, const EvidenceList *list)
{
    const Book *book = writer->article->book;
    JsonWriter *json = writer->json;
    json_key(json, "evidence");
    json_open_array(json);
    for (uint32_t i = 0; i < list->count; i++) {
        const Tenure *tenure = tenure_at(book, list->items[i].tenure);
        bool held = tenure->person != NONE;
        View sources = evidence_sources(writer->arena, book, tenure);
        json_open_object(json);
        json_member(json, "person",
                    held ? book_text(book, person_at(book, tenure->person)->id) : (View){0}, held);
        json_member(json, "office", book_text(book, office_at(book, tenure->office)->id), true);
        add_date(writer, "from", tenure->from);
        add_date(writer, "to", tenure->to);
        json_member(json, "source", sources, sources.len);
        json_member(json, "file", book_text(book, tenure->file), true);
        json_member_int(json, "line", tenure->line);
        add_date(writer, "as_of", tenure->as_of);
        json_key(json, "flags");
        json_open_array(json);
        add_flag(writer, tenure->flags & TENURE_ACTING, VIEW("acting"));
        add_flag(writer, tenure->flags & TENURE_UNCONFIRMED, VIEW("unconfirmed"));
        add_flag(writer, tenure->flags & TENURE_END_UNCONFIRMED, VIEW("end-unconfirmed"));
        add_flag(writer, tenure->flags & TENURE_PLANNED_END, VIEW("planned-end"));
        json_close(json);
        json_close(json);
    }
    json_close(json);
}

static void add_claim(Writer *writer, uint32_t index)
{
    const Article *article = writer->article;
    const Claim *claim = &article->claims->items[index];
    const Verdict *verdict = &article->judgement->verdicts[index];
    JsonWriter *json = writer->json;
    json_open_object(json);
    json_member(json, "id", claim_id(writer->arena, index), true);
    json_member(json, "kind", view_of(subjects[claim->kind]->name), true);
    json_member(json, "text", passage_words(article->document, claim->span), true);
    add_passage(writer, passage_at(&writer->passages, claim->span));
    add_person(writer, claim, verdict);
    add_office(writer, claim, verdict);
    add_place(writer, claim, verdict);
    json_member(json, "status", view_of(status_name(claim->status)), true);
    json_member_bool(json, "nominal", claim->flags & CLAIM_NOMINAL);
    json_member_bool(json, "quoted", claim->flags & CLAIM_QUOTED);
    json_member(json, "construction", article->grammar->constructions[claim->construction].name,
                true);
    add_when(writer, verdict->when);
    json_member(json, "verdict", view_of(verdict_name(verdict->kind)), true);
    json_member(json, "reason", verdict->reason, true);
    add_evidence(writer, &verdict->evidence);
    json_close(json);
}

/* --- findings --- */

static void add_fixes(Writer *writer, const Finding *finding)
{
    json_key(writer->json, "fixes");
    json_open_array(writer->json);
    if (finding_has_fix(finding)) {
        json_open_object(writer->json);
        json_member_bool(writer->json, "safe", finding->fix.safe);
        add_passage(writer, passage_at(&writer->passages, finding->fix.span));
        json_member(writer->json, "text", finding->fix.text, true);
        json_close(writer->json);
    }
    json_close(writer->json);
}

static void add_suppression(Writer *writer, const Suppression *suppression)
{
    JsonWriter *json = writer->json;
    if (!suppression) {
        json_member(json, "suppressed", (View){0}, false);
        return;
    }
    json_key(json, "suppressed");
    json_open_object(json);
    json_member(json, "by", VIEW("mark"), true);
    json_member(json, "reason", suppression->reason, suppression->reason.len);
    add_date(writer, "until", suppression->until);
    add_passage(writer, passage_of_bytes(&writer->passages, PART_TEXT, suppression->mark));
    json_close(json);
}

static void add_baseline(Writer *writer, const Baselined *baseline)
{
    JsonWriter *json = writer->json;
    if (baseline->state == BASELINE_NONE) {
        json_member(json, "baseline", (View){0}, false);
        return;
    }
    bool known = baseline->state == BASELINE_KNOWN;
    json_key(json, "baseline");
    json_open_object(json);
    json_member(json, "state", known ? VIEW("unchanged") : VIEW("new"), true);
    json_member(json, "reason", baseline->reason, baseline->reason.len);
    add_date(writer, "created", baseline->created);
    add_date(writer, "expires", baseline->expires);
    json_close(json);
}

static void add_finding(Writer *writer, const Finding *finding)
{
    JsonWriter *json = writer->json;
    json_open_object(json);
    json_member(json, "rule", writer->article->rules->items[finding->rule].name, true);
    json_member(json, "level", view_of(level_name(finding->level)), true);
    json_member(json, "claim", claim_id(writer->arena, finding->claim), finding->claim != NONE);
    json_member(json, "message", finding->message, true);
    add_passage(writer, passage_of_finding(&writer->passages, finding));
    add_fixes(writer, finding);
    add_evidence(writer, &finding->evidence);
    json_member(json, "fingerprint", finding->fingerprint, true);
    add_suppression(writer, finding->suppressed);
    add_baseline(writer, &finding->baseline);
    json_close(json);
}

static void add_claims(Writer *writer)
{
    json_key(writer->json, "claims");
    json_open_array(writer->json);
    for (uint32_t i = 0; i < writer->article->claims->count; i++) {
        add_claim(writer, i);
        arena_reset(writer->arena);
    }
    json_close(writer->json);
}

static void add_findings(Writer *writer)
{
    const Findings *findings = &writer->article->judgement->findings;
    json_key(writer->json, "findings");
    json_open_array(writer->json);
    for (uint32_t i = 0; i < findings->count; i++) {
        add_finding(writer, &findings->items[i]);
        arena_reset(writer->arena);
    }
    json_close(writer->json);
}

void article_json(JsonWriter *json, const Article *article)
{
    Arena lines = {0}, scratch = {0};
    const Document *document = article->document;
    Writer writer = {json, &scratch, article, passages_of(&lines, document)};
    writer.passages.arena = &scratch;
    add_date(&writer, "date", document->date);
    json_member(json, "date_source", view_of(date_source_name(document->date_source)), true);
    add_agreement(&writer);
    add_counts(&writer);
    add_claims(&writer);
    add_findings(&writer);
    arena_free(&scratch);
    arena_free(&lines);
}

void failure_json(JsonWriter *json, View id, bool id_known, const Failure *failure)
{
    json_member(json, "id", id, id_known);
    json_key(json, "line");
    if (failure->line)
        json_int(json, failure->line);
    else
        json_nothing(json);
    json_member(json, "error", failure->message, true);
}
