/* YAML as a tree with places: the one door to libyaml.
 *
 * Every scalar is a string: what `NO` or `2025-02-13` means is decided by who reads it. Anchors,
 * aliases, tags and several documents in a file are refused; so are duplicate keys, which libyaml
 * does not see, and nesting beyond a limit. The tree lives in the arena, its text too.
 */
#ifndef STET_BASE_YAML_H
#define STET_BASE_YAML_H

#include "base/trouble.h"

typedef enum YamlKind { YAML_SCALAR, YAML_LIST, YAML_MAP } YamlKind;

typedef struct YamlNode YamlNode;
struct YamlNode {
    YamlKind kind;
    uint32_t line;   /* from 1 */
    uint32_t column; /* from 1, in code points */
    uint32_t count;  /* list: items; map: pairs; scalar: 0 */
    union {
        View text;              /* scalar; of a list or map its length is 0 */
        const YamlNode **items; /* list: its items; map: key, value, key, value ... */
    };
};

/* NULL and trouble where the bytes are no YAML; an empty file gives an empty map. */
const YamlNode *yaml_parse(Arena *arena, View path, View bytes, Troubles *troubles);

/* The same, but a key that stands twice, though trouble, does not take the tree away: for a reader
 * who tells all that is wrong in a file at once. */
const YamlNode *yaml_parse_keys_twice(Arena *arena, View path, View bytes, Troubles *troubles);

/* Events of the bytes; 0 where they are no YAML. Nothing is made of them: it tells how much of the
 * time of reading is libyaml's own. */
size_t yaml_count_events(View bytes);

/* The value under `key` of a map; NULL where there is none. */
const YamlNode *yaml_get(const YamlNode *map, const char *key);

/* What readers of YAML share. Each adds trouble at the node's place and returns false (or NULL, or
 * the empty view) where the node is not what was expected; `what` names it in the message. */
typedef struct YamlReader {
    View path;
    Troubles *troubles;
    Arena *arena;
} YamlReader;

void yaml_trouble(const YamlReader *reader, const YamlNode *node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool yaml_is_map(const YamlReader *reader, const YamlNode *node, const char *what);
bool yaml_is_list(const YamlReader *reader, const YamlNode *node, const char *what);

/* Trouble for each key that is not among `known` (ended by NULL), with the nearest known one. */
bool yaml_known_keys(const YamlReader *reader, const YamlNode *map, const char *const *known);

/* The key's scalar. Missing: trouble if `required`, else the empty view. */
View yaml_text(const YamlReader *reader, const YamlNode *map, const char *key, bool required);

/* "true" or "false"; missing gives false. */
bool yaml_flag(const YamlReader *reader, const YamlNode *map, const char *key);

/* The key as a list of scalars; a single scalar counts as a list of one; missing: *count is 0. */
const View *yaml_texts(const YamlReader *reader, const YamlNode *map, const char *key,
                       uint32_t *count);

/* The index of `text` in `names` (ended by NULL); -1 and trouble at `node` with the nearest. */
int yaml_choice(const YamlReader *reader, const YamlNode *node, View text, const char *const *names,
                const char *what);

#endif
