/* Which tags of a sentence the groups of a construction took, or a claim, and what stands behind
 * one. Tests: the examples in rules/words/constructions.yaml. */
#include "extract/extractor.h"

Tag *group_tag(Extractor *extractor, const Construction *construction, Group group)
{
    size_t start, end;
    uint32_t number = construction->groups[group];
    if (!number || !pattern_bounds(extractor->match, number, &start, &end) || start == end)
        return NULL;
    return &extractor->tags.items[start];
}

Tag *first_group(Extractor *extractor, const Construction *construction, Group from, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        Tag *tag = group_tag(extractor, construction, (Group)(from + i));
        if (tag)
            return tag;
    }
    return NULL;
}

bool group_bounds(const Extractor *extractor, const Construction *construction, Group group,
                  size_t *start, size_t *end)
{
    for (uint32_t i = 0; i < 2; i++) {
        uint32_t number = construction->groups[group + i];
        if (number && pattern_bounds(extractor->match, number, start, end))
            return true;
    }
    return false;
}

Range group_tokens(Extractor *extractor, const Construction *construction, Group group)
{
    size_t start, end;
    uint32_t number = construction->groups[group];
    if (!number || !pattern_bounds(extractor->match, number, &start, &end) || start == end)
        return (Range){0};
    const Tag *first = &extractor->tags.items[start], *last = &extractor->tags.items[end - 1];
    return (Range){first->first, last->first + last->count - first->first};
}

TagRun span_tags(const Tags *tags, Span span)
{
    TagRun run = {0, tags->count};
    while (run.first < run.end && tags->items[run.first].span.off < span.off)
        run.first++;
    while (run.end > run.first && span_end(tags->items[run.end - 1].span) > span_end(span))
        run.end--;
    return run;
}

const PartyTag *party_behind(const Extractor *extractor, const Tag *person)
{
    size_t next = (size_t)(person - extractor->tags.items) + 1;
    return next < extractor->tags.count ? extractor->tags.items[next].party : NULL;
}
