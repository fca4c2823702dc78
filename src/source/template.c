/* Templates. Tests: tests/unit/source/template.c. */
#include "source/template.h"

#include <string.h>

enum { TEMPLATE_MOST = 4096 /* bytes of one; marks further apart do not belong together */ };

typedef struct Marks {
    const char *open;
    const char *close;
} Marks;

/* The longer ones first. */
static const Marks marks[] = {
    {"{{<", ">}}"}, {"{{%", "%}}"}, {"{{", "}}"}, {"{%", "%}"}, {"{:", "}"}};

/* Pairs whose inside is no text. */
static const struct Pair {
    const char *open;
    const char *name;
    const char *end;
} pairs[] = {{"{%", "comment", "endcomment"},
             {"{%", "highlight", "endhighlight"},
             {"{{<", "highlight", "/highlight"}};

enum { PAIRS = sizeof pairs / sizeof *pairs };
enum { MARKS = sizeof marks / sizeof *marks };

/* Behind `close`, at or after `at`; 0 where it is not. */
static size_t find_behind(View text, size_t at, View close)
{
    while (at < text.len) {
        const char *found = memchr(text.at + at, close.at[0], text.len - at);
        if (!found)
            return 0;
        at = (size_t)(found - text.at);
        if (view_starts(view_slice(text, at, text.len), close))
            return at + close.len;
        at++;
    }
    return 0;
}

/* Behind the marks that open here, up to those that close; *inside is what stands between. */
static size_t mark_end(View text, size_t from, const Marks *mark, TemplateMissing *missing,
                       View *inside)
{
    size_t open = from + view_of(mark->open).len, *clear = &missing->clear[mark - marks];
    size_t most = text.len - from > TEMPLATE_MOST ? from + TEMPLATE_MOST : text.len;
    size_t at = *clear > open ? *clear : open;
    size_t end = at < most ? find_behind(view_slice(text, 0, most), at, view_of(mark->close)) : 0;
    if (!end && most > open + 2)
        *clear = most - 2; /* the end of this look may have cut a mark */
    if (end)
        *inside = view_trim(view_slice(text, open, end - view_of(mark->close).len));
    return end;
}

static bool is_word(View inside, const char *word)
{
    View wanted = view_of(word);
    inside = view_starts(inside, VIEW("-")) ? view_trim(view_slice(inside, 1, inside.len)) : inside;
    return view_starts(inside, wanted) &&
           (inside.len == wanted.len || inside.at[wanted.len] == ' ' ||
            inside.at[wanted.len] == '-');
}

/* Behind the template that closes the pair; 0 where there is none. Looks ahead, so that what it
 * finds missing is its own. */
static size_t pair_end(View text, size_t at, const struct Pair *pair, const Marks *mark,
                       TemplateMissing missing)
{
    View inside;
    while ((at = find_behind(text, at, view_of(pair->open)))) {
        size_t end = mark_end(text, at - view_of(pair->open).len, mark, &missing, &inside);
        if (end && is_word(inside, pair->end))
            return end;
    }
    return 0;
}

static size_t whole_end(View text, size_t end, View inside, const Marks *mark,
                        TemplateMissing *missing)
{
    for (size_t i = 0; i < PAIRS; i++) {
        if (missing->ends[i] || strcmp(pairs[i].open, mark->open) != 0 ||
            !is_word(inside, pairs[i].name))
            continue;
        size_t behind = pair_end(text, end, &pairs[i], mark, *missing);
        missing->ends[i] = !behind;
        return behind ? behind : end;
    }
    return end;
}

size_t template_end(View text, size_t from, TemplateMissing *missing)
{
    if (text.at[from] != '{')
        return 0;
    View rest = view_slice(text, from, text.len), inside;
    for (size_t i = 0; i < MARKS; i++) {
        if (!view_starts(rest, view_of(marks[i].open)))
            continue;
        size_t end = mark_end(text, from, &marks[i], missing, &inside);
        return end ? whole_end(text, end, inside, &marks[i], missing) : 0;
    }
    return 0;
}
