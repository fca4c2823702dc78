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

/* A key of a table: JSON_KEY("text"). */
typedef struct JsonKey {
    const char *text;
    char ink[18]; /* as it stands behind another member: ,"text": */
    uint8_t len;  /* of the ink */
} JsonKey;

#define JSON_KEY(literal)                                                                          \
    {                                                                                              \
        literal, ",\"" literal "\":", sizeof(literal) + 3                                          \
    }

/* What stands before an item of the newest open object or array. */
void json_begin_item(JsonWriter *json);

/* The rest of a string, from a byte on that does not stand for itself. */
void json_put_odd(Buffer *out, View text);

/* A copy of fixed size is a move or two. */
static inline void json_put_key(JsonWriter *json, const JsonKey *key)
{
    JsonLevel *level = &json->levels[json->depth];
    if (json->indent) {
        json_key(json, key->text);
        return;
    }
    buffer_reserve(&json->out, sizeof key->ink);
    size_t first = !level->used;
    memcpy(json->out.at + json->out.len, key->ink + first, sizeof key->ink - 1);
    json->out.len += key->len - first;
    level->used = json->keyed = true;
}

static inline void json_begin_value(JsonWriter *json)
{
    if (!json->keyed) {
        assert(!json->levels[json->depth].object);
        json_begin_item(json);
    }
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

/* A string in which nothing is to be escaped. */
static inline void json_put_word(JsonWriter *json, View word)
{
    json_begin_value(json);
    buffer_reserve(&json->out, word.len + 2);
    char *to = json->out.at + json->out.len;
    *to = '"';
    memcpy(to + 1, word.at, word.len);
    to[word.len + 1] = '"';
    json->out.len += word.len + 2;
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
