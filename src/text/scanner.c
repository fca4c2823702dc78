/* Reads tokens. Nearly all are words of ASCII letters, numbers or marks that nothing around makes
 * anything else: read_plain reads those, eight bytes at once, and read_token any. Tests:
 * tests/unit/text/scanner.c. */
#include "text/scanner.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

/* What a byte is in a word. The letters of ASCII fold, and its digits stay what they are, by
 * FOLD_BIT. */
enum { UPPER = 1, LOWER = 2, DIGIT = 4, FOLD_BIT = 0x20 };
static const unsigned char kinds[256] = {
    ['0'] = 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, ['A'] = 1, 1, 1, 1, 1, 1,         1, 1, 1, 1, 1,
    1,         1, 1, 1, 1, 1, 1, 1, 1, 1, 1,         1, 1, 1, 1, ['a'] = 2, 2, 2, 2, 2, 2,
    2,         2, 2, 2, 2, 2, 2, 2, 2, 2, 2,         2, 2, 2, 2, 2,         2, 2, 2, 2,
};

/* A word is hashed eight bytes at a time, those that lack filled up with 0. */
#define HASH_START 0xCBF29CE484222325u
#define HASH_FACTOR 0x9E3779B97F4A7C15u

/* A word while it is read. */
typedef struct Word {
    size_t from;
    size_t part;    /* where its newest part begins: behind a full stop inside it */
    uint32_t upper; /* letters by case */
    uint32_t lower;
    uint32_t other;
    bool dotted; /* single letters with full stops between them */
} Word;

/* --- characters --- */

static unsigned char byte_at(const Scanner *scanner, size_t off)
{
    return off < scanner->end ? (unsigned char)scanner->text.at[off] : 0;
}

static bool is_digit(unsigned char byte)
{
    return kinds[byte] == DIGIT;
}

static bool is_apostrophe(int32_t code)
{
    switch (code) {
    case '\'':
    case '`':
    case 0xB4:
    case 0x2BB:
    case 0x2BC:
    case 0x2018:
    case 0x2019:
        return true;
    default:
        return false;
    }
}

/* Soft hyphens and joiners: folding drops them, so they may stand inside a word. */
static bool is_joiner(int32_t code)
{
    return code == 0xAD || code == 0x200C || code == 0x200D;
}

/* Characters that show nothing and mean nothing here, such as marks of direction. */
static bool is_unseen(int32_t code)
{
    return is_joiner(code) || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2064) ||
           (code >= 0x2066 && code <= 0x2069);
}

/* U+2010 to U+2027, dashes and quotation marks: nearly all that English has beyond ASCII, and none
 * of it is a letter or a blank. */
static inline bool is_dash_or_quote(const Scanner *scanner, size_t off)
{
    const unsigned char *bytes = (const unsigned char *)scanner->text.at + off;
    return bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] >= 0x90 && bytes[2] <= 0xA7;
}

/* These give the width of what stands at a place, 0 where it is something else or the end. */

static inline size_t apostrophe_at(const Scanner *scanner, size_t off)
{
    size_t width;
    if (byte_at(scanner, off) < 0x80)
        return byte_at(scanner, off) == '\'' || byte_at(scanner, off) == '`';
    return is_apostrophe(utf8_decode(scanner->text, off, &width)) ? width : 0;
}

static inline size_t hyphen_at(const Scanner *scanner, size_t off)
{
    size_t width;
    if (byte_at(scanner, off) < 0x80)
        return byte_at(scanner, off) == '-';
    int32_t code = utf8_decode(scanner->text, off, &width);
    return code == 0x2010 || code == 0x2011 ? width : 0;
}

static size_t wide_word_char_at(const Scanner *scanner, size_t off)
{
    size_t width;
    if (is_dash_or_quote(scanner, off))
        return 0;
    int32_t code = utf8_decode(scanner->text, off, &width);
    CharClass class = char_class(code);
    return (class == CHAR_LETTER || class == CHAR_DIGIT) && !is_apostrophe(code) ? width : 0;
}

static inline size_t word_char_at(const Scanner *scanner, size_t off)
{
    unsigned char byte = byte_at(scanner, off);
    return byte < 0x80 ? kinds[byte] != 0 : wide_word_char_at(scanner, off);
}

static inline size_t blank_at(const Scanner *scanner, size_t off)
{
    size_t width;
    unsigned char byte = byte_at(scanner, off);
    if (byte < 0x80)
        return byte == ' ' || (byte >= '\t' && byte <= '\r');
    if (is_dash_or_quote(scanner, off))
        return 0;
    int32_t code = utf8_decode(scanner->text, off, &width);
    return char_class(code) == CHAR_SPACE || is_unseen(code) ? width : 0;
}

/* "'s" at the end of a word; after a word in s also a mere "'", which between ‘these’ ends them. */
static size_t possessive_at(const Scanner *scanner, size_t off)
{
    size_t quote = apostrophe_at(scanner, off);
    if (!quote)
        return 0;
    if ((byte_at(scanner, off + quote) | 0x20) == 's')
        return word_char_at(scanner, off + quote + 1) ? 0 : quote + 1;
    bool after_s =
        off > 0 && scanner->quotation != 0x2018 && (byte_at(scanner, off - 1) | 0x20) == 's';
    return after_s && !word_char_at(scanner, off + quote) ? quote : 0;
}

/* --- words --- */

/* Eight bytes, the first of them lowest; 0 for those that lack. */
static inline uint64_t load_eight(const char *at, size_t left)
{
    uint64_t eight = 0;
    if (left >= sizeof eight)
        memcpy(&eight, at, sizeof eight);
    else
        memcpy(&eight, at, left);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    eight = __builtin_bswap64(eight);
#endif
    return eight;
}

static inline uint64_t hash_eight(uint64_t hash, uint64_t eight)
{
    hash = (hash ^ eight) * HASH_FACTOR;
    return hash ^ hash >> 32;
}

static uint64_t hash_text(View text)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < text.len; i += 8)
        hash = hash_eight(hash, load_eight(text.at + i, text.len - i));
    return hash;
}

#define EACH(byte) (0x0101010101010101u * (byte))

/* That of a word of letters and digits of ASCII, folded. */
static uint64_t hash_plain(View word)
{
    uint64_t hash = HASH_START;
    for (size_t i = 0; i < word.len; i += 8) {
        size_t left = word.len - i;
        uint64_t fold = EACH(FOLD_BIT);
        if (left < 8)
            fold &= ((uint64_t)1 << 8 * left) - 1;
        hash = hash_eight(hash, load_eight(word.at + i, left) | fold);
    }
    return hash;
}

static size_t read_ascii(const Scanner *scanner, Word *word, size_t off)
{
    for (; kinds[byte_at(scanner, off)]; off++) {
        word->upper += kinds[byte_at(scanner, off)] == UPPER;
        word->lower += kinds[byte_at(scanner, off)] == LOWER;
    }
    return off;
}

static size_t read_beyond_ascii(const Scanner *scanner, Word *word, size_t off)
{
    size_t width;
    int32_t code = utf8_decode(scanner->text, off, &width);
    CharClass class = char_class(code);
    if (class != CHAR_LETTER && class != CHAR_DIGIT &&
        !(is_joiner(code) && word_char_at(scanner, off + width)))
        return 0;
    if (char_is_upper(code))
        word->upper++;
    else if (char_is_lower(code))
        word->lower++;
    else if (class == CHAR_LETTER)
        word->other++;
    return width;
}

/* "U.S": a letter, and a letter after the stop, each alone; or "3.5". */
static bool is_inner_stop(const Scanner *scanner, const Word *word, size_t off)
{
    if (is_digit(byte_at(scanner, off - 1)))
        return is_digit(byte_at(scanner, word->from)) && is_digit(byte_at(scanner, off + 1));
    if (word_char_at(scanner, word->part) != off - word->part)
        return false;
    size_t next = word_char_at(scanner, off + 1);
    return next && !is_digit(byte_at(scanner, off + 1)) && !word_char_at(scanner, off + 1 + next);
}

/* "1,000" */
static bool is_inner_comma(const Scanner *scanner, const Word *word, size_t off)
{
    return is_digit(byte_at(scanner, word->from)) && is_digit(byte_at(scanner, off - 1)) &&
           is_digit(byte_at(scanner, off + 1)) && is_digit(byte_at(scanner, off + 2)) &&
           is_digit(byte_at(scanner, off + 3)) && !is_digit(byte_at(scanner, off + 4));
}

/* What is no letter or digit of ASCII, but goes on with the word; its width, or 0. */
static size_t read_joint(const Scanner *scanner, Word *word, size_t off)
{
    unsigned char byte = byte_at(scanner, off);
    if (byte == ' ' || off == scanner->end)
        return 0;
    size_t quote = apostrophe_at(scanner, off);
    if (quote)
        return word_char_at(scanner, off + quote) && !possessive_at(scanner, off) ? quote : 0;
    if (byte >= 0x80)
        return read_beyond_ascii(scanner, word, off);
    if (byte == '.' && is_inner_stop(scanner, word, off)) {
        word->dotted = !is_digit(byte_at(scanner, off - 1));
        word->part = off + 1;
        return 1;
    }
    return byte == ',' && is_inner_comma(scanner, word, off);
}

static bool begins_upper(const Scanner *scanner, const Word *word)
{
    size_t width, off = word->from;
    while (is_digit(byte_at(scanner, off)))
        off++;
    return word->upper && char_is_upper(utf8_decode(scanner->text, off, &width));
}

static uint16_t case_flags(const Scanner *scanner, const Word *word)
{
    uint16_t flags = 0;
    if (begins_upper(scanner, word))
        flags |= TOKEN_CAPITAL;
    if (word->upper >= 2 && !word->lower)
        flags |= TOKEN_UPPER;
    if (!word->upper && (word->lower || word->other))
        flags |= TOKEN_LOWER;
    return flags;
}

/* Reads a word; gives its end. */
static size_t read_word(Scanner *scanner, Token *token, Word *word)
{
    bool plain = true;
    size_t width, off = word->from;
    do {
        off = read_ascii(scanner, word, off);
        width = read_joint(scanner, word, off);
        plain = plain && !width;
        off += width;
    } while (width);
    token->flags |= case_flags(scanner, word);
    View text = view_slice(scanner->text, word->from, off);
    if (plain) {
        token->hash = hash_plain(text);
        return off;
    }
    buffer_clear(&scanner->folded);
    fold_add(&scanner->folded, text);
    token->hash = hash_text(buffer_view(&scanner->folded));
    return off;
}

static bool is_abbreviation(const Scanner *scanner, uint64_t hash)
{
    const uint64_t *hashes = scanner->abbreviations.hashes;
    uint32_t count = scanner->abbreviations.count;
    uint32_t at = (uint32_t)((hash >> 32) * count >> 32); /* about there: hashes spread evenly */
    while (at && hashes[at] > hash)
        at--;
    while (at < count && hashes[at] < hash)
        at++;
    return at < count && hashes[at] == hash;
}

/* Whether what follows a full stop looks like another sentence, or nothing follows. */
static bool sentence_follows(const Scanner *scanner, size_t off)
{
    size_t width, from = off;
    while ((width = blank_at(scanner, off)))
        off += width;
    if (off >= scanner->end)
        return true;
    int32_t code = utf8_decode(scanner->text, off, &width);
    return off > from && (char_is_upper(code) || code == '"' || code == 0x201C);
}

/* Whether the full stop behind a word that ends at `to` belongs to it. */
static bool takes_stop(const Scanner *scanner, size_t to, const Token *token)
{
    if (token->flags & TOKEN_INITIAL)
        return true;
    if (byte_at(scanner, to + 1) == '.' || !is_abbreviation(scanner, token->hash))
        return false;
    return token->flags & TOKEN_CAPITAL || !sentence_follows(scanner, to + 1);
}

static void read_word_or_number(Scanner *scanner, Token *token)
{
    size_t from = scanner->at;
    Word word = {.from = from, .part = from};
    size_t to = read_word(scanner, token, &word);
    token->kind = is_digit(byte_at(scanner, from)) ? TOKEN_NUMBER : TOKEN_WORD;
    if (token->flags & TOKEN_CAPITAL && word_char_at(scanner, from) == to - from)
        token->flags |= TOKEN_INITIAL;
    if (byte_at(scanner, to) == '.' && token->kind == TOKEN_WORD &&
        (word.dotted || takes_stop(scanner, to, token))) {
        token->flags |= TOKEN_STOP;
        to++;
    }
    scanner->at = scanner->word_end = to;
}

/* --- marks --- */

/* The marks that close what a mark opens. Straight and curly are mixed in sloppy copy; German
 * closes with the English opening mark, Danish turns guillemets round, Swedish uses one of them for
 * both. */
static bool closes_quotation(int32_t opened, int32_t code)
{
    switch (opened) {
    case '"':
    case 0x201C: /* “ */
        return code == '"' || code == 0x201D;
    case 0x201E: /* „ */
        return code == '"' || code == 0x201D || code == 0x201C;
    case 0x2018: /* ‘ */
        return code == 0x2019;
    case 0xAB: /* « */
        return code == 0xBB;
    case 0xBB: /* » */
        return code == 0xAB || code == 0xBB;
    default:
        return false;
    }
}

static bool opens_quotation(const Scanner *scanner, int32_t code)
{
    switch (code) {
    case '"': /* not where it can only close one that was never opened */
        return scanner->at + 1 < scanner->end && !blank_at(scanner, scanner->at + 1);
    case 0x2018: /* not where it stands for letters left out: "the ‘90s" */
        return scanner->at != scanner->token_end && scanner->at + 3 < scanner->end &&
               char_is_upper(byte_at(scanner, scanner->at + 3));
    case 0x201C:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return true;
    default:
        return false;
    }
}

/* Keeps track of quotation marks. True where this is one that opens or closes. */
static bool passes_quotation(Scanner *scanner, int32_t code)
{
    if (scanner->quotation ? closes_quotation(scanner->quotation, code)
                           : opens_quotation(scanner, code)) {
        scanner->quotation = scanner->quotation ? 0 : code;
        return true;
    }
    return false;
}

static void read_mark(Scanner *scanner, Token *token)
{
    size_t width = 1;
    int32_t code = byte_at(scanner, scanner->at);
    if (code >= 0x80)
        code = utf8_decode(scanner->text, scanner->at, &width);
    token->kind = TOKEN_MARK;
    token->hash = hash_text((View){scanner->text.at + scanner->at, width});
    if (code == '.' || code == '!' || code == '?' || code == 0x2026)
        token->flags |= TOKEN_END;
    if (passes_quotation(scanner, code))
        token->flags &= (uint16_t)~TOKEN_QUOTED;
    scanner->at += width;
}

/* --- tokens --- */

static void skip_blanks(Scanner *scanner)
{
    size_t width;
    if (byte_at(scanner, scanner->at) == ' ')
        scanner->at++;
    if (kinds[byte_at(scanner, scanner->at)])
        return;
    while ((width = blank_at(scanner, scanner->at)))
        scanner->at += width;
}

/* Passes over a hyphen between two words. */
static bool pass_hyphen(Scanner *scanner)
{
    size_t width = hyphen_at(scanner, scanner->at);
    if (!width || !word_char_at(scanner, scanner->at + width))
        return false;
    scanner->at += width;
    return true;
}

static bool read_possessive(Scanner *scanner, Token *token)
{
    size_t width = possessive_at(scanner, scanner->at);
    if (!width)
        return false;
    token->kind = TOKEN_POSSESSIVE;
    token->hash = hash_text(VIEW("'s"));
    scanner->at += width;
    return true;
}

void scanner_turn(Scanner *scanner, size_t from, size_t to)
{
    assert(from <= to && to <= scanner->text.len);
    scanner->at = from;
    scanner->end = to;
    scanner->token_end = scanner->word_end = SIZE_MAX;
    scanner->quotation = 0;
}

/* Any token. */
static __attribute__((noinline)) bool read_token(Scanner *scanner, Token *out)
{
    skip_blanks(scanner);
    if (scanner->at >= scanner->end)
        return false;
    *out = (Token){.flags = scanner->quotation ? TOKEN_QUOTED : 0};
    bool after_word = scanner->at == scanner->word_end;
    if (after_word && pass_hyphen(scanner))
        out->flags |= TOKEN_JOINED;
    if (scanner->at == scanner->token_end)
        out->flags |= TOKEN_TIGHT;
    size_t from = scanner->at;
    if (word_char_at(scanner, from))
        read_word_or_number(scanner, out);
    else if (!after_word || !read_possessive(scanner, out))
        read_mark(scanner, out);
    out->span = (Span){(uint32_t)from, (uint32_t)(scanner->at - from)};
    scanner->token_end = scanner->at;
    return true;
}

/* --- what most tokens are --- */

/* Marks that open and close nothing, and surely end a word; a full stop mostly does. */
enum { ENDS = 1, MAY_END = 2 };
static const unsigned char plain_marks[256] = {
    ['!'] = ENDS, ['#'] = ENDS,    ['$'] = ENDS, ['%'] = ENDS, ['&'] = ENDS, ['('] = ENDS,
    [')'] = ENDS, ['*'] = ENDS,    ['+'] = ENDS, [','] = ENDS, ['/'] = ENDS, [':'] = ENDS,
    [';'] = ENDS, ['<'] = ENDS,    ['='] = ENDS, ['>'] = ENDS, ['?'] = ENDS, ['@'] = ENDS,
    ['['] = ENDS, ['.'] = MAY_END, [']'] = ENDS, ['^'] = ENDS, ['_'] = ENDS, ['\\'] = ENDS,
    ['{'] = ENDS, ['|'] = ENDS,    ['}'] = ENDS, ['~'] = ENDS,
};

/* Whether a word of ASCII letters ends before what stands there, no blank and no mark that ENDS. */
static __attribute__((noinline)) bool ends_word(const Scanner *scanner, const char *from,
                                                const char *to, uint64_t hash)
{
    if (*to == '.') /* that of the sentence, not of the word */
        return to - from > 1 && !is_abbreviation(scanner, hash);
    Word word = {.from = (size_t)(from - scanner->text.at)};
    return !kinds[(unsigned char)*to] &&
           !read_joint(scanner, &word, (size_t)(to - scanner->text.at));
}

/* The high bit of the first of eight bytes that is no letter, and of others above it; `small` has
 * FOLD_BIT set in each. */
static inline uint64_t not_letters(uint64_t small)
{
    uint64_t number = (small ^ EACH('a' - 1)) - EACH(1); /* of the letter, from 0 to 25 */
    return (number | (number + EACH(0x80 - 26))) & EACH(0x80);
}

/* The number of the lowest byte of which the high bit is set. */
static inline size_t first_byte(uint64_t high_bits)
{
    return (unsigned)__builtin_ctzll(high_bits) / 8;
}

/* All bits below it; all of them where there is none. */
static inline uint64_t bytes_before(uint64_t high_bits)
{
    return ((high_bits & -high_bits) >> 7) - 1;
}

/* The flags of a word of letters by FOLD_BIT: `large` has those that are capitals, `all` all. */
static inline unsigned case_of(uint64_t large, uint64_t all)
{
    if (!large)
        return TOKEN_LOWER;
    unsigned flags = large & FOLD_BIT ? TOKEN_CAPITAL : 0;
    if (large == all)
        flags |= large & (large - 1) ? TOKEN_UPPER : TOKEN_INITIAL;
    return flags;
}

/* Like not_letters(): the high bit of the first byte that is no digit, and of others above it. */
static inline uint64_t not_digits(uint64_t eight)
{
    uint64_t number = eight ^ EACH('0');
    return (number | (number + EACH(0x80 - 10))) & EACH(0x80);
}

/* Whether a number of digits ends before what stands there: not "1,000", "3.5", "46th", "1990's".
 */
static inline bool ends_number(const char *to, const char *end)
{
    if (to == end || *to == ' ')
        return true;
    if (*to == ',' || *to == '.')
        return to + 1 == end || !is_digit((unsigned char)to[1]);
    return plain_marks[(unsigned char)*to] == ENDS;
}

/* U+2013 and U+2014 */
static inline bool is_dash(uint64_t eight)
{
    return (eight & 0xFFFFFF) == 0x9380E2 || (eight & 0xFFFFFF) == 0x9480E2;
}

/* Reads words of up to fifteen letters, numbers of up to seven digits and plain marks, with or
 * without a blank before them, as long as they come; gives the place behind the last. */
static Token *read_plain(Scanner *scanner, Token *out, const Token *full)
{
    enum { EIGHT = sizeof(uint64_t) };
    if (scanner->text.len < SCANNER_REACH)
        return out;
    const char *text = scanner->text.at, *at = text + scanner->at, *end = text + scanner->end;
    const char *reach = text + scanner->text.len - SCANNER_REACH;
    const Token *first = out;
    const unsigned quoted = scanner->quotation ? TOKEN_QUOTED : 0;
    for (unsigned tight = scanner->at == scanner->token_end ? TOKEN_TIGHT : 0;
         out < full && at <= reach; tight = TOKEN_TIGHT) {
        const char *from = at, *to;
        unsigned flags = quoted;
        if (*at == ' ')
            from++;
        else if (*at == '-' && out > first && out[-1].kind == TOKEN_WORD)
            from++, flags |= TOKEN_JOINED;
        else
            flags |= tight;
        uint64_t eight = load_eight(from, EIGHT), small = eight | EACH(FOLD_BIT);
        uint64_t others = not_letters(small), letters = bytes_before(others);
        uint64_t hash = hash_eight(HASH_START, small & letters);
        if (letters) {
            uint64_t all = EACH(FOLD_BIT) & letters, large = ~eight & all;
            to = from + EIGHT;
            if (others) {
                to = from + first_byte(others);
            } else {
                eight = load_eight(to, EIGHT);
                small = eight | EACH(FOLD_BIT);
                others = not_letters(small);
                letters = bytes_before(others);
                if (!others)
                    break;
                if (letters)
                    hash = hash_eight(hash, small & letters);
                to += first_byte(others);
                all |= (EACH(FOLD_BIT) & letters) << 1; /* told from those of the first eight */
                large |= (~eight & EACH(FOLD_BIT) & letters) << 1;
            }
            if (to > end || (*to != ' ' && to < end && plain_marks[(unsigned char)*to] != ENDS &&
                             !ends_word(scanner, from, to, hash)))
                break;
            flags |= case_of(large, all);
            out->kind = TOKEN_WORD;
        } else if (from < end && is_digit((unsigned char)*from)) {
            others = not_digits(eight);
            if (!others || (to = from + first_byte(others)) > end || !ends_number(to, end))
                break;
            hash = hash_eight(HASH_START, eight & bytes_before(others));
            out->kind = TOKEN_NUMBER;
        } else {
            unsigned char byte = (unsigned char)*from;
            bool dash = is_dash(eight);
            if ((!plain_marks[byte] && !dash) || flags & TOKEN_JOINED || from >= end)
                break;
            if (byte == '.' || byte == '!' || byte == '?')
                flags |= TOKEN_END;
            to = from + (dash ? 3 : 1);
            hash = hash_eight(HASH_START, dash ? eight & 0xFFFFFF : byte);
            out->kind = TOKEN_MARK;
        }
        out->span = (Span){(uint32_t)(from - text), (uint32_t)(to - from)};
        out->hash = hash;
        out->flags = (uint16_t)flags;
        out++;
        at = to;
    }
    if (out == first)
        return out;
    scanner->at = scanner->token_end = (size_t)(at - text);
    if (out[-1].kind != TOKEN_MARK)
        scanner->word_end = scanner->at;
    return out;
}

uint32_t scanner_read(Scanner *scanner, Token *out, uint32_t room)
{
    Token *next = out;
    const Token *full = out + room;
    do {
        next = read_plain(scanner, next, full);
    } while (next < full && scanner->at < scanner->end && read_token(scanner, next) &&
             ++next < full);
    return (uint32_t)(next - out);
}

void scanner_free(Scanner *scanner)
{
    buffer_free(&scanner->folded);
}

uint64_t folded_hash(View word)
{
    return hash_text(word);
}

uint64_t word_hash(View word)
{
    size_t width = 1;
    int32_t first = word.len ? utf8_decode_any(word, 0, &width) : -1;
    if (is_apostrophe(first))
        return hash_text(word.len == width + 1 && (word.at[width] | FOLD_BIT) == 's' ? VIEW("'s")
                                                                                     : word);
    CharClass class = first < 0 ? CHAR_OTHER : char_class(first);
    if (class != CHAR_LETTER && class != CHAR_DIGIT)
        return hash_text(word);
    Buffer folded = {0};
    fold_add(&folded, word);
    uint64_t hash = hash_text(buffer_view(&folded));
    buffer_free(&folded);
    return hash;
}
