/* Sights. Tests: tests/unit/extract/sight.c. */
#include "extract/sight.h"

#include <assert.h>

#include "base/limits.h"
#include "extract/grammar.h"

enum {
    KINDS_MOST = 32,
    SEEN_WORDS = 4096, /* nine of ten words that begin a phrase are among as many */
    CASE_FLAGS = TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_JOINED
};

static_assert(NAME_CODE < 8, "kinds of names are bits of a byte");

/* The phrases of a lexicon that begin with a word. */
typedef struct Start {
    uint32_t node;      /* 0: there are none */
    uint64_t followers; /* lexicon_followers */
} Start;

/* A word in one case, and what is seen where no phrase goes on behind it. */
struct SeenWord {
    uint64_t key;       /* word_key */
    uint64_t followers; /* of both lexicons */
    Sight sight;
    Start name;
    Start word;
};

/* What a lexicon says of the phrases at a token. */
typedef struct Glance {
    LexiconHit longest;
    uint32_t longest_kinds;
    uint32_t kinds;
} Glance;

Sights sights_new(Arena *arena, const Lexicon *names, const Lexicon *words)
{
    return (Sights){.arena = arena,
                    .names = names,
                    .words = words,
                    .seen = arena_new(arena, struct SeenWord, SEEN_WORDS)};
}

/* The kinds of the entries of a hit that fit. */
static uint32_t kinds_of(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, LexiconHit hit)
{
    uint32_t kinds = 0;
    LexiconEntries entries = lexicon_entries(lexicon, hit.node);
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        uint32_t bit = entry->kind < KINDS_MOST ? 1u << entry->kind : 0; /* else altered */
        if (!(kinds & bit) && lexicon_entry_fits(entry, tokens, at, hit.token_count))
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

/* A word in small letters that neither begins a name or title nor tells of one has its letter
 * whatever stands around it: that of the words of which most sentences are made. */
static void set_letter(const Sights *sights, uint32_t at, Sight *sight)
{
    static const uint32_t idle = 1u << WORD_TODAY | 1u << WORD_PRESENT | 1u << WORD_SPEECH |
                                 1u << WORD_FICTION | 1u << WORD_REIGN | 1u << WORD_CONDITION |
                                 1u << WORD_WINNING | 1u << WORD_MODAL | 1u << WORD_PROSPECT;
    const Token *token = &sights->tokens->items[at];
    uint32_t kinds = sight->word_kinds & ~idle;
    sight->letter = 0;
    if (token->kind != TOKEN_WORD || token->flags & TOKEN_CAPITAL || sight->name_kinds ||
        kinds & ~(1u << WORD_LETTER))
        return;
    sight->letter = 'w';
    sight->tokens = 1;
    if (!kinds)
        return;
    LexiconHit hit = sight->word;
    if (!(sight->longest_word_kinds >> WORD_LETTER & 1))
        hit = lookup_longest(sights->words, sights->tokens, at, sights->end, WORD_LETTER);
    sight->letter = (char)lookup_entry(sights->words, sights->tokens, hit, at, WORD_LETTER)->id;
    sight->tokens = (uint8_t)hit.token_count;
}

static Glance learn_start(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, Start *start)
{
    start->node = lexicon_first(lexicon, &tokens->items[at]);
    start->followers = start->node ? lexicon_followers(lexicon, start->node) : 0;
    LexiconHit alone = {1, start->node};
    return glance_of(lexicon, tokens, at, &alone, start->node != 0);
}

/* The word and its case in one number; never 0, which is that of an empty place. */
static inline uint64_t word_key(const Token *token)
{
    return token->hash ^ (uint64_t)(1 + (token->flags & CASE_FLAGS)) << 56;
}

static void learn(const Sights *sights, uint32_t at, struct SeenWord *out)
{
    const Tokens *tokens = sights->tokens;
    out->key = word_key(&tokens->items[at]);
    set_name(&out->sight, learn_start(sights->names, tokens, at, &out->name));
    set_word(&out->sight, learn_start(sights->words, tokens, at, &out->word));
    set_letter(sights, at, &out->sight);
    out->followers = out->name.followers | out->word.followers;
}

static Glance follow(const Sights *sights, const Lexicon *lexicon, const Start *start, uint32_t at)
{
    LexiconHit hits[LIMIT_NAME_TOKENS];
    uint32_t count = lexicon_find_from(lexicon, start->node, sights->tokens, at, sights->end, hits);
    return glance_of(lexicon, sights->tokens, at, hits, count);
}

/* What is seen at a word behind which a phrase may go on. */
static void look_on(const Sights *sights, const struct SeenWord *seen, uint32_t at, Sight *out)
{
    const Token *next = &sights->tokens->items[at + 1];
    if (lexicon_may_follow(seen->name.followers, next))
        set_name(out, follow(sights, sights->names, &seen->name, at));
    if (lexicon_may_follow(seen->word.followers, next))
        set_word(out, follow(sights, sights->words, &seen->word, at));
    set_letter(sights, at, out);
}

static inline void look(const Sights *sights, uint32_t at, Sight *out)
{
    const Token *token = &sights->tokens->items[at];
    struct SeenWord *seen = &sights->seen[token->hash % SEEN_WORDS];
    if (seen->key != word_key(token))
        learn(sights, at, seen);
    *out = seen->sight;
    if (seen->followers && at + 1 < sights->end && lexicon_may_follow(seen->followers, token + 1))
        look_on(sights, seen, at, out);
}

/* Nothing is known of it. */
static const Sight nothing = {.letter = 0};
static const Sight small_word = {.letter = 'w', .tokens = 1};

void sights_turn(Sights *sights, const Tokens *tokens, uint32_t first, uint32_t end)
{
    uint32_t count = end - first, name_kinds = 0, word_kinds = 0;
    if (count > sights->capacity) {
        sights->items = arena_room(sights->arena, 2 * sizeof(Sight) * count, _Alignof(Sight));
        sights->capacity = 2 * count;
    }
    sights->tokens = tokens;
    sights->first = first;
    sights->end = end;
    Sight *sight = sights->items;
    const Token *token = &tokens->items[first];
    const Lexicon names = *sights->names, words = *sights->words; /* in registers */
    for (uint32_t at = first; at < end; at++, sight++, token++) {
        if (lexicon_may_start(&names, token) || lexicon_may_start(&words, token)) {
            look(sights, at, sight);
            name_kinds |= sight->name_kinds;
            word_kinds |= sight->word_kinds;
        } else {
            bool small = token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL);
            *sight = small ? small_word : nothing;
        }
    }
    sights->name_kinds = name_kinds;
    sights->word_kinds = word_kinds;
}
