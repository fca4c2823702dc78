/* Text that grows while it is written: the only string type that owns its bytes. */
#ifndef STET_BASE_BUFFER_H
#define STET_BASE_BUFFER_H

#include "base/view.h"

typedef struct Buffer {
    char *at;
    size_t len;
    size_t capacity;
} Buffer; /* all zero is empty; freed with buffer_free */

void buffer_reserve(Buffer *buffer, size_t more); /* room for so many bytes; adds none */
void buffer_add(Buffer *buffer, View text);
void buffer_add_byte(Buffer *buffer, char byte);
void buffer_print(Buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
View buffer_view(const Buffer *buffer); /* lent until the next change */
void buffer_clear(Buffer *buffer);      /* keeps the memory */
void buffer_free(Buffer *buffer);

#endif
