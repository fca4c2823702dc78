/* Who was named so far. Tests: tests/unit/extract/cast.c. */
#include "extract/cast.h"

static void set_bit(CastBits *bits, uint64_t number)
{
    bits->words[number / 64 % CAST_WORDS] |= (uint64_t)1 << number % 64;
}

bool cast_has_stranger(const Cast *cast, uint64_t last_word)
{
    if (!cast_bits_hold(&cast->of_strangers, last_word))
        return false;
    for (uint32_t i = 0; i < cast->strangers.count; i++)
        if (cast->strangers.items[i] == last_word)
            return true;
    return false;
}

void cast_add(Arena *arena, Cast *cast, uint32_t person)
{
    if (cast_has(cast, person))
        return;
    set_bit(&cast->of_people, person);
    *arena_push(arena, &cast->people) = person;
}

void cast_add_maybe(Arena *arena, Cast *cast, uint32_t person)
{
    if (cast_bits_hold(&cast->of_maybe, person) && index_list_has(cast->maybe, person))
        return;
    set_bit(&cast->of_maybe, person);
    *arena_push(arena, &cast->maybe) = person;
}

void cast_add_stranger(Arena *arena, Cast *cast, uint64_t last_word)
{
    if (cast_has_stranger(cast, last_word))
        return;
    set_bit(&cast->of_strangers, last_word);
    *arena_push(arena, &cast->strangers) = last_word;
}
