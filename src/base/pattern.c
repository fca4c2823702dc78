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
    uint8_t slots[PATTERN_SLOTS]; /* of a text pattern: their kinds, in order */
};

struct PatternMatch {
    pcre2_match_data *data;
    pcre2_match_context *limits;
    pcre2_jit_stack *stack; /* NULL: that of the thread does, which is all but always so */
    uint32_t groups;        /* of the last match: those beyond took no part */
};

enum {
    MATCH_GROUPS = OUTLINE_GROUPS,
    JIT_FROM = 32 /* uses */,
    STACK_FIRST = 32 << 10,
    STACK_MOST = 1 << 20
};

enum { TAG_OPTIONS = PCRE2_EXTENDED | PCRE2_NEVER_UTF };

/* With JIT, without which pcre2_match interprets: never the one and then the other, since they
 * count steps differently. */
static pcre2_code *compile(View text, uint32_t options, int *error, PCRE2_SIZE *offset)
{
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)(text.at ? text.at : ""), text.len,
                                     options | PCRE2_NEVER_BACKSLASH_C, error, offset, NULL);
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

/* NULL and trouble where the text is no pattern, or one of too many groups. */
static pcre2_code *compile_told(View text, uint32_t options, View path, uint32_t line,
                                uint32_t column, Troubles *troubles)
{
    int error;
    PCRE2_SIZE offset;
    pcre2_code *code = compile(text, options, &error, &offset);
    if (!code) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(error, message, sizeof message);
        trouble_add(troubles, path, line, column, "the pattern fails at its character %zu: %s",
                    (size_t)offset + 1, (const char *)message);
        return NULL;
    }
    uint32_t groups;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    if (groups >= MATCH_GROUPS) {
        trouble_add(troubles, path, line, column, "the pattern has %u groups, expected at most %d",
                    groups, MATCH_GROUPS - 1);
        pcre2_code_free(code);
        return NULL;
    }
    return code;
}

Pattern *pattern_compile(View text, View path, uint32_t line, uint32_t column, Troubles *troubles)
{
    pcre2_code *code = compile_told(text, TAG_OPTIONS, path, line, column, troubles);
    if (!code)
        return NULL;
    uint32_t groups;
    pcre2_pattern_info(code, PCRE2_INFO_CAPTURECOUNT, &groups);
    Pattern *pattern = pattern_new(text, code);
    assert(!pattern->outline.plain || pattern->outline.group_count == groups + 1);
    return pattern;
}

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

/* A slot becomes a group that grows letter by letter between two callouts: the first asks whether
 * one can begin there, the second whether this is one. */
Pattern *pattern_compile_text(View text, const char *const *slots, bool fold, View path,
                              uint32_t line, uint32_t column, Troubles *troubles)
{
    Buffer out = {0};
    uint8_t kinds[PATTERN_SLOTS];
    uint32_t count = 0;
    bool named[256] = {0};
    buffer_add(&out, VIEW("\\b(?:"));
    for (size_t at = 0; at < text.len; at++) {
        int kind = count < PATTERN_SLOTS ? slot_at(text, at, slots) : -1;
        if (kind < 0) {
            buffer_add_byte(&out, text.at[at]);
            continue;
        }
        buffer_print(&out, named[kind] ? "(?:" : "(?<%s>", slots[kind]);
        buffer_print(&out, "(?C%u)[^\\n]+?(?C%u))", 2 * count + 1, 2 * count + 2);
        named[kind] = true;
        kinds[count++] = (uint8_t)kind;
        at += view_of(slots[kind]).len + 1;
    }
    buffer_add(&out, VIEW(")\\b"));
    uint32_t options = PCRE2_UTF | PCRE2_UCP | (fold ? PCRE2_CASELESS : 0);
    pcre2_code *code = compile_told(buffer_view(&out), options, path, line, column, troubles);
    Pattern *pattern = code ? memory_or_end(calloc(1, sizeof *pattern)) : NULL;
    if (pattern) {
        atomic_init(&pattern->code, code);
        memcpy(pattern->slots, kinds, count);
    }
    buffer_free(&out);
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
    pcre2_code_free(atomic_load(&pattern->code));
    free(pattern);
}

/* Compiled when it is first asked for. Two threads may both do so: who comes second takes what is
 * there. */
static const pcre2_code *code_of(const Pattern *pattern)
{
    Pattern *own = (Pattern *)(uintptr_t)pattern; /* what it matches does not change */
    pcre2_code *there = atomic_load(&own->code);
    int error;
    PCRE2_SIZE offset;
    if (there)
        return there;
    pcre2_code *made = memory_or_end(compile(own->text, TAG_OPTIONS, &error, &offset));
    if (atomic_compare_exchange_strong(&own->code, &there, made))
        return made;
    pcre2_code_free(made);
    return there;
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

PatternResult pattern_find(const Pattern *pattern, View subject, size_t from, PatternMatch *match)
{
    assert(from <= subject.len);
    const char *bytes = subject.at ? subject.at : "";
    const pcre2_code *code = code_of(pattern);
    int found =
        pcre2_match(code, (PCRE2_SPTR)bytes, subject.len, from, 0, match->data, match->limits);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT && !match->stack) {
        match->stack = pcre2_jit_stack_create(STACK_FIRST, STACK_MOST, NULL);
        pcre2_jit_stack_assign(match->limits, NULL, match->stack);
        found =
            pcre2_match(code, (PCRE2_SPTR)bytes, subject.len, from, 0, match->data, match->limits);
    }
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
    const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(match->data);
    if (group >= match->groups || bounds[2 * group] == PCRE2_UNSET)
        return false;
    *start = bounds[2 * group];
    *end = bounds[2 * group + 1];
    return true;
}
