/* The head of a report, of a book and its rules. Tests: tests/unit/report/json.c. */
#include "report/head.h"

/* Help is Markdown: its lines are broken for the editor of the file. */
static View one_line(Arena *arena, View text)
{
    View copy = view_copy(arena, text);
    char *at = (char *)(uintptr_t)copy.at; /* our own copy */
    for (size_t i = 0; i < copy.len; i++)
        if (at[i] == '\n')
            at[i] = ' ';
    return copy;
}

static View first_sentence(Arena *arena, View markdown)
{
    size_t end = 0;
    while (end < markdown.len) {
        bool stop =
            markdown.at[end] == '.' && (end + 1 == markdown.len || markdown.at[end + 1] == ' ' ||
                                        markdown.at[end + 1] == '\n');
        bool paragraph =
            markdown.at[end] == '\n' && end + 1 < markdown.len && markdown.at[end + 1] == '\n';
        if (paragraph)
            break;
        end++;
        if (stop)
            break;
    }
    return one_line(arena, view_trim(view_slice(markdown, 0, end)));
}

static View present(View text)
{
    return text.len ? text : (View){0};
}

static HeadRule rule_of(Arena *arena, const Rule *rule)
{
    HeadRule out = {.name = rule->name,
                    .level = rule->level,
                    .summary = first_sentence(arena, rule->help),
                    .help = rule->help};
    for (uint32_t i = 0; i < rule->tag_count; i++)
        *arena_push(arena, &out.tags) = rule->tags[i];
    return out;
}

Head head_of(Arena *arena, const Book *book, const Rules *rules, View version)
{
    Head head = {.tool = {VIEW("stet"), version},
                 .rules = {.hash = rules->version, .count = rules->count},
                 .book = {.hash = book_text(book, book->version),
                          .as_of = book->as_of,
                          .places = book->place_count,
                          .offices = book->office_count,
                          .people = book->person_count,
                          .tenures = book->tenure_count}};
    for (uint32_t i = 0; i < rules->count; i++)
        *arena_push(arena, &head.rules.list) = rule_of(arena, &rules->items[i]);
    for (uint32_t i = 0; i < book->source_count; i++) {
        const Source *source = source_at(book, i);
        *arena_push(arena, &head.book.sources) =
            (HeadSource){.id = book_text(book, source->id),
                         .title = book_text(book, source->title),
                         .licence = present(book_text(book, source->licence)),
                         .url = present(book_text(book, source->url))};
    }
    return head;
}

const HeadRule *head_rule(const Head *head, View name)
{
    for (uint32_t i = 0; i < head->rules.list.count; i++)
        if (view_equal(head->rules.list.items[i].name, name))
            return &head->rules.list.items[i];
    return NULL;
}

const HeadSource *head_source(const Head *head, View id)
{
    for (uint32_t i = 0; i < head->book.sources.count; i++)
        if (view_equal(head->book.sources.items[i].id, id))
            return &head->book.sources.items[i];
    return NULL;
}
