#include "sample.h"

#include <stdlib.h>

#include "base/buffer.h"

Arena sample_arena;

static int compare_hashes(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
    return left < right ? -1 : left > right;
}

static Abbreviations abbreviations(void)
{
    static const char *const words[] = {"Sen", "Gov", "Jan", "Jr", "No", "ill", "etc"};
    enum { COUNT = sizeof words / sizeof *words };
    uint64_t *hashes = arena_new(&sample_arena, uint64_t, COUNT);
    for (size_t i = 0; i < COUNT; i++)
        hashes[i] = word_hash(view_of(words[i]));
    qsort(hashes, COUNT, sizeof *hashes, compare_hashes);
    return (Abbreviations){hashes, COUNT};
}

Tokens sample_split(const char *text)
{
    Document document;
    Troubles troubles = {.arena = &sample_arena};
    source_read_text(&sample_arena, VIEW("sample"), view_of(text), &document, &troubles);
    return text_split(&sample_arena, &document, abbreviations());
}

/* Views joined; the result lives in the arena. */
static void add(Buffer *out, View text, char between)
{
    if (out->len)
        buffer_add_byte(out, between);
    buffer_add(out, text);
}

static const char *keep(Buffer *out)
{
    const char *kept = view_copy(&sample_arena, buffer_view(out)).at;
    buffer_free(out);
    return kept;
}

const char *sample_flagged(const char *text, uint8_t flag)
{
    Tokens tokens = sample_split(text);
    Buffer out = {0};
    for (uint32_t i = 0; i < tokens.count; i++)
        if (!flag || tokens.items[i].flags & flag)
            add(&out, token_text(&tokens, i), '|');
    return keep(&out);
}

const char *sample_tokens(const char *text)
{
    return sample_flagged(text, 0);
}

const char *sample_sentences(const char *text)
{
    Tokens tokens = sample_split(text);
    Buffer out = {0};
    for (uint32_t i = 0; i < tokens.sentence_count; i++) {
        Sentence sentence = tokens.sentences[i];
        Span first = tokens.items[sentence.first].span;
        Span last = tokens.items[sentence.first + sentence.count - 1].span;
        add(&out, view_slice(tokens.text, first.off, span_end(last)), '\n');
    }
    return keep(&out);
}

void sample_end(void)
{
    arena_free(&sample_arena);
}
