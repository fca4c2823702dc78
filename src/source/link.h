/* The syntax of Markdown's links: what stands behind the text of one, and reference definitions.
 *
 * Offsets are of the text given, lent; 0 means that there is no such thing at the place. Labels
 * that are defined are kept as hashes, in the arena that they are added with.
 */
#ifndef STET_SOURCE_LINK_H
#define STET_SOURCE_LINK_H

#include "base/view.h"

typedef struct Labels {
    uint64_t *items;
    uint32_t count;
    uint32_t capacity;
} Labels;

void labels_add(Labels *labels, Arena *arena, View label);
void labels_sort(Labels *labels); /* after the last is added, before the first is asked for */
bool labels_have(const Labels *labels, View label);

/* Behind "(url "title")", whose bracket stands at `from`. */
size_t link_target_end(View text, size_t from);

/* Behind "[label]", whose bracket stands at `from`; the label is what is inside. */
size_t link_label_end(View text, size_t from, View *label);

/* Behind a definition, "[label]: url "title"" and its line break, that stands at `from`. */
size_t link_definition_end(View text, size_t from, View *label);

#endif
