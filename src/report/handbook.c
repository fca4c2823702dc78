/* Writes the handbook. Tests: tests/cli/rules.py. */
#include "report/handbook.h"

#include <stdio.h>
#include <stdlib.h>

#include "judge/analysis.h"

enum { INDENT_STEP = 2, COLUMN = 20 };

static void add_line(Buffer *out, int indent, const char *name, const char *meaning)
{
    buffer_print(out, "%*s%-*s %s\n", indent, "", COLUMN - indent, name, meaning);
}

static void add_fact(Buffer *out, const Fact *fact)
{
    add_line(out, INDENT_STEP, fact->name, fact->meaning);
    for (const FactValue *value = fact->values; value->name; value++)
        add_line(out, 2 * INDENT_STEP, value->name, value->meaning);
}

static void add_placeholders(Buffer *out, const Placeholder *list)
{
    for (; list && list->name; list++) {
        char braced[64];
        snprintf(braced, sizeof braced, "{%s}", list->name);
        add_line(out, INDENT_STEP, braced, list->meaning);
    }
}

void handbook_facts(Buffer *out)
{
    buffer_print(out, "Facts and placeholders of every subject:\n");
    add_fact(out, &fact_verdict);
    add_placeholders(out, placeholders_common);
    for (uint32_t i = 0; subjects[i]; i++) {
        const Subject *subject = subjects[i];
        buffer_print(out, "\nsubject: %s, %s\n", subject->name, subject->meaning);
        for (uint32_t fact = 0; fact < subject->facts.count; fact++)
            add_fact(out, &subject->facts.items[fact]);
        add_placeholders(out, subject->placeholders);
    }
}

/* --- rules --- */

typedef struct Named {
    View name;
    uint32_t rule;
} Named;

static int compare_named(const void *a, const void *b)
{
    return view_compare(((const Named *)a)->name, ((const Named *)b)->name);
}

/* The first sentence of a help text, on one line. */
static View first_sentence(Arena *arena, View help)
{
    size_t end = 0;
    while (end < help.len &&
           !(help.at[end] == '.' &&
             (end + 1 == help.len || help.at[end + 1] == '\n' || help.at[end + 1] == ' ')))
        end++;
    View line = view_copy(arena, view_slice(help, 0, end));
    char *letters = arena_new(arena, char, line.len + 1);
    for (size_t i = 0; i < line.len; i++)
        letters[i] = line.at[i] == '\n' ? ' ' : line.at[i];
    return (View){letters, line.len};
}

void handbook_list(Arena *scratch, const Rules *rules, Buffer *out)
{
    Named *sorted = arena_new(scratch, Named, rules->count);
    int widest = 0;
    for (uint32_t i = 0; i < rules->count; i++) {
        sorted[i] = (Named){rules->items[i].name, i};
        if ((int)sorted[i].name.len > widest)
            widest = (int)sorted[i].name.len;
    }
    if (rules->count)
        qsort(sorted, rules->count, sizeof *sorted, compare_named);
    for (uint32_t i = 0; i < rules->count; i++) {
        const Rule *rule = &rules->items[sorted[i].rule];
        buffer_print(out, "%-*.*s  %-8s %-10s %.*s\n", widest, VIEW_ARG(rule->name),
                     rule->retired.len ? "retired" : level_name(rule->level),
                     subjects[rule->subject]->name, VIEW_ARG(first_sentence(scratch, rule->help)));
    }
}

static void add_examples(const Rules *rules, uint32_t rule, bool wrong, Arena *scratch, Buffer *out)
{
    for (uint32_t i = 0; i < rules->example_count; i++) {
        const RuleExample *example = &rules->examples[i];
        if (example->rule == rule && example->wrong == wrong)
            buffer_print(out, "%-8s %.*s: %.*s%s%s\n",
                         wrong ? "wrong:" : "right:", VIEW_ARG(date_text(scratch, example->date)),
                         VIEW_ARG(example->text), example->level < 0 ? "" : " -- ",
                         example->level < 0 ? "" : level_name((Level)example->level));
    }
}

/* Which rules leave it what it speaks of, and which take what it leaves. */
static void add_order(const Rules *rules, uint32_t index, Buffer *out)
{
    const Rule *rule = &rules->items[index];
    const char *between = "after:   ";
    for (uint32_t i = 0; i < rules->count; i++)
        if (rule_goes_before(rules, i, index)) {
            buffer_print(out, "%s%.*s", between, VIEW_ARG(rules->items[i].name));
            between = ", ";
        }
    buffer_print(out, *between == ',' ? "\n" : "");
    for (uint32_t i = 0; i < rule->before_count; i++)
        buffer_print(out, "%s%.*s", i ? ", " : "before:  ", VIEW_ARG(rule->before[i]));
    buffer_print(out, rule->before_count ? "\n" : "");
}

static void add_patterns(const Rules *rules, uint32_t rule, Buffer *out)
{
    for (uint32_t i = 0; i < rules->pattern_count; i++) {
        const RulePattern *pattern = &rules->patterns[i];
        if (pattern->rule != rule)
            continue;
        if (pattern->words)
            buffer_print(out, "term:    %.*s, not %.*s, line %u\n", VIEW_ARG(pattern->instead),
                         VIEW_ARG(pattern->text), pattern->line);
        else
            buffer_print(out, "pattern: %.*s, line %u\n", VIEW_ARG(pattern->text), pattern->line);
    }
}

void handbook_rule(Arena *scratch, const Rules *rules, uint32_t index, Buffer *out)
{
    const Rule *rule = &rules->items[index];
    buffer_print(out, "%.*s (%.*s)\n", VIEW_ARG(rule->name), VIEW_ARG(rule->path));
    buffer_print(out, "subject: %s\nlevel:   %s\n", subjects[rule->subject]->name,
                 level_name(rule->level));
    if (rule->retired.len)
        buffer_print(out, "retired: %.*s\n", VIEW_ARG(rule->retired));
    for (uint32_t i = 0; i < rule->tag_count; i++)
        buffer_print(out, "tag:     %.*s\n", VIEW_ARG(rule->tags[i]));
    for (uint32_t i = 0; i < rules->row_count; i++)
        if (rules->rows[i].rule == index)
            buffer_print(out, "%-8s when {%.*s}, line %u\n", level_name(rules->rows[i].level),
                         VIEW_ARG(facts_words(scratch, rule->subject, rules->rows[i].allowed)),
                         rules->rows[i].line);
    add_order(rules, index, out);
    add_patterns(rules, index, out);
    buffer_print(out, "message: %.*s\n", VIEW_ARG(rule->message));
    if (rule->replace != FIX_NONE)
        buffer_print(out, rule->with.len ? "%s the %s becomes \"%.*s\"\n" : "%s the %s goes\n",
                     rule->safe ? "fix:    " : "suggest:", fix_target_name(rule->replace),
                     VIEW_ARG(rule->with));
    add_examples(rules, index, true, scratch, out);
    add_examples(rules, index, false, scratch, out);
}

void handbook_help(const Rules *rules, uint32_t index, Buffer *out)
{
    const Rule *rule = &rules->items[index];
    buffer_print(out, "%.*s: %s\n\n%.*s", VIEW_ARG(rule->name),
                 rule->retired.len ? "retired" : level_name(rule->level), VIEW_ARG(rule->help));
    if (!view_ends(rule->help, VIEW("\n")))
        buffer_add_byte(out, '\n');
}
