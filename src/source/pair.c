/* Pairs of TOML and JSON. Tests: tests/unit/source/pair.c. */
#include "source/pair.h"

#include <string.h>

#include "base/json.h"

static char byte_at(View text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static size_t line_end(View text, size_t at)
{
    const char *found = at < text.len ? memchr(text.at + at, '\n', text.len - at) : NULL;
    return found ? (size_t)(found - text.at) : text.len;
}

/* Behind the string whose quote stands at `at`; one in three quotes may span lines. */
static size_t string_end(View text, size_t at)
{
    char quote = text.at[at];
    bool three = byte_at(text, at + 1) == quote && byte_at(text, at + 2) == quote;
    for (at += three ? 3 : 1; at < text.len; at++) {
        if (text.at[at] == '\\' && quote == '"')
            at++;
        else if (text.at[at] == quote && !three)
            return at + 1;
        else if (text.at[at] == quote && byte_at(text, at + 1) == quote &&
                 byte_at(text, at + 2) == quote)
            return at + 3;
        else if (text.at[at] == '\n' && !three)
            return at;
    }
    return text.len;
}

static size_t value_end(View text, size_t at, bool toml)
{
    for (size_t depth = 0; at < text.len;) {
        char byte = text.at[at];
        if (byte == '"' || (toml && byte == '\'')) {
            at = string_end(text, at);
            if (!depth && !toml)
                return at;
            continue;
        }
        if (toml && byte == '#') {
            if (!depth)
                return at;
            at = line_end(text, at);
            continue;
        }
        if (!depth && (byte == ']' || byte == '}' || byte == (toml ? '\n' : ',')))
            return at;
        depth += byte == '[' || byte == '{';
        depth -= byte == ']' || byte == '}';
        at++;
        if (!depth && !toml && (byte == ']' || byte == '}'))
            return at;
    }
    return at < text.len ? at : text.len;
}

size_t json_value_end(View text, size_t from)
{
    return value_end(text, from, false);
}

PairReader pairs_of(View text, size_t from, bool toml)
{
    return (PairReader){.text = text, .at = from + !toml, .toml = toml};
}

static size_t skip_between(const PairReader *reader)
{
    View text = reader->text;
    size_t at = reader->at;
    while (at < text.len) {
        if (reader->toml && text.at[at] == '#')
            at = line_end(text, at);
        else if (is_blank(text.at[at]) || (!reader->toml && text.at[at] == ','))
            at++;
        else
            break;
    }
    return at;
}

/* The key that begins at `at`, and the place behind it. */
static size_t read_key(const PairReader *reader, size_t at, View *key)
{
    View text = reader->text;
    size_t end = at;
    if (text.at[at] == '"' || (reader->toml && text.at[at] == '\'')) {
        end = string_end(text, at);
        *key = end > at + 1 ? view_slice(text, at + 1, end - 1) : (View){0};
        return end;
    }
    while (end < text.len && !is_blank(text.at[end]) && text.at[end] != '=')
        end++;
    *key = view_slice(text, at, end);
    return end;
}

bool pairs_next(PairReader *reader, Pair *out)
{
    View text = reader->text;
    size_t at = skip_between(reader);
    if (at == text.len || text.at[at] == (reader->toml ? '[' : '}'))
        return false;
    size_t sign = read_key(reader, at, &out->key);
    while (sign < text.len && (text.at[sign] == ' ' || text.at[sign] == '\t'))
        sign++;
    reader->broken = byte_at(text, sign) != (reader->toml ? '=' : ':');
    reader->at = at;
    if (reader->broken)
        return false;
    for (at = sign + 1; at < text.len && is_blank(text.at[at]) && text.at[at] != '\n'; at++)
        continue;
    reader->at = value_end(text, at, reader->toml);
    View value = view_trim(view_slice(text, at, reader->at));
    out->from = (size_t)(value.at - text.at);
    out->to = out->from + value.len;
    return true;
}

/* A string in double quotes is one of JSON, near enough. */
static View decode(Arena *arena, View text, size_t from, size_t to)
{
    View inside = view_slice(text, from + 1, to - 1);
    if (text.at[from] == '\'' || !memchr(inside.at, '\\', inside.len))
        return inside;
    Troubles ignored = {.arena = arena};
    const YamlNode *node = json_parse(arena, (View){0}, view_slice(text, from, to), &ignored);
    return node ? node->text : inside;
}

bool pair_string(Arena *arena, View text, size_t *at, size_t to, Span *inside, View *out)
{
    View within = view_slice(text, 0, to);
    while (*at < to && within.at[*at] != '"' && within.at[*at] != '\'')
        ++*at;
    if (*at >= to)
        return false;
    size_t from = *at, end = string_end(within, from);
    *at = end;
    if (end < from + 2 || within.at[end - 1] != within.at[from])
        return false;
    *inside = (Span){(uint32_t)from + 1, (uint32_t)(end - from - 2)};
    *out = decode(arena, within, from, end);
    return true;
}
