/* Front matters. Tests: tests/unit/source/front.c. */
#include "source/front.h"

#include "base/unicode.h"
#include "base/yaml.h"
#include "source/lines.h"

enum {
    FRONT_MOST = 64 << 10 /* bytes: more between two rules is an article, not a front matter */
};

/* Three of a byte, then only blanks. */
static bool is_fence(View line, View fence)
{
    return view_starts(line, fence) && !view_trim(view_slice(line, fence.len, line.len)).len;
}

/* The line that closes a front matter; false where there is none. */
static bool find_close(View bytes, size_t from, Line *close)
{
    LineReader reader = lines_of(bytes, from);
    if (!lines_next(&reader, close) ||
        !is_fence(view_slice(bytes, close->from, close->to), VIEW("---")))
        return false;
    while (lines_next(&reader, close) && close->to - from <= FRONT_MOST) {
        View line = view_slice(bytes, close->from, close->to);
        if (is_fence(line, VIEW("---")) || is_fence(line, VIEW("...")))
            return true;
    }
    return false;
}

/* The offset of a place that libyaml names; `bytes` is what it was given. */
static size_t place_offset(View bytes, uint32_t line, uint32_t column)
{
    LineReader reader = lines_of(bytes, 0);
    Line at = {0};
    for (uint32_t i = 0; i < line; i++)
        if (!lines_next(&reader, &at))
            return bytes.len;
    size_t width, off = at.from;
    for (uint32_t i = 1; i < column && off < at.to; i++, off += width)
        utf8_decode_any(bytes, off, &width);
    return off;
}

/* Where a key's value ends: before the next key, or with the front matter. */
static size_t value_end(View bytes, const YamlNode *map, const YamlNode *value)
{
    size_t end = bytes.len;
    for (uint32_t i = 0; i + 1 < map->count; i++)
        if (map->items[2 * i + 1] == value)
            end = place_offset(bytes, map->items[2 * i + 2]->line, 1);
    return end;
}

static void find_title(View bytes, size_t from, const YamlNode *map, const YamlNode *title,
                       Front *out)
{
    size_t start = place_offset(bytes, title->line, title->column);
    size_t end = value_end(bytes, map, title);
    if (end < start)
        end = start;
    View written = view_trim(view_slice(bytes, start, end));
    char quote = written.len ? written.at[0] : '\0';
    size_t quotes = quote == '"' || quote == '\'';
    View inner = view_slice(written, quotes, written.len);
    bool closed = !quotes || (inner.len > title->text.len && inner.at[title->text.len] == quote);
    out->title = title->text;
    out->title_exact = view_starts(inner, title->text) && closed;
    out->title_from = from + start + (out->title_exact ? quotes : 0);
    out->title_to = out->title_from + (out->title_exact ? title->text.len : written.len);
}

static bool read_date(const YamlReader *reader, const YamlNode *date, Date *out)
{
    if (date->kind == YAML_SCALAR && (!date->text.len || date_parse_stamp(date->text, out)))
        return true;
    if (date->kind == YAML_SCALAR)
        yaml_trouble(reader, date, "\"%.*s\" is no date, expected YYYY-MM-DD",
                     VIEW_ARG(date->text));
    else
        yaml_trouble(reader, date, "`date:` holds more than a value, expected YYYY-MM-DD");
    return false;
}

bool front_read(Arena *arena, View path, View bytes, size_t from, Front *out, Troubles *troubles)
{
    *out = (Front){.end = from, .date = DATE_NONE};
    Line close;
    if (!find_close(bytes, from, &close))
        return true;
    /* With the opening line, so that libyaml counts lines as the file does. */
    View yaml = view_slice(bytes, from, close.from);
    const YamlNode *map = yaml_parse(arena, path, yaml, troubles);
    if (map && map->kind != YAML_MAP)
        return true; /* prose between two rules */
    out->end = close.next;
    if (!map)
        return false;
    YamlReader reader = {.path = path, .troubles = troubles, .arena = arena};
    const YamlNode *date = yaml_get(map, "date"), *title = yaml_get(map, "title");
    if (title && title->kind == YAML_SCALAR && view_trim(title->text).len)
        find_title(yaml, from, map, title, out);
    return !date || read_date(&reader, date, &out->date);
}

void front_write_title(const Front *front, Draft *draft)
{
    draft_open(draft, BLOCK_TITLE, PART_TEXT);
    if (front->title_exact) {
        draft_copy(draft, front->title_from, front->title_to);
    } else if (front->title.len) {
        char *title = arena_new(draft->arena, char, front->title.len);
        for (size_t i = 0; i < front->title.len; i++)
            title[i] = front->title.at[i] == '\n' ? ' ' : front->title.at[i];
        draft_replace(draft, (View){title, front->title.len}, front->title_from, front->title_to);
    }
    draft_close(draft);
}
