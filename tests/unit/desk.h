/* For tests: the shipped words and rules with a small reference of the test's own. */
#ifndef STET_TESTS_DESK_H
#define STET_TESTS_DESK_H

#include "extract/claim.h"
#include "judge/rule.h"

typedef struct Desk {
    Arena arena;
    Troubles troubles;
    Book book;
    Grammar *grammar;
    Rules *rules;
    Document document; /* of the newest text */
    Tokens tokens;
    Claims claims;
    Judgement judgement;
} Desk;

/* The people, offices and tenures that most tests need: see desk.c. */
extern const char *const small_reference;

/* Any trouble fails the test. `checks`: read rules/checks too. */
void desk_open(Desk *desk, const char *reference, bool checks);
void desk_close(Desk *desk);

/* Reads a text as of a date ("2025-02-13"; NULL: none), and judges it where there are rules. */
void desk_read(Desk *desk, const char *text, const char *date);

/* "person | title | place | status" of a claim. */
const char *desk_claim(Desk *desk, uint32_t index);

/* The rule of the only finding; "" where there is none, "several" where there are more. */
const char *desk_rule(Desk *desk);

#endif
