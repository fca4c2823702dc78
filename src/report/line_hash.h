/* The hash by which code scanning on GitHub knows a line again when others move around it.
 *
 * Theirs, not ours: computed as the upload computes it where a report has none, so that a report
 * with it is taken without a warning. A line is hashed with what follows it, 100 UTF-16 units in
 * all, blanks not counted.
 */
#ifndef STET_REPORT_LINE_HASH_H
#define STET_REPORT_LINE_HASH_H

#include "base/view.h"

typedef struct LineHash {
    uint64_t hash;
    uint32_t seen; /* how many lines up to this one have it */
} LineHash;

typedef struct LineHashes {
    LineHash *items; /* one a line */
    uint32_t count;
    uint32_t capacity;
} LineHashes;

LineHashes line_hashes(Arena *arena, View bytes);

/* "39fa2ee980eb94b0:1"; of a line that there is not the last one's. */
View line_hash_text(Arena *arena, const LineHashes *hashes, uint32_t line);

#endif
