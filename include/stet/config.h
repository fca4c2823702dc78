/* stet: a newsroom's settings, from its stet.yaml.
 *
 *     StetConfig *config = stet_config_find("news/2025/a.md", troubles);
 *     StetOptions options = {.today = "2025-02-14", .config = config};
 *
 * What holds of stet/stet.h holds here. A setting that was given on the command line or by the
 * environment is laid over the file's by stet_config_set, which also says where it came from.
 */
#ifndef STET_CONFIG_H
#define STET_CONFIG_H

#include <stet/stet.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Reads the stet.yaml or .stet.yaml that governs what stands at `path` ("-": the folder one works
 * in): the first upward from its folder, up to the folder that holds .git. Without one the settings
 * are as shipped. NULL and all troubles where the file is wrong, or both stand in one folder. */
STET_API StetConfig *stet_config_find(const char *path, StetTroubles *troubles);

/* The same, of this file; NULL: as shipped. */
STET_API StetConfig *stet_config_read(const char *file, StetTroubles *troubles);
STET_API void stet_config_free(StetConfig *config);

/* The file that was read; NULL: none. */
STET_API const char *stet_config_file(const StetConfig *config);

/* Lays a value over that of the file. `origin` says whence: "--fail-level", "STET_FAIL_LEVEL".
 * False and trouble where there is no such key, or it does not take the value. */
STET_API bool stet_config_set(StetConfig *config, const char *key, const char *value,
                              const char *origin, StetTroubles *troubles);

/* A setting that is one value ("fail-level"), as it now holds; lent. Our mistake where there is no
 * such key. A key inside another is joined by a full stop: "suppression.require-reason". */
STET_API const char *stet_config_text(const StetConfig *config, const char *key);

/* The items of a setting that is a list ("exclude"); NULL after the last. */
STET_API const char *stet_config_item(const StetConfig *config, const char *key, size_t index);

/* Whether `exclude:` leaves this path out. */
STET_API bool stet_config_excludes(const StetConfig *config, const char *path);

/* Whether the settings (NULL: none) add data, rules or house spellings. */
STET_API bool stet_config_adds(const StetConfig *config);

/* The rules folder with the data and rules that the settings add; where they add none, as
 * stet_rules_open_kept. */
STET_API StetRules *stet_rules_open_for(const char *folder, const char *cache,
                                        const StetConfig *config, StetTroubles *troubles);

/* Writes every setting with its value and whence it came, as they govern what stands at `path`
 * (NULL: no path in particular); the JSON Schema of the file; a commented file to begin with.
 * False and trouble where it could not be written. */
STET_API bool stet_config_show(const StetConfig *config, const char *path, StetWrite write,
                               void *to, StetTroubles *troubles);
STET_API bool stet_config_schema(StetWrite write, void *to, StetTroubles *troubles);
STET_API bool stet_config_template(StetWrite write, void *to, StetTroubles *troubles);

#ifdef __cplusplus
}
#endif

#endif
