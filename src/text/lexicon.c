/* The lexicon: building the trie, and walking it along an article's tokens.
 * Edges, the way from a node by a word to a node, live in one open-addressed table, so that a step
 * costs about one line of cache. Tests: tests/unit/text/lexicon.c. */
#include "text/lexicon.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"

enum {
    ROOT = 0,
    NO_NODE = 0, /* no edge leads back to the root */
    TABLE_FIRST = 64
};

/* Spreads two numbers over 64 bits; never 0, which marks an empty place. */
static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a ^ (b + 1) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* The place of a key in a table, or the empty place where it belongs. */
static uint32_t edge_place(const LexiconEdge *edges, uint32_t capacity, uint64_t hash)
{
    uint32_t place = (uint32_t)hash & (capacity - 1);
    while (edges[place].hash && edges[place].hash != hash)
        place = (place + 1) & (capacity - 1);
    return place;
}

/* --- building --- */

typedef struct BuildEntry {
    LexiconEntry entry;
    uint32_t node;
} BuildEntry;

typedef struct FirstWord {
    uint64_t hash;
    bool small; /* it needs no capital */
} FirstWord;

/* The trie's edges and the entries already there are tables of one kind: `to` is a node in the one
 * and an entry in the other. */
typedef struct Table {
    LexiconEdge *edges;
    uint32_t count;
    uint32_t capacity;
} Table;

struct LexiconBuilder {
    Arena *arena;
    Table edges;
    Table seen; /* by node, kind and id */
    uint32_t node_count;
    struct {
        uint32_t *items; /* node 1's parent, node 2's ... */
        uint32_t count;
        uint32_t capacity;
    } leading;
    struct {
        FirstWord *items; /* some twice */
        uint32_t count;
        uint32_t capacity;
        uint32_t distinct;
    } firsts;
    struct {
        BuildEntry *items;
        uint32_t count;
        uint32_t capacity;
    } entries;
};

static void table_double(Arena *arena, Table *table)
{
    Table larger = {.count = table->count, .capacity = table->capacity * 2};
    larger.edges = arena_new(arena, LexiconEdge, larger.capacity);
    for (uint32_t i = 0; i < table->capacity; i++)
        if (table->edges[i].hash)
            larger.edges[edge_place(larger.edges, larger.capacity, table->edges[i].hash)] =
                table->edges[i];
    *table = larger;
}

/* What stands under a key; `fresh` is put there first where nothing does. At most half full. */
static uint32_t table_put(Arena *arena, Table *table, uint64_t hash, uint32_t fresh)
{
    if (2 * table->count >= table->capacity)
        table_double(arena, table);
    LexiconEdge *edge = &table->edges[edge_place(table->edges, table->capacity, hash)];
    if (!edge->hash) {
        *edge = (LexiconEdge){.hash = hash, .to = fresh};
        table->count++;
    }
    return edge->to;
}

static Table table_new(Arena *arena)
{
    return (Table){.edges = arena_new(arena, LexiconEdge, TABLE_FIRST), .capacity = TABLE_FIRST};
}

LexiconBuilder *lexicon_builder(Arena *arena)
{
    LexiconBuilder *builder = arena_new(arena, LexiconBuilder, 1);
    builder->arena = arena;
    builder->edges = table_new(arena);
    builder->seen = table_new(arena);
    builder->node_count = ROOT + 1;
    return builder;
}

/* Letters of a word; more than one is all that is asked. */
static bool has_two_letters(View text, const Token *word)
{
    size_t width, letters = 0;
    for (size_t off = word->span.off; off < span_end(word->span) && letters < 2; off += width)
        letters += char_class(utf8_decode(text, off, &width)) == CHAR_LETTER;
    return letters == 2;
}

/* Notes which capitals of the phrase the text must have. */
static void ask_for_capitals(LexiconEntry *entry, View phrase, const Token *words, uint32_t count)
{
    bool upper = true;
    for (uint32_t i = 0; i < count; i++) {
        if (words[i].flags & TOKEN_CAPITAL && has_two_letters(phrase, &words[i]))
            entry->capitals |= (uint16_t)(1u << i);
        if (words[i].kind == TOKEN_WORD && !(words[i].flags & TOKEN_UPPER))
            upper = false;
    }
    entry->upper = upper && entry->capitals;
}

/* Notes the first word of a phrase before its path is made. */
static void add_first(LexiconBuilder *builder, uint64_t word, bool small)
{
    const Table *edges = &builder->edges;
    bool known = edges->edges[edge_place(edges->edges, edges->capacity, mix(word, ROOT))].hash;
    if (known && !small)
        return;
    builder->firsts.distinct += !known;
    *arena_push(builder->arena, &builder->firsts) = (FirstWord){word, small};
}

static uint32_t add_path(LexiconBuilder *builder, const Token *words, uint32_t count)
{
    uint32_t node = ROOT;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t next = table_put(builder->arena, &builder->edges, mix(words[i].hash, node),
                                  builder->node_count);
        if (next == builder->node_count) {
            builder->node_count++;
            *arena_push(builder->arena, &builder->leading) = node;
        }
        node = next;
    }
    return node;
}

bool lexicon_add(LexiconBuilder *builder, View phrase, LexiconEntry entry)
{
    static_assert(LIMIT_NAME_TOKENS <= 16, "the mask of capitals has 16 bits");
    Token words[LIMIT_NAME_TOKENS];
    uint32_t count;
    if (!phrase_tokens(phrase, words, LIMIT_NAME_TOKENS, &count))
        return false;
    entry.words = (uint8_t)count;
    entry.capitals = 0;
    entry.upper = 0;
    if (entry.flags & LEXICON_CAPITAL)
        ask_for_capitals(&entry, phrase, words, count);

    add_first(builder, words[0].hash, !(entry.capitals & 1));
    uint32_t node = add_path(builder, words, count);
    uint64_t key = mix((uint64_t)entry.id << 8 | entry.kind, node);
    uint32_t fresh = builder->entries.count;
    uint32_t at = table_put(builder->arena, &builder->seen, key, fresh);
    if (at == fresh) {
        *arena_push(builder->arena, &builder->entries) = (BuildEntry){entry, node};
        return true;
    }
    LexiconEntry *old = &builder->entries.items[at].entry;
    old->flags |= entry.flags;
    old->capitals &= entry.capitals;
    old->upper = old->upper && entry.upper;
    return true;
}

/* Sixteen bits a word keep those that are set for another word rare. */
static LexiconFirsts make_firsts(LexiconBuilder *builder)
{
    uint32_t count = 1;
    while (count < builder->firsts.distinct / 4)
        count *= 2;
    uint64_t *bits = arena_new(builder->arena, uint64_t, 2 * (size_t)count);
    for (uint32_t i = 0; i < builder->firsts.count; i++) {
        FirstWord first = builder->firsts.items[i];
        uint32_t at = (uint32_t)(first.hash >> 6) & (count - 1);
        uint64_t bit = (uint64_t)1 << (first.hash & 63);
        bits[at] |= bit;
        if (first.small)
            bits[count + at] |= bit;
    }
    return (LexiconFirsts){bits, count};
}

Lexicon lexicon_finish(LexiconBuilder *builder)
{
    uint32_t node_count = builder->node_count, entry_count = builder->entries.count;
    LexiconNode *nodes = arena_new(builder->arena, LexiconNode, node_count);
    LexiconEntry *entries = arena_new(builder->arena, LexiconEntry, entry_count);
    for (uint32_t i = 0; i < entry_count; i++)
        nodes[builder->entries.items[i].node].count++;
    for (uint32_t i = 0; i < builder->leading.count; i++)
        nodes[builder->leading.items[i]].leads = 1;
    for (uint32_t i = 1; i < node_count; i++)
        nodes[i].first = nodes[i - 1].first + nodes[i - 1].count;

    uint32_t *filled = arena_new(builder->arena, uint32_t, node_count);
    for (uint32_t i = 0; i < entry_count; i++) {
        uint32_t node = builder->entries.items[i].node;
        entries[nodes[node].first + filled[node]++] = builder->entries.items[i].entry;
    }
    return (Lexicon){.firsts = make_firsts(builder),
                     .edges = builder->edges.edges,
                     .edge_capacity = builder->edges.capacity,
                     .nodes = nodes,
                     .node_count = node_count,
                     .entries = entries,
                     .entry_count = entry_count};
}

/* --- finding --- */

/* The builder leaves half of the table empty; an altered one may be full. */
static uint32_t step(const Lexicon *lexicon, uint32_t node, uint64_t word)
{
    uint64_t hash = mix(word, node);
    uint32_t mask = lexicon->edge_capacity - 1;
    for (uint32_t i = 0; i <= mask; i++) {
        const LexiconEdge *edge = &lexicon->edges[((uint32_t)hash + i) & mask];
        if (edge->hash == hash)
            return edge->to < lexicon->node_count ? edge->to : NO_NODE;
        if (!edge->hash)
            return NO_NODE;
    }
    return NO_NODE;
}

LexiconEntries lexicon_entries(const Lexicon *lexicon, uint32_t node)
{
    if (node >= lexicon->node_count)
        return (LexiconEntries){0};
    LexiconNode of = lexicon->nodes[node];
    if (of.first > lexicon->entry_count || of.count > lexicon->entry_count - of.first)
        return (LexiconEntries){0};
    if (of.count > LIMIT_MEANINGS)
        of.count = LIMIT_MEANINGS;
    return (LexiconEntries){lexicon->entries + of.first, of.count};
}

static bool is_initial(const Tokens *tokens, uint32_t at)
{
    const Token *token = &tokens->items[at];
    if (token->kind != TOKEN_WORD || !(token->flags & TOKEN_CAPITAL) || token->span.len > 5)
        return false;
    size_t width;
    utf8_decode(tokens->text, token->span.off, &width);
    return width + (token->flags & TOKEN_STOP ? 1 : 0) == token->span.len;
}

/* The hits of one walk, shortest first. */
typedef struct Walk {
    LexiconHit hits[LIMIT_NAME_TOKENS];
    uint32_t count;
    uint32_t at;
} Walk;

static void add_hit(Walk *walk, const Lexicon *lexicon, uint32_t node, uint32_t end)
{
    if (lexicon_entries(lexicon, node).count && walk->count < LIMIT_NAME_TOKENS)
        walk->hits[walk->count++] = (LexiconHit){end - walk->at, node};
}

/* Goes on from `node`, reached by `words` words before token `next`. A run of initials is passed
 * over where no phrase ends beyond it that has them: "George W. Bush" in the lexicon wins over
 * "George Bush". */
static void walk_on(Walk *walk, const Lexicon *lexicon, const Tokens *tokens, uint32_t node,
                    uint32_t words, uint32_t next, uint32_t end)
{
    for (; next < end && words < LIMIT_NAME_TOKENS && lexicon->nodes[node].leads; words++) {
        bool initial = node != ROOT && is_initial(tokens, next);
        uint32_t to = step(lexicon, node, tokens->items[next].hash);
        if (initial && to != NO_NODE) {
            uint32_t before = walk->count;
            add_hit(walk, lexicon, to, next + 1);
            walk_on(walk, lexicon, tokens, to, words + 1, next + 1, end);
            if (walk->count > before)
                return;
        }
        if (initial) {
            while (next < end && is_initial(tokens, next))
                next++;
            to = next < end ? step(lexicon, node, tokens->items[next].hash) : NO_NODE;
        }
        if (to == NO_NODE)
            return;
        node = to;
        add_hit(walk, lexicon, node, ++next);
    }
}

uint32_t lexicon_find(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t end,
                      LexiconHit *hits)
{
    assert(at <= end && end <= tokens->count);
    if (!lexicon->edge_capacity || at == end)
        return 0;
    uint32_t first = step(lexicon, ROOT, tokens->items[at].hash);
    if (first == NO_NODE)
        return 0;
    if (!lexicon->nodes[first].leads) {
        hits[0] = (LexiconHit){1, first};
        return lexicon->nodes[first].count > 0;
    }
    Walk walk; /* not zeroed */
    walk.count = 0;
    walk.at = at;
    add_hit(&walk, lexicon, first, at + 1);
    walk_on(&walk, lexicon, tokens, first, 1, at + 1, end);
    for (uint32_t i = 0; i < walk.count; i++)
        hits[i] = walk.hits[walk.count - 1 - i];
    return walk.count;
}

bool lexicon_capitals_fit(const LexiconEntry *entry, const Tokens *tokens, uint32_t at,
                          uint32_t token_count)
{
    uint8_t asked = entry->upper ? TOKEN_UPPER : TOKEN_CAPITAL;
    if (entry->words > token_count || (entry->words < 16 && entry->capitals >> entry->words))
        return false;                             /* altered */
    uint32_t passed = token_count - entry->words; /* initials that are not in the phrase */
    for (uint32_t word = 0, token = at; entry->capitals >> word; word++, token++) {
        for (; passed && word && is_initial(tokens, token); passed--)
            token++;
        /* After a hyphen small letters will do: "Kim Jong-un" is Kim Jong Un. */
        if (entry->capitals >> word & 1 && !(tokens->items[token].flags & (asked | TOKEN_JOINED)))
            return false;
    }
    return true;
}

uint32_t lexicon_phrase(const Lexicon *lexicon, View phrase)
{
    uint64_t words[LIMIT_NAME_TOKENS];
    uint32_t count, node = ROOT;
    if (!lexicon->edge_capacity || !phrase_hashes(phrase, words, LIMIT_NAME_TOKENS, &count))
        return UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        node = step(lexicon, node, words[i]);
        if (node == NO_NODE)
            return UINT32_MAX;
    }
    return lexicon_entries(lexicon, node).count ? node : UINT32_MAX;
}
