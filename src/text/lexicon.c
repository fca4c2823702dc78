/* The lexicon: building the trie, and walking it along an article's tokens.
 * While it is built the way from a node by a word to a node is kept in a table; then the nodes are
 * put into the order in which their words are all that need be kept. Tests:
 * tests/unit/text/lexicon.c. */
#include "text/lexicon.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"

enum {
    ROOT = 0,
    NO_NODE = 0, /* no edge leads back to the root */
    TABLE_FIRST = 256
};

/* Spreads two numbers over 64 bits; never 0, which marks an empty place. */
static uint64_t mix(uint64_t a, uint64_t b)
{
    uint64_t hash = (a ^ (b + 1) * 0x9E3779B97F4A7C15u) * 0xD6E8FEB86659FD93u;
    hash ^= hash >> 32;
    return hash ? hash : 1;
}

/* What stands under a key of a table. */
typedef struct Edge {
    uint64_t hash; /* 0: empty */
    uint32_t to;
} Edge;

/* The place of a key in a table, or the empty place where it belongs. */
static uint32_t edge_place(const Edge *edges, uint32_t capacity, uint64_t hash)
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

/* How a node is reached. */
typedef struct BuildNode {
    uint32_t parent;
    uint64_t word;
} BuildNode;

typedef struct FirstWord {
    uint64_t hash;
    bool small; /* it needs no capital */
} FirstWord;

/* The trie's edges and the entries already there are tables of one kind: `to` is a node in the one
 * and an entry in the other. */
typedef struct Table {
    Edge *edges;
    uint32_t count;
    uint32_t capacity;
} Table;

struct LexiconBuilder {
    Arena *arena;
    const Lexicon *done; /* NULL: it is being built */
    Table edges;
    Table seen; /* by node, kind and id */
    uint32_t node_count;
    struct {
        BuildNode *items; /* node 1, node 2 ... */
        uint32_t count;
        uint32_t capacity;
    } nodes;
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
    larger.edges = arena_new(arena, Edge, larger.capacity);
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
    Edge *edge = &table->edges[edge_place(table->edges, table->capacity, hash)];
    if (!edge->hash) {
        *edge = (Edge){.hash = hash, .to = fresh};
        table->count++;
    }
    return edge->to;
}

static Table table_for(Arena *arena, uint32_t count)
{
    uint32_t capacity = TABLE_FIRST;
    while (capacity / 2 < count)
        capacity *= 2;
    return (Table){.edges = arena_new(arena, Edge, capacity), .capacity = capacity};
}

LexiconBuilder *lexicon_builder_for(Arena *arena, uint32_t phrases)
{
    LexiconBuilder *builder = arena_new(arena, LexiconBuilder, 1);
    builder->arena = arena;
    builder->edges = table_for(arena, phrases);
    builder->seen = table_for(arena, phrases);
    builder->node_count = ROOT + 1;
    return builder;
}

LexiconBuilder *lexicon_builder_done(Arena *arena, Lexicon lexicon)
{
    LexiconBuilder *builder = arena_new(arena, LexiconBuilder, 1);
    Lexicon *done = arena_new(arena, Lexicon, 1);
    *done = lexicon;
    builder->done = done;
    return builder;
}

LexiconBuilder *lexicon_builder(Arena *arena)
{
    return lexicon_builder_for(arena, 0);
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
            *arena_push(builder->arena, &builder->nodes) = (BuildNode){node, words[i].hash};
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
    if (builder->done)
        return true;
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

/* A node that was given a new number. */
typedef struct Placed {
    uint64_t word;
    uint32_t old;
} Placed;

static int compare_words(const void *a, const void *b)
{
    const Placed *left = a, *right = b;
    return left->word < right->word ? -1 : left->word > right->word;
}

/* Nodes by their parents: those of node i are from starts[i] to starts[i + 1], by their words. */
static Placed *by_parent(const LexiconBuilder *builder, uint32_t *starts)
{
    uint32_t count = builder->nodes.count;
    Placed *placed = arena_new(builder->arena, Placed, count);
    for (uint32_t i = 0; i < count; i++)
        starts[builder->nodes.items[i].parent + 1]++;
    for (uint32_t i = 0; i < builder->node_count; i++)
        starts[i + 1] += starts[i];
    uint32_t *filled = arena_new(builder->arena, uint32_t, builder->node_count);
    for (uint32_t i = 0; i < count; i++) {
        const BuildNode *node = &builder->nodes.items[i];
        placed[starts[node->parent] + filled[node->parent]++] = (Placed){node->word, i + 1};
    }
    for (uint32_t i = 0; i < builder->node_count; i++)
        if (filled[i] > 1)
            qsort(placed + starts[i], filled[i], sizeof *placed, compare_words);
    return placed;
}

/* The nodes in their final order, each parent before its children, level by level; `numbers` gives
 * the old ones' new numbers. */
static void place_nodes(const LexiconBuilder *builder, uint64_t *words, LexiconNode *nodes,
                        uint32_t *numbers)
{
    uint32_t *starts = arena_new(builder->arena, uint32_t, builder->node_count + 1);
    uint32_t *olds = arena_new(builder->arena, uint32_t, builder->node_count);
    const Placed *placed = by_parent(builder, starts);
    uint32_t placed_count = 1; /* the root */
    for (uint32_t i = 0; i < builder->node_count; i++) {
        nodes[i].children = placed_count;
        for (uint32_t c = starts[olds[i]]; c < starts[olds[i] + 1]; c++) {
            words[placed_count] = placed[c].word;
            numbers[placed[c].old] = placed_count;
            olds[placed_count++] = placed[c].old;
        }
    }
    nodes[builder->node_count].children = placed_count;
}

/* The entries by their nodes, those of one in the order in which they came. */
static LexiconEntry *place_entries(const LexiconBuilder *builder, const uint32_t *numbers,
                                   LexiconNode *nodes)
{
    uint32_t count = builder->entries.count;
    LexiconEntry *entries = arena_new(builder->arena, LexiconEntry, count);
    uint32_t *filled = arena_new(builder->arena, uint32_t, builder->node_count);
    for (uint32_t i = 0; i < count; i++)
        nodes[numbers[builder->entries.items[i].node] + 1].entries++;
    for (uint32_t i = 0; i < builder->node_count; i++)
        nodes[i + 1].entries += nodes[i].entries;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t node = numbers[builder->entries.items[i].node];
        entries[nodes[node].entries + filled[node]++] = builder->entries.items[i].entry;
    }
    return entries;
}

/* Which of `count` starts a word belongs to. */
static uint32_t start_of(uint64_t word, uint32_t count)
{
    return (uint32_t)((word >> 32) * count >> 32);
}

/* About four words a start. */
static uint32_t *make_starts(Arena *arena, const uint64_t *firsts, uint32_t count, uint32_t *starts)
{
    *starts = 1;
    while (*starts < count / 4)
        *starts *= 2;
    uint32_t *places = arena_new(arena, uint32_t, *starts + 1);
    for (uint32_t i = 0; i < count; i++)
        places[start_of(firsts[i], *starts) + 1]++;
    for (uint32_t i = 0; i < *starts; i++)
        places[i + 1] += places[i];
    return places;
}

Lexicon lexicon_finish(LexiconBuilder *builder)
{
    if (builder->done)
        return *builder->done;
    uint32_t count = builder->node_count;
    uint64_t *words = arena_new(builder->arena, uint64_t, count);
    LexiconNode *nodes = arena_new(builder->arena, LexiconNode, count + 1);
    uint32_t *numbers = arena_new(builder->arena, uint32_t, count);
    place_nodes(builder, words, nodes, numbers);
    Lexicon lexicon = {.firsts = make_firsts(builder),
                       .words = words,
                       .nodes = nodes,
                       .node_count = count,
                       .entries = place_entries(builder, numbers, nodes),
                       .entry_count = builder->entries.count};
    uint32_t first = nodes[ROOT].children;
    lexicon.starts = make_starts(builder->arena, words + first, nodes[ROOT + 1].children - first,
                                 &lexicon.start_count);
    return lexicon;
}

/* --- as bytes --- */

/* What stands at the start of an image. The arrays follow, those of the widest items first. */
typedef struct ImageHead {
    uint32_t firsts, nodes, entries, starts;
} ImageHead;

static size_t image_size(const ImageHead *head)
{
    return sizeof *head + 2 * (size_t)head->firsts * sizeof(uint64_t) +
           (size_t)head->nodes * sizeof(uint64_t) +
           ((size_t)head->nodes + 1) * sizeof(LexiconNode) +
           (size_t)head->entries * sizeof(LexiconEntry) +
           ((size_t)head->starts + 1) * sizeof(uint32_t);
}

View lexicon_image(Arena *arena, const Lexicon *lexicon)
{
    ImageHead head = {lexicon->firsts.count, lexicon->node_count, lexicon->entry_count,
                      lexicon->start_count};
    const struct {
        const void *items;
        size_t bytes;
    } parts[] = {
        {&head, sizeof head},
        {lexicon->firsts.bits, 2 * (size_t)head.firsts * sizeof *lexicon->firsts.bits},
        {lexicon->words, (size_t)head.nodes * sizeof *lexicon->words},
        {lexicon->nodes, ((size_t)head.nodes + 1) * sizeof *lexicon->nodes},
        {lexicon->entries, (size_t)head.entries * sizeof *lexicon->entries},
        {lexicon->starts, ((size_t)head.starts + 1) * sizeof *lexicon->starts},
    };
    View image = {arena_take(arena, image_size(&head), _Alignof(uint64_t)), image_size(&head)};
    char *to = (char *)(uintptr_t)image.at;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; to += parts[i++].bytes)
        if (parts[i].bytes)
            memcpy(to, parts[i].items, parts[i].bytes);
    return image;
}

bool lexicon_open(View image, Lexicon *out)
{
    ImageHead head;
    if (image.len < sizeof head || (uintptr_t)image.at % _Alignof(uint64_t))
        return false;
    memcpy(&head, image.at, sizeof head);
    if (image.len != image_size(&head) || !head.nodes || (head.firsts & (head.firsts - 1)))
        return false;
    const char *at = image.at + sizeof head;
    *out = (Lexicon){.node_count = head.nodes,
                     .entry_count = head.entries,
                     .start_count = head.starts,
                     .firsts = {(const uint64_t *)(const void *)at, head.firsts}};
    out->words = out->firsts.bits + 2 * (size_t)head.firsts;
    out->nodes = (const LexiconNode *)(const void *)(out->words + head.nodes);
    out->entries = (const LexiconEntry *)(const void *)(out->nodes + head.nodes + 1);
    out->starts = (const uint32_t *)(const void *)(out->entries + head.entries);
    return true;
}

/* --- finding --- */

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

/* The place of a word in a sorted row, or one where it would stand beside it. Hashes are spread
 * evenly, so that the word tells where about to look; from there the reach doubles until the word
 * lies between, and is halved again. */
static uint32_t find_word(const uint64_t *row, uint32_t count, uint64_t word)
{
    uint32_t guess = (uint32_t)((word >> 32) * count >> 32), low = guess, high = guess;
    uint32_t reach = 4;
    if (row[guess] <= word) {
        do {
            low = high;
            high = least(count, high + reach);
            reach *= 2;
        } while (high < count && row[high] <= word);
    } else {
        do {
            high = low;
            low -= least(low, reach);
            reach *= 2;
        } while (low && row[low] > word);
    }
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (row[middle] <= word)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* One node's children; the ranges of an altered lexicon are none. */
static inline uint32_t count_children(const Lexicon *lexicon, uint32_t node)
{
    uint32_t first = lexicon->nodes[node].children, end = lexicon->nodes[node + 1].children;
    return first <= end && end <= lexicon->node_count ? end - first : 0;
}

/* The child that a word leads to; NO_NODE where none does. */
static uint32_t step(const Lexicon *lexicon, uint32_t node, uint64_t word)
{
    uint32_t count = count_children(lexicon, node), first = lexicon->nodes[node].children;
    enum { FEW = 4 };
    if (count <= FEW) {
        for (uint32_t child = first; child < first + count; child++)
            if (lexicon->words[child] == word)
                return child;
        return NO_NODE;
    }
    uint32_t child = first + find_word(lexicon->words + first, count, word);
    return lexicon->words[child] == word ? child : NO_NODE;
}

/* The node that the first word of a phrase leads to; NO_NODE where none does. */
static uint32_t first_step(const Lexicon *lexicon, uint64_t word)
{
    if (!lexicon->node_count)
        return NO_NODE;
    if (!lexicon->start_count)
        return step(lexicon, ROOT, word);
    uint32_t start = start_of(word, lexicon->start_count);
    uint32_t count = count_children(lexicon, ROOT), first = lexicon->nodes[ROOT].children;
    uint32_t end = least(lexicon->starts[start + 1], count);
    for (uint32_t i = lexicon->starts[start]; i < end; i++)
        if (lexicon->words[first + i] == word)
            return first + i;
    return NO_NODE;
}

static bool is_initial(const Tokens *tokens, uint32_t at)
{
    return tokens->items[at].flags & TOKEN_INITIAL;
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
    for (; next < end && words < LIMIT_NAME_TOKENS && count_children(lexicon, node); words++) {
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

uint32_t lexicon_first(const Lexicon *lexicon, const Token *token)
{
    return lexicon_may_start(lexicon, token) ? first_step(lexicon, token->hash) : NO_NODE;
}

uint32_t lexicon_find_from(const Lexicon *lexicon, uint32_t first, const Tokens *tokens,
                           uint32_t at, uint32_t end, LexiconHit *hits)
{
    assert(at <= end && end <= tokens->count && first < lexicon->node_count);
    if (!count_children(lexicon, first)) {
        hits[0] = (LexiconHit){1, first};
        return lexicon_entries(lexicon, first).count > 0;
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

uint32_t lexicon_find(const Lexicon *lexicon, const Tokens *tokens, uint32_t at, uint32_t end,
                      LexiconHit *hits)
{
    uint32_t first = at < end ? first_step(lexicon, tokens->items[at].hash) : NO_NODE;
    return first == NO_NODE ? 0 : lexicon_find_from(lexicon, first, tokens, at, end, hits);
}

uint32_t lexicon_next(const Lexicon *lexicon, uint32_t node, const Token *token)
{
    assert(node < lexicon->node_count);
    return step(lexicon, node, token->hash);
}

uint64_t lexicon_followers(const Lexicon *lexicon, uint32_t node)
{
    enum { FEW = 64 };
    uint64_t followers = 0;
    uint32_t count = count_children(lexicon, node);
    if (count > FEW)
        return UINT64_MAX;
    for (uint32_t i = 0; i < count; i++)
        followers |= (uint64_t)1 << (lexicon->words[lexicon->nodes[node].children + i] & 63);
    return followers;
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

uint32_t lexicon_word(const Lexicon *lexicon, uint64_t word)
{
    uint32_t node = first_step(lexicon, word);
    return node != NO_NODE && lexicon_entries(lexicon, node).count ? node : UINT32_MAX;
}

uint32_t lexicon_phrase(const Lexicon *lexicon, View phrase)
{
    uint64_t words[LIMIT_NAME_TOKENS];
    uint32_t count, node = ROOT;
    if (!lexicon->node_count || !phrase_hashes(phrase, words, LIMIT_NAME_TOKENS, &count))
        return UINT32_MAX;
    for (uint32_t i = 0; i < count; i++) {
        node = i ? step(lexicon, node, words[i]) : first_step(lexicon, words[i]);
        if (node == NO_NODE)
            return UINT32_MAX;
    }
    return lexicon_entries(lexicon, node).count ? node : UINT32_MAX;
}
