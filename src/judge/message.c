/* Fills the sentences of rules. Tests: tests/unit/judge/message.c. */
#include "judge/message.h"

#include <ctype.h>

#include "base/buffer.h"

/* --- what placeholders stand for; an empty view: there is no such thing here --- */

static View said(const MessageContext *context, Span span)
{
    return view_slice(context->text, span.off, span_end(span));
}

static View of_place(const MessageContext *context, uint32_t place)
{
    return book_text(context->book, place_at(context->book, place)->full);
}

static bool view_holds(View text, View part)
{
    for (size_t i = 0; part.len && i + part.len <= text.len; i++)
        if (view_equal_fold(view_slice(text, i, i + part.len), part))
            return true;
    return false;
}

/* "Secretary of State of the United States"; the place only where the title does not name it. */
static View office_words(const MessageContext *context, uint32_t office)
{
    const Book *book = context->book;
    View title = book_text(book, office_at(book, office)->title);
    uint32_t place = office_at(book, office)->place;
    if (view_holds(title, book_text(book, place_at(book, place)->name)))
        return title;
    return view_format(context->arena, "%.*s of %.*s", VIEW_ARG(title),
                       VIEW_ARG(of_place(context, place)));
}

static View span_words(const MessageContext *context, const Tenure *tenure)
{
    View from = date_words(context->arena, tenure->from);
    if (!date_known(tenure->to) || tenure->flags & TENURE_PLANNED_END)
        return view_format(context->arena, "from %.*s", VIEW_ARG(from));
    return view_format(context->arena, "from %.*s to %.*s", VIEW_ARG(from),
                       VIEW_ARG(date_words(context->arena, tenure->to)));
}

static const Tenure *tenure_or_none(const MessageContext *context, uint32_t index)
{
    return index == NONE ? NULL : tenure_at(context->book, index);
}

static View person_name(const MessageContext *context, uint32_t person)
{
    return book_text(context->book, person_at(context->book, person)->name);
}

static View fill_person(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    return person == NONE ? said(context, context->claim->person_span)
                          : person_name(context, person);
}

static View fill_office(const MessageContext *context)
{
    if (context->reading->office != NONE)
        return office_words(context, context->reading->office);
    View title = said(context, context->claim->office_span);
    if (context->claim->places.count != 1)
        return title;
    return view_format(context->arena, "%.*s of %.*s", VIEW_ARG(title),
                       VIEW_ARG(of_place(context, context->claim->places.items[0])));
}

/* "on 13 February 2025", "in 2013", "from 13 February 2025 to 3 March 2025" */
static View fill_when(const MessageContext *context)
{
    Date when = context->reading->when;
    View words = date_words(context->arena, when);
    const char *before = when.first == when.last           ? "on"
                         : view_holds(words, VIEW(" to ")) ? "from"
                                                           : "in";
    return view_format(context->arena, "%s %.*s", before, VIEW_ARG(words));
}

static View fill_holder(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->holder);
    return tenure ? person_name(context, tenure->person) : (View){0};
}

static View fill_holder_span(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->holder);
    return tenure ? span_words(context, tenure) : (View){0};
}

static View fill_held(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->held);
    return tenure ? office_words(context, tenure->office) : (View){0};
}

static View fill_held_span(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->held);
    return tenure ? span_words(context, tenure) : (View){0};
}

static View fill_before_end(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->before);
    return tenure ? date_words(context->arena, tenure->to) : (View){0};
}

static View fill_before_span(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->before);
    return tenure ? span_words(context, tenure) : (View){0};
}

static View fill_after_start(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->after);
    return tenure ? date_words(context->arena, tenure->from) : (View){0};
}

static View fill_on_span(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->on);
    return tenure ? span_words(context, tenure) : (View){0};
}

static View fill_known_span(const MessageContext *context)
{
    Day from = context->reading->closed_from, until = context->reading->closed_until;
    if (from == DAY_NONE)
        return (View){0};
    if (until == DAY_NONE)
        return view_format(context->arena, "since %d", day_year(from));
    return view_format(context->arena, "from %d to %.*s", day_year(from),
                       VIEW_ARG(date_words(context->arena, (Date){until, until})));
}

static View fill_book_end(const MessageContext *context)
{
    Day until = context->reading->closed_until;
    return until == DAY_NONE ? (View){0} : date_words(context->arena, (Date){until, until});
}

static View fill_died(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    if (person == NONE || !date_known(person_at(context->book, person)->died))
        return (View){0};
    Date died = person_at(context->book, person)->died;
    return died.last < context->reading->when.first ? date_words(context->arena, died) : (View){0};
}

/* The title of what the person held then, at the place in question, in the letters' case of the
 * words that it would replace. Nothing where it would repeat them. */
static View fill_held_title(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->held);
    View old = said(context, context->claim->office_span);
    uint32_t place = context->reading->office == NONE
                         ? NONE
                         : office_at(context->book, context->reading->office)->place;
    if (!tenure || office_at(context->book, tenure->office)->place != place || !old.len)
        return (View){0};
    View title = view_copy(
        context->arena, book_text(context->book, office_at(context->book, tenure->office)->title));
    char *letters = arena_new(context->arena, char, title.len + 1);
    bool lower = islower((unsigned char)old.at[0]);
    for (size_t i = 0; i < title.len; i++)
        letters[i] = lower ? (char)tolower((unsigned char)title.at[i]) : title.at[i];
    return (View){letters, title.len};
}

/* The adjective or name of the place where the person does hold the title. */
static View fill_held_place(const MessageContext *context)
{
    const Tenure *tenure = tenure_or_none(context, context->reading->held);
    if (!tenure || context->reading->facts.value[FACT_ELSEWHERE] == ELSEWHERE_NO)
        return (View){0};
    const Book *book = context->book;
    const Place *place = place_at(book, office_at(book, tenure->office)->place);
    View old = said(context, context->claim->place_span);
    uint32_t said_place = context->claim->places.count ? context->claim->places.items[0] : NONE;
    bool by_name = said_place == NONE ||
                   view_equal_fold(old, book_text(book, place_at(book, said_place)->name));
    return by_name || !place->demonym.len ? book_text(book, place->name)
                                          : book_text(book, place->demonym);
}

static View fill_phrase(const MessageContext *context)
{
    const Claim *claim = context->claim;
    Span span = claim->office_span;
    if (claim->place_span.len && claim->place_span.off < span.off)
        span = span_join(claim->place_span, span);
    return said(context, span);
}

static View fill_place_said(const MessageContext *context)
{
    return said(context, context->claim->place_span);
}

static const struct {
    const char *name;
    View (*fill)(const MessageContext *);
} placeholders[] = {
    {"person", fill_person},           /* the person's name */
    {"office", fill_office},           /* the office claimed, with its place */
    {"when", fill_when},               /* "on 13 February 2025" */
    {"holder", fill_holder},           /* who else held the office then */
    {"holder-span", fill_holder_span}, /* "from ... to ..." of that */
    {"held", fill_held},               /* what the person held then */
    {"held-span", fill_held_span},     /* "from ... to ..." of that */
    {"held-title", fill_held_title},   /* its title, in the case of the words said */
    {"held-place", fill_held_place},   /* the place where the person holds the title claimed */
    {"before-span", fill_before_span}, /* the person's last tenure of the office before */
    {"before-end", fill_before_end},   /* its last day */
    {"after-start", fill_after_start}, /* the first day of the next one */
    {"on-span", fill_on_span},         /* the one on that day */
    {"known-span", fill_known_span},   /* over which the book knows all holders: "since 2005" */
    {"book-end", fill_book_end},       /* the last day of that, if before */
    {"died", fill_died},               /* the day of death, if before */
    {"phrase", fill_phrase},           /* the words said: place and title */
    {"place-said", fill_place_said},   /* the words said for the place */
};

enum { PLACEHOLDERS = sizeof placeholders / sizeof *placeholders };

static int placeholder(View name)
{
    for (int i = 0; i < PLACEHOLDERS; i++)
        if (view_equal(name, view_of(placeholders[i].name)))
            return i;
    return -1;
}

/* The name inside "{...}" at `at`, or false. */
static bool name_at(View template, size_t at, View *name)
{
    if (template.at[at] != '{')
        return false;
    for (size_t end = at + 1; end < template.len; end++)
        if (template.at[end] == '}') {
            *name = view_slice(template, at + 1, end);
            return true;
        }
    return false;
}

bool message_check(View template, View *unknown)
{
    for (size_t i = 0; i < template.len; i++)
        if (name_at(template, i, unknown) && placeholder(*unknown) < 0)
            return false;
    return true;
}

/* A "[...]" part is left out where one of its placeholders is empty. */
static bool fill_into(const MessageContext *context, View template, Buffer *out)
{
    bool all = true;
    size_t optional = 0; /* where the output stood at the last "[" */
    bool missing = false;
    for (size_t i = 0; i < template.len; i++) {
        View name;
        if (template.at[i] == '[') {
            optional = out->len;
            missing = false;
        } else if (template.at[i] == ']') {
            if (missing)
                out->len = optional;
        } else if (name_at(template, i, &name)) {
            View value = placeholders[placeholder(name)].fill(context);
            buffer_add(out, value);
            missing |= !value.len;
            all &= value.len > 0;
            i += name.len + 1;
        } else {
            buffer_add_byte(out, template.at[i]);
        }
    }
    return all;
}

View message_fill(const MessageContext *context, View template)
{
    Buffer out = {0};
    fill_into(context, template, &out);
    View filled = view_copy(context->arena, buffer_view(&out));
    buffer_free(&out);
    return filled;
}

bool message_fill_all(const MessageContext *context, View template, View *out)
{
    Buffer buffer = {0};
    bool all = fill_into(context, template, &buffer);
    *out = view_copy(context->arena, buffer_view(&buffer));
    buffer_free(&buffer);
    return all;
}
