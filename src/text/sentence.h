/* Sentences: where one ends, judged by the tokens of a block. */
#ifndef STET_TEXT_SENTENCE_H
#define STET_TEXT_SENTENCE_H

#include "text/token.h"

/* The token after the sentence that begins at token `first`, `end` at the most. first < end. */
uint32_t sentence_end(const Tokens *tokens, uint32_t first, uint32_t end);

/* The sentence that holds a span of the text, or the span itself. */
Span sentence_around(const Tokens *tokens, Span span);

#endif
