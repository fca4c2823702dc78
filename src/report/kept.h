/* A kept report: what the json format wrote, read back into what the formats take. */
#ifndef STET_REPORT_KEPT_H
#define STET_REPORT_KEPT_H

#include "report/report.h"

typedef struct Kept {
    Head head;
    struct {
        Sheet *items;
        uint32_t count, capacity;
    } sheets;
    FailureList failures;
    Totals totals; /* as they were: findings may have been left out of the documents */
} Kept;

/* Everything lives in `arena`. False and trouble where the bytes are no report of this version, or
 * one that contradicts itself: any bytes may be given. */
bool kept_read(Arena *arena, View path, View bytes, Kept *out, Troubles *troubles);

#endif
