/* Claims of a list: one title and several people, each perhaps with a place of his own.
 * Tests: tests/unit/extract/claim.c, and the examples in rules/words/constructions.yaml. */
#include "extract/body.h"
#include "extract/extractor.h"

/* One person of a list, with his place. */
typedef struct Item {
    const Tag *person;
    const Tag *place;
} Item;

typedef struct Items {
    Item *items;
    uint32_t count;
    uint32_t capacity;
} Items;

static const Tag *item_tag(const Extractor *extractor, const Construction *construction,
                           Group group, size_t offset)
{
    size_t start, end;
    uint32_t number = construction->each_groups[group];
    if (!number || !pattern_bounds(extractor->item, number, &start, &end) || start == end)
        return NULL;
    return &extractor->tags.items[offset + start];
}

/* "Jacinda Ardern of New Zealand", "New Zealand's Jacinda Ardern" */
static const Tag *item_place(Extractor *extractor, const Construction *construction, size_t offset)
{
    const Tag *place = item_tag(extractor, construction, GROUP_PLACE, offset);
    return place ? place : item_tag(extractor, construction, (Group)(GROUP_PLACE + 1), offset);
}

/* The people of a list, in the order of the text, each with the place beside his name. */
static Items find_items(Extractor *extractor, const Construction *construction)
{
    Items items = {0};
    size_t start = 0, end = 0, from = 0;
    group_bounds(extractor, construction, GROUP_PEOPLE, &start, &end);
    View letters = {extractor->tags.letters + start, end - start};
    while (from < letters.len &&
           pattern_find(construction->each, letters, from, extractor->item) == PATTERN_YES) {
        *arena_push(extractor->arena, &items) =
            (Item){.person = item_tag(extractor, construction, GROUP_PERSON, start),
                   .place = item_place(extractor, construction, start)};
        size_t item_start, item_end;
        pattern_bounds(extractor->item, 0, &item_start, &item_end);
        from = item_end > from ? item_end : from + 1;
    }
    return items;
}

/* "The foreign ministers of France and Germany, A and B": gives each the place at his position;
 * false where the numbers differ. */
static bool align_places(Extractor *extractor, const Construction *construction, Items *items)
{
    size_t start, end;
    uint32_t count = 0;
    if (!group_bounds(extractor, construction, GROUP_PLACES, &start, &end))
        return true;
    for (size_t i = start; i < end; i++) {
        if (!letter_in(extractor->tags.letters[i], "LA"))
            continue;
        if (count < items->count)
            items->items[count].place = &extractor->tags.items[i];
        count++;
    }
    return count == items->count;
}

/* Tags of one list are of one form: where districts begin behind names without ("Senators A (D-WI),
 * B (D-OH-3)"), another title was left out. */
static bool seat_begins(const Extractor *extractor, const Items *items, uint32_t at)
{
    const PartyTag *before = at ? party_behind(extractor, items->items[at - 1].person) : NULL;
    const PartyTag *tag = party_behind(extractor, items->items[at].person);
    return before && tag && before->district == DISTRICT_UNSAID && tag->district != DISTRICT_UNSAID;
}

/* Whether anybody whom a name can mean held this office, or (NONE) any of this place. */
static bool served(const Book *book, const Tag *person, uint32_t office, uint32_t place)
{
    for (uint32_t p = 0; p < person->ids.count; p++) {
        Range tenures = person_at(book, person->ids.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++) {
            uint32_t held = tenure_at(book, book->person_tenures[tenures.first + i])->office;
            if (office == NONE ? office_at(book, held)->place == place : held == office)
                return true;
        }
    }
    return false;
}

/* "Secretaries of State John Kerry and Hillary Clinton": one seat, which two of the list cannot
 * have held at one time. */
static bool shares_seat(const Book *book, const Tag *title, const Items *items)
{
    for (uint32_t o = 0; o < title->ids.count; o++) {
        uint32_t holders = 0;
        if (office_at(book, title->ids.items[o])->seats != 1)
            continue;
        for (uint32_t i = 0; i < items->count; i++)
            holders += served(book, items->items[i].person, title->ids.items[o], NONE);
        if (holders > 1)
            return true;
    }
    return false;
}

/* "The health ministers, Will Quince and Neil O'Brien": of one country, which has one minister of
 * health, and juniors of his who go by the plural. */
static bool are_juniors(const Book *book, const Tag *title, const Items *items)
{
    for (uint32_t o = 0; o < title->ids.count && items->count > 1; o++) {
        uint32_t office = title->ids.items[o], there = 0;
        if (office_at(book, office)->seats != 1 || office_leads(book, office))
            continue;
        while (there < items->count && !items->items[there].place &&
               served(book, items->items[there].person, NONE, office_at(book, office)->place))
            there++;
        if (there == items->count)
            return true;
    }
    return false;
}

void claim_list(Extractor *extractor, const Construction *construction)
{
    Tag *title = first_group(extractor, construction, GROUP_TITLE, 2);
    const Tag *place = first_group(extractor, construction, GROUP_PLACE, PLACE_GROUPS);
    Items items = find_items(extractor, construction);
    if (title->flags & TAG_USED || !align_places(extractor, construction, &items))
        return;
    bool juniors =
        is_servant(&extractor->tags.sights, title) && are_juniors(extractor->book, title, &items);
    bool past = items.count > 1 && shares_seat(extractor->book, title, &items);
    for (uint32_t i = 0; i < items.count && !seat_begins(extractor, &items, i); i++) {
        Claim *claim = add_claim(extractor, construction, title, items.items[i].person,
                                 items.items[i].place ? items.items[i].place : place);
        claim->flags |= CLAIM_LISTED;
        if (juniors)
            claim->flags |= CLAIM_OTHER_BODY;
        if (past)
            claim->flags |= CLAIM_PAST;
        if (is_idle(extractor, title, claim))
            extractor->claims.count--;
    }
}
