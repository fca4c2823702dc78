/* A sweep over the days on which claims can be true. Tests: tests/unit/judge/agree.c. */
#include "judge/agree.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "judge/reading.h"

enum {
    CHANGE_DAYS = 3,  /* about a change of office both holders are right: it dates nothing */
    EARLY_WEIGHT = 10 /* so many names out of the past there may be to one claim of the day */
};

/* Days on which a claim can be true by one tenure. */
typedef struct Stretch {
    Day from;
    Day to;
    uint32_t claim;
} Stretch;

typedef struct Stretches {
    Stretch *items;
    uint32_t count;
    uint32_t capacity;
} Stretches;

static Day tenure_end(const Tenure *tenure)
{
    return date_known(tenure->to) ? tenure->to.last : DAY_MAX;
}

static bool stretch_of(const Claim *claim, const Tenure *tenure, Stretch *out)
{
    switch (claim->status) {
    case STATUS_CURRENT:
    case STATUS_ACTING:
        out->from = tenure->from.first;
        out->to = tenure_end(tenure);
        return true;
    case STATUS_FORMER:
        out->from = tenure_end(tenure);
        out->to = DAY_MAX;
        return out->from != DAY_MAX;
    case STATUS_ELECT:
        out->from = tenure->from.first - ELECT_DAYS;
        out->to = tenure->from.first;
        return true;
    case STATUS_CANDIDATE:
    case STATUS_DEPUTY:
    case STATUS_OTHER:
    case STATUS_COUNT:
        break;
    }
    return false;
}

/* Without the days about its ends, so that a hand-over, on which claims of two times are true
 * together, is not taken for the day of the article. */
static bool leave_changes(Stretch *stretch)
{
    stretch->from += CHANGE_DAYS;
    if (stretch->to != DAY_MAX)
        stretch->to -= CHANGE_DAYS;
    return stretch->from <= stretch->to;
}

/* A claim that gives its own date, is loose, or is told in the past bounds nothing. */
static bool claim_bounds(const Claim *claim)
{
    return claim->kind == CLAIM_OFFICE && !claim->times.count && !claim->beside.count &&
           !(claim->flags & (CLAIM_LOOSE | CLAIM_PAST | CLAIM_THEN | CLAIM_OTHER_BODY)) &&
           claim->people.count && claim->people.count <= LIMIT_READINGS;
}

/* With more days between than were left out. */
static bool ends_before(const Stretch *stretch, const Stretch *other)
{
    return stretch->to != DAY_MAX && stretch->to + 2 * CHANGE_DAYS + 1 < other->from;
}

/* Terms that follow one another are one stretch. */
static void add_stretch(Arena *arena, Stretches *stretches, uint32_t first, Stretch stretch)
{
    for (uint32_t i = first; i < stretches->count; i++) {
        Stretch *other = &stretches->items[i];
        if (ends_before(&stretch, other) || ends_before(other, &stretch))
            continue;
        other->from = stretch.from < other->from ? stretch.from : other->from;
        other->to = stretch.to > other->to ? stretch.to : other->to;
        return;
    }
    *arena_push(arena, stretches) = stretch;
}

static void add_stretches(Arena *arena, const Book *book, const Claim *claim, uint32_t index,
                          Stretches *stretches)
{
    for (uint32_t p = 0; p < claim->people.count; p++) {
        Range tenures = person_at(book, claim->people.items[p])->tenures;
        uint32_t first = stretches->count;
        for (uint32_t i = 0; i < tenures.count; i++) {
            const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
            Stretch stretch = {.claim = index};
            if (offices_have(book, claim->offices, tenure->office) &&
                claim_allows_place(book, claim, office_place(book, tenure->office)) &&
                stretch_of(claim, tenure, &stretch) && leave_changes(&stretch))
                add_stretch(arena, stretches, first, stretch);
        }
    }
}

static int compare_from(const void *a, const void *b)
{
    const Stretch *left = a, *right = b;
    return left->from < right->from ? -1 : left->from > right->from;
}

static int compare_to(const void *a, const void *b)
{
    const Stretch *left = a, *right = b;
    return left->to < right->to ? -1 : left->to > right->to;
}

/* The day on which most claims can be true, and fewest cannot be true yet: an article tells of the
 * past, and calls "President Kennedy" who was it then, but nobody what he is to become. The best
 * days begin where a stretch begins; of equals the latest is the likeliest. */
static void find_best(Arena *arena, const Stretches *stretches, uint32_t claim_count,
                      Agreement *agreement)
{
    Stretch *ends = arena_new(arena, Stretch, stretches->count);
    memcpy(ends, stretches->items, sizeof *ends * stretches->count);
    qsort(stretches->items, stretches->count, sizeof *ends, compare_from);
    qsort(ends, stretches->count, sizeof *ends, compare_to);
    uint32_t *open = arena_new(arena, uint32_t, claim_count); /* stretches of each claim */
    bool *begun = arena_new(arena, bool, claim_count);
    uint32_t ended = 0, true_now = 0, begun_now = 0, best = 0;
    for (uint32_t i = 0; i < stretches->count; i++) {
        Day day = stretches->items[i].from;
        for (; ends[ended].to < day; ended++)
            true_now -= --open[ends[ended].claim] == 0;
        uint32_t claim = stretches->items[i].claim;
        true_now += open[claim]++ == 0;
        begun_now += !begun[claim];
        begun[claim] = true;
        if (true_now + EARLY_WEIGHT * begun_now >= best) {
            best = true_now + EARLY_WEIGHT * begun_now;
            agreement->claims = true_now;
            agreement->first = day;
        }
    }
}

/* From the best day on, to the last day before one of its stretches ends. */
static void bound(const Stretches *stretches, Day day, Agreement *agreement)
{
    agreement->last = DAY_MAX;
    agreement->last_claim = NONE;
    for (uint32_t i = 0; i < stretches->count; i++) {
        const Stretch *stretch = &stretches->items[i];
        if (stretch->from > day || stretch->to < day)
            continue;
        if (stretch->from == day)
            agreement->first_claim = stretch->claim;
        if (stretch->to < agreement->last) {
            agreement->last = stretch->to;
            agreement->last_claim = stretch->claim;
        }
    }
}

Agreement claims_agree(Arena *arena, const Book *book, const Claims *claims)
{
    Agreement agreement = {.first = DAY_NONE, .last = DAY_NONE, .last_claim = NONE};
    Stretches stretches = {0};
    for (uint32_t i = 0; i < claims->count; i++)
        if (claim_bounds(&claims->items[i]))
            add_stretches(arena, book, &claims->items[i], i, &stretches);
    if (!stretches.count)
        return agreement;
    find_best(arena, &stretches, claims->count, &agreement);
    bound(&stretches, agreement.first, &agreement);
    agreement.first -= CHANGE_DAYS;
    if (agreement.last != DAY_MAX)
        agreement.last += CHANGE_DAYS;
    return agreement;
}
