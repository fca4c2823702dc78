/* A newsroom's settings. One table of keys drives all of it: reading stet.yaml, `stet config show`,
 * the JSON Schema and the file that `stet init` writes.
 * Tests: tests/cli/config.py. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/glob.h"
#include "base/json.h"
#include "base/limits.h"
#include "reference/search.h"

/* --- the keys --- */

typedef enum KeyKind {
    KEY_TEXT,
    KEY_CHOICE,
    KEY_NUMBER,
    KEY_LIST,   /* of words */
    KEY_LEVELS, /* rule: level */
    KEY_TERMS,  /* house term: [what it replaces] */
    KEY_MAP,    /* of the keys inside */
    KEY_MAPS    /* a list of them */
} KeyKind;

typedef struct Key {
    const char *name;
    KeyKind kind;
    const char *shipped;        /* as YAML */
    const char *const *choices; /* KEY_CHOICE, and of the items of a KEY_LIST; NULL: any */
    const struct Key *inside;
    const char *help;   /* one line or several */
    const char *sample; /* for the commented file, as YAML below the key; NULL: the value shipped */
    uint32_t most;      /* KEY_NUMBER: from 0 up to this */
} Key;

static const char *const levels[] = {"off", "note", "warning", "error", NULL};
static const char *const fail_levels[] = {"note", "warning", "error", "never", NULL};
static const char *const quotations[] = {
    [QUOTE_LOWER] = "lower", [QUOTE_SAME] = "same", [QUOTE_OFF] = "off", NULL};
static const char *const date_styles[] = {
    [DATES_DAY_MONTH] = "day-month", [DATES_MONTH_DAY] = "month-day", NULL};
static const char *const truths[] = {"true", "false", NULL};
static const char *const date_sources[] = {"metadata", "path", "today", NULL};

static const Key path_keys[] = {
    {"paths", KEY_LIST, "[]", NULL, NULL, "patterns, as in .gitignore", NULL},
    {"levels", KEY_LEVELS, "{}", NULL, NULL, "as above, for these paths", NULL},
    {"quotation", KEY_CHOICE, NULL, quotations, NULL, "likewise", NULL},
    {"home", KEY_TEXT, NULL, NULL, NULL, "likewise", NULL},
    {0}};

static const Key suppression_keys[] = {
    {"require-reason", KEY_CHOICE, "true", truths, NULL, "a mark without a reason is told", NULL},
    {0}};

static const Key keys[] = {
    {"fail-level", KEY_CHOICE, "warning", fail_levels, NULL,
     "A run ends with status 1 from this level on: note, warning, error or never.", NULL},
    {"levels", KEY_LEVELS, "{}", NULL, NULL,
     "Rules that are to be off, or of another level: off, note, warning or error.\n"
     "`stet rules list` names them.",
     "  title-outdated: note\n  place-mismatch: error\n"},
    {"quotation", KEY_CHOICE, "lower", quotations, NULL,
     "Findings in quotation: lower (one level less), same, or off. Quotations are never\n"
     "mended.",
     NULL},
    {.name = "grace",
     .kind = KEY_NUMBER,
     .shipped = "3",
     .most = 30,
     .help = "Days about a change of office, or a death, within which neither state is wrong:\n"
             "0 to 30."},
    {"home", KEY_TEXT, "", NULL, NULL,
     "Where \"the prime minister\" is when nothing else says so: a country, state or\n"
     "organisation.",
     "gb"},
    {"house", KEY_TERMS, "{}", NULL, NULL,
     "House spellings, each with what it replaces; `house-style` tells them.",
     "  Kyiv: [Kiev]\n  secretary of defense: [secretary of war]\n"},
    {"dates", KEY_CHOICE, "day-month", date_styles, NULL,
     "How messages and pages write a date: day-month (13 February 2025) or month-day\n"
     "(February 13, 2025). What is for machines is YYYY-MM-DD.",
     NULL},
    {"date-source", KEY_LIST, "[metadata, path, today]", date_sources, NULL,
     "Where an article's date may come from, if no --date is given: its metadata (front\n"
     "matter), its path (news/2025-02-13-a.md), today.",
     NULL},
    {"data", KEY_LIST, "[]", NULL, NULL,
     "Your own reference, files or folders of YAML beside this file: what has the id of\n"
     "a shipped record replaces it.",
     "  - reference/\n"},
    {"rules", KEY_LIST, "[]", NULL, NULL, "Your own rules, files or folders.", "  - rules/\n"},
    {"exclude", KEY_LIST, "[]", NULL, NULL, "Paths that are not checked, as in .gitignore.",
     "  - drafts/\n  - \"*.draft.md\"\n"},
    {"suppression", KEY_MAP, NULL, NULL, suppression_keys, "Marks that silence a finding.", NULL},
    {"per-path", KEY_MAPS, "[]", NULL, path_keys,
     "Other settings for some paths; of several that match a later one wins.",
     "  - paths: [opinion/**]\n    levels: {title-outdated: off}\n    quotation: off\n"},
    {0}};

static const Key *find_key(const Key *list, View name)
{
    for (; list->name; list++)
        if (view_equal(view_of(list->name), name))
            return list;
    return NULL;
}

/* "suppression.require-reason". NULL where there is none. */
static const Key *find_path(const char *path)
{
    const char *stop = strchr(path, '.');
    const Key *key = find_key(keys, stop ? (View){path, (size_t)(stop - path)} : view_of(path));
    if (!stop || !key || !key->inside)
        return stop ? NULL : key;
    return find_key(key->inside, view_of(stop + 1));
}

/* --- reading --- */

struct ConfigOver {
    View key;
    const YamlNode *node;
    const char *origin;
    struct ConfigOver *next;
};

static void read_choice(const YamlReader *reader, const Key *key, const YamlNode *node)
{
    if (key->choices)
        yaml_choice(reader, node, node->text, key->choices, "value");
}

static bool is_scalar(const YamlReader *reader, const YamlNode *node, const char *name)
{
    if (node->kind == YAML_SCALAR)
        return true;
    yaml_trouble(reader, node, "`%s:` takes one value", name);
    return false;
}

/* A whole number without sign; UINT32_MAX: it is none, or is too long for one. */
static uint32_t number_of(View text)
{
    uint32_t number = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return UINT32_MAX;
        number = 10 * number + (uint32_t)(text.at[i] - '0');
    }
    return text.len && text.len < 6 ? number : UINT32_MAX;
}

static void read_keys(const YamlReader *reader, const Key *list, const YamlNode *map);

static void read_value(const YamlReader *reader, const Key *key, const YamlNode *node)
{
    switch (key->kind) {
    case KEY_TEXT:
        is_scalar(reader, node, key->name);
        return;
    case KEY_CHOICE:
        if (is_scalar(reader, node, key->name))
            read_choice(reader, key, node);
        return;
    case KEY_NUMBER:
        if (is_scalar(reader, node, key->name) && number_of(node->text) > key->most)
            yaml_trouble(reader, node, "`%s:` is \"%.*s\", expected a number of days, 0 to %u",
                         key->name, VIEW_ARG(node->text), key->most);
        return;
    case KEY_LIST:
        if (!yaml_is_list(reader, node, key->name))
            return;
        for (uint32_t i = 0; i < node->count; i++)
            if (is_scalar(reader, node->items[i], key->name))
                read_choice(reader, key, node->items[i]);
        return;
    case KEY_LEVELS:
        if (!yaml_is_map(reader, node, key->name))
            return;
        for (uint32_t i = 0; i < node->count; i++)
            if (is_scalar(reader, node->items[2 * i + 1], "a level"))
                yaml_choice(reader, node->items[2 * i + 1], node->items[2 * i + 1]->text, levels,
                            "level");
        return;
    case KEY_TERMS:
        if (!yaml_is_map(reader, node, key->name))
            return;
        for (uint32_t i = 0; i < node->count; i++) {
            const YamlNode *from = node->items[2 * i + 1];
            for (uint32_t j = 0;
                 yaml_is_list(reader, from, "a term's replacements") && j < from->count; j++)
                is_scalar(reader, from->items[j], key->name);
        }
        return;
    case KEY_MAP:
        if (yaml_is_map(reader, node, key->name))
            read_keys(reader, key->inside, node);
        return;
    case KEY_MAPS:
        if (!yaml_is_list(reader, node, key->name))
            return;
        for (uint32_t i = 0; i < node->count; i++)
            if (yaml_is_map(reader, node->items[i], "an entry"))
                read_keys(reader, key->inside, node->items[i]);
        return;
    }
}

static void read_keys(const YamlReader *reader, const Key *list, const YamlNode *map)
{
    const char *names[sizeof keys / sizeof *keys] = {0};
    for (size_t i = 0; list[i].name; i++)
        names[i] = list[i].name;
    for (uint32_t i = 0; i < map->count; i++) {
        const YamlNode *name = map->items[2 * i], *value = map->items[2 * i + 1];
        int index = yaml_choice(reader, name, name->text, names, "key");
        if (index >= 0)
            read_value(reader, &list[index], value);
    }
}

static StetConfig *config_new(StetTroubles *troubles)
{
    StetConfig *config = memory_or_end(calloc(1, sizeof *config));
    config->reader = (YamlReader){.troubles = &troubles->list, .arena = &config->arena};
    config->root = yaml_parse(&config->arena, VIEW(""), VIEW(""), &troubles->list);
    return config;
}

void stet_config_free(StetConfig *config)
{
    if (!config)
        return;
    arena_free(&config->arena);
    free(config);
}

StetConfig *stet_config_read(const char *file, StetTroubles *troubles)
{
    StetConfig *config = config_new(troubles);
    uint32_t before = troubles->list.count;
    Buffer bytes = {0};
    if (file && file_read(file, LIMIT_CONFIG, &bytes, &troubles->list)) {
        config->file = view_copy(&config->arena, view_of(file));
        config->folder = file_folder(&config->arena, config->file);
        config->real = file_real(&config->arena, config->folder);
        config->reader.path = config->file;
        const YamlNode *root =
            yaml_parse(&config->arena, config->file, buffer_view(&bytes), &troubles->list);
        if (root && yaml_is_map(&config->reader, root, "a configuration")) {
            config->root = root;
            read_keys(&config->reader, keys, root);
        }
    }
    buffer_free(&bytes);
    if (troubles->list.count == before)
        return config;
    stet_config_free(config);
    return NULL;
}

/* --- finding --- */

/* The folder above, as one would write it. */
static View above(Arena *arena, View folder)
{
    if (view_equal(folder, VIEW(".")))
        return VIEW("..");
    if (view_equal(folder, VIEW("..")) || view_ends(folder, VIEW("/..")))
        return file_in(arena, folder, VIEW(".."));
    return file_folder(arena, folder);
}

StetConfig *stet_config_find(const char *path, StetTroubles *troubles)
{
    Arena arena = {0};
    View folder = !strcmp(path, "-")     ? VIEW(".")
                  : file_is_folder(path) ? view_copy(&arena, view_of(path))
                                         : file_folder(&arena, view_of(path));
    StetConfig *config = NULL;
    for (bool last = false; !config && !last; folder = above(&arena, folder)) {
        FileStamp stamp;
        View plain = file_in(&arena, folder, VIEW("stet.yaml")),
             hidden = file_in(&arena, folder, VIEW(".stet.yaml"));
        bool has_plain = file_stamp(plain.at, &stamp), has_hidden = file_stamp(hidden.at, &stamp);
        if (has_plain && has_hidden) {
            trouble_add(&troubles->list, plain, 0, 0,
                        "stands beside %.*s, expected only one of them", VIEW_ARG(hidden));
            break;
        }
        if (has_plain || has_hidden) {
            config = stet_config_read(has_plain ? plain.at : hidden.at, troubles);
            break;
        }
        last = file_stamp(file_in(&arena, folder, VIEW(".git")).at, &stamp) ||
               file_real(&arena, folder).len <= 1;
        if (last)
            config = stet_config_read(NULL, troubles);
    }
    arena_free(&arena);
    return config;
}

const char *stet_config_file(const StetConfig *config)
{
    return config->file.len ? config->file.at : NULL;
}

/* --- values --- */

bool stet_config_set(StetConfig *config, const char *key, const char *value, const char *origin,
                     StetTroubles *troubles)
{
    uint32_t before = troubles->list.count;
    const Key *found = find_path(key);
    assert(found &&
           (found->kind == KEY_TEXT || found->kind == KEY_CHOICE || found->kind == KEY_NUMBER));
    YamlNode *node = arena_new(&config->arena, YamlNode, 1);
    *node = (YamlNode){.kind = YAML_SCALAR, .text = view_copy(&config->arena, view_of(value))};
    YamlReader reader = {
        .path = view_of(origin), .troubles = &troubles->list, .arena = &config->arena};
    read_value(&reader, found, node);
    struct ConfigOver *over = arena_new(&config->arena, struct ConfigOver, 1);
    *over = (struct ConfigOver){view_of(key), node, origin, config->over};
    config->over = over;
    return troubles->list.count == before;
}

static const struct ConfigOver *over_of(const StetConfig *config, const char *key)
{
    for (const struct ConfigOver *over = config->over; over; over = over->next)
        if (view_equal(over->key, view_of(key)))
            return over;
    return NULL;
}

const YamlNode *config_node(const StetConfig *config, const char *key)
{
    const struct ConfigOver *over = over_of(config, key);
    if (over)
        return over->node;
    const char *stop = strchr(key, '.');
    if (!stop)
        return yaml_get(config->root, key);
    char outer[40];
    assert((size_t)(stop - key) < sizeof outer);
    memcpy(outer, key, (size_t)(stop - key));
    outer[stop - key] = '\0';
    const YamlNode *map = yaml_get(config->root, outer);
    return map ? yaml_get(map, stop + 1) : NULL;
}

const char *stet_config_text(const StetConfig *config, const char *key)
{
    const Key *found = find_path(key);
    assert(found);
    const YamlNode *node = config_node(config, key);
    return node ? node->text.at ? node->text.at : "" : found->shipped;
}

const char *stet_config_item(const StetConfig *config, const char *key, size_t index)
{
    assert(find_path(key) && find_path(key)->kind == KEY_LIST);
    const YamlNode *node = config_node(config, key);
    return node && index < node->count ? node->items[index]->text.at : NULL;
}

/* The items of a list, as views. */
static View *list_of(const YamlNode *node, Arena *arena, uint32_t *count)
{
    *count = node ? node->count : 0;
    View *items = arena_new(arena, View, *count);
    for (uint32_t i = 0; i < *count; i++)
        items[i] = node->items[i]->text;
    return items;
}

/* The path below the configuration's folder; as it is where it does not lie there. */
static View below(const StetConfig *config, View path, Arena *arena)
{
    View real = file_real(arena, path);
    View folder = config->real;
    if (!real.len || !folder.len || real.len <= folder.len || !view_starts(real, folder))
        return view_starts(path, VIEW("./")) ? view_slice(path, 2, path.len) : path;
    size_t from = folder.len + (real.at[folder.len] == '/');
    return view_slice(real, from, real.len);
}

bool stet_config_excludes(const StetConfig *config, const char *path)
{
    Arena arena = {0};
    uint32_t count;
    const YamlNode *node = config_node(config, "exclude");
    View *patterns = list_of(node, &arena, &count);
    bool excluded = count && globs_match(patterns, count, below(config, view_of(path), &arena));
    arena_free(&arena);
    return excluded;
}

bool config_takes_date(const StetConfig *config, DateSource source)
{
    const YamlNode *list = config ? config_node(config, "date-source") : NULL;
    static const char *const names[] = {
        [DATE_FROM_RECORD] = "metadata", [DATE_FROM_FRONT_MATTER] = "metadata",
        [DATE_FROM_META] = "metadata",   [DATE_FROM_JSON_LD] = "metadata",
        [DATE_FROM_FILE_NAME] = "path",  [DATE_FROM_TODAY] = "today",
        [DATE_FROM_CLAIMS] = NULL};
    const char *name = names[source];
    bool taken = !list || !name;
    for (uint32_t i = 0; list && i < list->count; i++)
        taken |= name && view_equal(list->items[i]->text, view_of(name));
    return taken;
}

/* --- data and rules of the newsroom's own --- */

bool stet_config_adds(const StetConfig *config)
{
    static const char *const names[] = {"data", "rules", "house", NULL};
    bool has = false;
    for (int i = 0; config && names[i]; i++) {
        const YamlNode *node = config_node(config, names[i]);
        has |= node && node->count;
    }
    return has;
}

/* A file, or all YAML files of a folder; named from the folder of the settings. */
static bool list_files(const StetConfig *config, const YamlNode *node, Arena *arena, FileList *out,
                       Troubles *troubles)
{
    View path = file_in(arena, config->folder, node->text);
    if (file_is_folder(path.at))
        return file_list(arena, path.at, ".yaml", out, troubles);
    *arena_push(arena, out) = path;
    return true;
}

static void member(JsonWriter *json, const char *key, const char *text)
{
    json_key(json, key);
    json_text(json, view_of(text));
}

static void add_example(JsonWriter *json, const char *key, View words)
{
    Buffer text = {0};
    buffer_print(&text, "They spoke of %.*s.", VIEW_ARG(words));
    json_key(json, key);
    json_open_array(json);
    json_open_object(json);
    member(json, "date", "2025-01-01");
    json_key(json, "text");
    json_text(json, buffer_view(&text));
    json_close(json);
    json_close(json);
    buffer_free(&text);
}

/* `house:` as a rule of its own, "house-style", in JSON, which is YAML. */
static View house_rule(const YamlNode *house, Arena *arena)
{
    Buffer out = {0};
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    member(json, "subject", "text");
    member(json, "level", "warning");
    member(json, "message", "House style is \"{instead}\", not \"{said}\".");
    member(json, "help",
           "The words are not the house's.\n\n**To fix:** write the term that the message "
           "gives.\n\n**Limits:** the terms are those of `house:` in stet.yaml, as whole words.\n");
    json_key(json, "fix");
    json_open_object(json);
    member(json, "replace", "said");
    member(json, "with", "{instead}");
    json_close(json);
    json_key(json, "terms");
    json_open_object(json);
    for (uint32_t i = 0; i < house->count; i++) {
        const YamlNode *words = house->items[2 * i + 1];
        json_key_text(json, house->items[2 * i]->text);
        json_open_array(json);
        for (uint32_t j = 0; j < words->count; j++)
            json_text(json, words->items[j]->text);
        json_close(json);
    }
    json_close(json);
    const YamlNode *first = house->items[1];
    add_example(json, "wrong", first->count ? first->items[0]->text : (View){0});
    add_example(json, "right", house->items[0]->text);
    json_close(json);
    json_end(json, &out);
    View rule = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return rule;
}

bool config_own(const StetConfig *config, Arena *arena, RulesOwn *out, Troubles *troubles)
{
    static const struct {
        const char *key;
        RulesPart part;
    } added[] = {{"data", RULES_REFERENCE}, {"rules", RULES_CHECKS}};
    bool done = true;
    *out = (RulesOwn){.folder = config->folder.len ? config->folder : VIEW(".")};
    for (size_t k = 0; k < sizeof added / sizeof *added; k++) {
        const YamlNode *list = config_node(config, added[k].key);
        for (uint32_t i = 0; list && i < list->count; i++)
            done &= list_files(config, list->items[i], arena, &out->parts[added[k].part], troubles);
    }
    const YamlNode *house = config_node(config, "house");
    if (house && house->count) {
        out->written = house_rule(house, arena);
        out->name = file_in(arena, config->file, VIEW("house-style.yaml"));
    }
    return done;
}

/* --- policy --- */

static void check_levels(const YamlReader *reader, const YamlNode *map, const Rules *rules)
{
    const char **names = arena_new(reader->arena, const char *, rules->count + 1);
    for (uint32_t i = 0; i < rules->count; i++)
        names[i] = view_copy(reader->arena, rules->items[i].name).at;
    for (uint32_t i = 0; map && i < map->count; i++)
        yaml_choice(reader, map->items[2 * i], map->items[2 * i]->text, names, "rule");
}

static uint32_t place_named(const Book *book, const YamlNode *node, Arena *arena)
{
    if (!node || !node->text.len)
        return NONE;
    Indexes places = search_places(arena, book, node->text);
    return places.count == 1 ? places.items[0] : NONE;
}

static void check_home(const YamlReader *reader, const YamlNode *node, const Book *book)
{
    if (node && node->text.len && place_named(book, node, reader->arena) == NONE)
        yaml_trouble(reader, node, "no one place goes by \"%.*s\"", VIEW_ARG(node->text));
}

bool config_check(const StetConfig *config, const Rules *rules, const Book *book,
                  Troubles *troubles)
{
    uint32_t before = troubles->count;
    Arena arena = {0};
    YamlReader reader = {.path = config->file, .troubles = troubles, .arena = &arena};
    const struct ConfigOver *home = over_of(config, "home");
    check_levels(&reader, config_node(config, "levels"), rules);
    if (home)
        reader.path = view_of(home->origin);
    check_home(&reader, config_node(config, "home"), book);
    reader.path = config->file;
    const YamlNode *paths = config_node(config, "per-path");
    for (uint32_t i = 0; paths && i < paths->count; i++) {
        check_levels(&reader, yaml_get(paths->items[i], "levels"), rules);
        check_home(&reader, yaml_get(paths->items[i], "home"), book);
    }
    arena_free(&arena);
    return troubles->count == before;
}

/* The next entry of `per-path:` from `at` on that governs a path; NULL: none is left. */
static const YamlNode *next_entry(const StetConfig *config, View path, Arena *arena, uint32_t *at)
{
    const YamlNode *entries = config_node(config, "per-path");
    View name = entries ? below(config, path, arena) : path;
    while (entries && *at < entries->count) {
        const YamlNode *entry = entries->items[(*at)++];
        uint32_t count;
        View *patterns = list_of(yaml_get(entry, "paths"), arena, &count);
        if (globs_match(patterns, count, name))
            return entry;
    }
    return NULL;
}

static int choice_of(const YamlNode *node, const char *const *choices)
{
    for (int i = 0; choices[i]; i++)
        if (view_equal(node->text, view_of(choices[i])))
            return i;
    return 0;
}

static void add_levels(const YamlNode *map, const Rules *rules, int8_t *out)
{
    for (uint32_t i = 0; map && i < map->count; i++) {
        uint32_t rule = rule_named(rules, map->items[2 * i]->text);
        int level = choice_of(map->items[2 * i + 1], levels);
        if (rule != NONE)
            out[rule] = level ? (int8_t)(level - 1) : POLICY_OFF;
    }
}

/* The settings of one map: the file's own, or those for some paths. */
static void add_policy(const YamlNode *level_map, const YamlNode *quotation, const YamlNode *home,
                       const Rules *rules, const Book *book, Arena *arena, int8_t *level_list,
                       Policy *policy)
{
    add_levels(level_map, rules, level_list);
    if (quotation)
        policy->quotes = (QuotePolicy)choice_of(quotation, quotations);
    if (home)
        policy->home = place_named(book, home, arena);
}

DateStyle config_dates(const StetConfig *config)
{
    const YamlNode *node = config ? config_node(config, "dates") : NULL;
    return node ? (DateStyle)choice_of(node, date_styles) : DATES_DAY_MONTH;
}

Policy config_policy(const StetConfig *config, const Rules *rules, const Book *book, View path,
                     Arena *arena)
{
    Policy policy = policy_default;
    if (!config)
        return policy;
    int8_t *list = arena_new(arena, int8_t, rules->count + 1);
    memset(list, POLICY_AS_WRITTEN, rules->count);
    policy.levels = list;
    policy.bare_marks = !strcmp(stet_config_text(config, "suppression.require-reason"), "false");
    policy.dates = config_dates(config);
    policy.grace = (Day)number_of(view_of(stet_config_text(config, "grace")));
    add_policy(config_node(config, "levels"), config_node(config, "quotation"),
               config_node(config, "home"), rules, book, arena, list, &policy);
    const YamlNode *entry;
    for (uint32_t at = 0; (entry = next_entry(config, path, arena, &at));)
        add_policy(yaml_get(entry, "levels"), yaml_get(entry, "quotation"),
                   over_of(config, "home") ? NULL : yaml_get(entry, "home"), rules, book, arena,
                   list, &policy);
    return policy;
}

/* --- showing --- */

static void add_flow(Buffer *out, const YamlNode *node);

static bool is_plain(View text)
{
    static const char safe[] = "-_./ ";
    bool plain = text.len && text.at[0] != ' ' && text.at[0] != '-' && !view_ends(text, VIEW(" "));
    for (size_t i = 0; plain && i < text.len; i++) {
        unsigned char byte = (unsigned char)text.at[i];
        plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                (byte >= '0' && byte <= '9') || byte >= 0x80 || strchr(safe, byte);
    }
    return plain;
}

static void add_scalar(Buffer *out, View text)
{
    if (is_plain(text)) {
        buffer_add(out, text);
        return;
    }
    buffer_add_byte(out, '\'');
    for (size_t i = 0; i < text.len; i++) {
        buffer_add_byte(out, text.at[i]);
        if (text.at[i] == '\'')
            buffer_add_byte(out, '\'');
    }
    buffer_add_byte(out, '\'');
}

static void add_pairs(Buffer *out, const YamlNode *map)
{
    buffer_add_byte(out, '{');
    for (uint32_t i = 0; i < map->count; i++) {
        buffer_add(out, i ? VIEW(", ") : VIEW(""));
        add_scalar(out, map->items[2 * i]->text);
        buffer_add(out, VIEW(": "));
        add_flow(out, map->items[2 * i + 1]);
    }
    buffer_add_byte(out, '}');
}

static void add_flow(Buffer *out, const YamlNode *node)
{
    if (node->kind == YAML_SCALAR) {
        add_scalar(out, node->text);
    } else if (node->kind == YAML_MAP) {
        add_pairs(out, node);
    } else {
        buffer_add_byte(out, '[');
        for (uint32_t i = 0; i < node->count; i++) {
            buffer_add(out, i ? VIEW(", ") : VIEW(""));
            add_flow(out, node->items[i]);
        }
        buffer_add_byte(out, ']');
    }
}

/* The values of one key, the last to count: laid over or the file's own, and those for a path. */
typedef struct Values {
    const YamlNode **items;
    uint32_t count, capacity;
} Values;

static Values values_of(const StetConfig *config, const char *path, const char *key, Arena *arena)
{
    Values values = {0};
    const YamlNode *node = config_node(config, key), *entry;
    if (node)
        *arena_push(arena, &values) = node;
    for (uint32_t at = 0;
         path && !over_of(config, key) && (entry = next_entry(config, view_of(path), arena, &at));)
        if (find_key(path_keys, view_of(key)) && yaml_get(entry, key))
            *arena_push(arena, &values) = yaml_get(entry, key);
    return values;
}

/* The maps as one: a later one says again what it changes. */
static const YamlNode *merged(const Values *maps, Arena *arena)
{
    YamlNode *all = arena_new(arena, YamlNode, 1);
    uint32_t most = 0;
    for (uint32_t m = 0; m < maps->count; m++)
        most += maps->items[m]->count;
    *all = (YamlNode){.kind = YAML_MAP, .line = maps->items[0]->line};
    all->items = arena_new(arena, const YamlNode *, 2 * most);
    for (uint32_t m = 0; m < maps->count; m++)
        for (uint32_t i = 0; i < maps->items[m]->count; i++) {
            const YamlNode **pair = &maps->items[m]->items[2 * i];
            uint32_t at = 0;
            while (at < all->count && !view_equal(all->items[2 * at]->text, pair[0]->text))
                at++;
            all->items[2 * at] = pair[0];
            all->items[2 * at + 1] = pair[1];
            all->count += at == all->count;
        }
    return all;
}

/* "fail-level: error  # stet.yaml:3" */
static void show_key(Buffer *out, const StetConfig *config, const char *path, const Key *key,
                     const char *name, int indent)
{
    Arena arena = {0};
    const struct ConfigOver *over = over_of(config, name);
    Values values = values_of(config, path, name, &arena);
    buffer_print(out, "%*s%s: ", indent, "", key->name);
    if (!values.count)
        buffer_print(out, "%s", *key->shipped ? key->shipped : "''");
    else
        add_flow(out, key->kind == KEY_LEVELS ? merged(&values, &arena)
                                              : values.items[values.count - 1]);
    if (over)
        buffer_print(out, "  # %s", over->origin);
    else if (!values.count)
        buffer_print(out, "  # as shipped");
    for (uint32_t i = key->kind == KEY_LEVELS || !values.count ? 0 : values.count - 1;
         !over && i < values.count; i++)
        buffer_print(out, "%s%.*s:%u", i && key->kind == KEY_LEVELS ? ", " : "  # ",
                     VIEW_ARG(config->file), values.items[i]->line);
    buffer_add_byte(out, '\n');
    arena_free(&arena);
}

bool stet_config_show(const StetConfig *config, const char *path, StetWrite write, void *to,
                      StetTroubles *troubles)
{
    Buffer out = {0};
    for (const Key *key = keys; key->name; key++) {
        if (key->kind != KEY_MAP) {
            show_key(&out, config, path, key, key->name, 0);
            continue;
        }
        buffer_print(&out, "%s:\n", key->name);
        for (const Key *inner = key->inside; inner->name; inner++) {
            char name[80];
            snprintf(name, sizeof name, "%s.%s", key->name, inner->name);
            show_key(&out, config, path, inner, name, 2);
        }
    }
    return face_write_out(&out, write, to, &troubles->list);
}

/* --- the schema --- */

static void add_choices(JsonWriter *json, const char *const *choices)
{
    if (choices == truths) {
        member(json, "type", "boolean");
        return;
    }
    member(json, "type", "string");
    if (!choices)
        return;
    json_key(json, "enum");
    json_open_array(json);
    for (; *choices; choices++)
        json_text(json, view_of(*choices));
    json_close(json);
}

static void add_keys(JsonWriter *json, const Key *list);

static void add_items(JsonWriter *json, const char *key, const char *const *choices)
{
    json_key(json, key);
    json_open_object(json);
    add_choices(json, choices);
    json_close(json);
}

static void add_schema(JsonWriter *json, const Key *key)
{
    json_key(json, key->name);
    json_open_object(json);
    member(json, "description", key->help);
    switch (key->kind) {
    case KEY_TEXT:
    case KEY_CHOICE:
        add_choices(json, key->choices);
        break;
    case KEY_NUMBER:
        member(json, "type", "integer");
        json_member_int(json, "minimum", 0);
        json_member_int(json, "maximum", key->most);
        break;
    case KEY_LIST:
        member(json, "type", "array");
        add_items(json, "items", key->choices);
        break;
    case KEY_LEVELS:
        member(json, "type", "object");
        add_items(json, "additionalProperties", levels);
        break;
    case KEY_TERMS:
        member(json, "type", "object");
        json_key(json, "additionalProperties");
        json_open_object(json);
        member(json, "type", "array");
        add_items(json, "items", NULL);
        json_close(json);
        break;
    case KEY_MAP:
        add_keys(json, key->inside);
        break;
    case KEY_MAPS:
        member(json, "type", "array");
        json_key(json, "items");
        json_open_object(json);
        add_keys(json, key->inside);
        json_close(json);
        break;
    }
    json_close(json);
}

static void add_keys(JsonWriter *json, const Key *list)
{
    member(json, "type", "object");
    json_key(json, "additionalProperties");
    json_bool(json, false);
    json_key(json, "properties");
    json_open_object(json);
    for (; list->name; list++)
        add_schema(json, list);
    json_close(json);
}

bool stet_config_schema(StetWrite write, void *to, StetTroubles *troubles)
{
    Buffer out = {0};
    JsonWriter *json = json_begin(true);
    json_open_object(json);
    member(json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    member(json, "title", "stet.yaml");
    add_keys(json, keys);
    json_close(json);
    json_end(json, &out);
    buffer_add_byte(&out, '\n');
    return face_write_out(&out, write, to, &troubles->list);
}

/* --- the commented file --- */

static void add_commented(Buffer *out, const char *lines)
{
    while (*lines) {
        size_t len = strcspn(lines, "\n");
        buffer_print(out, "# %.*s\n", (int)len, lines);
        lines += len + (lines[len] == '\n');
    }
}

bool stet_config_template(StetWrite write, void *to, StetTroubles *troubles)
{
    Buffer out = {0};
    buffer_print(&out, "# Settings of stet for this folder and those below it.\n"
                       "# All stand as shipped; take away the \"#\" before a key to change it.\n");
    for (const Key *key = keys; key->name; key++) {
        buffer_add_byte(&out, '\n');
        add_commented(&out, key->help);
        if (key->kind == KEY_MAP) {
            buffer_print(&out, "#%s:\n", key->name);
            for (const Key *inner = key->inside; inner->name; inner++)
                buffer_print(&out, "#  %s: %s  # %s\n", inner->name, inner->shipped, inner->help);
        } else if (!key->sample) {
            buffer_print(&out, "#%s: %s\n", key->name, key->shipped);
        } else if (key->kind == KEY_TEXT) {
            buffer_print(&out, "#%s: %s\n", key->name, key->sample);
        } else {
            buffer_print(&out, "#%s:\n", key->name);
            for (const char *at = key->sample; *at; at += strcspn(at, "\n") + 1)
                buffer_print(&out, "#%.*s\n", (int)strcspn(at, "\n"), at);
        }
    }
    return face_write_out(&out, write, to, &troubles->list);
}
