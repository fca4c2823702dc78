/* stet: fact-checks what news text says about officeholders.
 *
 * The loop to write:
 *
 *     StetTroubles *troubles = stet_troubles_new();
 *     StetRules *rules = stet_rules_open("/usr/share/stet/rules", troubles);
 *     StetOptions options = {.today = "2025-02-14"};
 *     StetDesk *desk = stet_desk_new(rules, &options, troubles);
 *     StetSource source = {.name = "a.md", .bytes = text, .length = length};
 *     const StetArticle *article = stet_check(desk, &source, troubles);
 *     ... stet_article_finding(article, i) ...
 *     stet_desk_free(desk);
 *     stet_rules_free(rules);
 *     stet_troubles_free(troubles);
 *
 * Rules never change once opened and may be shared by threads; a desk is one thread's working
 * memory. Nothing here reads the clock, the locale, the environment or the network, or prints.
 * Strings are UTF-8 and end in NUL; offsets are bytes from 0, ends exclusive; lines and columns
 * count from 1, columns in code points. Running out of memory ends the process.
 */
#ifndef STET_STET_H
#define STET_STET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define STET_API __attribute__((visibility("default")))
#else
#define STET_API
#endif

STET_API const char *stet_version(void);

/* --- troubles: what went wrong with the run, in the order in which it was met --- */

typedef struct StetTroubles StetTroubles;

STET_API StetTroubles *stet_troubles_new(void);
STET_API void stet_troubles_free(StetTroubles *troubles);
STET_API size_t stet_troubles_count(const StetTroubles *troubles);

/* "path:line:column: what was met, what was expected"; lent until the list is freed. */
STET_API const char *stet_troubles_text(const StetTroubles *troubles, size_t index);

/* --- rules: the reference, the words and the checks of one folder, compiled --- */

typedef struct StetRules StetRules;

/* Reads `folder` (with reference/, words/ and checks/ in it). NULL and all troubles of all files
 * where something is wrong. Owned by the caller; outlives every desk and report that uses it. */
STET_API StetRules *stet_rules_open(const char *folder, StetTroubles *troubles);

/* The same from a compiled book where there is one of these very files and of this build of the
 * library: in the folder itself (stet_rules_build), or in the folder `cache`, where it is kept for
 * the next time (made where it is missing; NULL: nowhere). It is mapped, and opens in a
 * millisecond, whatever its size. A cache that cannot be used is no trouble. */
STET_API StetRules *stet_rules_open_kept(const char *folder, const char *cache,
                                         StetTroubles *troubles);

/* Compiles a folder into a file, whole or not at all; NULL: into compiled.book inside the folder,
 * where stet_rules_open_kept looks for it. */
STET_API bool stet_rules_build(const char *folder, const char *output, StetTroubles *troubles);

/* Whether a file holds a compiled book and each byte is as it was written. */
STET_API bool stet_rules_verify(const char *file, StetTroubles *troubles);

STET_API void stet_rules_free(StetRules *rules);

/* How much an opened folder holds. */
typedef struct StetHoldings {
    size_t places;
    size_t offices;
    size_t people;
    size_t tenures;
    size_t constructions;
    size_t rules;
    size_t examples;
} StetHoldings;
STET_API StetHoldings stet_rules_holdings(const StetRules *rules);

/* --- checking --- */

typedef enum StetLevel { STET_NOTE, STET_WARNING, STET_ERROR } StetLevel;

typedef enum StetVerdict { STET_UNVERIFIABLE, STET_SUPPORTED, STET_CONTRADICTED } StetVerdict;

typedef enum StetFormat {
    STET_FORMAT_AUTO, /* by the name's ending */
    STET_FORMAT_TEXT,
    STET_FORMAT_MARKDOWN,
    STET_FORMAT_HTML,
    STET_FORMAT_RECORD /* one JSON object a line: {"id", "date", "title", "text"} */
} StetFormat;

typedef struct StetConfig StetConfig; /* the newsroom's settings: stet/config.h */

typedef struct StetBaseline StetBaseline; /* stet/baseline.h */

typedef struct StetOptions {
    const char *date;  /* YYYY-MM-DD: judge every article as of this day; "infer": as of the days on
                          which its own claims agree; NULL: as of its own date */
    const char *today; /* YYYY-MM-DD: for a file without a date; NULL: then its claims that need a
                          date are unverifiable. Records never use it. */
    const StetConfig *config; /* outlives the desk; NULL: as shipped */
    StetBaseline *baseline; /* its findings do not count; outlives the desk; NULL: there is none */
    bool no_marks;          /* marks in articles let nothing stand, and are not spoken of */
} StetOptions;

typedef struct StetDesk StetDesk;

/* The options are copied. NULL and troubles where a date is no whole day, or the settings name a
 * rule or a place that is none. */
STET_API StetDesk *stet_desk_new(const StetRules *rules, const StetOptions *options,
                                 StetTroubles *troubles);
STET_API void stet_desk_free(StetDesk *desk);

typedef struct StetSource {
    const char *name;  /* path, for messages; for records that of their stream */
    const char *bytes; /* lent as long as the article is used */
    size_t length;
    StetFormat format;
    uint32_t line; /* of a record in its stream, from 1 */
} StetSource;

typedef struct StetArticle StetArticle;

/* Checks one article, or one record. Any bytes are an article: NULL and a trouble only for a record
 * that is no record, or more bytes than 2^30. The article is the desk's and lives until its next
 * check. Troubles that leave an article readable (a broken front matter) are added too. */
STET_API const StetArticle *stet_check(StetDesk *desk, const StetSource *source,
                                       StetTroubles *troubles);

/* Lines first..last of a file, from 1, the last exclusive. */
typedef struct StetLines {
    uint32_t first;
    uint32_t last;
} StetLines;

/* From now on only findings that touch one of these lines are kept (of records: in these lines of
 * their stream). NULL: all again. Lent until the next call. */
STET_API void stet_desk_only_lines(StetDesk *desk, const StetLines *lines, size_t count);

/* For desks in several threads that share a report: `wait` is called before anything of what a desk
 * checked is reported, and comes back when it is this desk's turn. NULL: at once. */
typedef void (*StetTurn)(void *self);
STET_API void stet_desk_take_turns(StetDesk *desk, StetTurn wait, void *self);

typedef struct StetPosition {
    uint32_t offset;
    uint32_t line;
    uint32_t column;
} StetPosition;

typedef struct StetFinding {
    const char *rule;
    StetLevel level;
    const char *message;
    bool stands;   /* a mark in the article lets it stand */
    bool in_title; /* positions are in the record's "title", not in its "text" */
    StetPosition start;
    StetPosition end;
    const char *suggestion;        /* what would be right instead of ... ; NULL: none is known */
    StetPosition suggestion_start; /* ... the words from here */
    StetPosition suggestion_end;
} StetFinding;

/* Strings are lent until the desk's next check. */
STET_API size_t stet_article_finding_count(const StetArticle *article);
STET_API StetFinding stet_article_finding(const StetArticle *article, size_t index);
STET_API size_t stet_article_claim_count(const StetArticle *article, StetVerdict verdict);

/* --- reports --- */

/* The names of the formats, one an index from 0; NULL after the last. */
STET_API const char *stet_report_format(size_t index);

typedef struct StetReport StetReport;

/* Takes `length` bytes; false where they could not be written, and the report then stops. */
typedef bool (*StetWrite)(void *to, const char *bytes, size_t length);

/* One format to one place; a report may have several. */
typedef struct StetOutput {
    size_t format; /* an index of stet_report_format */
    StetWrite write;
    void *to;
    bool colour; /* text: terminal colours */
    int verbose; /* text: above 0 each claim with its reason and source; below 0 findings only */
} StetOutput;

/* The outputs are copied. */
STET_API StetReport *stet_report_new(const StetRules *rules, const StetOutput *outputs,
                                     size_t count);

/* A kept report (of the format json, "-" for standard input) again, in other formats, without its
 * articles: to be ended by stet_report_end. NULL and troubles where it is none. */
STET_API StetReport *stet_report_kept(const char *path, const StetOutput *outputs, size_t count,
                                      StetTroubles *troubles);

/* Reports how sources are read instead, for whoever writes rules and constructions: sentences with
 * their tokens, tags and claims, as text, or an object of JSON on a line for each article. */
STET_API StetReport *stet_report_extract(bool json, StetWrite write, void *to);

/* Reports instead why the passage of the sources at a line and column was flagged, or was not;
 * column 0: the whole line. */
STET_API StetReport *stet_report_explain(uint32_t line, uint32_t column, StetWrite write, void *to);

/* From now on findings below `level` are left out, and all beyond the first `most` (0: no end).
 * They are counted all the same. */
STET_API void stet_report_limit(StetReport *report, StetLevel level, size_t most);

/* Checks a source and reports it: it is written at once. What cannot be checked is reported
 * in its place (json: at the end) and added to the troubles. */
STET_API void stet_report_source(StetReport *report, StetDesk *desk, const StetSource *source,
                                 StetTroubles *troubles);

/* The same for what stands at a path, "-" for standard input: a file is one article; a stream of
 * records (STET_FORMAT_RECORD, or a name that ends in .ndjson or .jsonl) is checked line by line,
 * as the lines come, past blank ones and past those that are no record. */
STET_API void stet_report_path(StetReport *report, StetDesk *desk, const char *path,
                               StetFormat format, StetTroubles *troubles);

/* What was reported so far. */
STET_API size_t stet_report_finding_count(const StetReport *report, StetLevel level);
STET_API bool stet_report_stopped(const StetReport *report); /* something could not be written */

/* Writes what is left and frees the report. False where anything could not be written. */
STET_API bool stet_report_end(StetReport *report);

/* --- which files --- */

typedef struct StetPath {
    const char *path;
    bool named; /* by a person, not found or listed */
} StetPath;

/* Paths in the order in which they were added. */
typedef struct StetPaths StetPaths;
STET_API StetPaths *stet_paths_new(void);
STET_API void stet_paths_free(StetPaths *paths);

/* Adds a file, or "-"; of a folder the articles below it: text, Markdown, HTML and records by their
 * endings, in the order of their paths, without hidden ones, links to folders and what .gitignore
 * leaves out. False and troubles where a folder cannot be read. */
STET_API bool stet_paths_add(StetPaths *paths, const char *path, StetTroubles *troubles);

/* Adds what a file ("-": standard input) lists, one a line, or each ended by NUL. */
STET_API bool stet_paths_add_list(StetPaths *paths, const char *file, StetTroubles *troubles);

/* Adds those of a list, each ended by NUL, that end as articles do. */
STET_API void stet_paths_add_changed(StetPaths *paths, const char *list, size_t length);

STET_API size_t stet_paths_count(const StetPaths *paths);
STET_API StetPath stet_paths_at(const StetPaths *paths, size_t index); /* lent */

/* --- what a program around the library needs as well --- */

/* Writes a whole file or none of it: a reader sees the old one or the new one. */
STET_API bool stet_write_file(const char *path, const char *bytes, size_t length,
                              StetTroubles *troubles);

/* The word of a list (ended by NULL) that was probably meant; NULL where none is near. */
STET_API const char *stet_nearest_word(const char *word, const char *const *words);

#ifdef __cplusplus
}
#endif

#endif
