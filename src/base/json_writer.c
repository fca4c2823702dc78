/* JSON written as it comes: straight into a buffer, no tree. Reports are a large part of what stet
 * does with an article, and a tree of objects costs as much again as finding what is in it.
 * Tests: tests/unit/base/json_writer.c. */
#include "base/json_writer.h"

#include <assert.h>
#include <stdlib.h>

#include "base/unicode.h"

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
void json_put_odd(Buffer *out, View text)
{
    for (size_t off = 0; off < text.len; off++) {
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

void json_begin_item(JsonWriter *json)
{
    JsonLevel *level = &json->levels[json->depth];
    if (!json->depth)
        return;
    if (level->used)
        buffer_add_byte(&json->out, ',');
    level->used = true;
    if (json->indent)
        new_line(json);
}

void json_key(JsonWriter *json, const char *key)
{
    json_key_text(json, view_of(key));
}

void json_key_text(JsonWriter *json, View key)
{
    assert(json->levels[json->depth].object && !json->keyed);
    json_begin_item(json);
    json_put_string(&json->out, key);
    buffer_add(&json->out, json->indent ? VIEW(": ") : VIEW(":"));
    json->keyed = true;
}

static void open_level(JsonWriter *json, bool object)
{
    json_begin_value(json);
    assert(json->depth + 1 < JSON_DEPTH);
    buffer_add_byte(&json->out, object ? '{' : '[');
    json->levels[++json->depth] = (JsonLevel){.object = object};
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
    JsonLevel level = json->levels[json->depth--];
    if (level.used && json->indent)
        new_line(json);
    buffer_add_byte(&json->out, level.object ? '}' : ']');
}

void json_text(JsonWriter *json, View text)
{
    json_put_text(json, text);
}

void json_int(JsonWriter *json, int64_t number)
{
    char digits[1 + DECIMAL_MOST] = "-";
    if (number >= 0) {
        json_put_number(json, (uint64_t)number);
        return;
    }
    json_begin_value(json);
    buffer_add(&json->out, (View){digits, 1 + decimal_put(digits + 1, -(uint64_t)number)});
}

void json_bool(JsonWriter *json, bool value)
{
    json_begin_value(json);
    buffer_add(&json->out, value ? VIEW("true") : VIEW("false"));
}

void json_nothing(JsonWriter *json)
{
    json_begin_value(json);
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
