/* Reads and matches rules. Tests: tests/unit/judge/rule.c, and the examples inside the rules. */
#include "judge/rule.h"

#include "base/hash.h"
#include "base/yaml.h"
#include "judge/message.h"

static const char *const level_names[] = {"note", "warning", "error", NULL};
static const char *const verdict_names[] = {"unverifiable", "supported", "contradicted"};
static const char *const target_names[] = {"", "title", "phrase", "place", "status", NULL};

const char *level_name(Level level)
{
    return level_names[level];
}

const char *verdict_name(VerdictKind kind)
{
    return verdict_names[kind];
}

typedef struct RuleReader {
    YamlReader yaml;
    Arena *arena;
    struct {
        Rule *items;
        uint32_t count, capacity;
    } rules;
    struct {
        Row *items;
        uint32_t count, capacity;
    } rows;
    struct {
        RuleExample *items;
        uint32_t count, capacity;
    } examples;
} RuleReader;

/* "rules/checks/office/title-mismatch.yaml" -> "title-mismatch" */
static View name_of(View path)
{
    size_t start = path.len;
    while (start && path.at[start - 1] != '/')
        start--;
    View name = view_slice(path, start, path.len);
    return view_ends(name, VIEW(".yaml")) ? view_slice(name, 0, name.len - 5) : name;
}

static int fact_of(const RuleReader *reader, const YamlNode *key)
{
    const char *names[FACT_COUNT + 1] = {0};
    for (Fact fact = 0; fact < FACT_COUNT; fact++)
        names[fact] = fact_name(fact);
    return yaml_choice(&reader->yaml, key, key->text, names, "fact");
}

/* `when: {held-on: no, status: [current, acting]}`: facts not named may have any value. */
static uint64_t read_when(const RuleReader *reader, const YamlNode *when)
{
    uint64_t allowed = 0;
    bool named[FACT_COUNT] = {0};
    for (uint32_t i = 0; i < when->count; i++) {
        const YamlNode *key = when->items[2 * i], *value = when->items[2 * i + 1];
        int fact = fact_of(reader, key);
        if (fact < 0)
            continue;
        named[fact] = true;
        uint32_t count = value->kind == YAML_LIST ? value->count : 1;
        for (uint32_t v = 0; v < count; v++) {
            const YamlNode *node = value->kind == YAML_LIST ? value->items[v] : value;
            int choice = node->kind == YAML_SCALAR ? yaml_choice(&reader->yaml, node, node->text,
                                                                 fact_values((Fact)fact), "value")
                                                   : -1;
            if (choice >= 0)
                allowed |= fact_bit((Fact)fact, (uint32_t)choice);
        }
    }
    for (Fact fact = 0; fact < FACT_COUNT; fact++)
        if (!named[fact])
            allowed |= fact_mask(fact);
    return allowed;
}

static Level read_level(const RuleReader *reader, const YamlNode *map, bool required,
                        Level otherwise)
{
    View text = yaml_text(&reader->yaml, map, "level", required);
    int level = text.len
                    ? yaml_choice(&reader->yaml, yaml_get(map, "level"), text, level_names, "level")
                    : -1;
    return level < 0 ? otherwise : (Level)level;
}

/* One row, or a list of rows that may have levels of their own. */
static void read_rows(RuleReader *reader, const YamlNode *root, Rule *rule)
{
    static const char *const keys[] = {"level", "when", NULL};
    const YamlNode *when = yaml_get(root, "when"), *rows = yaml_get(root, "rows");
    uint32_t index = reader->rules.count;
    if (!when == !rows) {
        yaml_trouble(&reader->yaml, root, "a rule has `when:` or `rows:`, expected one of them");
        return;
    }
    if (when) {
        if (yaml_is_map(&reader->yaml, when, "when"))
            *arena_push(reader->arena, &reader->rows) =
                (Row){index, rule->level, read_when(reader, when)};
        return;
    }
    if (!yaml_is_list(&reader->yaml, rows, "rows"))
        return;
    for (uint32_t i = 0; i < rows->count; i++) {
        const YamlNode *row = rows->items[i];
        if (!yaml_is_map(&reader->yaml, row, "a row") || !yaml_known_keys(&reader->yaml, row, keys))
            continue;
        when = yaml_get(row, "when");
        if (!when || !yaml_is_map(&reader->yaml, when, "when")) {
            yaml_trouble(&reader->yaml, row, "a row has no `when:`, expected facts");
            continue;
        }
        Level level = read_level(reader, row, false, rule->level);
        *arena_push(reader->arena, &reader->rows) = (Row){index, level, read_when(reader, when)};
    }
}

static void check_template(const RuleReader *reader, const YamlNode *map, const char *key,
                           View template)
{
    View unknown;
    if (!message_check(template, &unknown))
        yaml_trouble(&reader->yaml, yaml_get(map, key), "unknown placeholder \"{%.*s}\"",
                     VIEW_ARG(unknown));
}

static void read_fix(RuleReader *reader, const YamlNode *root, Rule *rule)
{
    static const char *const keys[] = {"replace", "with", NULL};
    const YamlNode *fix = yaml_get(root, "fix");
    if (!fix || !yaml_is_map(&reader->yaml, fix, "fix") ||
        !yaml_known_keys(&reader->yaml, fix, keys))
        return;
    View target = yaml_text(&reader->yaml, fix, "replace", true);
    int choice = target.len ? yaml_choice(&reader->yaml, yaml_get(fix, "replace"), target,
                                          target_names, "part")
                            : -1;
    if (choice > 0)
        rule->replace = (FixTarget)choice;
    rule->with = yaml_text(&reader->yaml, fix, "with", false);
    check_template(reader, fix, "with", rule->with);
}

static uint32_t read_examples(RuleReader *reader, const YamlNode *root, const char *key)
{
    static const char *const keys[] = {"date", "text", NULL};
    const YamlNode *list = yaml_get(root, key);
    if (!list || !yaml_is_list(&reader->yaml, list, key))
        return 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "an example") ||
            !yaml_known_keys(&reader->yaml, item, keys))
            continue;
        RuleExample example = {.rule = reader->rules.count,
                               .wrong = view_equal(view_of(key), VIEW("wrong")),
                               .text = yaml_text(&reader->yaml, item, "text", true),
                               .line = item->line,
                               .column = item->column};
        View date = yaml_text(&reader->yaml, item, "date", true);
        if (date.len && !date_parse(date, &example.date))
            yaml_trouble(&reader->yaml, yaml_get(item, "date"),
                         "\"%.*s\" is no date, expected YYYY-MM-DD", VIEW_ARG(date));
        *arena_push(reader->arena, &reader->examples) = example;
    }
    return list->count;
}

static void read_rule(RuleReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {"level", "when",  "rows",  "message", "fix",
                                       "help",  "wrong", "right", NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    Rule rule = {.name = name_of(reader->yaml.path), .path = reader->yaml.path};
    rule.level = read_level(reader, root, true, LEVEL_WARNING);
    rule.message = yaml_text(&reader->yaml, root, "message", true);
    rule.help = yaml_text(&reader->yaml, root, "help", true);
    if (yaml_get(root, "message"))
        check_template(reader, root, "message", rule.message);
    read_fix(reader, root, &rule);
    read_rows(reader, root, &rule);
    uint32_t wrong = read_examples(reader, root, "wrong");
    uint32_t right = read_examples(reader, root, "right");
    if (!wrong || !right)
        yaml_trouble(&reader->yaml, root, "a rule lacks examples, expected `wrong:` and `right:`");
    *arena_push(reader->arena, &reader->rules) = rule;
}

static void check_names(const RuleReader *reader, Troubles *troubles)
{
    for (uint32_t i = 0; i < reader->rules.count; i++)
        for (uint32_t j = 0; j < i; j++)
            if (view_equal(reader->rules.items[i].name, reader->rules.items[j].name))
                trouble_add(troubles, reader->rules.items[i].path, 0, 0,
                            "rule \"%.*s\" stands twice, first in %.*s",
                            VIEW_ARG(reader->rules.items[i].name),
                            VIEW_ARG(reader->rules.items[j].path));
}

Rules *rules_read(Arena *arena, const Grammar *grammar, const BookSource *files, uint32_t count,
                  Troubles *troubles)
{
    uint32_t before = troubles->count;
    RuleReader reader = {.arena = arena};
    HashState *hash = hash_begin(arena);
    hash_add(hash, grammar ? grammar->version : (View){0});
    for (uint32_t i = 0; i < count; i++) {
        reader.yaml = (YamlReader){.path = files[i].path, .troubles = troubles, .arena = arena};
        hash_add(hash, name_of(files[i].path));
        hash_add(hash, files[i].bytes);
        const YamlNode *root = yaml_parse(arena, files[i].path, files[i].bytes, troubles);
        if (root && yaml_is_map(&reader.yaml, root, "a rule"))
            read_rule(&reader, root);
    }
    check_names(&reader, troubles);
    if (troubles->count != before)
        return NULL;
    Rules *rules = arena_new(arena, Rules, 1);
    *rules = (Rules){.items = reader.rules.items,
                     .count = reader.rules.count,
                     .rows = reader.rows.items,
                     .row_count = reader.rows.count,
                     .examples = reader.examples.items,
                     .example_count = reader.examples.count,
                     .version = hash_end(hash, arena)};
    return rules;
}

const Row *rules_find(const Rules *rules, const Facts *facts)
{
    uint64_t packed = facts_pack(facts);
    for (uint32_t i = 0; i < rules->row_count; i++)
        if (!(packed & ~rules->rows[i].allowed))
            return &rules->rows[i];
    return NULL;
}
