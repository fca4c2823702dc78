/* Matches paths. Tests: tests/unit/base/glob.c. */
#include "base/glob.h"

/* "[a-z]" at the start of a pattern: its length, and whether it takes the byte; 0: no such thing,
 * the bracket is itself. */
static size_t match_class(View pattern, char byte, bool *taken)
{
    size_t at = 1;
    bool inverted = at < pattern.len && (pattern.at[at] == '!' || pattern.at[at] == '^');
    at += inverted;
    size_t first = at;
    bool found = false;
    while (at < pattern.len && (pattern.at[at] != ']' || at == first)) {
        char low = pattern.at[at], high = low;
        if (at + 2 < pattern.len && pattern.at[at + 1] == '-' && pattern.at[at + 2] != ']') {
            high = pattern.at[at + 2];
            at += 2;
        }
        found |= low <= byte && byte <= high;
        at++;
    }
    if (at >= pattern.len)
        return 0;
    *taken = found != inverted && byte != '/';
    return at + 1;
}

/* One element of a pattern against one byte: its length; 0 where it does not take it. */
static size_t match_byte(View pattern, char byte)
{
    bool taken = false;
    size_t len;
    switch (pattern.at[0]) {
    case '?':
        return byte != '/';
    case '[':
        len = match_class(pattern, byte, &taken);
        if (len)
            return taken ? len : 0;
        break;
    case '\\':
        if (pattern.len > 1)
            return pattern.at[1] == byte ? 2 : 0;
        break;
    default:
        break;
    }
    return pattern.at[0] == byte;
}

/* Where the match can be taken up again: after a star, one byte further on. */
typedef struct Star {
    size_t pattern; /* after it */
    size_t path;
    bool parts; /* only where a part begins: a "**" between slashes */
    bool set;
} Star;

/* False where the star can take no more. */
static bool take_more(Star *star, View path)
{
    if (!star->set)
        return false;
    do
        star->path++;
    while (star->parts && star->path < path.len && path.at[star->path - 1] != '/');
    return star->path <= path.len && (!star->parts || star->path < path.len);
}

/* The whole of the path, by going back to the last star: `*` within a part, `**` across them. */
static bool match_whole(View pattern, View path)
{
    Star one = {0}, two = {0};
    size_t p = 0, t = 0;
    for (;;) {
        if (p < pattern.len && pattern.at[p] == '*') {
            size_t start = p;
            bool both = p + 1 < pattern.len && pattern.at[p + 1] == '*';
            bool parts = both && p + 2 < pattern.len && pattern.at[p + 2] == '/' &&
                         (!start || pattern.at[start - 1] == '/');
            p += parts ? 3 : both ? 2 : 1;
            one.set = false;
            *(both ? &two : &one) = (Star){p, t, parts, true};
            continue;
        }
        if (t == path.len && p == pattern.len)
            return true;
        size_t len = t < path.len && p < pattern.len
                         ? match_byte(view_slice(pattern, p, pattern.len), path.at[t])
                         : 0;
        if (len) {
            p += len;
            t++;
        } else if (one.set && one.path < path.len && path.at[one.path] != '/') {
            p = one.pattern;
            t = ++one.path;
        } else if (take_more(&two, path)) {
            one.set = false;
            p = two.pattern;
            t = two.path;
        } else {
            return false;
        }
    }
}

static bool has_slash(View pattern)
{
    for (size_t i = 0; i < pattern.len; i++)
        if (pattern.at[i] == '/')
            return true;
    return false;
}

/* The path up to `end`, whole or from any of its parts on. */
static bool match_part(View pattern, View path, bool anywhere)
{
    if (match_whole(pattern, path))
        return true;
    for (size_t i = 0; anywhere && i < path.len; i++)
        if (path.at[i] == '/' && match_whole(pattern, view_slice(path, i + 1, path.len)))
            return true;
    return false;
}

bool glob_matches(View pattern, View path)
{
    bool folder = view_ends(pattern, VIEW("/"));
    if (folder)
        pattern.len--;
    bool anywhere = !has_slash(pattern);
    if (view_starts(pattern, VIEW("/")))
        pattern = view_slice(pattern, 1, pattern.len);
    if (!pattern.len)
        return false;
    for (size_t end = 0; end < path.len; end++)
        if (path.at[end] == '/' && match_part(pattern, view_slice(path, 0, end), anywhere))
            return true;
    return !folder && match_part(pattern, path, anywhere);
}

bool globs_match(const View *patterns, uint32_t count, View path)
{
    bool matched = false;
    for (uint32_t i = 0; i < count; i++) {
        View pattern = patterns[i];
        bool back = view_starts(pattern, VIEW("!"));
        if (back)
            pattern = view_slice(pattern, 1, pattern.len);
        if (pattern.len && pattern.at[0] != '#' && matched == back && glob_matches(pattern, path))
            matched = !back;
    }
    return matched;
}
