/* A newsroom's own records in the place of shipped ones. Tests: tests/cli/config.py. */
#include <string.h>

#include "reference/records.h"

RecordCounts records_count(const Records *records)
{
    return (RecordCounts){records->places.count, records->offices.count, records->people.count,
                          records->sources.count};
}

/* Moves each item from `before` on that has the id of an earlier one to its place, and closes the
 * gap. Every kind of record begins with its id. */
static uint32_t override_items(void *items, size_t size, uint32_t before, uint32_t count)
{
    char *bytes = items;
    uint32_t kept = before;
    for (uint32_t i = before; i < count; i++) {
        const Written *id = (const Written *)(bytes + i * size);
        uint32_t old = 0;
        while (old < before && !view_equal(((const Written *)(bytes + old * size))->text, id->text))
            old++;
        memmove(bytes + (old < before ? old : kept++) * size, bytes + i * size, size);
    }
    return kept;
}

/* Only the tenures that an office still has, each with its office. */
static void gather_tenures(Records *records)
{
    TenureRecord *items = records->tenures.items;
    uint32_t count = records->tenures.count;
    for (uint32_t i = 0; i < count; i++)
        items[i].office = NONE;
    for (uint32_t o = 0; o < records->offices.count; o++) {
        Range range = records->offices.items[o].tenures;
        for (uint32_t i = range.first; i < range.first + range.count; i++)
            items[i].office = o;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (items[i].office == NONE)
            continue;
        Range *range = &records->offices.items[items[i].office].tenures;
        if (i == range->first)
            range->first = kept;
        items[kept++] = items[i];
    }
    records->tenures.count = kept;
}

void records_override(Records *records, RecordCounts before)
{
    records->places.count = override_items(records->places.items, sizeof(PlaceRecord),
                                           before.places, records->places.count);
    records->offices.count = override_items(records->offices.items, sizeof(OfficeRecord),
                                            before.offices, records->offices.count);
    records->people.count = override_items(records->people.items, sizeof(PersonRecord),
                                           before.people, records->people.count);
    records->sources.count = override_items(records->sources.items, sizeof(SourceRecord),
                                            before.sources, records->sources.count);
    gather_tenures(records);
}
