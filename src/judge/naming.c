/* Finds whether an office went by the words said. Tests: rules/checks/office/title-not-yet.yaml. */
#include "judge/naming.h"

#include "judge/office.h"
#include "reference/phrase.h"

enum { NEWS_DAYS = 30 }; /* a new name is written of before it holds, and an old one after */

static bool is_same_phrase(View a, View b)
{
    Phrase left, right;
    return phrase_read(a, &left) && phrase_read(b, &right) &&
           phrase_hash(&left) == phrase_hash(&right);
}

static Day days_until(const DatedName *name, Date when)
{
    return date_known(name->from) ? name->from.first - when.last : 0;
}

static Day days_since(const DatedName *name, Date when)
{
    return date_known(name->to) ? when.first - name->to.last : 0;
}

static Day days_off(const DatedName *name, Date when)
{
    Day until = days_until(name, when), since = days_since(name, when);
    return until > since ? until : since;
}

const DatedName *naming_said(const Book *book, View text, const Claim *claim,
                             const Reading *reading)
{
    const DatedName *nearest = NULL;
    View said = view_slice(text, claim->office_span.off, span_end(claim->office_span));
    Range dated = office_at(book, reading->office)->dated;
    for (uint32_t i = 0; i < dated.count; i++) {
        const DatedName *name = dated_at(book, dated.first + i);
        if (is_same_phrase(book_text(book, name->name), said) &&
            (!nearest || days_off(name, reading->when) < days_off(nearest, reading->when)))
            nearest = name;
    }
    return nearest;
}

/* Of somebody in office at the time, in plain and present words of the writer's own. What all such
 * offices are called is understood at any time. */
static uint8_t naming_value(const Bench *bench, const Claim *claim, const Reading *reading)
{
    bool present = claim->status == STATUS_CURRENT || claim->status == STATUS_ACTING;
    if (!present || reading->office == NONE || reading->on == NONE || reading->by != reading->on ||
        claim->flags & (CLAIM_QUOTED | CLAIM_NOMINAL | CLAIM_THEN | CLAIM_PAST | CLAIM_SOON))
        return NAMING_IN_USE;
    const DatedName *name = naming_said(bench->book, bench->document->text, claim, reading);
    if (!name || name->flags & DATED_COMMON)
        return NAMING_IN_USE;
    return days_until(name, reading->when) > NEWS_DAYS   ? NAMING_NOT_YET
           : days_since(name, reading->when) > NEWS_DAYS ? NAMING_NO_LONGER
                                                         : NAMING_IN_USE;
}

void find_naming(const Bench *bench, const Claim *claim, Readings *readings)
{
    bool in_use = false;
    for (uint32_t i = 0; i < readings->count; i++) {
        Reading *reading = &readings->items[i];
        bool supported = reading->verdict == VERDICT_SUPPORTED;
        uint8_t value = supported ? naming_value(bench, claim, reading) : NAMING_IN_USE;
        reading->facts.value[FACT_NAMING] = value;
        in_use |= supported && value == NAMING_IN_USE;
    }
    for (uint32_t i = 0; in_use && i < readings->count; i++)
        readings->items[i].facts.value[FACT_NAMING] = NAMING_IN_USE;
}
