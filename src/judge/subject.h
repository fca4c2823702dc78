/* Subjects: what a rule can speak of. One for each kind of claim, the article as a whole, and the
 * marks in it.
 *
 * A subject is a file of its own: its table of facts, its placeholders, and how a claim of its kind
 * is read. To add a kind of claim: a ClaimKind, a file that defines its Subject, and a line in the
 * list of subject.c. All else (rows, folding, messages, repairs, `stet rules`) follows.
 */
#ifndef STET_JUDGE_SUBJECT_H
#define STET_JUDGE_SUBJECT_H

#include "judge/message.h"
#include "judge/policy.h"
#include "judge/reading.h"

enum { SUBJECT_ARTICLE = CLAIM_KINDS, SUBJECT_MARK, SUBJECT_TEXT, SUBJECT_TAGS, SUBJECTS };

/* What judges share: the document at hand. */
typedef struct Bench {
    Arena *arena;
    const Book *book;
    const Document *document;
    const Policy *policy;
    const Grammar *grammar; /* words for parties, kinds of office that stand apart */
    struct OwnKept *own;    /* what meaning.c keeps for the article; NULL: nothing */
} Bench;

typedef struct Readings {
    Reading *items;
    uint32_t count;
    uint32_t capacity;
} Readings;

typedef struct Subject {
    const char *name;    /* in a rule's `subject:`, and as the kind of a claim in reports */
    const char *meaning; /* one line */
    FactTable facts;
    const Placeholder *placeholders; /* beside those of every subject; the last has no name */

    /* Adds the readings of a claim, each judged for itself: facts, verdict and reason. None: there
     * is no date to judge it by. NULL for what is no claim. */
    void (*read)(const Bench *bench, const Claim *claim, Readings *out);

    /* Combinations of facts that no reading has, each as the YAML of a `when` (of contradicted
     * readings unless it names the verdict); ended by NULL, or NULL. `stet rules check` leaves them
     * out, and `stet rules test` holds its readings against them. */
    const char *const *never;

    bool quiet; /* rules may leave contradicted readings unspoken */
} Subject;

extern const Subject subject_office;
extern const Subject subject_name;
extern const Subject subject_party;
extern const Subject subject_state;
extern const Subject subject_district;
extern const Subject subject_death;
extern const Subject subject_age;
extern const Subject subject_tenure;
extern const Subject subject_length;
extern const Subject subject_ordinal;
extern const Subject subject_succession;
extern const Subject subject_article;
extern const Subject subject_text;
extern const Subject subject_tags;
extern const Subject subject_mark;

/* By ClaimKind, or SUBJECT_ ...; ended by NULL. */
extern const Subject *const subjects[];

#endif
