/* Who each row is of. The same person: of the same item of Wikidata; else known to the source by
 * the same key; else of one name and birth; else, where one of them lacks the birth, of one name
 * and at one place within some years. All others stay apart: father and son, two Mike Rogers.
 * Tests: tests/unit/import/settle.c. */
#include "import/desk.h"
#include "import/name.h"

enum {
    APART_DAYS = 15 * 365, /* namesakes without a birth date who are further apart are two */
    ADULT_DAYS = 15 * 365
};

/* Those who bear a name, in a chain. */
typedef struct Bearer {
    uint32_t person;
    uint32_t next;
} Bearer;

typedef struct Registry {
    Desk *desk;
    Ids items; /* of Wikidata */
    Ids keys;
    Ids ids;
    Ids names; /* -> the first bearer */
    struct {
        Bearer *items;
        uint32_t count, capacity;
    } bearers;
} Registry;

/* --- the registry --- */

static void add_bearer(Registry *registry, View name, uint32_t person)
{
    View key = name_key(registry->desk->lore, name);
    if (!key.len)
        return;
    uint32_t at = registry->bearers.count;
    uint32_t first = ids_add(&registry->names, key, at);
    for (uint32_t i = first; i != NONE; i = registry->bearers.items[i].next)
        if (registry->bearers.items[i].person == person)
            return;
    *arena_push(registry->desk->arena, &registry->bearers) = (Bearer){person, NONE};
    if (first == NONE)
        return;
    Bearer *last = &registry->bearers.items[first];
    while (last->next != NONE)
        last = &registry->bearers.items[last->next];
    last->next = at;
}

static void add_stay(Desk *desk, uint32_t person, uint32_t place, Day from, Day to)
{
    if (place == NONE || from == DAY_NONE)
        return;
    Somebody *somebody = &desk->people.items[person];
    *arena_push(desk->arena, &desk->stays) =
        (Stay){place, from, to == DAY_NONE ? from : to, somebody->stays};
    somebody->stays = desk->stays.count - 1;
}

static uint32_t add_somebody(Registry *registry, Somebody somebody)
{
    uint32_t index = registry->desk->people.count;
    somebody.stays = NONE;
    *arena_push(registry->desk->arena, &registry->desk->people) = somebody;
    ids_add(&registry->ids, somebody.id, index);
    if (somebody.wikidata.len)
        ids_add(&registry->items, somebody.wikidata, index);
    add_bearer(registry, somebody.name, index);
    for (uint32_t i = 0; i < somebody.also.count; i++)
        add_bearer(registry, somebody.also.items[i], index);
    return index;
}

static void add_record(Registry *registry, uint32_t record)
{
    Arena *arena = registry->desk->arena;
    const PersonRecord *person = &registry->desk->records->people.items[record];
    Somebody somebody = {.id = person->id.text,
                         .name = person->name.text,
                         .born = person->born,
                         .died = person->died,
                         .wikidata = person->wikidata,
                         .record = record,
                         .file = NONE};
    for (uint32_t i = 0; i < person->also.count; i++)
        texts_add(arena, &somebody.also, person->also.items[i].text);
    add_somebody(registry, somebody);
}

static void add_stays(Desk *desk)
{
    for (uint32_t i = 0; i < desk->records->tenures.count; i++) {
        const TenureRecord *tenure = &desk->records->tenures.items[i];
        if (tenure->vacant || tenure->person.index == NONE)
            continue;
        uint32_t place = desk->records->offices.items[tenure->office].place.index;
        Day to = date_known(tenure->to) ? tenure->to.last : tenure->as_of.last;
        add_stay(desk, tenure->person.index, place, tenure->from.first, to);
        add_stay(desk, tenure->person.index, tenure->state.index, tenure->from.first, to);
    }
}

/* --- matching --- */

static bool overlap(Date a, Date b)
{
    return a.first <= b.last && b.first <= a.last;
}

static bool lives(const Somebody *somebody, const Entry *row)
{
    if (date_known(somebody->died) && row->from.first > somebody->died.last)
        return false;
    return !date_known(somebody->born) || row->from.last > somebody->born.first + ADULT_DAYS;
}

static bool was_there(const Desk *desk, const Somebody *somebody, const Entry *row, uint32_t place)
{
    Day to = date_known(row->to) ? row->to.last : row->from.last;
    for (uint32_t i = somebody->stays; i != NONE; i = desk->stays.items[i].next) {
        const Stay *stay = &desk->stays.items[i];
        bool near = row->from.first - stay->to < APART_DAYS && stay->from - to < APART_DAYS;
        if (near && stay->place == place)
            return true;
    }
    return false;
}

static uint32_t state_of(const Desk *desk, const Entry *row)
{
    for (uint32_t i = 0; row->state.len && i < desk->records->places.count; i++)
        if (view_equal(desk->records->places.items[i].id.text, row->state))
            return i;
    return NONE;
}

typedef enum Likeness { LIKE_NOT, LIKE_PLACE, LIKE_BIRTH, LIKE_TENURE } Likeness;

/* Whether the folder has this very tenure of the person. */
static bool has_tenure(const Desk *desk, const Somebody *somebody, uint32_t at)
{
    const Post *post = &desk->posts.items[desk->row_post[at]];
    const Entry *row = &desk->rows->items[at];
    if (post->record == NONE || somebody->record == NONE)
        return false;
    Range range = desk->records->offices.items[post->record].tenures;
    for (uint32_t i = range.first; i < range.first + range.count; i++) {
        const TenureRecord *tenure = &desk->records->tenures.items[i];
        if (!tenure->vacant && tenure->person.index == somebody->record &&
            tenure->from.first == row->from.first && view_equal(tenure->district, row->district))
            return true;
    }
    return false;
}

static Likeness likeness(const Desk *desk, uint32_t person, uint32_t at)
{
    const Somebody *somebody = &desk->people.items[person];
    const Entry *row = &desk->rows->items[at];
    if (somebody->wikidata.len && row->wikidata.len &&
        !view_equal(somebody->wikidata, row->wikidata))
        return LIKE_NOT;
    if (date_known(somebody->born) && date_known(row->born))
        return overlap(somebody->born, row->born) ? LIKE_BIRTH : LIKE_NOT;
    if (!lives(somebody, row))
        return LIKE_NOT;
    if (has_tenure(desk, somebody, at))
        return LIKE_TENURE;
    uint32_t place = desk->posts.items[desk->row_post[at]].place, state = state_of(desk, row);
    bool there = was_there(desk, somebody, row, place) ||
                 (state != NONE && was_there(desk, somebody, row, state));
    return there ? LIKE_PLACE : LIKE_NOT;
}

/* Instead of a person: more than one fits. */
static const uint32_t SEVERAL = NONE - 1;

/* The one bearer of the row's names who is most like; NONE where there is none. */
static uint32_t find_bearer(const Registry *registry, uint32_t at)
{
    const Desk *desk = registry->desk;
    const Entry *row = &desk->rows->items[at];
    Likeness best = LIKE_NOT;
    uint32_t found = NONE;
    for (uint32_t n = 0; n <= row->also.count; n++) {
        View name = n ? row->also.items[n - 1] : row->name;
        uint32_t first = ids_find(&registry->names, name_key(desk->lore, name));
        for (uint32_t i = first; i != NONE; i = registry->bearers.items[i].next) {
            uint32_t person = registry->bearers.items[i].person;
            Likeness like = person == found ? LIKE_NOT : likeness(desk, person, at);
            if (like == LIKE_NOT || like < best)
                continue;
            found = like == best ? SEVERAL : person;
            best = like;
        }
    }
    return found;
}

/* --- people --- */

/* The name; of namesakes with the year of birth behind it, else with the place. */
static View new_id(const Registry *registry, uint32_t at)
{
    const Desk *desk = registry->desk;
    const Entry *row = &desk->rows->items[at];
    View id = name_id(desk->arena, row->name);
    if (!id.len)
        id =
            view_format(desk->arena, "wikidata-%.*s", VIEW_ARG(folded(desk->arena, row->wikidata)));
    View base = id;
    bool borne = ids_find(&registry->names, name_key(desk->lore, row->name)) != NONE ||
                 ids_find(&registry->ids, id) != NONE;
    if (borne && date_known(row->born))
        id = view_format(desk->arena, "%.*s-%d", VIEW_ARG(base), day_year(row->born.first));
    if (ids_find(&registry->ids, id) != NONE) {
        const Post *post = &desk->posts.items[desk->row_post[at]];
        base = view_format(desk->arena, "%.*s-%.*s", VIEW_ARG(id),
                           VIEW_ARG(desk->records->places.items[post->place].id.text));
        id = base;
    }
    for (uint32_t n = 2; ids_find(&registry->ids, id) != NONE; n++)
        id = view_format(desk->arena, "%.*s-%u", VIEW_ARG(base), n);
    return id;
}

/* What the row adds to somebody known. */
static void learn(Registry *registry, uint32_t person, const Entry *row)
{
    Desk *desk = registry->desk;
    Somebody *somebody = &desk->people.items[person];
    if (!date_known(somebody->born) && date_known(row->born)) {
        somebody->born = row->born;
        somebody->learnt = true;
    }
    if (!date_known(somebody->died) && date_known(row->died)) {
        somebody->died = row->died;
        somebody->learnt = true;
    }
    if (!somebody->wikidata.len && row->wikidata.len &&
        ids_add(&registry->items, row->wikidata, person) == NONE) {
        somebody->wikidata = row->wikidata;
        somebody->learnt = true;
    }
    for (uint32_t n = 0; n <= row->also.count; n++) {
        View name = n ? row->also.items[n - 1] : row->name;
        View key = name_key(desk->lore, name);
        bool had = view_equal(key, name_key(desk->lore, somebody->name));
        for (uint32_t i = 0; i < somebody->also.count; i++)
            had |= view_equal(key, name_key(desk->lore, somebody->also.items[i]));
        if (had || !key.len)
            continue;
        texts_add(desk->arena, &somebody->also, name);
        if (somebody->record != NONE)
            texts_add(desk->arena, &somebody->more, name);
        add_bearer(registry, name, person);
    }
}

/* A name of one word would be met wherever the word is a surname. */
static bool is_one_word(View name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == ' ')
            return false;
    return true;
}

/* "O. Nordmann" is many people. */
static bool is_initial_and_surname(View name)
{
    return name.len > 3 && name.at[1] == '.' && name.at[2] == ' ' &&
           is_one_word(view_slice(name, 3, name.len));
}

static bool clean_names(Desk *desk, Entry *row)
{
    View raw = row->name, clean;
    if (!name_clean(desk->lore, raw, &row->name)) {
        entry_refuse(desk->rows, row, "'%.*s' is no name of a person, expected one", VIEW_ARG(raw));
        return false;
    }
    if (is_one_word(row->name) && !row->wikidata.len) {
        entry_refuse(desk->rows, row, "'%.*s' is one word, expected a whole name or an item",
                     VIEW_ARG(row->name));
        return false;
    }
    Texts also = {0};
    for (uint32_t i = 0; i < row->also.count; i++)
        if (name_clean(desk->lore, row->also.items[i], &clean) && !is_one_word(clean) &&
            !is_initial_and_surname(clean))
            texts_add(desk->arena, &also, clean);
    row->also = also;
    if (!name_clean(desk->lore, row->surname, &row->surname))
        row->surname = (View){0};
    return true;
}

static bool is_item(View wikidata)
{
    for (size_t i = 1; i < wikidata.len; i++)
        if (wikidata.at[i] < '0' || wikidata.at[i] > '9')
            return false;
    return wikidata.len > 1 && wikidata.at[0] == 'Q';
}

/* Somebody known whom the row means; NONE: nobody. */
static uint32_t find_somebody(const Registry *registry, uint32_t at)
{
    const Entry *row = &registry->desk->rows->items[at];
    uint32_t person = row->wikidata.len ? ids_find(&registry->items, row->wikidata) : NONE;
    if (person == NONE && row->key.len)
        person = ids_find(&registry->keys, row->key);
    return person == NONE ? find_bearer(registry, at) : person;
}

/* Of all that a source says under one key, a single row may tell who is meant. */
static void recognise(Registry *registry, uint32_t at)
{
    Desk *desk = registry->desk;
    Entry *row = &desk->rows->items[at];
    if (!is_item(row->wikidata))
        row->wikidata = (View){0};
    if (desk->row_post[at] != NONE && !clean_names(desk, row))
        desk->row_post[at] = NONE;
    uint32_t person =
        desk->row_post[at] != NONE && row->key.len ? find_somebody(registry, at) : NONE;
    if (person < SEVERAL)
        ids_add(&registry->keys, row->key, person);
}

static uint32_t settle(Registry *registry, uint32_t at)
{
    Desk *desk = registry->desk;
    const Entry *row = &desk->rows->items[at];
    if (desk->row_post[at] == NONE)
        return NONE;
    uint32_t person = find_somebody(registry, at);
    if (person == SEVERAL) {
        entry_refuse(desk->rows, row, "'%.*s' may be several people, expected a birth date or item",
                     VIEW_ARG(row->name));
        return NONE;
    }
    if (person == NONE) {
        person = add_somebody(registry, (Somebody){.id = new_id(registry, at),
                                                   .name = row->name,
                                                   .surname = row->surname,
                                                   .surname_first = row->surname_first,
                                                   .born = row->born,
                                                   .died = row->died,
                                                   .wikidata = row->wikidata,
                                                   .record = NONE,
                                                   .file = NONE});
    }
    learn(registry, person, row);
    if (row->key.len)
        ids_add(&registry->keys, row->key, person);
    Day to = date_known(row->to) ? row->to.last : DAY_NONE;
    add_stay(desk, person, desk->posts.items[desk->row_post[at]].place, row->from.first, to);
    add_stay(desk, person, state_of(desk, row), row->from.first, to);
    return person;
}

void settle_people(Desk *desk)
{
    Registry registry = {.desk = desk};
    Ids *all[] = {&registry.items, &registry.keys, &registry.ids, &registry.names};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *all[i] = ids_in(desk->arena);
    for (uint32_t i = 0; i < desk->records->people.count; i++)
        add_record(&registry, i);
    add_stays(desk);
    for (uint32_t i = 0; i < desk->rows->count; i++)
        recognise(&registry, i);
    for (uint32_t i = 0; i < desk->rows->count; i++)
        desk->row_person[i] = settle(&registry, i);
}
