/* Outlines of patterns, in the extended syntax of PCRE2. A construct that is not understood here
 * ends the reading: then the outline says nothing, and the pattern is compiled and tried like any
 * other. Tests: tests/unit/base/outline.c. */
#include "base/outline.h"

#include <string.h>

/* What a part of the pattern needs: one byte of each of these sets. */
typedef struct Needs {
    ByteSet sets[OUTLINE_NEEDS];
    uint32_t count;
} Needs;

typedef struct Reader {
    View text;
    size_t at;
    Outline *outline;
} Reader;

enum { DEPTH_MOST = 30 };

static Needs read_branches(Reader *reader, int depth);

static char peek(const Reader *reader)
{
    return reader->at < reader->text.len ? reader->text.at[reader->at] : '\0';
}

static bool is_one_of(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

static View rest(const Reader *reader)
{
    return view_slice(reader->text, reader->at, reader->text.len);
}

static bool takes(Reader *reader, View token)
{
    bool found = view_starts(rest(reader), token);
    reader->at += found ? token.len : 0;
    return found;
}

static void give_up(Reader *reader)
{
    reader->outline->plain = false;
    reader->at = reader->text.len;
}

static void set_add(ByteSet *set, unsigned char byte)
{
    if (byte < 128)
        set->half[byte / 64] |= (uint64_t)1 << byte % 64;
}

ByteSet byte_set(View bytes)
{
    ByteSet set = {{0}};
    for (size_t i = 0; i < bytes.len; i++)
        set_add(&set, (unsigned char)bytes.at[i]);
    return set;
}

static int set_size(ByteSet set)
{
    return __builtin_popcountll(set.half[0]) + __builtin_popcountll(set.half[1]);
}

static void needs_add(Needs *needs, ByteSet set)
{
    if (needs->count < OUTLINE_NEEDS && set_size(set))
        needs->sets[needs->count++] = set;
}

/* Blanks, and comments to the end of the line. */
static void skip_free(Reader *reader)
{
    for (;;) {
        char byte = peek(reader);
        if (byte == '#')
            while (reader->at < reader->text.len && peek(reader) != '\n')
                reader->at++;
        else if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
            reader->at++;
        else
            return;
    }
}

/* "[PN]", "[^a-z]": the set, empty where it is not of plain characters. */
static ByteSet read_class(Reader *reader)
{
    ByteSet set = {{0}};
    bool known = !takes(reader, VIEW("^"));
    for (bool first = true; reader->at < reader->text.len; first = false) {
        char byte = reader->text.at[reader->at++];
        if (byte == ']' && !first)
            return known ? set : (ByteSet){{0}};
        if (byte == '\\') {
            if (peek(reader) == 'Q')
                give_up(reader);
            reader->at += reader->at < reader->text.len;
            known = false;
        } else if (byte == '[') { /* perhaps "[:alpha:]" */
            give_up(reader);
        } else if (peek(reader) == '-' && reader->at + 1 < reader->text.len &&
                   reader->text.at[reader->at + 1] != ']') {
            reader->at += 2;
            known = false;
        } else {
            set_add(&set, (unsigned char)byte);
        }
    }
    give_up(reader);
    return set;
}

static void begin_group(Reader *reader, View name)
{
    Outline *outline = reader->outline;
    if (outline->group_count == OUTLINE_GROUPS)
        give_up(reader);
    else
        outline->names[outline->group_count++] = name;
}

/* Behind "(": what kind of group it is. False where it only looks around. */
static bool read_group_head(Reader *reader)
{
    if (peek(reader) == '*')
        give_up(reader);
    if (!takes(reader, VIEW("?"))) {
        begin_group(reader, (View){0});
        return true;
    }
    if (takes(reader, VIEW(":")) || takes(reader, VIEW(">")))
        return true;
    if (takes(reader, VIEW("=")) || takes(reader, VIEW("!")) || takes(reader, VIEW("<=")) ||
        takes(reader, VIEW("<!")))
        return false;
    size_t from = reader->at + 1;
    if (takes(reader, VIEW("<"))) {
        while (reader->at < reader->text.len && peek(reader) != '>')
            reader->at++;
        begin_group(reader, view_slice(reader->text, from, reader->at));
        takes(reader, VIEW(">"));
        return true;
    }
    give_up(reader); /* flags, conditions, recursion ... */
    return false;
}

static Needs read_group(Reader *reader, int depth)
{
    bool matches = read_group_head(reader);
    Needs needs = read_branches(reader, depth + 1);
    if (!takes(reader, VIEW(")")))
        give_up(reader);
    return matches ? needs : (Needs){.count = 0};
}

/* Whether what stands before may be left out. */
static bool read_quantifier(Reader *reader)
{
    bool optional = false;
    skip_free(reader);
    char byte = peek(reader);
    if (byte == '?' || byte == '*') {
        optional = true;
        reader->at++;
    } else if (byte == '+') {
        reader->at++;
    } else if (byte == '{') {
        optional = reader->at + 1 >= reader->text.len || reader->text.at[reader->at + 1] < '1' ||
                   reader->text.at[reader->at + 1] > '9';
        while (reader->at < reader->text.len && reader->text.at[reader->at++] != '}')
            ;
    } else {
        return false;
    }
    if (peek(reader) == '?' || peek(reader) == '+') /* lazy, possessive */
        reader->at++;
    return optional;
}

static Needs read_atom(Reader *reader, int depth)
{
    Needs needs = {.count = 0};
    char byte = reader->text.at[reader->at++];
    switch (byte) {
    case '(':
        return read_group(reader, depth);
    case '[':
        needs_add(&needs, read_class(reader));
        return needs;
    case '\\': /* a class, an anchor, a mark; others refer back, quote or count */
        if (!peek(reader) || is_one_of(peek(reader), "QEcgkopPuxX0123456789"))
            give_up(reader);
        reader->at += reader->at < reader->text.len;
        return needs;
    case '.':
    case '^':
    case '$':
        return needs;
    default:
        needs_add(&needs, byte_set((View){&byte, 1}));
        return needs;
    }
}

static Needs read_sequence(Reader *reader, int depth)
{
    Needs needs = {.count = 0};
    for (;;) {
        skip_free(reader);
        if (reader->at >= reader->text.len || peek(reader) == '|' || peek(reader) == ')')
            return needs;
        Needs atom = read_atom(reader, depth);
        if (!read_quantifier(reader))
            for (uint32_t i = 0; i < atom.count; i++)
                needs_add(&needs, atom.sets[i]);
    }
}

/* The narrowest of the sets; empty where there is none. */
static ByteSet narrowest(const Needs *needs)
{
    ByteSet best = {{0}};
    for (uint32_t i = 0; i < needs->count; i++)
        if (!i || set_size(needs->sets[i]) < set_size(best))
            best = needs->sets[i];
    return best;
}

/* Of several branches one matches: what it needs is among what they all need. */
static Needs read_branches(Reader *reader, int depth)
{
    if (depth > DEPTH_MOST)
        give_up(reader);
    Needs first = read_sequence(reader, depth);
    if (peek(reader) != '|')
        return first;
    ByteSet any = narrowest(&first);
    bool all = first.count > 0;
    while (takes(reader, VIEW("|"))) {
        Needs next = read_sequence(reader, depth);
        ByteSet set = narrowest(&next);
        any.half[0] |= set.half[0];
        any.half[1] |= set.half[1];
        all &= next.count > 0;
    }
    Needs needs = {.count = 0};
    if (all)
        needs_add(&needs, any);
    return needs;
}

Outline outline_read(View pattern)
{
    Outline outline = {.group_count = 1, .plain = true};
    Reader reader = {pattern, 0, &outline};
    Needs needs = read_branches(&reader, 0);
    if (reader.at < pattern.len) /* a bracket that nothing opened */
        outline.plain = false;
    for (uint32_t i = 0; i < needs.count && outline.plain; i++)
        outline.needs[outline.need_count++] = needs.sets[i];
    return outline;
}
