/* From a judged article to its sheet. Tests: tests/unit/report/sheet.c,
 * tests/unit/report/members.c. */
#include "report/sheet.h"

#include "report/line_hash.h"
#include "text/sentence.h"

typedef struct Maker {
    Arena *arena;
    KnownRows *rows;
    const Article *article;
    SheetDepth depth;
    Passages passages; /* no document: nobody has asked for a place yet */
    Sheet *sheet;
} Maker;

/* Lines are counted when the first place is asked for: most articles have no finding. */
static Passages *places(Maker *maker)
{
    if (!maker->passages.document)
        maker->passages = passages_of(maker->arena, maker->article->document);
    return &maker->passages;
}

/* --- claims --- */

/* Bytes say where it stands: the lines of the claim are enough. */
static ClaimPart part_of(Maker *maker, Span span)
{
    const Document *document = maker->article->document;
    ClaimPart part = {.given = true, .text = passage_words(document, span)};
    if (maker->depth == SHEET_FINDINGS)
        return part;
    Span original = document_original(document, span, &part.segments, maker->arena);
    part.start = original.off;
    part.end = span_end(original);
    return part;
}

/* What a part means: what judgement settled on, else the only thing that it can mean. */
static uint32_t meaning(uint32_t judged, IndexList possible)
{
    if (judged != NONE)
        return judged;
    return possible.count == 1 ? possible.items[0] : NONE;
}

static ClaimPart person_of(Maker *maker, Span span, uint32_t person)
{
    const Book *book = maker->article->book;
    ClaimPart part = part_of(maker, span);
    if (person != NONE) {
        part.id = book_text(book, person_at(book, person)->id);
        part.name = book_text(book, person_at(book, person)->name);
    }
    return part;
}

static ClaimPart office_of(Maker *maker, const Claim *claim, const Verdict *verdict)
{
    const Book *book = maker->article->book;
    if (!claim->office_span.len)
        return (ClaimPart){0};
    ClaimPart part = part_of(maker, claim->office_span);
    uint32_t office = meaning(verdict->office, claim->offices);
    if (office != NONE) {
        part.id = book_text(book, office_at(book, office)->id);
        part.name = book_text(book, office_at(book, office)->title);
    }
    return part;
}

/* The place that was said, which may be another than that of the office. */
static uint32_t said_place(const Claim *claim, const Verdict *verdict)
{
    return index_list_has(claim->places, verdict->place) ? verdict->place
                                                         : meaning(NONE, claim->places);
}

static ClaimPart place_of(Maker *maker, const Claim *claim, const Verdict *verdict)
{
    const Book *book = maker->article->book;
    if (!claim->place_span.len)
        return (ClaimPart){0};
    ClaimPart part = part_of(maker, claim->place_span);
    uint32_t place = said_place(claim, verdict);
    if (place != NONE)
        part.id = book_text(book, place_at(book, place)->id);
    return part;
}

static EvidenceRows rows_of(Maker *maker, const EvidenceList *list)
{
    const Book *book = maker->article->book;
    EvidenceRows rows = {
        arena_room(maker->arena, sizeof(EvidenceRow) * list->count, _Alignof(EvidenceRow)),
        list->count, list->count};
    for (uint32_t i = 0; i < list->count; i++)
        rows.items[i] = *known_row(maker->rows, book, list->items[i].tenure);
    return rows;
}

static void make_claim(Maker *maker, uint32_t number, SheetClaim *out)
{
    const Article *article = maker->article;
    const Claim *claim = &article->claims->items[number];
    const Verdict *verdict = &article->judgement->verdicts[number];
    *out = (SheetClaim){
        .number = number,
        .kind = view_of(subjects[claim->kind]->name),
        .text = passage_words(article->document, claim->span),
        .person = person_of(maker, claim->person_span, meaning(verdict->person, claim->people)),
        .status = view_of(status_name(claim->status)),
        .nominal = claim->flags & CLAIM_NOMINAL,
        .quoted = claim->flags & CLAIM_QUOTED,
        .construction = article->grammar->constructions[claim->construction].name,
        .when = verdict->when,
        .verdict = verdict->kind,
        .reason = verdict->reason,
        .prose = claim->span,
    };
    if (claim->speaker_span.len)
        out->speaker = person_of(maker, claim->speaker_span, meaning(NONE, claim->speakers));
    if (maker->depth == SHEET_FINDINGS)
        return;
    out->passage = passage_at(places(maker), claim->span);
    out->office = office_of(maker, claim, verdict);
    out->place = place_of(maker, claim, verdict);
    if (claim->said_span.len)
        out->said = part_of(maker, claim->said_span);
    out->evidence = rows_of(maker, &verdict->evidence);
}

static void add_claims(Maker *maker)
{
    const Claims *claims = maker->article->claims;
    Sheet *sheet = maker->sheet;
    sheet->claims.items =
        arena_room(maker->arena, sizeof(SheetClaim) * claims->count, _Alignof(SheetClaim));
    sheet->claims.count = sheet->claims.capacity = claims->count;
    sheet->counts.claims = claims->count;
    for (uint32_t i = 0; i < claims->count; i++) {
        make_claim(maker, i, &sheet->claims.items[i]);
        sheet->counts.verdicts[sheet->claims.items[i].verdict]++;
    }
}

/* --- findings --- */

bool finding_has_fix(const Finding *finding)
{
    return finding->fix.span.off || finding->fix.span.len;
}

static View present(View text)
{
    return text.len ? text : (View){0};
}

static SheetSuppression suppression_of(Maker *maker, const Suppression *suppression)
{
    if (!suppression)
        return (SheetSuppression){.until = DATE_NONE};
    return (SheetSuppression){.given = true,
                              .by = VIEW("mark"),
                              .reason = present(suppression->reason),
                              .until = suppression->until,
                              .passage =
                                  passage_of_bytes(places(maker), PART_TEXT, suppression->mark)};
}

static SheetBaseline baseline_of(const Baselined *baseline)
{
    if (baseline->state == BASELINE_NONE)
        return (SheetBaseline){.created = DATE_NONE, .expires = DATE_NONE};
    return (SheetBaseline){.given = true,
                           .state = baseline->state,
                           .reason = present(baseline->reason),
                           .created = baseline->created,
                           .expires = baseline->expires};
}

static SheetFinding finding_of(Maker *maker, const Finding *finding)
{
    const Article *article = maker->article;
    SheetFinding out = {.rule = article->rules->items[finding->rule].name,
                        .level = finding->level,
                        .claim = finding->claim,
                        .message = finding->message,
                        .passage = passage_of_finding(places(maker), finding),
                        .evidence = rows_of(maker, &finding->evidence),
                        .fingerprint = finding->fingerprint,
                        .suppressed = suppression_of(maker, finding->suppressed),
                        .baseline = baseline_of(&finding->baseline),
                        .text = passage_finding_words(article->document, finding)};
    if (!finding_is_of_mark(finding)) {
        out.prose = finding->span;
        out.sentence = sentence_around(article->tokens, finding->span);
    }
    if (finding_has_fix(finding))
        *arena_push(maker->arena, &out.fixes) =
            (SheetFix){.safe = finding->fix.safe,
                       .passage = passage_at(places(maker), finding->fix.span),
                       .text = finding->fix.text,
                       .old = passage_words(article->document, finding->fix.span)};
    return out;
}

static void add_findings(Maker *maker)
{
    const Findings *findings = &maker->article->judgement->findings;
    Sheet *sheet = maker->sheet;
    sheet->findings.items = arena_new(maker->arena, SheetFinding, findings->count);
    sheet->findings.count = sheet->findings.capacity = findings->count;
    for (uint32_t i = 0; i < findings->count; i++)
        sheet->findings.items[i] = finding_of(maker, &findings->items[i]);
}

/* --- the head --- */

static Date whole_day(Day day)
{
    return (Date){day, day};
}

static SheetAgreement agreement_of(const Agreement *agreement)
{
    if (!agreement->claims)
        return (SheetAgreement){.to_claim = NONE};
    return (SheetAgreement){.given = true,
                            .from = whole_day(agreement->first),
                            .to =
                                agreement->last == DAY_MAX ? DATE_NONE : whole_day(agreement->last),
                            .claims = agreement->claims,
                            .from_claim = agreement->first_claim,
                            .to_claim = agreement->last_claim};
}

/* --- what only whole sheets have --- */

static void add_prose(Maker *maker)
{
    const Document *document = maker->article->document;
    Sheet *sheet = maker->sheet;
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        const Block *block = &document->blocks.items[i];
        *arena_push(maker->arena, &sheet->blocks) =
            (SheetBlock){block->kind, block->part, block->span};
    }
}

enum { HOLDERS_BEFORE = 6, HOLDERS_AFTER = 4, FEW_SEATS = 3 }; /* shown around the date */

/* The holders on the day, with some before and after; without a day the latest. */
static void add_holders(const Maker *maker, const Office *office, Day day, SheetOffice *out)
{
    const Book *book = maker->article->book;
    uint32_t first = office->tenures.first, count = office->tenures.count, begun = 0;
    while (begun < count && tenure_at(book, first + begun)->from.first <= day)
        begun++;
    uint32_t from = begun > HOLDERS_BEFORE ? begun - HOLDERS_BEFORE : 0;
    uint32_t to = count - begun > HOLDERS_AFTER ? begun + HOLDERS_AFTER : count;
    for (uint32_t i = from; i < to; i++)
        *arena_push(maker->arena, &out->holders) =
            evidence_row(maker->arena, book, tenure_at(book, first + i));
}

/* Those of whom the article speaks, of an office of so many seats that its holders on a day would
 * be a list of names. */
static void add_named_holders(const Maker *maker, uint32_t office, SheetOffice *out)
{
    const Article *article = maker->article;
    const Book *book = article->book;
    IndexList seen = {0};
    for (uint32_t i = 0; i < article->claims->count; i++) {
        const Verdict *verdict = &article->judgement->verdicts[i];
        uint32_t person = meaning(verdict->person, article->claims->items[i].people);
        if (verdict->office != office || person == NONE || index_list_has(seen, person))
            continue;
        *arena_push(maker->arena, &seen) = person;
        Range held = person_at(book, person)->tenures;
        for (uint32_t j = 0; j < held.count; j++) {
            const Tenure *tenure = tenure_at(book, book->person_tenures[held.first + j]);
            if (tenure->office == office)
                *arena_push(maker->arena, &out->holders) = evidence_row(maker->arena, book, tenure);
        }
    }
}

static SheetOffice office_sheet(const Maker *maker, uint32_t index)
{
    const Book *book = maker->article->book;
    const Office *office = office_at(book, index);
    SheetOffice out = {.id = book_text(book, office->id),
                       .title = book_text(book, office->title),
                       .place = book_text(book, place_at(book, office->place)->name),
                       .as_of = office->as_of};
    for (uint32_t i = 0; i < office->complete.count; i++) {
        const CompleteSpan *span = span_at(book, office->complete.first + i);
        *arena_push(maker->arena, &out.complete) = (Date){span->from, span->as_of};
    }
    Date date = maker->article->document->date;
    if (office->seats && office->seats <= FEW_SEATS)
        add_holders(maker, office, date_known(date) ? date.last : DAY_MAX, &out);
    else
        add_named_holders(maker, index, &out);
    return out;
}

/* The offices that the claims are about, each once, in the order of the text. */
static void add_offices(Maker *maker)
{
    const Article *article = maker->article;
    Sheet *sheet = maker->sheet;
    IndexList seen = {0};
    for (uint32_t i = 0; i < article->claims->count; i++) {
        uint32_t office =
            meaning(article->judgement->verdicts[i].office, article->claims->items[i].offices);
        if (office == NONE || index_list_has(seen, office))
            continue;
        *arena_push(maker->arena, &seen) = office;
        *arena_push(maker->arena, &sheet->offices) = office_sheet(maker, office);
    }
}

static void add_line_hashes(Maker *maker)
{
    Sheet *sheet = maker->sheet;
    LineHashes hashes[2] = {{0}};
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        SheetFinding *finding = &sheet->findings.items[i];
        Part part = finding->passage.part;
        if (!hashes[part].count)
            hashes[part] = line_hashes(maker->arena, maker->article->document->original[part]);
        finding->line_hash =
            line_hash_text(maker->arena, &hashes[part], finding->passage.start.line);
    }
}

Sheet sheet_of(Arena *arena, KnownRows *rows, const Article *article, SheetDepth depth)
{
    const Document *document = article->document;
    Sheet sheet = {.path = article->path,
                   .name = document->has_name ? document->name : (View){0},
                   .date = document->date,
                   .date_source = document->date_source,
                   .dates = article->policy->dates,
                   .agreement = agreement_of(&article->judgement->agreement),
                   .text = document->text};
    if (article->line) {
        sheet.record.given = true;
        sheet.record.line = article->line;
        sheet.record.id = sheet.name;
    }
    Maker maker = {
        .arena = arena, .rows = rows, .article = article, .depth = depth, .sheet = &sheet};
    known_rows_trim(rows);
    add_claims(&maker);
    add_findings(&maker);
    if (depth == SHEET_WHOLE) {
        add_prose(&maker);
        add_offices(&maker);
        add_line_hashes(&maker);
    }
    return sheet;
}

void sheet_findings_by_claim(const Sheet *sheet, uint32_t *first, uint32_t *next)
{
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        first[i] = NONE;
    for (uint32_t i = sheet->findings.count; i-- > 0;) {
        uint32_t claim = sheet->findings.items[i].claim;
        next[i] = claim == NONE ? NONE : first[claim];
        if (claim != NONE)
            first[claim] = i;
    }
}

bool sheet_finding_counts(const SheetFinding *finding)
{
    return !finding->suppressed.given &&
           !(finding->baseline.given && finding->baseline.state == BASELINE_KNOWN);
}

Region sheet_region(const Sheet *sheet, const Passage *passage)
{
    if (!sheet->record.given)
        return (Region){passage->start, passage->end, true};
    Position line = {.line = sheet->record.line, .column = 1, .utf16 = 1, .byte = 1};
    return (Region){line, line, false};
}

bool sheet_fix_applies(const Sheet *sheet, const SheetFix *fix)
{
    return !sheet->record.given && fix->passage.segments.count < 2;
}

View sheet_path(View path)
{
    while (view_starts(path, VIEW("./")) && path.len > 2)
        path = view_slice(path, 2, path.len);
    return path;
}

View sheet_message(Arena *arena, const Sheet *sheet, const SheetFinding *finding)
{
    if (!sheet->record.given)
        return finding->message;
    return view_format(arena, "%.*s: %.*s", VIEW_ARG(sheet_name(arena, sheet)),
                       VIEW_ARG(finding->message));
}

View sheet_name(Arena *arena, const Sheet *sheet)
{
    if (!sheet->record.given)
        return sheet->path;
    if (sheet->record.id.at)
        return view_format(arena, "%.*s(%.*s)", VIEW_ARG(sheet->path), VIEW_ARG(sheet->record.id));
    return view_format(arena, "%.*s(line %u)", VIEW_ARG(sheet->path), sheet->record.line);
}
