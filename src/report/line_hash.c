/* Hashes of lines. Tests: tests/unit/report/line_hash.c. */
#include "report/line_hash.h"

#include <assert.h>
#include <stdlib.h>

#include "base/unicode.h"

enum { WINDOW = 100, END_OF_FILE = 65535 };

/* The file as the hash sees it: UTF-16 units without blanks, each line ended by one '\n'. */
typedef struct Units {
    uint16_t *items;
    uint32_t count, capacity;
} Units;

typedef struct Starts {
    uint32_t *items; /* of the units: where each line begins */
    uint32_t count, capacity;
} Starts;

typedef struct Lines {
    Arena *arena;
    Units units;
    Starts starts;
    bool at_start;
} Lines;

static void add_unit(Lines *lines, int32_t unit)
{
    if (lines->at_start)
        *arena_push(lines->arena, &lines->starts) = lines->units.count;
    lines->at_start = unit == '\n';
    *arena_push(lines->arena, &lines->units) = (uint16_t)unit;
}

static void add_code(Lines *lines, int32_t code)
{
    if (code == ' ' || code == '\t')
        return;
    if (code < 0)
        code = 0xFFFD;
    if (code < 0x10000) {
        add_unit(lines, code == '\r' ? '\n' : code);
        return;
    }
    add_unit(lines, 0xD800 + ((code - 0x10000) >> 10));
    add_unit(lines, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

static void read_units(Lines *lines, View bytes)
{
    size_t width;
    for (size_t off = 0; off < bytes.len; off += width) {
        int32_t code = utf8_decode_any(bytes, off, &width);
        if (code != '\n' || !off || bytes.at[off - 1] != '\r')
            add_code(lines, code);
    }
    add_unit(lines, END_OF_FILE);
}

static uint64_t hash_from(const Units *units, uint32_t start)
{
    uint64_t hash = 0;
    for (uint32_t i = 0; i < WINDOW; i++)
        hash = 37 * hash + (units->count - start > i ? units->items[start + i] : 0);
    return hash;
}

static int by_hash(const void *a, const void *b)
{
    const LineHash *const *x = a, *const *y = b;
    if ((*x)->hash != (*y)->hash)
        return (*x)->hash < (*y)->hash ? -1 : 1;
    return *x < *y ? -1 : 1; /* of one array, in the order of the lines */
}

/* Counts, for each line, those before it that have its hash. */
static void count_seen(Arena *arena, LineHashes *hashes)
{
    LineHash **sorted = arena_new(arena, LineHash *, hashes->count);
    for (uint32_t i = 0; i < hashes->count; i++)
        sorted[i] = &hashes->items[i];
    qsort(sorted, hashes->count, sizeof(LineHash *), by_hash);
    for (uint32_t i = 0; i < hashes->count; i++) {
        bool again = i && sorted[i]->hash == sorted[i - 1]->hash;
        sorted[i]->seen = again ? sorted[i - 1]->seen + 1 : 1;
    }
}

LineHashes line_hashes(Arena *arena, View bytes)
{
    Arena scratch = {0};
    Lines lines = {.arena = &scratch, .at_start = true};
    read_units(&lines, bytes);
    LineHashes hashes = {arena_new(arena, LineHash, lines.starts.count), lines.starts.count,
                         lines.starts.count};
    for (uint32_t i = 0; i < hashes.count; i++)
        hashes.items[i].hash = hash_from(&lines.units, lines.starts.items[i]);
    count_seen(&scratch, &hashes);
    arena_free(&scratch);
    return hashes;
}

View line_hash_text(Arena *arena, const LineHashes *hashes, uint32_t line)
{
    assert(hashes->count && line);
    const LineHash *hash = &hashes->items[(line < hashes->count ? line : hashes->count) - 1];
    return view_format(arena, "%jx:%u", (uintmax_t)hash->hash, hash->seen);
}
