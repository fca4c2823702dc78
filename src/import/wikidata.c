/* Wikidata: results of docs/wikidata.rq in the JSON of SPARQL, one binding a statement that
 * somebody held a position. Tests: tests/unit/import/formats.c. */
#include <ctype.h>

#include "base/json.h"
#include "import/import.h"
#include "import/node.h"

static View value_of(const YamlNode *binding, const char *name)
{
    return node_text(node_map(binding, name), "value");
}

/* "http://www.wikidata.org/entity/Q42" -> "Q42" */
static View item_of(const YamlNode *binding, const char *name)
{
    View uri = value_of(binding, name);
    size_t start = uri.len;
    while (start > 0 && uri.at[start - 1] != '/')
        start--;
    return view_slice(uri, start, uri.len);
}

/* Precision as Wikidata counts it: 9 the year, 10 the month, 11 the day. */
static Date date_of(const YamlNode *binding, const char *name, const char *precision)
{
    View text = value_of(binding, name), exact = value_of(binding, precision);
    size_t len = view_equal(exact, VIEW("9")) ? 4 : view_equal(exact, VIEW("10")) ? 7 : 10;
    Date date = DATE_NONE;
    if (text.len >= len)
        date_parse(view_slice(text, 0, len), &date);
    return date;
}

static View lower(Arena *arena, View text)
{
    char *out = arena_new(arena, char, text.len + 1);
    for (size_t i = 0; i < text.len; i++)
        out[i] = (char)tolower((unsigned char)text.at[i]);
    return (View){out, text.len};
}

/* "Prime Minister of Norway" at Norway, "Norwegian Minister of Finance": the title without it. */
static View without_place(View title, View place)
{
    static const char *const links[] = {" of the ", " of ", " for "};
    for (size_t i = 0; place.len && i < sizeof links / sizeof *links; i++) {
        View link = view_of(links[i]);
        size_t tail = link.len + place.len;
        if (title.len > tail && view_ends(title, place) &&
            view_equal(view_slice(title, title.len - tail, title.len - place.len), link))
            return view_slice(title, 0, title.len - tail);
    }
    return title;
}

/* A statement and whom it replaced. */
typedef struct Statement {
    uint32_t row;
    View position;
    View replaces;
} Statement;

typedef struct Statements {
    Statement *items;
    uint32_t count;
    uint32_t capacity;
} Statements;

static void read_binding(const YamlNode *binding, View path, Date as_of, Entries *rows,
                         Statements *statements)
{
    Entry row = {.path = path,
                 .name = value_of(binding, "personLabel"),
                 .also = texts_split(rows->arena, value_of(binding, "personNames"), '|'),
                 .wikidata = item_of(binding, "person"),
                 .born = date_of(binding, "born", "bornPrecision"),
                 .died = date_of(binding, "died", "diedPrecision"),
                 .place = lower(rows->arena, value_of(binding, "country")),
                 .title = without_place(value_of(binding, "positionLabel"),
                                        value_of(binding, "countryLabel")),
                 .party = value_of(binding, "partyLabel"),
                 .from = date_of(binding, "start", "startPrecision"),
                 .to = date_of(binding, "end", "endPrecision"),
                 .as_of = as_of};
    texts_add(rows->arena, &row.sources, VIEW("wikidata"));
    *arena_push(rows->arena, statements) =
        (Statement){rows->count, item_of(binding, "position"), item_of(binding, "replaces")};
    *arena_push(rows->arena, rows) = row;
}

/* Whoever was replaced left by then, if nothing else says when. */
static void end_replaced(Entries *rows, const Statements *statements)
{
    for (uint32_t i = 0; i < statements->count; i++) {
        const Statement *next = &statements->items[i];
        const Entry *after = &rows->items[next->row];
        for (uint32_t k = 0; next->replaces.len && k < statements->count; k++) {
            const Statement *before = &statements->items[k];
            Entry *row = &rows->items[before->row];
            if (date_known(row->to) || !view_equal(row->wikidata, next->replaces) ||
                !view_equal(before->position, next->position) || !date_known(row->from) ||
                !date_known(after->from) || row->from.first > after->from.first)
                continue;
            row->to = after->from;
            row->flags |= TENURE_END_UNCONFIRMED;
            row->as_of = row->from;
        }
    }
}

bool read_wikidata(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                   Troubles *troubles)
{
    (void)lore;
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < files.count; i++) {
        const BookSource *file = &files.items[i];
        const YamlNode *root = json_parse(rows->arena, file->path, file->bytes, troubles);
        if (!root)
            continue;
        const YamlNode *list = node_list(node_map(root, "results"), "bindings");
        Statements statements = {0};
        if (!list)
            trouble_add(troubles, file->path, 0, 0,
                        "no results.bindings, expected the JSON of a SPARQL query");
        for (uint32_t k = 0; list && k < list->count; k++)
            read_binding(list->items[k], file->path, as_of, rows, &statements);
        end_replaced(rows, &statements);
    }
    return troubles->count == before;
}
