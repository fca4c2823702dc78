/* A map from ids to indexes: open addressing, at most half full. */
#include "reference/ids.h"

#include <assert.h>

#include "base/hash.h"

enum { FIRST_CAPACITY = 64 };

static IdSlot *new_slots(Arena *arena, uint32_t capacity)
{
    IdSlot *slots = arena_new(arena, IdSlot, capacity);
    for (uint32_t i = 0; i < capacity; i++)
        slots[i].index = NONE;
    return slots;
}

Ids ids_in(Arena *arena)
{
    return (Ids){arena, new_slots(arena, FIRST_CAPACITY), FIRST_CAPACITY, 0};
}

/* The slot that holds the key, or the free one where it belongs. */
static IdSlot *slot_of(const Ids *ids, uint64_t hash, View key)
{
    uint32_t mask = ids->capacity - 1;
    uint32_t at = (uint32_t)hash & mask;
    while (ids->slots[at].index != NONE &&
           (ids->slots[at].hash != hash || !view_equal(ids->slots[at].key, key)))
        at = (at + 1) & mask;
    return &ids->slots[at];
}

static void grow(Ids *ids)
{
    Ids larger = {ids->arena, new_slots(ids->arena, 2 * ids->capacity), 2 * ids->capacity,
                  ids->count};
    for (uint32_t i = 0; i < ids->capacity; i++)
        if (ids->slots[i].index != NONE)
            *slot_of(&larger, ids->slots[i].hash, ids->slots[i].key) = ids->slots[i];
    *ids = larger;
}

uint32_t ids_add(Ids *ids, View key, uint32_t index)
{
    assert(index != NONE);
    if (2 * (ids->count + 1) > ids->capacity)
        grow(ids);
    uint64_t hash = hash_bytes(key, 0);
    IdSlot *slot = slot_of(ids, hash, key);
    if (slot->index != NONE)
        return slot->index;
    *slot = (IdSlot){hash, key, index};
    ids->count++;
    return NONE;
}

uint32_t ids_find(const Ids *ids, View key)
{
    return slot_of(ids, hash_bytes(key, 0), key)->index;
}
