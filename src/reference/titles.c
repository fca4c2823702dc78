/* The titles: what print calls the offices. Words of kinds, offices, and lists of rules/words in;
 * titles with their sets of offices, and entries of the lexicon out.
 *
 * A title is known by its phrase and its flags, so the flags hold for its whole set.
 */
#include <stdlib.h>

#include "reference/phrase.h"
#include "reference/records.h"

/* A title while its set is gathered. */
typedef struct Draft {
    uint64_t phrase;
    bool has_kind;
    bool of_words; /* its kind is said by titles.yaml: those of its offices do not count */
} Draft;

typedef struct TitleIndex {
    const Records *records;
    LexiconBuilder *builder;
    Arena *arena;
    Troubles *troubles;
    Ids heads;  /* by the hash of the folded word */
    Ids titles; /* by phrase and flags */
    TitleRecords made;
    struct {
        Draft *items;
        uint32_t count, capacity;
    } drafts; /* one for each of `made` */
} TitleIndex;

/* A phrase, or one of its plurals: there is one for each head in it, since print writes
 * "secretary-generals" too. */
typedef struct Variant {
    View text;
    uint32_t flags;
} Variant;

typedef struct Variants {
    Variant *items;
    uint32_t count;
    uint32_t capacity;
} Variants;

static View word_key(const uint64_t *hash)
{
    return (View){(const char *)hash, sizeof *hash};
}

static Ids head_index(TitleIndex *index)
{
    Ids heads = ids_in(index->arena);
    const WordRecords *words = &index->records->words.heads;
    for (uint32_t i = 0; i < words->count; i++) {
        const Written *word = &words->items[i].word;
        Phrase phrase;
        if (!phrase_read(word->text, &phrase) || phrase.count != 1) {
            trouble_add(index->troubles, word->where.path, word->where.line, word->where.column,
                        "the head '%.*s', expected one word", VIEW_ARG(word->text));
            continue;
        }
        uint64_t *hash = arena_new(index->arena, uint64_t, 1);
        *hash = word_hash(word->text);
        ids_add(&heads, word_key(hash), i);
    }
    return heads;
}

static void add_plurals(const TitleIndex *index, View text, size_t start, size_t end, Variants *out)
{
    uint64_t hash = word_hash(view_slice(text, start, end));
    uint32_t head = ids_find(&index->heads, word_key(&hash));
    if (head == NONE)
        return;
    WrittenList plurals = index->records->words.heads.items[head].others;
    for (uint32_t i = 0; i < plurals.count; i++) {
        Variant *variant = arena_push(index->arena, out);
        variant->flags = TITLE_PLURAL;
        variant->text =
            view_format(index->arena, "%.*s%.*s%.*s", VIEW_ARG(view_slice(text, 0, start)),
                        VIEW_ARG(plurals.items[i].text), VIEW_ARG(view_slice(text, end, text.len)));
    }
}

static Variants variants_of(const TitleIndex *index, View text)
{
    Variants variants = {0};
    *arena_push(index->arena, &variants) = (Variant){text, 0};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        while (at < text.len && text.at[at] != ' ' && text.at[at] != '-')
            at++;
        if (at > start)
            add_plurals(index, text, start, at, &variants);
        at++;
    }
    return variants;
}

/* --- titles by phrase --- */

static uint32_t find_title(const TitleIndex *index, uint64_t phrase, uint32_t flags)
{
    uint64_t key[2] = {phrase, flags};
    return ids_find(&index->titles, (View){(const char *)key, sizeof key});
}

/* The title of this phrase and these flags, made where there is none; NONE and trouble at `where`
 * for a phrase of no or too many words. */
static uint32_t title_of(TitleIndex *index, View text, uint32_t flags, const Where *where)
{
    Phrase phrase;
    if (!phrase_read(text, &phrase)) {
        trouble_add(index->troubles, where->path, where->line, where->column,
                    "the title '%.*s', expected 1 to %d words", VIEW_ARG(text),
                    (int)LIMIT_NAME_TOKENS);
        return NONE;
    }
    uint64_t *key = arena_new(index->arena, uint64_t, 2);
    key[0] = phrase_hash(&phrase);
    key[1] = flags;
    uint32_t made = index->made.count;
    uint32_t found = ids_add(&index->titles, (View){(const char *)key, 2 * sizeof *key}, made);
    if (found != NONE)
        return found;
    *arena_push(index->arena, &index->made) =
        (TitleRecord){.text = text, .kind = NONE, .flags = flags};
    *arena_push(index->arena, &index->drafts) = (Draft){.phrase = key[0]};
    LexiconEntry entry = {.id = made, .kind = NAME_TITLE};
    if (flags & TITLE_SHORT)
        entry.flags = LEXICON_CAPITAL; /* "5 pm" is no prime minister */
    lexicon_add(index->builder, text, entry);
    return made;
}

/* Adds the titles of a phrase and its plurals to `out`. */
static void add_titles(TitleIndex *index, const Written *phrase, uint32_t flags, IndexArray *out)
{
    Variants variants = variants_of(index, phrase->text);
    for (uint32_t i = 0; i < variants.count; i++) {
        uint32_t title = title_of(index, variants.items[i].text, flags | variants.items[i].flags,
                                  &phrase->where);
        if (title != NONE)
            *arena_push(index->arena, out) = title;
    }
}

static void add_all_titles(TitleIndex *index, WrittenList phrases, uint32_t flags, IndexArray *out)
{
    for (uint32_t i = 0; i < phrases.count; i++)
        add_titles(index, &phrases.items[i], flags, out);
}

/* All titles under one phrase that were made so far, shorts apart. */
static IndexArray titles_under(const TitleIndex *index, View text)
{
    IndexArray found = {0};
    Phrase phrase;
    if (!phrase_read(text, &phrase))
        return found;
    for (uint32_t flags = 0; flags <= (TITLE_PLURAL | TITLE_LOOSE); flags++) {
        uint32_t title = find_title(index, phrase_hash(&phrase), flags);
        if (title != NONE)
            *arena_push(index->arena, &found) = title;
    }
    return found;
}

/* --- sets --- */

/* A title is of a kind while all that give it one agree. */
static void give_kind(TitleIndex *index, uint32_t title, uint32_t kind)
{
    Draft *draft = &index->drafts.items[title];
    TitleRecord *record = &index->made.items[title];
    record->kind = draft->has_kind && record->kind != kind ? NONE : kind;
    draft->has_kind = true;
}

/* Offices come in rising order. */
static void give_office(TitleIndex *index, const IndexArray *titles, uint32_t office)
{
    for (uint32_t i = 0; i < titles->count; i++) {
        uint32_t title = titles->items[i];
        TitleRecord *record = &index->made.items[title];
        uint32_t count = record->offices.count;
        if (count > 0 && record->offices.items[count - 1] == office)
            continue;
        *arena_push(index->arena, &record->offices) = office;
        if (!index->drafts.items[title].of_words)
            give_kind(index, title, index->records->offices.items[office].kind.index);
    }
}

/* The titles of each kind. */
static IndexArray *index_kinds(TitleIndex *index)
{
    const Records *records = index->records;
    IndexArray *titles = arena_new(index->arena, IndexArray, records->kinds.count);
    for (uint32_t kind = 0; kind < records->kinds.count; kind++) {
        add_all_titles(index, records->kinds.items[kind].titles, 0, &titles[kind]);
        add_all_titles(index, records->kinds.items[kind].loose, TITLE_LOOSE, &titles[kind]);
        for (uint32_t i = 0; i < titles[kind].count; i++) {
            give_kind(index, titles[kind].items[i], kind);
            index->drafts.items[titles[kind].items[i]].of_words = true;
        }
    }
    return titles;
}

/* --- offices --- */

typedef struct PhraseList {
    Phrase *items;
    uint32_t count;
    uint32_t capacity;
} PhraseList;

static void add_phrases(Arena *arena, WrittenList texts, PhraseList *out)
{
    Phrase phrase;
    for (uint32_t i = 0; i < texts.count; i++)
        if (phrase_read(texts.items[i].text, &phrase))
            *arena_push(arena, out) = phrase;
}

/* What each place is called before a title. */
static PhraseList *place_phrases(TitleIndex *index)
{
    const Records *records = index->records;
    PhraseList *phrases = arena_new(index->arena, PhraseList, records->places.count);
    for (uint32_t i = 0; i < records->places.count; i++) {
        PlaceRecord *place = &records->places.items[i];
        add_phrases(index->arena, (WrittenList){&place->name, 1}, &phrases[i]);
        add_phrases(index->arena, place->also, &phrases[i]);
        add_phrases(index->arena, place->demonyms, &phrases[i]);
    }
    return phrases;
}

/* "U.S. secretary of state": the place and the title are matched apart. */
static bool begins_with_place(const Phrase *title, const PhraseList *place)
{
    for (uint32_t i = 0; i < place->count; i++)
        if (title->count > place->items[i].count && phrase_starts(title, &place->items[i]))
            return true;
    return false;
}

/* A phrase of titles.yaml that stands for every office whose title begins or ends with it. */
typedef struct BareTitle {
    Phrase phrase;
    IndexArray titles;
} BareTitle;

typedef struct BareTitles {
    BareTitle *items;
    uint32_t count;
} BareTitles;

static BareTitles index_bare(TitleIndex *index)
{
    WrittenList words = index->records->words.bare;
    BareTitles bare = {arena_new(index->arena, BareTitle, words.count), 0};
    for (uint32_t i = 0; i < words.count; i++) {
        BareTitle *title = &bare.items[bare.count];
        add_titles(index, &words.items[i], TITLE_LOOSE, &title->titles);
        if (phrase_read(words.items[i].text, &title->phrase))
            bare.count++;
    }
    return bare;
}

/* What the offices' titles are made with. */
typedef struct OfficeWords {
    const IndexArray *kinds;
    const PhraseList *places;
    BareTitles bare;
} OfficeWords;

static void index_own_title(TitleIndex *index, const OfficeWords *words, uint32_t office,
                            const Written *title, uint32_t flags)
{
    if (title->text.len == 0)
        return;
    Phrase phrase;
    bool readable = phrase_read(title->text, &phrase);
    uint32_t place = index->records->offices.items[office].place.index;
    /* A place before a strict title is matched apart; "NATO chief" stays one phrase, since nobody
     * is a bare "chief". */
    if (!readable || place == NONE || flags & TITLE_LOOSE ||
        !begins_with_place(&phrase, &words->places[place])) {
        IndexArray titles = {0};
        add_titles(index, title, flags, &titles);
        give_office(index, &titles, office);
    }
    for (uint32_t i = 0; readable && !(flags & TITLE_LOOSE) && i < words->bare.count; i++)
        if (phrase_starts(&phrase, &words->bare.items[i].phrase) ||
            phrase_ends(&phrase, &words->bare.items[i].phrase))
            give_office(index, &words->bare.items[i].titles, office);
}

/* "Minister for the Armed Forces": a head, and what its holder is head of. */
typedef struct TitleParts {
    View head;
    View field; /* empty: the title does not begin with a word of titles.yaml's `turned` */
} TitleParts;

static TitleParts parts_of(const TitleIndex *index, View title)
{
    WrittenList turned = index->records->words.turned;
    for (uint32_t i = 0; i < turned.count; i++) {
        View words = turned.items[i].text;
        size_t head = 0;
        if (title.len <= words.len + 1 || title.at[words.len] != ' ' ||
            !view_equal_fold(view_slice(title, 0, words.len), words))
            continue;
        while (title.at[head] != ' ')
            head++;
        return (TitleParts){{title.at, head}, view_slice(title, words.len + 1, title.len)};
    }
    return (TitleParts){{0}, {0}};
}

static void index_turned(TitleIndex *index, const OfficeWords *words, uint32_t office, View field,
                         View head, uint32_t flags)
{
    Written turned = {view_format(index->arena, "%.*s %.*s", VIEW_ARG(field), VIEW_ARG(head)),
                      index->records->offices.items[office].title.where, NONE};
    index_own_title(index, words, office, &turned, flags);
}

/* Where the next part of "Petroleum and Natural Gas" begins; its length where none does. */
static size_t next_part(View field, size_t from, size_t *end)
{
    const View between[] = {VIEW(", and "), VIEW(", "), VIEW(" and ")};
    for (*end = from; *end < field.len; ++*end)
        for (size_t i = 0; i < sizeof between / sizeof *between; i++)
            if (view_starts(view_slice(field, *end, field.len), between[i]))
                return *end + between[i].len;
    return field.len;
}

/* The armed forces minister; the petroleum minister, loosely, whose field is petroleum and natural
 * gas. */
static void index_field(TitleIndex *index, const OfficeWords *words, uint32_t office, View title)
{
    TitleParts parts = parts_of(index, title);
    if (!parts.field.len)
        return;
    index_turned(index, words, office, parts.field, parts.head, 0);
    for (size_t from = 0, next, end; from < parts.field.len; from = next) {
        next = next_part(parts.field, from, &end);
        if (from || next < parts.field.len)
            index_turned(index, words, office, view_slice(parts.field, from, end), parts.head,
                         TITLE_LOOSE);
    }
}

static void index_office(TitleIndex *index, const OfficeWords *words, uint32_t office)
{
    const OfficeRecord *record = &index->records->offices.items[office];
    index_own_title(index, words, office, &record->title, 0);
    index_field(index, words, office, record->title.text);
    for (uint32_t i = 0; i < record->also.count; i++)
        index_own_title(index, words, office, &record->also.items[i], 0);
    for (uint32_t i = 0; i < record->loose.count; i++)
        index_own_title(index, words, office, &record->loose.items[i], TITLE_LOOSE);
    if (record->kind.index != NONE)
        give_office(index, &words->kinds[record->kind.index], office);
}

/* An office whose title a phrase is needs no loose one of the same phrase. */
static void drop_needless_loose(TitleIndex *index)
{
    for (uint32_t i = 0; i < index->made.count; i++) {
        TitleRecord *loose = &index->made.items[i];
        uint32_t proper = loose->flags & TITLE_LOOSE
                              ? find_title(index, index->drafts.items[i].phrase,
                                           loose->flags & ~(uint32_t)TITLE_LOOSE)
                              : NONE;
        if (proper == NONE)
            continue;
        const TitleRecord *other = &index->made.items[proper];
        uint32_t kept = 0;
        for (uint32_t a = 0, b = 0; a < loose->offices.count; a++) {
            while (b < other->offices.count && other->offices.items[b] < loose->offices.items[a])
                b++;
            if (b == other->offices.count || other->offices.items[b] != loose->offices.items[a])
                loose->offices.items[kept++] = loose->offices.items[a];
        }
        loose->offices.count = kept;
    }
}

/* --- courtesy and shorts --- */

static void mark_courtesy(TitleIndex *index, const Written *title)
{
    Variants variants = variants_of(index, title->text);
    for (uint32_t i = 0; i < variants.count; i++) {
        IndexArray titles = titles_under(index, variants.items[i].text);
        if (titles.count == 0)
            add_titles(index, title, 0, &titles);
        for (uint32_t k = 0; k < titles.count; k++)
            index->made.items[titles.items[k]].flags |= TITLE_COURTESY;
    }
}

static int compare_indexes(const void *a, const void *b)
{
    uint32_t left = *(const uint32_t *)a;
    uint32_t right = *(const uint32_t *)b;
    return left < right ? -1 : left > right;
}

static void sort_offices(TitleRecord *title)
{
    uint32_t count = 0;
    if (title->offices.count > 0)
        qsort(title->offices.items, title->offices.count, sizeof *title->offices.items,
              compare_indexes);
    for (uint32_t i = 0; i < title->offices.count; i++)
        if (i == 0 || title->offices.items[i] != title->offices.items[i - 1])
            title->offices.items[count++] = title->offices.items[i];
    title->offices.count = count;
}

/* The short gets the offices of all long titles that it stands for, those of one set of flags in
 * one title. */
static void index_short(TitleIndex *index, const WordRecord *word)
{
    IndexArray shorts = {0};
    for (uint32_t i = 0; i < word->others.count; i++) {
        const Written *text = &word->others.items[i];
        IndexArray longs = titles_under(index, text->text);
        if (longs.count == 0)
            trouble_add(index->troubles, text->where.path, text->where.line, text->where.column,
                        "'%.*s' is no title, expected one of 'kinds', 'bare', 'titles', "
                        "'courtesy' or an office",
                        VIEW_ARG(text->text));
        for (uint32_t k = 0; k < longs.count; k++) {
            uint32_t flags = index->made.items[longs.items[k]].flags | TITLE_SHORT;
            uint32_t title = title_of(index, word->word.text, flags, &word->word.where);
            if (title == NONE)
                continue;
            const TitleRecord *from = &index->made.items[longs.items[k]];
            give_kind(index, title, from->kind);
            for (uint32_t o = 0; o < from->offices.count; o++)
                *arena_push(index->arena, &index->made.items[title].offices) =
                    from->offices.items[o];
            *arena_push(index->arena, &shorts) = title;
        }
    }
    for (uint32_t i = 0; i < shorts.count; i++)
        sort_offices(&index->made.items[shorts.items[i]]);
}

TitleRecords index_titles(const Records *records, LexiconBuilder *builder, Arena *arena,
                          Troubles *troubles)
{
    TitleIndex index = {.records = records,
                        .builder = builder,
                        .arena = arena,
                        .troubles = troubles,
                        .titles = ids_in(arena)};
    index.heads = head_index(&index);
    OfficeWords words = {.kinds = index_kinds(&index), .places = place_phrases(&index)};
    words.bare = index_bare(&index);
    IndexArray others = {0};
    add_all_titles(&index, records->words.titles, 0, &others);
    for (uint32_t i = 0; i < records->offices.count; i++)
        index_office(&index, &words, i);
    drop_needless_loose(&index);
    for (uint32_t i = 0; i < records->words.courtesy.count; i++)
        mark_courtesy(&index, &records->words.courtesy.items[i]);
    for (uint32_t i = 0; i < records->words.shorts.count; i++)
        index_short(&index, &records->words.shorts.items[i]);
    return index.made;
}
