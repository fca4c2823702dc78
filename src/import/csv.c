/* CSV. Tests: tests/unit/import/csv.c. */
#include "import/csv.h"

#include "base/buffer.h"

/* A field in quotes, in which two stand for one. False where they do not close. */
static bool quoted_field(Csv *csv, View *out)
{
    Buffer text = {0};
    bool closed = false;
    csv->at++;
    while (csv->at < csv->bytes.len && !closed) {
        char byte = csv->bytes.at[csv->at++];
        csv->next += byte == '\n';
        bool twice = byte == '"' && csv->at < csv->bytes.len && csv->bytes.at[csv->at] == '"';
        closed = byte == '"' && !twice;
        csv->at += twice;
        if (!closed)
            buffer_add_byte(&text, byte);
    }
    *out = view_copy(csv->arena, buffer_view(&text));
    buffer_free(&text);
    return closed;
}

static View plain_field(Csv *csv)
{
    size_t start = csv->at;
    while (csv->at < csv->bytes.len && csv->bytes.at[csv->at] != ',' &&
           csv->bytes.at[csv->at] != '\n')
        csv->at++;
    return view_slice(csv->bytes, start, csv->at);
}

/* The fields of one line; there is at least one. False where quotes do not close. */
static bool read_fields(Csv *csv, View *fields, uint32_t most, uint32_t *count)
{
    *count = 0;
    csv->line = csv->next;
    for (;;) {
        View field = {0};
        bool closed = true;
        if (csv->at < csv->bytes.len && csv->bytes.at[csv->at] == '"')
            closed = quoted_field(csv, &field);
        else
            field = plain_field(csv);
        if (!closed)
            return false;
        if (*count < most)
            fields[*count] = view_trim(field);
        ++*count;
        while (csv->at < csv->bytes.len && csv->bytes.at[csv->at] != ',' &&
               csv->bytes.at[csv->at] != '\n')
            csv->at++; /* a carriage return, or what stands behind a quote */
        if (csv->at == csv->bytes.len)
            return true;
        if (csv->bytes.at[csv->at++] == '\n') {
            csv->next++;
            return true;
        }
    }
}

bool csv_open(Csv *csv, Arena *arena, View path, View bytes, Troubles *troubles)
{
    enum { MOST_COLUMNS = 256 };
    *csv = (Csv){.arena = arena, .path = path, .bytes = bytes, .next = 1};
    if (view_starts(bytes, VIEW("\xEF\xBB\xBF")))
        csv->at = 3;
    csv->names = arena_new(arena, View, MOST_COLUMNS);
    csv->fields = arena_new(arena, View, MOST_COLUMNS);
    bool read = read_fields(csv, csv->names, MOST_COLUMNS, &csv->count);
    if (read && csv->count <= MOST_COLUMNS && csv->names[0].len)
        return true;
    trouble_add(troubles, path, 1, 0, "no head line, expected the names of the columns");
    return false;
}

bool csv_next(Csv *csv, Troubles *troubles)
{
    while (csv->at < csv->bytes.len &&
           (csv->bytes.at[csv->at] == '\n' || csv->bytes.at[csv->at] == '\r'))
        csv->next += csv->bytes.at[csv->at++] == '\n';
    if (csv->at == csv->bytes.len)
        return false;
    for (uint32_t i = 0; i < csv->count; i++)
        csv->fields[i] = (View){0};
    uint32_t count;
    if (!read_fields(csv, csv->fields, csv->count, &count)) {
        trouble_add(troubles, csv->path, csv->line, 0,
                    "a field in quotes that does not end, expected a closing quote");
        return false;
    }
    if (count > csv->count) {
        trouble_add(troubles, csv->path, csv->line, 0,
                    "%u fields, expected no more than the %u of the head line", count, csv->count);
        return false;
    }
    return true;
}

static uint32_t column_of(const Csv *csv, const char *name)
{
    uint32_t column = 0;
    while (column < csv->count && !view_equal(csv->names[column], view_of(name)))
        column++;
    return column;
}

bool csv_has(const Csv *csv, const char *name)
{
    return column_of(csv, name) < csv->count;
}

View csv_field(const Csv *csv, const char *name)
{
    uint32_t column = column_of(csv, name);
    return column < csv->count ? csv->fields[column] : (View){0};
}
