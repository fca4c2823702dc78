/* `stet explain PATH:LINE:COLUMN`: why a passage was flagged, or was not. A claim is followed back
 * through its readings to the facts and tenures that decided; where there is no claim, the
 * constructions are tried again without each word of the sentence, and those that then fit came
 * close. Tests: tests/cli/workings.py. */
#include <string.h>

#include "base/limits.h"
#include "report/evidence.h"
#include "report/passage.h"
#include "report/show.h"
#include "report/workings.h"

/* The passage asked about. */
typedef struct Inquiry {
    Arena *arena;
    const Article *article;
    Passages passages;
    Pointer at;
    const ReadSentence *read;
    Buffer *out;
} Inquiry;

static bool precedes(Position position, Pointer at)
{
    return position.line < at.line || (position.line == at.line && position.column <= at.column);
}

/* Whether a span holds the place pointed at; with no column, whether it touches the line. */
static bool holds(Inquiry *inquiry, Span span)
{
    Passage passage = passage_at(&inquiry->passages, span);
    Pointer at = inquiry->at;
    if (!at.column)
        return passage.start.line <= at.line && at.line <= passage.end.line;
    return precedes(passage.start, at) && !precedes(passage.end, at);
}

static void show_span(const Inquiry *inquiry, Span span)
{
    buffer_print(inquiry->out, "\"");
    show_add(inquiry->out, passage_words(inquiry->article->document, span));
    buffer_print(inquiry->out, "\"");
}

/* --- the sentence --- */

static void add_sentence(Inquiry *inquiry)
{
    Span span = workings_span(inquiry->article->tokens, inquiry->read->sentence);
    Passage passage = passage_at(&inquiry->passages, span);
    Date date = inquiry->article->document->date;
    show_add(inquiry->out, inquiry->article->path);
    buffer_print(inquiry->out, ":%u:%u: ", passage.start.line, passage.start.column);
    show_span(inquiry, span);
    buffer_print(inquiry->out, "\n  read as %.*s, ", VIEW_ARG(inquiry->read->letters));
    if (date_known(date))
        buffer_print(inquiry->out, "as of %.*s\n",
                     VIEW_ARG(date_words(inquiry->arena, date, inquiry->article->policy->dates)));
    else
        buffer_print(inquiry->out, "without a date\n");
}

/* --- a claim --- */

static void add_tenure(const Inquiry *inquiry, const char *what, uint32_t tenure)
{
    if (tenure == NONE)
        return;
    const Book *book = inquiry->article->book;
    EvidenceRow row = evidence_row(inquiry->arena, book, tenure_at(book, tenure));
    buffer_print(inquiry->out, "      %s: ", what);
    show_add(inquiry->out, evidence_line(inquiry->arena, &row, inquiry->article->policy->dates));
    buffer_print(inquiry->out, "\n");
}

static void add_tenures(const Inquiry *inquiry, const Reading *reading)
{
    add_tenure(inquiry, "supports it", reading->by);
    if (reading->verdict == VERDICT_SUPPORTED)
        return;
    add_tenure(inquiry, "held then", reading->on);
    add_tenure(inquiry, "held before", reading->before);
    add_tenure(inquiry, "held after", reading->after);
    add_tenure(inquiry, "the holder", reading->holder);
    add_tenure(inquiry, "held instead", reading->held);
}

static const char *value_name(const Subject *subject, const Reading *reading, uint32_t fact)
{
    return subject->facts.items[fact].values[reading->facts.value[fact]].name;
}

static void add_facts(const Inquiry *inquiry, const Subject *subject, const Reading *reading)
{
    buffer_print(inquiry->out, "      facts:");
    for (uint32_t i = 0; i < subject->facts.count; i++)
        buffer_print(inquiry->out, "%s %s: %s", i ? "," : "", subject->facts.items[i].name,
                     value_name(subject, reading, i));
    buffer_print(inquiry->out, "\n");
}

/* The facts of a row that do not have this reading's values, as bits of the table's order. */
static uint32_t differing(const Subject *subject, const Row *row, const Reading *reading)
{
    uint32_t differ = 0;
    for (uint32_t i = 0; i < subject->facts.count; i++)
        if (!(row->allowed & fact_bit(subject->facts, i, reading->facts.value[i])))
            differ |= 1u << i;
    return differ;
}

static void add_fact_names(const Inquiry *inquiry, const Subject *subject, const Row *row,
                           const Reading *reading)
{
    const char *between = "";
    for (uint32_t i = 0; i < subject->facts.count; i++) {
        uint64_t mask = fact_mask(subject->facts, i);
        if ((row->allowed & mask) == mask)
            continue;
        buffer_print(inquiry->out, "%s%s is %s", between, subject->facts.items[i].name,
                     value_name(subject, reading, i));
        between = ", ";
    }
}

/* The one fact of a row that does not have this reading's value; NONE: there are several, or none.
 */
static uint32_t only_difference(const Subject *subject, const Row *row, const Reading *reading)
{
    uint32_t differ = differing(subject, row, reading);
    if (!differ || differ & (differ - 1))
        return NONE;
    return (uint32_t)__builtin_ctz(differ);
}

/* The rules before the one that speaks that one other fact would let speak. */
static void add_rules_before(const Inquiry *inquiry, const Subject *subject, const Row *speaks,
                             const Reading *reading)
{
    const Rules *rules = inquiry->article->rules;
    uint64_t verdict = verdict_bit(reading->verdict);
    uint32_t told = speaks->rule;
    const char *between = "      before it stands ";
    for (const Row *row =
             &rules->rows[rules->subject_rows[rules->items[speaks->rule].subject].first];
         row < speaks; row++) {
        uint32_t fact = only_difference(subject, row, reading);
        if (fact == NONE || row->rule == told || !(row->allowed & verdict))
            continue;
        told = row->rule;
        buffer_print(inquiry->out, "%s%.*s, but %s is %s", between,
                     VIEW_ARG(rules->items[told].name), subject->facts.items[fact].name,
                     value_name(subject, reading, fact));
        between = "; ";
    }
    if (told != speaks->rule)
        buffer_print(inquiry->out, "\n");
}

/* The row that speaks of a reading, or those that one other fact would have let speak. */
static void add_rules(const Inquiry *inquiry, const Claim *claim, const Reading *reading)
{
    const Rules *rules = inquiry->article->rules;
    const Subject *subject = subjects[claim->kind];
    const Row *speaks = rules_find(rules, claim->kind, &reading->facts, reading->verdict);
    if (speaks) {
        buffer_print(inquiry->out, "      rule %.*s speaks, as ",
                     VIEW_ARG(rules->items[speaks->rule].name));
        add_fact_names(inquiry, subject, speaks, reading);
        buffer_print(inquiry->out, "\n");
        add_rules_before(inquiry, subject, speaks, reading);
        return;
    }
    Range range = rules->subject_rows[claim->kind];
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const Row *row = &rules->rows[i];
        uint32_t fact = only_difference(subject, row, reading);
        if (reading->verdict == VERDICT_CONTRADICTED && fact != NONE)
            buffer_print(inquiry->out, "      rule %.*s would speak, were %s not %s\n",
                         VIEW_ARG(rules->items[row->rule].name), subject->facts.items[fact].name,
                         value_name(subject, reading, fact));
    }
}

static void add_reading(const Inquiry *inquiry, const Claim *claim, const Reading *reading)
{
    const Book *book = inquiry->article->book;
    View person = reading->person == NONE ? VIEW("somebody unknown to the book")
                                          : book_text(book, person_at(book, reading->person)->name);
    View office = reading->office == NONE ? VIEW("no office of the book")
                                          : book_text(book, office_at(book, reading->office)->id);
    buffer_print(
        inquiry->out, "    as %.*s, %.*s, %.*s: %s: %.*s\n", VIEW_ARG(person), VIEW_ARG(office),
        VIEW_ARG(date_words(inquiry->arena, reading->when, inquiry->article->policy->dates)),
        verdict_name(reading->verdict), VIEW_ARG(reading_reason(inquiry->arena, book, reading)));
    add_facts(inquiry, subjects[claim->kind], reading);
    add_rules(inquiry, claim, reading);
    add_tenures(inquiry, reading);
}

/* The one that decides comes first, then those of its verdict, then the others. */
enum { RANK_DECIDES, RANK_SAME, RANK_OTHER, RANKS };

static unsigned rank_of(const Reading *reading, const Verdict *verdict)
{
    if (reading->verdict != verdict->kind)
        return RANK_OTHER;
    return reading->person == verdict->person && reading->office == verdict->office &&
                   reading->when.first == verdict->when.first
               ? RANK_DECIDES
               : RANK_SAME;
}

/* So many are shown: a title that each state has would fill screens. */
enum { READINGS_SHOWN = 8 };

static void add_readings(const Inquiry *inquiry, const Claim *claim, const Verdict *verdict,
                         const Readings *readings)
{
    uint32_t met = 0, left[VERDICT_CONTRADICTED + 1] = {0};
    for (unsigned rank = 0; rank < RANKS; rank++)
        for (uint32_t i = 0; i < readings->count; i++) {
            const Reading *reading = &readings->items[i];
            if (rank_of(reading, verdict) != rank)
                continue;
            if (met < READINGS_SHOWN)
                add_reading(inquiry, claim, reading);
            else
                left[reading->verdict]++;
            met++;
        }
    if (met <= READINGS_SHOWN)
        return;
    buffer_print(inquiry->out, "    and %u more:", met - READINGS_SHOWN);
    const char *between = " ";
    for (unsigned kind = 0; kind <= VERDICT_CONTRADICTED; kind++) {
        if (!left[kind])
            continue;
        buffer_print(inquiry->out, "%s%u %s", between, left[kind], verdict_name((VerdictKind)kind));
        between = ", ";
    }
    buffer_print(inquiry->out, "\n");
}

static void add_findings(const Inquiry *inquiry, uint32_t claim)
{
    const Findings *findings = &inquiry->article->judgement->findings;
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        if (finding->claim != claim)
            continue;
        View rule = inquiry->article->rules->items[finding->rule].name;
        buffer_print(inquiry->out, "  flagged: %s [%.*s] ", level_name(finding->level),
                     VIEW_ARG(rule));
        show_add(inquiry->out, finding->message);
        buffer_print(inquiry->out, "\n");
    }
}

static void add_claim(const Inquiry *inquiry, uint32_t index)
{
    const Article *article = inquiry->article;
    const Claim *claim = &article->claims->items[index];
    const Verdict *verdict = &article->judgement->verdicts[index];
    View construction = article->grammar->constructions[claim->construction].name;
    buffer_print(inquiry->out,
                 "\nclaim of kind %s, by the construction %.*s: ", subjects[claim->kind]->name,
                 VIEW_ARG(construction));
    show_span(inquiry, claim->span);
    buffer_print(inquiry->out, "\n  ");
    show_add(inquiry->out, workings_claim(inquiry->arena, article, claim));
    buffer_print(inquiry->out, "\n  %s: %.*s\n", verdict_name(verdict->kind),
                 VIEW_ARG(verdict->reason));
    add_findings(inquiry, index);
    Bench bench = {inquiry->arena, article->book, article->document, article->policy,
                   article->grammar};
    Readings readings = {0};
    subjects[claim->kind]->read(&bench, claim, &readings);
    if (readings.count > LIMIT_READINGS) {
        buffer_print(inquiry->out, "  more than %u readings, too many to judge\n",
                     (unsigned)LIMIT_READINGS);
        return;
    }
    buffer_print(inquiry->out, "  %u reading%s, of which %s decides\n", readings.count,
                 readings.count == 1 ? "" : "s",
                 verdict->kind == VERDICT_CONTRADICTED ? "the mildest, as all are contradicted,"
                                                       : "the first of this verdict");
    add_readings(inquiry, claim, verdict, &readings);
}

/* --- no claim: what came close --- */

/* Tags first..first+count-1 of the sentence are left out. */
typedef struct Gap {
    size_t first;
    size_t count;
} Gap;

/* The tags that a match covers, counted in the whole sentence. */
static bool covers_place(Inquiry *inquiry, Gap gap, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (holds(inquiry, inquiry->read->tags[i < gap.first ? i : i + gap.count].span))
            return true;
    return false;
}

static bool fits_without(Inquiry *inquiry, const Construction *construction, Gap gap,
                         PatternMatch *match)
{
    View letters = inquiry->read->letters;
    char *rest = arena_new(inquiry->arena, char, letters.len + 1);
    size_t len = letters.len - gap.count, from = 0, start, end;
    memcpy(rest, letters.at, gap.first);
    memcpy(rest + gap.first, letters.at + gap.first + gap.count, len - gap.first);
    while (from < len &&
           pattern_find(construction->pattern, (View){rest, len}, from, match) == PATTERN_YES) {
        pattern_bounds(match, 0, &start, &end);
        bool bridges = start <= gap.first && gap.first <= end;
        if (bridges && covers_place(inquiry, gap, start, end))
            return true;
        from = start + 1;
    }
    return false;
}

static bool add_close(Inquiry *inquiry, const Construction *construction, size_t width,
                      PatternMatch *match)
{
    for (size_t i = 0; i + width <= inquiry->read->letters.len; i++) {
        Gap gap = {i, width};
        if (!fits_without(inquiry, construction, gap, match))
            continue;
        buffer_print(inquiry->out, "  %.*s", VIEW_ARG(construction->name));
        if (width) {
            buffer_print(inquiry->out, " would fit without ");
            show_span(inquiry, span_join(inquiry->read->tags[i].span,
                                         inquiry->read->tags[i + width - 1].span));
        } else {
            buffer_print(inquiry->out, " fits, but nobody named before holds or held the office, "
                                       "or its title was taken by another construction");
        }
        buffer_print(inquiry->out, "\n");
        return true;
    }
    return false;
}

/* The words read as one of some letters: names, or titles; false where there are none. */
static bool add_read_as(const Inquiry *inquiry, const char *letters)
{
    const char *between = "";
    for (size_t i = 0; i < inquiry->read->letters.len; i++) {
        if (!strchr(letters, inquiry->read->letters.at[i]))
            continue;
        buffer_print(inquiry->out, "%s", between);
        show_span(inquiry, inquiry->read->tags[i].span);
        between = ", ";
    }
    return *between;
}

/* What there was to join, where nothing joins it. */
static void add_parts(const Inquiry *inquiry)
{
    buffer_print(inquiry->out, "  none. Read as titles: ");
    add_read_as(inquiry, "OMH");
    buffer_print(inquiry->out, "; as names of people: ");
    if (add_read_as(inquiry, "PN"))
        buffer_print(inquiry->out, "; no pattern in rules/words/constructions.yaml joins them "
                                   "around this place\n");
    else
        buffer_print(inquiry->out, "none, and only a name or somebody named before can be joined "
                                   "to a title\n");
}

/* Each construction that fits with at most a few words left out, by the fewest; where none does,
 * those that fit with the fewest. */
static void add_close_ones(Inquiry *inquiry)
{
    enum { WORDS_LEFT_OUT = 6, WORDS_AT_MOST = 20 };
    const Grammar *grammar = inquiry->article->grammar;
    PatternMatch *match = pattern_match_new();
    bool any = false;
    for (uint32_t c = 0; c < grammar->construction_count; c++)
        for (size_t width = 0; width <= WORDS_LEFT_OUT; width++)
            if (add_close(inquiry, &grammar->constructions[c], width, match)) {
                any = true;
                break;
            }
    for (size_t width = WORDS_LEFT_OUT + 1; !any && width <= WORDS_AT_MOST; width++)
        for (uint32_t c = 0; c < grammar->construction_count; c++)
            any |= add_close(inquiry, &grammar->constructions[c], width, match);
    pattern_match_free(match);
    if (!any)
        add_parts(inquiry);
}

static void add_no_claim(Inquiry *inquiry)
{
    bool title = false;
    for (size_t i = 0; i < inquiry->read->letters.len; i++)
        title |= strchr("OMH", inquiry->read->letters.at[i]) != NULL;
    buffer_print(inquiry->out, "\nno claim is read here\n");
    if (!title) {
        buffer_print(inquiry->out, "no title of an office is known in this sentence: "
                                   "rules/words/titles.yaml lists them\n");
        return;
    }
    buffer_print(inquiry->out, "constructions that come close:\n");
    add_close_ones(inquiry);
}

static const ReadSentence *sentence_at(Inquiry *inquiry, const ReadSentences *sentences)
{
    for (uint32_t i = 0; i < sentences->count; i++)
        if (holds(inquiry, workings_span(inquiry->article->tokens, sentences->items[i].sentence)))
            return &sentences->items[i];
    return NULL;
}

void explain_passage(Arena *scratch, const Article *article, Pointer at, Buffer *out)
{
    ReadSentences sentences = workings_read(scratch, article);
    Inquiry inquiry = {scratch, article, passages_of(scratch, article->document), at, NULL, out};
    inquiry.read = sentence_at(&inquiry, &sentences);
    if (!inquiry.read) {
        buffer_print(out, "no sentence stands at %u:%u\n", at.line, at.column);
        return;
    }
    add_sentence(&inquiry);
    bool any = false;
    for (uint32_t i = 0; i < article->claims->count; i++)
        if (holds(&inquiry, article->claims->items[i].span)) {
            add_claim(&inquiry, i);
            any = true;
        }
    if (!any)
        add_no_claim(&inquiry);
}
