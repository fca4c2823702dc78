/* Trees as bytes. A node stands before its children, and these side by side, so that a node needs
 * only the number of the first, and no tree can hold itself. Tests: tests/unit/base/tree.c. */
#include "base/tree.h"

#include <string.h>

typedef struct KeptNode {
    uint32_t kind;
    uint32_t line;
    uint32_t column;
    uint32_t count; /* as in YamlNode; scalar: bytes of the text */
    uint32_t first; /* child; scalar: place in the texts */
} KeptNode;

typedef struct TreeHead {
    uint32_t node_count;
    uint32_t text_bytes; /* behind the nodes */
} TreeHead;

static uint32_t child_count(const YamlNode *node)
{
    return node->kind == YAML_MAP ? 2 * node->count : node->kind == YAML_LIST ? node->count : 0;
}

/* All nodes, each level behind the one above it. */
typedef struct Nodes {
    const YamlNode **items;
    uint32_t count;
    uint32_t capacity;
} Nodes;

void tree_write(const YamlNode *root, Buffer *out)
{
    Arena arena = {0};
    Nodes nodes = {0};
    Buffer kept = {0}, texts = {0};
    *arena_push(&arena, &nodes) = root;
    for (uint32_t i = 0; i < nodes.count; i++) {
        const YamlNode *node = nodes.items[i];
        KeptNode as_kept = {node->kind, node->line, node->column, node->count, nodes.count};
        for (uint32_t c = 0; c < child_count(node); c++)
            *arena_push(&arena, &nodes) = node->items[c];
        if (node->kind == YAML_SCALAR) {
            as_kept.count = (uint32_t)node->text.len;
            as_kept.first = (uint32_t)texts.len;
            buffer_add(&texts, node->text);
            buffer_add_byte(&texts, '\0');
        }
        buffer_add(&kept, (View){(const char *)&as_kept, sizeof as_kept});
    }
    TreeHead head = {nodes.count, (uint32_t)texts.len};
    buffer_add(out, (View){(const char *)&head, sizeof head});
    buffer_add(out, buffer_view(&kept));
    buffer_add(out, buffer_view(&texts));
    buffer_free(&kept);
    buffer_free(&texts);
    arena_free(&arena);
}

static bool read_kept(const KeptNode *kept, uint32_t index, const TreeHead *head, const char *texts,
                      const YamlNode **links, YamlNode *out)
{
    *out = (YamlNode){.kind = (YamlKind)kept->kind, .line = kept->line, .column = kept->column};
    if (out->kind == YAML_SCALAR) {
        out->text = (View){texts + kept->first, kept->count};
        return kept->first < head->text_bytes && kept->count < head->text_bytes - kept->first &&
               !texts[kept->first + kept->count];
    }
    if ((out->kind != YAML_LIST && out->kind != YAML_MAP) || kept->count > head->node_count)
        return false;
    out->count = kept->count;
    out->items = links + kept->first;
    return kept->first > index && kept->first <= head->node_count &&
           child_count(out) <= head->node_count - kept->first;
}

const YamlNode *tree_read(Arena *arena, View bytes)
{
    TreeHead head;
    if (bytes.len < sizeof head)
        return NULL;
    memcpy(&head, bytes.at, sizeof head);
    if (!head.node_count ||
        bytes.len != sizeof head + head.node_count * sizeof(KeptNode) + (uint64_t)head.text_bytes)
        return NULL;
    const KeptNode *kept = (const KeptNode *)(const void *)(bytes.at + sizeof head);
    const char *texts = (const char *)(kept + head.node_count);
    YamlNode *nodes =
        arena_room(arena, sizeof *nodes * (size_t)head.node_count, _Alignof(YamlNode));
    const YamlNode **links =
        arena_room(arena, sizeof *links * (size_t)head.node_count, _Alignof(YamlNode *));
    for (uint32_t i = 0; i < head.node_count; i++) {
        links[i] = &nodes[i];
        if (!read_kept(&kept[i], i, &head, texts, links, &nodes[i]))
            return NULL;
    }
    return nodes;
}
