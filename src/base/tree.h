/* The tree of a YAML file, kept as bytes: what costs time is the parsing, and a tree that was
 * parsed once need not be again. The bytes begin on a multiple of 4, hold no pointers, and are for
 * the machine that wrote them. */
#ifndef STET_BASE_TREE_H
#define STET_BASE_TREE_H

#include "base/buffer.h"
#include "base/yaml.h"

/* Appends the tree below `root`. */
void tree_write(const YamlNode *root, Buffer *out);

/* The root; NULL where the bytes are no whole tree. The nodes live in `arena`, their text, ended by
 * NUL, in `bytes`. */
const YamlNode *tree_read(Arena *arena, View bytes);

#endif
