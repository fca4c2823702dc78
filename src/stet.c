/* The line, and most of the library's public face around it.
 *
 * An article goes bytes -> document -> tokens -> mentions -> claims -> verdicts -> findings;
 * stet_check is that sentence in C, and publish.c takes the findings to a report. What is made of
 * an article lives in its desk's arena, what is made of the rules folder in that of the StetRules.
 * Tests: tests/unit/face, tests/cli. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/build.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/near.h"
#include "base/yaml.h"
#include "judge/judge.h"
#include "judge/mark.h"
#include "judge/style.h"
#include "report/passage.h"
#include "source/format.h"

const char *stet_version(void)
{
    return STET_VERSION;
}

static void *new_zeroed(size_t size)
{
    return memory_or_end(calloc(1, size));
}

/* --- troubles --- */

StetTroubles *stet_troubles_new(void)
{
    StetTroubles *troubles = new_zeroed(sizeof *troubles);
    troubles->list.arena = &troubles->arena;
    return troubles;
}

void stet_troubles_free(StetTroubles *troubles)
{
    if (!troubles)
        return;
    arena_free(&troubles->arena);
    free(troubles);
}

size_t stet_troubles_count(const StetTroubles *troubles)
{
    return troubles->list.count;
}

const char *stet_troubles_text(const StetTroubles *troubles, size_t index)
{
    assert(index < troubles->list.count);
    Arena *arena = troubles->list.arena;
    return view_copy(arena, trouble_text(arena, &troubles->list.items[index])).at;
}

bool face_write_out(Buffer *out, StetWrite write, void *to, Troubles *troubles)
{
    bool done = !out->len || write(to, out->at, out->len);
    if (!done)
        trouble_add(troubles, (View){0}, 0, 0, "the answer cannot be written");
    buffer_free(out);
    return done;
}

/* --- rules --- */

static bool same_trouble(const Trouble *a, const Trouble *b)
{
    return a->line == b->line && a->column == b->column && view_equal(a->path, b->path) &&
           view_equal(a->message, b->message);
}

/* The book and the grammar both read names.yaml, and both say what is wrong with it. */
static void drop_repeats(Troubles *troubles, uint32_t from)
{
    uint32_t kept = from;
    for (uint32_t i = from; i < troubles->count; i++) {
        uint32_t j = from;
        while (j < kept && !same_trouble(&troubles->items[j], &troubles->items[i]))
            j++;
        if (j == kept)
            troubles->items[kept++] = troubles->items[i];
    }
    troubles->count = kept;
}

/* Words and checks, of whose files the grammar and the rules are made. */
static bool read_rules(StetRules *rules, const Compiled *from, Troubles *troubles)
{
    const BookSources *words = &from->words, *checks = &from->checks;
    rules->grammar =
        grammar_read_with(&rules->arena, words->items, words->count, from->lexicons, troubles);
    rules->checks =
        rules_read(&rules->arena, rules->grammar, checks->items, checks->count, troubles);
    return rules->grammar && rules->checks;
}

static bool compile_sources(StetRules *rules, const BookSources sources[RULES_PARTS],
                            Arena *scratch, Troubles *troubles)
{
    const BookSources *reference = &sources[RULES_REFERENCE], *words = &sources[RULES_WORDS];
    Compiled files = {.words = *words, .checks = sources[RULES_CHECKS]};
    bool booked = book_compile(reference->items, reference->count, words->items, words->count,
                               &rules->arena, scratch, &rules->book, troubles);
    return read_rules(rules, &files, troubles) && booked;
}

/* What is kept of it. */
static Compiled compiled_of(const StetRules *rules, Arena *scratch)
{
    static_assert((int)STORE_LEXICONS == (int)GRAMMAR_LEXICONS, "one for each");
    Compiled compiled = {.book = rules->book};
    grammar_lexicons(scratch, rules->grammar, compiled.lexicons);
    return compiled;
}

/* A rules folder with what the settings add: from a kept book, else from YAML, which is kept for
 * the next time. */
static bool open_rules(StetRules *rules, const char *folder, const StetConfig *config,
                       const Keeper *keeper, Arena *scratch, Troubles *troubles)
{
    RulesOwn own;
    RulesFiles files;
    Compiled compiled;
    BookSources sources[RULES_PARTS];
    bool adds = stet_config_adds(config);
    if ((adds && !config_own(config, &rules->arena, &own, troubles)) ||
        !rules_files(folder, adds ? &own : NULL, &rules->arena, &files, troubles))
        return false;
    if (cache_find(keeper, &files, &rules->arena, scratch, &rules->map, &compiled)) {
        rules->book = compiled.book;
        return read_rules(rules, &compiled, troubles);
    }
    if (!rules_files_read(&files, scratch, sources, troubles) ||
        !compile_sources(rules, sources, scratch, troubles))
        return false;
    compiled = compiled_of(rules, scratch);
    cache_keep(keeper, &files, sources, &compiled, scratch);
    return true;
}

static StetRules *rules_of(const char *folder, const Keeper *keeper, const StetConfig *config,
                           Troubles *troubles)
{
    StetRules *rules = new_zeroed(sizeof *rules);
    Arena scratch = {0};
    uint32_t before = troubles->count;
    rules->folder = view_copy(&rules->arena, view_of(folder)).at;
    bool done = open_rules(rules, folder, config, keeper, &scratch, troubles);
    arena_free(&scratch);
    if (done)
        return rules;
    drop_repeats(troubles, before);
    stet_rules_free(rules);
    return NULL;
}

StetRules *stet_rules_open(const char *folder, StetTroubles *troubles)
{
    return rules_of(folder, &(Keeper){0}, NULL, &troubles->list);
}

bool stet_rules_build(const char *folder, const char *output, StetTroubles *troubles)
{
    Arena scratch = {0};
    StetRules *rules = new_zeroed(sizeof *rules);
    RulesFiles files;
    BookSources sources[RULES_PARTS];
    uint32_t before = troubles->list.count;
    bool done = rules_files(folder, NULL, &rules->arena, &files, &troubles->list) &&
                rules_files_read(&files, &scratch, sources, &troubles->list) &&
                compile_sources(rules, sources, &scratch, &troubles->list);
    if (!done)
        drop_repeats(&troubles->list, before);
    const char *path = output ? output : rules_compiled_path(&scratch, folder).at;
    if (done) {
        Compiled compiled = compiled_of(rules, &scratch);
        done = cache_write(path, &(Keeper){.maker = build_id()}, &files, sources, &compiled,
                           &scratch, &troubles->list);
    }
    arena_free(&scratch);
    stet_rules_free(rules);
    return done;
}

bool stet_rules_verify(const char *file, StetTroubles *troubles)
{
    return store_verify(file, &troubles->list);
}

StetRules *stet_rules_open_kept(const char *folder, const char *cache, StetTroubles *troubles)
{
    return rules_of(folder, &(Keeper){build_id(), cache}, NULL, &troubles->list);
}

StetRules *stet_rules_open_for(const char *folder, const char *cache, const StetConfig *config,
                               StetTroubles *troubles)
{
    return rules_of(folder, &(Keeper){build_id(), cache}, config, &troubles->list);
}

void stet_rules_free(StetRules *rules)
{
    if (!rules)
        return;
    if (rules->grammar)
        grammar_free(rules->grammar);
    if (rules->checks)
        rules_free(rules->checks);
    arena_free(&rules->arena);
    map_close(&rules->map);
    free(rules);
}

StetHoldings stet_rules_holdings(const StetRules *rules)
{
    return (StetHoldings){.places = rules->book.place_count,
                          .offices = rules->book.office_count,
                          .people = rules->book.person_count,
                          .tenures = rules->book.tenure_count,
                          .constructions = rules->grammar->construction_count,
                          .rules = rules->checks->count,
                          .examples = rules->grammar->example_count + rules->checks->example_count};
}

/* --- the line --- */

static bool option_day(const char *name, const char *text, Date *out, Troubles *troubles)
{
    *out = DATE_NONE;
    if (!text)
        return true;
    if (date_parse(view_of(text), out) && out->first == out->last)
        return true;
    trouble_add(troubles, view_of(name), 0, 0, "\"%s\" is no day, expected YYYY-MM-DD", text);
    return false;
}

StetDesk *stet_desk_new(const StetRules *rules, const StetOptions *options, StetTroubles *troubles)
{
    StetDesk *desk = new_zeroed(sizeof *desk);
    desk->rules = rules;
    desk->extractor = extractor_new(rules->grammar, &rules->book);
    desk->config = options->config;
    desk->no_marks = options->no_marks;
    desk->baseline = options->baseline;
    desk->infer = options->date && !strcmp(options->date, "infer");
    bool done =
        option_day("date", desk->infer ? NULL : options->date, &desk->date, &troubles->list);
    done &= option_day("today", options->today, &desk->today, &troubles->list);
    if (desk->config)
        done &= config_check(desk->config, rules->checks, &rules->book, &troubles->list);
    if (done)
        return desk;
    stet_desk_free(desk);
    return NULL;
}

void stet_desk_free(StetDesk *desk)
{
    if (!desk)
        return;
    extractor_free(desk->extractor);
    arena_free(&desk->arena);
    free(desk);
}

SourceFormat face_format(StetFormat format, const char *name)
{
    switch (format) {
    case STET_FORMAT_AUTO:
        return source_format_of(view_of(name));
    case STET_FORMAT_TEXT:
        return SOURCE_TEXT;
    case STET_FORMAT_MARKDOWN:
        return SOURCE_MARKDOWN;
    case STET_FORMAT_HTML:
        return SOURCE_HTML;
    case STET_FORMAT_RECORD:
        return SOURCE_NDJSON;
    }
    return SOURCE_TEXT;
}

/* Bytes to document. A record that is no record, or more than a span can hold, is none. */
static bool read_document(StetDesk *desk, const StetSource *source, SourceFormat format,
                          Document *out, Troubles *troubles)
{
    View path = view_copy(&desk->arena, view_of(source->name));
    View bytes = {source->bytes, source->length};
    if (bytes.len > LIMIT_DOCUMENT) {
        trouble_add(troubles, path, source->line, 0,
                    "is larger than %d bytes, the most that is read", LIMIT_DOCUMENT);
        return false;
    }
    switch (format) {
    case SOURCE_NDJSON:
        return source_read_record(&desk->arena, path, source->line, bytes, out, troubles);
    case SOURCE_MARKDOWN:
        source_read_markdown(&desk->arena, path, bytes, out, troubles);
        return true;
    case SOURCE_HTML:
        source_read_html(&desk->arena, path, bytes, out, troubles);
        return true;
    case SOURCE_AUTO:
    case SOURCE_TEXT:
        break;
    }
    source_read_text(&desk->arena, path, bytes, out, troubles);
    return true;
}

/* The option's date goes before the article's own; today is for files alone. The settings may
 * refuse a source. */
static void date_document(const StetDesk *desk, bool record, Document *document)
{
    if (!config_takes_date(desk->config, document->date_source)) {
        bool path = !record && config_takes_date(desk->config, DATE_FROM_FILE_NAME);
        document->date = path ? path_date(document->name) : DATE_NONE;
        document->date_source = date_known(document->date) ? DATE_FROM_FILE_NAME : DATE_FROM_NONE;
    }
    if (date_known(desk->date)) {
        document->date = desk->date;
        document->date_source = DATE_FROM_OPTION;
    } else if (!date_known(document->date) && date_known(desk->today) && !record &&
               config_takes_date(desk->config, DATE_FROM_TODAY)) {
        document->date = desk->today;
        document->date_source = DATE_FROM_TODAY;
    }
}

/* By what the findings are known again, and which are known already. */
static void recognise(StetDesk *desk, StetArticle *article, View path, bool record)
{
    const Document *document = &article->document;
    View id = record && document->has_name ? document->name : (View){0};
    FingerprintOf of = {
        &desk->rules->book, desk->rules->checks, document, &article->tokens, path, id};
    fingerprint_findings(article->arena, &of, &article->judgement);
    if (desk->baseline)
        baseline_apply(&desk->baseline->list, baseline_path(article->arena, path, record, id),
                       &article->judgement.findings);
}

static void run_line(StetDesk *desk, StetArticle *article, View path, Troubles *troubles)
{
    const StetRules *rules = desk->rules;
    Arena *arena = &desk->arena;
    article->tokens = text_split(arena, &article->document, rules->grammar->abbreviations);
    StyleTags tags = {.arena = arena};
    ExtractWatch watch = style_watch(&tags);
    article->claims = extractor_read(desk->extractor, arena, &article->document, &article->tokens,
                                     rules->checks->asks_tags ? &watch : NULL);
    article->policy = config_policy(desk->config, rules->checks, &rules->book, path, arena);
    article->judgement =
        judge_claims(arena, &rules->book, rules->checks, &article->policy, &article->document,
                     &article->claims, desk->infer, desk->today);
    Bench bench = {arena, &rules->book, &article->document, &article->policy, rules->grammar};
    judge_style(&bench, rules->checks, &article->tokens, &tags, &article->judgement.findings,
                troubles);
    if (!desk->no_marks)
        judge_marks(&bench, rules->checks, desk->today, &article->judgement.findings);
}

/* --- only some lines --- */

static bool touches(const StetDesk *desk, uint32_t first, uint32_t last)
{
    for (size_t i = 0; i < desk->line_count; i++)
        if (first < desk->lines[i].last && last >= desk->lines[i].first)
            return true;
    return false;
}

/* Leaves out the findings that touch none of the lines. */
static void keep_lines(const StetDesk *desk, StetArticle *article, uint32_t record)
{
    if (!desk->lines)
        return;
    Passages passages = passages_of(article->arena, &article->document);
    Findings *findings = &article->judgement.findings;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < findings->count; i++) {
        Passage passage = passage_of_finding(&passages, &findings->items[i]);
        if (record ? touches(desk, record, record)
                   : touches(desk, passage.start.line, passage.end.line))
            findings->items[kept++] = findings->items[i];
    }
    findings->count = kept;
}

void stet_desk_only_lines(StetDesk *desk, const StetLines *lines, size_t count)
{
    desk->lines = lines;
    desk->line_count = count;
}

const StetArticle *stet_check(StetDesk *desk, const StetSource *source, StetTroubles *troubles)
{
    StetArticle *article = &desk->article;
    SourceFormat format = face_format(source->format, source->name);
    bool record = format == SOURCE_NDJSON;
    arena_reset(&desk->arena);
    *article = (StetArticle){.arena = &desk->arena};
    if (!read_document(desk, source, format, &article->document, &troubles->list))
        return NULL;
    date_document(desk, record, &article->document);
    run_line(desk, article, view_of(source->name), &troubles->list);
    recognise(desk, article, view_of(source->name), record);
    keep_lines(desk, article, record ? source->line : 0);
    article->whole = (Article){.path = view_copy(&desk->arena, view_of(source->name)),
                               .line = record ? source->line : 0,
                               .document = &article->document,
                               .tokens = &article->tokens,
                               .claims = &article->claims,
                               .judgement = &article->judgement,
                               .grammar = desk->rules->grammar,
                               .book = &desk->rules->book,
                               .rules = desk->rules->checks,
                               .policy = &article->policy};
    return article;
}

/* --- what an article came to --- */

size_t stet_article_finding_count(const StetArticle *article)
{
    return article->judgement.findings.count;
}

static StetLevel public_level(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return STET_NOTE;
    case LEVEL_WARNING:
        return STET_WARNING;
    case LEVEL_ERROR:
        return STET_ERROR;
    }
    return STET_NOTE;
}

static StetPosition public_position(Position position)
{
    return (StetPosition){position.offset, position.line, position.column};
}

StetFinding stet_article_finding(const StetArticle *article, size_t index)
{
    assert(index < article->judgement.findings.count);
    const Finding *finding = &article->judgement.findings.items[index];
    View rule = article->whole.rules->items[finding->rule].name;
    Passages passages = passages_of(article->arena, &article->document);
    Passage passage = passage_of_finding(&passages, finding);
    StetFinding out = {.rule = view_copy(article->arena, rule).at,
                       .level = public_level(finding->level),
                       .message = view_copy(article->arena, finding->message).at,
                       .stands = !finding_counts(finding),
                       .in_title = passage.part == PART_TITLE,
                       .start = public_position(passage.start),
                       .end = public_position(passage.end)};
    if (finding_has_fix(finding)) {
        Passage fix = passage_at(&passages, finding->fix.span);
        out.suggestion = view_copy(article->arena, finding->fix.text).at;
        out.suggestion_start = public_position(fix.start);
        out.suggestion_end = public_position(fix.end);
    }
    return out;
}

static VerdictKind own_verdict(StetVerdict verdict)
{
    switch (verdict) {
    case STET_UNVERIFIABLE:
        return VERDICT_UNVERIFIABLE;
    case STET_SUPPORTED:
        return VERDICT_SUPPORTED;
    case STET_CONTRADICTED:
        return VERDICT_CONTRADICTED;
    }
    return VERDICT_UNVERIFIABLE;
}

size_t stet_article_claim_count(const StetArticle *article, StetVerdict verdict)
{
    size_t count = 0;
    for (uint32_t i = 0; i < article->claims.count; i++)
        count += article->judgement.verdicts[i].kind == own_verdict(verdict);
    return count;
}

/* --- what a program needs as well --- */

bool stet_write_file(const char *path, const char *bytes, size_t length, StetTroubles *troubles)
{
    return file_write(path, (View){bytes, length}, &troubles->list);
}

const char *stet_nearest_word(const char *word, const char *const *words)
{
    return nearest_name(view_of(word), words);
}
