/* The tables. Adding a member is a line here and one in reports/README.md and its schema; a test
 * holds the three against each other. Tests: tests/unit/report/members.c, tests/reports. */
#include "report/members.h"

#define SHAPE(what, type, members)                                                                 \
    {                                                                                              \
        what, sizeof(type), members, sizeof(members) / sizeof *(members), 0                        \
    }

/* --- places --- */

static const char *const part_names[] = {[PART_TEXT] = "text", [PART_TITLE] = "title", NULL};

static const Member position_members[] = {
    {JSON_KEY("offset"), MEMBER_NUMBER, 0, offsetof(Position, offset), NULL, NULL},
    {JSON_KEY("line"), MEMBER_NUMBER, 0, offsetof(Position, line), NULL, NULL},
    {JSON_KEY("column"), MEMBER_NUMBER, 0, offsetof(Position, column), NULL, NULL},
    {JSON_KEY("utf16"), MEMBER_NUMBER, MEMBER_WHOLE, offsetof(Position, utf16), NULL, NULL},
    {JSON_KEY("byte"), MEMBER_NUMBER, MEMBER_WHOLE, offsetof(Position, byte), NULL, NULL},
};
static const Shape position = SHAPE("position", Position, position_members);

static const Member passage_members[] = {
    {JSON_KEY("part"), MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(Passage, part), NULL, part_names},
    {JSON_KEY("start"), MEMBER_OBJECT, 0, offsetof(Passage, start), &position, NULL},
    {JSON_KEY("end"), MEMBER_OBJECT, 0, offsetof(Passage, end), &position, NULL},
    {JSON_KEY("segments"), MEMBER_SPANS, MEMBER_SEVERAL, offsetof(Passage, segments), NULL, NULL},
};
static const Shape passage = SHAPE("passage", Passage, passage_members);

/* --- evidence --- */

static const char *const flag_names[] = {"acting", "unconfirmed", "end-unconfirmed", "planned-end",
                                         NULL};

static const Member evidence_members[] = {
    {JSON_KEY("person"), MEMBER_TEXT_OR_NULL, 0, offsetof(EvidenceRow, person), NULL, NULL},
    {JSON_KEY("office"), MEMBER_TEXT, 0, offsetof(EvidenceRow, office), NULL, NULL},
    {JSON_KEY("from"), MEMBER_DATE, 0, offsetof(EvidenceRow, from), NULL, NULL},
    {JSON_KEY("to"), MEMBER_DATE, 0, offsetof(EvidenceRow, to), NULL, NULL},
    {JSON_KEY("source"), MEMBER_TEXT_OR_NULL, 0, offsetof(EvidenceRow, source), NULL, NULL},
    {JSON_KEY("file"), MEMBER_TEXT, 0, offsetof(EvidenceRow, file), NULL, NULL},
    {JSON_KEY("line"), MEMBER_NUMBER, 0, offsetof(EvidenceRow, line), NULL, NULL},
    {JSON_KEY("as_of"), MEMBER_DATE, 0, offsetof(EvidenceRow, as_of), NULL, NULL},
    {JSON_KEY("flags"), MEMBER_FLAGS, 0, offsetof(EvidenceRow, flags), NULL, flag_names},
    {JSON_KEY("name"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, name), NULL, NULL},
    {JSON_KEY("title"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, title), NULL, NULL},
    {JSON_KEY("place"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(EvidenceRow, place), NULL, NULL},
    {JSON_KEY("sources"), MEMBER_TEXTS, MEMBER_WHOLE, offsetof(EvidenceRow, sources), NULL, NULL},
};
const Shape shape_evidence = {"piece of evidence", sizeof(EvidenceRow), evidence_members,
                              sizeof evidence_members / sizeof *evidence_members,
                              offsetof(EvidenceRow, ready)};

/* --- claims --- */

static const char *const verdict_names[] = {[VERDICT_UNVERIFIABLE] = "unverifiable",
                                            [VERDICT_SUPPORTED] = "supported",
                                            [VERDICT_CONTRADICTED] = "contradicted",
                                            NULL};

#define PLACE_OF_PART                                                                              \
    {JSON_KEY("text"), MEMBER_TEXT, 0, offsetof(ClaimPart, text), NULL, NULL},                     \
        {JSON_KEY("start"), MEMBER_NUMBER, 0, offsetof(ClaimPart, start), NULL, NULL},             \
        {JSON_KEY("end"), MEMBER_NUMBER, 0, offsetof(ClaimPart, end), NULL, NULL},                 \
    {                                                                                              \
        JSON_KEY("segments"), MEMBER_SPANS, MEMBER_SEVERAL, offsetof(ClaimPart, segments), NULL,   \
            NULL                                                                                   \
    }

#define WORDS_OF_PART                                                                              \
    PLACE_OF_PART,                                                                                 \
    {                                                                                              \
        JSON_KEY("id"), MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, id), NULL, NULL                \
    }

static const Member person_members[] = {
    WORDS_OF_PART,
    {JSON_KEY("name"), MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, name), NULL, NULL},
};
static const Shape person = SHAPE("person", ClaimPart, person_members);

static const Member office_members[] = {
    WORDS_OF_PART,
    {JSON_KEY("title"), MEMBER_TEXT_OR_NULL, 0, offsetof(ClaimPart, name), NULL, NULL},
};
static const Shape office = SHAPE("office", ClaimPart, office_members);

static const Member place_members[] = {WORDS_OF_PART};
static const Shape place = SHAPE("place", ClaimPart, place_members);

static const Member said_members[] = {PLACE_OF_PART};
static const Shape said = SHAPE("thing that is said", ClaimPart, said_members);

static const Member claim_members[] = {
    {JSON_KEY("id"), MEMBER_CLAIM, 0, offsetof(SheetClaim, number), NULL, NULL},
    {JSON_KEY("kind"), MEMBER_TEXT, 0, offsetof(SheetClaim, kind), NULL, NULL},
    {JSON_KEY("text"), MEMBER_TEXT, 0, offsetof(SheetClaim, text), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, offsetof(SheetClaim, passage), &passage, NULL},
    {JSON_KEY("person"), MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, person), &person, NULL},
    {JSON_KEY("office"), MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, office), &office, NULL},
    {JSON_KEY("place"), MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetClaim, place), &place, NULL},
    {JSON_KEY("said"), MEMBER_OBJECT_OR_NULL, MEMBER_MAY_LACK, offsetof(SheetClaim, said), &said,
     NULL},
    {JSON_KEY("status"), MEMBER_TEXT, 0, offsetof(SheetClaim, status), NULL, NULL},
    {JSON_KEY("nominal"), MEMBER_BOOL, 0, offsetof(SheetClaim, nominal), NULL, NULL},
    {JSON_KEY("quoted"), MEMBER_BOOL, 0, offsetof(SheetClaim, quoted), NULL, NULL},
    {JSON_KEY("speaker"), MEMBER_OBJECT_OR_NULL, MEMBER_MAY_LACK, offsetof(SheetClaim, speaker),
     &person, NULL},
    {JSON_KEY("construction"), MEMBER_TEXT, 0, offsetof(SheetClaim, construction), NULL, NULL},
    {JSON_KEY("when"), MEMBER_DAYS, 0, offsetof(SheetClaim, when), NULL, NULL},
    {JSON_KEY("verdict"), MEMBER_CHOICE, 0, offsetof(SheetClaim, verdict), NULL, verdict_names},
    {JSON_KEY("reason"), MEMBER_TEXT, 0, offsetof(SheetClaim, reason), NULL, NULL},
    {JSON_KEY("evidence"), MEMBER_LIST, 0, offsetof(SheetClaim, evidence), &shape_evidence, NULL},
    {JSON_KEY("prose"), MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetClaim, prose), NULL, NULL},
};
static const Shape claim = SHAPE("claim", SheetClaim, claim_members);

/* --- findings --- */

static const char *const level_names[] = {
    [LEVEL_NOTE] = "note", [LEVEL_WARNING] = "warning", [LEVEL_ERROR] = "error", NULL};

static const Member fix_members[] = {
    {JSON_KEY("safe"), MEMBER_BOOL, 0, offsetof(SheetFix, safe), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, offsetof(SheetFix, passage), &passage, NULL},
    {JSON_KEY("text"), MEMBER_TEXT, 0, offsetof(SheetFix, text), NULL, NULL},
    {JSON_KEY("old"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFix, old), NULL, NULL},
};
static const Shape fix = SHAPE("fix", SheetFix, fix_members);

static const Member suppression_members[] = {
    {JSON_KEY("by"), MEMBER_TEXT, 0, offsetof(SheetSuppression, by), NULL, NULL},
    {JSON_KEY("reason"), MEMBER_TEXT_OR_NULL, 0, offsetof(SheetSuppression, reason), NULL, NULL},
    {JSON_KEY("until"), MEMBER_DATE, 0, offsetof(SheetSuppression, until), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, offsetof(SheetSuppression, passage), &passage, NULL},
};
static const Shape suppression = SHAPE("suppression", SheetSuppression, suppression_members);

static const char *const baseline_states[] = {
    [BASELINE_NONE] = "none", [BASELINE_NEW] = "new", [BASELINE_KNOWN] = "unchanged", NULL};

static const Member baseline_members[] = {
    {JSON_KEY("state"), MEMBER_CHOICE, 0, offsetof(SheetBaseline, state), NULL, baseline_states},
    {JSON_KEY("reason"), MEMBER_TEXT_OR_NULL, 0, offsetof(SheetBaseline, reason), NULL, NULL},
    {JSON_KEY("created"), MEMBER_DATE, 0, offsetof(SheetBaseline, created), NULL, NULL},
    {JSON_KEY("expires"), MEMBER_DATE, 0, offsetof(SheetBaseline, expires), NULL, NULL},
};
static const Shape baseline = SHAPE("baseline", SheetBaseline, baseline_members);

static const Member finding_members[] = {
    {JSON_KEY("rule"), MEMBER_TEXT, 0, offsetof(SheetFinding, rule), NULL, NULL},
    {JSON_KEY("level"), MEMBER_CHOICE, 0, offsetof(SheetFinding, level), NULL, level_names},
    {JSON_KEY("claim"), MEMBER_CLAIM, 0, offsetof(SheetFinding, claim), NULL, NULL},
    {JSON_KEY("message"), MEMBER_TEXT, 0, offsetof(SheetFinding, message), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, offsetof(SheetFinding, passage), &passage, NULL},
    {JSON_KEY("fixes"), MEMBER_LIST, 0, offsetof(SheetFinding, fixes), &fix, NULL},
    {JSON_KEY("evidence"), MEMBER_LIST, 0, offsetof(SheetFinding, evidence), &shape_evidence, NULL},
    {JSON_KEY("fingerprint"), MEMBER_TEXT, 0, offsetof(SheetFinding, fingerprint), NULL, NULL},
    {JSON_KEY("suppressed"), MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetFinding, suppressed),
     &suppression, NULL},
    {JSON_KEY("baseline"), MEMBER_OBJECT_OR_NULL, 0, offsetof(SheetFinding, baseline), &baseline,
     NULL},
    {JSON_KEY("text"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFinding, text), NULL, NULL},
    {JSON_KEY("prose"), MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetFinding, prose), NULL, NULL},
    {JSON_KEY("sentence"), MEMBER_SPAN, MEMBER_WHOLE, offsetof(SheetFinding, sentence), NULL, NULL},
    {JSON_KEY("line_hash"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(SheetFinding, line_hash), NULL,
     NULL},
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
    {JSON_KEY("from"), MEMBER_DATE, 0, offsetof(SheetAgreement, from), NULL, NULL},
    {JSON_KEY("to"), MEMBER_DATE, 0, offsetof(SheetAgreement, to), NULL, NULL},
    {JSON_KEY("claims"), MEMBER_NUMBER, 0, offsetof(SheetAgreement, claims), NULL, NULL},
    {JSON_KEY("from_claim"), MEMBER_CLAIM, 0, offsetof(SheetAgreement, from_claim), NULL, NULL},
    {JSON_KEY("to_claim"), MEMBER_CLAIM, 0, offsetof(SheetAgreement, to_claim), NULL, NULL},
};
static const Shape agreement = SHAPE("agreement", SheetAgreement, agreement_members);

#define VERDICT_COUNT(kind)                                                                        \
    offsetof(SheetCounts, verdicts) + (kind) * sizeof(((SheetCounts *)NULL)->verdicts[0])

static const Member counts_members[] = {
    {JSON_KEY("claims"), MEMBER_NUMBER, 0, offsetof(SheetCounts, claims), NULL, NULL},
    {JSON_KEY("supported"), MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_SUPPORTED), NULL, NULL},
    {JSON_KEY("contradicted"), MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_CONTRADICTED), NULL, NULL},
    {JSON_KEY("unverifiable"), MEMBER_NUMBER, 0, VERDICT_COUNT(VERDICT_UNVERIFIABLE), NULL, NULL},
};
static const Shape counts = SHAPE("list of counts", SheetCounts, counts_members);

static const char *const block_kinds[] = {
    [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_HEADING] = "heading",
    [BLOCK_TITLE] = "title",         [BLOCK_ITEM] = "item",
    [BLOCK_QUOTE] = "quote",         [BLOCK_CAPTION] = "caption",
    [BLOCK_CELL] = "cell",           NULL};

static const Member block_members[] = {
    {JSON_KEY("kind"), MEMBER_CHOICE, 0, offsetof(SheetBlock, kind), NULL, block_kinds},
    {JSON_KEY("part"), MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(SheetBlock, part), NULL,
     part_names},
    {JSON_KEY("span"), MEMBER_SPAN, 0, offsetof(SheetBlock, span), NULL, NULL},
};
static const Shape block = SHAPE("block", SheetBlock, block_members);

static const Member holders_members[] = {
    {JSON_KEY("id"), MEMBER_TEXT, 0, offsetof(SheetOffice, id), NULL, NULL},
    {JSON_KEY("title"), MEMBER_TEXT, 0, offsetof(SheetOffice, title), NULL, NULL},
    {JSON_KEY("place"), MEMBER_TEXT, 0, offsetof(SheetOffice, place), NULL, NULL},
    {JSON_KEY("as_of"), MEMBER_DATE, 0, offsetof(SheetOffice, as_of), NULL, NULL},
    {JSON_KEY("complete"), MEMBER_DAYS_LIST, 0, offsetof(SheetOffice, complete), NULL, NULL},
    {JSON_KEY("holders"), MEMBER_LIST, 0, offsetof(SheetOffice, holders), &shape_evidence, NULL},
};
static const Shape holders = SHAPE("list of holders", SheetOffice, holders_members);

static const Member sheet_members[] = {
    {JSON_KEY("date"), MEMBER_DATE, 0, offsetof(Sheet, date), NULL, NULL},
    {JSON_KEY("date_source"), MEMBER_CHOICE, 0, offsetof(Sheet, date_source), NULL, date_sources},
    {JSON_KEY("dates"), MEMBER_CHOICE, MEMBER_MAY_LACK, offsetof(Sheet, dates), NULL, date_styles},
    {JSON_KEY("agreement"), MEMBER_OBJECT_OR_NULL, 0, offsetof(Sheet, agreement), &agreement, NULL},
    {JSON_KEY("counts"), MEMBER_OBJECT, 0, offsetof(Sheet, counts), &counts, NULL},
    {JSON_KEY("claims"), MEMBER_LIST, 0, offsetof(Sheet, claims), &claim, NULL},
    {JSON_KEY("findings"), MEMBER_LIST, 0, offsetof(Sheet, findings), &finding, NULL},
    {JSON_KEY("text"), MEMBER_TEXT, MEMBER_WHOLE, offsetof(Sheet, text), NULL, NULL},
    {JSON_KEY("blocks"), MEMBER_LIST, MEMBER_WHOLE, offsetof(Sheet, blocks), &block, NULL},
    {JSON_KEY("offices"), MEMBER_LIST, MEMBER_WHOLE, offsetof(Sheet, offices), &holders, NULL},
};
static const Shape sheet = SHAPE("document", Sheet, sheet_members);

static const Member record_members[] = {
    {JSON_KEY("line"), MEMBER_NUMBER, 0, offsetof(SheetRecord, line), NULL, NULL},
    {JSON_KEY("id"), MEMBER_TEXT_OR_NULL, 0, offsetof(SheetRecord, id), NULL, NULL},
};
static const Shape record = SHAPE("record", SheetRecord, record_members);

static const Member named_sheet_members[] = {
    {JSON_KEY("path"), MEMBER_TEXT, 0, offsetof(Sheet, path), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, MEMBER_MAY_LACK, offsetof(Sheet, record), &record, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, 0, &sheet, NULL},
};
const Shape shape_named_sheet = SHAPE("document", Sheet, named_sheet_members);

static const Member line_sheet_members[] = {
    {JSON_KEY("id"), MEMBER_TEXT_OR_NULL, 0, offsetof(Sheet, name), NULL, NULL},
    {JSON_KEY("line"), MEMBER_NUMBER, MEMBER_MAY_LACK, offsetof(Sheet, record.line), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, 0, &sheet, NULL},
};
const Shape shape_line_sheet = SHAPE("document", Sheet, line_sheet_members);

/* --- failures --- */

static const Member failure_members[] = {
    {JSON_KEY("line"), MEMBER_NUMBER_OR_NULL, 0, offsetof(Failure, line), NULL, NULL},
    {JSON_KEY("error"), MEMBER_TEXT, 0, offsetof(Failure, message), NULL, NULL},
};
const Shape shape_failure = SHAPE("failure", Failure, failure_members);

static const Member named_failure_members[] = {
    {JSON_KEY("path"), MEMBER_TEXT, 0, offsetof(Failure, path), NULL, NULL},
    {JSON_KEY("id"), MEMBER_TEXT_OR_NULL, 0, offsetof(Failure, id), NULL, NULL},
    {JSON_KEY(""), MEMBER_INLINE, 0, 0, &shape_failure, NULL},
};
const Shape shape_named_failure = SHAPE("failure", Failure, named_failure_members);

/* --- the summary --- */

#define TOTAL(array, index) offsetof(Totals, array) + (index) * sizeof(((Totals *)NULL)->array[0])

static const Member summary_members[] = {
    {JSON_KEY("documents"), MEMBER_COUNT, 0, offsetof(Totals, documents), NULL, NULL},
    {JSON_KEY("claims"), MEMBER_COUNT, 0, offsetof(Totals, claims), NULL, NULL},
    {JSON_KEY("supported"), MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_SUPPORTED), NULL, NULL},
    {JSON_KEY("contradicted"), MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_CONTRADICTED), NULL, NULL},
    {JSON_KEY("unverifiable"), MEMBER_COUNT, 0, TOTAL(verdicts, VERDICT_UNVERIFIABLE), NULL, NULL},
    {JSON_KEY("errors"), MEMBER_COUNT, 0, TOTAL(findings, LEVEL_ERROR), NULL, NULL},
    {JSON_KEY("warnings"), MEMBER_COUNT, 0, TOTAL(findings, LEVEL_WARNING), NULL, NULL},
    {JSON_KEY("notes"), MEMBER_COUNT, 0, TOTAL(findings, LEVEL_NOTE), NULL, NULL},
    {JSON_KEY("hidden"), MEMBER_COUNT, 0, offsetof(Totals, hidden), NULL, NULL},
    {JSON_KEY("suppressed"), MEMBER_COUNT, 0, offsetof(Totals, suppressed), NULL, NULL},
    {JSON_KEY("baselined"), MEMBER_COUNT, 0, offsetof(Totals, baselined), NULL, NULL},
};
const Shape shape_summary = SHAPE("summary", Totals, summary_members);

/* --- the head --- */

static const Member tool_members[] = {
    {JSON_KEY("name"), MEMBER_TEXT, 0, offsetof(Head, tool.name), NULL, NULL},
    {JSON_KEY("version"), MEMBER_TEXT, 0, offsetof(Head, tool.version), NULL, NULL},
};
static const Shape tool = SHAPE("tool", Head, tool_members);

static const Member rule_members[] = {
    {JSON_KEY("name"), MEMBER_TEXT, 0, offsetof(HeadRule, name), NULL, NULL},
    {JSON_KEY("level"), MEMBER_CHOICE, 0, offsetof(HeadRule, level), NULL, level_names},
    {JSON_KEY("summary"), MEMBER_TEXT, 0, offsetof(HeadRule, summary), NULL, NULL},
    {JSON_KEY("help"), MEMBER_TEXT, 0, offsetof(HeadRule, help), NULL, NULL},
    {JSON_KEY("tags"), MEMBER_TEXTS, 0, offsetof(HeadRule, tags), NULL, NULL},
};
static const Shape rule = SHAPE("rule", HeadRule, rule_members);

static const Member rules_members[] = {
    {JSON_KEY("hash"), MEMBER_TEXT, 0, offsetof(Head, rules.hash), NULL, NULL},
    {JSON_KEY("count"), MEMBER_NUMBER, 0, offsetof(Head, rules.count), NULL, NULL},
    {JSON_KEY("list"), MEMBER_LIST, 0, offsetof(Head, rules.list), &rule, NULL},
};
static const Shape rules = SHAPE("set of rules", Head, rules_members);

static const Member source_members[] = {
    {JSON_KEY("id"), MEMBER_TEXT, 0, offsetof(HeadSource, id), NULL, NULL},
    {JSON_KEY("title"), MEMBER_TEXT, 0, offsetof(HeadSource, title), NULL, NULL},
    {JSON_KEY("licence"), MEMBER_TEXT_OR_NULL, 0, offsetof(HeadSource, licence), NULL, NULL},
    {JSON_KEY("url"), MEMBER_TEXT_OR_NULL, 0, offsetof(HeadSource, url), NULL, NULL},
};
static const Shape source = SHAPE("source", HeadSource, source_members);

static const Member book_members[] = {
    {JSON_KEY("hash"), MEMBER_TEXT, 0, offsetof(Head, book.hash), NULL, NULL},
    {JSON_KEY("as_of"), MEMBER_DATE, 0, offsetof(Head, book.as_of), NULL, NULL},
    {JSON_KEY("places"), MEMBER_NUMBER, 0, offsetof(Head, book.places), NULL, NULL},
    {JSON_KEY("offices"), MEMBER_NUMBER, 0, offsetof(Head, book.offices), NULL, NULL},
    {JSON_KEY("people"), MEMBER_NUMBER, 0, offsetof(Head, book.people), NULL, NULL},
    {JSON_KEY("tenures"), MEMBER_NUMBER, 0, offsetof(Head, book.tenures), NULL, NULL},
    {JSON_KEY("sources"), MEMBER_LIST, 0, offsetof(Head, book.sources), &source, NULL},
};
static const Shape book = SHAPE("book", Head, book_members);

static const Member head_members[] = {
    {JSON_KEY("tool"), MEMBER_OBJECT, 0, 0, &tool, NULL},
    {JSON_KEY("rules"), MEMBER_OBJECT, 0, 0, &rules, NULL},
    {JSON_KEY("book"), MEMBER_OBJECT, 0, 0, &book, NULL},
};
const Shape shape_head = SHAPE("head", Head, head_members);
