/* A claim: what a passage says of a person and an office. Where it was said, of whom, of which
 * office, for when; not yet whether it is so.
 *
 * A title is a set of offices and a name is a set of people; a claim keeps both sets, and judgement
 * looks at each pair. Arrays live in the article's arena.
 */
#ifndef STET_EXTRACT_CLAIM_H
#define STET_EXTRACT_CLAIM_H

#include "extract/grammar.h"
#include "extract/spelling.h"
#include "reference/book.h"
#include "text/token.h"

typedef enum ClaimKind {
    CLAIM_OFFICE,
    CLAIM_NAME,
    CLAIM_PARTY,
    CLAIM_STATE,
    CLAIM_DISTRICT,
    CLAIM_DEATH,
    CLAIM_AGE,
    CLAIM_TENURE,
    CLAIM_LENGTH,
    CLAIM_ORDINAL,
    CLAIM_SUCCESSION,
    CLAIM_KINDS
} ClaimKind;

typedef struct DateList {
    Date *items;
    uint32_t count;
    uint32_t capacity;
} DateList;

typedef struct IndexList {
    uint32_t *items;
    uint32_t count;
    uint32_t capacity;
} IndexList;

bool index_list_has(IndexList list, uint32_t index);

/* The same of the offices of a title, which often are the book's own list. */
bool offices_have(const Book *book, IndexList offices, uint32_t office);

/* How it was said. */
enum {
    CLAIM_NOMINAL = 1 << 0,  /* a later mention without a name */
    CLAIM_QUOTED = 1 << 1,   /* inside quotation marks */
    CLAIM_HEADLINE = 1 << 2, /* in a title or heading: tense tells nothing there */
    CLAIM_THEN = 1 << 3,     /* "then-": true of some earlier time, if of any */
    CLAIM_LATE = 1 << 4,     /* "the late" */
    CLAIM_LOOSE = 1 << 5,    /* "leader", "chief": may support, never contradict */
    CLAIM_COURTESY =
        1 << 6,           /* a capital title right before a name, of a kind that is kept for life */
    CLAIM_PAST = 1 << 7,  /* told in the past, or as somebody's ("Trump's secretary of state"): true
                             of some earlier time will do */
    CLAIM_LABEL = 1 << 8, /* the title stands right before the name */
    CLAIM_OTHER_BODY = 1 << 9, /* the title is of something that the book does not know: a company,
                                  a party, a ranked post ("deputy", "shadow"): may support only */
    CLAIM_NAMESAKE = 1 << 10, /* the name can be another's, whom the book does not know: likewise */
    CLAIM_SURNAME = 1 << 11,  /* the person is named by a surname alone */
    CLAIM_NEW_SURNAME = 1 << 13, /* ... and nobody of that surname was named in full before */
    CLAIM_NO_TITLE = 1 << 14,    /* the words stand for a title: "counterpart" */
    CLAIM_SOON = 1 << 15, /* or takes it up soon ("to serve as", "elected"): a time to come will do,
                             and nothing is contradicted */
    CLAIM_ANCHORED = 1 << 16, /* a date, a day or a verb says of when it is told */
    CLAIM_OPENS = 1 << 17,    /* or only the place at which it stands, at a sentence's beginning */
    CLAIM_SUPPOSED = 1 << 18, /* told of what may come ("If elected, ..."): may support only */
    CLAIM_WOULD = 1 << 19,    /* with "would": who is to come holds it already in what is told */
    CLAIM_STAY = 1 << 20,     /* "caretaker": until another comes, be it in full or not */
    CLAIM_SERVANT = 1 << 21,  /* the title, known to the book or not, is of one who serves a
                                 government or a chamber */
    CLAIM_PRESENT = 1 << 22,  /* anchored by nothing but a verb in the present */
    CLAIM_LISTED = 1 << 23,   /* one of several under a plural title */
    CLAIM_BARE = 1 << 24,    /* the title is one word, which other bodies than states use as well */
    CLAIM_CARRIED = 1 << 25, /* anchored by nothing but a date of the sentences before */
    CLAIM_UNSURE_NAME = 1 << 12 /* the words beside the title may be no name, or nobody's */
};

typedef struct Claim {
    ClaimKind kind;
    Status status;
    uint32_t flags;
    Span span; /* of the text: from the first to the last part */
    Span person_span;
    View person_name; /* the words of person_span */
    Span office_span;
    Span place_span;    /* {0,0}: none */
    Span status_span;   /* "former"; {0,0}: none */
    Span speaker_span;  /* who says it, in a quotation of which the sentence tells that; {0,0}:
                           unsaid */
    Span said_span;     /* of other kinds: what is claimed, "(D-Ill.)", "46"; {0,0}: none */
    IndexList people;   /* who the name can mean; empty: unknown to the book */
    IndexList speakers; /* who the speaker's name can mean */
    IndexList offices;  /* what the title can mean, of any place */
    IndexList loose;    /* what it can mean in loose speech: these readings may only support */
    IndexList bearers;  /* all who bear the surname that was said, also those not named so far */
    IndexList rivals;   /* people to whom, in a list, the title may belong instead */
    IndexList places;   /* what the passage says of the place can mean; empty: it says nothing */
    IndexList implied;  /* places of which the article speaks */
    IndexList around;   /* of a stranger with no place: those of which the sentence speaks */
    DateList times;     /* the dates that the passage gives; empty: none */
    DateList beside;    /* dates that may be meant: they can support the claim only */
    Part part;
    uint32_t construction; /* of the grammar */

    /* Of kind name: */
    NameMatch match;    /* how the name differs from those of `people` */
    const View *mended; /* the name as it should be, one for each of `people` */

    /* Of kinds of a value: */
    int32_t value;         /* a party of the grammar; a number: district, age, ordinal, terms */
    IndexList said_places; /* what the state can mean */
    Date said_from;        /* of a tenure; DATE_NONE: unsaid */
    Date said_to;          /* likewise */
    bool lasts;            /* of a tenure: it is said to go on */
    IndexList others;      /* whom the person is said to have followed */
    bool titled;           /* the passage says, or said before, which office the person holds */
} Claim;

typedef struct Claims {
    Claim *items;
    uint32_t count;
    uint32_t capacity;
} Claims;

/* Whether what the passage says of the place allows this one; it does where it says nothing. */
bool claim_allows_place(const Book *book, const Claim *claim, uint32_t place);

/* Shows each sentence as it is read, with its tags (mention.h), which last for the call only. */
struct Tags;
typedef struct ExtractWatch {
    void (*sentence)(void *self, const Sentence *sentence, const struct Tags *tags);
    void *self;
} ExtractWatch;

/* Reads articles, one after the other; one a thread. What it learns of words it keeps. */
typedef struct Extractor Extractor;
Extractor *extractor_new(const Grammar *grammar, const Book *book);
void extractor_free(Extractor *extractor);

/* Reads a document, split by text_split. The claims come in the order of the text. `watch` may be
 * NULL. */
Claims extractor_read(Extractor *extractor, Arena *arena, const Document *document,
                      const Tokens *tokens, const ExtractWatch *watch);

/* The same for a single document. */
Claims extract_claims(Arena *arena, const Grammar *grammar, const Book *book,
                      const Document *document, const Tokens *tokens);

#endif
