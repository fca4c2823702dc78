/* What `stet extract` and `stet explain` share. Tests: tests/cli/workings.py. */
#include "report/workings.h"

#include <string.h>

#include "report/passage.h"

enum { MEANINGS_SHOWN = 4 };

/* What was seen so far. */
typedef struct Watcher {
    Arena *arena;
    ReadSentences seen;
} Watcher;

static void see(void *self, const Sentence *sentence, const Tags *tags)
{
    Watcher *watcher = self;
    Tag *kept = arena_new(watcher->arena, Tag, tags->count);
    if (tags->count)
        memcpy(kept, tags->items, sizeof *kept * tags->count);
    *arena_push(watcher->arena, &watcher->seen) = (ReadSentence){
        sentence, kept, view_copy(watcher->arena, (View){tags->letters, tags->count})};
}

ReadSentences workings_read(Arena *arena, const Article *article)
{
    Watcher watcher = {.arena = arena};
    ExtractWatch watch = {see, &watcher};
    Extractor *extractor = extractor_new(article->grammar, article->book);
    extractor_read(extractor, arena, article->document, article->tokens, &watch);
    extractor_free(extractor);
    return watcher.seen;
}

Span workings_span(const Tokens *tokens, const Sentence *sentence)
{
    return span_join(tokens->items[sentence->first].span,
                     tokens->items[sentence->first + sentence->count - 1].span);
}

static View id_of(const Book *book, char letter, uint32_t index)
{
    switch (letter) {
    case 'P':
    case 'N':
        return book_text(book, person_at(book, index)->id);
    case 'O':
    case 'M':
        return book_text(book, office_at(book, index)->id);
    case 'L':
    case 'A':
        return book_text(book, place_at(book, index)->id);
    default:
        return (View){0};
    }
}

static View join_ids(Arena *arena, const Book *book, char letter, IndexList ids)
{
    View joined = {0};
    for (uint32_t i = 0; i < ids.count && i < MEANINGS_SHOWN; i++)
        joined = view_format(arena, "%.*s%s%.*s", VIEW_ARG(joined), i ? ", " : "",
                             VIEW_ARG(id_of(book, letter, ids.items[i])));
    if (ids.count > MEANINGS_SHOWN)
        joined =
            view_format(arena, "%.*s and %u more", VIEW_ARG(joined), ids.count - MEANINGS_SHOWN);
    return joined;
}

View workings_meaning(Arena *arena, const Book *book, char letter, const Tag *tag)
{
    View strict = join_ids(arena, book, letter, tag->ids);
    View loose = join_ids(arena, book, letter, tag->loose);
    if (!loose.len)
        return strict;
    return view_format(arena, "%.*s%sloosely %.*s", VIEW_ARG(strict), strict.len ? "; " : "",
                       VIEW_ARG(loose));
}

static View words_or_dash(const Article *article, Span span)
{
    return span.len ? passage_words(article->document, span) : VIEW("-");
}

View workings_claim(Arena *arena, const Article *article, const Claim *claim)
{
    return view_format(
        arena, "%.*s | %.*s | %.*s | %s", VIEW_ARG(words_or_dash(article, claim->person_span)),
        VIEW_ARG(words_or_dash(article, claim->office_span)),
        VIEW_ARG(words_or_dash(article, claim->place_span)), status_name(claim->status));
}
