/* Contents of blocks. Tests: tests/unit/source/content.c. */
#include "source/content.h"

#include <assert.h>

void content_clear(Content *content)
{
    buffer_clear(&content->text);
    content->count = 0;
}

void content_add_line(Content *content, size_t from, size_t to)
{
    View line = view_trim(view_slice(content->file, from, to));
    if (!line.len)
        return;
    if (content->count)
        buffer_add_byte(&content->text, '\n');
    *arena_push(content->arena, content) =
        (ContentLine){content->text.len, line.len, (size_t)(line.at - content->file.at)};
    buffer_add(&content->text, line);
}

const ContentLine *content_line(const Content *content, size_t at)
{
    uint32_t low = 0, high = content->count;
    assert(high);
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (content->items[middle].at <= at)
            low = middle;
        else
            high = middle;
    }
    return &content->items[low];
}

size_t content_file(const Content *content, size_t at)
{
    const ContentLine *line = content_line(content, at);
    return line->file + (at - line->at);
}

void content_free(Content *content)
{
    buffer_free(&content->text);
}
