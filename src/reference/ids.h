/* A map from ids to indexes, in an arena: any bytes are an id. Keys are lent, not copied. */
#ifndef STET_REFERENCE_IDS_H
#define STET_REFERENCE_IDS_H

#include "reference/book.h"

typedef struct IdSlot {
    View key;
    uint32_t hash;
    uint32_t index; /* NONE: the slot is free */
} IdSlot;

typedef struct Ids {
    Arena *arena;
    IdSlot *slots;
    uint32_t capacity; /* a power of two */
    uint32_t count;
} Ids;

Ids ids_in(Arena *arena);
Ids ids_for(Arena *arena, uint32_t count); /* with room for so many */

/* Keeps `index` under `key`. NONE, or the index that the key has already and keeps. */
uint32_t ids_add(Ids *ids, View key, uint32_t index);

/* The index of a key; NONE where there is none. */
uint32_t ids_find(const Ids *ids, View key);

#endif
