/* Repairs: what findings would put in place of what they found, written into the bytes of the file.
 * Tests: tests/cli/repair.py. */
#include "stet/repair.h"

#include <assert.h>

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "face.h"

enum { PASSES_MOST = 8, CONTEXT_LINES = 3 };

/* Bytes of the file that are replaced. */
typedef struct Edit {
    Span span;
    View text;
} Edit;

typedef struct Edits {
    Edit *items;
    uint32_t count;
    uint32_t capacity;
} Edits;

/* --- which --- */

static bool is_quoted(const StetArticle *article, const Finding *finding)
{
    const Document *document = &article->document;
    uint32_t block = document_block(document, finding->fix.span);
    return (finding->claim != NONE && article->claims.items[finding->claim].flags & CLAIM_QUOTED) ||
           document->blocks.items[block].kind == BLOCK_QUOTE;
}

static bool has_byte(View text, const char *any)
{
    for (size_t i = 0; i < text.len; i++)
        if (strchr(any, text.at[i]))
            return true;
    return false;
}

/* The place in the file, where the words stand there as they were read: in one piece, without
 * markup, entities or line breaks. */
static bool find_edit(const StetArticle *article, const Finding *finding, Edit *out)
{
    const Document *document = &article->document;
    Segments segments = {0};
    Span span = document_original(document, finding->fix.span, &segments, article->arena);
    View words = view_slice(document->text, finding->fix.span.off, span_end(finding->fix.span));
    if (document_part(document, finding->fix.span) != PART_TEXT || segments.count != 1 ||
        !view_equal(view_slice(document->original[PART_TEXT], span.off, span_end(span)), words) ||
        has_byte(words, "\r\n") || has_byte(finding->fix.text, "\r\n<>&*_[]`\\"))
        return false;
    *out = (Edit){span, finding->fix.text};
    return true;
}

static int compare_edits(const void *a, const void *b)
{
    const Edit *left = a, *right = b;
    if (left->span.off != right->span.off)
        return left->span.off < right->span.off ? -1 : 1;
    return (left->span.len > right->span.len) - (left->span.len < right->span.len);
}

/* In the order of the file; of two that touch the first is made, and the other in the next pass. */
static Edits find_edits(const StetArticle *article, bool unsafe)
{
    Edits edits = {0};
    const Findings *findings = &article->judgement.findings;
    for (uint32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->items[i];
        Edit edit;
        if (finding->fix.span.len && (finding->fix.safe || unsafe) && !finding->suppressed &&
            !is_quoted(article, finding) && find_edit(article, finding, &edit))
            *arena_push(article->arena, &edits) = edit;
    }
    if (edits.count)
        qsort(edits.items, edits.count, sizeof(Edit), compare_edits);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < edits.count; i++)
        if (!kept || span_end(edits.items[kept - 1].span) <= edits.items[i].span.off)
            edits.items[kept++] = edits.items[i];
    edits.count = kept;
    return edits;
}

static void apply(View bytes, const Edits *edits, Buffer *out)
{
    size_t at = 0;
    for (uint32_t i = 0; i < edits->count; i++) {
        buffer_add(out, view_slice(bytes, at, edits->items[i].span.off));
        buffer_add(out, edits->items[i].text);
        at = span_end(edits->items[i].span);
    }
    buffer_add(out, view_slice(bytes, at, bytes.len));
}

/* --- the difference: repairs add and take away no line --- */

typedef struct Lines {
    View *items;
    uint32_t count;
    uint32_t capacity;
} Lines;

static Lines split(Arena *arena, View bytes)
{
    Lines lines = {0};
    for (size_t at = 0; at < bytes.len;) {
        size_t end = at;
        while (end < bytes.len && bytes.at[end] != '\n')
            end++;
        end += end < bytes.len;
        *arena_push(arena, &lines) = view_slice(bytes, at, end);
        at = end;
    }
    return lines;
}

static void add_line(Buffer *out, char mark, View line)
{
    buffer_add_byte(out, mark);
    buffer_add(out, line);
    if (!view_ends(line, VIEW("\n")))
        buffer_add(out, VIEW("\n\\ No newline at end of file\n"));
}

static bool differ(const Lines *old, const Lines *new, uint32_t line)
{
    return !view_equal(old->items[line], new->items[line]);
}

/* The line after the last one of the hunk that begins to differ at `first`. */
static uint32_t hunk_end(const Lines *old, const Lines *new, uint32_t first)
{
    uint32_t end = first + 1;
    for (uint32_t i = end; i < old->count && i < end + 2 * CONTEXT_LINES; i++)
        if (differ(old, new, i))
            end = i + 1;
    return end;
}

static void add_hunk(const Lines *old, const Lines *new, uint32_t first, uint32_t end, Buffer *out)
{
    uint32_t from = first > CONTEXT_LINES ? first - CONTEXT_LINES : 0;
    uint32_t to = end + CONTEXT_LINES < old->count ? end + CONTEXT_LINES : old->count;
    buffer_print(out, "@@ -%u,%u +%u,%u @@\n", from + 1, to - from, from + 1, to - from);
    for (uint32_t i = from; i < to;) {
        uint32_t run = i;
        while (run < to && differ(old, new, run))
            run++;
        for (uint32_t j = i; j < run; j++)
            add_line(out, '-', old->items[j]);
        for (uint32_t j = i; j < run; j++)
            add_line(out, '+', new->items[j]);
        if (run == i)
            add_line(out, ' ', old->items[run++]);
        i = run;
    }
}

static void add_diff(const char *path, View before, View after, Buffer *out)
{
    Arena arena = {0};
    Lines old = split(&arena, before), new = split(&arena, after);
    assert(old.count == new.count);
    buffer_print(out, "--- a/%s\n+++ b/%s\n", path, path);
    for (uint32_t i = 0; i < old.count;) {
        if (!differ(&old, &new, i)) {
            i++;
            continue;
        }
        uint32_t end = hunk_end(&old, &new, i);
        add_hunk(&old, &new, i, end, out);
        i = end;
    }
    arena_free(&arena);
}

/* --- a file --- */

/* Repairs `bytes` in place, pass after pass: a repair may make room for another. */
static bool repair_bytes(StetDesk *desk, const char *path, StetFormat format, bool unsafe,
                         Buffer *bytes, StetRepaired *repaired, StetTroubles *troubles)
{
    Buffer next = {0};
    bool done = true;
    for (int pass = 0; pass < PASSES_MOST && done; pass++) {
        StetSource source = {
            .name = path, .bytes = bytes->at, .length = bytes->len, .format = format};
        const StetArticle *article = stet_check(desk, &source, troubles);
        done = article != NULL;
        Edits edits = article ? find_edits(article, unsafe) : (Edits){0};
        if (!edits.count) {
            repaired->left = article ? find_edits(article, true).count : 0;
            break;
        }
        repaired->made += edits.count;
        buffer_clear(&next);
        apply(buffer_view(bytes), &edits, &next);
        buffer_clear(bytes);
        buffer_add(bytes, buffer_view(&next));
    }
    buffer_free(&next);
    return done;
}

/* Whoever wrote to the file meanwhile goes first. */
static bool replace(const char *path, View before, View after, Troubles *troubles)
{
    Buffer now = {0};
    bool done = file_read(path, LIMIT_DOCUMENT, &now, troubles);
    if (done && !view_equal(buffer_view(&now), before)) {
        trouble_add(troubles, view_of(path), 0, 0,
                    "has changed while it was checked, and stays as it is");
        done = false;
    }
    buffer_free(&now);
    return done && file_write(path, after, troubles);
}

bool stet_repair_path(StetDesk *desk, const char *path, StetFormat format, const StetRepair *repair,
                      StetRepaired *repaired, StetTroubles *troubles)
{
    Buffer before = {0}, after = {0}, diff = {0};
    *repaired = (StetRepaired){0};
    if (!strcmp(path, "-") || face_format(format, path) == SOURCE_NDJSON || file_is_folder(path))
        return true;
    bool done = file_read(path, LIMIT_DOCUMENT, &before, &troubles->list);
    buffer_add(&after, buffer_view(&before));
    done = done && repair_bytes(desk, path, format, repair->unsafe, &after, repaired, troubles);
    if (done && repaired->made && repair->diff) {
        add_diff(path, buffer_view(&before), buffer_view(&after), &diff);
        done = face_write_out(&diff, repair->diff, repair->to, &troubles->list);
    } else if (done && repaired->made) {
        done = replace(path, buffer_view(&before), buffer_view(&after), &troubles->list);
    }
    buffer_free(&before);
    buffer_free(&after);
    return done;
}
