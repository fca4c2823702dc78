/* Paths. Tests: tests/unit/source/format.c. */
#include "source/format.h"

#include <string.h>

SourceFormat source_format_of(View path)
{
    static const struct {
        const char *ending;
        SourceFormat format;
    } endings[] = {{".md", SOURCE_MARKDOWN},   {".markdown", SOURCE_MARKDOWN},
                   {".html", SOURCE_HTML},     {".htm", SOURCE_HTML},
                   {".ndjson", SOURCE_NDJSON}, {".jsonl", SOURCE_NDJSON}};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        View ending = view_of(endings[i].ending);
        if (path.len >= ending.len &&
            view_equal_fold(view_slice(path, path.len - ending.len, path.len), ending))
            return endings[i].format;
    }
    return SOURCE_TEXT;
}

static bool is_digit(View text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

/* A day written at a place of the path, with no digit before or after it. */
static bool read_day(View path, size_t at, Date *out)
{
    char day[10];
    if ((at > 0 && is_digit(path, at - 1)) || is_digit(path, at + sizeof day))
        return false;
    memcpy(day, path.at + at, sizeof day);
    if (day[4] == '/' && day[7] == '/')
        day[4] = day[7] = '-';
    Date date;
    if (!date_parse((View){day, sizeof day}, &date))
        return false;
    int year = day_year(date.first);
    if (year < 1900 || year > 2100)
        return false;
    *out = date;
    return true;
}

Date path_date(View path)
{
    Date date = DATE_NONE;
    for (size_t end = path.len; end >= 10; end--)
        if (read_day(path, end - 10, &date))
            return date;
    return date;
}

void document_begin(Document *document, View path, View bytes)
{
    *document = (Document){.name = path, .has_name = true, .date = path_date(path)};
    document->original[PART_TEXT] = bytes;
    document->date_source = date_known(document->date) ? DATE_FROM_FILE_NAME : DATE_FROM_NONE;
}
