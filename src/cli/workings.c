/* stet extract and stet explain: how an article was read, and why a passage was flagged or was not.
 */
#include "cli/cli.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Sends what stands at a path through the report, as `stet check` would judge it. */
static int report_path(const Settings *settings, const StetRules *rules, StetReport *report,
                       const char *path, StetTroubles *troubles)
{
    char today[TODAY_SIZE];
    if (!today_read(today))
        return EXIT_TROUBLE;
    StetConfig *config = config_open(settings, path, troubles);
    size_t told = stet_troubles_count(troubles);
    StetOptions options = {.date = settings->date, .today = today, .config = config};
    StetDesk *desk = config ? stet_desk_new(rules, &options, troubles) : NULL;
    if (desk)
        stet_report_path(report, desk, path, (StetFormat)settings->from, troubles);
    bool done = !complain_troubles(troubles, told) && desk;
    stet_desk_free(desk);
    stet_config_free(config);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int end_report(StetReport *report, int status)
{
    return stet_report_end(report) ? status : EXIT_TROUBLE;
}

static int extract_run(const Settings *settings, Operands paths)
{
    if (!paths.count) {
        complain("nothing to read: name files, or - for standard input");
        return EXIT_TROUBLE;
    }
    int status = EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open_for(settings, paths.items[0], troubles);
    if (rules) {
        StetReport *report =
            stet_report_extract(settings->format == STET_BOOK_JSON, print_bytes, NULL);
        status = EXIT_CLEAN;
        for (int i = 0; i < paths.count; i++)
            if (report_path(settings, rules, report, paths.items[i], troubles) != EXIT_CLEAN)
                status = EXIT_TROUBLE;
        status = end_report(report, status);
    }
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

/* Takes ":NUMBER" off the end of a path; 0 where none stands there. */
static unsigned cut_number(char *path)
{
    char *colon = strrchr(path, ':'), *end;
    if (!colon || colon[1] < '0' || colon[1] > '9')
        return 0;
    errno = 0;
    unsigned long number = strtoul(colon + 1, &end, 10);
    if (errno || *end || number > UINT_MAX)
        return 0;
    *colon = '\0';
    return (unsigned)number;
}

static int explain_run(const Settings *settings, Operands operands)
{
    char *path = operands.count == 1 ? operands.items[0] : NULL;
    unsigned last = path ? cut_number(path) : 0, first = last ? cut_number(path) : 0;
    if (!path || (!last && access(path, F_OK) == 0)) {
        complain("expected RULE, PATH:LINE or PATH:LINE:COLUMN");
        return EXIT_TROUBLE;
    }
    if (!last)
        return explain_rule(settings, path);
    int status = EXIT_TROUBLE;
    StetTroubles *troubles = stet_troubles_new();
    StetRules *rules = rules_open_for(settings, path, troubles);
    if (rules) {
        StetReport *report =
            stet_report_explain(first ? first : last, first ? last : 0, print_bytes, NULL);
        status = end_report(report, report_path(settings, rules, report, path, troubles));
    }
    stet_rules_free(rules);
    stet_troubles_free(troubles);
    return status;
}

const Verb verb_extract = {
    "extract",
    "[OPTIONS] PATH...",
    "show how articles are read",
    "Of each sentence: its tokens; its tags, one letter a mention or word, with what a\n"
    "mention can mean; and its claims, as \"person | title | place | status\", with the\n"
    "construction that made each. rules/words says what the letters are.\n\n"
    "Status: 0 done, 2 not all could be read.\n",
    VERB_EXTRACT,
    extract_run,
};

const Verb verb_explain = {
    "explain",
    "[OPTIONS] RULE | PATH:LINE[:COLUMN]",
    "say why a rule speaks, or a passage was flagged or was not",
    "Of a rule: why it speaks, what to do, and its limits. Of a passage: follows each\n"
    "claim that stands there back to the readings, facts, rules and tenures that\n"
    "decided. Where no claim was read, says which constructions came close, and which\n"
    "words are in the way.\n\n"
    "Status: 0 done, 2 there is no such rule, or the article could not be read.\n",
    VERB_EXPLAIN,
    explain_run,
};
