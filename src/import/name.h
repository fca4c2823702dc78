/* Names of people as sources write them, and ids made of them. */
#ifndef STET_IMPORT_NAME_H
#define STET_IMPORT_NAME_H

#include "base/view.h"

/* The name without what stands about it: blanks, a remark in brackets at the end, an address before
 * it ("Dr.", "CEO"), the comma before "Jr.". False where what is left is no name: a number, an item
 * of Wikidata, a list, a sentence, less than two letters. */
bool name_clean(Arena *arena, View raw, View *out);

/* "Ursula von der Leyen" as "ursula-von-der-leyen"; empty where nothing of it is an ASCII letter.
 */
View name_id(Arena *arena, View name);

#endif
