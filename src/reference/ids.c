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

Ids ids_for(Arena *arena, uint32_t count)
{
    uint32_t capacity = FIRST_CAPACITY;
    while (capacity / 2 < count)
        capacity *= 2;
    return (Ids){arena, new_slots(arena, capacity), capacity, 0};
}

Ids ids_in(Arena *arena)
{
    return ids_for(arena, 0);
}

static uint32_t key_hash(View key)
{
    return (uint32_t)hash_bytes(key, 0);
}

/* The slot that holds the key, or the free one where it belongs. */
static IdSlot *slot_of(const Ids *ids, uint32_t hash, View key)
{
    uint32_t mask = ids->capacity - 1;
    uint32_t at = hash & mask;
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
    uint32_t hash = key_hash(key);
    IdSlot *slot = slot_of(ids, hash, key);
    if (slot->index != NONE)
        return slot->index;
    *slot = (IdSlot){key, hash, index};
    ids->count++;
    return NONE;
}

uint32_t ids_find(const Ids *ids, View key)
{
    return slot_of(ids, key_hash(key), key)->index;
}
