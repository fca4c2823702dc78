/* Views. Tests: tests/unit/base/view.c. */
#include "base/view.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool view_equal_fold(View a, View b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.at[i]) != lower(b.at[i]))
            return false;
    return true;
}

int view_compare(View a, View b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.at, b.at, shared) : 0;
    return order ? order : a.len < b.len ? -1 : a.len > b.len;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

View view_trim(View text)
{
    while (text.len && is_blank(text.at[0]))
        text = view_slice(text, 1, text.len);
    while (text.len && is_blank(text.at[text.len - 1]))
        text.len--;
    return text;
}

View view_copy(Arena *arena, View text)
{
    char *copy = arena_room(arena, text.len + 1, 1);
    if (text.len)
        memcpy(copy, text.at, text.len);
    copy[text.len] = '\0';
    return (View){copy, text.len};
}

static View format_any(Arena *arena, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(len >= 0);
    char *text = arena_room(arena, (size_t)len + 1, 1);
    vsnprintf(text, (size_t)len + 1, format, args);
    return (View){text, (size_t)len};
}

/* A short text while it is put together. */
typedef struct Short {
    char bytes[256];
    size_t len;
} Short;

static bool add_bytes(Short *out, const char *bytes, size_t len)
{
    if (len > sizeof out->bytes - out->len)
        return false;
    memcpy(out->bytes + out->len, bytes, len);
    out->len += len;
    return true;
}

static bool add_number(Short *out, unsigned number)
{
    char digits[10];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    return add_bytes(out, digits + at, sizeof digits - at);
}

/* What nearly all formats are made of: %s, %.*s, %u and %d. False for others, and for long texts.
 * Reports are full of such texts, and printf costs as much as the rest of the report. */
static bool format_plain(Short *out, const char *format, va_list args)
{
    for (const char *at = format;; at++) {
        const char *text;
        int number;
        while (*at && *at != '%' && out->len < sizeof out->bytes)
            out->bytes[out->len++] = *at++;
        if (!*at || out->len == sizeof out->bytes)
            return !*at;
        switch (*++at) {
        case 's':
            text = va_arg(args, const char *);
            if (!text || !add_bytes(out, text, strlen(text)))
                return false;
            break;
        case '.':
            if (at[1] != '*' || at[2] != 's')
                return false;
            at += 2;
            number = va_arg(args, int);
            text = va_arg(args, const char *);
            if (number < 0 || (number && !add_bytes(out, text, strnlen(text, (size_t)number))))
                return false;
            break;
        case 'u':
            if (!add_number(out, va_arg(args, unsigned)))
                return false;
            break;
        case 'd':
            number = va_arg(args, int);
            if (number < 0 || !add_number(out, (unsigned)number))
                return false;
            break;
        default:
            return false;
        }
    }
}

View view_format_list(Arena *arena, const char *format, va_list args)
{
    assert(format);
    va_list again;
    Short text; /* not zeroed */
    text.len = 0;
    va_copy(again, args);
    bool plain = format_plain(&text, format, again);
    va_end(again);
    return plain ? view_copy(arena, (View){text.bytes, text.len}) : format_any(arena, format, args);
}

View view_format(Arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View text = view_format_list(arena, format, args);
    va_end(args);
    return text;
}

Span span_join(Span a, Span b)
{
    if (!a.off && !a.len)
        return b;
    if (!b.off && !b.len)
        return a;
    uint32_t off = a.off < b.off ? a.off : b.off;
    uint32_t end = span_end(a) > span_end(b) ? span_end(a) : span_end(b);
    return (Span){off, end - off};
}

bool span_touches(Span a, Span b)
{
    return a.off < span_end(b) && b.off < span_end(a);
}
