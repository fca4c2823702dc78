/* stet: repairs, written into the article or shown as a difference.
 *
 * What holds of stet/stet.h holds here. A repair is safe where it may be made unseen, such as the
 * spelling of a known name beside his known office; others want an editor's eye. Quotations are
 * never touched, nor what a mark lets stand, nor a passage that markup breaks.
 */
#ifndef STET_REPAIR_H
#define STET_REPAIR_H

#include <stet/stet.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct StetRepair {
    bool unsafe;    /* those that want an eye too */
    StetWrite diff; /* takes the changes as a unified diff, and the file stays as it is; NULL: the
                       file is replaced */
    void *to;
} StetRepair;

typedef struct StetRepaired {
    size_t made; /* or shown */
    size_t left; /* those that want an eye, where they were not asked for */
} StetRepaired;

/* Repairs the file at a path until nothing is left to repair. A file that has changed since it was
 * read, a stream of records and standard input are left alone. False and trouble where it cannot be
 * read or written. */
STET_API bool stet_repair_path(StetDesk *desk, const char *path, StetFormat format,
                               const StetRepair *repair, StetRepaired *repaired,
                               StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
