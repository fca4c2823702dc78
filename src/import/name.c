/* Names of people and ids. Tests: tests/unit/import/name.c. */
#include "import/name.h"

#include "base/buffer.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "reference/phrase.h"

/* --- cleaning --- */

/* Without what stands between the two marks, wherever it is. The same bytes may open and close. */
static View without_between(Arena *arena, View name, View open, View close)
{
    char *text = arena_new(arena, char, name.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len;) {
        View rest = view_slice(name, i, name.len);
        size_t end = open.len;
        while (view_starts(rest, open) && end < rest.len &&
               !view_starts(view_slice(rest, end, rest.len), close))
            end++;
        if (view_starts(rest, open) && end < rest.len)
            i += end + close.len;
        else
            text[len++] = name.at[i++];
    }
    return view_trim((View){text, len});
}

static View without_remarks(Arena *arena, View name)
{
    static const char *const marks[][2] = {{"(", ")"}, {"[", "]"}, {"\"", "\""}, {"“", "”"}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        name = without_between(arena, name, view_of(marks[i][0]), view_of(marks[i][1]));
    return name;
}

/* "Major Owens", "Judge Reinhold": a plain word before a single one may be a first name. */
static bool may_be_first_name(View address, View rest)
{
    for (size_t i = 0; i < address.len; i++)
        if (address.at[i] == ' ' || address.at[i] == '.')
            return false;
    for (size_t i = 0; i < rest.len; i++)
        if (rest.at[i] == ' ')
            return false;
    return true;
}

/* As often as there is one: "President Dr. X". */
static View without_addresses(const Lore *lore, View name)
{
    for (uint32_t i = 0; i < lore->addresses.count; i++) {
        View address = lore->addresses.items[i];
        if (name.len <= address.len + 1 || name.at[address.len] != ' ' ||
            !view_equal_fold(view_slice(name, 0, address.len), address))
            continue;
        View rest = view_trim(view_slice(name, address.len, name.len));
        if (!may_be_first_name(address, rest))
            return without_addresses(lore, rest);
    }
    return name;
}

static bool is_suffix(const Lore *lore, View word)
{
    View plain = folded(lore->arena, word);
    for (uint32_t i = 0; i < lore->suffixes.count; i++)
        if (view_equal(plain, folded(lore->arena, lore->suffixes.items[i])))
            return true;
    return false;
}

/* Whether all commas stand before a suffix: others make a list, or "Obama, Barack". */
static bool commas_fit(const Lore *lore, View name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.at[i] == ',' && !is_suffix(lore, view_trim(view_slice(name, i + 1, name.len))))
            return false;
    return true;
}

static bool all_capitals(View word)
{
    uint32_t letters = 0;
    size_t width;
    for (size_t at = 0; at < word.len; at += width) {
        int32_t code = utf8_decode_any(word, at, &width);
        if (char_is_lower(code) || code == '.')
            return false;
        letters += char_class(code) == CHAR_LETTER;
    }
    return letters > 2;
}

/* "REFUNJOL" as "Refunjol", "WEVER-CROES" as "Wever-Croes"; a Roman number stays. */
static void add_word(const Lore *lore, View word, Buffer *out)
{
    bool lower = all_capitals(word) && !is_suffix(lore, word), first = true;
    size_t width;
    for (size_t at = 0; at < word.len; at += width) {
        int32_t code = utf8_decode_any(word, at, &width);
        if (lower && !first)
            char_lower_add(out, code);
        else
            buffer_add(out, view_slice(word, at, at + width));
        first = char_class(code) != CHAR_LETTER;
    }
}

/* One blank between words, no comma before the last of them, plain apostrophes. */
static View plain_words(const Lore *lore, View name)
{
    Buffer out = {0};
    for (size_t at = 0; at < name.len; at++) {
        size_t start = at;
        while (at < name.len && name.at[at] != ' ' && name.at[at] != ',' && name.at[at] != '\t')
            at++;
        if (at > start && out.len)
            buffer_add_byte(&out, ' ');
        add_word(lore, view_slice(name, start, at), &out);
    }
    const View curly = VIEW("’");
    View text = buffer_view(&out);
    char *plain = arena_new(lore->arena, char, text.len + 1);
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        bool mark = view_starts(view_slice(text, at, text.len), curly);
        plain[len++] = mark ? '\'' : text.at[at];
        at += mark ? curly.len : 1;
    }
    buffer_free(&out);
    return (View){plain, len};
}

static bool is_stray(int32_t code)
{
    static const char stray[] = "/\\()[]{}<>;:|=+*#@&_!?%,\"$";
    for (size_t i = 0; i + 1 < sizeof stray; i++)
        if (code == stray[i])
            return true;
    bool latin = code < 0x250 || (code >= 0x1E00 && code < 0x1F00) || code == 0x2019;
    return code < ' ' || char_class(code) == CHAR_DIGIT ||
           (char_class(code) == CHAR_LETTER && !latin);
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

bool name_clean(const Lore *lore, View raw, View *out)
{
    View name = without_addresses(lore, without_remarks(lore->arena, view_trim(raw)));
    if (!commas_fit(lore, name))
        return false;
    *out = plain_words(lore, name);
    return is_name(*out);
}

bool title_clean(Arena *arena, View raw, View *out)
{
    Phrase phrase;
    *out = without_remarks(arena, view_trim(raw));
    return phrase_read(*out, &phrase);
}

/* --- comparing --- */

static bool is_initial(View word)
{
    return word.len == 1 || (word.len == 2 && (word.at[0] & 0x80));
}

View name_key(const Lore *lore, View name)
{
    Texts words = texts_split(lore->arena, folded(lore->arena, plain_words(lore, name)), ' ');
    Texts kept = {0};
    while (words.count > 1 && is_suffix(lore, words.items[words.count - 1]))
        words.count--;
    for (uint32_t i = 0; i < words.count; i++)
        if (i == 0 || i + 1 == words.count || !is_initial(words.items[i]))
            *arena_push(lore->arena, &kept) = words.items[i];
    Buffer out = {0};
    for (uint32_t i = 0; i < kept.count; i++)
        buffer_print(&out, "%s%.*s", i ? " " : "", VIEW_ARG(kept.items[i]));
    View key = view_copy(lore->arena, buffer_view(&out));
    buffer_free(&out);
    return key;
}

View name_id(Arena *arena, View name)
{
    View plain = folded(arena, name);
    char *id = arena_new(arena, char, plain.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < plain.len; i++) {
        char byte = plain.at[i];
        if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
            id[len++] = byte;
        else if (len > 0 && id[len - 1] != '-')
            id[len++] = '-';
    }
    while (len > 0 && id[len - 1] == '-')
        len--;
    return (View){id, len};
}
