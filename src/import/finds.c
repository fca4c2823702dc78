/* What an importer has found. Tests: tests/unit/import/finds.c. */
#include "import/finds.h"

#include "import/name.h"

Finds finds_in(Arena *arena, Date as_of, ImportReport *report)
{
    return (Finds){.arena = arena,
                   .as_of = as_of,
                   .report = report,
                   .place_ids = ids_in(arena),
                   .office_ids = ids_in(arena),
                   .person_keys = ids_in(arena)};
}

static void add_note(Troubles *list, Where where, const char *format, va_list args)
{
    View text = view_format_list(list->arena, format, args);
    trouble_add(list, where.path, where.line, where.column, "%.*s", VIEW_ARG(text));
}

void finds_refuse(Finds *finds, Where where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_note(&finds->report->refused, where, format, args);
    va_end(args);
}

void finds_doubt(Finds *finds, Where where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_note(&finds->report->doubts, where, format, args);
    va_end(args);
}

void view_list_add(Arena *arena, ViewList *list, View text)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (view_equal(list->items[i], text))
            return;
    if (text.len)
        *arena_push(arena, list) = text;
}

int32_t days_between(Day end, Day next)
{
    return next - end - 1;
}

uint32_t finds_add_place(Finds *finds, FoundPlace place)
{
    uint32_t index = finds->places.count;
    uint32_t known = ids_add(&finds->place_ids, place.id, index);
    if (known != NONE)
        return known;
    *arena_push(finds->arena, &finds->places) = place;
    return index;
}

static bool is_id(View id)
{
    for (size_t i = 0; i < id.len; i++) {
        char byte = id.at[i];
        if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9') && byte != '-' &&
            byte != '/')
            return false;
    }
    return id.len > 0;
}

uint32_t finds_add_office(Finds *finds, FoundOffice office)
{
    uint32_t known = ids_find(&finds->office_ids, office.id);
    if (known != NONE)
        return known;
    if (!is_id(office.id)) {
        finds_refuse(finds, office.where,
                     "the office '%.*s', expected lower-case letters, digits, '-' and '/' only",
                     VIEW_ARG(office.id));
        finds->report->offices.refused++;
        return NONE;
    }
    uint32_t index = finds->offices.count;
    ids_add(&finds->office_ids, office.id, index);
    office.shelved = NONE;
    *arena_push(finds->arena, &finds->offices) = office;
    return index;
}

static void add_to_person(Finds *finds, FoundPerson *known, const FoundPerson *more)
{
    if (!view_equal(more->name, known->name))
        view_list_add(finds->arena, &known->also, more->name);
    for (uint32_t i = 0; i < more->also.count; i++)
        if (!view_equal(more->also.items[i], known->name))
            view_list_add(finds->arena, &known->also, more->also.items[i]);
    if (!date_known(known->born))
        known->born = more->born;
    if (!date_known(known->died))
        known->died = more->died;
    if (!known->wikidata.len)
        known->wikidata = more->wikidata;
}

/* Other names that are no names are dropped without a word: the person has a good one. */
static ViewList clean_list(Finds *finds, View name, const ViewList *raw)
{
    ViewList clean = {0};
    for (uint32_t i = 0; i < raw->count; i++) {
        View other;
        if (name_clean(finds->arena, raw->items[i], &other) && !view_equal(other, name))
            view_list_add(finds->arena, &clean, other);
    }
    return clean;
}

static bool is_item(View wikidata)
{
    if (wikidata.len < 2 || wikidata.at[0] != 'Q')
        return false;
    for (size_t i = 1; i < wikidata.len; i++)
        if (wikidata.at[i] < '0' || wikidata.at[i] > '9')
            return false;
    return true;
}

uint32_t finds_add_person(Finds *finds, FoundPerson person)
{
    View raw = person.name;
    if (!name_clean(finds->arena, raw, &person.name)) {
        finds_refuse(finds, person.where, "'%.*s' is no name of a person, expected one",
                     VIEW_ARG(raw));
        finds->report->people.refused++;
        return NONE;
    }
    person.also = clean_list(finds, person.name, &person.also);
    if (!is_item(person.wikidata))
        person.wikidata = (View){0};
    uint32_t index = finds->people.count;
    uint32_t known = ids_add(&finds->person_keys, person.key, index);
    if (known != NONE) {
        add_to_person(finds, &finds->people.items[known], &person);
        return known;
    }
    person.same = index;
    *arena_push(finds->arena, &finds->people) = person;
    return index;
}

/* Why the tenure cannot be right; NULL where it can. Dates known to the month or the year get the
 * benefit of the doubt. */
static const char *fault_of(const Finds *finds, const FoundTenure *tenure)
{
    const FoundPerson *person = &finds->people.items[tenure->person];
    if (!date_known(tenure->from))
        return "a tenure without a first day, expected one";
    if (date_known(tenure->to) && tenure->to.last < tenure->from.first)
        return "a tenure that ends before it begins, expected the end after the start";
    if (tenure->from.first > finds->as_of.last)
        return "a tenure that begins after the day of the data, expected one that has begun";
    if (date_known(person->born) && tenure->from.last < person->born.first)
        return "a tenure that begins before the birth, expected it within the life";
    if (date_known(person->died) && tenure->from.first > person->died.last)
        return "a tenure that begins after the death, expected it within the life";
    return NULL;
}

/* An end after the day of the data is a plan; one after the death was the death. */
static void settle_end(const Finds *finds, FoundTenure *tenure)
{
    const FoundPerson *person = &finds->people.items[tenure->person];
    if (date_known(person->died) &&
        (!date_known(tenure->to) || tenure->to.first > person->died.last))
        tenure->to = person->died;
    if (date_known(tenure->to) && tenure->to.last > finds->as_of.last)
        tenure->flags |= TENURE_PLANNED_END;
}

void finds_add_tenure(Finds *finds, FoundTenure tenure)
{
    if (tenure.person == NONE || tenure.office == NONE) {
        finds->report->tenures.refused++;
        return;
    }
    const char *fault = fault_of(finds, &tenure);
    if (fault) {
        finds_refuse(finds, tenure.where, "'%.*s', %.*s: %s",
                     VIEW_ARG(finds->people.items[tenure.person].name),
                     VIEW_ARG(finds->offices.items[tenure.office].id), fault);
        finds->report->tenures.refused++;
        return;
    }
    settle_end(finds, &tenure);
    *arena_push(finds->arena, &finds->tenures) = tenure;
}
