/* A stream: the lines of a file, a pipe or standard input, as they come. It is read in large
 * pieces, and never waits for more than the line that is asked for.
 */
#ifndef STET_BASE_STREAM_H
#define STET_BASE_STREAM_H

#include "base/buffer.h"
#include "base/trouble.h"

typedef struct Stream {
    int descriptor;
    int reason;   /* errno where reading failed; else 0 */
    bool drained; /* nothing more can be read */
    Buffer bytes; /* what was read; up to `at` it was given */
    size_t at;
} Stream;

/* "-" is standard input. False and trouble where there is nothing to read. */
bool stream_open(const char *path, Stream *out, Troubles *troubles);

/* The next line without its '\n', lent until the next call; false at the end, be it by an error.
 * A last line without '\n' counts. Lines may hold NUL. Of a line above `limit` bytes the first
 * `limit` + 1 are kept, so that its length tells. */
bool stream_line(Stream *stream, size_t limit, View *out);

/* Adds trouble where not all could be read. */
void stream_close(Stream *stream, const char *path, Troubles *troubles);

#endif
