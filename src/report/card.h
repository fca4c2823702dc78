/* Cards: what the book says of a person or an office, for `stet who`.
 *
 * A card is appended to a buffer as text, or written as an object of JSON. With a day it holds only
 * the tenures that cover it, and of an office says so where it was vacant or the book does not
 * know. */
#ifndef STET_REPORT_CARD_H
#define STET_REPORT_CARD_H

#include "base/json.h"
#include "reference/book.h"

/* `on` is DAY_NONE for all days. `scratch` is used and not reset. */
void card_person(Arena *scratch, const Book *book, uint32_t person, Day on, DateStyle dates,
                 Buffer *out);
void card_office(Arena *scratch, const Book *book, uint32_t office, Day on, Buffer *out);

void card_person_json(Arena *scratch, const Book *book, uint32_t person, Day on, JsonWriter *json);
void card_office_json(Arena *scratch, const Book *book, uint32_t office, Day on, JsonWriter *json);

#endif
