/* Analyses rules as sets of combinations of facts: a mask is a box, one set of values a fact.
 * Tests: tests/unit/judge/analysis.c, tests/rules/faults.py. */
#include "judge/analysis.h"

#include <assert.h>

typedef struct Boxes {
    uint64_t *items;
    uint32_t count;
    uint32_t capacity;
} Boxes;

enum { BOXES_MOST = 4 /* that are shown of a gap */ };

/* What is left of a box without those of the list from `at` on, up to `most` pieces. Cutting one
 * box out of another leaves at most one piece a fact. */
static void subtract(Arena *arena, FactTable table, uint64_t box, const Boxes *from, uint32_t at,
                     uint32_t most, Boxes *left)
{
    while (at < from->count && !facts_possible(table, box & from->items[at]))
        at++;
    if (at == from->count) {
        *arena_push(arena, left) = box;
        return;
    }
    uint64_t cut = from->items[at];
    for (uint32_t fact = 0; fact <= table.count && left->count < most; fact++) {
        uint64_t field = fact_mask(table, fact);
        uint64_t outside = box & field & ~cut;
        if (outside)
            subtract(arena, table, (box & ~field) | outside, from, at + 1, most, left);
        box &= ~field | cut;
    }
}

/* The combinations that cannot be, as the subject says. */
static Boxes never_of(Arena *arena, uint32_t subject)
{
    Boxes boxes = {0};
    Troubles troubles = {.arena = arena};
    for (const char *const *never = subjects[subject]->never; never && *never; never++) {
        RowMasks masks =
            row_masks(arena, subject, view_of(*never), view_of(subjects[subject]->name), &troubles);
        for (uint32_t i = 0; i < masks.count; i++)
            *arena_push(arena, &boxes) = masks.items[i];
    }
    assert(!troubles.count);
    return boxes;
}

bool facts_reachable(Arena *scratch, uint32_t subject, uint64_t mask)
{
    Boxes never = never_of(scratch, subject), left = {0};
    subtract(scratch, subjects[subject]->facts, mask, &never, 0, 1, &left);
    return left.count;
}

/* --- order --- */

bool rule_goes_before(const Rules *rules, uint32_t rule, uint32_t other)
{
    const Rule *first = &rules->items[rule];
    for (uint32_t i = 0; i < first->before_count; i++) {
        uint32_t next = rule_named(rules, first->before[i]);
        if (next == other || rule_goes_before(rules, next, other))
            return true;
    }
    return false;
}

bool row_goes_before(const Rules *rules, uint32_t row, uint32_t other)
{
    uint32_t rule = rules->rows[row].rule, second = rules->rows[other].rule;
    return rule == second ? row < other : rule_goes_before(rules, rule, second);
}

/* What the row gets of `mask`: what can be met, and no row takes that goes before it, nor one that
 * says the same if `but_same`. */
static bool row_gets(Arena *scratch, const Rules *rules, uint32_t index, uint64_t mask,
                     bool but_same)
{
    const Row *row = &rules->rows[index];
    uint32_t subject = rules->items[row->rule].subject;
    Range range = rules->subject_rows[subject];
    Boxes taken = never_of(scratch, subject), left = {0};
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        bool same = rules->rows[i].rule == row->rule && rules->rows[i].level == row->level;
        if ((but_same && same) || row_goes_before(rules, i, index))
            *arena_push(scratch, &taken) = rules->rows[i].allowed;
    }
    subtract(scratch, subjects[subject]->facts, mask, &taken, 0, 1, &left);
    return left.count;
}

bool row_would_speak(Arena *scratch, const Rules *rules, uint32_t index, uint64_t mask)
{
    return row_gets(scratch, rules, index, mask, true);
}

bool row_would_take(Arena *scratch, const Rules *rules, uint32_t index, uint64_t mask)
{
    return row_gets(scratch, rules, index, mask, false);
}

/* --- words --- */

static View values_words(Arena *arena, FactTable table, uint32_t fact, uint64_t mask)
{
    View words = {0};
    uint32_t count = 0;
    const FactValue *values = fact_at(table, fact)->values;
    for (uint32_t value = 0; values[value].name; value++)
        if (mask & fact_bit(table, fact, value))
            words = view_format(arena, "%.*s%s%s", VIEW_ARG(words), count++ ? ", " : "",
                                values[value].name);
    return count == 1 ? words : view_format(arena, "[%.*s]", VIEW_ARG(words));
}

View facts_words(Arena *arena, uint32_t subject, uint64_t mask)
{
    FactTable table = subjects[subject]->facts;
    View words = {0};
    for (uint32_t fact = 0; fact <= table.count; fact++) {
        uint64_t field = fact_mask(table, fact);
        bool usual = fact == table.count && (mask & field) == verdict_bit(VERDICT_CONTRADICTED);
        if ((mask & field) != field && !usual)
            words = view_format(arena, "%.*s%s%s: %.*s", VIEW_ARG(words), words.len ? ", " : "",
                                fact_at(table, fact)->name,
                                VIEW_ARG(values_words(arena, table, fact, mask)));
    }
    return words;
}

/* --- finds --- */

typedef struct Analysis {
    Arena *arena;
    const Rules *rules;
    uint32_t subject;
    Boxes never;
    Troubles *troubles;
} Analysis;

/* Rows that share a combination and have no order: which of them speaks is chance. */
static void find_meeting(const Analysis *analysis, uint32_t index, uint32_t second)
{
    const Rules *rules = analysis->rules;
    const Row *row = &rules->rows[index], *other = &rules->rows[second];
    FactTable table = subjects[analysis->subject]->facts;
    uint64_t shared = row->allowed & other->allowed;
    Boxes left = {0};
    if (facts_possible(table, shared) && !row_goes_before(rules, index, second) &&
        !row_goes_before(rules, second, index))
        subtract(analysis->arena, table, shared, &analysis->never, 0, 1, &left);
    if (left.count)
        trouble_add(analysis->troubles, rules->items[row->rule].path, row->line, 0,
                    "%.*s meets the row of %.*s at its line %u where %.*s; expected `before:` in "
                    "one of them, or facts that tell them apart",
                    VIEW_ARG(rules->items[row->rule].name),
                    VIEW_ARG(rules->items[other->rule].name), other->line,
                    VIEW_ARG(facts_words(analysis->arena, analysis->subject, left.items[0])));
}

/* A row of which nothing is left that could be met and no earlier row takes. Rows that one `when`
 * was made of count together. */
static void find_dead(const Analysis *analysis, uint32_t index)
{
    FactTable table = subjects[analysis->subject]->facts;
    const Rules *rules = analysis->rules;
    const Row *row = &rules->rows[index];
    uint32_t first = rules->subject_rows[analysis->subject].first;
    if (index > first && row[-1].line == row->line && row[-1].rule == row->rule)
        return;
    Boxes taken = {0}, left = {0};
    for (uint32_t i = 0; i < analysis->never.count; i++)
        *arena_push(analysis->arena, &taken) = analysis->never.items[i];
    for (uint32_t i = first; i < index; i++)
        *arena_push(analysis->arena, &taken) = rules->rows[i].allowed;
    for (uint32_t i = index; i < rules->row_count && rules->rows[i].line == row->line &&
                             rules->rows[i].rule == row->rule;
         i++)
        subtract(analysis->arena, table, rules->rows[i].allowed, &taken, 0, 1, &left);
    if (!left.count)
        trouble_add(analysis->troubles, rules->items[row->rule].path, row->line, 0,
                    "%.*s: the row can never fire: %s", VIEW_ARG(rules->items[row->rule].name),
                    facts_reachable(analysis->arena, analysis->subject, row->allowed)
                        ? "rows before it take all that it allows"
                        : "no reading has these facts together");
}

static void find_gaps(const Analysis *analysis)
{
    FactTable table = subjects[analysis->subject]->facts;
    Range range = analysis->rules->subject_rows[analysis->subject];
    Boxes taken = {0}, left = {0};
    for (uint32_t i = 0; i < analysis->never.count; i++)
        *arena_push(analysis->arena, &taken) = analysis->never.items[i];
    for (uint32_t i = range.first; i < range.first + range.count; i++)
        *arena_push(analysis->arena, &taken) = analysis->rules->rows[i].allowed;
    uint64_t all = facts_mask(table) & ~fact_mask(table, table.count);
    subtract(analysis->arena, table, all | verdict_bit(VERDICT_CONTRADICTED), &taken, 0, BOXES_MOST,
             &left);
    for (uint32_t i = 0; i < left.count; i++)
        trouble_add(analysis->troubles, view_of("rules"), 0, 0,
                    "no rule of subject %s speaks of contradicted claims where %.*s",
                    subjects[analysis->subject]->name,
                    VIEW_ARG(facts_words(analysis->arena, analysis->subject, left.items[i])));
}

uint32_t rules_analyse(Arena *scratch, const Rules *rules, Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t subject = 0; subject < SUBJECTS; subject++) {
        Analysis analysis = {scratch, rules, subject, never_of(scratch, subject), troubles};
        Range range = rules->subject_rows[subject];
        for (uint32_t i = range.first; i < range.first + range.count; i++) {
            find_dead(&analysis, i);
            for (uint32_t j = range.first; j < i; j++)
                find_meeting(&analysis, i, j);
        }
        if (range.count && !subjects[subject]->quiet)
            find_gaps(&analysis);
    }
    return troubles->count - before;
}
