/* Text, for an editor at a terminal: what is wrong, where, what it should be, and who says so.
 *
 * All words of the article and of its path go through show.h. An article without a finding says
 * nothing, unless its date was guessed or each claim was asked for. Tests:
 * tests/unit/report/text.c. */
#include <stdlib.h>

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
    const Sheet *sheet;
    View name;
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

static void add_name(const Page *page)
{
    add_ink(page, INK_BOLD, page->name);
    buffer_print(page->out, ": ");
}

static void add_place(Page *page, const Passage *passage)
{
    View place = view_format(page->arena, "%.*s:%s%u:%u:", VIEW_ARG(page->name),
                             passage->part == PART_TITLE ? "title:" : "", passage->start.line,
                             passage->start.column);
    add_ink(page, INK_BOLD, place);
    buffer_add_byte(page->out, ' ');
}

/* --- the head: which date, where it was not simply given --- */

static View days_words(const Page *page, Date first, Date last)
{
    Arena *arena = page->arena;
    DateStyle dates = page->sheet->dates;
    if (!date_known(last))
        return view_format(arena, "%.*s on", VIEW_ARG(date_words(arena, first, dates)));
    if (first.first == last.last)
        return date_words(arena, first, dates);
    return view_format(arena, "%.*s to %.*s", VIEW_ARG(date_words(arena, first, dates)),
                       VIEW_ARG(date_words(arena, last, dates)));
}

/* Who a claim is about: the name in the book, else as the article has it. */
static View claim_person(const Page *page, uint32_t number)
{
    const ClaimPart *person = &page->sheet->claims.items[number].person;
    return person->name.at ? person->name : person->text;
}

/* "4 of 5 claims; Donald Trump to Sébastien Lecornu" */
static View agreement_words(const Page *page)
{
    const SheetAgreement *agreement = &page->sheet->agreement;
    uint32_t claims = page->sheet->counts.claims;
    View words =
        view_format(page->arena, "%u of %u claim%s; %.*s", agreement->claims, claims,
                    claims == 1 ? "" : "s", VIEW_ARG(claim_person(page, agreement->from_claim)));
    if (agreement->to_claim == NONE || agreement->to_claim == agreement->from_claim)
        return words;
    return view_format(page->arena, "%.*s to %.*s", VIEW_ARG(words),
                       VIEW_ARG(claim_person(page, agreement->to_claim)));
}

static void add_head_line(const Page *page, View words)
{
    add_name(page);
    show_add(page->out, words);
    buffer_add_byte(page->out, '\n');
}

static void add_date(const Page *page)
{
    Date date = page->sheet->date;
    View words = date_words(page->arena, date, page->sheet->dates);
    switch (page->sheet->date_source) {
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
                                        VIEW_ARG(days_words(page, (Date){date.first, date.first},
                                                            (Date){date.last, date.last})),
                                        VIEW_ARG(agreement_words(page))));
        break;
    }
}

/* Worth saying only where no date was given, and the one that was taken is not among the days. */
static void add_agreement(const Page *page)
{
    const Sheet *sheet = page->sheet;
    const SheetAgreement *agreement = &sheet->agreement;
    if (!agreement->given ||
        (sheet->date_source != DATE_FROM_NONE && sheet->date_source != DATE_FROM_TODAY))
        return;
    bool within = date_known(sheet->date) && agreement->from.first <= sheet->date.first &&
                  (!date_known(agreement->to) || sheet->date.last <= agreement->to.last);
    if (!within)
        add_head_line(page, view_format(page->arena,
                                        "its claims agree on %.*s (%.*s); use --date infer or "
                                        "--date DATE",
                                        VIEW_ARG(days_words(page, agreement->from, agreement->to)),
                                        VIEW_ARG(agreement_words(page))));
}

/* --- findings --- */

static void add_excerpt(const Page *page, const SheetFinding *finding)
{
    Span sentence = finding->sentence, prose = finding->prose;
    if (!prose.len) { /* of a mark */
        buffer_add(page->out, INDENT);
        show_add_cut(page->out, finding->text, SHOW_WIDTH);
        buffer_add_byte(page->out, '\n');
        return;
    }
    show_add_excerpt(page->out, view_slice(page->sheet->text, sentence.off, span_end(sentence)),
                     (Span){prose.off - sentence.off, prose.len}, INDENT,
                     ink_code(page->context, level_ink(finding->level)),
                     ink_code(page->context, INK_PLAIN));
}

static void add_fix(const Page *page, const SheetFix *fix)
{
    buffer_add(page->out, INDENT);
    buffer_print(page->out, fix->text.len ? "instead: \"" : "without: \"");
    show_add(page->out, fix->text.len ? fix->text : view_trim(fix->old));
    buffer_print(page->out, "\"\n");
}

static void add_evidence(const Page *page, const EvidenceRows *evidence)
{
    for (uint32_t i = 0; i < evidence->count; i++) {
        buffer_add(page->out, INDENT);
        buffer_print(page->out, "evidence: ");
        show_add(page->out, evidence_line(page->arena, &evidence->items[i], page->sheet->dates));
        buffer_add_byte(page->out, '\n');
    }
}

static void add_finding(Page *page, const SheetFinding *finding)
{
    add_place(page, &finding->passage);
    add_ink(page, level_ink(finding->level), view_of(level_name(finding->level)));
    buffer_print(page->out, " [");
    show_add(page->out, finding->rule);
    buffer_print(page->out, "] ");
    show_add(page->out, finding->message);
    buffer_add_byte(page->out, '\n');
    add_excerpt(page, finding);
    for (uint32_t i = 0; i < finding->fixes.count; i++)
        add_fix(page, &finding->fixes.items[i]);
    add_evidence(page, &finding->evidence);
}

/* --- the claims, where they are asked for --- */

static void add_claim(Page *page, const SheetClaim *claim)
{
    add_place(page, &claim->passage);
    add_ink(page, verdict_ink(claim->verdict), view_of(verdict_name(claim->verdict)));
    buffer_print(page->out, " \"");
    show_add_cut(page->out, claim->text, CLAIM_WIDTH);
    buffer_print(page->out, "\": ");
    show_add(page->out, claim->reason);
    buffer_add_byte(page->out, '\n');
    if (claim->verdict != VERDICT_UNVERIFIABLE)
        add_evidence(page, &claim->evidence);
}

/* Those of which a finding has spoken have been shown. */
static void add_claims(Page *page)
{
    const Sheet *sheet = page->sheet;
    bool *shown = arena_new(page->arena, bool, sheet->claims.count);
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet->findings.items[i].claim != NONE &&
            sheet_finding_counts(&sheet->findings.items[i]))
            shown[sheet->findings.items[i].claim] = true;
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        if (!shown[i])
            add_claim(page, &sheet->claims.items[i]);
}

/* --- the format --- */

static void *begin(const ReportContext *context)
{
    TextReport *report = memory_or_end(calloc(1, sizeof *report));
    report->context = *context;
    return report;
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    if (!sheet->claims.count && !sheet->findings.count)
        return;
    TextReport *report = self;
    Page page = {&report->context, &report->arena, sheet, sheet_name(&report->arena, sheet), out};
    size_t before = out->len;
    if (report->context.verbose >= 0) {
        add_date(&page);
        add_agreement(&page);
    }
    for (uint32_t i = 0; i < sheet->findings.count; i++)
        if (sheet_finding_counts(&sheet->findings.items[i]))
            add_finding(&page, &sheet->findings.items[i]);
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

static void end(void *self, const Totals *totals, Buffer *out)
{
    TextReport *report = self;
    if (report->context.verbose >= 0)
        totals_add(out, totals);
    arena_free(&report->arena);
    free(report);
}

const ReportFormat report_text = {"text", SHEET_FINDINGS, begin, article, failure, end};
