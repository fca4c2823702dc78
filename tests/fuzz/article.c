/* Fuzz target: any bytes as an article. The first byte chooses the format; the rest is the file.
 * The line must not crash, every finding must lie inside what was given, and every report must
 * end. Inputs that once mattered stand in tests/fuzz/article and are replayed by ordinary test
 * runs. */
#include <stdlib.h>

#include "stet/stet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static StetRules *rules;

static bool swallow(void *to, const char *bytes, size_t length)
{
    size_t *total = to;
    *total += length;
    return bytes || !length;
}

static void open_rules(void)
{
    const char *folder = getenv("STET_RULES");
    StetTroubles *troubles = stet_troubles_new();
    rules = stet_rules_open(folder ? folder : "rules", troubles);
    if (!rules)
        abort();
    stet_troubles_free(troubles);
}

static void check_findings(const StetArticle *article, const StetSource *source)
{
    for (size_t i = 0; i < stet_article_finding_count(article); i++) {
        StetFinding finding = stet_article_finding(article, i);
        if (finding.start.offset > finding.end.offset)
            abort();
        if (source->format != STET_FORMAT_RECORD && finding.end.offset > source->length)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const StetFormat formats[] = {STET_FORMAT_TEXT, STET_FORMAT_MARKDOWN, STET_FORMAT_RECORD,
                                         STET_FORMAT_HTML};
    if (!size)
        return 0;
    if (!rules)
        open_rules();
    StetTroubles *met = stet_troubles_new();
    StetOptions options = {.date = data[0] & 4 ? "infer" : NULL, .today = "2025-02-13"};
    StetDesk *desk = stet_desk_new(rules, &options, met);
    StetSource source = {.name = "fuzz",
                         .bytes = (const char *)data + 1,
                         .length = size - 1,
                         .format = formats[data[0] & 3],
                         .line = 1};
    const StetArticle *article = stet_check(desk, &source, met);
    if (article)
        check_findings(article, &source);
    for (size_t i = 0; stet_report_format(i); i++) {
        size_t written = 0;
        StetOutput output = {.format = i, .write = swallow, .to = &written, .verbose = 1};
        StetReport *report = stet_report_new(rules, &output, 1);
        stet_report_source(report, desk, &source, met);
        if (!stet_report_end(report))
            abort();
    }
    stet_desk_free(desk);
    stet_troubles_free(met);
    return 0;
}
