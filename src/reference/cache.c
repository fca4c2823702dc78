/* The cache of compiled books. Tests: tests/unit/reference/cache.c. */
#include "reference/cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"

enum { RACY_SECONDS = 2 }; /* the coarsest clock of a file system: that of FAT */

/* Files at hand, and what is known of them before they are read. */
typedef struct Request {
    const BookFiles *files;
    Arena *scratch;
    const char *cache;
    int64_t newest; /* second in which one of the files was last changed */
    View owner;     /* begins the names of all cached books of the rules folder */
    View path;      /* of the cached book */
} Request;

static const char *without_slashes(Arena *arena, const char *folder)
{
    View path = view_of(folder);
    while (path.len > 1 && view_ends(path, VIEW("/")))
        path.len--;
    return view_copy(arena, path).at;
}

static void hash_stamp(HashState *hash, FileStamp stamp)
{
    const int64_t numbers[] = {stamp.inode,       stamp.size,           stamp.seconds,
                               stamp.nanoseconds, stamp.status_seconds, stamp.status_nanoseconds};
    hash_add(hash, (View){(const char *)numbers, sizeof numbers});
}

/* False where a file is not there: the compiler says so. */
static bool find_key(Request *request)
{
    const BookFiles *files = request->files;
    Arena *arena = request->scratch;
    char *folder = realpath(files->folder, NULL);
    if (!folder)
        return false;
    View owner = hash_hex(arena, view_of(folder));
    free(folder);
    HashState *hash = hash_begin(arena);
    hash_add(hash, files->maker);
    hash_add(hash, book_version(NULL, 0, files->words, files->word_count, arena));
    bool found = true;
    for (uint32_t i = 0; i < files->reference_count && found; i++) {
        FileStamp stamp = {0};
        found = file_stamp(files->reference[i].at, &stamp);
        hash_add(hash, files->reference[i]);
        hash_stamp(hash, stamp);
        if (stamp.seconds > request->newest)
            request->newest = stamp.seconds;
    }
    request->owner = view_format(arena, "%s/%.*s-", request->cache, VIEW_ARG(owner));
    request->path = view_format(arena, "%.*s%.*s.book", VIEW_ARG(request->owner),
                                VIEW_ARG(hash_end(hash, arena)));
    return found;
}

static bool read_reference_files(const Request *request, BookSource *sources, Troubles *troubles)
{
    bool done = true;
    Buffer bytes = {0};
    for (uint32_t i = 0; i < request->files->reference_count; i++) {
        View path = request->files->reference[i];
        buffer_clear(&bytes);
        done &= file_read(path.at, LIMIT_YAML_FILE, &bytes, troubles);
        sources[i] = (BookSource){path, view_copy(request->scratch, buffer_view(&bytes))};
    }
    buffer_free(&bytes);
    return done;
}

/* Whether the cached book is of these very files though their times do not tell; then it gets a new
 * time, so that next time they do. */
static bool same_bytes(const Request *request, const BookSource *sources, const Book *book)
{
    const BookFiles *files = request->files;
    View version = book_version(sources, files->reference_count, files->words, files->word_count,
                                request->scratch);
    if (!view_equal(version, book_text(book, book->version)))
        return false;
    file_touch(request->path.at);
    return true;
}

static void remove_others(const Request *request)
{
    FileList list = {0};
    Troubles unheard = {.arena = request->scratch};
    file_list(request->scratch, request->cache, "", &list, &unheard);
    for (uint32_t i = 0; i < list.count; i++)
        if (view_starts(list.items[i], request->owner) && !view_equal(list.items[i], request->path))
            file_remove(list.items[i].at);
}

/* Writes the compiled book and maps it; false where the cache cannot be used. */
static bool keep(const Request *request, Map *map, Book *book)
{
    Troubles unheard = {.arena = request->scratch};
    Book stored;
    if (!folder_make(request->cache) || !store_write(request->path.at, book, &unheard))
        return false;
    remove_others(request);
    if (!store_open(request->path.at, map, &stored, &unheard))
        return false;
    *book = stored;
    return true;
}

/* The cached book where it is surely fresh; `sources` are read where only their bytes tell. */
static bool find_cached(const Request *request, BookSource *sources, bool *read, Map *map,
                        Book *out)
{
    FileStamp stamp;
    Troubles unheard = {.arena = request->scratch};
    if (!file_stamp(request->path.at, &stamp) || !store_open(request->path.at, map, out, &unheard))
        return false;
    if (request->newest + RACY_SECONDS < stamp.seconds)
        return true;
    *read = read_reference_files(request, sources, &unheard);
    if (*read && same_bytes(request, sources, out))
        return true;
    map_close(map);
    return false;
}

bool cache_book(const char *cache, const BookFiles *files, Arena *arena, Arena *scratch, Map *map,
                Book *out, Troubles *troubles)
{
    Request request = {.files = files, .scratch = scratch, .newest = INT64_MIN};
    BookSource *sources = arena_new(scratch, BookSource, files->reference_count);
    bool read = false;
    *map = (Map){0};
    if (cache)
        request.cache = without_slashes(scratch, cache);
    bool keyed = cache && find_key(&request);
    if (keyed && find_cached(&request, sources, &read, map, out))
        return true;
    if (!read && !read_reference_files(&request, sources, troubles))
        return false;
    if (!book_compile(sources, files->reference_count, files->words, files->word_count,
                      keyed ? scratch : arena, scratch, out, troubles))
        return false;
    if (!keyed || keep(&request, map, out))
        return true;
    char *image = arena_take(arena, out->image.len, _Alignof(max_align_t));
    memcpy(image, out->image.at, out->image.len);
    return book_open((View){image, out->image.len}, out, troubles);
}
