/* The extractor: an article while its claims are found. Shared by claim.c (the pass over the
 * sentences), group.c (which tags a construction or a claim took), office.c (claims of kind
 * office), list.c (of several people at once) and antecedent.c (of what was said before); nobody
 * else needs it.
 *
 * In: a sentence's tags and a construction that matches them. Out: claims at the end of the list,
 * and what the article has said so far. All arrays live in the article's arena.
 */
#ifndef STET_EXTRACT_EXTRACTOR_H
#define STET_EXTRACT_EXTRACTOR_H

#include "extract/mention.h"

/* At a quotation mark: who says what it opens or closes. */
typedef struct Speech {
    uint32_t mark; /* token */
    Tag speaker;
} Speech;

typedef struct Speeches {
    Speech *items;
    uint32_t count;
    uint32_t capacity;
} Speeches;

/* "UNC President Margaret Spellings": whose title is a body's. */
typedef struct BodyPost {
    uint32_t person;
    uint64_t title; /* hash of its head word */
} BodyPost;

typedef struct BodyPosts {
    BodyPost *items;
    uint32_t count;
    uint32_t capacity;
} BodyPosts;

/* A sentence that may give a date. */
typedef struct DatedSentence {
    const Sentence *sentence;
    bool months; /* it names one */
} DatedSentence;

/* The article at hand, and what is kept for the next. */
struct Extractor {
    Arena kept; /* of what stays from article to article: the tags' memory */
    const Grammar *grammar;
    const Book *book;
    PatternMatch *match; /* of the construction at hand */
    PatternMatch *item;  /* of one person of its list */
    Tags tags;
    SieveStates **states; /* of each of the grammar's sieves */
    bool needs_mention;   /* no construction matches without one */
    Arena *arena;         /* of the article, as all that follows */
    const Document *document;
    const Tokens *tokens;
    Cast cast;
    Claims claims;
    DateList dates; /* of the sentence, or the last one of its paragraph before it */
    bool carried;   /* the latter, if any */
    struct {
        DatedSentence *items; /* of the paragraph, behind the last of which dates were asked */
        uint32_t count, capacity;
    } dated;
    DateList before;           /* what the paragraph before says last of when */
    DatedSentence unread;      /* its sentence that does, where that was not asked for yet */
    const Block *block;        /* of the sentence */
    uint32_t block_claims;     /* the first claim of the block */
    Speeches speeches;         /* of the block, as far as it is read */
    uint32_t dateline;         /* so many tags of the sentence say where it is written */
    DateList section;          /* of the heading above, where it gives any */
    DateList beside;           /* what the sentence may tell of, beside `dates` */
    const Block *told;         /* the newest block that speaks of a film or a book; NULL: none */
    IndexList left;            /* people whom the article has called former holders */
    BodyPosts body_posts;      /* posts of bodies, as the article has named them so far */
    IndexList spoken;          /* places of which the article has spoken, each once */
    const ExtractWatch *watch; /* may be NULL */
};

/* --- group.c --- */

/* The tag that a group of the match took; NULL where it took no part. */
Tag *group_tag(Extractor *extractor, const Construction *construction, Group group);

/* That of the first of `count` groups that took one. */
Tag *first_group(Extractor *extractor, const Construction *construction, Group from,
                 uint32_t count);

/* The run of tags that one of a pair of groups took; false where neither took part. */
bool group_bounds(const Extractor *extractor, const Construction *construction, Group group,
                  size_t *start, size_t *end);

/* The tokens of a run of tags that a group took; none where it took no part. */
Range group_tokens(Extractor *extractor, const Construction *construction, Group group);

/* From the first tag at or behind a span's start to the last that ends within it. */
typedef struct TagRun {
    uint32_t first;
    uint32_t end;
} TagRun;

TagRun span_tags(const Tags *tags, Span span);

/* The party tag right behind a person; NULL: none. */
const PartyTag *party_behind(const Extractor *extractor, const Tag *person);

/* --- office.c --- */

/* Each adds to a claim what a tag says, and the tag's span. */
void set_person(View text, const Tag *person, Claim *claim);
void set_place(const Tag *place, Claim *claim); /* NULL: not said */
void set_title(const Extractor *extractor, const Tag *title, Claim *claim);

/* What is said of a person: which title, of which place (NULL: not said). */
Claim *add_claim(Extractor *extractor, const Construction *construction, Tag *title,
                 const Tag *person, const Tag *place);

/* Whether the words can as well name no officeholder at all. */
bool is_idle(const Extractor *extractor, const Tag *title, const Claim *claim);

/* Of whom a title behind a name is, where another, perhaps named before, is spoken of by way of the
 * one named: "Y, the brother of X, the president," is either, "the brother of X is president" the
 * other. */
typedef enum Relation { RELATION_NONE, RELATION_EITHER, RELATION_OTHER } Relation;
Relation relation_of(const Extractor *extractor, const Tag *person, const Tag *title,
                     const Tag **other);

/* Remembers that the article has spoken of a place. */
void speak_of(Extractor *extractor, uint32_t place);

/* --- dateline.c --- */

/* How many tags of a block's first sentence are its dateline: "BERLIN (Reuters) - "; 0: none. */
uint32_t dateline_tags(const Extractor *extractor);

/* --- speaker.c --- */

/* Remembers who speaks at each quotation mark of the sentence at hand. */
void note_speakers(Extractor *extractor);

/* Says of each claim from `from` on that is quoted who speaks, as far as the block's sentences say
 * so; and forgets them. */
void set_speakers(Extractor *extractor, uint32_t from);

/* --- leader.c --- */

enum { LEADER_TERMS = 8 /* of all who may be meant: beyond them the name says nothing */ };

/* When a leader, or whoever else goes by the name, held offices of one seat; false where the book
 * does not know, or too many may be meant. */
bool find_terms(const Extractor *extractor, const Tag *leader, DateList *out);

/* Adds when those led of whose years the sentence at hand tells ("under Obama", "the Bush era"). */
void add_reigns(const Extractor *extractor, DateList *times);

/* --- anchor.c --- */

/* What says of when a claim of the sentence at hand is told: CLAIM_ANCHORED, with CLAIM_PRESENT or
 * CLAIM_CARRIED or without, CLAIM_OPENS, CLAIM_PAST or 0. */
uint32_t find_anchor(const Extractor *extractor, const Claim *claim);

/* Whether it calls somebody former in the present, and no date of its own sentence says of when. */
bool is_former_today(const Extractor *extractor, const Claim *claim);

/* --- suppose.c --- */

/* Whether it is told of what may come: CLAIM_SUPPOSED, CLAIM_WOULD or 0. */
uint32_t find_supposed(const Extractor *extractor, const Claim *claim);

/* --- what becomes of a match, by the kind of its construction --- */

void claim_named(Extractor *extractor, const Construction *construction);       /* office.c */
void claim_list(Extractor *extractor, const Construction *construction);        /* list.c */
void claim_counterpart(Extractor *extractor, const Construction *construction); /* antecedent.c */
void claim_nominal(Extractor *extractor, const Construction *construction);     /* likewise */

#endif
