/* Civil dates. The day count is the algorithm "days from civil" of Howard Hinnant's
 * "chrono-Compatible Low-Level Date Algorithms". Tests: tests/unit/base/date.c. */
#include "base/date.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"

static const char *const months[] = {"January",   "February", "March",    "April",
                                     "May",       "June",     "July",     "August",
                                     "September", "October",  "November", "December"};

static int month_length(int year, int month)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return lengths[month - 1] + (month == 2 && leap);
}

bool day_exists(int year, int month, int day)
{
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= month_length(year, month);
}

Date month_of(int year, int month)
{
    return (Date){day_of(year, month, 1), day_of(year, month, month_length(year, month))};
}

Day day_of(int year, int month, int day)
{
    assert(day_exists(year, month, day));
    int y = month <= 2 ? year - 1 : year; /* years begin in March */
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

void day_split(Day day, int *year, int *month, int *dom)
{
    assert(day >= DAY_MIN && day <= DAY_MAX);
    int shifted = day + 719468;
    int era = shifted / 146097;
    int day_of_era = shifted - era * 146097;
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    *dom = day_of_year - (153 * march_month + 2) / 5 + 1;
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
    *year = year_of_era + era * 400 + (*month <= 2);
}

int day_year(Day day)
{
    int year, month, dom;
    day_split(day, &year, &month, &dom);
    return year;
}

static Day year_before(Day day)
{
    int year, month, dom;
    day_split(day, &year, &month, &dom);
    if (year == 1)
        return DAY_MIN;
    return day_of(year - 1, month, day_exists(year - 1, month, dom) ? dom : dom - 1);
}

Date date_year_before(Date date)
{
    return (Date){year_before(date.first), year_before(date.last)};
}

/* Exactly `count` digits at `at`; -1 where they are not. */
static int digits(View text, size_t at, size_t count)
{
    int number = 0;
    if (at + count > text.len)
        return -1;
    for (size_t i = at; i < at + count; i++) {
        if (text.at[i] < '0' || text.at[i] > '9')
            return -1;
        number = number * 10 + (text.at[i] - '0');
    }
    return number;
}

bool date_parse(View text, Date *out)
{
    int year = digits(text, 0, 4);
    if (year < 1)
        return false;
    if (text.len == 4) {
        *out = (Date){day_of(year, 1, 1), day_of(year, 12, 31)};
        return true;
    }
    int month = text.at[4] == '-' ? digits(text, 5, 2) : -1;
    if (month < 1 || month > 12)
        return false;
    if (text.len == 7) {
        *out = month_of(year, month);
        return true;
    }
    int day = text.len == 10 && text.at[7] == '-' ? digits(text, 8, 2) : -1;
    if (day < 1 || day > month_length(year, month))
        return false;
    *out = (Date){day_of(year, month, day), day_of(year, month, day)};
    return true;
}

/* Whether "T08:00", or the same after a blank, stands at `at`. */
static bool is_time(View text, size_t at)
{
    return text.len >= at + 6 && (text.at[at] == 'T' || text.at[at] == 't' || text.at[at] == ' ') &&
           digits(text, at + 1, 2) >= 0 && text.at[at + 3] == ':' && digits(text, at + 4, 2) >= 0;
}

bool date_parse_stamp(View text, Date *out)
{
    if (is_time(text, 10))
        text.len = 10;
    return date_parse(text, out);
}

/* How much of a date is known: 3 the day, 2 the month, 1 the year, 0 a range of another shape. */
static int precision(Date date)
{
    assert(date.first <= date.last);
    int y1, m1, d1, y2, m2, d2;
    if (date.first == date.last)
        return 3;
    day_split(date.first, &y1, &m1, &d1);
    day_split(date.last, &y2, &m2, &d2);
    if (y1 != y2 || d1 != 1 || d2 != month_length(y2, m2))
        return 0;
    return m1 == m2 ? 2 : m1 == 1 && m2 == 12 ? 1 : 0;
}

/* "2025-02-13" */
static void put_iso(char *to, Day date)
{
    int year, month, day;
    day_split(date, &year, &month, &day);
    decimal_put_four(to, (uint32_t)year);
    to[4] = to[7] = '-';
    decimal_put_two(to + 5, (uint32_t)month);
    decimal_put_two(to + 8, (uint32_t)day);
}

size_t date_put(char to[DATE_MOST], Date date)
{
    static const size_t lengths[] = {0, 4, 7, 10}; /* cut behind the year or the month */
    int known = precision(date);
    put_iso(to, date.first);
    if (known)
        return lengths[known];
    memcpy(to + lengths[3], "..", 2);
    put_iso(to + lengths[3] + 2, date.last);
    return DATE_MOST;
}

View date_text(Arena *arena, Date date)
{
    char text[DATE_MOST];
    return date_known(date) ? view_copy(arena, (View){text, date_put(text, date)}) : (View){0};
}

/* "13", without a zero before it; where it ends. */
static char *put_number(char *to, int number)
{
    return to + decimal_put(to, (uint64_t)number);
}

static char *put_text(char *to, const char *text)
{
    while (*text)
        *to++ = *text++;
    return to;
}

/* A range is of no known precision; its ends are days. */
static char *put_words(char *to, Date date, DateStyle style)
{
    int year, month, day;
    int known = precision(date);
    day_split(date.first, &year, &month, &day);
    switch (known) {
    case 3:
    case 2:
        if (known == 3 && style != DATES_MONTH_DAY) {
            to = put_number(to, day);
            *to++ = ' ';
        }
        to = put_text(to, months[month - 1]);
        if (known == 3 && style == DATES_MONTH_DAY) {
            *to++ = ' ';
            to = put_number(to, day);
            *to++ = ',';
        }
        *to++ = ' ';
        return put_number(to, year);
    case 1:
        return put_number(to, year);
    default:
        to = put_words(to, (Date){date.first, date.first}, style);
        to = put_text(to, " to ");
        return put_words(to, (Date){date.last, date.last}, style);
    }
}

size_t date_put_words(char to[DATE_WORDS_MOST], Date date, DateStyle style)
{
    return (size_t)(put_words(to, date, style) - to);
}

View date_words(Arena *arena, Date date, DateStyle style)
{
    char text[DATE_WORDS_MOST];
    return date_known(date) ? view_copy(arena, (View){text, date_put_words(text, date, style)})
                            : (View){0};
}
