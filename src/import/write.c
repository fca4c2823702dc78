/* The lines into the bytes of files: those that the folder has, with lines put in where they
 * belong, and new ones. What stood there stays, to the byte. Tests: tests/unit/import/settle.c. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "import/desk.h"
#include "reference/patch.h"
#include "reference/succession.h"

/* A file of the folder, or a new one. */
typedef struct Sheet {
    View path;
    View bytes; /* empty: it is new */
    Patches patches;
    size_t *lines; /* where each begins; of `bytes` */
    uint32_t line_count;
    size_t offices_end;    /* one past the last office; 0: there is none */
    uint32_t first_person; /* of the records; the file's people stand together */
    uint32_t person_count;
    Buffer offices; /* blocks to add */
    Buffer people;  /* of a file without people so far */
} Sheet;

typedef struct Sheets {
    Desk *desk;
    Sheet *items;
    uint32_t count;
    uint32_t capacity;
    Ids paths;
} Sheets;

/* --- text --- */

/* As YAML has it inside a flow map or behind a key. */
static View quoted(Arena *arena, View text)
{
    static const char special[] = ":#{}[],&*?|<>=!%@`\"\\";
    bool plain = text.len > 0 && text.at[0] != '-' && text.at[0] != '\'' && text.at[0] != ' ';
    for (size_t i = 0; i < text.len; i++)
        plain &= !strchr(special, text.at[i]);
    if (plain)
        return text;
    Buffer out = {0};
    buffer_add_byte(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buffer_add_byte(&out, '\\');
        buffer_add_byte(&out, text.at[i]);
    }
    buffer_add_byte(&out, '"');
    View copy = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

static View list_text(Arena *arena, const Texts *list)
{
    View text = {0};
    for (uint32_t i = 0; i < list->count; i++)
        text = view_format(arena, "%.*s%s%.*s", VIEW_ARG(text), i ? ", " : "",
                           VIEW_ARG(quoted(arena, list->items[i])));
    return view_format(arena, "[%.*s]", VIEW_ARG(text));
}

static void add_pair(Desk *desk, Buffer *out, const char *key, View value)
{
    if (value.len)
        buffer_print(out, ", %s: %.*s", key, VIEW_ARG(quoted(desk->arena, value)));
}

static void add_date(Desk *desk, Buffer *out, const char *key, Date date)
{
    if (date_known(date))
        add_pair(desk, out, key, date_text(desk->arena, date));
}

static View tenure_text(Desk *desk, const Line *line)
{
    const Entry *row = &desk->rows->items[line->row];
    Buffer out = {0};
    buffer_print(&out, "{person: %.*s", VIEW_ARG(desk->people.items[line->person].id));
    add_date(desk, &out, "from", row->from);
    add_date(desk, &out, "to", row->to);
    if (row->flags & TENURE_PLANNED_END)
        buffer_add(&out, VIEW(", planned: true"));
    if (row->flags & TENURE_ACTING)
        buffer_add(&out, VIEW(", acting: true"));
    if (!date_known(row->to) || row->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED))
        add_date(desk, &out, "as-of", row->as_of);
    if (row->flags & TENURE_UNCONFIRMED)
        buffer_add(&out, VIEW(", confidence: unconfirmed"));
    else if (row->flags & TENURE_END_UNCONFIRMED)
        buffer_add(&out, VIEW(", confidence: end-unconfirmed"));
    add_pair(desk, &out, "state", row->state);
    add_pair(desk, &out, "district", row->district);
    add_pair(desk, &out, "class", row->senate_class);
    add_pair(desk, &out, "party", row->party);
    if (row->sources.count)
        buffer_print(&out, ", sources: %.*s", VIEW_ARG(list_text(desk->arena, &row->sources)));
    add_pair(desk, &out, "note", row->note);
    buffer_add_byte(&out, '}');
    View text = view_copy(desk->arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

static View person_text(Desk *desk, const Somebody *somebody)
{
    Buffer out = {0};
    buffer_print(&out, "{id: %.*s", VIEW_ARG(somebody->id));
    add_pair(desk, &out, "name", somebody->name);
    if (somebody->also.count)
        buffer_print(&out, ", also: %.*s", VIEW_ARG(list_text(desk->arena, &somebody->also)));
    add_pair(desk, &out, "surname", somebody->surname);
    if (somebody->surname_first)
        buffer_add(&out, VIEW(", order: surname-first"));
    add_date(desk, &out, "born", somebody->born);
    add_date(desk, &out, "died", somebody->died);
    add_pair(desk, &out, "wikidata", somebody->wikidata);
    buffer_add_byte(&out, '}');
    View text = view_copy(desk->arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

/* --- sheets --- */

static void index_lines(Arena *arena, Sheet *sheet)
{
    struct {
        size_t *items;
        uint32_t count, capacity;
    } starts = {0};
    for (size_t at = 0; at < sheet->bytes.len; at = line_end(sheet->bytes, at) + 1)
        *arena_push(arena, &starts) = at;
    sheet->lines = starts.items;
    sheet->line_count = starts.count;
}

/* Where the tree says that something begins. */
static size_t start_of(const Sheet *sheet, Where where)
{
    size_t start = sheet->lines[where.line - 1];
    View rest = view_slice(sheet->bytes, start, sheet->bytes.len);
    return start + place_of(rest, 1, where.column);
}

static uint32_t add_sheet(Sheets *sheets, View path, View bytes)
{
    uint32_t index = sheets->count;
    uint32_t known = ids_add(&sheets->paths, path, index);
    if (known != NONE)
        return known;
    Sheet *sheet = arena_push(sheets->desk->arena, sheets);
    *sheet = (Sheet){.path = path, .bytes = bytes};
    index_lines(sheets->desk->arena, sheet);
    return index;
}

/* The end of what begins at the place: of a flow map, else of its line. */
static size_t end_at(const Sheet *sheet, Where where)
{
    size_t at = start_of(sheet, where);
    bool flow = at < sheet->bytes.len && sheet->bytes.at[at] == '{';
    return flow ? flow_end(sheet->bytes, at) : line_end(sheet->bytes, at);
}

/* One past the last line of an office, with its tenures. */
static size_t office_end(const Sheet *sheet, const Records *records, const OfficeRecord *office)
{
    uint32_t count = office->tenures.count;
    Where last = office->id.where;
    if (count)
        last = records->tenures.items[office->tenures.first + count - 1].where;
    size_t end = line_end(sheet->bytes, end_at(sheet, last));
    /* An office without tenures goes on in lines that are further in than its dash. */
    while (!count && end < sheet->bytes.len &&
           view_starts(view_slice(sheet->bytes, end + 1, sheet->bytes.len), VIEW("    ")))
        end = line_end(sheet->bytes, end + 1);
    return end;
}

static void find_ends(Sheets *sheets)
{
    const Records *records = sheets->desk->records;
    for (uint32_t i = 0; i < records->offices.count; i++) {
        const OfficeRecord *office = &records->offices.items[i];
        Sheet *sheet = &sheets->items[ids_find(&sheets->paths, office->id.where.path)];
        size_t end = office_end(sheet, records, office);
        if (end > sheet->offices_end)
            sheet->offices_end = end;
    }
    for (uint32_t i = 0; i < records->people.count; i++) {
        View path = records->people.items[i].id.where.path;
        Sheet *sheet = &sheets->items[ids_find(&sheets->paths, path)];
        if (!sheet->person_count++)
            sheet->first_person = i;
    }
}

static uint32_t sheet_of_record(const Sheets *sheets, View path)
{
    return ids_find(&sheets->paths, path);
}

/* New offices of a place stand together: wide/no.yaml. */
static uint32_t sheet_of_post(Sheets *sheets, Post *post)
{
    Desk *desk = sheets->desk;
    if (post->record != NONE)
        return sheet_of_record(sheets, desk->records->offices.items[post->record].id.where.path);
    if (post->file == NONE)
        post->file = add_sheet(
            sheets,
            view_format(desk->arena, "%.*s/wide/%.*s.yaml", VIEW_ARG(desk->request->folder),
                        VIEW_ARG(desk->records->places.items[post->place].id.text)),
            (View){0});
    return post->file;
}

/* --- tenures --- */

/* The place of a map in its file: it must be a flow map. */
static bool find_map(const Sheet *sheet, Where where, size_t *start, size_t *end)
{
    *start = start_of(sheet, where);
    if (*start >= sheet->bytes.len || sheet->bytes.at[*start] != '{')
        return false;
    *end = flow_end(sheet->bytes, *start);
    return true;
}

/* False where the line could not be written, and that is said. */
static bool put_end(Sheets *sheets, const Line *line)
{
    Desk *desk = sheets->desk;
    const TenureRecord *tenure = &desk->records->tenures.items[line->record];
    const Entry *row = &desk->rows->items[line->row];
    Sheet *sheet = &sheets->items[sheet_of_record(sheets, tenure->where.path)];
    size_t start, end;
    if (!find_map(sheet, tenure->where, &start, &end)) {
        entry_refuse(desk->rows, row,
                     "%.*s:%u: a tenure over several lines, expected {person: ...}",
                     VIEW_ARG(tenure->where.path), tenure->where.line);
        return false;
    }
    View map = view_slice(sheet->bytes, start, end);
    map = flow_with(desk->arena, map, "planned", (View){0});
    map = flow_with(desk->arena, map, "as-of", (View){0});
    if (tenure->flags & TENURE_END_UNCONFIRMED)
        map = flow_with(desk->arena, map, "confidence", (View){0});
    map = flow_with(desk->arena, map, "to", date_text(desk->arena, row->to));
    Texts sources = {0};
    for (uint32_t i = 0; i < tenure->sources.count; i++)
        texts_add(desk->arena, &sources, tenure->sources.items[i].text);
    for (uint32_t i = 0; i < row->sources.count; i++)
        texts_add(desk->arena, &sources, row->sources.items[i]);
    if (sources.count)
        map = flow_with(desk->arena, map, "sources", list_text(desk->arena, &sources));
    patch_add(desk->arena, &sheet->patches, start, end, map);
    desk->report->changed++;
    return true;
}

/* Into an office that the folder has, after the last tenure that begins no later. */
static bool put_tenure(Sheets *sheets, const Line *line)
{
    Desk *desk = sheets->desk;
    const Entry *row = &desk->rows->items[line->row];
    const OfficeRecord *office =
        &desk->records->offices.items[desk->posts.items[line->post].record];
    Sheet *sheet = &sheets->items[sheet_of_record(sheets, office->id.where.path)];
    if (!office->tenures.count) {
        entry_refuse(desk->rows, row,
                     "%.*s: an office without tenures, expected one to write after",
                     VIEW_ARG(office->id.text));
        return false;
    }
    const TenureRecord *tenures = &desk->records->tenures.items[office->tenures.first];
    uint32_t before = 0;
    while (before < office->tenures.count && tenures[before].from.first <= row->from.first)
        before++;
    const TenureRecord *beside = &tenures[before ? before - 1 : 0];
    View text = tenure_text(desk, line);
    size_t at = sheet->lines[beside->where.line - 1];
    View dash = view_slice(sheet->bytes, at, start_of(sheet, beside->where));
    if (before) {
        at = line_end(sheet->bytes, end_at(sheet, beside->where));
        text = view_format(desk->arena, "\n%.*s%.*s", VIEW_ARG(dash), VIEW_ARG(text));
    } else {
        text = view_format(desk->arena, "%.*s%.*s\n", VIEW_ARG(dash), VIEW_ARG(text));
    }
    patch_add(desk->arena, &sheet->patches, at, at, text);
    desk->report->tenures++;
    return true;
}

static Date later(Date a, Date b)
{
    return !date_known(a) || b.last > a.last ? b : a;
}

static Date latest_as_of(const Desk *desk, uint32_t first, uint32_t end)
{
    Date latest = DATE_NONE;
    for (uint32_t i = first; i < end; i++)
        latest = later(latest, desk->rows->items[desk->lines.items[i].row].as_of);
    return latest;
}

/* The last day that the row's line speaks of as one that has come. */
static Date last_day_told(const Entry *row)
{
    bool sure = !(row->flags & (TENURE_PLANNED_END | TENURE_END_UNCONFIRMED));
    Date end = row->flags & TENURE_PLANNED_END ? DATE_NONE : row->to;
    return date_known(row->to) && sure ? end : later(end, row->as_of);
}

/* The office's as-of goes along with its lines; what other tenures took from it they keep. */
static void move_as_of(const Sheets *sheets, uint32_t first, uint32_t end, Date day)
{
    const Desk *desk = sheets->desk;
    const Records *records = desk->records;
    const OfficeRecord *office =
        &records->offices.items[desk->posts.items[desk->lines.items[first].post].record];
    if (!date_known(day) || !date_known(office->as_of) || day.first <= office->as_of.last)
        return;
    Sheet *sheet = &sheets->items[sheet_of_record(sheets, office->id.where.path)];
    size_t at = start_of(sheet, office->as_of_where);
    patch_add(desk->arena, &sheet->patches, at, scalar_end(sheet->bytes, at),
              date_text(desk->arena, day));
    for (uint32_t i = office->tenures.first; i < office->tenures.first + office->tenures.count;
         i++) {
        const TenureRecord *tenure = &records->tenures.items[i];
        bool changed = false; /* its end is written by a line of this import */
        for (uint32_t k = first; k < end; k++)
            changed |= desk->lines.items[k].record == i;
        if (!changed && !tenure->own_as_of && tenure_ends_with_as_of(tenure))
            patch_add_pair(desk->arena, &sheet->patches, sheet->bytes,
                           start_of(sheet, tenure->where), "as-of",
                           date_text(desk->arena, office->as_of));
    }
}

/* A new office, with all its lines. */
static void put_office(Sheets *sheets, uint32_t first, uint32_t end)
{
    Desk *desk = sheets->desk;
    Post *post = &desk->posts.items[desk->lines.items[first].post];
    uint32_t sheet = sheet_of_post(sheets, post); /* may move them */
    Buffer *out = &sheets->items[sheet].offices;
    Date latest = latest_as_of(desk, first, end);
    for (uint32_t i = first; i < end; i++)
        latest = later(latest, last_day_told(&desk->rows->items[desk->lines.items[i].row]));
    View as_of = date_text(desk->arena, latest);
    buffer_print(out, "\n  - id: %.*s\n    place: %.*s\n    title: %.*s\n", VIEW_ARG(post->id),
                 VIEW_ARG(desk->records->places.items[post->place].id.text),
                 VIEW_ARG(quoted(desk->arena, post->title)));
    if (post->kind.len)
        buffer_print(out, "    kind: %.*s\n", VIEW_ARG(post->kind));
    if (post->many)
        buffer_add(out, VIEW("    seats: many\n"));
    buffer_print(out, "    as-of: %.*s\n    tenures:\n", VIEW_ARG(as_of));
    for (uint32_t i = first; i < end; i++)
        buffer_print(out, "      - %.*s\n", VIEW_ARG(tenure_text(desk, &desk->lines.items[i])));
    desk->report->tenures += end - first;
}

static void put_lines(Sheets *sheets)
{
    Desk *desk = sheets->desk;
    for (uint32_t i = 0, end; i < desk->lines.count; i = end) {
        const Line *line = &desk->lines.items[i];
        for (end = i + 1; end < desk->lines.count && desk->lines.items[end].post == line->post;)
            end++;
        if (desk->posts.items[line->post].record == NONE) {
            put_office(sheets, i, end);
            continue;
        }
        Date told = DATE_NONE;
        for (uint32_t k = i; k < end; k++) {
            const Line *one = &desk->lines.items[k];
            if (one->record != NONE ? put_end(sheets, one) : put_tenure(sheets, one))
                told = later(told, last_day_told(&desk->rows->items[one->row]));
        }
        move_as_of(sheets, i, end, told);
    }
}

/* --- people --- */

static void put_learnt(Sheets *sheets, const Somebody *somebody)
{
    Desk *desk = sheets->desk;
    const PersonRecord *record = &desk->records->people.items[somebody->record];
    Where where = record->id.where;
    Sheet *sheet = &sheets->items[sheet_of_record(sheets, where.path)];
    size_t at = sheet->lines[where.line - 1];
    while (at < sheet->bytes.len && sheet->bytes.at[at] != '{' && sheet->bytes.at[at] != '\n')
        at++;
    if (at == sheet->bytes.len || sheet->bytes.at[at] != '{')
        return; /* over several lines: left to the editor */
    size_t end = flow_end(sheet->bytes, at);
    View map = view_slice(sheet->bytes, at, end);
    if (somebody->more.count)
        map = flow_with(desk->arena, map, "also", list_text(desk->arena, &somebody->also));
    if (!date_known(record->born) && date_known(somebody->born))
        map = flow_with(desk->arena, map, "born", date_text(desk->arena, somebody->born));
    if (!date_known(record->died) && date_known(somebody->died))
        map = flow_with(desk->arena, map, "died", date_text(desk->arena, somebody->died));
    if (!record->wikidata.len && somebody->wikidata.len)
        map = flow_with(desk->arena, map, "wikidata", somebody->wikidata);
    patch_add(desk->arena, &sheet->patches, at, end, map);
    desk->report->changed++;
}

/* Before the first person of the file whose id comes later, so that they stay in order. */
static void put_person(Sheets *sheets, const Somebody *somebody)
{
    Desk *desk = sheets->desk;
    Sheet *sheet = &sheets->items[somebody->file];
    View text = view_format(desk->arena, "  - %.*s\n", VIEW_ARG(person_text(desk, somebody)));
    desk->report->people++;
    if (!sheet->person_count) {
        buffer_add(&sheet->people, text);
        return;
    }
    const PersonRecord *people = &desk->records->people.items[sheet->first_person];
    uint32_t after = 0;
    while (after < sheet->person_count && view_compare(people[after].id.text, somebody->id) < 0)
        after++;
    size_t at = sheet->bytes.len;
    if (after < sheet->person_count)
        at = sheet->lines[people[after].id.where.line - 1];
    patch_add(desk->arena, &sheet->patches, at, at, text);
}

static int compare_people(const void *a, const void *b)
{
    return view_compare((*(const Somebody *const *)a)->id, (*(const Somebody *const *)b)->id);
}

/* A new person stands in the file of the first office that is told of them. */
static void put_people(Sheets *sheets)
{
    Desk *desk = sheets->desk;
    const Somebody **sorted = arena_new(desk->arena, const Somebody *, desk->people.count);
    uint32_t count = 0;
    for (uint32_t i = 0; i < desk->lines.count; i++) {
        const Line *line = &desk->lines.items[i];
        Somebody *somebody = &desk->people.items[line->person];
        if (somebody->record == NONE && somebody->file == NONE) {
            somebody->file = sheet_of_post(sheets, &desk->posts.items[line->post]);
            sorted[count++] = somebody;
        }
    }
    for (uint32_t i = 0; i < desk->people.count; i++) {
        const Somebody *somebody = &desk->people.items[i];
        if (somebody->record != NONE && (somebody->learnt || somebody->more.count))
            put_learnt(sheets, somebody);
    }
    if (count)
        qsort(sorted, count, sizeof *sorted, compare_people);
    for (uint32_t i = 0; i < count; i++)
        put_person(sheets, sorted[i]);
}

/* --- files --- */

static View new_file(Desk *desk, const Sheet *sheet)
{
    View offices = buffer_view(&sheet->offices), people = buffer_view(&sheet->people);
    return view_format(
        desk->arena,
        "# Further offices and their holders, as sources tell them (stet data import). "
        "A line may be changed by hand: it stays.\n"
        "# How to add and change entries: ../README.md\n\n"
        "offices:%.*s%s%.*s",
        VIEW_ARG(offices), people.len ? "\npeople:\n" : "", VIEW_ARG(people));
}

/* What the file is to be; without patches it stays. */
static void finish(Desk *desk, Sheet *sheet)
{
    if (!sheet->bytes.len && sheet->offices.len) {
        *arena_push(desk->arena, &desk->report->files) =
            (BookSource){.path = sheet->path, .bytes = new_file(desk, sheet)};
        return;
    }
    if (sheet->offices.len) {
        View text = buffer_view(&sheet->offices);
        View block =
            view_format(desk->arena, "\n%.*s", VIEW_ARG(view_slice(text, 0, text.len - 1)));
        patch_add(desk->arena, &sheet->patches, sheet->offices_end, sheet->offices_end, block);
    }
    if (sheet->people.len)
        patch_add(
            desk->arena, &sheet->patches, sheet->bytes.len, sheet->bytes.len,
            view_format(desk->arena, "\npeople:\n%.*s", VIEW_ARG(buffer_view(&sheet->people))));
    if (sheet->patches.count)
        *arena_push(desk->arena, &desk->report->files) =
            (BookSource){.path = sheet->path,
                         .bytes = patches_apply(desk->arena, sheet->bytes, &sheet->patches)};
}

void write_files(Desk *desk)
{
    Sheets sheets = {.desk = desk, .paths = ids_in(desk->arena)};
    for (uint32_t i = 0; i < desk->request->reference.count; i++)
        add_sheet(&sheets, desk->request->reference.items[i].path,
                  desk->request->reference.items[i].bytes);
    find_ends(&sheets);
    put_lines(&sheets);
    put_people(&sheets);
    for (uint32_t i = 0; i < sheets.count; i++) {
        finish(desk, &sheets.items[i]);
        buffer_free(&sheets.items[i].offices);
        buffer_free(&sheets.items[i].people);
    }
}
