/* Searching the book. Tests: tests/unit/reference/search.c. */
#include "reference/search.h"

#include <string.h>

#include "base/buffer.h"
#include "base/near.h"
#include "base/unicode.h"

static void add_index(Arena *arena, Indexes *out, uint32_t index)
{
    for (uint32_t i = 0; i < out->count; i++)
        if (out->items[i] == index)
            return;
    *arena_push(arena, out) = index;
}

static bool holds(const Indexes *all, uint32_t index)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (all->items[i] == index)
            return true;
    return false;
}

/* The entries of a whole phrase; their capitals do not matter to who types. */
static LexiconEntries phrase_entries(const Book *book, View text)
{
    return lexicon_entries(&book->names, lexicon_phrase(&book->names, text));
}

static void add_entries(Arena *arena, const Book *book, View text, NameKind kind, Indexes *out)
{
    LexiconEntries entries = phrase_entries(book, text);
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        if (entry->kind == kind)
            add_index(arena, out, entry->id);
    }
}

/* --- places --- */

Indexes search_places(Arena *arena, const Book *book, View text)
{
    Indexes found = {0};
    uint32_t place = book_place(book, text);
    if (place != NONE) {
        add_index(arena, &found, place);
        return found;
    }
    add_entries(arena, book, text, NAME_PLACE, &found);
    add_entries(arena, book, text, NAME_DEMONYM, &found);
    if (!found.count)
        add_entries(arena, book, text, NAME_METONYM, &found);
    return found;
}

/* The place itself, or with `inside` a place that it is part of. */
static bool stands_in(const Book *book, uint32_t place, const Indexes *places, bool inside)
{
    if (!inside)
        return holds(places, place);
    for (uint32_t i = 0; i < places->count; i++)
        if (book_within(book, place, places->items[i]))
            return true;
    return false;
}

/* --- people --- */

static bool served_in(const Book *book, uint32_t person, const Indexes *places)
{
    Range range = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < range.count; i++) {
        const Tenure *tenure = tenure_at(book, book->person_tenures[range.first + i]);
        if (stands_in(book, office_at(book, tenure->office)->place, places, true))
            return true;
    }
    return false;
}

Indexes search_people(Arena *arena, const Book *book, View text, const Indexes *places)
{
    Indexes found = {0}, kept = {0};
    uint32_t person = book_person(book, text);
    if (person != NONE)
        add_index(arena, &found, person);
    else
        add_entries(arena, book, text, NAME_PERSON, &found);
    if (!found.count)
        add_entries(arena, book, text, NAME_SURNAME, &found);
    for (uint32_t i = 0; i < found.count; i++)
        if (!places || served_in(book, found.items[i], places))
            add_index(arena, &kept, found.items[i]);
    return kept;
}

/* --- offices --- */

/* The offices of all titles of this phrase that are loose, or are not. */
static Indexes titled(Arena *arena, const Book *book, View text, const Indexes *places, bool inside,
                      bool loose)
{
    Indexes titles = {0}, offices = {0};
    add_entries(arena, book, text, NAME_TITLE, &titles);
    for (uint32_t i = 0; i < titles.count; i++) {
        const Title *title = title_at(book, titles.items[i]);
        for (uint32_t k = 0; k < title->offices.count; k++) {
            uint32_t office = book->title_offices[title->offices.first + k];
            if (((title->flags & TITLE_LOOSE) != 0) == loose &&
                (!places || stands_in(book, office_at(book, office)->place, places, inside)))
                add_index(arena, &offices, office);
        }
    }
    return offices;
}

static Indexes offices_by_title(Arena *arena, const Book *book, View text, const Indexes *places)
{
    Indexes found = {0};
    for (int loose = 0; loose < 2 && !found.count; loose++)
        for (int inside = 0; inside < (places ? 2 : 1) && !found.count; inside++)
            found = titled(arena, book, text, places, inside, loose);
    return found;
}

static View without_start(View text, View start)
{
    return view_starts(text, start) ? view_slice(text, start.len, text.len) : text;
}

/* "British prime minister", "president of the United States", cut at the blank `at`. */
static Indexes offices_cut_at(Arena *arena, const Book *book, View text, size_t at)
{
    View left = view_slice(text, 0, at), right = view_slice(text, at + 1, text.len);
    Indexes places = search_places(arena, book, left), found = {0};
    if (places.count)
        found = offices_by_title(arena, book, right, &places);
    if (found.count || !view_starts(right, VIEW("of ")))
        return found;
    places =
        search_places(arena, book, without_start(without_start(right, VIEW("of ")), VIEW("the ")));
    return places.count ? offices_by_title(arena, book, left, &places) : found;
}

Indexes search_offices(Arena *arena, const Book *book, View text, const Indexes *places)
{
    Indexes found = {0};
    uint32_t office = book_office(book, text);
    if (office != NONE) {
        if (!places || stands_in(book, office_at(book, office)->place, places, true))
            add_index(arena, &found, office);
        return found;
    }
    found = offices_by_title(arena, book, text, places);
    for (size_t at = 0; at < text.len && !found.count && !places; at++)
        if (text.at[at] == ' ')
            found = offices_cut_at(arena, book, text, at);
    return found;
}

/* --- what was perhaps meant --- */

typedef struct NearSearch {
    View text; /* folded */
    bool word; /* the text is one word: each word of a name is compared too */
    Buffer folded;
    Near near;
} NearSearch;

static void keep_near(Near *near, View name, size_t far)
{
    for (uint32_t i = 0; i < near->count; i++)
        if (view_equal(near->items[i], name))
            return;
    uint32_t at = near->count;
    while (at > 0 && near->far[at - 1] > far)
        at--;
    if (at == SEARCH_NEAR)
        return;
    if (near->count < SEARCH_NEAR)
        near->count++;
    for (uint32_t i = near->count - 1; i > at; i--) {
        near->items[i] = near->items[i - 1];
        near->far[i] = near->far[i - 1];
    }
    near->items[at] = name;
    near->far[at] = far;
}

static void offer_near(NearSearch *search, View name)
{
    buffer_clear(&search->folded);
    fold_add(&search->folded, name);
    View whole = buffer_view(&search->folded);
    size_t far = near_distance(search->text, whole);
    bool near = far <= (search->text.len + 1) / 3;
    for (size_t at = 0; search->word && at < whole.len; at++) {
        size_t start = at;
        while (at < whole.len && whole.at[at] != ' ')
            at++;
        size_t of_word = near_distance(search->text, view_slice(whole, start, at));
        near |= of_word <= search->text.len / 4; /* a part of a name says less */
        far = of_word < far ? of_word : far;
    }
    if (near)
        keep_near(&search->near, name, far);
}

static NearSearch near_search(Arena *arena, View text)
{
    NearSearch search = {0};
    fold_add(&search.folded, text);
    search.text = view_copy(arena, buffer_view(&search.folded));
    search.word = !memchr(search.text.at, ' ', search.text.len);
    return search;
}

Near search_near_names(Arena *arena, const Book *book, View text)
{
    NearSearch search = near_search(arena, text);
    for (uint32_t i = 0; i < book->person_count; i++)
        offer_near(&search, book_text(book, person_at(book, i)->name));
    for (uint32_t i = 0; i < book->title_count; i++)
        if (title_at(book, i)->offices.count && !(title_at(book, i)->flags & TITLE_PLURAL))
            offer_near(&search, book_text(book, title_at(book, i)->text));
    buffer_free(&search.folded);
    return search.near;
}

Near search_near_places(Arena *arena, const Book *book, View text)
{
    NearSearch search = near_search(arena, text);
    for (uint32_t i = 0; i < book->place_count; i++) {
        offer_near(&search, book_text(book, place_at(book, i)->name));
        offer_near(&search, book_text(book, place_at(book, i)->demonym));
    }
    buffer_free(&search.folded);
    return search.near;
}

View search_nothing(Arena *arena, const char *what, View text, const Near *near)
{
    View said = view_format(arena, "%s \"%.*s\"", what, VIEW_ARG(text));
    for (uint32_t i = 0; i < near->count; i++)
        said = view_format(arena, "%.*s%s%.*s%s", VIEW_ARG(said),
                           !i                     ? ", did you mean "
                           : i + 1 == near->count ? " or "
                                                  : ", ",
                           VIEW_ARG(near->items[i]), i + 1 == near->count ? "?" : "");
    return said;
}

/* --- days --- */

Covers search_covers(const Tenure *tenure, Day day)
{
    bool ended = date_known(tenure->to), planned = tenure->flags & TENURE_PLANNED_END;
    if (day < tenure->from.first || (ended && day > tenure->to.last))
        return COVERS_NO;
    bool vouched = date_known(tenure->as_of) && day <= tenure->as_of.last;
    if ((!ended || planned) && !vouched)
        return COVERS_LATER;
    if (day < tenure->from.last || (ended && !planned && day > tenure->to.first))
        return COVERS_PERHAPS;
    if (tenure->flags & TENURE_UNCONFIRMED)
        return COVERS_PERHAPS;
    return (tenure->flags & TENURE_END_UNCONFIRMED) && !vouched ? COVERS_PERHAPS : COVERS_YES;
}
