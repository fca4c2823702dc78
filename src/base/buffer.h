/* Text that grows while it is written: the only string type that owns its bytes. */
#ifndef STET_BASE_BUFFER_H
#define STET_BASE_BUFFER_H

#include <string.h>

#include "base/view.h"

typedef struct Buffer {
    char *at;
    size_t len;
    size_t capacity;
} Buffer; /* all zero is empty; freed with buffer_free */

void buffer_grow(Buffer *buffer, size_t more); /* where there is no room for so many bytes */

/* Room for so many bytes; adds none. These three are called for each piece of a report. */
static inline void buffer_reserve(Buffer *buffer, size_t more)
{
    if (more > buffer->capacity - buffer->len)
        buffer_grow(buffer, more);
}

static inline void buffer_add(Buffer *buffer, View text)
{
    buffer_reserve(buffer, text.len);
    if (text.len)
        memcpy(buffer->at + buffer->len, text.at, text.len);
    buffer->len += text.len;
}

static inline void buffer_add_byte(Buffer *buffer, char byte)
{
    buffer_reserve(buffer, 1);
    buffer->at[buffer->len++] = byte;
}

void buffer_print(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
View buffer_view(const Buffer *buffer); /* lent until the next change */
void buffer_clear(Buffer *buffer);      /* keeps the memory */
void buffer_free(Buffer *buffer);

#endif
