/* Names of people and ids. Tests: tests/unit/import/name.c. */
#include "import/name.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/unicode.h"

/* Words that sources leave before a name and that are no part of it. */
static const char *const addresses[] = {"Mr.",       "Mrs.",           "Ms.", "Dr.",  "Prof.",
                                        "Hon.",      "The Hon.",       "CEO", "H.E.", "Gen.",
                                        "President", "Prime Minister", NULL};

static View without_remark(View name)
{
    size_t open = name.len;
    if (!view_ends(name, VIEW(")")))
        return name;
    while (open > 0 && name.at[open - 1] != '(')
        open--;
    return open > 1 ? view_trim(view_slice(name, 0, open - 1)) : name;
}

static View without_address(View name)
{
    for (int i = 0; addresses[i]; i++) {
        View address = view_of(addresses[i]);
        if (name.len > address.len + 1 && name.at[address.len] == ' ' &&
            view_equal_fold(view_slice(name, 0, address.len), address))
            return without_address(view_trim(view_slice(name, address.len, name.len)));
    }
    return name;
}

/* One blank between words, no comma before the last of them. */
static View plain_blanks(Arena *arena, View name)
{
    char *text = arena_new(arena, char, name.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len; i++) {
        bool blank = name.at[i] == ' ' || name.at[i] == '\t';
        bool comma = name.at[i] == ',' && i + 1 < name.len && name.at[i + 1] == ' ';
        if (comma || (blank && len > 0 && text[len - 1] == ' '))
            continue;
        text[len++] = blank ? ' ' : name.at[i];
    }
    return (View){text, len};
}

/* "Jr.", "Sr.", "III": what may follow a comma. */
static bool is_suffix(View word)
{
    return view_equal(word, VIEW("Jr.")) || view_equal(word, VIEW("Sr.")) ||
           view_equal(word, VIEW("Jr")) || view_equal(word, VIEW("Sr")) ||
           view_equal(word, VIEW("II")) || view_equal(word, VIEW("III")) ||
           view_equal(word, VIEW("IV")) || view_equal(word, VIEW("M.D."));
}

/* Whether all commas stand before a suffix: others make a list, or "Obama, Barack". */
static bool commas_fit(View name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == ',' && !is_suffix(view_trim(view_slice(name, i + 1, name.len))))
            return false;
    return true;
}

static bool is_stray(int32_t code)
{
    static const char stray[] = "/\\()[]{}<>;:|=+*#@&_!?%";
    for (size_t i = 0; i + 1 < sizeof stray; i++)
        if (code == stray[i])
            return true;
    return code < ' ' || char_class(code) == CHAR_DIGIT;
}

static bool is_name(View name)
{
    size_t width = 0;
    uint32_t letters = 0, words = 1;
    for (size_t off = 0; off < name.len; off += width) {
        int32_t code = utf8_decode_any(name, off, &width);
        if (is_stray(code))
            return false;
        letters += char_class(code) == CHAR_LETTER;
        words += code == ' ';
    }
    return letters >= 2 && words <= LIMIT_NAME_TOKENS;
}

bool name_clean(Arena *arena, View raw, View *out)
{
    View name = without_address(without_remark(view_trim(raw)));
    if (!commas_fit(name))
        return false;
    *out = plain_blanks(arena, name);
    return is_name(*out);
}

View name_id(Arena *arena, View name)
{
    Buffer folded = {0};
    fold_add(&folded, name);
    char *id = arena_new(arena, char, folded.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < folded.len; i++) {
        char byte = folded.at[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
            id[len++] = byte;
        else if ((byte == ' ' || byte == '-') && len > 0 && id[len - 1] != '-')
            id[len++] = '-';
    }
    while (len > 0 && id[len - 1] == '-')
        len--;
    buffer_free(&folded);
    return (View){id, len};
}
