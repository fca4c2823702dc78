/* A flat record, read in a hurry. */
#ifndef STET_BASE_JSON_RECORD_H
#define STET_BASE_JSON_RECORD_H

#include "base/json.h"

/* json_read_fields for what is plainly a whole, flat record; false where that is not sure, and then
 * the fields say nothing and jansson must decide. */
bool json_read_record(Arena *arena, View bytes, JsonField *fields, size_t count);

#endif
