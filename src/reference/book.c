/* Looking things up in the book, whose records may have been altered since they were written. */
#include "reference/book.h"

#include <string.h>

#include "base/unicode.h"

enum { PREDECESSORS_MOST = 32 }; /* of one office, with theirs: most took over from none */

View book_text(const Book *book, Text text)
{
    if (text.off > book->string_bytes || text.len > book->string_bytes - text.off ||
        text.len > INT32_MAX)
        return (View){0};
    View view = {book->strings + text.off, text.len};
    return utf8_valid(view) ? view : (View){0};
}

/* --- records --- */

static bool range_lies(Range range, uint32_t count)
{
    return range.first <= count && range.count <= count - range.first;
}

static bool days_lie(Day first, Day last)
{
    return DAY_MIN <= first && first <= last && last <= DAY_MAX;
}

static bool date_lies(Date date)
{
    return days_lie(date.first, date.last) || (!date_known(date) && date.last == DAY_NONE);
}

const Place *place_proved(const Book *book, uint32_t index)
{
    static const Place none = {.parent = NONE};
    if (index >= book->place_count)
        return &none;
    const Place *place = &book->places[index];
    bool lies = range_lies(place->has_no, book->kind_list_count) &&
                range_lies(place->dated, book->dated_count);
    if (!lies)
        return &none;
    proof_add(book->proofs.places, index);
    return place;
}

const Office *office_proved(const Book *book, uint32_t index)
{
    static const Office none = {.place = NONE, .kind = NONE, .as_of = {DAY_NONE, DAY_NONE}};
    if (index >= book->office_count)
        return &none;
    const Office *office = &book->offices[index];
    bool lies = date_lies(office->as_of) && range_lies(office->complete, book->span_count) &&
                range_lies(office->tenures, book->tenure_count) &&
                range_lies(office->excludes, book->office_list_count) &&
                range_lies(office->successors, book->office_list_count) &&
                range_lies(office->predecessors, book->office_list_count) &&
                range_lies(office->dated, book->dated_count);
    if (!lies)
        return &none;
    proof_add(book->proofs.offices, index);
    return office;
}

const Person *person_proved(const Book *book, uint32_t index)
{
    static const Person none = {.born = {DAY_NONE, DAY_NONE}, .died = {DAY_NONE, DAY_NONE}};
    if (index >= book->person_count)
        return &none;
    const Person *person = &book->people[index];
    bool lies = date_lies(person->born) && date_lies(person->died) &&
                range_lies(person->tenures, book->person_tenure_count) &&
                range_lies(person->parties, book->dated_count);
    if (!lies)
        return &none;
    proof_add(book->proofs.people, index);
    return person;
}

/* The compiler lets no tenure begin or be vouched for at no time, nor end before it begins. */
const Tenure *tenure_proved(const Book *book, uint32_t index)
{
    static const Tenure none = {
        .person = NONE, .office = NONE, .flags = TENURE_UNCONFIRMED, .state = NONE};
    if (index >= book->tenure_count)
        return &none;
    const Tenure *tenure = &book->tenures[index];
    bool lies = days_lie(tenure->from.first, tenure->from.last) &&
                days_lie(tenure->as_of.first, tenure->as_of.last) && date_lies(tenure->to) &&
                (!date_known(tenure->to) || tenure->from.first <= tenure->to.last) &&
                range_lies(tenure->sources, book->source_list_count);
    if (!lies)
        return &none;
    proof_add(book->proofs.tenures, index);
    return tenure;
}

const Title *title_at(const Book *book, uint32_t index)
{
    static const Title none = {.kind = NONE};
    const Title *title = index < book->title_count ? &book->titles[index] : &none;
    return range_lies(title->offices, book->title_office_count) ? title : &none;
}

const Source *source_at(const Book *book, uint32_t index)
{
    static const Source none = {0};
    return index < book->source_count ? &book->sources[index] : &none;
}

const CompleteSpan *span_at(const Book *book, uint32_t index)
{
    static const CompleteSpan none = {DAY_MAX, DAY_MAX};
    const CompleteSpan *span = index < book->span_count ? &book->spans[index] : &none;
    return days_lie(span->from, span->as_of) ? span : &none;
}

const DatedName *dated_at(const Book *book, uint32_t index)
{
    static const DatedName none = {.from = {DAY_NONE, DAY_NONE}, .to = {DAY_NONE, DAY_NONE}};
    const DatedName *dated = index < book->dated_count ? &book->dated[index] : &none;
    return date_lies(dated->from) && date_lies(dated->to) ? dated : &none;
}

View kind_at(const Book *book, uint32_t index)
{
    return index < book->kind_count ? book_text(book, book->kinds[index]) : (View){0};
}

bool office_is_kind(const Book *book, uint32_t office, View kind)
{
    uint32_t index = office_kind(book, office);
    Text id = index < book->kind_count ? book->kinds[index] : (Text){0};
    return id.len == kind.len && id.off <= book->string_bytes &&
           id.len <= book->string_bytes - id.off &&
           memcmp(book->strings + id.off, kind.at, kind.len) == 0;
}

bool office_leads(const Book *book, uint32_t office)
{
    return office_is_kind(book, office, VIEW("president")) ||
           office_is_kind(book, office, VIEW("head-of-government"));
}

bool office_is_of_body(const Book *book, uint32_t office)
{
    return office_is_kind(book, office, VIEW("central-bank")) ||
           office_is_kind(book, office, VIEW("party-leader")) ||
           office_is_kind(book, office, VIEW("chamber"));
}

/* --- names of a time --- */

Date tenure_time(const Tenure *tenure)
{
    return date_known(tenure->to) ? tenure->to : tenure->as_of;
}

bool dated_covers(const DatedName *dated, Date when)
{
    return (!date_known(dated->from) || dated->from.last <= when.first) &&
           (!date_known(dated->to) || when.last <= dated->to.first);
}

View tenure_party(const Book *book, const Tenure *tenure)
{
    Range parties = person_at(book, tenure->person)->parties;
    if (tenure->party.len)
        return book_text(book, tenure->party);
    for (uint32_t i = 0; i < parties.count; i++) {
        const DatedName *party = dated_at(book, parties.first + i);
        if (dated_covers(party, tenure->from) && dated_covers(party, tenure_time(tenure)))
            return book_text(book, party->name);
    }
    return (View){0};
}

/* A name proper without dates was always in use. */
static View name_then(const Book *book, Text own, Range dated, Date when)
{
    if (!dated.count || !date_known(when) || !(dated_at(book, dated.first)->flags & DATED_OWN))
        return book_text(book, own);
    for (uint32_t i = 0; i < dated.count; i++)
        if (dated_covers(dated_at(book, dated.first + i), when))
            return book_text(book, dated_at(book, dated.first + i)->name);
    return book_text(book, own);
}

View book_title(const Book *book, uint32_t office, Date when)
{
    return name_then(book, office_at(book, office)->title, office_at(book, office)->dated, when);
}

View book_place_name(const Book *book, uint32_t place, Date when)
{
    return name_then(book, place_at(book, place)->name, place_at(book, place)->dated, when);
}

/* --- looking up --- */

uint32_t book_place(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->place_count; i++)
        if (view_equal(book_text(book, book->places[i].id), id))
            return i;
    return NONE;
}

uint32_t book_office(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->office_count; i++)
        if (view_equal(book_text(book, book->offices[i].id), id))
            return i;
    return NONE;
}

uint32_t book_person(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->person_count; i++)
        if (view_equal(book_text(book, book->people[i].id), id))
            return i;
    return NONE;
}

uint32_t book_kind(const Book *book, View id)
{
    for (uint32_t i = 0; i < book->kind_count; i++)
        if (view_equal(book_text(book, book->kinds[i]), id))
            return i;
    return NONE;
}

bool book_took_over(const Book *book, uint32_t office, uint32_t other)
{
    uint32_t met[PREDECESSORS_MOST] = {office}, count = 1;
    for (uint32_t at = 0; at < count; at++) {
        Range before = office_at(book, met[at])->predecessors;
        for (uint32_t i = 0; i < before.count && count < PREDECESSORS_MOST; i++) {
            met[count] = book->office_list[before.first + i];
            if (met[count++] == other)
                return true;
        }
    }
    return false;
}

bool book_lacks(const Book *book, uint32_t place, uint32_t kind)
{
    Range lacking = place_at(book, place)->has_no;
    for (uint32_t i = 0; i < lacking.count; i++)
        if (book->kind_list[lacking.first + i] == kind)
            return true;
    return false;
}

const CompleteSpan *book_complete(const Book *book, uint32_t office, Day from, Day to)
{
    Range range = office_at(book, office)->complete;
    for (uint32_t i = 0; i < range.count; i++) {
        const CompleteSpan *span = span_at(book, range.first + i);
        if (span->from <= from && to <= span->as_of)
            return span;
    }
    return NULL;
}
