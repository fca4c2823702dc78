/* Outlines of patterns, in the extended syntax of PCRE2. A construct that is not understood here
 * ends the reading: then the outline says nothing, and the pattern is compiled and tried like any
 * other. Tests: tests/unit/base/outline.c. */
#include "base/outline.h"

#include <string.h>

/* A part of the pattern. */
typedef struct Part {
    SmallSet first; /* places where what it matches may begin */
    SmallSet last;  /* and end */
    bool blank;     /* that may be nothing */
} Part;

typedef struct Reader {
    View text;
    size_t at;
    Outline *outline;
} Reader;

enum { DEPTH_MOST = 30 };

static Part read_branches(Reader *reader, int depth);

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

static bool is_word(char byte)
{
    return byte == '_' || (byte >= '0' && byte <= '9') ||
           ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z');
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

/* --- parts --- */

static const SmallSet any_byte = {{UINT64_MAX, UINT64_MAX}};
static const Part nothing = {.blank = true};

/* One byte of a set. */
static Part one_of(Reader *reader, SmallSet bytes)
{
    Outline *outline = reader->outline;
    Part part = {.blank = false};
    if (outline->place_count == SMALL_SET_SIZE) {
        give_up(reader);
        return part;
    }
    outline->places[outline->place_count].bytes = bytes;
    small_set_add(&part.first, outline->place_count++);
    part.last = part.first;
    return part;
}

static void follow(Reader *reader, SmallSet last, SmallSet first)
{
    OutlinePlace *places = reader->outline->places;
    for (uint32_t i = small_set_next(last, 0); i < SMALL_SET_SIZE; i = small_set_next(last, i + 1))
        places[i].followed = small_set_join(places[i].followed, first);
}

static Part in_turn(Reader *reader, Part a, Part b)
{
    follow(reader, a.last, b.first);
    return (Part){.first = a.blank ? small_set_join(a.first, b.first) : a.first,
                  .last = b.blank ? small_set_join(a.last, b.last) : b.last,
                  .blank = a.blank && b.blank};
}

static Part either(Part a, Part b)
{
    return (Part){.first = small_set_join(a.first, b.first),
                  .last = small_set_join(a.last, b.last),
                  .blank = a.blank || b.blank};
}

/* --- reading --- */

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

static SmallSet all_but(SmallSet set)
{
    return (SmallSet){{~set.half[0], ~set.half[1]}};
}

/* A byte of the pattern as it is; beyond ASCII it may be any. */
static SmallSet byte_itself(char byte)
{
    SmallSet set = {{0}};
    if ((unsigned char)byte >= SMALL_SET_SIZE)
        return any_byte;
    small_set_add(&set, (unsigned char)byte);
    return set;
}

/* "[PN]", "[^a-z]": any byte where it is not of plain characters. */
static SmallSet read_class(Reader *reader)
{
    SmallSet set = {{0}};
    bool inverse = takes(reader, VIEW("^")), plain = true;
    for (bool first = true; reader->at < reader->text.len; first = false) {
        char byte = reader->text.at[reader->at++];
        if (byte == ']' && !first)
            return !plain ? any_byte : inverse ? all_but(set) : set;
        if (byte == '\\') {
            if (peek(reader) == 'Q')
                give_up(reader);
            reader->at += reader->at < reader->text.len;
            plain = false;
        } else if (byte == '[') { /* perhaps "[:alpha:]" */
            give_up(reader);
        } else if (peek(reader) == '-' && reader->at + 1 < reader->text.len &&
                   reader->text.at[reader->at + 1] != ']') {
            reader->at += 2;
            plain = false;
        } else {
            set = small_set_join(set, byte_itself(byte));
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

/* "(past)": a condition on a group that took part or did not, which may be either here. */
static bool takes_condition(Reader *reader)
{
    size_t end = reader->at + 1;
    if (peek(reader) != '(')
        return false;
    while (end < reader->text.len && (is_word(reader->text.at[end])))
        end++;
    if (end == reader->text.len || reader->text.at[end] != ')')
        return false;
    reader->at = end + 1;
    return true;
}

typedef enum GroupKind {
    GROUP_MATCHES,
    GROUP_LOOKS_AHEAD,
    GROUP_LOOKS_AROUND, /* behind, or for what must not be there */
    GROUP_DEPENDS
} GroupKind;

/* Behind "(": what kind of group it is. */
static GroupKind read_group_head(Reader *reader)
{
    if (peek(reader) == '*')
        give_up(reader);
    if (!takes(reader, VIEW("?"))) {
        begin_group(reader, (View){0});
        return GROUP_MATCHES;
    }
    if (takes(reader, VIEW(":")) || takes(reader, VIEW(">")))
        return GROUP_MATCHES;
    if (takes(reader, VIEW("=")))
        return GROUP_LOOKS_AHEAD;
    if (takes(reader, VIEW("!")) || takes(reader, VIEW("<=")) || takes(reader, VIEW("<!")))
        return GROUP_LOOKS_AROUND;
    if (takes_condition(reader))
        return GROUP_DEPENDS;
    size_t from = reader->at + 1;
    if (takes(reader, VIEW("<"))) {
        while (reader->at < reader->text.len && peek(reader) != '>')
            reader->at++;
        begin_group(reader, view_slice(reader->text, from, reader->at));
        takes(reader, VIEW(">"));
        return GROUP_MATCHES;
    }
    give_up(reader); /* flags, recursion ... */
    return GROUP_MATCHES;
}

/* What only looks around takes no places. */
static void take_back(Outline *outline, uint32_t count)
{
    memset(&outline->places[count], 0, (outline->place_count - count) * sizeof *outline->places);
    outline->place_count = count;
}

static Part read_group(Reader *reader, int depth)
{
    uint32_t places = reader->outline->place_count;
    GroupKind kind = read_group_head(reader);
    Part part = read_branches(reader, depth + 1);
    if (!takes(reader, VIEW(")")))
        give_up(reader);
    skip_free(reader);
    bool ends = depth == 0 && reader->at == reader->text.len; /* what is ahead stands behind it */
    if (kind == GROUP_LOOKS_AROUND || (kind == GROUP_LOOKS_AHEAD && !ends)) {
        take_back(reader->outline, places);
        return nothing;
    }
    return kind == GROUP_DEPENDS ? either(part, nothing) : part;
}

/* "?", "+", "{1,2}": how often a part may come. */
static Part read_quantifier(Reader *reader, Part part)
{
    bool optional = false, repeated = true;
    skip_free(reader);
    char byte = peek(reader);
    if (byte == '?' || byte == '*') {
        optional = true;
        repeated = byte == '*';
        reader->at++;
    } else if (byte == '+') {
        reader->at++;
    } else if (byte == '{') {
        reader->at++;
        optional = peek(reader) < '1' || peek(reader) > '9';
        while (is_one_of(peek(reader), "0123456789,"))
            reader->at++;
        if (!takes(reader, VIEW("}"))) /* no quantifier, and what it is is for PCRE2 to say */
            give_up(reader);
    } else {
        return part;
    }
    if (peek(reader) == '?' || peek(reader) == '+') /* lazy, possessive */
        reader->at++;
    if (repeated)
        follow(reader, part.last, part.first);
    part.blank |= optional;
    return part;
}

/* Behind a backslash: a mark as it is, an anchor, a class; others refer back, quote or count. */
static Part read_escape(Reader *reader)
{
    char byte = peek(reader);
    reader->at += reader->at < reader->text.len;
    if (!byte || is_one_of(byte, "QEcgkopPuxXRC0123456789"))
        give_up(reader);
    if (is_one_of(byte, "bBAzZGK"))
        return nothing;
    return one_of(reader, is_word(byte) ? any_byte : byte_itself(byte));
}

static Part read_atom(Reader *reader, int depth)
{
    char byte = reader->text.at[reader->at++];
    switch (byte) {
    case '(':
        return read_group(reader, depth);
    case '[':
        return one_of(reader, read_class(reader));
    case '\\':
        return read_escape(reader);
    case '.':
        return one_of(reader, any_byte);
    case '^':
    case '$':
        return nothing;
    default:
        return one_of(reader, byte_itself(byte));
    }
}

static Part read_sequence(Reader *reader, int depth)
{
    Part part = nothing;
    for (;;) {
        skip_free(reader);
        if (reader->at >= reader->text.len || peek(reader) == '|' || peek(reader) == ')')
            return part;
        Part atom = read_atom(reader, depth);
        part = in_turn(reader, part, read_quantifier(reader, atom));
    }
}

static Part read_branches(Reader *reader, int depth)
{
    if (depth > DEPTH_MOST)
        give_up(reader);
    Part part = read_sequence(reader, depth);
    while (takes(reader, VIEW("|")))
        part = either(part, read_sequence(reader, depth));
    return part;
}

Outline outline_read(View pattern)
{
    Outline outline = {.group_count = 1, .plain = true};
    Reader reader = {pattern, 0, &outline};
    Part whole = read_branches(&reader, 0);
    if (reader.at < pattern.len) /* a bracket that nothing opened */
        outline.plain = false;
    outline.first = whole.first;
    outline.last = whole.last;
    outline.blank = whole.blank;
    return outline;
}
