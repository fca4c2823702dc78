/* What must hold of the claims of any text: their parts lie where they say, whole characters of the
 * document's text. For the property test and the fuzz target. */
#ifndef STET_TESTS_EXACT_H
#define STET_TESTS_EXACT_H

#include "extract/claim.h"

static inline bool starts_character(View text, uint32_t at)
{
    return at == text.len || ((unsigned char)text.at[at] & 0xC0) != 0x80;
}

/* Whether a part is inside the whole, and made of whole characters; an empty one may be anywhere.
 */
static inline bool part_is_exact(View text, Span whole, Span part)
{
    return !part.len ||
           (part.off >= whole.off && span_end(part) <= span_end(whole) &&
            starts_character(text, part.off) && starts_character(text, span_end(part)));
}

static inline bool claim_is_exact(View text, const Claim *claim)
{
    Span all = {0, (uint32_t)text.len};
    Span person = claim->person_span;
    /* Claims of other kinds name the office that they rest on, wherever it stands. */
    Span whole = claim->kind == CLAIM_OFFICE ? claim->span : all;
    return claim->span.len && person.len && part_is_exact(text, all, claim->span) &&
           part_is_exact(text, whole, person) && part_is_exact(text, whole, claim->office_span) &&
           part_is_exact(text, whole, claim->place_span) &&
           part_is_exact(text, whole, claim->status_span) &&
           part_is_exact(text, all, claim->said_span) &&
           (claim->flags & CLAIM_NOMINAL ||
            view_equal(claim->person_name, view_slice(text, person.off, span_end(person))));
}

#endif
