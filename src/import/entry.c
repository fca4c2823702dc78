/* Entries and their lists. Tests: tests/unit/import/settle.c. */
#include "import/entry.h"

void texts_add(Arena *arena, Texts *list, View text)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (view_equal(list->items[i], text))
            return;
    if (text.len)
        *arena_push(arena, list) = text;
}

Texts texts_split(Arena *arena, View text, char by)
{
    Texts parts = {0};
    for (size_t at = 0; at <= text.len; at++) {
        size_t start = at;
        while (at < text.len && text.at[at] != by)
            at++;
        texts_add(arena, &parts, view_trim(view_slice(text, start, at)));
    }
    return parts;
}

void entry_refuse(const Entries *rows, const Entry *row, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View text = view_format_list(rows->refused->arena, format, args);
    va_end(args);
    trouble_add(rows->refused, row->path, row->line, 0, "%.*s", VIEW_ARG(text));
}
