/* Finds and opens the rules folder. */
#include "cli/cli.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_rules_folder(const char *path)
{
    char inside[FOUND_SIZE + sizeof "/checks"];
    snprintf(inside, sizeof inside, "%s/checks", path);
    return access(inside, F_OK) == 0;
}

/* Without the folder that one works in, as one would write it: reports name files below. */
static const char *shorten(const char *path)
{
    char here[PATH_MAX];
    if (!getcwd(here, sizeof here))
        return path;
    size_t len = strlen(here);
    return !strncmp(path, here, len) && path[len] == '/' ? path + len + 1 : path;
}

/* The folder `levels` above the program, then `below` it. */
static bool beside_program(int levels, const char *below, char out[FOUND_SIZE])
{
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);
    if (len < 0)
        return false;
    program[len] = '\0';
    for (; levels; levels--) {
        char *slash = strrchr(program, '/');
        if (!slash)
            return false;
        *slash = '\0';
    }
    snprintf(out, FOUND_SIZE, "%s/%s", program, below);
    return is_rules_folder(out);
}

/* "rules/reference" names the folder that it is part of: its facts are checked against the words.
 */
static bool is_part(const char *path, char folder[FOUND_SIZE])
{
    static const char *const parts[] = {"reference", "words", "checks"};
    snprintf(folder, FOUND_SIZE, "%s%s", strchr(path, '/') ? "" : "./", path);
    for (size_t len = strlen(folder); len > 1 && folder[len - 1] == '/';)
        folder[--len] = '\0';
    char *slash = strrchr(folder, '/');
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strcmp(slash + 1, parts[i])) {
            slash[slash == folder] = '\0';
            return is_rules_folder(folder);
        }
    return false;
}

static const char *find_folder(const char *given, char found[FOUND_SIZE])
{
    if (given)
        return !is_rules_folder(given) && is_part(given, found) ? found : given;
    const char *set = getenv("STET_RULES");
    if (set && *set)
        return shorten(set);
    if (beside_program(2, "rules", found) || beside_program(2, "share/stet/rules", found))
        return shorten(found);
    return STET_RULES_INSTALLED;
}

const char *rules_folder(const char *given, char found[FOUND_SIZE])
{
    const char *folder = find_folder(given, found);
    if (is_rules_folder(folder))
        return folder;
    complain("%s is no rules folder; name one by --rules or STET_RULES", folder);
    return NULL;
}

/* Where compiled books are kept: STET_CACHE, which may be empty for nowhere, else "stet" in the
 * user's cache folder. NULL: nowhere. */
static const char *cache_folder(char out[FOUND_SIZE])
{
    const char *set = getenv("STET_CACHE"), *caches = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    if (set)
        return *set ? set : NULL;
    if (caches && *caches == '/')
        snprintf(out, FOUND_SIZE, "%s/stet", caches);
    else if (home && *home == '/')
        snprintf(out, FOUND_SIZE, "%s/.cache/stet", home);
    else
        return NULL;
    return out;
}

/* `config` may be NULL; `kept` false: read anew, and as shipped. */
static StetRules *open_folder(const char *given, bool kept, const StetConfig *config,
                              StetTroubles *troubles)
{
    char found[FOUND_SIZE], cache[FOUND_SIZE];
    const char *folder = rules_folder(given, found);
    if (!folder)
        return NULL;
    size_t before = stet_troubles_count(troubles);
    StetRules *rules = kept ? stet_rules_open_for(folder, cache_folder(cache), config, troubles)
                            : stet_rules_open(folder, troubles);
    complain_troubles(troubles, before);
    return rules;
}

StetRules *rules_open(const char *given, StetTroubles *troubles)
{
    return open_folder(given, true, NULL, troubles);
}

StetRules *rules_open_with(const char *given, const StetConfig *config, StetTroubles *troubles)
{
    return open_folder(given, true, config, troubles);
}

StetRules *rules_open_for(const Settings *settings, const char *path, StetTroubles *troubles)
{
    StetConfig *config = config_open(settings, path, troubles);
    StetRules *rules = config ? rules_open_with(settings->rules, config, troubles) : NULL;
    stet_config_free(config);
    return rules;
}

StetRules *rules_open_fresh(const char *given, StetTroubles *troubles)
{
    return open_folder(given, false, NULL, troubles);
}
