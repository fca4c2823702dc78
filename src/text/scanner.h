/* The scanner: reads one token after the other off a run of text.
 *
 * In: valid UTF-8 and the bounds of a paragraph, set by the caller. Out: tokens, by value. It owns
 * only the buffer in which words beyond ASCII are folded.
 */
#ifndef STET_TEXT_SCANNER_H
#define STET_TEXT_SCANNER_H

#include "base/buffer.h"
#include "text/token.h"

typedef struct Scanner {
    View text;
    Abbreviations abbreviations;
    size_t at;         /* the next byte to read */
    size_t end;        /* of the paragraph */
    size_t token_end;  /* of the newest token; SIZE_MAX: none yet */
    size_t word_end;   /* the same where it is a word or a number */
    int32_t quotation; /* the mark that opened the quotation at hand; 0: none */
    Buffer folded;
} Scanner; /* freed by scanner_free */

enum { SCANNER_REACH = 17 }; /* so many bytes of text, its end not among them, are read fastest */

/* Turns to another run of the text; quotations do not reach across. */
void scanner_turn(Scanner *scanner, size_t from, size_t to);

/* Reads on, `room` tokens at the most; fewer come only where the run ends. */
uint32_t scanner_read(Scanner *scanner, Token *out, uint32_t room);

void scanner_free(Scanner *scanner);

#endif
