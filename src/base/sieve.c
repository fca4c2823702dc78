/* Sieves. A state is the set of places at which matches that have begun may stand, of all patterns
 * together. Tests: tests/unit/base/sieve.c. */
#include "base/sieve.h"

#include <assert.h>
#include <string.h>

enum { REACH = 3 }; /* words of a row in which those of a pattern can lie */

/* The places that follow one: a stretch of a row. */
typedef struct Followers {
    uint64_t bits[REACH];
    uint32_t word; /* of the row: the first of them */
} Followers;

/* Rows are of bits, one a place. */
struct Sieve {
    uint32_t words;               /* of a row */
    SmallSet always;              /* patterns of which nothing is known */
    const uint64_t *takes;        /* a row for each byte: where it can stand */
    uint8_t kind[SMALL_SET_SIZE]; /* of each byte: those of one kind stand in the same places */
    uint32_t shift;               /* so many bits number a kind */
    const uint64_t *first;        /* a row */
    const uint64_t *last;         /* likewise */
    const uint8_t *pattern;       /* of each place */
    const Followers *followers;   /* likewise */
};

enum {
    STATES_MOST = 4096, /* all of our news needs a quarter; beyond it is begun anew */
    TABLE_SIZE = 2 * STATES_MOST,
    START = 1,       /* nothing has begun; 0 is no state */
    MATCHES = 0x8000 /* on a way to a state in which a pattern may match */
};

struct SieveStates {
    const Sieve *sieve;
    uint32_t count; /* the newest */
    uint64_t *rows;
    uint64_t *next;    /* rows too: what may follow each state, by any byte */
    SmallSet *matched; /* patterns that may match where the state is reached */
    uint16_t *ways;    /* by a state and a kind of byte to a state; 0: not known yet */
    uint16_t *table;   /* of states by their rows */
    uint64_t *row;     /* the one at hand */
};

/* --- making --- */

static void set_bit(uint64_t *row, uint32_t place)
{
    row[place / 64] |= (uint64_t)1 << place % 64;
}

static bool is_known(const Outline *outline)
{
    return outline->plain && !outline->blank;
}

/* A sieve while it is made. */
typedef struct Maker {
    uint32_t words;
    uint64_t *takes;
    uint64_t *first;
    uint64_t *last;
    uint8_t *pattern;
    Followers *followers;
    uint32_t places;
} Maker;

static Followers make_followers(SmallSet followed, uint32_t base)
{
    Followers followers = {.word = base / 64};
    for (uint32_t f = small_set_next(followed, 0); f < SMALL_SET_SIZE;
         f = small_set_next(followed, f + 1))
        set_bit(followers.bits, base % 64 + f);
    return followers;
}

static void add_outline(Maker *maker, const Outline *outline, uint32_t pattern)
{
    uint32_t base = maker->places;
    for (uint32_t i = 0; i < outline->place_count; i++) {
        const OutlinePlace *place = &outline->places[i];
        uint32_t at = maker->places++;
        for (uint32_t b = small_set_next(place->bytes, 0); b < SMALL_SET_SIZE;
             b = small_set_next(place->bytes, b + 1))
            set_bit(maker->takes + (size_t)b * maker->words, at);
        maker->followers[at] = make_followers(place->followed, base);
        maker->pattern[at] = (uint8_t)pattern;
        if (small_set_has(outline->first, i))
            set_bit(maker->first, at);
        if (small_set_has(outline->last, i))
            set_bit(maker->last, at);
    }
}

/* Tells bytes apart only where a pattern does: few kinds make small rows of ways. */
static void set_kinds(Sieve *sieve)
{
    uint32_t firsts[SMALL_SET_SIZE], count = 0;
    size_t size = sizeof *sieve->takes * sieve->words;
    for (uint32_t b = 0; b < SMALL_SET_SIZE; b++) {
        const uint64_t *takes = sieve->takes + (size_t)b * sieve->words;
        uint32_t kind = 0;
        while (kind < count &&
               memcmp(takes, sieve->takes + (size_t)firsts[kind] * sieve->words, size) != 0)
            kind++;
        if (kind == count)
            firsts[count++] = b;
        sieve->kind[b] = (uint8_t)kind;
    }
    while (1u << sieve->shift < count)
        sieve->shift++;
}

Sieve *sieve_make(Arena *arena, const Outline *const *outlines, uint32_t count)
{
    uint32_t places = 0;
    Sieve *sieve = arena_new(arena, Sieve, 1);
    assert(count <= SMALL_SET_SIZE);
    for (uint32_t i = 0; i < count; i++) {
        if (is_known(outlines[i]))
            places += outlines[i]->place_count;
        else
            small_set_add(&sieve->always, i);
    }
    uint32_t words = places / 64 + REACH; /* any stretch lies in it */
    Maker maker = {.words = words,
                   .takes = arena_new(arena, uint64_t, SMALL_SET_SIZE * (size_t)words),
                   .first = arena_new(arena, uint64_t, words),
                   .last = arena_new(arena, uint64_t, words),
                   .pattern = arena_new(arena, uint8_t, places),
                   .followers = arena_new(arena, Followers, places)};
    for (uint32_t i = 0; i < count; i++)
        if (is_known(outlines[i]))
            add_outline(&maker, outlines[i], i);
    sieve->words = words;
    sieve->takes = maker.takes;
    sieve->first = maker.first;
    sieve->last = maker.last;
    sieve->pattern = maker.pattern;
    sieve->followers = maker.followers;
    set_kinds(sieve);
    return sieve;
}

/* --- states --- */

static uint64_t *row_of(const SieveStates *states, uint32_t state)
{
    return states->rows + (size_t)state * states->sieve->words;
}

static uint64_t *next_of(const SieveStates *states, uint32_t state)
{
    return states->next + (size_t)state * states->sieve->words;
}

static uint32_t hash_row(const uint64_t *row, uint32_t words)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < words; i++)
        hash = (hash ^ row[i]) * 0x9E3779B97F4A7C15u;
    return (uint32_t)(hash >> 32);
}

static SmallSet matched_in(const Sieve *sieve, const uint64_t *row)
{
    SmallSet matched = {{0}};
    for (uint32_t w = 0; w < sieve->words; w++)
        for (uint64_t rest = row[w] & sieve->last[w]; rest; rest &= rest - 1)
            small_set_add(&matched, sieve->pattern[64 * w + (uint32_t)__builtin_ctzll(rest)]);
    return matched;
}

/* What may follow the places of a row. */
static void follow(const Sieve *sieve, const uint64_t *from, uint64_t *to)
{
    memcpy(to, sieve->first, sizeof *to * sieve->words);
    for (uint32_t w = 0; w < sieve->words; w++)
        for (uint64_t rest = from[w]; rest; rest &= rest - 1) {
            const Followers *followers =
                &sieve->followers[64 * w + (uint32_t)__builtin_ctzll(rest)];
            for (uint32_t i = 0; i < REACH; i++)
                to[followers->word + i] |= followers->bits[i];
        }
}

/* The state of a row; a new one where there is none yet. Room for it there is. */
static uint32_t state_of(SieveStates *states, const uint64_t *row)
{
    const Sieve *sieve = states->sieve;
    size_t size = sizeof *row * sieve->words;
    uint32_t place = hash_row(row, sieve->words) % TABLE_SIZE;
    for (; states->table[place]; place = (place + 1) % TABLE_SIZE)
        if (!memcmp(row_of(states, states->table[place]), row, size))
            return states->table[place];
    uint32_t state = ++states->count;
    memcpy(row_of(states, state), row, size);
    follow(sieve, row, next_of(states, state));
    memset(states->ways + ((size_t)state << sieve->shift), 0, sizeof *states->ways << sieve->shift);
    states->matched[state] = matched_in(sieve, row);
    states->table[place] = (uint16_t)state;
    return state;
}

static void begin_anew(SieveStates *states)
{
    memset(states->table, 0, sizeof *states->table * TABLE_SIZE);
    memset(states->row, 0, sizeof *states->row * states->sieve->words);
    states->count = 0;
    state_of(states, states->row);
}

SieveStates *sieve_states(Arena *arena, const Sieve *sieve)
{
    SieveStates *states = arena_new(arena, SieveStates, 1);
    size_t row = sizeof(uint64_t) * sieve->words;
    *states = (SieveStates){
        .sieve = sieve,
        .rows = arena_room(arena, (STATES_MOST + 1) * row, _Alignof(uint64_t)),
        .next = arena_room(arena, (STATES_MOST + 1) * row, _Alignof(uint64_t)),
        .matched = arena_room(arena, (STATES_MOST + 1) * sizeof(SmallSet), _Alignof(SmallSet)),
        .ways = arena_room(arena, ((STATES_MOST + 1) * sizeof *states->ways) << sieve->shift,
                           _Alignof(uint16_t)),
        .table = arena_room(arena, TABLE_SIZE * sizeof(uint16_t), _Alignof(uint16_t)),
        .row = arena_room(arena, row, _Alignof(uint64_t))};
    begin_anew(states);
    return states;
}

/* The way by a byte from a state, known from then on. */
static __attribute__((noinline)) uint32_t find_way(SieveStates *states, uint32_t state,
                                                   unsigned char byte)
{
    const Sieve *sieve = states->sieve;
    const uint64_t *next = next_of(states, state);
    const uint64_t *takes = sieve->takes + (size_t)byte * sieve->words;
    uint64_t *row = states->row;
    for (uint32_t w = 0; w < sieve->words; w++)
        row[w] = next[w] & takes[w];
    bool full = states->count == STATES_MOST;
    if (full) {
        uint64_t *kept = row_of(states, 0); /* that of no state */
        memcpy(kept, row, sizeof *row * sieve->words);
        begin_anew(states);
        row = kept;
    }
    uint32_t way = state_of(states, row);
    if (!small_set_is_empty(states->matched[way]))
        way |= MATCHES;
    if (!full)
        states->ways[((size_t)state << sieve->shift) + sieve->kind[byte]] = (uint16_t)way;
    return way;
}

SmallSet sieve_pass(SieveStates *states, View subject)
{
    const uint16_t *ways = states->ways;
    const uint8_t *kinds = states->sieve->kind;
    const uint32_t shift = states->sieve->shift;
    SmallSet all = states->sieve->always;
    uint32_t state = START;
    for (size_t i = 0; i < subject.len; i++) {
        unsigned char byte = (unsigned char)subject.at[i];
        assert(byte < SMALL_SET_SIZE);
        uint32_t way = ways[((size_t)state << shift) + kinds[byte]];
        if (!way)
            way = find_way(states, state, byte);
        state = way & ~(uint32_t)MATCHES;
        if (way & MATCHES)
            all = small_set_join(all, states->matched[state]);
    }
    return all;
}

bool sieve_needs(Arena *arena, const Sieve *sieve, SmallSet bytes)
{
    uint32_t words = sieve->words;
    uint64_t *others =
        arena_new(arena, uint64_t, words); /* places of the bytes that are not asked */
    uint64_t *row = arena_new(arena, uint64_t, words), *next = arena_new(arena, uint64_t, words);
    for (uint32_t b = 0; b < SMALL_SET_SIZE; b++)
        for (uint32_t w = 0; w < words && !small_set_has(bytes, b); w++)
            others[w] |= sieve->takes[(size_t)b * words + w];
    bool more = true;
    while (more && small_set_is_empty(matched_in(sieve, row))) {
        more = false;
        follow(sieve, row, next);
        for (uint32_t w = 0; w < words; w++) {
            next[w] &= others[w];
            more = more || next[w] & ~row[w];
            row[w] |= next[w];
        }
    }
    return !more && small_set_is_empty(sieve->always);
}
