/* stet config and stet init: the newsroom's settings. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The settings that an option of the same name stands for. */
static bool lay_over(const Settings *settings, StetConfig *config, StetTroubles *troubles)
{
    const char *level = option_origin(settings, "fail-level");
    const char *home = option_origin(settings, "home");
    bool done = !home || stet_config_set(config, "home", settings->home, home, troubles);
    if (level)
        done &= stet_config_set(config, "fail-level",
                                option_word("fail-level", settings->fail_level), level, troubles);
    return done;
}

StetConfig *config_open(const Settings *settings, const char *path, StetTroubles *troubles)
{
    size_t told = stet_troubles_count(troubles);
    StetConfig *config = settings->no_config ? stet_config_read(NULL, troubles)
                         : settings->config  ? stet_config_read(settings->config, troubles)
                                             : stet_config_find(path, troubles);
    if (config && !lay_over(settings, config, troubles)) {
        stet_config_free(config);
        config = NULL;
    }
    complain_troubles(troubles, told);
    return config;
}

static int config_show(const Settings *settings, const char *path)
{
    StetTroubles *troubles = stet_troubles_new();
    StetConfig *config = config_open(settings, path, troubles);
    bool done = config && stet_config_show(config, strcmp(path, "-") ? path : NULL, print_bytes,
                                           NULL, troubles);
    stet_config_free(config);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int config_schema(void)
{
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_config_schema(print_bytes, NULL, troubles);
    stet_troubles_free(troubles);
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

static int config_run(const Settings *settings, Operands operands)
{
    const char *word = operands.count ? operands.items[0] : "";
    if (!strcmp(word, "show") && operands.count <= 2)
        return config_show(settings, operands.count == 2 ? operands.items[1] : "-");
    if (!strcmp(word, "schema") && operands.count == 1)
        return config_schema();
    complain("expected \"stet config show [PATH]\" or \"stet config schema\"");
    return EXIT_TROUBLE;
}

/* --- init --- */

typedef struct Text {
    char bytes[16384];
    size_t length;
} Text;

static bool keep_bytes(void *to, const char *bytes, size_t length)
{
    Text *text = to;
    if (length > sizeof text->bytes - text->length)
        return false;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

static int init_run(const Settings *settings, Operands operands)
{
    static Text text;
    (void)settings;
    if (operands.count) {
        complain("expected \"stet init\"");
        return EXIT_TROUBLE;
    }
    if (access("stet.yaml", F_OK) == 0 || access(".stet.yaml", F_OK) == 0) {
        complain("a stet.yaml is here already, and stays as it is");
        return EXIT_TROUBLE;
    }
    StetTroubles *troubles = stet_troubles_new();
    bool done = stet_config_template(keep_bytes, &text, troubles) &&
                stet_write_file("stet.yaml", text.bytes, text.length, troubles);
    complain_troubles(troubles, 0);
    stet_troubles_free(troubles);
    if (done)
        puts("wrote stet.yaml");
    return done ? EXIT_CLEAN : EXIT_TROUBLE;
}

const Verb verb_config = {
    "config",
    "show [PATH] | schema",
    "show the settings of stet.yaml",
    "  show [PATH]   each setting as it governs PATH, and whence it came\n"
    "  schema        the JSON Schema of stet.yaml, for editors\n\n"
    "The first stet.yaml or .stet.yaml upward from a file governs it, up to the folder\n"
    "that holds .git. An option goes before the environment (STET_FAIL_LEVEL for\n"
    "--fail-level, and so on), the environment before the file.\n\n"
    "Status: 0 done, 2 the file is wrong.\n",
    VERB_CONFIG,
    config_run,
};

const Verb verb_init = {
    "init",
    "",
    "write a stet.yaml to begin with",
    "Every setting stands in it as a comment, with what it does.\n\n"
    "Status: 0 written, 2 there is one already, or it cannot be written.\n",
    VERB_INIT,
    init_run,
};
