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

/* A claim, with what each comparison asks of it. */
typedef struct Plain {
    const Claim *claim;
    const Verdict *verdict;
    uint32_t index;
    uint32_t kind; /* that all offices of the title share; NONE */
    bool read;     /* the name was, where it can be */
    bool named;    /* `name` could be read */
    Phrase name;
} Plain;

static bool is_plain(const Claim *claim)
{
    uint32_t flags = CLAIM_NOMINAL | CLAIM_QUOTED | CLAIM_HEADLINE | CLAIM_THEN | CLAIM_LATE |
                     CLAIM_LOOSE | CLAIM_PAST | CLAIM_OTHER_BODY | CLAIM_NAMESAKE | CLAIM_NO_TITLE |
                     CLAIM_SOON | CLAIM_SUPPOSED;
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

static uint8_t kinds_value(const Bench *bench, const Plain *first, const Plain *second)
{
    if (first->kind == NONE || second->kind == NONE)
        return KINDS_OTHER;
    if (!shares_place(first->claim, second->claim))
        return are_countries(bench->book, first->claim, second->claim) ? KINDS_PLACES : KINDS_OTHER;
    if (first->kind == second->kind)
        return KINDS_SAME;
    return are_apart(bench, first->kind, second->kind) ? KINDS_APART : KINDS_OTHER;
}

/* --- who --- */

typedef enum Identity { IDENTITY_SAME, IDENTITY_OTHER, IDENTITY_UNKNOWN } Identity;

/* Its words, or NULL. Few claims are of kinds that can clash at all. */
static const Phrase *name_of(Plain *plain)
{
    if (!plain->read)
        plain->named = phrase_read(plain->claim->person_name, &plain->name);
    plain->read = true;
    return plain->named ? &plain->name : NULL;
}

/* A whole name, or the last word of one. Half of a name proves nothing. */
static Identity identity_by_name(Plain *first, Plain *second)
{
    const Phrase *one = name_of(first), *two = name_of(second);
    if (!one || !two || one->count < 2)
        return IDENTITY_UNKNOWN;
    uint32_t shared = 0;
    for (uint32_t i = 0; i < one->count; i++)
        for (uint32_t j = 0; j < two->count; j++)
            shared += one->words[i] == two->words[j];
    bool whole = one->count == two->count && shared == two->count;
    bool last = two->count == 1 && one->words[one->count - 1] == two->words[0];
    return whole || last                ? IDENTITY_SAME
           : !shared && two->count >= 2 ? IDENTITY_OTHER
                                        : IDENTITY_UNKNOWN;
}

static Identity identity(Plain *first, Plain *second)
{
    IndexList one = first->claim->people, two = second->claim->people;
    if (one.count > 1 || two.count > 1)
        return IDENTITY_UNKNOWN;
    if (one.count && two.count && one.items[0] == two.items[0])
        return IDENTITY_SAME;
    Identity by_name = identity_by_name(first, second);
    if (one.count != two.count) /* a bearer of the name, and a stranger */
        return by_name == IDENTITY_OTHER ? by_name : IDENTITY_UNKNOWN;
    return by_name;
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
        if (!offices_have(book, second->offices, office) ||
            office_place(book, office) != first->places.items[0])
            continue;
        if (found != NONE || office_at(book, office)->seats != 1)
            return NONE;
        found = office;
    }
    return found;
}

/* Whether two claims clash, and the facts of that. */
static bool is_clash(const Bench *bench, Plain *first, Plain *second, Facts *facts_out)
{
    uint8_t *values = facts_out->value;
    values[FACT_KINDS] = kinds_value(bench, first, second);
    if (values[FACT_KINDS] == KINDS_OTHER)
        return false;
    Identity who = identity(first, second);
    bool same = values[FACT_KINDS] == KINDS_SAME;
    bool clash = who == IDENTITY_SAME
                     ? !same
                     : who == IDENTITY_OTHER && same &&
                           shared_seat(bench->book, first->claim, second->claim) != NONE;
    if (!clash)
        return false;
    values[FACT_CLASH] = who == IDENTITY_SAME ? CLASH_TWO_OFFICES : CLASH_TWO_HOLDERS;
    values[FACT_PARAGRAPH] = document_block(bench->document, first->claim->span) ==
                                     document_block(bench->document, second->claim->span)
                                 ? PARAGRAPH_SAME
                                 : PARAGRAPH_OTHER;
    values[FACT_KNOWN] = (uint8_t)((first->verdict->kind == VERDICT_SUPPORTED) +
                                   (second->verdict->kind == VERDICT_SUPPORTED));
    return true;
}

Clashes find_clashes(const Bench *bench, const Claims *claims, const Verdict *verdicts)
{
    Clashes found = {0};
    struct {
        Plain *items;
        uint32_t count, capacity;
    } plain = {0};
    for (uint32_t i = 0; i < claims->count && plain.count < CLAIMS_MOST; i++) {
        const Claim *claim = &claims->items[i];
        if (!is_plain(claim) || verdicts[i].kind == VERDICT_CONTRADICTED)
            continue;
        Plain *second = arena_push(bench->arena, &plain);
        second->claim = claim;
        second->verdict = &verdicts[i];
        second->index = i;
        second->kind = kind_of(bench->book, claim);
        Clash clash = {
            .second = i,
            .reading = reading_new(verdicts[i].person, verdicts[i].office, bench->document->date)};
        clash.reading.verdict = VERDICT_CONTRADICTED;
        for (uint32_t j = 0; j + 1 < plain.count; j++) {
            clash.first = plain.items[j].index;
            if (is_clash(bench, &plain.items[j], second, &clash.reading.facts)) {
                *arena_push(bench->arena, &found) = clash;
                break;
            }
        }
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
