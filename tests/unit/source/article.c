#include "article.h"

#include <check.h>
#include <string.h>

#include "base/buffer.h"

Arena article_arena;
Troubles article_troubles;
Document article;

void article_begin(void)
{
    article_troubles = (Troubles){.arena = &article_arena};
}

void article_end(void)
{
    arena_free(&article_arena);
}

static const char *keep(Buffer *out)
{
    const char *kept = view_copy(&article_arena, buffer_view(out)).at;
    buffer_free(out);
    return kept;
}

static const char *blocks(void)
{
    static const char *const kinds[] = {"paragraph", "heading", "title", "item",
                                        "quote",     "caption", "cell"};
    Buffer out = {0};
    for (uint32_t i = 0; i < article.blocks.count; i++) {
        Block block = article.blocks.items[i];
        View text = view_slice(article.text, block.span.off, span_end(block.span));
        ck_assert(document_part(&article, block.span) == block.part);
        buffer_print(&out, "%s%s: ", i ? "\n" : "", kinds[block.kind]);
        buffer_add(&out, text);
    }
    return keep(&out);
}

const char *read_text(View bytes)
{
    ck_assert(source_read_text(&article_arena, VIEW("a.txt"), bytes, &article, &article_troubles));
    return blocks();
}

const char *read_markdown(View bytes)
{
    source_read_markdown(&article_arena, VIEW("a.md"), bytes, &article, &article_troubles);
    return blocks();
}

const char *read_html(View bytes)
{
    source_read_html(&article_arena, VIEW("a.html"), bytes, &article, &article_troubles);
    return blocks();
}

const char *read_record(View bytes)
{
    bool read =
        source_read_record(&article_arena, VIEW("a.ndjson"), 7, bytes, &article, &article_troubles);
    return read ? blocks() : "";
}

const char *original_of(const char *words)
{
    const char *found = strstr(article.text.at, words);
    ck_assert_ptr_nonnull(found);
    Span text = {(uint32_t)(found - article.text.at), (uint32_t)strlen(words)};
    View original = article.original[document_part(&article, text)];
    Segments segments = {0};
    Span whole = document_original(&article, text, &segments, &article_arena);
    ck_assert_uint_eq(whole.off, segments.items[0].off);
    ck_assert_uint_eq(span_end(whole), span_end(segments.items[segments.count - 1]));
    Buffer out = {0};
    for (uint32_t i = 0; i < segments.count; i++) {
        if (i)
            buffer_add_byte(&out, '|');
        buffer_add(&out, view_slice(original, segments.items[i].off, span_end(segments.items[i])));
    }
    return keep(&out);
}

const char *first_trouble(void)
{
    if (!article_troubles.count)
        return "";
    View text = trouble_text(&article_arena, &article_troubles.items[0]);
    return view_copy(&article_arena, text).at;
}
