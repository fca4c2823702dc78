/* Reads the English of rules/words. In: YAML files. Out: a Grammar in the run's arena.
 * Tests: tests/unit/extract/grammar.c, and the examples inside constructions.yaml. */
#include "extract/grammar.h"

#include <assert.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/yaml.h"

static const char *const status_names[] = {"current",   "former", "acting", "elect",
                                           "candidate", "deputy", "other",  NULL};

static const char *const kind_names[] = {[CONSTRUCTION_NAMED] = "named",
                                         [CONSTRUCTION_COUNTERPART] = "counterpart",
                                         [CONSTRUCTION_NOMINAL] = "nominal",
                                         [CONSTRUCTION_SEAT] = "seat",
                                         [CONSTRUCTION_PARTY] = "party",
                                         [CONSTRUCTION_DEATH] = "death",
                                         [CONSTRUCTION_AGE] = "age",
                                         [CONSTRUCTION_SINCE] = "since",
                                         [CONSTRUCTION_SPAN] = "span",
                                         [CONSTRUCTION_BEGIN] = "begin",
                                         [CONSTRUCTION_END] = "end",
                                         [CONSTRUCTION_TERMS] = "terms",
                                         [CONSTRUCTION_ORDINAL] = "ordinal",
                                         [CONSTRUCTION_SUCCESSION] = "succession",
                                         NULL};

static const char *const group_names[GROUP_COUNT] = {
    [GROUP_PERSON] = "person",
    [GROUP_TITLE] = "title",
    "title2",
    [GROUP_STATUS] = "status",
    "status2",
    "status3",
    "status4",
    "status5",
    [GROUP_PLACE] = "place",
    "place2",
    "place3",
    "place4",
    "place5",
    "place6",
    "place7",
    [GROUP_BODY] = "body",
    "body2",
    "body3",
    [GROUP_BOSS] = "boss",
    [GROUP_PAST] = "past",
    "past2",
    "past3",
    [GROUP_SOON] = "soon",
    [GROUP_RIVAL] = "rival",
    [GROUP_PEOPLE] = "people",
    "people2",
    [GROUP_PLACES] = "places",
    "places2",
    [GROUP_SAID] = "said",
    "said2",
    [GROUP_OTHER] = "other",
    [GROUP_VERB] = "verb",
};

const char *status_name(Status status)
{
    assert(status < STATUS_COUNT);
    return status_names[status];
}

/* What is being read: the arrays grow here and are lent to the grammar at the end. */
typedef struct GrammarReader {
    YamlReader yaml;
    Arena *arena;
    bool known; /* the file was read before, without trouble */
    LexiconBuilder *words;
    struct {
        StatusWord *items;
        uint32_t count, capacity;
    } statuses;
    struct {
        Construction *items;
        uint32_t count, capacity;
    } constructions;
    struct {
        GrammarExample *items;
        uint32_t count, capacity;
    } examples;
    struct {
        uint64_t *items;
        uint32_t count, capacity;
    } abbreviations;
    struct {
        Party *items;
        uint32_t count, capacity;
    } parties;
    LexiconBuilder *nicknames;
    const View *transliterated;
    uint32_t transliterated_count;
    const View *alike;
    uint32_t alike_count;
    struct {
        ShortPair *items;
        uint32_t count, capacity;
    } shortened;
    const View *counted;
    uint32_t counted_count;
    struct {
        TermLength *items;
        uint32_t count, capacity;
    } terms;
    struct {
        KindList *items;
        uint32_t count, capacity;
    } apart;
} GrammarReader;

static void add_word(GrammarReader *reader, const YamlNode *node, View word, WordKind kind,
                     uint32_t id, uint8_t flags)
{
    LexiconEntry entry = {.kind = (uint8_t)kind, .id = id, .flags = flags};
    if (!lexicon_add(reader->words, word, entry))
        yaml_trouble(&reader->yaml, node, "\"%.*s\" is no phrase, expected 1 to %d words",
                     VIEW_ARG(word), LIMIT_NAME_TOKENS);
}

static void add_words(GrammarReader *reader, const YamlNode *map, const char *key, WordKind kind,
                      uint32_t id, uint8_t flags)
{
    uint32_t count = 0;
    const View *words = yaml_texts(&reader->yaml, map, key, &count);
    for (uint32_t i = 0; i < count; i++)
        add_word(reader, yaml_get(map, key), words[i], kind, id, flags);
}

static View letter_of(GrammarReader *reader, const YamlNode *map)
{
    View letter = yaml_text(&reader->yaml, map, "letter", true);
    if (letter.len > 1)
        yaml_trouble(&reader->yaml, map, "letter \"%.*s\" is too long, expected one ASCII letter",
                     VIEW_ARG(letter));
    return letter;
}

static void read_letters(GrammarReader *reader, const YamlNode *list)
{
    static const char *const keys[] = {"letter", "words", NULL};
    if (!list || !yaml_is_list(&reader->yaml, list, "letters"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "a letter") ||
            !yaml_known_keys(&reader->yaml, item, keys))
            continue;
        View letter = letter_of(reader, item);
        /* Courtesy titles are words of other kinds in lower case ("lady", "miss"). */
        uint8_t flags = view_equal(letter, VIEW("m")) ? LEXICON_CAPITAL : 0;
        if (letter.len)
            add_words(reader, item, "words", WORD_LETTER, (uint32_t)letter.at[0], flags);
    }
}

static void read_statuses(GrammarReader *reader, const YamlNode *list)
{
    static const char *const keys[] = {"letter", "status", "then",  "late",
                                       "soon",   "stay",   "words", NULL};
    if (!list || !yaml_is_list(&reader->yaml, list, "status"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "a status") ||
            !yaml_known_keys(&reader->yaml, item, keys))
            continue;
        View letter = letter_of(reader, item);
        View name = yaml_text(&reader->yaml, item, "status", true);
        int status = name.len ? yaml_choice(&reader->yaml, item, name, status_names, "status") : -1;
        if (status < 0 || !letter.len)
            continue;
        *arena_push(reader->arena, &reader->statuses) =
            (StatusWord){.letter = letter.at[0],
                         .status = (Status)status,
                         .then = yaml_flag(&reader->yaml, item, "then"),
                         .late = yaml_flag(&reader->yaml, item, "late"),
                         .soon = yaml_flag(&reader->yaml, item, "soon"),
                         .stay = yaml_flag(&reader->yaml, item, "stay")};
        add_words(reader, item, "words", WORD_STATUS, reader->statuses.count - 1, 0);
    }
}

static void read_parties(GrammarReader *reader, const YamlNode *list)
{
    static const char *const keys[] = {"party", "tags", "words", NULL};
    if (!list || !yaml_is_list(&reader->yaml, list, "parties"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "a party") ||
            !yaml_known_keys(&reader->yaml, item, keys))
            continue;
        uint32_t id = reader->parties.count;
        uint32_t tags, words;
        const View *tag = yaml_texts(&reader->yaml, item, "tags", &tags);
        const View *word = yaml_texts(&reader->yaml, item, "words", &words);
        *arena_push(reader->arena, &reader->parties) =
            (Party){.id = yaml_text(&reader->yaml, item, "party", true),
                    .tag = tags ? tag[0] : (View){0},
                    .noun = words ? word[0] : (View){0},
                    .adjective = words ? word[words - 1] : (View){0}};
        add_words(reader, item, "tags", WORD_PARTY, id, LEXICON_CAPITAL);
        add_words(reader, item, "words", WORD_PARTISAN, id, LEXICON_CAPITAL);
    }
}

static void read_months(GrammarReader *reader, const YamlNode *list)
{
    if (!list || !yaml_is_list(&reader->yaml, list, "months"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *names = list->items[i];
        if (!yaml_is_list(&reader->yaml, names, "a month's names"))
            continue;
        for (uint32_t j = 0; j < names->count; j++)
            add_word(reader, names->items[j], names->items[j]->text, WORD_MONTH, i + 1,
                     LEXICON_CAPITAL);
    }
}

static void read_abbreviations(GrammarReader *reader, const YamlNode *map)
{
    uint32_t count = 0;
    const View *words = yaml_texts(&reader->yaml, map, "abbreviations", &count);
    for (uint32_t i = 0; i < count; i++)
        *arena_push(reader->arena, &reader->abbreviations) = word_hash(words[i]);
}

static void read_words(GrammarReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {
        "letters",         "status",     "bodies",          "abbreviations",
        "months",          "days",       "today",           "present",
        "speech",          "reigns",     "parties",         "bodies-or-names",
        "titles-or-names", "portfolios", "portfolio-heads", "chambers",
        "speakers",        "sent",       "directors",       "polities",
        "fiction",         "place-ends", "chamber-heads",   "conditions",
        "denials",         "winning",    "modals",          "prospects",
        "servants",        NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    read_letters(reader, yaml_get(root, "letters"));
    read_statuses(reader, yaml_get(root, "status"));
    static const struct {
        const char *key;
        WordKind kind;
        uint8_t flags;
    } lists[] = {{"bodies", WORD_BODY, LEXICON_CAPITAL},
                 {"bodies-or-names", WORD_BODY, LEXICON_CAPITAL},
                 {"bodies-or-names", WORD_BODY_NAME, LEXICON_CAPITAL},
                 {"titles-or-names", WORD_TITLE_NAME, LEXICON_CAPITAL},
                 {"portfolios", WORD_PORTFOLIO, 0},
                 {"portfolio-heads", WORD_HEAD, 0},
                 {"chambers", WORD_CHAMBER, 0},
                 {"place-ends", WORD_PLACE_END, LEXICON_CAPITAL},
                 {"speakers", WORD_SPEAKER, 0},
                 {"sent", WORD_SENT, 0},
                 {"servants", WORD_SERVANT, 0},
                 {"directors", WORD_DIRECTOR, 0},
                 {"polities", WORD_POLITY, LEXICON_CAPITAL},
                 {"fiction", WORD_FICTION, 0},
                 {"chamber-heads", WORD_CHAMBER_HEAD, 0},
                 {"today", WORD_TODAY, 0},
                 {"present", WORD_PRESENT, 0},
                 {"speech", WORD_SPEECH, 0},
                 {"reigns", WORD_REIGN, 0},
                 {"conditions", WORD_CONDITION, 0},
                 {"winning", WORD_WINNING, 0},
                 {"modals", WORD_MODAL, 0},
                 {"prospects", WORD_PROSPECT, 0},
                 {"days", WORD_DAY, LEXICON_CAPITAL}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        add_words(reader, root, lists[i].key, lists[i].kind, 0, lists[i].flags);
    add_words(reader, root, "denials", WORD_CONDITION, CONDITION_DENIED, 0);
    read_months(reader, yaml_get(root, "months"));
    read_parties(reader, yaml_get(root, "parties"));
    read_abbreviations(reader, root);
}

static void read_names(GrammarReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {"particles", "suffixes", "degrees", "everyday", NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    add_words(reader, root, "particles", WORD_PARTICLE, 0, 0);
    add_words(reader, root, "suffixes", WORD_SUFFIX, SUFFIX_OF_NAME, LEXICON_CAPITAL);
    add_words(reader, root, "degrees", WORD_SUFFIX, SUFFIX_DEGREE, LEXICON_CAPITAL);
    add_words(reader, root, "everyday", WORD_EVERYDAY, 0, LEXICON_CAPITAL);
}

static void read_nicknames(GrammarReader *reader, const YamlNode *list)
{
    if (!list || !yaml_is_list(&reader->yaml, list, "nicknames"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *line = list->items[i];
        for (uint32_t n = 0; line->kind == YAML_LIST && n < line->count; n++) {
            LexiconEntry entry = {.id = i};
            if (!lexicon_add(reader->nicknames, line->items[n]->text, entry))
                yaml_trouble(&reader->yaml, line->items[n], "no name, expected a word");
        }
    }
}

static void read_shortened(GrammarReader *reader, const YamlNode *map)
{
    if (!map || !yaml_is_map(&reader->yaml, map, "shortened"))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        ShortPair pair = {map->items[2 * i]->text, map->items[2 * i + 1]->text};
        if (pair.pair.len == 2 && pair.single.len == 1)
            *arena_push(reader->arena, &reader->shortened) = pair;
        else
            yaml_trouble(&reader->yaml, map->items[2 * i],
                         "expected two ASCII letters and the one that is written for them");
    }
}

static void read_spelling(GrammarReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {"nicknames", "transliterated", "alike", "shortened", NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    read_nicknames(reader, yaml_get(root, "nicknames"));
    reader->transliterated =
        yaml_texts(&reader->yaml, root, "transliterated", &reader->transliterated_count);
    reader->alike = yaml_texts(&reader->yaml, root, "alike", &reader->alike_count);
    read_shortened(reader, yaml_get(root, "shortened"));
}

static void read_finds(GrammarReader *reader, const YamlNode *list)
{
    static const char *const keys[] = {"text", "claims", NULL};
    if (!yaml_is_list(&reader->yaml, list, "finds"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *item = list->items[i];
        if (!yaml_is_map(&reader->yaml, item, "an example") ||
            !yaml_known_keys(&reader->yaml, item, keys))
            continue;
        GrammarExample example = {.construction = reader->constructions.count - 1,
                                  .text = yaml_text(&reader->yaml, item, "text", true),
                                  .line = item->line,
                                  .column = item->column};
        example.claims = yaml_texts(&reader->yaml, item, "claims", &example.claim_count);
        if (!example.claim_count)
            yaml_trouble(&reader->yaml, item, "an example without claims, expected at least one");
        *arena_push(reader->arena, &reader->examples) = example;
    }
}

static void read_leaves(GrammarReader *reader, const YamlNode *map)
{
    uint32_t count = 0;
    const YamlNode *list = yaml_get(map, "leaves");
    const View *texts = yaml_texts(&reader->yaml, map, "leaves", &count);
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *item = list->kind == YAML_LIST ? list->items[i] : list;
        *arena_push(reader->arena, &reader->examples) =
            (GrammarExample){.construction = reader->constructions.count - 1,
                             .text = texts[i],
                             .line = item->line,
                             .column = item->column};
    }
}

static void find_groups(const Pattern *pattern, uint32_t *groups)
{
    for (uint32_t i = 0; i < GROUP_COUNT; i++)
        groups[i] = pattern_group(pattern, group_names[i]);
}

/* The pattern under a key; NULL where there is none, or trouble. */
static Pattern *read_pattern(GrammarReader *reader, const YamlNode *item, const char *key,
                             uint32_t *groups)
{
    View text = yaml_text(&reader->yaml, item, key, false);
    if (!text.len)
        return NULL;
    const YamlNode *at = yaml_get(item, key);
    Pattern *pattern = reader->known ? pattern_lend(text)
                                     : pattern_compile(text, reader->yaml.path, at->line,
                                                       at->column, reader->yaml.troubles);
    if (pattern)
        find_groups(pattern, groups);
    return pattern;
}

static void check_groups(GrammarReader *reader, const YamlNode *item,
                         const Construction *construction)
{
    bool person = construction->groups[GROUP_PERSON] ||
                  (construction->groups[GROUP_PEOPLE] && construction->each_groups[GROUP_PERSON]);
    if (construction->kind >= CONSTRUCTION_SEAT) {
        if (!construction->groups[GROUP_SAID])
            yaml_trouble(&reader->yaml, item, "the pattern has no group \"said\"");
    } else if (!construction->groups[GROUP_TITLE])
        yaml_trouble(&reader->yaml, item, "the pattern has no group \"title\"");
    if (!person && construction->kind != CONSTRUCTION_NOMINAL)
        yaml_trouble(&reader->yaml, item,
                     "the pattern has no group \"person\", nor \"people\" with \"each\"");
}

static void read_construction(GrammarReader *reader, const YamlNode *item)
{
    static const char *const keys[] = {"name", "kind",  "status", "pattern",
                                       "each", "finds", "leaves", NULL};
    if (!yaml_is_map(&reader->yaml, item, "a construction"))
        return;
    yaml_known_keys(&reader->yaml, item, keys);
    Construction construction = {.name = yaml_text(&reader->yaml, item, "name", true),
                                 .path = reader->yaml.path,
                                 .line = item->line};
    for (uint32_t i = 0; i < reader->constructions.count; i++)
        if (view_equal(reader->constructions.items[i].name, construction.name))
            yaml_trouble(&reader->yaml, item,
                         "construction \"%.*s\" stands twice, first in line %u",
                         VIEW_ARG(construction.name), reader->constructions.items[i].line);
    View kind = yaml_text(&reader->yaml, item, "kind", false);
    int choice = kind.len ? yaml_choice(&reader->yaml, item, kind, kind_names, "kind") : 0;
    View status = yaml_text(&reader->yaml, item, "status", false);
    int sense = status.len ? yaml_choice(&reader->yaml, item, status, status_names, "status")
                           : STATUS_CURRENT;
    yaml_text(&reader->yaml, item, "pattern", true);
    if (choice < 0 || sense < 0)
        return;
    construction.kind = (ConstructionKind)choice;
    construction.status = (Status)sense;
    construction.pattern = read_pattern(reader, item, "pattern", construction.groups);
    if (!construction.pattern)
        return;
    construction.each = read_pattern(reader, item, "each", construction.each_groups);
    check_groups(reader, item, &construction);
    *arena_push(reader->arena, &reader->constructions) = construction;

    const YamlNode *finds = yaml_get(item, "finds");
    if (!finds || !yaml_get(item, "leaves"))
        yaml_trouble(&reader->yaml, item,
                     "construction \"%.*s\" lacks examples, expected finds and leaves",
                     VIEW_ARG(construction.name));
    if (finds)
        read_finds(reader, finds);
    read_leaves(reader, item);
}

static void read_terms(GrammarReader *reader, const YamlNode *map)
{
    if (!map || !yaml_is_map(&reader->yaml, map, "terms"))
        return;
    for (uint32_t i = 0; i < map->count; i++) {
        View years = map->items[2 * i + 1]->text;
        if (years.len == 1 && years.at[0] > '0' && years.at[0] <= '9')
            *arena_push(reader->arena, &reader->terms) =
                (TermLength){map->items[2 * i]->text, (uint32_t)(years.at[0] - '0')};
        else
            yaml_trouble(&reader->yaml, map->items[2 * i], "expected a number of years, 1 to 9");
    }
}

static void read_apart(GrammarReader *reader, const YamlNode *list)
{
    if (!list || !yaml_is_list(&reader->yaml, list, "apart"))
        return;
    for (uint32_t i = 0; i < list->count; i++) {
        const YamlNode *line = list->items[i];
        if (!yaml_is_list(&reader->yaml, line, "a line of kinds"))
            continue;
        View *kinds = arena_new(reader->arena, View, line->count);
        for (uint32_t k = 0; k < line->count; k++)
            kinds[k] = line->items[k]->text;
        *arena_push(reader->arena, &reader->apart) = (KindList){kinds, line->count};
    }
}

static void read_constructions(GrammarReader *reader, const YamlNode *root)
{
    static const char *const keys[] = {"constructions", "counted", "terms", "apart", NULL};
    yaml_known_keys(&reader->yaml, root, keys);
    if (yaml_get(root, "counted"))
        reader->counted = yaml_texts(&reader->yaml, root, "counted", &reader->counted_count);
    read_terms(reader, yaml_get(root, "terms"));
    read_apart(reader, yaml_get(root, "apart"));
    const YamlNode *list = yaml_get(root, "constructions");
    if (!list || !yaml_is_list(&reader->yaml, list, "constructions"))
        return;
    for (uint32_t i = 0; i < list->count; i++)
        read_construction(reader, list->items[i]);
}

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

static const Sieve **make_sieves(const GrammarReader *reader, uint32_t *sieve_count)
{
    uint32_t count = reader->constructions.count;
    const Outline **outlines = arena_new(reader->arena, const Outline *, count);
    for (uint32_t i = 0; i < count; i++)
        outlines[i] = pattern_outline(reader->constructions.items[i].pattern);
    *sieve_count = (count + SMALL_SET_SIZE - 1) / SMALL_SET_SIZE;
    const Sieve **sieves = arena_new(reader->arena, const Sieve *, *sieve_count);
    for (uint32_t i = 0; i < *sieve_count; i++) {
        uint32_t first = i * SMALL_SET_SIZE, rest = count - first;
        sieves[i] = sieve_make(reader->arena, outlines + first,
                               rest < SMALL_SET_SIZE ? rest : SMALL_SET_SIZE);
    }
    return sieves;
}

static LexiconBuilder *builder_with(Arena *arena, View made)
{
    Lexicon lexicon;
    return lexicon_open(made, &lexicon) ? lexicon_builder_done(arena, lexicon)
                                        : lexicon_builder(arena);
}

Grammar *grammar_read(Arena *arena, const BookSource *files, uint32_t count, Troubles *troubles)
{
    const View none[GRAMMAR_LEXICONS] = {{0}};
    return grammar_read_with(arena, files, count, none, troubles);
}

void grammar_lexicons(Arena *arena, const Grammar *grammar, View out[GRAMMAR_LEXICONS])
{
    out[0] = lexicon_image(arena, &grammar->words);
    out[1] = lexicon_image(arena, &grammar->nicknames);
}

Grammar *grammar_read_with(Arena *arena, const BookSource *files, uint32_t count,
                           const View lexicons[GRAMMAR_LEXICONS], Troubles *troubles)
{
    static const struct {
        const char *ending;
        void (*read)(GrammarReader *, const YamlNode *);
    } readers[] = {{"names.yaml", read_names},
                   {"spelling.yaml", read_spelling},
                   {"words.yaml", read_words},
                   {"constructions.yaml", read_constructions},
                   {"statements.yaml", read_constructions}};
    uint32_t before = troubles->count;
    HashState *hash = hash_begin(arena);
    GrammarReader reader = {.arena = arena,
                            .words = builder_with(arena, lexicons[0]),
                            .nicknames = builder_with(arena, lexicons[1])};
    for (size_t r = 0; r < sizeof readers / sizeof *readers; r++)
        for (uint32_t i = 0; i < count; i++) {
            if (!view_ends(files[i].path, view_of(readers[r].ending)))
                continue;
            reader.yaml = (YamlReader){.path = files[i].path, .troubles = troubles, .arena = arena};
            hash_add(hash, files[i].bytes);
            reader.known = files[i].tree.len > 0;
            const YamlNode *root = book_source_root(arena, &files[i], troubles);
            if (root && yaml_is_map(&reader.yaml, root, "the file"))
                readers[r].read(&reader, root);
        }

    Grammar *grammar = arena_new(arena, Grammar, 1);
    if (reader.abbreviations.count)
        qsort(reader.abbreviations.items, reader.abbreviations.count, sizeof(uint64_t),
              compare_hashes);
    *grammar = (Grammar){
        .words = lexicon_finish(reader.words),
        .statuses = reader.statuses.items,
        .constructions = reader.constructions.items,
        .construction_count = reader.constructions.count,
        .examples = reader.examples.items,
        .example_count = reader.examples.count,
        .parties = reader.parties.items,
        .party_count = reader.parties.count,
        .abbreviations = {reader.abbreviations.items, reader.abbreviations.count},
        .nicknames = lexicon_finish(reader.nicknames),
        .transliterated = reader.transliterated,
        .transliterated_count = reader.transliterated_count,
        .alike = reader.alike,
        .alike_count = reader.alike_count,
        .shortened = reader.shortened.items,
        .shortened_count = reader.shortened.count,
        .counted = reader.counted,
        .counted_count = reader.counted_count,
        .terms = reader.terms.items,
        .term_count = reader.terms.count,
        .apart = reader.apart.items,
        .apart_count = reader.apart.count,
        .version = hash_end(hash, arena),
    };
    grammar->sieves = make_sieves(&reader, &grammar->sieve_count);
    if (troubles->count == before)
        return grammar;
    grammar_free(grammar);
    return NULL;
}

void grammar_free(Grammar *grammar)
{
    for (uint32_t i = 0; grammar && i < grammar->construction_count; i++) {
        pattern_free(grammar->constructions[i].pattern);
        pattern_free(grammar->constructions[i].each);
    }
}
