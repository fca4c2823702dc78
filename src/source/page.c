/* HTML: pages and fragments.
 *
 * Which elements lie in which, whatever tags are missing, is gumbo's business; places and text are
 * ours. So gumbo reads a masked copy of the same length: tags that make no block, attributes,
 * comments and all that is no plain letter are overwritten, and elements nest to a bounded depth.
 * That also keeps a hostile page from costing more than its length. The runs of text that it finds
 * are then read from the file (flow.c). Tests: tests/unit/source/page.c. */
#include "source/page.h"

#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "source/flow.h"
#include "source/format.h"
#include "source/front.h"
#include "source/mark.h"
#include "source/meta.h"
#include "source/tag.h"

enum { DEPTH_MOST = 200 /* elements in each other; deeper ones are read as one */ };

/* What an element is to us; those that are not listed are inline. */
typedef enum Role {
    ROLE_INLINE,
    ROLE_BLOCK,
    ROLE_ROW, /* closed by the next of its kind, so that it does not add to the depth */
    ROLE_HEADING,
    ROLE_ITEM,
    ROLE_QUOTE,
    ROLE_CAPTION,
    ROLE_CELL,
    ROLE_HEADER,
    ROLE_ARTICLE,
    ROLE_MAIN,
    ROLE_ASIDE,
    ROLE_FORM,
    ROLE_SKIP /* not read */
} Role;

typedef struct Element {
    const char *name;
    Role role;
} Element;

/* Sorted by name. */
static const Element elements[] = {
    {"address", ROLE_BLOCK},
    {"article", ROLE_ARTICLE},
    {"aside", ROLE_ASIDE},
    {"audio", ROLE_SKIP},
    {"blockquote", ROLE_QUOTE},
    {"button", ROLE_SKIP},
    {"canvas", ROLE_SKIP},
    {"caption", ROLE_CAPTION},
    {"center", ROLE_BLOCK},
    {"dd", ROLE_ITEM},
    {"details", ROLE_BLOCK},
    {"dialog", ROLE_SKIP},
    {"div", ROLE_BLOCK},
    {"dl", ROLE_BLOCK},
    {"dt", ROLE_ITEM},
    {"fieldset", ROLE_SKIP},
    {"figcaption", ROLE_CAPTION},
    {"figure", ROLE_BLOCK},
    {"footer", ROLE_SKIP},
    {"form", ROLE_FORM},
    {"h1", ROLE_HEADING},
    {"h2", ROLE_HEADING},
    {"h3", ROLE_HEADING},
    {"h4", ROLE_HEADING},
    {"h5", ROLE_HEADING},
    {"h6", ROLE_HEADING},
    {"header", ROLE_HEADER},
    {"hgroup", ROLE_BLOCK},
    {"li", ROLE_ITEM},
    {"main", ROLE_MAIN},
    {"math", ROLE_SKIP},
    {"menu", ROLE_SKIP},
    {"nav", ROLE_SKIP},
    {"noscript", ROLE_SKIP},
    {"object", ROLE_SKIP},
    {"ol", ROLE_BLOCK},
    {"p", ROLE_ROW},
    {"pre", ROLE_SKIP},
    {"section", ROLE_BLOCK},
    {"select", ROLE_SKIP},
    {"summary", ROLE_BLOCK},
    {"svg", ROLE_SKIP},
    {"table", ROLE_BLOCK},
    {"tbody", ROLE_ROW},
    {"td", ROLE_CELL},
    {"template", ROLE_SKIP},
    {"tfoot", ROLE_ROW},
    {"th", ROLE_CELL},
    {"thead", ROLE_ROW},
    {"tr", ROLE_ROW},
    {"ul", ROLE_BLOCK},
    {"video", ROLE_SKIP},
};

/* A piece of running text, as gumbo found it. */
typedef struct Run {
    uint32_t from;
    uint32_t to;
    BlockKind kind;
    uint32_t heading; /* the <h1> that it stands in, counted from 1; 0: none */
    bool in_main;
    bool in_form;
} Run;

typedef struct Page {
    Arena *arena;
    View bytes;
    size_t from; /* of the part that is read */
    Buffer masked;
    Meta meta;
    Document *document;
    uint32_t headings; /* <h1> so far */
    struct {
        Run *items;
        uint32_t count, capacity;
    } runs;
} Page;

static int compare_names(const void *key, const void *element)
{
    const char *name = ((const Element *)element)->name;
    return strcmp(key, name);
}

static Role role_of(View name)
{
    char lower[12];
    if (!name.len || name.len >= sizeof lower)
        return ROLE_INLINE;
    for (size_t i = 0; i < name.len; i++)
        lower[i] = name.at[i] >= 'A' && name.at[i] <= 'Z' ? (char)(name.at[i] | 0x20) : name.at[i];
    lower[name.len] = '\0';
    const Element *found = bsearch(lower, elements, sizeof elements / sizeof *elements,
                                   sizeof *elements, compare_names);
    return found ? found->role : ROLE_INLINE;
}

/* --- masking --- */

static bool adds_depth(Role role)
{
    return role != ROLE_ROW && role != ROLE_ITEM && role != ROLE_CELL;
}

static void mask_text(char *at, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)at[i] >= 0x80 || !at[i] || at[i] == '<' || at[i] == '&')
            at[i] = ',';
}

/* A tag without its attributes, or blanks. */
static void mask_tag(const Page *page, const Unit *unit, uint32_t *depth)
{
    char *at = page->masked.at + unit->from - page->from;
    Role role = role_of(unit->name);
    bool shown = role != ROLE_INLINE && page->bytes.at[unit->to - 1] == '>';
    if (shown && adds_depth(role)) {
        if (unit->kind == UNIT_OPEN)
            shown = (*depth)++ < DEPTH_MOST;
        else if (*depth)
            shown = --*depth < DEPTH_MOST;
    }
    size_t kept =
        shown ? (size_t)(unit->name.at - page->bytes.at) + unit->name.len - unit->from : 0;
    memset(at + kept, ' ', unit->to - unit->from - kept);
    if (shown)
        at[unit->to - unit->from - 1] = '>';
    if (role == ROLE_FORM && shown) /* gumbo lets text slip out of a form that ends */
        memcpy(at + kept - 4, "div ", 4);
}

static void read_unit(Page *page, const Unit *unit, uint32_t *depth)
{
    char *at = page->masked.at + unit->from - page->from;
    size_t len = unit->to - unit->from;
    meta_read(&page->meta, page->bytes, unit);
    switch (unit->kind) {
    case UNIT_TEXT:
        mask_text(at, len);
        break;
    case UNIT_OPEN:
    case UNIT_CLOSE:
        mask_tag(page, unit, depth);
        break;
    case UNIT_COMMENT:
        mark_read_comment(page->document, page->arena, unit->from, unit->to);
        memset(at, ' ', len);
        break;
    case UNIT_RAW:
        memset(at, ' ', len);
        break;
    }
}

/* Fills `masked` from bytes from..to of the file. */
static void mask(Page *page, size_t from, size_t to)
{
    TagReader reader = tags_of(page->bytes, from, to);
    Unit unit;
    uint32_t depth = 0;
    page->from = from;
    buffer_add(&page->masked, view_slice(page->bytes, from, to));
    while (tags_next(&reader, &unit))
        read_unit(page, &unit, &depth);
}

/* --- walking --- */

/* What an element inherits. */
typedef struct Place {
    BlockKind kind;
    bool skipped;
    bool in_main;
    bool in_article;
    bool in_form;
    uint32_t heading;
} Place;

/* The unit of an element that has a tag. */
static Unit tag_of(const Page *page, const GumboElement *element)
{
    TagReader reader =
        tags_of(page->bytes, page->from + element->start_pos.offset, page->bytes.len);
    Unit unit;
    tags_next(&reader, &unit);
    return unit;
}

/* Whether an element's attributes say that it is no part of the article. */
static bool is_apart(const Page *page, const Unit *tag)
{
    static const char *const roles[] = {"navigation", "banner", "search", "contentinfo",
                                        "complementary"};
    Span value;
    if (tag_attribute(page->bytes, tag, "hidden", &value))
        return true;
    if (!tag_attribute(page->bytes, tag, "role", &value))
        return false;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (view_equal_fold(view_slice(page->bytes, value.off, span_end(value)), view_of(roles[i])))
            return true;
    return false;
}

static Place enter(Page *page, const GumboElement *element, Place place)
{
    if (!element->original_tag.length)
        return place;
    Unit tag = tag_of(page, element);
    Role role = role_of(tag.name);
    place.skipped = place.skipped || role == ROLE_SKIP || is_apart(page, &tag);
    switch (role) {
    case ROLE_HEADING:
        place.kind = BLOCK_HEADING;
        if (tag.name.at[1] == '1' && !place.skipped)
            place.heading = ++page->headings;
        break;
    case ROLE_ITEM:
        place.kind = BLOCK_ITEM;
        break;
    case ROLE_QUOTE:
        place.kind = BLOCK_QUOTE;
        break;
    case ROLE_CAPTION:
        place.kind = BLOCK_CAPTION;
        break;
    case ROLE_CELL:
        place.kind = BLOCK_CELL;
        break;
    case ROLE_HEADER:
    case ROLE_ASIDE:
        place.skipped = place.skipped || !(place.in_article || place.in_main);
        break;
    case ROLE_ARTICLE:
        place.in_article = true;
        break;
    case ROLE_MAIN:
        place.in_main = true;
        break;
    case ROLE_FORM:
        place.in_form = true;
        break;
    case ROLE_INLINE:
    case ROLE_BLOCK:
    case ROLE_ROW:
    case ROLE_SKIP:
        break;
    }
    return place;
}

static void add_run(Page *page, size_t from, size_t to, Place place)
{
    *arena_push(page->arena, &page->runs) = (Run){.from = (uint32_t)(page->from + from),
                                                  .to = (uint32_t)(page->from + to),
                                                  .kind = place.kind,
                                                  .heading = place.heading,
                                                  .in_main = place.in_main,
                                                  .in_form = place.in_form};
}

/* gumbo's text may go on over tags that it passes over: they part it all the same. */
static void add_text(Page *page, const GumboText *text, Place place)
{
    size_t at = (size_t)(text->original_text.data - page->masked.at);
    View masked = {page->masked.at, at + text->original_text.length};
    while (at < masked.len) {
        const char *tag = memchr(masked.at + at, '<', masked.len - at);
        size_t end = tag ? (size_t)(tag - masked.at) : masked.len;
        if (end > at)
            add_run(page, at, end, place);
        tag = memchr(masked.at + end, '>', masked.len - end);
        at = tag ? (size_t)(tag - masked.at) + 1 : masked.len;
    }
}

/* Recurses as deep as the masked copy nests. */
static void walk(Page *page, const GumboNode *node, Place place)
{
    if (node->type == GUMBO_NODE_TEXT && !place.skipped)
        add_text(page, &node->v.text, place);
    if (node->type != GUMBO_NODE_ELEMENT && node->type != GUMBO_NODE_TEMPLATE)
        return;
    place = enter(page, &node->v.element, place);
    const GumboVector *children = &node->v.element.children;
    for (unsigned int i = 0; i < children->length; i++)
        walk(page, children->data[i], place);
}

static int compare_runs(const void *a, const void *b)
{
    uint32_t left = ((const Run *)a)->from, right = ((const Run *)b)->from;
    return left < right ? -1 : left > right;
}

/* Where a page says which part is the main one, and there is text in it, the rest is not read.
 * Forms are not, but for one that holds most of the text: some systems put the whole page in one.
 */
static void choose_runs(Page *page)
{
    size_t outside = 0, inside = 0;
    bool main = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < page->runs.count; i++) {
        const Run *run = &page->runs.items[i];
        main = main || run->in_main;
        *(run->in_form ? &inside : &outside) += run->to - run->from;
    }
    for (uint32_t i = 0; i < page->runs.count; i++) {
        const Run *run = &page->runs.items[i];
        if ((!main || run->in_main) && (!run->in_form || inside > outside))
            page->runs.items[kept++] = *run;
    }
    page->runs.count = kept;
}

/* Text that stands in a table and in no cell comes before the table: the file's order is put back.
 */
static void sort_runs(Page *page)
{
    uint32_t count = page->runs.count;
    Run *runs = page->runs.items;
    if (count)
        qsort(runs, count, sizeof *runs, compare_runs);
    for (uint32_t i = 0; i + 1 < count; i++)
        if (runs[i].to > runs[i + 1].from)
            runs[i].to = runs[i + 1].from;
}

static void find_runs(Page *page)
{
    if (!page->masked.len)
        return;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, page->masked.at, page->masked.len);
    walk(page, output->root, (Place){.kind = BLOCK_PARAGRAPH});
    gumbo_destroy_output(&options, output);
    choose_runs(page);
    sort_runs(page);
}

static void page_read(Page *page, size_t from, size_t to)
{
    mask(page, from, to);
    find_runs(page);
    buffer_free(&page->masked);
}

/* --- writing --- */

static void write_runs(const Page *page, Draft *draft, uint32_t title)
{
    for (uint32_t i = 0; i < page->runs.count; i++) {
        const Run *run = &page->runs.items[i];
        if (!title || run->heading != title)
            flow_write(draft, run->kind, run->from, run->to);
    }
}

/* The title is the front matter's, else the first <h1>, else what the page says it is. */
static void write_article(const Page *page, const Front *front, Draft *draft)
{
    uint32_t heading = 0;
    for (uint32_t i = 0; i < page->runs.count && !heading && !front->title.len; i++)
        heading = page->runs.items[i].heading;
    write_runs(page, draft, heading);
    Span named = page->meta.headline.len ? page->meta.headline : page->meta.title;
    if (front->title.len)
        front_write_title(front, draft);
    else if (!heading)
        flow_write(draft, BLOCK_TITLE, named.off, span_end(named));
    for (uint32_t i = 0; i < page->runs.count; i++)
        if (heading && page->runs.items[i].heading == heading)
            flow_write(draft, BLOCK_TITLE, page->runs.items[i].from, page->runs.items[i].to);
}

void page_write_fragment(Draft *draft, size_t from, size_t to)
{
    Document *document = draft->document;
    Page page = {.arena = draft->arena,
                 .bytes = document->original[PART_TEXT],
                 .meta = meta_begin(),
                 .document = document};
    page_read(&page, from, to);
    write_runs(&page, draft, 0);
}

bool source_read_html(Arena *arena, View path, View bytes, Document *out, Troubles *troubles)
{
    Page page = {.arena = arena, .bytes = bytes, .meta = meta_begin(), .document = out};
    Front front;
    Draft draft;
    document_begin(out, path, bytes);
    bool read = front_read(arena, out, &front, troubles);
    page_read(&page, front.end, bytes.len);
    if (out->date_source != DATE_FROM_FRONT_MATTER && page.meta.source != DATE_FROM_NONE) {
        out->date = page.meta.date;
        out->date_source = page.meta.source;
    }
    draft_begin(&draft, arena, out);
    write_article(&page, &front, &draft);
    draft_finish(&draft);
    return read;
}
