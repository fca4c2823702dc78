/* Checks across records: places in places, titles of an office, people and their lives. The
 * succession in an office is checked in succession.c. */
#include "reference/succession.h"

#include "reference/phrase.h"

static void check_place(const Records *records, const PlaceRecord *place, Troubles *troubles)
{
    const Where *id = &place->id.where;
    const Where *in = &place->in.where;
    if (place->kind == PLACE_STATE && place->in.text.len == 0)
        trouble_add(troubles, id->path, id->line, id->column,
                    "a state without 'in', expected the place that it is part of");
    if (place->kind != PLACE_STATE && place->in.text.len > 0)
        trouble_add(troubles, in->path, in->line, in->column,
                    "'in' on a place that is no state, expected it on states only");
    if (place->in.index != NONE && records->places.items[place->in.index].kind == PLACE_STATE)
        trouble_add(troubles, in->path, in->line, in->column,
                    "'%.*s' is a state, expected a country or an organisation",
                    VIEW_ARG(place->in.text));
}

/* A place is known by its name among those of its kind and country: Georgia is a country and a
 * state. */
typedef struct PlaceKey {
    uint64_t name;
    uint32_t in;
    PlaceKind kind;
} PlaceKey;

static void check_place_once(const Records *records, uint32_t index, Ids *seen, Troubles *troubles)
{
    const PlaceRecord *place = &records->places.items[index];
    Phrase name;
    if (!phrase_read(place->name.text, &name))
        return; /* said by the index of names */
    PlaceKey *key = arena_new(seen->arena, PlaceKey, 1);
    key->name = phrase_hash(&name);
    key->in = place->in.index;
    key->kind = place->kind;
    uint32_t first = ids_add(seen, (View){(const char *)key, sizeof *key}, index);
    if (first == NONE)
        return;
    const Written *other = &records->places.items[first].id;
    trouble_add(troubles, place->id.where.path, place->id.where.line, place->id.where.column,
                "'%.*s' has the name of '%.*s' (%.*s:%u), expected one entry a place",
                VIEW_ARG(place->id.text), VIEW_ARG(other->text), VIEW_ARG(other->where.path),
                other->where.line);
}

/* Whether two names can never have been in use on one day. */
static bool are_apart(const DatedRecord *a, const DatedRecord *b)
{
    return (date_known(a->to) && date_known(b->from) && a->to.first < b->from.last) ||
           (date_known(b->to) && date_known(a->from) && b->to.first < a->from.last);
}

/* Whether a title has days of its own: none on which another of the same phrase was in use. */
static bool is_of_own_time(const OfficeRecord *office, const Written *title, const Phrase *phrase)
{
    for (uint32_t i = 0; i < title->index; i++) {
        Phrase other;
        if (phrase_read(office->dated.items[i].name.text, &other) &&
            phrase_hash(&other) == phrase_hash(phrase) &&
            !are_apart(&office->dated.items[i], &office->dated.items[title->index]))
            return false;
    }
    return true;
}

/* The same phrase twice among an office's own titles, unless each has days of its own. `seen` is
 * shared by all offices; it maps a phrase to whether it has dates. */
static void check_titles(const OfficeRecord *office, WrittenList titles, Ids *seen,
                         Troubles *troubles)
{
    for (uint32_t i = 0; i < titles.count; i++) {
        const Written *title = &titles.items[i];
        Phrase phrase;
        if (!phrase_read(title->text, &phrase))
            continue; /* said by the index of names */
        uint64_t *key = arena_new(seen->arena, uint64_t, 2);
        key[0] = phrase_hash(&phrase);
        key[1] = office->id.index;
        bool dated = title->index != NONE;
        uint32_t first = ids_add(seen, (View){(const char *)key, 2 * sizeof *key}, dated);
        if (first != NONE && !(first && dated && is_of_own_time(office, title, &phrase)))
            trouble_add(troubles, title->where.path, title->where.line, title->where.column,
                        "the title '%.*s' a second time on '%.*s', expected each once",
                        VIEW_ARG(title->text), VIEW_ARG(office->id.text));
    }
}

static void check_excludes(const OfficeRecord *office, Troubles *troubles)
{
    for (uint32_t i = 0; i < office->excludes.count; i++) {
        const Written *other = &office->excludes.items[i];
        if (other->index == office->id.index)
            trouble_add(troubles, other->where.path, other->where.line, other->where.column,
                        "an office that excludes itself, expected other offices");
    }
}

/* Whether an office is reached again from one of its successors. `met` holds the offices that were
 * looked at, so that each is once; only those behind `first` are, for of a circle the first office
 * tells. */
static bool comes_back(const Records *records, uint32_t first, uint32_t at, bool *met)
{
    WrittenList next = records->offices.items[at].succeeded_by;
    for (uint32_t i = 0; i < next.count; i++) {
        uint32_t office = next.items[i].index;
        if (office == first)
            return true;
        if (office == NONE || office < first || met[office])
            continue;
        met[office] = true;
        if (comes_back(records, first, office, met))
            return true;
    }
    return false;
}

static void check_successors(const Records *records, const OfficeRecord *office, Arena *arena,
                             Troubles *troubles)
{
    for (uint32_t i = 0; i < office->succeeded_by.count; i++) {
        const Written *next = &office->succeeded_by.items[i];
        if (next->index == NONE)
            continue;
        bool *met = arena_new(arena, bool, records->offices.count);
        bool itself = next->index == office->id.index;
        if (itself || (next->index > office->id.index &&
                       comes_back(records, office->id.index, next->index, met)))
            trouble_add(
                troubles, next->where.path, next->where.line, next->where.column,
                "'%.*s' is succeeded by itself%s, expected an office that took over from it",
                VIEW_ARG(office->id.text), itself ? "" : " in the end");
    }
}

/* People by what tells them: name with birth, or the Wikidata item. A name alone is no proof. */
typedef struct PersonKey {
    uint64_t name;
    Date born;
} PersonKey;

static void check_known(const Records *records, uint32_t index, View key, const char *what,
                        Ids *seen, Troubles *troubles)
{
    uint32_t first = ids_add(seen, key, index);
    if (first == NONE)
        return;
    const Written *id = &records->people.items[index].id;
    const Written *other = &records->people.items[first].id;
    trouble_add(troubles, id->where.path, id->where.line, id->where.column,
                "'%.*s' has the %s of '%.*s' (%.*s:%u), expected one entry a person",
                VIEW_ARG(id->text), what, VIEW_ARG(other->text), VIEW_ARG(other->where.path),
                other->where.line);
}

/* Nobody is of two parties on one day. */
static void check_parties(const PersonRecord *person, Troubles *troubles)
{
    for (uint32_t i = 1; i < person->parties.count; i++) {
        const DatedRecord *before = &person->parties.items[i - 1], *party = before + 1;
        if (!are_apart(before, party) || (date_known(before->from) && date_known(party->from) &&
                                          party->from.last < before->from.first))
            trouble_add(troubles, party->name.where.path, party->name.where.line,
                        party->name.where.column,
                        "the party '%.*s' of '%.*s' in days of the one before it, expected them "
                        "apart and in order of time",
                        VIEW_ARG(party->name.text), VIEW_ARG(person->id.text));
    }
}

/* `seen` maps what tells a person to the first such person. */
static void check_person(const Records *records, uint32_t index, Ids *seen, Troubles *troubles)
{
    const PersonRecord *person = &records->people.items[index];
    const Where *where = &person->id.where;
    if (date_known(person->born) && date_known(person->died) &&
        person->died.last < person->born.first)
        trouble_add(troubles, where->path, where->line, where->column,
                    "'%.*s' died before being born, expected 'died' after 'born'",
                    VIEW_ARG(person->id.text));
    check_parties(person, troubles);
    if (person->wikidata.len > 0)
        check_known(records, index, person->wikidata, "Wikidata id", seen, troubles);
    Phrase name;
    if (!date_known(person->born) || !phrase_read(person->name.text, &name))
        return;
    PersonKey *key = arena_new(seen->arena, PersonKey, 1);
    key->name = phrase_hash(&name);
    key->born = person->born;
    check_known(records, index, (View){(const char *)key, sizeof *key}, "name and birth", seen,
                troubles);
}

/* In an office of one seat, a holder who also goes by the very name of another: nobody could tell
 * whom copy means. Two of one surname, or one short form for both ("George Bush"), are of life. */
static void check_holders(const Records *records, const OfficeRecord *office, Arena *arena,
                          Troubles *troubles)
{
    if (office->seats != 1)
        return;
    Ids names = ids_for(arena, office->tenures.count);
    for (uint32_t pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < office->tenures.count; i++) {
            uint32_t holder = records->tenures.items[office->tenures.first + i].person.index;
            if (records->tenures.items[office->tenures.first + i].vacant || holder == NONE)
                continue;
            const PersonRecord *person = &records->people.items[holder];
            WrittenList said = pass ? person->also : (WrittenList){(Written *)&person->name, 1};
            for (uint32_t k = 0; k < said.count; k++) {
                Phrase phrase;
                if (!phrase_read(said.items[k].text, &phrase))
                    continue;
                uint64_t *hash = arena_new(arena, uint64_t, 1);
                *hash = phrase_hash(&phrase);
                View key = {(const char *)hash, sizeof *hash};
                uint32_t first = pass ? ids_find(&names, key) : ids_add(&names, key, holder);
                if (first == NONE || first == holder)
                    continue;
                const Where *where = &said.items[k].where;
                trouble_add(troubles, where->path, where->line, where->column,
                            "'%.*s' is also the name of '%.*s', who held '%.*s' as well, expected "
                            "names that tell them apart",
                            VIEW_ARG(said.items[k].text),
                            VIEW_ARG(records->people.items[first].id.text),
                            VIEW_ARG(office->id.text));
            }
        }
    }
}

/* What is surely outside: dates known to the month or year get the benefit of the doubt. */
static void check_life(const Records *records, const TenureRecord *tenure, Troubles *troubles)
{
    if (tenure->vacant || tenure->person.index == NONE || !date_known(tenure->from))
        return;
    const PersonRecord *person = &records->people.items[tenure->person.index];
    const Where *where = &tenure->where;
    if (date_known(person->born) && tenure->from.last < person->born.first)
        trouble_add(troubles, where->path, where->line, where->column,
                    "a tenure that begins before '%.*s' is born, expected it within the life",
                    VIEW_ARG(person->id.text));
    if (date_known(person->died) &&
        (tenure->from.first > person->died.last || tenure_sure_end(tenure) > person->died.last))
        trouble_add(troubles, where->path, where->line, where->column,
                    "a tenure that lasts beyond the death of '%.*s', expected it within the life",
                    VIEW_ARG(person->id.text));
}

void records_validate(const Records *records, Arena *arena, Troubles *troubles)
{
    Ids titles = ids_for(arena, records->offices.count);
    Ids people = ids_for(arena, records->people.count);
    Ids places = ids_in(arena);
    Arena own = {0}; /* what is asked of one office alone */
    for (uint32_t i = 0; i < records->places.count; i++) {
        check_place(records, &records->places.items[i], troubles);
        check_place_once(records, i, &places, troubles);
    }
    for (uint32_t i = 0; i < records->people.count; i++)
        check_person(records, i, &people, troubles);
    for (uint32_t i = 0; i < records->tenures.count; i++)
        check_life(records, &records->tenures.items[i], troubles);
    for (uint32_t i = 0; i < records->offices.count; i++) {
        OfficeRecord *office = &records->offices.items[i];
        check_titles(office, (WrittenList){&office->title, 1}, &titles, troubles);
        check_titles(office, office->also, &titles, troubles);
        check_titles(office, office->loose, &titles, troubles);
        check_excludes(office, troubles);
        check_successors(records, office, &own, troubles);
        check_holders(records, office, &own, troubles);
        check_succession(records, office, &own, troubles);
        arena_reset(&own);
    }
    arena_free(&own);
}
