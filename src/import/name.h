/* Names of people as sources write them: cleaned, compared, and made into ids. */
#ifndef STET_IMPORT_NAME_H
#define STET_IMPORT_NAME_H

#include "import/lore.h"

/* The name without what stands about it: a remark in brackets, a nickname in quotation marks, an
 * address or title before it ("Dr.", "CEO"), the comma before "Jr."; capitals throughout become
 * plain ("Fredis REFUNJOL"). False where what is left is no name: a number, a list, a sentence, one
 * letter, an item of Wikidata, another script than the Latin. */
bool name_clean(const Lore *lore, View raw, View *out);

/* The title without a remark in brackets. False where it is none, or too long to be found in print.
 */
bool title_clean(Arena *arena, View raw, View *out);

/* What two spellings of one name share: folded, without "Jr." and the initials in its middle. */
View name_key(const Lore *lore, View name);

/* "Ursula von der Leyen" as "ursula-von-der-leyen"; empty where nothing of it is an ASCII letter.
 */
View name_id(Arena *arena, View name);

#endif
