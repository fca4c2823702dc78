/* Claims that rest on what was said before: the counterpart of whom the last claim was of, and the
 * description that stands for somebody named ("the French president").
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "base/limits.h"
#include "extract/extractor.h"

/* --- counterpart --- */

/* The offices of other places that are of the same kinds as those given. */
static IndexList same_kind(Extractor *extractor, IndexList offices)
{
    const Book *book = extractor->book;
    bool *asked = arena_new(extractor->arena, bool, book->kind_count);
    for (uint32_t i = 0; i < offices.count; i++) {
        uint32_t kind = office_at(book, offices.items[i])->kind;
        if (kind < book->kind_count)
            asked[kind] = true;
    }
    IndexList found = {0};
    for (uint32_t o = 0; o < book->office_count; o++) {
        uint32_t kind = office_at(book, o)->kind;
        if (kind < book->kind_count && asked[kind])
            *arena_push(extractor->arena, &found) = o;
    }
    return found;
}

/* All offices that people of the book have held. */
static IndexList offices_held(Extractor *extractor, IndexList people)
{
    const Book *book = extractor->book;
    IndexList held = {0};
    for (uint32_t p = 0; p < people.count; p++) {
        Range tenures = person_at(book, people.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++)
            *arena_push(extractor->arena, &held) =
                tenure_at(book, book->person_tenures[tenures.first + i])->office;
    }
    return held;
}

/* The claim of the block that stands last before a tag; NULL: there is none. */
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
 * that claim is false the counterpart need not be: any office of the person before will do,
 * loosely. */
void claim_counterpart(Extractor *extractor, const Construction *construction)
{
    Tag *title = group_tag(extractor, construction, GROUP_TITLE);
    const Claim *before = claim_before(extractor, title);
    if (!before)
        return;
    IndexList offices = before->offices, people = before->people;
    const Tag *person = group_tag(extractor, construction, GROUP_PERSON);
    if (title->flags & TAG_USED || !offices.count)
        return;
    const Tag *place = first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS);
    Claim *claim = add_claim(extractor, construction, title, person, place);
    claim->offices = same_kind(extractor, offices);
    claim->loose = same_kind(extractor, offices_held(extractor, people));
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
