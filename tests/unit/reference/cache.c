/* The cache of compiled books. */
#include "reference/cache.h"

#include <check.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "suites.h"

#define YAML(name)                                                                                 \
    "places:\n  - {id: nl, name: " name ", kind: country}\n"                                       \
    "people:\n  - {id: anna-bos, name: Anna Bos}\n"

static char folder[32];
static char yaml[64];
static char others[2][64]; /* the folders of words and checks, with a file in each */
static char cache[64];
static Arena arena;
static Troubles troubles;
static Map map;
static Compiled compiled;
static bool was_kept;
static const RulesOwn *own; /* what a newsroom adds; NULL: nothing */

/* Writes in place: the inode stays. */
static void put_into(const char *path, const char *text)
{
    FILE *stream = fopen(path, "w");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    fclose(stream);
}

static void put(const char *text)
{
    put_into(yaml, text);
}

static void set_age(const char *path, time_t seconds)
{
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    struct timespec times[2] = {{status.st_ctim.tv_sec - seconds, 0},
                                {status.st_ctim.tv_sec - seconds, 0}};
    ck_assert_int_eq(utimensat(AT_FDCWD, path, times, 0), 0);
}

static void begin(void)
{
    strcpy(folder, "cache-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    static const char *const parts[] = {"words", "checks"};
    char path[160];
    snprintf(yaml, sizeof yaml, "%s/reference", folder);
    mkdir(yaml, 0700);
    snprintf(yaml, sizeof yaml, "%s/reference/a.yaml", folder);
    for (int i = 0; i < 2; i++) {
        snprintf(others[i], sizeof others[i], "%s/%s", folder, parts[i]);
        mkdir(others[i], 0700);
        snprintf(path, sizeof path, "%s/b.yaml", others[i]);
        put_into(path, "a: b\n");
        set_age(path, 10);
    }
    snprintf(cache, sizeof cache, "%s/deep/below", folder);
    own = NULL;
    arena = (Arena){0};
    troubles = (Troubles){.arena = &arena};
}

static void end(void)
{
    char deep[64];
    FileList list = {0};
    map_close(&map);
    file_list(&arena, folder, "", &list, &troubles);
    for (uint32_t i = 0; i < list.count; i++)
        unlink(list.items[i].at);
    rmdir(cache);
    rmdir(others[0]);
    rmdir(others[1]);
    snprintf(deep, sizeof deep, "%s/deep", folder);
    rmdir(deep);
    snprintf(deep, sizeof deep, "%s/reference", folder);
    rmdir(deep);
    rmdir(folder);
    arena_free(&arena);
}

/* As the library does: what is not kept is compiled and kept. */
static bool try_open(const char *where, const char *maker)
{
    Keeper keeper = {view_of(maker), where};
    RulesFiles files;
    BookSources sources[RULES_PARTS];
    Arena scratch = {0};
    map_close(&map);
    bool done = rules_files(folder, own, &arena, &files, &troubles);
    was_kept = done && cache_find(&keeper, &files, &arena, &scratch, &map, &compiled);
    if (done && !was_kept) {
        compiled = (Compiled){0};
        done = rules_files_read(&files, &scratch, sources, &troubles) &&
               book_compile(sources[0].items, sources[0].count, sources[1].items, sources[1].count,
                            &arena, &scratch, &compiled.book, &troubles);
        if (done)
            cache_keep(&keeper, &files, sources, &compiled, &scratch);
    }
    arena_free(&scratch);
    return done;
}

static void open_book(const char *name)
{
    ck_assert(try_open(cache, "1"));
    ck_assert_uint_eq(troubles.count, 0);
    View said = book_text(&compiled.book, place_at(&compiled.book, 0)->name);
    ck_assert_msg(view_equal(said, view_of(name)), "%.*s", VIEW_ARG(said));
}

static FileList cached(void)
{
    FileList list = {0};
    ck_assert(file_list(&arena, cache, "", &list, &troubles));
    return list;
}

static FileStamp only_cached(void)
{
    FileList list = cached();
    FileStamp stamp;
    ck_assert_uint_eq(list.count, 1);
    ck_assert(file_stamp(list.items[0].at, &stamp));
    return stamp;
}

START_TEST(a_book_is_compiled_once)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    ck_assert(!was_kept);
    FileStamp first = only_cached();
    open_book("Oz");
    ck_assert(was_kept);
    FileStamp second = only_cached();
    ck_assert_int_eq(first.inode, second.inode);
    ck_assert_int_eq(first.nanoseconds, second.nanoseconds);
    ck_assert_uint_eq(compiled.words.count, 1);
    ck_assert_uint_eq(compiled.checks.count, 1);
    View path = compiled.checks.items[0].path;
    ck_assert_msg(view_starts(path, view_of(others[1])), "%s", path.at);
}
END_TEST

START_TEST(any_part_that_changes_is_read_again)
{
    char path[160];
    snprintf(path, sizeof path, "%s/b.yaml", others[1]);
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    put_into(path, "a: c\n");
    open_book("Oz");
    ck_assert(!was_kept);
    snprintf(path, sizeof path, "%s/c.yaml", others[0]);
    put_into(path, "a: c\n");
    open_book("Oz");
    ck_assert(!was_kept);
    unlink(path);
    open_book("Oz");
    ck_assert(!was_kept);
}
END_TEST

START_TEST(a_changed_file_is_compiled_and_the_old_book_goes)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    put(YAML("Ix and more"));
    set_age(yaml, 9);
    open_book("Ix and more");
    only_cached();
}
END_TEST

/* A book made of bytes that were changed again within a tick of the clock: it stands under the key
 * of the newer ones. */
START_TEST(a_file_changed_just_now_is_told_by_its_bytes)
{
    Buffer old = {0};
    put(YAML("Oz"));
    open_book("Oz");
    ck_assert(file_read(cached().items[0].at, SIZE_MAX, &old, &troubles));
    put(YAML("Ix"));
    open_book("Ix");
    ck_assert(file_write(cached().items[0].at, buffer_view(&old), &troubles));
    open_book("Ix");
    ck_assert(!was_kept);
    buffer_free(&old);
}
END_TEST

/* Where an installation puts it: its files get new inodes, and keep their times. */
START_TEST(a_book_inside_the_folder_is_taken_where_it_is_of_these_files)
{
    char moved[64];
    Arena scratch = {0};
    Keeper keeper = {.maker = VIEW("1")};
    RulesFiles files;
    BookSources sources[RULES_PARTS];
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    ck_assert(rules_files(folder, NULL, &arena, &files, &troubles));
    ck_assert(rules_files_read(&files, &scratch, sources, &troubles));
    View inside = rules_compiled_path(&arena, folder);
    ck_assert(cache_write(inside.at, &keeper, &files, sources, &compiled, &scratch, &troubles));
    arena_free(&scratch);
    ck_assert(try_open(NULL, "1") && was_kept);
    ck_assert(try_open(NULL, "2") && !was_kept); /* of another build */
    put(YAML("Ix"));                             /* as long as before, and newer */
    ck_assert(try_open(NULL, "1") && !was_kept);
    put(YAML("Oz"));
    ck_assert(try_open(NULL, "1") && was_kept); /* the bytes tell */
    set_age(yaml, 10);
    snprintf(moved, sizeof moved, "%s/reference/z.yaml", folder);
    ck_assert_int_eq(rename(yaml, moved), 0);
    ck_assert(try_open(NULL, "1") && !was_kept);
    ck_assert_int_eq(rename(moved, yaml), 0);
}
END_TEST

START_TEST(equal_bytes_are_taken_and_the_book_gets_a_new_time)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    FileStamp first = only_cached();
    set_age(cached().items[0].at, 10);
    open_book("Oz");
    FileStamp second = only_cached();
    ck_assert_int_eq(first.inode, second.inode);
    ck_assert_int_ge(second.seconds, first.seconds);
}
END_TEST

START_TEST(a_damaged_book_is_made_anew)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    map_close(&map);
    const char *path = cached().items[0].at;
    ck_assert(file_write(path, VIEW("stetrule"), &troubles));
    open_book("Oz");
    ck_assert(store_verify(path, &troubles));
}
END_TEST

START_TEST(another_maker_makes_its_own)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    FileStamp first = only_cached();
    ck_assert(try_open(cache, "2"));
    ck_assert_int_ne(first.inode, only_cached().inode);
}
END_TEST

START_TEST(what_others_keep_there_stays)
{
    put(YAML("Oz"));
    open_book("Oz");
    char other[80];
    snprintf(other, sizeof other, "%s/other.book", cache);
    ck_assert(file_write(other, VIEW("x"), &troubles));
    put(YAML("Ix and more"));
    open_book("Ix and more");
    ck_assert_uint_eq(cached().count, 2);
}
END_TEST

/* --- a newsroom's additions --- */

static char desk[80], own_yaml[96];

/* A place of its own in a file, and a check that its settings spell out. */
static RulesOwn add_own(const char *name, const char *check)
{
    snprintf(desk, sizeof desk, "%s/reference/desk", folder); /* where it is swept up */
    mkdir(desk, 0700);
    snprintf(own_yaml, sizeof own_yaml, "%s/a.yml", desk); /* not of the rules folder */
    char text[100];
    snprintf(text, sizeof text, "places:\n  - {id: %s, name: Nowhere, kind: country}\n", name);
    put_into(own_yaml, text);
    set_age(own_yaml, 10);
    RulesOwn added = {.folder = view_of(desk), .written = view_of(check), .name = VIEW("h.yaml")};
    *arena_push(&arena, &added.parts[RULES_REFERENCE]) = view_of(own_yaml);
    return added;
}

static void remove_own(void)
{
    unlink(own_yaml);
    rmdir(desk);
    own = NULL;
}

START_TEST(a_newsrooms_own_are_compiled_once_and_kept_beside_the_shipped)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    RulesOwn added = add_own("zz", "a: b\n");
    own = &added;
    for (int turn = 0; turn < 3; turn++) {
        open_book("Oz");
        ck_assert_int_eq(was_kept, turn > 0);
        ck_assert_uint_ne(book_place(&compiled.book, VIEW("zz")), NONE);
        if (!was_kept)
            continue;
        ck_assert_uint_eq(compiled.checks.count, 2);
        ck_assert(view_equal(compiled.checks.items[1].own, added.folder));
        ck_assert(view_equal(compiled.checks.items[1].bytes, added.written));
    }
    ck_assert_uint_eq(cached().count, 2);
    own = NULL;
    open_book("Oz");
    ck_assert(was_kept);
    ck_assert_uint_eq(book_place(&compiled.book, VIEW("zz")), NONE);
    remove_own();
}
END_TEST

START_TEST(any_addition_that_changes_is_read_again_and_the_old_book_goes)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    RulesOwn added = add_own("zz", "a: b\n");
    own = &added;
    open_book("Oz");
    added = add_own("zy", "a: b\n"); /* as long, and as old */
    open_book("Oz");
    ck_assert(!was_kept && book_place(&compiled.book, VIEW("zy")) != NONE);
    added.written = VIEW("a: c\n");
    open_book("Oz");
    ck_assert(!was_kept);
    added.parts[RULES_REFERENCE].count = 0;
    open_book("Oz");
    ck_assert(!was_kept && book_place(&compiled.book, VIEW("zy")) == NONE);
    ck_assert_uint_eq(cached().count, 1);
    put(YAML("Ix")); /* a shipped file counts too */
    open_book("Ix");
    ck_assert(!was_kept);
    remove_own();
}
END_TEST

START_TEST(the_book_inside_the_folder_is_not_that_of_a_newsroom)
{
    put(YAML("Oz"));
    set_age(yaml, 10);
    open_book("Oz");
    char inside[64];
    snprintf(inside, sizeof inside, "%s/compiled.book", folder);
    ck_assert_int_eq(rename(cached().items[0].at, inside), 0);
    ck_assert(try_open(NULL, "1") && was_kept);
    RulesOwn added = add_own("zz", "");
    own = &added;
    ck_assert(try_open(NULL, "1") && !was_kept);
    ck_assert_uint_ne(book_place(&compiled.book, VIEW("zz")), NONE);
    remove_own();
}
END_TEST

/* Rules folders that are gone leave books that nobody will ask for. */
START_TEST(a_cache_holds_those_of_the_last_few_owners)
{
    put(YAML("Oz"));
    open_book("Oz");
    char path[160];
    for (int i = 0; i < 20; i++) {
        snprintf(path, sizeof path, "%s/%032x-%032x.book%s", cache, i, i, i & 1 ? "" : ".Xy12ab");
        put_into(path, "old");
        set_age(path, 100 + i);
    }
    put(YAML("Ix and more"));
    open_book("Ix and more");
    FileList list = cached();
    ck_assert_uint_eq(list.count, 8);
    for (uint32_t i = 0; i < 7; i++) {
        snprintf(path, sizeof path, "%s/%032x-", cache, i);
        ck_assert_msg(view_starts(list.items[i], view_of(path)), "%s", list.items[i].at);
    }
}
END_TEST

/* A run that compiles and keeps is killed at forty moments of its work: the next one finds the old
 * book or the new one whole, or makes it, and is right. */
START_TEST(a_run_killed_at_any_moment_leaves_no_half_of_a_book)
{
    enum { KILLS = 40, STEP = 100 /* microseconds */ };
    RulesOwn added;
    put(YAML("Oz"));
    set_age(yaml, 10);
    for (int i = 0; i < KILLS; i++) {
        added = add_own(i & 1 ? "zz" : "zy", "a: b\n");
        own = &added;
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            for (int turn = 0;; turn++)
                try_open(cache, turn & 1 ? "1" : "2");
        }
        nanosleep(&(struct timespec){.tv_nsec = 1000L * i * STEP}, NULL);
        ck_assert_int_eq(kill(child, SIGKILL), 0);
        int status;
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert(WIFSIGNALED(status));
        if (folder_make(cache)) {
            FileList list = cached();
            for (uint32_t k = 0; k < list.count; k++)
                ck_assert(!view_ends(list.items[k], VIEW(".book")) ||
                          store_verify(list.items[k].at, &troubles));
        }
        open_book("Oz");
        ck_assert_uint_ne(book_place(&compiled.book, i & 1 ? VIEW("zz") : VIEW("zy")), NONE);
        ck_assert(book_verify(&compiled.book, &troubles));
    }
    put(YAML("Ix and more"));
    open_book("Ix and more");
    ck_assert_uint_eq(cached().count, 1); /* what the dead left behind is gone too */
    remove_own();
}
END_TEST

START_TEST(a_cache_that_cannot_be_is_no_trouble)
{
    static const char *const nowhere[] = {yaml, NULL}; /* a file stands there */
    put(YAML("Oz"));
    for (int i = 0; i < 4; i++) {
        ck_assert(try_open(nowhere[i / 2], "1"));
        ck_assert(!was_kept);
        ck_assert_uint_eq(compiled.book.place_count, 1);
    }
    ck_assert(try_open(cache, "") && try_open(cache, "") && !was_kept); /* a build without an id */
    ck_assert_uint_eq(troubles.count, 0);
}
END_TEST

START_TEST(faults_are_said_once_and_nothing_is_kept)
{
    put("places: [\n");
    ck_assert(!try_open(cache, "1"));
    ck_assert_uint_eq(troubles.count, 1);
    troubles.count = 0;
    unlink(yaml);
    ck_assert(!try_open(cache, "1"));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_int_ne(access(cache, F_OK), 0);
}
END_TEST

/* Each with the additions of one of two newsrooms, and as one of two builds. */
START_TEST(processes_at_once_all_have_the_book)
{
    enum { CHILDREN = 8 };
    put(YAML("Oz"));
    RulesOwn added = add_own("zz", "a: b\n");
    for (int i = 0; i < CHILDREN; i++) {
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            bool done = true;
            own = i & 1 ? &added : NULL;
            for (int k = 0; k < 20; k++)
                done &= try_open(cache, k & 1 ? "1" : "2") &&
                        compiled.book.place_count == 1 + (own != NULL) &&
                        book_verify(&compiled.book, &troubles);
            _exit(done ? 0 : 1);
        }
    }
    for (int i = 0; i < CHILDREN; i++) {
        int status;
        ck_assert_int_gt(wait(&status), 0);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    remove_own();
}
END_TEST

Suite *cache_suite(void)
{
    Suite *suite = suite_create("reference/cache");
    TCase *tests = tcase_create("cache");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_book_is_compiled_once);
    tcase_add_test(tests, any_part_that_changes_is_read_again);
    tcase_add_test(tests, a_changed_file_is_compiled_and_the_old_book_goes);
    tcase_add_test(tests, a_file_changed_just_now_is_told_by_its_bytes);
    tcase_add_test(tests, a_book_inside_the_folder_is_taken_where_it_is_of_these_files);
    tcase_add_test(tests, equal_bytes_are_taken_and_the_book_gets_a_new_time);
    tcase_add_test(tests, a_damaged_book_is_made_anew);
    tcase_add_test(tests, another_maker_makes_its_own);
    tcase_add_test(tests, what_others_keep_there_stays);
    tcase_add_test(tests, a_newsrooms_own_are_compiled_once_and_kept_beside_the_shipped);
    tcase_add_test(tests, any_addition_that_changes_is_read_again_and_the_old_book_goes);
    tcase_add_test(tests, the_book_inside_the_folder_is_not_that_of_a_newsroom);
    tcase_add_test(tests, a_cache_holds_those_of_the_last_few_owners);
    tcase_add_test(tests, a_run_killed_at_any_moment_leaves_no_half_of_a_book);
    tcase_add_test(tests, a_cache_that_cannot_be_is_no_trouble);
    tcase_add_test(tests, faults_are_said_once_and_nothing_is_kept);
    tcase_add_test(tests, processes_at_once_all_have_the_book);
    suite_add_tcase(suite, tests);
    return suite;
}
