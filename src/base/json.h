/* JSON in and out. Reading is the one door to jansson (json.c); writing streams (json_writer.c).
 *
 * Strings given to the writer are made valid UTF-8 (U+FFFD for what is not), so that no field is
 * ever dropped. There are no reals.
 */
#ifndef STET_BASE_JSON_H
#define STET_BASE_JSON_H

#include "base/buffer.h"
#include "base/yaml.h"

/* --- writing: values in the order they appear; a key before each value inside an object --- */

typedef struct JsonWriter JsonWriter;

/* On one line, or each item on a line of its own, indented. */
JsonWriter *json_begin(bool indent);
void json_key(JsonWriter *json, const char *key); /* one of ours: nothing in it to escape */
void json_key_text(JsonWriter *json, View key);
void json_open_object(JsonWriter *json); /* json_close ends the newest open object or array */
void json_open_array(JsonWriter *json);
void json_close(JsonWriter *json);
void json_text(JsonWriter *json, View text);
void json_int(JsonWriter *json, int64_t number);
void json_bool(JsonWriter *json, bool value);
void json_nothing(JsonWriter *json); /* null */

/* A key with its value at once; null where `present` is false. */
void json_member(JsonWriter *json, const char *key, View text, bool present);
void json_member_int(JsonWriter *json, const char *key, int64_t number);

/* Moves to the end of `out` what was written so far, without a final newline; writing goes on, with
 * the next value at the root where all is closed. */
void json_flush(JsonWriter *json, Buffer *out);

/* The same, and frees the writer. All that was opened must be closed. */
void json_end(JsonWriter *json, Buffer *out);

/* --- reading: a flat record --- */

typedef struct JsonField {
    const char *key; /* in: the member wanted */
    View text;       /* out: its string, in the arena; empty where absent or null */
    bool present;    /* out: there, and not null */
} JsonField;

/* Reads one JSON object and picks string members out of it. False and one trouble (at jansson's
 * line and column, counted in `bytes`) where the bytes are no object, a wanted member is no
 * string, or a key stands twice. Members that are not wanted are passed over. Fields that could be
 * read are set even then. \u0000 is an ordinary character. */
bool json_read_fields(Arena *arena, View path, View bytes, JsonField *fields, size_t count,
                      Troubles *troubles);

/* --- reading: anything --- */

/* Any JSON as the tree of base/yaml.h, so that one reader serves both: an object is a map, a number
 * or truth its text, null a text without bytes (`at` is NULL). The nodes have no line: jansson
 * keeps none. NULL and one trouble where the bytes are no JSON or a key stands twice. */
const YamlNode *json_parse(Arena *arena, View path, View bytes, Troubles *troubles);

#endif
