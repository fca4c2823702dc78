/* `stet extract`: how each sentence of an article was read. Tests: tests/cli/workings.py. */
#include "base/json.h"
#include "report/passage.h"
#include "report/show.h"
#include "report/workings.h"

enum { WORDS_WIDTH = 32 };

/* An article on its way out. */
typedef struct Reader {
    Arena *arena;
    const Article *article;
    Passages passages;
    Buffer *out;      /* of the text */
    JsonWriter *json; /* of the JSON */
} Reader;

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

static void add_tokens(const Reader *reader, const Sentence *sentence)
{
    buffer_print(reader->out, "  tokens ");
    for (uint32_t i = 0; i < sentence->count; i++) {
        buffer_print(reader->out, "%s", i ? "|" : "");
        show_add(reader->out, token_words(reader->article->tokens, sentence->first + i));
    }
    buffer_print(reader->out, "\n");
}

/* Capital letters are mentions; the others are words and marks. */
static bool is_telling(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

static void add_tags(const Reader *reader, const ReadSentence *read)
{
    buffer_print(reader->out, "  tags   %.*s\n", VIEW_ARG(read->letters));
    for (size_t i = 0; i < read->letters.len; i++) {
        char letter = read->letters.at[i];
        if (!is_telling(letter))
            continue;
        const Tag *tag = &read->tags[i];
        buffer_print(reader->out, "    %c  ", letter);
        show_add_cut(reader->out, passage_words(reader->article->document, tag->span), WORDS_WIDTH);
        View meaning = workings_meaning(reader->arena, reader->article->book, letter, tag);
        buffer_print(reader->out, meaning.len ? "  = %.*s\n" : "%.*s\n", VIEW_ARG(meaning));
    }
}

static View construction_of(const Article *article, const Claim *claim)
{
    return article->grammar->constructions[claim->construction].name;
}

static void add_claims(const Reader *reader, Span sentence)
{
    const Article *article = reader->article;
    for (uint32_t i = 0; i < article->claims->count; i++) {
        const Claim *claim = &article->claims->items[i];
        if (!is_within(claim->span, sentence))
            continue;
        buffer_print(reader->out, "  claim  c%u, %s, by %.*s: ", i + 1, subjects[claim->kind]->name,
                     VIEW_ARG(construction_of(article, claim)));
        show_add(reader->out, workings_claim(reader->arena, article, claim));
        buffer_print(reader->out, "\n");
    }
}

static void add_sentence(Reader *reader, const ReadSentence *read)
{
    Span span = workings_span(reader->article->tokens, read->sentence);
    Passage passage = passage_at(&reader->passages, span);
    show_add(reader->out, reader->article->path);
    buffer_print(reader->out, ":%s%u:%u: ", passage.part == PART_TITLE ? "title:" : "",
                 passage.start.line, passage.start.column);
    show_add(reader->out, passage_words(reader->article->document, span));
    buffer_print(reader->out, "\n");
    add_tokens(reader, read->sentence);
    add_tags(reader, read);
    add_claims(reader, span);
    buffer_print(reader->out, "\n");
}

void extract_text(Arena *arena, const Article *article, Pointer at, Buffer *out)
{
    (void)at;
    Reader reader = {arena, article, passages_of(arena, article->document), out, NULL};
    ReadSentences read = workings_read(arena, article);
    for (uint32_t i = 0; i < read.count; i++)
        add_sentence(&reader, &read.items[i]);
}

/* --- JSON: an object an article, on a line of its own --- */

static void json_ids(const Reader *reader, char letter, const Tag *tag)
{
    View meaning = workings_meaning(reader->arena, reader->article->book, letter, tag);
    json_member(reader->json, "means", meaning, meaning.len > 0);
}

static void json_span(Reader *reader, Span span)
{
    Passage passage = passage_at(&reader->passages, span);
    json_member(reader->json, "text", passage_words(reader->article->document, span), true);
    json_member_int(reader->json, "start", passage.start.offset);
    json_member_int(reader->json, "end", passage.end.offset);
}

static void json_tokens(Reader *reader, const Sentence *sentence)
{
    json_key(reader->json, "tokens");
    json_open_array(reader->json);
    for (uint32_t i = 0; i < sentence->count; i++)
        json_text(reader->json, token_words(reader->article->tokens, sentence->first + i));
    json_close(reader->json);
}

static void json_tags(Reader *reader, const ReadSentence *read)
{
    json_member(reader->json, "tags", read->letters, true);
    json_key(reader->json, "mentions");
    json_open_array(reader->json);
    for (size_t i = 0; i < read->letters.len; i++) {
        char letter = read->letters.at[i];
        if (!is_telling(letter))
            continue;
        json_open_object(reader->json);
        json_member(reader->json, "tag", (View){&letter, 1}, true);
        json_span(reader, read->tags[i].span);
        json_ids(reader, letter, &read->tags[i]);
        json_close(reader->json);
    }
    json_close(reader->json);
}

static void json_claims(Reader *reader, Span sentence)
{
    const Article *article = reader->article;
    json_key(reader->json, "claims");
    json_open_array(reader->json);
    for (uint32_t i = 0; i < article->claims->count; i++) {
        const Claim *claim = &article->claims->items[i];
        if (!is_within(claim->span, sentence))
            continue;
        json_open_object(reader->json);
        json_member(reader->json, "id", view_format(reader->arena, "c%u", i + 1), true);
        json_member(reader->json, "kind", view_of(subjects[claim->kind]->name), true);
        json_member(reader->json, "construction", construction_of(article, claim), true);
        json_member(reader->json, "parts", workings_claim(reader->arena, article, claim), true);
        json_close(reader->json);
    }
    json_close(reader->json);
}

static void json_sentence(Reader *reader, const ReadSentence *read)
{
    Span span = workings_span(reader->article->tokens, read->sentence);
    json_open_object(reader->json);
    if (document_part(reader->article->document, span) == PART_TITLE)
        json_member(reader->json, "part", VIEW("title"), true);
    json_span(reader, span);
    json_tokens(reader, read->sentence);
    json_tags(reader, read);
    json_claims(reader, span);
    json_close(reader->json);
}

void extract_json(Arena *arena, const Article *article, Pointer at, Buffer *out)
{
    (void)at;
    Reader reader = {arena, article, passages_of(arena, article->document), out, json_begin(false)};
    ReadSentences read = workings_read(arena, article);
    json_open_object(reader.json);
    json_member(reader.json, "id", article->document->name, article->document->has_name);
    json_key(reader.json, "sentences");
    json_open_array(reader.json);
    for (uint32_t i = 0; i < read.count; i++)
        json_sentence(&reader, &read.items[i]);
    json_close(reader.json);
    json_close(reader.json);
    json_end(reader.json, out);
    buffer_add_byte(out, '\n');
}
