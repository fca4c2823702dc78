/* A judged article, made by hand. */
#include "sample.h"

#include <check.h>
#include <string.h>

#define STRINGS                                                                                    \
    "oz"                                                                                           \
    "Oz"                                                                                           \
    "oz/premier"                                                                                   \
    "Premier"                                                                                      \
    "oz/mayor"                                                                                     \
    "Mayor"                                                                                        \
    "ann-dale"                                                                                     \
    "Ann Dale"                                                                                     \
    "bo-reyes"                                                                                     \
    "Bo Reyes"                                                                                     \
    "wiki"                                                                                         \
    "Wiki"                                                                                         \
    "gazette"                                                                                      \
    "oz.yaml"                                                                                      \
    "0123"

static Text text_of(const char *word)
{
    const char *at = strstr(STRINGS, word);
    ck_assert_ptr_nonnull(at);
    return (Text){(uint32_t)(at - STRINGS), (uint32_t)strlen(word)};
}

static void make_book(Sample *sample, Book *book)
{
    Arena *arena = &sample->arena;
    Place *places = arena_new(arena, Place, 1);
    places[0] = (Place){.id = text_of("oz"), .name = text_of("Oz"), .parent = NONE};
    Office *offices = arena_new(arena, Office, 2);
    offices[ANN_DALE] = (Office){
        .id = text_of("oz/premier"), .title = text_of("Premier"), .seats = 1, .tenures = {0, 1}};
    offices[BO_REYES] = (Office){
        .id = text_of("oz/mayor"), .title = text_of("Mayor"), .seats = 1, .tenures = {1, 1}};
    Person *people = arena_new(arena, Person, 2);
    people[ANN_DALE] = (Person){.id = text_of("ann-dale"),
                                .name = text_of("Ann Dale"),
                                .born = DATE_NONE,
                                .died = DATE_NONE,
                                .tenures = {0, 1}};
    people[BO_REYES] = (Person){.id = text_of("bo-reyes"),
                                .name = text_of("Bo Reyes"),
                                .born = DATE_NONE,
                                .died = DATE_NONE,
                                .tenures = {1, 1}};
    Source *sources = arena_new(arena, Source, 2);
    sources[0] = (Source){.id = text_of("wiki"), .title = text_of("Wiki")};
    sources[1] = (Source){.id = text_of("gazette")};
    uint32_t *source_list = arena_new(arena, uint32_t, 2);
    source_list[1] = 1;
    Day may = day_of(2024, 5, 2), march = day_of(2021, 3, 5), as_of = day_of(2026, 1, 1);
    Tenure *tenures = arena_new(arena, Tenure, 2);
    tenures[ANN_DALE] = (Tenure){.person = ANN_DALE,
                                 .office = ANN_DALE,
                                 .from = {may, may},
                                 .to = DATE_NONE,
                                 .as_of = {as_of, as_of},
                                 .sources = {0, 2},
                                 .file = text_of("oz.yaml"),
                                 .line = 12};
    tenures[BO_REYES] = (Tenure){.person = BO_REYES,
                                 .office = BO_REYES,
                                 .from = {day_of(2020, 1, 1), day_of(2020, 12, 31)},
                                 .to = {march, march},
                                 .as_of = {as_of, as_of},
                                 .flags = TENURE_ACTING,
                                 .file = text_of("oz.yaml"),
                                 .line = 20};
    *book = (Book){.version = text_of("0123"),
                   .as_of = {as_of, as_of},
                   .strings = STRINGS,
                   .string_bytes = sizeof STRINGS - 1,
                   .places = places,
                   .place_count = 1,
                   .offices = offices,
                   .office_count = 2,
                   .people = people,
                   .person_count = 2,
                   .tenures = tenures,
                   .tenure_count = 2,
                   .person_tenures = source_list, /* the same 0, 1 */
                   .person_tenure_count = 2,
                   .sources = sources,
                   .source_count = 2,
                   .source_list = source_list,
                   .source_list_count = 2};
}

static void make_article(Sample *sample, const char *path, uint32_t line)
{
    Arena *arena = &sample->arena;
    Book *book = arena_new(arena, Book, 1);
    make_book(sample, book);
    Rule *rule = arena_new(arena, Rule, 1);
    rule->name = VIEW("title-mismatch");
    rule->level = LEVEL_ERROR;
    rule->help = VIEW("Never held it. Look at the book.\n");
    Rules *rules = arena_new(arena, Rules, 1);
    *rules = (Rules){.items = rule, .count = 1, .version = VIEW("4567")};
    Construction *construction = arena_new(arena, Construction, 1);
    construction->name = VIEW("name-comma-title");
    Grammar *grammar = arena_new(arena, Grammar, 1);
    *grammar = (Grammar){.constructions = construction, .construction_count = 1};
    Day day = day_of(2025, 2, 13);
    sample->document.date = (Date){day, day};
    sample->document.date_source = DATE_FROM_OPTION;
    sample->tokens = text_split(arena, &sample->document, (Abbreviations){0});
    sample->judgement.verdicts = arena_new(arena, Verdict, 8);
    sample->judgement.agreement = (Agreement){.first = DAY_NONE, .last = DAY_NONE};
    sample->article = (Article){.path = view_of(path),
                                .line = line,
                                .document = &sample->document,
                                .tokens = &sample->tokens,
                                .claims = &sample->claims,
                                .judgement = &sample->judgement,
                                .grammar = grammar,
                                .book = book,
                                .rules = rules,
                                .policy = &policy_default};
    sample->head = head_of(arena, book, rules, VIEW("9.9"));
    sample->context = (ReportContext){.head = &sample->head};
}

void sample_open(Sample *sample, const char *path, const char *bytes)
{
    *sample = (Sample){0};
    Troubles troubles = {.arena = &sample->arena};
    View view = view_copy(&sample->arena, view_of(bytes));
    if (source_format_of(view_of(path)) == SOURCE_MARKDOWN)
        source_read_markdown(&sample->arena, view_of(path), view, &sample->document, &troubles);
    else
        source_read_text(&sample->arena, view_of(path), view, &sample->document, &troubles);
    make_article(sample, path, 0);
}

void sample_open_record(Sample *sample, const char *title, const char *text)
{
    *sample = (Sample){0};
    Troubles troubles = {.arena = &sample->arena};
    View line = view_format(&sample->arena, "{\"id\": \"r1\", \"title\": \"%s\", \"text\": \"%s\"}",
                            title, text);
    bool read = source_read_record(&sample->arena, VIEW("news.ndjson"), 7, line, &sample->document,
                                   &troubles);
    ck_assert(read);
    make_article(sample, "news.ndjson", 7);
}

void sample_close(Sample *sample)
{
    buffer_free(&sample->out);
    arena_free(&sample->rows.arena);
    arena_free(&sample->arena);
}

static Span span_of(const Sample *sample, const char *words)
{
    View text = sample->document.text;
    size_t len = strlen(words);
    for (size_t off = 0; off + len <= text.len; off++)
        if (!memcmp(text.at + off, words, len))
            return (Span){(uint32_t)off, (uint32_t)len};
    ck_abort_msg("\"%s\" is not in the text", words);
}

static IndexList only(Arena *arena, uint32_t index)
{
    IndexList list = {0};
    *arena_push(arena, &list) = index;
    return list;
}

uint32_t sample_claim(Sample *sample, uint32_t person, const char *name, const char *office,
                      VerdictKind kind)
{
    Claim claim = {.person_span = span_of(sample, name),
                   .office_span = span_of(sample, office),
                   .people = only(&sample->arena, person),
                   .offices = only(&sample->arena, person)};
    claim.span = span_join(claim.person_span, claim.office_span);
    claim.part = document_part(&sample->document, claim.span);
    View words = view_slice(sample->document.text, claim.span.off, span_end(claim.span));
    for (uint32_t i = 0; i + 2 <= words.len; i++)
        if (!memcmp(words.at + i, "Oz", 2)) {
            claim.place_span = (Span){claim.span.off + i, 2};
            claim.places = only(&sample->arena, 0);
        }
    Verdict verdict = {.kind = kind,
                       .reason = VIEW("as the book says"),
                       .person = person,
                       .office = person,
                       .when = sample->document.date};
    arena_push(&sample->arena, &verdict.evidence)->tenure = person;
    sample->judgement.verdicts[sample->claims.count] = verdict;
    *arena_push(&sample->arena, &sample->claims) = claim;
    return sample->claims.count - 1;
}

void sample_finding(Sample *sample, uint32_t index, Level level, const char *message,
                    const char *instead)
{
    const Claim *claim = &sample->claims.items[index];
    Finding finding = {.level = level,
                       .claim = index,
                       .message = view_of(message),
                       .span = claim->span,
                       .evidence = sample->judgement.verdicts[index].evidence,
                       .fingerprint = VIEW("89ab")};
    if (instead)
        finding.fix = (Fix){.span = claim->office_span, .text = view_of(instead)};
    *arena_push(&sample->arena, &sample->judgement.findings) = finding;
}

static const char *finish(Sample *sample, const ReportFormat *format, void *self)
{
    format->end(self, &sample->totals, &sample->out);
    buffer_add_byte(&sample->out, '\0');
    return sample->out.at;
}

const char *sample_report(Sample *sample, const ReportFormat *format)
{
    buffer_clear(&sample->out);
    sample->totals = (Totals){0};
    Sheet sheet = sheet_of(&sample->arena, &sample->rows, &sample->article,
                           sample->context.verbose > 0 ? SHEET_WHOLE : format->depth);
    report_count(&sample->totals, &sheet);
    void *self = format->begin(&sample->context);
    format->article(self, &sheet, &sample->out);
    return finish(sample, format, self);
}

const char *sample_failures(Sample *sample, const ReportFormat *format, const Failure *failures,
                            uint32_t count)
{
    buffer_clear(&sample->out);
    sample->totals = (Totals){.failures = count};
    void *self = format->begin(&sample->context);
    for (uint32_t i = 0; i < count; i++)
        format->failure(self, &failures[i], &sample->out);
    return finish(sample, format, self);
}
