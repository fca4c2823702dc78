/* The succession in an office. A date known to the month or the year gets the benefit of the doubt:
 * only what is wrong on every reading is trouble. */
#include "reference/succession.h"

#include <stdlib.h>

enum { GAP_DAYS = 10 /* so long may nobody be known */ };

typedef const TenureRecord *TenureRef;

bool tenure_ends_with_as_of(const TenureRecord *tenure)
{
    return !date_known(tenure->to) ||
           (tenure->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED));
}

static Day earlier(Day a, Day b)
{
    return a < b ? a : b;
}

Day tenure_sure_end(const TenureRecord *tenure)
{
    Day end = date_known(tenure->to) ? tenure->to.first : DAY_MAX;
    if (tenure_ends_with_as_of(tenure))
        end = earlier(end, date_known(tenure->as_of) ? tenure->as_of.first : DAY_MIN);
    return end;
}

/* The last day that the tenure can fill in a complete span. */
static Day latest_end(const TenureRecord *tenure)
{
    Day end = date_known(tenure->to) ? tenure->to.last : DAY_MAX;
    return tenure_ends_with_as_of(tenure) ? earlier(end, tenure->as_of.last) : end;
}

static View day_text(Arena *arena, Day day)
{
    return date_text(arena, (Date){day, day});
}

static View holder_text(const TenureRecord *tenure)
{
    return tenure->vacant ? VIEW("the vacancy") : tenure->person.text;
}

static bool begins_after_as_of(const TenureRecord *tenure)
{
    return tenure_ends_with_as_of(tenure) && tenure->as_of.last < tenure->from.first;
}

static void check_dates(const TenureRecord *tenure, Troubles *troubles)
{
    const Where *where = &tenure->where;
    if (date_known(tenure->to) && tenure->to.last < tenure->from.first)
        trouble_add(troubles, where->path, where->line, where->column,
                    "a tenure that ends before it begins, expected 'to' after 'from'");
    if (begins_after_as_of(tenure))
        trouble_add(troubles, where->path, where->line, where->column,
                    "%s tenure that begins after its 'as-of', expected a later 'as-of'",
                    date_known(tenure->to) ? "a" : "an open");
}

/* The last day that the tenure speaks of as one that has come. */
static Day last_day_told(const TenureRecord *tenure)
{
    Day last = tenure->own_as_of && tenure->as_of.first > tenure->from.first ? tenure->as_of.first
                                                                             : tenure->from.first;
    bool ended = date_known(tenure->to) && !(tenure->flags & TENURE_PLANNED_END);
    return ended && tenure->to.first > last ? tenure->to.first : last;
}

/* Whoever wrote a later day has looked at a source of that day. A tenure that begins after its own
 * 'as-of' has been told of. */
static void check_stale(const OfficeRecord *office, const TenureRecord *tenures, uint32_t count,
                        Arena *arena, Troubles *troubles)
{
    const TenureRecord *latest = NULL;
    for (uint32_t i = 0; i < count; i++)
        if (!begins_after_as_of(&tenures[i]) &&
            (!latest || last_day_told(&tenures[i]) > last_day_told(latest)))
            latest = &tenures[i];
    if (!latest || last_day_told(latest) <= office->as_of.last)
        return;
    const Where *where = &office->as_of_where;
    trouble_add(troubles, where->path, where->line, where->column,
                "a stale 'as-of': the tenure of line %u speaks of %.*s, expected that day or later",
                latest->where.line, VIEW_ARG(day_text(arena, last_day_told(latest))));
}

/* One person twice at one time is one tenure written twice. */
static void check_twice(const TenureRef *tenures, uint32_t count, Arena *arena, Troubles *troubles)
{
    uint32_t *last = arena_new(arena, uint32_t, count);
    Ids people = ids_for(arena, count);
    for (uint32_t i = 0; i < count; i++) {
        TenureRef next = tenures[i];
        if (next->vacant || next->person.index == NONE)
            continue;
        uint32_t slot = ids_add(&people, next->person.text, i);
        slot = slot == NONE ? i : slot;
        TenureRef before = slot == i ? NULL : tenures[last[slot]];
        last[slot] = i;
        if (before && earlier(tenure_sure_end(before), tenure_sure_end(next)) - next->from.last >
                          OVERLAP_DAYS)
            trouble_add(troubles, next->where.path, next->where.line, next->where.column,
                        "'%.*s' twice at one time, also at %.*s:%u, expected one tenure",
                        VIEW_ARG(next->person.text), VIEW_ARG(before->where.path),
                        before->where.line);
    }
}

/* As written, before they are sorted. */
static void check_order(const TenureRecord *tenures, uint32_t count, Troubles *troubles)
{
    Day latest = DAY_MIN;
    for (uint32_t i = 0; i < count; i++) {
        const Where *where = &tenures[i].where;
        if (tenures[i].from.last < latest)
            trouble_add(troubles, where->path, where->line, where->column,
                        "a tenure that begins before one above it, expected them in order of time");
        if (tenures[i].from.first > latest)
            latest = tenures[i].from.first;
    }
}

static int compare_tenures(const void *a, const void *b)
{
    TenureRef left = *(const TenureRef *)a;
    TenureRef right = *(const TenureRef *)b;
    if (left->from.first != right->from.first)
        return left->from.first < right->from.first ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* Each holder against the one before who stays longest. */
static void check_overlaps(const TenureRef *tenures, uint32_t count, Arena *arena,
                           Troubles *troubles)
{
    TenureRef holder = NULL;
    for (uint32_t i = 0; i < count; i++) {
        TenureRef next = tenures[i];
        if (next->flags & TENURE_ACTING)
            continue;
        Day from = next->from.last;
        Day to = tenure_sure_end(next);
        if (holder && earlier(tenure_sure_end(holder), to) - from > OVERLAP_DAYS)
            trouble_add(troubles, next->where.path, next->where.line, next->where.column,
                        "'%.*s' and '%.*s' together in an office of one seat from %.*s to %.*s, "
                        "expected one after the other, 'acting' or more 'seats'",
                        VIEW_ARG(holder_text(holder)), VIEW_ARG(holder_text(next)),
                        VIEW_ARG(day_text(arena, from)),
                        VIEW_ARG(day_text(arena, earlier(tenure_sure_end(holder), to))));
        if (!holder || to > tenure_sure_end(holder))
            holder = next;
    }
}

static void check_spans(const OfficeRecord *office, Troubles *troubles)
{
    for (uint32_t i = 0; i < office->span_count; i++) {
        const SpanRecord *span = &office->spans[i];
        const Where *where = &span->where;
        if (span->as_of < span->from)
            trouble_add(
                troubles, where->path, where->line, where->column,
                "a complete span that ends before it begins, expected 'as-of' after 'from'");
        if (i > 0 && span->from <= office->spans[i - 1].as_of)
            trouble_add(troubles, where->path, where->line, where->column,
                        "a complete span that begins before the one above it ends, expected them "
                        "apart and in order of time");
        if (date_known(office->as_of) && span->as_of > office->as_of.last)
            trouble_add(troubles, where->path, where->line, where->column,
                        "a complete span that ends after the office's 'as-of', expected it within");
    }
}

static void gap_trouble(const SpanRecord *span, Day from, Day to, Arena *arena, Troubles *troubles)
{
    trouble_add(troubles, span->where.path, span->where.line, span->where.column,
                "a complete span in which nobody is known from %.*s to %.*s, expected a tenure, a "
                "vacancy or shorter spans",
                VIEW_ARG(day_text(arena, from)), VIEW_ARG(day_text(arena, to)));
}

static void check_gaps(const SpanRecord *span, const TenureRef *tenures, uint32_t count,
                       Arena *arena, Troubles *troubles)
{
    Day filled = span->from - 1;
    for (uint32_t i = 0; i < count && tenures[i]->from.first <= span->as_of; i++) {
        if (tenures[i]->flags & TENURE_UNCONFIRMED)
            continue;
        if (tenures[i]->from.first - filled - 1 > GAP_DAYS)
            gap_trouble(span, filled + 1, tenures[i]->from.first - 1, arena, troubles);
        Day end = latest_end(tenures[i]);
        if (end > filled)
            filled = end;
    }
    if (filled < span->as_of && span->as_of - filled > GAP_DAYS)
        gap_trouble(span, filled + 1, span->as_of, arena, troubles);
}

void check_succession(const Records *records, const OfficeRecord *office, Arena *arena,
                      Troubles *troubles)
{
    if (office->broken)
        return;
    uint32_t count = office->tenures.count;
    const TenureRecord *written = count ? &records->tenures.items[office->tenures.first] : NULL;
    for (uint32_t i = 0; i < count; i++)
        check_dates(&written[i], troubles);
    check_order(written, count, troubles);
    check_stale(office, written, count, arena, troubles);

    TenureRef *sorted = arena_new(arena, TenureRef, count);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = &written[i];
    qsort(sorted, count, sizeof *sorted, compare_tenures);
    check_twice(sorted, count, arena, troubles);
    if (office->seats == 1)
        check_overlaps(sorted, count, arena, troubles);
    check_spans(office, troubles);
    for (uint32_t i = 0; i < office->span_count; i++)
        check_gaps(&office->spans[i], sorted, count, arena, troubles);
}
