/* stet: the baseline, findings that a newsroom has settled.
 *
 *     StetBaseline *baseline = stet_baseline_read("stet-baseline.json", "2025-02-14", troubles);
 *     StetOptions options = {.today = "2025-02-14", .baseline = baseline};
 *
 * What holds of stet/stet.h holds here. A baseline notes which of its entries are met: it serves
 * one thread at a time.
 */
#ifndef STET_BASELINE_H
#define STET_BASELINE_H

#include <stet/stet.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads a file; a file that is not there gives an empty baseline. `today` (YYYY-MM-DD, may be NULL)
 * ends entries and dates new ones. NULL and trouble where it is no baseline. */
STET_API StetBaseline *stet_baseline_read(const char *file, const char *today,
                                          StetTroubles *troubles);
STET_API void stet_baseline_free(StetBaseline *baseline);

typedef struct StetBaselineEntry {
    const char *rule;
    const char *path;
    const char *text;    /* the passage */
    const char *reason;  /* empty: none */
    const char *created; /* YYYY-MM-DD; empty: not known */
    const char *expires; /* its last day; empty: for ever */
    size_t days;         /* since it was created */
    bool expired;
    bool stale; /* its article was checked since the baseline was read, and the finding is gone */
} StetBaselineEntry;

/* In the order of their paths; lent. */
STET_API size_t stet_baseline_count(const StetBaseline *baseline);
STET_API StetBaselineEntry stet_baseline_entry(const StetBaseline *baseline, size_t index);

/* A report that writes nothing: each finding of what is checked that counts becomes an entry, with
 * this reason (may be NULL) and last day (YYYY-MM-DD; may be NULL). NULL and trouble where that is
 * no day. The baseline outlives it. */
STET_API StetReport *stet_baseline_take(StetBaseline *baseline, const StetRules *rules,
                                        const char *reason, const char *expires,
                                        StetTroubles *troubles);

/* Forgets the entries that were added after there were `count`. */
STET_API void stet_baseline_forget(StetBaseline *baseline, size_t count);

/* Takes out the entries that are stale or expired, and those whose file is gone; gives how many. */
STET_API size_t stet_baseline_prune(StetBaseline *baseline);

/* Writes the file, whole or not at all; an empty baseline takes its file away. */
STET_API bool stet_baseline_write(StetBaseline *baseline, const char *file, StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
