/* Reading and writing whole files: the only place that opens one, beside base/map.c. */
#ifndef STET_BASE_FILE_H
#define STET_BASE_FILE_H

#include <stdio.h>

#include "base/buffer.h"
#include "base/trouble.h"

/* Says, from errno, "cannot be read: No such file or directory", `what` being "read"; of a folder,
 * that it is one. Always false. */
bool file_trouble(Troubles *troubles, const char *path, const char *what);

/* Reads all of it, pipes and FIFOs too; "-" is standard input. A directory, a missing file and a
 * file above `limit` bytes are trouble. Appends to `out`. */
bool file_read(const char *path, size_t limit, Buffer *out, Troubles *troubles);

/* Writes beside `path` and renames over it, so that a reader sees the old file or the new one, with
 * the old one's mode; of a link, the file that it points at. A file that may not be written is not
 * replaced. A path that is no regular file (a pipe), or stands for one that is open (/dev/stdout,
 * /proc/self/fd/3), is written straight. */
bool file_write(const char *path, View bytes, Troubles *troubles);

/* All regular files below `folder` whose name ends in `ending`, sorted by path; hidden ones and
 * links to folders are passed over. Views live in the arena, NUL-ended. */
typedef struct FileList {
    View *items;
    uint32_t count;
    uint32_t capacity;
} FileList;
bool file_list(Arena *arena, const char *folder, const char *ending, FileList *out,
               Troubles *troubles);

/* What tells, without reading a file, whether it is the one that was read before. */
typedef struct FileStamp {
    int64_t inode;
    int64_t size;
    int64_t seconds; /* since 1970, of the last change of its bytes */
    int64_t nanoseconds;
    int64_t status_seconds; /* the same of its name, mode and the like: cannot be set at will */
    int64_t status_nanoseconds;
} FileStamp;

/* These say nothing where they fail: it is for caches, which may be missing or read-only. */
bool file_stamp(const char *path, FileStamp *out);
bool file_is_folder(const char *path);
bool file_touch(const char *path);  /* its time is now */
bool file_remove(const char *path); /* its name */
bool folder_make(const char *path); /* with the folders above it, for the user alone; or is there */

/* The folder that a path lies in, as one would write it: "a/b.md" -> "a", "b.md" -> ".". */
View file_folder(Arena *arena, View path);

/* The path from below a folder on: "a/b.md" in "a" -> "b.md"; the whole where it begins otherwise.
 */
View file_below(View path, View folder);

/* The other way: a path named from a folder, as one would write it. */
View file_in(Arena *arena, View folder, View path);

/* The whole path, links followed; empty where nothing stands there. */
View file_real(Arena *arena, View path);

#endif
