/* The article as a whole: what its claims say of each other, without a look at the book.
 * Tests: the examples in rules/checks/article. */
#include "judge/subject.h"

static const FactValue clashes[] = {
    {"two-offices", "one person is given two offices that nobody holds together"},
    {"two-holders", "two people are given one seat"},
    {0}};

static const Fact facts[] = {
    {"clash", "which two claims of the article cannot both be true", clashes},
    {0},
};

enum { ARTICLE_FACTS = sizeof facts / sizeof *facts - 1 };

const Subject subject_article = {.name = "article",
                                 .meaning = "that two claims of one article cannot both be true",
                                 .facts = {facts, ARTICLE_FACTS}};
