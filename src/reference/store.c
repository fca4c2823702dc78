/* The compiled book as a file: a header, the book's image, and the other files, each as three runs
 * of bytes: its path, its text, its tree; then what was made of the words. The files are few and
 * read whole in any case, so their checksum is tested when the file is opened; the book's records
 * are checked when they are asked for. Tests: tests/unit/reference/store.c. */
#include "reference/store.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/tree.h"

enum { STORE_VERSION = 3, STORE_ALIGN = 16, BYTE_ORDER_MARK = 0x01020304, LABEL_SIZE = 64 };

static const char store_magic[8] = "stetrule";

typedef struct StoreHeader {
    char magic[8];
    uint32_t byte_order;
    uint32_t version;
    uint64_t header_checksum; /* of all bytes of the header after it */
    uint64_t length;          /* of the file */
    uint64_t book_length;     /* of the image, which stands behind the header */
    uint64_t files_checksum;  /* of all bytes behind the image */
    uint32_t word_count;
    uint32_t check_count;
    uint32_t own_count; /* the last so many checks are a newsroom's own */
    uint32_t unused;
    char maker[LABEL_SIZE];
    char contents[LABEL_SIZE];
    char listing[LABEL_SIZE];
} StoreHeader;

static_assert(sizeof(StoreHeader) % STORE_ALIGN == 0, "the image follows at once");

static uint64_t aligned(uint64_t size)
{
    return (size + STORE_ALIGN - 1) & ~(uint64_t)(STORE_ALIGN - 1);
}

static uint64_t header_checksum(const StoreHeader *header)
{
    View bytes = {(const char *)header, sizeof *header};
    size_t after = offsetof(StoreHeader, header_checksum) + sizeof header->header_checksum;
    return hash_bytes(view_slice(bytes, after, bytes.len), 0);
}

/* --- writing --- */

static void pad(Buffer *out)
{
    while (out->len % STORE_ALIGN)
        buffer_add_byte(out, '\0');
}

/* Its length, then the bytes, then NULs up to a place that is aligned: at least one. */
static void add_run(Buffer *out, View bytes)
{
    uint64_t length = bytes.len;
    buffer_add(out, (View){(const char *)&length, sizeof length});
    buffer_add(out, bytes);
    buffer_add_byte(out, '\0');
    pad(out);
}

static bool add_files(Buffer *out, const BookSources *files, View shipped, Troubles *troubles)
{
    bool whole = true;
    Arena arena = {0};
    Buffer tree = {0};
    for (uint32_t i = 0; i < files->count; i++) {
        const BookSource *file = &files->items[i];
        const YamlNode *root = yaml_parse(&arena, file->path, file->bytes, troubles);
        buffer_clear(&tree);
        if (root)
            tree_write(root, &tree);
        add_run(out, file_below(file->path, file->own.len ? file->own : shipped));
        add_run(out, file->bytes);
        add_run(out, buffer_view(&tree));
        whole &= root != NULL;
        arena_reset(&arena);
    }
    buffer_free(&tree);
    arena_free(&arena);
    return whole;
}

static uint32_t own_count(const BookSources *files)
{
    uint32_t count = 0;
    while (count < files->count && files->items[files->count - 1 - count].own.len)
        count++;
    return count;
}

static void set_label(char out[LABEL_SIZE], View text)
{
    assert(text.len < LABEL_SIZE);
    if (text.len)
        memcpy(out, text.at, text.len);
}

bool store_write(const char *path, View shipped, const Compiled *compiled, const StoreLabel *label,
                 Troubles *troubles)
{
    StoreHeader header = {.byte_order = BYTE_ORDER_MARK,
                          .version = STORE_VERSION,
                          .book_length = compiled->book.image.len,
                          .word_count = compiled->words.count,
                          .check_count = compiled->checks.count,
                          .own_count = own_count(&compiled->checks)};
    memcpy(header.magic, store_magic, sizeof header.magic);
    set_label(header.maker, label->maker);
    set_label(header.contents, label->contents);
    set_label(header.listing, label->listing);
    Buffer out = {0};
    buffer_add(&out, (View){(const char *)&header, sizeof header});
    buffer_add(&out, compiled->book.image);
    size_t image_end = out.len;
    pad(&out);
    bool done = add_files(&out, &compiled->words, shipped, troubles);
    done &= add_files(&out, &compiled->checks, shipped, troubles);
    for (int i = 0; i < STORE_LEXICONS; i++)
        add_run(&out, compiled->lexicons[i]);
    header.length = out.len;
    header.files_checksum = hash_bytes(view_slice(buffer_view(&out), image_end, out.len), 0);
    header.header_checksum = header_checksum(&header);
    memcpy(out.at, &header, sizeof header);
    done = done && file_write(path, buffer_view(&out), troubles);
    buffer_free(&out);
    return done;
}

/* --- opening --- */

/* NULL, or what is wrong with the file. */
static const char *header_fault(View bytes, StoreHeader *header)
{
    if (bytes.len < sizeof *header)
        return "shorter than its header";
    memcpy(header, bytes.at, sizeof *header);
    if (memcmp(header->magic, store_magic, sizeof header->magic) != 0)
        return "no compiled book";
    if (header->byte_order != BYTE_ORDER_MARK)
        return "of another byte order";
    if (header->version != STORE_VERSION)
        return "of another version";
    if (header->header_checksum != header_checksum(header) || header->maker[LABEL_SIZE - 1] ||
        header->contents[LABEL_SIZE - 1] || header->listing[LABEL_SIZE - 1])
        return "damaged";
    if (header->length != bytes.len || header->book_length > bytes.len - sizeof *header ||
        aligned(header->book_length) > bytes.len - sizeof *header)
        return "cut short or too long";
    return NULL;
}

/* The next run; false where the bytes end before it does. */
static bool take_run(View *bytes, View *out)
{
    uint64_t length;
    if (bytes->len < sizeof length)
        return false;
    memcpy(&length, bytes->at, sizeof length);
    if (length >= bytes->len - sizeof length)
        return false;
    *out = view_slice(*bytes, sizeof length, sizeof length + length);
    uint64_t whole = aligned(sizeof length + length + 1);
    if (whole > bytes->len)
        return false;
    *bytes = view_slice(*bytes, whole, bytes->len);
    return true;
}

static bool take_files(View *bytes, uint32_t count, uint32_t own, const StoreFolders *folders,
                       Arena *arena, BookSources *out)
{
    if (count > bytes->len / STORE_ALIGN || own > count)
        return false;
    *out = (BookSources){arena_new(arena, BookSource, count), count};
    for (uint32_t i = 0; i < out->count; i++) {
        BookSource *file = &out->items[i];
        View path;
        if (!take_run(bytes, &path) || !take_run(bytes, &file->bytes) ||
            !take_run(bytes, &file->tree))
            return false;
        file->own = i < count - own ? (View){0} : folders->own;
        file->path = file_in(arena, file->own.len ? file->own : folders->shipped, path);
    }
    return true;
}

static const char *files_fault(View bytes, const StoreHeader *header, const StoreFolders *folders,
                               Arena *arena, Compiled *out)
{
    View behind = view_slice(bytes, sizeof *header + header->book_length, bytes.len);
    View files = view_slice(bytes, sizeof *header + aligned(header->book_length), bytes.len);
    if (header->files_checksum != hash_bytes(behind, 0) ||
        !take_files(&files, header->word_count, 0, folders, arena, &out->words) ||
        !take_files(&files, header->check_count, header->own_count, folders, arena, &out->checks))
        return "damaged";
    for (int i = 0; i < STORE_LEXICONS; i++)
        if (!take_run(&files, &out->lexicons[i]))
            return "damaged";
    return files.len ? "damaged" : NULL;
}

static void name_file(const char *path, Troubles *troubles)
{
    troubles->items[troubles->count - 1].path = view_copy(troubles->arena, view_of(path));
}

static bool refuse(const char *path, const char *fault, Troubles *troubles)
{
    trouble_add(troubles, view_of(path), 0, 0,
                "a file that is %s, expected a compiled book made by this version of stet", fault);
    return false;
}

bool store_bytes(const char *path, View bytes, const StoreFolders *folders, Arena *arena,
                 Compiled *out, StoreLabel *label, Troubles *troubles)
{
    StoreHeader header;
    const char *fault = header_fault(bytes, &header);
    if (!fault)
        fault = files_fault(bytes, &header, folders, arena, out);
    if (fault)
        return refuse(path, fault, troubles);
    label->maker = view_copy(arena, view_of(header.maker));
    label->contents = view_copy(arena, view_of(header.contents));
    label->listing = view_copy(arena, view_of(header.listing));
    View image = view_slice(bytes, sizeof header, sizeof header + header.book_length);
    if (book_open(arena, image, &out->book, troubles))
        return true;
    name_file(path, troubles); /* the book does not know its file's name */
    return false;
}

bool store_open(const char *path, const StoreFolders *folders, Arena *arena, Map *map,
                Compiled *out, StoreLabel *label, Troubles *troubles)
{
    if (!map_open(path, map, troubles))
        return false;
    if (store_bytes(path, map->bytes, folders, arena, out, label, troubles))
        return true;
    map_close(map);
    return false;
}

bool store_verify(const char *path, Troubles *troubles)
{
    Map map;
    Arena arena = {0};
    Compiled compiled;
    StoreLabel label;
    bool whole = store_open(path, &(StoreFolders){0}, &arena, &map, &compiled, &label, troubles);
    if (whole) {
        whole = book_verify(&compiled.book, troubles);
        if (!whole)
            name_file(path, troubles);
        map_close(&map);
    }
    arena_free(&arena);
    return whole;
}
