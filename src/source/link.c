/* Links, as CommonMark 0.29 has them. Each search is bounded by what it looks for, so that a text
 * of nothing but brackets costs no more than prose. Tests: tests/unit/source/link.c. */
#include "source/link.h"

#include <stdlib.h>

#include "base/buffer.h"
#include "base/hash.h"
#include "base/unicode.h"

enum {
    LABEL_MOST = 999, /* bytes */
    PARENTHESES_MOST = 32
};

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

static char byte_at(View text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

/* --- labels --- */

/* Labels compare folded, runs of blanks as one. */
static uint64_t label_hash(View label)
{
    Buffer folded = {0}, plain = {0};
    label = view_trim(label);
    fold_add(&folded, label);
    for (size_t i = 0; i < folded.len; i++)
        if (!is_blank(folded.at[i]))
            buffer_add_byte(&plain, folded.at[i]);
        else if (i && !is_blank(folded.at[i - 1]))
            buffer_add_byte(&plain, ' ');
    uint64_t hash = hash_bytes(buffer_view(&plain), 0);
    buffer_free(&folded);
    buffer_free(&plain);
    return hash;
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

void labels_add(Labels *labels, Arena *arena, View label)
{
    *arena_push(arena, labels) = label_hash(label);
}

void labels_sort(Labels *labels)
{
    if (labels->count)
        qsort(labels->items, labels->count, sizeof *labels->items, compare_hashes);
}

bool labels_have(const Labels *labels, View label)
{
    if (!labels->count || label.len > LABEL_MOST || !view_trim(label).len)
        return false;
    uint64_t hash = label_hash(label);
    return bsearch(&hash, labels->items, labels->count, sizeof hash, compare_hashes);
}

/* --- parts of a link --- */

static size_t skip_blanks(View text, size_t at)
{
    while (at < text.len && is_blank(text.at[at]))
        at++;
    return at;
}

static size_t pointy_destination_end(View text, size_t from)
{
    for (size_t at = from + 1; at < text.len; at++) {
        if (text.at[at] == '>')
            return at + 1;
        if (text.at[at] == '\n' || text.at[at] == '<')
            return 0;
        at += text.at[at] == '\\' && byte_at(text, at + 1) != '\n';
    }
    return 0;
}

/* May be empty; 0 where its parentheses do not balance. */
static size_t bare_destination_end(View text, size_t from)
{
    int open = 0;
    size_t at = from;
    for (; at < text.len && (unsigned char)text.at[at] > ' '; at++) {
        if (text.at[at] == '\\' && (unsigned char)byte_at(text, at + 1) > ' ')
            at++;
        else if (text.at[at] == '(' && ++open > PARENTHESES_MOST)
            return 0;
        else if (text.at[at] == ')' && --open < 0)
            break;
    }
    return open > 0 ? 0 : at;
}

static size_t destination_end(View text, size_t from)
{
    return byte_at(text, from) == '<' ? pointy_destination_end(text, from)
                                      : bare_destination_end(text, from);
}

static size_t title_end(View text, size_t from)
{
    char open = byte_at(text, from);
    if (open != '"' && open != '\'' && open != '(')
        return 0;
    char close = open == '(' ? ')' : open;
    for (size_t at = from + 1; at < text.len; at++) {
        if (text.at[at] == close)
            return at + 1;
        if (open == '(' && text.at[at] == '(')
            return 0;
        at += text.at[at] == '\\';
    }
    return 0;
}

size_t link_target_end(View text, size_t from)
{
    if (byte_at(text, from) != '(')
        return 0;
    size_t at = destination_end(text, skip_blanks(text, from + 1));
    if (!at)
        return 0;
    size_t behind = skip_blanks(text, at);
    size_t title = behind > at ? title_end(text, behind) : 0;
    if (title)
        behind = skip_blanks(text, title);
    return byte_at(text, behind) == ')' ? behind + 1 : 0;
}

size_t link_label_end(View text, size_t from, View *label)
{
    if (byte_at(text, from) != '[')
        return 0;
    for (size_t at = from + 1; at < text.len && at - from <= LABEL_MOST + 1; at++) {
        if (text.at[at] == ']') {
            *label = view_slice(text, from + 1, at);
            return at + 1;
        }
        if (text.at[at] == '[')
            return 0;
        at += text.at[at] == '\\';
    }
    return 0;
}

/* Behind the line break where only blanks are left of a line; 0 where there is more. */
static size_t line_rest_end(View text, size_t at)
{
    while (byte_at(text, at) == ' ' || byte_at(text, at) == '\t')
        at++;
    if (at >= text.len)
        return text.len;
    return text.at[at] == '\n' ? at + 1 : 0;
}

size_t link_definition_end(View text, size_t from, View *label)
{
    size_t at = link_label_end(text, from, label);
    if (!at || byte_at(text, at) != ':' || !view_trim(*label).len)
        return 0;
    size_t target = skip_blanks(text, at + 1);
    at = destination_end(text, target);
    if (!at || at == target)
        return 0;
    size_t behind = skip_blanks(text, at);
    size_t title = behind > at ? title_end(text, behind) : 0;
    size_t end = title ? line_rest_end(text, title) : 0;
    return end ? end : line_rest_end(text, at);
}
