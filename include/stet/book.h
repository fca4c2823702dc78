/* stet: the book of officeholders, as a librarian asks and edits it.
 *
 *     StetQuestion question = {.name = "prime minister", .place = "gb", .on = "2022-10-01"};
 *     StetAnswer answer = stet_who(rules, &question, write, to, troubles);
 *
 * What holds of stet/stet.h holds here: nothing reads the clock, the locale, the environment or the
 * network, or prints; troubles say what went wrong; output goes to the caller's function, as UTF-8,
 * in one piece.
 */
#ifndef STET_BOOK_H
#define STET_BOOK_H

#include <stet/stet.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum StetBookFormat { STET_BOOK_TEXT, STET_BOOK_JSON } StetBookFormat;

typedef enum StetAnswer {
    STET_ANSWERED,
    STET_NOT_FOUND, /* nothing in the book goes by that name; a trouble says what is near */
    STET_REFUSED    /* the question is none, or the answer could not be written */
} StetAnswer;

/* --- who held what --- */

typedef struct StetQuestion {
    const char *name;  /* of a person, or of an office: a title, perhaps with its place, or an id */
    const char *place; /* NULL: any; an id, a name or an adjective */
    const char *on;    /* NULL: at any time; YYYY-MM-DD: on this day only */
    StetBookFormat format;
    const StetConfig *config; /* how a card writes dates; NULL: as shipped */
} StetQuestion;

/* Writes a card for each person and each office of that name: the tenures in order of time, with
 * their sources and the line where they stand. */
STET_API StetAnswer stet_who(const StetRules *rules, const StetQuestion *question, StetWrite write,
                             void *to, StetTroubles *troubles);

/* --- how far the book reaches --- */

/* Writes a row for each place and kind of office, and the totals. Ages are counted up to `today`,
 * YYYY-MM-DD. False where that is no day, or the rows could not be written. */
STET_API bool stet_book_status(const StetRules *rules, const char *today, StetBookFormat format,
                               StetWrite write, void *to, StetTroubles *troubles);

/* --- what an edition changed --- */

/* Writes a line for each difference between the reference of two rules folders; a folder without
 * reference/ in it is itself the reference, read with the words of the rules folder `words`. The
 * number of lines in `count`. False where a folder cannot be read or is not in order. */
STET_API bool stet_book_diff(const char *old_folder, const char *new_folder, const char *words,
                             StetWrite write, void *to, size_t *count, StetTroubles *troubles);

/* --- editing --- */

typedef struct StetEdit {
    const char *person; /* an id, or a name that only one can mean */
    const char *office; /* an id, or a title that with its place only one can mean */
    const char *place;  /* NULL: the title says enough */
    const char *date;   /* YYYY-MM-DD, YYYY-MM or YYYY */
    const char *source; /* an id; NULL: what is written is marked as unconfirmed */
    const char *next;   /* stet_book_end: who follows on the same day; NULL: nobody is known */
} StetEdit;

/* Each changes one file of `folder`/reference in place, comments and layout kept, and writes the
 * lines as they now stand. The whole folder is checked first with the change in it: where anything
 * would be wrong nothing is written. The file is replaced at once: a reader sees it before or
 * after. */
STET_API bool stet_book_end(const char *folder, const StetEdit *edit, StetWrite write, void *to,
                            StetTroubles *troubles);
STET_API bool stet_book_start(const char *folder, const StetEdit *edit, StetWrite write, void *to,
                              StetTroubles *troubles);

/* --- importing --- */

/* The names of the formats, one an index from 0; NULL after the last. */
STET_API const char *stet_import_format(size_t index);

typedef struct StetImport {
    const char *format; /* of stet_import_format */
    const char *const *files;
    size_t count;
    const char *into; /* a reference folder */
    const char
        *as_of; /* the day on which the data was taken, YYYY-MM-DD; NULL: it says so itself */
} StetImport;

/* Adds to the YAML of a reference folder what the files know and it does not: lines are put in
 * where they belong, comments and what stands there kept, and a second time changes nothing. What
 * the folder says otherwise is listed in its conflicts.csv. It is compiled first, with the words of
 * the rules folder `rules`: where anything would be wrong nothing is written. Writes what was done.
 */
STET_API bool stet_book_import(const char *rules, const StetImport *import, StetWrite write,
                               void *to, StetTroubles *troubles);

/* Writes the list that imports keep in the conflicts.csv of a reference folder, or of a rules
 * folder with reference/ in it: what each source says otherwise than the book, with a count. A
 * folder without the file has none. False where it cannot be read, or the list not be written. */
STET_API bool stet_book_conflicts(const char *folder, StetBookFormat format, StetWrite write,
                                  void *to, StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
