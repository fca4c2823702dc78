/* Our own CSV columns, for data of any origin. They are listed in docs/import.md; the test holds
 * the list to them. Tests: tests/unit/import/formats.c. */
#include "import/csv.h"
#include "import/import.h"

static const char *const columns[] = {
    "key",        "name",  "also",     "surname", "order", "born", "died",    "wikidata", "office",
    "place",      "title", "kind",     "seats",   "from",  "to",   "as-of",   "acting",   "planned",
    "confidence", "state", "district", "class",   "party", "note", "sources", NULL};

static bool known_columns(const Csv *csv, Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < csv->count; i++) {
        uint32_t known = 0;
        while (columns[known] && !view_equal(csv->names[i], view_of(columns[known])))
            known++;
        if (!columns[known])
            trouble_add(troubles, csv->path, 1, 0,
                        "the column '%.*s', expected name, from or another"
                        " of docs/import.md",
                        VIEW_ARG(csv->names[i]));
    }
    if (!csv_has(csv, "name") || !csv_has(csv, "from"))
        trouble_add(troubles, csv->path, 1, 0, "no columns 'name' and 'from', expected both");
    return troubles->count == before;
}

/* False where it is written and none. */
static bool read_date(const Csv *csv, const char *name, Date *out)
{
    View text = csv_field(csv, name);
    *out = DATE_NONE;
    return !text.len || date_parse(text, out);
}

static bool says_yes(const Csv *csv, const char *name)
{
    View text = csv_field(csv, name);
    return view_equal(text, VIEW("true")) || view_equal(text, VIEW("yes"));
}

static uint32_t read_flags(const Csv *csv)
{
    uint32_t flags = 0;
    View confidence = csv_field(csv, "confidence");
    flags |= says_yes(csv, "acting") ? TENURE_ACTING : 0;
    flags |= says_yes(csv, "planned") ? TENURE_PLANNED_END : 0;
    flags |= view_equal(confidence, VIEW("unconfirmed")) ? TENURE_UNCONFIRMED : 0;
    flags |= view_equal(confidence, VIEW("end-unconfirmed")) ? TENURE_END_UNCONFIRMED : 0;
    return flags;
}

static void read_row(const Csv *csv, const Lore *lore, Date as_of, Entries *rows)
{
    Entry row = {.path = csv->path,
                 .line = csv->line,
                 .key = csv_field(csv, "key"),
                 .name = csv_field(csv, "name"),
                 .also = texts_split(rows->arena, csv_field(csv, "also"), ';'),
                 .surname = csv_field(csv, "surname"),
                 .surname_first = view_equal(csv_field(csv, "order"), VIEW("surname-first")),
                 .wikidata = csv_field(csv, "wikidata"),
                 .office = csv_field(csv, "office"),
                 .place = csv_field(csv, "place"),
                 .title = csv_field(csv, "title"),
                 .kind = csv_field(csv, "kind"),
                 .many = view_equal(csv_field(csv, "seats"), VIEW("many")),
                 .flags = read_flags(csv),
                 .state = csv_field(csv, "state"),
                 .district = csv_field(csv, "district"),
                 .senate_class = csv_field(csv, "class"),
                 .party = lore_party(lore, csv_field(csv, "party")),
                 .note = csv_field(csv, "note"),
                 .sources = texts_split(rows->arena, csv_field(csv, "sources"), ';')};
    if (!read_date(csv, "born", &row.born) || !read_date(csv, "died", &row.died) ||
        !read_date(csv, "from", &row.from) || !read_date(csv, "to", &row.to) ||
        !read_date(csv, "as-of", &row.as_of)) {
        entry_refuse(rows, &row,
                     "'%.*s': a date that is none, expected YYYY-MM-DD, YYYY-MM or YYYY",
                     VIEW_ARG(row.name));
        return;
    }
    if (!date_known(row.as_of))
        row.as_of = as_of;
    *arena_push(rows->arena, rows) = row;
}

bool read_table(const Lore *lore, ImportFiles files, Date as_of, Entries *rows, Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < files.count; i++) {
        Csv csv;
        if (!csv_open(&csv, rows->arena, files.items[i].path, files.items[i].bytes, troubles) ||
            !known_columns(&csv, troubles))
            continue;
        while (csv_next(&csv, troubles))
            read_row(&csv, lore, as_of, rows);
    }
    return troubles->count == before;
}
