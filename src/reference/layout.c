/* The layout of the book: records in, arrays without pointers out. */
#include "reference/layout.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/file.h"
#include "reference/phrase.h"

/* A text that hardly stands twice. */
static Text lay_own_text(Layout *layout, View text)
{
    uint32_t off = (uint32_t)layout->strings.len;
    buffer_add(&layout->strings, text);
    return text.len ? (Text){off, (uint32_t)text.len} : (Text){0, 0};
}

static Text lay_text(Layout *layout, View text)
{
    if (text.len == 0)
        return (Text){0, 0};
    uint32_t first = ids_add(&layout->texts, text, (uint32_t)layout->strings.len);
    return first != NONE ? (Text){first, (uint32_t)text.len} : lay_own_text(layout, text);
}

/* Neighbours mostly stand in one file. */
static Text lay_path(Layout *layout, View path)
{
    if (path.at != layout->path.at || path.len != layout->path.len) {
        layout->path = path;
        View folder = layout->records->folder;
        bool shipped = view_starts(path, folder);
        layout->path_text = lay_text(layout, shipped ? view_slice(path, folder.len, path.len)
                                                     : file_below(path, layout->records->own));
    }
    return layout->path_text;
}

static Range lay_indexes(Layout *layout, WrittenList list, IndexArray *out)
{
    Range range = {out->count, list.count};
    for (uint32_t i = 0; i < list.count; i++)
        *arena_push(layout->arena, out) = list.items[i].index;
    return range;
}

static bool is_among(WrittenList phrases, View text)
{
    Phrase phrase, other;
    for (uint32_t i = 0; phrase_read(text, &phrase) && i < phrases.count; i++)
        if (phrase_read(phrases.items[i].text, &other) &&
            phrase_hash(&other) == phrase_hash(&phrase))
            return true;
    return false;
}

/* `common`: titles that every office of the kind has. */
static Range lay_dated(Layout *layout, DatedRecords dated, WrittenList common)
{
    Range range = {layout->dated.count, dated.count};
    for (uint32_t i = 0; i < dated.count; i++) {
        const DatedRecord *record = &dated.items[i];
        uint32_t flags = (record->own ? DATED_OWN : 0u) |
                         (is_among(common, record->name.text) ? DATED_COMMON : 0u);
        *arena_push(layout->arena, &layout->dated) =
            (DatedName){lay_text(layout, record->name.text), record->from, record->to, flags};
    }
    return range;
}

static WrittenList kind_titles(const Records *records, uint32_t kind)
{
    return kind == NONE ? (WrittenList){0} : records->kinds.items[kind].titles;
}

static bool keeps_titles(const Records *records, uint32_t place)
{
    WrittenList places = records->words.courtesy_places;
    uint32_t outer = records->places.items[place].in.index;
    for (uint32_t i = 0; i < places.count; i++)
        if (places.items[i].index == place || (outer != NONE && places.items[i].index == outer))
            return true;
    return false;
}

static void lay_places(Layout *layout)
{
    const Records *records = layout->records;
    layout->places = arena_new(layout->arena, Place, records->places.count);
    for (uint32_t i = 0; i < records->places.count; i++) {
        const PlaceRecord *record = &records->places.items[i];
        View full = record->the
                        ? view_format(layout->arena, "the %.*s", VIEW_ARG(record->name.text))
                        : record->name.text;
        Place *place = &layout->places[i];
        place->id = lay_text(layout, record->id.text);
        place->name = lay_text(layout, record->name.text);
        place->full = lay_text(layout, full);
        if (record->demonyms.count > 0)
            place->demonym = lay_text(layout, record->demonyms.items[0].text);
        place->parent = record->in.index;
        place->kind = (uint8_t)record->kind;
        place->flags = keeps_titles(records, i) ? PLACE_KEEPS_TITLES : 0;
        place->has_no = lay_indexes(layout, record->has_no, &layout->kind_list);
        place->dated = lay_dated(layout, record->dated, (WrittenList){0});
    }
}

static Range lay_spans(Layout *layout, const OfficeRecord *office)
{
    Range range = {layout->span_count, office->span_count};
    for (uint32_t i = 0; i < office->span_count; i++)
        layout->spans[layout->span_count++] =
            (CompleteSpan){office->spans[i].from, office->spans[i].as_of};
    return range;
}

static void lay_offices(Layout *layout)
{
    const Records *records = layout->records;
    uint32_t spans = 0;
    for (uint32_t i = 0; i < records->offices.count; i++)
        spans += records->offices.items[i].span_count;
    layout->spans = arena_new(layout->arena, CompleteSpan, spans);
    layout->offices = arena_new(layout->arena, Office, records->offices.count);
    layout->as_of = DATE_NONE;
    for (uint32_t i = 0; i < records->offices.count; i++) {
        const OfficeRecord *record = &records->offices.items[i];
        Office *office = &layout->offices[i];
        office->id = lay_own_text(layout, record->id.text);
        office->title = lay_text(layout, record->title.text);
        office->place = record->place.index;
        office->kind = record->kind.index;
        office->seats = record->seats;
        office->as_of = record->as_of;
        office->complete = lay_spans(layout, record);
        office->tenures = record->tenures;
        office->dated = lay_dated(layout, record->dated, kind_titles(records, record->kind.index));
        office->file = lay_path(layout, record->id.where.path);
        office->line = record->id.where.line;
        if (date_known(record->as_of) && record->as_of.last > layout->as_of.last)
            layout->as_of = record->as_of;
    }
}

typedef struct Pair {
    uint32_t office;
    uint32_t other;
} Pair;

static int compare_pairs(const void *a, const void *b)
{
    const Pair *left = a;
    const Pair *right = b;
    if (left->office != right->office)
        return left->office < right->office ? -1 : 1;
    return left->other < right->other ? -1 : left->other > right->other;
}

typedef struct Pairs {
    Pair *items;
    uint32_t count;
    uint32_t capacity;
} Pairs;

/* The others of each office in one run, each once; `member` is where the office keeps its run. */
static void lay_pairs(Layout *layout, const Pairs *pairs, size_t member)
{
    if (pairs->count > 0)
        qsort(pairs->items, pairs->count, sizeof *pairs->items, compare_pairs);
    for (uint32_t i = 0; i < pairs->count; i++) {
        if (i > 0 && compare_pairs(&pairs->items[i - 1], &pairs->items[i]) == 0)
            continue;
        Range *run = (Range *)((char *)&layout->offices[pairs->items[i].office] + member);
        if (run->count++ == 0)
            run->first = layout->office_list.count;
        *arena_push(layout->arena, &layout->office_list) = pairs->items[i].other;
    }
}

/* What one office excludes excludes it in turn, whichever of them says so. */
static void lay_excludes(Layout *layout)
{
    Pairs pairs = {0};
    for (uint32_t i = 0; i < layout->records->offices.count; i++) {
        WrittenList excludes = layout->records->offices.items[i].excludes;
        for (uint32_t k = 0; k < excludes.count; k++) {
            *arena_push(layout->arena, &pairs) = (Pair){i, excludes.items[k].index};
            *arena_push(layout->arena, &pairs) = (Pair){excludes.items[k].index, i};
        }
    }
    lay_pairs(layout, &pairs, offsetof(Office, excludes));
}

static void lay_successors(Layout *layout)
{
    Pairs successors = {0}, predecessors = {0};
    for (uint32_t i = 0; i < layout->records->offices.count; i++) {
        WrittenList next = layout->records->offices.items[i].succeeded_by;
        for (uint32_t k = 0; k < next.count; k++) {
            *arena_push(layout->arena, &successors) = (Pair){i, next.items[k].index};
            *arena_push(layout->arena, &predecessors) = (Pair){next.items[k].index, i};
        }
    }
    lay_pairs(layout, &successors, offsetof(Office, successors));
    lay_pairs(layout, &predecessors, offsetof(Office, predecessors));
}

static Letters letters_of_holder(const Records *records, const TenureRecord *record)
{
    return record->vacant
               ? 0
               : letters_of(last_word(records->people.items[record->person.index].name.text));
}

static void lay_tenures(Layout *layout)
{
    const Records *records = layout->records;
    layout->holders = arena_new(layout->arena, Letters, records->tenures.count);
    layout->tenures = arena_new(layout->arena, Tenure, records->tenures.count);
    for (uint32_t i = 0; i < records->tenures.count; i++) {
        const TenureRecord *record = &records->tenures.items[i];
        Tenure *tenure = &layout->tenures[i];
        tenure->person = record->vacant ? NONE : record->person.index;
        tenure->office = record->office;
        tenure->from = record->from;
        tenure->to = record->to;
        tenure->as_of = record->as_of;
        tenure->flags = record->flags;
        tenure->state = record->vacant ? NONE : record->state.index;
        tenure->district = lay_text(layout, record->district);
        tenure->senate_class = lay_text(layout, record->senate_class);
        tenure->party = lay_text(layout, record->party);
        tenure->sources = lay_indexes(layout, record->sources, &layout->source_list);
        tenure->file = lay_path(layout, record->where.path);
        tenure->line = record->where.line;
        layout->holders[i] = letters_of_holder(records, record);
    }
}

typedef struct PersonTenure {
    uint32_t person;
    Day from;
    uint32_t tenure;
} PersonTenure;

static int compare_person_tenures(const void *a, const void *b)
{
    const PersonTenure *left = a;
    const PersonTenure *right = b;
    if (left->person != right->person)
        return left->person < right->person ? -1 : 1;
    if (left->from != right->from)
        return left->from < right->from ? -1 : 1;
    return left->tenure < right->tenure ? -1 : left->tenure > right->tenure;
}

/* The tenures of each person in order of time; needs the people laid. */
static void lay_person_tenures(Layout *layout)
{
    uint32_t count = layout->records->tenures.count;
    PersonTenure *sorted = arena_new(layout->arena, PersonTenure, count);
    uint32_t held = 0;
    for (uint32_t i = 0; i < count; i++)
        if (layout->tenures[i].person != NONE)
            sorted[held++] =
                (PersonTenure){layout->tenures[i].person, layout->tenures[i].from.first, i};
    qsort(sorted, held, sizeof *sorted, compare_person_tenures);
    layout->person_tenures = arena_new(layout->arena, uint32_t, held);
    layout->person_tenure_count = held;
    for (uint32_t i = 0; i < held; i++) {
        Range *tenures = &layout->people[sorted[i].person].tenures;
        if (tenures->count++ == 0)
            tenures->first = i;
        layout->person_tenures[i] = sorted[i].tenure;
    }
}

static void lay_people(Layout *layout)
{
    const Records *records = layout->records;
    layout->people = arena_new(layout->arena, Person, records->people.count);
    for (uint32_t i = 0; i < records->people.count; i++) {
        const PersonRecord *record = &records->people.items[i];
        Person *person = &layout->people[i];
        person->id = lay_own_text(layout, record->id.text);
        person->name = lay_own_text(layout, record->name.text);
        person->born = record->born;
        person->died = record->died;
        person->wikidata = lay_own_text(layout, record->wikidata);
        person->flags = record->surname_first ? PERSON_SURNAME_FIRST : 0;
        person->parties = lay_dated(layout, record->parties, (WrittenList){0});
        person->file = lay_path(layout, record->id.where.path);
        person->line = record->id.where.line;
    }
}

static void lay_sources(Layout *layout)
{
    const Records *records = layout->records;
    layout->sources = arena_new(layout->arena, Source, records->sources.count);
    for (uint32_t i = 0; i < records->sources.count; i++) {
        const SourceRecord *record = &records->sources.items[i];
        layout->sources[i] =
            (Source){lay_text(layout, record->id.text), lay_text(layout, record->title),
                     lay_text(layout, record->licence), lay_text(layout, record->url)};
    }
}

static void lay_kinds(Layout *layout)
{
    const Records *records = layout->records;
    layout->kinds = arena_new(layout->arena, Text, records->kinds.count);
    for (uint32_t i = 0; i < records->kinds.count; i++)
        layout->kinds[i] = lay_text(layout, records->kinds.items[i].id.text);
}

static void lay_titles(Layout *layout, const TitleRecords *titles)
{
    layout->titles = arena_new(layout->arena, Title, titles->count);
    for (uint32_t i = 0; i < titles->count; i++) {
        const TitleRecord *record = &titles->items[i];
        Title *title = &layout->titles[i];
        title->text = lay_text(layout, record->text);
        title->kind = record->kind;
        title->flags = record->flags;
        title->offices = (Range){layout->title_offices.count, record->offices.count};
        for (uint32_t k = 0; k < record->offices.count; k++)
            *arena_push(layout->arena, &layout->title_offices) = record->offices.items[k];
    }
}

/* About as many as there will be. */
static uint32_t text_count(const Records *records)
{
    return 2 * records->offices.count + 3 * records->places.count;
}

Layout layout_make(const Records *records, const TitleRecords *titles, View version, Arena *arena)
{
    Layout layout = {
        .records = records, .arena = arena, .texts = ids_for(arena, text_count(records))};
    layout.version = lay_text(&layout, version);
    lay_places(&layout);
    lay_offices(&layout);
    lay_excludes(&layout);
    lay_successors(&layout);
    lay_people(&layout);
    lay_tenures(&layout);
    lay_person_tenures(&layout);
    lay_sources(&layout);
    lay_kinds(&layout);
    lay_titles(&layout, titles);
    assert(layout.strings.len <= UINT32_MAX);
    return layout;
}

void layout_free(Layout *layout)
{
    buffer_free(&layout->strings);
}
