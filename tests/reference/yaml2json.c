/* For tests: a YAML file as JSON, each scalar a string, as the reader of the reference sees it.
 *
 *     yaml2json FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "base/json.h"
#include "base/limits.h"
#include "base/yaml.h"

static void add_node(JsonWriter *json, const YamlNode *node)
{
    switch (node->kind) {
    case YAML_SCALAR:
        json_text(json, node->text);
        return;
    case YAML_LIST:
        json_open_array(json);
        for (uint32_t i = 0; i < node->count; i++)
            add_node(json, node->items[i]);
        break;
    case YAML_MAP:
        json_open_object(json);
        for (uint32_t i = 0; i < node->count; i++) {
            json_key(json, node->items[2 * i]->text.at);
            add_node(json, node->items[2 * i + 1]);
        }
        break;
    }
    json_close(json);
}

int main(int argc, char **argv)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Buffer bytes = {0}, out = {0};
    const YamlNode *root = NULL;
    if (argc == 2 && file_read(argv[1], LIMIT_YAML_FILE, &bytes, &troubles))
        root = yaml_parse(&arena, view_of(argv[1]), buffer_view(&bytes), &troubles);
    if (root) {
        JsonWriter *json = json_begin(false);
        add_node(json, root);
        json_end(json, &out);
        fwrite(out.at, 1, out.len, stdout);
    }
    for (uint32_t i = 0; i < troubles.count; i++)
        fprintf(stderr, "%s\n", view_copy(&arena, trouble_text(&arena, &troubles.items[i])).at);
    buffer_free(&bytes);
    buffer_free(&out);
    arena_free(&arena);
    return root ? EXIT_SUCCESS : EXIT_FAILURE;
}
