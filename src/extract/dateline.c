/* "BERLIN (Reuters) - ", "KYIV, Feb. 3 — ": where it is written. In: the tags of a block's first
 * sentence. Out: how many of them are its dateline. Its place is spoken of, and what follows it
 * opens the sentence. Tests: tests/golden/passages/datelines.txt. */
#include "extract/extractor.h"

enum { DATELINE_TAGS = 16 /* two cities, their countries, an agency and a day */ };

/* A hyphen that joins no two words ("U.S.-led"), or a dash. */
static bool is_dash(const Extractor *extractor, uint32_t token)
{
    View text = extractor->document->text;
    Span span = extractor->tokens->items[token].span;
    return span.len > 1 || (span.off && text.at[span.off - 1] == ' ');
}

uint32_t dateline_tags(const Extractor *extractor)
{
    const Tags *tags = &extractor->tags;
    bool inside = false, agency = false;
    if (!tags->count || tags->letters[0] != 'L')
        return 0;
    for (uint32_t i = 1; i < tags->count && i < DATELINE_TAGS; i++) {
        char letter = tags->letters[i];
        if (letter == '-' && !inside)
            return is_dash(extractor, tags->items[i].first) ? i + 1 : 0;
        if (letter == ':' && agency && !inside)
            return i + 1;
        agency |= letter == ')';
        inside = letter == '(' || (inside && letter != ')');
        if (!letter_in(letter, inside ? "(GNcwPO" : "L,.D)"))
            return 0;
    }
    return 0;
}
