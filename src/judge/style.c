/* Runs the patterns of rules. Most patterns name a word; one look at each token of the article
 * tells which of them can match at all. Tests: tests/unit/judge/style.c, tests/cli/style.py. */
#include "judge/style.h"

#include <stdlib.h>
#include <string.h>

/* --- subjects --- */

static View fill_instead(const MessageContext *context)
{
    return message_case(context, context->reading->known,
                        message_said(context, context->claim->said_span));
}

static View fill_place(const MessageContext *context)
{
    return message_said(context, context->claim->place_span);
}

static View fill_date(const MessageContext *context)
{
    return message_said(context, context->claim->status_span);
}

static const Placeholder placeholders[] = {
    {"instead", fill_instead, "the house term, in the letters' case of the words said"},
    {"place", fill_place, "the words of the slot {place}, or of the group `place`"},
    {"date", fill_date, "the words of the slot {date}, or of the group `date`"},
    {0},
};

static const Fact facts[] = {{0}};

const Subject subject_text = {
    .name = "text",
    .meaning = "words: `pattern:` (PCRE2, with {person}, {office}, {place}, {date}), or `terms:`",
    .facts = {facts, 0},
    .placeholders = placeholders,
    .quiet = true};

const Subject subject_tags = {
    .name = "tags",
    .meaning = "the tag string of a sentence: `pattern:` with groups person, office, place, date",
    .facts = {facts, 0},
    .placeholders = placeholders,
    .quiet = true};

/* --- the needed word --- */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* The end of a slot that begins at `at`, "{person}"; `at`: none does. */
static size_t slot_end(View pattern, size_t at)
{
    size_t end = at + 1;
    while (pattern.at[at] == '{' && end < pattern.len && is_letter(pattern.at[end]))
        end++;
    return end > at + 1 && end < pattern.len && pattern.at[end] == '}' ? end + 1 : at;
}

/* A blank that must stand there: none that a quantifier lets be missing or several. */
static bool is_blank(View pattern, size_t at)
{
    size_t next = at + 1;
    return pattern.at[at] == ' ' && (next == pattern.len || !strchr("?*{+", pattern.at[next]) ||
                                     slot_end(pattern, next) > next);
}

/* What may stand beside a word without being part of it. */
static bool is_bound(View pattern, size_t at)
{
    return at >= pattern.len || is_blank(pattern, at) || slot_end(pattern, at) > at ||
           (pattern.at[at] == '\\' && at + 1 < pattern.len && pattern.at[at + 1] == 'b');
}

/* The longest runs of letters outside of groups, classes and choices, that stand for themselves. A
 * pattern that holds any of these names no word. */
NeededWords style_needed_words(View pattern)
{
    NeededWords none = {0};
    View longest = {0}, second = {0};
    bool bound = true; /* what stands before is no part of a word */
    for (size_t at = 0; at < pattern.len;) {
        char byte = pattern.at[at];
        size_t end = at + 1;
        if (byte == '(' || byte == '[' || byte == '|')
            return none;
        if (is_letter(byte)) {
            while (end < pattern.len && is_letter(pattern.at[end]))
                end++;
            View word = view_slice(pattern, at, end);
            bool stands = bound && is_bound(pattern, end);
            if (stands && word.len > longest.len) {
                second = longest;
                longest = word;
            } else if (stands && word.len > second.len) {
                second = word;
            }
            bound = false;
        } else if (byte == '\\') {
            bound = end < pattern.len && pattern.at[end] == 'b';
            if (end < pattern.len && strchr("QkgcpPxoNuU", pattern.at[end]))
                return none; /* quotes, names, codes: what follows stands for something else */
            end++;
        } else {
            bound = is_blank(pattern, at) || slot_end(pattern, at) > at;
            end = slot_end(pattern, at) > at ? slot_end(pattern, at) : end;
        }
        at = end;
    }
    return (NeededWords){longest.len ? word_hash(longest) : 0, second.len ? word_hash(second) : 0};
}

/* --- tags --- */

static void keep_sentence(void *self, const Sentence *sentence, const struct Tags *tags)
{
    StyleTags *kept = self;
    (void)sentence;
    *arena_push(kept->arena, &kept->sentences) = (Range){kept->count, tags->count};
    for (uint32_t i = 0; i < tags->count; i++)
        *arena_push(kept->arena, kept) = (StyleTag){tags->letters[i], tags->items[i].span};
}

ExtractWatch style_watch(StyleTags *tags)
{
    return (ExtractWatch){.sentence = keep_sentence, .self = tags};
}

/* --- compiling --- */

static const char *const slot_names[] = {"person", "office", "place", "date", NULL};
static const char *const slot_letters[] = {"PN", "OM", "LA", "D"};

static Pattern *compile(const Rule *rule, const RulePattern *pattern, Troubles *troubles)
{
    if (rule->subject == SUBJECT_TAGS)
        return pattern_compile(pattern->text, rule->path, pattern->line, pattern->column, troubles);
    if (pattern->words)
        return pattern_compile_words(pattern->text, pattern->fold);
    return pattern_compile_text(pattern->text, slot_names, pattern->fold, rule->path, pattern->line,
                                pattern->column, troubles);
}

/* Two threads may compile the same pattern; the first one's is kept. What is no pattern is told
 * once. */
static const Pattern *compiled(const Rules *rules, const RulePattern *pattern, Troubles *troubles)
{
    Pattern *found = atomic_load(&pattern->compiled->pattern);
    if (found || atomic_load(&pattern->compiled->broken))
        return found;
    Pattern *made = compile(&rules->items[pattern->rule], pattern, troubles);
    if (!made)
        atomic_store(&pattern->compiled->broken, true);
    if (made && !atomic_compare_exchange_strong(&pattern->compiled->pattern, &found, made)) {
        pattern_free(made);
        return found;
    }
    return made;
}

bool style_check(const Rules *rules, Troubles *troubles)
{
    bool whole = true;
    for (uint32_t i = 0; i < rules->pattern_count; i++)
        whole &= compiled(rules, &rules->patterns[i], troubles) != NULL;
    return whole;
}

void rules_free(Rules *rules)
{
    for (uint32_t i = 0; i < rules->pattern_count; i++)
        pattern_free(atomic_load(&rules->patterns[i].compiled->pattern));
}

/* --- one article --- */

typedef struct Style {
    const Bench *bench;
    const Rules *rules;
    const Tokens *tokens;
    const StyleTags *tags;
    PatternMatch *match;
    Findings *findings;
    Troubles *troubles;
    size_t base; /* of the block at hand, in the text */
} Style;

/* The first tag that does not begin before `at`. */
static uint32_t first_tag(const StyleTags *tags, size_t at)
{
    uint32_t low = 0, high = tags->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tags->items[middle].span.off < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_kind(const StyleTag *tag, uint32_t kind)
{
    const char *letters = slot_letters[kind];
    return tag->letter == letters[0] || (letters[1] && tag->letter == letters[1]);
}

static bool slot_begins(const void *self, uint32_t kind, size_t at)
{
    const Style *style = self;
    const StyleTags *tags = style->tags;
    for (uint32_t i = first_tag(tags, style->base + at);
         i < tags->count && tags->items[i].span.off == style->base + at; i++)
        if (is_kind(&tags->items[i], kind))
            return true;
    return false;
}

static bool slot_is(const void *self, uint32_t kind, size_t from, size_t to)
{
    const Style *style = self;
    const StyleTags *tags = style->tags;
    for (uint32_t i = first_tag(tags, style->base + from);
         i < tags->count && tags->items[i].span.off == style->base + from; i++)
        if (is_kind(&tags->items[i], kind) && span_end(tags->items[i].span) == style->base + to)
            return true;
    return false;
}

static bool is_quoted(const Style *style, Span span)
{
    uint32_t low = 0, high = style->tokens->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (span_end(style->tokens->items[middle].span) <= span.off)
            low = middle + 1;
        else
            high = middle;
    }
    return low < style->tokens->count && style->tokens->items[low].flags & TOKEN_QUOTED;
}

/* Bounds of a group of the match in the text; {0,0} where it took no part. `tags`: the groups are
 * of tags from this one on. */
static Span group_span(const Style *style, uint32_t group, const StyleTag *tags)
{
    size_t start, end;
    if (!pattern_bounds(style->match, group, &start, &end) || start == end)
        return (Span){0};
    if (tags)
        return span_join(tags[start].span, tags[end - 1].span);
    return (Span){(uint32_t)(style->base + start), (uint32_t)(end - start)};
}

static Span named_span(const Style *style, const Pattern *pattern, const char *name,
                       const StyleTag *tags)
{
    uint32_t group = pattern_group(pattern, name);
    return group ? group_span(style, group, tags) : (Span){0};
}

static Span replaced(const Rule *rule, const Claim *words)
{
    switch (rule->replace) {
    case FIX_SAID:
        return words->said_span;
    case FIX_PERSON:
        return words->person_span;
    case FIX_TITLE:
        return words->office_span;
    case FIX_PLACE:
        return words->place_span;
    case FIX_NONE:
    case FIX_PHRASE:
    case FIX_STATUS:
        break;
    }
    return (Span){0};
}

/* The level at which the policy wants it told, or POLICY_OFF. */
static int told_level(const Style *style, uint32_t rule, bool quoted)
{
    const Policy *policy = style->bench->policy;
    int level = policy_level(policy, rule);
    if (level == POLICY_OFF || (quoted && policy->quotes == QUOTE_OFF))
        return POLICY_OFF;
    if (level == POLICY_AS_WRITTEN)
        level = (int)style->rules->items[rule].level;
    return quoted && policy->quotes == QUOTE_LOWER && level > LEVEL_NOTE ? level - 1 : level;
}

/* The words of a match, as a claim has them, so that the placeholders of claims serve. */
static Claim words_of(const Style *style, const Pattern *pattern, const StyleTag *tags)
{
    Claim words = {.span = group_span(style, 0, tags),
                   .said_span = named_span(style, pattern, "said", tags),
                   .person_span = named_span(style, pattern, "person", tags),
                   .office_span = named_span(style, pattern, "office", tags),
                   .place_span = named_span(style, pattern, "place", tags),
                   .status_span = named_span(style, pattern, "date", tags)};
    if (!words.said_span.len)
        words.said_span = words.span;
    return words;
}

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Whether the words stand inside the house term already: "war" in "secretary of war". */
static bool is_right_already(const Style *style, const RulePattern *by, Span words)
{
    View text = style->bench->document->text, term = by->instead;
    for (size_t before = 0; before + words.len <= term.len && before <= words.off; before++) {
        size_t from = words.off - before, at = 0;
        while (at < term.len && from + at < text.len &&
               lower(text.at[from + at]) == lower(term.at[at]))
            at++;
        if (at == term.len)
            return true;
    }
    return false;
}

static void add_match(const Style *style, const RulePattern *by, const Pattern *pattern,
                      const StyleTag *tags)
{
    const Bench *bench = style->bench;
    const Rule *rule = &style->rules->items[by->rule];
    Claim words = words_of(style, pattern, tags);
    bool quoted = is_quoted(style, words.span);
    int level = told_level(style, by->rule, quoted);
    if (!words.span.len || level == POLICY_OFF || is_right_already(style, by, words.span))
        return;
    Reading reading = reading_new(NONE, NONE, bench->document->date);
    reading.known = by->instead;
    MessageContext context = {.arena = bench->arena,
                              .book = bench->book,
                              .text = bench->document->text,
                              .dates = bench->policy->dates,
                              .claim = &words,
                              .reading = &reading,
                              .placeholders = placeholders};
    Finding finding = {.rule = by->rule,
                       .row = NONE,
                       .level = (Level)level,
                       .claim = NONE,
                       .message = message_fill(&context, rule->message),
                       .span = words.span};
    View with;
    Span span = replaced(rule, &words);
    if (span.len && !quoted && message_fill_all(&context, rule->with, &with))
        finding.fix = (Fix){.safe = rule->safe, .span = span, .text = with};
    *arena_push(bench->arena, style->findings) = finding;
}

/* All matches in a subject: a block's text, or a sentence's letters. */
static bool run_over(const Style *style, const RulePattern *by, const Pattern *pattern,
                     View subject, const StyleTag *tags)
{
    PatternSlots slots = {.self = style, .begins = slot_begins, .is = slot_is};
    for (size_t from = 0; from < subject.len;) {
        PatternResult result =
            tags ? pattern_find(pattern, subject, from, style->match)
                 : pattern_find_slots(pattern, subject, from, style->match, &slots);
        if (result == PATTERN_NO)
            return true;
        if (result == PATTERN_LIMIT) {
            const Rule *rule = &style->rules->items[by->rule];
            trouble_add(style->troubles, rule->path, by->line, by->column,
                        "rule %.*s runs into a limit in %.*s, expected a simpler pattern",
                        VIEW_ARG(rule->name), VIEW_ARG(style->bench->document->name));
            return false;
        }
        size_t start, end;
        pattern_bounds(style->match, 0, &start, &end);
        add_match(style, by, pattern, tags);
        from = end;
        if (end == start) /* nothing: on to the next letter */
            for (from++; from < subject.len && ((unsigned char)subject.at[from] & 0xC0) == 0x80;)
                from++;
    }
    return true;
}

/* False where it ran into a limit. */
static bool run_block(Style *style, const RulePattern *by, const Pattern *pattern, uint32_t block)
{
    const Document *document = style->bench->document;
    Span span = document->blocks.items[block].span;
    style->base = span.off;
    return run_over(style, by, pattern, view_slice(document->text, span.off, span_end(span)), NULL);
}

static void run_tags(Style *style, const RulePattern *by, const Pattern *pattern)
{
    const StyleTags *tags = style->tags;
    for (uint32_t i = 0; i < tags->sentences.count; i++) {
        Range range = tags->sentences.items[i];
        char *letters = arena_new(style->bench->arena, char, range.count + 1);
        for (uint32_t t = 0; t < range.count; t++)
            letters[t] = tags->items[range.first + t].letter;
        if (range.count &&
            !run_over(style, by, pattern, (View){letters, range.count}, &tags->items[range.first]))
            return;
    }
}

/* --- which patterns --- */

/* The first pattern whose needed word is not before this hash. */
static uint32_t first_needing(const Rules *rules, uint64_t hash)
{
    uint32_t low = 0, high = rules->pattern_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (rules->patterns[middle].needs.word < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A block that holds the words which a pattern needs. */
typedef struct Wanted {
    uint32_t pattern;
    uint32_t block;
} Wanted;

typedef struct WantedList {
    Wanted *items;
    uint32_t count;
    uint32_t capacity;
} WantedList;

static int compare_wanted(const void *a, const void *b)
{
    const Wanted *left = a, *right = b;
    if (left->pattern != right->pattern)
        return left->pattern < right->pattern ? -1 : 1;
    return left->block < right->block ? -1 : left->block > right->block;
}

static const Sentence *sentence_of(const Tokens *tokens, uint32_t token)
{
    uint32_t low = 0, high = tokens->sentence_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return &tokens->sentences[low];
}

/* The tokens that may be words which patterns need. */
static IndexList find_needed(const Style *style)
{
    const uint64_t *sieve = style->rules->sieve;
    const Token *tokens = style->tokens->items, *end = tokens + style->tokens->count;
    IndexList needed = {0};
    for (const Token *token = tokens; token < end; token++)
        if (sieve[sieve_at(token->hash)] & sieve_bit(token->hash))
            *arena_push(style->bench->arena, &needed) = (uint32_t)(token - tokens);
    return needed;
}

static bool block_has(const Style *style, IndexList needed, uint32_t at, Span block, uint64_t word)
{
    const Token *tokens = style->tokens->items;
    while (at && tokens[needed.items[at - 1]].span.off >= block.off)
        at--;
    for (; at < needed.count && tokens[needed.items[at]].span.off < span_end(block); at++)
        if (tokens[needed.items[at]].hash == word)
            return true;
    return false;
}

/* Whoever needs this word, of those that find what else they need beside it. Each is asked once a
 * block: `asked` has, by pattern, the number of blocks up to the last. */
static void add_wanted(const Style *style, IndexList needed, uint32_t at, uint32_t *asked,
                       WantedList *wanted)
{
    const Rules *rules = style->rules;
    uint64_t hash = style->tokens->items[needed.items[at]].hash;
    uint32_t block = sentence_of(style->tokens, needed.items[at])->block;
    Span span = style->bench->document->blocks.items[block].span;
    for (uint32_t i = first_needing(rules, hash);
         hash && i < rules->pattern_count && rules->patterns[i].needs.word == hash; i++) {
        uint64_t also = rules->patterns[i].needs.also;
        if (asked[i] == block + 1)
            continue;
        asked[i] = block + 1;
        if (!also || block_has(style, needed, at, span, also))
            *arena_push(style->bench->arena, wanted) = (Wanted){i, block};
    }
}

static WantedList find_wanted(const Style *style)
{
    IndexList needed = find_needed(style);
    WantedList wanted = {0};
    uint32_t *asked = arena_new(style->bench->arena, uint32_t, style->rules->pattern_count);
    for (uint32_t i = 0; i < needed.count; i++)
        add_wanted(style, needed, i, asked, &wanted);
    if (wanted.count)
        qsort(wanted.items, wanted.count, sizeof(Wanted), compare_wanted);
    return wanted;
}

/* Those that name no word: over everything. */
static void run_everywhere(Style *style, const RulePattern *by)
{
    const Pattern *pattern = compiled(style->rules, by, style->troubles);
    bool goes_on = pattern != NULL;
    if (pattern && style->rules->items[by->rule].subject == SUBJECT_TAGS)
        run_tags(style, by, pattern);
    else
        for (uint32_t i = 0; goes_on && i < style->bench->document->blocks.count; i++)
            goes_on = run_block(style, by, pattern, i);
}

static void run_wanted(Style *style, const WantedList *wanted)
{
    uint32_t ended = UINT32_MAX; /* the pattern that is none, or ran into a limit */
    for (uint32_t i = 0; i < wanted->count; i++) {
        uint32_t index = wanted->items[i].pattern;
        if (index == ended)
            continue;
        const RulePattern *by = &style->rules->patterns[index];
        const Pattern *pattern = compiled(style->rules, by, style->troubles);
        if (!pattern || !run_block(style, by, pattern, wanted->items[i].block))
            ended = index;
    }
}

static int compare_findings(const void *a, const void *b)
{
    const Finding *left = a, *right = b;
    if (left->span.off != right->span.off)
        return left->span.off < right->span.off ? -1 : 1;
    if (left->claim != right->claim)
        return left->claim < right->claim ? -1 : 1;
    return left->rule < right->rule ? -1 : left->rule > right->rule;
}

void judge_style(const Bench *bench, const Rules *rules, const Tokens *tokens,
                 const StyleTags *tags, Findings *findings, Troubles *troubles)
{
    if (!rules->pattern_count)
        return;
    Style style = {.bench = bench,
                   .rules = rules,
                   .tokens = tokens,
                   .tags = tags,
                   .findings = findings,
                   .troubles = troubles};
    uint32_t before = findings->count;
    WantedList wanted = find_wanted(&style);
    if (!wanted.count && rules->patterns[0].needs.word)
        return;
    style.match = pattern_match_new();
    for (uint32_t i = 0; i < rules->pattern_count && !rules->patterns[i].needs.word; i++)
        run_everywhere(&style, &rules->patterns[i]);
    run_wanted(&style, &wanted);
    pattern_match_free(style.match);
    if (findings->count > before)
        qsort(findings->items, findings->count, sizeof(Finding), compare_findings);
}
