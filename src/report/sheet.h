/* A sheet: one judged article as the formats take it, all in words, days and places.
 *
 * Needs neither the article nor the book: sheet_of makes it of both, kept.h of a report that was
 * kept. members.h says how it stands in JSON; reports/README.md says what each member means. A text
 * that may be unknown has no bytes at all (`at` is NULL) where it is.
 */
#ifndef STET_REPORT_SHEET_H
#define STET_REPORT_SHEET_H

#include "judge/policy.h"
#include "judge/rule.h"
#include "report/evidence.h"
#include "report/passage.h"

/* All that is known of one article when it has been judged. Lent, const. */
typedef struct Article {
    View path;     /* of the file, or of the stream that held the record */
    uint32_t line; /* of the record in its stream, from 1; 0: a file */
    const Document *document;
    const Tokens *tokens;
    const Claims *claims;
    const Judgement *judgement;
    const Grammar *grammar;
    const Book *book;
    const Rules *rules;
    const Policy *policy; /* by which it was judged */
} Article;

/* The person, office or place of a claim. */
typedef struct ClaimPart {
    bool given;
    View text;
    uint32_t start; /* offsets in the original */
    uint32_t end;
    Segments segments;
    View id;
    View name;
} ClaimPart;

typedef struct SheetClaim {
    uint32_t number; /* from 0: where it stands in the list */
    View kind;
    View text;
    Passage passage;
    ClaimPart person;
    ClaimPart office;
    ClaimPart place;
    ClaimPart said; /* of kinds other than office: what is claimed */
    View status;
    bool nominal;
    bool quoted;
    ClaimPart speaker; /* of a quotation, where its sentence says so */
    View construction;
    Date when;
    VerdictKind verdict;
    View reason;
    EvidenceRows evidence;
    Span prose; /* of the sheet's text */
} SheetClaim;

typedef struct SheetFix {
    bool safe;
    Passage passage;
    View text;
    View old; /* the words that it replaces */
} SheetFix;

/* The mark by which an editor lets a finding stand. */
typedef struct SheetSuppression {
    bool given;
    View by;     /* "mark" */
    View reason; /* `at` is NULL: none */
    Date until;
    Passage passage;
} SheetSuppression;

typedef struct SheetBaseline {
    bool given; /* there is a baseline */
    BaselineState state;
    View reason; /* `at` is NULL: none */
    Date created;
    Date expires;
} SheetBaseline;

typedef struct SheetFinding {
    View rule;
    Level level;
    uint32_t claim; /* its number; NONE: it is about none */
    View message;
    Passage passage;
    struct {
        SheetFix *items;
        uint32_t count, capacity;
    } fixes;
    EvidenceRows evidence;
    View fingerprint;
    SheetSuppression suppressed;
    SheetBaseline baseline;
    View text;     /* the words, or the mark that it speaks of */
    Span prose;    /* of the sheet's text; empty where it speaks of a mark */
    Span sentence; /* likewise: the sentence around it */
    View
        line_hash; /* as code scanning computes it of the line (line_hash.h); NULL: not asked for */
} SheetFinding;

typedef struct SheetBlock {
    BlockKind kind;
    Part part;
    Span span; /* of the sheet's text */
} SheetBlock;

/* Who held an office around the date of the article. */
typedef struct SheetOffice {
    View id;
    View title;
    View place;
    Date as_of;
    struct {
        Date *items; /* days over which all its holders are known */
        uint32_t count, capacity;
    } complete;
    EvidenceRows holders; /* in order of time */
} SheetOffice;

typedef struct SheetAgreement {
    bool given;
    Date from;
    Date to; /* DATE_NONE: it is not over */
    uint32_t claims;
    uint32_t from_claim;
    uint32_t to_claim; /* NONE: there is none */
} SheetAgreement;

typedef struct SheetCounts {
    uint32_t claims;
    uint32_t verdicts[3]; /* by VerdictKind */
} SheetCounts;

/* Where a record stands in its stream. */
typedef struct SheetRecord {
    bool given; /* it is one, and no file */
    uint32_t line;
    View id;
} SheetRecord;

typedef struct Sheet {
    View path;
    SheetRecord record;
    View name; /* the record's id; of a file its path */
    Date date;
    DateSource date_source;
    DateStyle dates; /* in its messages, and how formats for people are to write others */
    SheetAgreement agreement;
    SheetCounts counts;
    struct {
        SheetClaim *items;
        uint32_t count, capacity;
    } claims;
    struct {
        SheetFinding *items;
        uint32_t count, capacity;
    } findings;

    /* --- only where asked for --- */
    View text; /* the prose, as it was read */
    struct {
        SheetBlock *items;
        uint32_t count, capacity;
    } blocks;
    struct {
        SheetOffice *items;
        uint32_t count, capacity;
    } offices;
} Sheet;

/* How much of it a format needs: most runs tell of few claims. */
typedef enum SheetDepth {
    SHEET_FINDINGS, /* of claims only what is said, of whom, and the verdict with its reason */
    SHEET_CLAIMS,   /* each claim with its places and its evidence */
    SHEET_WHOLE     /* and blocks, offices with their holders, hashes of lines */
} SheetDepth;

/* Texts may be lent from the article, its book and its rules, and from the rows that the run knows;
 * the rest is the arena's. */
Sheet sheet_of(Arena *arena, KnownRows *rows, const Article *article, SheetDepth depth);

/* Chains the findings of each claim: `first` has one for each claim, `next` for each finding; NONE
 * ends a chain. */
void sheet_findings_by_claim(const Sheet *sheet, uint32_t *first, uint32_t *next);

/* Whether a finding counts: neither a mark nor the baseline lets it stand. */
bool sheet_finding_counts(const SheetFinding *finding);

/* Whether a finding knows what would be right: perhaps something to put in, at a place of no
 * length. */
bool finding_has_fix(const Finding *finding);

/* Where a passage stands in the file. The file of a record is its stream: there only its line can
 * be told. */
typedef struct Region {
    Position start;
    Position end;
    bool columns; /* these are columns of the file */
} Region;

Region sheet_region(const Sheet *sheet, const Passage *passage);

/* Whether a machine may put the repair into the file: the words stand there unbroken by markup. */
bool sheet_fix_applies(const Sheet *sheet, const SheetFix *fix);

/* A path as other tools name the file: without "./" before it. */
View sheet_path(View path);

/* The message; of a record it says which one, since the region cannot. */
View sheet_message(Arena *arena, const Sheet *sheet, const SheetFinding *finding);

/* "news/a.md", of a record "stream.ndjson(its id)" or "stream.ndjson(line 7)". */
View sheet_name(Arena *arena, const Sheet *sheet);

#endif
