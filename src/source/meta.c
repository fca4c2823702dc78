/* The data that a page carries about itself. Dates that cannot be read are passed over: other
 * programs wrote them, and a later one may be better. Tests: tests/unit/source/meta.c. */
#include "source/meta.h"

#include "base/json.h"

Meta meta_begin(void)
{
    return (Meta){.date = DATE_NONE, .source = DATE_FROM_NONE};
}

static bool is_among(View word, const char *const *names)
{
    for (; *names; names++)
        if (view_equal_fold(word, view_of(*names)))
            return true;
    return false;
}

static View value_of(View page, const Unit *tag, const char *name)
{
    Span value;
    if (!tag_attribute(page, tag, name, &value))
        return (View){0};
    return view_trim(view_slice(page, value.off, span_end(value)));
}

/* A <meta> goes before JSON-LD, and the first of each before the later ones. */
static void take_date(Meta *meta, View text, DateSource source)
{
    Date date;
    bool better = meta->source == DATE_FROM_NONE ||
                  (meta->source == DATE_FROM_JSON_LD && source == DATE_FROM_META);
    if (better && date_parse_stamp(text, &date)) {
        meta->date = date;
        meta->source = source;
    }
}

static void read_meta(Meta *meta, View page, const Unit *tag)
{
    static const char *const dates[] = {"article:published_time",
                                        "og:article:published_time",
                                        "date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "publication_date",
                                        "published_at",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "dc.date",
                                        "dc.date.issued",
                                        "dcterms.date",
                                        "dcterms.issued",
                                        "dcterms.created",
                                        "datepublished",
                                        NULL};
    static const char *const titles[] = {"og:title", "twitter:title", NULL};
    static const char *const keys[] = {"property", "name", "itemprop"};
    Span content;
    if (!tag_attribute(page, tag, "content", &content))
        return;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        View key = value_of(page, tag, keys[i]);
        if (is_among(key, dates))
            take_date(meta, view_trim(view_slice(page, content.off, span_end(content))),
                      DATE_FROM_META);
        else if (is_among(key, titles) && !meta->headline.len)
            meta->headline = content;
    }
}

/* <time itemprop="datePublished" datetime="2025-02-13">, <time pubdate datetime="2025-02-13"> */
static void read_time(Meta *meta, View page, const Unit *tag)
{
    Span flag;
    if (tag_attribute(page, tag, "pubdate", &flag) ||
        view_equal_fold(value_of(page, tag, "itemprop"), VIEW("datepublished")))
        take_date(meta, value_of(page, tag, "datetime"), DATE_FROM_META);
}

static bool is_article(const YamlNode *map)
{
    const YamlNode *type = yaml_get(map, "@type");
    if (type && type->kind == YAML_LIST && type->count)
        type = type->items[0];
    return type && type->kind == YAML_SCALAR &&
           (view_ends(type->text, VIEW("Article")) || view_ends(type->text, VIEW("Posting")));
}

/* The first date of an article, at any depth. */
static void find_date(Meta *meta, const YamlNode *node)
{
    if (node->kind == YAML_MAP && is_article(node)) {
        const YamlNode *date = yaml_get(node, "datePublished");
        if (date && date->kind == YAML_SCALAR)
            take_date(meta, date->text, DATE_FROM_JSON_LD);
    }
    if (node->kind == YAML_SCALAR)
        return;
    uint32_t count = node->kind == YAML_MAP ? 2 * node->count : node->count;
    for (uint32_t i = 0; i < count && meta->source == DATE_FROM_NONE; i++)
        find_date(meta, node->items[i]);
}

static void read_json(Meta *meta, View page, const Unit *unit)
{
    if (meta->source != DATE_FROM_NONE ||
        !view_equal_fold(value_of(page, unit, "type"), VIEW("application/ld+json")))
        return;
    Arena arena = {0};
    Troubles ignored = {.arena = &arena};
    const YamlNode *data =
        json_parse(&arena, (View){0}, view_slice(page, unit->inner_from, unit->inner_to), &ignored);
    if (data)
        find_date(meta, data);
    arena_free(&arena);
}

void meta_read(Meta *meta, View page, const Unit *unit)
{
    if (unit->kind == UNIT_OPEN && view_equal_fold(unit->name, VIEW("meta"))) {
        read_meta(meta, page, unit);
    } else if (unit->kind == UNIT_OPEN && view_equal_fold(unit->name, VIEW("time"))) {
        read_time(meta, page, unit);
    } else if (unit->kind == UNIT_RAW && view_equal_fold(unit->name, VIEW("script"))) {
        read_json(meta, page, unit);
    } else if (unit->kind == UNIT_RAW && view_equal_fold(unit->name, VIEW("title")) &&
               !meta->title.len) {
        meta->title =
            (Span){(uint32_t)unit->inner_from, (uint32_t)(unit->inner_to - unit->inner_from)};
    }
}
