/* Examples of rules, run as tests. */
#include "judge/example.h"

#include "judge/judge.h"

static View findings_text(Arena *arena, const Rules *rules, const Findings *findings)
{
    View text = findings->count ? (View){0} : VIEW("no finding");
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        text = view_format(arena, "%.*s%s%s [%.*s]", VIEW_ARG(text), text.len ? ", " : "",
                           level_name(finding->level), VIEW_ARG(rules->items[finding->rule].name));
    }
    return text;
}

/* A wrong text gets its own rule's finding and nothing else; a right one gets none. */
static bool fits(const RuleExample *example, const Findings *findings)
{
    for (uint32_t i = 0; i < findings->count; i++)
        if (!example->wrong || findings->items[i].rule != example->rule)
            return false;
    return !example->wrong || findings->count;
}

static bool run_example(Arena *scratch, const Rules *rules, const Grammar *grammar,
                        const Book *book, const RuleExample *example, Troubles *troubles)
{
    Document document = {0};
    source_read_text(scratch, VIEW("example"), example->text, &document, troubles);
    document.date = example->date;
    document.date_source = DATE_FROM_OPTION;
    Tokens tokens = text_split(scratch, &document, grammar->abbreviations);
    Claims claims = extract_claims(scratch, grammar, book, &document, &tokens);
    Judgement judgement =
        judge_claims(scratch, book, rules, &policy_default, &document, &claims, false, DATE_NONE);
    bool supported = false;
    for (uint32_t i = 0; i < claims.count; i++)
        supported |= judgement.verdicts[i].kind == VERDICT_SUPPORTED;
    /* Silence proves nothing: a right text must be understood. */
    if (fits(example, &judgement.findings) && (example->wrong || supported))
        return true;
    const Rule *rule = &rules->items[example->rule];
    View reason = claims.count ? judgement.verdicts[0].reason : VIEW("no claim");
    trouble_add(troubles, rule->path, example->line, example->column,
                "%.*s: \"%.*s\" gives %.*s (%.*s), expected %s", VIEW_ARG(rule->name),
                VIEW_ARG(example->text),
                VIEW_ARG(findings_text(scratch, rules, &judgement.findings)), VIEW_ARG(reason),
                example->wrong ? "this rule alone" : "no finding and a supported claim");
    return false;
}

uint32_t rules_test(Arena *scratch, const Rules *rules, const Grammar *grammar, const Book *book,
                    Troubles *troubles)
{
    uint32_t failed = 0;
    for (uint32_t i = 0; i < rules->example_count; i++)
        failed += !run_example(scratch, rules, grammar, book, &rules->examples[i], troubles);
    return failed;
}
