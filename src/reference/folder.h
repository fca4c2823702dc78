/* The YAML files of a rules folder: found, told apart without being read, and read. */
#ifndef STET_REFERENCE_FOLDER_H
#define STET_REFERENCE_FOLDER_H

#include "base/file.h"
#include "reference/compile.h"

/* The files below folder/part; trouble where it cannot be read or holds none. */
bool folder_list(const char *folder, const char *part, Arena *arena, FileList *out,
                 Troubles *troubles);

/* Their bytes, in `scratch`; the paths are lent by the list. */
bool folder_read(const FileList *files, Arena *scratch, BookSources *out, Troubles *troubles);

/* The parts of a rules folder. */
typedef enum RulesPart { RULES_REFERENCE, RULES_WORDS, RULES_CHECKS, RULES_PARTS } RulesPart;

/* What a newsroom adds to a rules folder. */
typedef struct RulesOwn {
    View folder; /* that its paths are named from; empty: it adds nothing */
    FileList parts[RULES_PARTS];
    View written; /* a check that its settings spell out, as YAML; empty: none ... */
    View name;    /* ... and the path that it would have */
} RulesOwn;

/* The YAML files of a rules folder and of what is added to it, as they were when they were listed.
 */
typedef struct RulesFiles {
    const char *folder;
    RulesOwn own;
    FileList parts[RULES_PARTS]; /* paths that begin with the folder */
    View key;                    /* hash of all that can be known without reading them */
    View names;                  /* hash of names and sizes */
    int64_t newest;              /* second in which one of them was last changed */
    int64_t newest_name;         /* and in which one got its name or place */
} RulesFiles;

/* Lists and stamps the files of all parts; trouble for each part that cannot be read or holds
 * none. `own` may be NULL. */
bool rules_files(const char *folder, const RulesOwn *own, Arena *arena, RulesFiles *out,
                 Troubles *troubles);

/* Reads them all, those of the newsroom behind the shipped. */
bool rules_files_read(const RulesFiles *files, Arena *scratch, BookSources out[RULES_PARTS],
                      Troubles *troubles);

/* The hash of their names and bytes, in `arena`. */
View rules_files_hash(const RulesFiles *files, const BookSources sources[RULES_PARTS],
                      Arena *arena);

#endif
