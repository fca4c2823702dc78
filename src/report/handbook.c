/* Writes the handbook. Tests: tests/cli/rules.py. */
#include "report/handbook.h"

#include <stdio.h>

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
