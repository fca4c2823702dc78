/* Memory with a lifetime instead of owners: all that was taken from an arena goes with the arena.
 *
 * Two lifetimes exist (ARCHITECTURE.md): the run's arena and the article's, which is reset after
 * the article's report. Memory comes zeroed. Running out of memory ends the program with a message:
 * no caller can do better. Free space is poisoned under the address sanitizer.
 */
#ifndef STET_BASE_ARENA_H
#define STET_BASE_ARENA_H

#include <stddef.h>
#include <string.h>

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    char *at;  /* next free byte of the newest block */
    char *end; /* one past the newest block */
    ArenaBlock *blocks;
} Arena;

/* `size` zeroed bytes, aligned to `align` (a power of two); size 0 gives a valid pointer. */
void *arena_take(Arena *arena, size_t size, size_t align);

/* The same, not zeroed: for what is written at once, or is large and mostly left alone. */
void *arena_room(Arena *arena, size_t size, size_t align);

/* Zeroed bytes in a block of their own, aligned for any type: for a table of which a short run uses
 * little. Pages that nobody touches cost nothing. */
void *arena_table(Arena *arena, size_t size);

/* Gives back the end of the newest piece, from `from` on. */
void arena_return(Arena *arena, char *from, size_t size);

/* A larger home for an array with `used` bytes: in place where it is the newest piece. The rest is
 * not zeroed: arena_push does so with each item, and few arrays are filled to their end. */
void *arena_grow(Arena *arena, void *old, size_t used, size_t size, size_t align);

/* Forgets everything taken, keeps one block (of a few MB at most) for what comes next. */
void arena_reset(Arena *arena);

void arena_free(Arena *arena);

/* For memory outside any arena: `memory` itself; NULL ends the program with the same message. */
void *memory_or_end(void *memory);

#define arena_new(arena, type, count)                                                              \
    ((type *)arena_take((arena), sizeof(type) * (size_t)(count), _Alignof(type)))

/* Makes room for one more item in an array {items, count, capacity} that lives in `arena`, zeroes
 * and counts it, and gives its address. */
#define arena_push(arena, array)                                                                   \
    ((array)->count == (array)->capacity                                                           \
         ? ((array)->capacity = (array)->capacity             ? 2 * (array)->capacity              \
                                : sizeof *(array)->items > 64 ? 4                                  \
                                                              : 16,                                \
            (array)->items =                                                                       \
                arena_grow((arena), (array)->items, sizeof *(array)->items * (array)->count,       \
                           sizeof *(array)->items * (array)->capacity, _Alignof(max_align_t)))     \
         : (void *)0,                                                                              \
     memset(&(array)->items[(array)->count], 0, sizeof *(array)->items),                           \
     &(array)->items[(array)->count++])

#endif
