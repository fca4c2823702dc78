/* Compiled books that are kept: FOLDER/compiled.book inside a rules folder, where `stet data build`
 * or an installation has put it, and OWNER-KEY.book in a cache folder that the caller names, OWNER
 * for the rules folder and that of the newsroom which adds to it, KEY for their files (names,
 * sizes, times, inodes) and the build. An owner has one, a cache those of the last few owners.
 *
 * One is taken only where it is surely of these files and of this build of the program. A file that
 * was changed less than two seconds before the compiled one was written may have been changed again
 * in the same tick of the clock: then the bytes are compared and not the times. Two processes at
 * once both compile, and the later rename wins. A cache that cannot be written is no trouble.
 */
#ifndef STET_REFERENCE_CACHE_H
#define STET_REFERENCE_CACHE_H

#include "reference/folder.h"
#include "reference/store.h"

/* Where compiled books are kept, and by whom. */
typedef struct Keeper {
    View maker;        /* id of the build; empty: nothing is kept */
    const char *cache; /* folder of the user's cache; NULL: none */
} Keeper;

/* The name that a compiled book has inside its rules folder. */
View rules_compiled_path(Arena *arena, const char *folder);

/* The kept book of these files, mapped, its paths in `arena`. False where there is none. */
bool cache_find(const Keeper *keeper, const RulesFiles *files, Arena *arena, Arena *scratch,
                Map *map, Compiled *out);

/* Keeps the book and the lexicons that were compiled of `sources`, the files' bytes, in the cache,
 * and removes the owner's older ones. */
void cache_keep(const Keeper *keeper, const RulesFiles *files,
                const BookSources sources[RULES_PARTS], const Compiled *compiled, Arena *scratch);

/* Writes it to a path. */
bool cache_write(const char *path, const Keeper *keeper, const RulesFiles *files,
                 const BookSources sources[RULES_PARTS], const Compiled *compiled, Arena *scratch,
                 Troubles *troubles);

#endif
