/* HTML's units, as lenient as browsers are. Tests: tests/unit/source/tag.c. */
#include "source/tag.h"

#include <string.h>

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static char byte_at(View text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

/* Where `end` stands at or after `from`; text.len where it does not. */
static size_t find(View text, size_t from, View end)
{
    while (from < text.len) {
        const char *found = memchr(text.at + from, end.at[0], text.len - from);
        if (!found)
            break;
        from = (size_t)(found - text.at);
        if (view_starts(view_slice(text, from, text.len), end))
            return from;
        from++;
    }
    return text.len;
}

static size_t skip_blanks(View text, size_t at)
{
    while (at < text.len && is_blank(text.at[at]))
        at++;
    return at;
}

/* An attribute; without a value that is empty. */
typedef struct Attribute {
    View name;
    Span value;
} Attribute;

/* Reads the attribute at `at`, which stands inside a tag; gives the place behind it. */
static size_t read_attribute(View text, size_t at, Attribute *out)
{
    size_t from = at++; /* a "=" in front belongs to the name */
    while (at < text.len && !is_blank(text.at[at]) && !strchr("/>=", text.at[at]))
        at++;
    *out = (Attribute){.name = view_slice(text, from, at)};
    size_t sign = skip_blanks(text, at);
    if (byte_at(text, sign) != '=')
        return at;
    at = skip_blanks(text, sign + 1);
    char quote = byte_at(text, at);
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(text.at + at + 1, quote, text.len - at - 1);
        size_t end = close ? (size_t)(close - text.at) : text.len;
        out->value = (Span){(uint32_t)at + 1, (uint32_t)(end - at - 1)};
        return close ? end + 1 : end;
    }
    from = at;
    while (at < text.len && !is_blank(text.at[at]) && text.at[at] != '>')
        at++;
    out->value = (Span){(uint32_t)from, (uint32_t)(at - from)};
    return at;
}

static size_t name_end(View text, size_t at)
{
    while (at < text.len && !is_blank(text.at[at]) && text.at[at] != '/' && text.at[at] != '>')
        at++;
    return at;
}

/* Behind the tag whose name ends at `at`. */
static size_t tag_end(View text, size_t at)
{
    Attribute attribute;
    while (at < text.len) {
        if (text.at[at] == '>')
            return at + 1;
        if (is_blank(text.at[at]) || text.at[at] == '/')
            at++;
        else
            at = read_attribute(text, at, &attribute);
    }
    return at;
}

static bool is_raw(View name)
{
    static const char *const names[] = {"iframe", "noembed",  "noframes", "script",
                                        "style",  "textarea", "title",    "xmp"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (view_equal_fold(name, view_of(names[i])))
            return true;
    return false;
}

/* The end tag of a raw element; text.len where there is none. */
static size_t find_end_tag(View text, size_t from, View name)
{
    for (size_t at = from; (at = find(text, at, VIEW("</"))) < text.len; at += 2)
        if (view_equal_fold(view_slice(text, at + 2, name_end(text, at + 2)), name))
            return at;
    return text.len;
}

static void read_raw(View text, Unit *unit)
{
    unit->kind = UNIT_RAW;
    unit->inner_from = unit->to;
    unit->inner_to = find_end_tag(text, unit->to, unit->name);
    unit->to =
        unit->inner_to < text.len ? tag_end(text, unit->inner_to + 2 + unit->name.len) : text.len;
}

static void read_tag(View text, Unit *unit)
{
    bool closes = text.at[unit->from + 1] == '/';
    size_t name = unit->from + 1 + closes, end = name_end(text, name);
    unit->kind = closes ? UNIT_CLOSE : UNIT_OPEN;
    unit->name = view_slice(text, name, end);
    unit->to = tag_end(text, end);
    if (!closes && is_raw(unit->name))
        read_raw(text, unit);
}

static void read_comment(View text, Unit *unit)
{
    bool dashes = view_starts(view_slice(text, unit->from, text.len), VIEW("<!--"));
    View end = dashes ? VIEW("-->") : VIEW(">");
    unit->kind = UNIT_COMMENT;
    unit->inner_from = unit->from + (dashes ? 4 : 2);
    size_t close = find(text, unit->from + 2, end); /* "<!-->" is whole */
    unit->inner_to = close > unit->inner_from ? close : unit->inner_from;
    unit->to = close < text.len ? close + end.len : text.len;
    if (unit->inner_from > unit->to)
        unit->inner_from = unit->inner_to = unit->to;
}

TagReader tags_of(View text, size_t from, size_t to)
{
    return (TagReader){view_slice(text, 0, to), from, to};
}

/* Whether a unit that is no text begins at a "<". */
static bool begins_unit(View text, size_t at)
{
    char next = byte_at(text, at + 1);
    return is_letter(next) || next == '!' || next == '?' || (next == '/' && at + 2 < text.len);
}

static size_t text_end(View text, size_t at)
{
    while (at < text.len) {
        const char *found = memchr(text.at + at, '<', text.len - at);
        at = found ? (size_t)(found - text.at) : text.len;
        if (at < text.len && begins_unit(text, at))
            return at;
        at += at < text.len;
    }
    return at;
}

bool tags_next(TagReader *reader, Unit *out)
{
    View text = reader->text;
    size_t at = reader->at;
    if (at >= reader->end)
        return false;
    *out = (Unit){.kind = UNIT_TEXT, .from = at};
    if (text.at[at] != '<' || !begins_unit(text, at))
        out->to = text_end(text, at);
    else if (is_letter(byte_at(text, at + 1)) ||
             (text.at[at + 1] == '/' && is_letter(byte_at(text, at + 2))))
        read_tag(text, out);
    else
        read_comment(text, out);
    reader->at = out->to;
    return true;
}

bool tag_attribute(View text, const Unit *tag, const char *name, Span *value)
{
    size_t at = (size_t)(tag->name.at - text.at) + tag->name.len;
    View wanted = view_of(name), inside = view_slice(text, 0, tag->to);
    Attribute attribute;
    while (at < inside.len && inside.at[at] != '>') {
        if (is_blank(inside.at[at]) || inside.at[at] == '/') {
            at++;
            continue;
        }
        at = read_attribute(inside, at, &attribute);
        if (view_equal_fold(attribute.name, wanted)) {
            *value = attribute.value;
            return true;
        }
    }
    return false;
}
