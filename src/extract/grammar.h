/* The grammar: the English that the extractor knows, from rules/words. Compiled once, immutable,
 * shared by threads; freed by grammar_free.
 *
 * A sentence becomes a tag string, one letter a mention or word (rules/words/words.yaml lists
 * them); a construction is a pattern over that string with named groups.
 */
#ifndef STET_EXTRACT_GRAMMAR_H
#define STET_EXTRACT_GRAMMAR_H

#include "base/pattern.h"
#include "base/sieve.h"
#include "reference/compile.h"
#include "text/lexicon.h"

typedef enum Status {
    STATUS_CURRENT, /* holds it, at the time spoken of */
    STATUS_FORMER,
    STATUS_ACTING,
    STATUS_ELECT,
    STATUS_CANDIDATE,
    STATUS_DEPUTY,
    STATUS_OTHER,
    STATUS_COUNT
} Status;

const char *status_name(Status status); /* "current" ... */

/* A word that says in which sense an office is held. */
typedef struct StatusWord {
    char letter; /* S: before a title; E: after it */
    Status status;
    bool then; /* "then-": of an earlier time */
    bool late; /* "the late" */
    bool soon; /* "newly elected": in office, or about to be */
    bool stay; /* "caretaker": in full, or for the time being */
} StatusWord;

/* What a phrase of the grammar's lexicon means. */
/* What stands behind a name: a part of it ("Jr."), or what its bearer learnt ("M.D."). */
typedef enum SuffixKind { SUFFIX_OF_NAME, SUFFIX_DEGREE } SuffixKind;

/* What stands before things that are not so, or not yet ("if he wins"; "the claim that"). */
typedef enum ConditionKind { CONDITION_OPEN, CONDITION_DENIED } ConditionKind;

typedef enum WordKind {
    WORD_LETTER = 1, /* id: the letter */
    WORD_STATUS,     /* id: of `statuses` */
    WORD_BODY,       /* a capitalised run that holds it is a body, no person */
    WORD_PARTICLE,   /* belongs to the surname after it */
    WORD_SUFFIX,     /* "Jr."; id: a SuffixKind */
    WORD_EVERYDAY,   /* a surname that is an everyday word: "Power" */
    WORD_MONTH,      /* id: 1 to 12 */
    WORD_DAY,
    WORD_TODAY,        /* "today", "this week" */
    WORD_PRESENT,      /* a verb that tells of now: "says" */
    WORD_SPEECH,       /* "said" */
    WORD_PARTY,        /* id: of `parties`; as party tags have it: "R" */
    WORD_BODY_NAME,    /* a word for a body that is also a name: "Hall" */
    WORD_TITLE_NAME,   /* a title that is also a surname: "King" */
    WORD_PORTFOLIO,    /* what a minister is minister of */
    WORD_HEAD,         /* "minister": the end of titles with a portfolio */
    WORD_CHAMBER,      /* "Senate", "Committee" */
    WORD_CHAMBER_HEAD, /* "speaker": the end of titles with a chamber */
    WORD_SPEAKER,      /* "speaker" */
    WORD_SENT,         /* "ambassador": titles that go on with "to" */
    WORD_SERVANT,      /* "minister": serves a government, and no other at once */
    WORD_DIRECTOR,     /* "director": the title of a body, never of a portfolio with one */
    WORD_POLITY,       /* "Republic" */
    WORD_PLACE_END,    /* makes another place of the one before it: "City" */
    WORD_CONDITION,    /* "if"; id: a ConditionKind */
    WORD_WINNING,      /* "wins": after "if", of coming to office */
    WORD_MODAL,        /* "would" */
    WORD_PROSPECT,     /* "future": before an office, that nobody holds it yet */
    WORD_FICTION,      /* "sitcom": names may be made up */
    WORD_REIGN,        /* "administration": the years of whoever is named before it */
    WORD_PARTISAN      /* id: of `parties`; what one calls a member: "Republican" */
} WordKind;

typedef enum ConstructionKind {
    CONSTRUCTION_NAMED,
    CONSTRUCTION_COUNTERPART, /* the office comes from the person spoken of before */
    CONSTRUCTION_NOMINAL,     /* a later mention without a name */
    CONSTRUCTION_SEAT,        /* of which party, state and district a person's seat is */
    CONSTRUCTION_PARTY,       /* of which party a person is */
    CONSTRUCTION_DEATH,       /* that a person is dead */
    CONSTRUCTION_AGE,         /* how old a person is */
    CONSTRUCTION_SINCE,       /* since when an office is held */
    CONSTRUCTION_SPAN,        /* from when to when it was held */
    CONSTRUCTION_BEGIN,       /* when it was taken up */
    CONSTRUCTION_END,         /* when it was left */
    CONSTRUCTION_TERMS,       /* for how many terms it is held */
    CONSTRUCTION_ORDINAL,     /* the how many-th holder a person is */
    CONSTRUCTION_SUCCESSION   /* whom a person followed */
} ConstructionKind;

enum { PLACE_GROUPS = 7, BODY_GROUPS = 3 };

/* Groups that a pattern may name; those with several are tried in turn ("place", "place2" ...). */
typedef enum Group {
    GROUP_PERSON,
    GROUP_TITLE,
    GROUP_STATUS = GROUP_TITLE + 2,
    GROUP_PLACE = GROUP_STATUS + 5,
    GROUP_BODY = GROUP_PLACE + PLACE_GROUPS,
    GROUP_BOSS = GROUP_BODY + BODY_GROUPS,
    GROUP_PAST,
    GROUP_SOON = GROUP_PAST + 3,
    GROUP_RIVAL,
    GROUP_PEOPLE,                    /* a run of tags, with several people in it */
    GROUP_PLACES = GROUP_PEOPLE + 2, /* likewise; theirs, in the same order */
    GROUP_SAID = GROUP_PLACES + 2,   /* what is claimed beside person and office */
    GROUP_OTHER = GROUP_SAID + 2,    /* another person */
    GROUP_VERB,                      /* of taking up: one that may say something else as well */
    GROUP_COUNT
} Group;

/* A sentence with the claims that it must give, as "person | title | place | status"; none for a
 * sentence that must give no claim at all. */
typedef struct GrammarExample {
    uint32_t construction;
    View text;
    const View *claims;
    uint32_t claim_count;
    uint32_t line;
    uint32_t column;
} GrammarExample;

typedef struct Construction {
    View name; /* for ever: reports carry it */
    ConstructionKind kind;
    Status status; /* of its claims, where no word says another */
    Pattern *pattern;
    uint32_t groups[GROUP_COUNT]; /* numbers in the pattern; 0: it has none */
    Pattern *each;                /* finds one after the other in `people`; NULL: no list */
    uint32_t each_groups[GROUP_COUNT];
    View path;
    uint32_t line;
} Construction;

/* How long one term of an office is. */
typedef struct TermLength {
    View office; /* id */
    uint32_t years;
} TermLength;

typedef struct KindList {
    const View *kinds; /* ids */
    uint32_t count;
} KindList;

typedef struct Party {
    View id;        /* "democratic" */
    View tag;       /* "D"; empty: tags do not have it */
    View noun;      /* "Democrat" */
    View adjective; /* "Democratic" */
} Party;

/* Two letters that are also written as one: "oe", "o". */
typedef struct ShortPair {
    View pair;
    View single;
} ShortPair;

typedef struct Grammar {
    Lexicon words;
    const StatusWord *statuses;
    const Construction *constructions;
    uint32_t construction_count;
    const Sieve *const *sieves; /* of the constructions, SMALL_SET_SIZE each */
    uint32_t sieve_count;
    const GrammarExample *examples;
    uint32_t example_count;
    const Party *parties;
    uint32_t party_count;
    Abbreviations abbreviations;
    Lexicon nicknames; /* first names; an entry's id is its line of names that go for each other */
    const View *transliterated; /* ids of places whose names come from another script */
    uint32_t transliterated_count;
    const View *alike; /* letters that stand for each other in such names; the first row: vowels */
    uint32_t alike_count;
    const ShortPair *shortened;
    uint32_t shortened_count;
    const View *counted; /* ids of offices whose holders are numbered, from the first on */
    uint32_t counted_count;
    const TermLength *terms;
    uint32_t term_count;
    const KindList *apart; /* kinds of office of one country that nobody holds two of */
    uint32_t apart_count;
    View version; /* hash of the files it was read from, 32 hex digits */
} Grammar;

/* Reads names.yaml, spelling.yaml, words.yaml, constructions.yaml and statements.yaml out of
 * `files` (told apart by their names; others are passed over). All problems of all files are
 * listed; NULL then. Lives in `arena`. */
Grammar *grammar_read(Arena *arena, const BookSource *files, uint32_t count, Troubles *troubles);

/* The lexicons of a grammar as bytes, and a grammar of files of which they were made before: half
 * of what reading them costs. Bytes that are no lexicon are passed over. */
enum { GRAMMAR_LEXICONS = 2 };
void grammar_lexicons(Arena *arena, const Grammar *grammar, View out[GRAMMAR_LEXICONS]);
Grammar *grammar_read_with(Arena *arena, const BookSource *files, uint32_t count,
                           const View lexicons[GRAMMAR_LEXICONS], Troubles *troubles);
void grammar_free(Grammar *grammar); /* the patterns; the rest goes with the arena */

#endif
