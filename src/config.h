/* A newsroom's settings, as the rest of the library sees them. */
#ifndef STET_CONFIG_INSIDE_H
#define STET_CONFIG_INSIDE_H

#include "base/yaml.h"
#include "face.h"
#include "judge/policy.h"
#include "reference/folder.h"
#include "stet/config.h"

struct StetConfig {
    Arena arena;
    View file;               /* empty: none */
    View folder;             /* that it stands in, as one would write it */
    View real;               /* the same, whole; empty: not known */
    const YamlNode *root;    /* a map */
    YamlReader reader;       /* for what is found wrong later on */
    struct ConfigOver *over; /* laid over the file's values, newest first */
};

/* The value of a setting: laid over, of the file, or NULL: as shipped. */
const YamlNode *config_node(const StetConfig *config, const char *key);

/* What the settings want of the rules; `places` of the book. False and trouble where a rule or
 * place is named that is none. */
bool config_check(const StetConfig *config, const Rules *rules, const Book *book,
                  Troubles *troubles);

/* For an article at `path`. NULL config: as shipped. The levels live in `arena`. */
Policy config_policy(const StetConfig *config, const Rules *rules, const Book *book, View path,
                     Arena *arena);

/* The files that `data:` and `rules:` name, and house spellings (`house:`) as a rule; in `arena`.
 * False and trouble where a folder cannot be read. */
bool config_own(const StetConfig *config, Arena *arena, RulesOwn *out, Troubles *troubles);

/* How dates are written for people. NULL config: as shipped. */
DateStyle config_dates(const StetConfig *config);

/* Whether a date of this source may be used. */
bool config_takes_date(const StetConfig *config, DateSource source);

#endif
