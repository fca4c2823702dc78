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
    SEEN_PAIRS = 1 << 12,
    CACHE_LINE = 64, /* bytes */
    CASE_FLAGS = TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_JOINED
};

static_assert(NAME_CODE < 8, "kinds of names are bits of a byte");
static_assert(WORD_PARTISAN < 32,
              "kinds of words are bits of a word, the first of them for numbers");

/* A word in one case, and what is seen where no phrase goes on behind it; or a word and the one
 * behind it, and what is seen at the first where none goes on behind both. */
typedef struct SeenWord {
    _Alignas(CACHE_LINE) uint64_t key; /* word_key or pair_key; 0: of none */
    Sight sight;
    uint64_t followers; /* lexicon_followers of both nodes */
    uint32_t name;      /* the node; 0: no phrase begins with it */
    uint32_t word;
} SeenWord;

static_assert(sizeof(SeenWord) == CACHE_LINE, "a look at a word is one at a line of the cache");

struct SeenWords {
    SeenWord *items; /* SEEN_MOST: sights point there, so that none is moved; the first is spare */
    uint32_t count;
    uint16_t places[SEEN_PLACES]; /* of words by place_of; 0: none */
    SeenWord *pairs;              /* SEEN_PAIRS, each where pair_key has it: the newest there */
};

/* What a lexicon says of the phrases at a token. */
typedef struct Glance {
    LexiconHit longest;
    uint32_t longest_kinds;
    uint32_t kinds;
} Glance;

/* Zeroed. */
static SeenWord *table_of(Arena *arena, size_t count)
{
    char *room = arena_table(arena, (count + 1) * sizeof(SeenWord));
    return (SeenWord *)(room + -(uintptr_t)room % sizeof(SeenWord));
}

Sights sights_new(Arena *arena, const Lexicon *names, const Lexicon *words)
{
    struct SeenWords *seen = arena_table(arena, sizeof *seen);
    seen->items = table_of(arena, SEEN_MOST);
    seen->count = 1;
    seen->pairs = table_of(arena, SEEN_PAIRS);
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
    sight->kinds = sight_words(sight->kinds) | (SightKinds)glance.kinds << SIGHT_NAMES;
}

static void set_word(Sight *sight, Glance glance)
{
    sight->word = glance.longest;
    sight->longest_word_kinds = glance.longest_kinds;
    sight->kinds = (sight->kinds >> SIGHT_NAMES) << SIGHT_NAMES | glance.kinds;
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

/* The letter of words like this one, and how many tokens have it; 0: that of titles or people. */
static unsigned char letter_of_word(const Sights *sights, uint32_t at, uint32_t end,
                                    const Sight *sight, uint8_t *tokens)
{
    if (!(sight->kinds >> WORD_LETTER & 1))
        return 'w';
    LexiconHit hit = sight->word;
    if (!(sight->longest_word_kinds >> WORD_LETTER & 1))
        hit = lookup_longest(sights->words, sights->tokens, at, end, WORD_LETTER);
    char letter = (char)lookup_entry(sights->words, sights->tokens, hit, at, WORD_LETTER)->id;
    *tokens = (uint8_t)hit.token_count;
    return letter_is_mention(letter) ? 0 : (unsigned char)letter;
}

/* A word in small letters that neither begins a name or title nor tells of one has its letter
 * whatever stands around it: that of the words of which most sentences are made. Where no title
 * begins, words of which titles are made are like them, and so is "The" or "He". */
static void set_word_letters(const Sights *sights, uint32_t at, uint32_t end, Sight *sight)
{
    static const SightKinds idle = 1u << WORD_TODAY | 1u << WORD_PRESENT | 1u << WORD_SPEECH |
                                   1u << WORD_FICTION | 1u << WORD_REIGN | 1u << WORD_CONDITION |
                                   1u << WORD_WINNING | 1u << WORD_MODAL | 1u << WORD_PROSPECT |
                                   1u << WORD_LETTER;
    static const SightKinds busy =
        1u << WORD_STATUS | 1u << WORD_MONTH | 1u << WORD_DAY | 1u << WORD_CHAMBER_HEAD;
    bool capital = sights->tokens->items[at].flags & TOKEN_CAPITAL;
    uint8_t tokens = 1;
    if (sight_names(sight->kinds) || sight->kinds & busy ||
        (capital && (sight->kinds & ~idle || !(sight->kinds >> WORD_LETTER & 1))))
        return;
    unsigned char letter = letter_of_word(sights, at, end, sight, &tokens);
    if (!capital) {
        sight->letters[SIGHT_UNTITLED] = letter;
        sight->letters[SIGHT_ALWAYS] = sight->kinds & ~idle ? 0 : letter;
        sight->tokens = tokens;
    } else if (letter && tokens == 1) {
        sight->letters[SIGHT_UNTITLED] = letter | SIGHT_BEFORE_SMALL;
    }
}

/* Of what is seen where phrases end before `end`. */
static void set_letters(const Sights *sights, uint32_t at, uint32_t end, Sight *sight)
{
    unsigned char letter = 0;
    sight->tokens = 1;
    sight->letters[SIGHT_ALWAYS] = sight->letters[SIGHT_UNTITLED] = 0;
    switch ((TokenKind)sights->tokens->items[at].kind) {
    case TOKEN_WORD:
        set_word_letters(sights, at, end, sight);
        return;
    case TOKEN_NUMBER:
        sight->kinds |= SIGHT_NUMBER;
        letter = (unsigned char)number_letter(token_text(sights->tokens, at));
        break;
    case TOKEN_POSSESSIVE:
        letter = '\'';
        break;
    case TOKEN_MARK:
        letter = (unsigned char)mark_letter(token_text(sights->tokens, at));
        break;
    }
    sight->letters[SIGHT_ALWAYS] = sight->letters[SIGHT_UNTITLED] = letter;
}

static Glance glance_at(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t node)
{
    LexiconHit alone = {1, node};
    return glance_of(lexicon, tokens, at, &alone, 1);
}

/* What is seen at a token where no phrase goes on behind it. Few words begin one. */
static void learn(const Sights *sights, uint32_t at, SeenWord *out)
{
    const Tokens *tokens = sights->tokens;
    const Lexicon *names = sights->names, *words = sights->words;
    *out = (SeenWord){.name = lexicon_first(names, &tokens->items[at]),
                      .word = lexicon_first(words, &tokens->items[at])};
    if (out->name) {
        set_name(&out->sight, glance_at(names, tokens, at, out->name));
        out->followers |= lexicon_followers(names, out->name);
    }
    if (out->word) {
        set_word(&out->sight, glance_at(words, tokens, at, out->word));
        out->followers |= lexicon_followers(words, out->word);
    }
    set_letters(sights, at, at + 1, &out->sight);
}

/* The word and its case in one number. */
static inline uint64_t word_key(const Token *token)
{
    return token->hash ^ (uint64_t)(token->flags & CASE_FLAGS) << 56;
}

/* Where a word is looked for first. Its case counts, so that "The" and "the" are not in each
 * other's way. */
static inline size_t place_of(uint64_t key)
{
    static_assert(SEEN_PLACES == 1 << 16, "the sixteen highest bits");
    return key >> 48;
}

static void forget(struct SeenWords *seen)
{
    memset(seen->places, 0, sizeof seen->places);
    seen->count = 1;
}

/* A word that is not where it is looked for first; a new one is learnt, and is the spare one where
 * there is room for no more. */
static __attribute__((noinline)) const SeenWord *find_or_learn(const Sights *sights, uint32_t at)
{
    struct SeenWords *seen = sights->seen;
    const Token *token = &sights->tokens->items[at];
    uint64_t key = word_key(token);
    size_t place = place_of(key);
    for (; seen->places[place]; place = (place + 1) % SEEN_PLACES)
        if (seen->items[seen->places[place]].key == key)
            return &seen->items[seen->places[place]];
    uint32_t index = seen->count < SEEN_MOST ? seen->count++ : 0;
    seen->places[place] = (uint16_t)index;
    learn(sights, at, &seen->items[index]);
    seen->items[index].key = index ? key : 0;
    return &seen->items[index];
}

static bool may_go_on(const SeenWord *word, const Token *next)
{
    return word->followers && lexicon_may_follow(word->followers, next);
}

static uint64_t pair_key(const SeenWord *word, const Token *next)
{
    return word->key * 0x9E3779B97F4A7C15u ^ word_key(next);
}

/* What the phrases of two words and more that begin at a token say; false where there are none. */
static bool glance_beyond(const Sights *sights, const Lexicon *lexicon, uint32_t node, uint32_t at,
                          uint32_t end, Glance *out)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    uint32_t count = node ? lexicon_find_from(lexicon, node, sights->tokens, at, end, hits) : 0;
    if (!count || hits[0].token_count == 1)
        return false;
    *out = glance_of(lexicon, sights->tokens, at, hits, count);
    return true;
}

/* What is seen at a word where phrases end before `end`; false where none goes on behind it. */
static bool see_beyond(const Sights *sights, const SeenWord *word, uint32_t at, uint32_t end,
                       Sight *out)
{
    Glance names = {.kinds = 0}, words = {.kinds = 0};
    bool named = glance_beyond(sights, sights->names, word->name, at, end, &names);
    bool worded = glance_beyond(sights, sights->words, word->word, at, end, &words);
    *out = word->sight;
    if (named)
        set_name(out, names);
    if (worded)
        set_word(out, words);
    if (named || worded)
        set_letters(sights, at, end, out);
    return named || worded;
}

static void learn_pair(const Sights *sights, const SeenWord *word, uint32_t at, uint64_t key,
                       SeenWord *out)
{
    const Token *next = &sights->tokens->items[at + 1];
    out->key = key;
    out->followers = 0;
    out->name = word->name ? lexicon_next(sights->names, word->name, next) : 0;
    out->word = word->word ? lexicon_next(sights->words, word->word, next) : 0;
    out->sight = word->sight;
    if (out->name)
        out->followers |= lexicon_followers(sights->names, out->name);
    if (out->word)
        out->followers |= lexicon_followers(sights->words, out->word);
    if (out->name || out->word)
        see_beyond(sights, word, at, at + 2, &out->sight);
}

/* What is seen at a word behind which a phrase may go on. Like words, pairs of them come again. */
static const Sight *look_on(Sights *sights, const SeenWord *word, uint32_t at)
{
    const Token *next = &sights->tokens->items[at + 1];
    if (at + 1 == sights->end)
        return &word->sight;
    Sight *own = &sights->own[sights->own_count];
    if (next->flags & TOKEN_INITIAL) { /* may be passed over */
        bool seen = see_beyond(sights, word, at, sights->end, own);
        sights->own_count += seen;
        return seen ? own : &word->sight;
    }
    uint64_t key = pair_key(word, next);
    SeenWord *pair = &sights->seen->pairs[(key >> 32) % SEEN_PAIRS];
    if (pair->key != key)
        learn_pair(sights, word, at, key, pair);
    if (!pair->name && !pair->word)
        return &word->sight;
    sights->own_count++;
    if (at + 2 < sights->end && may_go_on(pair, next + 1))
        see_beyond(sights, word, at, sights->end, own);
    else
        *own = pair->sight;
    return own;
}

/* What is seen at a word that is not where it is looked for first. That of the spare one is gone
 * with the next word, and kept. */
static __attribute__((noinline)) const Sight *look_closer(Sights *sights, uint32_t at)
{
    const SeenWord *word = find_or_learn(sights, at);
    const Sight *sight =
        may_go_on(word, &sights->tokens->items[at + 1]) ? look_on(sights, word, at) : &word->sight;
    if (sight != &sights->seen->items[0].sight)
        return sight;
    Sight *own = &sights->own[sights->own_count++];
    *own = *sight;
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
    make_room(sights, end - first);
    sights->tokens = tokens;
    sights->first = first;
    sights->end = end;
    sights->own_count = 0;
    if (sights->seen->count == SEEN_MOST)
        forget(sights->seen);
    const struct SeenWords *seen = sights->seen;
    const SeenWord *items = seen->items;
    const Sight **item = sights->items;
    SightKinds kinds = 0;
    for (const Token *token = &tokens->items[first], *last = &tokens->items[end]; token < last;
         token++) {
        /* All words known are more than a near cache holds: those to come, in small letters as most
         * are, are sent for. */
        __builtin_prefetch(&items[seen->places[place_of(token[TOKENS_SPARE].hash)]]);
        uint64_t key = word_key(token);
        const SeenWord *word = &items[seen->places[place_of(key)]];
        const Sight *sight = &word->sight;
        if (word->key != key)
            sight = look_closer(sights, (uint32_t)(token - tokens->items));
        else if (may_go_on(word, token + 1))
            sight = look_on(sights, word, (uint32_t)(token - tokens->items));
        *item++ = sight;
        kinds |= sight->kinds;
    }
    sights->kinds = kinds;
}
