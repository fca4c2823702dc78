/* Ways through a tree. Tests: tests/unit/import/formats.c.
 */
#include "import/node.h"

static const YamlNode *node_of(const YamlNode *map, const char *key, YamlKind kind)
{
    const YamlNode *node = map && map->kind == YAML_MAP ? yaml_get(map, key) : NULL;
    return node && node->kind == kind ? node : NULL;
}

View node_text(const YamlNode *map, const char *key)
{
    const YamlNode *node = node_of(map, key, YAML_SCALAR);
    return node ? node->text : (View){0};
}

Date node_date(const YamlNode *map, const char *key)
{
    Date date = DATE_NONE;
    date_parse_stamp(node_text(map, key), &date);
    return date;
}

const YamlNode *node_map(const YamlNode *map, const char *key)
{
    return node_of(map, key, YAML_MAP);
}

const YamlNode *node_list(const YamlNode *map, const char *key)
{
    return node_of(map, key, YAML_LIST);
}
