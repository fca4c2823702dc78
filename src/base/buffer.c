/* Buffers. Tests: tests/unit/base/buffer.c. */
#include "base/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void buffer_grow(Buffer *buffer, size_t more)
{
    size_t capacity = buffer->capacity ? buffer->capacity : 256;
    while (capacity - buffer->len < more)
        capacity *= 2;
    buffer->at = memory_or_end(realloc(buffer->at, capacity));
    buffer->capacity = capacity;
}

void buffer_print(Buffer *buffer, const char *format, ...)
{
    assert(format);
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    assert(len >= 0);
    buffer_reserve(buffer, (size_t)len + 1);
    va_start(args, format);
    vsnprintf(buffer->at + buffer->len, (size_t)len + 1, format, args);
    va_end(args);
    buffer->len += (size_t)len;
}

View buffer_view(const Buffer *buffer)
{
    return (View){buffer->at, buffer->len};
}

void buffer_clear(Buffer *buffer)
{
    buffer->len = 0;
}

void buffer_free(Buffer *buffer)
{
    free(buffer->at);
    *buffer = (Buffer){0};
}
