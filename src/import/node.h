/* Short ways through a tree of YAML or JSON that others wrote: what is not there is empty. */
#ifndef STET_IMPORT_NODE_H
#define STET_IMPORT_NODE_H

#include "base/date.h"
#include "base/yaml.h"

View node_text(const YamlNode *map, const char *key);
Date node_date(const YamlNode *map, const char *key); /* a time after the day may follow */
const YamlNode *node_map(const YamlNode *map, const char *key);  /* NULL: none there */
const YamlNode *node_list(const YamlNode *map, const char *key); /* likewise */

#endif
