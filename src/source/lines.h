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

/* False at the end; what follows a last line break is no line unless it holds something. */
bool lines_next(LineReader *reader, Line *out);

#define BYTE_ORDER_MARK VIEW("\xEF\xBB\xBF")

#endif
