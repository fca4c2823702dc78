/* Dates in a sentence: "in 2013", "on 5 March 2013", "March 5, 2013", "in March 2013". */
#ifndef STET_EXTRACT_WHEN_H
#define STET_EXTRACT_WHEN_H

#include "extract/claim.h"

/* Adds the dates that the sentence gives. A day or month without a year ("on November 29", "in
 * May") is the last one up to `now`, the article's date; none where that is not known. A weekday is
 * no date. `months`: it may name some. */
void find_dates(Arena *arena, const Grammar *grammar, const Tokens *tokens,
                const Sentence *sentence, bool months, Date now, DateList *dates);

/* Adds the years that stand in the sentence as if they named its time: in a heading ("1998", "The
 * 2016 campaign") any, else those of a noun ("the 2016 vote", "the summer of 2016"). */
void find_years(Arena *arena, const Tokens *tokens, const Sentence *sentence, bool heading,
                DateList *dates);

/* The one date that the tokens `first` to before `end` are; DATE_NONE where they are none. */
Date date_of_tokens(Arena *arena, const Grammar *grammar, const Tokens *tokens, uint32_t first,
                    uint32_t end, Date now);

#endif
