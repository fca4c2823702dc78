/* Claims to verdicts to findings. Each reading (person, office, time) is judged for itself and then
 * folded: supported if any is, contradicted only if all are.
 * Tests: tests/unit/judge/judge.c, tests/golden. */
#include "judge/judge.h"

#include <ctype.h>
#include <string.h>

#include "base/limits.h"
#include "judge/agree.h"
#include "judge/article.h"
#include "judge/meaning.h"
#include "judge/subject.h"

const Policy policy_default = {.levels = NULL, .quotes = QUOTE_LOWER, .grace = 3, .home = NONE};

bool finding_is_of_mark(const Finding *finding)
{
    return finding->claim == NONE && !finding->span.len;
}

/* Between two of a list stand a party tag and a comma at the most. */
enum { LIST_GAP = 24 };

/* The document at hand. */
typedef struct Judge {
    Bench bench;
    const Rules *rules;
    const Claims *claims;
    Judgement *judgement;
} Judge;

/* --- readings --- */

static Readings find_readings(const Judge *judge, const Claim *claim)
{
    Readings readings = {0};
    subjects[claim->kind]->read(&judge->bench, claim, &readings);
    return readings;
}

static bool same_indexes(IndexList a, IndexList b)
{
    return a.count == b.count &&
           (!a.count || !memcmp(a.items, b.items, a.count * sizeof(a.items[0])));
}

/* "Senator Alex Padilla, Senator Justin Trudeau": whoever has the title before his own name has no
 * second one like it behind. */
static bool rival_has_his(const Judge *judge, const Claim *claim)
{
    for (uint32_t i = 0; i < judge->claims->count; i++) {
        const Claim *other = &judge->claims->items[i];
        if (other->kind == claim->kind && other->flags & CLAIM_LABEL && claim->rivals.count &&
            other->office_span.off < other->person_span.off &&
            span_end(other->person_span) < claim->span.off &&
            claim->span.off - span_end(other->person_span) < LIST_GAP &&
            same_indexes(other->people, claim->rivals) &&
            same_indexes(other->offices, claim->offices))
            return true;
    }
    return false;
}

/* "Jennifer Granholm, Secretary of Energy Gina Raimondo, Secretary of Commerce ...": whether the
 * title is that of the other person beside it. */
static bool fits_rival(const Judge *judge, const Claim *claim)
{
    Claim other = *claim;
    other.people = claim->rivals;
    Readings readings = {0};
    if (claim->rivals.count && !rival_has_his(judge, claim))
        readings = find_readings(judge, &other);
    for (uint32_t i = 0; i < readings.count; i++)
        if (readings.items[i].verdict == VERDICT_SUPPORTED)
            return true;
    return false;
}

/* --- folding --- */

static const Reading *first_of(const Readings *readings, VerdictKind kind)
{
    for (uint32_t i = 0; i < readings->count; i++)
        if (readings->items[i].verdict == kind)
            return &readings->items[i];
    return NULL;
}

static bool is_told(const Judge *judge, const Claim *claim, uint32_t rule)
{
    if (claim->flags & CLAIM_QUOTED && judge->bench.policy->quotes == QUOTE_OFF)
        return false;
    return policy_level(judge->bench.policy, rule) != POLICY_OFF;
}

/* The level that is left when the book is old at that time: what it "never" knew falls to a
 * warning, all else to a note, and in the end everything to notes. */
static Level soften(const Judge *judge, const Row *row, const Claim *claim, const Reading *reading)
{
    Level level = row->level;
    if (policy_level(judge->bench.policy, row->rule) >= 0)
        level = (Level)policy_level(judge->bench.policy, row->rule);
    if (reading->book == BOOK_STALE)
        return LEVEL_NOTE;
    if (reading->book == BOOK_OLD)
        level = level == LEVEL_ERROR ? LEVEL_WARNING : LEVEL_NOTE;
    if (claim->flags & CLAIM_QUOTED && level > LEVEL_NOTE &&
        judge->bench.policy->quotes == QUOTE_LOWER)
        level--;
    return level;
}

/* What is to be said of a claim. */
typedef struct Speech {
    const Reading *reading; /* NULL: nothing */
    const Row *row;
    Level level;
} Speech;

/* Of the readings of this verdict for which a row speaks, the mildest is heard: it is the nearest
 * to what may have been meant. */
static Speech mildest(const Judge *judge, const Claim *claim, const Readings *readings,
                      VerdictKind verdict)
{
    Speech found = {0};
    if (!rules_speak(judge->rules, claim->kind, verdict))
        return found;
    for (uint32_t i = 0; i < readings->count; i++) {
        const Reading *reading = &readings->items[i];
        if (reading->verdict != verdict)
            continue;
        const Row *row = rules_find(judge->rules, claim->kind, &reading->facts, verdict);
        if (!row)
            continue;
        Level level = soften(judge, row, claim, reading);
        if (!found.reading || level < found.level)
            found = (Speech){reading, row, level};
    }
    return found;
}

static void add_evidence(const Judge *judge, EvidenceList *list, uint32_t tenure)
{
    if (tenure == NONE)
        return;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].tenure == tenure)
            return;
    arena_push(judge->bench.arena, list)->tenure = tenure;
}

static EvidenceList evidence_of(const Judge *judge, const Reading *reading)
{
    EvidenceList list = {0};
    if (reading->verdict == VERDICT_SUPPORTED) {
        add_evidence(judge, &list, reading->by);
        return list;
    }
    add_evidence(judge, &list, reading->on);
    add_evidence(judge, &list, reading->before);
    add_evidence(judge, &list, reading->after);
    add_evidence(judge, &list, reading->holder);
    add_evidence(judge, &list, reading->held);
    return list;
}

static void set_verdict(const Judge *judge, Verdict *verdict, const Claim *claim,
                        const Reading *reading)
{
    verdict->kind = reading->verdict;
    verdict->reason = reading_reason(judge->bench.arena, judge->bench.book, reading);
    verdict->person = reading->person;
    verdict->office = reading->office;
    verdict->when = reading->when;
    verdict->place = reading->office != NONE    ? office_place(judge->bench.book, reading->office)
                     : claim->places.count == 1 ? claim->places.items[0]
                                                : NONE;
    verdict->evidence = evidence_of(judge, reading);
}

/* --- findings --- */

/* Where the rule's repair goes. */
static Span fix_span(const Judge *judge, const Rule *rule, const Claim *claim)
{
    if (claim->flags & CLAIM_NO_TITLE && rule->replace != FIX_PLACE)
        return (Span){0};
    switch (rule->replace) {
    case FIX_SAID:
        return claim->said_span;
    case FIX_PERSON:
        return claim->flags & CLAIM_NOMINAL ? (Span){0} : claim->person_span;
    case FIX_TITLE:
        return claim->office_span;
    case FIX_PLACE:
        return claim->place_span;
    case FIX_PHRASE:
        if (claim->place_span.len && claim->place_span.off < claim->office_span.off)
            return span_join(claim->place_span, claim->office_span);
        return claim->office_span;
    case FIX_STATUS:
        if (claim->status_span.len) { /* with the blank after it */
            Span span = claim->status_span;
            bool blank = span_end(span) < judge->bench.document->text.len &&
                         judge->bench.document->text.at[span_end(span)] == ' ';
            span.len += blank;
            return span;
        }
        break;
    case FIX_NONE:
        break;
    }
    return (Span){0};
}

/* "Former chancellor" without its first word begins with a capital all the same. */
static Fix repair_of(const Judge *judge, const Rule *rule, Span span, View with)
{
    View text = judge->bench.document->text;
    size_t end = span_end(span);
    if (!with.len && end < text.len && isupper((unsigned char)text.at[span.off]) &&
        islower((unsigned char)text.at[end])) {
        char *letter = arena_new(judge->bench.arena, char, 2);
        *letter = (char)toupper((unsigned char)text.at[end]);
        span.len++;
        with = (View){letter, 1};
    }
    return (Fix){.safe = rule->safe, .span = span, .text = with};
}

static void add_finding(const Judge *judge, uint32_t index, const Claim *claim, const Claim *other,
                        Speech speech)
{
    const Rule *rule = &judge->rules->items[speech.row->rule];
    MessageContext context = {.arena = judge->bench.arena,
                              .book = judge->bench.book,
                              .text = judge->bench.document->text,
                              .dates = judge->bench.policy->dates,
                              .claim = claim,
                              .reading = speech.reading,
                              .placeholders = subjects[rule->subject]->placeholders,
                              .other = other};
    Finding finding = {.rule = speech.row->rule,
                       .row = (uint32_t)(speech.row - judge->rules->rows),
                       .level = speech.level,
                       .claim = index,
                       .message = message_fill(&context, rule->message),
                       .span = claim->span,
                       .evidence = evidence_of(judge, speech.reading)};
    Span span = fix_span(judge, rule, claim);
    View with;
    if (span.len && message_fill_all(&context, rule->with, &with))
        finding.fix = repair_of(judge, rule, span, with);
    *arena_push(judge->bench.arena, &judge->judgement->findings) = finding;
}

/* The reading that decides: one that supports, else one that the book cannot judge; a contradiction
 * needs all to fail. NULL: there is none to look at, and the verdict says why. */
static const Reading *fold(const Judge *judge, const Claim *claim, const Readings *readings,
                           Verdict *verdict)
{
    if (!readings->count) {
        verdict->reason = VIEW("no date");
        return NULL;
    }
    if (readings->count > LIMIT_READINGS) {
        verdict->reason = VIEW("the words can mean too many people and offices");
        return NULL;
    }
    const Reading *reading = first_of(readings, VERDICT_SUPPORTED);
    if (!reading)
        reading = first_of(readings, VERDICT_UNVERIFIABLE);
    if (!reading && fits_rival(judge, claim)) {
        verdict->reason = VIEW("in the list the title may be another's");
        return NULL;
    }
    return reading ? reading : readings->items;
}

static void judge_claim(const Judge *judge, uint32_t index, const Claim *claim)
{
    Verdict *verdict = &judge->judgement->verdicts[index];
    *verdict = (Verdict){.person = NONE, .office = NONE, .place = NONE, .when = DATE_NONE};
    Readings readings = find_readings(judge, claim);
    const Reading *reading = fold(judge, claim, &readings, verdict);
    if (!reading)
        return;
    Speech speech = mildest(judge, claim, &readings, reading->verdict);
    if (reading->verdict == VERDICT_CONTRADICTED && speech.reading)
        reading = speech.reading;
    set_verdict(judge, verdict, claim, reading);
    if (speech.reading && is_told(judge, claim, speech.row->rule))
        add_finding(judge, index, claim, NULL, speech);
}

/* What the claims say of each other. */
static void judge_article(const Judge *judge)
{
    const Claims *claims = judge->claims;
    if (!rules_speak(judge->rules, SUBJECT_ARTICLE, VERDICT_CONTRADICTED))
        return;
    Clashes clashes = find_clashes(&judge->bench, claims, judge->judgement->verdicts);
    for (uint32_t i = 0; i < clashes.count; i++) {
        const Clash *clash = &clashes.items[i];
        const Claim *claim = &claims->items[clash->second];
        const Row *row =
            rules_find(judge->rules, SUBJECT_ARTICLE, &clash->reading.facts, VERDICT_CONTRADICTED);
        if (!row || !is_told(judge, claim, row->rule))
            continue;
        Speech speech = {&clash->reading, row, soften(judge, row, claim, &clash->reading)};
        add_finding(judge, clash->second, claim, &claims->items[clash->first], speech);
    }
}

Judgement judge_claims(Arena *arena, const Book *book, const Rules *rules, const Policy *policy,
                       Document *document, const Claims *claims, bool infer, Date today)
{
    Judgement judgement = {.verdicts = arena_new(arena, Verdict, claims->count),
                           .agreement = claims_agree(arena, book, claims)};
    OwnKept own[OWN_KEPT] = {0};
    Judge judge = {{arena, book, document, policy, rules->grammar, own}, rules, claims, &judgement};
    if (infer && judgement.agreement.claims) {
        Day last = judgement.agreement.last;
        if (date_known(today) && last > today.last)
            last = today.last < judgement.agreement.first ? judgement.agreement.first : today.last;
        document->date = (Date){judgement.agreement.first, last};
        document->date_source = DATE_FROM_CLAIMS;
    }
    for (uint32_t i = 0; i < claims->count; i++)
        judge_claim(&judge, i, &claims->items[i]);
    judge_article(&judge);
    return judgement;
}
