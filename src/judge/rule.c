/* Reads and matches rules. Tests: tests/unit/judge/rule.c, and the examples inside the rules. */
#include "judge/rule.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/yaml.h"
#include "judge/style.h"

static const char *const level_names[] = {"note", "warning", "error", NULL};
static const char *const verdict_names[] = {"unverifiable", "supported", "contradicted"};
static const char *const target_names[] = {"",       "title",  "phrase", "place",
                                           "status", "person", "said",   NULL};

bool finding_counts(const Finding *finding)
{
    return !finding->suppressed && finding->baseline.state != BASELINE_KNOWN;
}

const char *level_name(Level level)
{
    return level_names[level];
}

const char *verdict_name(VerdictKind kind)
{
    return verdict_names[kind];
}

const char *fix_target_name(FixTarget target)
{
    return target_names[target];
}

typedef struct RuleReader {
    YamlReader yaml;
    Arena *arena;
    uint32_t subject; /* of the rule at hand */
    bool own;         /* likewise */
    bool known;       /* the file was read before, without trouble */
    struct {
        Rule *items;
        uint32_t count, capacity;
    } rules;
    struct {
        Row *items;
        uint32_t count, capacity;
    } rows;
    struct {
        RulePattern *items;
        uint32_t count, capacity;
    } patterns;
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

/* --- when --- */

typedef struct Masks {
    uint64_t *items;
    uint32_t count;
    uint32_t capacity;
} Masks;

static int value_of(const RuleReader *reader, const Fact *fact, const YamlNode *node)
{
    const char *names[FACT_BITS + 1] = {0};
    for (uint32_t i = 0; fact->values[i].name; i++)
        names[i] = fact->values[i].name;
    if (node->kind == YAML_SCALAR)
        return yaml_choice(&reader->yaml, node, node->text, names, "value");
    yaml_trouble(&reader->yaml, node, "expected values of \"%s\"", fact->name);
    return -1;
}

/* `held-on: [no, unknown]`: the bits of its values, and all bits of the fact. False where there is
 * no such fact. */
static bool read_fact(const RuleReader *reader, const YamlNode *key, const YamlNode *value,
                      uint64_t *bits, uint64_t *all)
{
    FactTable table = subjects[reader->subject]->facts;
    const char *names[FACTS_MOST + 2] = {0};
    for (uint32_t i = 0; i <= table.count; i++)
        names[i] = fact_at(table, i)->name;
    int fact = yaml_choice(&reader->yaml, key, key->text, names, "fact");
    if (fact < 0)
        return false;
    *bits = 0;
    *all = fact_mask(table, (uint32_t)fact);
    uint32_t count = value->kind == YAML_LIST ? value->count : 1;
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *node = value->kind == YAML_LIST ? value->items[i] : value;
        int choice = value_of(reader, fact_at(table, (uint32_t)fact), node);
        if (choice >= 0)
            *bits |= fact_bit(table, (uint32_t)fact, (uint32_t)choice);
    }
    return true;
}

/* `not: {a: x, b: y}`: not both, so one row for each. */
static Masks expand_not(const RuleReader *reader, const YamlNode *map, Masks from)
{
    Masks out = {0};
    for (uint32_t i = 0; i < map->count; i++) {
        uint64_t bits, all;
        if (!read_fact(reader, map->items[2 * i], map->items[2 * i + 1], &bits, &all))
            continue;
        for (uint32_t m = 0; m < from.count; m++)
            *arena_push(reader->arena, &out) = from.items[m] & ~bits;
    }
    return out;
}

static bool is_named(const YamlNode *node, const char *key)
{
    bool found = false;
    if (node->kind == YAML_SCALAR)
        return false;
    if (node->kind == YAML_MAP && yaml_get(node, key))
        return true;
    for (uint32_t i = 0; i < node->count && !found; i++)
        found = is_named(node->items[node->kind == YAML_MAP ? 2 * i + 1 : i], key);
    return found;
}

static Masks expand(RuleReader *reader, const YamlNode *when, Masks given);

static Masks expand_any(RuleReader *reader, const YamlNode *list, Masks from)
{
    Masks out = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        if (!yaml_is_map(&reader->yaml, list->items[i], "an alternative"))
            continue;
        Masks some = expand(reader, list->items[i], from);
        for (uint32_t m = 0; m < some.count; m++)
            *arena_push(reader->arena, &out) = some.items[m];
    }
    return out;
}

/* `when: {held-on: no, any: [{place: said}, {elsewhere: no}], not: {quoted: yes}}`: the masks
 * given, narrowed. Facts not named may have any value. */
static Masks expand(RuleReader *reader, const YamlNode *when, Masks given)
{
    Masks from = {0};
    for (uint32_t m = 0; m < given.count; m++)
        *arena_push(reader->arena, &from) = given.items[m];
    for (uint32_t i = 0; i < when->count; i++) {
        const YamlNode *key = when->items[2 * i], *value = when->items[2 * i + 1];
        uint64_t bits, all;
        if (view_equal(key->text, VIEW("any"))) {
            if (yaml_is_list(&reader->yaml, value, "any"))
                from = expand_any(reader, value, from);
        } else if (view_equal(key->text, VIEW("not"))) {
            if (yaml_is_map(&reader->yaml, value, "not"))
                from = expand_not(reader, value, from);
        } else if (read_fact(reader, key, value, &bits, &all)) {
            for (uint32_t m = 0; m < from.count; m++)
                from.items[m] &= bits | ~all;
        }
    }
    return from;
}

static Masks masks_of(RuleReader *reader, const YamlNode *when)
{
    FactTable table = subjects[reader->subject]->facts;
    Masks masks = {0};
    uint64_t all = facts_mask(table);
    if (!is_named(when, fact_verdict.name))
        all &= ~fact_mask(table, table.count) | verdict_bit(VERDICT_CONTRADICTED);
    *arena_push(reader->arena, &masks) = all;
    return expand(reader, when, masks);
}

static void add_rows(RuleReader *reader, const YamlNode *when, Level level)
{
    FactTable table = subjects[reader->subject]->facts;
    uint32_t troubled = reader->yaml.troubles->count, added = 0;
    Masks masks = masks_of(reader, when);
    for (uint32_t i = 0; i < masks.count; i++)
        if (facts_possible(table, masks.items[i])) {
            *arena_push(reader->arena, &reader->rows) =
                (Row){reader->rules.count, when->line, level, masks.items[i]};
            added++;
        }
    if (!added && reader->yaml.troubles->count == troubled)
        yaml_trouble(&reader->yaml, when, "the row can never fire: no value of a fact is left");
}

static int read_level(const RuleReader *reader, const YamlNode *map, bool required, int otherwise)
{
    View text = yaml_text(&reader->yaml, map, "level", required);
    int level = text.len
                    ? yaml_choice(&reader->yaml, yaml_get(map, "level"), text, level_names, "level")
                    : -1;
    return level < 0 ? otherwise : level;
}

/* One row, or a list of rows that may have levels of their own. */
static void read_rows(RuleReader *reader, const YamlNode *root, Rule *rule)
{
    static const char *const keys[] = {"level", "when", NULL};
    const YamlNode *when = yaml_get(root, "when"), *rows = yaml_get(root, "rows");
    if (!when == !rows) {
        yaml_trouble(&reader->yaml, root, "a rule has `when:` or `rows:`, expected one of them");
        return;
    }
    if (when) {
        if (yaml_is_map(&reader->yaml, when, "when"))
            add_rows(reader, when, rule->level);
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
        Level level = (Level)read_level(reader, row, false, (int)rule->level);
        add_rows(reader, when, level);
        if (level > rule->level)
            rule->level = level;
    }
}

/* --- patterns --- */

static void add_pattern(RuleReader *reader, const YamlNode *node, RulePattern pattern)
{
    pattern.rule = reader->rules.count;
    pattern.line = node->line;
    pattern.column = node->column;
    pattern.compiled = arena_new(reader->arena, struct LazyPattern, 1);
    *arena_push(reader->arena, &reader->patterns) = pattern;
}

/* `terms: {Kyiv: [Kiev]}`: the words as they are, in any case of letters. */
static void read_terms(RuleReader *reader, const YamlNode *terms)
{
    for (uint32_t i = 0; i < terms->count; i++) {
        const YamlNode *term = terms->items[2 * i], *list = terms->items[2 * i + 1];
        if (!yaml_is_list(&reader->yaml, list, "what a term replaces"))
            continue;
        for (uint32_t j = 0; j < list->count; j++) {
            const YamlNode *word = list->items[j];
            if (word->kind == YAML_SCALAR && word->text.len)
                add_pattern(reader, word,
                            (RulePattern){.text = word->text,
                                          .words = true,
                                          .instead = term->text,
                                          .fold = true,
                                          .needs = style_needed_words(word->text)});
            else
                yaml_trouble(&reader->yaml, word, "a term replaces nothing, expected words");
        }
    }
}

static void read_patterns(RuleReader *reader, const YamlNode *root)
{
    const YamlNode *terms = yaml_get(root, "terms"), *pattern = yaml_get(root, "pattern");
    bool fold = yaml_flag(&reader->yaml, root, "fold");
    if (!terms == !pattern || yaml_get(root, "when") || yaml_get(root, "rows")) {
        yaml_trouble(&reader->yaml, root,
                     "a rule of subject %s has `pattern:` or `terms:`, expected one of them and no "
                     "rows",
                     subjects[reader->subject]->name);
    } else if (terms) {
        if (yaml_is_map(&reader->yaml, terms, "terms"))
            read_terms(reader, terms);
    } else {
        View text = yaml_text(&reader->yaml, root, "pattern", true);
        NeededWords needs = {0};
        if (reader->subject == SUBJECT_TEXT)
            needs = style_needed_words(text);
        add_pattern(reader, pattern, (RulePattern){.text = text, .fold = fold, .needs = needs});
    }
}

static bool has_patterns(uint32_t subject)
{
    return subject == SUBJECT_TEXT || subject == SUBJECT_TAGS;
}

static void check_template(const RuleReader *reader, const YamlNode *map, const char *key,
                           View template)
{
    View unknown;
    if (reader->known)
        return;
    if (!message_check(subjects[reader->subject]->placeholders, template, &unknown))
        yaml_trouble(&reader->yaml, yaml_get(map, key), "unknown placeholder \"{%.*s}\"",
                     VIEW_ARG(unknown));
    else if (!message_is_balanced(template))
        yaml_trouble(&reader->yaml, yaml_get(map, key),
                     "a brace or bracket without its other half: {placeholders}, and [parts that "
                     "may be left out]");
}

/* `fix:` may be done unseen; `suggest:` wants an editor's eye. */
static void read_fix(RuleReader *reader, const YamlNode *root, Rule *rule)
{
    static const char *const keys[] = {"replace", "with", NULL};
    const YamlNode *safe = yaml_get(root, "fix"), *suggest = yaml_get(root, "suggest");
    const YamlNode *fix = safe ? safe : suggest;
    if (safe && suggest)
        yaml_trouble(&reader->yaml, suggest,
                     "a rule has `fix:` and `suggest:`, expected one of them");
    if (!fix || !yaml_is_map(&reader->yaml, fix, safe ? "fix" : "suggest") ||
        !yaml_known_keys(&reader->yaml, fix, keys))
        return;
    View target = yaml_text(&reader->yaml, fix, "replace", true);
    int choice = target.len ? yaml_choice(&reader->yaml, yaml_get(fix, "replace"), target,
                                          target_names, "part")
                            : -1;
    if (choice > 0)
        rule->replace = (FixTarget)choice;
    rule->safe = safe != NULL;
    rule->with = yaml_text(&reader->yaml, fix, "with", false);
    check_template(reader, fix, "with", rule->with);
}

/* The lines of reference that an example brings: its own, or with `reference: rule` those that
 * stand in the rule for several. */
static View read_reference(const RuleReader *reader, const YamlNode *root, const YamlNode *example)
{
    View own = yaml_text(&reader->yaml, example, "reference", false);
    if (!view_equal(own, VIEW("rule")))
        return own;
    return yaml_text(&reader->yaml, root, "reference", true);
}

static uint32_t read_examples(RuleReader *reader, const YamlNode *root, const char *key)
{
    static const char *const keys[] = {"date", "text", "reference", "level", NULL};
    static const char *const right_keys[] = {"date", "text", "reference", NULL};
    bool wrong = view_equal(view_of(key), VIEW("wrong"));
    const YamlNode *list = yaml_get(root, key);
    if (!list || !yaml_is_list(&reader->yaml, list, key))
        return 0;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "an example") ||
            !yaml_known_keys(&reader->yaml, item, wrong ? keys : right_keys))
            continue;
        RuleExample example = {.rule = reader->rules.count,
                               .wrong = wrong,
                               .level = wrong ? read_level(reader, item, false, -1) : -1,
                               .text = yaml_text(&reader->yaml, item, "text", true),
                               .reference = read_reference(reader, root, item),
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

static uint32_t read_subject(const RuleReader *reader, const YamlNode *root)
{
    const char *names[SUBJECTS + 1] = {0};
    for (uint32_t i = 0; i < SUBJECTS; i++)
        names[i] = subjects[i]->name;
    View text = yaml_text(&reader->yaml, root, "subject", false);
    int subject =
        text.len ? yaml_choice(&reader->yaml, yaml_get(root, "subject"), text, names, "subject")
                 : CLAIM_OFFICE;
    return subject < 0 ? CLAIM_OFFICE : (uint32_t)subject;
}

static void read_rule(RuleReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {
        "subject", "level", "when",  "rows",  "before",  "message", "reference", "fix",  "suggest",
        "help",    "tags",  "wrong", "right", "retired", "pattern", "terms",     "fold", NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    reader->subject = read_subject(reader, root);
    Rule rule = {.name = name_of(reader->yaml.path),
                 .path = reader->yaml.path,
                 .subject = reader->subject,
                 .own = reader->own,
                 .level = (Level)read_level(reader, root, true, LEVEL_WARNING),
                 .message = yaml_text(&reader->yaml, root, "message", true),
                 .help = yaml_text(&reader->yaml, root, "help", true),
                 .retired = yaml_text(&reader->yaml, root, "retired", false)};
    rule.before = yaml_texts(&reader->yaml, root, "before", &rule.before_count);
    rule.tags = yaml_texts(&reader->yaml, root, "tags", &rule.tag_count);
    if (yaml_get(root, "message"))
        check_template(reader, root, "message", rule.message);
    read_fix(reader, root, &rule);
    if (!rule.retired.len) {
        if (has_patterns(reader->subject))
            read_patterns(reader, root);
        else
            read_rows(reader, root, &rule);
        uint32_t wrong = read_examples(reader, root, "wrong");
        uint32_t right = read_examples(reader, root, "right");
        if (!wrong || !right)
            yaml_trouble(&reader->yaml, root,
                         "a rule lacks examples, expected `wrong:` and `right:`");
    }
    *arena_push(reader->arena, &reader->rules) = rule;
}

typedef struct NamedRule {
    View name;
    uint32_t rule;
} NamedRule;

static int compare_names(const void *a, const void *b)
{
    const NamedRule *left = a, *right = b;
    int order = view_compare(left->name, right->name);
    return order ? order : left->rule < right->rule ? -1 : left->rule > right->rule;
}

static void check_names(const RuleReader *reader, Troubles *troubles)
{
    uint32_t count = reader->rules.count;
    NamedRule *sorted = arena_new(reader->arena, NamedRule, count);
    for (uint32_t i = 0; i < count; i++)
        sorted[i] = (NamedRule){reader->rules.items[i].name, i};
    if (count)
        qsort(sorted, count, sizeof *sorted, compare_names);
    for (uint32_t i = 1; i < count; i++)
        if (view_equal(sorted[i].name, sorted[i - 1].name))
            trouble_add(troubles, reader->rules.items[sorted[i].rule].path, 0, 0,
                        "rule \"%.*s\" stands twice, first in %.*s", VIEW_ARG(sorted[i].name),
                        VIEW_ARG(reader->rules.items[sorted[i - 1].rule].path));
}

/* --- order --- */

uint32_t rule_named(const Rules *rules, View name)
{
    for (uint32_t i = 0; i < rules->count; i++)
        if (view_equal(rules->items[i].name, name))
            return i;
    return NONE;
}

static uint32_t read_rule_named(const RuleReader *reader, View name)
{
    return rule_named(&(Rules){.items = reader->rules.items, .count = reader->rules.count}, name);
}

static void check_before(const RuleReader *reader, Troubles *troubles)
{
    for (uint32_t i = 0; i < reader->rules.count; i++) {
        const Rule *rule = &reader->rules.items[i];
        for (uint32_t b = 0; b < rule->before_count; b++) {
            uint32_t other = read_rule_named(reader, rule->before[b]);
            if (other == NONE || reader->rules.items[other].subject != rule->subject)
                trouble_add(troubles, rule->path, 0, 0,
                            "`before:` names \"%.*s\", expected a rule of subject %s",
                            VIEW_ARG(rule->before[b]), subjects[rule->subject]->name);
        }
    }
}

/* Ranks, by rule: the order of the files, but for those that go before another. False where they go
 * in a circle. */
static bool rank_rules(const RuleReader *reader, uint32_t *ranks)
{
    uint32_t count = reader->rules.count;
    for (uint32_t i = 0; i < count; i++)
        ranks[i] = i;
    bool moved = true;
    for (uint32_t round = 0; moved && round <= count; round++) {
        moved = false;
        for (uint32_t i = 0; i < count; i++)
            for (uint32_t b = 0; b < reader->rules.items[i].before_count; b++) {
                uint32_t other = read_rule_named(reader, reader->rules.items[i].before[b]);
                if (ranks[other] <= ranks[i]) {
                    ranks[other] = ranks[i] + count;
                    moved = true;
                }
            }
    }
    return !moved;
}

typedef struct Ranked {
    uint32_t subject;
    uint32_t rank;
    uint32_t written;
    Row row;
} Ranked;

static int compare_ranked(const void *a, const void *b)
{
    const Ranked *left = a, *right = b;
    if (left->subject != right->subject)
        return left->subject < right->subject ? -1 : 1;
    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->written < right->written ? -1 : left->written > right->written;
}

static int compare_patterns(const void *a, const void *b)
{
    const RulePattern *left = a, *right = b;
    if (left->needs.word != right->needs.word)
        return left->needs.word < right->needs.word ? -1 : 1;
    if (left->rule != right->rule)
        return left->rule < right->rule ? -1 : 1;
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    return (left->column > right->column) - (left->column < right->column);
}

enum { PACKED_BITS = 64 };

static uint32_t row_words(Range rows)
{
    return (rows.count + PACKED_BITS - 1) / PACKED_BITS;
}

/* Turned about: for each bit of the packed facts the rows that allow it. */
static const uint64_t *rows_allowing(Arena *arena, const Row *rows, Range range)
{
    uint32_t words = row_words(range);
    uint64_t *allowing = arena_new(arena, uint64_t, (size_t)words * PACKED_BITS);
    for (uint32_t i = 0; i < range.count; i++)
        for (uint32_t bit = 0; bit < PACKED_BITS; bit++)
            if (rows[range.first + i].allowed >> bit & 1)
                allowing[bit * words + i / PACKED_BITS] |= (uint64_t)1 << (i % PACKED_BITS);
    return allowing;
}

void rules_index(Arena *arena, Rules *rules)
{
    for (uint32_t subject = 0; subject < SUBJECTS; subject++) {
        rules->starts[subject] = facts_starts(subjects[subject]->facts);
        rules->allowing[subject] = rows_allowing(arena, rules->rows, rules->subject_rows[subject]);
    }
}

/* Rows by subject, each in the order of the rules' ranks. */
static bool sort_rows(const RuleReader *reader, Rules *rules)
{
    uint32_t count = reader->rows.count;
    uint32_t *ranks = arena_new(reader->arena, uint32_t, reader->rules.count);
    Ranked *ranked = arena_new(reader->arena, Ranked, count);
    Row *sorted = arena_new(reader->arena, Row, count);
    if (!rank_rules(reader, ranks))
        return false;
    for (uint32_t i = 0; i < count; i++) {
        Row row = reader->rows.items[i];
        ranked[i] = (Ranked){reader->rules.items[row.rule].subject, ranks[row.rule], i, row};
    }
    if (count)
        qsort(ranked, count, sizeof *ranked, compare_ranked);
    for (uint32_t i = 0; i < count; i++) {
        Range *range = &rules->subject_rows[ranked[i].subject];
        if (!range->count)
            range->first = i;
        range->count++;
        rules->spoken[ranked[i].subject] |= ranked[i].row.allowed;
        sorted[i] = ranked[i].row;
    }
    rules->rows = sorted;
    rules_index(reader->arena, rules);
    return true;
}

RowMasks row_masks(Arena *arena, uint32_t subject, View when, View path, Troubles *troubles)
{
    RuleReader reader = {.yaml = {.path = path, .troubles = troubles, .arena = arena},
                         .arena = arena,
                         .subject = subject};
    const YamlNode *root = yaml_parse(arena, path, when, troubles);
    Masks masks = {0};
    if (root && yaml_is_map(&reader.yaml, root, "when"))
        masks = masks_of(&reader, root);
    return (RowMasks){masks.items, masks.count};
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
        reader.own = files[i].own.len > 0;
        reader.known = files[i].tree.len > 0;
        const YamlNode *root = book_source_root(arena, &files[i], troubles);
        if (root && yaml_is_map(&reader.yaml, root, "a rule"))
            read_rule(&reader, root);
    }
    check_names(&reader, troubles);
    check_before(&reader, troubles);
    if (troubles->count != before)
        return NULL;
    Rules *rules = arena_new(arena, Rules, 1);
    *rules = (Rules){.grammar = grammar,
                     .items = reader.rules.items,
                     .count = reader.rules.count,
                     .row_count = reader.rows.count,
                     .patterns = reader.patterns.items,
                     .pattern_count = reader.patterns.count,
                     .examples = reader.examples.items,
                     .example_count = reader.examples.count,
                     .version = hash_end(hash, arena)};
    for (uint32_t i = 0; i < reader.patterns.count; i++) {
        NeededWords needs = reader.patterns.items[i].needs;
        rules->sieve[sieve_at(needs.word)] |= sieve_bit(needs.word);
        rules->sieve[sieve_at(needs.also)] |= sieve_bit(needs.also);
        rules->asks_tags |= !reader.patterns.items[i].words;
    }
    if (reader.patterns.count)
        qsort(reader.patterns.items, reader.patterns.count, sizeof(RulePattern), compare_patterns);
    if (sort_rows(&reader, rules))
        return rules;
    trouble_add(troubles, rules->items[0].path, 0, 0, "`before:` goes in a circle among the rules");
    return NULL;
}

bool rules_speak(const Rules *rules, uint32_t subject, VerdictKind verdict)
{
    return rules->spoken[subject] & verdict_bit(verdict);
}

const Row *rules_find(const Rules *rules, uint32_t subject, const Facts *facts, VerdictKind verdict)
{
    uint32_t facts_count = subjects[subject]->facts.count;
    const uint8_t *starts = rules->starts[subject].at;
    const uint64_t *allowing = rules->allowing[subject];
    Range range = rules->subject_rows[subject];
    uint32_t words = row_words(range);
    for (uint32_t word = 0; word < words; word++) {
        uint64_t left = allowing[(FACT_BITS + verdict) * words + word];
        for (uint32_t i = 0; i < facts_count && left; i++) {
            uint32_t bit = starts[i] + facts->value[i];
            assert(bit < starts[i + 1]);
            left &= allowing[bit * words + word];
        }
        if (left)
            return &rules->rows[range.first + word * PACKED_BITS + (uint32_t)__builtin_ctzll(left)];
    }
    return NULL;
}
