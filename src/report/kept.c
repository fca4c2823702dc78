/* Reports read back. Beyond their shape (shape.h) all is checked that a format relies on: spans lie
 * in the text, numbers of claims among the claims. Tests: tests/unit/report/kept.c, tests/reports.
 */
#include "report/kept.h"

#include "report/members.h"

/* --- what formats rely on --- */

/* Between code points of text, which JSON has only valid. */
static bool is_between(View text, size_t off)
{
    return off == text.len || ((unsigned char)text.at[off] & 0xC0) != 0x80;
}

static bool lies_in(View text, Span span)
{
    return span.len <= text.len && span.off <= text.len - span.len && is_between(text, span.off) &&
           is_between(text, span_end(span));
}

static bool within(Span inner, Span outer)
{
    return inner.off >= outer.off && span_end(inner) <= span_end(outer);
}

static bool claims_hold(const Sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->claims.count; i++) {
        const SheetClaim *claim = &sheet->claims.items[i];
        if (claim->number != i || !claim->person.given || !lies_in(sheet->text, claim->prose))
            return false;
    }
    return true;
}

static bool is_claim(const Sheet *sheet, uint32_t number)
{
    return number == NONE || number < sheet->claims.count;
}

static bool findings_hold(const Sheet *sheet)
{
    for (uint32_t i = 0; i < sheet->findings.count; i++) {
        const SheetFinding *finding = &sheet->findings.items[i];
        if (!is_claim(sheet, finding->claim) || !lies_in(sheet->text, finding->sentence) ||
            !lies_in(sheet->text, finding->prose) || !within(finding->prose, finding->sentence))
            return false;
    }
    return true;
}

static bool blocks_hold(const Sheet *sheet)
{
    uint32_t from = 0;
    for (uint32_t i = 0; i < sheet->blocks.count; i++) {
        Span span = sheet->blocks.items[i].span;
        if (span.off < from || !lies_in(sheet->text, span))
            return false;
        from = span_end(span);
    }
    return true;
}

static bool counts_hold(const Sheet *sheet)
{
    SheetCounts counts = {.claims = sheet->claims.count};
    for (uint32_t i = 0; i < sheet->claims.count; i++)
        counts.verdicts[sheet->claims.items[i].verdict]++;
    for (int i = 0; i < 3; i++)
        if (counts.verdicts[i] != sheet->counts.verdicts[i])
            return false;
    return counts.claims == sheet->counts.claims;
}

static bool agreement_holds(const Sheet *sheet)
{
    const SheetAgreement *agreement = &sheet->agreement;
    return !agreement->given ||
           (date_known(agreement->from) && agreement->from_claim != NONE &&
            is_claim(sheet, agreement->from_claim) && is_claim(sheet, agreement->to_claim));
}

/* --- reading --- */

static bool read_sheet(const ShapeReader *reader, const YamlNode *node, Sheet *out)
{
    if (!shape_read(reader, &shape_named_sheet, node, out))
        return false;
    out->name = out->record.given ? out->record.id : out->path;
    if (claims_hold(out) && findings_hold(out) && blocks_hold(out) && counts_hold(out) &&
        agreement_holds(out))
        return true;
    trouble_add(reader->troubles, reader->path, 0, 0,
                "the document %.*s contradicts itself, expected spans inside its text, claims "
                "that are there, and true counts",
                VIEW_ARG(out->path));
    return false;
}

static bool read_failure(const ShapeReader *reader, const YamlNode *node, Failure *out)
{
    bool read = shape_read(reader, &shape_named_failure, node, out);
    out->record = out->id.at;
    return read;
}

static const YamlNode *list_of(const ShapeReader *reader, const YamlNode *root, const char *key)
{
    const YamlNode *list = yaml_get(root, key);
    bool right = list && list->kind == YAML_LIST;
    for (uint32_t i = 0; right && i < list->count; i++)
        right = list->items[i]->kind == YAML_MAP;
    if (right)
        return list;
    trouble_add(reader->troubles, reader->path, 0, 0, "has no \"%s\", expected a list of objects",
                key);
    return NULL;
}

static bool totals_hold(const Kept *kept)
{
    Totals counted = {0};
    const Totals *said = &kept->totals;
    for (uint32_t i = 0; i < kept->sheets.count; i++)
        report_count(&counted, &kept->sheets.items[i]);
    for (int i = 0; i < 3; i++)
        if (counted.verdicts[i] != said->verdicts[i] || counted.findings[i] > said->findings[i])
            return false;
    return counted.documents == said->documents && counted.claims == said->claims;
}

static bool read_totals(const ShapeReader *reader, const YamlNode *root, Kept *out)
{
    const YamlNode *summary = yaml_get(root, "summary");
    if (!summary || summary->kind != YAML_MAP) {
        trouble_add(reader->troubles, reader->path, 0, 0, "has no \"summary\", expected one");
        return false;
    }
    if (!shape_read(reader, &shape_summary, summary, &out->totals))
        return false;
    out->totals.failures = out->failures.count;
    if (totals_hold(out))
        return true;
    trouble_add(reader->troubles, reader->path, 0, 0,
                "its summary is not that of its documents, expected the same counts");
    return false;
}

static bool is_report(const ShapeReader *reader, const YamlNode *root)
{
    const YamlNode *schema = root->kind == YAML_MAP ? yaml_get(root, "schema") : NULL;
    if (schema && view_equal(schema->text, REPORT_SCHEMA))
        return true;
    trouble_add(reader->troubles, reader->path, 0, 0,
                "is no report, expected one of stet check --format json (%.*s)",
                VIEW_ARG(REPORT_SCHEMA));
    return false;
}

bool kept_read(Arena *arena, View path, View bytes, Kept *out, Troubles *troubles)
{
    ShapeReader reader = {arena, path, troubles};
    const YamlNode *root = json_parse(arena, path, bytes, troubles);
    if (!root || !is_report(&reader, root) || !shape_read(&reader, &shape_head, root, &out->head))
        return false;
    const YamlNode *documents = list_of(&reader, root, "documents");
    const YamlNode *errors = list_of(&reader, root, "errors");
    bool done = documents && errors;
    for (uint32_t i = 0; done && i < documents->count; i++)
        done = read_sheet(&reader, documents->items[i], arena_push(arena, &out->sheets));
    for (uint32_t i = 0; done && i < errors->count; i++)
        done = read_failure(&reader, errors->items[i], arena_push(arena, &out->failures));
    return done && read_totals(&reader, root, out);
}
