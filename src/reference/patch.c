/* Changing the bytes of a YAML file in place. Tests: tests/unit/reference/patch.c. */
#include "reference/patch.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"

/* --- patches --- */

void patch_add(Arena *arena, Patches *patches, size_t start, size_t end, View text)
{
    *arena_push(arena, patches) = (Patch){start, end, text};
}

static int compare_patches(const void *a, const void *b)
{
    const Patch *const *left = a, *const *right = b;
    if ((*left)->start != (*right)->start)
        return (*left)->start < (*right)->start ? -1 : 1;
    if ((*left)->end != (*right)->end)
        return (*left)->end < (*right)->end ? -1 : 1;
    return *left < *right ? -1 : *left > *right;
}

View patches_apply(Arena *arena, View bytes, Patches *patches)
{
    const Patch **sorted = arena_new(arena, const Patch *, patches->count);
    for (uint32_t i = 0; i < patches->count; i++)
        sorted[i] = &patches->items[i];
    if (patches->count)
        qsort(sorted, patches->count, sizeof *sorted, compare_patches);
    Buffer out = {0};
    size_t at = 0;
    for (uint32_t i = 0; i < patches->count; i++) {
        buffer_add(&out, view_slice(bytes, at, sorted[i]->start));
        buffer_add(&out, sorted[i]->text);
        at = sorted[i]->end;
    }
    buffer_add(&out, view_slice(bytes, at, bytes.len));
    View changed = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return changed;
}

/* --- where things are --- */

size_t line_start(View bytes, uint32_t line)
{
    size_t at = 0;
    for (uint32_t i = 1; i < line && at < bytes.len; i++) {
        const char *end = memchr(bytes.at + at, '\n', bytes.len - at);
        at = end ? (size_t)(end - bytes.at) + 1 : bytes.len;
    }
    return at;
}

size_t line_end(View bytes, size_t at)
{
    const char *end = memchr(bytes.at + at, '\n', bytes.len - at);
    return end ? (size_t)(end - bytes.at) : bytes.len;
}

size_t place_of(View bytes, uint32_t line, uint32_t column)
{
    size_t at = line_start(bytes, line);
    if (at == 0 && view_starts(bytes, VIEW("\xEF\xBB\xBF")))
        at = 3;
    for (uint32_t met = 1; met < column && at < bytes.len; met++) {
        size_t width = 1;
        utf8_decode_any(bytes, at, &width);
        at += width;
    }
    return at;
}

size_t quoted_end(View bytes, size_t at)
{
    char quote = bytes.at[at++];
    for (; at < bytes.len; at++) {
        if (bytes.at[at] == '\\' && quote == '"')
            at++;
        else if (bytes.at[at] == quote && at + 1 < bytes.len && bytes.at[at + 1] == quote &&
                 quote == '\'')
            at++;
        else if (bytes.at[at] == quote)
            return at + 1;
    }
    return bytes.len;
}

static bool begins_word(View bytes, size_t at)
{
    return at == 0 || strchr(" \t\n,[{:", bytes.at[at - 1]) != NULL;
}

size_t flow_end(View bytes, size_t at)
{
    int depth = 0;
    while (at < bytes.len) {
        char byte = bytes.at[at];
        if ((byte == '"' || byte == '\'') && begins_word(bytes, at)) {
            at = quoted_end(bytes, at);
            continue;
        }
        if (byte == '#' && begins_word(bytes, at)) {
            at = line_end(bytes, at);
            continue;
        }
        depth += (byte == '{' || byte == '[') - (byte == '}' || byte == ']');
        at++;
        if (depth == 0)
            return at;
    }
    return bytes.len;
}

/* One past a value inside a flow map. */
static size_t flow_value_end(View map, size_t at)
{
    if (at < map.len && (map.at[at] == '{' || map.at[at] == '['))
        return flow_end(map, at);
    if (at < map.len && (map.at[at] == '"' || map.at[at] == '\''))
        return quoted_end(map, at);
    while (at < map.len && map.at[at] != ',' && map.at[at] != '}')
        at++;
    while (at > 0 && map.at[at - 1] == ' ')
        at--;
    return at;
}

static size_t skip(View text, size_t at, const char *bytes)
{
    while (at < text.len && strchr(bytes, text.at[at]))
        at++;
    return at;
}

View flow_with(Arena *arena, View map, const char *key, View value)
{
    View name = view_of(key);
    size_t last = 1; /* one past the pair before */
    for (size_t at = skip(map, 1, " ,\n"); at < map.len && map.at[at] != '}';
         at = skip(map, last, " ,\n")) {
        size_t colon = at;
        while (colon < map.len && map.at[colon] != ':')
            colon++;
        size_t from = skip(map, colon + 1, " "), to = flow_value_end(map, from);
        bool here = view_equal(view_slice(map, at, colon), name);
        if (here && value.len)
            return view_format(arena, "%.*s%.*s%.*s", (int)from, map.at, VIEW_ARG(value),
                               VIEW_ARG(view_slice(map, to, map.len)));
        if (here)
            return view_format(arena, "%.*s%.*s", (int)last, map.at,
                               VIEW_ARG(view_slice(map, to, map.len)));
        last = to;
    }
    if (!value.len)
        return map;
    return view_format(arena, "%.*s, %s: %.*s%.*s", (int)last, map.at, key, VIEW_ARG(value),
                       VIEW_ARG(view_slice(map, last, map.len)));
}

size_t scalar_end(View bytes, size_t at)
{
    if (at < bytes.len && (bytes.at[at] == '"' || bytes.at[at] == '\''))
        return quoted_end(bytes, at);
    while (at < bytes.len && !strchr(",}\n", bytes.at[at]) &&
           !view_starts(view_slice(bytes, at, bytes.len), VIEW(" #")))
        at++;
    while (at > 0 && strchr(" \r", bytes.at[at - 1]))
        at--;
    return at;
}

void patch_add_pair(Arena *arena, Patches *patches, View bytes, size_t at, const char *key,
                    View value)
{
    if (bytes.at[at] == '{') {
        size_t end = flow_end(bytes, at);
        patch_add(arena, patches, at, end,
                  flow_with(arena, view_slice(bytes, at, end), key, value));
        return;
    }
    size_t start = at;
    while (start > 0 && bytes.at[start - 1] != '\n')
        start--;
    patch_add(arena, patches, at, at,
              view_format(arena, "%s: %.*s\n%*s", key, VIEW_ARG(value), (int)(at - start), ""));
}
