/* The cast: who was named so far in an article. Whether somebody is of it is asked for each bearer
 * of each surname, and nearly always he is not: a few bits tell so.
 *
 * All of it lives in the article's arena; all zero is empty.
 */
#ifndef STET_EXTRACT_CAST_H
#define STET_EXTRACT_CAST_H

#include "extract/claim.h"

enum { CAST_WORDS = 8 };

/* Numbers by their last bits: one that is not there is told from those that are, mostly. */
typedef struct CastBits {
    uint64_t words[CAST_WORDS];
} CastBits;

typedef struct Cast {
    IndexList people; /* named in full, each once */
    IndexList maybe;  /* whom a surname that stands alone may mean, each once */
    struct {
        uint64_t *items; /* last words of full names that the book does not know */
        uint32_t count, capacity;
    } strangers;
    CastBits of_people;
    CastBits of_maybe;
    CastBits of_strangers;
} Cast;

static inline bool cast_bits_hold(const CastBits *bits, uint64_t number)
{
    return bits->words[number / 64 % CAST_WORDS] >> number % 64 & 1;
}

static inline bool cast_has(const Cast *cast, uint32_t person)
{
    return cast_bits_hold(&cast->of_people, person) && index_list_has(cast->people, person);
}

bool cast_has_stranger(const Cast *cast, uint64_t last_word);

/* Each adds what is not there yet. */
void cast_add(Arena *arena, Cast *cast, uint32_t person);
void cast_add_maybe(Arena *arena, Cast *cast, uint32_t person);
void cast_add_stranger(Arena *arena, Cast *cast, uint64_t last_word);

#endif
