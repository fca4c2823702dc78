/* Spelling: whether a name as printed is that of a person of the book, is nearly so, or is
 * another's.
 *
 * Names are compared as names are printed: middle names, initials and "Jr." may be missing, first
 * names may be short ("Mike"), and carried-over names have many spellings
 * (rules/words/spelling.yaml).
 */
#ifndef STET_EXTRACT_SPELLING_H
#define STET_EXTRACT_SPELLING_H

#include "extract/grammar.h"

typedef enum NameMatch {
    NAME_IS_OTHER,   /* somebody else's, as far as can be seen */
    NAME_IS_RELATED, /* the last name is the same or nearly so, the first is another: of the family,
                        or written otherwise in another script */
    NAME_IS_SAME,    /* or another way to write it */
    NAME_SURNAME_NEAR, /* the last name is a letter or so off */
    NAME_FIRST_NEAR,   /* the first one is */
    NAME_FIRST_DIFFERS /* the last name is the same, the first is another */
} NameMatch;

/* The words of a name, folded: made once of one that is compared with many. In `arena`. */
typedef struct NameWords NameWords;
const NameWords *spelling_words(Arena *arena, const Grammar *grammar, View name);

/* `foreign`: the known name is carried over from another script. */
NameMatch spelling_compare(const Grammar *grammar, const NameWords *said, View known, bool foreign);

/* The same for a last name that stands alone. */
NameMatch spelling_compare_surname(const Grammar *grammar, const NameWords *said, View known,
                                   bool foreign);

/* `said` with the word that is wrong replaced by the known one; in `arena`. */
View spelling_mend(Arena *arena, const Grammar *grammar, View said, View known, NameMatch match);

/* How many changes, at the most, still leave the last of these words the same. */
int spelling_changes(const NameWords *said);

/* Letters by which two spellings of one name may differ, whatever else they have. */
Letters spelling_free_letters(const Grammar *grammar);

/* Whether two last words can be one name misspelt, at the price of a look: most cannot. */
bool spelling_may_match(View said, View known);

#endif
