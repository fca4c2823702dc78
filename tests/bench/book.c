/* How long the book takes: `book TENURES [ROUNDS]` makes synthetic YAML of so many tenures, and
 * prints the best times of a bare pass over libyaml's events, of compiling, and of opening the
 * compiled file, and the memory of a process that looks a few names up in it. `book write FOLDER
 * TENURES` writes the YAML for others to measure. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/yaml.h"
#include "reference/compile.h"
#include "reference/store.h"

enum { TENURES_A_PERSON = 2, TENURES_AN_OFFICE = 20, TENURES_A_FILE = 2000, FIRST_YEAR = 1800 };

static const char titles_text[] = "heads: {minister: ministers, mayor: mayors}\n"
                                  "titles: [senator]\n";

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time); /* others may use the machine too */
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* A word of syllables, other for other numbers. */
static void add_word(Buffer *out, uint32_t number)
{
    static const char *const syllables[] = {"ba", "ke", "di", "fo", "gu", "la", "me",  "ni",
                                            "po", "ru", "sa", "te", "vi", "zo", "shu", "tra"};
    bool first = true;
    do {
        const char *syllable = syllables[number % 16];
        buffer_print(out, "%c%s", first ? syllable[0] - 'a' + 'A' : syllable[0], syllable + 1);
        number /= 16;
        first = false;
    } while (number);
}

static void add_name(Buffer *out, uint32_t person)
{
    add_word(out, 16 + person % 997);
    buffer_add_byte(out, ' ');
    add_word(out, 16 + person / 11);
}

/* Offices of one place, with their people, in a file of their own. */
static void write_file(Buffer *out, uint32_t first, uint32_t count)
{
    if (first == 0)
        buffer_print(out, "sources:\n  - {id: test, title: Test, licence: CC0-1.0}\n");
    buffer_print(out, "places:\n  - id: p%u\n    name: Place of ", first);
    add_word(out, first);
    buffer_print(out, "\n    kind: country\noffices:\n");
    for (uint32_t i = first; i < first + count; i++) {
        uint32_t turn = i % TENURES_AN_OFFICE;
        if (i == first || turn == 0)
            buffer_print(out,
                         "  - id: p%u/office-%u\n    place: p%u\n    title: Mayor of Town %u\n"
                         "    as-of: 2026-01-01\n    tenures:\n",
                         first, i, first, i);
        buffer_print(out,
                     "      - {person: person-%u, from: %u-01-20, to: %u-01-19, sources: "
                     "[test]}\n",
                     i / TENURES_A_PERSON, FIRST_YEAR + 4 * turn, FIRST_YEAR + 4 * turn + 4);
    }
    buffer_print(out, "people:\n");
    for (uint32_t i = first; i < first + count; i += TENURES_A_PERSON) {
        buffer_print(out, "  - {id: person-%u, name: ", i / TENURES_A_PERSON);
        add_name(out, i / TENURES_A_PERSON);
        buffer_print(out, ", wikidata: Q9%08u}\n", i);
    }
}

typedef struct Synthetic {
    BookSource *files;
    uint32_t count;
    size_t bytes;
} Synthetic;

static Synthetic make_files(Arena *arena, uint32_t tenures)
{
    Synthetic made = {.count = (tenures + TENURES_A_FILE - 1) / TENURES_A_FILE};
    made.files = arena_new(arena, BookSource, made.count);
    Buffer text = {0};
    for (uint32_t i = 0; i < made.count; i++) {
        uint32_t first = i * TENURES_A_FILE;
        uint32_t left = tenures - first;
        buffer_clear(&text);
        write_file(&text, first, left < TENURES_A_FILE ? left : TENURES_A_FILE);
        made.files[i] = (BookSource){view_format(arena, "synthetic/%u.yaml", i),
                                     view_copy(arena, buffer_view(&text))};
        made.bytes += text.len;
    }
    buffer_free(&text);
    return made;
}

static double time_events(const Synthetic *made)
{
    double start = now();
    for (uint32_t i = 0; i < made->count; i++)
        if (!yaml_count_events(made->files[i].bytes))
            exit(EXIT_FAILURE);
    return now() - start;
}

/* Compiles, and leaves the book in the file. */
static double time_compile(const Synthetic *made, const char *path)
{
    Arena arena = {0}, scratch = {0};
    Troubles troubles = {.arena = &arena};
    BookSource words = {VIEW("titles.yaml"), view_of(titles_text)};
    Book book;
    double start = now();
    bool done =
        book_compile(made->files, made->count, &words, 1, &arena, &scratch, &book, &troubles);
    double taken = now() - start;
    if (!done ||
        !store_write(path, (View){0}, &(Compiled){.book = book}, &(StoreLabel){0}, &troubles)) {
        fprintf(stderr, "%.*s\n", VIEW_ARG(trouble_text(&arena, troubles.items)));
        exit(EXIT_FAILURE);
    }
    arena_free(&scratch);
    arena_free(&arena);
    return taken;
}

static double time_open(const char *path)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Map map;
    Compiled compiled;
    StoreLabel label;
    double start = now();
    if (!store_open(path, &(StoreFolders){0}, &arena, &map, &compiled, &label, &troubles))
        exit(EXIT_FAILURE);
    double taken = now() - start;
    map_close(&map);
    arena_free(&arena);
    return taken;
}

/* A process of its own tells its memory: this one has compiled. It looks up as many phrases as a
 * small article has words. */
static int look_up(const char *path, uint32_t tenures)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Map map;
    Compiled compiled;
    StoreLabel label;
    struct rusage usage;
    uint32_t found = 0;
    if (!store_open(path, &(StoreFolders){0}, &arena, &map, &compiled, &label, &troubles))
        return EXIT_FAILURE;
    Buffer name = {0};
    for (uint32_t i = 0; i < 500; i++) {
        uint32_t person = (uint32_t)((uint64_t)i * 7919 * 997 % (tenures / TENURES_A_PERSON));
        buffer_clear(&name);
        add_name(&name, person);
        uint32_t node = lexicon_phrase(&compiled.book.names, buffer_view(&name));
        LexiconEntries entries = lexicon_entries(&compiled.book.names, node);
        for (uint32_t e = 0; e < entries.count; e++)
            found += person_at(&compiled.book, entries.items[e].id)->tenures.count;
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%u tenures met in 500 names: %ld kB resident\n", found, usage.ru_maxrss);
    return found ? EXIT_SUCCESS : EXIT_FAILURE;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static int measure(const char *program, uint32_t tenures, int rounds)
{
    char path[] = "book-XXXXXX";
    int descriptor = mkstemp(path);
    if (descriptor < 0)
        return EXIT_FAILURE;
    close(descriptor);
    Arena arena = {0};
    Synthetic made = make_files(&arena, tenures);
    double events = 1e9, compile = 1e9, opening = 1e9;
    for (int i = 0; i < rounds; i++) {
        events = least(events, time_events(&made));
        compile = least(compile, time_compile(&made, path));
        opening = least(opening, time_open(path));
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("%u tenures, %.1f MB of YAML\n", tenures, (double)made.bytes / 1e6);
    printf("libyaml's events %.3f s, compiling %.3f s (%.2f x, %ld MB), opening %.3f ms\n", events,
           compile, compile / events, usage.ru_maxrss / 1024, opening * 1e3);
    fflush(stdout);
    arena_free(&arena);
    char number[16];
    snprintf(number, sizeof number, "%" PRIu32, tenures);
    pid_t child = fork();
    if (child == 0) {
        execl(program, program, "look", path, number, (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    int status = 1;
    waitpid(child, &status, 0);
    unlink(path);
    return status ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int write_files(const char *folder, uint32_t tenures)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Synthetic made = make_files(&arena, tenures);
    bool done = true;
    for (uint32_t i = 0; i < made.count && done; i++)
        done = file_write(view_format(&arena, "%s/synthetic-%u.yaml", folder, i).at,
                          made.files[i].bytes, &troubles);
    arena_free(&arena);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (argc == 4 && !strcmp(argv[1], "write"))
        return write_files(argv[2], (uint32_t)strtoul(argv[3], NULL, 10));
    if (argc == 4 && !strcmp(argv[1], "look"))
        return look_up(argv[2], (uint32_t)strtoul(argv[3], NULL, 10));
    uint32_t tenures = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 30000;
    int rounds = argc > 2 ? atoi(argv[2]) : 3;
    if (tenures < TENURES_A_PERSON || rounds < 1) {
        fprintf(stderr, "expected \"book [TENURES [ROUNDS]]\"\n");
        return EXIT_FAILURE;
    }
    return measure(argv[0], tenures, rounds);
}
