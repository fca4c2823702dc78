/* One line of NDJSON. Its "text" and "title" are the originals, not the line: positions count in
 * what the sender put in. Tests: tests/unit/source/record.c. */
#include "source/document.h"

#include "base/json.h"
#include "source/lines.h"
#include "source/plain.h"

enum { FIELD_ID, FIELD_DATE, FIELD_TITLE, FIELD_TEXT, FIELD_COUNT };

/* A title is one block, whatever line breaks it holds. */
static void write_title(Draft *draft)
{
    View title = draft->document->original[PART_TITLE];
    LineReader reader = lines_of(title, view_starts(title, BYTE_ORDER_MARK) ? 3 : 0);
    Line line;
    size_t end = 0; /* of the newest line with text */
    draft_open(draft, BLOCK_TITLE, PART_TITLE);
    while (lines_next(&reader, &line)) {
        View text = view_trim(view_slice(title, line.from, line.to));
        if (!text.len)
            continue;
        size_t from = (size_t)(text.at - title.at);
        if (end)
            draft_break(draft, end, from);
        draft_copy(draft, from, from + text.len);
        end = from + text.len;
    }
    draft_close(draft);
}

static void write_record(Arena *arena, Document *out)
{
    Draft draft;
    draft_begin(&draft, arena, out);
    draft.valid = true; /* as JSON is */
    plain_read(&draft, PART_TEXT, false);
    write_title(&draft);
    draft_finish(&draft);
}

bool source_read_record(Arena *arena, View path, uint32_t line, View bytes, Document *out,
                        Troubles *troubles)
{
    JsonField fields[FIELD_COUNT] = {[FIELD_ID] = {.key = "id"},
                                     [FIELD_DATE] = {.key = "date"},
                                     [FIELD_TITLE] = {.key = "title"},
                                     [FIELD_TEXT] = {.key = "text"}};
    uint32_t before = troubles->count;
    if (view_starts(bytes, BYTE_ORDER_MARK))
        bytes = view_slice(bytes, BYTE_ORDER_MARK.len, bytes.len);
    if (json_read_fields(arena, path, bytes, fields, FIELD_COUNT, troubles) &&
        !fields[FIELD_TEXT].present)
        trouble_add(troubles, path, line, 0, "no \"text\", expected an article's text");

    Date date = DATE_NONE;
    if (fields[FIELD_DATE].text.len && !date_parse_stamp(fields[FIELD_DATE].text, &date))
        trouble_add(troubles, path, line, 0, "\"%.*s\" is no date, expected YYYY-MM-DD",
                    VIEW_ARG(fields[FIELD_DATE].text));
    for (uint32_t i = before; i < troubles->count; i++)
        troubles->items[i].line = line; /* a record is one line of its stream */

    *out = (Document){.name = fields[FIELD_ID].text,
                      .has_name = fields[FIELD_ID].present,
                      .date = date,
                      .date_source = date_known(date) ? DATE_FROM_RECORD : DATE_FROM_NONE};
    if (troubles->count > before)
        return false;
    out->original[PART_TEXT] = fields[FIELD_TEXT].text;
    out->original[PART_TITLE] = fields[FIELD_TITLE].text;
    write_record(arena, out);
    return true;
}
