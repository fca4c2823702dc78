/* Titles in a sentence: those that the book and rules/words know, and those built like them
 * ("Civil Aviation Minister", "minister of sport and culture"), whose office nobody here knows. */
#ifndef STET_EXTRACT_TITLE_H
#define STET_EXTRACT_TITLE_H

#include "extract/tagger.h"

/* Tags the title that begins at `at`, and gives the next token; `at` where none does. */
uint32_t title_tag(Tagger *tagger, Look look, uint32_t at);

#endif
