/* Walks folders. Tests: tests/cli/walk.py. */
#include "source/walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/glob.h"
#include "source/lines.h"

enum { IGNORE_MOST = 1 << 20 /* bytes of a .gitignore that are read */ };

typedef struct Walk {
    Arena *arena;
    FileList *out;
    Troubles *troubles;
    struct {
        View *items; /* all that hold here, each written as of the top */
        uint32_t count, capacity;
    } patterns;
} Walk;

bool walk_takes(View path)
{
    static const char *const endings[] = {".md",  ".markdown", ".html",  ".htm",
                                          ".txt", ".ndjson",   ".jsonl", NULL};
    for (size_t i = 0; endings[i]; i++) {
        View ending = view_of(endings[i]);
        if (path.len > ending.len &&
            view_equal_fold(view_slice(path, path.len - ending.len, path.len), ending))
            return true;
    }
    return false;
}

/* --- what is ignored --- */

/* A folder's path as a pattern that takes it as it is. */
static void add_plain(Buffer *out, View path)
{
    for (size_t i = 0; i < path.len; i++) {
        if (strchr("*?[\\", path.at[i]))
            buffer_add_byte(out, '\\');
        buffer_add_byte(out, path.at[i]);
    }
}

/* A pattern of the .gitignore in `folder` (relative to the top, empty for the top itself). */
static View pattern_of(Walk *walk, View folder, View line)
{
    Buffer out = {0};
    bool back = view_starts(line, VIEW("!"));
    View rest = view_slice(line, back, line.len);
    View body = view_ends(rest, VIEW("/")) ? view_slice(rest, 0, rest.len - 1) : rest;
    bool anywhere = !body.len || !memchr(body.at, '/', body.len);
    if (back)
        buffer_add_byte(&out, '!');
    buffer_add_byte(&out, '/');
    add_plain(&out, folder);
    if (folder.len)
        buffer_add_byte(&out, '/');
    if (anywhere)
        buffer_add(&out, VIEW("**/"));
    buffer_add(&out, view_starts(rest, VIEW("/")) ? view_slice(rest, 1, rest.len) : rest);
    View pattern = view_copy(walk->arena, buffer_view(&out));
    buffer_free(&out);
    return pattern;
}

/* Adds the patterns of the .gitignore in `folder`, which `place` is relative to the top. */
static void read_ignore(Walk *walk, View folder, View place)
{
    View path = view_format(walk->arena, "%.*s/.gitignore", VIEW_ARG(folder));
    struct stat status;
    if (stat(path.at, &status) || !S_ISREG(status.st_mode))
        return;
    Buffer bytes = {0};
    Troubles ignored = {.arena = walk->arena};
    file_read(path.at, IGNORE_MOST, &bytes, &ignored);
    LineReader reader = lines_of(buffer_view(&bytes), 0);
    for (Line line; lines_next(&reader, &line);) {
        View text = view_trim(view_slice(buffer_view(&bytes), line.from, line.to));
        if (text.len && text.at[0] != '#' && !view_equal(text, VIEW("!")) &&
            !view_equal(text, VIEW("/")))
            *arena_push(walk->arena, &walk->patterns) = pattern_of(walk, place, text);
    }
    buffer_free(&bytes);
}

static bool is_ignored(const Walk *walk, View place)
{
    return globs_match(walk->patterns.items, walk->patterns.count, place);
}

static bool is_folder_ignored(Walk *walk, View place)
{
    return is_ignored(walk, place) ||
           is_ignored(walk, view_format(walk->arena, "%.*s/what is inside", VIEW_ARG(place)));
}

/* The folder that holds .git, at or above a real path; its length, 0 where there is none. */
static size_t top_length(Arena *arena, View real)
{
    for (size_t len = real.len; len; len--) {
        if (len < real.len && real.at[len] != '/')
            continue;
        struct stat status;
        View git = view_format(arena, "%.*s/.git", (int)len, real.at);
        if (!stat(git.at, &status))
            return len;
    }
    return 0;
}

/* Reads what is said above the folder; gives its place below the top. */
static View read_above(Walk *walk, const char *folder)
{
    View real = file_real(walk->arena, view_of(folder));
    size_t top = top_length(walk->arena, real);
    if (!top || top >= real.len)
        return (View){0};
    View place = view_slice(real, top + 1, real.len);
    for (size_t len = 0; len < place.len; len++)
        if (!len || place.at[len] == '/')
            read_ignore(walk, view_slice(real, 0, len ? top + 1 + len : top),
                        view_slice(place, 0, len));
    if (is_folder_ignored(walk, place))
        walk->patterns.count = 0;
    return place;
}

/* --- walking --- */

/* Names in "." need nothing before them. */
static View joined(Arena *arena, View folder, View name)
{
    if (view_equal(folder, VIEW(".")))
        return name;
    bool slash = folder.len && !view_ends(folder, VIEW("/"));
    return view_format(arena, "%.*s%s%.*s", VIEW_ARG(folder), slash ? "/" : "", VIEW_ARG(name));
}

static int compare_names(const void *a, const void *b)
{
    return view_compare(*(const View *)a, *(const View *)b);
}

/* The names in a folder, but for hidden ones, in order. */
static FileList names_in(Walk *walk, View folder)
{
    FileList names = {0};
    DIR *stream = opendir(view_copy(walk->arena, folder).at);
    if (!stream) {
        trouble_add(walk->troubles, folder, 0, 0, "cannot be read: %s", strerror(errno));
        return names;
    }
    for (struct dirent *item; (item = readdir(stream));)
        if (item->d_name[0] != '.')
            *arena_push(walk->arena, &names) = view_copy(walk->arena, view_of(item->d_name));
    closedir(stream);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, compare_names);
    return names;
}

static void walk_into(Walk *walk, View folder, View place);

/* A name in a folder: `path` as one would write it, `place` below the top. */
static void visit(Walk *walk, View path, View place)
{
    struct stat status;
    bool link = !lstat(path.at, &status) && S_ISLNK(status.st_mode);
    if (stat(path.at, &status))
        return;
    if (S_ISDIR(status.st_mode)) {
        if (!link && !is_folder_ignored(walk, place))
            walk_into(walk, path, place);
    } else if (S_ISREG(status.st_mode) && walk_takes(path) && !is_ignored(walk, place)) {
        *arena_push(walk->arena, walk->out) = path;
    }
}

static void walk_into(Walk *walk, View folder, View place)
{
    uint32_t before = walk->patterns.count;
    read_ignore(walk, folder, place);
    FileList names = names_in(walk, folder);
    for (uint32_t i = 0; i < names.count; i++)
        visit(walk, joined(walk->arena, folder, names.items[i]),
              joined(walk->arena, place, names.items[i]));
    walk->patterns.count = before;
}

bool walk_folder(Arena *arena, const char *folder, FileList *out, Troubles *troubles)
{
    Walk walk = {.arena = arena, .out = out, .troubles = troubles};
    uint32_t before = troubles->count;
    View place = read_above(&walk, folder);
    walk_into(&walk, view_copy(arena, view_of(folder)), place);
    return troubles->count == before;
}
