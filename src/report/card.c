/* Cards. Tests: tests/cli/data.py. */
#include "report/card.h"

#include "reference/search.h"

/* The tenures of a card, in order of time. */
typedef struct Rows {
    const Tenure **items;
    uint32_t count;
    uint32_t capacity;
} Rows;

/* "Prime Minister, Netherlands", by the names of then, or who held it. */
static View row_subject(Arena *scratch, const Book *book, const Tenure *tenure, bool of_person)
{
    const Office *office = office_at(book, tenure->office);
    if (of_person)
        return view_format(scratch, "%.*s, %.*s",
                           VIEW_ARG(book_title(book, tenure->office, tenure_time(tenure))),
                           VIEW_ARG(book_place_name(book, office->place, tenure_time(tenure))));
    return tenure->person == NONE ? VIEW("vacant")
                                  : book_text(book, person_at(book, tenure->person)->name);
}

static View marks(Arena *scratch, const Tenure *tenure)
{
    View said = {0};
    if (tenure->flags & TENURE_ACTING)
        said = VIEW(", acting");
    if (tenure->flags & TENURE_PLANNED_END)
        said = view_format(scratch, "%.*s, planned end", VIEW_ARG(said));
    if (tenure->flags & TENURE_UNCONFIRMED)
        said = view_format(scratch, "%.*s, unconfirmed", VIEW_ARG(said));
    if (tenure->flags & TENURE_END_UNCONFIRMED)
        said = view_format(scratch, "%.*s, end unconfirmed", VIEW_ARG(said));
    bool vouched = !date_known(tenure->to) ||
                   (tenure->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED)) != 0;
    if (vouched && date_known(tenure->as_of))
        said = view_format(scratch, "%.*s, as of %.*s", VIEW_ARG(said),
                           VIEW_ARG(date_text(scratch, tenure->as_of)));
    return said;
}

static View date_or_dash(Arena *scratch, Date date)
{
    return date_known(date) ? date_text(scratch, date) : VIEW("-");
}

static void add_row(Arena *scratch, const Book *book, const Tenure *tenure, bool of_person,
                    Buffer *out)
{
    View subject = row_subject(scratch, book, tenure, of_person);
    buffer_print(out, "  %-10.*s  %-10.*s  %.*s%.*s", VIEW_ARG(date_or_dash(scratch, tenure->from)),
                 VIEW_ARG(date_or_dash(scratch, tenure->to)), VIEW_ARG(subject),
                 VIEW_ARG(marks(scratch, tenure)));
    for (uint32_t i = 0; i < tenure->sources.count; i++) {
        const Source *source = source_at(book, book->source_list[tenure->sources.first + i]);
        buffer_print(out, "%s%.*s", i ? ", " : "  [", VIEW_ARG(book_text(book, source->id)));
    }
    buffer_print(out, "%s  %.*s:%u\n", tenure->sources.count ? "]" : "",
                 VIEW_ARG(book_text(book, tenure->file)), tenure->line);
}

static void add_rows(Arena *scratch, const Book *book, const Rows *rows, bool of_person,
                     Buffer *out)
{
    for (uint32_t i = 0; i < rows->count; i++)
        add_row(scratch, book, rows->items[i], of_person, out);
}

static bool covers(const Tenure *tenure, Day on)
{
    Covers held = search_covers(tenure, on);
    return held == COVERS_YES || held == COVERS_PERHAPS;
}

static void keep_row(Arena *scratch, const Tenure *tenure, Day on, Rows *out)
{
    if (on == DAY_NONE || covers(tenure, on))
        *arena_push(scratch, out) = tenure;
}

static Rows person_rows(Arena *scratch, const Book *book, uint32_t person, Day on)
{
    Range range = person_at(book, person)->tenures;
    Rows rows = {0};
    for (uint32_t i = 0; i < range.count; i++)
        keep_row(scratch, tenure_at(book, book->person_tenures[range.first + i]), on, &rows);
    return rows;
}

static Rows office_rows(Arena *scratch, const Book *book, uint32_t office, Day on)
{
    Range range = office_at(book, office)->tenures;
    Rows rows = {0};
    for (uint32_t i = 0; i < range.count; i++)
        keep_row(scratch, tenure_at(book, range.first + i), on, &rows);
    return rows;
}

/* The latest tenure that was open on the last day that its sources vouch for, where `on` is after.
 */
static const Tenure *last_known(const Book *book, Range range, const uint32_t *list, Day on)
{
    const Tenure *last = NULL;
    for (uint32_t i = 0; i < range.count; i++) {
        const Tenure *tenure = tenure_at(book, list ? list[range.first + i] : range.first + i);
        if (search_covers(tenure, on) == COVERS_LATER)
            last = tenure;
    }
    return last;
}

static View day_text(Arena *scratch, Day day)
{
    return date_text(scratch, (Date){day, day});
}

static void add_spans(Arena *scratch, const Book *book, Range spans, Buffer *out)
{
    for (uint32_t i = 0; i < spans.count; i++) {
        const CompleteSpan *span = span_at(book, spans.first + i);
        buffer_print(out, "%s%.*s to %.*s", i ? ", " : "complete ",
                     VIEW_ARG(day_text(scratch, span->from)),
                     VIEW_ARG(day_text(scratch, span->as_of)));
    }
    if (!spans.count)
        buffer_print(out, "complete nowhere");
}

static Date date_of(Day on)
{
    return on == DAY_NONE ? DATE_NONE : (Date){on, on};
}

/* --- text --- */

/* "party: Republican to 2010-04-28, Democrat from 2012-12-07" */
static void add_dated(Arena *scratch, const Book *book, Range dated, const char *what, Buffer *out)
{
    for (uint32_t i = 0; i < dated.count; i++) {
        const DatedName *name = dated_at(book, dated.first + i);
        buffer_print(out, "%s%.*s", i ? ", " : what, VIEW_ARG(book_text(book, name->name)));
        if (date_known(name->from))
            buffer_print(out, " from %.*s", VIEW_ARG(date_text(scratch, name->from)));
        if (date_known(name->to))
            buffer_print(out, " to %.*s", VIEW_ARG(date_text(scratch, name->to)));
    }
    if (dated.count)
        buffer_add_byte(out, '\n');
}

/* "also called Secretary of War from 2025-09-05" */
static void add_names(Arena *scratch, const Book *book, Range dated, const char *whose, Buffer *out)
{
    bool own = dated.count && dated_at(book, dated.first)->flags & DATED_OWN;
    View what = view_format(scratch, "%s%s", whose, own ? "called " : "also called ");
    add_dated(scratch, book, dated, what.at, out);
}

/* "succeeded by President, Russia (ru/president)" */
static void add_offices(const Book *book, Range list, const char *what, Buffer *out)
{
    for (uint32_t i = 0; i < list.count; i++) {
        const Office *office = office_at(book, book->office_list[list.first + i]);
        buffer_print(out, "%s%.*s, %.*s (%.*s)", i ? "; " : what,
                     VIEW_ARG(book_text(book, office->title)),
                     VIEW_ARG(book_text(book, place_at(book, office->place)->name)),
                     VIEW_ARG(book_text(book, office->id)));
    }
    if (list.count)
        buffer_add_byte(out, '\n');
}

void card_person(Arena *scratch, const Book *book, uint32_t index, Day on, DateStyle dates,
                 Buffer *out)
{
    const Person *person = person_at(book, index);
    Rows rows = person_rows(scratch, book, index, on);
    buffer_print(out, "%.*s (%.*s)\n", VIEW_ARG(book_text(book, person->name)),
                 VIEW_ARG(book_text(book, person->id)));
    if (date_known(person->born))
        buffer_print(out, "born %.*s; ", VIEW_ARG(date_words(scratch, person->born, dates)));
    if (date_known(person->died))
        buffer_print(out, "died %.*s; ", VIEW_ARG(date_words(scratch, person->died, dates)));
    if (person->wikidata.len)
        buffer_print(out, "Wikidata %.*s; ", VIEW_ARG(book_text(book, person->wikidata)));
    buffer_print(out, "%.*s:%u\n", VIEW_ARG(book_text(book, person->file)), person->line);
    add_dated(scratch, book, person->parties, "party: ", out);
    add_rows(scratch, book, &rows, true, out);
    if (rows.count)
        return;
    buffer_print(out, "  the book knows of no office");
    if (on != DAY_NONE)
        buffer_print(out, " on %.*s", VIEW_ARG(day_text(scratch, on)));
    buffer_add_byte(out, '\n');
    const Tenure *last =
        on == DAY_NONE ? NULL : last_known(book, person->tenures, book->person_tenures, on);
    if (last) {
        buffer_print(out, "  last known:\n");
        add_row(scratch, book, last, true, out);
    }
}

void card_office(Arena *scratch, const Book *book, uint32_t index, Day on, Buffer *out)
{
    const Office *office = office_at(book, index);
    Rows rows = office_rows(scratch, book, index, on);
    buffer_print(out, "%.*s, %.*s (%.*s)\n", VIEW_ARG(book_title(book, index, date_of(on))),
                 VIEW_ARG(book_place_name(book, office->place, date_of(on))),
                 VIEW_ARG(book_text(book, office->id)));
    add_names(scratch, book, office->dated, "", out);
    add_names(scratch, book, place_at(book, office->place)->dated, "the place is ", out);
    add_offices(book, office->predecessors, "took over from ", out);
    add_offices(book, office->successors, "succeeded by ", out);
    if (date_known(office->as_of))
        buffer_print(out, "as of %.*s; ", VIEW_ARG(date_text(scratch, office->as_of)));
    add_spans(scratch, book, office->complete, out);
    buffer_print(out, "; %.*s:%u\n", VIEW_ARG(book_text(book, office->file)), office->line);
    add_rows(scratch, book, &rows, false, out);
    if (rows.count)
        return;
    if (on == DAY_NONE) {
        buffer_print(out, "  the book does not know who held it\n");
        return;
    }
    buffer_print(out, "  the book does not know who held it on %.*s; its succession is ",
                 VIEW_ARG(day_text(scratch, on)));
    add_spans(scratch, book, office->complete, out);
    buffer_add_byte(out, '\n');
    const Tenure *last = last_known(book, office->tenures, NULL, on);
    if (last) {
        buffer_print(out, "  last known:\n");
        add_row(scratch, book, last, false, out);
    }
}

/* --- JSON --- */

static void member_date(Arena *scratch, JsonWriter *json, const char *key, Date date)
{
    bool known = date_known(date);
    json_member(json, key, known ? date_text(scratch, date) : (View){0}, known);
}

static void member_bool(JsonWriter *json, const char *key, bool value)
{
    json_key(json, key);
    json_bool(json, value);
}

static void named(JsonWriter *json, const char *key, View id, const char *name_key, View name)
{
    json_key(json, key);
    json_open_object(json);
    json_member(json, "id", id, true);
    json_member(json, name_key, name, true);
    json_close(json);
}

/* An array `key` of names, each as `member`. */
static void dated_json(Arena *scratch, const Book *book, Range dated, const char *key,
                       const char *member, JsonWriter *json)
{
    json_key(json, key);
    json_open_array(json);
    for (uint32_t i = 0; i < dated.count; i++) {
        const DatedName *name = dated_at(book, dated.first + i);
        json_open_object(json);
        json_member(json, member, book_text(book, name->name), true);
        member_date(scratch, json, "from", name->from);
        member_date(scratch, json, "to", name->to);
        json_close(json);
    }
    json_close(json);
}

static void add_file(const Book *book, JsonWriter *json, Text file, uint32_t line)
{
    json_member(json, "file", book_text(book, file), true);
    json_member_int(json, "line", line);
}

static void tenure_json(Arena *scratch, const Book *book, const Tenure *tenure, bool of_person,
                        JsonWriter *json)
{
    const Office *office = office_at(book, tenure->office);
    json_open_object(json);
    if (of_person) {
        Date then = tenure_time(tenure);
        named(json, "office", book_text(book, office->id), "title",
              book_title(book, tenure->office, then));
        named(json, "place", book_text(book, place_at(book, office->place)->id), "name",
              book_place_name(book, office->place, then));
    } else if (tenure->person != NONE) {
        const Person *person = person_at(book, tenure->person);
        named(json, "person", book_text(book, person->id), "name", book_text(book, person->name));
    } else {
        json_member(json, "person", (View){0}, false);
    }
    member_date(scratch, json, "from", tenure->from);
    member_date(scratch, json, "to", tenure->to);
    member_date(scratch, json, "as_of", tenure->as_of);
    member_bool(json, "acting", tenure->flags & TENURE_ACTING);
    member_bool(json, "planned_end", tenure->flags & TENURE_PLANNED_END);
    member_bool(json, "unconfirmed", tenure->flags & TENURE_UNCONFIRMED);
    member_bool(json, "end_unconfirmed", tenure->flags & TENURE_END_UNCONFIRMED);
    json_key(json, "sources");
    json_open_array(json);
    for (uint32_t i = 0; i < tenure->sources.count; i++)
        json_text(
            json,
            book_text(book, source_at(book, book->source_list[tenure->sources.first + i])->id));
    json_close(json);
    add_file(book, json, tenure->file, tenure->line);
    json_close(json);
}

static void offices_json(const Book *book, JsonWriter *json, const char *key, Range list)
{
    json_key(json, key);
    json_open_array(json);
    for (uint32_t i = 0; i < list.count; i++) {
        const Office *office = office_at(book, book->office_list[list.first + i]);
        json_open_object(json);
        json_member(json, "id", book_text(book, office->id), true);
        json_member(json, "title", book_text(book, office->title), true);
        json_close(json);
    }
    json_close(json);
}

static void rows_json(Arena *scratch, const Book *book, const Rows *rows, const Tenure *last,
                      bool of_person, JsonWriter *json)
{
    json_key(json, "tenures");
    json_open_array(json);
    for (uint32_t i = 0; i < rows->count; i++)
        tenure_json(scratch, book, rows->items[i], of_person, json);
    json_close(json);
    json_key(json, "last_known");
    if (last)
        tenure_json(scratch, book, last, of_person, json);
    else
        json_nothing(json);
}

void card_person_json(Arena *scratch, const Book *book, uint32_t index, Day on, JsonWriter *json)
{
    const Person *person = person_at(book, index);
    Rows rows = person_rows(scratch, book, index, on);
    const Tenure *last = on == DAY_NONE || rows.count
                             ? NULL
                             : last_known(book, person->tenures, book->person_tenures, on);
    json_open_object(json);
    json_member(json, "id", book_text(book, person->id), true);
    json_member(json, "name", book_text(book, person->name), true);
    member_date(scratch, json, "born", person->born);
    member_date(scratch, json, "died", person->died);
    json_member(json, "wikidata", book_text(book, person->wikidata), person->wikidata.len > 0);
    dated_json(scratch, book, person->parties, "parties", "party", json);
    add_file(book, json, person->file, person->line);
    rows_json(scratch, book, &rows, last, true, json);
    json_close(json);
}

void card_office_json(Arena *scratch, const Book *book, uint32_t index, Day on, JsonWriter *json)
{
    const Office *office = office_at(book, index);
    const Place *place = place_at(book, office->place);
    Rows rows = office_rows(scratch, book, index, on);
    const Tenure *last =
        on == DAY_NONE || rows.count ? NULL : last_known(book, office->tenures, NULL, on);
    json_open_object(json);
    json_member(json, "id", book_text(book, office->id), true);
    json_member(json, "title", book_title(book, index, date_of(on)), true);
    dated_json(scratch, book, office->dated, "names", "name", json);
    json_key(json, "place");
    json_open_object(json);
    json_member(json, "id", book_text(book, place->id), true);
    json_member(json, "name", book_place_name(book, office->place, date_of(on)), true);
    dated_json(scratch, book, place->dated, "names", "name", json);
    json_close(json);
    offices_json(book, json, "took_over_from", office->predecessors);
    offices_json(book, json, "succeeded_by", office->successors);
    member_date(scratch, json, "as_of", office->as_of);
    json_key(json, "complete");
    json_open_array(json);
    for (uint32_t i = 0; i < office->complete.count; i++) {
        const CompleteSpan *span = span_at(book, office->complete.first + i);
        json_open_object(json);
        json_member(json, "from", day_text(scratch, span->from), true);
        json_member(json, "as_of", day_text(scratch, span->as_of), true);
        json_close(json);
    }
    json_close(json);
    add_file(book, json, office->file, office->line);
    rows_json(scratch, book, &rows, last, false, json);
    json_close(json);
}
