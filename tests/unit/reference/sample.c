/* Small books for tests. */
#include "sample.h"

#include <check.h>
#include <string.h>

static const char base_text[] =
    "places:\n"
    "  - {id: nl, name: Netherlands, the: true, kind: country, also: [Holland],\n"
    "     demonyms: [Dutch, Netherlandish], metonyms: [The Hague], has-no: [president]}\n"
    "  - {id: us, name: United States, the: true, kind: country, also: [US], demonyms: [American, "
    "U.S.]}\n"
    "  - {id: us-oh, name: Ohio, kind: state, in: us, demonyms: [Ohioan], codes: [OH]}\n"
    "  - {id: nato, name: NATO, kind: organisation}\n"
    "people:\n"
    "  - {id: anna-bos, name: Anna Bos, born: 1960-05-01, died: 2020-05-01}\n"
    "  - {id: carl-dijk, name: Carl Dijk}\n"
    "  - {id: eva-faber, name: Eva Faber}\n"
    "sources:\n"
    "  - {id: gazette, title: The Gazette, licence: CC0-1.0, url: \"https://example.org/\"}\n";

static const char titles_text[] =
    "heads: {minister: ministers, president: presidents, senator: senators, general: generals}\n"
    "kinds:\n"
    "  defence: {titles: [defence minister, minister of defence], loose: [defence chief]}\n"
    "  president: {titles: [president]}\n"
    "  head-of-government: {titles: [prime minister], loose: [leader]}\n"
    "titles: [senator]\n"
    "shorts: {Sen.: senator, PM: prime minister}\n"
    "courtesy: {places: [us], titles: [president, senator]}\n";

static const char names_text[] = "particles: [von, der, al, bin, de]\n"
                                 "suffixes: [Jr, III]\n";

void sample_make_with(Sample *sample, const char *text, const char *titles)
{
    *sample = (Sample){0};
    sample->troubles.arena = &sample->arena;
    const BookSource sources[] = {{VIEW("base.yaml"), view_of(base_text)},
                                  {VIEW("test.yaml"), view_of(text)}};
    const BookSource words[] = {{VIEW("words/titles.yaml"), view_of(titles)},
                                {VIEW("words/names.yaml"), view_of(names_text)},
                                {VIEW("words/words.yaml"), VIEW("months: [[January]]\n")}};
    sample->made = book_compile(sources, 2, words, 3, &sample->arena, &sample->scratch,
                                &sample->book, &sample->troubles);
}

void sample_make(Sample *sample, const char *text)
{
    sample_make_with(sample, text, titles_text);
}

void sample_free(Sample *sample)
{
    arena_free(&sample->scratch);
    arena_free(&sample->arena);
}

/* All troubles, a line each, for a failed test's message. */
static const char *listing(Sample *sample)
{
    View all = VIEW("");
    for (uint32_t i = 0; i < sample->troubles.count; i++) {
        View one = trouble_text(&sample->arena, &sample->troubles.items[i]);
        all = view_format(&sample->arena, "%.*s\n  %.*s", VIEW_ARG(all), VIEW_ARG(one));
    }
    return view_copy(&sample->arena, all).at;
}

void expect_fault(const char *text, uint32_t line, const char *words)
{
    Sample sample;
    sample_make(&sample, text);
    ck_assert_msg(!sample.made, "a book was made; expected a fault: %s", words);
    ck_assert_msg(sample.troubles.count == 1, "expected one fault, \"%s\", not%s", words,
                  listing(&sample));
    const Trouble *trouble = &sample.troubles.items[0];
    ck_assert_msg(view_equal(trouble->path, VIEW("test.yaml")) && trouble->line == line &&
                      trouble->column > 0,
                  "expected test.yaml:%u, not%s", line, listing(&sample));
    ck_assert_msg(strstr(listing(&sample), words) != NULL, "expected \"%s\" in%s", words,
                  listing(&sample));
    sample_free(&sample);
}

void expect_book(const char *text)
{
    Sample sample;
    sample_make(&sample, text);
    ck_assert_msg(sample.made, "expected a book, not%s", listing(&sample));
    sample_free(&sample);
}

static LexiconEntries entries_of(const Sample *sample, const char *phrase)
{
    const Lexicon *names = &sample->book.names;
    return lexicon_entries(names, lexicon_phrase(names, view_of(phrase)));
}

bool sample_means(const Sample *sample, const char *phrase, NameKind kind, uint32_t id)
{
    LexiconEntries entries = entries_of(sample, phrase);
    for (uint32_t i = 0; i < entries.count; i++) {
        const LexiconEntry *entry = &entries.items[i];
        if (entry->kind == kind && entry->id == id)
            return true;
    }
    return false;
}

uint32_t sample_count(const Sample *sample, const char *phrase, NameKind kind)
{
    LexiconEntries entries = entries_of(sample, phrase);
    uint32_t count = 0;
    for (uint32_t i = 0; i < entries.count; i++)
        count += entries.items[i].kind == kind;
    return count;
}

uint32_t sample_person(const Sample *sample, const char *id)
{
    return book_person(&sample->book, view_of(id));
}

uint32_t sample_office(const Sample *sample, const char *id)
{
    return book_office(&sample->book, view_of(id));
}
