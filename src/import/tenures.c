/* What of the rows is new: an office's tenures in the folder stay as they are; a row that they bear
 * out adds at most an end; one that they leave room for becomes a line; one that they leave none
 * for is a conflict. Tests: tests/unit/import/settle.c. */
#include "import/desk.h"

#include <stdlib.h>

#include "reference/succession.h"

enum {
    SAME_DAYS = 3,   /* sources differ so much over one day */
    START_DAYS = 45, /* two rows of one person that begin so near are one */
    TERM_DAYS = 45   /* and between two terms of a chamber's seat nobody sits so long */
};

typedef struct Placed {
    uint32_t post;
    uint32_t row;
    Day from;
} Placed;

static int compare_placed(const void *a, const void *b)
{
    const Placed *left = a, *right = b;
    if (left->post != right->post)
        return left->post < right->post ? -1 : 1;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return left->row < right->row ? -1 : left->row > right->row;
}

/* --- what cannot be --- */

static const char *fault_of(const Somebody *somebody, const Entry *row)
{
    if (!date_known(row->from))
        return "a tenure without a first day, expected one";
    if (!date_known(row->as_of))
        return "a tenure without the day for which the source vouches, expected --as-of or a "
               "column";
    if (date_known(row->to) && row->to.last < row->from.first)
        return "a tenure that ends before it begins, expected the end after the start";
    if (!date_known(row->to) && row->from.first > row->as_of.last)
        return "a tenure that begins after the day of the data, expected one that has begun";
    if (date_known(somebody->born) && row->from.last < somebody->born.first)
        return "a tenure that begins before the birth, expected it within the life";
    if (date_known(somebody->died) && row->from.first > somebody->died.last)
        return "a tenure that begins after the death, expected it within the life";
    return NULL;
}

/* An end after the death was the death; one after the day of the data is a plan. */
static void settle_end(const Somebody *somebody, Entry *row)
{
    if (date_known(somebody->died) && (!date_known(row->to) || row->to.first > somebody->died.last))
        row->to = somebody->died;
    if (date_known(row->to) && row->to.last > row->as_of.last &&
        !(row->flags & TENURE_END_UNCONFIRMED))
        row->flags |= TENURE_PLANNED_END;
    if (!date_known(row->to))
        row->flags &= ~(uint32_t)TENURE_PLANNED_END;
}

/* --- times --- */

static Day end_of(Date to, Date as_of, uint32_t flags)
{
    if (!date_known(to))
        return as_of.last;
    return flags & TENURE_PLANNED_END && as_of.last < to.last ? as_of.last : to.first;
}

static Day row_end(const Entry *row)
{
    return end_of(row->to, row->as_of, row->flags);
}

static Day record_end(const TenureRecord *tenure)
{
    return end_of(tenure->to, tenure->as_of, tenure->flags);
}

static Day days_shared(Day from, Day to, Day other_from, Day other_to)
{
    Day first = from > other_from ? from : other_from;
    Day last = to < other_to ? to : other_to;
    return last - first;
}

static bool day_exact(Date date)
{
    return date_known(date) && date.first == date.last;
}

static bool apart(Date a, Date b)
{
    return day_exact(a) && day_exact(b) && abs(a.first - b.first) > SAME_DAYS;
}

/* --- what the folder has --- */

/* The tenure of the folder that the row speaks of: of the same person, over the same days, nearest
 * in its start; NONE: there is none. */
static uint32_t find_record(const Desk *desk, const Post *post, uint32_t person, const Entry *row)
{
    if (post->record == NONE || desk->people.items[person].record == NONE)
        return NONE;
    Range range = desk->records->offices.items[post->record].tenures;
    uint32_t found = NONE;
    Day best = 0;
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const TenureRecord *tenure = &desk->records->tenures.items[i];
        if (tenure->vacant || tenure->person.index != desk->people.items[person].record)
            continue;
        Day off = abs(tenure->from.first - row->from.first);
        bool meets = off <= START_DAYS || days_shared(tenure->from.first, record_end(tenure),
                                                      row->from.first, row_end(row)) > OVERLAP_DAYS;
        if (meets && (found == NONE || off < best)) {
            found = i;
            best = off;
        }
    }
    return found;
}

static bool may_end(const TenureRecord *tenure)
{
    return !date_known(tenure->to) || tenure->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED);
}

static View text_of(const Desk *desk, Date date)
{
    return date_text(desk->arena, date);
}

/* Whoever else of the folder sits in the one seat then; NULL: nobody. */
static const TenureRecord *sitting(const Desk *desk, const OfficeRecord *office, uint32_t person,
                                   const Entry *row)
{
    for (uint32_t i = office->tenures.first; i < office->tenures.first + office->tenures.count;
         i++) {
        const TenureRecord *tenure = &desk->records->tenures.items[i];
        bool same = !tenure->vacant && tenure->person.index == desk->people.items[person].record;
        if (!same && !(tenure->flags & TENURE_ACTING) &&
            days_shared(tenure->from.first, record_end(tenure), row->from.first, row_end(row)) >
                OVERLAP_DAYS)
            return tenure;
    }
    return NULL;
}

/* What the row says of a tenure that is there. */
static void compare(Desk *desk, uint32_t post, uint32_t person, uint32_t at, uint32_t record)
{
    const Entry *row = &desk->rows->items[at];
    const TenureRecord *tenure = &desk->records->tenures.items[record];
    const Somebody *somebody = &desk->people.items[person];
    View office = desk->posts.items[post].id;
    bool sure_end =
        date_known(row->to) && !(row->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED));
    desk->report->known++;
    if (apart(tenure->from, row->from) && !(tenure->flags & TENURE_UNCONFIRMED))
        desk_conflict(desk, row, "%.*s, %.*s: from %.*s, the book says %.*s",
                      VIEW_ARG(somebody->id), VIEW_ARG(office), VIEW_ARG(text_of(desk, row->from)),
                      VIEW_ARG(text_of(desk, tenure->from)));
    if (!sure_end)
        return;
    if (!may_end(tenure)) {
        if (apart(tenure->to, row->to) && !(tenure->flags & TENURE_UNCONFIRMED))
            desk_conflict(desk, row, "%.*s, %.*s: to %.*s, the book says %.*s",
                          VIEW_ARG(somebody->id), VIEW_ARG(office),
                          VIEW_ARG(text_of(desk, row->to)), VIEW_ARG(text_of(desk, tenure->to)));
        return;
    }
    const Post *held = &desk->posts.items[post];
    const OfficeRecord *of = &desk->records->offices.items[held->record];
    if (row->to.last + SAME_DAYS < record_end(tenure) || row->to.last < tenure->from.first ||
        (!held->many && sitting(desk, of, person, row)))
        desk_conflict(
            desk, row, "%.*s, %.*s: to %.*s, the book has them in office on %.*s",
            VIEW_ARG(somebody->id), VIEW_ARG(office), VIEW_ARG(text_of(desk, row->to)),
            VIEW_ARG(date_text(desk->arena, (Date){record_end(tenure), record_end(tenure)})));
    else
        *arena_push(desk->arena, &desk->lines) = (Line){at, post, person, record};
}

/* Whether a row falls where the folder knows all holders. */
static bool is_closed(const OfficeRecord *office, const Entry *row)
{
    for (uint32_t i = 0; i < office->span_count; i++)
        if (days_shared(office->spans[i].from, office->spans[i].as_of, row->from.first,
                        row_end(row)) > OVERLAP_DAYS)
            return true;
    return false;
}

/* Whether the folder leaves no room for the row. */
static bool is_refused(Desk *desk, const Post *post, uint32_t person, const Entry *row)
{
    if (post->record == NONE || post->many)
        return false;
    const OfficeRecord *office = &desk->records->offices.items[post->record];
    const Somebody *somebody = &desk->people.items[person];
    const TenureRecord *other =
        row->flags & TENURE_ACTING ? NULL : sitting(desk, office, person, row);
    if (!other && !is_closed(office, row))
        return false;
    View holder = !other ? VIEW("others") : other->vacant ? VIEW("nobody") : other->person.text;
    desk_conflict(desk, row, "%.*s, %.*s: from %.*s to %.*s, the book says %.*s",
                  VIEW_ARG(somebody->id), VIEW_ARG(post->id), VIEW_ARG(text_of(desk, row->from)),
                  VIEW_ARG(date_known(row->to) ? text_of(desk, row->to) : VIEW("now")),
                  VIEW_ARG(holder));
    return true;
}

/* --- rows among themselves --- */

static bool same_seat(const Entry *a, const Entry *b)
{
    return view_equal(a->state, b->state) && view_equal(a->district, b->district) &&
           view_equal(a->party, b->party) &&
           ((a->flags ^ b->flags) & (TENURE_ACTING | TENURE_UNCONFIRMED)) == 0;
}

/* Two terms of one seat, or one told by two sources, become one row: the earlier one. */
static bool joins(Desk *desk, const uint32_t *rows, uint32_t count, uint32_t at)
{
    const Entry *row = &desk->rows->items[at];
    for (uint32_t i = count; i > 0; i--) {
        Entry *before = &desk->rows->items[rows[i - 1]];
        if (desk->row_person[rows[i - 1]] != desk->row_person[at] || !same_seat(before, row))
            continue;
        if (row->from.first - row_end(before) > (row->many ? TERM_DAYS : SAME_DAYS))
            return false;
        bool later =
            !date_known(row->to) || (date_known(before->to) && row->to.last > before->to.last);
        if (later) {
            before->to = row->to;
            before->flags = row->flags;
            before->as_of = row->as_of;
        }
        for (uint32_t k = 0; k < row->sources.count; k++)
            texts_add(desk->arena, &before->sources, row->sources.items[k]);
        return true;
    }
    return false;
}

/* Somebody else in the one seat of a new office: the more trusted source is believed; where both
 * weigh the same, the office has more seats than one. */
static bool gives_way(Desk *desk, uint32_t first_line, Post *post, uint32_t person,
                      const Entry *row)
{
    for (uint32_t i = first_line; i < desk->lines.count && !post->many; i++) {
        const Line *line = &desk->lines.items[i];
        const Entry *other = &desk->rows->items[line->row];
        if (line->record != NONE || line->person == person || row->flags & TENURE_ACTING ||
            other->flags & TENURE_ACTING ||
            days_shared(other->from.first, row_end(other), row->from.first, row_end(row)) <=
                OVERLAP_DAYS)
            continue;
        uint32_t mine =
            lore_trust(desk->lore, row->sources.count ? row->sources.items[0] : (View){0});
        uint32_t theirs =
            lore_trust(desk->lore, other->sources.count ? other->sources.items[0] : (View){0});
        if (post->record == NONE && mine == theirs) {
            post->many = true;
            return false;
        }
        desk_conflict(desk, row, "%.*s, %.*s: from %.*s, another source says %.*s",
                      VIEW_ARG(desk->people.items[person].id), VIEW_ARG(post->id),
                      VIEW_ARG(text_of(desk, row->from)),
                      VIEW_ARG(desk->people.items[line->person].id));
        return true;
    }
    return false;
}

/* Nobody sits in one chamber twice at one time: two seats are one that was told badly. */
static bool sits_already(Desk *desk, uint32_t first_line, uint32_t post, uint32_t person,
                         const Entry *row)
{
    for (uint32_t i = first_line; i < desk->lines.count; i++) {
        const Line *line = &desk->lines.items[i];
        const Entry *other = &desk->rows->items[line->row];
        if (line->record != NONE || line->person != person ||
            days_shared(other->from.first, row_end(other), row->from.first, row_end(row)) <=
                OVERLAP_DAYS)
            continue;
        desk_conflict(desk, row, "%.*s, %.*s: from %.*s, while there since %.*s",
                      VIEW_ARG(desk->people.items[person].id), VIEW_ARG(desk->posts.items[post].id),
                      VIEW_ARG(text_of(desk, row->from)), VIEW_ARG(text_of(desk, other->from)));
        return true;
    }
    return false;
}

/* Whose end nobody tells sat in the one seat until the next came, at the latest. */
static void end_open(Desk *desk, const uint32_t *rows, uint32_t count)
{
    for (uint32_t i = 0; i + 1 < count; i++) {
        Entry *row = &desk->rows->items[rows[i]];
        uint32_t next = i + 1;
        while (next < count && (desk->row_person[rows[next]] == desk->row_person[rows[i]] ||
                                desk->rows->items[rows[next]].flags & TENURE_ACTING))
            next++;
        if (next == count || date_known(row->to) || row->flags & TENURE_ACTING ||
            desk->posts.items[desk->row_post[rows[i]]].many)
            continue;
        row->to = desk->rows->items[rows[next]].from;
        row->flags |= TENURE_END_UNCONFIRMED;
        row->as_of = row->from;
    }
}

/* False where the row cannot be, and that is said. */
static bool is_sound(Desk *desk, uint32_t at)
{
    Entry *row = &desk->rows->items[at];
    const Somebody *somebody = &desk->people.items[desk->row_person[at]];
    const char *fault = fault_of(somebody, row);
    if (fault)
        entry_refuse(desk->rows, row, "%.*s, %.*s: %s", VIEW_ARG(somebody->id),
                     VIEW_ARG(desk->posts.items[desk->row_post[at]].id), fault);
    else
        settle_end(somebody, row);
    return !fault;
}

static void settle(Desk *desk, uint32_t first_line, uint32_t at)
{
    const Entry *row = &desk->rows->items[at];
    uint32_t person = desk->row_person[at], post = desk->row_post[at];
    uint32_t record = find_record(desk, &desk->posts.items[post], person, row);
    if (record != NONE)
        compare(desk, post, person, at, record);
    else if (!is_refused(desk, &desk->posts.items[post], person, row) &&
             !sits_already(desk, first_line, post, person, row) &&
             !gives_way(desk, first_line, &desk->posts.items[post], person, row))
        *arena_push(desk->arena, &desk->lines) = (Line){at, post, person, NONE};
}

void settle_tenures(Desk *desk)
{
    Placed *placed = arena_new(desk->arena, Placed, desk->rows->count);
    uint32_t *rows = arena_new(desk->arena, uint32_t, desk->rows->count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < desk->rows->count; i++)
        if (desk->row_person[i] != NONE && is_sound(desk, i))
            placed[count++] = (Placed){desk->row_post[i], i, desk->rows->items[i].from.first};
    if (count)
        qsort(placed, count, sizeof *placed, compare_placed);
    for (uint32_t first = 0, end; first < count; first = end) {
        uint32_t kept = 0, first_line = desk->lines.count;
        for (end = first; end < count && placed[end].post == placed[first].post; end++)
            if (!joins(desk, rows, kept, placed[end].row))
                rows[kept++] = placed[end].row;
        end_open(desk, rows, kept);
        for (uint32_t i = 0; i < kept; i++)
            settle(desk, first_line, rows[i]);
    }
}
