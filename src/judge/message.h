/* Messages and repairs: the sentences of a rule, filled in for a reading.
 *
 * A template holds {placeholders}: those that every subject has (message.c lists them) and those of
 * its own. One that has no value here leaves nothing, with the words around it, where it stands in
 * [brackets]. Grammar goes with the placeholder: {Person} begins with a capital, {a office} takes
 * an article ("an ambassador"), {person's} is a possessive, and a sentence that ends in an
 * abbreviation has one full stop.
 */
#ifndef STET_JUDGE_MESSAGE_H
#define STET_JUDGE_MESSAGE_H

#include "judge/reading.h"

typedef struct MessageContext {
    Arena *arena;
    const Book *book;
    View text; /* of the document */
    DateStyle dates;
    const Claim *claim;
    const Reading *reading;
    const struct Placeholder *placeholders; /* of the subject */
    const Claim *other; /* of an article's finding: the claim that it does not go with; else NULL */
    const struct MarkSaid *mark; /* of a finding about a mark */
} MessageContext;

/* `fill` gives the empty view where there is no such thing here. */
typedef struct Placeholder {
    const char *name;
    View (*fill)(const MessageContext *context);
    const char *meaning;
} Placeholder;

/* Those of every subject; the last has no name. */
extern const Placeholder placeholders_common[];

/* Whether every placeholder of a template exists; the first that does not is given. */
bool message_check(const Placeholder *own, View template, View *unknown);

/* Whether each brace and bracket has its other half, and none stands inside its like. */
bool message_is_balanced(View template);

View message_fill(const MessageContext *context, View template);

/* The template with all placeholders known, else false. */
bool message_fill_all(const MessageContext *context, View template, View *out);

/* --- words that subjects share --- */

/* The words of the text that a span stands for. */
View message_said(const MessageContext *context, Span span);

/* "Secretary of State of the United States", as it was called then; the place only where the title
 * does not name it. */
View message_office(const MessageContext *context, uint32_t office, Date when);

View message_person(const MessageContext *context, uint32_t person);

/* "from 20 January 2025", "from ... to ..."; nothing for NONE. */
View message_span(const MessageContext *context, uint32_t tenure);

/* `words` in the letters' case of `like`: "Defense Secretary", "defense secretary", "DEFENSE
 * SECRETARY". */
View message_case(const MessageContext *context, View words, View like);

#endif
