/* The public face of walking: which files are to be checked. Tests: tests/cli/walk.py. */
#include <stdlib.h>
#include <string.h>

#include "face.h"
#include "source/lines.h"
#include "source/walk.h"

enum { LIST_MOST = 256 << 20 /* bytes of a list of paths: a million long ones */ };

struct StetPaths {
    Arena arena;
    struct {
        StetPath *items;
        uint32_t count, capacity;
    } list;
};

StetPaths *stet_paths_new(void)
{
    return memory_or_end(calloc(1, sizeof(StetPaths)));
}

void stet_paths_free(StetPaths *paths)
{
    if (!paths)
        return;
    arena_free(&paths->arena);
    free(paths);
}

static void add(StetPaths *paths, View path, bool named)
{
    *arena_push(&paths->arena, &paths->list) = (StetPath){view_copy(&paths->arena, path).at, named};
}

bool stet_paths_add(StetPaths *paths, const char *path, StetTroubles *troubles)
{
    FileList files = {0};
    if (!strcmp(path, "-") || !file_is_folder(path)) {
        add(paths, view_of(path), true);
        return true;
    }
    bool done = walk_folder(&paths->arena, path, &files, &troubles->list);
    for (uint32_t i = 0; i < files.count; i++)
        add(paths, files.items[i], false);
    return done;
}

/* Paths that each end with `end`. */
static void add_ended(StetPaths *paths, View list, char end)
{
    for (size_t at = 0; at < list.len;) {
        const char *found = memchr(list.at + at, end, list.len - at);
        size_t to = found ? (size_t)(found - list.at) : list.len;
        View path = view_slice(list, at, to);
        if (end == '\n' && view_ends(path, VIEW("\r")))
            path.len--;
        if (path.len)
            add(paths, path, false);
        at = to + 1;
    }
}

bool stet_paths_add_list(StetPaths *paths, const char *file, StetTroubles *troubles)
{
    Buffer bytes = {0};
    bool done = file_read(file, LIST_MOST, &bytes, &troubles->list);
    View list = buffer_view(&bytes);
    if (list.len)
        add_ended(paths, list, memchr(list.at, '\0', list.len) ? '\0' : '\n');
    buffer_free(&bytes);
    return done;
}

void stet_paths_add_changed(StetPaths *paths, const char *list, size_t length)
{
    uint32_t from = paths->list.count, kept = from;
    add_ended(paths, (View){list, length}, '\0');
    for (uint32_t i = from; i < paths->list.count; i++)
        if (walk_takes(view_of(paths->list.items[i].path)))
            paths->list.items[kept++] = paths->list.items[i];
    paths->list.count = kept;
}

size_t stet_paths_count(const StetPaths *paths)
{
    return paths->list.count;
}

StetPath stet_paths_at(const StetPaths *paths, size_t index)
{
    return paths->list.items[index];
}
