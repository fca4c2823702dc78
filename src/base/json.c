/* JSON read over jansson. Tests: tests/unit/base/json.c. */
#include "base/json.h"

#include <jansson.h>

#include "base/json_record.h"

static bool read_field(Arena *arena, View path, const json_t *object, JsonField *field,
                       Troubles *troubles)
{
    const json_t *value = json_object_get(object, field->key);
    if (!value || json_is_null(value))
        return true;
    if (!json_is_string(value)) {
        trouble_add(troubles, path, 0, 0, "\"%s\" is no string, expected one", field->key);
        return false;
    }
    field->present = true;
    field->text = view_copy(arena, (View){json_string_value(value), json_string_length(value)});
    return true;
}

static json_t *load(View path, View bytes, const char *expected, Troubles *troubles)
{
    json_error_t error;
    json_t *root = json_loadb(bytes.at ? bytes.at : "", bytes.len,
                              JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    if (!root)
        trouble_add(troubles, path, error.line > 0 ? (uint32_t)error.line : 0,
                    error.column > 0 ? (uint32_t)error.column : 0, "%s, expected %s", error.text,
                    expected);
    return root;
}

static json_t *load_object(View path, View bytes, Troubles *troubles)
{
    json_t *root = load(path, bytes, "a JSON object", troubles);
    if (!root || json_is_object(root))
        return root;
    trouble_add(troubles, path, 0, 0, "is another JSON value, expected an object");
    json_decref(root);
    return NULL;
}

bool json_read_fields(Arena *arena, View path, View bytes, JsonField *fields, size_t count,
                      Troubles *troubles)
{
    if (json_read_record(arena, bytes, fields, count))
        return true;
    for (size_t i = 0; i < count; i++)
        fields[i] = (JsonField){.key = fields[i].key};
    json_t *object = load_object(path, bytes, troubles);
    bool done = object != NULL;
    for (size_t i = 0; object && i < count; i++)
        done &= read_field(arena, path, object, &fields[i], troubles);
    json_decref(object);
    return done;
}

static YamlNode *new_node(Arena *arena, YamlKind kind, size_t items, size_t count)
{
    YamlNode *node = arena_new(arena, YamlNode, 1);
    node->kind = kind;
    node->count = (uint32_t)count;
    node->items = arena_new(arena, const YamlNode *, items);
    return node;
}

static const YamlNode *text_node(Arena *arena, View text)
{
    YamlNode *node = new_node(arena, YAML_SCALAR, 0, 0);
    node->text = view_copy(arena, text);
    return node;
}

static const YamlNode *copy_value(Arena *arena, const json_t *value);

static const YamlNode *copy_list(Arena *arena, const json_t *list)
{
    size_t count = json_array_size(list);
    YamlNode *node = new_node(arena, YAML_LIST, count, count);
    for (size_t i = 0; i < count; i++)
        node->items[i] = copy_value(arena, json_array_get(list, i));
    return node;
}

static const YamlNode *copy_map(Arena *arena, json_t *map)
{
    size_t count = json_object_size(map);
    YamlNode *node = new_node(arena, YAML_MAP, 2 * count, count);
    size_t at = 0;
    for (void *item = json_object_iter(map); item; item = json_object_iter_next(map, item)) {
        node->items[at++] = text_node(arena, view_of(json_object_iter_key(item)));
        node->items[at++] = copy_value(arena, json_object_iter_value(item));
    }
    return node;
}

static const YamlNode *copy_value(Arena *arena, const json_t *value)
{
    switch (json_typeof(value)) {
    case JSON_OBJECT:
        return copy_map(arena, (json_t *)(uintptr_t)value); /* an iterator needs it so */
    case JSON_ARRAY:
        return copy_list(arena, value);
    case JSON_STRING:
        return text_node(arena, (View){json_string_value(value), json_string_length(value)});
    case JSON_INTEGER:
        return text_node(arena,
                         view_format(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value)));
    case JSON_REAL:
        return text_node(arena, view_format(arena, "%.17g", json_real_value(value)));
    case JSON_TRUE:
        return text_node(arena, VIEW("true"));
    case JSON_FALSE:
        return text_node(arena, VIEW("false"));
    case JSON_NULL:
        break;
    }
    YamlNode *nothing = new_node(arena, YAML_SCALAR, 0, 0);
    nothing->text = (View){0};
    return nothing;
}

const YamlNode *json_parse(Arena *arena, View path, View bytes, Troubles *troubles)
{
    json_t *root = load(path, bytes, "JSON", troubles);
    const YamlNode *node = root ? copy_value(arena, root) : NULL;
    json_decref(root);
    return node;
}
