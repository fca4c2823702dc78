/* Structs to JSON and back. Tests: tests/unit/report/kept.c, tests/unit/report/members.c. */
#include "report/shape.h"

#include <assert.h>
#include <string.h>

#include "base/date.h"
#include "reference/book.h"

/* Any {items, count, capacity}. */
typedef struct List {
    void *items;
    uint32_t count;
    uint32_t capacity;
} List;

static List list_at(const void *at)
{
    List list;
    memcpy(&list, at, sizeof list);
    return list;
}

static uint32_t number_at(const void *at)
{
    uint32_t number;
    memcpy(&number, at, sizeof number);
    return number;
}

static bool is_list(const Member *member)
{
    return member->kind == MEMBER_LIST || member->kind == MEMBER_TEXTS ||
           member->kind == MEMBER_DAYS_LIST || member->kind == MEMBER_SPANS;
}

static size_t item_size(const Member *member)
{
    if (member->kind == MEMBER_TEXTS)
        return sizeof(View);
    if (member->kind == MEMBER_DAYS_LIST)
        return sizeof(Date);
    return member->kind == MEMBER_SPANS ? sizeof(Span) : member->shape->size;
}

/* --- writing --- */

static void write_text(JsonWriter *json, View text)
{
    if (text.at)
        json_put_text(json, text);
    else
        json_nothing(json);
}

static void write_date(JsonWriter *json, Date date)
{
    char text[DATE_MOST];
    if (date_known(date))
        json_put_word(json, (View){text, date_put(text, date)});
    else
        json_nothing(json);
}

static void write_days(JsonWriter *json, Date days)
{
    char text[DATE_MOST];
    if (!date_known(days)) {
        json_nothing(json);
        return;
    }
    View day = {text, date_put(text, (Date){days.first, days.first})};
    json_open_array(json);
    json_put_word(json, day);
    if (days.last != days.first)
        date_put(text, (Date){days.last, days.last});
    json_put_word(json, day);
    json_close(json);
}

static void write_claim(JsonWriter *json, uint32_t number)
{
    char text[1 + DECIMAL_MOST] = "c";
    if (number == NONE)
        json_nothing(json);
    else
        json_put_word(json, (View){text, 1 + decimal_put(text + 1, (uint64_t)number + 1)});
}

static void write_span(JsonWriter *json, Span span)
{
    json_open_array(json);
    json_put_number(json, span.off);
    json_put_number(json, span_end(span));
    json_close(json);
}

static void write_flags(JsonWriter *json, uint32_t flags, const char *const *names)
{
    json_open_array(json);
    for (uint32_t i = 0; names[i]; i++)
        if (flags & 1u << i)
            json_put_word(json, view_of(names[i]));
    json_close(json);
}

/* Of one that is not whole, and on one line. */
static View ready_text(const JsonWriter *json, const Shape *shape, const void *from, bool whole)
{
    bool may = shape->ready && !whole && !json->indent;
    return may ? *(const View *)(const void *)((const char *)from + shape->ready) : (View){0};
}

static void write_object(JsonWriter *json, const Shape *shape, const void *from, bool whole)
{
    View ready = ready_text(json, shape, from, whole);
    if (ready.at) {
        json_begin_value(json);
        buffer_add(&json->out, ready);
        return;
    }
    json_open_object(json);
    shape_write(json, shape, from, whole);
    json_close(json);
}

static void write_list(JsonWriter *json, const Member *member, List list, bool whole)
{
    json_open_array(json);
    for (uint32_t i = 0; i < list.count; i++) {
        const void *at = (const char *)list.items + i * item_size(member);
        if (member->kind == MEMBER_TEXTS)
            json_put_text(json, *(const View *)at);
        else if (member->kind == MEMBER_DAYS_LIST)
            write_days(json, *(const Date *)at);
        else if (member->kind == MEMBER_SPANS)
            write_span(json, *(const Span *)at);
        else
            write_object(json, member->shape, at, whole);
    }
    json_close(json);
}

static void write_value(JsonWriter *json, const Member *member, const void *at, bool whole)
{
    switch (member->kind) {
    case MEMBER_TEXT:
        json_put_text(json, *(const View *)at);
        break;
    case MEMBER_TEXT_OR_NULL:
        write_text(json, *(const View *)at);
        break;
    case MEMBER_NUMBER:
        json_put_number(json, number_at(at));
        break;
    case MEMBER_COUNT:
        json_put_number(json, *(const uint64_t *)at);
        break;
    case MEMBER_NUMBER_OR_NULL:
        if (number_at(at))
            json_put_number(json, number_at(at));
        else
            json_nothing(json);
        break;
    case MEMBER_BOOL:
        json_bool(json, *(const bool *)at);
        break;
    case MEMBER_DATE:
        write_date(json, *(const Date *)at);
        break;
    case MEMBER_DAYS:
        write_days(json, *(const Date *)at);
        break;
    case MEMBER_SPAN:
        write_span(json, *(const Span *)at);
        break;
    case MEMBER_CLAIM:
        write_claim(json, number_at(at));
        break;
    case MEMBER_CHOICE:
        json_put_word(json, view_of(member->names[number_at(at)]));
        break;
    case MEMBER_FLAGS:
        write_flags(json, number_at(at), member->names);
        break;
    case MEMBER_OBJECT:
        write_object(json, member->shape, at, whole);
        break;
    case MEMBER_OBJECT_OR_NULL:
        if (*(const bool *)at)
            write_object(json, member->shape, at, whole);
        else
            json_nothing(json);
        break;
    case MEMBER_LIST:
    case MEMBER_TEXTS:
    case MEMBER_DAYS_LIST:
    case MEMBER_SPANS:
        write_list(json, member, list_at(at), whole);
        break;
    case MEMBER_INLINE:
        assert(false);
    }
}

/* Whether there is nothing to say. */
static bool lacks(const Member *member, const void *at)
{
    if (is_list(member))
        return list_at(at).count < (member->flags & MEMBER_SEVERAL ? 2 : 1);
    if (member->kind == MEMBER_TEXT_OR_NULL)
        return !((const View *)at)->at;
    if (member->kind == MEMBER_BOOL || member->kind == MEMBER_INLINE ||
        member->kind == MEMBER_OBJECT_OR_NULL)
        return !*(const bool *)at;
    assert(member->kind == MEMBER_NUMBER || member->kind == MEMBER_CHOICE);
    return !number_at(at);
}

static bool is_left_out(const Member *member, const void *at, bool whole)
{
    return (member->flags & MEMBER_WHOLE && !whole) ||
           (member->flags & (MEMBER_MAY_LACK | MEMBER_SEVERAL) && lacks(member, at));
}

void shape_write(JsonWriter *json, const Shape *shape, const void *from, bool whole)
{
    const Member *end = shape->members + shape->count;
    for (const Member *member = shape->members; member < end; member++) {
        const void *at = (const char *)from + member->offset;
        if (member->flags && is_left_out(member, at, whole))
            continue;
        if (member->kind == MEMBER_INLINE) {
            shape_write(json, member->shape, at, whole);
            continue;
        }
        json_put_key(json, &member->key);
        write_value(json, member, at, whole);
    }
}

/* --- reading --- */

typedef struct Spot {
    const ShapeReader *reader;
    const Shape *shape;
    const Member *member;
} Spot;

static bool wrong(const Spot *spot, const char *expected)
{
    trouble_add(spot->reader->troubles, spot->reader->path, 0, 0,
                "\"%s\" of a %s is missing or another thing, expected %s", spot->member->key.text,
                spot->shape->what, expected);
    return false;
}

static bool is_null(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && !node->text.at;
}

static bool is_text(const YamlNode *node)
{
    return node->kind == YAML_SCALAR && node->text.at;
}

/* What a report can hold: none of its numbers is above that. */
static bool read_number(View text, uint32_t *out)
{
    uint64_t number = 0;
    if (!text.len || text.len > 10)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
        number = 10 * number + (uint64_t)(text.at[i] - '0');
    }
    *out = (uint32_t)number;
    return number < NONE;
}

/* "2025", "2025-02-13", "2025-02-13..2025-03-04" */
static bool read_date(View text, Date *out)
{
    for (size_t i = 0; i + 2 <= text.len; i++)
        if (text.at[i] == '.' && text.at[i + 1] == '.') {
            Date from, to;
            if (!date_parse(view_slice(text, 0, i), &from) ||
                !date_parse(view_slice(text, i + 2, text.len), &to) || to.last < from.first)
                return false;
            *out = (Date){from.first, to.last};
            return true;
        }
    return date_parse(text, out);
}

static bool read_days(const YamlNode *node, Date *out)
{
    Date first, last;
    if (node->kind != YAML_LIST || node->count != 2 || !is_text(node->items[0]) ||
        !is_text(node->items[1]) || !date_parse(node->items[0]->text, &first) ||
        !date_parse(node->items[1]->text, &last) || last.last < first.first)
        return false;
    *out = (Date){first.first, last.last};
    return true;
}

static bool read_span(const YamlNode *node, Span *out)
{
    uint32_t from, to;
    if (node->kind != YAML_LIST || node->count != 2 || !is_text(node->items[0]) ||
        !is_text(node->items[1]) || !read_number(node->items[0]->text, &from) ||
        !read_number(node->items[1]->text, &to) || to < from)
        return false;
    *out = (Span){from, to - from};
    return true;
}

static bool read_claim(const YamlNode *node, uint32_t *out)
{
    uint32_t number;
    if (is_null(node)) {
        *out = NONE;
        return true;
    }
    if (!is_text(node) || !view_starts(node->text, VIEW("c")) ||
        !read_number(view_slice(node->text, 1, node->text.len), &number) || !number)
        return false;
    *out = number - 1;
    return true;
}

static bool read_choice(const YamlNode *node, const char *const *names, uint32_t *out)
{
    for (uint32_t i = 0; is_text(node) && names[i]; i++)
        if (view_equal(node->text, view_of(names[i]))) {
            *out = i;
            return true;
        }
    return false;
}

static bool read_flags(const YamlNode *node, const char *const *names, uint32_t *out)
{
    if (node->kind != YAML_LIST)
        return false;
    for (uint32_t i = 0; i < node->count; i++) {
        uint32_t bit;
        if (!read_choice(node->items[i], names, &bit))
            return false;
        *out |= 1u << bit;
    }
    return true;
}

static bool read_item(const Spot *spot, const YamlNode *node, void *at)
{
    if (spot->member->kind == MEMBER_TEXTS) {
        *(View *)at = node->text;
        return is_text(node);
    }
    if (spot->member->kind == MEMBER_DAYS_LIST)
        return read_days(node, at);
    if (spot->member->kind == MEMBER_SPANS)
        return read_span(node, at);
    return node->kind == YAML_MAP && shape_read(spot->reader, spot->member->shape, node, at);
}

static bool read_list(const Spot *spot, const YamlNode *node, void *at)
{
    if (node->kind != YAML_LIST)
        return wrong(spot, "a list");
    size_t size = item_size(spot->member);
    List list = {arena_take(spot->reader->arena, size * node->count, _Alignof(max_align_t)),
                 node->count, node->count};
    for (uint32_t i = 0; i < node->count; i++)
        if (!read_item(spot, node->items[i], (char *)list.items + i * size))
            return wrong(spot, "a list of what it holds");
    memcpy(at, &list, sizeof list);
    return true;
}

static bool read_object(const Spot *spot, const YamlNode *node, void *at)
{
    if (node->kind != YAML_MAP)
        return wrong(spot, "an object");
    return shape_read(spot->reader, spot->member->shape, node, at);
}

static bool read_value(const Spot *spot, const YamlNode *node, void *at)
{
    uint32_t number = 0;
    switch (spot->member->kind) {
    case MEMBER_TEXT:
        *(View *)at = is_text(node) ? node->text : (View){0};
        return is_text(node) || wrong(spot, "text");
    case MEMBER_TEXT_OR_NULL:
        *(View *)at = node->kind == YAML_SCALAR ? node->text : (View){0};
        return node->kind == YAML_SCALAR || wrong(spot, "text or null");
    case MEMBER_NUMBER_OR_NULL:
        if (is_null(node))
            return true;
        /* fall through */
    case MEMBER_NUMBER:
        if (!is_text(node) || !read_number(node->text, &number))
            return wrong(spot, "a number");
        memcpy(at, &number, sizeof number);
        return true;
    case MEMBER_COUNT:
        if (!is_text(node) || !read_number(node->text, &number))
            return wrong(spot, "a number");
        *(uint64_t *)at = number;
        return true;
    case MEMBER_BOOL:
        *(bool *)at = node->kind == YAML_SCALAR && view_equal(node->text, VIEW("true"));
        return *(bool *)at ||
               (node->kind == YAML_SCALAR && view_equal(node->text, VIEW("false"))) ||
               wrong(spot, "true or false");
    case MEMBER_DATE:
        *(Date *)at = DATE_NONE;
        return is_null(node) || (is_text(node) && read_date(node->text, at)) ||
               wrong(spot, "a date or null");
    case MEMBER_DAYS:
        *(Date *)at = DATE_NONE;
        return is_null(node) || read_days(node, at) || wrong(spot, "two days or null");
    case MEMBER_SPAN:
        return read_span(node, at) || wrong(spot, "two offsets");
    case MEMBER_CLAIM:
        if (!read_claim(node, &number))
            return wrong(spot, "the id of a claim");
        memcpy(at, &number, sizeof number);
        return true;
    case MEMBER_CHOICE:
        if (!read_choice(node, spot->member->names, &number))
            return wrong(spot, "one of its names");
        memcpy(at, &number, sizeof number);
        return true;
    case MEMBER_FLAGS:
        if (!read_flags(node, spot->member->names, &number))
            return wrong(spot, "a list of its names");
        memcpy(at, &number, sizeof number);
        return true;
    case MEMBER_OBJECT_OR_NULL:
        if (is_null(node))
            return true;
        *(bool *)at = true;
        /* fall through */
    case MEMBER_OBJECT:
        return read_object(spot, node, at);
    case MEMBER_LIST:
    case MEMBER_TEXTS:
    case MEMBER_DAYS_LIST:
    case MEMBER_SPANS:
        return read_list(spot, node, at);
    case MEMBER_INLINE:
        break;
    }
    return false;
}

/* Members that may lack are there together: the first tells. */
static bool read_inline(const Spot *spot, const YamlNode *map, void *at)
{
    const Member *member = spot->member;
    if (member->flags & MEMBER_MAY_LACK) {
        if (!yaml_get(map, member->shape->members[0].key.text))
            return true;
        *(bool *)at = true;
    }
    return shape_read(spot->reader, member->shape, map, at);
}

bool shape_read(const ShapeReader *reader, const Shape *shape, const YamlNode *map, void *into)
{
    bool done = true;
    for (size_t i = 0; i < shape->count; i++) {
        const Member *member = &shape->members[i];
        Spot spot = {reader, shape, member};
        void *at = (char *)into + member->offset;
        if (member->kind == MEMBER_INLINE) {
            done &= read_inline(&spot, map, at);
            continue;
        }
        const YamlNode *node = yaml_get(map, member->key.text);
        if (node)
            done &= read_value(&spot, node, at);
        else if (!(member->flags & (MEMBER_MAY_LACK | MEMBER_SEVERAL)))
            done = wrong(&spot, "it to be there");
    }
    return done;
}
