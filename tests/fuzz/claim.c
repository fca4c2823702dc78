/* Fuzz target: any bytes as plain text. Every part of every claim must lie where it says. */
#include <stdlib.h>

#include "base/file.h"
#include "base/limits.h"
#include "exact.h"
#include "extract/grammar.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static Arena run;
static Troubles troubles = {.arena = &run};
static Book book;
static Grammar *grammar;

static uint32_t read_files(const char *folder, BookSource **out)
{
    FileList files = {0};
    file_list(&run, folder, ".yaml", &files, &troubles);
    *out = arena_new(&run, BookSource, files.count);
    for (uint32_t i = 0; i < files.count; i++) {
        Buffer bytes = {0};
        file_read(files.items[i].at, LIMIT_YAML_FILE, &bytes, &troubles);
        (*out)[i] = (BookSource){files.items[i], view_copy(&run, buffer_view(&bytes))};
        buffer_free(&bytes);
    }
    return files.count;
}

static void open_book(void)
{
    const char *rules = getenv("STET_RULES");
    View folder = view_of(rules ? rules : "rules");
    BookSource *words, *reference;
    Arena scratch = {0};
    uint32_t word_count = read_files(view_format(&run, "%.*s/words", VIEW_ARG(folder)).at, &words);
    uint32_t count =
        read_files(view_format(&run, "%.*s/reference", VIEW_ARG(folder)).at, &reference);
    if (!book_compile(reference, count, words, word_count, &run, &scratch, &book, &troubles))
        abort();
    arena_free(&scratch);
    grammar = grammar_read(&run, words, word_count, &troubles);
    if (!grammar)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!grammar)
        open_book();
    Arena arena = {0};
    Document document = {0};
    source_read_text(&arena, VIEW("fuzz"), (View){(const char *)data, size}, &document, &troubles);
    Tokens tokens = text_split(&arena, &document, grammar->abbreviations);
    Claims claims = extract_claims(&arena, grammar, &book, &document, &tokens);
    for (uint32_t i = 0; i < claims.count; i++)
        if (!claim_is_exact(document.text, &claims.items[i]))
            abort();
    arena_free(&arena);
    return 0;
}
