/* Editing the YAML in place. The tree of base/yaml.h says where things begin; where a value ends is
 * seen in the bytes. Tests: tests/unit/reference/edit.c, tests/cli/data.py. */
#include "reference/edit.h"

#include <string.h>

#include "base/yaml.h"
#include "reference/patch.h"

/* The office in its file. */
typedef struct Spot {
    Arena *arena;
    Troubles *troubles;
    uint32_t file;
    View path;
    View bytes;
    const YamlNode *office;
    const YamlNode *tenures; /* a list, or NULL */
} Spot;

__attribute__((format(printf, 3, 4))) static bool refuse(const Spot *spot, const YamlNode *node,
                                                         const char *format, ...)
{
    va_list args;
    va_start(args, format);
    View message = view_format_list(spot->arena, format, args);
    va_end(args);
    trouble_add(spot->troubles, spot->path, node->line, node->column, "%.*s", VIEW_ARG(message));
    return false;
}

/* --- where things are --- */

static View text_of(const YamlNode *map, const char *key)
{
    const YamlNode *node = yaml_get(map, key);
    return node && node->kind == YAML_SCALAR ? node->text : (View){0};
}

static const YamlNode *find_office(const YamlNode *root, View id)
{
    const YamlNode *offices = yaml_get(root, "offices");
    for (uint32_t i = 0; offices && offices->kind == YAML_LIST && i < offices->count; i++)
        if (view_equal(text_of(offices->items[i], "id"), id))
            return offices->items[i];
    return NULL;
}

static bool find_spot(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit,
                      Spot *out, Troubles *troubles)
{
    for (uint32_t i = 0; i < count; i++) {
        const YamlNode *root = yaml_parse(arena, files[i].path, files[i].bytes, troubles);
        if (!root)
            return false;
        const YamlNode *office = find_office(root, edit->office);
        if (!office)
            continue;
        const YamlNode *tenures = yaml_get(office, "tenures");
        *out = (Spot){arena,
                      troubles,
                      i,
                      files[i].path,
                      files[i].bytes,
                      office,
                      tenures && tenures->kind == YAML_LIST ? tenures : NULL};
        return true;
    }
    trouble_add(troubles, (View){0}, 0, 0, "no file holds the office '%.*s'",
                VIEW_ARG(edit->office));
    return false;
}

static size_t node_start(View bytes, const YamlNode *node)
{
    return place_of(bytes, node->line, node->column);
}

/* One past a value inside a flow map. */
static size_t value_end(View bytes, const YamlNode *node)
{
    size_t at = node_start(bytes, node);
    if (at >= bytes.len)
        return bytes.len;
    if (node->kind != YAML_SCALAR)
        return flow_end(bytes, at);
    return scalar_end(bytes, at);
}

static bool is_flow(const Spot *spot, const YamlNode *map)
{
    size_t at = node_start(spot->bytes, map);
    return map->kind == YAML_MAP && at < spot->bytes.len && spot->bytes.at[at] == '{';
}

/* --- patches --- */

static void add_patch(const Spot *spot, Patches *patches, size_t start, size_t end, View text)
{
    patch_add(spot->arena, patches, start, end, text);
}

/* The pair of a key in a map; the number of pairs where it has none. */
static uint32_t pair_of(const YamlNode *map, const char *key)
{
    uint32_t pair = 0;
    while (pair < map->count && !view_equal(map->items[2 * pair]->text, view_of(key)))
        pair++;
    return pair;
}

/* Takes a pair out of a flow map, with the comma before it, or as the first with the one after. */
static void drop_pair(const Spot *spot, const YamlNode *map, const char *key, Patches *patches)
{
    uint32_t pair = pair_of(map, key);
    if (pair == map->count)
        return;
    size_t start = node_start(spot->bytes, map->items[2 * pair]);
    size_t end = value_end(spot->bytes, map->items[2 * pair + 1]);
    if (pair > 0)
        start = value_end(spot->bytes, map->items[2 * pair - 1]);
    else if (map->count > 1)
        end = node_start(spot->bytes, map->items[2]);
    add_patch(spot, patches, start, end, VIEW(""));
}

/* Where a value that the map has is to be another. */
static void put_value(const Spot *spot, const YamlNode *map, const char *key, View text,
                      Patches *patches)
{
    const YamlNode *value = yaml_get(map, key);
    add_patch(spot, patches, node_start(spot->bytes, value), value_end(spot->bytes, value), text);
}

/* Moves the office's as-of to a day that is written of it and lies beyond; what it was, else
 * nothing. What other tenures took from it they keep: nobody looked at them again. */
static View move_as_of(const Spot *spot, const YamlNode *written, View day, Patches *patches)
{
    View was = text_of(spot->office, "as-of");
    Date known, told;
    if (!date_parse(was, &known) || !date_parse(day, &told) || told.first <= known.last)
        return (View){0};
    put_value(spot, spot->office, "as-of", day, patches);
    for (uint32_t i = 0; spot->tenures && i < spot->tenures->count; i++) {
        const YamlNode *tenure = spot->tenures->items[i];
        bool bounded = !yaml_get(tenure, "to") || yaml_get(tenure, "planned");
        if (tenure != written && tenure->kind == YAML_MAP && bounded && !yaml_get(tenure, "as-of"))
            patch_add_pair(spot->arena, patches, spot->bytes, node_start(spot->bytes, tenure),
                           "as-of", was);
    }
    return was;
}

/* --- ending --- */

static bool may_end(const YamlNode *tenure)
{
    return !yaml_get(tenure, "to") || yaml_get(tenure, "planned") ||
           view_equal(text_of(tenure, "confidence"), VIEW("end-unconfirmed"));
}

/* The last tenure of the person that may be ended; NULL and trouble where there is none. */
static const YamlNode *open_tenure(const Spot *spot, View person)
{
    const YamlNode *open = NULL, *ended = NULL;
    for (uint32_t i = 0; spot->tenures && i < spot->tenures->count; i++) {
        const YamlNode *tenure = spot->tenures->items[i];
        if (!view_equal(text_of(tenure, "person"), person))
            continue;
        if (may_end(tenure))
            open = tenure;
        else
            ended = tenure;
    }
    if (open)
        return open;
    if (ended)
        refuse(spot, ended, "the tenure of '%.*s' ended %.*s already, expected an open one",
               VIEW_ARG(person), VIEW_ARG(text_of(ended, "to")));
    else
        refuse(spot, spot->office, "'%.*s' never held '%.*s', expected an open tenure",
               VIEW_ARG(person), VIEW_ARG(text_of(spot->office, "id")));
    return NULL;
}

/* Adds a source to those that are there. */
static View with_source(const Spot *spot, const YamlNode *sources, View source)
{
    View joined = {0};
    uint32_t count = sources->kind == YAML_LIST ? sources->count : 1;
    for (uint32_t i = 0; i < count; i++) {
        View id = sources->kind == YAML_LIST ? sources->items[i]->text : sources->text;
        if (!view_equal(id, source))
            joined = view_format(spot->arena, "%.*s%.*s, ", VIEW_ARG(joined), VIEW_ARG(id));
    }
    return view_format(spot->arena, "[%.*s%.*s]", VIEW_ARG(joined), VIEW_ARG(source));
}

/* What goes behind the end of a tenure whose end has a source. */
static void end_with_source(const Spot *spot, const YamlNode *tenure, View source, Patches *patches,
                            View *added)
{
    const YamlNode *sources = yaml_get(tenure, "sources");
    if (view_equal(text_of(tenure, "confidence"), VIEW("end-unconfirmed")))
        drop_pair(spot, tenure, "confidence", patches);
    drop_pair(spot, tenure, "as-of", patches);
    if (sources)
        put_value(spot, tenure, "sources", with_source(spot, sources, source), patches);
    else
        *added =
            view_format(spot->arena, "%.*s, sources: [%.*s]", VIEW_ARG(*added), VIEW_ARG(source));
}

/* The last day that is confirmed of a tenure: no later than its end. */
static View confirmed_until(const Spot *spot, const YamlNode *tenure, View date)
{
    View as_of = text_of(tenure, "as-of");
    if (!as_of.len)
        as_of = text_of(spot->office, "as-of");
    Date until, end;
    bool later = date_parse(as_of, &until) && date_parse(date, &end) && until.last > end.first;
    return later || !as_of.len ? date : as_of;
}

/* The same for an end that nobody vouches for. */
static void end_unconfirmed(const Spot *spot, const YamlNode *tenure, View date, Patches *patches,
                            View *added)
{
    if (view_equal(text_of(tenure, "confidence"), VIEW("unconfirmed")))
        return;
    View until = confirmed_until(spot, tenure, date);
    if (!yaml_get(tenure, "confidence"))
        *added = view_format(spot->arena, "%.*s, confidence: end-unconfirmed", VIEW_ARG(*added));
    if (yaml_get(tenure, "as-of"))
        put_value(spot, tenure, "as-of", until, patches);
    else
        *added = view_format(spot->arena, "%.*s, as-of: %.*s", VIEW_ARG(*added), VIEW_ARG(until));
}

bool edit_end(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit, Edited *out,
              Troubles *troubles)
{
    Spot spot;
    if (!find_spot(arena, files, count, edit, &spot, troubles))
        return false;
    const YamlNode *tenure = open_tenure(&spot, edit->person);
    if (!tenure)
        return false;
    if (!is_flow(&spot, tenure) || !yaml_get(tenure, "from"))
        return refuse(&spot, tenure, "a tenure over several lines, expected {person: ...} in one");

    Patches patches = {0};
    View added = {0};
    bool has_to = yaml_get(tenure, "to") != NULL;
    drop_pair(&spot, tenure, "planned", &patches);
    if (has_to)
        put_value(&spot, tenure, "to", edit->date, &patches);
    else
        added = view_format(arena, ", to: %.*s", VIEW_ARG(edit->date));
    if (edit->source.len)
        end_with_source(&spot, tenure, edit->source, &patches, &added);
    else
        end_unconfirmed(&spot, tenure, edit->date, &patches, &added);
    size_t after = value_end(spot.bytes, yaml_get(tenure, has_to ? "to" : "from"));
    add_patch(&spot, &patches, after, after, added);
    View was = move_as_of(&spot, tenure, edit->date, &patches);
    *out = (Edited){spot.file, patches_apply(arena, spot.bytes, &patches), tenure->line, was};
    return true;
}

/* --- beginning --- */

/* The tenures that begin no later than the date; those that cannot be read count. */
static uint32_t tenures_before(const Spot *spot, Date date)
{
    uint32_t before = 0;
    for (uint32_t i = 0; i < spot->tenures->count; i++) {
        Date from;
        bool read = date_parse(text_of(spot->tenures->items[i], "from"), &from);
        if (!read || from.first <= date.first)
            before = i + 1;
    }
    return before;
}

/* Nobody who begins before the date may still be in an office of one seat, nor the person
 * in any. */
static bool is_free(const Spot *spot, View person, Date date)
{
    View seats = text_of(spot->office, "seats");
    bool single = !seats.len || view_equal(seats, VIEW("1"));
    for (uint32_t i = 0; i < spot->tenures->count; i++) {
        const YamlNode *tenure = spot->tenures->items[i];
        View holder = text_of(tenure, "person");
        Date from = DATE_NONE, to = DATE_NONE;
        date_parse(text_of(tenure, "from"), &from);
        date_parse(text_of(tenure, "to"), &to);
        bool in_office = holder.len && (!date_known(from) || from.first <= date.last) &&
                         (!date_known(to) || to.first > date.last);
        if (in_office && (single || view_equal(holder, person)))
            return refuse(spot, tenure,
                          "'%.*s' is in the office on %.*s, expected the end of that first",
                          VIEW_ARG(holder), VIEW_ARG(date_text(spot->arena, date)));
    }
    return true;
}

/* Whether the tenure stands alone on its line, after blanks and a dash. */
static bool has_own_line(const Spot *spot, const YamlNode *tenure, View *dash)
{
    *dash = view_slice(spot->bytes, line_start(spot->bytes, tenure->line),
                       node_start(spot->bytes, tenure));
    return is_flow(spot, tenure) && view_equal(view_trim(*dash), VIEW("-"));
}

bool edit_start(Arena *arena, const BookSource *files, uint32_t count, const Edit *edit,
                Edited *out, Troubles *troubles)
{
    Spot spot;
    Date date;
    if (!find_spot(arena, files, count, edit, &spot, troubles))
        return false;
    if (!date_parse(edit->date, &date))
        return refuse(&spot, spot.office, "'%.*s' is no date, expected YYYY-MM-DD",
                      VIEW_ARG(edit->date));
    if (!spot.tenures || !spot.tenures->count)
        return refuse(&spot, spot.office, "an office without tenures, expected one to write after");
    if (!is_free(&spot, edit->person, date))
        return false;

    uint32_t before = tenures_before(&spot, date);
    const YamlNode *beside = spot.tenures->items[before ? before - 1 : 0];
    View dash;
    if (!has_own_line(&spot, beside, &dash))
        return refuse(&spot, beside, "tenures not one a line, expected \"- {person: ...}\"");
    View fact = edit->source.len ? view_format(arena, "sources: [%.*s]", VIEW_ARG(edit->source))
                                 : VIEW("confidence: unconfirmed");
    View line = view_format(arena, "%.*s{person: %.*s, from: %.*s, as-of: %.*s, %.*s}",
                            VIEW_ARG(dash), VIEW_ARG(edit->person), VIEW_ARG(edit->date),
                            VIEW_ARG(edit->date), VIEW_ARG(fact));
    size_t at = line_start(spot.bytes, beside->line);
    Patches patches = {0};
    if (before) {
        at = line_end(spot.bytes, flow_end(spot.bytes, node_start(spot.bytes, beside)));
        add_patch(&spot, &patches, at, at, view_format(arena, "\n%.*s", VIEW_ARG(line)));
    } else {
        add_patch(&spot, &patches, at, at, view_format(arena, "%.*s\n", VIEW_ARG(line)));
    }
    uint32_t number = 1 + (before ? 1 : 0);
    for (size_t i = 0; i < at; i++)
        number += spot.bytes.at[i] == '\n';
    View was = move_as_of(&spot, NULL, edit->date, &patches);
    *out = (Edited){spot.file, patches_apply(arena, spot.bytes, &patches), number, was};
    return true;
}
