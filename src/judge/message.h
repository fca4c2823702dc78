/* Messages and repairs: the sentences of a rule, filled in for a reading.
 *
 * Placeholders are listed in message.c with their meaning. One that has no value here leaves
 * nothing, with the sentence around it, where it stands in [brackets].
 */
#ifndef STET_JUDGE_MESSAGE_H
#define STET_JUDGE_MESSAGE_H

#include "judge/reading.h"

typedef struct MessageContext {
    Arena *arena;
    const Book *book;
    View text; /* of the document */
    const Claim *claim;
    const Reading *reading;
} MessageContext;

/* Whether every placeholder of a template exists; the first that does not is given. */
bool message_check(View template, View *unknown);

View message_fill(const MessageContext *context, View template);

/* The template with all placeholders known, else false. */
bool message_fill_all(const MessageContext *context, View template, View *out);

#endif
