/* Patterns for paths, as .gitignore has them: "*.html", "drafts/", "/old", "!keep.md". */
#ifndef STET_BASE_GLOB_H
#define STET_BASE_GLOB_H

#include "base/view.h"

/* Whether one pattern (without its "!") means this path, or a folder that it lies in. The path is
 * relative to the folder that the pattern belongs to, with '/' between its parts. A pattern with a
 * '/' before its end starts there; one without may stand at any depth. `*` and `?` stop at '/',
 * `**` does not; `[a-z]`, `[!a-z]`; `\` takes the next character as it is. A '/' at the end wants a
 * folder: only what lies in it is meant. */
bool glob_matches(View pattern, View path);

/* Of several the last that matches decides; one with "!" takes back. Empty ones and those that
 * begin with '#' say nothing. */
bool globs_match(const View *patterns, uint32_t count, View path);

#endif
