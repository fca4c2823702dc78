/* Fills the sentences of rules. Tests: tests/unit/judge/message.c. */
#include "judge/message.h"

#include <ctype.h>

#include "base/buffer.h"
#include "reference/search.h"

/* --- words that subjects share --- */

View message_said(const MessageContext *context, Span span)
{
    return view_slice(context->text, span.off, span_end(span));
}

/* With its article, unless it was called otherwise then. */
static View of_place(const MessageContext *context, uint32_t place, Date when)
{
    const Book *book = context->book;
    View then = book_place_name(book, place, when);
    bool same = view_equal(then, book_text(book, place_at(book, place)->name));
    return same ? book_text(book, place_at(book, place)->full) : then;
}

static bool view_holds(View text, View part)
{
    for (size_t i = 0; part.len && i + part.len <= text.len; i++)
        if (view_equal_fold(view_slice(text, i, i + part.len), part))
            return true;
    return false;
}

View message_office(const MessageContext *context, uint32_t office, Date when)
{
    const Book *book = context->book;
    View title = book_title(book, office, when);
    uint32_t place = office_place(book, office);
    if (view_holds(title, book_text(book, place_at(book, place)->name)))
        return title;
    return view_format(context->arena, "%.*s of %.*s", VIEW_ARG(title),
                       VIEW_ARG(of_place(context, place, when)));
}

View message_person(const MessageContext *context, uint32_t person)
{
    return book_text(context->book, person_at(context->book, person)->name);
}

View message_span(const MessageContext *context, uint32_t index)
{
    if (index == NONE)
        return (View){0};
    const Tenure *tenure = tenure_at(context->book, index);
    View from = date_words(context->arena, tenure->from, context->dates);
    if (!date_known(tenure->to) || tenure->flags & TENURE_PLANNED_END)
        return view_format(context->arena, "from %.*s", VIEW_ARG(from));
    return view_format(context->arena, "from %.*s to %.*s", VIEW_ARG(from),
                       VIEW_ARG(date_words(context->arena, tenure->to, context->dates)));
}

/* Of words that begin with a capital, how many bytes keep it in small letters, too: a name behind
 * "of the" ("president of the European Council"), letters that are spoken, a run that names a place
 * ("minister for Northern Ireland"). */
static size_t name_at(const MessageContext *context, View title, size_t at)
{
    View words = view_slice(title, at, title.len);
    size_t end = 0, found = 0;
    if (view_ends(view_slice(title, 0, at), VIEW(" of the ")))
        return words.len;
    bool spoken = words.len > 1 && isupper((unsigned char)words.at[1]);
    while (end < words.len && isupper((unsigned char)words.at[end])) {
        while (end < words.len && words.at[end] != ' ')
            end++;
        if ((spoken && !found) ||
            search_places(context->arena, context->book, view_slice(words, 0, end)).count)
            found = end;
        end += end < words.len;
    }
    return found;
}

/* "secretary of defense" -> "Secretary of Defense": all words of four letters and more, and the
 * first and those that begin with a capital already. */
static View capitals(Arena *arena, View words)
{
    char *letters = arena_new(arena, char, words.len + 1);
    for (size_t i = 0; i < words.len; i++) {
        size_t end = i;
        bool starts = !i || words.at[i - 1] == ' ';
        while (starts && end < words.len && words.at[end] != ' ')
            end++;
        bool raise = starts && (!i || end - i > 3);
        letters[i] = raise ? (char)toupper((unsigned char)words.at[i]) : words.at[i];
    }
    return (View){letters, words.len};
}

static View raised(Arena *arena, View words)
{
    char *letters = arena_new(arena, char, words.len + 1);
    for (size_t i = 0; i < words.len; i++)
        letters[i] = i ? words.at[i] : (char)toupper((unsigned char)words.at[i]);
    return (View){letters, words.len};
}

/* Whether a word after the first begins with a capital. */
static bool is_title_case(View words)
{
    for (size_t i = 1; i < words.len; i++)
        if (words.at[i - 1] == ' ' && isupper((unsigned char)words.at[i]))
            return true;
    return false;
}

View message_case(const MessageContext *context, View words, View like)
{
    bool lower = like.len && islower((unsigned char)like.at[0]), upper = like.len > 1;
    for (size_t i = 0; i < like.len; i++)
        upper &= !islower((unsigned char)like.at[i]);
    if (!lower && !upper)
        return is_title_case(like)                              ? capitals(context->arena, words)
               : like.len && isupper((unsigned char)like.at[0]) ? raised(context->arena, words)
                                                                : words;
    char *letters = arena_new(context->arena, char, words.len + 1);
    size_t kept = 0;
    for (size_t i = 0; i < words.len; i++) {
        unsigned char byte = (unsigned char)words.at[i];
        bool starts = !i || words.at[i - 1] == ' ';
        if (lower && starts && i >= kept && isupper(byte))
            kept = i + name_at(context, words, i);
        letters[i] = (char)(upper ? toupper(byte) : i < kept ? byte : tolower(byte));
    }
    return (View){letters, words.len};
}

/* --- placeholders of every subject --- */

static View fill_person(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    return person == NONE ? message_said(context, context->claim->person_span)
                          : message_person(context, person);
}

static View fill_office(const MessageContext *context)
{
    if (context->reading->office != NONE)
        return message_office(context, context->reading->office, context->reading->when);
    View title = message_said(context, context->claim->office_span);
    if (context->claim->places.count != 1)
        return title;
    return view_format(context->arena, "%.*s of %.*s", VIEW_ARG(title),
                       VIEW_ARG(of_place(context, context->claim->places.items[0], DATE_NONE)));
}

/* "on 13 February 2025", "in 2013", "from 13 February 2025 to 3 March 2025" */
static View fill_when(const MessageContext *context)
{
    Date when = context->reading->when;
    View words = date_words(context->arena, when, context->dates);
    const char *before = when.first == when.last           ? "on"
                         : view_holds(words, VIEW(" to ")) ? "from"
                                                           : "in";
    return view_format(context->arena, "%s %.*s", before, VIEW_ARG(words));
}

static View fill_died(const MessageContext *context)
{
    uint32_t person = context->reading->person;
    if (person == NONE || !date_known(person_at(context->book, person)->died))
        return (View){0};
    Date died = person_at(context->book, person)->died;
    return died.last < context->reading->when.first
               ? date_words(context->arena, died, context->dates)
               : (View){0};
}

static View fill_known_span(const MessageContext *context)
{
    Day from = context->reading->closed_from, until = context->reading->closed_until;
    if (from == DAY_NONE)
        return (View){0};
    if (until == DAY_NONE)
        return view_format(context->arena, "since %d", day_year(from));
    return view_format(context->arena, "from %d to %.*s", day_year(from),
                       VIEW_ARG(date_words(context->arena, (Date){until, until}, context->dates)));
}

static View fill_book_end(const MessageContext *context)
{
    Day until = context->reading->closed_until;
    return until == DAY_NONE ? (View){0}
                             : date_words(context->arena, (Date){until, until}, context->dates);
}

static View fill_place_said(const MessageContext *context)
{
    return message_said(context, context->claim->place_span);
}

static View fill_said(const MessageContext *context)
{
    return message_said(context, context->claim->said_span);
}

static View fill_known(const MessageContext *context)
{
    return context->reading->known;
}

static View fill_known_since(const MessageContext *context)
{
    return context->reading->known_since;
}

const Placeholder placeholders_common[] = {
    {"person", fill_person, "the person's name, as the book writes it; else as said"},
    {"office", fill_office, "the office claimed, with its place"},
    {"when", fill_when, "the time that is judged: \"on 13 February 2025\", \"in 2013\""},
    {"died", fill_died, "the day of the person's death, if before"},
    {"place-said", fill_place_said, "the words said for the place"},
    {"said", fill_said, "the words said for what is claimed beside person and office"},
    {"known", fill_known, "what the book knows instead of it"},
    {"known-since", fill_known_since, "a clause about that: \"since 3 January 2019\""},
    {"known-span", fill_known_span,
     "over which the book knows all holders: \"since 2005\", \"from 1990 to 3 March 2025\""},
    {"book-end", fill_book_end, "the last day of that, if before the time"},
    {0},
};

/* --- templates --- */

/* "{a office}" -> name "office", form FORM_ARTICLE. */
typedef enum Form { FORM_PLAIN, FORM_ARTICLE, FORM_POSSESSIVE } Form;

typedef struct Slot {
    View inside; /* the braces */
    View name;
    Form form;
    bool capital;
} Slot;

static View lower_first(View name, char *room)
{
    *room = (char)tolower((unsigned char)name.at[0]);
    return (View){room, 1};
}

static const Placeholder *find_in(const Placeholder *list, const Slot *slot)
{
    char room;
    for (; list && list->name; list++) {
        View name = view_of(list->name);
        if (slot->name.len && name.len == slot->name.len &&
            view_equal(view_slice(name, 0, 1), lower_first(slot->name, &room)) &&
            view_equal(view_slice(name, 1, name.len), view_slice(slot->name, 1, slot->name.len)))
            return list;
    }
    return NULL;
}

static const Placeholder *find_placeholder(const Placeholder *own, const Slot *slot)
{
    const Placeholder *found = find_in(own, slot);
    return found ? found : find_in(placeholders_common, slot);
}

/* The "{...}" that begins at `at`, or false. */
static bool slot_at(View template, size_t at, Slot *slot)
{
    if (template.at[at] != '{')
        return false;
    size_t end = at + 1;
    while (end < template.len && template.at[end] != '}')
        end++;
    if (end == template.len)
        return false;
    View inside = view_slice(template, at + 1, end);
    *slot = (Slot){.inside = inside, .name = inside};
    if (view_starts(inside, VIEW("a ")) || view_starts(inside, VIEW("A "))) {
        slot->form = FORM_ARTICLE;
        slot->name = view_slice(inside, 2, inside.len);
    } else if (view_ends(inside, VIEW("'s"))) {
        slot->form = FORM_POSSESSIVE;
        slot->name = view_slice(inside, 0, inside.len - 2);
    }
    slot->capital = inside.len && isupper((unsigned char)inside.at[0]);
    return true;
}

bool message_check(const Placeholder *own, View template, View *unknown)
{
    Slot slot;
    for (size_t i = 0; i < template.len; i++)
        if (slot_at(template, i, &slot) && !find_placeholder(own, &slot)) {
            *unknown = slot.inside;
            return false;
        }
    return true;
}

bool message_is_balanced(View template)
{
    char open = 0, outer = 0; /* what is open now, and around it */
    for (size_t i = 0; i < template.len; i++) {
        char byte = template.at[i];
        if (byte == '[' && !open) {
            open = '[';
        } else if (byte == '{' && open != '{') {
            outer = open;
            open = '{';
        } else if (byte == '}' && open == '{') {
            open = outer;
        } else if (byte == ']' && open == '[') {
            open = 0;
        } else if (byte == '[' || byte == ']' || byte == '{' || byte == '}') {
            return false;
        }
    }
    return !open;
}

/* By the letter, which is right for titles: "an attorney general", "a U.S. senator", "an
 * undersecretary", "a Union minister". */
static View article_for(View words)
{
    static const char vowels[] = "AEIOaeio";
    bool vowel = view_starts(words, VIEW("Under")) || view_starts(words, VIEW("under"));
    for (size_t i = 0; words.len && vowels[i]; i++)
        vowel |= words.at[0] == vowels[i];
    return view_starts(words, VIEW("European")) ? VIEW("a ") : vowel ? VIEW("an ") : VIEW("a ");
}

static void add_slot(const Slot *slot, View words, Buffer *out)
{
    size_t start = out->len;
    if (slot->form == FORM_ARTICLE)
        buffer_add(out, article_for(words));
    buffer_add(out, words);
    if (slot->form == FORM_POSSESSIVE)
        buffer_add(out, view_ends(words, VIEW("s")) ? VIEW("'") : VIEW("'s"));
    if (slot->capital && out->len > start)
        out->at[start] = (char)toupper((unsigned char)out->at[start]);
}

/* Whether a full stop stands right behind what was filled in, which ends in one: "not of N.M." */
static bool stops_twice(View template, size_t at, const Buffer *out)
{
    bool filled = at && (template.at[at - 1] == '}' || template.at[at - 1] == ']');
    return filled && template.at[at] == '.' && view_ends(buffer_view(out), VIEW("."));
}

/* A "[...]" part is left out where one of its placeholders is empty. */
static bool fill_into(const MessageContext *context, View template, Buffer *out)
{
    bool all = true;
    size_t optional = 0; /* where the output stood at the last "[" */
    bool missing = false;
    for (size_t i = 0; i < template.len; i++) {
        Slot slot;
        if (template.at[i] == '[') {
            optional = out->len;
            missing = false;
        } else if (template.at[i] == ']') {
            if (missing)
                out->len = optional;
        } else if (slot_at(template, i, &slot)) {
            View value = find_placeholder(context->placeholders, &slot)->fill(context);
            if (value.len)
                add_slot(&slot, value, out);
            missing |= !value.len;
            all &= value.len > 0;
            i += slot.inside.len + 1;
        } else if (!stops_twice(template, i, out)) {
            buffer_add_byte(out, template.at[i]);
        }
    }
    return all;
}

View message_fill(const MessageContext *context, View template)
{
    View filled;
    message_fill_all(context, template, &filled);
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
