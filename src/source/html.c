/* Inline HTML. Tests: tests/unit/source/html.c. */
#include "source/html.h"

#include <string.h>

static char byte_at(View text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

static bool is_letter(char byte)
{
    return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

static bool is_name(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-';
}

/* Behind the next `end`; 0 where there is none. */
static size_t find_end(View text, size_t from, View end, bool *missing)
{
    while (!*missing && from < text.len) {
        const char *found = memchr(text.at + from, end.at[0], text.len - from);
        if (!found)
            break;
        from = (size_t)(found - text.at);
        if (view_starts(view_slice(text, from, text.len), end))
            return from + end.len;
        from++;
    }
    *missing = true;
    return 0;
}

/* "<https://example.org>", "<desk@example.org>" */
static size_t autolink_end(View text, size_t from)
{
    size_t at = from + 1;
    bool colon = false, address = false;
    for (; at < text.len && (unsigned char)text.at[at] > ' ' && text.at[at] != '<'; at++) {
        if (text.at[at] == '>')
            return (colon && is_letter(text.at[from + 1])) || address ? at + 1 : 0;
        colon = colon || (text.at[at] == ':' && at - from > 2);
        address = address || (text.at[at] == '@' && at - from > 1);
    }
    return 0;
}

static size_t skip_blanks(View text, size_t at)
{
    while (byte_at(text, at) == ' ' || byte_at(text, at) == '\t' || byte_at(text, at) == '\n')
        at++;
    return at;
}

/* Behind an attribute's value; 0 where there is none. */
static size_t value_end(View text, size_t from)
{
    char quote = byte_at(text, from);
    size_t at = from;
    if (quote == '"' || quote == '\'') {
        const char *found = memchr(text.at + from + 1, quote, text.len - from - 1);
        return found ? (size_t)(found - text.at) + 1 : 0;
    }
    while (at < text.len && (unsigned char)text.at[at] > ' ' && !strchr("\"'=<>`", text.at[at]))
        at++;
    return at > from ? at : 0;
}

/* Behind an attribute; 0 where there is none. */
static size_t attribute_end(View text, size_t from)
{
    size_t at = from;
    if (!is_letter(byte_at(text, at)) && byte_at(text, at) != '_' && byte_at(text, at) != ':')
        return 0;
    while (is_name(byte_at(text, at)) || (byte_at(text, at) && strchr("_:.", byte_at(text, at))))
        at++;
    size_t sign = skip_blanks(text, at);
    return byte_at(text, sign) == '=' ? value_end(text, skip_blanks(text, sign + 1)) : at;
}

static size_t tag_end(View text, size_t from)
{
    bool closing = byte_at(text, from + 1) == '/';
    size_t at = from + 1 + closing;
    if (!is_letter(byte_at(text, at)))
        return 0;
    while (is_name(byte_at(text, at)))
        at++;
    for (;;) {
        size_t next = skip_blanks(text, at);
        if (byte_at(text, next) == '/' && !closing)
            return byte_at(text, next + 1) == '>' ? next + 2 : 0;
        if (byte_at(text, next) == '>')
            return next + 1;
        if (next == at || closing)
            return 0;
        at = attribute_end(text, next);
        if (!at)
            return 0;
    }
}

/* Tags between which words do not run on, as they do in "Heg<b>seth</b>". */
static bool parts_words(View tag)
{
    static const char *const names[] = {"br", "p",  "div", "li", "ul", "ol", "td", "th",
                                        "tr", "hr", "img", "h1", "h2", "h3", "h4"};
    size_t from = tag.at[1] == '/' ? 2 : 1, to = from;
    while (is_name(tag.at[to]))
        to++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (view_equal_fold(view_slice(tag, from, to), view_of(names[i])))
            return true;
    return false;
}

size_t html_end(View text, size_t from, HtmlMissing *missing, bool *blank)
{
    View rest = view_slice(text, from, text.len);
    *blank = false;
    if (view_starts(rest, VIEW("<!--")))
        return find_end(text, from + 4, VIEW("-->"), &missing->comment);
    if (view_starts(rest, VIEW("<?")))
        return find_end(text, from + 2, VIEW("?>"), &missing->instruction);
    if (view_starts(rest, VIEW("<![CDATA[")))
        return find_end(text, from + 9, VIEW("]]>"), &missing->character_data);
    if (view_starts(rest, VIEW("<!")) && is_letter(byte_at(text, from + 2)))
        return find_end(text, from + 2, VIEW(">"), &missing->declaration);
    size_t end = tag_end(text, from);
    if (!end) {
        *blank = true;
        return autolink_end(text, from);
    }
    *blank = parts_words(view_slice(text, from, end));
    return end;
}
