/* A string is a view: bytes that somebody else owns, counted, not ended by NUL. */
#ifndef STET_BASE_VIEW_H
#define STET_BASE_VIEW_H

#include <assert.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

typedef struct View {
    const char *at;
    size_t len; /* bytes */
} View;

/* Bytes of an article: offset and length, never a pointer, so that it outlives any buffer. */
typedef struct Span {
    uint32_t off;
    uint32_t len;
} Span;

/* from <= to <= len */
static inline View view_slice(View text, size_t from, size_t to)
{
    assert(from <= to && to <= text.len);
    return (View){from ? text.at + from : text.at, to - from};
}

#define VIEW(literal) ((View){"" literal, sizeof(literal) - 1})

/* For printf: "%.*s", VIEW_ARG(view). */
#define VIEW_ARG(view) (int)(view).len, (view).at

/* Of a C string; NULL gives the empty view. */
static inline View view_of(const char *text)
{
    return text ? (View){text, strlen(text)} : (View){0};
}

static inline bool view_equal(View a, View b)
{
    return a.len == b.len && (!a.len || !memcmp(a.at, b.at, a.len));
}

static inline bool view_starts(View text, View start)
{
    return text.len >= start.len && view_equal((View){text.at, start.len}, start);
}

static inline bool view_ends(View text, View end)
{
    return text.len >= end.len && view_equal(view_slice(text, text.len - end.len, text.len), end);
}

bool view_equal_fold(View a, View b);    /* ASCII letters compare without case */
int view_compare(View a, View b);        /* by bytes, for sorting */
View view_trim(View text);               /* without ASCII blanks at both ends */
View view_copy(Arena *arena, View text); /* the copy is followed by a NUL */
View view_format(Arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
View view_format_list(Arena *arena, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

static inline uint32_t span_end(Span span)
{
    return span.off + span.len;
}

/* The smallest span that holds both; an empty span {0,0} counts as none. */
Span span_join(Span a, Span b);
bool span_touches(Span a, Span b);

#endif
