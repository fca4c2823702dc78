/* UTF-8 and folding: the one door to utf8proc. */
#ifndef STET_BASE_UNICODE_H
#define STET_BASE_UNICODE_H

#include "base/buffer.h"

/* Decodes the code point at text.at[off] of valid UTF-8; *width is its length in bytes. */
int32_t utf8_decode(View text, size_t off, size_t *width);

/* As utf8_decode, for any bytes: -1 and width 1 where no valid code point starts. */
int32_t utf8_decode_any(View text, size_t off, size_t *width);

bool utf8_valid(View text);
size_t utf8_count(View text); /* code points of valid UTF-8 */

/* Writes a code point, 4 bytes at the most; how many. */
size_t utf8_encode(int32_t code, char *out);

/* How many bytes from `off` on are ASCII. */
size_t ascii_run(View text, size_t off);

typedef enum CharClass {
    CHAR_LETTER, /* and combining marks */
    CHAR_DIGIT,
    CHAR_SPACE, /* all white space, line breaks, zero-width space */
    CHAR_OTHER
} CharClass;

CharClass char_class(int32_t code);
bool char_is_upper(int32_t code); /* upper or title case */
bool char_is_lower(int32_t code);
void char_lower_add(Buffer *out, int32_t code); /* appends its lower case; nothing for -1 */

/* How names and words are compared: lower case, no diacritics (after NFKD; also ł, ø, đ, ß, æ, œ,
 * ı, þ, ð, ħ to their plain letters), no apostrophes of any kind, no full stops, no soft hyphens or
 * zero-width characters; hyphens and blanks stay, bytes that are no UTF-8 go. "Erdoğan" and
 * "ERDOGAN", NFC and NFD, "O’Neill" and "O'Neill" fold alike. Appends to `out`; ASCII costs one
 * pass and no call. */
void fold_add(Buffer *out, View text);

#endif
