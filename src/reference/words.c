/* Reads rules/words/titles.yaml and names.yaml, as far as the index of names is made of them. */
#include "reference/records.h"

static const char *const file_keys[] = {"heads",   "kinds",    "bare",      "titles",
                                        "shorts",  "courtesy", "particles", "suffixes",
                                        "degrees", "everyday", "turned",    NULL};
static const char *const kind_keys[] = {"titles", "loose", NULL};
static const char *const courtesy_keys[] = {"places", "titles", NULL};

/* A map from words to a text, or to several. */
static void read_word_map(const YamlReader *yaml, const YamlNode *root, const char *key,
                          WordRecords *words)
{
    const YamlNode *map = yaml_get(root, key);
    if (!map || !yaml_is_map(yaml, map, key))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        WordRecord *word = arena_push(yaml->arena, words);
        word->word = written_scalar(yaml, map->items[2 * i]);
        word->others = written_texts(yaml, map->items[2 * i + 1], key);
    }
}

static void read_kinds(const YamlReader *yaml, const YamlNode *root, Records *records)
{
    const YamlNode *map = yaml_get(root, "kinds");
    if (!map || !yaml_is_map(yaml, map, "kinds"))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        const YamlNode *titles = map->items[2 * i + 1];
        KindRecord *kind = arena_push(yaml->arena, &records->kinds);
        kind->id = written_scalar(yaml, map->items[2 * i]);
        if (!yaml_is_map(yaml, titles, "the titles of a kind"))
            continue;
        yaml_known_keys(yaml, titles, kind_keys);
        kind->titles = written_list(yaml, titles, "titles");
        kind->loose = written_list(yaml, titles, "loose");
    }
}

static void read_courtesy(const YamlReader *yaml, const YamlNode *root, Words *words)
{
    const YamlNode *map = yaml_get(root, "courtesy");
    if (!map || !yaml_is_map(yaml, map, "courtesy"))
        return;
    yaml_known_keys(yaml, map, courtesy_keys);
    words->courtesy_places = written_list(yaml, map, "places");
    words->courtesy = written_list(yaml, map, "titles");
}

bool read_words(Records *records, Arena *arena, Arena *tree, BookSource file, Troubles *troubles)
{
    YamlReader yaml = {file.path, troubles, arena};
    const YamlNode *root = yaml_parse(tree, file.path, file.bytes, troubles);
    if (!root || !yaml_is_map(&yaml, root, "a file of words"))
        return false;
    yaml_known_keys(&yaml, root, file_keys);
    Words *words = &records->words;
    read_word_map(&yaml, root, "heads", &words->heads);
    read_word_map(&yaml, root, "shorts", &words->shorts);
    read_kinds(&yaml, root, records);
    read_courtesy(&yaml, root, words);
    if (yaml_get(root, "bare"))
        words->bare = written_list(&yaml, root, "bare");
    if (yaml_get(root, "titles"))
        words->titles = written_list(&yaml, root, "titles");
    if (yaml_get(root, "particles"))
        words->particles = written_list(&yaml, root, "particles");
    if (yaml_get(root, "turned"))
        words->turned = written_list(&yaml, root, "turned");
    if (yaml_get(root, "suffixes"))
        words->suffixes = written_list(&yaml, root, "suffixes");
    return true;
}
