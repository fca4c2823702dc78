/* The only place that asks what day and what time it is. */
#include "cli/cli.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

/* Reports of one build or one test are to be the same tomorrow. */
static bool fixed_time(const char *text, struct tm *out)
{
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    time_t time = (time_t)seconds;
    return *text && !*end && !errno && seconds >= 0 && gmtime_r(&time, out);
}

bool today_read(char out[TODAY_SIZE])
{
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    time_t now = time(NULL);
    struct tm day;
    bool known = fixed ? fixed_time(fixed, &day) : localtime_r(&now, &day) != NULL;
    if (known && strftime(out, TODAY_SIZE, "%Y-%m-%d", &day) == TODAY_SIZE - 1)
        return true;
    if (fixed)
        complain("SOURCE_DATE_EPOCH is \"%s\", expected seconds since 1970", fixed);
    else
        complain("the clock tells no date; use --date");
    return false;
}

int64_t clock_milliseconds(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}
