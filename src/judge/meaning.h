/* What a claim of kind office can mean: a title is many offices, a name many people.
 *
 * In: a claim, the book, and the document and policy that say when and where it is read. Out: the
 * offices that are judged for one person, those that may only support the claim, and the people who
 * may be meant; nothing is judged here. The lists live in the bench's arena.
 */
#ifndef STET_JUDGE_MEANING_H
#define STET_JUDGE_MEANING_H

#include "judge/subject.h"

/* What a claim can mean: offices that are judged, and others that may only support it. */
typedef struct Meant {
    IndexList judged;
    IndexList others;
} Meant;

/* With the place said: the offices of that title there. Without: those of the person's own places,
 * else those of the newsroom's home; for an unknown person (NONE) none but these, since any country
 * may have such an office. */
Meant own_offices(const Bench *bench, const Claim *claim, IndexList titled, uint32_t person);

/* An article says the same of the same people again and again: what a title comes to for a person,
 * where no place is said. */
enum { OWN_KEPT = 64 };
typedef struct OwnKept {
    IndexList titled; /* empty: nothing is kept here */
    uint32_t person;
    Meant meant;
} OwnKept;

/* The offices that a claim of a person can mean. Where the book knows none of them well, it may
 * know the person too well: "Vermont Senator Narendra Modi" sits in no legislature there either. */
Meant offices_of(const Bench *bench, const Claim *claim, uint32_t person);

/* All offices that the person holds, held or is to hold. */
IndexList offices_held(const Bench *bench, uint32_t person);

/* Whether the person ever held an office that goes by the title. */
bool ever_held(const Bench *bench, const Claim *claim, uint32_t person);

/* Who is meant: of all who bear a surname that nobody was introduced by, those who ever held such
 * an office, else those who are in a national office that day, if there are any. */
IndexList people_of(const Bench *bench, const Claim *claim);

/* A country, or the one that a state is part of. */
uint32_t country_of(const Book *book, uint32_t place);

/* Whether the article speaks of a country, or is written at home there. */
bool claim_implies(const Bench *bench, const Claim *claim, uint32_t country);

/* Whether all that the book knows of a person's offices, and it knows one well, is of other
 * countries. */
bool is_foreigner(const Book *book, uint32_t person, uint32_t country);

/* Of whom the book knows nothing but offices of states. */
bool is_local(const Book *book, uint32_t person);
bool all_local(const Book *book, IndexList people);

#endif
