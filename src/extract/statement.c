/* Makes claims of statements. Tests: the examples in rules/words/statements.yaml. */
#include "extract/statement.h"

/* The claim reaches over the whole tag, brackets and all. */
static Claim *add(Arena *arena, ClaimKind kind, Span said, const Claim *base, Claims *claims)
{
    Claim *claim = arena_push(arena, claims);
    *claim = *base;
    claim->kind = kind;
    claim->said_span = said;
    return claim;
}

/* "(D-CA-18)" */
static void add_seat(Arena *arena, const PartyTag *tag, const Claim *base, Claims *claims)
{
    if (tag->party != NONE)
        add(arena, CLAIM_PARTY, tag->party_span, base, claims)->value = (int32_t)tag->party;
    if (tag->places.count)
        add(arena, CLAIM_STATE, tag->place_span, base, claims)->said_places = tag->places;
    if (tag->district == DISTRICT_UNSAID || !tag->places.count)
        return;
    Claim *claim = add(arena, CLAIM_DISTRICT, tag->district_span, base, claims);
    claim->value = tag->district;
    claim->said_places = tag->places;
}

void statement_add(Arena *arena, ConstructionKind kind, const Tag *said, const Claim *base,
                   Claims *claims)
{
    if (kind == CONSTRUCTION_SEAT && said->party)
        add_seat(arena, said->party, base, claims);
    if (kind == CONSTRUCTION_PARTY)
        add(arena, CLAIM_PARTY, said->span, base, claims)->value = (int32_t)said->status;
}
