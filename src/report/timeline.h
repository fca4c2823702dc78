/* A time line: who held an office around a date, as a picture inside an HTML page (SVG).
 *
 * One row a holder: a bar from the first day to the last. An open tenure is drawn to the day to
 * which it is known, and on in outline. The date is a line through all rows. What the picture shows
 * stands in words in its description, for who cannot see it.
 */
#ifndef STET_REPORT_TIMELINE_H
#define STET_REPORT_TIMELINE_H

#include "base/buffer.h"
#include "report/sheet.h"

/* `person` is the id of whom the claim is about, `at` NULL where nobody is known; `id` is unique in
 * the page. Nothing where the office has no holder in the sheet. */
void timeline_add(Buffer *out, const SheetOffice *office, Date date, View person, View id,
                  DateStyle dates);

/* Whether the tenure covers the day; an open one as far as it is known, and after. */
bool row_covers(const EvidenceRow *row, Day day);

#endif
