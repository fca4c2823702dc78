/* Dates in a sentence: "in 2013", "on 5 March 2013", "March 5, 2013", "in March 2013". */
#ifndef STET_EXTRACT_WHEN_H
#define STET_EXTRACT_WHEN_H

#include "extract/claim.h"

/* Adds the dates that the sentence gives in full; a month or a weekday without a year is none. */
void find_dates(Arena *arena, const Grammar *grammar, const Tokens *tokens,
                const Sentence *sentence, DateList *dates);

#endif
