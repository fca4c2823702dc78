/* Searching the book as a person does who types a name: "Mark Rutte", "Rutte", "prime minister",
 * "Dutch defence minister", or an id. Results live in the arena. */
#ifndef STET_REFERENCE_SEARCH_H
#define STET_REFERENCE_SEARCH_H

#include "reference/book.h"

typedef struct Indexes {
    uint32_t *items;
    uint32_t count;
    uint32_t capacity;
} Indexes; /* of places, offices or people, each once */

/* What goes by a name, an adjective or an id; by a metonym ("Downing Street") only where nothing
 * else does. */
Indexes search_places(Arena *arena, const Book *book, View text);

/* By id, else by whole name, else by surname. With places only those who held an office in one of
 * them. */
Indexes search_people(Arena *arena, const Book *book, View text, const Indexes *places);

/* By id, else by title; a loose title counts only where no proper one fits. With places only their
 * offices, or where they have none of that title those of places inside them. Without (NULL) the
 * text may name the place as well: "British prime minister", "president of France". */
Indexes search_offices(Arena *arena, const Book *book, View text, const Indexes *places);

/* Names that are a few letters away from the text, the nearest first: of people and titles, or of
 * places. None where nothing is near. */
enum { SEARCH_NEAR = 3 };
typedef struct Near {
    View items[SEARCH_NEAR];
    size_t far[SEARCH_NEAR];
    uint32_t count;
} Near;
Near search_near_names(Arena *arena, const Book *book, View text);
Near search_near_places(Arena *arena, const Book *book, View text);

/* "nobody goes by "Ruttte", did you mean Mark Rutte?": `what` begins it, up to the text. */
View search_nothing(Arena *arena, const char *what, View text, const Near *near);

/* How a day lies to a tenure. */
typedef enum Covers {
    COVERS_NO,
    COVERS_PERHAPS, /* a date known to the month or the year, or an end that nobody confirmed */
    COVERS_YES,
    COVERS_LATER /* it was still open on the last day that a source vouches for; this one is after
                  */
} Covers;
Covers search_covers(const Tenure *tenure, Day day);

#endif
