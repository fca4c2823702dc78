/* YAML trees over libyaml's events. Tests: tests/unit/base/yaml.c. */
#include "base/yaml.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <yaml.h>

#include "base/limits.h"
#include "base/unicode.h"

typedef struct Builder {
    yaml_parser_t parser;
    Arena *arena;
    View path;
    Troubles *troubles;
    bool failed; /* the bytes are no YAML: what follows cannot be read */
} Builder;

/* The children of a list or map that is being read. */
typedef struct Children {
    const YamlNode **items;
    uint32_t count;
    uint32_t capacity;
} Children;

static bool add_at(Builder *builder, yaml_mark_t mark, const char *message)
{
    trouble_add(builder->troubles, builder->path, (uint32_t)mark.line + 1,
                (uint32_t)mark.column + 1, "%s", message);
    return false;
}

static void parser_trouble(Builder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    const char *problem = parser->problem ? parser->problem : "is no YAML";
    builder->failed = true;
    if (parser->error == YAML_READER_ERROR) {
        trouble_add(builder->troubles, builder->path, 0, 0, "%s at byte %zu, expected UTF-8",
                    problem, parser->problem_offset);
        return;
    }
    /* An unclosed quote is noticed lines later: the context says where it began. */
    if (parser->context && parser->context_mark.line != parser->problem_mark.line)
        trouble_add(builder->troubles, builder->path, (uint32_t)parser->context_mark.line + 1,
                    (uint32_t)parser->context_mark.column + 1, "%s: %s (noticed in line %zu)",
                    parser->context, problem, parser->problem_mark.line + 1);
    else
        add_at(builder, parser->problem_mark, problem);
}

static bool next_event(Builder *builder, yaml_event_t *event)
{
    if (builder->failed)
        return false;
    if (yaml_parser_parse(&builder->parser, event))
        return true;
    parser_trouble(builder);
    return false;
}

static YamlNode *new_node(Builder *builder, YamlKind kind, yaml_mark_t mark)
{
    YamlNode *node = arena_new(builder->arena, YamlNode, 1);
    *node = (YamlNode){
        .kind = kind, .line = (uint32_t)mark.line + 1, .column = (uint32_t)mark.column + 1};
    return node;
}

static const YamlNode *read_node(Builder *builder, const yaml_event_t *event, int depth);

static const YamlNode *read_children(Builder *builder, YamlNode *node, yaml_event_type_t end,
                                     int depth)
{
    Children children = {0};
    yaml_event_t event;
    while (next_event(builder, &event)) {
        if (event.type == end) {
            yaml_event_delete(&event);
            node->items = children.items;
            node->count = node->kind == YAML_MAP ? children.count / 2 : children.count;
            return node;
        }
        const YamlNode *child = read_node(builder, &event, depth + 1);
        yaml_event_delete(&event);
        if (!child)
            return NULL;
        *arena_push(builder->arena, &children) = child;
    }
    return NULL;
}

static int compare_keys(const YamlNode *a, const YamlNode *b)
{
    return view_compare(a->text, b->text);
}

/* Keys that are no scalars, and keys that stand twice. */
static void check_map(Builder *builder, const YamlNode *map)
{
    for (uint32_t i = 0; i < map->count; i++) {
        const YamlNode *key = map->items[2 * i];
        if (key->kind != YAML_SCALAR) {
            trouble_add(builder->troubles, builder->path, key->line, key->column,
                        "a list or map stands as a key, expected a word");
            continue;
        }
        for (uint32_t j = 0; j < i; j++) {
            const YamlNode *other = map->items[2 * j];
            if (other->kind != YAML_SCALAR || compare_keys(key, other))
                continue;
            trouble_add(builder->troubles, builder->path, key->line, key->column,
                        "key \"%.*s\" stands twice, first in line %u", VIEW_ARG(key->text),
                        other->line);
            break;
        }
    }
}

static const YamlNode *read_scalar(Builder *builder, const yaml_event_t *event)
{
    YamlNode *node = new_node(builder, YAML_SCALAR, event->start_mark);
    node->text = view_copy(
        builder->arena, (View){(const char *)event->data.scalar.value, event->data.scalar.length});
    return node;
}

static const YamlNode *read_node(Builder *builder, const yaml_event_t *event, int depth)
{
    yaml_mark_t mark = event->start_mark;
    const yaml_char_t *anchor = NULL, *tag = NULL;
    if (event->type == YAML_SCALAR_EVENT) {
        anchor = event->data.scalar.anchor;
        tag = event->data.scalar.tag;
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        anchor = event->data.sequence_start.anchor;
        tag = event->data.sequence_start.tag;
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        anchor = event->data.mapping_start.anchor;
        tag = event->data.mapping_start.tag;
    }
    if (anchor || event->type == YAML_ALIAS_EVENT)
        add_at(builder, mark, "an anchor or alias, expected the thing itself");
    if (tag)
        add_at(builder, mark, "a tag, expected a plain value");
    if (depth > LIMIT_YAML_DEPTH) {
        add_at(builder, mark, "nested too deeply");
        builder->failed = true;
        return NULL;
    }
    switch (event->type) {
    case YAML_SEQUENCE_START_EVENT:
        return read_children(builder, new_node(builder, YAML_LIST, mark), YAML_SEQUENCE_END_EVENT,
                             depth);
    case YAML_MAPPING_START_EVENT: {
        YamlNode *map = new_node(builder, YAML_MAP, mark);
        if (!read_children(builder, map, YAML_MAPPING_END_EVENT, depth))
            return NULL;
        check_map(builder, map);
        return map;
    }
    case YAML_SCALAR_EVENT:
        return read_scalar(builder, event);
    case YAML_ALIAS_EVENT:
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_START_EVENT:
    case YAML_DOCUMENT_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        break;
    }
    return new_node(builder, YAML_SCALAR, mark); /* an alias, already reported */
}

static const YamlNode *read_stream(Builder *builder)
{
    const YamlNode *root = NULL;
    yaml_event_t event;
    bool more = true;
    while (more && next_event(builder, &event)) {
        if (event.type == YAML_STREAM_END_EVENT)
            more = false;
        else if (event.type == YAML_DOCUMENT_START_EVENT && root)
            add_at(builder, event.start_mark, "a second document, expected one in a file");
        else if (event.type == YAML_SCALAR_EVENT || event.type == YAML_ALIAS_EVENT ||
                 event.type == YAML_SEQUENCE_START_EVENT ||
                 event.type == YAML_MAPPING_START_EVENT) {
            const YamlNode *node = read_node(builder, &event, 0);
            root = root ? root : node;
        }
        yaml_event_delete(&event);
    }
    return root ? root : new_node(builder, YAML_MAP, (yaml_mark_t){0});
}

const YamlNode *yaml_parse(Arena *arena, View path, View bytes, Troubles *troubles)
{
    Builder builder = {.arena = arena, .path = path, .troubles = troubles};
    uint32_t before = troubles->count;
    if (!utf8_valid(bytes)) {
        trouble_add(troubles, path, 0, 0, "is not UTF-8");
        return NULL;
    }
    if (!yaml_parser_initialize(&builder.parser)) {
        trouble_add(troubles, path, 0, 0, "cannot be parsed: out of memory");
        return NULL;
    }
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)(bytes.at ? bytes.at : ""),
                                 bytes.len);
    const YamlNode *root = read_stream(&builder);
    yaml_parser_delete(&builder.parser);
    return troubles->count == before ? root : NULL;
}

const YamlNode *yaml_get(const YamlNode *map, const char *key)
{
    View wanted = view_of(key);
    if (map->kind != YAML_MAP)
        return NULL;
    for (uint32_t i = 0; i < map->count; i++)
        if (view_equal(map->items[2 * i]->text, wanted))
            return map->items[2 * i + 1];
    return NULL;
}

void yaml_trouble(const YamlReader *reader, const YamlNode *node, const char *format, ...)
{
    char message[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    trouble_add(reader->troubles, reader->path, node->line, node->column, "%s", message);
}

static const char *kind_words(YamlKind kind)
{
    return kind == YAML_SCALAR ? "a single value" : kind == YAML_LIST ? "a list" : "a map";
}

bool yaml_is_map(const YamlReader *reader, const YamlNode *node, const char *what)
{
    if (node->kind == YAML_MAP)
        return true;
    yaml_trouble(reader, node, "%s is %s, expected a map of keys and values", what,
                 kind_words(node->kind));
    return false;
}

bool yaml_is_list(const YamlReader *reader, const YamlNode *node, const char *what)
{
    if (node->kind == YAML_LIST)
        return true;
    yaml_trouble(reader, node, "%s is %s, expected a list", what, kind_words(node->kind));
    return false;
}

bool yaml_known_keys(const YamlReader *reader, const YamlNode *map, const char *const *known)
{
    bool all = true;
    for (uint32_t i = 0; i < map->count; i++)
        all &= yaml_choice(reader, map->items[2 * i], map->items[2 * i]->text, known, "key") >= 0;
    return all;
}

View yaml_text(const YamlReader *reader, const YamlNode *map, const char *key, bool required)
{
    const YamlNode *node = yaml_get(map, key);
    if (!node) {
        if (required)
            yaml_trouble(reader, map, "no `%s:`, expected one", key);
        return (View){0};
    }
    if (node->kind != YAML_SCALAR) {
        yaml_trouble(reader, node, "`%s:` is %s, expected a single value", key,
                     kind_words(node->kind));
        return (View){0};
    }
    if (required && !node->text.len)
        yaml_trouble(reader, node, "`%s:` is empty, expected a value", key);
    return node->text;
}

bool yaml_flag(const YamlReader *reader, const YamlNode *map, const char *key)
{
    const YamlNode *node = yaml_get(map, key);
    if (!node)
        return false;
    if (node->kind == YAML_SCALAR && view_equal(node->text, VIEW("true")))
        return true;
    if (node->kind != YAML_SCALAR || !view_equal(node->text, VIEW("false")))
        yaml_trouble(reader, node, "`%s:` is neither, expected true or false", key);
    return false;
}

const View *yaml_texts(const YamlReader *reader, const YamlNode *map, const char *key,
                       uint32_t *count)
{
    const YamlNode *node = yaml_get(map, key);
    *count = 0;
    if (!node)
        return NULL;
    uint32_t items = node->kind == YAML_LIST ? node->count : 1;
    View *texts = arena_new(reader->arena, View, items);
    for (uint32_t i = 0; i < items; i++) {
        const YamlNode *item = node->kind == YAML_LIST ? node->items[i] : node;
        if (item->kind == YAML_SCALAR && item->text.len)
            texts[(*count)++] = item->text;
        else
            yaml_trouble(reader, item, "`%s:` holds %s, expected words", key,
                         item->kind == YAML_SCALAR ? "nothing" : kind_words(item->kind));
    }
    return texts;
}

int yaml_choice(const YamlReader *reader, const YamlNode *node, View text, const char *const *names,
                const char *what)
{
    for (int i = 0; names[i]; i++)
        if (view_equal(text, view_of(names[i])))
            return i;
    const char *near = nearest_name(text, names);
    if (near)
        yaml_trouble(reader, node, "unknown %s \"%.*s\", did you mean \"%s\"", what, VIEW_ARG(text),
                     near);
    else
        yaml_trouble(reader, node, "unknown %s \"%.*s\"", what, VIEW_ARG(text));
    return -1;
}

/* Levenshtein's distance; names beyond the limit are far from everything. */
static size_t distance(View a, View b)
{
    enum { LONGEST = 40 };
    size_t row[LONGEST + 1];
    if (a.len > LONGEST || b.len > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= b.len; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t best = corner + (a.at[i - 1] != b.at[j - 1]);
            corner = row[j];
            best = row[j] + 1 < best ? row[j] + 1 : best;
            row[j] = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
        }
    }
    return row[b.len];
}

const char *nearest_name(View text, const char *const *names)
{
    const char *nearest = NULL;
    size_t best = 1 + text.len / 3;
    for (int i = 0; names[i]; i++) {
        size_t far = distance(text, view_of(names[i]));
        if (far <= best && (!nearest || far < best)) {
            best = far;
            nearest = names[i];
        }
    }
    return nearest;
}
