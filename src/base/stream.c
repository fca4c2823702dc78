/* Streams. Tests: tests/unit/base/stream.c. */
#include "base/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

bool stream_open(const char *path, Stream *out, Troubles *troubles)
{
    struct stat status;
    *out = (Stream){.descriptor = STDIN_FILENO};
    if (!strcmp(path, "-"))
        return true;
    out->descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (out->descriptor >= 0 && fstat(out->descriptor, &status) == 0 && !S_ISDIR(status.st_mode))
        return true;
    if (out->descriptor >= 0) {
        close(out->descriptor);
        errno = EISDIR;
    }
    return file_trouble(troubles, path, "read");
}

/* Reads on behind what is there; what was given makes room. */
static void read_on(Stream *stream)
{
    enum { PIECE = 1 << 16 };
    Buffer *bytes = &stream->bytes;
    ssize_t got;
    if (stream->at) {
        bytes->len -= stream->at;
        memmove(bytes->at, bytes->at + stream->at, bytes->len);
        stream->at = 0;
    }
    buffer_reserve(bytes, PIECE);
    do {
        got = read(stream->descriptor, bytes->at + bytes->len, PIECE);
    } while (got < 0 && errno == EINTR);
    if (got > 0)
        bytes->len += (size_t)got;
    if (got < 0)
        stream->reason = errno;
    stream->drained = got <= 0;
}

/* Whether there is a line's end from `from` on, and where; else the end of what was read. */
static bool find_end(const Stream *stream, size_t from, size_t *end)
{
    const Buffer *bytes = &stream->bytes;
    const char *feed = from < bytes->len ? memchr(bytes->at + from, '\n', bytes->len - from) : NULL;
    *end = feed ? (size_t)(feed - bytes->at) : bytes->len;
    return feed;
}

bool stream_line(Stream *stream, size_t limit, View *out)
{
    size_t end, known = 0; /* bytes of the line without an end among them */
    bool ended;
    while (!(ended = find_end(stream, stream->at + known, &end)) && !stream->drained) {
        known = end - stream->at;
        if (known > limit) { /* of the rest nothing is kept */
            known = limit + 1;
            stream->bytes.len = stream->at + known;
        }
        read_on(stream);
    }
    size_t length = end - stream->at;
    if (!ended && !length)
        return false;
    *out = (View){stream->bytes.at + stream->at, length > limit ? limit + 1 : length};
    stream->at = end + ended;
    return true;
}

void stream_close(Stream *stream, const char *path, Troubles *troubles)
{
    if (stream->reason)
        trouble_add(troubles, view_of(path), 0, 0, "cannot be read to its end: %s",
                    strerror(stream->reason));
    if (stream->descriptor != STDIN_FILENO)
        close(stream->descriptor);
    buffer_free(&stream->bytes);
}
