/* The desk of tests: rules/words and rules/checks as shipped, a reference as written here. */
#include "desk.h"

#include <check.h>

#include "base/file.h"
#include "base/limits.h"
#include "judge/judge.h"

const char *const small_reference =
    "sources:\n"
    "  - {id: test, title: Test, licence: CC0-1.0, url: \"urn:test\"}\n"
    "places:\n"
    "  - {id: nl, name: Netherlands, the: true, kind: country, demonyms: [Dutch], also: "
    "[Holland]}\n"
    "  - {id: fr, name: France, kind: country, demonyms: [French]}\n"
    "  - {id: us, name: United States, the: true, kind: country, demonyms: [U.S., American], also: "
    "[US]}\n"
    "  - {id: ke, name: Kenya, kind: country, demonyms: [Kenyan]}\n"
    "  - {id: nato, name: NATO, kind: organisation}\n"
    "offices:\n"
    "  - id: nl/prime-minister\n"
    "    place: nl\n"
    "    title: Prime Minister\n"
    "    kind: head-of-government\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2002-07-22, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: jan-peter-balkenende, from: 2002-07-22, to: 2010-10-14, sources: [test]}\n"
    "      - {person: mark-rutte, from: 2010-10-14, to: 2024-07-02, sources: [test]}\n"
    "      - {person: dick-schoof, from: 2024-07-02, sources: [test]}\n"
    "  - id: nl/minister-of-defence\n"
    "    place: nl\n"
    "    title: Minister of Defence\n"
    "    kind: defence\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2024-07-02, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: ruben-brekelmans, from: 2024-07-02, sources: [test]}\n"
    "  - id: fr/minister-of-defence\n"
    "    place: fr\n"
    "    title: Minister of the Armed Forces\n"
    "    kind: defence\n"
    "    as-of: 2025-10-12\n"
    "    complete: [{from: 2022-05-20, as-of: 2025-10-12}]\n"
    "    tenures:\n"
    "      - {person: sebastien-lecornu, from: 2022-05-20, to: 2025-10-12, sources: [test]}\n"
    "  - id: fr/president\n"
    "    place: fr\n"
    "    title: President\n"
    "    kind: president\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 1995-05-17, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: jacques-chirac, from: 1995-05-17, to: 2007-05-16, sources: [test]}\n"
    "      - {person: nicolas-sarkozy, from: 2007-05-16, to: 2012-05-15, sources: [test]}\n"
    "      - {person: francois-hollande, from: 2012-05-15, to: 2017-05-14, sources: [test]}\n"
    "      - {person: emmanuel-macron, from: 2017-05-14, sources: [test]}\n"
    "  - id: us/president\n"
    "    place: us\n"
    "    title: President\n"
    "    kind: president\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2009-01-20, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: barack-obama, from: 2009-01-20, to: 2017-01-20, sources: [test]}\n"
    "      - {person: donald-trump, from: 2017-01-20, to: 2021-01-20, sources: [test]}\n"
    "      - {person: joe-biden, from: 2021-01-20, to: 2025-01-20, sources: [test]}\n"
    "      - {person: donald-trump, from: 2025-01-20, to: 2029-01-20, planned: true, sources: "
    "[test]}\n"
    "  - id: us/secretary-of-state\n"
    "    place: us\n"
    "    title: Secretary of State\n"
    "    kind: foreign\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2021-01-26, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: antony-blinken, from: 2021-01-26, to: 2025-01-20, sources: [test]}\n"
    "      - {person: lisa-kenna, from: 2025-01-20, to: 2025-01-21, acting: true, sources: "
    "[test]}\n"
    "      - {person: marco-rubio, from: 2025-01-21, sources: [test]}\n"
    "  - id: us/secretary-of-defense\n"
    "    place: us\n"
    "    title: Secretary of Defense\n"
    "    also: [defense secretary]\n"
    "    kind: defence\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2025-01-25, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: pete-hegseth, from: 2025-01-25, sources: [test]}\n"
    "  - id: nato/secretary-general\n"
    "    place: nato\n"
    "    title: Secretary General\n"
    "    as-of: 2026-01-01\n"
    "    complete: [{from: 2024-10-01, as-of: 2026-01-01}]\n"
    "    tenures:\n"
    "      - {person: mark-rutte, from: 2024-10-01, sources: [test]}\n"
    "people:\n"
    "  - {id: jan-peter-balkenende, name: Jan Peter Balkenende}\n"
    "  - {id: mark-rutte, name: Mark Rutte, born: 1967-02-14}\n"
    "  - {id: dick-schoof, name: Dick Schoof}\n"
    "  - {id: ruben-brekelmans, name: Ruben Brekelmans}\n"
    "  - {id: sebastien-lecornu, name: Sébastien Lecornu}\n"
    "  - {id: jacques-chirac, name: Jacques Chirac, born: 1932-11-29, died: 2019-09-26}\n"
    "  - {id: nicolas-sarkozy, name: Nicolas Sarkozy}\n"
    "  - {id: francois-hollande, name: François Hollande}\n"
    "  - {id: emmanuel-macron, name: Emmanuel Macron, born: 1977-12-21}\n"
    "  - {id: barack-obama, name: Barack Obama}\n"
    "  - {id: donald-trump, name: Donald Trump}\n"
    "  - {id: joe-biden, name: Joe Biden, also: [Joseph R. Biden Jr.]}\n"
    "  - {id: antony-blinken, name: Antony Blinken}\n"
    "  - {id: lisa-kenna, name: Lisa Kenna}\n"
    "  - {id: marco-rubio, name: Marco Rubio, born: 1971-05-28}\n"
    "  - {id: pete-hegseth, name: Pete Hegseth}\n";

static void fail_on_trouble(Desk *desk)
{
    if (desk->troubles.count)
        ck_abort_msg("%.*s", VIEW_ARG(trouble_text(&desk->arena, &desk->troubles.items[0])));
}

/* All YAML files below a folder of the source tree. */
static uint32_t read_folder(Desk *desk, const char *folder, BookSource **out)
{
    FileList files = {0};
    file_list(&desk->arena, folder, ".yaml", &files, &desk->troubles);
    *out = arena_new(&desk->arena, BookSource, files.count);
    for (uint32_t i = 0; i < files.count; i++) {
        Buffer bytes = {0};
        file_read(files.items[i].at, LIMIT_YAML_FILE, &bytes, &desk->troubles);
        (*out)[i] = (BookSource){files.items[i], view_copy(&desk->arena, buffer_view(&bytes))};
        buffer_free(&bytes);
    }
    return files.count;
}

void desk_open(Desk *desk, const char *reference, bool checks)
{
    *desk = (Desk){0};
    desk->troubles.arena = &desk->arena;
    Arena scratch = {0};
    BookSource *words, *rules, book = {VIEW("small.yaml"), view_of(reference)};
    uint32_t word_count = read_folder(desk, STET_RULES_FOLDER "/words", &words);
    book_compile(&book, 1, words, word_count, &desk->arena, &scratch, &desk->book, &desk->troubles);
    fail_on_trouble(desk);
    desk->grammar = grammar_read(&desk->arena, words, word_count, &desk->troubles);
    fail_on_trouble(desk);
    if (checks) {
        uint32_t rule_count = read_folder(desk, STET_RULES_FOLDER "/checks", &rules);
        desk->rules = rules_read(&desk->arena, desk->grammar, rules, rule_count, &desk->troubles);
        fail_on_trouble(desk);
    }
    arena_free(&scratch);
}

void desk_close(Desk *desk)
{
    if (desk->rules)
        rules_free(desk->rules);
    grammar_free(desk->grammar);
    arena_free(&desk->arena);
}

void desk_read(Desk *desk, const char *text, const char *date)
{
    desk->document = (Document){0};
    source_read_text(&desk->arena, VIEW("test"), view_of(text), &desk->document, &desk->troubles);
    desk->document.date = DATE_NONE;
    if (date && !date_parse(view_of(date), &desk->document.date))
        ck_abort_msg("%s is no date", date);
    desk->tokens = text_split(&desk->arena, &desk->document, desk->grammar->abbreviations);
    desk->claims =
        extract_claims(&desk->arena, desk->grammar, &desk->book, &desk->document, &desk->tokens);
    if (desk->rules)
        desk->judgement = judge_claims(&desk->arena, &desk->book, desk->rules, &policy_default,
                                       &desk->document, &desk->claims, false, DATE_NONE);
}

static View words(const Desk *desk, Span span)
{
    if (!span.len)
        return VIEW("-");
    return view_slice(desk->document.text, span.off, span_end(span));
}

const char *desk_claim(Desk *desk, uint32_t index)
{
    if (index >= desk->claims.count)
        return "no claim";
    const Claim *claim = &desk->claims.items[index];
    return view_format(&desk->arena, "%.*s | %.*s | %.*s | %s",
                       VIEW_ARG(words(desk, claim->person_span)),
                       VIEW_ARG(words(desk, claim->office_span)),
                       VIEW_ARG(words(desk, claim->place_span)), status_name(claim->status))
        .at;
}

const char *desk_rule(Desk *desk)
{
    const Findings *findings = &desk->judgement.findings;
    if (findings->count != 1)
        return findings->count ? "several" : "";
    return view_copy(&desk->arena, desk->rules->items[findings->items[0].rule].name).at;
}
