/* Bytes of a YAML file, found by line and column, and changed without touching the rest. */
#ifndef STET_REFERENCE_PATCH_H
#define STET_REFERENCE_PATCH_H

#include "base/view.h"

/* Bytes start..end of the file are to become `text`. */
typedef struct Patch {
    size_t start;
    size_t end;
    View text;
} Patch;

typedef struct Patches {
    Patch *items;
    uint32_t count;
    uint32_t capacity;
} Patches;

void patch_add(Arena *arena, Patches *patches, size_t start, size_t end, View text);

/* The bytes with all patches, which must not overlap; those put in at one place stay in their
 * order. */
View patches_apply(Arena *arena, View bytes, Patches *patches);

size_t line_start(View bytes, uint32_t line);
size_t line_end(View bytes, size_t at); /* the line feed of the line that `at` is in, or the end */

/* The byte at which the tree of base/yaml.h says that something begins: it counts columns without a
 * mark at the file's start. */
size_t place_of(View bytes, uint32_t line, uint32_t column);

/* One past a quoted text that begins here. */
size_t quoted_end(View bytes, size_t at);

/* One past the flow list or map that begins here; a quote inside a word is a letter. */
size_t flow_end(View bytes, size_t at);

/* One past the plain or quoted value that begins here. */
size_t scalar_end(View bytes, size_t at);

/* Gives the map that begins at `at`, in either style, a pair that it lacks. */
void patch_add_pair(Arena *arena, Patches *patches, View bytes, size_t at, const char *key,
                    View value);

/* A flow map, {key: value, ...}, with the key's value instead of the one it has, or at its end; an
 * empty value takes the pair out. The rest stays as it is written. */
View flow_with(Arena *arena, View map, const char *key, View value);

#endif
