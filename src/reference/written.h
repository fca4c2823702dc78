/* Words of the YAML with the place where they are written, so that what is found wrong later can
 * still be shown to whoever wrote it. The texts are copies in the reader's arena: the tree may go.
 * Each reader adds trouble as base/yaml.h does. */
#ifndef STET_REFERENCE_WRITTEN_H
#define STET_REFERENCE_WRITTEN_H

#include "base/date.h"
#include "base/yaml.h"

typedef struct Where {
    View path;
    uint32_t line;
    uint32_t column;
} Where;

typedef struct Written {
    View text; /* empty: not written */
    Where where;
    uint32_t index; /* what the text names, once that is known; NONE: nothing */
} Written;

typedef struct WrittenList {
    Written *items;
    uint32_t count;
} WrittenList;

Where where_of(const YamlReader *reader, const YamlNode *node);
Written written_scalar(const YamlReader *reader, const YamlNode *node);

/* The key's text; trouble where it is missing and required, or there and empty. */
Written written_text(const YamlReader *reader, const YamlNode *map, const char *key, bool required);

/* A node's texts, one or a list; `what` names it in a message. */
WrittenList written_texts(const YamlReader *reader, const YamlNode *node, const char *what);

/* The key's texts, one or a list; none where it is missing. */
WrittenList written_list(const YamlReader *reader, const YamlNode *map, const char *key);

/* The key's date; DATE_NONE where it is missing or none. */
Date written_date(const YamlReader *reader, const YamlNode *map, const char *key, bool required);

/* The key's list of maps; NULL where it is missing or no list. */
const YamlNode *written_maps(const YamlReader *reader, const YamlNode *map, const char *key);

#endif
