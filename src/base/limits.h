/* Limits, each with its reason. Beyond a limit is a message, never a crash. */
#ifndef STET_BASE_LIMITS_H
#define STET_BASE_LIMITS_H

enum {
    LIMIT_DOCUMENT = 1 << 30,    /* bytes of a document: spans are 32 bits, with room to add */
    LIMIT_YAML_FILE = 256 << 20, /* bytes of a YAML file: a million tenures take about 100 MB */
    LIMIT_CONFIG = 1 << 20,      /* bytes of a stet.yaml: a page is usual */
    LIMIT_YAML_DEPTH = 32,       /* nesting: our files need 7 */
    LIMIT_NAME_TOKENS = 16, /* words of a name or title in the index: the longest known has 14 */
    LIMIT_MEANINGS = 10000, /* things that one phrase can mean: no surname has as many in office */
    LIMIT_TAGS = 2000,      /* tags of a sentence: a longer one is a list or no prose; it is cut */
    LIMIT_READINGS = 64,    /* readings (person x office) of a claim: more say nothing */
    LIMIT_MATCH_STEPS = 100000, /* PCRE2 match limit: our own constructions need under 5,000 */
    LIMIT_MATCH_DEPTH = 1000,   /* PCRE2 depth limit */
    LIMIT_MATCH_HEAP = 20000    /* PCRE2 heap limit, KiB */
};

#endif
