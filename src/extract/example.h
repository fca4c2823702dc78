/* Runs the examples that stand inside constructions: each is a claim about the grammar. */
#ifndef STET_EXTRACT_EXAMPLE_H
#define STET_EXTRACT_EXAMPLE_H

#include "extract/claim.h"

/* Runs them all against a book. Each that fails is a trouble at its place, with what was found and
 * what was expected; their number is returned. */
uint32_t grammar_test(Arena *scratch, const Grammar *grammar, const Book *book, Troubles *troubles);

#endif
