/* Fingerprints. Tests: tests/cli/baseline.py. */
#include "judge/fingerprint.h"

#include <stdlib.h>

#include "base/hash.h"
#include "base/unicode.h"
#include "text/sentence.h"

View fingerprint_path(View path)
{
    while (view_starts(path, VIEW("./"))) {
        path = view_slice(path, 2, path.len);
        while (view_starts(path, VIEW("/")))
            path = view_slice(path, 1, path.len);
    }
    return path;
}

/* Folded, each run of blanks as one. */
static void add_words(HashState *hash, View text, Buffer *folded)
{
    size_t kept = 0;
    buffer_clear(folded);
    fold_add(folded, text);
    for (size_t i = 0; i < folded->len; i++) {
        bool blank = folded->at[i] == ' ' || folded->at[i] == '\n' || folded->at[i] == '\t' ||
                     folded->at[i] == '\r';
        if (!blank)
            folded->at[kept++] = folded->at[i];
        else if (kept && folded->at[kept - 1] != ' ')
            folded->at[kept++] = ' ';
    }
    hash_add(hash, (View){folded->at, kept});
}

static View id_of(const FingerprintOf *of, const Verdict *verdict, bool person)
{
    if (person)
        return verdict->person == NONE
                   ? (View){0}
                   : book_text(of->book, person_at(of->book, verdict->person)->id);
    return verdict->office == NONE ? (View){0}
                                   : book_text(of->book, office_at(of->book, verdict->office)->id);
}

/* With a number above 0 for those that are alike. */
static View fingerprint_of(Arena *arena, const FingerprintOf *of, const Judgement *judgement,
                           const Finding *finding, uint32_t number, Buffer *folded)
{
    HashState *hash = hash_begin(arena);
    hash_add(hash, of->rules->items[finding->rule].name);
    hash_add(hash, fingerprint_path(of->path));
    hash_add(hash, of->record);
    if (finding_is_of_mark(finding)) {
        View mark = view_slice(of->document->original[PART_TEXT], finding->mark.off,
                               span_end(finding->mark));
        add_words(hash, mark, folded);
    } else {
        const Verdict *verdict =
            finding->claim == NONE ? NULL : &judgement->verdicts[finding->claim];
        Span sentence = sentence_around(of->tokens, finding->span);
        View text = of->document->text;
        hash_add(hash, verdict ? id_of(of, verdict, true) : (View){0});
        hash_add(hash, verdict ? id_of(of, verdict, false) : (View){0});
        add_words(hash, view_slice(text, finding->span.off, span_end(finding->span)), folded);
        add_words(hash, view_slice(text, sentence.off, span_end(sentence)), folded);
    }
    if (number)
        hash_add(hash, view_format(arena, "%u", number));
    return hash_end(hash, arena);
}

typedef struct Print {
    View text;
    uint32_t finding;
} Print;

static int compare_prints(const void *a, const void *b)
{
    const Print *left = a, *right = b;
    int order = view_compare(left->text, right->text);
    return order ? order : left->finding < right->finding ? -1 : left->finding > right->finding;
}

void fingerprint_findings(Arena *arena, const FingerprintOf *of, Judgement *judgement)
{
    Findings *findings = &judgement->findings;
    Print *prints = arena_new(arena, Print, findings->count);
    Buffer folded = {0};
    for (uint32_t i = 0; i < findings->count; i++) {
        Finding *finding = &findings->items[i];
        finding->fingerprint = fingerprint_of(arena, of, judgement, finding, 0, &folded);
        prints[i] = (Print){finding->fingerprint, i};
    }
    if (findings->count)
        qsort(prints, findings->count, sizeof *prints, compare_prints);
    for (uint32_t i = 1, alike = 0; i < findings->count; i++) {
        alike = view_equal(prints[i].text, prints[i - 1].text) ? alike + 1 : 0;
        Finding *finding = &findings->items[prints[i].finding];
        if (alike)
            finding->fingerprint = fingerprint_of(arena, of, judgement, finding, alike, &folded);
    }
    buffer_free(&folded);
}
