/* The index of names: people by their names and surnames, places by names and adjectives. Records
 * in, entries of the lexicon out. What print leaves out of a name (initials, "Jr.") is indexed
 * without it too. */
#include "base/limits.h"
#include "base/unicode.h"
#include "reference/records.h"

typedef struct Name {
    View words[LIMIT_NAME_TOKENS];
    uint32_t count;
    uint32_t core; /* words before "Jr.", "III" */
} Name;

typedef struct NameIndex {
    Ids particles; /* by the hash of the folded word */
    Ids suffixes;
    LexiconBuilder *builder;
    Arena *arena;
    Troubles *troubles;
} NameIndex;

/* Person or place that the entries are of, and where it says so. */
typedef struct Subject {
    uint32_t id;
    const Where *where;
    bool suffixed; /* news writes the name with its suffix: "Robert F. Kennedy Jr." */
} Subject;

static void index_flagged(NameIndex *index, const Subject *subject, NameKind kind, View phrase,
                          uint8_t flags)
{
    LexiconEntry entry = {
        .id = subject->id, .kind = (uint8_t)kind, .flags = LEXICON_CAPITAL | flags};
    if (phrase.len > 0 && !lexicon_add(index->builder, phrase, entry))
        trouble_add(index->troubles, subject->where->path, subject->where->line,
                    subject->where->column, "the name '%.*s', expected 1 to %d words",
                    VIEW_ARG(phrase), (int)LIMIT_NAME_TOKENS);
}

static void index_phrase(NameIndex *index, const Subject *subject, NameKind kind, View phrase)
{
    index_flagged(index, subject, kind, phrase, 0);
}

static void index_list(NameIndex *index, uint32_t id, NameKind kind, WrittenList phrases)
{
    for (uint32_t i = 0; i < phrases.count; i++) {
        Subject subject = {.id = id, .where = &phrases.items[i].where};
        index_phrase(index, &subject, kind, phrases.items[i].text);
    }
}

/* --- words of a name --- */

static Ids word_set(Arena *arena, WrittenList words)
{
    Ids set = ids_in(arena);
    for (uint32_t i = 0; i < words.count; i++) {
        uint64_t *hash = arena_new(arena, uint64_t, 1);
        *hash = word_hash(words.items[i].text);
        ids_add(&set, (View){(const char *)hash, sizeof *hash}, i);
    }
    return set;
}

static bool in_set(const Ids *set, View word)
{
    uint64_t hash = word_hash(word);
    return ids_find(set, (View){(const char *)&hash, sizeof hash}) != NONE;
}

/* "J.", "J", "H.W." */
static bool is_initial(View word)
{
    for (size_t at = 0; at < word.len; at++) {
        size_t width = 0;
        int32_t code = utf8_decode_any(word, at, &width);
        at += width;
        if (!char_is_upper(code) || (at < word.len ? word.at[at] != '.' : word.len != width))
            return false;
    }
    return word.len > 0;
}

/* The words between blanks, without commas at their ends. False where there are too many. */
static bool name_split(const NameIndex *index, View text, Name *out)
{
    *out = (Name){0};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        while (at < text.len && text.at[at] != ' ')
            at++;
        View word = view_slice(text, start, at);
        if (view_ends(word, VIEW(",")))
            word.len--;
        if (word.len > 0 && out->count == LIMIT_NAME_TOKENS)
            return false;
        if (word.len > 0)
            out->words[out->count++] = word;
        at++;
    }
    out->core = out->count;
    while (out->core > 1 && in_set(&index->suffixes, out->words[out->core - 1]))
        out->core--;
    return true;
}

/* The words first..end-1 of a name, with blanks between. */
static View name_join(const NameIndex *index, const Name *name, uint32_t first, uint32_t end)
{
    size_t size = 0;
    for (uint32_t i = first; i < end; i++)
        size += name->words[i].len + 1;
    char *text = arena_new(index->arena, char, size);
    size_t len = 0;
    for (uint32_t i = first; i < end; i++) {
        if (i > first)
            text[len++] = ' ';
        for (size_t k = 0; k < name->words[i].len; k++)
            text[len++] = name->words[i].at[k];
    }
    return (View){text, len};
}

/* Without the initials that are neither first ("J. K. Rowling") nor the last word. */
static Name without_initials(const Name *name)
{
    Name out = {0};
    bool leading = true;
    for (uint32_t i = 0; i < name->count; i++) {
        bool initial = is_initial(name->words[i]);
        if (initial && !leading && i + 1 < name->core)
            continue;
        leading &= initial;
        out.words[out.count++] = name->words[i];
    }
    out.core = out.count - (name->count - name->core);
    return out;
}

/* --- people --- */

/* A variant of one word would meet every namesake's first name. */
static void index_variant(NameIndex *index, const Subject *subject, const Name *name, uint32_t end)
{
    if (end >= 2)
        index_flagged(index, subject, NAME_PERSON, name_join(index, name, 0, end),
                      subject->suffixed && end < name->count ? NAME_LACKS_SUFFIX : 0);
}

/* "Jinping Xi" for "Xi Jinping": the words of the surname go to the end. */
static void index_turned(NameIndex *index, const Subject *subject, const Name *name,
                         uint32_t surname_words)
{
    Name turned = {.count = name->core, .core = name->core};
    for (uint32_t i = 0; i < name->core; i++)
        turned.words[i] = name->words[(i + surname_words) % name->core];
    index_variant(index, subject, &turned, turned.count);
}

static void index_full_name(NameIndex *index, const Subject *subject, const Name *name)
{
    index_phrase(index, subject, NAME_PERSON, name_join(index, name, 0, name->count));
    if (name->core < name->count)
        index_variant(index, subject, name, name->core);
    Name plain = without_initials(name);
    if (plain.count == name->count)
        return;
    index_variant(index, subject, &plain, plain.count);
    if (plain.core < plain.count)
        index_variant(index, subject, &plain, plain.core);
}

/* The surname in words first..end-1, and the same without its particles: "von der Leyen" and
 * "Leyen", "al-Assad" and "Assad". */
static void index_surname(NameIndex *index, const Subject *subject, const Name *name,
                          uint32_t first, uint32_t end)
{
    if (is_initial(name->words[end - 1]))
        return;
    index_phrase(index, subject, NAME_SURNAME, name_join(index, name, first, end));
    uint32_t bare = first;
    while (bare + 1 < end && in_set(&index->particles, name->words[bare]))
        bare++;
    if (bare > first)
        index_phrase(index, subject, NAME_SURNAME, name_join(index, name, bare, end));
    View word = name->words[bare];
    size_t hyphen = 0;
    while (hyphen < word.len && word.at[hyphen] != '-')
        hyphen++;
    if (bare + 1 == end && hyphen + 1 < word.len &&
        in_set(&index->particles, view_slice(word, 0, hyphen)))
        index_phrase(index, subject, NAME_SURNAME, view_slice(word, hyphen + 1, word.len));
}

/* The last word with the particles before it. Not where there is but one word, or where the last is
 * no surname but a realm ("Charlotte of Luxembourg"). */
static void index_last_name(NameIndex *index, const Subject *subject, const Name *name)
{
    uint32_t last = name->core - 1;
    if (last == 0 || view_equal(name->words[last - 1], VIEW("of")))
        return;
    uint32_t first = last;
    while (first > 1 && in_set(&index->particles, name->words[first - 1]))
        first--;
    index_surname(index, subject, name, first, name->core);
}

static bool name_begins(const Name *name, const Name *start)
{
    if (name->core <= start->count)
        return false;
    for (uint32_t i = 0; i < start->count; i++)
        if (!view_equal(name->words[i], start->words[i]))
            return false;
    return true;
}

/* The surname that stands first in the name of a person with `order: surname-first`: as written
 * under `surname`, else the first word. No words for other people. */
static Name leading_surname(const NameIndex *index, const PersonRecord *person)
{
    Name name;
    Name surname = {0};
    if (!person->surname_first || !name_split(index, person->name.text, &name))
        return surname;
    for (uint32_t i = 0; i < person->surnames.count; i++)
        if (name_split(index, person->surnames.items[i].text, &surname) &&
            name_begins(&name, &surname))
            return surname;
    surname = (Name){.count = 1, .core = 1};
    surname.words[0] = name.words[0];
    return name.core > 1 ? surname : (Name){0};
}

static void index_written_name(NameIndex *index, const PersonRecord *person, const Subject *subject,
                               View text, const Name *leading)
{
    Name name;
    if (!name_split(index, text, &name) || name.count == 0) {
        index_phrase(index, subject, NAME_PERSON, text);
        return;
    }
    index_full_name(index, subject, &name);
    if (leading->count > 0 && name_begins(&name, leading))
        index_turned(index, subject, &name, leading->count);
    if (!person->surname_first && person->surnames.count == 0)
        index_last_name(index, subject, &name);
}

static void index_written_surname(NameIndex *index, const Subject *subject, View text)
{
    Name name;
    if (name_split(index, text, &name) && name.count > 0)
        index_surname(index, subject, &name, 0, name.count);
    else
        index_phrase(index, subject, NAME_SURNAME, text);
}

static void index_person(NameIndex *index, const PersonRecord *person, uint32_t id)
{
    Name leading = leading_surname(index, person), name;
    bool suffixed = name_split(index, person->name.text, &name) && name.core < name.count;
    Subject subject = {id, &person->name.where, suffixed};
    index_written_name(index, person, &subject, person->name.text, &leading);
    if (leading.count > 0 && person->surnames.count == 0)
        index_surname(index, &subject, &leading, 0, leading.count);
    for (uint32_t i = 0; i < person->also.count; i++) {
        subject.where = &person->also.items[i].where;
        index_written_name(index, person, &subject, person->also.items[i].text, &leading);
    }
    for (uint32_t i = 0; i < person->surnames.count; i++) {
        subject.where = &person->surnames.items[i].where;
        index_written_surname(index, &subject, person->surnames.items[i].text);
    }
}

void index_names(const Records *records, LexiconBuilder *builder, Arena *arena, Troubles *troubles)
{
    NameIndex index = {.particles = word_set(arena, records->words.particles),
                       .suffixes = word_set(arena, records->words.suffixes),
                       .builder = builder,
                       .arena = arena,
                       .troubles = troubles};
    for (uint32_t i = 0; i < records->people.count; i++)
        index_person(&index, &records->people.items[i], i);
    for (uint32_t i = 0; i < records->places.count; i++) {
        PlaceRecord *place = &records->places.items[i];
        index_list(&index, i, NAME_PLACE, (WrittenList){&place->name, 1});
        index_list(&index, i, NAME_PLACE, place->also);
        index_list(&index, i, NAME_DEMONYM, place->demonyms);
        index_list(&index, i, NAME_METONYM, place->metonyms);
        index_list(&index, i, NAME_CODE, place->codes);
    }
}
