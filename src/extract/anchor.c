/* Whether a clause is anchored in a time: by a date, or in the article's own days. News tells of
 * everything in the past tense: "Prime Minister David Cameron called the vote" may be of yesterday
 * or of years ago, and is wrong of a man who has left only in the one case. In: the sentence's tags
 * and a claim of it. Out: yes, where something says so. Tests: tests/golden/passages/anchors.txt.
 */
#include "extract/extractor.h"

static bool holds(const Tags *tags, uint32_t at, WordKind kind)
{
    return at < tags->count && sights_has_word(&tags->sights, tags->items[at].first, (uint8_t)kind);
}

/* Where the words of the claim begin, with their article and adjectives. */
static uint32_t phrase_start(const Tags *tags, uint32_t at)
{
    while (at && tag_is_one_of(tags, at - 1, "aehSALYm'"))
        at--;
    return at;
}

/* "Prime Minister David Cameron said", "In Paris, President Macron said"; not "At the time, ...",
 * "In the cold war, ...": what else stands before a comma may tell of a time. A dateline stands
 * before the sentence. */
static bool begins_sentence(const Tags *tags, uint32_t from, uint32_t at)
{
    if (at == from)
        return true;
    if (at < from || tags->letters[at - 1] != ',')
        return false;
    bool place = false;
    for (uint32_t i = from; i < at; i++) {
        if (!tag_is_one_of(tags, i, "paeLA,"))
            return false;
        place |= tags->letters[i] == 'L';
    }
    return place;
}

static bool begins_clause(const Tags *tags, uint32_t at)
{
    return !at || tag_is_one_of(tags, at - 1, ",;:\"(-s");
}

static uint32_t verb_of(const Tags *tags, TagRun claim)
{
    uint32_t verb = claim.end;
    while (tag_is_one_of(tags, verb, "T,"))
        verb++;
    return verb;
}

/* "French President Francois Hollande arrives", "Mark Rutte, the Dutch prime minister, is here" */
static bool has_present_verb(const Tags *tags, TagRun claim)
{
    for (uint32_t i = claim.first; i < claim.end; i++)
        if (tag_is_one_of(tags, i, "iv"))
            return true;
    uint32_t verb = verb_of(tags, claim);
    return begins_clause(tags, phrase_start(tags, claim.first)) &&
           (tag_is_one_of(tags, verb, "iv") || holds(tags, verb, WORD_PRESENT));
}

/* "on Monday", "this week"; not "ten years ago this week", "Tuesday's vote". */
static bool is_day(const Tags *tags, uint32_t at)
{
    bool ago = at && holds(tags, at, WORD_TODAY) &&
               token_is(tags->sights.tokens, tags->items[at].first - 1, "ago");
    return (holds(tags, at, WORD_DAY) || holds(tags, at, WORD_TODAY)) && !ago &&
           !tag_is_one_of(tags, at + 1, "'");
}

/* "met him on Monday", "On Monday, he met": in this clause. */
static bool has_day(const Tags *tags, TagRun claim)
{
    uint32_t start = phrase_start(tags, claim.first);
    if (start >= 2 && tag_is_one_of(tags, start - 1, ",") && is_day(tags, start - 2))
        return true;
    uint32_t at = tag_is_one_of(tags, claim.end, ",") ? claim.end + 1 : claim.end;
    for (; at < tags->count && !tag_is_one_of(tags, at, ".,;:()\"u"); at++)
        if (is_day(tags, at))
            return true;
    return false;
}

/* "'...', said French President Francois Hollande."; not "he says that President Hollande ...". */
static bool has_said(const Tags *tags, TagRun claim)
{
    uint32_t start = phrase_start(tags, claim.first);
    bool reported =
        start < tags->count && token_is(tags->sights.tokens, tags->items[start].first, "that");
    return !reported && start >= 2 && holds(tags, start - 1, WORD_SPEECH) &&
           tag_is_one_of(tags, start - 2, ",\"");
}

/* "Prime Minister Theresa May's successor": who is followed has left. */
static bool has_successor(const Tags *tags, TagRun claim)
{
    return tag_is_one_of(tags, claim.end, "'") && claim.end + 1 < tags->count &&
           token_is(tags->sights.tokens, tags->items[claim.end + 1].first, "successor");
}

static bool is_lead(const Extractor *extractor)
{
    const Block *first = extractor->document->blocks.items;
    while (first < extractor->block && first->kind != BLOCK_PARAGRAPH)
        first++;
    return first == extractor->block;
}

/* "Attorney General Jeff Sessions was ousted last Wednesday", ", who resigned on Monday": he was it
 * when he left. */
static bool leaves(const Tags *tags, TagRun claim)
{
    uint32_t verb = verb_of(tags, claim);
    return tag_is_one_of(tags, tag_is_one_of(tags, verb, "u") ? verb + 1 : verb, "qZ");
}

/* "the ouster of President Omar al-Bashir", "Home Secretary Suella Braverman's sacking": of a time
 * when he was it. */
static bool is_of_leaving(const Tags *tags, TagRun claim)
{
    uint32_t start = phrase_start(tags, claim.first);
    return (start >= 2 && tags->letters[start - 1] == 'o' && tags->letters[start - 2] == 'j') ||
           (tag_is_one_of(tags, claim.end, "'") && tag_is_one_of(tags, claim.end + 1, "j"));
}

/* "Mark Rutte, the Dutch prime minister, ..." */
static bool opens_sentence(const Extractor *extractor, TagRun claim)
{
    return begins_sentence(&extractor->tags, extractor->dateline,
                           phrase_start(&extractor->tags, claim.first));
}

/* "John Major, the prime minister, is played by Jonny Lee Miller": beside a film or a book, the
 * present and the first words tell of it. Who opens the article acts today. Who opens a sentence is
 * said to be what follows his name, but a tale of years ago says so too. */
uint32_t find_anchor(const Extractor *extractor, const Claim *of)
{
    const Tags *tags = &extractor->tags;
    TagRun claim = span_tags(tags, of->span);
    if (is_of_leaving(tags, claim))
        return CLAIM_PAST;
    if (has_successor(tags, claim))
        return 0;
    bool stays = !leaves(tags, claim), told = extractor->told == extractor->block;
    bool opens = stays && opens_sentence(extractor, claim);
    bool dated = extractor->dates.count && (stays || !extractor->carried);
    if ((dated && !extractor->carried) || (opens && !told && is_lead(extractor)) ||
        (stays && has_day(tags, claim)) || has_said(tags, claim))
        return CLAIM_ANCHORED;
    if (told)
        return dated ? CLAIM_ANCHORED | CLAIM_CARRIED : 0;
    if (stays && has_present_verb(tags, claim))
        return CLAIM_ANCHORED | (dated ? 0 : CLAIM_PRESENT);
    if (dated)
        return CLAIM_ANCHORED | CLAIM_CARRIED;
    return opens && !(of->flags & CLAIM_LABEL) ? CLAIM_OPENS : 0;
}

/* "In 2022 he was charged. Former President Donald Trump is in Paris": whom the present calls
 * former is so today, whatever the paragraph told of before. */
bool is_former_today(const Extractor *extractor, const Claim *of)
{
    return of->status == STATUS_FORMER && extractor->carried &&
           extractor->told != extractor->block &&
           has_present_verb(&extractor->tags, span_tags(&extractor->tags, of->span));
}
