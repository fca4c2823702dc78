/* Claims that rest on what was said before: the counterpart of whom the last claim was of, and the
 * description that stands for somebody named ("the French president").
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "base/limits.h"
#include "extract/extractor.h"

/* --- counterpart --- */

static bool is_head(const Book *book, uint32_t office)
{
    return office_leads(book, office) || office_is_kind(book, office, VIEW("monarch"));
}

/* The offices of all places that are of the same kinds as those given. Those who lead a country are
 * each other's counterparts, be one a president and the other a king or a prime minister, but he of
 * the same kind is meant first. */
static IndexList same_kind(Extractor *extractor, IndexList offices)
{
    const Book *book = extractor->book;
    bool *asked = arena_new(extractor->arena, bool, book->kind_count);
    bool heads = false;
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t kind = office_at(book, offices.items[i])->kind;
        if (kind < book->kind_count)
            asked[kind] = true;
        heads |= is_head(book, offices.items[i]);
    }
    IndexList found = {0};
    for (int same = 1; same >= !heads; same--)
        for (uint32_t o = 0; o < book->office_count; o++) {
            uint32_t kind = office_at(book, o)->kind;
            bool is_same = kind < book->kind_count && asked[kind];
            if (same ? is_same : !is_same && is_head(book, o))
                *arena_push(extractor->arena, &found) = o;
        }
    return found;
}

/* All offices that the people of the block's claims before a tag have held: whose counterpart it is
 * nobody can tell for sure ("He spoke to US President Joe Biden and to his Australian
 * counterpart"). */
static IndexList offices_held(Extractor *extractor, const Tag *tag)
{
    const Book *book = extractor->book;
    IndexList held = {0};
    for (size_t c = extractor->block_claims; c < extractor->claims.count; c++) {
        const Claim *claim = &extractor->claims.items[c];
        IndexList people = claim->people;
        for (uint32_t p = 0; p < people.count && claim->span.off < tag->span.off; p++) {
            Range tenures = person_at(book, people.items[p])->tenures;
            for (uint32_t i = 0; i < tenures.count; i++)
                *arena_push(extractor->arena, &held) =
                    tenure_at(book, book->person_tenures[tenures.first + i])->office;
        }
    }
    return held;
}

/* The block's claim of an office that stands last before a tag, for constructions find them in
 * another order; NULL: there is none. */
static const Claim *claim_before(const Extractor *extractor, const Tag *tag)
{
    const Claim *last = NULL;
    for (uint32_t i = extractor->block_claims; i < extractor->claims.count; i++) {
        const Claim *claim = &extractor->claims.items[i];
        bool office = claim->kind == CLAIM_OFFICE && span_end(claim->span) <= tag->span.off;
        if (office && (!last || claim->span.off >= last->span.off))
            last = claim;
    }
    return last;
}

/* "His French counterpart, Sebastien Lecornu": the office is of the kind of the claim before. Where
 * that claim is false, or another's, the counterpart need not be: any office of the people before
 * will do, loosely. */
void claim_counterpart(Extractor *extractor, const Construction *construction)
{
    Tag *title = group_tag(extractor, construction, GROUP_TITLE);
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    const Claim *before = claim_before(extractor, title);
    if (title->flags & TAG_USED || !before || !before->offices.count)
        return;
    IndexList offices = before->offices,
              loose = same_kind(extractor, offices_held(extractor, title));
    const Tag *place = first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS);
    Claim *claim = add_claim(extractor, construction, title, person, place);
    claim->offices = same_kind(extractor, offices);
    claim->loose = loose;
    claim->flags |= CLAIM_NO_TITLE;
}

/* --- nominal --- */

static bool person_held(const Book *book, uint32_t person, const Claim *claim)
{
    Range tenures = person_at(book, person)->tenures;
    for (uint32_t i = 0; i < tenures.count; i++) {
        uint32_t office = tenure_at(book, book->person_tenures[tenures.first + i])->office;
        if (index_list_has(claim->offices, office) &&
            claim_allows_place(book, claim, office_at(book, office)->place))
            return true;
    }
    return false;
}

/* The one person of those named so far who holds or held what the claim says; NONE where there
 * are none or several. */
static uint32_t antecedent(const Extractor *extractor, const Claim *claim)
{
    uint32_t found = NONE;
    const Cast *cast = &extractor->cast;
    for (uint32_t i = 0; i < cast->people.count + cast->maybe.count; i++) {
        uint32_t person = i < cast->people.count ? cast->people.items[i]
                                                 : cast->maybe.items[i - cast->people.count];
        if (person == found || !person_held(extractor->book, person, claim))
            continue;
        if (found != NONE)
            return NONE;
        found = person;
    }
    return found;
}

void claim_nominal(Extractor *extractor, const Construction *construction)
{
    Tag *title = group_tag(extractor, construction, GROUP_TITLE);
    if (title->flags & (TAG_USED | TAG_LOOSE | TAG_RANKED))
        return;
    Claim *claim = add_claim(extractor, construction, title, NULL,
                             first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS));
    uint32_t person = antecedent(extractor, claim);
    if (person == NONE) {
        extractor->claims.count--;
        return;
    }
    size_t start, end;
    pattern_bounds(extractor->match, 0, &start, &end);
    claim->span = span_join(extractor->tags.items[start].span, claim->span);
    claim->person_span = claim->span;
    *arena_push(extractor->arena, &claim->people) = person;
    claim->flags |= CLAIM_NOMINAL;
}
