/* Who says what a quotation holds: "'...,' Mr. Trump said", "Mr. Trump said: '...'". In: the tags
 * of a block's sentences, one after the other, then the claims of the block that are quoted. Out:
 * the speaker of each, where the words beside its quotation say so plainly by a name. Tests:
 * tests/unit/extract/speaker.c. */
#include <string.h>

#include "extract/extractor.h"

enum {
    APPOSITION_TAGS = 12, /* "Mr. Trump, who was to fly to Paris on the next day, said" */
    LEAD_TAGS = 3         /* "said in his speech: '" */
};

static bool is_said(const Tags *tags, uint32_t at)
{
    return at < tags->count && sights_has_word(&tags->sights, tags->items[at].first, WORD_SPEECH);
}

/* The person at `at` or behind titles and their kin there ("French President Macron", "San Jose
 * Mayor Matt Mahan"). */
static const Tag *named_from(const Tags *tags, uint32_t at)
{
    while (tag_is_one_of(tags, at, "aeASLOYhm'") ||
           (tag_is_one_of(tags, at, "N") && tag_is_one_of(tags, at + 1, "O")))
        at++;
    return tag_is_one_of(tags, at, "PN") && !tag_is_one_of(tags, at + 1, "'") ? &tags->items[at]
                                                                              : NULL;
}

/* Where an aside that begins at `at` ends: a party tag, or words between commas; `at`: there is
 * none. */
static uint32_t skip_aside(const Tags *tags, uint32_t at)
{
    if (tag_is_one_of(tags, at, "T"))
        return at + 1;
    for (uint32_t end = at + 1; tag_is_one_of(tags, at, ",") && end < at + APPOSITION_TAGS; end++) {
        if (tag_is_one_of(tags, end, ","))
            return end + 1;
        if (end >= tags->count || tag_is_one_of(tags, end, ".\""))
            break;
    }
    return at;
}

/* "said Mr. Trump", "Mr. Trump, its owner, said" */
static const Tag *speaker_from(const Tags *tags, uint32_t at)
{
    if (is_said(tags, at))
        return named_from(tags, at + 1);
    const Tag *person = named_from(tags, at);
    if (!person)
        return NULL;
    uint32_t behind = (uint32_t)(person - tags->items) + 1;
    return is_said(tags, skip_aside(tags, behind)) ? person : NULL;
}

/* The person whose name, with an aside or without, ends at `end`; not "a director at Commonwealth".
 */
static const Tag *named_to(const Tags *tags, uint32_t end)
{
    for (uint32_t at = end; at-- && end - at <= APPOSITION_TAGS;)
        if (tag_is_one_of(tags, at, "PN") && (at + 1 == end || skip_aside(tags, at + 1) == end))
            return at && tag_is_one_of(tags, at - 1, "opfFt") ? NULL : &tags->items[at];
    return NULL;
}

/* "Mr. Trump, its owner, said: ", "Mr. Trump: " before a quotation's mark at `mark` */
static const Tag *speaker_before(const Tags *tags, uint32_t mark)
{
    if (mark && tag_is_one_of(tags, mark - 1, ":") && named_to(tags, mark - 1))
        return named_to(tags, mark - 1);
    uint32_t verb = mark;
    while (verb && mark - verb <= LEAD_TAGS && !is_said(tags, verb))
        verb--;
    return is_said(tags, verb) ? named_to(tags, verb) : NULL;
}

static bool is_quoted(const Tokens *tokens, uint32_t at)
{
    return at < tokens->count && tokens->items[at].flags & TOKEN_QUOTED;
}

void note_speakers(Extractor *extractor)
{
    const Tags *tags = &extractor->tags;
    if (!tags->count || !memchr(tags->letters, '"', tags->count))
        return; /* most sentences */
    for (uint32_t i = 0; i < tags->count; i++) {
        if (tags->letters[i] != '"')
            continue;
        uint32_t mark = tags->items[i].first;
        bool opens = is_quoted(extractor->tokens, mark + 1);
        const Tag *speaker = opens ? speaker_before(tags, i) : speaker_from(tags, i + 1);
        if (speaker)
            *arena_push(extractor->arena, &extractor->speeches) = (Speech){mark, *speaker};
    }
}

static const Tag *speaker_at(const Extractor *extractor, uint32_t mark)
{
    for (uint32_t i = 0; i < extractor->speeches.count; i++)
        if (extractor->speeches.items[i].mark == mark)
            return &extractor->speeches.items[i].speaker;
    return NULL;
}

/* The first token that begins at an offset or behind it. */
static uint32_t token_from(const Tokens *tokens, uint32_t off)
{
    uint32_t low = 0, high = tokens->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (tokens->items[middle].span.off < off)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void set_speakers(Extractor *extractor, uint32_t from)
{
    const Tokens *tokens = extractor->tokens;
    for (uint32_t i = from; i < extractor->claims.count && extractor->speeches.count; i++) {
        Claim *claim = &extractor->claims.items[i];
        if (!(claim->flags & CLAIM_QUOTED))
            continue;
        uint32_t first = token_from(tokens, claim->span.off), end = first;
        while (first && is_quoted(tokens, first - 1))
            first--;
        while (is_quoted(tokens, end))
            end++;
        const Tag *speaker = speaker_at(extractor, end);
        if (!speaker && first)
            speaker = speaker_at(extractor, first - 1);
        if (!speaker)
            continue;
        claim->speaker_span = speaker->span;
        claim->speakers = speaker->ids;
    }
    extractor->speeches.count = 0;
}
