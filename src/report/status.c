/* How far the book reaches. Tests: tests/cli/data.py. */
#include "report/status.h"

#include <stdlib.h>

/* The offices of one place and kind; one that is of no kind stands alone. */
typedef struct Reach {
    View place; /* id */
    View kind;  /* or the office's id without its place */
    uint32_t offices;
    uint32_t tenures;
    uint32_t confirmed;
    uint32_t spans;
    Day complete_from; /* of the earliest span; DAY_NONE: there is none */
    Day complete_to;   /* of the latest one */
    Day as_of;         /* the oldest of its offices' */
} Reach;

typedef struct Reaches {
    Reach *items;
    uint32_t count;
} Reaches;

static View kind_of(const Book *book, const Office *office)
{
    if (office->kind != NONE)
        return kind_at(book, office->kind);
    View id = book_text(book, office->id);
    for (size_t at = id.len; at > 0; at--)
        if (id.at[at - 1] == '/')
            return view_slice(id, at, id.len);
    return id;
}

static bool is_confirmed(const Tenure *tenure)
{
    return !(tenure->flags & (TENURE_UNCONFIRMED | TENURE_END_UNCONFIRMED));
}

/* DAY_NONE is below every day. */
static Day older(Day a, Day b)
{
    return a == DAY_NONE || (b != DAY_NONE && b < a) ? b : a;
}

static Reach office_row(const Book *book, const Office *office)
{
    Reach row = {.place = book_text(book, place_at(book, office->place)->id),
                 .kind = kind_of(book, office),
                 .offices = 1,
                 .tenures = office->tenures.count,
                 .spans = office->complete.count,
                 .complete_from = DAY_NONE,
                 .complete_to = DAY_NONE,
                 .as_of = office->as_of.last};
    for (uint32_t i = 0; i < office->tenures.count; i++)
        row.confirmed += is_confirmed(tenure_at(book, office->tenures.first + i));
    for (uint32_t i = 0; i < office->complete.count; i++) {
        const CompleteSpan *span = span_at(book, office->complete.first + i);
        row.complete_from = older(row.complete_from, span->from);
        row.complete_to = span->as_of > row.complete_to ? span->as_of : row.complete_to;
    }
    return row;
}

static void join_row(Reach *row, const Reach *more)
{
    row->offices += more->offices;
    row->tenures += more->tenures;
    row->confirmed += more->confirmed;
    row->spans += more->spans;
    row->complete_from = older(row->complete_from, more->complete_from);
    if (more->complete_to > row->complete_to)
        row->complete_to = more->complete_to;
    row->as_of = older(row->as_of, more->as_of);
}

static int compare_rows(const void *a, const void *b)
{
    const Reach *left = a, *right = b;
    int order = view_compare(left->place, right->place);
    return order ? order : view_compare(left->kind, right->kind);
}

static Reaches rows_of(Arena *scratch, const Book *book)
{
    Reaches rows = {arena_new(scratch, Reach, book->office_count), 0};
    for (uint32_t i = 0; i < book->office_count; i++)
        rows.items[i] = office_row(book, office_at(book, i));
    if (book->office_count)
        qsort(rows.items, book->office_count, sizeof *rows.items, compare_rows);
    for (uint32_t i = 0; i < book->office_count; i++) {
        if (rows.count && !compare_rows(&rows.items[rows.count - 1], &rows.items[i]))
            join_row(&rows.items[rows.count - 1], &rows.items[i]);
        else
            rows.items[rows.count++] = rows.items[i];
    }
    return rows;
}

/* Of all rows; `place` and `kind` are empty. */
static Reach total_of(const Reaches *rows)
{
    Reach total = {.complete_from = DAY_NONE, .complete_to = DAY_NONE, .as_of = DAY_NONE};
    for (uint32_t i = 0; i < rows->count; i++)
        join_row(&total, &rows->items[i]);
    return total;
}

/* Rounded down: 100 is all of them. */
static uint32_t percent(const Reach *row)
{
    return row->tenures ? (uint32_t)((uint64_t)row->confirmed * 100 / row->tenures) : 0;
}

static View day_or_dash(Arena *scratch, Day day)
{
    return day == DAY_NONE ? VIEW("-") : date_text(scratch, (Date){day, day});
}

static View complete_text(Arena *scratch, const Reach *row)
{
    if (!row->spans)
        return VIEW("-");
    View said =
        view_format(scratch, "%.*s to %.*s", VIEW_ARG(day_or_dash(scratch, row->complete_from)),
                    VIEW_ARG(day_or_dash(scratch, row->complete_to)));
    return row->spans > 1 ? view_format(scratch, "%.*s in %u", VIEW_ARG(said), row->spans) : said;
}

static void add_row(Arena *scratch, const Reach *row, int place_width, int kind_width, Day today,
                    Buffer *out)
{
    View age = row->as_of == DAY_NONE ? VIEW("-") : view_format(scratch, "%d", today - row->as_of);
    View confirmed = row->tenures ? view_format(scratch, "%u%%", percent(row)) : VIEW("-");
    buffer_print(out, "%-*.*s  %-*.*s  %7u  %-30.*s  %-10.*s  %6.*s  %9.*s\n", place_width,
                 VIEW_ARG(row->place), kind_width, VIEW_ARG(row->kind), row->tenures,
                 VIEW_ARG(complete_text(scratch, row)), VIEW_ARG(day_or_dash(scratch, row->as_of)),
                 VIEW_ARG(age), VIEW_ARG(confirmed));
}

static int wider(int width, View text)
{
    return (int)text.len > width ? (int)text.len : width;
}

void status_text(Arena *scratch, const Book *book, Day today, Buffer *out)
{
    Reaches rows = rows_of(scratch, book);
    Reach total = total_of(&rows);
    int places = (int)sizeof "place" - 1, kinds = (int)sizeof "kind" - 1;
    for (uint32_t i = 0; i < rows.count; i++) {
        places = wider(places, rows.items[i].place);
        kinds = wider(kinds, rows.items[i].kind);
    }
    buffer_print(out, "%-*s  %-*s  %7s  %-30s  %-10s  %6s  %9s\n", places, "place", kinds, "kind",
                 "tenures", "complete (in so many spans)", "as of", "days", "confirmed");
    for (uint32_t i = 0; i < rows.count; i++)
        add_row(scratch, &rows.items[i], places, kinds, today, out);
    buffer_print(out, "total: %u places, %u offices, %u people, %u tenures, %u%% confirmed",
                 book->place_count, book->office_count, book->person_count, book->tenure_count,
                 percent(&total));
    if (total.as_of != DAY_NONE)
        buffer_print(out, "; the oldest as-of is %d days old", today - total.as_of);
    buffer_add_byte(out, '\n');
}

static void member_day(Arena *scratch, JsonWriter *json, const char *key, Day day)
{
    json_member(json, key, day_or_dash(scratch, day), day != DAY_NONE);
}

static void row_json(Arena *scratch, const Reach *row, Day today, JsonWriter *json)
{
    json_open_object(json);
    json_member(json, "place", row->place, true);
    json_member(json, "kind", row->kind, true);
    json_member_int(json, "offices", row->offices);
    json_member_int(json, "tenures", row->tenures);
    json_member_int(json, "confirmed", row->confirmed);
    json_member_int(json, "spans", row->spans);
    member_day(scratch, json, "complete_from", row->complete_from);
    member_day(scratch, json, "complete_to", row->complete_to);
    member_day(scratch, json, "as_of", row->as_of);
    json_key(json, "age_days");
    if (row->as_of == DAY_NONE)
        json_nothing(json);
    else
        json_int(json, today - row->as_of);
    json_close(json);
}

void status_json(Arena *scratch, const Book *book, Day today, Buffer *out)
{
    Reaches rows = rows_of(scratch, book);
    Reach total = total_of(&rows);
    JsonWriter *json = json_begin(true);
    json_open_object(json);
    json_member(json, "schema", VIEW("urn:stet:status:1"), true);
    member_day(scratch, json, "today", today);
    json_key(json, "rows");
    json_open_array(json);
    for (uint32_t i = 0; i < rows.count; i++)
        row_json(scratch, &rows.items[i], today, json);
    json_close(json);
    json_key(json, "total");
    json_open_object(json);
    json_member_int(json, "places", book->place_count);
    json_member_int(json, "offices", book->office_count);
    json_member_int(json, "people", book->person_count);
    json_member_int(json, "tenures", book->tenure_count);
    json_member_int(json, "confirmed", total.confirmed);
    member_day(scratch, json, "oldest_as_of", total.as_of);
    json_close(json);
    json_close(json);
    json_end(json, out);
    buffer_add_byte(out, '\n');
}
