/* The baseline: findings that were there when a newsroom began, or that it has settled.
 *
 * A JSON file, an entry a line, sorted, that is kept beside the articles. A finding whose
 * fingerprint is in it stays in the report, marked, and does not count. An entry may give a reason
 * and a last day. Entries are found again by fingerprint alone (fingerprint.h).
 */
#ifndef STET_JUDGE_BASELINE_H
#define STET_JUDGE_BASELINE_H

#include "base/buffer.h"
#include "judge/fingerprint.h"

typedef struct BaselineEntry {
    View fingerprint;
    View rule;
    View path; /* of the file; of a record "stream(id)" */
    View text; /* the passage, for whoever reads the file */
    View reason;
    Date created;
    Date expires; /* its last day; DATE_NONE: for ever */
    bool seen;    /* its article was checked in this run */
    bool met;     /* and the finding was there */
} BaselineEntry;

typedef struct Baseline {
    Arena arena;
    Date today;
    uint32_t sorted; /* entries that can be searched: those that were there when it was read */
    struct {
        BaselineEntry *items; /* by path, then fingerprint */
        uint32_t count, capacity;
    } entries;
} Baseline;

/* Adds the entries of a file's bytes. False and trouble where they are no baseline. */
bool baseline_read(Baseline *baseline, View path, View bytes, Troubles *troubles);

/* The file's bytes. */
void baseline_write(Baseline *baseline, View version, Buffer *out);

/* The path of an article as entries have it. */
View baseline_path(Arena *arena, View path, bool record, View id);

/* Says of each finding of an article whether it is known. Its strings are the baseline's. */
void baseline_apply(Baseline *baseline, View path, Findings *findings);

/* Adds the findings of an article that count; gives how many. */
uint32_t baseline_take(Baseline *baseline, View path, const Document *document, const Rules *rules,
                       const Findings *findings, View reason, Date expires);

/* Takes out the entries of which the function says so, and those that have expired. */
uint32_t baseline_drop(Baseline *baseline, bool (*gone)(const BaselineEntry *entry));

bool baseline_has_expired(const Baseline *baseline, const BaselineEntry *entry);

#endif
