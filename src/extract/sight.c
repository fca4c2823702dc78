/* Sights. Tests: tests/unit/extract/sight.c. */
#include "extract/sight.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "extract/grammar.h"

enum {
    KINDS_MOST = 32,
    SEEN_MOST = 30000, /* words kept: ten megabytes of news have no more; then it begins anew */
    SEEN_PLACES = 1 << 16,
    CASE_FLAGS = TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_JOINED
};

static_assert(NAME_CODE < 8, "kinds of names are bits of a byte");
static_assert(WORD_PARTISAN < 32,
              "kinds of words are bits of a word, the first of them for numbers");

/* A word in one case, and what is seen where no phrase goes on behind it. */
typedef struct SeenWord {
    uint64_t key; /* word_key */
    Sight sight;
    uint64_t name_followers; /* lexicon_followers */
    uint64_t word_followers;
    uint32_t name; /* the node; 0: no phrase begins with it */
    uint32_t word;
} SeenWord;

static_assert(sizeof(SeenWord) == 64, "a look at a word is one at a line of the cache");

struct SeenWords {
    SeenWord *items; /* SEEN_MOST: sights point there, so that none is moved; the first is spare */
    uint32_t count;
    uint16_t places[SEEN_PLACES]; /* of words by their hashes; 0: none */
};

/* What a lexicon says of the phrases at a token. */
typedef struct Glance {
    LexiconHit longest;
    uint32_t longest_kinds;
    uint32_t kinds;
} Glance;

Sights sights_new(Arena *arena, const Lexicon *names, const Lexicon *words)
{
    struct SeenWords *seen = arena_new(arena, struct SeenWords, 1);
    seen->items = arena_room(arena, SEEN_MOST * sizeof(SeenWord), _Alignof(SeenWord));
    seen->count = 1;
    return (Sights){.arena = arena, .names = names, .words = words, .seen = seen};
}

/* The kinds of the entries of a hit that fit. */
static uint32_t kinds_of(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, LexiconHit hit)
{
    uint32_t kinds = 0;
    LexiconFit fit = {0};
    LexiconEntries entries = lexicon_entries(lexicon, hit.node);
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        uint32_t bit = entry->kind < KINDS_MOST ? 1u << entry->kind : 0; /* else altered */
        if (!(kinds & bit) && lexicon_next_fits(&fit, entry, tokens, at, hit.token_count))
            kinds |= bit;
    }
    return kinds;
}

static Glance glance_of(const Lexicon *lexicon, const Tokens *tokens, uint32_t at,
                        const LexiconHit *hits, uint32_t count)
{
    Glance glance = {.kinds = 0};
    for (uint32_t i = 0; i < count; i++) {
        uint32_t kinds = kinds_of(lexicon, tokens, at, hits[i]);
        if (kinds && !glance.kinds) {
            glance.longest = hits[i];
            glance.longest_kinds = kinds;
        }
        glance.kinds |= kinds;
    }
    return glance;
}

static void set_name(Sight *sight, Glance glance)
{
    sight->name = glance.longest;
    sight->longest_name_kinds = (uint8_t)glance.longest_kinds;
    sight->name_kinds = (uint8_t)glance.kinds;
}

static void set_word(Sight *sight, Glance glance)
{
    sight->word = glance.longest;
    sight->longest_word_kinds = glance.longest_kinds;
    sight->word_kinds = glance.kinds;
}

static char mark_letter(View text)
{
    size_t width;
    int32_t code = utf8_decode(text, 0, &width);
    switch (code) {
    case ',':
    case ';':
    case ':':
    case '(':
    case ')':
    case '-':
    case '&':
        return (char)code;
    case 0x2013: /* – */
    case 0x2014: /* — */
        return '-';
    case '"':
    case 0xAB:   /* « */
    case 0xBB:   /* » */
    case 0x201C: /* “ */
    case 0x201D: /* ” */
    case 0x201E: /* „ */
        return '"';
    default:
        return '.';
    }
}

/* "46th" */
static char number_letter(View text)
{
    bool ordinal = view_ends(text, VIEW("st")) || view_ends(text, VIEW("nd")) ||
                   view_ends(text, VIEW("rd")) || view_ends(text, VIEW("th"));
    return ordinal ? 'r' : 'D';
}

/* A word in small letters that neither begins a name or title nor tells of one has its letter
 * whatever stands around it: that of the words of which most sentences are made. */
static void set_word_letter(const Sights *sights, uint32_t at, Sight *sight)
{
    static const uint32_t idle = 1u << WORD_TODAY | 1u << WORD_PRESENT | 1u << WORD_SPEECH |
                                 1u << WORD_FICTION | 1u << WORD_REIGN | 1u << WORD_CONDITION |
                                 1u << WORD_WINNING | 1u << WORD_MODAL | 1u << WORD_PROSPECT;
    uint32_t kinds = sight->word_kinds & ~idle;
    if (sights->tokens->items[at].flags & TOKEN_CAPITAL || sight->name_kinds ||
        kinds & ~(1u << WORD_LETTER))
        return;
    sight->letter = 'w';
    if (!kinds)
        return;
    LexiconHit hit = sight->word;
    if (!(sight->longest_word_kinds >> WORD_LETTER & 1))
        hit = lookup_longest(sights->words, sights->tokens, at, sights->end, WORD_LETTER);
    char letter = (char)lookup_entry(sights->words, sights->tokens, hit, at, WORD_LETTER)->id;
    sight->letter = letter_is_mention(letter) ? 0 : letter;
    sight->tokens = (uint8_t)hit.token_count;
}

static void set_letter(const Sights *sights, uint32_t at, Sight *sight)
{
    sight->letter = 0;
    sight->tokens = 1;
    switch ((TokenKind)sights->tokens->items[at].kind) {
    case TOKEN_WORD:
        set_word_letter(sights, at, sight);
        break;
    case TOKEN_NUMBER:
        sight->word_kinds |= SIGHT_NUMBER;
        sight->letter = number_letter(token_text(sights->tokens, at));
        break;
    case TOKEN_POSSESSIVE:
        sight->letter = '\'';
        break;
    case TOKEN_MARK:
        sight->letter = mark_letter(token_text(sights->tokens, at));
        break;
    }
}

static Glance learn_start(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t *node,
                          uint64_t *followers)
{
    *node = lexicon_first(lexicon, &tokens->items[at]);
    *followers = *node ? lexicon_followers(lexicon, *node) : 0;
    LexiconHit alone = {1, *node};
    return glance_of(lexicon, tokens, at, &alone, *node != 0);
}

static void learn(const Sights *sights, uint32_t at, uint64_t key, SeenWord *out)
{
    const Tokens *tokens = sights->tokens;
    const Token *token = &tokens->items[at];
    *out = (SeenWord){.key = key};
    if (lexicon_may_start(sights->names, token))
        set_name(&out->sight,
                 learn_start(sights->names, tokens, at, &out->name, &out->name_followers));
    if (lexicon_may_start(sights->words, token))
        set_word(&out->sight,
                 learn_start(sights->words, tokens, at, &out->word, &out->word_followers));
    set_letter(sights, at, &out->sight);
}

/* The word and its case in one number. */
static inline uint64_t word_key(const Token *token)
{
    return token->hash ^ (uint64_t)(token->flags & CASE_FLAGS) << 56;
}

static void forget(struct SeenWords *seen)
{
    memset(seen->places, 0, sizeof seen->places);
    seen->count = 1;
}

/* A word that is new; where there is room for no more it is the spare one. */
static __attribute__((noinline)) const SeenWord *learn_word(const Sights *sights, uint32_t at,
                                                            uint64_t key, size_t place)
{
    struct SeenWords *seen = sights->seen;
    uint32_t index = seen->count < SEEN_MOST ? seen->count++ : 0;
    seen->places[place] = (uint16_t)index;
    learn(sights, at, key, &seen->items[index]);
    return &seen->items[index];
}

/* All that is known of a sentence's words is more than a near cache holds: it is sent for before
 * the first of them is looked at. */
static void send_for(const struct SeenWords *seen, const Token *token, const Token *end)
{
    for (; token < end; token++)
        __builtin_prefetch(&seen->items[seen->places[token->hash % SEEN_PLACES]]);
}

static inline const SeenWord *seen_word(const Sights *sights, uint32_t at, const Token *token)
{
    const struct SeenWords *seen = sights->seen;
    uint64_t key = word_key(token);
    size_t place = token->hash % SEEN_PLACES;
    for (; seen->places[place]; place = (place + 1) % SEEN_PLACES)
        if (seen->items[seen->places[place]].key == key)
            return &seen->items[seen->places[place]];
    return learn_word(sights, at, key, place);
}

/* The phrases that go on behind a word, the longest first; 0: none goes on. */
static uint32_t follow(const Sights *sights, const Lexicon *lexicon, uint32_t node,
                       uint64_t followers, uint32_t at, LexiconHit *hits)
{
    if (!lexicon_may_follow(followers, &sights->tokens->items[at + 1]))
        return 0;
    uint32_t count = lexicon_find_from(lexicon, node, sights->tokens, at, sights->end, hits);
    return count && hits[0].token_count > 1 ? count : 0;
}

/* What is seen at a word behind which a phrase may go on. */
static const Sight *look_on(Sights *sights, const SeenWord *word, uint32_t at)
{
    LexiconHit names[LIMIT_NAME_TOKENS], words[LIMIT_NAME_TOKENS];
    const Tokens *tokens = sights->tokens;
    uint32_t name_count =
        follow(sights, sights->names, word->name, word->name_followers, at, names);
    uint32_t word_count =
        follow(sights, sights->words, word->word, word->word_followers, at, words);
    if (!name_count && !word_count)
        return &word->sight;
    Sight *own = &sights->own[sights->own_count++];
    *own = word->sight;
    if (name_count)
        set_name(own, glance_of(sights->names, tokens, at, names, name_count));
    if (word_count)
        set_word(own, glance_of(sights->words, tokens, at, words, word_count));
    set_letter(sights, at, own);
    return own;
}

static void make_room(Sights *sights, uint32_t count)
{
    if (count <= sights->capacity)
        return;
    sights->capacity = 2 * count;
    sights->items =
        arena_room(sights->arena, sizeof *sights->items * sights->capacity, _Alignof(Sight *));
    sights->own =
        arena_room(sights->arena, sizeof *sights->own * sights->capacity, _Alignof(Sight));
}

void sights_turn(Sights *sights, const Tokens *tokens, uint32_t first, uint32_t end)
{
    uint32_t name_kinds = 0, word_kinds = 0;
    make_room(sights, end - first);
    sights->tokens = tokens;
    sights->first = first;
    sights->end = end;
    sights->own_count = 0;
    if (sights->seen->count == SEEN_MOST)
        forget(sights->seen);
    const Sight *spare = &sights->seen->items[0].sight, **item = sights->items;
    const Token *token = &tokens->items[first];
    send_for(sights->seen, token, &tokens->items[end]);
    for (uint32_t at = first; at < end; at++, token++) {
        const SeenWord *word = seen_word(sights, at, token);
        const Sight *sight = &word->sight;
        uint64_t followers = word->name_followers | word->word_followers;
        if (followers && at + 1 < end && lexicon_may_follow(followers, token + 1))
            sight = look_on(sights, word, at);
        if (sight == spare) { /* gone with the next word */
            sights->own[sights->own_count] = *spare;
            sight = &sights->own[sights->own_count++];
        }
        *item++ = sight;
        name_kinds |= sight->name_kinds;
        word_kinds |= sight->word_kinds;
    }
    sights->name_kinds = name_kinds;
    sights->word_kinds = word_kinds;
}
