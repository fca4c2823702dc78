/* Arenas: a chain of blocks, the newest first. Tests: tests/unit/base/arena.c. */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STET_ASAN 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define STET_ASAN 1
#endif
#ifdef STET_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum {
    BLOCK_FIRST = 64 << 10,
    BLOCK_MOST = 4 << 20 /* blocks double up to here; a larger request gets a block of its own */
};

struct ArenaBlock {
    ArenaBlock *next;
    size_t size; /* of `bytes` */
    _Alignas(max_align_t) char bytes[];
};

void *memory_or_end(void *memory)
{
    if (!memory) {
        fputs("stet: out of memory\n", stderr);
        exit(2);
    }
    return memory;
}

static ArenaBlock *new_block(size_t size, void *memory)
{
    ArenaBlock *block = memory_or_end(memory);
    map_in_large_pages(memory, size);
    block->next = NULL;
    block->size = size;
    ASAN_POISON_MEMORY_REGION(block->bytes, size);
    return block;
}

static void free_block(ArenaBlock *block)
{
    ASAN_UNPOISON_MEMORY_REGION(block->bytes, block->size);
    free(block);
}

static void use_block(Arena *arena, ArenaBlock *block)
{
    arena->blocks = block;
    arena->at = block->bytes;
    arena->end = block->bytes + block->size;
}

static void add_block(Arena *arena, size_t need)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : BLOCK_FIRST;
    if (size > BLOCK_MOST)
        size = BLOCK_MOST;
    if (size < need)
        size = need;
    ArenaBlock *block = new_block(size, malloc(sizeof *block + size));
    block->next = arena->blocks;
    use_block(arena, block);
}

/* A block behind the newest, which stays in use. */
void *arena_table(Arena *arena, size_t size)
{
    if (!arena->blocks)
        add_block(arena, 0);
    bool fits = size <= SIZE_MAX - sizeof(ArenaBlock);
    ArenaBlock *block = new_block(size, fits ? calloc(1, sizeof *block + size) : NULL);
    block->next = arena->blocks->next;
    arena->blocks->next = block;
    ASAN_UNPOISON_MEMORY_REGION(block->bytes, size);
    return block->bytes;
}

/* Inlined where the alignment is known: asking for room is asked most. */
static inline char *take_room(Arena *arena, size_t size, size_t align)
{
    assert(align && !(align & (align - 1)) && align <= _Alignof(max_align_t));
    size_t room = (size_t)(arena->end - arena->at);
    size_t pad = (size_t)(-(uintptr_t)arena->at) & (align - 1);
    if (!arena->blocks || size > room || pad > room - size) {
        if (size > BLOCK_MOST)
            return arena_table(arena, size);
        add_block(arena, size);
        pad = 0;
    }
    char *taken = arena->at + pad;
    arena->at = taken + size;
    ASAN_UNPOISON_MEMORY_REGION(taken, size);
    return taken;
}

void *arena_room(Arena *arena, size_t size, size_t align)
{
    return take_room(arena, size, align);
}

void *arena_take(Arena *arena, size_t size, size_t align)
{
    char *taken = take_room(arena, size, align);
    return size > BLOCK_MOST ? taken : memset(taken, 0, size); /* its own block is zeroed */
}

void arena_return(Arena *arena, char *from, size_t size)
{
    if (from + size != arena->at)
        return; /* a block of its own */
    arena->at = from;
    ASAN_POISON_MEMORY_REGION(from, size);
}

/* A large array that fills a block of its own grows with the block, so that no copy of it is left
 * behind; NULL where `from` is no such array. */
static void *grow_own_block(Arena *arena, const char *from, size_t used, size_t size)
{
    if (used <= BLOCK_MOST || size > SIZE_MAX - sizeof(ArenaBlock))
        return NULL;
    for (ArenaBlock **link = &arena->blocks->next; *link; link = &(*link)->next) {
        if ((*link)->bytes != from || (*link)->size != used)
            continue;
        *link = memory_or_end(realloc(*link, sizeof **link + size));
        (*link)->size = size;
        return (*link)->bytes;
    }
    return NULL;
}

void *arena_grow(Arena *arena, void *old, size_t used, size_t size, size_t align)
{
    assert(used <= size);
    char *from = old;
    if (old && from + used == arena->at && size - used <= (size_t)(arena->end - arena->at)) {
        ASAN_UNPOISON_MEMORY_REGION(arena->at, size - used);
        arena->at += size - used;
        return old;
    }
    void *grown = grow_own_block(arena, from, used, size);
    if (grown)
        return grown;
    grown = take_room(arena, size, align);
    if (used)
        memcpy(grown, old, used);
    return grown;
}

void arena_reset(Arena *arena)
{
    ArenaBlock *kept = NULL;
    for (ArenaBlock *block = arena->blocks, *next; block; block = next) {
        next = block->next;
        bool better = block->size <= BLOCK_MOST && (!kept || block->size > kept->size);
        ArenaBlock *gone = better ? kept : block;
        if (better)
            kept = block;
        if (gone)
            free_block(gone);
    }
    *arena = (Arena){0};
    if (!kept)
        return;
    kept->next = NULL;
    use_block(arena, kept);
    ASAN_POISON_MEMORY_REGION(kept->bytes, kept->size);
}

void arena_free(Arena *arena)
{
    while (arena->blocks) {
        ArenaBlock *block = arena->blocks;
        arena->blocks = block->next;
        free_block(block);
    }
    *arena = (Arena){0};
}
