/* A record read without a tree. Nearly all are flat objects of strings, and their text is most of
 * what stet reads: here they are read as they stand. Whatever is not plain to see (nesting, large
 * numbers, an escape in a key, any fault) is left to jansson, so that what is JSON, and what is
 * said of what is not, is decided in one place. Tests: tests/unit/base/json_record.c. */
#include "base/json_record.h"

#include <limits.h>
#include <string.h>

#include "base/json_plain.h"
#include "base/unicode.h"

enum {
    KEYS_MOST = 32,
    DIGITS_MOST = 15, /* any number of so many digits fits */
    STRETCH = 32      /* bytes that are looked at together */
};

typedef struct Reader {
    const char *at;
    const char *end;
} Reader;

/* --- bytes --- */

static void skip_blanks(Reader *reader)
{
    while (reader->at < reader->end && (*reader->at == ' ' || *reader->at == '\n' ||
                                        *reader->at == '\t' || *reader->at == '\r'))
        reader->at++;
}

static bool take(Reader *reader, char byte)
{
    skip_blanks(reader);
    if (reader->at == reader->end || *reader->at != byte)
        return false;
    reader->at++;
    return true;
}

/* Compilers turn such a loop into a few instructions, for nothing ends it early. */
static inline bool are_plain(const char *at)
{
    uint8_t odd = 0;
    for (int i = 0; i < STRETCH; i++)
        odd |= (uint8_t)((signed char)at[i] < 0x20) | (at[i] == '"') | (at[i] == '\\');
    return !odd;
}

/* Copies what needs no thought; the end of what was written. */
static char *copy_plain(Reader *reader, char *to)
{
    for (; reader->end - reader->at >= STRETCH && are_plain(reader->at); reader->at += STRETCH) {
        memcpy(to, reader->at, STRETCH);
        to += STRETCH;
    }
    size_t plain = json_copy_plain(to, (View){reader->at, (size_t)(reader->end - reader->at)});
    reader->at += plain;
    return to + plain;
}

/* --- strings --- */

static int hex_value(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    byte |= 0x20;
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The four digits behind "\u"; -1 where they are none. */
static int32_t take_unit(Reader *reader)
{
    int32_t unit = 0;
    if (reader->end - reader->at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        int digit = hex_value(*reader->at++);
        if (digit < 0)
            return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

/* A code point of one or two units; -1 where a half of a pair stands alone. */
static int32_t take_code(Reader *reader)
{
    int32_t code = take_unit(reader);
    if (code < 0xD800 || code > 0xDFFF)
        return code;
    if (code > 0xDBFF || reader->end - reader->at < 6 || reader->at[0] != '\\' ||
        reader->at[1] != 'u')
        return -1;
    reader->at += 2;
    int32_t low = take_unit(reader);
    if (low < 0xDC00 || low > 0xDFFF)
        return -1;
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

/* What stands behind a backslash; NULL where it is no escape. */
static char *take_escape(Reader *reader, char *to)
{
    static const char bytes[UCHAR_MAX + 1] = {
        ['"'] = '"',  ['\\'] = '\\', ['/'] = '/',  ['b'] = '\b',
        ['f'] = '\f', ['n'] = '\n',  ['r'] = '\r', ['t'] = '\t'};
    if (reader->at == reader->end)
        return NULL;
    unsigned char letter = (unsigned char)*reader->at++;
    if (letter == 'u') {
        int32_t code = take_code(reader);
        return code < 0 ? NULL : to + utf8_encode(code, to);
    }
    *to = bytes[letter];
    return *to ? to + 1 : NULL;
}

/* One character beyond ASCII; NULL where the bytes are none. */
static char *take_wide(Reader *reader, char *to)
{
    size_t width;
    View rest = {reader->at, (size_t)(reader->end - reader->at)};
    if (utf8_decode_any(rest, 0, &width) < 0)
        return NULL;
    memcpy(to, reader->at, width);
    reader->at += width;
    return to + width;
}

/* A string whose opening quote was taken. No escape is shorter than what it stands for, so there is
 * room in `to` for as many bytes as are left. False where it is none. */
static bool take_string(Reader *reader, char *to, View *out)
{
    char *from = to;
    while (to && (to = copy_plain(reader, to), reader->at < reader->end)) {
        unsigned char byte = (unsigned char)*reader->at;
        if (byte >= 0x80) {
            to = take_wide(reader, to);
            continue;
        }
        if (byte < 0x20)
            return false;
        reader->at++;
        if (byte == '"') {
            *to = '\0';
            *out = (View){from, (size_t)(to - from)};
            return true;
        }
        to = take_escape(reader, to); /* nothing else is left */
    }
    return false;
}

/* A key without escapes, as it stands. */
static bool take_key(Reader *reader, View *out)
{
    const char *from;
    if (!take(reader, '"'))
        return false;
    for (from = reader->at; reader->at < reader->end && *reader->at != '"'; reader->at++)
        if ((unsigned char)*reader->at < 0x20 || (unsigned char)*reader->at >= 0x7F ||
            *reader->at == '\\')
            return false;
    *out = (View){from, (size_t)(reader->at - from)};
    return take(reader, '"');
}

/* --- values --- */

/* A value that nobody wants and that is neither string, list nor object. */
static bool pass_scalar(Reader *reader)
{
    static const char *const words[] = {"true", "false", "null"};
    View rest = {reader->at, (size_t)(reader->end - reader->at)};
    size_t digits = 0;
    for (int i = 0; i < 3; i++)
        if (view_starts(rest, view_of(words[i]))) {
            reader->at += view_of(words[i]).len;
            return true;
        }
    while (digits < rest.len && rest.at[digits] >= '0' && rest.at[digits] <= '9')
        digits++;
    reader->at += digits;
    return digits && digits <= DIGITS_MOST && (rest.at[0] != '0' || digits == 1);
}

static bool take_value(Reader *reader, Arena *arena, JsonField *field)
{
    View text;
    skip_blanks(reader);
    if (reader->at == reader->end)
        return false;
    if (*reader->at == '"') {
        size_t room = (size_t)(reader->end - reader->at);
        char *to = arena_room(arena, room, 1);
        reader->at++;
        if (!take_string(reader, to, &text))
            return false;
        arena_return(arena, to + text.len + 1, room - text.len - 1);
        if (field) {
            field->present = true;
            field->text = text;
        }
        return true;
    }
    bool nothing = *reader->at == 'n';
    return pass_scalar(reader) && (!field || nothing);
}

static bool ends(Reader *reader)
{
    skip_blanks(reader);
    return reader->at == reader->end;
}

/* Notes a key; false where it stood before or there are too many. */
static bool note_key(View keys[KEYS_MOST], size_t *count, View key)
{
    if (*count == KEYS_MOST)
        return false;
    for (size_t i = 0; i < *count; i++)
        if (view_equal(keys[i], key))
            return false;
    keys[(*count)++] = key;
    return true;
}

bool json_read_record(Arena *arena, View bytes, JsonField *fields, size_t count)
{
    Reader reader = {bytes.at, bytes.at + bytes.len};
    View keys[KEYS_MOST], key;
    size_t key_count = 0;
    for (size_t i = 0; i < count; i++)
        fields[i] = (JsonField){.key = fields[i].key};
    if (!bytes.len || !take(&reader, '{'))
        return false;
    if (take(&reader, '}'))
        return ends(&reader);
    do {
        if (!take_key(&reader, &key) || !note_key(keys, &key_count, key) || !take(&reader, ':'))
            return false;
        JsonField *field = NULL;
        for (size_t i = 0; i < count; i++)
            if (view_equal(key, view_of(fields[i].key)))
                field = &fields[i];
        if (!take_value(&reader, arena, field))
            return false;
    } while (take(&reader, ','));
    return take(&reader, '}') && ends(&reader);
}
