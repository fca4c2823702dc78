/* Escapes. Tests: tests/unit/report/markup.c. */
#include "report/markup.h"

#include <string.h>

#include "report/show.h"

void markup_add(Buffer *out, View text)
{
    Buffer shown = {0};
    show_add(&shown, text);
    for (size_t i = 0; i < shown.len; i++)
        if (strchr("&<>\"'", shown.at[i]))
            buffer_print(out, "&#%d;", shown.at[i]);
        else
            buffer_add_byte(out, shown.at[i]);
    buffer_free(&shown);
}

void markdown_add(Buffer *out, View text)
{
    Buffer shown = {0};
    show_add(&shown, text);
    for (size_t i = 0; i < shown.len; i++) {
        if (strchr("&<>|\\`*_[]{}#!~@:$^", shown.at[i]))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, shown.at[i]);
    }
    buffer_free(&shown);
}

void uri_add(Buffer *out, View text)
{
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.at[i];
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '0' && byte <= '9') || (byte && strchr("-._~/", byte));
        if (plain)
            buffer_add_byte(out, byte);
        else
            buffer_print(out, "%%%02X", (unsigned)(unsigned char)byte);
    }
}
