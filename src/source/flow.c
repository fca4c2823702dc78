/* Running text. Tests: tests/unit/source/flow.c. */
#include "source/flow.h"

#include <string.h>

#include "source/entity.h"
#include "source/tag.h"
#include "source/template.h"

typedef struct Flow {
    Draft *draft;
    BlockKind kind;
    View text;
    size_t blank_from; /* a blank that is owed before the next text: what it stands for */
    size_t blank_to;
    bool owed;
    uint32_t breaks;         /* <br> since the newest text */
    View skipped;            /* the element that is not read, or empty */
    TemplateMissing missing; /* templates that do not end */
} Flow;

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_empty(const Draft *draft)
{
    return draft->text.len == draft->block.span.off;
}

/* A blank for from..to, unless the block begins here; blanks that touch are one. */
static void owe_blank(Flow *flow, size_t from, size_t to)
{
    if (!flow->owed)
        flow->blank_from = from;
    flow->blank_to = to;
    flow->owed = true;
}

/* Writes the blank that is owed; two line breaks end the block instead. */
static void pay_blank(Flow *flow)
{
    if (flow->breaks > 1) {
        draft_close(flow->draft);
        draft_open(flow->draft, flow->kind, PART_TEXT);
    } else if (flow->owed && !is_empty(flow->draft)) {
        if (flow->blank_to - flow->blank_from == 1 && flow->text.at[flow->blank_from] == ' ')
            draft_copy(flow->draft, flow->blank_from, flow->blank_to);
        else
            draft_break(flow->draft, flow->blank_from, flow->blank_to);
    }
    flow->breaks = 0;
    flow->owed = false;
}

static void write_entity(Flow *flow, const Entity *entity, size_t at)
{
    pay_blank(flow);
    draft_replace(flow->draft, view_of(entity->text), at, at + entity->len);
}

/* Behind the plain text that begins at `at`. */
static size_t plain_end(View text, size_t at)
{
    at++;
    while (at < text.len && !is_blank(text.at[at]) && text.at[at] != '&' && text.at[at] != '{')
        at++;
    return at;
}

static void write_text(Flow *flow, size_t from, size_t to)
{
    View text = view_slice(flow->text, 0, to);
    for (size_t at = from, end; at < to; at = end) {
        Entity entity = {0};
        if (text.at[at] == '&')
            entity = entity_at(text, at);
        end = at + entity.len;
        if (is_blank(text.at[at])) {
            end = at + 1;
            while (end < to && is_blank(text.at[end]))
                end++;
            owe_blank(flow, at, end);
        } else if (entity.len) {
            write_entity(flow, &entity, at);
        } else if ((end = template_end(text, at, &flow->missing))) {
            owe_blank(flow, at, end);
        } else {
            end = plain_end(text, at);
            pay_blank(flow);
            draft_copy(flow->draft, at, end);
        }
    }
}

static bool is_among(View name, const char *const *names)
{
    for (; *names; names++)
        if (view_equal_fold(name, view_of(*names)))
            return true;
    return false;
}

static void read_tag(Flow *flow, const Unit *tag)
{
    static const char *const unread[] = {"code", "kbd", "samp",   "sup",    "rt",
                                         "rp",   "del", "strike", "option", NULL};
    static const char *const apart[] = {"img", "input", "iframe", "textarea", "hr", "embed", NULL};
    if (view_equal_fold(tag->name, VIEW("br"))) {
        flow->breaks++;
        owe_blank(flow, tag->from, tag->to);
    } else if (view_equal_fold(tag->name, VIEW("q"))) {
        pay_blank(flow);
        draft_replace(flow->draft, tag->kind == UNIT_OPEN ? VIEW("“") : VIEW("”"), tag->from,
                      tag->to);
    } else if (tag->kind == UNIT_OPEN && is_among(tag->name, unread)) {
        flow->skipped = tag->name;
        owe_blank(flow, tag->from, tag->to);
    } else if (is_among(tag->name, apart)) {
        owe_blank(flow, tag->from, tag->to);
    }
}

static void read_unit(Flow *flow, const Unit *unit)
{
    if (flow->skipped.len) {
        if (unit->kind == UNIT_CLOSE && view_equal_fold(unit->name, flow->skipped))
            flow->skipped = (View){0};
        owe_blank(flow, unit->from, unit->to);
    } else if (unit->kind == UNIT_TEXT) {
        write_text(flow, unit->from, unit->to);
    } else if (unit->kind == UNIT_OPEN || unit->kind == UNIT_CLOSE) {
        read_tag(flow, unit);
    }
}

void flow_write(Draft *draft, BlockKind kind, size_t from, size_t to)
{
    Flow flow = {.draft = draft, .kind = kind, .text = draft->document->original[PART_TEXT]};
    TagReader reader = tags_of(flow.text, from, to);
    Unit unit;
    draft_open(draft, kind, PART_TEXT);
    while (tags_next(&reader, &unit))
        read_unit(&flow, &unit);
    draft_close(draft);
}
