#include "base/tree.h"

#include <string.h>

#include "suites.h"

static Arena arena;
static Troubles troubles;

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
}

static void end(void)
{
    arena_free(&arena);
}

static const YamlNode *parsed(const char *text)
{
    const YamlNode *root = yaml_parse(&arena, VIEW("a.yaml"), view_of(text), &troubles);
    ck_assert_ptr_nonnull(root);
    return root;
}

static View kept(const YamlNode *root)
{
    Buffer bytes = {0};
    tree_write(root, &bytes);
    char *copy = arena_take(&arena, bytes.len, 16);
    memcpy(copy, bytes.at, bytes.len);
    View view = {copy, bytes.len};
    buffer_free(&bytes);
    return view;
}

static uint32_t item_count(const YamlNode *node)
{
    return node->kind == YAML_MAP ? 2 * node->count : node->count;
}

static void expect_same(const YamlNode *a, const YamlNode *b)
{
    ck_assert_int_eq(a->kind, b->kind);
    ck_assert_uint_eq(a->line, b->line);
    ck_assert_uint_eq(a->column, b->column);
    ck_assert_uint_eq(a->count, b->count);
    if (a->kind == YAML_SCALAR) {
        ck_assert(view_equal(a->text, b->text));
        ck_assert_int_eq(b->text.at[b->text.len], '\0');
        return;
    }
    for (uint32_t i = 0; i < item_count(a); i++)
        expect_same(a->items[i], b->items[i]);
}

START_TEST(a_tree_is_read_as_it_was_written)
{
    static const char *const texts[] = {
        "", "x", "[]", "- a\n- [b, {c: d, e: ''}]\n- {f: [g, h], é: \"i\\0j\"}\n- []\n- {}\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const YamlNode *root = parsed(texts[i]);
        const YamlNode *read = tree_read(&arena, kept(root));
        ck_assert_ptr_nonnull(read);
        expect_same(root, read);
    }
}
END_TEST

/* Reads all that can be reached. */
static size_t walk(const YamlNode *node)
{
    size_t seen = 1;
    if (node->kind == YAML_SCALAR)
        return seen + strlen(node->text.at);
    for (uint32_t i = 0; i < item_count(node); i++)
        seen += walk(node->items[i]);
    return seen;
}

START_TEST(altered_and_cut_bytes_are_refused_or_a_tree)
{
    View bytes = kept(parsed("- a\n- [b, {c: d}]\n- {e: [f]}\n"));
    char *copy = arena_take(&arena, bytes.len, 16);
    memcpy(copy, bytes.at, bytes.len);
    for (size_t len = 0; len < bytes.len; len++)
        ck_assert_ptr_null(tree_read(&arena, (View){copy, len}));
    for (size_t at = 0; at < bytes.len; at++)
        for (int bit = 0; bit < 8; bit++) {
            copy[at] = (char)(copy[at] ^ 1 << bit);
            const YamlNode *root = tree_read(&arena, (View){copy, bytes.len});
            if (root)
                ck_assert_uint_gt(walk(root), 0);
            copy[at] = bytes.at[at];
        }
}
END_TEST

Suite *tree_suite(void)
{
    Suite *suite = suite_create("tree");
    TCase *tests = tcase_create("tree");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_tree_is_read_as_it_was_written);
    tcase_add_test(tests, altered_and_cut_bytes_are_refused_or_a_tree);
    suite_add_tcase(suite, tests);
    return suite;
}
