/* From YAML to a book: reads, links and checks the records, indexes them, and lays them out. */
#include "reference/compile.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/tree.h"
#include "reference/records.h"

const YamlNode *book_source_root(Arena *arena, const BookSource *file, Troubles *troubles)
{
    const YamlNode *root = file->tree.len ? tree_read(arena, file->tree) : NULL;
    return root ? root : yaml_parse(arena, file->path, file->bytes, troubles);
}

/* Whether the last part of the path is `name`. */
static bool is_named(View path, View name)
{
    if (!view_ends(path, name))
        return false;
    return path.len == name.len || path.at[path.len - name.len - 1] == '/';
}

static bool is_words(const BookSource *file)
{
    return is_named(file->path, VIEW("titles.yaml")) || is_named(file->path, VIEW("names.yaml"));
}

static int compare_troubles(const void *a, const void *b)
{
    const Trouble *left = a;
    const Trouble *right = b;
    int paths = view_compare(left->path, right->path);
    if (paths != 0)
        return paths;
    if (left->line != right->line)
        return left->line < right->line ? -1 : 1;
    if (left->column != right->column)
        return left->column < right->column ? -1 : 1;
    return view_compare(left->message, right->message);
}

/* Where the last folder that all files share begins: "rules/reference/nl.yaml" and its neighbours
 * are "reference/nl.yaml" wherever the rules lie. */
static View shared_folder(const BookSource *sources, uint32_t count)
{
    size_t shared = count ? sources[0].path.len : 0;
    for (uint32_t i = 1; i < count && !sources[i].own.len; i++) {
        size_t same = 0;
        while (same < shared && same < sources[i].path.len &&
               sources[i].path.at[same] == sources[0].path.at[same])
            same++;
        shared = same;
    }
    size_t slashes = 0;
    while (shared && slashes < 2)
        slashes += sources[0].path.at[--shared] == '/';
    return slashes == 2 ? view_slice(sources[0].path, 0, shared + 1) : (View){0};
}

View book_version(const BookSource *sources, uint32_t count, const BookSource *words,
                  uint32_t word_count, Arena *arena)
{
    HashState *hash = hash_begin(arena);
    for (uint32_t i = 0; i < word_count; i++)
        if (is_words(&words[i]))
            hash_add(hash, words[i].bytes);
    for (uint32_t i = 0; i < count; i++)
        hash_add(hash, sources[i].bytes);
    return hash_end(hash, arena);
}

/* Room for about as many tenures and people as so many bytes hold, so that no copy of a large array
 * is left behind; what is not used is not touched. */
static void reserve(Records *records, const BookSource *sources, uint32_t count, Arena *arena)
{
    enum { BYTES_EACH = 80 }; /* of a tenure or a person */
    size_t bytes = 0;
    for (uint32_t i = 0; i < count; i++)
        bytes += sources[i].bytes.len;
    uint32_t most = (uint32_t)(bytes / BYTES_EACH);
    records->tenures.items =
        arena_room(arena, most * sizeof *records->tenures.items, _Alignof(max_align_t));
    records->people.items =
        arena_room(arena, most * sizeof *records->people.items, _Alignof(max_align_t));
    records->tenures.capacity = records->people.capacity = most;
}

/* All files into the records. False where one is no YAML. */
static bool read_files(Records *records, const BookSource *sources, uint32_t count,
                       const BookSource *words, uint32_t word_count, Arena *arena,
                       Troubles *troubles)
{
    Arena tree = {0};
    bool whole = true;
    for (uint32_t i = 0; i < word_count; i++) {
        if (is_words(&words[i]))
            whole &= read_words(records, arena, &tree, words[i], troubles);
        arena_reset(&tree);
    }
    for (uint32_t i = 0; i < count; i++) {
        RecordCounts before = records_count(records);
        whole &= read_reference(records, arena, &tree, sources[i], troubles);
        arena_reset(&tree);
        if (sources[i].own.len)
            records_override(records, before);
    }
    arena_free(&tree);
    return whole;
}

bool book_compile(const BookSource *sources, uint32_t count, const BookSource *words,
                  uint32_t word_count, Arena *arena, Arena *scratch, Book *out, Troubles *troubles)
{
    uint32_t before = troubles->count;
    Records *records = arena_new(scratch, Records, 1);
    records->folder = shared_folder(sources, count);
    records->own = count ? sources[count - 1].own : (View){0};
    reserve(records, sources, count, scratch);
    bool whole = read_files(records, sources, count, words, word_count, scratch, troubles);

    enum { NAMES_EACH = 2 }; /* of a person: the whole and the surname; most titles are shared */
    LexiconBuilder *builder = lexicon_builder_for(scratch, NAMES_EACH * records->people.count);
    TitleRecords titles = {0};
    if (whole) {
        records_resolve(records, scratch, troubles);
        records_validate(records, scratch, troubles);
        index_names(records, builder, scratch, troubles);
        titles = index_titles(records, builder, scratch, troubles);
    }
    if (troubles->count > before) {
        qsort(troubles->items + before, troubles->count - before, sizeof *troubles->items,
              compare_troubles);
        return false;
    }
    Lexicon names = lexicon_finish(builder);
    View version = book_version(sources, count, words, word_count, scratch);
    View image = image_make(records, &titles, &names, version, arena, scratch);
    return book_open(arena, image, out, troubles);
}
