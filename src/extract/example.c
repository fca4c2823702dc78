/* Examples of constructions, run as tests. */
#include "extract/example.h"

#include "base/buffer.h"

/* As examples are written: "person | title | place | status"; of another kind than office,
 * "person | what is said". */
static View claim_line(Arena *arena, const Document *document, const Claim *claim)
{
    View text = document->text;
    if (claim->kind != CLAIM_OFFICE)
        return view_format(
            arena, "%.*s | %.*s",
            VIEW_ARG(view_slice(text, claim->person_span.off, span_end(claim->person_span))),
            VIEW_ARG(view_slice(text, claim->said_span.off, span_end(claim->said_span))));
    View place = VIEW("-");
    if (claim->place_span.len)
        place = view_slice(text, claim->place_span.off, span_end(claim->place_span));
    return view_format(
        arena, "%.*s | %.*s | %.*s | %s",
        VIEW_ARG(view_slice(text, claim->person_span.off, span_end(claim->person_span))),
        VIEW_ARG(view_slice(text, claim->office_span.off, span_end(claim->office_span))),
        VIEW_ARG(place), status_name(claim->status));
}

static View join_lines(Arena *arena, const View *lines, uint32_t count)
{
    View joined = count ? lines[0] : VIEW("no claim");
    for (uint32_t i = 1; i < count; i++)
        joined = view_format(arena, "%.*s; %.*s", VIEW_ARG(joined), VIEW_ARG(lines[i]));
    return joined;
}

/* Whether the claims of an example are those expected, and whether its construction made one: of
 * office all count, else those of the construction. */
static bool run_example(Arena *scratch, const Grammar *grammar, const Book *book,
                        const GrammarExample *example, Troubles *troubles)
{
    Document document = {0};
    source_read_text(scratch, VIEW("example"), example->text, &document, troubles);
    Tokens tokens = text_split(scratch, &document, grammar->abbreviations);
    Claims claims = extract_claims(scratch, grammar, book, &document, &tokens);

    const Construction *construction = &grammar->constructions[example->construction];
    View *lines = arena_new(scratch, View, claims.count);
    uint32_t count = 0;
    bool fired = !example->claim_count;
    for (uint32_t i = 0; i < claims.count; i++) {
        const Claim *claim = &claims.items[i];
        bool own = claim->construction == example->construction;
        if (construction->kind < CONSTRUCTION_SEAT ? claim->kind != CLAIM_OFFICE : !own)
            continue;
        lines[count++] = claim_line(scratch, &document, claim);
        fired |= own;
    }
    View found = join_lines(scratch, lines, count);
    View expected = join_lines(scratch, example->claims, example->claim_count);
    if (view_equal(found, expected) && fired)
        return true;
    trouble_add(troubles, construction->path, example->line, example->column,
                "%.*s: \"%.*s\" gives %.*s%s, expected %.*s", VIEW_ARG(construction->name),
                VIEW_ARG(example->text), VIEW_ARG(found), fired ? "" : " by another construction",
                VIEW_ARG(expected));
    return false;
}

uint32_t grammar_test(Arena *scratch, const Grammar *grammar, const Book *book, Troubles *troubles)
{
    uint32_t failed = 0;
    for (uint32_t i = 0; i < grammar->example_count; i++)
        failed += !run_example(scratch, grammar, book, &grammar->examples[i], troubles);
    return failed;
}
