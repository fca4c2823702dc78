/* The succession in an office: who follows whom, and whether spans said to be complete are so. */
#ifndef STET_REFERENCE_SUCCESSION_H
#define STET_REFERENCE_SUCCESSION_H

#include "reference/records.h"

enum {
    OVERLAP_DAYS =
        5 /* two holders of one seat may overlap so long: sources differ over a hand-over */
};

/* Whether its 'as-of' bounds what is known of the tenure: it is open, or its end is a plan or not
 * confirmed. */
bool tenure_ends_with_as_of(const TenureRecord *tenure);

/* The last day on which the tenure surely still lasts: of a date known to the month or the year the
 * first day, and of an end that is open, planned or unconfirmed no more than what is vouched for.
 * DAY_MIN where the dates could not be read. */
Day tenure_sure_end(const TenureRecord *tenure);

/* Adds trouble for tenures and spans of the office that cannot be right together. */
void check_succession(const Records *records, const OfficeRecord *office, Arena *arena,
                      Troubles *troubles);

#endif
