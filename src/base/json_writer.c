/* JSON written as it comes: straight into a buffer, no tree. Reports are a large part of what stet
 * does with an article, and a tree of objects costs as much again as finding what is in it.
 * Tests: tests/unit/base/json_writer.c. */
#include <assert.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/json_plain.h"
#include "base/unicode.h"

enum { JSON_DEPTH = 32 }; /* our reports nest 6 deep */

typedef struct Level {
    bool object;
    bool used; /* something stands in it */
} Level;

struct JsonWriter {
    Buffer out;
    bool indent;
    bool keyed; /* a key waits for its value */
    int depth;
    Level levels[JSON_DEPTH]; /* 0: the root */
};

JsonWriter *json_begin(bool indent)
{
    JsonWriter *json = memory_or_end(calloc(1, sizeof *json));
    json->indent = indent;
    return json;
}

/* --- strings --- */

static const char hex_digits[] = "0123456789ABCDEF";

/* What a byte of ASCII becomes: 0: itself; 'u': \u00XX; else a backslash and this letter. */
static const char escapes[128] = {
    'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', 'b',         't',           'n', 'u',
    'f', 'r', 'u', 'u', 'u', 'u', 'u', 'u', 'u',         'u',           'u', 'u',
    'u', 'u', 'u', 'u', 'u', 'u', 'u', 'u', ['"'] = '"', ['\\'] = '\\',
};

static void add_escaped(Buffer *out, unsigned char byte)
{
    char escape[6] = {'\\', escapes[byte], '0', '0', hex_digits[byte >> 4], hex_digits[byte & 15]};
    buffer_add(out, (View){escape, escape[1] == 'u' ? 6 : 2});
}

/* Bytes from `off` on that stand in a string as they are. */
static size_t plain_run(View text, size_t off)
{
    size_t width = 1, end = off;
    for (; end < text.len; end += width) {
        unsigned char byte = (unsigned char)text.at[end];
        width = 1;
        if (byte < 0x80 ? escapes[byte] != 0 : utf8_decode_any(text, end, &width) < 0)
            break;
    }
    return end - off;
}

/* What is not UTF-8 becomes U+FFFD, a byte at a time. */
static void add_string(Buffer *out, View text)
{
    buffer_reserve(out, text.len + 2);
    out->at[out->len] = '"';
    size_t plain = json_copy_plain(out->at + out->len + 1, text);
    out->len += plain + 1;
    for (size_t off = plain; off < text.len; off++) {
        size_t run = plain_run(text, off);
        buffer_add(out, view_slice(text, off, off + run));
        off += run;
        if (off == text.len)
            break;
        if ((unsigned char)text.at[off] < 0x80)
            add_escaped(out, (unsigned char)text.at[off]);
        else
            buffer_add(out, VIEW("\xEF\xBF\xBD"));
    }
    buffer_add_byte(out, '"');
}

/* --- values --- */

static void new_line(JsonWriter *json)
{
    buffer_add_byte(&json->out, '\n');
    for (int i = 0; i < json->depth; i++)
        buffer_add(&json->out, VIEW("  "));
}

/* What stands before an item of the newest open object or array. */
static inline void begin_item(JsonWriter *json)
{
    Level *level = &json->levels[json->depth];
    if (!json->depth)
        return;
    if (level->used)
        buffer_add_byte(&json->out, ',');
    level->used = true;
    if (json->indent)
        new_line(json);
}

/* There is room for three bytes. */
static inline void end_key(JsonWriter *json)
{
    Buffer *out = &json->out;
    out->at[out->len++] = '"';
    out->at[out->len++] = ':';
    if (json->indent)
        out->at[out->len++] = ' ';
    json->keyed = true;
}

/* Keys are half of a report: room is made once for each. */
void json_key(JsonWriter *json, const char *key)
{
    assert(json->levels[json->depth].object && !json->keyed);
    begin_item(json);
    Buffer *out = &json->out;
    size_t len = strlen(key);
    buffer_reserve(out, len + 4);
    out->at[out->len] = '"';
    memcpy(out->at + out->len + 1, key, len);
    out->len += len + 1;
    end_key(json);
}

void json_key_text(JsonWriter *json, View key)
{
    assert(json->levels[json->depth].object && !json->keyed);
    begin_item(json);
    add_string(&json->out, key);
    json->out.len--; /* its last quotation mark */
    buffer_reserve(&json->out, 3);
    end_key(json);
}

static void begin_value(JsonWriter *json)
{
    assert(json->keyed == json->levels[json->depth].object);
    if (!json->keyed)
        begin_item(json);
    json->keyed = false;
}

static void open_level(JsonWriter *json, bool object)
{
    begin_value(json);
    assert(json->depth + 1 < JSON_DEPTH);
    buffer_add_byte(&json->out, object ? '{' : '[');
    json->levels[++json->depth] = (Level){.object = object};
}

void json_open_object(JsonWriter *json)
{
    open_level(json, true);
}

void json_open_array(JsonWriter *json)
{
    open_level(json, false);
}

void json_close(JsonWriter *json)
{
    assert(json->depth > 0 && !json->keyed);
    Level level = json->levels[json->depth--];
    if (level.used && json->indent)
        new_line(json);
    buffer_add_byte(&json->out, level.object ? '}' : ']');
}

void json_text(JsonWriter *json, View text)
{
    begin_value(json);
    add_string(&json->out, text);
}

void json_int(JsonWriter *json, int64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    begin_value(json);
    do
        digits[--at] = (char)('0' + left % 10);
    while (left /= 10);
    if (number < 0)
        digits[--at] = '-';
    buffer_add(&json->out, (View){digits + at, sizeof digits - at});
}

void json_bool(JsonWriter *json, bool value)
{
    begin_value(json);
    buffer_add(&json->out, value ? VIEW("true") : VIEW("false"));
}

void json_nothing(JsonWriter *json)
{
    begin_value(json);
    buffer_add(&json->out, VIEW("null"));
}

void json_member(JsonWriter *json, const char *key, View text, bool present)
{
    json_key(json, key);
    if (present)
        json_text(json, text);
    else
        json_nothing(json);
}

void json_member_int(JsonWriter *json, const char *key, int64_t number)
{
    json_key(json, key);
    json_int(json, number);
}

/* An empty buffer is given what is written as it lies: a line of a report is not copied. */
void json_flush(JsonWriter *json, Buffer *out)
{
    if (!out->len) {
        Buffer written = json->out;
        json->out = *out;
        *out = written;
        return;
    }
    buffer_add(out, buffer_view(&json->out));
    buffer_clear(&json->out);
}

void json_end(JsonWriter *json, Buffer *out)
{
    assert(json->depth == 0 && !json->keyed);
    json_flush(json, out);
    buffer_free(&json->out);
    free(json);
}
