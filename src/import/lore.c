/* The editor's rules for importing. Tests: tests/unit/import/lore.c. */
#include "import/lore.h"

#include "base/unicode.h"
#include "base/yaml.h"

static const char *const file_keys[] = {"addresses", "suffixes", "trust", "parties", "roles", NULL};
static const char *const role_keys[] = {"office", "title", "kind", "many", NULL};

View folded(Arena *arena, View text)
{
    Buffer out = {0};
    fold_add(&out, view_trim(text));
    View copy = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

static void read_list(const YamlReader *yaml, const YamlNode *root, const char *key, Texts *out)
{
    uint32_t count;
    const View *texts = yaml_texts(yaml, root, key, &count);
    for (uint32_t i = 0; i < count; i++)
        texts_add(yaml->arena, out, view_copy(yaml->arena, texts[i]));
}

/* {Democrat: [Democratic, Democratic-Farmer-Labor]}: all that is called so, itself as well. */
static void read_parties(const YamlReader *yaml, const YamlNode *root, Lore *lore)
{
    const YamlNode *map = yaml_get(root, "parties");
    if (!map || !yaml_is_map(yaml, map, "parties"))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        uint32_t index = lore->party_names.count, count;
        View name = view_copy(yaml->arena, map->items[2 * i]->text);
        texts_add(yaml->arena, &lore->party_names, name);
        ids_add(&lore->parties, folded(yaml->arena, name), index);
        View key = map->items[2 * i]->text;
        const View *texts = yaml_texts(yaml, map, view_copy(yaml->arena, key).at, &count);
        for (uint32_t k = 0; k < count; k++)
            ids_add(&lore->parties, folded(yaml->arena, texts[k]), index);
    }
}

static void read_roles(const YamlReader *yaml, const YamlNode *root, Lore *lore)
{
    const YamlNode *map = yaml_get(root, "roles");
    if (!map || !yaml_is_map(yaml, map, "roles"))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        const YamlNode *role = map->items[2 * i + 1];
        if (!yaml_is_map(yaml, role, "a role"))
            continue;
        yaml_known_keys(yaml, role, role_keys);
        *arena_push(yaml->arena, &lore->roles) =
            (Role){.name = folded(yaml->arena, map->items[2 * i]->text),
                   .office = view_copy(yaml->arena, yaml_text(yaml, role, "office", false)),
                   .title = view_copy(yaml->arena, yaml_text(yaml, role, "title", true)),
                   .kind = view_copy(yaml->arena, yaml_text(yaml, role, "kind", false)),
                   .many = yaml_flag(yaml, role, "many")};
    }
}

bool lore_read(Lore *lore, View path, View bytes, Troubles *troubles)
{
    uint32_t before = troubles->count;
    YamlReader yaml = {path, troubles, lore->arena};
    if (!lore->parties.arena)
        lore->parties = ids_in(lore->arena);
    const YamlNode *root = yaml_parse(lore->arena, path, bytes, troubles);
    if (!root || !yaml_is_map(&yaml, root, "a file of rules for importing"))
        return false;
    yaml_known_keys(&yaml, root, file_keys);
    read_list(&yaml, root, "addresses", &lore->addresses);
    read_list(&yaml, root, "suffixes", &lore->suffixes);
    read_list(&yaml, root, "trust", &lore->trust);
    read_parties(&yaml, root, lore);
    read_roles(&yaml, root, lore);
    return troubles->count == before;
}

const Role *lore_role(const Lore *lore, View name)
{
    View wanted = folded(lore->arena, name);
    for (uint32_t i = 0; i < lore->roles.count; i++)
        if (view_equal(lore->roles.items[i].name, wanted))
            return &lore->roles.items[i];
    return NULL;
}

View lore_party(const Lore *lore, View name)
{
    uint32_t index =
        lore->parties.arena ? ids_find(&lore->parties, folded(lore->arena, name)) : NONE;
    return index == NONE ? name : lore->party_names.items[index];
}

uint32_t lore_trust(const Lore *lore, View source)
{
    uint32_t rank = 0;
    while (rank < lore->trust.count && !view_equal(lore->trust.items[rank], source))
        rank++;
    return rank;
}
