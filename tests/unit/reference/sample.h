/* Small books for tests: a text of YAML beside a standing book with a few places and people. */
#ifndef STET_TESTS_REFERENCE_SAMPLE_H
#define STET_TESTS_REFERENCE_SAMPLE_H

#include "reference/compile.h"

/* Two offices with all that an office and a tenure can have. */
#define SAMPLE_OFFICES                                                                             \
    "offices:\n"                                                                                   \
    "  - id: nl/pm\n"                                                                              \
    "    place: nl\n"                                                                              \
    "    title: Prime Minister\n"                                                                  \
    "    kind: head-of-government\n"                                                               \
    "    as-of: 2021-05-01\n"                                                                      \
    "    complete:\n"                                                                              \
    "      - {from: 2010-01-01, as-of: 2015-12-31}\n"                                              \
    "      - {from: 2018-01-01, as-of: 2021-05-01}\n"                                              \
    "    excludes: [us-oh/governor]\n"                                                             \
    "    tenures:\n"                                                                               \
    "      - {person: anna-bos, from: 2010-01-01, to: 2015-12-31, sources: [gazette]}\n"           \
    "      - {vacant: true, from: 2016-01-01, to: 2017-12-31}\n"                                   \
    "      - {person: carl-dijk, from: 2018-01-01, as-of: 2021-05-01, sources: [gazette, "         \
    "gazette]}\n"                                                                                  \
    "  - id: us-oh/governor\n"                                                                     \
    "    place: us-oh\n"                                                                           \
    "    title: Governor\n"                                                                        \
    "    as-of: 2022-03\n"                                                                         \
    "    tenures:\n"                                                                               \
    "      - {person: carl-dijk, from: 2001, to: 2005, acting: true, confidence: unconfirmed}\n"   \
    "      - {person: anna-bos, from: 2016, to: 2024, planned: true, as-of: 2020-01-01,\n"         \
    "         sources: gazette}\n"

typedef struct Sample {
    Arena arena;
    Arena scratch;
    Troubles troubles;
    Book book;
    bool made;
} Sample;

/* Compiles test.yaml (its text) with the standing base.yaml, titles.yaml and names.yaml. */
void sample_make(Sample *sample, const char *text);

/* The same with titles.yaml of one's own. */
void sample_make_with(Sample *sample, const char *text, const char *titles);

void sample_free(Sample *sample);

/* Fails unless the text has one fault, at `line`, whose message holds `words`. */
void expect_fault(const char *text, uint32_t line, const char *words);

/* Fails unless a book is made of the text. */
void expect_book(const char *text);

/* Whether a phrase of the book's index has this meaning. */
bool sample_means(const Sample *sample, const char *phrase, NameKind kind, uint32_t id);

/* The entries of a phrase with the kind. */
uint32_t sample_count(const Sample *sample, const char *phrase, NameKind kind);

uint32_t sample_person(const Sample *sample, const char *id);
uint32_t sample_office(const Sample *sample, const char *id);

#endif
