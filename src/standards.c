/* The public face of the rules: what they are made of, what they say, whether they hold.
 * Tests: tests/cli/rules.py. */
#include "stet/rules.h"

#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/near.h"
#include "base/yaml.h"
#include "extract/example.h"
#include "face.h"
#include "judge/analysis.h"
#include "judge/example.h"
#include "judge/style.h"
#include "reference/folder.h"
#include "report/handbook.h"

bool stet_rules_facts(StetWrite write, void *to, StetTroubles *troubles)
{
    Buffer out = {0};
    handbook_facts(&out);
    return face_write_out(&out, write, to, &troubles->list);
}

bool stet_rules_list(const StetRules *rules, StetWrite write, void *to, StetTroubles *troubles)
{
    Buffer out = {0};
    Arena scratch = {0};
    handbook_list(&scratch, rules->checks, &out);
    arena_free(&scratch);
    return face_write_out(&out, write, to, &troubles->list);
}

/* NONE and trouble with the nearest name. */
static uint32_t find_rule(const StetRules *rules, const char *name, Arena *scratch,
                          StetTroubles *troubles)
{
    const Rules *checks = rules->checks;
    uint32_t rule = rule_named(checks, view_of(name));
    if (rule != NONE)
        return rule;
    const char **names = arena_new(scratch, const char *, checks->count + 1);
    for (uint32_t i = 0; i < checks->count; i++)
        names[i] = view_copy(scratch, checks->items[i].name).at;
    const char *near = nearest_name(view_of(name), names);
    trouble_add(&troubles->list, (View){0}, 0, 0, "no rule is called \"%s\"%s%s%s", name,
                near ? ", did you mean \"" : "; \"stet rules list\" names them", near ? near : "",
                near ? "\"?" : "");
    return NONE;
}

bool stet_rules_show(const StetRules *rules, const char *name, StetWrite write, void *to,
                     StetTroubles *troubles)
{
    Buffer out = {0};
    Arena scratch = {0};
    uint32_t rule = find_rule(rules, name, &scratch, troubles);
    if (rule != NONE)
        handbook_rule(&scratch, rules->checks, rule, &out);
    arena_free(&scratch);
    return face_write_out(&out, write, to, &troubles->list) && rule != NONE;
}

bool stet_rules_explain(const StetRules *rules, const char *name, StetWrite write, void *to,
                        StetTroubles *troubles)
{
    Buffer out = {0};
    Arena scratch = {0};
    uint32_t rule = find_rule(rules, name, &scratch, troubles);
    if (rule != NONE)
        handbook_help(rules->checks, rule, &out);
    arena_free(&scratch);
    return face_write_out(&out, write, to, &troubles->list) && rule != NONE;
}

/* --- tests --- */

/* The words come from the folder again: examples with a reference of their own need them. */
static bool open_exam(const StetRules *rules, Arena *scratch, Exam *out, Troubles *troubles)
{
    FileList files = {0};
    *out = (Exam){.arena = scratch,
                  .rules = rules->checks,
                  .grammar = rules->grammar,
                  .book = &rules->book,
                  .troubles = troubles};
    return folder_list(rules->folder, "words", scratch, &files, troubles) &&
           folder_read(&files, scratch, &out->words, troubles);
}

/* Kinds of office that words name and the book does not have. */
static size_t find_unknown_kinds(const StetRules *rules, Arena *scratch, Troubles *troubles)
{
    const Book *book = &rules->book;
    const char **names = arena_new(scratch, const char *, book->kind_count + 1);
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < book->kind_count; i++)
        names[i] = view_copy(scratch, kind_at(book, i)).at;
    for (uint32_t i = 0; i < rules->grammar->apart_count; i++) {
        const KindList *list = &rules->grammar->apart[i];
        for (uint32_t k = 0; k < list->count; k++) {
            if (book_kind(book, list->kinds[k]) != NONE)
                continue;
            const char *near = nearest_name(list->kinds[k], names);
            trouble_add(troubles, VIEW("words/statements.yaml"), 0, 0,
                        "`apart:` names \"%.*s\", expected a kind of office%s%s%s",
                        VIEW_ARG(list->kinds[k]), near ? ", did you mean \"" : "", near ? near : "",
                        near ? "\"?" : "");
        }
    }
    return troubles->count - before;
}

size_t stet_rules_analyse(const StetRules *rules, StetTroubles *troubles)
{
    Arena scratch = {0};
    size_t found = rules_analyse(&scratch, rules->checks, &troubles->list);
    found += !style_check(rules->checks, &troubles->list);
    found += find_unknown_kinds(rules, &scratch, &troubles->list);
    Exam exam;
    if (open_exam(rules, &scratch, &exam, &troubles->list))
        found += rules_test(&exam);
    arena_free(&scratch);
    return found;
}

size_t stet_rules_test(const StetRules *rules, StetTroubles *troubles)
{
    Arena scratch = {0};
    Exam exam;
    size_t failed = grammar_test(&scratch, rules->grammar, &rules->book, &troubles->list);
    if (open_exam(rules, &scratch, &exam, &troubles->list))
        failed += rules_test(&exam);
    arena_free(&scratch);
    return failed;
}

/* --- annotated articles --- */

/* What an article says of one of its lines. */
typedef struct Note {
    uint32_t line;  /* where it stands */
    uint32_t about; /* the line that it speaks of; 0: there is none */
    bool todo;
    bool wrong; /* "contradicted", else "ok" */
    View rule;
} Note;

typedef struct Notes {
    Note *items;
    uint32_t count;
    uint32_t capacity;
} Notes;

/* "<!-- todo-contradicted: title-mismatch -->" */
static bool read_note(View line, Note *out)
{
    line = view_trim(line);
    if (!view_starts(line, VIEW("<!--")) || !view_ends(line, VIEW("-->")) || line.len < 7)
        return false;
    View words = view_trim(view_slice(line, 4, line.len - 3));
    out->todo = view_starts(words, VIEW("todo-"));
    if (out->todo)
        words = view_slice(words, 5, words.len);
    out->wrong = view_starts(words, VIEW("contradicted:"));
    if (!out->wrong && !view_starts(words, VIEW("ok:")))
        return false;
    out->rule = view_trim(view_slice(words, out->wrong ? 13 : 3, words.len));
    return true;
}

static Notes read_notes(Arena *arena, View bytes)
{
    Notes notes = {0};
    uint32_t open = 0, number = 0;
    for (size_t at = 0; at < bytes.len;) {
        size_t end = at;
        while (end < bytes.len && bytes.at[end] != '\n')
            end++;
        View line = view_slice(bytes, at, end);
        Note note = {.line = ++number};
        at = end + 1;
        if (read_note(line, &note)) {
            *arena_push(arena, &notes) = note;
            continue;
        }
        for (; open < notes.count && view_trim(line).len; open++)
            notes.items[open].about = number;
    }
    return notes;
}

static bool is_flagged(const StetArticle *article, uint32_t rule, uint32_t line)
{
    for (size_t i = 0; i < stet_article_finding_count(article); i++)
        if (article->judgement.findings.items[i].rule == rule &&
            stet_article_finding(article, i).start.line == line)
            return true;
    return false;
}

static bool is_noted(const Notes *notes, const StetFinding *finding)
{
    for (uint32_t i = 0; i < notes->count; i++)
        if (notes->items[i].about == finding->start.line &&
            view_equal(notes->items[i].rule, view_of(finding->rule)))
            return true;
    return false;
}

static void test_note(const StetRules *rules, const char *path, const Note *note,
                      const StetArticle *article, StetExamResult *result, Troubles *troubles)
{
    uint32_t rule = rule_named(rules->checks, note->rule);
    bool holds =
        rule != NONE && note->about && is_flagged(article, rule, note->about) == note->wrong;
    if (rule == NONE)
        trouble_add(troubles, view_of(path), note->line, 0, "no rule is called \"%.*s\"",
                    VIEW_ARG(note->rule));
    else if (holds == note->todo)
        trouble_add(troubles, view_of(path), note->about, 0, "%.*s %s, expected %s",
                    VIEW_ARG(note->rule),
                    holds == note->wrong ? "speaks of the line" : "does not speak of the line",
                    note->todo ? "otherwise: take \"todo-\" away" : "otherwise");
    result->failed += rule == NONE || holds == note->todo;
    result->passed += rule != NONE && holds && !note->todo;
    result->todo += rule != NONE && !holds && note->todo;
}

/* Each note must hold, and each finding must be noted. */
static void test_article(const StetRules *rules, const char *path, View bytes,
                         const StetArticle *article, Exam *exam, StetExamResult *result)
{
    Notes notes = read_notes(exam->arena, bytes);
    for (uint32_t i = 0; i < notes.count; i++)
        test_note(rules, path, &notes.items[i], article, result, exam->troubles);
    for (size_t i = 0; i < stet_article_finding_count(article); i++) {
        StetFinding finding = stet_article_finding(article, i);
        uint32_t row = article->judgement.findings.items[i].row;
        if (exam->rows && row != NONE)
            exam->rows[row] = true;
        if (is_noted(&notes, &finding))
            continue;
        result->failed++;
        trouble_add(exam->troubles, view_of(path), finding.start.line, finding.start.column,
                    "%s speaks of the line, which does not say so: %s", finding.rule,
                    finding.message);
    }
    if (!notes.count)
        trouble_add(exam->troubles, view_of(path), 0, 0,
                    "says nothing of its lines, expected \"<!-- contradicted: RULE -->\" or \"<!-- "
                    "ok: RULE -->\" above one");
    result->failed += !notes.count;
}

static bool test_articles(const StetRules *rules, const StetExam *options, Exam *exam,
                          StetExamResult *result, StetTroubles *troubles)
{
    StetOptions desk_options = {.today = options->date};
    StetDesk *desk = stet_desk_new(rules, &desk_options, troubles);
    bool done = desk != NULL;
    Buffer bytes = {0};
    for (size_t i = 0; desk && i < options->article_count; i++) {
        const char *path = options->articles[i];
        buffer_clear(&bytes);
        if (!file_read(path, LIMIT_DOCUMENT, &bytes, &troubles->list)) {
            done = false;
            continue;
        }
        StetSource source = {.name = path, .bytes = bytes.at, .length = bytes.len};
        const StetArticle *article = stet_check(desk, &source, troubles);
        if (article)
            test_article(rules, path, buffer_view(&bytes), article, exam, result);
        done &= article != NULL;
    }
    buffer_free(&bytes);
    stet_desk_free(desk);
    return done;
}

/* --- coverage --- */

/* Rows as they are written: those that `any` and `not` make of one stand at one line. */
static void cover_rules(const Exam *exam, StetExamResult *result, Troubles *troubles)
{
    const Rules *rules = exam->rules;
    for (uint32_t i = 0; i < rules->row_count;) {
        const Row *row = &rules->rows[i];
        bool spoke = false;
        for (; i < rules->row_count && rules->rows[i].rule == row->rule &&
               rules->rows[i].line == row->line;
             i++)
            spoke |= exam->rows[i];
        result->rows.all++;
        result->rows.covered += spoke;
        if (!spoke)
            trouble_add(
                troubles, rules->items[row->rule].path, row->line, 0,
                "%.*s: no example makes the row speak where %.*s",
                VIEW_ARG(rules->items[row->rule].name),
                VIEW_ARG(facts_words(exam->arena, rules->items[row->rule].subject, row->allowed)));
    }
    for (uint32_t i = 0; i < rules->count; i++) {
        result->rules.all += !rules->items[i].retired.len;
        result->rules.covered += exam->spoke[i];
    }
}

/* A construction is covered by a `finds:` of its own; grammar_test holds it to that. */
static void cover_constructions(const Exam *exam, StetExamResult *result)
{
    const Grammar *grammar = exam->grammar;
    bool *found = arena_new(exam->arena, bool, grammar->construction_count);
    for (uint32_t i = 0; i < grammar->example_count; i++)
        found[grammar->examples[i].construction] |= grammar->examples[i].claim_count > 0;
    result->constructions.all = grammar->construction_count;
    for (uint32_t i = 0; i < grammar->construction_count; i++)
        result->constructions.covered += found[i];
}

bool stet_rules_examine(const StetRules *rules, const StetExam *options, StetExamResult *result,
                        StetTroubles *troubles)
{
    Arena scratch = {0};
    Exam exam;
    *result = (StetExamResult){0};
    bool done = open_exam(rules, &scratch, &exam, &troubles->list);
    exam.rows = arena_new(&scratch, bool, rules->checks->row_count);
    exam.spoke = arena_new(&scratch, bool, rules->checks->count);
    if (done) {
        result->failed = rules_test(&exam);
        result->passed = rules->checks->example_count - result->failed;
        done = test_articles(rules, options, &exam, result, troubles);
    }
    if (done && options->coverage) {
        uint32_t asked;
        cover_rules(&exam, result, &troubles->list);
        cover_constructions(&exam, result);
        result->offices.covered = offices_test(&exam, &asked);
        result->offices.all = asked;
    }
    if (done && options->widen) {
        uint32_t tried;
        uint32_t unnoticed = rules_widen(&exam, &tried);
        result->conditions = (StetShare){tried - unnoticed, tried};
    }
    arena_free(&scratch);
    return done;
}
