/* What must hold of the tokens of any text: random bytes, and random Markdown, from a seed. */
#include <string.h>

#include "base/buffer.h"
#include "base/unicode.h"
#include "sample.h"
#include "suites.h"
#include "text/token.h"

enum { ROUNDS = 500 };

static uint64_t state;

static uint32_t draw(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 33) % below;
}

static void add_bytes(Buffer *out)
{
    for (uint32_t count = draw(200); count > 0; count--)
        buffer_add_byte(out, (char)draw(256));
}

static void add_markdown(Buffer *out)
{
    static const char *const parts[] = {
        "Sen. ",    "Hart",     "’s",        "'",        " ",     "U.S.", "\n", "\n\n", "> ",
        "- ",       "1. ",      "**",        "*",        "_",     "`",    "[",  "](u)", "![",
        "&eacute;", "\\",       "é",         "“",        "”",     "\"",   ".",  "...",  "-",
        "—",        "|",        "\n|-|-|\n", "# ",       "<b>",   "<",    "(",  ")",    "\r\n",
        "\xE2",     "\x80",     "北",        "\xCC\x81", "1,000", "3.5",  "\t", "    ", "---\n",
        "a: b\n",   "[a]: b\n", "\n===\n",   "\xC2\xAD", "J.",
    };
    for (uint32_t count = draw(60); count > 0; count--)
        buffer_add(out, view_of(parts[draw(sizeof parts / sizeof *parts)]));
}

static bool piece_agrees(const Document *document, const Piece *piece)
{
    View original = document->original[piece->part];
    ck_assert_uint_le(span_end(piece->file), original.len);
    ck_assert_uint_le(span_end(piece->text), document->text.len);
    return piece->whole || (piece->text.len == piece->file.len &&
                            !memcmp(document->text.at + piece->text.off,
                                    original.at + piece->file.off, piece->text.len));
}

static void check_document(const Document *document)
{
    uint32_t end = 0;
    ck_assert(utf8_valid(document->text));
    for (uint32_t i = 0; i < document->blocks.count; i++) {
        Span span = document->blocks.items[i].span;
        ck_assert_uint_gt(span.len, 0);
        ck_assert_uint_le(span_end(span), document->text.len);
        ck_assert(i == 0 || span.off > end);
        end = span_end(span);
    }
    end = 0;
    for (uint32_t i = 0; i < document->pieces.count; i++) {
        const Piece *piece = &document->pieces.items[i];
        ck_assert(piece_agrees(document, piece));
        ck_assert_uint_ge(piece->text.off, end);
        end = span_end(piece->text);
    }
}

static void check_token(const Document *document, const Token *token)
{
    Segments segments = {0};
    Part part = document_part(document, token->span);
    Span original = document_original(document, token->span, &segments, &sample_arena);
    ck_assert_uint_gt(token->span.len, 0);
    ck_assert_uint_le(span_end(token->span), document->text.len);
    ck_assert_uint_gt(original.len, 0);
    ck_assert_uint_le(span_end(original), document->original[part].len);
    ck_assert_uint_gt(segments.count, 0);
    ck_assert_uint_eq(segments.items[0].off, original.off);
    ck_assert_uint_eq(span_end(segments.items[segments.count - 1]), span_end(original));
}

static void check_tokens(const Document *document)
{
    Tokens tokens = text_split(&sample_arena, document, (Abbreviations){0});
    uint32_t end = 0, next = 0;
    for (uint32_t i = 0; i < tokens.count; i++) {
        check_token(document, &tokens.items[i]);
        ck_assert_uint_ge(tokens.items[i].span.off, end);
        end = span_end(tokens.items[i].span);
        if (tokens.items[i].kind != TOKEN_POSSESSIVE)
            ck_assert_uint_eq(tokens.items[i].hash, word_hash(token_text(&tokens, i)));
    }
    for (uint32_t i = 0; i < tokens.sentence_count; i++) {
        Span block = document->blocks.items[tokens.sentences[i].block].span;
        ck_assert_uint_eq(tokens.sentences[i].first, next);
        ck_assert_uint_gt(tokens.sentences[i].count, 0);
        ck_assert(span_touches(tokens.items[next].span, block));
        next += tokens.sentences[i].count;
        ck_assert(span_touches(tokens.items[next - 1].span, block));
    }
    ck_assert_uint_eq(next, tokens.count);
}

static void check_text(View bytes)
{
    bool (*const readers[])(Arena *, View, View, Document *, Troubles *) = {source_read_text,
                                                                            source_read_markdown};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        Document document;
        Troubles troubles = {.arena = &sample_arena};
        readers[i](&sample_arena, VIEW("any"), bytes, &document, &troubles);
        check_document(&document);
        check_tokens(&document);
    }
}

static void check_many(void (*add)(Buffer *))
{
    Buffer bytes = {0};
    for (uint32_t round = 1; round <= ROUNDS; round++) {
        state = round * 0x9E3779B97F4A7C15u;
        buffer_clear(&bytes);
        add(&bytes);
        check_text(buffer_view(&bytes));
        arena_reset(&sample_arena);
    }
    buffer_free(&bytes);
}

START_TEST(any_bytes_are_split_within_their_bounds)
{
    check_many(add_bytes);
}
END_TEST

START_TEST(any_markdown_is_split_within_its_bounds)
{
    check_many(add_markdown);
}
END_TEST

Suite *property_suite(void)
{
    Suite *suite = suite_create("property");
    TCase *tests = tcase_create("property");
    tcase_set_timeout(tests, 120);
    tcase_add_checked_fixture(tests, NULL, sample_end);
    tcase_add_test(tests, any_bytes_are_split_within_their_bounds);
    tcase_add_test(tests, any_markdown_is_split_within_its_bounds);
    suite_add_tcase(suite, tests);
    return suite;
}
