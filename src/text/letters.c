/* Letters of words. Tests: tests/unit/text/letters.c. */
#include "text/letters.h"

#include "base/unicode.h"

View first_word(View name)
{
    size_t end = 0;
    while (end < name.len && name.at[end] != ' ' && name.at[end] != '-')
        end++;
    return view_slice(name, 0, end);
}

View last_word(View name)
{
    size_t start = name.len;
    while (start && name.at[start - 1] != ' ' && name.at[start - 1] != '-')
        start--;
    return view_slice(name, start, name.len);
}

static Letters letters_of_folded(View word)
{
    Letters letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        unsigned letter = (unsigned)word.at[i] - 'a';
        if (letter >= 26)
            return 0;
        letters |= 1u << letter;
        if (i == 0)
            letters |= (letter + 1) << 26;
    }
    return letters;
}

Letters letters_of(View word)
{
    Buffer folded = {0};
    fold_add(&folded, word);
    Letters letters = letters_of_folded(buffer_view(&folded));
    buffer_free(&folded);
    return letters;
}
