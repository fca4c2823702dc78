/* Open States people: one YAML file a person, with roles. Offices of towns are passed over.
 * Tests: tests/unit/import/formats.c. */
#include <string.h>

#include "import/import.h"
#include "import/node.h"

/* "ocd-jurisdiction/country:us/state:oh/government" -> "us-oh"; empty for a town's. */
static View place_of(Arena *arena, View jurisdiction)
{
    static const char *const kinds[] = {"state:", "district:", "territory:"};
    Texts parts = texts_split(arena, jurisdiction, '/');
    View place = {0};
    for (uint32_t i = 0; i < parts.count; i++) {
        if (view_starts(parts.items[i], VIEW("place:")) ||
            view_starts(parts.items[i], VIEW("county:")))
            return (View){0};
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
            if (view_starts(parts.items[i], view_of(kinds[k])))
                place = view_format(
                    arena, "us-%.*s",
                    VIEW_ARG(view_slice(parts.items[i], strlen(kinds[k]), parts.items[i].len)));
    }
    return place;
}

static View first_party(const Lore *lore, const YamlNode *map)
{
    const YamlNode *list = node_list(map, "party");
    return list && list->count ? lore_party(lore, node_text(list->items[0], "name")) : (View){0};
}

static Entry read_person(const Lore *lore, const YamlNode *map, View path, Entries *rows)
{
    Entry person = {.path = path,
                    .key = node_text(map, "id"),
                    .name = node_text(map, "name"),
                    .born = node_date(map, "birth_date"),
                    .died = node_date(map, "death_date"),
                    .party = first_party(lore, map)};
    const YamlNode *others = node_list(map, "other_names");
    for (uint32_t i = 0; others && i < others->count; i++)
        texts_add(rows->arena, &person.also, node_text(others->items[i], "name"));
    const YamlNode *ids = node_list(map, "other_identifiers");
    for (uint32_t i = 0; ids && i < ids->count; i++)
        if (view_equal(node_text(ids->items[i], "scheme"), VIEW("wikidata")))
            person.wikidata = node_text(ids->items[i], "identifier");
    texts_add(rows->arena, &person.sources, VIEW("openstates"));
    return person;
}

static void read_role(const Lore *lore, const YamlNode *map, Entry row, Date as_of, Entries *rows)
{
    View type = node_text(map, "type");
    row.line = map->line;
    row.place = place_of(rows->arena, node_text(map, "jurisdiction"));
    if (!row.place.len)
        return;
    const Role *role = lore_role(lore, type);
    if (!role) {
        entry_refuse(rows, &row, "'%.*s': the role '%.*s', expected one of rules/import",
                     VIEW_ARG(row.name), VIEW_ARG(type));
        return;
    }
    row.office = role->office.len ? view_format(rows->arena, "%.*s/%.*s", VIEW_ARG(row.place),
                                                VIEW_ARG(role->office))
                                  : (View){0};
    row.title = role->title;
    row.kind = role->kind;
    row.many = role->many;
    row.from = node_date(map, "start_date");
    row.to = node_date(map, "end_date");
    row.as_of = as_of;
    if (role->many)
        row.district = node_text(map, "district");
    *arena_push(rows->arena, rows) = row;
}

bool read_openstates(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                     Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < files.count; i++) {
        const BookSource *file = &files.items[i];
        YamlReader yaml = {file->path, troubles, rows->arena};
        const YamlNode *root = yaml_parse(rows->arena, file->path, file->bytes, troubles);
        if (!root || !yaml_is_map(&yaml, root, "a person of Open States"))
            continue;
        const YamlNode *roles = node_list(root, "roles");
        Entry person = read_person(lore, root, file->path, rows);
        for (uint32_t k = 0; roles && k < roles->count; k++)
            read_role(lore, roles->items[k], person, as_of, rows);
    }
    return troubles->count == before;
}
