/* Compiled books as files. */
#include "reference/store.h"

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/tree.h"
#include "sample.h"
#include "suites.h"

static char folder[32];
static char path[64];
static Sample sample;
static Map map;
static Compiled compiled;
static StoreLabel label;
static const StoreFolders folders = {{"there", 5}, {"../desk", 7}};
static View whole; /* the bytes of the sample's file */

static BookSource words;
static BookSource checks[3];

static void set_files(void)
{
    words = (BookSource){VIEW("rules/words/names.yaml"), VIEW("suffixes: [Jr.]\n")};
    checks[0] = (BookSource){VIEW("rules/checks/a.yaml"), VIEW("a: {b: [c, '']}\n")};
    checks[1] = (BookSource){VIEW("rules/checks/b.yaml"), VIEW("")};
    checks[2] =
        (BookSource){.path = VIEW("desk/own/c.yaml"), .bytes = VIEW("c: d\n"), .own = VIEW("desk")};
}

static bool write_book(const Book *book, Troubles *troubles)
{
    Compiled made = {.book = *book,
                     .words = {&words, 1},
                     .checks = {checks, 3},
                     .lexicons = {VIEW("what was made of words")}};
    StoreLabel by = {.maker = VIEW("me"), .contents = VIEW("1234"), .listing = VIEW("56")};
    return store_write(path, VIEW("rules/"), &made, &by, troubles);
}

static bool open_file(void)
{
    return store_open(path, &folders, &sample.arena, &map, &compiled, &label, &sample.troubles);
}

static void begin(void)
{
    strcpy(folder, "store-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/a.book", folder);
    sample_make(&sample, SAMPLE_OFFICES);
    ck_assert(sample.made);
    set_files();
    Buffer bytes = {0};
    ck_assert(write_book(&sample.book, &sample.troubles));
    ck_assert(file_read(path, SIZE_MAX, &bytes, &sample.troubles));
    whole = view_copy(&sample.arena, buffer_view(&bytes));
    buffer_free(&bytes);
}

static void end(void)
{
    FileList list = {0};
    file_list(&sample.arena, folder, "", &list, &sample.troubles);
    for (uint32_t i = 0; i < list.count; i++)
        unlink(list.items[i].at);
    rmdir(folder);
    sample_free(&sample);
}

static void put(View bytes)
{
    ck_assert(file_write(path, bytes, &sample.troubles));
}

static const char *only_trouble(void)
{
    ck_assert_uint_eq(sample.troubles.count, 1);
    sample.troubles.count = 0;
    return trouble_text(&sample.arena, sample.troubles.items).at;
}

static void expect_refused(const char *why)
{
    ck_assert_msg(!open_file(), "opened: %s", why);
    const char *text = only_trouble();
    ck_assert_msg(strstr(text, why) && strstr(text, path), "%s", text);
    ck_assert_uint_eq(map.bytes.len, 0);
}

START_TEST(what_is_written_opens_as_it_was)
{
    ck_assert(open_file());
    const Book *book = &compiled.book;
    ck_assert(view_equal(book->image, sample.book.image));
    ck_assert_uint_eq(book_office(book, VIEW("us-oh/governor")), 1);
    ck_assert_uint_ne(lexicon_phrase(&book->names, VIEW("Anna Bos")), UINT32_MAX);
    ck_assert_str_eq(label.maker.at, "me");
    ck_assert_str_eq(label.contents.at, "1234");
    ck_assert_str_eq(label.listing.at, "56");
    ck_assert(view_equal(compiled.lexicons[0], VIEW("what was made of words")));
    ck_assert(!compiled.lexicons[1].len);
    ck_assert(store_verify(path, &sample.troubles));
    map_close(&map);
}
END_TEST

START_TEST(the_other_files_come_with_their_trees)
{
    ck_assert(open_file());
    ck_assert_uint_eq(compiled.words.count, 1);
    ck_assert_uint_eq(compiled.checks.count, 3);
    ck_assert_str_eq(compiled.words.items[0].path.at, "there/words/names.yaml");
    ck_assert(view_equal(compiled.words.items[0].bytes, words.bytes));
    const BookSource *file = &compiled.checks.items[0];
    const YamlNode *root = tree_read(&sample.arena, file->tree);
    ck_assert_ptr_nonnull(root);
    const YamlNode *list = yaml_get(yaml_get(root, "a"), "b");
    ck_assert_uint_eq(list->count, 2);
    ck_assert_str_eq(list->items[0]->text.at, "c");
    ck_assert_uint_eq(list->items[0]->column, 9);
    ck_assert_uint_eq(file->own.len, 0);
    file = &compiled.checks.items[2];
    ck_assert_str_eq(file->path.at, "../desk/own/c.yaml");
    ck_assert(view_equal(file->own, VIEW("../desk")));
    root = book_source_root(&sample.arena, &compiled.checks.items[1], &sample.troubles);
    ck_assert_uint_eq(root->count, 0);
    map_close(&map);
}
END_TEST

START_TEST(a_file_that_is_no_yaml_is_not_kept)
{
    checks[0].bytes = VIEW("a: [\n");
    bool written = write_book(&sample.book, &sample.troubles);
    set_files();
    ck_assert(!written);
    sample.troubles.count = 0;
    ck_assert(open_file());
    map_close(&map);
}
END_TEST

START_TEST(a_cut_file_is_refused)
{
    put(view_slice(whole, 0, whole.len - 1));
    expect_refused("cut short or too long");
    put(view_slice(whole, 0, 512));
    expect_refused("cut short or too long");
    put(view_slice(whole, 0, 100));
    expect_refused("shorter than its header");
    put(VIEW(""));
    expect_refused("the file is empty");
    put(VIEW("no book, but long enough to be one"));
    expect_refused("shorter than its header");
}
END_TEST

START_TEST(a_foreign_file_is_refused)
{
    char *bytes = arena_take(&sample.arena, whole.len, 16);
    memcpy(bytes, whole.at, whole.len);
    bytes[0] = 'S';
    put((View){bytes, whole.len});
    expect_refused("no compiled book");
    bytes[0] = whole.at[0];
    for (int i = 0; i < 4; i++) /* of another byte order */
        bytes[8 + i] = whole.at[11 - i];
    put((View){bytes, whole.len});
    expect_refused("of another byte order");
    memcpy(bytes, whole.at, 16);
    bytes[12]++;
    put((View){bytes, whole.len});
    expect_refused("of another version");
    unlink(path);
    expect_refused("No such file");
}
END_TEST

/* Everything that a reader can reach from an index. */
static void look_at_all(const Book *altered)
{
    uint32_t beyond = altered->tenure_count + altered->person_count + altered->office_count;
    uint64_t seen = 0;
    for (uint32_t i = 0; i <= beyond; i++) {
        const Tenure *tenure = tenure_at(altered, i);
        const Person *person = person_at(altered, tenure->person);
        const Office *office = office_at(altered, tenure->office);
        const Title *title = title_at(altered, i);
        for (uint32_t k = 0; k < tenure->sources.count; k++)
            seen += book_text(
                        altered,
                        source_at(altered, altered->source_list[tenure->sources.first + k])->title)
                        .len;
        for (uint32_t k = 0; k < person->tenures.count; k++)
            seen += altered->person_tenures[person->tenures.first + k];
        for (uint32_t k = 0; k < title->offices.count; k++)
            seen += altered->title_offices[title->offices.first + k];
        for (uint32_t k = 0; k < office->excludes.count; k++)
            seen += altered->office_list[office->excludes.first + k];
        seen += book_within(altered, office->place, i);
        seen += book_complete(altered, i, 0, 0) != NULL;
        seen += date_words(&sample.scratch, tenure->to, DATES_DAY_MONTH).len;
        seen += date_words(&sample.scratch, person->born, DATES_MONTH_DAY).len;
        seen += kind_at(altered, office->kind).len;
        seen += tenure_letters(altered, i);
    }
    static const char *const phrases[] = {"Anna Bos", "Ohio", "prime minister", "defence ministers",
                                          "The Hague"};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        uint32_t node = lexicon_phrase(&altered->names, view_of(phrases[i]));
        LexiconEntries entries = lexicon_entries(&altered->names, node);
        for (uint32_t e = 0; e < entries.count; e++)
            seen += entries.items[e].id;
    }
    ck_assert_uint_ne(seen, UINT64_MAX);
}

/* Like a file that was altered behind our back: all of it, and the book in it. */
START_TEST(every_altered_byte_is_found_and_does_no_harm)
{
    char *bytes = arena_take(&sample.arena, whole.len, 16);
    memcpy(bytes, whole.at, whole.len);
    for (size_t at = 0; at < whole.len; at++) {
        Troubles troubles = {.arena = &sample.scratch};
        arena_reset(&sample.scratch);
        bytes[at] = (char)(bytes[at] ^ 0xFF);
        bool open = store_bytes("a", (View){bytes, whole.len}, &folders, &sample.scratch, &compiled,
                                &label, &troubles);
        if (open)
            look_at_all(&compiled.book);
        ck_assert_msg(!open || !book_verify(&compiled.book, &troubles), "byte %zu may be anything",
                      at);
        ck_assert_uint_eq(troubles.count, 1);
        bytes[at] = whole.at[at];
    }
}
END_TEST

START_TEST(an_altered_file_is_told_by_its_name)
{
    char *bytes = arena_take(&sample.arena, whole.len, 16);
    memcpy(bytes, whole.at, whole.len);
    bytes[(size_t)(sample.book.image.len - 9) + 256] ^= 1;
    put((View){bytes, whole.len});
    ck_assert(open_file());
    map_close(&map);
    ck_assert(!store_verify(path, &sample.troubles));
    const char *text = only_trouble();
    ck_assert_msg(strstr(text, "damaged") && strstr(text, path), "%s", text);
}
END_TEST

static bool is_at_path(const Book *book)
{
    ck_assert(open_file());
    bool same = view_equal(compiled.book.image, book->image);
    map_close(&map);
    return same;
}

/* The child may write but a part of the file; its death is that of a full disk or a killed run. */
START_TEST(an_interrupted_write_leaves_the_old_file)
{
    Sample other;
    sample_make(&other, SAMPLE_OFFICES "# another\n");
    pid_t child = fork();
    if (child == 0) {
        struct rlimit limit = {4096, 4096};
        setrlimit(RLIMIT_FSIZE, &limit);
        signal(SIGXFSZ, SIG_DFL);
        write_book(&other.book, &other.troubles);
        _exit(0);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
    ck_assert(store_verify(path, &sample.troubles));
    ck_assert(is_at_path(&sample.book));
    sample_free(&other);
}
END_TEST

/* A child writes two books in turn until it is killed, each time a little later: whenever that is,
 * there is the one or the other, whole. */
START_TEST(a_writer_killed_at_any_moment_leaves_a_whole_file)
{
    enum { KILLS = 40, STEP = 150 /* microseconds */ };
    Sample other;
    sample_make(&other, SAMPLE_OFFICES "# another\n");
    for (int i = 0; i < KILLS; i++) {
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0)
            for (uint32_t turn = 0;; turn++)
                write_book(turn & 1 ? &sample.book : &other.book, &other.troubles);
        nanosleep(&(struct timespec){.tv_nsec = 1000L * i * STEP}, NULL);
        int status;
        ck_assert_int_eq(kill(child, SIGKILL), 0);
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        ck_assert(store_verify(path, &sample.troubles));
        ck_assert(is_at_path(&sample.book) || is_at_path(&other.book));
    }
    sample_free(&other);
}
END_TEST

Suite *store_suite(void)
{
    Suite *suite = suite_create("reference/store");
    TCase *tests = tcase_create("store");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, what_is_written_opens_as_it_was);
    tcase_add_test(tests, the_other_files_come_with_their_trees);
    tcase_add_test(tests, a_file_that_is_no_yaml_is_not_kept);
    tcase_add_test(tests, a_cut_file_is_refused);
    tcase_add_test(tests, a_foreign_file_is_refused);
    tcase_add_test(tests, every_altered_byte_is_found_and_does_no_harm);
    tcase_add_test(tests, an_altered_file_is_told_by_its_name);
    tcase_add_test(tests, an_interrupted_write_leaves_the_old_file);
    tcase_add_test(tests, a_writer_killed_at_any_moment_leaves_a_whole_file);
    suite_add_tcase(suite, tests);
    return suite;
}
