/* Prose. Claims may overlap ("Presidents A and B"): the first has the words that they share, and of
 * one that is left without words there is the number. Tests: tests/unit/report/prose.c,
 * tests/reports. */
#include "report/prose.h"

#include "report/markup.h"

typedef struct Prose {
    Buffer *out;
    const Sheet *sheet;
    uint32_t page;
    uint32_t next; /* claim */
} Prose;

const char *verdict_sign(VerdictKind verdict)
{
    switch (verdict) {
    case VERDICT_UNVERIFIABLE:
        return "?";
    case VERDICT_SUPPORTED:
        return "✓";
    case VERDICT_CONTRADICTED:
        return "✗";
    }
    return NULL;
}

static void add_words(const Prose *prose, size_t from, size_t to)
{
    markup_add(prose->out, view_slice(prose->sheet->text, from, to));
}

static void add_mark(const Prose *prose, const SheetClaim *claim, size_t from, size_t to)
{
    const char *verdict = verdict_name(claim->verdict);
    buffer_print(prose->out, "<a class=\"mark %s\" id=\"a%u-m%u\" href=\"#a%u-c%u\">", verdict,
                 prose->page, claim->number + 1, prose->page, claim->number + 1);
    add_words(prose, from, to);
    buffer_print(prose->out,
                 "<sup aria-hidden=\"true\">%s%u</sup><span class=\"hidden\"> (claim %u, %s)</span>"
                 "</a>",
                 verdict_sign(claim->verdict), claim->number + 1, claim->number + 1, verdict);
}

/* The words of a block with the claims in it, which are the next. */
static void add_marked(Prose *prose, Span block)
{
    const Sheet *sheet = prose->sheet;
    size_t at = block.off, end = span_end(block);
    for (; prose->next < sheet->claims.count; prose->next++) {
        const SheetClaim *claim = &sheet->claims.items[prose->next];
        if (claim->prose.off >= end)
            break;
        size_t from = claim->prose.off > at ? claim->prose.off : at;
        size_t to = span_end(claim->prose) < end ? span_end(claim->prose) : end;
        add_words(prose, at, from);
        add_mark(prose, claim, from, to > from ? to : from);
        at = to > from ? to : from;
    }
    add_words(prose, at, end);
}

typedef struct Element {
    const char *open;
    const char *close;
} Element;

static Element element_of(BlockKind kind)
{
    static const Element elements[] = {
        [BLOCK_PARAGRAPH] = {"<p>", "</p>"},
        [BLOCK_HEADING] = {"<h4>", "</h4>"},
        [BLOCK_TITLE] = {"<h4 class=\"title\">", "</h4>"},
        [BLOCK_ITEM] = {"<p class=\"item\">", "</p>"},
        [BLOCK_QUOTE] = {"<blockquote><p>", "</p></blockquote>"},
        [BLOCK_CAPTION] = {"<p class=\"caption\">", "</p>"},
        [BLOCK_CELL] = {"<p class=\"cell\">", "</p>"},
    };
    return elements[kind];
}

static void add_blocks(Prose *prose, bool title)
{
    const Sheet *sheet = prose->sheet;
    prose->next = 0;
    for (uint32_t i = 0; i < sheet->blocks.count; i++) {
        const SheetBlock *block = &sheet->blocks.items[i];
        if ((block->kind == BLOCK_TITLE) != title)
            continue;
        while (prose->next < sheet->claims.count &&
               sheet->claims.items[prose->next].prose.off < block->span.off)
            prose->next++;
        Element element = element_of(block->kind);
        buffer_print(prose->out, "%s", element.open);
        add_marked(prose, block->span);
        buffer_print(prose->out, "%s\n", element.close);
    }
}

void prose_add(Buffer *out, const Sheet *sheet, uint32_t page)
{
    Prose prose = {.out = out, .sheet = sheet, .page = page};
    add_blocks(&prose, true);
    add_blocks(&prose, false);
}
