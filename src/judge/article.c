/* The article as a whole: what its claims say of each other. Only plain claims about the time of
 * the article count: no quotation, no "former", no date, no headline, nothing told in the past.
 * Tests: the examples in rules/checks/article. */
#include "judge/article.h"

#include "reference/phrase.h"

/* --- facts --- */

enum { FACT_CLASH, FACT_KINDS, FACT_PARAGRAPH, FACT_KNOWN, ARTICLE_FACTS };
enum { CLASH_TWO_OFFICES, CLASH_TWO_HOLDERS };
enum { KINDS_APART, KINDS_PLACES, KINDS_SAME, KINDS_OTHER };
enum { PARAGRAPH_SAME, PARAGRAPH_OTHER };
enum { KNOWN_NEITHER, KNOWN_ONE, KNOWN_BOTH };

static const FactValue clashes[] = {{"two-offices", "one person is given two offices"},
                                    {"two-holders", "two people are given one seat"},
                                    {0}};
static const FactValue kinds[] = {
    {"apart", "two of one country that nobody holds together, by `apart:` in rules/words"},
    {"places", "offices of two countries"},
    {"same", "the same office"},
    {"other", "others, which one person may well hold together"},
    {0}};
static const FactValue paragraphs[] = {{"same", "in one paragraph"}, {"other", "in two"}, {0}};
static const FactValue knowns[] = {{"neither", "the book supports neither of the claims"},
                                   {"one", "it supports one"},
                                   {"both", "it supports both"},
                                   {0}};

static const Fact facts[] = {
    [FACT_CLASH] = {"clash", "how the two claims stand to each other", clashes},
    [FACT_KINDS] = {"kinds", "of which kinds the two offices are", kinds},
    [FACT_PARAGRAPH] = {"paragraph", "whether one paragraph holds both", paragraphs},
    [FACT_KNOWN] = {"known", "what the book says of them", knowns},
    [ARTICLE_FACTS] = {0},
};

/* --- placeholders --- */

static View fill_claim(const MessageContext *context)
{
    return message_said(context, context->claim->span);
}

static View fill_other(const MessageContext *context)
{
    return message_said(context, context->other->span);
}

static const Placeholder placeholders[] = {
    {"claim", fill_claim, "the words of the later claim"},
    {"other", fill_other, "the words of the earlier one"},
    {0},
};

/* --- claims that can clash --- */

enum { CLAIMS_MOST = 200 /* that are compared: an article has a dozen */ };

static bool is_plain(const Claim *claim)
{
    uint32_t flags = CLAIM_NOMINAL | CLAIM_QUOTED | CLAIM_HEADLINE | CLAIM_THEN | CLAIM_LATE |
                     CLAIM_LOOSE | CLAIM_PAST | CLAIM_OTHER_BODY | CLAIM_NAMESAKE | CLAIM_NO_TITLE |
                     CLAIM_SOON;
    return claim->kind == CLAIM_OFFICE && claim->status == STATUS_CURRENT &&
           !(claim->flags & flags) && !claim->times.count && !claim->rivals.count &&
           claim->offices.count && claim->places.count <= 1;
}

/* The kind that all offices of the title share; NONE. */
static uint32_t kind_of(const Book *book, const Claim *claim)
{
    uint32_t kind = office_kind(book, claim->offices.items[0]);
    for (uint32_t i = 1; i < claim->offices.count; i++)
        if (office_kind(book, claim->offices.items[i]) != kind)
            return NONE;
    return kind;
}

static bool list_has(const KindList *list, View kind)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (view_equal(list->kinds[i], kind))
            return true;
    return false;
}

static bool are_apart(const Bench *bench, uint32_t one, uint32_t two)
{
    const Grammar *grammar = bench->grammar;
    for (uint32_t i = 0; i < grammar->apart_count; i++)
        if (list_has(&grammar->apart[i], kind_at(bench->book, one)) &&
            list_has(&grammar->apart[i], kind_at(bench->book, two)))
            return true;
    return false;
}

static bool shares_place(const Claim *first, const Claim *second)
{
    return !first->places.count || !second->places.count ||
           first->places.items[0] == second->places.items[0];
}

static bool are_countries(const Book *book, const Claim *first, const Claim *second)
{
    return place_at(book, first->places.items[0])->kind == PLACE_COUNTRY &&
           place_at(book, second->places.items[0])->kind == PLACE_COUNTRY;
}

static uint8_t kinds_value(const Bench *bench, const Claim *first, const Claim *second)
{
    const Book *book = bench->book;
    uint32_t one = kind_of(book, first), two = kind_of(book, second);
    if (one == NONE || two == NONE)
        return KINDS_OTHER;
    if (!shares_place(first, second))
        return are_countries(book, first, second) ? KINDS_PLACES : KINDS_OTHER;
    if (one == two)
        return KINDS_SAME;
    return are_apart(bench, one, two) ? KINDS_APART : KINDS_OTHER;
}

/* --- who --- */

typedef enum Identity { IDENTITY_SAME, IDENTITY_OTHER, IDENTITY_UNKNOWN } Identity;

/* A whole name, or the last word of one. Half of a name proves nothing. */
static Identity identity_by_name(const Claim *first, const Claim *second)
{
    Phrase one, two;
    if (!phrase_read(first->person_name, &one) || !phrase_read(second->person_name, &two) ||
        one.count < 2)
        return IDENTITY_UNKNOWN;
    uint32_t shared = 0;
    for (uint32_t i = 0; i < one.count; i++)
        for (uint32_t j = 0; j < two.count; j++)
            shared += one.words[i] == two.words[j];
    bool whole = one.count == two.count && shared == two.count;
    bool last = two.count == 1 && one.words[one.count - 1] == two.words[0];
    return whole || last               ? IDENTITY_SAME
           : !shared && two.count >= 2 ? IDENTITY_OTHER
                                       : IDENTITY_UNKNOWN;
}

static Identity identity(const Claim *first, const Claim *second)
{
    Identity by_name = identity_by_name(first, second);
    if (first->people.count > 1 || second->people.count > 1)
        return IDENTITY_UNKNOWN;
    if (first->people.count != second->people.count) /* a bearer of the name, and a stranger */
        return by_name == IDENTITY_OTHER ? by_name : IDENTITY_UNKNOWN;
    if (!first->people.count)
        return by_name;
    return first->people.items[0] == second->people.items[0] ? IDENTITY_SAME : by_name;
}

/* --- clashes --- */

/* The one office of one seat that both name, with its place; NONE. */
static uint32_t shared_seat(const Book *book, const Claim *first, const Claim *second)
{
    uint32_t found = NONE;
    if (!first->places.count || !second->places.count)
        return NONE;
    for (uint32_t i = 0; i < first->offices.count; i++) {
        uint32_t office = first->offices.items[i];
        if (!index_list_has(second->offices, office) ||
            office_place(book, office) != first->places.items[0])
            continue;
        if (found != NONE || office_at(book, office)->seats != 1)
            return NONE;
        found = office;
    }
    return found;
}

static bool is_clash(const Bench *bench, const Claims *claims, const Verdict *verdicts,
                     Clash *clash)
{
    const Claim *first = &claims->items[clash->first], *second = &claims->items[clash->second];
    const Verdict *one = &verdicts[clash->first], *two = &verdicts[clash->second];
    Identity who = identity(first, second);
    uint8_t *values = clash->reading.facts.value;
    if (one->kind == VERDICT_CONTRADICTED || two->kind == VERDICT_CONTRADICTED ||
        who == IDENTITY_UNKNOWN)
        return false;
    values[FACT_CLASH] = who == IDENTITY_SAME ? CLASH_TWO_OFFICES : CLASH_TWO_HOLDERS;
    values[FACT_KINDS] = kinds_value(bench, first, second);
    values[FACT_PARAGRAPH] = document_block(bench->document, first->span) ==
                                     document_block(bench->document, second->span)
                                 ? PARAGRAPH_SAME
                                 : PARAGRAPH_OTHER;
    values[FACT_KNOWN] =
        (uint8_t)((one->kind == VERDICT_SUPPORTED) + (two->kind == VERDICT_SUPPORTED));
    if (who == IDENTITY_SAME)
        return values[FACT_KINDS] != KINDS_SAME && values[FACT_KINDS] != KINDS_OTHER;
    return values[FACT_KINDS] == KINDS_SAME && shared_seat(bench->book, first, second) != NONE;
}

Clashes find_clashes(const Bench *bench, const Claims *claims, const Verdict *verdicts)
{
    Clashes found = {0};
    uint32_t plain[CLAIMS_MOST], count = 0;
    for (uint32_t i = 0; i < claims->count && count < CLAIMS_MOST; i++) {
        if (!is_plain(&claims->items[i]))
            continue;
        Clash clash = {
            .second = i,
            .reading = reading_new(verdicts[i].person, verdicts[i].office, bench->document->date)};
        clash.reading.verdict = VERDICT_CONTRADICTED;
        for (uint32_t j = 0; j < count; j++) {
            clash.first = plain[j];
            if (is_clash(bench, claims, verdicts, &clash)) {
                *arena_push(bench->arena, &found) = clash;
                break;
            }
        }
        plain[count++] = i;
    }
    return found;
}

/* What is_clash leaves out. */
static const char *const never[] = {"{clash: two-offices, kinds: [same, other]}",
                                    "{clash: two-holders, not: {kinds: same}}", NULL};

const Subject subject_article = {.name = "article",
                                 .meaning = "that two claims of one article cannot both be true",
                                 .facts = {facts, ARTICLE_FACTS},
                                 .placeholders = placeholders,
                                 .never = never,
                                 .quiet = true};
