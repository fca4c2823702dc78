/* The content of one block of Markdown: its lines without the marks of the blocks that it lies in,
 * joined by '\n', and where each byte of it stands in the file. Used again for block after block;
 * the lines live in the article's arena, the text in a buffer of its own. */
#ifndef STET_SOURCE_CONTENT_H
#define STET_SOURCE_CONTENT_H

#include "base/buffer.h"
#include "source/lines.h"

typedef struct ContentLine {
    size_t at; /* in the content */
    size_t len;
    size_t file; /* offset in the file */
} ContentLine;

typedef struct Content {
    Arena *arena;
    View file;
    Buffer text;
    ContentLine *items;
    uint32_t count;
    uint32_t capacity;
} Content; /* freed by content_free */

void content_clear(Content *content);

/* Adds file bytes from..to, without the blanks at both ends, as a line; a blank line is none. */
void content_add_line(Content *content, size_t from, size_t to);

/* The line that a place of the content lies in; its line break counts to it. */
const ContentLine *content_line(const Content *content, size_t at);
size_t content_file(const Content *content, size_t at);

void content_free(Content *content);

#endif
