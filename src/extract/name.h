/* Names of people in a sentence: those that the book knows, surnames that stand alone, and
 * capitalised runs that may be somebody whom it does not know. */
#ifndef STET_EXTRACT_NAME_H
#define STET_EXTRACT_NAME_H

#include "extract/tagger.h"

/* Each tags what begins at `at` and gives the next token. */
uint32_t name_tag_person(Tagger *tagger, LexiconHit hit, uint32_t at);
uint32_t name_tag_surname(Tagger *tagger, LexiconHit hit, uint32_t at);
uint32_t name_tag_run(Tagger *tagger, uint32_t at); /* of capitals: N, G, or c */

/* The end of a capitalised run that begins at `at`: capitals, initials, joined parts, small words
 * of surnames and nicknames in quotation marks between capitals ("Ursula von der Leyen", "Jesús
 * “Chuy” García"). */
uint32_t name_run_end(const Tagger *tagger, uint32_t at);

/* Whether somebody who bears the surname of this hit was named in full before. */
bool name_is_introduced(const Tagger *tagger, LexiconHit hit, uint32_t at);

/* Whether a title that is a surname too is one here: right behind a title ("Senator King"), or in a
 * list where its bearer was named before ("Senators Collins, King and Shaheen"). */
bool name_is_titular(const Tagger *tagger, LexiconHit hit, uint32_t at);

/* Whether the capitalised word after a full name makes it another name: "Michael Ellis Johnson". */
bool name_goes_on(const Tagger *tagger, uint32_t next);

/* A capitalised word for a body of people: "Department". */
bool name_is_body(const Tagger *tagger, uint32_t at);

#endif
