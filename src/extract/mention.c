/* From tokens to tags. One pass over the sentence; at each token the longest phrase of the book's
 * names or the grammar's words wins; what is left is capitalised runs, marks and plain words.
 * Tests: tests/unit/extract/mention.c. */
#include "extract/mention.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "extract/lookup.h"

/* The sentence at hand. */
typedef struct Tagger {
    Arena *arena;
    const Grammar *grammar;
    const Book *book;
    const Tokens *tokens;
    uint32_t first;
    uint32_t end;
    bool title_case;
    Cast *cast;
    Tags *tags;
} Tagger;

/* What the book and the grammar say of the tokens from one on. */
typedef struct Look {
    LexiconHit name; /* the longest name or title; token_count 0: none */
    LexiconHit word; /* the longest word of the grammar */
} Look;

Tags tags_new(Arena *arena)
{
    /* Not zeroed: few sentences use more than a corner of it. */
    return (Tags){.items = arena_room(arena, sizeof(Tag) * (LIMIT_TAGS + 1), _Alignof(Tag)),
                  .letters = arena_room(arena, LIMIT_TAGS, 1)};
}

static bool has_flag(const Tagger *tagger, uint32_t token, uint8_t flag)
{
    return tagger->tokens->items[token].flags & flag;
}

static bool is_word(const Tagger *tagger, uint32_t token)
{
    return token < tagger->end && tagger->tokens->items[token].kind == TOKEN_WORD;
}

static bool is_capital(const Tagger *tagger, uint32_t token)
{
    return is_word(tagger, token) && has_flag(tagger, token, TOKEN_CAPITAL);
}

/* A single letter, with or without its full stop: "J." */
static bool is_initial(const Tagger *tagger, uint32_t token)
{
    if (!is_capital(tagger, token))
        return false;
    uint32_t len = tagger->tokens->items[token].span.len;
    return len == 1 || (len == 2 && has_flag(tagger, token, TOKEN_STOP));
}

/* The longest phrase from `at` on that has an entry which fits the text's capitals. */
static LexiconHit longest(const Tagger *tagger, const Lexicon *lexicon, uint32_t at)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    if (!lexicon_may_start(lexicon, &tagger->tokens->items[at]))
        return (LexiconHit){0};
    uint32_t count = lexicon_find(lexicon, tagger->tokens, at, tagger->end, hits);
    for (uint32_t i = 0; i < count; i++) {
        LexiconEntries entries = lexicon_entries(lexicon, hits[i].node);
        for (uint32_t e = 0; e < entries.count; e++)
            if (lexicon_entry_fits(&entries.items[e], tagger->tokens, at, hits[i].token_count))
                return hits[i];
    }
    return (LexiconHit){0};
}

static const LexiconEntry *find_name(const Tagger *tagger, LexiconHit hit, uint32_t at,
                                     NameKind kind)
{
    return lookup_entry(&tagger->book->names, tagger->tokens, hit, at, (uint8_t)kind);
}

static const LexiconEntry *find_word(const Tagger *tagger, LexiconHit hit, uint32_t at,
                                     WordKind kind)
{
    return lookup_entry(&tagger->grammar->words, tagger->tokens, hit, at, (uint8_t)kind);
}

/* The ids that a phrase has under a kind, each once, in the order of the book. */
static IndexList name_ids(const Tagger *tagger, LexiconHit hit, uint32_t at, NameKind kind)
{
    LexiconEntries entries = lexicon_entries(&tagger->book->names, hit.node);
    uint32_t *ids = arena_new(tagger->arena, uint32_t, entries.count);
    uint32_t count = 0;
    for (uint32_t e = 0; e < entries.count; e++) {
        const LexiconEntry *entry = &entries.items[e];
        if (entry->kind == kind && lexicon_entry_fits(entry, tagger->tokens, at, hit.token_count))
            ids[count++] = entry->id;
    }
    return (IndexList){ids, count, entries.count};
}

static Tag *add_tag(Tagger *tagger, char letter, uint32_t first, uint32_t count)
{
    Tags *tags = tagger->tags;
    if (tags->count == LIMIT_TAGS)
        return &tags->items[LIMIT_TAGS]; /* a place to write to that nobody reads */
    const Token *from = &tagger->tokens->items[first];
    const Token *to = &tagger->tokens->items[first + count - 1];
    Tag *tag = &tags->items[tags->count];
    tags->letters[tags->count++] = letter;
    *tag = (Tag){.span = {from->span.off, span_end(to->span) - from->span.off},
                 .first = first,
                 .count = count};
    if (from->flags & TOKEN_CAPITAL)
        tag->flags |= TAG_CAPITAL;
    if (from->flags & TOKEN_QUOTED)
        tag->flags |= TAG_QUOTED;
    return tag;
}

static void cast_person(Tagger *tagger, uint32_t person)
{
    if (!index_list_has(tagger->cast->people, person))
        *arena_push(tagger->arena, &tagger->cast->people) = person;
}

static void cast_stranger(Tagger *tagger, uint32_t last_token)
{
    *arena_push(tagger->arena, &tagger->cast->strangers) = tagger->tokens->items[last_token].hash;
}

static bool is_stranger(const Tagger *tagger, uint32_t token)
{
    for (uint32_t i = 0; i < tagger->cast->strangers.count; i++)
        if (tagger->cast->strangers.items[i] == tagger->tokens->items[token].hash)
            return true;
    return false;
}

/* --- names --- */

static Look look_at(const Tagger *tagger, uint32_t at)
{
    return (Look){.name = longest(tagger, &tagger->book->names, at),
                  .word = longest(tagger, &tagger->grammar->words, at)};
}

static bool is_suffix(const Tagger *tagger, uint32_t at)
{
    return is_word(tagger, at) &&
           find_word(tagger, longest(tagger, &tagger->grammar->words, at), at, WORD_SUFFIX);
}

/* Whether a capitalised word goes on with a name: nothing that the book or the grammar knows as
 * something else begins there. */
static bool goes_on(const Tagger *tagger, uint32_t at)
{
    if (!is_capital(tagger, at))
        return false;
    if (has_flag(tagger, at, TOKEN_JOINED))
        return true;
    Look look = look_at(tagger, at);
    if (find_name(tagger, look.name, at, NAME_TITLE) ||
        find_name(tagger, look.name, at, NAME_PERSON) ||
        find_name(tagger, look.name, at, NAME_DEMONYM))
        return false;
    return !look.word.token_count || find_word(tagger, look.word, at, WORD_BODY) ||
           find_word(tagger, look.word, at, WORD_SUFFIX);
}

/* The end of a capitalised run that begins at `at`: capitals, initials, joined parts, and small
 * words of surnames between capitals ("Ursula von der Leyen"). */
static uint32_t run_end(const Tagger *tagger, uint32_t at)
{
    uint32_t end = at + 1;
    for (;;) {
        while (is_word(tagger, end) && has_flag(tagger, end, TOKEN_JOINED))
            end++;
        if (tagger->title_case)
            return end;
        uint32_t next = end;
        while (
            is_word(tagger, next) && !has_flag(tagger, next, TOKEN_CAPITAL) &&
            find_word(tagger, longest(tagger, &tagger->grammar->words, next), next, WORD_PARTICLE))
            next++;
        if (!goes_on(tagger, next) && !(next == end && is_initial(tagger, next)))
            return end;
        end = next + 1;
    }
}

static bool is_body(const Tagger *tagger, uint32_t at)
{
    return is_capital(tagger, at) &&
           find_word(tagger, longest(tagger, &tagger->grammar->words, at), at, WORD_BODY);
}

static bool run_is_body(const Tagger *tagger, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (is_body(tagger, i))
            return true;
    /* An acronym: "FBI". */
    const Token *token = &tagger->tokens->items[first];
    return end == first + 1 && token->flags & TOKEN_UPPER && token->span.len <= 5;
}

/* People of the cast who bear a surname; with none of them, all of the book who do. */
static IndexList bearers(const Tagger *tagger, LexiconHit hit, uint32_t at, bool *introduced)
{
    IndexList all = name_ids(tagger, hit, at, NAME_SURNAME);
    uint32_t *known = arena_new(tagger->arena, uint32_t, all.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all.count; i++)
        if (index_list_has(tagger->cast->people, all.items[i]))
            known[count++] = all.items[i];
    *introduced = count > 0;
    return count ? (IndexList){known, count, all.count} : all;
}

/* A surname that stands alone. */
static void tag_surname(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    bool introduced;
    IndexList people = bearers(tagger, hit, at, &introduced);
    Tag *tag = add_tag(tagger, introduced ? 'P' : 'N', at, hit.token_count);
    tag->ids = people;
    tag->flags |= TAG_SURNAME;
    if (!introduced)
        tag->flags |= TAG_NEW;
    if (is_stranger(tagger, at + hit.token_count - 1))
        tag->flags |= TAG_NAMESAKE;
    for (uint32_t i = 0; !introduced && i < people.count && people.count <= LIMIT_READINGS; i++)
        if (!index_list_has(tagger->cast->maybe, people.items[i]))
            *arena_push(tagger->arena, &tagger->cast->maybe) = people.items[i];
}

static uint32_t tag_person(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    Tag *tag = add_tag(tagger, 'P', at, hit.token_count);
    tag->ids = name_ids(tagger, hit, at, NAME_PERSON);
    for (uint32_t i = 0; i < tag->ids.count; i++)
        cast_person(tagger, tag->ids.items[i]);
    const LexiconEntry *entry = find_name(tagger, hit, at, NAME_PERSON);
    if (entry->flags & NAME_LACKS_SUFFIX)
        tag->flags |= TAG_NAMESAKE; /* "Robert F. Kennedy" may be the father */
    if (hit.token_count == 1)
        tag->flags |= TAG_SURNAME | TAG_NEW; /* "Francis" is many people's name */
    uint32_t next = at + hit.token_count;
    if (!is_suffix(tagger, next))
        return next;
    tag->span.len = span_end(tagger->tokens->items[next].span) - tag->span.off;
    tag->count++;
    tag->flags |= TAG_NAMESAKE; /* "Donald Trump Jr." is not Donald Trump, "Joe Biden Jr." is */
    return next + 1;
}

/* A sentence's, quotation's or bracket's first word is a capital whatever it is. */
static bool is_fresh(const Tagger *tagger, uint32_t at)
{
    if (at == tagger->first || tagger->title_case)
        return true;
    const Token *before = &tagger->tokens->items[at - 1];
    return before->kind == TOKEN_MARK && !token_is(tagger->tokens, at - 1, ",");
}

static uint32_t tag_run(Tagger *tagger, uint32_t at)
{
    uint32_t end = run_end(tagger, at);
    if (run_is_body(tagger, at, end)) {
        add_tag(tagger, 'G', at, end - at);
        return end;
    }
    bool lone = end == at + 1;
    Tag *tag = add_tag(tagger, lone && is_fresh(tagger, at) ? 'c' : 'N', at, end - at);
    if (lone)
        tag->flags |= TAG_SURNAME | TAG_UNSURE;
    else
        cast_stranger(tagger, end - 1);
    if (tagger->title_case || is_fresh(tagger, at))
        tag->flags |= TAG_UNSURE;
    return end;
}

/* --- titles and places --- */

/* The offices of all titles that a phrase is, each once, the strict apart from the loose. */
static void title_offices(Tagger *tagger, LexiconHit hit, uint32_t at, Tag *tag, bool *plural)
{
    const Book *book = tagger->book;
    IndexList titles = name_ids(tagger, hit, at, NAME_TITLE);
    IndexList strict = {0}, loose = {0};
    tag->flags |= TAG_LOOSE;
    *plural = false;
    for (uint32_t i = 0; i < titles.count; i++) {
        const Title *title = title_at(book, titles.items[i]);
        IndexList *offices = title->flags & TITLE_LOOSE ? &loose : &strict;
        if (!(title->flags & TITLE_LOOSE))
            tag->flags &= ~(uint32_t)TAG_LOOSE;
        if (title->flags & TITLE_COURTESY)
            tag->flags |= TAG_COURTESY;
        *plural |= title->flags & TITLE_PLURAL;
        IndexList before = *offices;
        for (uint32_t o = 0; o < title->offices.count; o++) {
            uint32_t office = book->title_offices[title->offices.first + o];
            if (!index_list_has(before, office))
                *arena_push(tagger->arena, offices) = office;
        }
    }
    tag->ids = strict;
    tag->loose = loose;
}

static bool title_is_short(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const LexiconEntry *entry = find_name(tagger, hit, at, NAME_TITLE);
    return title_at(tagger->book, entry->id)->flags & TITLE_SHORT;
}

/* "then-President" is a title, "statement-of-president-trump" in an address is none. */
static bool hangs_on_word(const Tagger *tagger, uint32_t at)
{
    const Tags *tags = tagger->tags;
    return has_flag(tagger, at, TOKEN_JOINED) && tags->count &&
           !strchr("SR", tags->letters[tags->count - 1]);
}

/* "to press Secretary Hagel": a small first word before a capital title is no part of it. */
static bool begins_small(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    uint32_t last = at + hit.token_count - 1;
    return hit.token_count > 1 && has_flag(tagger, at, TOKEN_LOWER) &&
           has_flag(tagger, last, TOKEN_CAPITAL) &&
           find_name(tagger, longest(tagger, &tagger->book->names, last), last, NAME_TITLE);
}

/* "Justice Department", "President House": the title is part of a body's name. */
static bool names_body(const Tagger *tagger, LexiconHit hit, uint32_t at)
{
    uint32_t next = at + hit.token_count;
    return has_flag(tagger, at, TOKEN_CAPITAL) && is_body(tagger, next) &&
           !find_name(tagger, longest(tagger, &tagger->book->names, next), next, NAME_SURNAME);
}

static void tag_title(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    Tags *tags = tagger->tags;
    Tag *tag = add_tag(tagger, 'O', at, hit.token_count);
    bool plural;
    title_offices(tagger, hit, at, tag, &plural);
    if (plural && tags->count)
        tags->letters[tags->count - 1] = 'M';
    tags->has_title = true;
    if (tags->count < 2 || tags->letters[tags->count - 2] != 'R')
        return;
    /* "deputy" + "foreign minister": one title, another office. */
    Tag *rank = &tags->items[tags->count - 2];
    rank->span = span_join(rank->span, tag->span);
    rank->count += tag->count;
    rank->flags |= TAG_RANKED | (tag->flags & TAG_QUOTED);
    tags->letters[tags->count - 2] = tags->letters[tags->count - 1];
    tags->count--;
}

/* "U.S." is an adjective before a title, a name elsewhere. */
static bool title_follows(const Tagger *tagger, uint32_t at)
{
    if (!is_word(tagger, at))
        return false;
    Look look = look_at(tagger, at);
    return find_name(tagger, look.name, at, NAME_TITLE) ||
           find_word(tagger, look.word, at, WORD_STATUS);
}

static bool tag_place(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    static const struct {
        NameKind kind;
        char letter;
    } kinds[] = {{NAME_DEMONYM, 'A'}, {NAME_PLACE, 'L'}, {NAME_METONYM, 'L'}};
    bool both = find_name(tagger, hit, at, NAME_DEMONYM) && find_name(tagger, hit, at, NAME_PLACE);
    bool name_only = both && !title_follows(tagger, at + hit.token_count);
    for (size_t k = name_only; k < sizeof kinds / sizeof *kinds; k++) {
        if (!find_name(tagger, hit, at, kinds[k].kind))
            continue;
        Tag *tag = add_tag(tagger, kinds[k].letter, at, hit.token_count);
        tag->ids = name_ids(tagger, hit, at, kinds[k].kind);
        return true;
    }
    return false;
}

/* Whether the capitalised word after a full name makes it another name: "Michael Ellis Johnson". */
static bool name_goes_on(const Tagger *tagger, uint32_t next)
{
    return !tagger->title_case && goes_on(tagger, next) && !is_suffix(tagger, next) &&
           !is_body(tagger, next);
}

/* --- one token --- */

/* Tags what the book knows at `at`; 0 where it knows nothing that counts. */
static uint32_t tag_known(Tagger *tagger, Look look, uint32_t at)
{
    LexiconHit hit = look.name;
    if (!hit.token_count || hit.token_count < look.word.token_count)
        return 0;
    uint32_t next = at + hit.token_count;
    if (find_name(tagger, hit, at, NAME_PERSON) && !name_goes_on(tagger, next))
        return tag_person(tagger, hit, at) - at;
    if (find_name(tagger, hit, at, NAME_TITLE) &&
        (has_flag(tagger, at, TOKEN_CAPITAL) || !title_is_short(tagger, hit, at)) &&
        !names_body(tagger, hit, at) && !begins_small(tagger, hit, at) &&
        !hangs_on_word(tagger, at)) {
        tag_title(tagger, hit, at);
        return hit.token_count;
    }
    bool surname = find_name(tagger, hit, at, NAME_SURNAME);
    if (surname && run_end(tagger, at) == next) {
        /* "Paris", "Jordan": a place unless somebody of that name was introduced. */
        bool introduced = false;
        bearers(tagger, hit, at, &introduced);
        if (introduced || !tag_place(tagger, hit, at))
            tag_surname(tagger, hit, at);
        return hit.token_count;
    }
    return tag_place(tagger, hit, at) ? hit.token_count : 0;
}

/* Whether a telling word that is written with a capital inside a sentence still is that word:
 * "the Former President", but not "Will Smith". */
static bool word_counts(const Tagger *tagger, uint32_t at, char letter)
{
    if (!is_capital(tagger, at) || is_fresh(tagger, at))
        return true;
    return strchr("mSREHX", letter) || !goes_on(tagger, at + 1);
}

static uint32_t tag_word(Tagger *tagger, LexiconHit hit, uint32_t at)
{
    const LexiconEntry *entry = find_word(tagger, hit, at, WORD_STATUS);
    if (entry) {
        const StatusWord *status = &tagger->grammar->statuses[entry->id];
        add_tag(tagger, status->letter, at, hit.token_count)->status = entry->id;
        return hit.token_count;
    }
    entry = find_word(tagger, hit, at, WORD_LETTER);
    if (entry && word_counts(tagger, at, (char)entry->id)) {
        add_tag(tagger, (char)entry->id, at, hit.token_count);
        tagger->tags->has_title |= entry->id == 'H';
        return hit.token_count;
    }
    /* "Republican Senator", not "Republican Party". */
    if (is_capital(tagger, at) && find_word(tagger, hit, at, WORD_PARTISAN) &&
        !is_body(tagger, at + hit.token_count)) {
        add_tag(tagger, 'Y', at, hit.token_count);
        return hit.token_count;
    }
    if (find_word(tagger, hit, at, WORD_MONTH) || find_word(tagger, hit, at, WORD_DAY)) {
        add_tag(tagger, 'D', at, hit.token_count);
        return hit.token_count;
    }
    return 0;
}

static char mark_letter(const Tagger *tagger, uint32_t at)
{
    View text = token_text(tagger->tokens, at);
    if (text.len == 1 && strchr(",;:()-&", text.at[0]))
        return text.at[0];
    static const char *const dashes[] = {"–", "—"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (view_equal(text, view_of(dashes[i])))
            return '-';
    static const char *const quotes[] = {"\"", "“", "”", "„", "«", "»"};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        if (view_equal(text, view_of(quotes[i])))
            return '"';
    return '.';
}

static bool is_ordinal(const Tagger *tagger, uint32_t at)
{
    View text = token_text(tagger->tokens, at);
    return view_ends(text, VIEW("st")) || view_ends(text, VIEW("nd")) ||
           view_ends(text, VIEW("rd")) || view_ends(text, VIEW("th"));
}

/* "(R-Ohio)", ", D-Ore." behind a name; the next token, `at` where there is none. */
static uint32_t tag_party(Tagger *tagger, uint32_t at)
{
    const Tags *tags = tagger->tags;
    PartyTag party;
    if (!tags->count || !strchr("PN", tags->letters[tags->count - 1]) ||
        !party_read(tagger->arena, tagger->grammar, tagger->book, tagger->tokens, at, tagger->end,
                    &party))
        return at;
    PartyTag *kept = arena_new(tagger->arena, PartyTag, 1);
    *kept = party;
    add_tag(tagger, 'T', at, party.count)->party = kept;
    return at + party.count;
}

/* Tags what stands at `at`, and gives the next token. */
static uint32_t tag_next(Tagger *tagger, uint32_t at)
{
    uint32_t after = tag_party(tagger, at);
    if (after > at)
        return after;
    switch ((TokenKind)tagger->tokens->items[at].kind) {
    case TOKEN_MARK:
        add_tag(tagger, mark_letter(tagger, at), at, 1);
        return at + 1;
    case TOKEN_POSSESSIVE:
        add_tag(tagger, '\'', at, 1);
        return at + 1;
    case TOKEN_NUMBER:
        add_tag(tagger, is_ordinal(tagger, at) ? 'r' : 'D', at, 1);
        return at + 1;
    case TOKEN_WORD:
        break;
    }
    Look look = look_at(tagger, at);
    uint32_t taken = tag_known(tagger, look, at);
    /* "House" is a body, "house" a word. */
    if (!taken && has_flag(tagger, at, TOKEN_CAPITAL) &&
        find_word(tagger, look.word, at, WORD_BODY))
        return tag_run(tagger, at);
    if (!taken && look.word.token_count)
        taken = tag_word(tagger, look.word, at);
    if (taken)
        return at + taken;
    if (has_flag(tagger, at, TOKEN_CAPITAL))
        return tag_run(tagger, at);
    add_tag(tagger, 'w', at, 1);
    return at + 1;
}

void tag_sentence(Arena *arena, const Grammar *grammar, const Book *book, const Tokens *tokens,
                  const Sentence *sentence, bool title_case, Cast *cast, Tags *tags)
{
    Tagger tagger = {.arena = arena,
                     .grammar = grammar,
                     .book = book,
                     .tokens = tokens,
                     .first = sentence->first,
                     .end = sentence->first + sentence->count,
                     .title_case = title_case,
                     .cast = cast,
                     .tags = tags};
    tags->count = 0;
    tags->has_title = false;
    for (uint32_t at = tagger.first; at < tagger.end && tags->count < LIMIT_TAGS;)
        at = tag_next(&tagger, at);
}
