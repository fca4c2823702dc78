/* Compares names. Tests: tests/unit/extract/spelling.c. */
#include "extract/spelling.h"

#include <ctype.h>
#include <string.h>

#include "base/limits.h"
#include "base/near.h"
#include "base/unicode.h"

enum {
    WORD_BYTES = 48, /* of a folded word of a name: a longer one is compared up to here */
    WORD_MIN = 4,    /* letters: in a shorter word a change makes another name */
    WORD_LONG = 9    /* from here on two changes are still the same word */
};

/* A word of a name: as written, and folded. */
typedef struct Word {
    View text;
    uint64_t hash; /* as lexicons have it */
    char fold[WORD_BYTES];
    uint32_t len;
} Word;

struct NameWords {
    Word items[LIMIT_NAME_TOKENS];
    uint32_t count;
};

static void fold_word(View text, Buffer *folded, Word *out)
{
    buffer_clear(folded);
    fold_add(folded, text);
    out->text = text;
    out->hash = folded_hash(buffer_view(folded));
    out->len = (uint32_t)(folded->len < WORD_BYTES ? folded->len : WORD_BYTES);
    if (out->len)
        memcpy(out->fold, folded->at, out->len);
}

static bool has_kind(const Lexicon *lexicon, const Word *word, uint8_t kind)
{
    LexiconEntries entries = lexicon_entries(lexicon, lexicon_word(lexicon, word->hash));
    for (uint32_t i = 0; i < entries.count; i++)
        if (entries.items[i].kind == kind)
            return true;
    return false;
}

static bool ends_word(char byte)
{
    return byte == ' ' || byte == '-' || byte == ',' || byte == '\n' || byte == '\t';
}

/* The words of a name without initials and suffixes; a hyphen parts words as a blank does. */
static void split(const Grammar *grammar, View name, NameWords *out)
{
    Buffer folded = {0};
    out->count = 0;
    for (size_t at = 0; at < name.len && out->count < LIMIT_NAME_TOKENS; at++) {
        size_t start = at;
        while (at < name.len && !ends_word(name.at[at]))
            at++;
        Word *word = &out->items[out->count];
        fold_word(view_slice(name, start, at), &folded, word);
        if (word->len > 1 && !has_kind(&grammar->words, word, WORD_SUFFIX))
            out->count++;
    }
    buffer_free(&folded);
}

const NameWords *spelling_words(Arena *arena, const Grammar *grammar, View name)
{
    NameWords *words = arena_room(arena, sizeof *words, _Alignof(NameWords));
    split(grammar, name, words);
    return words;
}

static bool same_word(const Word *a, const Word *b)
{
    return a->len == b->len && !memcmp(a->fold, b->fold, a->len);
}

static bool has_word(const NameWords *name, const Word *word)
{
    for (uint32_t i = 0; i < name->count; i++)
        if (same_word(&name->items[i], word))
            return true;
    return false;
}

/* Whether two first names stand in one line of nicknames. */
static bool share_line(const Lexicon *nicknames, const Word *a, const Word *b)
{
    LexiconEntries left = lexicon_entries(nicknames, lexicon_word(nicknames, a->hash));
    if (!left.count)
        return false;
    LexiconEntries right = lexicon_entries(nicknames, lexicon_word(nicknames, b->hash));
    for (uint32_t i = 0; i < left.count; i++)
        for (uint32_t j = 0; j < right.count; j++)
            if (left.items[i].id == right.items[j].id)
                return true;
    return false;
}

static bool same_first(const Grammar *grammar, const Word *a, const Word *b)
{
    return same_word(a, b) || share_line(&grammar->nicknames, a, b);
}

/* --- how far two words are apart --- */

static bool is_alike(const Grammar *grammar, char a, char b)
{
    for (uint32_t i = 0; i < grammar->alike_count; i++) {
        View row = grammar->alike[i];
        if (memchr(row.at, a, row.len) && memchr(row.at, b, row.len))
            return true;
    }
    return a == b;
}

/* Vowels come and go in carried-over names: they are the first row. */
static bool is_fickle(const Grammar *grammar, char letter)
{
    return letter == 'h' ||
           (grammar->alike_count && memchr(grammar->alike[0].at, letter, grammar->alike[0].len));
}

/* Whether words that are one change apart are two ways to carry a name over from another script. */
static bool is_other_carrying(const Grammar *grammar, const Word *a, const Word *b)
{
    const Word *longer = a->len >= b->len ? a : b, *shorter = longer == a ? b : a;
    uint32_t at = 0, end = 0;
    while (at < shorter->len && longer->fold[at] == shorter->fold[at])
        at++;
    while (end < shorter->len - at &&
           longer->fold[longer->len - 1 - end] == shorter->fold[shorter->len - 1 - end])
        end++;
    char letter = longer->fold[at];
    if (longer->len > shorter->len)
        return is_fickle(grammar, letter) || (at && longer->fold[at - 1] == letter);
    if (at + end + 1 == longer->len)
        return is_alike(grammar, letter, shorter->fold[at]);
    return is_fickle(grammar, letter) && is_fickle(grammar, shorter->fold[at]);
}

/* A word with the pairs of `shortened` made single. */
static Word shorten(const Grammar *grammar, const Word *word)
{
    Word out = {.text = word->text};
    for (uint32_t i = 0; i < word->len; i++) {
        char letter = word->fold[i];
        for (uint32_t p = 0; p < grammar->shortened_count && i + 1 < word->len; p++) {
            View pair = grammar->shortened[p].pair;
            if (pair.at[0] == word->fold[i] && pair.at[1] == word->fold[i + 1]) {
                letter = grammar->shortened[p].single.at[0];
                i++;
                break;
            }
        }
        out.fold[out.len++] = letter;
    }
    return out;
}

static uint32_t changes_in(uint32_t letters)
{
    return letters >= WORD_LONG ? 2 : 1;
}

/* Whether one word is the other misspelt, or the same in another spelling. */
static NameMatch compare_words(const Grammar *grammar, const Word *said, const Word *known,
                               bool foreign)
{
    if (same_word(said, known))
        return NAME_IS_SAME;
    Word short_said = shorten(grammar, said), short_known = shorten(grammar, known);
    if (same_word(&short_said, &short_known))
        return NAME_IS_SAME;
    uint32_t shorter = said->len < known->len ? said->len : known->len;
    uint32_t longer = said->len + known->len - shorter;
    uint32_t most = foreign ? 1 : changes_in(shorter);
    if (shorter < WORD_MIN || longer - shorter > most || said->fold[0] != known->fold[0])
        return NAME_IS_OTHER;
    size_t far = near_distance((View){said->fold, said->len}, (View){known->fold, known->len});
    bool family = said->len == known->len + 1 && said->fold[said->len - 1] == 's' && far == 1 &&
                  !memcmp(said->fold, known->fold, known->len);
    if (far > most || family)
        return NAME_IS_OTHER;
    if (foreign && is_other_carrying(grammar, said, known))
        return NAME_IS_SAME;
    return NAME_SURNAME_NEAR;
}

/* --- names --- */

static bool is_permuted(const NameWords *a, const NameWords *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (!has_word(b, &a->items[i]) || !has_word(a, &b->items[i]))
            return false;
    return true;
}

/* First names, where the last ones agree. */
static NameMatch compare_first(const Grammar *grammar, const NameWords *said,
                               const NameWords *known, bool foreign)
{
    const Word *first = &said->items[0], *right = &known->items[0];
    for (uint32_t i = 0; i + 1 < said->count; i++)
        for (uint32_t j = 0; j + 1 < known->count; j++)
            if (same_first(grammar, &said->items[i], &known->items[j]))
                return NAME_IS_SAME;
    NameMatch match = compare_words(grammar, first, right, foreign);
    if (match == NAME_SURNAME_NEAR)
        return NAME_FIRST_NEAR;
    if (match == NAME_IS_OTHER) /* "George" is also "Georgios" */
        return foreign ? NAME_IS_RELATED : NAME_FIRST_DIFFERS;
    return match;
}

NameMatch spelling_compare(const Grammar *grammar, const NameWords *said, View known, bool foreign)
{
    NameWords b;
    if (said->count < 2)
        return NAME_IS_OTHER;
    split(grammar, known, &b);
    if (b.count < 2)
        return NAME_IS_OTHER;
    if (is_permuted(said, &b))
        return NAME_IS_SAME;
    const Word *last_said = &said->items[said->count - 1], *last_known = &b.items[b.count - 1];
    NameMatch last = compare_words(grammar, last_said, last_known, foreign);
    if (last == NAME_IS_SAME)
        return compare_first(grammar, said, &b, foreign);
    if (last != NAME_SURNAME_NEAR)
        return NAME_IS_OTHER;
    bool first = same_first(grammar, &said->items[0], &b.items[0]) ||
                 compare_words(grammar, &said->items[0], &b.items[0], foreign) == NAME_IS_SAME;
    return first ? NAME_SURNAME_NEAR : NAME_IS_RELATED;
}

NameMatch spelling_compare_surname(const Grammar *grammar, const NameWords *said, View known,
                                   bool foreign)
{
    NameWords b;
    split(grammar, known, &b);
    if (said->count != 1 || b.count < 2)
        return NAME_IS_OTHER;
    return compare_words(grammar, &said->items[0], &b.items[b.count - 1], foreign);
}

View spelling_mend(Arena *arena, const Grammar *grammar, View said, View known, NameMatch match)
{
    NameWords a, b;
    split(grammar, said, &a);
    split(grammar, known, &b);
    bool last = match == NAME_SURNAME_NEAR;
    const Word *wrong = &a.items[last ? a.count - 1 : 0], *right = &b.items[last ? b.count - 1 : 0];
    size_t at = (size_t)(wrong->text.at - said.at);
    return view_format(arena, "%.*s%.*s%.*s", VIEW_ARG(view_slice(said, 0, at)),
                       VIEW_ARG(right->text),
                       VIEW_ARG(view_slice(said, at + wrong->text.len, said.len)));
}

int spelling_changes(const NameWords *said)
{
    return said->count ? (int)changes_in(said->items[said->count - 1].len) : 0;
}

Letters spelling_free_letters(const Grammar *grammar)
{
    Letters letters = 0;
    for (uint32_t i = 0; i < grammar->shortened_count; i++)
        letters |=
            letters_of(grammar->shortened[i].pair) | letters_of(grammar->shortened[i].single);
    return letters & LETTERS_MASK;
}

bool spelling_may_match(View said, View known)
{
    View a = last_word(said), b = last_word(known);
    if (!a.len || !b.len)
        return false;
    bool plain = !((a.at[0] | b.at[0]) & 0x80);
    size_t longer = a.len > b.len ? a.len : b.len, shorter = a.len > b.len ? b.len : a.len;
    return longer - shorter <= 4 &&
           (!plain || tolower((unsigned char)a.at[0]) == tolower((unsigned char)b.at[0]));
}
