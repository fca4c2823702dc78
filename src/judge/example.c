/* Examples of rules, run as tests. Tests: tests/unit/judge/rule.c, tests/cli/rules.py. */
#include "judge/example.h"

#include <string.h>

#include "judge/analysis.h"
#include "judge/judge.h"
#include "judge/style.h"
#include "judge/mark.h"

/* --- one text --- */

/* An example that has been read: judging it can be done again and again. */
typedef struct Trial {
    const RuleExample *example;
    const Book *book;
    Document document;
    const Tokens *tokens;
    StyleTags tags;
    Claims claims;
} Trial;

static void read_text(const Exam *exam, View text, Date date, bool marked, Trial *trial)
{
    Document *document = &trial->document;
    if (marked) /* plain text has no marks */
        source_read_markdown(exam->arena, VIEW("example"), text, document, exam->troubles);
    else
        source_read_text(exam->arena, VIEW("example"), text, document, exam->troubles);
    document->date = date;
    document->date_source = DATE_FROM_OPTION;
    Tokens *tokens = arena_new(exam->arena, Tokens, 1);
    *tokens = text_split(exam->arena, document, exam->grammar->abbreviations);
    trial->tokens = tokens;
    trial->tags = (StyleTags){.arena = exam->arena};
    ExtractWatch watch = style_watch(&trial->tags);
    Extractor *extractor = extractor_new(exam->grammar, trial->book);
    trial->claims = extractor_read(extractor, exam->arena, document, tokens, &watch);
    extractor_free(extractor);
}

/* The book of an example that brings its own few lines. */
static const Book *own_book(const Exam *exam, const RuleExample *example)
{
    Book *book = arena_new(exam->arena, Book, 1);
    Troubles found = {.arena = exam->arena};
    BookSource source = {.path = VIEW("reference"), .bytes = example->reference};
    if (book_compile(&source, 1, exam->words.items, exam->words.count, exam->arena, exam->arena,
                     book, &found))
        return book;
    const Rule *rule = &exam->rules->items[example->rule];
    for (uint32_t i = 0; i < found.count; i++)
        trouble_add(exam->troubles, rule->path, example->line, example->column,
                    "the example's %.*s", VIEW_ARG(trouble_text(exam->arena, &found.items[i])));
    return NULL;
}

static bool trial_open(const Exam *exam, const RuleExample *example, Trial *out)
{
    *out = (Trial){.example = example,
                   .book = example->reference.len ? own_book(exam, example) : exam->book};
    if (out->book)
        read_text(exam, example->text, example->date,
                  exam->rules->items[example->rule].subject == SUBJECT_MARK, out);
    return out->book != NULL;
}

static Judgement trial_judge(const Exam *exam, const Rules *rules, Trial *trial)
{
    Judgement judgement = judge_claims(exam->arena, trial->book, rules, &policy_default,
                                       &trial->document, &trial->claims, false, DATE_NONE);
    Bench bench = {exam->arena, trial->book, &trial->document, &policy_default, rules->grammar};
    judge_style(&bench, rules, trial->tokens, &trial->tags, &judgement.findings, exam->troubles);
    judge_marks(&bench, rules, trial->document.date, &judgement.findings);
    return judgement;
}

/* A wrong text gets its own rule's finding and nothing else; a right one gets none. What a
 * newsroom's own rules say of a shipped example is its own affair. */
static bool fits(const Rules *rules, const RuleExample *example, const Findings *findings)
{
    bool shipped = !rules->items[example->rule].own, found = false;
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        if (!finding_counts(finding) || (shipped && rules->items[finding->rule].own))
            continue;
        if (!example->wrong || finding->rule != example->rule ||
            (example->level >= 0 && (int)finding->level != example->level))
            return false;
        found = true;
    }
    return !example->wrong || found;
}

/* --- why it failed --- */

static View findings_text(const Exam *exam, const Findings *findings)
{
    View text = findings->count ? (View){0} : VIEW("no finding");
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        text = view_format(exam->arena, "%.*s%s%s [%.*s]", VIEW_ARG(text), text.len ? ", " : "",
                           level_name(finding->level),
                           VIEW_ARG(exam->rules->items[finding->rule].name));
    }
    return text;
}

static uint32_t bit_count(uint64_t bits)
{
    uint32_t count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
}

/* The reading and row of the rule that come nearest to each other, and what keeps them apart. */
static View nearest_miss(const Exam *exam, const Trial *trial)
{
    const Rules *rules = exam->rules;
    uint32_t subject = rules->items[trial->example->rule].subject, best = UINT32_MAX;
    FactTable table = subjects[subject]->facts;
    Range range = rules->subject_rows[subject];
    Bench bench = {exam->arena, trial->book, &trial->document, &policy_default,
                   exam->rules->grammar};
    uint64_t met = 0;
    const Row *nearest = NULL;
    for (uint32_t c = 0; c < trial->claims.count; c++) {
        const Claim *claim = &trial->claims.items[c];
        Readings readings = {0};
        if ((uint32_t)claim->kind == subject)
            subjects[subject]->read(&bench, claim, &readings);
        for (uint32_t r = 0; r < readings.count; r++)
            for (uint32_t i = range.first; i < range.first + range.count; i++) {
                const Reading *reading = &readings.items[r];
                uint64_t facts = facts_pack(table, &reading->facts, reading->verdict);
                uint32_t apart = bit_count(facts & ~rules->rows[i].allowed);
                if (rules->rows[i].rule != trial->example->rule || apart >= best)
                    continue;
                best = apart;
                met = facts;
                nearest = &rules->rows[i];
            }
    }
    if (!nearest || !best)
        return (View){0};
    uint64_t differs = 0;
    for (uint32_t fact = 0; fact <= table.count; fact++)
        if (!(met & nearest->allowed & fact_mask(table, fact)))
            differs |= fact_mask(table, fact);
    return view_format(
        exam->arena, "; its row at line %u wants %.*s, but it is %.*s", nearest->line,
        VIEW_ARG(facts_words(exam->arena, subject,
                             (nearest->allowed & differs) | (facts_mask(table) & ~differs))),
        VIEW_ARG(
            facts_words(exam->arena, subject, (met & differs) | (facts_mask(table) & ~differs))));
}

static View verdict_words(const Exam *exam, const Trial *trial, const Judgement *judgement)
{
    if (!trial->claims.count)
        return VIEW("no claim is found");
    return view_format(exam->arena, "%s: %.*s", verdict_name(judgement->verdicts[0].kind),
                       VIEW_ARG(judgement->verdicts[0].reason));
}

static const char *expected_words(const RuleExample *example)
{
    static const char *const levels[] = {[LEVEL_NOTE] = "a note of this rule alone",
                                         [LEVEL_WARNING] = "a warning of this rule alone",
                                         [LEVEL_ERROR] = "an error of this rule alone"};
    return !example->wrong      ? "no finding and a supported claim"
           : example->level < 0 ? "this rule alone"
                                : levels[example->level];
}

static void say_failure(const Exam *exam, const Trial *trial, const Judgement *judgement)
{
    const RuleExample *example = trial->example;
    const Rule *rule = &exam->rules->items[example->rule];
    View miss = example->wrong ? nearest_miss(exam, trial) : (View){0};
    trouble_add(exam->troubles, rule->path, example->line, example->column,
                "%.*s: \"%.*s\" gives %.*s (%.*s%.*s), expected %s", VIEW_ARG(rule->name),
                VIEW_ARG(example->text), VIEW_ARG(findings_text(exam, &judgement->findings)),
                VIEW_ARG(verdict_words(exam, trial, judgement)), VIEW_ARG(miss),
                expected_words(example));
}

/* --- the examples --- */

/* What the subject says of its facts must hold: the analysis rests on it. */
static bool subjects_hold(const Exam *exam, const Trial *trial)
{
    Bench bench = {exam->arena, trial->book, &trial->document, &policy_default,
                   exam->rules->grammar};
    bool hold = true;
    for (uint32_t c = 0; c < trial->claims.count; c++) {
        const Claim *claim = &trial->claims.items[c];
        uint32_t subject = (uint32_t)claim->kind;
        Readings readings = {0};
        subjects[subject]->read(&bench, claim, &readings);
        for (uint32_t r = 0; r < readings.count; r++) {
            const Reading *reading = &readings.items[r];
            uint64_t facts =
                facts_pack(subjects[subject]->facts, &reading->facts, reading->verdict);
            if (facts_reachable(exam->arena, subject, facts))
                continue;
            hold = false;
            trouble_add(
                exam->troubles, exam->rules->items[trial->example->rule].path, trial->example->line,
                trial->example->column, "a reading has facts that subject %s says none has: %.*s",
                subjects[subject]->name, VIEW_ARG(facts_words(exam->arena, subject, facts)));
        }
    }
    return hold;
}

static bool run_trial(const Exam *exam, Trial *trial)
{
    Judgement judgement = trial_judge(exam, exam->rules, trial);
    bool supported = false;
    if (!subjects_hold(exam, trial))
        return false;
    for (uint32_t i = 0; i < trial->claims.count; i++)
        supported |= judgement.verdicts[i].kind == VERDICT_SUPPORTED;
    for (uint32_t i = 0; i < judgement.findings.count; i++) {
        const Finding *finding = &judgement.findings.items[i];
        if (exam->rows && finding->row != NONE)
            exam->rows[finding->row] = true;
        if (exam->spoke)
            exam->spoke[finding->rule] = true;
    }
    /* Silence proves nothing: a right text must be understood, unless words alone are at stake. */
    uint32_t subject = exam->rules->items[trial->example->rule].subject;
    bool words = subject == SUBJECT_TEXT || subject == SUBJECT_TAGS;
    if (fits(exam->rules, trial->example, &judgement.findings) &&
        (trial->example->wrong || supported || words))
        return true;
    say_failure(exam, trial, &judgement);
    return false;
}

uint32_t rules_test(const Exam *exam)
{
    uint32_t failed = 0;
    for (uint32_t i = 0; i < exam->rules->example_count; i++) {
        Trial trial;
        failed += !trial_open(exam, &exam->rules->examples[i], &trial) || !run_trial(exam, &trial);
    }
    return failed;
}

/* --- widening --- */

typedef struct Widening {
    const Exam *exam;
    Trial *trials;
    uint32_t trial_count;
    Rules rules; /* with `rows`, of which one was widened */
    Row *rows;
    uint32_t tried;
    uint32_t unnoticed;
} Widening;

static bool is_noticed(Widening *widening, uint32_t subject)
{
    for (uint32_t i = 0; i < widening->trial_count; i++) {
        Trial *trial = &widening->trials[i];
        bool about =
            subject == SUBJECT_ARTICLE || (subject == SUBJECT_MARK && trial->document.marks.count);
        for (uint32_t c = 0; c < trial->claims.count && !about; c++)
            about = (uint32_t)trial->claims.items[c].kind == subject;
        if (!about)
            continue;
        Judgement judgement = trial_judge(widening->exam, &widening->rules, trial);
        if (!fits(widening->exam->rules, trial->example, &judgement.findings))
            return true;
    }
    return false;
}

/* Lets the row allow this instead, puts it before all but those that go before it, and asks the
 * examples. */
static bool examples_notice(Widening *widening, uint32_t index, uint32_t subject, uint64_t allowed)
{
    const Rules *rules = widening->exam->rules;
    Row row = rules->rows[index];
    Range range = rules->subject_rows[subject];
    memcpy(widening->rows, rules->rows, rules->row_count * sizeof(Row));
    Row *next = widening->rows + range.first;
    for (uint32_t i = range.first; i < range.first + range.count; i++)
        if (row_goes_before(rules, i, index))
            *next++ = rules->rows[i];
    row.allowed = allowed;
    *next++ = row;
    for (uint32_t i = range.first; i < range.first + range.count; i++)
        if (i != index && !row_goes_before(rules, i, index))
            *next++ = rules->rows[i];
    rules_index(widening->exam->arena, &widening->rules);
    return is_noticed(widening, subject);
}

static void count_condition(Widening *widening, const Row *row, bool noticed, View what)
{
    const Rule *rule = &widening->exam->rules->items[row->rule];
    widening->tried++;
    widening->unnoticed += !noticed;
    if (!noticed)
        trouble_add(widening->exam->troubles, rule->path, row->line, 0,
                    "%.*s: nothing notices when the row %.*s", VIEW_ARG(rule->name),
                    VIEW_ARG(what));
}

/* One condition of a row without each of its values. */
static void narrow_fact(Widening *widening, uint32_t index, uint32_t subject, uint32_t fact)
{
    const Exam *exam = widening->exam;
    FactTable table = subjects[subject]->facts;
    const Row *row = &exam->rules->rows[index];
    uint64_t field = fact_mask(table, fact), asked = row->allowed & field;
    const Fact *named = fact_at(table, fact);
    if (asked == field || bit_count(asked) < 2)
        return;
    for (uint32_t value = 0; named->values[value].name; value++) {
        uint64_t bit = fact_bit(table, fact, value);
        if (!(row->allowed & bit) ||
            !row_would_take(exam->arena, exam->rules, index, (row->allowed & ~field) | bit))
            continue;
        bool noticed = examples_notice(widening, index, subject, row->allowed & ~bit);
        count_condition(
            widening, row, noticed,
            view_format(exam->arena, "lacks %s: %s", named->name, named->values[value].name));
    }
}

/* One condition of a row: with each value more, and without it. */
static void widen_fact(Widening *widening, uint32_t index, uint32_t subject, uint32_t fact)
{
    const Exam *exam = widening->exam;
    FactTable table = subjects[subject]->facts;
    const Row *row = &exam->rules->rows[index];
    uint64_t rest = row->allowed & ~fact_mask(table, fact);
    const Fact *named = fact_at(table, fact);
    uint64_t more = 0;
    for (uint32_t value = 0; named->values[value].name; value++) {
        uint64_t bit = fact_bit(table, fact, value);
        if (row->allowed & bit || !row_would_speak(exam->arena, exam->rules, index, rest | bit))
            continue;
        more |= bit;
        bool noticed = examples_notice(widening, index, subject, row->allowed | bit);
        count_condition(
            widening, row, noticed,
            view_format(exam->arena, "allows %s: %s too", named->name, named->values[value].name));
    }
    narrow_fact(widening, index, subject, fact);
    if (!more)
        return;
    bool noticed = examples_notice(widening, index, subject, row->allowed | more);
    count_condition(widening, row, noticed,
                    view_format(exam->arena, "does not ask for %s", named->name));
}

uint32_t rules_widen(const Exam *exam, uint32_t *tried)
{
    const Rules *rules = exam->rules;
    Widening widening = {.exam = exam,
                         .trials = arena_new(exam->arena, Trial, rules->example_count),
                         .rows = arena_new(exam->arena, Row, rules->row_count),
                         .rules = *rules};
    widening.rules.rows = widening.rows;
    for (uint32_t subject = 0; subject < SUBJECTS; subject++)
        widening.rules.spoken[subject] = UINT64_MAX;
    for (uint32_t i = 0; i < rules->example_count; i++)
        widening.trial_count +=
            trial_open(exam, &rules->examples[i], &widening.trials[widening.trial_count]);
    for (uint32_t subject = 0; subject < SUBJECTS; subject++) {
        Range range = rules->subject_rows[subject];
        for (uint32_t i = range.first; i < range.first + range.count; i++)
            for (uint32_t fact = 0; fact < subjects[subject]->facts.count; fact++)
                widen_fact(&widening, i, subject, fact);
    }
    *tried = widening.tried;
    return widening.unnoticed;
}

/* --- offices --- */

/* The newest tenure of an office that somebody confirmed and that is not for the time being. */
static const Tenure *asked_tenure(const Book *book, const Office *office)
{
    for (uint32_t i = office->tenures.count; i--;) {
        const Tenure *tenure = tenure_at(book, office->tenures.first + i);
        if (tenure->person != NONE && !(tenure->flags & (TENURE_UNCONFIRMED | TENURE_ACTING)))
            return tenure;
    }
    return NULL;
}

static bool is_understood(const Exam *exam, View text, Date date)
{
    Trial trial = {.book = exam->book};
    read_text(exam, text, date, false, &trial);
    Judgement judgement = trial_judge(exam, exam->rules, &trial);
    for (uint32_t i = 0; i < trial.claims.count; i++)
        if (judgement.verdicts[i].kind == VERDICT_SUPPORTED)
            return true;
    return false;
}

uint32_t offices_test(const Exam *exam, uint32_t *asked)
{
    const Book *book = exam->book;
    uint32_t found = 0;
    *asked = 0;
    for (uint32_t index = 0; index < book->office_count; index++) {
        const Office *office = office_at(book, index);
        const Tenure *tenure = asked_tenure(book, office);
        if (!tenure)
            continue;
        ++*asked;
        View name = book_text(book, person_at(book, tenure->person)->name);
        View title = book_text(book, office->title);
        View place = book_text(book, place_at(book, office->place)->full);
        View text = view_format(exam->arena, "%.*s, %.*s of %.*s, spoke.", VIEW_ARG(name),
                                VIEW_ARG(title), VIEW_ARG(place));
        View bare =
            view_format(exam->arena, "They met %.*s %.*s.", VIEW_ARG(title), VIEW_ARG(name));
        bool understood =
            is_understood(exam, text, tenure->from) || is_understood(exam, bare, tenure->from);
        found += understood;
        if (!understood)
            trouble_add(exam->troubles, book_text(book, office->file), office->line, 0,
                        "%.*s: \"%.*s\" is not understood", VIEW_ARG(book_text(book, office->id)),
                        VIEW_ARG(text));
    }
    return found;
}
