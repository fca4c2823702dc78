/* Troubles. Tests: tests/unit/base/trouble.c. */
#include "base/trouble.h"

void trouble_add(Troubles *troubles, View path, uint32_t line, uint32_t column, const char *format,
                 ...)
{
    va_list args;
    va_start(args, format);
    View message = view_format_list(troubles->arena, format, args);
    va_end(args);
    *arena_push(troubles->arena, troubles) = (Trouble){.path = view_copy(troubles->arena, path),
                                                       .line = line,
                                                       .column = column,
                                                       .message = message};
}

View trouble_text(Arena *arena, const Trouble *trouble)
{
    View text = trouble->message;
    if (trouble->line && trouble->column)
        text = view_format(arena, "%u:%u: %.*s", trouble->line, trouble->column, VIEW_ARG(text));
    else if (trouble->line)
        text = view_format(arena, "%u: %.*s", trouble->line, VIEW_ARG(text));
    if (!trouble->path.len)
        return text;
    return view_format(arena, trouble->line ? "%.*s:%.*s" : "%.*s: %.*s", VIEW_ARG(trouble->path),
                       VIEW_ARG(text));
}
