/* UTF-8, character classes and folding over utf8proc. Tests: tests/unit/base/unicode.c. */
#include "base/unicode.h"

#include <assert.h>
#include <string.h>

#include <utf8proc.h>

#include "base/eight.h"

/* The bytes that a lead byte asks for, itself among them; 0: it leads none. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

int32_t utf8_decode_any(View text, size_t off, size_t *width)
{
    assert(off < text.len);
    const unsigned char *at = (const unsigned char *)text.at + off;
    size_t length = sequence_length(*at);
    *width = 1;
    if (length == 1)
        return *at;
    if (!length || length > text.len - off)
        return -1;
    int32_t code = *at & (0x7F >> length);
    for (size_t i = 1; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return -1;
        code = code << 6 | (at[i] & 0x3F);
    }
    static const int32_t least[] = {[2] = 0x80, [3] = 0x800, [4] = 0x10000};
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return -1; /* longer than it need be, or no character */
    *width = length;
    return code;
}

int32_t utf8_decode(View text, size_t off, size_t *width)
{
    unsigned char byte = (unsigned char)text.at[off];
    if (byte < 0x80) {
        *width = 1;
        return byte;
    }
    int32_t code = utf8_decode_any(text, off, width);
    assert(code >= 0);
    return code;
}

size_t utf8_encode(int32_t code, char *out)
{
    return (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)out);
}

enum { STRETCH = 64 /* bytes that are looked at together */ };

/* Compilers turn such a loop into a few instructions, for nothing ends it early. */
static inline bool are_ascii(const char *at)
{
    char all = 0;
    for (int i = 0; i < STRETCH; i++)
        all |= at[i];
    return !(all & 0x80);
}

size_t ascii_run(View text, size_t off)
{
    size_t end = off, run = 8;
    while (text.len - end >= STRETCH && are_ascii(text.at + end))
        end += STRETCH;
    for (; run == 8 && text.len - end >= 8; end += run)
        run = eight_first(eight_at(text.at + end) & EIGHT_HIGHS);
    if (run < 8)
        return end - off;
    size_t rest = text.len - end;
    if (rest >= 4 && !(eight_of_few(text.at + end, rest) & EIGHT_HIGHS))
        return text.len - off;
    while (end < text.len && (unsigned char)text.at[end] < 0x80)
        end++;
    return end - off;
}

bool utf8_valid(View text)
{
    size_t width;
    for (size_t off = ascii_run(text, 0); off < text.len;
         off += width + ascii_run(text, off + width))
        if (utf8_decode_any(text, off, &width) < 0)
            return false;
    return true;
}

size_t utf8_count(View text)
{
    size_t count = 0;
    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.at[i] & 0xC0) != 0x80;
    return count;
}

CharClass char_class(int32_t code)
{
    if (code < 0x80) {
        if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z')
            return CHAR_LETTER;
        if (code >= '0' && code <= '9')
            return CHAR_DIGIT;
        return code == ' ' || (code >= '\t' && code <= '\r') ? CHAR_SPACE : CHAR_OTHER;
    }
    if (code == 0x85 || code == 0x200B || code == 0xFEFF)
        return CHAR_SPACE;
    utf8proc_category_t category = utf8proc_category(code);
    if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME)
        return CHAR_LETTER; /* the letters, then the marks, in utf8proc's order */
    if (category == UTF8PROC_CATEGORY_ND)
        return CHAR_DIGIT;
    if (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP)
        return CHAR_SPACE;
    return CHAR_OTHER;
}

bool char_is_upper(int32_t code)
{
    if (code < 0x80)
        return code >= 'A' && code <= 'Z';
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool char_is_lower(int32_t code)
{
    if (code < 0x80)
        return code >= 'a' && code <= 'z';
    return utf8proc_category(code) == UTF8PROC_CATEGORY_LL;
}

void char_lower_add(Buffer *out, int32_t code)
{
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t width = code < 0 ? 0 : utf8proc_encode_char(utf8proc_tolower(code), bytes);
    buffer_add(out, (View){(const char *)bytes, (size_t)width});
}

/* Letters that no decomposition makes plain. */
static const char *plain_letter(int32_t code)
{
    switch (code) {
    case 0xE6:
        return "ae";
    case 0xF0:
    case 0x111:
        return "d";
    case 0xF8:
        return "o";
    case 0xFE:
        return "th";
    case 0xDF:
        return "ss";
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    case 0x142:
        return "l";
    case 0x153:
        return "oe";
    default:
        return NULL;
    }
}

/* Apostrophes and what stands for one, and full stops. */
static bool is_dropped(int32_t code)
{
    switch (code) {
    case '\'':
    case '`':
    case '.':
    case 0xB4:   /* acute accent */
    case 0x2B9:  /* modifier prime: a transliterated soft sign */
    case 0x2BB:  /* okina */
    case 0x2BC:  /* modifier apostrophe */
    case 0x2BD:  /* modifier reversed comma */
    case 0x2BE:  /* hamza */
    case 0x2BF:  /* ayin */
    case 0x2018: /* single quotation marks */
    case 0x2019:
    case 0x201B:
    case 0x2032: /* prime */
        return true;
    default:
        return false;
    }
}

/* Accents, and what has no width: soft hyphen, joiners, direction marks, byte order mark. */
static bool is_unseen(int32_t code)
{
    utf8proc_category_t category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME ||
           category == UTF8PROC_CATEGORY_CF;
}

static void add_code(Buffer *out, int32_t code)
{
    char bytes[4];
    buffer_add(out, (View){bytes, utf8_encode(code, bytes)});
}

/* One code point beyond ASCII: taken apart, lowered, stripped of its marks. The longest
 * decomposition of all has 18 parts. */
static void fold_code(Buffer *out, int32_t code)
{
    enum { PARTS = 32 };
    utf8proc_int32_t parts[PARTS];
    int last_class = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        code, parts, PARTS, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD, &last_class);
    assert(count >= 0 && count <= PARTS);
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        if (is_dropped(parts[i]) || is_unseen(parts[i]))
            continue;
        const char *plain = plain_letter(parts[i]);
        if (plain)
            buffer_add(out, view_of(plain));
        else
            add_code(out, parts[i]);
    }
}

/* Folds bytes from `off` on until one that is not ASCII; gives where it stopped. */
static size_t fold_ascii(Buffer *out, View text, size_t off)
{
    buffer_reserve(out, text.len - off);
    char *to = out->at + out->len;
    for (; off < text.len && (unsigned char)text.at[off] < 0x80; off++) {
        char byte = text.at[off];
        if (byte >= 'A' && byte <= 'Z')
            byte = (char)(byte - 'A' + 'a');
        if (byte != '\'' && byte != '`' && byte != '.')
            *to++ = byte;
    }
    out->len = (size_t)(to - out->at);
    return off;
}

void fold_add(Buffer *out, View text)
{
    size_t off = 0, width;
    while (off < text.len) {
        off = fold_ascii(out, text, off);
        if (off == text.len)
            break;
        int32_t code = utf8_decode_any(text, off, &width);
        if (code >= 0 && !is_dropped(code))
            fold_code(out, code);
        off += width;
    }
}
