/* Reads a reference file: YAML in, records out. What can be seen wrong in one entry alone is found
 * here; what needs others, in validate.c. The fields are documented in rules/reference/README.md.
 */
#include <string.h>

#include "reference/records.h"

typedef struct Reading {
    YamlReader yaml;
    Records *records;
} Reading;

static const char *const file_keys[] = {"places", "offices", "people", "sources", NULL};
static const char *const place_keys[] = {"id",   "name",     "the",      "kind",   "in", "codes",
                                         "also", "demonyms", "metonyms", "has-no", NULL};
static const char *const office_keys[] = {
    "id",    "place",    "title",    "kind",         "also",    "loose", "seats",
    "as-of", "complete", "excludes", "succeeded-by", "tenures", NULL};
static const char *const title_keys[] = {"title", "from", "to", NULL}; /* with its dates */
static const char *const name_keys[] = {"name", "from", "to", NULL};
static const char *const party_keys[] = {"party", "from", "to", NULL};
static const char *const span_keys[] = {"from", "as-of", NULL};
static const char *const tenure_keys[] = {"person",   "from",       "to",      "as-of",  "acting",
                                          "planned",  "confidence", "sources", "party",  "state",
                                          "district", "class",      "note",    "vacant", NULL};
static const char *const vacancy_keys[] = {"vacant",     "from",    "to",   "as-of",
                                           "confidence", "sources", "note", NULL};
static const char *const person_keys[] = {"id",      "name",  "also",    "born", "died", "wikidata",
                                          "surname", "order", "parties", "note", NULL};
static const char *const source_keys[] = {"id", "title", "licence", "url", NULL};

static const char *const place_kinds[] = {[PLACE_COUNTRY] = "country",
                                          [PLACE_STATE] = "state",
                                          [PLACE_ORGANISATION] = "organisation",
                                          NULL};
static const char *const confidences[] = {"unconfirmed", "end-unconfirmed", NULL};
static const char *const orders[] = {"surname-first", NULL};

/* The index of the key's text among `names`; `missing` where it is not written or wrong. */
static int read_choice(const YamlReader *yaml, const YamlNode *map, const char *key,
                       const char *const *names, int missing)
{
    Written text = written_text(yaml, map, key, false);
    if (text.text.len == 0)
        return missing;
    int choice = yaml_choice(yaml, yaml_get(map, key), text.text, names, key);
    return choice < 0 ? missing : choice;
}

/* --- names with dates --- */

/* What a name is called in a map, and where those with dates go. */
typedef struct NameForm {
    const YamlReader *yaml;
    const char *const *keys; /* of the map; the first is the name's own */
    DatedRecords *dated;
} NameForm;

/* "{title: Secretary of War, from: 2025-09-05}" */
static Written read_dated(const NameForm *form, const YamlNode *map, bool own)
{
    const YamlReader *yaml = form->yaml;
    yaml_known_keys(yaml, map, form->keys);
    DatedRecord dated = {.name = written_text(yaml, map, form->keys[0], true),
                         .own = own,
                         .from = written_date(yaml, map, "from", false),
                         .to = written_date(yaml, map, "to", false)};
    if (!yaml_get(map, "from") && !yaml_get(map, "to"))
        yaml_trouble(yaml, map, "'%.*s' without dates, expected 'from' or 'to', or the words alone",
                     VIEW_ARG(dated.name.text));
    if (date_known(dated.from) && date_known(dated.to) && dated.to.last < dated.from.first)
        yaml_trouble(yaml, map, "'%.*s' ends before it begins, expected 'to' after 'from'",
                     VIEW_ARG(dated.name.text));
    dated.name.index = form->dated->count;
    *arena_push(yaml->arena, form->dated) = dated;
    return dated.name;
}

static Written read_own_name(const NameForm *form, const YamlNode *map)
{
    const YamlNode *node = yaml_get(map, form->keys[0]);
    return node && node->kind == YAML_MAP ? read_dated(form, node, true)
                                          : written_text(form->yaml, map, form->keys[0], true);
}

/* `also`: one or a list, each a text or a map. */
static WrittenList read_other_names(const NameForm *form, const YamlNode *map)
{
    const YamlReader *yaml = form->yaml;
    WrittenList names = {0};
    const YamlNode *node = yaml_get(map, "also");
    bool several = node && node->kind == YAML_LIST;
    uint32_t count = several ? node->count : node != NULL;
    names.items = arena_new(yaml->arena, Written, count);
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *item = several ? node->items[i] : node;
        if (item->kind == YAML_MAP)
            names.items[names.count++] = read_dated(form, item, false);
        else if (item->kind == YAML_SCALAR && item->text.len)
            names.items[names.count++] = written_scalar(yaml, item);
        else
            yaml_trouble(yaml, item, "%s in 'also', expected a text, or a map of '%s' and dates",
                         item->kind == YAML_LIST ? "a list" : "nothing", form->keys[0]);
    }
    return names;
}

/* One or a list, each a map, or a text alone for who was never of another. */
static void read_parties(const YamlReader *yaml, const YamlNode *map, PersonRecord *person)
{
    NameForm form = {yaml, party_keys, &person->parties};
    const YamlNode *node = yaml_get(map, "parties");
    bool several = node && node->kind == YAML_LIST;
    uint32_t count = several ? node->count : node != NULL;
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *item = several ? node->items[i] : node;
        if (item->kind == YAML_MAP)
            read_dated(&form, item, true);
        else if (item->kind == YAML_SCALAR && item->text.len)
            *arena_push(yaml->arena, &person->parties) = (DatedRecord){
                .name = written_scalar(yaml, item), .from = DATE_NONE, .to = DATE_NONE};
        else
            yaml_trouble(yaml, item,
                         "%s in 'parties', expected a text, or a map of 'party' and dates",
                         item->kind == YAML_LIST ? "a list" : "nothing");
    }
}

/* --- entries --- */

static void read_place(Reading *reading, const YamlNode *map)
{
    const YamlReader *yaml = &reading->yaml;
    yaml_known_keys(yaml, map, place_keys);
    PlaceRecord *place = arena_push(yaml->arena, &reading->records->places);
    place->id = written_text(yaml, map, "id", true);
    NameForm form = {yaml, name_keys, &place->dated};
    place->name = read_own_name(&form, map);
    place->the = yaml_flag(yaml, map, "the");
    if (!yaml_get(map, "kind"))
        yaml_trouble(yaml, map, "a place without 'kind', expected country, state or organisation");
    place->kind = (PlaceKind)read_choice(yaml, map, "kind", place_kinds, PLACE_COUNTRY);
    place->in = written_text(yaml, map, "in", false);
    place->also = read_other_names(&form, map);
    place->demonyms = written_list(yaml, map, "demonyms");
    place->metonyms = written_list(yaml, map, "metonyms");
    place->codes = written_list(yaml, map, "codes");
    place->has_no = written_list(yaml, map, "has-no");
}

static uint32_t read_seats(const YamlReader *yaml, const YamlNode *map)
{
    Written text = written_text(yaml, map, "seats", false);
    if (text.text.len == 0)
        return 1;
    if (view_equal(text.text, VIEW("many")))
        return 0;
    uint32_t seats = 0;
    for (size_t i = 0; i < text.text.len && seats < 100000; i++) {
        if (text.text.at[i] < '0' || text.text.at[i] > '9') {
            seats = 0;
            break;
        }
        seats = 10 * seats + (uint32_t)(text.text.at[i] - '0');
    }
    if (seats == 0)
        yaml_trouble(yaml, yaml_get(map, "seats"),
                     "'%.*s' is no number of seats, expected 1 or more, or many",
                     VIEW_ARG(text.text));
    return seats;
}

static void read_spans(Reading *reading, const YamlNode *map, OfficeRecord *office)
{
    const YamlReader *yaml = &reading->yaml;
    const YamlNode *list = written_maps(yaml, map, "complete");
    if (!list)
        return;
    office->spans = arena_new(yaml->arena, SpanRecord, list->count);
    for (uint32_t i = 0; i < list->count; i++) {
        if (!yaml_is_map(yaml, list->items[i], "a complete span"))
            continue;
        yaml_known_keys(yaml, list->items[i], span_keys);
        SpanRecord *span = &office->spans[office->span_count++];
        span->where = where_of(yaml, list->items[i]);
        span->from = written_date(yaml, list->items[i], "from", true).last;
        span->as_of = written_date(yaml, list->items[i], "as-of", true).first;
        office->broken |= span->from == DAY_NONE || span->as_of == DAY_NONE;
    }
}

static uint32_t read_tenure_flags(const YamlReader *yaml, const YamlNode *map)
{
    uint32_t flags = 0;
    if (yaml_flag(yaml, map, "acting"))
        flags |= TENURE_ACTING;
    if (yaml_flag(yaml, map, "planned"))
        flags |= TENURE_PLANNED_END;
    int confidence = read_choice(yaml, map, "confidence", confidences, -1);
    if (confidence == 0)
        flags |= TENURE_UNCONFIRMED;
    if (confidence == 1)
        flags |= TENURE_END_UNCONFIRMED;
    return flags;
}

/* False where its dates cannot be judged. */
static bool read_tenure(Reading *reading, const YamlNode *map, const OfficeRecord *office)
{
    const YamlReader *yaml = &reading->yaml;
    bool vacant = yaml_flag(yaml, map, "vacant");
    yaml_known_keys(yaml, map, vacant ? vacancy_keys : tenure_keys);
    TenureRecord *tenure = arena_push(yaml->arena, &reading->records->tenures);
    *tenure = (TenureRecord){0}; /* the room was not zeroed */
    tenure->where = where_of(yaml, map);
    tenure->office = reading->records->offices.count - 1;
    tenure->vacant = vacant;
    if (!vacant)
        tenure->person = written_text(yaml, map, "person", true);
    tenure->flags = read_tenure_flags(yaml, map);
    tenure->from = written_date(yaml, map, "from", true);
    tenure->to = written_date(yaml, map, "to", false);
    tenure->as_of = written_date(yaml, map, "as-of", false);
    tenure->own_as_of = date_known(tenure->as_of);
    tenure->sources = written_list(yaml, map, "sources");
    tenure->party = written_text(yaml, map, "party", false).text;
    tenure->state = written_text(yaml, map, "state", false);
    tenure->district = written_text(yaml, map, "district", false).text;
    tenure->senate_class = written_text(yaml, map, "class", false).text;
    yaml_text(yaml, map, "note", false);

    if ((tenure->flags & TENURE_PLANNED_END) && !yaml_get(map, "to"))
        yaml_trouble(yaml, map, "a planned end without 'to', expected the date of the plan");
    if ((tenure->flags & TENURE_END_UNCONFIRMED) && !yaml_get(map, "as-of"))
        yaml_trouble(yaml, map,
                     "an unconfirmed end without 'as-of', expected the last day that is confirmed");
    if (!vacant && !(tenure->flags & TENURE_UNCONFIRMED) && tenure->sources.count == 0)
        yaml_trouble(
            yaml, map,
            "a confirmed tenure without sources, expected some or confidence: unconfirmed");
    if (!tenure->own_as_of)
        tenure->as_of = office->as_of;
    return date_known(tenure->from) && date_known(tenure->as_of) &&
           (date_known(tenure->to) || !yaml_get(map, "to"));
}

static void read_tenures(Reading *reading, const YamlNode *map, OfficeRecord *office)
{
    const YamlReader *yaml = &reading->yaml;
    office->tenures.first = reading->records->tenures.count;
    const YamlNode *list = written_maps(yaml, map, "tenures");
    if (!list || list->count == 0)
        return;
    if (!yaml_get(map, "as-of"))
        yaml_trouble(yaml, map,
                     "an office without 'as-of', expected the last day for which the sources were "
                     "looked at");
    for (uint32_t i = 0; i < list->count; i++)
        if (!yaml_is_map(yaml, list->items[i], "a tenure") ||
            !read_tenure(reading, list->items[i], office))
            office->broken = true;
    office->tenures.count = reading->records->tenures.count - office->tenures.first;
}

static void read_office(Reading *reading, const YamlNode *map)
{
    const YamlReader *yaml = &reading->yaml;
    yaml_known_keys(yaml, map, office_keys);
    OfficeRecord *office = arena_push(yaml->arena, &reading->records->offices);
    office->id = written_text(yaml, map, "id", true);
    NameForm form = {yaml, title_keys, &office->dated};
    office->title = read_own_name(&form, map);
    office->place = written_text(yaml, map, "place", true);
    office->kind = written_text(yaml, map, "kind", false);
    office->also = read_other_names(&form, map);
    office->loose = written_list(yaml, map, "loose");
    office->excludes = written_list(yaml, map, "excludes");
    office->succeeded_by = written_list(yaml, map, "succeeded-by");
    office->seats = read_seats(yaml, map);
    office->as_of = written_date(yaml, map, "as-of", false);
    if (date_known(office->as_of))
        office->as_of_where = where_of(yaml, yaml_get(map, "as-of"));
    read_spans(reading, map, office);
    read_tenures(reading, map, office);
}

/* What a table leaves in a name: "Ann Bos (acting)", "President / Carl Dijk", "Eva Faber[3]". */
static void check_name(const YamlReader *yaml, const YamlNode *map, const Written *name)
{
    static const char debris[] = "/()[]{}<>:;*_|\"";
    for (size_t i = 0; i < name->text.len; i++) {
        if (!memchr(debris, name->text.at[i], sizeof debris - 1))
            continue;
        yaml_trouble(yaml, map, "the name '%.*s' with '%c' in it, expected a name alone",
                     VIEW_ARG(name->text), name->text.at[i]);
        return;
    }
}

static bool is_wikidata_id(View text)
{
    if (text.len < 2 || text.at[0] != 'Q' || text.at[1] == '0')
        return false;
    for (size_t i = 1; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return true;
}

static void read_person(Reading *reading, const YamlNode *map)
{
    const YamlReader *yaml = &reading->yaml;
    yaml_known_keys(yaml, map, person_keys);
    PersonRecord *person = arena_push(yaml->arena, &reading->records->people);
    *person = (PersonRecord){0};
    person->id = written_text(yaml, map, "id", true);
    person->name = written_text(yaml, map, "name", true);
    check_name(yaml, map, &person->name);
    person->also = written_list(yaml, map, "also");
    for (uint32_t i = 0; i < person->also.count; i++)
        check_name(yaml, map, &person->also.items[i]);
    person->surnames = written_list(yaml, map, "surname");
    person->surname_first = read_choice(yaml, map, "order", orders, -1) == 0;
    read_parties(yaml, map, person);
    person->born = written_date(yaml, map, "born", false);
    person->died = written_date(yaml, map, "died", false);
    person->wikidata = written_text(yaml, map, "wikidata", false).text;
    if (person->wikidata.len > 0 && !is_wikidata_id(person->wikidata))
        yaml_trouble(yaml, yaml_get(map, "wikidata"),
                     "'%.*s' is no Wikidata id, expected Q and a number",
                     VIEW_ARG(person->wikidata));
    yaml_text(yaml, map, "note", false);
}

static void read_source(Reading *reading, const YamlNode *map)
{
    const YamlReader *yaml = &reading->yaml;
    yaml_known_keys(yaml, map, source_keys);
    SourceRecord *source = arena_push(yaml->arena, &reading->records->sources);
    source->id = written_text(yaml, map, "id", true);
    source->title = written_text(yaml, map, "title", true).text;
    source->licence = written_text(yaml, map, "licence", false).text;
    source->url = written_text(yaml, map, "url", false).text;
}

static void read_entries(Reading *reading, const YamlNode *file, const char *key, const char *what,
                         void (*read_entry)(Reading *reading, const YamlNode *map))
{
    const YamlNode *list = written_maps(&reading->yaml, file, key);
    for (uint32_t i = 0; list && i < list->count; i++)
        if (yaml_is_map(&reading->yaml, list->items[i], what))
            read_entry(reading, list->items[i]);
}

bool read_reference(Records *records, Arena *arena, Arena *tree, BookSource file,
                    Troubles *troubles)
{
    Reading reading = {{file.path, troubles, arena}, records};
    const YamlNode *root = yaml_parse_keys_twice(tree, file.path, file.bytes, troubles);
    if (!root || !yaml_is_map(&reading.yaml, root, "a reference file"))
        return false;
    yaml_known_keys(&reading.yaml, root, file_keys);
    read_entries(&reading, root, "places", "a place", read_place);
    read_entries(&reading, root, "offices", "an office", read_office);
    read_entries(&reading, root, "people", "a person", read_person);
    read_entries(&reading, root, "sources", "a source", read_source);
    return true;
}
