/* Days and dates. A day is a number; a date may be known only to the month or the year, and is then
 * the pair of its earliest and latest day. Nothing here reads the clock.
 */
#ifndef STET_BASE_DATE_H
#define STET_BASE_DATE_H

#include "base/view.h"

typedef int32_t Day; /* days since 1970-01-01, proleptic Gregorian; years 1 to 9999 */

#define DAY_NONE INT32_MIN
#define DAY_MIN (-719162) /* 0001-01-01 */
#define DAY_MAX 2932896   /* 9999-12-31 */

typedef struct Date {
    Day first; /* earliest day it can be; DAY_NONE: no date */
    Day last;  /* latest day it can be */
} Date;

#define DATE_NONE ((Date){DAY_NONE, DAY_NONE})

static inline bool date_known(Date date)
{
    return date.first != DAY_NONE;
}

bool day_exists(int year, int month, int day);
Day day_of(int year, int month, int day); /* a day that exists, asserted */
Date month_of(int year, int month);       /* all its days */
void day_split(Day day, int *year, int *month, int *dom);
int day_year(Day day);
Date date_year_before(Date date); /* the same days of the year before */

/* "2025", "2025-02", "2025-02-13", nothing else. False leaves `out` alone. */
bool date_parse(View text, Date *out);

/* The same, but also takes a time after a whole day: "2025-02-13T08:00:00+01:00",
 * "2025-02-13 08:00" (front matter, metadata); the day as written counts, time and zone do not. */
bool date_parse_stamp(View text, Date *out);

/* As written in YAML: "2025", "2025-02", "2025-02-13"; a range that is none of these as
 * "FIRST..LAST". */
View date_text(Arena *arena, Date date);

/* The same of a date that is known, for text that is written as it comes; how many bytes. */
enum { DATE_MOST = sizeof "2025-02-13..2025-03-04" - 1 };
size_t date_put(char to[DATE_MOST], Date date);

/* How a date is written for people: "13 February 2025", "February 13, 2025". */
typedef enum DateStyle { DATES_DAY_MONTH, DATES_MONTH_DAY } DateStyle;

/* For people: "13 February 2025", "February 2025", "2025", "13 February 2025 to 4 March 2025". */
View date_words(Arena *arena, Date date, DateStyle style);

/* The same of a date that is known; how many bytes. */
enum { DATE_WORDS_MOST = sizeof "13 September 2025 to 14 September 2025,," - 1 };
size_t date_put_words(char to[DATE_WORDS_MOST], Date date, DateStyle style);

#endif
