/* Claims to verdicts to findings. Each reading (person, office, time) is judged for itself and then
 * folded: supported if any is, contradicted only if all are.
 * Tests: tests/unit/judge/judge.c, tests/golden. */
#include "judge/judge.h"

#include "base/hash.h"
#include "base/limits.h"
#include "judge/agree.h"
#include "judge/message.h"

/* The document at hand. */
typedef struct Judge {
    Arena *arena;
    const Book *book;
    const Rules *rules;
    const Document *document;
    Judgement *judgement;
} Judge;

typedef struct Readings {
    Reading *items;
    uint32_t count;
    uint32_t capacity;
} Readings;

/* --- which offices a claim can mean --- */

/* A place is the person's own where he holds or held an office of it. A state's attorney general
 * has nothing to do with the nation's. */
static bool is_own_place(const Book *book, uint32_t person, uint32_t place)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (office_at(book, office)->place == place)
            return true;
    }
    return false;
}

/* With the place said: the offices of that title there. Without: those of the person's own places;
 * for an unknown person none, since any country may have such an office. */
static IndexList offices_of(const Judge *judge, const Claim *claim, IndexList titled,
                            uint32_t person)
{
    IndexList offices = {0};
    for (uint32_t i = 0; i < titled.count; i++) {
        uint32_t office = titled.items[i];
        uint32_t place = office_at(judge->book, office)->place;
        if (claim->places.count ? claim_allows_place(judge->book, claim, place)
                                : person != NONE && is_own_place(judge->book, person, place))
            *arena_push(judge->arena, &offices) = office;
    }
    return offices;
}

/* --- readings --- */

/* A passage's own dates and the article's: a contradiction needs all of them to fail. */
static void add_readings(const Judge *judge, const Claim *claim, uint32_t person, uint32_t office,
                         Readings *readings)
{
    for (uint32_t i = 0; i < claim->times.count; i++)
        *arena_push(judge->arena, readings) =
            reading_judge(judge->arena, judge->book, claim, person, office, claim->times.items[i]);
    if (date_known(judge->document->date))
        *arena_push(judge->arena, readings) =
            reading_judge(judge->arena, judge->book, claim, person, office, judge->document->date);
}

/* Loose titles may support a claim: other readings of them say nothing. */
static void add_loose_readings(const Judge *judge, const Claim *claim, uint32_t person,
                               Readings *readings)
{
    IndexList offices = offices_of(judge, claim, claim->loose, person);
    Readings loose = {0};
    for (uint32_t i = 0; i < offices.count; i++)
        add_readings(judge, claim, person, offices.items[i], &loose);
    for (uint32_t i = 0; i < loose.count; i++)
        if (loose.items[i].verdict == VERDICT_SUPPORTED)
            *arena_push(judge->arena, readings) = loose.items[i];
}

static Readings find_readings(const Judge *judge, const Claim *claim)
{
    Readings readings = {0};
    uint32_t people = claim->people.count ? claim->people.count : 1;
    for (uint32_t p = 0; p < people && readings.count <= LIMIT_READINGS; p++) {
        uint32_t person = claim->people.count ? claim->people.items[p] : NONE;
        IndexList offices = offices_of(judge, claim, claim->offices, person);
        if (!offices.count)
            add_readings(judge, claim, person, NONE, &readings);
        for (uint32_t o = 0; o < offices.count && readings.count <= LIMIT_READINGS; o++)
            add_readings(judge, claim, person, offices.items[o], &readings);
        if (person != NONE)
            add_loose_readings(judge, claim, person, &readings);
    }
    return readings;
}

/* "Jennifer Granholm, Secretary of Energy Gina Raimondo, Secretary of Commerce ...": whether the
 * title is that of the other person beside it. */
static bool fits_rival(const Judge *judge, const Claim *claim)
{
    Claim other = *claim;
    other.people = claim->rivals;
    Readings readings = {0};
    if (claim->rivals.count)
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

/* The level that is left when the book is old at that time: what it "never" knew falls to a
 * warning, all else to a note, and in the end everything to notes. */
static Level soften(Level level, const Reading *reading)
{
    uint8_t book = reading->facts.value[FACT_BOOK];
    if (book == BOOK_STALE)
        return LEVEL_NOTE;
    if (book == BOOK_OLD)
        level = level == LEVEL_ERROR ? LEVEL_WARNING : LEVEL_NOTE;
    if (reading->facts.value[FACT_QUOTED] == FLAG_YES && level > LEVEL_NOTE)
        level--;
    return level;
}

/* Of the readings that fail, the mildest speaks: it is the nearest to what may have been meant. */
static const Reading *mildest(const Judge *judge, const Readings *readings, const Row **row,
                              Level *level)
{
    const Reading *found = NULL;
    for (uint32_t i = 0; i < readings->count; i++) {
        const Reading *reading = &readings->items[i];
        const Row *candidate = rules_find(judge->rules, &reading->facts);
        if (!candidate)
            continue;
        Level softened = soften(candidate->level, reading);
        if (found && softened >= *level)
            continue;
        found = reading;
        *row = candidate;
        *level = softened;
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
    arena_push(judge->arena, list)->tenure = tenure;
}

static EvidenceList evidence_of(const Judge *judge, const Reading *reading)
{
    EvidenceList list = {0};
    if (reading->verdict == VERDICT_SUPPORTED) {
        bool former = reading->facts.value[FACT_STATUS] == STATUS_VALUE_FORMER;
        bool elect = reading->facts.value[FACT_STATUS] == STATUS_VALUE_ELECT;
        add_evidence(judge, &list,
                     elect                               ? reading->after
                     : former && reading->before != NONE ? reading->before
                     : reading->on != NONE               ? reading->on
                                                         : reading->before);
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
    verdict->reason = reading->reason;
    verdict->person = reading->person;
    verdict->office = reading->office;
    verdict->when = reading->when;
    verdict->place = reading->office != NONE    ? office_at(judge->book, reading->office)->place
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
            bool blank = span_end(span) < judge->document->text.len &&
                         judge->document->text.at[span_end(span)] == ' ';
            span.len += blank;
            return span;
        }
        break;
    case FIX_NONE:
        break;
    }
    return (Span){0};
}

/* Stays the same while rule, person and sentence do: not the line, not the message. */
static View fingerprint_of(const Judge *judge, const Rule *rule, const Claim *claim,
                           const Reading *reading)
{
    View text = judge->document->text;
    HashState *hash = hash_begin(judge->arena);
    hash_add(hash, rule->name);
    hash_add(hash, judge->document->name);
    if (reading->person != NONE)
        hash_add(hash, book_text(judge->book, person_at(judge->book, reading->person)->id));
    hash_add(hash, view_slice(text, claim->span.off, span_end(claim->span)));
    return hash_end(hash, judge->arena);
}

static void add_finding(const Judge *judge, uint32_t index, const Claim *claim, const Row *row,
                        Level level, const Reading *reading)
{
    const Rule *rule = &judge->rules->items[row->rule];
    MessageContext context = {judge->arena, judge->book, judge->document->text, claim, reading};
    Finding finding = {.rule = row->rule,
                       .level = level,
                       .claim = index,
                       .message = message_fill(&context, rule->message),
                       .span = claim->span,
                       .evidence = evidence_of(judge, reading),
                       .fingerprint = fingerprint_of(judge, rule, claim, reading)};
    Span span = fix_span(judge, rule, claim);
    View with;
    if (span.len && message_fill_all(&context, rule->with, &with))
        finding.fix = (Fix){.span = span, .text = with};
    *arena_push(judge->arena, &judge->judgement->findings) = finding;
}

static void judge_claim(const Judge *judge, uint32_t index, const Claim *claim)
{
    Verdict *verdict = &judge->judgement->verdicts[index];
    *verdict = (Verdict){.person = NONE, .office = NONE, .place = NONE, .when = DATE_NONE};
    Readings readings = find_readings(judge, claim);
    if (!readings.count) {
        verdict->reason = VIEW("no date");
        return;
    }
    if (readings.count > LIMIT_READINGS) {
        verdict->reason = VIEW("the words can mean too many people and offices");
        return;
    }
    const Reading *reading = first_of(&readings, VERDICT_SUPPORTED);
    if (!reading)
        reading = first_of(&readings, VERDICT_UNVERIFIABLE);
    if (reading) {
        set_verdict(judge, verdict, claim, reading);
        return;
    }
    if (fits_rival(judge, claim)) {
        verdict->reason = VIEW("in the list the title may be another's");
        return;
    }
    const Row *row = NULL;
    Level level = LEVEL_ERROR;
    reading = mildest(judge, &readings, &row, &level);
    set_verdict(judge, verdict, claim, reading ? reading : readings.items);
    if (reading)
        add_finding(judge, index, claim, row, level, reading);
}

Judgement judge_claims(Arena *arena, const Book *book, const Rules *rules, Document *document,
                       const Claims *claims, bool infer, Date today)
{
    Judgement judgement = {.verdicts = arena_new(arena, Verdict, claims->count),
                           .agreement = claims_agree(arena, book, claims)};
    Judge judge = {arena, book, rules, document, &judgement};
    if (infer && judgement.agreement.claims) {
        Day last = judgement.agreement.last;
        if (date_known(today) && last > today.last)
            last = today.last < judgement.agreement.first ? judgement.agreement.first : today.last;
        document->date = (Date){judgement.agreement.first, last};
        document->date_source = DATE_FROM_CLAIMS;
    }
    for (uint32_t i = 0; i < claims->count; i++)
        judge_claim(&judge, i, &claims->items[i]);
    return judgement;
}
