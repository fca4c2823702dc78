/* "Trump's secretary of state, Rex Tillerson": whose officeholder somebody is says when. In: the
 * tag of the person before the possessive ("under Obama" and "the Obama years" are like it). Out:
 * the spans of days over which he, or whoever else may be meant by the name, held an office that
 * only one person has. Tests: tests/golden/passages/leaders.txt. */
#include <string.h>

#include "extract/extractor.h"

enum { CHANGE_DAYS = 5 /* at both ends: who left with the one before was not his */ };

/* Up to the article's day, where he still holds it; else as long as somebody vouches for it. */
static Date term_of(const Tenure *tenure, Date today)
{
    Day last = date_known(tenure->to) ? tenure->to.last : tenure->as_of.last;
    if (!date_known(tenure->to) && date_known(today) && last < today.last)
        last = today.last;
    return (Date){tenure->from.first + CHANGE_DAYS, last - CHANGE_DAYS};
}

/* Of offices that lead a country, or of others. */
static void add_terms(const Extractor *extractor, const Tag *leader, bool country, DateList *terms)
{
    const Book *book = extractor->book;
    for (uint32_t p = 0; p < leader->ids.count; p++) {
        Range tenures = person_at(book, leader->ids.items[p])->tenures;
        for (uint32_t i = 0; i < tenures.count; i++) {
            const Tenure *tenure = tenure_at(book, book->person_tenures[tenures.first + i]);
            Date term = term_of(tenure, extractor->document->date);
            if (office_at(book, tenure->office)->seats == 1 && term.first <= term.last &&
                office_leads(book, tenure->office) == country)
                *arena_push(extractor->arena, terms) = term;
        }
    }
}

static bool is_person(const Tags *tags, uint32_t at)
{
    return tags->letters[at] == 'P' || tags->letters[at] == 'N';
}

/* "under Obama", "under Prime Minister Tony Blair" */
static bool stands_under(const Tags *tags, uint32_t at)
{
    while (at && letter_in(tags->letters[at - 1], "aehSALYOm'"))
        at--;
    return at && tags->letters[at - 1] == 'U';
}

/* "the Obama administration", "Angela Merkel's chancellorship" */
static bool has_reign(const Tags *tags, uint32_t at)
{
    uint32_t next = at + 1 < tags->count && tags->letters[at + 1] == '\'' ? at + 2 : at + 1;
    return next < tags->count &&
           sights_has_word(&tags->sights, tags->items[next].first, WORD_REIGN);
}

void add_reigns(const Extractor *extractor, DateList *times)
{
    const Tags *tags = &extractor->tags;
    bool reign = sight_words(tags->sights.kinds) >> WORD_REIGN & 1;
    if (!tags->count || (!reign && !memchr(tags->letters, 'U', tags->count)))
        return; /* most sentences */
    for (uint32_t i = 0; i < tags->count; i++) {
        DateList terms = {0};
        if (!is_person(tags, i) || !(stands_under(tags, i) || (reign && has_reign(tags, i))) ||
            !find_terms(extractor, &tags->items[i], &terms))
            continue;
        for (uint32_t t = 0; t < terms.count; t++)
            *arena_push(extractor->arena, times) = terms.items[t];
    }
}

/* A name of nobody who was named before is a leader's, or perhaps a town's or a firm's ("Oxford's
 * chancellor"). */
bool find_terms(const Extractor *extractor, const Tag *leader, DateList *out)
{
    bool named = extractor->tags.letters[leader - extractor->tags.items] == 'P';
    DateList terms = {0};
    add_terms(extractor, leader, true, &terms);
    if (!terms.count && named)
        add_terms(extractor, leader, false, &terms);
    if (!terms.count || terms.count > LEADER_TERMS)
        return false;
    *out = terms;
    return true;
}
