/* unitedstates/congress-legislators: legislators-current.yaml and its like, or the same as JSON.
 * A run of terms in one seat and party is one row. Tests: tests/unit/import/formats.c. */
#include <ctype.h>

#include "base/json.h"
#include "import/import.h"
#include "import/node.h"

typedef struct Terms {
    const YamlReader *yaml;
    const Lore *lore;
    Entries *rows;
    Date as_of;
    Entry person; /* what all rows of the person share */
    Entry open; /* the row that the next term may go on with; no person's where `title` is empty */
    Day left;   /* the day by which the source had let him go; DAY_NONE: it has not */
} Terms;

/* "Maria", "Elaine", "Cantwell", "Jr." -> one name; parts may be empty. */
static View join_name(Arena *arena, View first, View middle, View last, View suffix)
{
    return view_format(arena, "%.*s%s%.*s%s%.*s%s%.*s", VIEW_ARG(first), middle.len ? " " : "",
                       VIEW_ARG(middle), last.len ? " " : "", VIEW_ARG(last), suffix.len ? " " : "",
                       VIEW_ARG(suffix));
}

/* The encyclopaedia's title is the name that print uses; else nickname or first name. */
static void read_names(const Terms *terms, const YamlNode *map, Entry *row)
{
    Arena *arena = terms->rows->arena;
    const YamlNode *name = node_map(map, "name");
    View first = node_text(name, "first"), last = node_text(name, "last");
    View nick = node_text(name, "nickname"), suffix = node_text(name, "suffix");
    View page = node_text(node_map(map, "id"), "wikipedia");
    View usual = join_name(arena, nick.len ? nick : first, VIEW(""), last, VIEW(""));
    row->name = page.len ? page : usual;
    texts_add(arena, &row->also, node_text(name, "official_full"));
    bool initial = view_ends(first, VIEW("."));
    if (nick.len || !initial)
        texts_add(arena, &row->also, usual);
    if (!initial)
        texts_add(arena, &row->also, join_name(arena, first, VIEW(""), last, VIEW("")));
    texts_add(arena, &row->also, join_name(arena, first, node_text(name, "middle"), last, suffix));
    for (size_t i = 0; i < last.len; i++)
        if (last.at[i] == ' ')
            row->surname = last;
}

static View place_of(Arena *arena, View state)
{
    char *id = arena_new(arena, char, state.len + 4);
    id[0] = 'u', id[1] = 's', id[2] = '-';
    for (size_t i = 0; i < state.len; i++)
        id[3 + i] = (char)tolower((unsigned char)state.at[i]);
    return (View){id, state.len + 3};
}

static bool same_seat(const Entry *a, const Entry *b)
{
    return view_equal(a->office, b->office) && view_equal(a->state, b->state) &&
           view_equal(a->district, b->district) && view_equal(a->party, b->party);
}

/* A term follows the one before; in old days Congress met months after the last one rose. */
static bool follows(Day end, Day start)
{
    int year, month, dom, next_year, next_month;
    day_split(end, &year, &month, &dom);
    day_split(start, &next_year, &next_month, &dom);
    return start - end <= 4 ||
           (start - end < 110 && month >= 8 && next_month == 1 && next_year == year + 1);
}

/* A Congress ends when the next begins, on 3 January, whenever it rose. */
static Date term_end(Day next_start)
{
    Day end = day_of(day_year(next_start), 1, 3);
    return (Date){end, end};
}

static void close_row(Terms *terms)
{
    Entry *row = &terms->open;
    if (!row->title.len)
        return;
    if (terms->left != DAY_NONE && row->to.last > terms->left) {
        /* Gone before the term's end: the day is known no better than so. */
        row->flags |= TENURE_END_UNCONFIRMED;
        row->to = (Date){terms->left, terms->left};
        row->as_of = row->from;
    } else if (row->to.last > terms->as_of.last) {
        row->flags |= TENURE_PLANNED_END;
    }
    *arena_push(terms->rows->arena, terms->rows) = *row;
    *row = (Entry){0};
}

static void add_spell(Terms *terms, Entry row)
{
    Entry *open = &terms->open;
    bool goes_on = open->title.len && follows(open->to.last, row.from.first);
    if (goes_on && same_seat(open, &row)) {
        open->to = row.to;
        if (!open->senate_class.len)
            open->senate_class = row.senate_class;
        return;
    }
    bool same_chamber = open->title.len && view_equal(open->office, row.office);
    if (goes_on && same_chamber && open->to.last < row.from.first)
        open->to = term_end(row.from.first);
    if (open->title.len && open->to.last > row.from.first)
        open->to = row.from;
    Day left = terms->left;
    terms->left = DAY_NONE; /* that is of the last row */
    close_row(terms);
    terms->left = left;
    *open = row;
}

/* Who changes party inside a term has a list of affiliations. */
static void add_parties(Terms *terms, const YamlNode *term, Entry row)
{
    const YamlNode *list = node_list(term, "party_affiliations");
    uint32_t count = list ? list->count : 0;
    Date from = row.from, to = row.to;
    for (uint32_t i = 0; i < count; i++) {
        Entry spell = row;
        spell.party = lore_party(terms->lore, node_text(list->items[i], "party"));
        spell.from = i ? node_date(list->items[i], "start") : from;
        spell.to = i + 1 < count ? node_date(list->items[i], "end") : to;
        if (date_known(spell.from) && date_known(spell.to))
            add_spell(terms, spell);
    }
    if (!count)
        add_spell(terms, row);
}

static void read_term(Terms *terms, const YamlNode *term)
{
    View type = node_text(term, "type");
    bool senate = view_equal(type, VIEW("sen"));
    if (!senate && !view_equal(type, VIEW("rep")))
        return;
    Entry row = terms->person;
    row.line = term->line;
    row.place = VIEW("us");
    row.office = senate ? VIEW("us/senator") : VIEW("us/representative");
    row.title = senate ? VIEW("Senator") : VIEW("Representative");
    row.kind = senate ? VIEW("senator") : VIEW("representative");
    row.many = true;
    row.from = node_date(term, "start");
    row.to = node_date(term, "end");
    row.state = place_of(terms->rows->arena, node_text(term, "state"));
    row.party = lore_party(terms->lore, node_text(term, "party"));
    View district = node_text(term, "district");
    if (senate)
        row.senate_class = node_text(term, "class");
    else
        row.district = view_equal(district, VIEW("0")) ? VIEW("at-large") : district;
    if (date_known(row.from) && date_known(row.to))
        add_parties(terms, term, row);
    else
        entry_refuse(terms->rows, &row, "'%.*s': a term without dates", VIEW_ARG(row.name));
}

static void read_member(Terms *terms, const YamlNode *map)
{
    const YamlNode *list = node_list(map, "terms"), *id = node_map(map, "id");
    if (!list || !id)
        return;
    Date left = node_date(map, "left_current_file_by");
    terms->left = left.first;
    terms->person = (Entry){.path = terms->yaml->path,
                            .line = map->line,
                            .key = node_text(id, "bioguide"),
                            .wikidata = node_text(id, "wikidata"),
                            .born = node_date(node_map(map, "bio"), "birthday"),
                            .died = DATE_NONE,
                            .as_of = terms->as_of};
    texts_add(terms->rows->arena, &terms->person.sources, VIEW("congress-legislators"));
    read_names(terms, map, &terms->person);
    terms->open = (Entry){0};
    for (uint32_t i = 0; i < list->count; i++)
        read_term(terms, list->items[i]);
    close_row(terms);
}

bool read_congress(const Lore *lore, ImportFiles files, Date as_of, Entries *rows,
                   Troubles *troubles)
{
    uint32_t before = troubles->count;
    for (uint32_t i = 0; i < files.count; i++) {
        const BookSource *file = &files.items[i];
        YamlReader yaml = {file->path, troubles, rows->arena};
        bool json = view_ends(file->path, VIEW(".json"));
        const YamlNode *root = json ? json_parse(rows->arena, file->path, file->bytes, troubles)
                                    : yaml_parse(rows->arena, file->path, file->bytes, troubles);
        if (!root || !yaml_is_list(&yaml, root, "a file of legislators"))
            continue;
        Terms terms = {.yaml = &yaml, .lore = lore, .rows = rows, .as_of = as_of};
        for (uint32_t k = 0; k < root->count; k++)
            if (yaml_is_map(&yaml, root->items[k], "a legislator"))
                read_member(&terms, root->items[k]);
    }
    return troubles->count == before;
}
