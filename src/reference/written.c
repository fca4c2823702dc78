/* Words of the YAML with the place where they are written. */
#include "reference/written.h"

#include "reference/book.h"

Where where_of(const YamlReader *reader, const YamlNode *node)
{
    return (Where){reader->path, node->line, node->column};
}

static Written keep(const YamlReader *reader, Written written)
{
    if (written.text.len)
        written.text = view_copy(reader->arena, written.text);
    return written;
}

Written written_scalar(const YamlReader *reader, const YamlNode *node)
{
    return keep(reader, (Written){node->text, where_of(reader, node), NONE});
}

/* The text is the node's. */
static Written lent_text(const YamlReader *reader, const YamlNode *map, const char *key,
                         bool required)
{
    const YamlNode *node = yaml_get(map, key);
    if (!node && !required)
        return (Written){.where = where_of(reader, map), .index = NONE};
    View text = yaml_text(reader, map, key, required);
    if (!node)
        return (Written){text, where_of(reader, map), NONE};
    if (!required && node->kind == YAML_SCALAR && node->text.len == 0)
        yaml_trouble(reader, node, "`%s:` is empty, expected a value or no such key", key);
    return (Written){text, where_of(reader, node), NONE};
}

Written written_text(const YamlReader *reader, const YamlNode *map, const char *key, bool required)
{
    return keep(reader, lent_text(reader, map, key, required));
}

WrittenList written_texts(const YamlReader *reader, const YamlNode *node, const char *what)
{
    WrittenList list = {0};
    bool several = node->kind == YAML_LIST;
    uint32_t count = several ? node->count : 1;
    list.items = arena_new(reader->arena, Written, count);
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *item = several ? node->items[i] : node;
        if (item->kind == YAML_SCALAR && item->text.len > 0)
            list.items[list.count++] = written_scalar(reader, item);
        else
            yaml_trouble(reader, item, "%s in '%s', expected a text or a list of texts",
                         item->kind == YAML_SCALAR ? "nothing"
                         : item->kind == YAML_LIST ? "a list"
                                                   : "a map",
                         what);
    }
    return list;
}

WrittenList written_list(const YamlReader *reader, const YamlNode *map, const char *key)
{
    const YamlNode *node = yaml_get(map, key);
    return node ? written_texts(reader, node, key) : (WrittenList){0};
}

Date written_date(const YamlReader *reader, const YamlNode *map, const char *key, bool required)
{
    Date date = DATE_NONE;
    Written text = lent_text(reader, map, key, required);
    if (text.text.len > 0 && !date_parse(text.text, &date))
        yaml_trouble(reader, yaml_get(map, key),
                     "'%.*s' is no date, expected YYYY-MM-DD, YYYY-MM or YYYY",
                     VIEW_ARG(text.text));
    return date;
}

const YamlNode *written_maps(const YamlReader *reader, const YamlNode *map, const char *key)
{
    const YamlNode *list = yaml_get(map, key);
    if (!list || !yaml_is_list(reader, list, key))
        return NULL;
    return list;
}
