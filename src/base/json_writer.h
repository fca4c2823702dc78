/* The writer of json.h from inside, for the one who writes most of a report (report/shape.c): what
 * is called for every member is inlined there. */
#ifndef STET_BASE_JSON_WRITER_H
#define STET_BASE_JSON_WRITER_H

#include "base/decimal.h"
#include "base/json.h"
#include "base/json_plain.h"

enum { JSON_DEPTH = 32 }; /* our reports nest 6 deep */

typedef struct JsonLevel {
    bool object;
    bool used; /* something stands in it */
} JsonLevel;

struct JsonWriter {
    Buffer out;
    bool indent;
    bool keyed; /* a key waits for its value */
    int depth;
    JsonLevel levels[JSON_DEPTH]; /* 0: the root */
};

/* A key of a table, with its length: JSON_KEY("text"). */
typedef struct JsonKey {
    char text[15]; /* with a NUL */
    uint8_t len;
} JsonKey;

#define JSON_KEY(literal)                                                                          \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }

/* What stands before an item of the newest open object or array. */
void json_begin_item(JsonWriter *json);

/* The rest of a string, from a byte on that does not stand for itself. */
void json_put_odd(Buffer *out, View text);

/* Room is made once for each key, and a copy of fixed size is a move. `copied` is not less than
 * the key's length. */
static inline void json_put_key(JsonWriter *json, const char *key, size_t len, size_t copied)
{
    Buffer *out = &json->out;
    JsonLevel *level = &json->levels[json->depth];
    assert(level->object && !json->keyed);
    if (json->indent)
        json_begin_item(json);
    buffer_reserve(out, copied + 5);
    char *to = out->at + out->len;
    *to = ',';
    to += !json->indent && level->used;
    *to = '"';
    memcpy(to + 1, key, copied);
    memcpy(to + 1 + len, "\": ", 3);
    out->len = (size_t)(to - out->at) + len + 3 + json->indent;
    level->used = true;
    json->keyed = true;
}

static inline void json_put_short_key(JsonWriter *json, const JsonKey *key)
{
    json_put_key(json, key->text, key->len, sizeof key->text);
}

static inline void json_begin_value(JsonWriter *json)
{
    assert(json->keyed == json->levels[json->depth].object);
    if (!json->keyed)
        json_begin_item(json);
    json->keyed = false;
}

static inline void json_put_string(Buffer *out, View text)
{
    buffer_reserve(out, text.len + 2);
    char *to = out->at + out->len;
    size_t plain = json_copy_plain(to + 1, text);
    *to = '"';
    to[plain + 1] = '"';
    out->len += plain + 1;
    if (plain < text.len)
        json_put_odd(out, view_slice(text, plain, text.len));
    else
        out->len++;
}

static inline void json_put_text(JsonWriter *json, View text)
{
    json_begin_value(json);
    json_put_string(&json->out, text);
}

static inline void json_put_number(JsonWriter *json, uint64_t number)
{
    json_begin_value(json);
    buffer_reserve(&json->out, DECIMAL_MOST);
    json->out.len += decimal_put(json->out.at + json->out.len, number);
}

#endif
