/* Patterns over PCRE2. Tests: tests/unit/base/pattern.c. */
#include "base/pattern.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/buffer.h"
#include "base/limits.h"

struct Pattern {
    View text;
    Outline outline;
    _Atomic(pcre2_code *) code;   /* NULL: not needed yet */
    _Atomic(pcre2_code *) fast;   /* with JIT: a copy, or the same; NULL: not needed yet */
    _Atomic(uint32_t) uses;       /* until then */
    uint8_t slots[PATTERN_SLOTS]; /* of a text pattern: their kinds, in order */
};

struct PatternMatch {
    pcre2_match_data *data;
    const PCRE2_SIZE *bounds; /* of its groups: where each begins and ends */
    pcre2_match_context *limits;
    pcre2_jit_stack *stack; /* NULL: that of the thread does, which is all but always so */
    uint32_t groups;        /* of the last match: those beyond took no part */
};

enum {
    MATCH_GROUPS = OUTLINE_GROUPS,
    SLOW_USES = 32,    /* JIT compiling costs thirty of them, and most patterns are hardly used */
    SLOW_STEPS = 2000, /* what needs more is for JIT, which counts steps in another way, to say */
    STACK_FIRST = 32 << 10,
    STACK_MOST = 1 << 20
};

enum { TAG_OPTIONS = PCRE2_EXTENDED | PCRE2_NEVER_UTF };

static pcre2_code *compile(View text, uint32_t options, int *error, PCRE2_SIZE *offset)
{
    return pcre2_compile((PCRE2_SPTR)(text.at ? text.at : ""), text.len,
                         options | PCRE2_NEVER_BACKSLASH_C, error, offset, NULL);
}

/* Without JIT pcre2_match interprets. */
static pcre2_code *with_jit(pcre2_code *code)
{
    if (code)
        pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static Pattern *pattern_new(View text, pcre2_code *code)
{
    Pattern *pattern = memory_or_end(calloc(1, sizeof *pattern));
    pattern->text = text;
    pattern->outline = outline_read(text);
    atomic_init(&pattern->code, code);
    return pattern;
}

/* Where a pattern stands, for trouble. */
typedef struct Place {
    View path;
    uint32_t line;
    uint32_t column;
    Troubles *troubles;
} Place;

static void say(const Place *place, const char *what)
{
    trouble_add(place->troubles, place->path, place->line, place->column, "%s", what);
}

static void say_fault(const Place *place, size_t at, int error)
{
    PCRE2_UCHAR message[256];
    pcre2_get_error_message(error, message, sizeof message);
    trouble_add(place->troubles, place->path, place->line, place->column,
                "the pattern fails at its character %zu: %s", at + 1, (const char *)message);
}

/* How much stands for itself at `at`, or for what PCRE2 says: an escaped byte with the name that it
 * may have, "\p{Lu}", or a stretch "\Q...\E". 0: nothing does. */
static size_t literal_at(View text, size_t at)
{
    size_t end = at + 2;
    if (text.at[at] != '\\')
        return 0;
    if (end > text.len)
        return 1;
    if (text.at[at + 1] != 'Q') {
        bool named = strchr("pPxogkN", text.at[at + 1]) && end < text.len && text.at[end] == '{';
        while (named && end < text.len && text.at[end - 1] != '}')
            end++;
        return end - at;
    }
    while (end < text.len && !view_starts(view_slice(text, end, text.len), VIEW("\\E")))
        end++;
    return (end < text.len ? end + 2 : end) - at;
}

/* "(?C1)": callouts are how slots are asked for. */
static bool has_callout(View text)
{
    for (size_t at = 0, literal; at < text.len; at += literal ? literal : 1) {
        literal = literal_at(text, at);
        if (!literal && view_starts(view_slice(text, at, text.len), VIEW("(?C")))
            return true;
    }
    return false;
}

/* Frees it and adds trouble where it has more groups than there is room for; NULL then. */
static pcre2_code *with_room(pcre2_code *code, const Place *place)
{
    uint32_t groups;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups < MATCH_GROUPS)
        return code;
    trouble_add(place->troubles, place->path, place->line, place->column,
                "the pattern has %u groups, expected at most %d", groups, MATCH_GROUPS - 1);
    pcre2_code_free(code);
    return NULL;
}

static const char no_callouts[] = "the pattern holds a callout, \"(?C\", which is not taken";

Pattern *pattern_compile(View text, View path, uint32_t line, uint32_t column, Troubles *troubles)
{
    Place place = {path, line, column, troubles};
    int error;
    PCRE2_SIZE offset;
    if (has_callout(text)) {
        say(&place, no_callouts);
        return NULL;
    }
    pcre2_code *code = compile(text, TAG_OPTIONS, &error, &offset);
    if (!code)
        say_fault(&place, offset, error);
    code = code ? with_room(code, &place) : NULL;
    if (!code)
        return NULL;
    uint32_t groups;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    Pattern *pattern = pattern_new(text, code);
    assert(!pattern->outline.plain || pattern->outline.group_count == groups + 1);
    return pattern;
}

/* --- slots --- */

/* A pattern with its slots written out. */
typedef struct Expanded {
    Buffer text;
    uint8_t kinds[PATTERN_SLOTS];
    size_t written[PATTERN_SLOTS]; /* where each stands in the pattern ... */
    size_t begins[PATTERN_SLOTS];  /* ... and in the text, from here ... */
    size_t ends[PATTERN_SLOTS];    /* ... to here */
    uint32_t count;
    View unknown; /* "{persn}": none of the slots */
} Expanded;

/* The kind of the slot that begins at `at`; -1: none does. */
static int slot_at(View text, size_t at, const char *const *slots)
{
    for (int kind = 0; slots[kind]; kind++) {
        View name = view_of(slots[kind]);
        if (at + name.len + 2 <= text.len && text.at[at] == '{' &&
            text.at[at + name.len + 1] == '}' &&
            view_equal(view_slice(text, at + 1, at + 1 + name.len), name))
            return kind;
    }
    return -1;
}

/* A name in braces that begins at `at`; empty: none does. */
static View braced_at(View text, size_t at)
{
    size_t end = at + 1;
    while (text.at[at] == '{' && end < text.len &&
           ((text.at[end] >= 'a' && text.at[end] <= 'z') || text.at[end] == '-'))
        end++;
    bool whole = end > at + 1 && end < text.len && text.at[end] == '}';
    return whole ? view_slice(text, at, end + 1) : (View){0};
}

/* A slot becomes a group that grows letter by letter between two callouts: the first asks whether
 * one can begin there, the second whether this is one. False where there are too many, or one that
 * there is not. */
static bool expand(View text, const char *const *slots, Expanded *out)
{
    bool named[256] = {0};
    for (size_t at = 0; at < text.len;) {
        size_t literal = literal_at(text, at);
        int kind = literal ? -1 : slot_at(text, at, slots);
        if (kind < 0) {
            size_t end = at + (literal ? literal : 1);
            out->unknown = literal ? (View){0} : braced_at(text, at);
            if (out->unknown.len)
                return false;
            buffer_add(&out->text, view_slice(text, at, end));
            at = end;
            continue;
        }
        uint32_t slot = out->count++;
        if (slot == PATTERN_SLOTS)
            return false;
        out->kinds[slot] = (uint8_t)kind;
        out->written[slot] = at;
        out->begins[slot] = out->text.len;
        buffer_print(&out->text, named[kind] ? "(?:" : "(?<%s>", slots[kind]);
        buffer_print(&out->text, "(?C%u)[^\\n]+?(?C%u))", 2 * slot + 1, 2 * slot + 2);
        out->ends[slot] = out->text.len;
        named[kind] = true;
        at += view_of(slots[kind]).len + 2;
    }
    return true;
}

/* Where a place of the expanded text stands in the pattern. */
static size_t written_at(const Expanded *expanded, const char *const *slots, size_t at)
{
    for (uint32_t i = expanded->count; i--;) {
        if (at >= expanded->ends[i])
            return expanded->written[i] + view_of(slots[expanded->kinds[i]]).len + 2 + at -
                   expanded->ends[i];
        if (at >= expanded->begins[i])
            return expanded->written[i];
    }
    return at;
}

/* By itself, so that a bracket which nothing opened is told, and then not begun or ended inside a
 * word. */
static pcre2_code *compile_expanded(const Expanded *expanded, const char *const *slots,
                                    uint32_t options, const Place *place)
{
    int error;
    PCRE2_SIZE offset;
    pcre2_code *alone = compile(buffer_view(&expanded->text), options, &error, &offset);
    pcre2_code_free(alone);
    if (!alone) {
        say_fault(place, written_at(expanded, slots, offset), error);
        return NULL;
    }
    static const char apart[] = "(?<!\\w(?=\\w))";
    Buffer whole = {0};
    buffer_print(&whole, "%s(?:%.*s\\E)%s", apart, (int)expanded->text.len, expanded->text.at,
                 apart);
    pcre2_code *code = compile(buffer_view(&whole), options, &error, &offset);
    if (!code)
        say(place, "the pattern ends in a comment or sets an option at its start, which is not "
                   "taken");
    buffer_free(&whole);
    return code ? with_jit(with_room(code, place)) : NULL;
}

static void say_slots(const Place *place, const char *const *slots, const Expanded *expanded)
{
    if (!expanded->unknown.len) {
        trouble_add(place->troubles, place->path, place->line, place->column,
                    "the pattern has more slots than %d, the most", PATTERN_SLOTS);
        return;
    }
    Buffer names = {0};
    for (uint32_t i = 0; slots[i]; i++)
        buffer_print(&names, "%s{%s}", !i ? "" : slots[i + 1] ? ", " : " or ", slots[i]);
    trouble_add(place->troubles, place->path, place->line, place->column,
                "the pattern has no slot \"%.*s\", expected %.*s", VIEW_ARG(expanded->unknown),
                (int)names.len, names.at);
    buffer_free(&names);
}

Pattern *pattern_compile_text(View text, const char *const *slots, bool fold, View path,
                              uint32_t line, uint32_t column, Troubles *troubles)
{
    Place place = {path, line, column, troubles};
    Expanded expanded = {0};
    uint32_t options = PCRE2_UTF | PCRE2_UCP | (fold ? PCRE2_CASELESS : 0);
    pcre2_code *code = NULL;
    if (has_callout(text))
        say(&place, no_callouts);
    else if (expand(text, slots, &expanded))
        code = compile_expanded(&expanded, slots, options, &place);
    else
        say_slots(&place, slots, &expanded);
    Pattern *pattern = code ? memory_or_end(calloc(1, sizeof *pattern)) : NULL;
    if (pattern) {
        atomic_init(&pattern->code, code);
        atomic_init(&pattern->fast, code);
        memcpy(pattern->slots, expanded.kinds, expanded.count);
    }
    buffer_free(&expanded.text);
    return pattern;
}

Pattern *pattern_compile_words(View words, bool fold)
{
    int error;
    PCRE2_SIZE offset;
    Buffer text = {0};
    buffer_add(&text, VIEW("(?<!\\w)"));
    for (size_t i = 0; i < words.len; i++) {
        bool letter = (unsigned char)words.at[i] >= 0x80 || !strchr("\\^$.[]|()?*+{}", words.at[i]);
        buffer_print(&text, letter ? "%c" : "\\%c", words.at[i]);
    }
    buffer_add(&text, VIEW("(?!\\w)"));
    uint32_t options = PCRE2_UTF | PCRE2_UCP | (fold ? PCRE2_CASELESS : 0);
    pcre2_code *code =
        memory_or_end(with_jit(compile(buffer_view(&text), options, &error, &offset)));
    Pattern *pattern = memory_or_end(calloc(1, sizeof *pattern));
    atomic_init(&pattern->code, code);
    atomic_init(&pattern->fast, code);
    buffer_free(&text);
    return pattern;
}

Pattern *pattern_lend(View text)
{
    return pattern_new(text, NULL);
}

void pattern_free(Pattern *pattern)
{
    if (!pattern)
        return;
    pcre2_code *code = atomic_load(&pattern->code), *fast = atomic_load(&pattern->fast);
    pcre2_code_free(code);
    if (fast != code)
        pcre2_code_free(fast);
    free(pattern);
}

/* Keeps what was made for a pattern, which two threads may do at once: who comes second takes what
 * is there. */
static const pcre2_code *keep(_Atomic(pcre2_code *) *place, pcre2_code *made)
{
    pcre2_code *there = NULL;
    if (atomic_compare_exchange_strong(place, &there, made))
        return made;
    pcre2_code_free(made);
    return there;
}

/* What a pattern matches does not change. */
static Pattern *own(const Pattern *pattern)
{
    return (Pattern *)(uintptr_t)pattern;
}

/* Compiled when it is first asked for. */
static const pcre2_code *code_of(const Pattern *pattern)
{
    const pcre2_code *there = atomic_load(&own(pattern)->code);
    int error;
    PCRE2_SIZE offset;
    return there ? there
                 : keep(&own(pattern)->code,
                        memory_or_end(compile(pattern->text, TAG_OPTIONS, &error, &offset)));
}

/* The same with JIT. */
static const pcre2_code *fast_code_of(const Pattern *pattern)
{
    const pcre2_code *there = atomic_load(&own(pattern)->fast);
    return there ? there
                 : keep(&own(pattern)->fast,
                        with_jit(memory_or_end(pcre2_code_copy(code_of(pattern)))));
}

uint32_t pattern_group(const Pattern *pattern, const char *name)
{
    if (!pattern->outline.plain) {
        int number = pcre2_substring_number_from_name(code_of(pattern), (PCRE2_SPTR)name);
        return number > 0 ? (uint32_t)number : 0;
    }
    View wanted = view_of(name);
    for (uint32_t i = 1; i < pattern->outline.group_count; i++)
        if (pattern->outline.names[i].len == wanted.len &&
            view_equal(pattern->outline.names[i], wanted))
            return i;
    return 0;
}

const Outline *pattern_outline(const Pattern *pattern)
{
    return &pattern->outline;
}

PatternMatch *pattern_match_new(void)
{
    PatternMatch *match = memory_or_end(malloc(sizeof *match));
    *match = (PatternMatch){.data = memory_or_end(pcre2_match_data_create(MATCH_GROUPS, NULL)),
                            .limits = memory_or_end(pcre2_match_context_create(NULL))};
    match->bounds = pcre2_get_ovector_pointer(match->data);
    pcre2_set_match_limit(match->limits, LIMIT_MATCH_STEPS);
    pcre2_set_depth_limit(match->limits, LIMIT_MATCH_DEPTH);
    pcre2_set_heap_limit(match->limits, LIMIT_MATCH_HEAP);
    return match;
}

void pattern_match_free(PatternMatch *match)
{
    if (!match)
        return;
    pcre2_match_data_free(match->data);
    pcre2_match_context_free(match->limits);
    pcre2_jit_stack_free(match->stack);
    free(match);
}

static int run(const pcre2_code *code, View subject, size_t from, PatternMatch *match)
{
    const char *bytes = subject.at ? subject.at : "";
    return pcre2_match(code, (PCRE2_SPTR)bytes, subject.len, from, 0, match->data, match->limits);
}

static int run_fast(const Pattern *pattern, View subject, size_t from, PatternMatch *match)
{
    const pcre2_code *code = fast_code_of(pattern);
    int found = run(code, subject, from, match);
    if (found != PCRE2_ERROR_JIT_STACKLIMIT || match->stack)
        return found;
    match->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
    pcre2_jit_stack_assign(match->limits, NULL, match->stack);
    return run(code, subject, from, match);
}

static int run_slowly(const Pattern *pattern, View subject, size_t from, PatternMatch *match)
{
    pcre2_set_match_limit(match->limits, SLOW_STEPS);
    int found = run(code_of(pattern), subject, from, match);
    pcre2_set_match_limit(match->limits, LIMIT_MATCH_STEPS);
    return found;
}

/* Whether it has not been used often enough to be worth a copy with JIT. */
static bool is_rare(const Pattern *pattern)
{
    return !atomic_load(&own(pattern)->fast) &&
           atomic_fetch_add(&own(pattern)->uses, 1) < SLOW_USES;
}

PatternResult pattern_find(const Pattern *pattern, View subject, size_t from, PatternMatch *match)
{
    assert(from <= subject.len);
    bool rare = is_rare(pattern);
    int found = rare ? run_slowly(pattern, subject, from, match) : 0;
    if (!rare || (found < 0 && found != PCRE2_ERROR_NOMATCH))
        found = run_fast(pattern, subject, from, match);
    match->groups = found > 0 ? (uint32_t)found : 0;
    if (found > 0)
        return PATTERN_YES;
    assert(found != 0); /* more groups than room: refused when it was compiled */
    return found == PCRE2_ERROR_NOMATCH ? PATTERN_NO : PATTERN_LIMIT;
}

typedef struct Filling {
    const Pattern *pattern;
    const PatternSlots *slots;
    size_t starts[PATTERN_SLOTS];
} Filling;

static int on_callout(pcre2_callout_block *block, void *data)
{
    Filling *filling = data;
    uint32_t slot = (block->callout_number - 1) / 2;
    uint32_t kind = filling->pattern->slots[slot];
    const PatternSlots *slots = filling->slots;
    if (block->callout_number % 2) {
        filling->starts[slot] = block->current_position;
        return !slots->begins(slots->self, kind, block->current_position);
    }
    return !slots->is(slots->self, kind, filling->starts[slot], block->current_position);
}

PatternResult pattern_find_slots(const Pattern *pattern, View subject, size_t from,
                                 PatternMatch *match, const PatternSlots *slots)
{
    Filling filling = {.pattern = pattern, .slots = slots};
    pcre2_set_callout(match->limits, on_callout, &filling);
    PatternResult result = pattern_find(pattern, subject, from, match);
    pcre2_set_callout(match->limits, NULL, NULL);
    return result;
}

bool pattern_bounds(const PatternMatch *match, uint32_t group, size_t *start, size_t *end)
{
    const PCRE2_SIZE *bounds = &match->bounds[2 * group];
    if (group >= match->groups || bounds[0] == PCRE2_UNSET)
        return false;
    *start = bounds[0];
    *end = bounds[1];
    return true;
}
