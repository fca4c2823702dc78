/* Marks. Tests: tests/cli/marks.py, the examples in rules/checks/mark. */
#include "judge/mark.h"

#include <stdlib.h>
#include <string.h>

#include "base/near.h"

/* --- the subject --- */

enum { MARK_UNUSED, MARK_UNKNOWN_RULE, MARK_NO_RULE, MARK_NO_REASON, MARK_NO_DAY, MARK_EXPIRED };

static const FactValue states[] = {
    [MARK_UNUSED] = {"unused", "it lets nothing stand"},
    [MARK_UNKNOWN_RULE] = {"unknown-rule", "it names a rule that does not exist"},
    [MARK_NO_RULE] = {"no-rule", "it names no rule"},
    [MARK_NO_REASON] = {"no-reason", "it gives no reason, and the settings ask for one"},
    [MARK_NO_DAY] = {"no-day", "its `until=` is no day"},
    [MARK_EXPIRED] = {"expired", "its last day is over"},
    {0}};

static const Fact facts[] = {{"mark", "what is wrong with a mark", states}, {0}};

static View fill_rule(const MessageContext *context)
{
    return context->mark->rule;
}

static View fill_near(const MessageContext *context)
{
    return context->mark->near;
}

static View fill_until(const MessageContext *context)
{
    return context->mark->until;
}

static View fill_place(const MessageContext *context)
{
    return context->mark->place;
}

static const Placeholder placeholders[] = {
    {"mark-rule", fill_rule, "the rule that the mark names"},
    {"mark-near", fill_near, "the rule that was probably meant"},
    {"mark-until", fill_until, "the mark's last day, as written"},
    {"mark-place", fill_place, "\"in this file\", \"in the block after it\""},
    {0},
};

const Subject subject_mark = {.name = "mark",
                              .meaning = "a mark by which an editor lets findings stand",
                              .facts = {facts, sizeof facts / sizeof *facts - 1},
                              .placeholders = placeholders};

/* --- reading marks --- */

/* A rule that a mark names. */
typedef struct Grant {
    uint32_t rule;
    uint32_t block; /* NONE: all of the file */
    uint32_t mark;
    View name;
    const Suppression *suppression;
    bool used;
} Grant;

/* Where a block begins and ends in the file. */
typedef struct BlockPlace {
    uint32_t from;
    uint32_t to;
    uint32_t block;
} BlockPlace;

typedef struct Marker {
    const Bench *bench;
    const Rules *rules;
    Date today;
    Findings *findings;
    const char **names; /* of all rules, for hints; made when needed */
    BlockPlace *places;
    uint32_t place_count;
    struct {
        Grant *items;
        uint32_t count, capacity;
    } grants;
} Marker;

/* What a mark says. */
typedef struct Words {
    View rules; /* names, parted by commas and blanks */
    View until; /* behind "until="; `at` is NULL: it has none */
    View reason;
} Words;

static bool is_between(char byte)
{
    return byte == ',' || byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The next word of a list; empty at its end. */
static View next_word(View *list)
{
    size_t from = 0, to;
    while (from < list->len && is_between(list->at[from]))
        from++;
    for (to = from; to < list->len && !is_between(list->at[to]);)
        to++;
    View word = view_slice(*list, from, to);
    *list = view_slice(*list, to, list->len);
    return word;
}

static Words read_words(View text)
{
    Words words = {.rules = text};
    for (size_t i = 0; i + 1 < text.len; i++) {
        bool dashes = text.at[i] == '-' && text.at[i + 1] == '-';
        if (dashes && (!i || is_between(text.at[i - 1]))) {
            words.rules = view_slice(text, 0, i);
            words.reason = view_trim(view_slice(text, i + 2, text.len));
            break;
        }
    }
    View list = words.rules;
    for (View word; (word = next_word(&list)).len;)
        if (view_starts(word, VIEW("until=")))
            words.until = view_slice(word, 6, word.len);
    return words;
}

/* --- findings about marks --- */

static View near_rule(Marker *marker, View name)
{
    const Rules *rules = marker->rules;
    Arena *arena = marker->bench->arena;
    if (!marker->names) {
        marker->names = arena_new(arena, const char *, rules->count + 1);
        for (uint32_t i = 0; i < rules->count; i++)
            marker->names[i] = view_copy(arena, rules->items[i].name).at;
    }
    return view_of(nearest_name(name, marker->names));
}

static void tell(Marker *marker, uint8_t state, const Mark *mark, MarkSaid said)
{
    const Bench *bench = marker->bench;
    const Facts state_facts = {.value = {state}};
    const Row *row = rules_find(marker->rules, SUBJECT_MARK, &state_facts, VERDICT_CONTRADICTED);
    int wanted = row ? policy_level(bench->policy, row->rule) : POLICY_OFF;
    if (wanted == POLICY_OFF)
        return;
    const Claim claim = {0};
    const Reading reading = reading_new(NONE, NONE, DATE_NONE);
    const Rule *rule = &marker->rules->items[row->rule];
    MessageContext context = {.arena = bench->arena,
                              .book = bench->book,
                              .text = bench->document->text,
                              .dates = bench->policy->dates,
                              .claim = &claim,
                              .reading = &reading,
                              .placeholders = placeholders,
                              .mark = &said};
    *arena_push(bench->arena, marker->findings) =
        (Finding){.rule = row->rule,
                  .row = (uint32_t)(row - marker->rules->rows),
                  .level = wanted >= 0 ? (Level)wanted : row->level,
                  .claim = NONE,
                  .message = message_fill(&context, rule->message),
                  .mark = mark->file};
}

/* --- the blocks --- */

static int compare_places(const void *a, const void *b)
{
    uint32_t left = ((const BlockPlace *)a)->from, right = ((const BlockPlace *)b)->from;
    return left < right ? -1 : left > right;
}

static void gather_places(Marker *marker)
{
    const Document *document = marker->bench->document;
    marker->places = arena_new(marker->bench->arena, BlockPlace, document->blocks.count);
    marker->place_count = document->blocks.count;
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        Span file = document_original(document, document->blocks.items[i].span, NULL, NULL);
        marker->places[i] = (BlockPlace){file.off, span_end(file), i};
    }
    if (document->blocks.count)
        qsort(marker->places, document->blocks.count, sizeof *marker->places, compare_places);
}

/* The block that a place of the file lies in, else the next; NONE where none follows. */
static uint32_t block_at(const Marker *marker, uint32_t file)
{
    uint32_t low = 0, high = marker->place_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (marker->places[middle].to <= file)
            low = middle + 1;
        else
            high = middle;
    }
    return low < marker->place_count ? marker->places[low].block : NONE;
}

/* --- granting --- */

static View place_words(const Mark *mark)
{
    return mark->whole ? VIEW("in this file") : VIEW("in the block after it");
}

static void read_mark(Marker *marker, uint32_t index)
{
    const Mark *mark = &marker->bench->document->marks.items[index];
    Words words = read_words(mark->text);
    Suppression *suppression = arena_new(marker->bench->arena, Suppression, 1);
    *suppression = (Suppression){.reason = words.reason, .until = DATE_NONE, .mark = mark->file};
    MarkSaid said = {.until = words.until, .place = place_words(mark)};
    bool dated = !words.until.at || date_parse(words.until, &suppression->until);
    bool over = dated && words.until.at && date_known(marker->today) &&
                suppression->until.last < marker->today.first;
    uint32_t block = mark->whole ? NONE : block_at(marker, mark->file.off), named = 0;
    for (View word; (word = next_word(&words.rules)).len;) {
        if (view_starts(word, VIEW("until=")))
            continue;
        named++;
        said.rule = word;
        uint32_t rule = rule_named(marker->rules, word);
        if (rule == NONE) {
            said.near = near_rule(marker, word);
            tell(marker, MARK_UNKNOWN_RULE, mark, said);
        } else if (over) {
            tell(marker, MARK_EXPIRED, mark, said);
        } else if (dated) {
            bool nowhere = block == NONE && !mark->whole;
            *arena_push(marker->bench->arena, &marker->grants) = (Grant){
                rule, nowhere ? marker->place_count : block, index, word, suppression, false};
        }
    }
    if (!named)
        tell(marker, MARK_NO_RULE, mark, said);
    if (!dated)
        tell(marker, MARK_NO_DAY, mark, said);
    if (named && !words.reason.len && !marker->bench->policy->bare_marks)
        tell(marker, MARK_NO_REASON, mark, said);
}

static int compare_keys(const Grant *a, uint32_t rule, uint32_t block)
{
    if (a->rule != rule)
        return a->rule < rule ? -1 : 1;
    return a->block == block ? 0 : a->block < block ? -1 : 1;
}

static int compare_grants(const void *a, const void *b)
{
    const Grant *left = a, *right = b;
    int order = compare_keys(left, right->rule, right->block);
    return order ? order : left->mark < right->mark ? -1 : left->mark > right->mark;
}

/* The first grant of a rule for a block. */
static Grant *find_grant(Marker *marker, uint32_t rule, uint32_t block)
{
    uint32_t low = 0, high = marker->grants.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_keys(&marker->grants.items[middle], rule, block) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool found =
        low < marker->grants.count && compare_keys(&marker->grants.items[low], rule, block) == 0;
    return found ? &marker->grants.items[low] : NULL;
}

static void apply(Marker *marker, Finding *finding)
{
    uint32_t block = document_block(marker->bench->document, finding->span);
    Grant *grant = find_grant(marker, finding->rule, block);
    if (!grant)
        grant = find_grant(marker, finding->rule, NONE);
    if (!grant)
        return;
    grant->used = true;
    finding->suppressed = grant->suppression;
}

static int compare_marks(const void *a, const void *b)
{
    uint32_t left = ((const Grant *)a)->mark, right = ((const Grant *)b)->mark;
    return left < right ? -1 : left > right;
}

static void tell_unused(Marker *marker)
{
    const Document *document = marker->bench->document;
    if (marker->grants.count)
        qsort(marker->grants.items, marker->grants.count, sizeof *marker->grants.items,
              compare_marks);
    for (uint32_t i = 0; i < marker->grants.count; i++) {
        const Grant *grant = &marker->grants.items[i];
        const Mark *mark = &document->marks.items[grant->mark];
        if (!grant->used)
            tell(marker, MARK_UNUSED, mark,
                 (MarkSaid){.rule = grant->name, .place = place_words(mark)});
    }
}

void judge_marks(const Bench *bench, const Rules *rules, Date today, Findings *findings)
{
    const Document *document = bench->document;
    if (!document->marks.count)
        return;
    Marker marker = {.bench = bench, .rules = rules, .today = today, .findings = findings};
    uint32_t judged = findings->count;
    gather_places(&marker);
    for (uint32_t i = 0; i < document->marks.count; i++)
        read_mark(&marker, i);
    if (marker.grants.count)
        qsort(marker.grants.items, marker.grants.count, sizeof *marker.grants.items,
              compare_grants);
    for (uint32_t i = 0; i < judged; i++)
        apply(&marker, &findings->items[i]);
    tell_unused(&marker);
}
