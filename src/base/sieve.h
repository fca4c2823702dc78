/* A sieve: tells which of many patterns may match in a subject, at the price of a look a byte.
 *
 * The outlines of all patterns are run as one automaton, whose states are made when a subject first
 * leads to them. Only what a pattern looks around for is not looked at: a pattern that is not told
 * of does not match; one that is mostly does.
 */
#ifndef STET_BASE_SIEVE_H
#define STET_BASE_SIEVE_H

#include "base/outline.h"

/* Immutable, shared by threads. */
typedef struct Sieve Sieve;

/* Of patterns in their order, 128 at the most. In `arena`. */
Sieve *sieve_make(Arena *arena, const Outline *const *outlines, uint32_t count);

/* Whether each pattern matches only where one of these bytes is. */
bool sieve_needs(Arena *arena, const Sieve *sieve, SmallSet bytes);

/* The states that were met; one a thread. */
typedef struct SieveStates SieveStates;
SieveStates *sieve_states(Arena *arena, const Sieve *sieve);

/* The patterns that may match in a subject of ASCII. */
SmallSet sieve_pass(SieveStates *states, View subject);

#endif
