/* Where compiled books are kept, and whether one is fresh. Tests: tests/unit/reference/cache.c. */
#include "reference/cache.h"

#include <stdlib.h>

#include "base/hash.h"

enum {
    RACY_SECONDS = 2,     /* the coarsest clock of a file system: that of FAT */
    UNPACK_SECONDS = 3600 /* a package's files get their inodes within this time */
};

View rules_compiled_path(Arena *arena, const char *folder)
{
    return view_format(arena, "%s/compiled.book", folder);
}

/* --- finding --- */

typedef struct CachePlace {
    View owner; /* begins the names of all kept books of the rules folder */
    View path;
} CachePlace;

static bool cache_place(const Keeper *keeper, const RulesFiles *files, Arena *arena,
                        CachePlace *out)
{
    char *folder = keeper->cache ? realpath(files->folder, NULL) : NULL;
    if (!folder)
        return false;
    HashState *hash = hash_begin(arena);
    hash_add(hash, keeper->maker);
    hash_add(hash, files->key);
    View owner = hash_hex(arena, view_of(folder));
    free(folder);
    out->owner = view_format(arena, "%s/%.*s-", keeper->cache, VIEW_ARG(owner));
    out->path =
        view_format(arena, "%.*s%.*s.book", VIEW_ARG(out->owner), VIEW_ARG(hash_end(hash, arena)));
    return true;
}

static bool same_bytes(const RulesFiles *files, const StoreLabel *label, Arena *scratch)
{
    Troubles unheard = {.arena = scratch};
    BookSources sources[RULES_PARTS];
    return rules_files_read(files, scratch, sources, &unheard) &&
           view_equal(rules_files_hash(files, sources, scratch), label->contents);
}

/* The id as it stands in a label. */
static View maker_name(const Keeper *keeper, Arena *arena)
{
    return hash_hex(arena, keeper->maker);
}

/* A kept book of this build; where the times leave a doubt its bytes are compared. */
static bool try_kept(const char *path, const Keeper *keeper, const RulesFiles *files, bool doubt,
                     Arena *arena, Arena *scratch, Map *map, Compiled *out)
{
    StoreLabel label;
    Troubles unheard = {.arena = scratch};
    if (!store_open(path, files->folder, arena, map, out, &label, &unheard))
        return false;
    if (view_equal(label.maker, maker_name(keeper, scratch)) &&
        view_equal(label.listing, files->names) && (!doubt || same_bytes(files, &label, scratch)))
        return true;
    map_close(map);
    return false;
}

/* Inside the rules folder inodes and times of status are those of whoever unpacked the files:
 * names, sizes and times must do. */
static bool find_inside(const Keeper *keeper, const RulesFiles *files, Arena *arena, Arena *scratch,
                        Map *map, Compiled *out)
{
    View path = rules_compiled_path(scratch, files->folder);
    FileStamp stamp;
    if (!file_stamp(path.at, &stamp))
        return false;
    bool doubt = files->newest + RACY_SECONDS >= stamp.seconds ||
                 files->newest_name > stamp.status_seconds + UNPACK_SECONDS;
    return try_kept(path.at, keeper, files, doubt, arena, scratch, map, out);
}

static bool find_in_cache(const Keeper *keeper, const RulesFiles *files, Arena *arena,
                          Arena *scratch, Map *map, Compiled *out)
{
    CachePlace place;
    FileStamp stamp;
    if (!cache_place(keeper, files, scratch, &place) || !file_stamp(place.path.at, &stamp))
        return false;
    bool doubt = files->newest + RACY_SECONDS >= stamp.seconds;
    if (!try_kept(place.path.at, keeper, files, doubt, arena, scratch, map, out))
        return false;
    if (doubt)
        file_touch(place.path.at); /* so that next time the times tell */
    return true;
}

bool cache_find(const Keeper *keeper, const RulesFiles *files, Arena *arena, Arena *scratch,
                Map *map, Compiled *out)
{
    return keeper->maker.len && (find_inside(keeper, files, arena, scratch, map, out) ||
                                 find_in_cache(keeper, files, arena, scratch, map, out));
}

/* --- keeping --- */

static void remove_others(const Keeper *keeper, const CachePlace *place, Arena *scratch)
{
    FileList list = {0};
    Troubles unheard = {.arena = scratch};
    file_list(scratch, keeper->cache, "", &list, &unheard);
    for (uint32_t i = 0; i < list.count; i++)
        if (view_starts(list.items[i], place->owner) && !view_equal(list.items[i], place->path))
            file_remove(list.items[i].at);
}

bool cache_write(const char *path, const Keeper *keeper, const RulesFiles *files,
                 const BookSources sources[RULES_PARTS], const Book *book, Arena *scratch,
                 Troubles *troubles)
{
    StoreLabel label = {.maker = maker_name(keeper, scratch),
                        .contents = rules_files_hash(files, sources, scratch),
                        .listing = files->names};
    Compiled compiled = {
        .book = *book, .words = sources[RULES_WORDS], .checks = sources[RULES_CHECKS]};
    return store_write(path, files->folder, &compiled, &label, troubles);
}

void cache_keep(const Keeper *keeper, const RulesFiles *files,
                const BookSources sources[RULES_PARTS], const Book *book, Arena *scratch)
{
    CachePlace place;
    Troubles unheard = {.arena = scratch};
    if (keeper->maker.len && cache_place(keeper, files, scratch, &place) &&
        folder_make(keeper->cache) &&
        cache_write(place.path.at, keeper, files, sources, book, scratch, &unheard))
        remove_others(keeper, &place, scratch);
}
