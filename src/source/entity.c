/* Character references. Tests: tests/unit/source/entity.c. */
#include "source/entity.h"

#include <stdlib.h>
#include <string.h>

enum {
    NAME_MOST = 8,    /* letters of a name that is known */
    DECIMAL_MOST = 7, /* digits of a number, as CommonMark has it */
    HEXADECIMAL_MOST = 6
};

typedef struct NamedEntity {
    const char *name;
    int32_t code;
} NamedEntity;

/* Sorted by bytes. */
static const NamedEntity entities[] = {
    {"AElig", 0xC6},    {"AMP", 0x26},      {"Aacute", 0xC1},   {"Abreve", 0x102},
    {"Acirc", 0xC2},    {"Agrave", 0xC0},   {"Amacr", 0x100},   {"Aogon", 0x104},
    {"Aring", 0xC5},    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Cacute", 0x106},
    {"Ccaron", 0x10C},  {"Ccedil", 0xC7},   {"Ccirc", 0x108},   {"Cdot", 0x10A},
    {"Dagger", 0x2021}, {"Dcaron", 0x10E},  {"Dstrok", 0x110},  {"ENG", 0x14A},
    {"ETH", 0xD0},      {"Eacute", 0xC9},   {"Ecaron", 0x11A},  {"Ecirc", 0xCA},
    {"Edot", 0x116},    {"Egrave", 0xC8},   {"Emacr", 0x112},   {"Eogon", 0x118},
    {"Euml", 0xCB},     {"GT", 0x3E},       {"Gbreve", 0x11E},  {"Gcedil", 0x122},
    {"Gcirc", 0x11C},   {"Gdot", 0x120},    {"Hcirc", 0x124},   {"Hstrok", 0x126},
    {"IJlig", 0x132},   {"Iacute", 0xCD},   {"Icirc", 0xCE},    {"Idot", 0x130},
    {"Igrave", 0xCC},   {"Imacr", 0x12A},   {"Iogon", 0x12E},   {"Itilde", 0x128},
    {"Iuml", 0xCF},     {"Jcirc", 0x134},   {"Kcedil", 0x136},  {"LT", 0x3C},
    {"Lacute", 0x139},  {"Lcaron", 0x13D},  {"Lcedil", 0x13B},  {"Lmidot", 0x13F},
    {"Lstrok", 0x141},  {"Nacute", 0x143},  {"Ncaron", 0x147},  {"Ncedil", 0x145},
    {"Ntilde", 0xD1},   {"OElig", 0x152},   {"Oacute", 0xD3},   {"Ocirc", 0xD4},
    {"Odblac", 0x150},  {"Ograve", 0xD2},   {"Omacr", 0x14C},   {"Oslash", 0xD8},
    {"Otilde", 0xD5},   {"Ouml", 0xD6},     {"Prime", 0x2033},  {"QUOT", 0x22},
    {"Racute", 0x154},  {"Rcaron", 0x158},  {"Rcedil", 0x156},  {"Sacute", 0x15A},
    {"Scaron", 0x160},  {"Scedil", 0x15E},  {"Scirc", 0x15C},   {"THORN", 0xDE},
    {"Tcaron", 0x164},  {"Tcedil", 0x162},  {"Tstrok", 0x166},  {"Uacute", 0xDA},
    {"Ubreve", 0x16C},  {"Ucirc", 0xDB},    {"Udblac", 0x170},  {"Ugrave", 0xD9},
    {"Umacr", 0x16A},   {"Uogon", 0x172},   {"Uring", 0x16E},   {"Utilde", 0x168},
    {"Uuml", 0xDC},     {"Wcirc", 0x174},   {"Yacute", 0xDD},   {"Ycirc", 0x176},
    {"Yuml", 0x178},    {"Zacute", 0x179},  {"Zcaron", 0x17D},  {"Zdot", 0x17B},
    {"aacute", 0xE1},   {"abreve", 0x103},  {"acirc", 0xE2},    {"acute", 0xB4},
    {"aelig", 0xE6},    {"agrave", 0xE0},   {"amacr", 0x101},   {"amp", 0x26},
    {"aogon", 0x105},   {"apos", 0x27},     {"aring", 0xE5},    {"atilde", 0xE3},
    {"auml", 0xE4},     {"bdquo", 0x201E},  {"brvbar", 0xA6},   {"bull", 0x2022},
    {"cacute", 0x107},  {"ccaron", 0x10D},  {"ccedil", 0xE7},   {"ccirc", 0x109},
    {"cdot", 0x10B},    {"cedil", 0xB8},    {"cent", 0xA2},     {"copy", 0xA9},
    {"curren", 0xA4},   {"dagger", 0x2020}, {"dash", 0x2010},   {"dcaron", 0x10F},
    {"deg", 0xB0},      {"divide", 0xF7},   {"dstrok", 0x111},  {"eacute", 0xE9},
    {"ecaron", 0x11B},  {"ecirc", 0xEA},    {"edot", 0x117},    {"egrave", 0xE8},
    {"emacr", 0x113},   {"emsp", 0x2003},   {"eng", 0x14B},     {"ensp", 0x2002},
    {"eogon", 0x119},   {"eth", 0xF0},      {"euml", 0xEB},     {"euro", 0x20AC},
    {"frac12", 0xBD},   {"frac14", 0xBC},   {"frac34", 0xBE},   {"gbreve", 0x11F},
    {"gcirc", 0x11D},   {"gdot", 0x121},    {"gt", 0x3E},       {"hcirc", 0x125},
    {"hellip", 0x2026}, {"horbar", 0x2015}, {"hstrok", 0x127},  {"hyphen", 0x2010},
    {"iacute", 0xED},   {"icirc", 0xEE},    {"iexcl", 0xA1},    {"igrave", 0xEC},
    {"ijlig", 0x133},   {"imacr", 0x12B},   {"imath", 0x131},   {"inodot", 0x131},
    {"iogon", 0x12F},   {"iquest", 0xBF},   {"itilde", 0x129},  {"iuml", 0xEF},
    {"jcirc", 0x135},   {"kcedil", 0x137},  {"kgreen", 0x138},  {"lacute", 0x13A},
    {"laquo", 0xAB},    {"lcaron", 0x13E},  {"lcedil", 0x13C},  {"ldquo", 0x201C},
    {"lmidot", 0x140},  {"lrm", 0x200E},    {"lsaquo", 0x2039}, {"lsquo", 0x2018},
    {"lstrok", 0x142},  {"lt", 0x3C},       {"macr", 0xAF},     {"mdash", 0x2014},
    {"micro", 0xB5},    {"middot", 0xB7},   {"minus", 0x2212},  {"nacute", 0x144},
    {"napos", 0x149},   {"nbsp", 0xA0},     {"ncaron", 0x148},  {"ncedil", 0x146},
    {"ndash", 0x2013},  {"not", 0xAC},      {"ntilde", 0xF1},   {"numero", 0x2116},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"odblac", 0x151},  {"oelig", 0x153},
    {"ograve", 0xF2},   {"omacr", 0x14D},   {"ordf", 0xAA},     {"ordm", 0xBA},
    {"oslash", 0xF8},   {"otilde", 0xF5},   {"ouml", 0xF6},     {"para", 0xB6},
    {"permil", 0x2030}, {"plusmn", 0xB1},   {"pound", 0xA3},    {"prime", 0x2032},
    {"quot", 0x22},     {"racute", 0x155},  {"raquo", 0xBB},    {"rcaron", 0x159},
    {"rcedil", 0x157},  {"rdquo", 0x201D},  {"reg", 0xAE},      {"rlm", 0x200F},
    {"rsaquo", 0x203A}, {"rsquo", 0x2019},  {"sacute", 0x15B},  {"sbquo", 0x201A},
    {"scaron", 0x161},  {"scedil", 0x15F},  {"scirc", 0x15D},   {"sect", 0xA7},
    {"shy", 0xAD},      {"sup1", 0xB9},     {"sup2", 0xB2},     {"sup3", 0xB3},
    {"szlig", 0xDF},    {"tcaron", 0x165},  {"tcedil", 0x163},  {"thinsp", 0x2009},
    {"thorn", 0xFE},    {"times", 0xD7},    {"trade", 0x2122},  {"tstrok", 0x167},
    {"uacute", 0xFA},   {"ubreve", 0x16D},  {"ucirc", 0xFB},    {"udblac", 0x171},
    {"ugrave", 0xF9},   {"umacr", 0x16B},   {"uml", 0xA8},      {"uogon", 0x173},
    {"uring", 0x16F},   {"utilde", 0x169},  {"uuml", 0xFC},     {"wcirc", 0x175},
    {"yacute", 0xFD},   {"ycirc", 0x177},   {"yen", 0xA5},      {"yuml", 0xFF},
    {"zacute", 0x17A},  {"zcaron", 0x17E},  {"zdot", 0x17C},    {"zwj", 0x200D},
    {"zwnj", 0x200C},
};

static void encode(int32_t code, char *out)
{
    if (code <= 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    if (code < 0x80) {
        *out++ = (char)code;
    } else if (code < 0x800) {
        *out++ = (char)(0xC0 | code >> 6);
        *out++ = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        *out++ = (char)(0xE0 | code >> 12);
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    } else {
        *out++ = (char)(0xF0 | code >> 18);
        *out++ = (char)(0x80 | (code >> 12 & 0x3F));
        *out++ = (char)(0x80 | (code >> 6 & 0x3F));
        *out++ = (char)(0x80 | (code & 0x3F));
    }
    *out = '\0';
}

static int digit_of(char byte, int base)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    char small = (char)(byte | 0x20);
    return base == 16 && small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* The code behind "&#"; -1 where there is no number. *end is behind the digits. */
static int32_t read_number(View text, size_t from, size_t *end)
{
    int base = from < text.len && (text.at[from] | 0x20) == 'x' ? 16 : 10;
    int most = base == 16 ? HEXADECIMAL_MOST : DECIMAL_MOST, digits = 0;
    int32_t code = 0;
    size_t at = from + (base == 16);
    for (; at < text.len && digit_of(text.at[at], base) >= 0 && digits <= most; at++, digits++)
        code = code * base + digit_of(text.at[at], base);
    *end = at;
    return digits && digits <= most ? code : -1;
}

static int compare_names(const void *key, const void *entity)
{
    View name = *(const View *)key;
    return view_compare(name, view_of(((const NamedEntity *)entity)->name));
}

static bool is_name(char byte)
{
    return ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') || (byte >= '0' && byte <= '9');
}

static int32_t read_name(View text, size_t from, size_t *end)
{
    size_t at = from;
    while (at < text.len && at - from <= NAME_MOST && is_name(text.at[at]))
        at++;
    *end = at;
    if (at >= text.len || text.at[at] != ';')
        return -1;
    View name = view_slice(text, from, at);
    const NamedEntity *found = bsearch(&name, entities, sizeof entities / sizeof *entities,
                                       sizeof *entities, compare_names);
    return found ? found->code : -1;
}

Entity entity_at(View text, size_t from)
{
    Entity entity = {0};
    size_t end;
    bool number = from + 1 < text.len && text.at[from + 1] == '#';
    int32_t code = number ? read_number(text, from + 2, &end) : read_name(text, from + 1, &end);
    if (code < 0 || end >= text.len || text.at[end] != ';')
        return entity;
    encode(code, entity.text);
    entity.len = end + 1 - from;
    return entity;
}
