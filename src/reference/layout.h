/* The layout: records turned into the plain arrays that the image holds, ready to be copied. */
#ifndef STET_REFERENCE_LAYOUT_H
#define STET_REFERENCE_LAYOUT_H

#include "base/buffer.h"
#include "reference/records.h"

typedef struct Layout {
    const Records *records;
    Arena *arena;
    Text version;
    Buffer strings;
    Ids texts; /* each text once; the index is its offset */
    View path; /* the newest that was laid, and where */
    Text path_text;
    Place *places;
    Office *offices;
    Person *people;
    Tenure *tenures;
    Letters *holders;
    uint32_t *person_tenures;
    uint32_t person_tenure_count;
    CompleteSpan *spans;
    uint32_t span_count;
    struct {
        DatedName *items;
        uint32_t count, capacity;
    } dated;
    Source *sources;
    IndexArray source_list;
    Text *kinds;
    IndexArray kind_list;
    IndexArray office_list;
    Title *titles;
    IndexArray title_offices;
    Date as_of;
} Layout;

/* All in `arena` but the strings: layout_free gives them back. `version` is the hash of what the
 * records were read from. */
Layout layout_make(const Records *records, const TitleRecords *titles, View version, Arena *arena);
void layout_free(Layout *layout);

#endif
