/* Words of an article as they may stand on a terminal.
 *
 * Whatever the article holds, no control character, escape sequence or change of direction gets
 * through: each becomes one U+FFFD, as does each broken byte, and each blank of any kind one blank,
 * so that what is shown has one code point for each that was there.
 */
#ifndef STET_REPORT_SHOW_H
#define STET_REPORT_SHOW_H

#include "base/buffer.h"

void show_add(Buffer *out, View text);

size_t show_count(View text); /* code points that show_add appends */

/* The same, at most `most` code points, with an ellipsis for what is cut. */
void show_add_cut(Buffer *out, View text, size_t most);

/* A sentence of which `marked` matters, and a second line that underlines it; each line begins with
 * `indent` and ends in '\n'. A long sentence is cut at blanks around the span to about SHOW_WIDTH.
 * `mark_on` and `mark_off` go around the underline: terminal codes, or empty. */
enum { SHOW_WIDTH = 100 };
void show_add_excerpt(Buffer *out, View sentence, Span marked, View indent, View mark_on,
                      View mark_off);

#endif
