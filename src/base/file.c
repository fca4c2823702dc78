/* Files. Tests: tests/unit/base/file.c. */
#define _DEFAULT_SOURCE /* the type of an item of a folder */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_trouble(Troubles *troubles, const char *path, const char *what)
{
    if (errno == EISDIR)
        trouble_add(troubles, view_of(path), 0, 0, "is a folder, expected a file");
    else
        trouble_add(troubles, view_of(path), 0, 0, "cannot be %s: %s", what, strerror(errno));
    return false;
}

static bool read_all(int descriptor, const char *path, size_t limit, Buffer *out,
                     Troubles *troubles)
{
    enum { CHUNK = 1 << 16 };
    for (size_t total = 0; total <= limit;) {
        buffer_reserve(out, CHUNK);
        ssize_t got = read(descriptor, out->at + out->len, CHUNK);
        if (got < 0 && errno != EINTR)
            return file_trouble(troubles, path, "read");
        if (!got)
            return true;
        if (got > 0) {
            out->len += (size_t)got;
            total += (size_t)got;
        }
    }
    trouble_add(troubles, view_of(path), 0, 0, "is larger than %zu bytes, the most that is read",
                limit);
    return false;
}

bool file_read(const char *path, size_t limit, Buffer *out, Troubles *troubles)
{
    if (!strcmp(path, "-"))
        return read_all(STDIN_FILENO, "standard input", limit, out, troubles);
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return file_trouble(troubles, path, "read");
    bool done = read_all(descriptor, path, limit, out, troubles);
    close(descriptor);
    return done;
}

/* A system may keep the pages of a file in pieces as large as they were written, and map a whole
 * piece where one byte of it is asked for: a book of which an article needs little is written in
 * small ones. */
enum { PIECE = 64 << 10 };

static bool write_all(int descriptor, View bytes)
{
    while (bytes.len) {
        size_t piece = bytes.len < PIECE ? bytes.len : PIECE;
        ssize_t put = write(descriptor, bytes.at, piece);
        if (put < 0 && errno != EINTR)
            return false;
        if (put > 0)
            bytes = view_slice(bytes, (size_t)put, bytes.len);
    }
    return true;
}

/* Closes in any case; errno is that of the first failure. */
static bool close_after(int descriptor, bool done)
{
    int reason = errno;
    bool closed = close(descriptor) == 0;
    if (!done)
        errno = reason;
    return done && closed;
}

/* Appends: /dev/stdout may be a file that others have written to. */
static bool write_straight(const char *path, View bytes)
{
    int descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
    return descriptor >= 0 && close_after(descriptor, write_all(descriptor, bytes));
}

static bool write_beside(const char *target, mode_t mode, View bytes)
{
    Buffer beside = {0};
    buffer_print(&beside, "%s.XXXXXX%c", target, '\0');
    int descriptor = mkstemp(beside.at);
    bool done = descriptor >= 0;
    if (done) {
        done = !fchmod(descriptor, mode) && write_all(descriptor, bytes) && !fsync(descriptor);
        done = close_after(descriptor, done) && !rename(beside.at, target);
        int reason = errno;
        if (!done)
            unlink(beside.at);
        errno = reason;
    }
    buffer_free(&beside);
    return done;
}

static mode_t mode_of_new_files(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool write_over(const char *path, mode_t mode, View bytes)
{
    char *target = realpath(path, NULL); /* a link stays a link */
    bool done = target && !access(target, W_OK) && write_beside(target, mode, bytes);
    free(target);
    return done;
}

static bool is_device(const char *path)
{
    View view = view_of(path);
    return view_starts(view, VIEW("/dev/")) || view_starts(view, VIEW("/proc/"));
}

bool file_write(const char *path, View bytes, Troubles *troubles)
{
    struct stat status;
    bool done;
    if (!stat(path, &status) && S_ISREG(status.st_mode) && !is_device(path))
        done = write_over(path, status.st_mode & 07777, bytes);
    else if (lstat(path, &status)) /* nothing there, not even a link that leads nowhere */
        done = write_beside(path, mode_of_new_files(), bytes);
    else
        done = write_straight(path, bytes);
    return done || file_trouble(troubles, path, "written");
}

static int compare_paths(const void *a, const void *b)
{
    return view_compare(*(const View *)a, *(const View *)b);
}

static bool list_folder(Arena *arena, View folder, View ending, FileList *out, Troubles *troubles);

/* What a folder says of an item spares the asking; not all file systems say it. */
static bool list_item(Arena *arena, View path, unsigned char type, View ending, FileList *out,
                      Troubles *troubles)
{
    struct stat status;
    if (type == DT_DIR ||
        (type == DT_UNKNOWN && !lstat(path.at, &status) && S_ISDIR(status.st_mode)))
        return list_folder(arena, path, ending, out, troubles);
    if (view_ends(path, ending) &&
        (type == DT_REG || (!stat(path.at, &status) && S_ISREG(status.st_mode))))
        *arena_push(arena, out) = path;
    return true;
}

static bool list_folder(Arena *arena, View folder, View ending, FileList *out, Troubles *troubles)
{
    DIR *handle = opendir(folder.at);
    if (!handle)
        return file_trouble(troubles, folder.at, "read");
    bool done = true;
    struct dirent *item;
    while ((errno = 0, item = readdir(handle))) {
        if (item->d_name[0] == '.')
            continue;
        View path = view_format(arena, "%.*s/%s", VIEW_ARG(folder), item->d_name);
        done &= list_item(arena, path, item->d_type, ending, out, troubles);
    }
    if (errno)
        done = file_trouble(troubles, folder.at, "read");
    closedir(handle);
    return done;
}

bool file_list(Arena *arena, const char *folder, const char *ending, FileList *out,
               Troubles *troubles)
{
    View top = view_of(folder);
    while (top.len > 1 && view_ends(top, VIEW("/")))
        top.len--;
    bool done = list_folder(arena, view_copy(arena, top), view_of(ending), out, troubles);
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, compare_paths);
    return done;
}

bool file_stamp(const char *path, FileStamp *out)
{
    struct stat status;
    if (stat(path, &status))
        return false;
    *out = (FileStamp){.inode = (int64_t)status.st_ino,
                       .size = status.st_size,
                       .seconds = status.st_mtim.tv_sec,
                       .nanoseconds = status.st_mtim.tv_nsec,
                       .status_seconds = status.st_ctim.tv_sec,
                       .status_nanoseconds = status.st_ctim.tv_nsec};
    return true;
}

bool file_is_folder(const char *path)
{
    struct stat status;
    return !stat(path, &status) && S_ISDIR(status.st_mode);
}

View file_folder(Arena *arena, View path)
{
    size_t end = path.len;
    while (end && path.at[end - 1] == '/')
        end--;
    while (end && path.at[end - 1] != '/')
        end--;
    if (!end)
        return VIEW(".");
    while (end > 1 && path.at[end - 1] == '/')
        end--;
    return view_copy(arena, view_slice(path, 0, end));
}

View file_below(View path, View folder)
{
    if (!folder.len)
        return path;
    while (folder.len && view_ends(folder, VIEW("/")))
        folder.len--;
    bool lies = view_starts(path, folder) && path.len > folder.len && path.at[folder.len] == '/';
    return lies ? view_slice(path, folder.len + 1, path.len) : path;
}

View file_in(Arena *arena, View folder, View path)
{
    if (view_starts(path, VIEW("/")) || !folder.len || view_equal(folder, VIEW(".")))
        return view_copy(arena, path);
    return view_format(arena, "%.*s%s%.*s", VIEW_ARG(folder),
                       view_ends(folder, VIEW("/")) ? "" : "/", VIEW_ARG(path));
}

View file_real(Arena *arena, View path)
{
    char *real = realpath(view_copy(arena, path).at, NULL);
    View copy = real ? view_copy(arena, view_of(real)) : (View){0};
    free(real);
    return copy;
}

bool file_touch(const char *path)
{
    return utimensat(AT_FDCWD, path, NULL, 0) == 0;
}

bool file_remove(const char *path)
{
    return unlink(path) == 0;
}

bool folder_make(const char *path)
{
    Buffer part = {0};
    for (const char *at = path; *at; at++) {
        if (*at == '/' && at > path) {
            buffer_clear(&part);
            buffer_print(&part, "%.*s%c", (int)(at - path), path, '\0');
            mkdir(part.at, 0700);
        }
    }
    buffer_free(&part);
    mkdir(path, 0700);
    return file_is_folder(path);
}
