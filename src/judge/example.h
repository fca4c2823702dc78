/* Runs the examples that stand inside rules, and measures how well they hold the rules. */
#ifndef STET_JUDGE_EXAMPLE_H
#define STET_JUDGE_EXAMPLE_H

#include "judge/rule.h"

/* What an examination needs. Everything lives in `arena`. */
typedef struct Exam {
    Arena *arena;
    const Rules *rules;
    const Grammar *grammar;
    const Book *book;
    BookSources words; /* for examples with a reference of their own; none: these fail */
    Troubles *troubles;
    bool *spoke; /* by rule: one of the texts made it speak; NULL: nobody asks */
    bool *rows;  /* by row: one of the texts made it speak; NULL: nobody asks */
} Exam;

/* A wrong text must be flagged by its rule, and by no other; a right one by none. Each failure is a
 * trouble at the example's place, which says what decided; their number is returned. */
uint32_t rules_test(const Exam *exam);

/* Whether an example turns red when a condition of a row is dropped or allows one more value. Each
 * that none notices is a trouble at the row's place; their number is returned, and how many there
 * were in `tried`. Left out is what changes nothing: combinations of facts that no reading has, or
 * that rows take which go before. */
uint32_t rules_widen(const Exam *exam, uint32_t *tried);

/* How many offices of the book are found by their own title and place beside the name of who held
 * them, with the place ("Mark Rutte, Prime Minister of the Netherlands, spoke.") or without.
 * `asked`: how many have a holder and a name to ask by. One that is not found is a trouble. */
uint32_t offices_test(const Exam *exam, uint32_t *asked);

#endif
