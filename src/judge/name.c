/* Claims of kind name: "Pete Hegseht, the U.S. secretary of defense". Whoever may have been meant
 * is judged as if the passage had named him: where he then held what it says, his name is wrong.
 * Tests: the examples in rules/checks/name. */
#include "judge/office.h"
#include "judge/subject.h"

enum { FACT_DIFFERS, FACT_NAME_PLACE, FACT_NAME_QUOTED, NAME_FACTS };

static const FactValue differences[] = {
    {"surname", "the last name is a letter or so off"},
    {"first-near", "the first name is a letter or so off"},
    {"first", "the first name is another, and no short or other form"},
    {0}};
static const FactValue places[] = {
    {"said", "the passage says the place"}, {"unsaid", "it does not"}, {0}};

static const Fact facts[] = {
    [FACT_DIFFERS] = {"differs", "which part of the name is not that of the holder", differences},
    [FACT_NAME_PLACE] = {"place", "whether the passage says the place of the office", places},
    [FACT_NAME_QUOTED] = {"quoted", "the passage stands in quotation marks", fact_no_yes},
    [NAME_FACTS] = {0},
};

/* The reading of the office that holds for one of those who may be meant; NULL: there is none. */
static const Reading *find_supported(const Readings *readings)
{
    for (uint32_t i = 0; i < readings->count; i++)
        if (readings->items[i].verdict == VERDICT_SUPPORTED)
            return &readings->items[i];
    return NULL;
}

static Readings readings_of(const Bench *bench, const Claim *claim, uint32_t person)
{
    Claim office = *claim;
    Readings readings = {0};
    office.kind = CLAIM_OFFICE;
    office.people = (IndexList){&person, 1, 1};
    office.flags &= ~(uint32_t)(CLAIM_SURNAME | CLAIM_NEW_SURNAME);
    subject_office.read(bench, &office, &readings);
    return readings;
}

static Reading name_reading(const Claim *claim, const Reading *held, View mended)
{
    Reading reading = reading_new(held->person, held->office, held->when);
    reading.facts.value[FACT_DIFFERS] = (uint8_t)(claim->match - NAME_SURNAME_NEAR);
    reading.facts.value[FACT_NAME_PLACE] = claim->places.count ? PLACE_SAID : PLACE_UNSAID;
    reading.facts.value[FACT_NAME_QUOTED] = claim->flags & CLAIM_QUOTED ? FLAG_YES : FLAG_NO;
    reading.book = BOOK_CLOSED_THEN;
    reading.on = held->by;
    reading.known = mended;
    return reading;
}

/* One who fits is who was meant; of two nobody knows which. */
static void find_readings(const Bench *bench, const Claim *claim, Readings *out)
{
    uint32_t fitting = 0;
    for (uint32_t i = 0; i < claim->people.count; i++) {
        Readings readings = readings_of(bench, claim, claim->people.items[i]);
        const Reading *held = find_supported(&readings);
        if (!readings.count)
            return;
        Reading reading = name_reading(claim, held ? held : readings.items, claim->mended[i]);
        reading.verdict = held ? VERDICT_CONTRADICTED : VERDICT_UNVERIFIABLE;
        reading.reason = held ? VIEW("the holder's name is written otherwise")
                              : VIEW("nobody of nearly this name held the office then");
        fitting += held != NULL;
        if (held || !out->count)
            *arena_push(bench->arena, out) = reading;
    }
    for (uint32_t i = 0; i < out->count && fitting > 1; i++) {
        out->items[i].verdict = VERDICT_UNVERIFIABLE;
        out->items[i].reason = VIEW("the name is near to those of several holders");
    }
    if (fitting == 1)
        *out = (Readings){&out->items[out->count - 1], 1, 1};
}

static View fill_held(const MessageContext *context)
{
    return message_span(context, context->reading->on);
}

static const Placeholder placeholders[] = {
    {"held-span", fill_held, "\"from ... to ...\" of the tenure of who was meant"},
    {0},
};

const Subject subject_name = {.name = "name",
                              .meaning = "that whoever stands beside a title is called so",
                              .facts = {facts, NAME_FACTS},
                              .placeholders = placeholders,
                              .read = find_readings};
