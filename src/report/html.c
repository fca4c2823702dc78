/* HTML: one file that needs nothing else, for an editor at a glance and for an auditor in years.
 *
 * An index, then each article that holds a claim: its prose with each claim marked, a card for each
 * claim, a time line for each office, and what nobody here could vouch for as a list to tick. There
 * is no script, and the page's own policy forbids one; all words that are not ours go through
 * markup.h. Tests: tests/reports/page.py. */
#include <stdlib.h>

#include "report/html_style.h"
#include "report/markup.h"
#include "report/prose.h"
#include "report/report.h"
#include "report/timeline.h"

typedef struct Page {
    const Head *head;
    Arena run;
    Arena arena; /* of one article */
    Buffer loud; /* rows of the index: articles with findings that count ... */
    Buffer calm; /* ... and those without */
    Buffer body;
    FailureList failures;
    uint32_t documents;
    uint32_t articles; /* of them, those that are shown */
    DateStyle dates;   /* of the first article */
    bool *cited;       /* by source of the head */
} Page;

/* One article on its way into the page. */
typedef struct Section {
    Page *page;
    const Sheet *sheet;
    uint32_t number;
    bool *drawn; /* by office of the sheet: its time line */
} Section;

static void *begin(const ReportContext *context)
{
    Page *page = memory_or_end(calloc(1, sizeof *page));
    page->head = context->head;
    page->cited = arena_new(&page->run, bool, context->head->book.sources.count);
    return page;
}

static void add_day(Section *section, Date date)
{
    Arena *arena = &section->page->arena;
    buffer_print(&section->page->body, "<time datetime=\"%.*s\">%.*s</time>",
                 VIEW_ARG(date_text(arena, date)),
                 VIEW_ARG(date_words(arena, date, section->sheet->dates)));
}

static void add_verdict(Buffer *out, VerdictKind verdict)
{
    buffer_print(out, "<span class=\"verdict %s\"><span aria-hidden=\"true\">%s </span>%s</span>",
                 verdict_name(verdict), verdict_sign(verdict), verdict_name(verdict));
}

static void add_quote(Buffer *out, View words)
{
    buffer_print(out, "“");
    markup_add(out, words);
    buffer_print(out, "”");
}

/* --- cards --- */

/* A link only to where one can lead: a report that was kept may hold anything. */
static void add_source(Section *section, View id)
{
    Page *page = section->page;
    const HeadSource *source = head_source(page->head, id);
    if (!source) {
        markup_add(&page->body, id);
        return;
    }
    page->cited[source - page->head->book.sources.items] = true;
    View title = source->title.len ? source->title : source->id;
    bool leads =
        view_starts(source->url, VIEW("https://")) || view_starts(source->url, VIEW("http://"));
    if (leads) {
        buffer_print(&page->body, "<a rel=\"noreferrer\" href=\"");
        markup_add(&page->body, source->url);
        buffer_print(&page->body, "\">");
    }
    markup_add(&page->body, title);
    buffer_print(&page->body, "%s", leads ? "</a>" : "");
}

static void add_row(Section *section, const EvidenceRow *row)
{
    Buffer *out = &section->page->body;
    markup_add(out, row->person.at ? row->name : VIEW("nobody"));
    buffer_print(out, row->flags & TENURE_ACTING ? ", acting " : ", ");
    markup_add(out, row->title);
    buffer_print(out, " (");
    markup_add(out, row->place);
    buffer_print(out, "), ");
    markup_add(out, evidence_span(&section->page->arena, row, section->sheet->dates));
}

static void add_evidence(Section *section, const EvidenceRows *rows)
{
    Buffer *out = &section->page->body;
    if (!rows->count)
        return;
    buffer_print(out, "<ul class=\"evidence\">\n");
    for (uint32_t i = 0; i < rows->count; i++) {
        const EvidenceRow *row = &rows->items[i];
        buffer_print(out, "<li>");
        add_row(section, row);
        buffer_print(out, "<br><span class=\"soft\">");
        for (uint32_t j = 0; j < row->sources.count; j++) {
            buffer_print(out, "%s", j ? ", " : "Source: ");
            add_source(section, row->sources.items[j]);
        }
        buffer_print(out, "%s", row->sources.count ? "; " : "no source is named; ");
        markup_add(out, row->file);
        buffer_print(out, ":%u</span></li>\n", row->line);
    }
    buffer_print(out, "</ul>\n");
}

static void add_fix(Section *section, const SheetFix *fix)
{
    Buffer *out = &section->page->body;
    buffer_print(out, "<p>%s <del>", fix->text.len ? "Instead of" : "Without");
    markup_add(out, fix->old);
    buffer_print(out, "</del>");
    if (fix->text.len) {
        buffer_print(out, ": <ins>");
        markup_add(out, fix->text);
        buffer_print(out, "</ins>");
    }
    buffer_print(out, "</p>\n");
}

static void add_let_stand(Section *section, const SheetFinding *finding)
{
    Buffer *out = &section->page->body;
    if (sheet_finding_counts(finding))
        return;
    bool mark = finding->suppressed.given;
    View reason = mark ? finding->suppressed.reason : finding->baseline.reason;
    buffer_print(out, "<p class=\"soft\">Let stand by %s", mark ? "a mark" : "the baseline");
    if (reason.len) {
        buffer_print(out, ": ");
        markup_add(out, reason);
    }
    buffer_print(out, "</p>\n");
}

static void add_finding(Section *section, const SheetFinding *finding)
{
    Buffer *out = &section->page->body;
    buffer_print(out, "<p><strong>%s</strong> ", level_name(finding->level));
    markup_add(out, finding->message);
    buffer_print(out, " <code>");
    markup_add(out, finding->rule);
    buffer_print(out, "</code></p>\n");
    for (uint32_t i = 0; i < finding->fixes.count; i++)
        add_fix(section, &finding->fixes.items[i]);
    add_let_stand(section, finding);
}

static const SheetOffice *office_of(const Sheet *sheet, const SheetClaim *claim, uint32_t *index)
{
    for (*index = 0; claim->office.id.at && *index < sheet->offices.count; ++*index)
        if (view_equal(sheet->offices.items[*index].id, claim->office.id))
            return &sheet->offices.items[*index];
    return NULL;
}

static bool held_on(const EvidenceRow *row, Date when)
{
    return row->person.at && row_covers(row, when.last);
}

/* "On 13 February 2025: Marco Rubio, since 21 January 2025". An office of many seats has its own
 * picture. */
static void add_holders(Section *section, const SheetOffice *office, Date when)
{
    enum { NAMED = 3 };
    Buffer *out = &section->page->body;
    uint32_t named = 0;
    if (!date_known(when))
        return;
    for (uint32_t i = 0; i < office->holders.count; i++) {
        const EvidenceRow *row = &office->holders.items[i];
        if (!held_on(row, when) || named == NAMED)
            continue;
        if (named++) {
            buffer_print(out, "; ");
        } else {
            buffer_print(out, "<p>In office on ");
            add_day(section, (Date){when.last, when.last});
            buffer_print(out, ": ");
        }
        markup_add(out, row->name);
        buffer_print(out, "%s, since ", row->flags & TENURE_ACTING ? " (acting)" : "");
        add_day(section, row->from);
    }
    buffer_print(out, named ? "</p>\n" : "");
}

/* The time line stands on the first card of its office. */
static void add_office(Section *section, const SheetClaim *claim)
{
    uint32_t index;
    const SheetOffice *office = office_of(section->sheet, claim, &index);
    if (!office)
        return;
    add_holders(section, office, claim->when);
    if (section->drawn[index])
        return;
    section->drawn[index] = true;
    View id = view_format(&section->page->arena, "a%u-l%u", section->number, index + 1);
    Date date = date_known(claim->when) ? claim->when : section->sheet->date;
    timeline_add(&section->page->body, office, date, claim->person.id, id, section->sheet->dates);
}

static void add_facts(Section *section, const SheetClaim *claim)
{
    Buffer *out = &section->page->body;
    buffer_print(out, "<p class=\"soft\">");
    markup_add(out, claim->kind);
    if (claim->said.given) {
        buffer_print(out, " ");
        add_quote(out, claim->said.text);
    }
    buffer_print(out, ", ");
    markup_add(out, claim->status);
    buffer_print(out, claim->quoted ? ", in a quotation" : "");
    if (claim->speaker.given) {
        buffer_print(out, " of ");
        add_quote(out, claim->speaker.text);
    }
    if (date_known(claim->when)) {
        buffer_print(out, ", judged as of ");
        add_day(section, claim->when);
    }
    buffer_print(out, "; line %u, column %u", claim->passage.start.line,
                 claim->passage.start.column);
    buffer_print(out,
                 " <a class=\"back\" href=\"#a%u-m%u\">in the text<span class=\"hidden\">: claim "
                 "%u</span></a></p>\n",
                 section->number, claim->number + 1, claim->number + 1);
}

/* `first`: its first finding; they follow in the order of the claims. */
static void add_card(Section *section, const SheetClaim *claim, const uint32_t *first,
                     const uint32_t *next)
{
    Buffer *out = &section->page->body;
    buffer_print(out, "<li class=\"card %s\" id=\"a%u-c%u\" tabindex=\"-1\">\n<h4>%u. ",
                 verdict_name(claim->verdict), section->number, claim->number + 1,
                 claim->number + 1);
    add_verdict(out, claim->verdict);
    buffer_print(out, ": ");
    add_quote(out, claim->text);
    buffer_print(out, "</h4>\n");
    if (first[claim->number] == NONE) {
        buffer_print(out, "<p>");
        markup_add(out, claim->reason);
        buffer_print(out, "</p>\n");
    }
    for (uint32_t i = first[claim->number]; i != NONE; i = next[i])
        add_finding(section, &section->sheet->findings.items[i]);
    add_evidence(section, &claim->evidence);
    add_facts(section, claim);
    add_office(section, claim);
    buffer_print(out, "</li>\n");
}

static void add_cards(Section *section)
{
    const Sheet *sheet = section->sheet;
    Arena *arena = &section->page->arena;
    uint32_t *first = arena_new(arena, uint32_t, sheet->claims.count);
    uint32_t *next = arena_new(arena, uint32_t, sheet->findings.count);
    sheet_findings_by_claim(sheet, first, next);
    section->drawn = arena_new(arena, bool, sheet->offices.count);
    buffer_print(&section->page->body,
                 "<section aria-labelledby=\"a%u-k\"><h3 id=\"a%u-k\">"
                 "Claims</h3>\n<ol class=\"cards\">\n",
                 section->number, section->number);
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        add_card(section, &sheet->claims.items[i], first, next);
    buffer_print(&section->page->body, "</ol></section>\n");
}

/* --- an article --- */

static const char *date_origin(DateSource source)
{
    switch (source) {
    case DATE_FROM_NONE:
        return "no date is known: claims that need one are unverifiable";
    case DATE_FROM_OPTION:
        return "the date given to the check";
    case DATE_FROM_RECORD:
        return "the date of its record";
    case DATE_FROM_FRONT_MATTER:
        return "the date of its front matter";
    case DATE_FROM_META:
        return "the date of the page";
    case DATE_FROM_JSON_LD:
        return "the date of the page's data";
    case DATE_FROM_FILE_NAME:
        return "the date in its path";
    case DATE_FROM_TODAY:
        return "the day of the check, since no date was given";
    case DATE_FROM_CLAIMS:
        return "on which its own claims agree";
    }
    return "";
}

static void add_date(Section *section)
{
    const Sheet *sheet = section->sheet;
    Buffer *out = &section->page->body;
    buffer_print(out, "<p>");
    if (date_known(sheet->date)) {
        buffer_print(out, "Judged as of ");
        add_day(section, sheet->date);
        buffer_print(out, ", ");
    }
    buffer_print(out, "%s.", date_origin(sheet->date_source));
    if (sheet->agreement.given) {
        Date from = sheet->agreement.from, to = sheet->agreement.to;
        buffer_print(out, " %u of %u claims agree on ", sheet->agreement.claims,
                     sheet->counts.claims);
        add_day(section, from);
        if (!date_known(to))
            buffer_print(out, " and after");
        if (date_known(to) && to.last != from.first) {
            buffer_print(out, " to ");
            add_day(section, to);
        }
        buffer_print(out, ".");
    }
    buffer_print(out, "</p>\n");
}

static void add_counts(Buffer *out, const uint64_t verdicts[3])
{
    static const VerdictKind order[] = {VERDICT_CONTRADICTED, VERDICT_UNVERIFIABLE,
                                        VERDICT_SUPPORTED};
    buffer_print(out, "<ul class=\"counts\">");
    for (size_t i = 0; i < 3; i++) {
        buffer_print(out, "<li>%ju ", (uintmax_t)verdicts[order[i]]);
        add_verdict(out, order[i]);
        buffer_print(out, "</li>");
    }
    buffer_print(out, "</ul>\n");
}

static void add_checklist(Section *section)
{
    const Sheet *sheet = section->sheet;
    Buffer *out = &section->page->body;
    if (!sheet->counts.verdicts[VERDICT_UNVERIFIABLE])
        return;
    buffer_print(out,
                 "<section aria-labelledby=\"a%u-v\"><h3 id=\"a%u-v\">Nobody here can vouch "
                 "for these</h3>\n<ul class=\"ticks\">\n",
                 section->number, section->number);
    for (uint32_t i = 0; i < sheet->claims.count; i++) {
        const SheetClaim *claim = &sheet->claims.items[i];
        if (claim->verdict != VERDICT_UNVERIFIABLE)
            continue;
        buffer_print(out, "<li><label><input type=\"checkbox\">");
        add_quote(out, claim->text);
        buffer_print(out, ": ");
        markup_add(out, claim->reason);
        buffer_print(out, "</label> <a class=\"back\" href=\"#a%u-c%u\">claim %u</a></li>\n",
                     section->number, i + 1, i + 1);
    }
    buffer_print(out, "</ul></section>\n");
}

/* What is said of marks, which belong to no claim. */
static void add_marks(Section *section)
{
    const Sheet *sheet = section->sheet;
    Buffer *out = &section->page->body;
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        const SheetFinding *finding = &sheet->findings.items[i];
        if (finding->claim != NONE)
            continue;
        buffer_print(out, "<div class=\"soft\">Line %u: <code>", finding->passage.start.line);
        markup_add(out, finding->text);
        buffer_print(out, "</code></div>\n");
        add_finding(section, finding);
    }
}

static void add_section(Section *section)
{
    const Sheet *sheet = section->sheet;
    Page *page = section->page;
    Buffer *out = &page->body;
    uint64_t verdicts[3];
    for (int i = 0; i < 3; i++)
        verdicts[i] = sheet->counts.verdicts[i];
    buffer_print(out, "<article id=\"a%u\" aria-labelledby=\"a%u-h\">\n<h2 id=\"a%u-h\">",
                 section->number, section->number, section->number);
    markup_add(out, sheet_name(&page->arena, sheet));
    buffer_print(out, "</h2>\n");
    add_date(section);
    add_counts(out, verdicts);
    add_marks(section);
    add_checklist(section);
    buffer_print(out,
                 "<div class=\"columns\">\n<section class=\"prose\" aria-labelledby=\"a%u-p\">"
                 "<h3 id=\"a%u-p\">The article</h3>\n",
                 section->number, section->number);
    prose_add(out, sheet, section->number);
    buffer_print(out, "</section>\n");
    add_cards(section);
    buffer_print(out, "</div></article>\n");
}

static void add_number(Buffer *out, uint64_t number)
{
    buffer_print(out, "<td class=\"n%s\">%ju</td>", number ? "" : " soft", (uintmax_t)number);
}

static void add_to_index(Page *page, const Sheet *sheet, bool shown)
{
    Totals totals = {0};
    report_count(&totals, sheet);
    bool loud = totals.findings[LEVEL_ERROR] || totals.findings[LEVEL_WARNING] ||
                totals.findings[LEVEL_NOTE];
    Buffer *out = loud ? &page->loud : &page->calm;
    buffer_print(out, "<tr><th scope=\"row\">");
    if (shown)
        buffer_print(out, "<a href=\"#a%u\">", page->articles);
    markup_add(out, sheet_name(&page->arena, sheet));
    buffer_print(out, "%s</th><td>", shown ? "</a>" : "");
    if (date_known(sheet->date))
        buffer_add(out, date_words(&page->arena, sheet->date, sheet->dates));
    buffer_print(out, "</td>");
    add_number(out, totals.findings[LEVEL_ERROR]);
    add_number(out, totals.findings[LEVEL_WARNING]);
    add_number(out, totals.findings[LEVEL_NOTE]);
    add_number(out, totals.verdicts[VERDICT_CONTRADICTED]);
    add_number(out, totals.verdicts[VERDICT_UNVERIFIABLE]);
    add_number(out, totals.verdicts[VERDICT_SUPPORTED]);
    buffer_print(out, "</tr>\n");
}

static void article(void *self, const Sheet *sheet, Buffer *out)
{
    (void)out;
    Page *page = self;
    bool shown = sheet->claims.count || sheet->findings.count;
    if (!page->documents)
        page->dates = sheet->dates;
    page->documents++;
    page->articles += shown;
    if (shown)
        add_section(&(Section){.page = page, .sheet = sheet, .number = page->articles});
    add_to_index(page, sheet, shown);
    arena_reset(&page->arena);
}

static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)out;
    Page *page = self;
    failure_keep(&page->run, &page->failures, failure);
}

/* --- the page --- */

static void add_top(const Totals *totals, Buffer *out)
{
    buffer_print(out,
                 "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                 "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                 "<meta name=\"referrer\" content=\"no-referrer\">\n"
                 "<title>stet: %ju contradicted, %ju unverifiable</title>\n<style>\n",
                 (uintmax_t)totals->verdicts[VERDICT_CONTRADICTED],
                 (uintmax_t)totals->verdicts[VERDICT_UNVERIFIABLE]);
    buffer_print(out, "%s", html_style);
    buffer_print(out, "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">To the "
                      "articles</a>\n<header class=\"page\">\n<h1>What the articles say of "
                      "officeholders</h1>\n<p>");
    totals_add(out, totals);
    buffer_print(out, "</p>\n");
    add_counts(out, totals->verdicts);
    buffer_print(out, "</header>\n<main id=\"main\">\n");
}

static void add_index(const Page *page, Buffer *out)
{
    static const char *const columns[] = {"errors",       "warnings",     "notes",
                                          "contradicted", "unverifiable", "supported"};
    if (page->documents < 2 && page->articles)
        return;
    buffer_print(out, "<nav aria-label=\"Articles\"><table>\n<thead><tr><th scope=\"col\">article"
                      "</th><th scope=\"col\">date</th>");
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        buffer_print(out, "<th scope=\"col\" class=\"n\">%s</th>", columns[i]);
    buffer_print(out, "</tr></thead>\n<tbody>\n");
    buffer_add(out, buffer_view(&page->loud));
    buffer_add(out, buffer_view(&page->calm));
    buffer_print(out, "</tbody></table></nav>\n");
}

static void add_failures(const Page *page, Buffer *out)
{
    if (!page->failures.count)
        return;
    buffer_print(out, "<section aria-labelledby=\"failures\"><h2 id=\"failures\">Not checked as "
                      "asked</h2>\n<ul>\n");
    for (uint32_t i = 0; i < page->failures.count; i++) {
        const Failure *failure = &page->failures.items[i];
        buffer_print(out, "<li>");
        markup_add(out, failure->path);
        if (failure->line)
            buffer_print(out, ":%u", failure->line);
        buffer_print(out, ": ");
        markup_add(out, failure->message);
        buffer_print(out, "</li>\n");
    }
    buffer_print(out, "</ul></section>\n");
}

static void add_sources(const Page *page, Buffer *out)
{
    uint32_t listed = 0;
    for (uint32_t i = 0; i < page->head->book.sources.count; i++) {
        const HeadSource *source = &page->head->book.sources.items[i];
        if (!page->cited[i])
            continue;
        buffer_print(out, "%s<li>", listed++ ? "" : "<h2>Sources</h2>\n<ul>\n");
        markup_add(out, source->title.len ? source->title : source->id);
        if (source->licence.len) {
            buffer_print(out, " (");
            markup_add(out, source->licence);
            buffer_print(out, ")");
        }
        if (source->url.len) {
            buffer_print(out, ", ");
            markup_add(out, source->url);
        }
        buffer_print(out, "</li>\n");
    }
    buffer_print(out, listed ? "</ul>\n" : "");
}

static void add_bottom(Page *page, Buffer *out)
{
    const Head *head = page->head;
    buffer_print(out, "</main>\n<footer>\n");
    add_sources(page, out);
    buffer_print(out, "<p class=\"soft\">");
    markup_add(out, head->tool.name);
    buffer_print(out, " ");
    markup_add(out, head->tool.version);
    buffer_print(out, "; %u rules (", head->rules.count);
    markup_add(out, head->rules.hash);
    buffer_print(out, "); book of %u tenures (", head->book.tenures);
    markup_add(out, head->book.hash);
    buffer_print(out, ")");
    if (date_known(head->book.as_of)) {
        buffer_print(out, ", looked up until ");
        buffer_add(out, date_words(&page->run, head->book.as_of, page->dates));
    }
    buffer_print(out, ". Supported says that the book bears a statement out, not that the article "
                      "is right.</p>\n</footer>\n</body>\n</html>\n");
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    Page *page = self;
    add_top(totals, out);
    add_index(page, out);
    add_failures(page, out);
    buffer_add(out, buffer_view(&page->body));
    add_bottom(page, out);
    buffer_free(&page->loud);
    buffer_free(&page->calm);
    buffer_free(&page->body);
    arena_free(&page->arena);
    arena_free(&page->run);
    free(page);
}

const ReportFormat report_html = {"html", SHEET_WHOLE, begin, article, failure, end};
