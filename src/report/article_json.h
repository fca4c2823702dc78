/* What the machine formats share: an article, its claims and its findings as members of a JSON
 * object. reports/README.md says what each member means. */
#ifndef STET_REPORT_ARTICLE_JSON_H
#define STET_REPORT_ARTICLE_JSON_H

#include "base/json.h"
#include "report/report.h"

/* Adds the members of one article to the object that is open, all but its name. */
void article_json(JsonWriter *json, const Article *article);

/* Adds what could not be checked: "id" (null where `id_known` is false), "line", "error". */
void failure_json(JsonWriter *json, View id, bool id_known, const Failure *failure);

/* A member with text; null where `present` is false. */
void json_member(JsonWriter *json, const char *key, View text, bool present);
void json_member_int(JsonWriter *json, const char *key, int64_t number);

#endif
