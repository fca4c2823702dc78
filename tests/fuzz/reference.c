/* Fuzz target: any bytes as a reference file and as a file of rules/words. Each is read or refused
 * with a message; a book that was made must open. Inputs that once mattered stand in
 * tests/fuzz/reference. */
#include <stdlib.h>

#include "extract/grammar.h"
#include "judge/rule.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"titles.yaml", "names.yaml", "words.yaml",
                                        "constructions.yaml"};
    Arena arena = {0}, scratch = {0};
    Troubles troubles = {.arena = &arena};
    BookSource file = {VIEW("fuzz.yaml"), {(const char *)data, size}};
    Book book;
    bool made = book_compile(&file, 1, NULL, 0, &arena, &scratch, &book, &troubles);
    if (!made && !troubles.count)
        abort();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        BookSource words = {view_of(names[i]), file.bytes};
        Grammar *grammar = grammar_read(&arena, &words, 1, &troubles);
        grammar_free(grammar);
        BookSource empty = {VIEW("empty.yaml"), {0}};
        book_compile(&empty, 1, &words, 1, &arena, &scratch, &book, &troubles);
    }
    uint32_t before = troubles.count;
    if (!rules_read(&arena, NULL, &file, 1, &troubles) && troubles.count == before)
        abort();
    arena_free(&scratch);
    arena_free(&arena);
    return 0;
}
