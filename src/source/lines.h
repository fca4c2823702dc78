/* Lines of any bytes, ended by LF, CR LF or CR, one after the other. Lent views, nothing owned. */
#ifndef STET_SOURCE_LINES_H
#define STET_SOURCE_LINES_H

#include "base/view.h"

typedef struct Line {
    size_t from;
    size_t to;   /* before its line break */
    size_t next; /* behind it */
} Line;

typedef struct LineReader {
    View bytes;
    size_t at;
    size_t feed; /* the next LF and CR at or after `at`; bytes.len where there is none */
    size_t retrn;
} LineReader;

LineReader lines_of(View bytes, size_t from);

size_t lines_find(View bytes, size_t from, char byte); /* bytes.len: nowhere */

/* False at the end; what follows a last line break is no line unless it holds something. */
static inline bool lines_next(LineReader *reader, Line *out)
{
    View bytes = reader->bytes;
    if (reader->at >= bytes.len)
        return false;
    if (reader->feed < reader->at)
        reader->feed = lines_find(bytes, reader->at, '\n');
    if (reader->retrn < reader->at)
        reader->retrn = lines_find(bytes, reader->at, '\r');
    size_t end = reader->feed < reader->retrn ? reader->feed : reader->retrn;
    size_t next = end == bytes.len ? end : end + 1;
    if (end == reader->retrn && next == reader->feed && next < bytes.len)
        next++;
    *out = (Line){reader->at, end, next};
    reader->at = next;
    return true;
}

#define BYTE_ORDER_MARK VIEW("\xEF\xBB\xBF")

#endif
