/* Front matters. Tests: tests/unit/source/front.c. */
#include "source/front.h"

#include "base/unicode.h"
#include "base/yaml.h"
#include "source/lines.h"
#include "source/mark.h"
#include "source/pair.h"

enum {
    FRONT_MOST = 64 << 10 /* bytes: more between two rules is an article, not a front matter */
};

typedef struct FrontReader {
    Arena *arena;
    Document *document;
    View bytes; /* of the file */
    size_t from;
    Front *front;
    Troubles *troubles;
} FrontReader;

/* A value that one of our keys has. */
typedef struct Value {
    View text;
    Span file;   /* where it is written */
    bool exact;  /* word for word */
    size_t from; /* where it begins, with its quote: for messages */
} Value;

/* --- what our keys mean --- */

static bool take_date(const FrontReader *reader, const Value *value)
{
    Date date;
    if (!value->text.len)
        return true;
    if (!date_parse_stamp(value->text, &date)) {
        LineIndex lines = line_index(reader->arena, reader->bytes);
        Position at = line_position(&lines, (uint32_t)value->from);
        trouble_add(reader->troubles, reader->document->name, at.line, at.column,
                    "\"%.*s\" is no date, expected YYYY-MM-DD", VIEW_ARG(value->text));
        return false;
    }
    reader->document->date = date;
    reader->document->date_source = DATE_FROM_FRONT_MATTER;
    return true;
}

static bool take_value(const FrontReader *reader, View key, const Value *value)
{
    if (view_equal(key, VIEW("date")))
        return take_date(reader, value);
    if (view_equal(key, VIEW("stet"))) {
        mark_add_file(reader->document, reader->arena, value->text, value->file);
    } else if (view_equal(key, VIEW("title")) && view_trim(value->text).len) {
        reader->front->title = value->text;
        reader->front->title_exact = value->exact;
        reader->front->title_file = value->file;
    }
    return true;
}

/* --- YAML --- */

/* Three of a byte, then only blanks. */
static bool is_fence(View line, View fence)
{
    return view_starts(line, fence) && !view_trim(view_slice(line, fence.len, line.len)).len;
}

/* The line that closes a front matter of this fence; false where there is none. */
static bool find_close(View bytes, size_t from, View fence, Line *close)
{
    LineReader reader = lines_of(bytes, from);
    if (!lines_next(&reader, close) || !is_fence(view_slice(bytes, close->from, close->to), fence))
        return false;
    while (lines_next(&reader, close) && close->to - from <= FRONT_MOST) {
        View line = view_slice(bytes, close->from, close->to);
        if (is_fence(line, fence) || (fence.at[0] == '-' && is_fence(line, VIEW("..."))))
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

/* The value of a node that ends before `limit`: the next key, or the end. */
static Value yaml_value(const FrontReader *reader, View yaml, const YamlNode *node, size_t limit)
{
    size_t start = place_offset(yaml, node->line, node->column);
    View written = view_trim(view_slice(yaml, start, limit > start ? limit : start));
    char quote = written.len ? written.at[0] : '\0';
    size_t quotes = quote == '"' || quote == '\'';
    View inner = view_slice(written, quotes, written.len);
    bool closed = !quotes || (inner.len > node->text.len && inner.at[node->text.len] == quote);
    Value value = {.text = node->text, .from = reader->from + start};
    value.exact = view_starts(inner, node->text) && closed;
    value.file = (Span){(uint32_t)(value.from + (value.exact ? quotes : 0)),
                        (uint32_t)(value.exact ? node->text.len : written.len)};
    return value;
}

/* Takes a value, or each of a list of them. */
static bool take_node(const FrontReader *reader, View yaml, View key, const YamlNode *node,
                      size_t limit)
{
    bool list = node->kind == YAML_LIST && view_equal(key, VIEW("stet")), done = true;
    uint32_t count = list ? node->count : 1;
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *item = list ? node->items[i] : node;
        size_t end = i + 1 < count ? place_offset(yaml, node->items[i + 1]->line, 1) : limit;
        Value value = yaml_value(reader, yaml, item, end);
        if (item->kind == YAML_SCALAR)
            done &= take_value(reader, key, &value);
    }
    if (node->kind == YAML_SCALAR || !view_equal(key, VIEW("date")))
        return done;
    trouble_add(reader->troubles, reader->document->name, node->line, node->column,
                "`date:` holds more than a value, expected YYYY-MM-DD");
    return false;
}

static bool read_yaml(const FrontReader *reader, const Line *close)
{
    /* With the opening line, so that libyaml counts lines as the file does. */
    View yaml = view_slice(reader->bytes, reader->from, close->from);
    const YamlNode *map = yaml_parse(reader->arena, reader->document->name, yaml, reader->troubles);
    if (map && map->kind != YAML_MAP)
        return true; /* prose between two rules */
    reader->front->end = close->next;
    bool done = map != NULL;
    for (uint32_t i = 0; map && i < map->count; i++) {
        size_t limit =
            i + 1 < map->count ? place_offset(yaml, map->items[2 * i + 2]->line, 1) : yaml.len;
        done &= take_node(reader, yaml, map->items[2 * i]->text, map->items[2 * i + 1], limit);
    }
    return done;
}

/* --- TOML and JSON --- */

static bool take_pair(const FrontReader *reader, View text, const Pair *pair)
{
    size_t at = pair->from;
    Span inside;
    View words;
    bool done = true, any = false;
    while (pair_string(reader->arena, text, &at, pair->to, &inside, &words)) {
        Value value = {words, inside,
                       view_equal(words, view_slice(text, inside.off, span_end(inside))),
                       inside.off - 1};
        done &= take_value(reader, pair->key, &value);
        any = true;
    }
    if (any || !view_equal(pair->key, VIEW("date")))
        return done;
    Value bare = {.text = view_slice(text, pair->from, pair->to), .from = pair->from};
    return take_value(reader, pair->key, &bare);
}

static bool read_pairs(const FrontReader *reader, size_t from, size_t to, bool toml)
{
    View text = view_slice(reader->bytes, 0, to);
    PairReader pairs = pairs_of(text, from, toml);
    Pair pair;
    bool done = true;
    while (pairs_next(&pairs, &pair))
        done &= take_pair(reader, text, &pair);
    if (!pairs.broken)
        return done;
    LineIndex lines = line_index(reader->arena, reader->bytes);
    Position at = line_position(&lines, (uint32_t)pairs.at);
    trouble_add(reader->troubles, reader->document->name, at.line, at.column,
                "is no front matter, expected %s", toml ? "key = value" : "\"key\": value");
    return false;
}

/* Where the JSON object ends that the file begins with; 0 where it begins with none. */
static size_t json_end(View bytes, size_t from)
{
    View rest = view_slice(bytes, from, bytes.len);
    if (!view_starts(rest, VIEW("{")))
        return 0;
    View inside = view_trim(view_slice(rest, 1, rest.len));
    if (!view_starts(inside, VIEW("\"")))
        return 0;
    View most = view_slice(bytes, 0, rest.len > FRONT_MOST ? from + FRONT_MOST : bytes.len);
    size_t end = json_value_end(most, from);
    return bytes.at[end - 1] == '}' ? end : 0;
}

bool front_read(Arena *arena, Document *document, Front *out, Troubles *troubles)
{
    View bytes = document->original[PART_TEXT];
    size_t from = view_starts(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.len : 0;
    FrontReader reader = {arena, document, bytes, from, out, troubles};
    Line close;
    *out = (Front){.end = from};
    if (find_close(bytes, from, VIEW("---"), &close))
        return read_yaml(&reader, &close);
    if (find_close(bytes, from, VIEW("+++"), &close)) {
        out->end = close.next;
        return read_pairs(&reader, from + 3, close.from, true);
    }
    size_t end = json_end(bytes, from);
    if (!end)
        return true;
    out->end = end;
    return read_pairs(&reader, from, end, false);
}

void front_write_title(const Front *front, Draft *draft)
{
    draft_open(draft, BLOCK_TITLE, PART_TEXT);
    if (front->title_exact) {
        draft_copy(draft, front->title_file.off, span_end(front->title_file));
    } else if (front->title.len) {
        char *title = arena_new(draft->arena, char, front->title.len);
        for (size_t i = 0; i < front->title.len; i++)
            title[i] = front->title.at[i] == '\n' ? ' ' : front->title.at[i];
        draft_replace(draft, (View){title, front->title.len}, front->title_file.off,
                      span_end(front->title_file));
    }
    draft_close(draft);
}
