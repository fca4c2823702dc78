/* Mentions: a sentence as a row of tags, one for each name, title, telling word or mark.
 *
 * In: a sentence's tokens, the book's names, the grammar's words, and the cast: who was named so
 * far in this article. Out: tags and their letters, in one buffer that the next sentence reuses.
 * Most sentences make no claim, and are read by their letters alone: the tags of plain words and
 * marks are written out when somebody asks for them.
 */
#ifndef STET_EXTRACT_MENTION_H
#define STET_EXTRACT_MENTION_H

#include "extract/cast.h"
#include "extract/party.h"
#include "extract/sight.h"

enum {
    TAG_CAPITAL = TOKEN_CAPITAL, /* its first letter is a capital */
    TAG_NAMESAKE = 1 << 1,       /* may be another person than those listed */
    TAG_RANKED = 1 << 2,         /* a title with a rank word that makes another office of it */
    TAG_LOOSE = 1 << 3,          /* a title that no reading takes strictly */
    TAG_QUOTED = TOKEN_QUOTED,
    TAG_SURNAME = 1 << 5,  /* a name of one word, or a surname alone */
    TAG_COURTESY = 1 << 6, /* a title that is kept for life where the country does so */
    TAG_USED = 1 << 7,     /* a title that a claim has taken */
    TAG_UNSURE = 1 << 8,   /* capitalised words that are perhaps no name */
    TAG_NEW = 1 << 9,      /* a surname of nobody who was named in full before */
    TAG_OPEN = 1 << 10 /* a title of words that nobody here knows together: no office of the book */
};

typedef struct Tag {
    Span span;      /* of the text */
    uint32_t first; /* token */
    uint32_t count; /* tokens; 0: not written out, and nothing but `first` is known */
    uint32_t flags;
    uint32_t status;       /* of the grammar's status words, for S and E; of its parties, for Y */
    IndexList ids;         /* P, N: people; O, M: offices; L, A: places */
    IndexList loose;       /* O, M: offices that go by the title in loose speech only */
    IndexList bearers;     /* P: of a surname, all of the book who bear it */
    const PartyTag *party; /* T */
} Tag;

/* The offices that a title's tag can mean: those that go by it, else those that do in loose speech
 * only. */
static inline const IndexList *tag_offices(const Tag *title)
{
    return title->ids.count ? &title->ids : &title->loose;
}

typedef struct Tags {
    Tag *items;    /* LIMIT_TAGS of them */
    char *letters; /* one a tag: the subject of the constructions */
    uint32_t count;
    bool mentions; /* some are (letter_is_mention) */
    bool written;  /* all are written out */
    Sights sights;
} Tags;

/* Whether the tag at `at`, where there is one, has one of these letters. */
static inline bool tag_is_one_of(const Tags *tags, uint32_t at, const char *letters)
{
    return at < tags->count && letter_in(tags->letters[at], letters);
}

/* Whether the newest tag, where there is one, has one of these letters. */
static inline bool tags_end_in(const Tags *tags, const char *letters)
{
    return tags->count && letter_in(tags->letters[tags->count - 1], letters);
}

Tags tags_new(Arena *arena, const Grammar *grammar, const Book *book);

/* Tags a sentence and adds whom it names to the cast. Beyond LIMIT_TAGS the rest of the sentence is
 * passed over. `title_case`: capitals tell nothing (headings). */
void tag_sentence(Arena *arena, const Grammar *grammar, const Book *book, const Tokens *tokens,
                  const Sentence *sentence, bool title_case, Cast *cast, Tags *tags);

/* Writes out all tags of the sentence, or one. */
void tags_write_out(Tags *tags);
void tag_write_out(Tags *tags, uint32_t index);

#endif
