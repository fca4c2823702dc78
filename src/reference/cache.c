/* Where compiled books are kept, and whether one is fresh. Tests: tests/unit/reference/cache.c. */
#include "reference/cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

enum {
    RACY_SECONDS = 2,      /* the coarsest clock of a file system: that of FAT */
    UNPACK_SECONDS = 3600, /* a package's files get their inodes within this time */
    OTHERS_MOST = 7        /* books of other owners: a cache of some 80 MB */
};

View rules_compiled_path(Arena *arena, const char *folder)
{
    return view_format(arena, "%s/compiled.book", folder);
}

/* --- finding --- */

typedef struct CachePlace {
    View owner; /* begins the paths of all its kept books */
    View path;
} CachePlace;

static bool cache_place(const Keeper *keeper, const RulesFiles *files, Arena *arena,
                        CachePlace *out)
{
    View own = files->own.folder, shipped = file_real(arena, view_of(files->folder));
    if (own.len)
        own = file_real(arena, own);
    if (!keeper->cache || !shipped.len || own.len < !!files->own.folder.len)
        return false;
    HashState *owner = hash_begin(arena), *key = hash_begin(arena);
    hash_add(owner, shipped);
    hash_add(owner, own);
    hash_add(key, keeper->maker);
    hash_add(key, files->key);
    out->owner = view_format(arena, "%s/%.*s-", keeper->cache, VIEW_ARG(hash_end(owner, arena)));
    out->path =
        view_format(arena, "%.*s%.*s.book", VIEW_ARG(out->owner), VIEW_ARG(hash_end(key, arena)));
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
    StoreFolders folders = {view_of(files->folder), files->own.folder};
    if (!store_open(path, &folders, arena, map, out, &label, &unheard))
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
    if (files->own.folder.len || !file_stamp(path.at, &stamp))
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

typedef struct Kept {
    View path;
    int64_t seconds;
} Kept;

static int compare_ages(const void *a, const void *b)
{
    const Kept *left = a, *right = b;
    return left->seconds == right->seconds  ? view_compare(left->path, right->path)
           : left->seconds < right->seconds ? 1
                                            : -1;
}

/* "OWNER-KEY.book", perhaps with what a writer that was killed has left behind it. */
static bool is_kept(View name)
{
    enum { HEX = 32 };
    bool kept = name.len >= 2 * HEX + 6 && name.at[HEX] == '-';
    for (size_t i = 0; kept && i < 2 * HEX + 1; i++)
        kept = i == HEX || strchr("0123456789abcdef", name.at[i]);
    return kept && view_starts(view_slice(name, 2 * HEX + 1, name.len), VIEW(".book"));
}

/* The owner's other books, and of all others those that were made longest ago. */
static void remove_others(const Keeper *keeper, const CachePlace *place, Arena *scratch)
{
    FileList list = {0};
    Troubles unheard = {.arena = scratch};
    file_list(scratch, keeper->cache, "", &list, &unheard);
    Kept *kept = arena_new(scratch, Kept, list.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < list.count; i++) {
        FileStamp stamp;
        View path = list.items[i];
        if (view_equal(path, place->path) || !is_kept(file_below(path, view_of(keeper->cache))) ||
            !file_stamp(path.at, &stamp))
            continue;
        if (view_starts(path, place->owner))
            file_remove(path.at);
        else
            kept[count++] = (Kept){path, stamp.seconds};
    }
    if (count)
        qsort(kept, count, sizeof *kept, compare_ages);
    for (uint32_t i = OTHERS_MOST; i < count; i++)
        file_remove(kept[i].path.at);
}

bool cache_write(const char *path, const Keeper *keeper, const RulesFiles *files,
                 const BookSources sources[RULES_PARTS], const Compiled *compiled, Arena *scratch,
                 Troubles *troubles)
{
    StoreLabel label = {.maker = maker_name(keeper, scratch),
                        .contents = rules_files_hash(files, sources, scratch),
                        .listing = files->names};
    Compiled whole = *compiled;
    whole.words = sources[RULES_WORDS];
    whole.checks = sources[RULES_CHECKS];
    return store_write(path, view_of(files->folder), &whole, &label, troubles);
}

void cache_keep(const Keeper *keeper, const RulesFiles *files,
                const BookSources sources[RULES_PARTS], const Compiled *compiled, Arena *scratch)
{
    CachePlace place;
    Troubles unheard = {.arena = scratch};
    if (keeper->maker.len && cache_place(keeper, files, scratch, &place) &&
        folder_make(keeper->cache) &&
        cache_write(place.path.at, keeper, files, sources, compiled, scratch, &unheard))
        remove_others(keeper, &place, scratch);
}
