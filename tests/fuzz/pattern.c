/* Fuzz target: a rule that is a pattern, over a text, and its repairs. The first byte chooses what
 * the pattern is over; the pattern goes up to the first line end, the text is the rest. Whatever
 * the pattern is, it is told in one message that names the rule, or its findings lie in the text,
 * and repairs come to an end. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "base/unicode.h"
#include "face.h"
#include "judge/style.h"
#include "stet/repair.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static StetRules *shipped;
static char path[64];

enum { OVER_TAGS = 1, FOLDED = 2, TERMS = 4 };

static void open_rules(void)
{
    const char *folder = getenv("STET_RULES");
    StetTroubles *troubles = stet_troubles_new();
    shipped = stet_rules_open(folder ? folder : "rules", troubles);
    if (!shipped)
        abort();
    stet_troubles_free(troubles);
    snprintf(path, sizeof path, "stet-fuzz-%ld.txt", (long)getpid());
}

static void member(JsonWriter *json, const char *key, View text)
{
    json_member(json, key, text, true);
}

static void add_example(JsonWriter *json, const char *key)
{
    json_key(json, key);
    json_open_array(json);
    json_open_object(json);
    member(json, "date", VIEW("2025-01-01"));
    member(json, "text", VIEW("x"));
    json_close(json);
    json_close(json);
}

/* The rule as JSON, which is YAML. */
static View rule_of(Arena *arena, View pattern, uint8_t flags)
{
    Buffer out = {0};
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    member(json, "subject", flags & OVER_TAGS ? VIEW("tags") : VIEW("text"));
    member(json, "level", VIEW("warning"));
    member(json, "message", VIEW("\"{said}\" {person} {office} {place} {date} {instead}"));
    member(json, "help", VIEW("x"));
    member(json, "fold", flags & FOLDED ? VIEW("true") : VIEW("false"));
    json_key(json, "fix");
    json_open_object(json);
    member(json, "replace", VIEW("said"));
    member(json, "with", flags & TERMS ? VIEW("{instead}") : VIEW("q"));
    json_close(json);
    if (flags & TERMS && !(flags & OVER_TAGS)) {
        json_key(json, "terms");
        json_open_object(json);
        json_key(json, "a term");
        json_open_array(json);
        json_text(json, pattern);
        json_close(json);
        json_close(json);
    } else {
        member(json, "pattern", pattern);
    }
    add_example(json, "wrong");
    add_example(json, "right");
    json_close(json);
    json_end(json, &out);
    View rule = view_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return rule;
}

/* Each trouble but those of the text itself names the rule, and once an article. */
static void check_troubles(const Troubles *troubles)
{
    uint32_t named = 0;
    for (uint32_t i = 0; i < troubles->count; i++)
        named += view_equal(troubles->items[i].path, VIEW("own/ours.yaml"));
    if (named > 1)
        abort();
}

static void check_findings(StetDesk *desk, View text)
{
    StetTroubles *met = stet_troubles_new();
    StetSource source = {.name = "fuzz.txt", .bytes = text.at, .length = text.len};
    const StetArticle *article = stet_check(desk, &source, met);
    if (!article)
        abort();
    for (size_t i = 0; i < stet_article_finding_count(article); i++) {
        StetFinding finding = stet_article_finding(article, i);
        if (finding.start.offset > finding.end.offset || finding.end.offset > text.len)
            abort();
    }
    check_troubles(&met->list);
    stet_troubles_free(met);
}

/* A term that is put right stays right: a second time there is nothing to do. */
static void check_repairs(StetDesk *desk, View text, bool terms)
{
    StetTroubles *met = stet_troubles_new();
    StetRepair repair = {.unsafe = true};
    StetRepaired first = {0}, again = {0};
    if (!file_write(path, text, &met->list))
        abort();
    bool done = stet_repair_path(desk, path, STET_FORMAT_TEXT, &repair, &first, met);
    if (done && first.made && terms &&
        stet_repair_path(desk, path, STET_FORMAT_TEXT, &repair, &again, met) && again.made)
        abort();
    stet_troubles_free(met);
    unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    if (!shipped)
        open_rules();
    View rest = {(const char *)data + 1, size - 1};
    const char *end = memchr(rest.at, '\n', rest.len);
    View pattern = {rest.at, end ? (size_t)(end - rest.at) : rest.len};
    View text = end ? view_slice(rest, pattern.len + 1, rest.len) : VIEW("x");
    if (!utf8_valid(pattern)) /* YAML is */
        return 0;
    Arena arena = {0};
    StetTroubles *met = stet_troubles_new();
    BookSource file = {.path = VIEW("own/ours.yaml"), .bytes = rule_of(&arena, pattern, data[0])};
    StetRules rules = *shipped;
    rules.checks = rules_read(&arena, shipped->grammar, &file, 1, &met->list);
    if (rules.checks) {
        StetOptions options = {.date = "2025-02-13"};
        StetDesk *desk = stet_desk_new(&rules, &options, met);
        check_findings(desk, text);
        check_repairs(desk, text, data[0] & TERMS && !(data[0] & OVER_TAGS));
        stet_desk_free(desk);
        rules_free(rules.checks);
    }
    stet_troubles_free(met);
    arena_free(&arena);
    return 0;
}
