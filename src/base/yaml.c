/* YAML trees over libyaml's events. Tests: tests/unit/base/yaml.c. */
#include "base/yaml.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "base/limits.h"
#include "base/near.h"
#include "base/unicode.h"

/* Nodes whose list or map is still being read, those of the innermost last. */
typedef struct NodeStack {
    const YamlNode **items;
    uint32_t count;
    uint32_t capacity;
} NodeStack;

typedef struct Builder {
    yaml_parser_t parser;
    Arena *arena;
    View path;
    View bytes;
    Troubles *troubles;
    Arena scratch; /* of the stack */
    NodeStack stack;
    bool stopped;   /* what follows cannot be read */
    uint32_t twice; /* keys met that stood already */
} Builder;

__attribute__((format(printf, 3, 4))) static void add_trouble(Builder *builder, yaml_mark_t mark,
                                                              const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View message = view_format_list(builder->arena, format, args);
    va_end(args);
    trouble_add(builder->troubles, builder->path, (uint32_t)mark.line + 1,
                (uint32_t)mark.column + 1, "%.*s", VIEW_ARG(message));
}

/* Where a byte is, for what is refused before libyaml counts lines. */
static yaml_mark_t mark_of(View bytes, size_t off)
{
    yaml_mark_t mark = {.index = off};
    size_t start = 0;
    for (size_t i = 0; i < off; i++) {
        if (bytes.at[i] == '\n') {
            mark.line++;
            start = i + 1;
        }
    }
    mark.column = utf8_count(view_slice(bytes, start, off));
    return mark;
}

static void parser_trouble(Builder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    const char *problem = parser->problem;
    yaml_mark_t begun = parser->context_mark, noticed = parser->problem_mark;
    builder->stopped = true;
    if (parser->error == YAML_MEMORY_ERROR)
        memory_or_end(NULL);
    if (parser->error == YAML_READER_ERROR)
        add_trouble(builder, mark_of(builder->bytes, parser->problem_offset), "%s", problem);
    else if (!parser->context || begun.line == noticed.line)
        add_trouble(builder, noticed, "%s", problem);
    else if (parser->error == YAML_SCANNER_ERROR) /* an unclosed quote is noticed lines later */
        add_trouble(builder, begun, "%s, %s in line %zu", parser->context, problem,
                    noticed.line + 1);
    else /* a list or map may have begun pages before */
        add_trouble(builder, noticed, "%s %s that begins in line %zu", problem, parser->context,
                    begun.line + 1);
}

static bool next_event(Builder *builder, yaml_event_t *event)
{
    if (builder->stopped)
        return false;
    if (yaml_parser_parse(&builder->parser, event))
        return true;
    parser_trouble(builder);
    return false;
}

enum { FEW_KEYS = 16 }; /* so few are compared each with each */

static int compare_nodes(const void *a, const void *b)
{
    const YamlNode *left = *(const YamlNode *const *)a, *right = *(const YamlNode *const *)b;
    int order = view_compare(left->text, right->text);
    if (!order)
        order = (left->line > right->line) - (left->line < right->line);
    return order ? order : (left->column > right->column) - (left->column < right->column);
}

static void refuse_second(Builder *builder, const YamlNode *key, const YamlNode *first)
{
    trouble_add(builder->troubles, builder->path, key->line, key->column,
                "key \"%.*s\" stands twice, first in line %u", VIEW_ARG(key->text), first->line);
    builder->twice++;
}

/* Keys that are no scalars, and keys that stand twice. Many keys are sorted, on the stack, so that
 * only those alike since the last other one are looked at. */
static void check_keys(Builder *builder, const YamlNode *map)
{
    uint32_t base = builder->stack.count;
    for (uint32_t i = 0; i < map->count; i++) {
        const YamlNode *key = map->items[2 * i];
        if (key->kind == YAML_SCALAR)
            *arena_push(&builder->scratch, &builder->stack) = key;
        else
            trouble_add(builder->troubles, builder->path, key->line, key->column,
                        "a list or map stands as a key, expected a word");
    }
    uint32_t count = builder->stack.count - base;
    const YamlNode **keys = count ? builder->stack.items + base : NULL;
    bool sorted = count > FEW_KEYS;
    if (sorted)
        qsort(keys, count, sizeof *keys, compare_nodes);
    for (uint32_t i = 1, first = 0; i < count; i++) {
        uint32_t like = first;
        while (like < i && !view_equal(keys[i]->text, keys[like]->text))
            like++;
        if (like < i)
            refuse_second(builder, keys[i], keys[like]);
        else if (sorted)
            first = i;
    }
    builder->stack.count = base;
}

/* Moves what lies on the stack above `base` into the node. */
static void take_children(Builder *builder, YamlNode *node, uint32_t base)
{
    uint32_t count = builder->stack.count - base;
    node->items = arena_new(builder->arena, const YamlNode *, count);
    if (count)
        memcpy(node->items, builder->stack.items + base, count * sizeof *node->items);
    node->count = node->kind == YAML_MAP ? count / 2 : count;
    builder->stack.count = base;
}

static const YamlNode *read_node(Builder *builder, const yaml_event_t *event, int depth);

/* False where the bytes end in trouble. */
static bool read_children(Builder *builder, YamlNode *node, int depth)
{
    uint32_t base = builder->stack.count;
    yaml_event_t event;
    while (next_event(builder, &event)) {
        bool ended = event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
        const YamlNode *child = ended ? NULL : read_node(builder, &event, depth + 1);
        yaml_event_delete(&event);
        if (ended) {
            take_children(builder, node, base);
            return true;
        }
        *arena_push(&builder->scratch, &builder->stack) = child;
    }
    return false;
}

static void refuse_extras(Builder *builder, const yaml_event_t *event, const yaml_char_t *anchor,
                          const yaml_char_t *tag)
{
    if (anchor)
        add_trouble(builder, event->start_mark, "anchor \"&%s\", expected a value without one",
                    (const char *)anchor);
    if (tag)
        add_trouble(builder, event->start_mark, "tag \"%s\", expected a value without one",
                    (const char *)tag);
}

static void read_scalar(Builder *builder, YamlNode *node, const yaml_event_t *event)
{
    View text = {(const char *)event->data.scalar.value, event->data.scalar.length};
    refuse_extras(builder, event, event->data.scalar.anchor, event->data.scalar.tag);
    node->text = view_copy(builder->arena, text);
}

static void read_list(Builder *builder, YamlNode *node, const yaml_event_t *event, int depth)
{
    refuse_extras(builder, event, event->data.sequence_start.anchor,
                  event->data.sequence_start.tag);
    node->kind = YAML_LIST;
    read_children(builder, node, depth);
}

static void read_map(Builder *builder, YamlNode *node, const yaml_event_t *event, int depth)
{
    refuse_extras(builder, event, event->data.mapping_start.anchor, event->data.mapping_start.tag);
    node->kind = YAML_MAP;
    if (read_children(builder, node, depth))
        check_keys(builder, node);
}

/* The node that begins with `event`: a scalar, list, map, or an alias, which is refused. */
static const YamlNode *read_node(Builder *builder, const yaml_event_t *event, int depth)
{
    YamlNode *node = arena_new(builder->arena, YamlNode, 1);
    node->line = (uint32_t)event->start_mark.line + 1;
    node->column = (uint32_t)event->start_mark.column + 1;
    if (depth > LIMIT_YAML_DEPTH) {
        add_trouble(builder, event->start_mark, "nested deeper than %d, expected less",
                    LIMIT_YAML_DEPTH);
        builder->stopped = true;
    } else if (event->type == YAML_SCALAR_EVENT) {
        read_scalar(builder, node, event);
    } else if (event->type == YAML_SEQUENCE_START_EVENT) {
        read_list(builder, node, event, depth);
    } else if (event->type == YAML_MAPPING_START_EVENT) {
        read_map(builder, node, event, depth);
    } else {
        add_trouble(builder, event->start_mark, "alias \"*%s\", expected the value itself",
                    (const char *)event->data.alias.anchor);
    }
    return node;
}

/* The first document's root; an empty map where there is none. */
static const YamlNode *read_stream(Builder *builder)
{
    const YamlNode *root = NULL;
    yaml_event_t event;
    for (bool ended = false; !ended && next_event(builder, &event);) {
        yaml_event_type_t type = event.type;
        ended = type == YAML_STREAM_END_EVENT;
        if (type == YAML_DOCUMENT_START_EVENT && root) {
            add_trouble(builder, event.start_mark, "a second document, expected one in a file");
            builder->stopped = true;
        } else if (type == YAML_SCALAR_EVENT || type == YAML_ALIAS_EVENT ||
                   type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT) {
            root = read_node(builder, &event, 1);
        }
        yaml_event_delete(&event);
    }
    if (root)
        return root;
    YamlNode *empty = arena_new(builder->arena, YamlNode, 1);
    *empty = (YamlNode){.kind = YAML_MAP, .line = 1, .column = 1};
    return empty;
}

static size_t first_invalid(View bytes)
{
    size_t off = 0, width;
    while (off < bytes.len && utf8_decode_any(bytes, off, &width) >= 0)
        off += width;
    return off;
}

const YamlNode *yaml_parse(Arena *arena, View path, View bytes, Troubles *troubles)
{
    uint32_t before = troubles->count;
    const YamlNode *root = yaml_parse_keys_twice(arena, path, bytes, troubles);
    return troubles->count == before ? root : NULL;
}

const YamlNode *yaml_parse_keys_twice(Arena *arena, View path, View bytes, Troubles *troubles)
{
    if (view_starts(bytes, VIEW("\xEF\xBB\xBF")))
        bytes = view_slice(bytes, 3, bytes.len); /* libyaml would count it as a column */
    Builder builder = {.arena = arena, .path = path, .bytes = bytes, .troubles = troubles};
    uint32_t before = troubles->count;
    if (!utf8_valid(bytes)) {
        add_trouble(&builder, mark_of(bytes, first_invalid(bytes)), "is no UTF-8, expected UTF-8");
        return NULL;
    }
    if (!yaml_parser_initialize(&builder.parser))
        memory_or_end(NULL);
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)(bytes.at ? bytes.at : ""),
                                 bytes.len);
    const YamlNode *root = read_stream(&builder);
    yaml_parser_delete(&builder.parser);
    arena_free(&builder.scratch);
    return troubles->count == before + builder.twice ? root : NULL;
}

size_t yaml_count_events(View bytes)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t count = 0;
    if (!yaml_parser_initialize(&parser))
        memory_or_end(NULL);
    yaml_parser_set_input_string(&parser, (const unsigned char *)(bytes.at ? bytes.at : ""),
                                 bytes.len);
    for (bool ended = false; !ended;) {
        bool parsed = yaml_parser_parse(&parser, &event);
        count = parsed ? count + 1 : 0;
        ended = !parsed || event.type == YAML_STREAM_END_EVENT;
        if (parsed)
            yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return count;
}

/* Asked for every key that an entry may have: most differ in their first letter. */
static bool is_word(View text, const char *word)
{
    return (!text.len || *text.at == *word) && view_equal(text, view_of(word));
}

const YamlNode *yaml_get(const YamlNode *map, const char *key)
{
    if (map->kind != YAML_MAP)
        return NULL;
    for (uint32_t i = 0; i < map->count; i++)
        if (is_word(map->items[2 * i]->text, key))
            return map->items[2 * i + 1];
    return NULL;
}

void yaml_trouble(const YamlReader *reader, const YamlNode *node, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View message = view_format_list(reader->arena, format, args);
    va_end(args);
    trouble_add(reader->troubles, reader->path, node->line, node->column, "%.*s",
                VIEW_ARG(message));
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
    if (node->kind != YAML_SCALAR)
        yaml_trouble(reader, node, "`%s:` is %s, expected true or false", key,
                     kind_words(node->kind));
    else if (!view_equal(node->text, VIEW("false")))
        yaml_trouble(reader, node, "`%s:` is \"%.*s\", expected true or false", key,
                     VIEW_ARG(node->text));
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

/* "a, b or c". */
static View name_list(Arena *arena, const char *const *names)
{
    View list = {0};
    for (int i = 0; names[i]; i++) {
        const char *between = !i ? "" : names[i + 1] ? ", " : " or ";
        list = view_format(arena, "%.*s%s%s", VIEW_ARG(list), between, names[i]);
    }
    return list;
}

int yaml_choice(const YamlReader *reader, const YamlNode *node, View text, const char *const *names,
                const char *what)
{
    for (int i = 0; names[i]; i++)
        if (is_word(text, names[i]))
            return i;
    const char *near = nearest_name(text, names);
    if (near)
        yaml_trouble(reader, node, "unknown %s \"%.*s\", did you mean \"%s\"?", what,
                     VIEW_ARG(text), near);
    else
        yaml_trouble(reader, node, "unknown %s \"%.*s\", expected %.*s", what, VIEW_ARG(text),
                     VIEW_ARG(name_list(reader->arena, names)));
    return -1;
}
