/* The handbook: what rules are made of and what they say, for `stet rules` and `stet explain`. */
#ifndef STET_REPORT_HANDBOOK_H
#define STET_REPORT_HANDBOOK_H

#include "base/buffer.h"
#include "judge/rule.h"

/* Every subject with its facts, their values and its placeholders. */
void handbook_facts(Buffer *out);

/* A line for each rule, by name: level, subject and the first sentence of its help. */
void handbook_list(Arena *scratch, const Rules *rules, Buffer *out);

/* A rule as it was compiled: rows in words, message, repair, tags, examples. */
void handbook_rule(Arena *scratch, const Rules *rules, uint32_t rule, Buffer *out);

/* Its help, with a head: Markdown. */
void handbook_help(const Rules *rules, uint32_t rule, Buffer *out);

#endif
