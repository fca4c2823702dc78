/* Whether a claim is told of what may come: "If elected, President Harris would sign it", "a future
 * Prime Minister Starmer"; or of what others say and is not so: "It is not true that Keir Starmer
 * is president". It may support what is so, and it is no error where it is not. In: the sentence's
 * tags and a claim of it. Out: flags. Tests: tests/golden/passages/hypotheticals.txt, alarms.txt.
 */
#include "extract/extractor.h"
#include "extract/lookup.h"

enum { CONDITION_TOKENS = 12 /* from "if" to "wins" */ };

static bool holds(const Tags *tags, uint32_t token, WordKind kind)
{
    return sights_has_word(&tags->sights, token, (uint8_t)kind);
}

static bool is_letter(const Tags *tags, uint32_t at, char letter)
{
    return at < tags->count && tags->letters[at] == letter;
}

/* "If he wins the election", "Should Ms. Harris become president" */
static bool is_condition(const Tags *tags, uint32_t token)
{
    if (!holds(tags, token, WORD_CONDITION))
        return false;
    uint32_t end = token + CONDITION_TOKENS;
    for (uint32_t i = token + 1; i < end && i < tags->sights.end; i++) {
        if (holds(tags, i, WORD_WINNING))
            return true;
        if (tags->sights.tokens->items[i].kind == TOKEN_MARK)
            return false;
    }
    return false;
}

static bool has_condition(const Tags *tags)
{
    for (uint32_t i = tags->sights.first; i < tags->sights.end; i++)
        if (is_condition(tags, i))
            return true;
    return false;
}

/* "The claim that he is president", "True or false: he is president": before the claim, which says
 * it and does not only call him so ("falsely told President Biden"). */
static bool is_denied(const Extractor *extractor, const Claim *claim)
{
    const Sights *sights = &extractor->tags.sights;
    const Token *tokens = sights->tokens->items;
    for (uint32_t i = sights->first;
         !(claim->flags & CLAIM_LABEL) && i < sights->end && tokens[i].span.off < claim->span.off;
         i++) {
        LexiconHit hit = sights_find_word(sights, i, WORD_CONDITION);
        const LexiconEntry *entry =
            lookup_entry(&extractor->grammar->words, sights->tokens, hit, i, WORD_CONDITION);
        if (entry && entry->id == CONDITION_DENIED)
            return true;
    }
    return false;
}

static bool has_modal_from(const Tags *tags, uint32_t token)
{
    while (token < tags->sights.end && !holds(tags, token, WORD_MODAL))
        token++;
    return token < tags->sights.end;
}

/* "A future Prime Minister", "would-be president", "the prospect of President Harris", "Under Prime
 * Minister Starmer, Britain would ...", "As president, Kamala Harris would ..." */
static bool is_prospect(const Tags *tags, Span claim)
{
    TagRun run = span_tags(tags, claim);
    uint32_t first = run.first, end = run.end;
    while (first && letter_in(tags->letters[first - 1], "aeoSLA'"))
        first--;
    if (!first)
        return false;
    const Tag *before = &tags->items[first - 1];
    uint32_t last = before->first + before->count - 1;
    if (holds(tags, last, WORD_PROSPECT) || holds(tags, before->first, WORD_PROSPECT))
        return true;
    bool as = is_letter(tags, first - 1, 's') && end < tags->count &&
              holds(tags, tags->items[end].first, WORD_MODAL);
    bool under = is_letter(tags, first - 1, 'U') && end < tags->count &&
                 has_modal_from(tags, tags->items[end].first);
    return as || under;
}

/* "Prime Minister Starmer would end it", "A victory could mean Prime Minister Starmer": right
 * behind the claim, or before it in its clause; behind other words it is somebody else's. */
static bool has_modal(const Tags *tags, Span claim)
{
    const Token *tokens = tags->sights.tokens->items;
    bool modal = false;
    uint32_t i = tags->sights.first;
    for (; i < tags->sights.end && tokens[i].span.off < span_end(claim); i++) {
        if (tokens[i].kind == TOKEN_MARK)
            modal = false;
        modal |= holds(tags, i, WORD_MODAL);
    }
    return modal || holds(tags, i, WORD_MODAL);
}

uint32_t find_supposed(const Extractor *extractor, const Claim *claim)
{
    const Tags *tags = &extractor->tags;
    static const uint32_t telling = 1u << WORD_CONDITION | 1u << WORD_PROSPECT | 1u << WORD_MODAL;
    if (!(sight_words(tags->sights.kinds) & telling))
        return 0;
    if (has_condition(tags) || is_prospect(tags, claim->span) || is_denied(extractor, claim))
        return CLAIM_SUPPOSED;
    return has_modal(tags, claim->span) ? CLAIM_WOULD : 0;
}
