/* The tables. Adding a member is a line here and one in reports/README.md and its schema; a test
 * holds the three against each other. Tests: tests/unit/report/members.c, tests/reports. */
#include "report/members.h"

#define SHAPE(what, type, members)                                                                 \
    {                                                                                              \
        what, sizeof(type), members, sizeof(members) / sizeof *(members)                           \
    }

/* --- places --- */

static const char *const part_names[] = {[PART_TEXT] = "text", [PART_TITLE] = "title", NULL};

static const Member position_members[] = {
    {"offset", MEMBER_NUMBER, 0, offsetof(Position, offset), NULL, NULL},
    {"line", MEMBER_NUMBER, 0, offsetof(Position, line), NULL, NULL},
    {"column", MEMBER_NUMBER, 0, offsetof(Position, column), NULL, NULL},
    {"utf16", MEMBER_NUMBER, MEMBER_WHOLE, offsetof(Position, utf16), NULL, NULL},
    {"byte", MEMBER_NUMBER, MEMBER_WHOLE, offsetof(Position, byte), NULL, NULL},
};
static const Shape position = SHAPE("position", Position, position_members);

static const Member passage_members[] = {
    {"part", MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(Passage, part), NULL, part_names},
    {"start", MEMBER_OBJECT, 0, offsetof(Passage, start), &position, NULL},
    {"end", MEMBER_OBJECT, 0, offsetof(Passage, end), &position, NULL},
    {"segments", MEMBER_SPANS, MEMBER_SEVERAL, offsetof(Passage, segments), NULL, NULL},
};
static const Shape passage = SHAPE("passage", Passage, passage_members);

/* --- evidence --- */

static const char *const flag_names[] = {"acting", "unconfirmed", "end-unconfirmed", "planned-end",
                                         NULL};

static const Member evidence_members[] = {
    {"person", MEMBER_TEXT_OR_NULL, 0, offsetof(EvidenceRow, person), NULL, NULL},
    {"office", MEMBER_TEXT, 0, offsetof(EvidenceRow, office), NULL, NULL},
    {"from", MEMBER_DATE, 0, offsetof(EvidenceRow, from), NULL, NULL},
    {"to", MEMBER_DATE, 0, offsetof(EvidenceRow, to), NULL, NULL},
    {"source", MEMBER_TEXT_OR_NULL, 0, offsetof(EvidenceRow, source), NULL, NULL},
    {"file", MEMBER_TEXT, 0, offsetof(EvidenceRow, file), NULL, NULL},
    {"line", MEMBER_NUMBER, 0, offsetof(EvidenceRow, line), NULL, NULL},
    {"as_of", MEMBER_DATE, 0, offsetof(EvidenceRow, as_of), NULL, NULL},
    {"flags", MEMBER_FLAGS, 0, offsetof(EvidenceRow, flags), NULL, flag_names},
    {"name", MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, name), NULL, NULL},
    {"title", MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, title), NULL, NULL},
    {"place", MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, place), NULL, NULL},
    {"sources", MEMBER_TEXTS, MEMBER_WHOLE, offsetof(EvidenceRow, sources), NULL, NULL},
};
static const Shape evidence = SHAPE("piece of evidence", EvidenceRow, evidence_members);

/* --- claims --- */

static const char *const verdict_names[] = {[VERDICT_UNVERIFIABLE] = "unverifiable",
                                            [VERDICT_SUPPORTED] = "supported",
                                            [VERDICT_CONTRADICTED] = "contradicted",
                                            NULL};

#define PLACE_OF_PART                                                                              \
    {"text", MEMBER_TEXT, 0, offsetof(ClaimPart, text), NULL, NULL},                               \
        {"start", MEMBER_NUMBER, 0, offsetof(ClaimPart, start), NULL, NULL},                       \
        {"end", MEMBER_NUMBER, 0, offsetof(ClaimPart, end), NULL, NULL},                           \
    {                                                                                              \
        "segments", MEMBER_SPANS, MEMBER_SEVERAL, offsetof(ClaimPart, segments), NULL, NULL        \
    }

#define WORDS_OF_PART                                                                              \
    PLACE_OF_PART,                                                                                 \
    {                                                                                              \
        "id", MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, id), NULL, NULL                          \
    }

static const Member person_members[] = {
    WORDS_OF_PART,
    {"name", MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, name), NULL, NULL},
};
static const Shape person = SHAPE("person", ClaimPart, person_members);

static const Member office_members[] = {
    WORDS_OF_PART,
    {"title", MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, name), NULL, NULL},
};
static const Shape office = SHAPE("office", ClaimPart, office_members);

static const Member place_members[] = {WORDS_OF_PART};
static const Shape place = SHAPE("place", ClaimPart, place_members);

static const Member said_members[] = {PLACE_OF_PART};
static const Shape said = SHAPE("thing that is said", ClaimPart, said_members);

static const Member claim_members[] = {
    {"id", MEMBER_CLAIM, 0, offsetof(SheetClaim, number), NULL, NULL},
    {"kind", MEMBER_TEXT, 0, offsetof(SheetClaim, kind), NULL, NULL},
    {"text", MEMBER_TEXT, 0, offsetof(SheetClaim, text), NULL, NULL},
    {"", MEMBER_INLINE, 0, offsetof(SheetClaim, passage), &passage, NULL},
    {"person", MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, person), &person, NULL},
    {"office", MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, office), &office, NULL},
    {"place", MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, place), &place, NULL},
    {"said", MEMBER_OBJECT_OR_NULL, MEMBER_MAY_LACK, offsetof(SheetClaim, said), &said, NULL},
    {"status", MEMBER_TEXT, 0, offsetof(SheetClaim, status), NULL, NULL},
    {"nominal", MEMBER_BOOL, 0, offsetof(SheetClaim, nominal), NULL, NULL},
    {"quoted", MEMBER_BOOL, 0, offsetof(SheetClaim, quoted), NULL, NULL},
    {"speaker", MEMBER_OBJECT_OR_NULL, MEMBER_MAY_LACK, offsetof(SheetClaim, speaker), &person,
     NULL},
    {"construction", MEMBER_TEXT, 0, offsetof(SheetClaim, construction), NULL, NULL},
    {"when", MEMBER_DAYS, 0, offsetof(SheetClaim, when), NULL, NULL},
    {"verdict", MEMBER_CHOICE, 0, offsetof(SheetClaim, verdict), NULL, verdict_names},
    {"reason", MEMBER_TEXT, 0, offsetof(SheetClaim, reason), NULL, NULL},
    {"evidence", MEMBER_LIST, 0, offsetof(SheetClaim, evidence), &evidence, NULL},
    {"prose", MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetClaim, prose), NULL, NULL},
};
static const Shape claim = SHAPE("claim", SheetClaim, claim_members);

/* --- findings --- */

static const char *const level_names[] = {
    [LEVEL_NOTE] = "note", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error", NULL};

static const Member fix_members[] = {
    {"safe", MEMBER_BOOL, 0, offsetof(SheetFix, safe), NULL, NULL},
    {"", MEMBER_INLINE, 0, offsetof(SheetFix, passage), &passage, NULL},
    {"text", MEMBER_TEXT, 0, offsetof(SheetFix, text), NULL, NULL},
    {"old", MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFix, old), NULL, NULL},
};
static const Shape fix = SHAPE("fix", SheetFix, fix_members);

static const Member suppression_members[] = {
    {"by", MEMBER_TEXT, 0, offsetof(SheetSuppression, by), NULL, NULL},
    {"reason", MEMBER_TEXT_OR_NULL, 0, offsetof(SheetSuppression, reason), NULL, NULL},
    {"until", MEMBER_DATE, 0, offsetof(SheetSuppression, until), NULL, NULL},
    {"", MEMBER_INLINE, 0, offsetof(SheetSuppression, passage), &passage, NULL},
};
static const Shape suppression = SHAPE("suppression", SheetSuppression, suppression_members);

static const char *const baseline_states[] = {
    [BASELINE_NONE] = "none", [BASELINE_NEW] = "new", [BASELINE_KNOWN] = "unchanged", NULL};

static const Member baseline_members[] = {
    {"state", MEMBER_CHOICE, 0, offsetof(SheetBaseline, state), NULL, baseline_states},
    {"reason", MEMBER_TEXT_OR_NULL, 0, offsetof(SheetBaseline, reason), NULL, NULL},
    {"created", MEMBER_DATE, 0, offsetof(SheetBaseline, created), NULL, NULL},
    {"expires", MEMBER_DATE, 0, offsetof(SheetBaseline, expires), NULL, NULL},
};
static const Shape baseline = SHAPE("baseline", SheetBaseline, baseline_members);

static const Member finding_members[] = {
    {"rule", MEMBER_TEXT, 0, offsetof(SheetFinding, rule), NULL, NULL},
    {"level", MEMBER_CHOICE, 0, offsetof(SheetFinding, level), NULL, level_names},
    {"claim", MEMBER_CLAIM, 0, offsetof(SheetFinding, claim), NULL, NULL},
    {"message", MEMBER_TEXT, 0, offsetof(SheetFinding, message), NULL, NULL},
    {"", MEMBER_INLINE, 0, offsetof(SheetFinding, passage), &passage, NULL},
    {"fixes", MEMBER_LIST, 0, offsetof(SheetFinding, fixes), &fix, NULL},
    {"evidence", MEMBER_LIST, 0, offsetof(SheetFinding, evidence), &evidence, NULL},
    {"fingerprint", MEMBER_TEXT, 0, offsetof(SheetFinding, fingerprint), NULL, NULL},
    {"suppressed", MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetFinding, suppressed), &suppression,
     NULL},
    {"baseline", MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetFinding, baseline), &baseline, NULL},
    {"text", MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFinding, text), NULL, NULL},
    {"prose", MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetFinding, prose), NULL, NULL},
    {"sentence", MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetFinding, sentence), NULL, NULL},
    {"line_hash", MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFinding, line_hash), NULL, NULL},
};
static const Shape finding = SHAPE("finding", SheetFinding, finding_members);

/* --- documents --- */

static const char *const date_sources[] = {
    [DATE_FROM_NONE] = "none",           [DATE_FROM_OPTION] = "option",
    [DATE_FROM_RECORD] = "record",       [DATE_FROM_FRONT_MATTER] = "front-matter",
    [DATE_FROM_META] = "meta",           [DATE_FROM_JSON_LD] = "json-ld",
    [DATE_FROM_FILE_NAME] = "file-name", [DATE_FROM_TODAY] = "today",
    [DATE_FROM_CLAIMS] = "claims",       NULL};

static const char *const date_styles[] = {
    [DATES_DAY_MONTH] = "day-month", [DATES_MONTH_DAY] = "month-day", NULL};

static const Member agreement_members[] = {
    {"from", MEMBER_DATE, 0, offsetof(SheetAgreement, from), NULL, NULL},
    {"to", MEMBER_DATE, 0, offsetof(SheetAgreement, to), NULL, NULL},
    {"claims", MEMBER_NUMBER, 0, offsetof(SheetAgreement, claims), NULL, NULL},
    {"from_claim", MEMBER_CLAIM, 0, offsetof(SheetAgreement, from_claim), NULL, NULL},
    {"to_claim", MEMBER_CLAIM, 0, offsetof(SheetAgreement, to_claim), NULL, NULL},
};
static const Shape agreement = SHAPE("agreement", SheetAgreement, agreement_members);

#define VERDICT_COUNT(kind)                                                                        \
    offsetof(SheetCounts, verdicts) + (kind) * sizeof(((SheetCounts *)NULL)->verdicts[0])

static const Member counts_members[] = {
    {"claims", MEMBER_NUMBER, 0, offsetof(SheetCounts, claims), NULL, NULL},
    {"supported", MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_SUPPORTED), NULL, NULL},
    {"contradicted", MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_CONTRADICTED), NULL, NULL},
    {"unverifiable", MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_UNVERIFIABLE), NULL, NULL},
};
static const Shape counts = SHAPE("list of counts", SheetCounts, counts_members);

static const char *const block_kinds[] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading",
    [BLOCK_TITLE] = "title",         [BLOCK_ITEM] = "item",
    [BLOCK_QUOTE] = "quote",         [BLOCK_CAPTION] = "caption",
    [BLOCK_CELL] = "cell",           NULL};

static const Member block_members[] = {
    {"kind", MEMBER_CHOICE, 0, offsetof(SheetBlock, kind), NULL, block_kinds},
    {"part", MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(SheetBlock, part), NULL, part_names},
    {"span", MEMBER_SPAN, 0, offsetof(SheetBlock, span), NULL, NULL},
};
static const Shape block = SHAPE("block", SheetBlock, block_members);

static const Member holders_members[] = {
    {"id", MEMBER_TEXT, 0, offsetof(SheetOffice, id), NULL, NULL},
    {"title", MEMBER_TEXT, 0, offsetof(SheetOffice, title), NULL, NULL},
    {"place", MEMBER_TEXT, 0, offsetof(SheetOffice, place), NULL, NULL},
    {"as_of", MEMBER_DATE, 0, offsetof(SheetOffice, as_of), NULL, NULL},
    {"complete", MEMBER_DAYS_LIST, 0, offsetof(SheetOffice, complete), NULL, NULL},
    {"holders", MEMBER_LIST, 0, offsetof(SheetOffice, holders), &evidence, NULL},
};
static const Shape holders = SHAPE("list of holders", SheetOffice, holders_members);

static const Member sheet_members[] = {
    {"date", MEMBER_DATE, 0, offsetof(Sheet, date), NULL, NULL},
    {"date_source", MEMBER_CHOICE, 0, offsetof(Sheet, date_source), NULL, date_sources},
    {"dates", MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(Sheet, dates), NULL, date_styles},
    {"agreement", MEMBER_OBJECT_OR_NULL, 0, offsetof(Sheet, agreement), &agreement, NULL},
    {"counts", MEMBER_OBJECT, 0, offsetof(Sheet, counts), &counts, NULL},
    {"claims", MEMBER_LIST, 0, offsetof(Sheet, claims), &claim, NULL},
    {"findings", MEMBER_LIST, 0, offsetof(Sheet, findings), &finding, NULL},
    {"text", MEMBER_TEXT, MEMBER_WHOLE, offsetof(Sheet, text), NULL, NULL},
    {"blocks", MEMBER_LIST, MEMBER_WHOLE, offsetof(Sheet, blocks), &block, NULL},
    {"offices", MEMBER_LIST, MEMBER_WHOLE, offsetof(Sheet, offices), &holders, NULL},
};
static const Shape sheet = SHAPE("document", Sheet, sheet_members);

static const Member record_members[] = {
    {"line", MEMBER_NUMBER, 0, offsetof(SheetRecord, line), NULL, NULL},
    {"id", MEMBER_TEXT_OR_NULL, 0, offsetof(SheetRecord, id), NULL, NULL},
};
static const Shape record = SHAPE("record", SheetRecord, record_members);

static const Member named_sheet_members[] = {
    {"path", MEMBER_TEXT, 0, offsetof(Sheet, path), NULL, NULL},
    {"", MEMBER_INLINE, MEMBER_MAY_LACK, offsetof(Sheet, record), &record, NULL},
    {"", MEMBER_INLINE, 0, 0, &sheet, NULL},
};
const Shape shape_named_sheet = SHAPE("document", Sheet, named_sheet_members);

static const Member line_sheet_members[] = {
    {"id", MEMBER_TEXT_OR_NULL, 0, offsetof(Sheet, name), NULL, NULL},
    {"line", MEMBER_NUMBER, MEMBER_MAY_LACK, offsetof(Sheet, record.line), NULL, NULL},
    {"", MEMBER_INLINE, 0, 0, &sheet, NULL},
};
const Shape shape_line_sheet = SHAPE("document", Sheet, line_sheet_members);

/* --- failures --- */

static const Member failure_members[] = {
    {"line", MEMBER_NUMBER_OR_NULL, 0, offsetof(Failure, line), NULL, NULL},
    {"error", MEMBER_TEXT, 0, offsetof(Failure, message), NULL, NULL},
};
const Shape shape_failure = SHAPE("failure", Failure, failure_members);

static const Member named_failure_members[] = {
    {"path", MEMBER_TEXT, 0, offsetof(Failure, path), NULL, NULL},
    {"id", MEMBER_TEXT_OR_NULL, 0, offsetof(Failure, id), NULL, NULL},
    {"", MEMBER_INLINE, 0, 0, &shape_failure, NULL},
};
const Shape shape_named_failure = SHAPE("failure", Failure, named_failure_members);

/* --- the summary --- */

#define TOTAL(array, index) offsetof(Totals, array) + (index) * sizeof(((Totals *)NULL)->array[0])

static const Member summary_members[] = {
    {"documents", MEMBER_COUNT, 0, offsetof(Totals, documents), NULL, NULL},
    {"claims", MEMBER_COUNT, 0, offsetof(Totals, claims), NULL, NULL},
    {"supported", MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_SUPPORTED), NULL, NULL},
    {"contradicted", MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_CONTRADICTED), NULL, NULL},
    {"unverifiable", MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_UNVERIFIABLE), NULL, NULL},
    {"errors", MEMBER_COUNT, 0, TOTAL(findings, LEVEL_ERROR), NULL, NULL},
    {"warnings", MEMBER_COUNT, 0, TOTAL(findings, LEVEL_WARNING), NULL, NULL},
    {"notes", MEMBER_COUNT, 0, TOTAL(findings, LEVEL_NOTE), NULL, NULL},
    {"hidden", MEMBER_COUNT, 0, offsetof(Totals, hidden), NULL, NULL},
    {"suppressed", MEMBER_COUNT, 0, offsetof(Totals, suppressed), NULL, NULL},
    {"baselined", MEMBER_COUNT, 0, offsetof(Totals, baselined), NULL, NULL},
};
const Shape shape_summary = SHAPE("summary", Totals, summary_members);

/* --- the head --- */

static const Member tool_members[] = {
    {"name", MEMBER_TEXT, 0, offsetof(Head, tool.name), NULL, NULL},
    {"version", MEMBER_TEXT, 0, offsetof(Head, tool.version), NULL, NULL},
};
static const Shape tool = SHAPE("tool", Head, tool_members);

static const Member rule_members[] = {
    {"name", MEMBER_TEXT, 0, offsetof(HeadRule, name), NULL, NULL},
    {"level", MEMBER_CHOICE, 0, offsetof(HeadRule, level), NULL, level_names},
    {"summary", MEMBER_TEXT, 0, offsetof(HeadRule, summary), NULL, NULL},
    {"help", MEMBER_TEXT, 0, offsetof(HeadRule, help), NULL, NULL},
    {"tags", MEMBER_TEXTS, 0, offsetof(HeadRule, tags), NULL, NULL},
};
static const Shape rule = SHAPE("rule", HeadRule, rule_members);

static const Member rules_members[] = {
    {"hash", MEMBER_TEXT, 0, offsetof(Head, rules.hash), NULL, NULL},
    {"count", MEMBER_NUMBER, 0, offsetof(Head, rules.count), NULL, NULL},
    {"list", MEMBER_LIST, 0, offsetof(Head, rules.list), &rule, NULL},
};
static const Shape rules = SHAPE("set of rules", Head, rules_members);

static const Member source_members[] = {
    {"id", MEMBER_TEXT, 0, offsetof(HeadSource, id), NULL, NULL},
    {"title", MEMBER_TEXT, 0, offsetof(HeadSource, title), NULL, NULL},
    {"licence", MEMBER_TEXT_OR_NULL, 0, offsetof(HeadSource, licence), NULL, NULL},
    {"url", MEMBER_TEXT_OR_NULL, 0, offsetof(HeadSource, url), NULL, NULL},
};
static const Shape source = SHAPE("source", HeadSource, source_members);

static const Member book_members[] = {
    {"hash", MEMBER_TEXT, 0, offsetof(Head, book.hash), NULL, NULL},
    {"as_of", MEMBER_DATE, 0, offsetof(Head, book.as_of), NULL, NULL},
    {"places", MEMBER_NUMBER, 0, offsetof(Head, book.places), NULL, NULL},
    {"offices", MEMBER_NUMBER, 0, offsetof(Head, book.offices), NULL, NULL},
    {"people", MEMBER_NUMBER, 0, offsetof(Head, book.people), NULL, NULL},
    {"tenures", MEMBER_NUMBER, 0, offsetof(Head, book.tenures), NULL, NULL},
    {"sources", MEMBER_LIST, 0, offsetof(Head, book.sources), &source, NULL},
};
static const Shape book = SHAPE("book", Head, book_members);

static const Member head_members[] = {
    {"tool", MEMBER_OBJECT, 0, 0, &tool, NULL},
    {"rules", MEMBER_OBJECT, 0, 0, &rules, NULL},
    {"book", MEMBER_OBJECT, 0, 0, &book, NULL},
};
const Shape shape_head = SHAPE("head", Head, head_members);
