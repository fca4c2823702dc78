/* Finds the dates that a sentence gives. Tests: tests/unit/extract/when.c. */
#include "extract/when.h"

#include "extract/lookup.h"

enum { COMING_DAYS = 45 }; /* so far ahead a day without a year is looked forward to */

/* A number of one or two, or of four digits, as a token; 0 where it is none. */
static int number_at(const Tokens *tokens, uint32_t at, uint32_t end)
{
    if (at >= end || tokens->items[at].kind != TOKEN_NUMBER)
        return 0;
    View text = token_text(tokens, at);
    int number = 0;
    for (size_t i = 0; i < text.len && text.len <= 4; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return 0;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

static int year_at(const Tokens *tokens, uint32_t at, uint32_t end)
{
    int number = number_at(tokens, at, end);
    return number >= 1700 && number <= 2100 ? number : 0;
}

static int month_at(const Grammar *grammar, const Tokens *tokens, uint32_t at, uint32_t end)
{
    LexiconHit hit = lookup_longest(&grammar->words, tokens, at, end, WORD_MONTH);
    const LexiconEntry *entry = lookup_entry(&grammar->words, tokens, hit, at, WORD_MONTH);
    return entry ? (int)entry->id : 0;
}

/* "2015: the minister resigns", "May 2015 - ..." */
static bool leads_entry(const Tokens *tokens, uint32_t at)
{
    static const char *const marks[] = {":", "-", "\u2013", "\u2014"};
    for (size_t i = 0; at + 1 < tokens->count && i < sizeof marks / sizeof *marks; i++)
        if (token_is(tokens, at + 1, marks[i]))
            return true;
    return false;
}

/* "She recalled 1994, when ..." */
static bool leads_clause(const Tokens *tokens, uint32_t at)
{
    uint32_t next = at + 1 < tokens->count && token_is(tokens, at + 1, ",") ? at + 2 : at + 1;
    return next < tokens->count && token_is(tokens, next, "when");
}

/* "the summer of 2015", "at the end of 2015" */
static bool has_season(const Tokens *tokens, uint32_t at, uint32_t first)
{
    static const char *const seasons[] = {"spring", "summer", "autumn",    "fall",
                                          "winter", "end",    "beginning", "start"};
    for (size_t i = 0; at >= first + 2 && i < sizeof seasons / sizeof *seasons; i++)
        if (token_is(tokens, at - 1, "of") && token_is(tokens, at - 2, seasons[i]))
            return true;
    return false;
}

/* A year or month alone is a date after a word of time, before an entry or before "when", not in
 * "1,200 of 2000 people". */
static bool year_stands(const Tokens *tokens, uint32_t at, uint32_t first)
{
    static const char *const words[] = {"in",   "In",  "since",  "Since", "until", "Until",
                                        "by",   "By",  "during", "from",  "From",  "early",
                                        "late", "mid", "before", "after", "After", "Before"};
    if (at == first || (at == first + 1 && !(tokens->items[first].kind == TOKEN_WORD)))
        return leads_entry(tokens, at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (token_is(tokens, at - 1, words[i]))
            return true;
    return leads_clause(tokens, at) || has_season(tokens, at, first);
}

/* "50 years ago": that year. */
static Date years_ago(const Tokens *tokens, uint32_t at, uint32_t end, Date now)
{
    int number = number_at(tokens, at, end);
    if (!number || !date_known(now) || number >= day_year(now.last) || at + 2 >= end ||
        !token_is(tokens, at + 1, "years") || !token_is(tokens, at + 2, "ago"))
        return DATE_NONE;
    int year = day_year(now.last) - number;
    return (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
}

static Date day_date(int year, int month, int day)
{
    Day number = day_of(year, month, day);
    return (Date){number, number};
}

/* The last such day (0: the whole month) up to now; but a day that comes within weeks is the coming
 * one. */
static Date last_before(int month, int day, Date now)
{
    if (!date_known(now))
        return DATE_NONE;
    int this_year = day_year(now.last);
    for (int year = this_year; day && year <= this_year + 1; year++)
        if (day_exists(year, month, day) && day_of(year, month, day) > now.last &&
            day_of(year, month, day) <= now.last + COMING_DAYS)
            return day_date(year, month, day);
    for (int year = day_year(now.last); year > day_year(now.last) - 5; year--) {
        if (day && !day_exists(year, month, day))
            continue;
        Date date = day ? day_date(year, month, day) : month_of(year, month);
        if (date.first <= now.last)
            return date;
    }
    return DATE_NONE;
}

/* A date with a month's name at `at`: "March 5, 2013", "March 2013", "5 March 2013", and the same
 * without a year. */
static Date month_date(const Grammar *grammar, const Tokens *tokens, uint32_t at,
                       const Sentence *sentence, Date now)
{
    uint32_t end = sentence->first + sentence->count;
    int month = month_at(grammar, tokens, at, end);
    if (!month)
        return DATE_NONE;
    int year = year_at(tokens, at + 1, end);
    int before = at > sentence->first ? number_at(tokens, at - 1, end) : 0;
    if (year)
        return day_exists(year, month, before) ? day_date(year, month, before)
                                               : month_of(year, month);
    int day = number_at(tokens, at + 1, end);
    uint32_t after = at + 2 < end && token_is(tokens, at + 2, ",") ? at + 3 : at + 2;
    year = year_at(tokens, after, end);
    if (year)
        return day_exists(year, month, day) ? day_date(year, month, day) : DATE_NONE;
    if (!day)
        day = before;
    if (day ? day > 31 : !year_stands(tokens, at, sentence->first))
        return DATE_NONE;
    return last_before(month, day, now);
}

void find_dates(Arena *arena, const Grammar *grammar, const Tokens *tokens,
                const Sentence *sentence, bool months, Date now, DateList *dates)
{
    uint32_t end = sentence->first + sentence->count;
    for (uint32_t at = sentence->first; at < end; at++) {
        const Token *token = &tokens->items[at];
        Date date = DATE_NONE;
        if (token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL && months) {
            date = month_date(grammar, tokens, at, sentence, now);
        } else if (token->kind == TOKEN_NUMBER) {
            int year = year_at(tokens, at, end);
            if (year && year_stands(tokens, at, sentence->first))
                date = (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
            else if (!year)
                date = years_ago(tokens, at, end, now);
        }
        if (date_known(date))
            *arena_push(arena, dates) = date;
    }
}

/* "the 2016 vote", "the summer of 2016" */
static bool year_belongs(const Tokens *tokens, uint32_t at, uint32_t first)
{
    static const char *const words[] = {"the", "The", "of",   "'s",     "his",    "her", "its",
                                        "a",   "A",   "this", "spring", "summer", "fall"};
    for (size_t i = 0; at > first && i < sizeof words / sizeof *words; i++)
        if (token_is(tokens, at - 1, words[i]))
            return true;
    return false;
}

void find_years(Arena *arena, const Tokens *tokens, const Sentence *sentence, bool heading,
                DateList *dates)
{
    uint32_t end = sentence->first + sentence->count;
    for (uint32_t at = sentence->first; at < end; at++) {
        int year = tokens->items[at].kind == TOKEN_NUMBER ? year_at(tokens, at, end) : 0;
        if (year && (heading || year_belongs(tokens, at, sentence->first)))
            *arena_push(arena, dates) = (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
    }
}

Date date_of_tokens(Arena *arena, const Grammar *grammar, const Tokens *tokens, uint32_t first,
                    uint32_t end, Date now)
{
    int year = end == first + 1 ? year_at(tokens, first, end) : 0;
    if (year)
        return (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
    if (!first) /* the word of time before it is looked at, too */
        return DATE_NONE;
    DateList dates = {0};
    Sentence words = {.first = first - 1, .count = end - first + 1};
    find_dates(arena, grammar, tokens, &words, true, now, &dates);
    return dates.count == 1 ? dates.items[0] : DATE_NONE;
}
