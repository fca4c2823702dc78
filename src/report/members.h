/* The members of a report in JSON, as tables (shape.h). reports/README.md says what each means. */
#ifndef STET_REPORT_MEMBERS_H
#define STET_REPORT_MEMBERS_H

#include "report/report.h"
#include "report/shape.h"

#define REPORT_SCHEMA VIEW("urn:stet:report:1")

extern const Shape shape_named_sheet; /* of json: begins with the path */
extern const Shape shape_line_sheet;  /* of jsonl: begins with the id */
extern const Shape shape_head;        /* tool, rules and book */

extern const Shape shape_evidence; /* an EvidenceRow */

extern const Shape shape_summary; /* Totals */

/* What could not be checked: "line" and "error"; its name goes before. */
extern const Shape shape_failure;
extern const Shape shape_named_failure; /* of json, with "path" and "id" */

#endif
