/* Text, for an editor at a terminal: what is wrong, where, what it should be, and who says so.
 *
 * All words of the article and of its path go through show.h. An article without a finding says
 * nothing, unless its date was guessed or each claim was asked for. Tests:
 * tests/unit/report/text.c. */
#include <stdlib.h>

#include "report/evidence.h"
#include "report/passage.h"
#include "report/report.h"
#include "report/show.h"

typedef struct TextReport {
    ReportContext context;
    Arena arena; /* of one article */
} TextReport;

/* One article on its way out. */
typedef struct Page {
    const ReportContext *context;
    Arena *arena;
    const Article *article;
    Passages passages;
    Buffer *out;
} Page;

enum { CLAIM_WIDTH = 80 }; /* code points of a claim in the list of claims */

#define INDENT VIEW("    ")

/* --- colours --- */

typedef enum Ink { INK_PLAIN, INK_BOLD, INK_RED, INK_YELLOW, INK_BLUE, INK_GREEN } Ink;

static View ink_code(const ReportContext *context, Ink ink)
{
    static const View codes[] = {
        [INK_PLAIN] = {"\033[0m", 4},   [INK_BOLD] = {"\033[1m", 4},
        [INK_RED] = {"\033[1;31m", 7},  [INK_YELLOW] = {"\033[1;33m", 7},
        [INK_BLUE] = {"\033[1;34m", 7}, [INK_GREEN] = {"\033[32m", 5},
    };
    return context->colour ? codes[ink] : VIEW("");
}

static void add_ink(const Page *page, Ink ink, View words)
{
    buffer_add(page->out, ink_code(page->context, ink));
    show_add(page->out, words);
    buffer_add(page->out, ink_code(page->context, INK_PLAIN));
}

static Ink level_ink(Level level)
{
    switch (level) {
    case LEVEL_NOTE:
        return INK_BLUE;
    case LEVEL_WARNING:
        return INK_YELLOW;
    case LEVEL_ERROR:
        return INK_RED;
    }
    return INK_PLAIN;
}

static Ink verdict_ink(VerdictKind verdict)
{
    switch (verdict) {
    case VERDICT_UNVERIFIABLE:
        return INK_YELLOW;
    case VERDICT_SUPPORTED:
        return INK_GREEN;
    case VERDICT_CONTRADICTED:
        return INK_RED;
    }
    return INK_PLAIN;
}

/* --- where --- */

/* The article's name: its path; for a record the stream, and its id or else its line there. */
static View name_of(const Page *page)
{
    const Article *article = page->article;
    if (!article->line)
        return article->path;
    if (article->document->has_name)
        return view_format(page->arena, "%.*s(%.*s)", VIEW_ARG(article->path),
                           VIEW_ARG(article->document->name));
    return view_format(page->arena, "%.*s(line %u)", VIEW_ARG(article->path), article->line);
}

static void add_name(const Page *page)
{
    add_ink(page, INK_BOLD, name_of(page));
    buffer_print(page->out, ": ");
}

static void add_place(Page *page, Passage passage)
{
    View place = view_format(page->arena, "%.*s:%s%u:%u:", VIEW_ARG(name_of(page)),
                             passage.part == PART_TITLE ? "title:" : "", passage.start.line,
                             passage.start.column);
    add_ink(page, INK_BOLD, place);
    buffer_add_byte(page->out, ' ');
}

/* --- the head: which date, where it was not simply given --- */

static View days_words(Arena *arena, Day first, Day last)
{
    if (last == DAY_MAX)
        return view_format(arena, "%.*s on", VIEW_ARG(date_words(arena, (Date){first, first})));
    if (first == last)
        return date_words(arena, (Date){first, first});
    return view_format(arena, "%.*s to %.*s", VIEW_ARG(date_words(arena, (Date){first, first})),
                       VIEW_ARG(date_words(arena, (Date){last, last})));
}

/* Who a claim is about: the name in the book, else as the article has it. */
static View claim_person(const Page *page, uint32_t index)
{
    const Article *article = page->article;
    const Claim *claim = &article->claims->items[index];
    uint32_t person = article->judgement->verdicts[index].person;
    if (person == NONE && claim->people.count)
        person = claim->people.items[0];
    if (person == NONE)
        return passage_words(article->document, claim->person_span);
    return book_text(article->book, person_at(article->book, person)->name);
}

/* "4 of 5 claims; Donald Trump to Sébastien Lecornu" */
static View agreement_words(const Page *page)
{
    const Agreement *agreement = &page->article->judgement->agreement;
    View begins = claim_person(page, agreement->first_claim);
    View words = view_format(page->arena, "%u of %u claim%s; %.*s", agreement->claims,
                             page->article->claims->count,
                             page->article->claims->count == 1 ? "" : "s", VIEW_ARG(begins));
    if (agreement->last_claim == NONE || agreement->last_claim == agreement->first_claim)
        return words;
    return view_format(page->arena, "%.*s to %.*s", VIEW_ARG(words),
                       VIEW_ARG(claim_person(page, agreement->last_claim)));
}

static void add_head_line(const Page *page, View words)
{
    add_name(page);
    show_add(page->out, words);
    buffer_add_byte(page->out, '\n');
}

static void add_date(const Page *page)
{
    Date date = page->article->document->date;
    View words = date_words(page->arena, date);
    switch (page->article->document->date_source) {
    case DATE_FROM_OPTION:
    case DATE_FROM_RECORD:
    case DATE_FROM_FRONT_MATTER:
    case DATE_FROM_META:
    case DATE_FROM_JSON_LD:
        break;
    case DATE_FROM_NONE:
        add_head_line(page, VIEW("no date given: claims that need one are unverifiable"));
        break;
    case DATE_FROM_FILE_NAME:
        add_head_line(page, view_format(page->arena, "judged as of %.*s, the date in its path",
                                        VIEW_ARG(words)));
        break;
    case DATE_FROM_TODAY:
        add_head_line(page, view_format(page->arena, "no date given: judged as of today, %.*s",
                                        VIEW_ARG(words)));
        break;
    case DATE_FROM_CLAIMS:
        add_head_line(page, view_format(page->arena,
                                        "judged as of %.*s, on which its claims agree (%.*s)",
                                        VIEW_ARG(days_words(page->arena, date.first, date.last)),
                                        VIEW_ARG(agreement_words(page))));
        break;
    }
}

/* Worth saying only where no date was given, and the one that was taken is not among the days. */
static void add_agreement(const Page *page)
{
    const Agreement *agreement = &page->article->judgement->agreement;
    const Document *document = page->article->document;
    bool guessed =
        document->date_source == DATE_FROM_NONE || document->date_source == DATE_FROM_TODAY;
    bool within = date_known(document->date) && agreement->first <= document->date.first &&
                  document->date.last <= agreement->last;
    if (!agreement->claims || !guessed || within)
        return;
    add_head_line(page,
                  view_format(page->arena,
                              "its claims agree on %.*s (%.*s); use --date infer or --date DATE",
                              VIEW_ARG(days_words(page->arena, agreement->first, agreement->last)),
                              VIEW_ARG(agreement_words(page))));
}

/* --- findings --- */

static Span sentence_span(const Tokens *tokens, const Sentence *sentence)
{
    return span_join(tokens->items[sentence->first].span,
                     tokens->items[sentence->first + sentence->count - 1].span);
}

/* The sentence that holds the span, or the span itself. */
static Span sentence_around(const Tokens *tokens, Span span)
{
    uint32_t low = 0, high = tokens->sentence_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (span_end(sentence_span(tokens, &tokens->sentences[middle])) <= span.off)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == tokens->sentence_count)
        return span;
    Span whole = sentence_span(tokens, &tokens->sentences[low]);
    return whole.off <= span.off ? span_join(whole, span) : span;
}

static void add_excerpt(const Page *page, const Finding *finding)
{
    if (finding->claim == NONE) {
        buffer_add(page->out, INDENT);
        show_add_cut(page->out, passage_finding_words(page->article->document, finding),
                     SHOW_WIDTH);
        buffer_add_byte(page->out, '\n');
        return;
    }
    Span sentence = sentence_around(page->article->tokens, finding->span);
    Span marked = {finding->span.off - sentence.off, finding->span.len};
    show_add_excerpt(page->out, passage_words(page->article->document, sentence), marked, INDENT,
                     ink_code(page->context, level_ink(finding->level)),
                     ink_code(page->context, INK_PLAIN));
}

static void add_fix(const Page *page, const Finding *finding)
{
    const Fix *fix = &finding->fix;
    if (!finding_has_fix(finding))
        return;
    buffer_add(page->out, INDENT);
    if (fix->text.len) {
        buffer_print(page->out, "instead: \"");
        show_add(page->out, fix->text);
    } else {
        buffer_print(page->out, "without: \"");
        show_add(page->out, view_trim(passage_words(page->article->document, fix->span)));
    }
    buffer_print(page->out, "\"\n");
}

static void add_evidence(const Page *page, const EvidenceList *evidence)
{
    const Book *book = page->article->book;
    for (uint32_t i = 0; i < evidence->count; i++) {
        const Tenure *tenure = tenure_at(book, evidence->items[i].tenure);
        buffer_add(page->out, INDENT);
        buffer_print(page->out, "evidence: ");
        show_add(page->out, evidence_line(page->arena, book, tenure));
        buffer_add_byte(page->out, '\n');
    }
}

static void add_finding(Page *page, const Finding *finding)
{
    add_place(page, passage_of_finding(&page->passages, finding));
    add_ink(page, level_ink(finding->level), view_of(level_name(finding->level)));
    buffer_print(page->out, " [");
    show_add(page->out, page->article->rules->items[finding->rule].name);
    buffer_print(page->out, "] ");
    show_add(page->out, finding->message);
    buffer_add_byte(page->out, '\n');
    add_excerpt(page, finding);
    add_fix(page, finding);
    add_evidence(page, &finding->evidence);
}

/* --- the claims, where they are asked for --- */

static void add_claim(Page *page, uint32_t index)
{
    const Claim *claim = &page->article->claims->items[index];
    const Verdict *verdict = &page->article->judgement->verdicts[index];
    add_place(page, passage_at(&page->passages, claim->span));
    add_ink(page, verdict_ink(verdict->kind), view_of(verdict_name(verdict->kind)));
    buffer_print(page->out, " \"");
    show_add_cut(page->out, passage_words(page->article->document, claim->span), CLAIM_WIDTH);
    buffer_print(page->out, "\": ");
    show_add(page->out, verdict->reason);
    buffer_add_byte(page->out, '\n');
    if (verdict->kind != VERDICT_UNVERIFIABLE)
        add_evidence(page, &verdict->evidence);
}

/* Findings stand in the order of their claims: those with one have been shown. */
static void add_claims(Page *page)
{
    const Findings *findings = &page->article->judgement->findings;
    uint32_t next = 0;
    for (uint32_t i = 0; i < page->article->claims->count; i++) {
        bool shown = false;
        for (; next < findings->count && findings->items[next].claim == i; next++)
            shown = shown || finding_counts(&findings->items[next]);
        if (!shown)
            add_claim(page, i);
    }
}

/* --- the format --- */

static void *begin(const ReportContext *context)
{
    TextReport *report = memory_or_end(calloc(1, sizeof *report));
    report->context = *context;
    return report;
}

static void article(void *self, const Article *article, Buffer *out)
{
    if (!article->claims->count && !article->judgement->findings.count)
        return;
    TextReport *report = self;
    const Judgement *judgement = article->judgement;
    Page page = {&report->context, &report->arena, article,
                 passages_of(&report->arena, article->document), out};
    size_t before = out->len;
    if (report->context.verbose >= 0) {
        add_date(&page);
        add_agreement(&page);
    }
    for (uint32_t i = 0; i < judgement->findings.count; i++)
        if (finding_counts(&judgement->findings.items[i]))
            add_finding(&page, &judgement->findings.items[i]);
    if (report->context.verbose > 0)
        add_claims(&page);
    if (out->len > before && report->context.verbose >= 0)
        buffer_add_byte(out, '\n');
    arena_reset(&report->arena);
}

/* What could not be checked is told where troubles are told; here it is only counted. */
static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)self;
    (void)failure;
    (void)out;
}

static const char *plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    TextReport *report = self;
    uint64_t errors = totals->findings[LEVEL_ERROR];
    uint64_t warnings = totals->findings[LEVEL_WARNING];
    uint64_t notes = totals->findings[LEVEL_NOTE];
    if (report->context.verbose >= 0) {
        buffer_print(out, "%ju document%s, %ju claim%s: ", (uintmax_t)totals->documents,
                     plural(totals->documents), (uintmax_t)totals->claims, plural(totals->claims));
        buffer_print(out, "%ju supported, %ju contradicted, %ju unverifiable; ",
                     (uintmax_t)totals->verdicts[VERDICT_SUPPORTED],
                     (uintmax_t)totals->verdicts[VERDICT_CONTRADICTED],
                     (uintmax_t)totals->verdicts[VERDICT_UNVERIFIABLE]);
        buffer_print(out, "%ju error%s, %ju warning%s, %ju note%s", (uintmax_t)errors,
                     plural(errors), (uintmax_t)warnings, plural(warnings), (uintmax_t)notes,
                     plural(notes));
        if (totals->suppressed)
            buffer_print(out, "; %ju let stand by marks", (uintmax_t)totals->suppressed);
        if (totals->baselined)
            buffer_print(out, "; %ju in the baseline", (uintmax_t)totals->baselined);
        if (totals->failures)
            buffer_print(out, "; %ju not checked as asked", (uintmax_t)totals->failures);
        buffer_add_byte(out, '\n');
    }
    arena_free(&report->arena);
    free(report);
}

const ReportFormat report_text = {"text", begin, article, failure, end};
