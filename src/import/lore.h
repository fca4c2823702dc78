/* What an editor has written down of sources: rules/import/sources.yaml and names.yaml. Which words
 * before a name are no part of it, what a source's roles and parties are called in the book, and
 * whom to trust where sources disagree.
 */
#ifndef STET_IMPORT_LORE_H
#define STET_IMPORT_LORE_H

#include "import/entry.h"
#include "reference/ids.h"

/* An office as a source's role becomes one. */
typedef struct Role {
    View name;   /* as the source says it */
    View office; /* the last part of the id: "governor"; empty: of the title */
    View title;
    View kind;
    bool many;
} Role;

typedef struct Lore {
    Arena *arena;
    Texts addresses; /* before a name, the longest first */
    Texts suffixes;  /* after a name: "Jr." */
    Texts trust;     /* sources, the most trusted first */
    Ids parties;     /* by the folded name that the source gives; of `party_names` */
    Texts party_names;
    struct {
        Role *items;
        uint32_t count, capacity;
    } roles;
} Lore;

/* Reads one file of rules/import; its keys tell what it holds. */
bool lore_read(Lore *lore, View path, View bytes, Troubles *troubles);

const Role *lore_role(const Lore *lore, View name); /* NULL: none of this name */
View lore_party(const Lore *lore, View name);       /* as the book calls it; else `name` */
uint32_t lore_trust(const Lore *lore, View source); /* 0 is trusted most */

/* Letters' case, accents, full stops do not matter. */
View folded(Arena *arena, View text);

#endif
