/* From tags to claims: over each sentence run the constructions that may match in it.
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "extract/claim.h"

#include <stdlib.h>

#include "extract/extractor.h"
#include "extract/misname.h"
#include "extract/statement.h"
#include "extract/when.h"

bool index_list_has(IndexList list, uint32_t index)
{
    enum { MANY = 24 }; /* compared at once: a title can mean hundreds of offices */
    size_t at = 0, count = list.count;
    for (; count - at >= MANY; at += MANY) {
        uint32_t equal = 0;
        for (size_t i = 0; i < MANY; i++)
            equal |= list.items[at + i] == index;
        if (equal)
            return true;
    }
    for (; at < count; at++)
        if (list.items[at] == index)
            return true;
    return false;
}

/* The book's lists rise. */
bool offices_have(const Book *book, IndexList offices, uint32_t office)
{
    uintptr_t from = (uintptr_t)book->title_offices, at = (uintptr_t)offices.items;
    if (at < from || at >= from + sizeof office * book->title_office_count)
        return index_list_has(offices, office);
    const uint32_t *first = offices.items;
    for (uint32_t left = offices.count; left > 1; left -= left / 2)
        first += first[left / 2] <= office ? left / 2 : 0;
    return offices.count && *first == office;
}

bool claim_allows_place(const Book *book, const Claim *claim, uint32_t place)
{
    for (uint32_t i = 0; i < claim->places.count; i++)
        if (book_within(book, place, claim->places.items[i]))
            return true;
    return !claim->places.count;
}

/* --- other statements --- */

/* Whether an office was claimed for the person, here or before. */
static bool is_titled(const Extractor *extractor, const Tag *person)
{
    for (uint32_t i = 0; i < extractor->claims.count; i++) {
        const Claim *claim = &extractor->claims.items[i];
        if (claim->kind == CLAIM_OFFICE && claim->offices.count && claim->people.count == 1 &&
            !(claim->flags & CLAIM_OTHER_BODY) && person->ids.count == 1 &&
            claim->people.items[0] == person->ids.items[0])
            return true;
    }
    return false;
}

static void claim_statement(Extractor *extractor, const Construction *construction)
{
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    const Tag *title = first_group(extractor, construction, GROUP_TITLE, 2);
    Statement statement = {.arena = extractor->arena,
                           .grammar = extractor->grammar,
                           .tokens = extractor->tokens,
                           .now = extractor->document->date,
                           .kind = construction->kind,
                           .said = group_tag(extractor, construction, GROUP_SAID),
                           .other = group_tag(extractor, construction, GROUP_OTHER),
                           .verb = group_tag(extractor, construction, GROUP_VERB),
                           .words = {group_tokens(extractor, construction, GROUP_SAID),
                                     group_tokens(extractor, construction, GROUP_SAID + 1)}};
    Claim base = {.status = STATUS_CURRENT,
                  .part = extractor->block->part,
                  .construction = (uint32_t)(construction - extractor->grammar->constructions),
                  .times = extractor->dates,
                  .said_from = DATE_NONE,
                  .said_to = DATE_NONE};
    const Tag *rival;
    if (!person || !statement.said ||
        relation_of(extractor, person, title, &rival) != RELATION_NONE)
        return;
    set_person(extractor->document->text, person, &base);
    set_place(first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS), &base);
    if (title)
        set_title(extractor, title, &base);
    base.span = span_join(base.span, statement.said->span);
    if (statement.said->flags & TAG_QUOTED)
        base.flags |= CLAIM_QUOTED;
    base.titled = is_titled(extractor, person);
    statement_add(&statement, &base, &extractor->claims);
}

/* --- sentences --- */

static void run_construction(Extractor *extractor, const Construction *construction)
{
    View letters = {extractor->tags.letters, extractor->tags.count};
    size_t from = 0;
    while (from < letters.len) {
        /* Our own patterns stay far below the limits; a sentence that hits one is left alone. */
        if (pattern_find(construction->pattern, letters, from, extractor->match) != PATTERN_YES)
            return;
        tags_write_out(&extractor->tags);
        switch (construction->kind) {
        case CONSTRUCTION_NAMED:
            if (construction->each)
                claim_list(extractor, construction);
            else
                claim_named(extractor, construction);
            break;
        case CONSTRUCTION_COUNTERPART:
            claim_counterpart(extractor, construction);
            break;
        case CONSTRUCTION_NOMINAL:
            claim_nominal(extractor, construction);
            break;
        case CONSTRUCTION_SEAT:
        case CONSTRUCTION_PARTY:
        case CONSTRUCTION_DEATH:
        case CONSTRUCTION_AGE:
        case CONSTRUCTION_SINCE:
        case CONSTRUCTION_SPAN:
        case CONSTRUCTION_BEGIN:
        case CONSTRUCTION_END:
        case CONSTRUCTION_TERMS:
        case CONSTRUCTION_ORDINAL:
        case CONSTRUCTION_SUCCESSION:
            claim_statement(extractor, construction);
            break;
        }
        /* The next match may share this one's person: "President Macron, the former minister". */
        size_t start, end;
        pattern_bounds(extractor->match, 0, &start, &end);
        from = start + 1;
    }
}

/* Keeps a sentence that may say a date, which is a number or a month's name, or both: few have
 * either, and they are read only when a claim asks for the time (set_dates). */
static void note_dated(Extractor *extractor, const Sentence *sentence)
{
    uint32_t kinds = sight_words(extractor->tags.sights.kinds);
    bool months = kinds >> WORD_MONTH & 1;
    if (months || kinds & SIGHT_NUMBER)
        *arena_push(extractor->arena, &extractor->dated) = (DatedSentence){sentence, months};
}

/* The date spoken of last stays in mind through the paragraph. */
static void set_dates(Extractor *extractor, const Sentence *sentence)
{
    DateList dates = {0};
    bool own = false;
    while (extractor->dated.count && !dates.count) {
        DatedSentence newest = extractor->dated.items[--extractor->dated.count];
        find_dates(extractor->arena, extractor->grammar, extractor->tokens, newest.sentence,
                   newest.months, extractor->document->date, &dates);
        own = dates.count && newest.sentence == sentence;
    }
    extractor->dated.count = 0;
    extractor->carried = !own;
    if (!dates.count)
        dates = extractor->dates;
    if (!own && dates.count)
        dates = (DateList){&dates.items[dates.count - 1], 1, 1};
    extractor->dates = dates;
}

/* A day or a month that is to come may be that of the year before: reviews of a year name no year.
 */
static void add_last_years(const Extractor *extractor, DateList *beside)
{
    Date today = extractor->document->date;
    for (uint32_t i = 0; date_known(today) && i < extractor->dates.count; i++)
        if (extractor->dates.items[i].first > today.last)
            *arena_push(extractor->arena, beside) = date_year_before(extractor->dates.items[i]);
}

/* A tale goes on: "In August 1997 she died in Paris." and, in the next paragraph, "..., said Prime
 * Minister Tony Blair." */
static void add_before(Extractor *extractor, DateList *beside)
{
    DatedSentence unread = extractor->unread;
    if (unread.sentence)
        find_dates(extractor->arena, extractor->grammar, extractor->tokens, unread.sentence,
                   unread.months, extractor->document->date, &extractor->before);
    extractor->unread = (DatedSentence){0};
    for (uint32_t i = 0; i < extractor->before.count; i++)
        *arena_push(extractor->arena, beside) = extractor->before.items[i];
}

/* When the sentence may tell of, beside what it says of itself: the years of its section and of a
 * noun ("the 2016 vote"). */
static void set_beside(Extractor *extractor, const Sentence *sentence)
{
    bool heading = extractor->block->kind == BLOCK_HEADING;
    DateList beside = {0};
    if (sight_words(extractor->tags.sights.kinds) & SIGHT_NUMBER)
        find_years(extractor->arena, extractor->tokens, sentence, heading, &beside);
    add_last_years(extractor, &beside);
    if (!extractor->dates.count)
        add_before(extractor, &beside);
    if (heading) {
        for (uint32_t i = 0; i < extractor->dates.count; i++)
            *arena_push(extractor->arena, &beside) = extractor->dates.items[i];
        extractor->section = beside;
    }
    for (uint32_t i = 0; i < extractor->section.count && !heading; i++)
        *arena_push(extractor->arena, &beside) = extractor->section.items[i];
    extractor->beside = beside;
}

/* A new paragraph has its own dates, and remembers the last of the one before. */
static void turn_page(Extractor *extractor)
{
    DateList dates = extractor->dates;
    uint32_t dated = extractor->dated.count;
    extractor->unread = dated ? extractor->dated.items[dated - 1] : (DatedSentence){0};
    extractor->before = (DateList){0};
    if (!dated && dates.count)
        *arena_push(extractor->arena, &extractor->before) = dates.items[dates.count - 1];
    extractor->dates = (DateList){0};
    extractor->dated.count = 0;
}

/* The place of a dateline is spoken of. */
static void set_dateline(Extractor *extractor, bool begins)
{
    extractor->dateline = begins ? dateline_tags(extractor) : 0;
    for (uint32_t i = 0; i < extractor->dateline; i++) {
        IndexList places = extractor->tags.items[i].ids;
        for (uint32_t p = 0; extractor->tags.letters[i] == 'L' && p < places.count; p++)
            speak_of(extractor, places.items[p]);
    }
}

static void read_sentence(Extractor *extractor, const Sentence *sentence)
{
    const Block *block = &extractor->document->blocks.items[sentence->block];
    bool begins = block != extractor->block;
    if (begins) {
        set_speakers(extractor, extractor->block_claims);
        extractor->block = block;
        extractor->block_claims = extractor->claims.count;
        turn_page(extractor);
    }
    bool title_case = block->kind == BLOCK_TITLE || block->kind == BLOCK_HEADING;
    tag_sentence(extractor->arena, extractor->grammar, extractor->book, extractor->tokens, sentence,
                 title_case, &extractor->cast, &extractor->tags);
    if (sight_words(extractor->tags.sights.kinds) >> WORD_FICTION & 1)
        extractor->told = block;
    if (extractor->watch) {
        tags_write_out(&extractor->tags);
        extractor->watch->sentence(extractor->watch->self, sentence, &extractor->tags);
    }

    set_dateline(extractor, begins);
    note_speakers(extractor);
    note_dated(extractor, sentence);
    bool claims = !extractor->needs_mention || extractor->tags.mentions;
    if (claims || block->kind == BLOCK_HEADING) {
        set_dates(extractor, sentence);
        set_beside(extractor, sentence);
    }
    if (!claims)
        return;
    add_reigns(extractor, &extractor->beside);

    View letters = {extractor->tags.letters, extractor->tags.count};
    for (uint32_t s = 0; s < extractor->grammar->sieve_count; s++) {
        const Construction *first = &extractor->grammar->constructions[s * SMALL_SET_SIZE];
        SmallSet may = sieve_pass(extractor->states[s], letters);
        for (uint32_t i = small_set_next(may, 0); i < SMALL_SET_SIZE;
             i = small_set_next(may, i + 1))
            run_construction(extractor, &first[i]);
    }
}

static int compare_claims(const void *a, const void *b)
{
    const Claim *left = a, *right = b;
    if (left->span.off != right->span.off)
        return left->span.off < right->span.off ? -1 : 1;
    if (left->office_span.off != right->office_span.off)
        return left->office_span.off < right->office_span.off ? -1 : 1;
    return 0;
}

static bool needs_mention(Arena *arena, const Sieve *sieve)
{
    SmallSet mentions = {{0}};
    for (uint32_t letter = 0; letter < SMALL_SET_SIZE; letter++)
        if (letter_is_mention((char)letter))
            small_set_add(&mentions, letter);
    return sieve_needs(arena, sieve, mentions);
}

Extractor *extractor_new(const Grammar *grammar, const Book *book)
{
    Extractor *extractor = memory_or_end(calloc(1, sizeof *extractor));
    extractor->grammar = grammar;
    extractor->book = book;
    extractor->match = pattern_match_new();
    extractor->item = pattern_match_new();
    extractor->tags = tags_new(&extractor->kept, grammar, book);
    extractor->states = arena_new(&extractor->kept, SieveStates *, grammar->sieve_count);
    extractor->needs_mention = true;
    for (uint32_t i = 0; i < grammar->sieve_count; i++) {
        extractor->states[i] = sieve_states(&extractor->kept, grammar->sieves[i]);
        extractor->needs_mention &= needs_mention(&extractor->kept, grammar->sieves[i]);
    }
    return extractor;
}

void extractor_free(Extractor *extractor)
{
    if (!extractor)
        return;
    pattern_match_free(extractor->match);
    pattern_match_free(extractor->item);
    arena_free(&extractor->kept);
    free(extractor);
}

static void turn_to(Extractor *extractor, Arena *arena, const Document *document,
                    const Tokens *tokens, const ExtractWatch *watch)
{
    *extractor = (Extractor){.kept = extractor->kept,
                             .grammar = extractor->grammar,
                             .book = extractor->book,
                             .match = extractor->match,
                             .item = extractor->item,
                             .tags = extractor->tags,
                             .states = extractor->states,
                             .needs_mention = extractor->needs_mention,
                             .arena = arena,
                             .document = document,
                             .tokens = tokens,
                             .watch = watch};
}

Claims extractor_read(Extractor *extractor, Arena *arena, const Document *document,
                      const Tokens *tokens, const ExtractWatch *watch)
{
    turn_to(extractor, arena, document, tokens, watch);
    for (uint32_t i = 0; i < tokens->sentence_count; i++)
        read_sentence(extractor, &tokens->sentences[i]);
    set_speakers(extractor, extractor->block_claims);
    Claims *claims = &extractor->claims;
    /* What an article is about it may say at its end. */
    for (uint32_t i = 0; i < claims->count; i++)
        claims->items[i].implied = extractor->spoken;
    find_misnames(arena, extractor->grammar, extractor->book, document, claims);
    if (claims->count)
        qsort(claims->items, claims->count, sizeof(Claim), compare_claims);
    return *claims;
}

Claims extract_claims(Arena *arena, const Grammar *grammar, const Book *book,
                      const Document *document, const Tokens *tokens)
{
    Extractor *extractor = extractor_new(grammar, book);
    Claims claims = extractor_read(extractor, arena, document, tokens, NULL);
    extractor_free(extractor);
    return claims;
}
