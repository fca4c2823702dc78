/* `stet extract`: how each sentence of an article was read. Tests: tests/cli/workings.py. */
#include <stdlib.h>

#include "report/article_json.h"
#include "report/passage.h"
#include "report/show.h"
#include "report/workings.h"

enum { WORDS_WIDTH = 32 };

/* An article on its way out. */
typedef struct Sheet {
    Arena *arena;
    const Article *article;
    Passages passages;
    Buffer *out;      /* of the text */
    JsonWriter *json; /* of the JSON */
} Sheet;

static View token_words(const Tokens *tokens, uint32_t token)
{
    return view_slice(tokens->text, tokens->items[token].span.off,
                      span_end(tokens->items[token].span));
}

static bool is_within(Span inner, Span outer)
{
    return outer.off <= inner.off && span_end(inner) <= span_end(outer);
}

/* --- text --- */

static void add_tokens(const Sheet *sheet, const Sentence *sentence)
{
    buffer_print(sheet->out, "  tokens ");
    for (uint32_t i = 0; i < sentence->count; i++) {
        buffer_print(sheet->out, "%s", i ? "|" : "");
        show_add(sheet->out, token_words(sheet->article->tokens, sentence->first + i));
    }
    buffer_print(sheet->out, "\n");
}

/* Capital letters are mentions; the others are words and marks. */
static bool is_telling(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

static void add_tags(const Sheet *sheet, const ReadSentence *read)
{
    buffer_print(sheet->out, "  tags   %.*s\n", VIEW_ARG(read->letters));
    for (size_t i = 0; i < read->letters.len; i++) {
        char letter = read->letters.at[i];
        if (!is_telling(letter))
            continue;
        const Tag *tag = &read->tags[i];
        buffer_print(sheet->out, "    %c  ", letter);
        show_add_cut(sheet->out, passage_words(sheet->article->document, tag->span), WORDS_WIDTH);
        View meaning = workings_meaning(sheet->arena, sheet->article->book, letter, tag);
        buffer_print(sheet->out, meaning.len ? "  = %.*s\n" : "%.*s\n", VIEW_ARG(meaning));
    }
}

static View construction_of(const Article *article, const Claim *claim)
{
    return article->grammar->constructions[claim->construction].name;
}

static void add_claims(const Sheet *sheet, Span sentence)
{
    const Article *article = sheet->article;
    for (uint32_t i = 0; i < article->claims->count; i++) {
        const Claim *claim = &article->claims->items[i];
        if (!is_within(claim->span, sentence))
            continue;
        buffer_print(sheet->out, "  claim  c%u, %s, by %.*s: ", i + 1,
                     subjects[claim->kind]->name, VIEW_ARG(construction_of(article, claim)));
        show_add(sheet->out, workings_claim(sheet->arena, article, claim));
        buffer_print(sheet->out, "\n");
    }
}

static void add_sentence(Sheet *sheet, const ReadSentence *read)
{
    Span span = workings_span(sheet->article->tokens, read->sentence);
    Passage passage = passage_at(&sheet->passages, span);
    show_add(sheet->out, sheet->article->path);
    buffer_print(sheet->out, ":%s%u:%u: ", passage.part == PART_TITLE ? "title:" : "",
                 passage.start.line, passage.start.column);
    show_add(sheet->out, passage_words(sheet->article->document, span));
    buffer_print(sheet->out, "\n");
    add_tokens(sheet, read->sentence);
    add_tags(sheet, read);
    add_claims(sheet, span);
    buffer_print(sheet->out, "\n");
}

static void text_article(void *self, const Article *article, Buffer *out)
{
    Arena *arena = self;
    Sheet sheet = {arena, article, passages_of(arena, article->document), out, NULL};
    ReadSentences read = workings_read(arena, article);
    for (uint32_t i = 0; i < read.count; i++)
        add_sentence(&sheet, &read.items[i]);
    arena_reset(arena);
}

/* --- JSON: an object an article, on a line of its own --- */

static void json_ids(const Sheet *sheet, char letter, const Tag *tag)
{
    View meaning = workings_meaning(sheet->arena, sheet->article->book, letter, tag);
    json_member(sheet->json, "means", meaning, meaning.len > 0);
}

static void json_span(Sheet *sheet, Span span)
{
    Passage passage = passage_at(&sheet->passages, span);
    json_member(sheet->json, "text", passage_words(sheet->article->document, span), true);
    json_member_int(sheet->json, "start", passage.start.offset);
    json_member_int(sheet->json, "end", passage.end.offset);
}

static void json_tokens(Sheet *sheet, const Sentence *sentence)
{
    json_key(sheet->json, "tokens");
    json_open_array(sheet->json);
    for (uint32_t i = 0; i < sentence->count; i++)
        json_text(sheet->json, token_words(sheet->article->tokens, sentence->first + i));
    json_close(sheet->json);
}

static void json_tags(Sheet *sheet, const ReadSentence *read)
{
    json_member(sheet->json, "tags", read->letters, true);
    json_key(sheet->json, "mentions");
    json_open_array(sheet->json);
    for (size_t i = 0; i < read->letters.len; i++) {
        char letter = read->letters.at[i];
        if (!is_telling(letter))
            continue;
        json_open_object(sheet->json);
        json_member(sheet->json, "tag", (View){&letter, 1}, true);
        json_span(sheet, read->tags[i].span);
        json_ids(sheet, letter, &read->tags[i]);
        json_close(sheet->json);
    }
    json_close(sheet->json);
}

static void json_claims(Sheet *sheet, Span sentence)
{
    const Article *article = sheet->article;
    json_key(sheet->json, "claims");
    json_open_array(sheet->json);
    for (uint32_t i = 0; i < article->claims->count; i++) {
        const Claim *claim = &article->claims->items[i];
        if (!is_within(claim->span, sentence))
            continue;
        json_open_object(sheet->json);
        json_member(sheet->json, "id", view_format(sheet->arena, "c%u", i + 1), true);
        json_member(sheet->json, "kind", view_of(subjects[claim->kind]->name), true);
        json_member(sheet->json, "construction", construction_of(article, claim), true);
        json_member(sheet->json, "parts", workings_claim(sheet->arena, article, claim), true);
        json_close(sheet->json);
    }
    json_close(sheet->json);
}

static void json_sentence(Sheet *sheet, const ReadSentence *read)
{
    Span span = workings_span(sheet->article->tokens, read->sentence);
    json_open_object(sheet->json);
    if (document_part(sheet->article->document, span) == PART_TITLE)
        json_member(sheet->json, "part", VIEW("title"), true);
    json_span(sheet, span);
    json_tokens(sheet, read->sentence);
    json_tags(sheet, read);
    json_claims(sheet, span);
    json_close(sheet->json);
}

static void json_article(void *self, const Article *article, Buffer *out)
{
    Arena *arena = self;
    Sheet sheet = {arena, article, passages_of(arena, article->document), out, json_begin(false)};
    ReadSentences read = workings_read(arena, article);
    json_open_object(sheet.json);
    json_member(sheet.json, "id", article->document->name, article->document->has_name);
    json_key(sheet.json, "sentences");
    json_open_array(sheet.json);
    for (uint32_t i = 0; i < read.count; i++)
        json_sentence(&sheet, &read.items[i]);
    json_close(sheet.json);
    json_close(sheet.json);
    json_end(sheet.json, out);
    buffer_add_byte(out, '\n');
    arena_reset(arena);
}

/* --- the formats --- */

static void *begin(const ReportContext *context)
{
    (void)context;
    return memory_or_end(calloc(1, sizeof(Arena)));
}

/* Troubles are told where they are met. */
static void failure(void *self, const Failure *failure, Buffer *out)
{
    (void)self;
    (void)failure;
    (void)out;
}

static void end(void *self, const Totals *totals, Buffer *out)
{
    (void)totals;
    (void)out;
    arena_free(self);
    free(self);
}

const ReportFormat report_extract_text = {"extract", begin, text_article, failure, end};
const ReportFormat report_extract_json = {"extract-json", begin, json_article, failure, end};
