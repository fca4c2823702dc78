/* The command line: a verb, its options, its operands. One file a verb; options.c holds the one
 * table of options, which both parses and helps. Knows of the library what
 * its public headers say. */
#ifndef STET_CLI_CLI_H
#define STET_CLI_CLI_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "stet/baseline.h"
#include "stet/book.h"
#include "stet/config.h"
#include "stet/repair.h"
#include "stet/rules.h"
#include "stet/stet.h"

/* What the process ends with. */
enum {
    EXIT_CLEAN = 0,  /* nothing at or above --fail-level */
    EXIT_FOUND = 1,  /* something */
    EXIT_TROUBLE = 2 /* the job could not be done, or not the whole of it; the rest was done */
};

/* A format of a report and where it goes. */
typedef struct OutputSetting {
    size_t format;    /* of stet_report_format */
    const char *file; /* NULL: standard output */
} OutputSetting;

enum { OUTPUTS_MOST = 16 };

enum { OPTIONS_MOST = 64 };

/* What the options said, and the environment where they said nothing. */
typedef struct Settings {
    const char *date;
    OutputSetting outputs[OUTPUTS_MOST];
    size_t output_count; /* 0: text to standard output */
    const char *output;  /* of data build */
    const char *rules;   /* NULL: where they usually are */
    size_t from;         /* StetFormat */
    size_t format;       /* StetBookFormat */
    const char *place;
    const char *on;     /* YYYY-MM-DD */
    const char *source; /* an id */
    const char *home;   /* a place */
    const char *next;   /* person */
    const char *into;   /* a reference folder */
    const char *as_of;  /* YYYY-MM-DD */
    size_t fail_level;  /* StetLevel; FAIL_NEVER */
    size_t colour;      /* Colour */
    int verbose;
    int quiet;
    int help;
    int version;
    int fix;
    int unsafe_fixes;
    int diff;
    const char *threshold;
    int conflicts;
    int coverage;
    int widen;
    const char *config; /* NULL: the stet.yaml above what is checked */
    int no_config;
    int no_marks;
    const char *files_from;    /* a list of paths */
    const char *changed_since; /* a revision */
    int only_changed_lines;
    int force_exclude;
    int allow_empty;
    int exit_zero;
    size_t level; /* StetLevel: shown from here on */
    const char *max_findings;
    const char *jobs;
    const char *baseline; /* a file */
    int no_baseline;
    const char *reason;
    const char *expires;
    const char *origins[OPTIONS_MOST]; /* by option: "--date", "STET_DATE"; NULL: not given */
} Settings;

enum { FAIL_NEVER = STET_ERROR + 1 };

typedef enum Colour { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER } Colour;

typedef struct Operands {
    char **items;
    int count;
} Operands;

/* A verb: its bit says which options it takes. */
typedef struct Verb {
    const char *name;
    const char *operands; /* for help */
    const char *summary;  /* one line */
    const char *help;     /* the rest, in lines */
    unsigned bit;
    int (*run)(const Settings *settings, Operands operands);
} Verb;

enum {
    VERB_CHECK = 1 << 0,
    VERB_TEST = 1 << 1,
    VERB_DATA = 1 << 2,
    VERB_HELP = 1 << 3,
    VERB_WHO = 1 << 4,
    VERB_RULES = 1 << 5,
    VERB_CONFIG = 1 << 6,
    VERB_INIT = 1 << 7,
    VERB_REPORT = 1 << 8,
    VERB_EXTRACT = 1 << 9,
    VERB_EXPLAIN = 1 << 10,
    VERB_BASELINE = 1 << 13,
    VERB_COMPLETION = 1 << 11,
    VERB_MANUAL = 1 << 12
};

/* An option of the one table (options.c). */
typedef enum OptionKind {
    OPTION_TEXT,   /* const char *: the value */
    OPTION_CHOICE, /* size_t: its index among the choices */
    OPTION_COUNT,  /* int: how often it was given */
    OPTION_FORMAT, /* a format and its file, added to the outputs */
    OPTION_FILE    /* const char *: the file of the last of them */
} OptionKind;

typedef struct Option {
    char letter; /* 0: none */
    const char *name;
    OptionKind kind;
    size_t setting; /* offset in Settings */
    const char *value;
    const char *(*choice)(size_t index); /* NULL after the last */
    unsigned verbs;
    const char *help; /* lines are broken by '\n' */
} Option;

/* The next option of the table that a verb takes, from `*at` on; NULL after the last. */
const Option *verb_option(const Verb *verb, size_t *at);

extern const Verb *const verbs[]; /* ended by NULL; the first is the default */
extern const Verb verb_check;
extern const Verb verb_test;
extern const Verb verb_data;
extern const Verb verb_who;
extern const Verb verb_rules;
extern const Verb verb_config;
extern const Verb verb_init;
extern const Verb verb_report;
extern const Verb verb_extract;
extern const Verb verb_explain;
extern const Verb verb_baseline;
extern const Verb verb_completion;
extern const Verb verb_manual;
extern const Verb verb_help;

/* The words that a verb takes first ("check" of "data check|build"): one an index, in `out`; false
 * after the last. */
enum { WORD_SIZE = 32 };
bool verb_word(const Verb *verb, size_t index, char out[WORD_SIZE]);

const Verb *verb_find(const char *name); /* NULL: there is none of this name */
const char *verb_near(const char *word); /* the name that was probably meant, or NULL */

/* Reads argv[1] and on into the settings and the operands (permuted to the end of argv). False and
 * a message where an option is wrong. */
bool options_read(const Verb *verb, int argc, char **argv, Settings *settings, Operands *operands);

/* Where an option's value came from; NULL: it was not given. */
const char *option_origin(const Settings *settings, const char *name);

/* The value of an option of choices ("fail-level") as it is written, and the other way about. */
const char *option_word(const char *name, size_t choice);
size_t option_choice(const char *name, const char *word);

/* The settings that govern what stands at `path`, the options and the environment laid over them.
 * NULL after saying what is wrong. */
StetConfig *config_open(const Settings *settings, const char *path, StetTroubles *troubles);

/* Prints what a verb takes, or without one what the program does. */
void help_print(const Verb *verb);

/* "stet: ..." on standard error. */
void complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Prints the troubles from `from` on, on standard error; their number. */
size_t complain_troubles(const StetTroubles *troubles, size_t from);

/* The rules folder: as given, else STET_RULES, else by where the program stands, else as installed.
 * Whether it is one is seen when it is opened. Opens it, by its compiled book where one is kept;
 * NULL after saying why not. */
StetRules *rules_open(const char *given, StetTroubles *troubles);

/* The same, with the data and rules that settings add ... */
StetRules *rules_open_with(const char *given, const StetConfig *config, StetTroubles *troubles);

/* ... those of what stands at `path`. */
StetRules *rules_open_for(const Settings *settings, const char *path, StetTroubles *troubles);

/* The same, by reading the YAML. */
StetRules *rules_open_fresh(const char *given, StetTroubles *troubles);

/* The rules folder that rules_open would open, in `found` or elsewhere. NULL after saying that it
 * is none. */
enum { FOUND_SIZE = 8192 };
const char *rules_folder(const char *given, char found[FOUND_SIZE]);

/* Prints a rule's help. */
int explain_rule(const Settings *settings, const char *name);

/* What the words of "stet data" do. */
int data_build(const Settings *settings, Operands operands);
int data_status(const Settings *settings, Operands operands);
int data_diff(const Settings *settings, Operands operands);
int data_end(const Settings *settings, Operands operands);
int data_import(const Settings *settings, Operands operands);
int data_start(const Settings *settings, Operands operands);

/* How far a run is, for a person at a terminal. */
typedef struct Progress {
    size_t total;
    int64_t began; /* milliseconds */
    int64_t drawn;
    bool wanted;
    bool shown;
} Progress;

/* Where a report goes: straight to standard output, or kept until it is whole and then written to a
 * file. */
typedef struct Sink {
    const char *file;   /* NULL: standard output */
    bool append;        /* to the file, where others have written */
    Progress *progress; /* hidden before anything is written; NULL: there is none */
    char *kept;
    size_t length;
    size_t capacity;
} Sink;

typedef struct Outputs {
    StetOutput items[OUTPUTS_MOST + 1]; /* one for the summary of a job on GitHub */
    Sink sinks[OUTPUTS_MOST + 1];
    size_t count;
} Outputs;

/* What the options ask for, ready for a report. */
void outputs_open(const Settings *settings, Progress *progress, Outputs *out);

/* Writes what was kept, each file whole or not at all, and frees it. False and messages where one
 * could not be written. */
bool outputs_close(Outputs *outputs, StetTroubles *troubles);

/* The commit from which a revision and what is checked out went apart. False after saying why it
 * cannot be found: no repository, no such revision, a clone without its history. */
enum { GIT_BASE_SIZE = 72 };
bool git_base(const char *revision, char base[GIT_BASE_SIZE]);

/* Adds the articles at or below the operands (without one, the folder one works in) that changed
 * since, or that git does not keep yet. */
bool git_changed(const char *base, Operands operands, StetPaths *paths);

/* The lines of a file that changed since; free them. False where git does not keep the file. */
bool git_changed_lines(const char *base, const char *path, StetLines **lines, size_t *count);

void progress_begin(Progress *progress, size_t total);
void progress_step(Progress *progress, size_t done);
void progress_hide(Progress *progress); /* before anything else is written */

/* Of a clock that only goes forward. */
int64_t clock_milliseconds(void);

/* Today, as YYYY-MM-DD, in `out`: by SOURCE_DATE_EPOCH where it is set, else by the clock. False
 * and a message where the one that is set is no time. */
enum { TODAY_SIZE = 11 };
bool today_read(char out[TODAY_SIZE]);

/* Where one thread checks: a desk with the settings of the path at hand. */
typedef struct Session Session;
typedef struct Seat {
    Session *session;
    StetConfig *config;
    StetDesk *desk;
    StetTroubles *troubles;
    size_t at; /* the number of the path */
    pthread_t thread;
} Seat;

enum { JOBS_MOST = 64 };

/* What `stet check` and `stet baseline` have open while they go through articles. */
struct Session {
    const Settings *settings;
    bool keeps_baseline; /* it is kept here: its file need not be there yet */
    StetTroubles *troubles;
    StetPaths *paths;
    StetRules *rules;
    StetConfig *config; /* of the first path */
    StetReport *report; /* where articles go */
    const char *baseline_file;
    StetBaseline *baseline; /* NULL: there is none */
    char today[TODAY_SIZE];
    char base[GIT_BASE_SIZE]; /* what changed is asked for since this commit */
    Progress progress;
    size_t checked;    /* paths */
    size_t repairs;    /* made or shown ... */
    size_t repaired;   /* ... in so many files */
    size_t unrepaired; /* repairs that want an editor's eye */
    bool done;         /* all that was to be done */

    /* Paths are taken in their order by whoever is free, and reported in their order. */
    size_t jobs;
    Seat seat; /* of this thread */
    pthread_mutex_t lock;
    pthread_cond_t turned;
    size_t next; /* path to be taken */
    size_t turn; /* path that may be reported */
    bool stopped;
};

#define BASELINE_FILE "stet-baseline.json"

/* Opens all of it but the report. False after saying what is wrong. Close it in any case. */
bool session_open(Session *session, const Settings *settings, Operands operands);
void session_close(Session *session);

/* Takes every path to the report. The troubles of each are told as soon as it is done. False where
 * there were any. */
bool session_check_all(Session *session);

/* A run that checked nothing must not look like one that found nothing: false after saying so. */
bool session_is_enough(const Session *session);

/* A StetWrite to standard output. */
bool print_bytes(void *to, const char *bytes, size_t length);

#endif
