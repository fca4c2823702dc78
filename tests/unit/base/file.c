#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "suites.h"

enum { ENOUGH = 1 << 20 };

static Arena arena;
static Troubles troubles;
static Buffer bytes;
static char folder[32];

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
    strcpy(folder, "unit-base-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

/* Empties a folder and removes it. */
static void remove_folder(const char *path)
{
    DIR *handle = opendir(path);
    struct dirent *item;
    while ((item = readdir(handle))) {
        if (!strcmp(item->d_name, ".") || !strcmp(item->d_name, ".."))
            continue;
        const char *inner = view_format(&arena, "%s/%s", path, item->d_name).at;
        if (unlink(inner))
            remove_folder(inner);
    }
    closedir(handle);
    rmdir(path);
}

static void end(void)
{
    remove_folder(folder);
    buffer_free(&bytes);
    arena_free(&arena);
}

static const char *in_folder(const char *name)
{
    return view_format(&arena, "%s/%s", folder, name).at;
}

static const char *put(const char *name, View text)
{
    const char *path = in_folder(name);
    FILE *stream = fopen(path, "wb");
    ck_assert_ptr_nonnull(stream);
    if (text.len)
        ck_assert_uint_eq(fwrite(text.at, 1, text.len, stream), text.len);
    fclose(stream);
    return path;
}

static bool holds(const char *path, View text)
{
    buffer_clear(&bytes);
    return file_read(path, ENOUGH, &bytes, &troubles) && view_equal(buffer_view(&bytes), text);
}

/* How many files stand in the test's folder, hidden ones too. */
static int count_files(void)
{
    int count = 0;
    DIR *handle = opendir(folder);
    while (readdir(handle))
        count++;
    closedir(handle);
    return count - 2;
}

static const char *only_trouble(void)
{
    ck_assert_uint_eq(troubles.count, 1);
    return trouble_text(&arena, &troubles.items[0]).at;
}

static unsigned mode_of(const char *path)
{
    struct stat status;
    ck_assert_int_eq(stat(path, &status), 0);
    return status.st_mode & 07777;
}

START_TEST(a_file_is_read_whole_after_what_is_there)
{
    const char *path = put("a", VIEW("x\0y\n"));
    buffer_add(&bytes, VIEW("before "));
    ck_assert(file_read(path, ENOUGH, &bytes, &troubles));
    ck_assert(view_equal(buffer_view(&bytes), VIEW("before x\0y\n")));
}
END_TEST

START_TEST(an_empty_file_is_no_trouble)
{
    ck_assert(file_read(put("a", VIEW("")), 0, &bytes, &troubles));
    ck_assert_uint_eq(bytes.len, 0);
}
END_TEST

START_TEST(a_file_of_many_chunks_is_read_whole)
{
    Buffer large = {0};
    for (int i = 0; i < 100000; i++)
        buffer_print(&large, "%d,", i);
    ck_assert(holds(put("a", buffer_view(&large)), buffer_view(&large)));
    buffer_free(&large);
}
END_TEST

START_TEST(the_limit_is_the_most_that_is_read)
{
    const char *path = put("a", VIEW("12345"));
    ck_assert(file_read(path, 5, &bytes, &troubles));
    ck_assert(!file_read(path, 4, &bytes, &troubles));
    ck_assert_ptr_nonnull(strstr(only_trouble(), "is larger than 4 bytes"));
}
END_TEST

START_TEST(a_missing_file_is_trouble_with_its_path)
{
    ck_assert(!file_read(in_folder("none"), ENOUGH, &bytes, &troubles));
    ck_assert_str_eq(
        only_trouble(),
        view_format(&arena, "%s/none: cannot be read: No such file or directory", folder).at);
}
END_TEST

START_TEST(a_folder_is_no_file)
{
    ck_assert(!file_read(folder, ENOUGH, &bytes, &troubles));
    ck_assert_str_eq(only_trouble(),
                     view_format(&arena, "%s: is a folder, expected a file", folder).at);
}
END_TEST

START_TEST(a_fifo_is_read_until_its_writer_closes)
{
    const char *path = in_folder("fifo");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    pid_t child = fork();
    if (!child) {
        int descriptor = open(path, O_WRONLY);
        bool done = write(descriptor, "one ", 4) == 4 && write(descriptor, "two", 3) == 3;
        _exit(done ? 0 : 1);
    }
    ck_assert(holds(path, VIEW("one two")));
    waitpid(child, NULL, 0);
}
END_TEST

START_TEST(standard_input_is_a_dash)
{
    int kept = dup(STDIN_FILENO), pipes[2];
    ck_assert_int_eq(pipe(pipes), 0);
    ck_assert_int_eq(write(pipes[1], "from a pipe", 11), 11);
    close(pipes[1]);
    dup2(pipes[0], STDIN_FILENO);
    bool read = holds("-", VIEW("from a pipe"));
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(pipes[0]);
    ck_assert(read);
}
END_TEST

START_TEST(a_new_file_has_the_mode_of_new_files)
{
    mode_t mask = umask(027);
    const char *path = in_folder("new");
    ck_assert(file_write(path, VIEW("x\0y"), &troubles));
    umask(mask);
    ck_assert(holds(path, VIEW("x\0y")));
    ck_assert_uint_eq(mode_of(path), 0640);
    ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(a_large_file_is_written_whole)
{
    enum { SIZE = 200001 }; /* some pieces, and a part of one */
    char *large = malloc(SIZE);
    for (int i = 0; i < SIZE; i++)
        large[i] = (char)(i % 251);
    const char *path = in_folder("large");
    ck_assert(file_write(path, (View){large, SIZE}, &troubles));
    ck_assert(holds(path, (View){large, SIZE}));
    free(large);
}
END_TEST

START_TEST(an_old_file_is_replaced_and_keeps_its_mode)
{
    const char *path = put("old", VIEW("a long old text"));
    chmod(path, 0751);
    FILE *reader = fopen(path, "rb");
    ck_assert(file_write(path, VIEW("new"), &troubles));
    ck_assert(holds(path, VIEW("new")));
    ck_assert_uint_eq(mode_of(path), 0751);
    ck_assert_int_eq(count_files(), 1);
    ck_assert_msg(getc(reader) == 'a', "who has the old file open still reads the old text");
    fclose(reader);
}
END_TEST

START_TEST(a_link_stays_a_link)
{
    const char *target = put("target", VIEW("old")), *link = in_folder("link");
    struct stat status;
    ck_assert_int_eq(symlink("target", link), 0);
    ck_assert(file_write(link, VIEW("new"), &troubles));
    ck_assert(holds(target, VIEW("new")));
    ck_assert_int_eq(lstat(link, &status), 0);
    ck_assert(S_ISLNK(status.st_mode));
}
END_TEST

START_TEST(a_link_to_nothing_makes_what_it_points_at)
{
    const char *link = in_folder("link");
    ck_assert_int_eq(symlink("target", link), 0);
    ck_assert(file_write(link, VIEW("new"), &troubles));
    ck_assert(holds(in_folder("target"), VIEW("new")));
}
END_TEST

START_TEST(a_fifo_is_written_straight)
{
    const char *path = in_folder("fifo");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    int reader = open(path, O_RDONLY | O_NONBLOCK);
    char got[8];
    ck_assert(file_write(path, VIEW("text"), &troubles));
    ck_assert_int_eq(read(reader, got, sizeof got), 4);
    ck_assert_mem_eq(got, "text", 4);
    close(reader);
}
END_TEST

START_TEST(an_open_file_by_its_number_is_added_to)
{
    const char *path = put("out", VIEW("printed before, "));
    int descriptor = open(path, O_WRONLY | O_APPEND);
    const char *numbered = view_format(&arena, "/dev/fd/%d", descriptor).at;
    ck_assert(file_write(numbered, VIEW("written"), &troubles));
    close(descriptor);
    ck_assert(holds(path, VIEW("printed before, written")));
}
END_TEST

START_TEST(a_failure_to_write_is_trouble_and_leaves_nothing)
{
    ck_assert(!file_write(in_folder("none/a"), VIEW("x"), &troubles));
    ck_assert_ptr_nonnull(strstr(only_trouble(), "/none/a: cannot be written: "));
    troubles.count = 0;
    ck_assert(!file_write(folder, VIEW("x"), &troubles));
    ck_assert_ptr_nonnull(strstr(only_trouble(), ": is a folder, expected a file"));
    troubles.count = 0;
    ck_assert(!file_write("", VIEW("x"), &troubles));
    ck_assert_int_eq(count_files(), 0);
}
END_TEST

START_TEST(a_write_that_breaks_off_leaves_the_old_file)
{
    const char *path = put("old", VIEW("old"));
    struct rlimit old, low;
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &old), 0);
    low = (struct rlimit){.rlim_cur = 4, .rlim_max = old.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &low);
    bool done = file_write(path, VIEW("a longer new text"), &troubles);
    setrlimit(RLIMIT_FSIZE, &old);
    signal(SIGXFSZ, handler);
    ck_assert(!done);
    ck_assert_ptr_nonnull(strstr(only_trouble(), "/old: cannot be written: File too large"));
    ck_assert(holds(path, VIEW("old")));
    ck_assert_int_eq(count_files(), 1);
}
END_TEST

START_TEST(a_read_only_file_is_not_replaced)
{
    const char *path = put("old", VIEW("old"));
    chmod(path, 0444);
    if (!access(path, W_OK))
        return; /* root may write anything */
    ck_assert(!file_write(path, VIEW("new"), &troubles));
    ck_assert_ptr_nonnull(strstr(only_trouble(), "Permission denied"));
    ck_assert(holds(path, VIEW("old")));
}
END_TEST

START_TEST(a_full_device_is_trouble)
{
    ck_assert(!file_write("/dev/full", VIEW("x"), &troubles));
    ck_assert_str_eq(only_trouble(), "/dev/full: cannot be written: No space left on device");
}
END_TEST

START_TEST(files_are_listed_by_path_through_all_folders)
{
    FileList list = {0};
    mkdir(in_folder("b"), 0700);
    mkdir(in_folder("b/d.yaml"), 0700);
    put("z.yaml", VIEW(""));
    put("b/d.yaml/y.yaml", VIEW(""));
    put("b/c.yaml", VIEW(""));
    put("a.yaml", VIEW(""));
    put("b/c.yml", VIEW(""));
    put("b/.hidden.yaml", VIEW(""));
    ck_assert(file_list(&arena, folder, ".yaml", &list, &troubles));
    ck_assert_uint_eq(list.count, 4);
    ck_assert_str_eq(list.items[0].at, in_folder("a.yaml"));
    ck_assert_str_eq(list.items[1].at, in_folder("b/c.yaml"));
    ck_assert_str_eq(list.items[2].at, in_folder("b/d.yaml/y.yaml"));
    ck_assert_str_eq(list.items[3].at, in_folder("z.yaml"));
}
END_TEST

START_TEST(links_to_files_are_listed_and_to_folders_not)
{
    FileList list = {0};
    mkdir(in_folder("b"), 0700);
    put("b/c.yaml", VIEW(""));
    ck_assert_int_eq(symlink("b/c.yaml", in_folder("file.yaml")), 0);
    ck_assert_int_eq(symlink("b", in_folder("folder")), 0);
    ck_assert_int_eq(symlink(".", in_folder("loop")), 0);
    ck_assert_int_eq(symlink("nowhere", in_folder("dead.yaml")), 0);
    ck_assert(file_list(&arena, folder, ".yaml", &list, &troubles));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.items[1].at, in_folder("file.yaml"));
}
END_TEST

START_TEST(a_final_slash_is_not_doubled)
{
    FileList list = {0};
    put("a.yaml", VIEW(""));
    ck_assert(file_list(&arena, view_format(&arena, "%s//", folder).at, ".yaml", &list, &troubles));
    ck_assert_str_eq(list.items[0].at, in_folder("a.yaml"));
}
END_TEST

START_TEST(a_folder_that_is_missing_or_a_file_is_trouble)
{
    FileList list = {0};
    ck_assert(!file_list(&arena, in_folder("none"), ".yaml", &list, &troubles));
    ck_assert_ptr_nonnull(strstr(only_trouble(), "/none: cannot be read: No such file"));
    ck_assert(!file_list(&arena, put("a", VIEW("")), ".yaml", &list, &troubles));
    ck_assert_uint_eq(troubles.count, 2);
    ck_assert_uint_eq(list.count, 0);
}
END_TEST

static View in(const char *top, const char *path)
{
    return file_in(&arena, view_of(top), view_of(path));
}

START_TEST(a_path_below_a_folder_is_named_from_it_and_back)
{
    static const struct {
        const char *top, *path, *below;
    } rows[] = {{"a", "a/b/c", "b/c"}, {"a/", "a/b", "b"},  {"/", "/b", "b"},
                {"/a", "/a/b", "b"},   {"..", "../b", "b"}, {".", "b/c", "b/c"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        View path = view_of(rows[i].path), top = view_of(rows[i].top);
        ck_assert_str_eq(file_below(path, top).at, rows[i].below);
        ck_assert_str_eq(in(rows[i].top, rows[i].below).at, rows[i].path);
    }
    ck_assert_str_eq(file_below(VIEW("ab/c"), VIEW("a")).at, "ab/c");
    ck_assert_str_eq(file_below(VIEW("/b"), VIEW("")).at, "/b");
    ck_assert_str_eq(in("a", "/b").at, "/b");
    ck_assert_str_eq(in("", "b").at, "b");
}
END_TEST

Suite *file_suite(void)
{
    Suite *suite = suite_create("file");
    TCase *tests = tcase_create("file");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_file_is_read_whole_after_what_is_there);
    tcase_add_test(tests, an_empty_file_is_no_trouble);
    tcase_add_test(tests, a_file_of_many_chunks_is_read_whole);
    tcase_add_test(tests, the_limit_is_the_most_that_is_read);
    tcase_add_test(tests, a_missing_file_is_trouble_with_its_path);
    tcase_add_test(tests, a_folder_is_no_file);
    tcase_add_test(tests, a_fifo_is_read_until_its_writer_closes);
    tcase_add_test(tests, standard_input_is_a_dash);
    tcase_add_test(tests, a_new_file_has_the_mode_of_new_files);
    tcase_add_test(tests, a_large_file_is_written_whole);
    tcase_add_test(tests, an_old_file_is_replaced_and_keeps_its_mode);
    tcase_add_test(tests, a_link_stays_a_link);
    tcase_add_test(tests, a_link_to_nothing_makes_what_it_points_at);
    tcase_add_test(tests, a_fifo_is_written_straight);
    tcase_add_test(tests, an_open_file_by_its_number_is_added_to);
    tcase_add_test(tests, a_failure_to_write_is_trouble_and_leaves_nothing);
    tcase_add_test(tests, a_write_that_breaks_off_leaves_the_old_file);
    tcase_add_test(tests, a_read_only_file_is_not_replaced);
    tcase_add_test(tests, a_full_device_is_trouble);
    tcase_add_test(tests, files_are_listed_by_path_through_all_folders);
    tcase_add_test(tests, links_to_files_are_listed_and_to_folders_not);
    tcase_add_test(tests, a_final_slash_is_not_doubled);
    tcase_add_test(tests, a_folder_that_is_missing_or_a_file_is_trouble);
    tcase_add_test(tests, a_path_below_a_folder_is_named_from_it_and_back);
    suite_add_tcase(suite, tests);
    return suite;
}
