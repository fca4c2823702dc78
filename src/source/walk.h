/* The articles below a folder. */
#ifndef STET_SOURCE_WALK_H
#define STET_SOURCE_WALK_H

#include "base/file.h"

/* Adds the files below `folder` whose names end as those of articles do (text, Markdown, HTML,
 * records), in the order of their paths. Hidden files and folders, links to folders (so that there
 * are no loops) and what .gitignore leaves out are passed over: the .gitignore of the folder, of
 * those in it, and of those above it up to the one that holds .git. A folder that is asked for by
 * name is walked even where it is ignored. False and trouble for each folder that cannot be read.
 */
bool walk_folder(Arena *arena, const char *folder, FileList *out, Troubles *troubles);

/* Whether a path ends as an article's does. */
bool walk_takes(View path);

#endif
