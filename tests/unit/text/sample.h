/* Text, split, for tests. Everything lasts until sample_end. */
#ifndef STET_TESTS_TEXT_SAMPLE_H
#define STET_TESTS_TEXT_SAMPLE_H

#include "text/token.h"

extern Arena sample_arena;

/* Split with a few abbreviations: Sen, Gov, Jan, Jr, No, ill, etc. */
Tokens sample_split(const char *text);

/* The tokens with "|" between them; the sentences, on lines of their own. */
const char *sample_tokens(const char *text);
const char *sample_sentences(const char *text);

/* The tokens that have a flag, with "|" between them. */
const char *sample_flagged(const char *text, uint8_t flag);

void sample_end(void);

#endif
