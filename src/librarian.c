/* The public face of the book: who held what, how far the book reaches, what changed, and edits of
 * its YAML. Tests: tests/cli/data.py, tests/golden/facts.py. */
#include "stet/book.h"

#include <string.h>

#include "base/file.h"
#include "config.h"
#include "reference/edit.h"
#include "reference/search.h"
#include "report/card.h"
#include "report/changes.h"
#include "report/status.h"

/* A whole day; NULL gives DAY_NONE. */
static bool read_day(const char *text, Day *out, Troubles *troubles)
{
    Date date = DATE_NONE;
    if (text && (!date_parse(view_of(text), &date) || date.first != date.last)) {
        trouble_add(troubles, (View){0}, 0, 0, "\"%s\" is no day, expected YYYY-MM-DD", text);
        return false;
    }
    *out = date.first;
    return true;
}

/* --- who --- */

/* What goes by a name. */
typedef struct Found {
    Indexes people;
    Indexes offices;
} Found;

static void say_nothing(Arena *arena, const char *what, View text, const Near *near,
                        Troubles *troubles)
{
    View said = search_nothing(arena, what, text, near);
    trouble_add(troubles, (View){0}, 0, 0, "%.*s", VIEW_ARG(said));
}

/* False and trouble where a place is named that is none. */
static bool find_places(Arena *arena, const Book *book, const char *text, Indexes *out,
                        Troubles *troubles)
{
    View name = view_trim(view_of(text));
    *out = search_places(arena, book, name);
    if (out->count)
        return true;
    Near near = search_near_places(arena, book, name);
    say_nothing(arena, "no place goes by", name, &near, troubles);
    return false;
}

static bool find_named(Arena *arena, const Book *book, const StetQuestion *question, Found *out,
                       Troubles *troubles)
{
    Indexes places = {0};
    View name = view_trim(view_of(question->name));
    if (question->place && !find_places(arena, book, question->place, &places, troubles))
        return false;
    out->people = search_people(arena, book, name, question->place ? &places : NULL);
    out->offices = search_offices(arena, book, name, question->place ? &places : NULL);
    if (out->people.count || out->offices.count)
        return true;
    Near near = search_near_names(arena, book, name);
    say_nothing(arena,
                question->place ? "nobody and no office there goes by"
                                : "nobody and no office goes by",
                name, &near, troubles);
    return false;
}

static void cards_text(Arena *arena, const Book *book, const Found *found, Day on, DateStyle dates,
                       Buffer *out)
{
    for (uint32_t i = 0; i < found->people.count; i++) {
        if (out->len)
            buffer_add_byte(out, '\n');
        card_person(arena, book, found->people.items[i], on, dates, out);
    }
    for (uint32_t i = 0; i < found->offices.count; i++) {
        if (out->len)
            buffer_add_byte(out, '\n');
        card_office(arena, book, found->offices.items[i], on, out);
    }
}

static void member_or_null(JsonWriter *json, const char *key, const char *text)
{
    json_member(json, key, view_of(text), text != NULL);
}

static void cards_json(Arena *arena, const Book *book, const StetQuestion *question,
                       const Found *found, Day on, Buffer *out)
{
    JsonWriter *json = json_begin(true);
    json_open_object(json);
    json_member(json, "schema", VIEW("urn:stet:who:1"), true);
    member_or_null(json, "name", question->name);
    member_or_null(json, "place", question->place);
    member_or_null(json, "on", question->on);
    json_key(json, "people");
    json_open_array(json);
    for (uint32_t i = 0; i < found->people.count; i++)
        card_person_json(arena, book, found->people.items[i], on, json);
    json_close(json);
    json_key(json, "offices");
    json_open_array(json);
    for (uint32_t i = 0; i < found->offices.count; i++)
        card_office_json(arena, book, found->offices.items[i], on, json);
    json_close(json);
    json_close(json);
    json_end(json, out);
    buffer_add_byte(out, '\n');
}

StetAnswer stet_who(const StetRules *rules, const StetQuestion *question, StetWrite write, void *to,
                    StetTroubles *troubles)
{
    Day on;
    Found found;
    Buffer out = {0};
    if (!read_day(question->on, &on, &troubles->list))
        return STET_REFUSED;
    Arena arena = {0};
    bool known = find_named(&arena, &rules->book, question, &found, &troubles->list);
    if (known && question->format == STET_BOOK_JSON)
        cards_json(&arena, &rules->book, question, &found, on, &out);
    else if (known)
        cards_text(&arena, &rules->book, &found, on, config_dates(question->config), &out);
    arena_free(&arena);
    if (!face_write_out(&out, write, to, &troubles->list))
        return STET_REFUSED;
    return known ? STET_ANSWERED : STET_NOT_FOUND;
}

/* --- status --- */

bool stet_book_status(const StetRules *rules, const char *today, StetBookFormat format,
                      StetWrite write, void *to, StetTroubles *troubles)
{
    Day day;
    if (!read_day(today ? today : "", &day, &troubles->list))
        return false;
    Arena arena = {0};
    Buffer out = {0};
    if (format == STET_BOOK_JSON)
        status_json(&arena, &rules->book, day, &out);
    else
        status_text(&arena, &rules->book, day, &out);
    arena_free(&arena);
    return face_write_out(&out, write, to, &troubles->list);
}

/* --- books of a folder --- */

/* What a book is compiled from, and the book. */
typedef struct Shelf {
    Arena arena;
    Arena scratch;
    BookSources reference;
    BookSources words;
    Book book;
} Shelf;

static void shelf_free(Shelf *shelf)
{
    arena_free(&shelf->scratch);
    arena_free(&shelf->arena);
}

static bool compile(Shelf *shelf, Troubles *troubles)
{
    return book_compile(shelf->reference.items, shelf->reference.count, shelf->words.items,
                        shelf->words.count, &shelf->arena, &shelf->scratch, &shelf->book, troubles);
}

/* `reference` and `words` are each a folder and its part. */
static bool shelf_open(Shelf *shelf, const char *reference, const char *part, const char *words,
                       Troubles *troubles)
{
    *shelf = (Shelf){0};
    FileList listed_words = {0}, listed = {0};
    bool read = folder_list(words, "words", &shelf->arena, &listed_words, troubles);
    read &= folder_list(reference, part, &shelf->arena, &listed, troubles);
    read = read && folder_read(&listed_words, &shelf->scratch, &shelf->words, troubles);
    read = read && folder_read(&listed, &shelf->scratch, &shelf->reference, troubles);
    return read && compile(shelf, troubles);
}

/* --- diff --- */

/* A rules folder holds a folder reference/; else it is one. */
static bool diff_open(Shelf *shelf, const char *folder, const char *words, Troubles *troubles)
{
    Arena arena = {0};
    FileList list = {0};
    Troubles ignored = {.arena = &arena};
    View inside = view_format(&arena, "%s/reference", folder);
    bool whole = file_list(&arena, inside.at, ".yaml", &list, &ignored);
    arena_free(&arena);
    return shelf_open(shelf, folder, whole ? "reference" : "", words, troubles);
}

bool stet_book_diff(const char *old_folder, const char *new_folder, const char *words,
                    StetWrite write, void *to, size_t *count, StetTroubles *troubles)
{
    Shelf old, now;
    Buffer out = {0};
    bool read = diff_open(&old, old_folder, words, &troubles->list);
    read &= diff_open(&now, new_folder, words, &troubles->list);
    *count = read ? changes_text(&old.book, &now.book, &out) : 0;
    shelf_free(&old);
    shelf_free(&now);
    return face_write_out(&out, write, to, &troubles->list) && read;
}

/* --- editing --- */

/* Who or what an edit means, or trouble. */
typedef struct Meant {
    uint32_t office;
    uint32_t person;
    uint32_t next; /* NONE: nobody */
} Meant;

enum { SEVERAL_SHOWN = 8 };

static bool say_several(Arena *arena, const char *what, View text, const Indexes *found,
                        const Book *book, bool people, Troubles *troubles)
{
    View ids = {0};
    for (uint32_t i = 0; i < found->count && i < SEVERAL_SHOWN; i++) {
        uint32_t index = found->items[i];
        Text id = people ? person_at(book, index)->id : office_at(book, index)->id;
        ids = view_format(arena, "%.*s%s%.*s", VIEW_ARG(ids), i ? ", " : "",
                          VIEW_ARG(book_text(book, id)));
    }
    trouble_add(troubles, (View){0}, 0, 0, "\"%.*s\" may be %u %s, expected one of %.*s%s",
                VIEW_ARG(text), found->count, what, VIEW_ARG(ids),
                found->count > SEVERAL_SHOWN ? " ..." : "");
    return false;
}

static bool find_office(Arena *arena, const Book *book, const StetEdit *edit, uint32_t *out,
                        Troubles *troubles)
{
    Indexes places = {0};
    View name = view_trim(view_of(edit->office));
    if (edit->place && !find_places(arena, book, edit->place, &places, troubles))
        return false;
    Indexes found = search_offices(arena, book, name, edit->place ? &places : NULL);
    if (found.count > 1)
        return say_several(arena, "offices", name, &found, book, false, troubles);
    if (!found.count) {
        Near near = search_near_names(arena, book, name);
        say_nothing(arena, "no office goes by", name, &near, troubles);
        return false;
    }
    *out = found.items[0];
    return true;
}

/* Of several namesakes the one who has held the office. */
static Indexes who_held(Arena *arena, const Book *book, const Indexes *people, uint32_t office)
{
    Indexes held = {0};
    Range range = office_at(book, office)->tenures;
    for (uint32_t i = 0; i < people->count; i++)
        for (uint32_t k = 0; k < range.count; k++)
            if (tenure_at(book, range.first + k)->person == people->items[i]) {
                *arena_push(arena, &held) = people->items[i];
                break;
            }
    return held;
}

static bool find_person(Arena *arena, const Book *book, const char *text, uint32_t office,
                        uint32_t *out, Troubles *troubles)
{
    View name = view_trim(view_of(text));
    Indexes found = search_people(arena, book, name, NULL);
    Indexes held = found.count > 1 ? who_held(arena, book, &found, office) : found;
    if (held.count == 1)
        found = held;
    if (found.count > 1)
        return say_several(arena, "people", name, &found, book, true, troubles);
    if (!found.count) {
        Near near = search_near_names(arena, book, name);
        say_nothing(arena, "the book has no person", name, &near, troubles);
        return false;
    }
    *out = found.items[0];
    return true;
}

static bool find_meant(Arena *arena, const Book *book, const StetEdit *edit, Meant *out,
                       Troubles *troubles)
{
    Date date;
    out->next = NONE;
    if (!date_parse(view_of(edit->date), &date)) {
        trouble_add(troubles, (View){0}, 0, 0, "\"%s\" is no date, expected YYYY-MM-DD",
                    edit->date);
        return false;
    }
    if (!find_office(arena, book, edit, &out->office, troubles))
        return false;
    bool found = find_person(arena, book, edit->person, out->office, &out->person, troubles);
    if (edit->next)
        found &= find_person(arena, book, edit->next, out->office, &out->next, troubles);
    return found;
}

/* The line of an edit as it now stands, for whoever asked for it. */
static void show_line(View path, View bytes, uint32_t line, Buffer *out)
{
    size_t at = 0;
    for (uint32_t i = 1; i < line && at < bytes.len; at++)
        i += bytes.at[at] == '\n';
    size_t end = at;
    while (end < bytes.len && bytes.at[end] != '\n')
        end++;
    View text = view_trim(view_slice(bytes, at, end));
    buffer_print(out, "%.*s:%u: %.*s\n", VIEW_ARG(path), line, VIEW_ARG(text));
}

/* That the office's as-of went along with the edit. */
static void show_as_of(const Shelf *shelf, const Meant *meant, const StetEdit *edit,
                       const Edited *edited, Buffer *out)
{
    if (edited->was_as_of.len)
        buffer_print(out, "%.*s: the as-of of '%.*s' is %s now; it was %.*s\n",
                     VIEW_ARG(shelf->reference.items[edited->file].path),
                     VIEW_ARG(book_text(&shelf->book, office_at(&shelf->book, meant->office)->id)),
                     edit->date, VIEW_ARG(edited->was_as_of));
}

typedef bool (*EditStep)(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit,
                         Edited *out, Troubles *troubles);

/* One step, into the shelf's bytes. */
static bool take_step(Shelf *shelf, EditStep step, uint32_t person, const Meant *meant,
                      const StetEdit *edit, Edited *out, Troubles *troubles)
{
    Edit one = {.office = book_text(&shelf->book, office_at(&shelf->book, meant->office)->id),
                .person = book_text(&shelf->book, person_at(&shelf->book, person)->id),
                .date = view_of(edit->date),
                .source = view_of(edit->source)};
    if (!step(&shelf->scratch, shelf->reference.items, shelf->reference.count, &one, out, troubles))
        return false;
    shelf->reference.items[out->file].bytes = out->bytes;
    return true;
}

/* Compiles the folder with the change in it, and then writes the one file. */
static bool check_and_write(Shelf *shelf, uint32_t file, Troubles *troubles)
{
    const BookSource *changed = &shelf->reference.items[file];
    if (compile(shelf, troubles))
        return file_write(changed->path.at, changed->bytes, troubles);
    trouble_add(troubles, changed->path, 0, 0,
                "is left as it was: with the change it would not be "
                "in order");
    return false;
}

static bool edit_folder(const char *folder, const StetEdit *edit, EditStep first, StetWrite write,
                        void *to, Troubles *troubles)
{
    Shelf shelf;
    Meant meant = {.next = NONE};
    Edited edited = {0}, next = {0};
    Buffer out = {0};
    bool done = shelf_open(&shelf, folder, "reference", folder, troubles) &&
                find_meant(&shelf.scratch, &shelf.book, edit, &meant, troubles) &&
                take_step(&shelf, first, meant.person, &meant, edit, &edited, troubles);
    if (done && meant.next != NONE)
        done = take_step(&shelf, edit_start, meant.next, &meant, edit, &next, troubles);
    done = done && check_and_write(&shelf, edited.file, troubles);
    if (done) {
        const BookSource *file = &shelf.reference.items[edited.file];
        show_line(file->path, file->bytes, edited.line, &out);
        if (next.line)
            show_line(file->path, file->bytes, next.line, &out);
        show_as_of(&shelf, &meant, edit, &edited, &out);
    }
    shelf_free(&shelf);
    return face_write_out(&out, write, to, troubles) && done;
}

bool stet_book_end(const char *folder, const StetEdit *edit, StetWrite write, void *to,
                   StetTroubles *troubles)
{
    return edit_folder(folder, edit, edit_end, write, to, &troubles->list);
}

bool stet_book_start(const char *folder, const StetEdit *edit, StetWrite write, void *to,
                     StetTroubles *troubles)
{
    StetEdit alone = *edit;
    alone.next = NULL;
    return edit_folder(folder, &alone, edit_start, write, to, &troubles->list);
}
