#include "base/yaml.h"

#include <string.h>

#include "base/buffer.h"
#include "base/limits.h"
#include "suites.h"

static Arena arena;
static Troubles troubles;
static YamlReader reader;

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
    reader = (YamlReader){VIEW("a.yaml"), &troubles, &arena};
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

/* All troubles, one a line. */
static const char *all_troubles(void)
{
    View all = VIEW("");
    for (uint32_t i = 0; i < troubles.count; i++)
        all = view_format(&arena, "%.*s%.*s\n", VIEW_ARG(all),
                          VIEW_ARG(trouble_text(&arena, &troubles.items[i])));
    return all.at;
}

static const char *refused(const char *text)
{
    troubles.count = 0;
    ck_assert_ptr_null(yaml_parse(&arena, VIEW("a.yaml"), view_of(text), &troubles));
    return all_troubles();
}

START_TEST(a_tree_has_maps_lists_and_scalars)
{
    const YamlNode *root = parsed("name: Ann\nlist:\n  - one\n  - {k: v}\nempty: []\n");
    ck_assert_int_eq(root->kind, YAML_MAP);
    ck_assert_uint_eq(root->count, 3);
    ck_assert_str_eq(yaml_get(root, "name")->text.at, "Ann");
    const YamlNode *list = yaml_get(root, "list");
    ck_assert_int_eq(list->kind, YAML_LIST);
    ck_assert_uint_eq(list->count, 2);
    ck_assert_str_eq(list->items[0]->text.at, "one");
    ck_assert_str_eq(yaml_get(list->items[1], "k")->text.at, "v");
    ck_assert_uint_eq(yaml_get(root, "empty")->count, 0);
    ck_assert_ptr_null(yaml_get(root, "nam"));
    ck_assert_ptr_null(yaml_get(list, "one"));
}
END_TEST

START_TEST(keys_stay_in_the_order_of_the_file)
{
    const YamlNode *root = parsed("b: 1\nc: 2\na: 3\n");
    ck_assert_str_eq(root->items[0]->text.at, "b");
    ck_assert_str_eq(root->items[2]->text.at, "c");
    ck_assert_str_eq(root->items[5]->text.at, "3");
}
END_TEST

START_TEST(every_scalar_is_a_string)
{
    const YamlNode *root = parsed(
        "a: NO\nb: 2025-02-13\nc: 1e3\nd: ~\ne:\nf: ''\ng: \"x\\0y\"\nh: >-\n  one\n  two\n");
    ck_assert_str_eq(yaml_get(root, "a")->text.at, "NO");
    ck_assert_str_eq(yaml_get(root, "b")->text.at, "2025-02-13");
    ck_assert_str_eq(yaml_get(root, "c")->text.at, "1e3");
    ck_assert_str_eq(yaml_get(root, "d")->text.at, "~");
    ck_assert_uint_eq(yaml_get(root, "e")->text.len, 0);
    ck_assert_uint_eq(yaml_get(root, "f")->text.len, 0);
    ck_assert(view_equal(yaml_get(root, "g")->text, VIEW("x\0y")));
    ck_assert_str_eq(yaml_get(root, "h")->text.at, "one two");
}
END_TEST

START_TEST(places_count_from_one_in_code_points)
{
    const YamlNode *root = parsed("# é\n\"é😀\": x\nlist: [\"é\", y]\n");
    ck_assert_uint_eq(yaml_get(root, "é😀")->line, 2);
    ck_assert_uint_eq(yaml_get(root, "é😀")->column, 7);
    const YamlNode *second = yaml_get(root, "list")->items[1];
    ck_assert_uint_eq(second->line, 3);
    ck_assert_uint_eq(second->column, 13);
}
END_TEST

START_TEST(a_byte_order_mark_is_no_column)
{
    const YamlNode *root = parsed("\xEF\xBB\xBFkey: value\n");
    ck_assert_str_eq(root->items[0]->text.at, "key");
    ck_assert_uint_eq(root->items[0]->column, 1);
    ck_assert_uint_eq(root->items[1]->column, 6);
}
END_TEST

START_TEST(an_empty_file_is_an_empty_map)
{
    ck_assert_int_eq(parsed("")->kind, YAML_MAP);
    ck_assert_uint_eq(parsed("# only a comment\n")->count, 0);
    const YamlNode *root = yaml_parse(&arena, VIEW("a.yaml"), (View){0}, &troubles);
    ck_assert_uint_eq(root->line, 1);
}
END_TEST

START_TEST(second_keys_are_refused_with_the_line_of_the_first)
{
    ck_assert_str_eq(refused("a: 1\nb: 2\na: 3\na: 4\n"),
                     "a.yaml:3:1: key \"a\" stands twice, first in line 1\n"
                     "a.yaml:4:1: key \"a\" stands twice, first in line 1\n");
    ck_assert_str_eq(refused("x:\n  - {a: 1, \"a\": 2}\n"),
                     "a.yaml:2:12: key \"a\" stands twice, first in line 2\n");
    parsed("x: {a: 1}\ny: {a: 1}\n");
}
END_TEST

START_TEST(many_keys_are_compared_fast)
{
    Buffer text = {0};
    for (int i = 0; i < 100000; i++)
        buffer_print(&text, "key-%d: x\n", i);
    const YamlNode *root = yaml_parse(&arena, VIEW("a.yaml"), buffer_view(&text), &troubles);
    ck_assert_uint_eq(root->count, 100000);
    buffer_print(&text, "key-70000: y\n");
    ck_assert_ptr_null(yaml_parse(&arena, VIEW("a.yaml"), buffer_view(&text), &troubles));
    ck_assert_str_eq(all_troubles(),
                     "a.yaml:100001:1: key \"key-70000\" stands twice, first in line 70001\n");
    buffer_free(&text);
}
END_TEST

START_TEST(anchors_aliases_and_tags_are_refused_together)
{
    ck_assert_str_eq(refused("a: &x 1\nb: *x\nc: !!str 3\nd: &y [1]\ne: !z {k: v}\n"),
                     "a.yaml:1:4: anchor \"&x\", expected a value without one\n"
                     "a.yaml:2:4: alias \"*x\", expected the value itself\n"
                     "a.yaml:3:4: tag \"tag:yaml.org,2002:str\", expected a value without one\n"
                     "a.yaml:4:4: anchor \"&y\", expected a value without one\n"
                     "a.yaml:5:4: tag \"!z\", expected a value without one\n");
}
END_TEST

START_TEST(a_key_must_be_a_word)
{
    ck_assert_str_eq(refused("? [1]\n: 2\n"),
                     "a.yaml:1:3: a list or map stands as a key, expected a word\n");
}
END_TEST

START_TEST(a_second_document_is_refused)
{
    ck_assert_str_eq(refused("a: 1\n---\nb: 2\n---\nc: 3\n"),
                     "a.yaml:2:1: a second document, expected one in a file\n");
    parsed("---\na: 1\n...\n");
}
END_TEST

START_TEST(nesting_has_a_limit)
{
    View text = VIEW("");
    for (int i = 0; i < LIMIT_YAML_DEPTH; i++)
        text = view_format(&arena, "[%.*s]", VIEW_ARG(text));
    parsed(text.at);
    text = view_format(&arena, "[%.*s]", VIEW_ARG(text));
    parsed(view_format(&arena, "%.*s", VIEW_ARG(view_slice(text, 1, text.len - 1))).at);
    refused(view_format(&arena, "[%.*s]", VIEW_ARG(text)).at);
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_uint_eq(troubles.items[0].column, LIMIT_YAML_DEPTH + 1);
}
END_TEST

START_TEST(endless_nesting_is_no_crash)
{
    Buffer text = {0};
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&text, "[{"[i % 2]);
    ck_assert_ptr_null(yaml_parse(&arena, VIEW("a.yaml"), buffer_view(&text), &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    buffer_free(&text);
}
END_TEST

START_TEST(an_unclosed_quote_is_reported_where_it_opens)
{
    const char *text = refused("a: 1\nb: \"x\nc: 2\n");
    ck_assert_msg(view_starts(view_of(text), VIEW("a.yaml:2:4: ")), "%s", text);
    ck_assert_uint_eq(troubles.count, 1);
}
END_TEST

START_TEST(a_broken_map_is_reported_where_it_breaks)
{
    const char *text = refused("a: 1\nb: 2\nc: 'x' y\nd: 3\n");
    ck_assert_msg(view_starts(view_of(text), VIEW("a.yaml:3:8: ")), "%s", text);
    ck_assert_ptr_nonnull(strstr(text, "line 1"));
}
END_TEST

START_TEST(a_tab_and_a_stray_colon_are_reported_in_place)
{
    ck_assert(view_starts(view_of(refused("a:\n\tb: 1\n")), VIEW("a.yaml:2:1: ")));
    ck_assert(view_starts(view_of(refused("a: 1\nb: c: d\n")), VIEW("a.yaml:2:5: ")));
}
END_TEST

START_TEST(bytes_that_are_no_text_are_reported_in_place)
{
    ck_assert_str_eq(refused("a: 1\nb: é\xE9\n"), "a.yaml:2:5: is no UTF-8, expected UTF-8\n");
    ck_assert_str_eq(refused("a: 1\né: \x01\n"),
                     "a.yaml:2:4: control characters are not allowed\n");
    ck_assert_ptr_null(yaml_parse(&arena, VIEW("a.yaml"), VIEW("a: \0"), &troubles));
}
END_TEST

START_TEST(a_reader_asks_for_maps_and_lists)
{
    const YamlNode *root = parsed("a: 1\nb: [2]\n");
    ck_assert(yaml_is_map(&reader, root, "the file"));
    ck_assert(yaml_is_list(&reader, yaml_get(root, "b"), "`b:`"));
    ck_assert(!yaml_is_map(&reader, yaml_get(root, "b"), "`b:`"));
    ck_assert(!yaml_is_list(&reader, yaml_get(root, "a"), "`a:`"));
    ck_assert_str_eq(all_troubles(),
                     "a.yaml:2:4: `b:` is a list, expected a map of keys and values\n"
                     "a.yaml:1:4: `a:` is a single value, expected a list\n");
}
END_TEST

START_TEST(unknown_keys_are_all_named_with_the_nearest)
{
    static const char *const known[] = {"name", "title", "kind", NULL};
    const YamlNode *root = parsed("name: x\ntitel: y\ncolour: z\n");
    ck_assert(!yaml_known_keys(&reader, root, known));
    ck_assert_str_eq(all_troubles(),
                     "a.yaml:2:1: unknown key \"titel\", did you mean \"title\"?\n"
                     "a.yaml:3:1: unknown key \"colour\", expected name, title or kind\n");
    ck_assert(yaml_known_keys(&reader, parsed("kind: x\n"), known));
}
END_TEST

START_TEST(a_text_may_be_missing_unless_required)
{
    const YamlNode *root = parsed("a: word\nb: [x]\nc:\n");
    ck_assert_str_eq(yaml_text(&reader, root, "a", true).at, "word");
    ck_assert_uint_eq(yaml_text(&reader, root, "z", false).len, 0);
    ck_assert_uint_eq(yaml_text(&reader, root, "c", false).len, 0);
    ck_assert_uint_eq(troubles.count, 0);
    yaml_text(&reader, root, "z", true);
    yaml_text(&reader, root, "b", false);
    yaml_text(&reader, root, "c", true);
    ck_assert_str_eq(all_troubles(), "a.yaml:1:1: no `z:`, expected one\n"
                                     "a.yaml:2:4: `b:` is a list, expected a single value\n"
                                     "a.yaml:3:3: `c:` is empty, expected a value\n");
}
END_TEST

START_TEST(a_flag_is_true_or_false)
{
    const YamlNode *root = parsed("a: true\nb: false\nc: yes\nd: [true]\n");
    ck_assert(yaml_flag(&reader, root, "a"));
    ck_assert(!yaml_flag(&reader, root, "b"));
    ck_assert(!yaml_flag(&reader, root, "z"));
    ck_assert_uint_eq(troubles.count, 0);
    ck_assert(!yaml_flag(&reader, root, "c"));
    ck_assert(!yaml_flag(&reader, root, "d"));
    ck_assert_str_eq(all_troubles(), "a.yaml:3:4: `c:` is \"yes\", expected true or false\n"
                                     "a.yaml:4:4: `d:` is a list, expected true or false\n");
}
END_TEST

START_TEST(a_single_text_is_a_list_of_one)
{
    const YamlNode *root = parsed("a: one\nb: [one, two]\nc: [x, [y], '']\nd:\ne: []\n");
    uint32_t count;
    ck_assert_str_eq(yaml_texts(&reader, root, "a", &count)[0].at, "one");
    ck_assert_uint_eq(count, 1);
    ck_assert_str_eq(yaml_texts(&reader, root, "b", &count)[1].at, "two");
    ck_assert_uint_eq(count, 2);
    yaml_texts(&reader, root, "z", &count);
    ck_assert_uint_eq(count, 0);
    yaml_texts(&reader, root, "e", &count);
    ck_assert_uint_eq(count, 0);
    ck_assert_uint_eq(troubles.count, 0);
    yaml_texts(&reader, root, "c", &count);
    ck_assert_uint_eq(count, 1);
    yaml_texts(&reader, root, "d", &count);
    ck_assert_uint_eq(count, 0);
    ck_assert_str_eq(all_troubles(), "a.yaml:3:8: `c:` holds a list, expected words\n"
                                     "a.yaml:3:13: `c:` holds nothing, expected words\n"
                                     "a.yaml:4:3: `d:` holds nothing, expected words\n");
}
END_TEST

START_TEST(a_choice_is_an_index)
{
    static const char *const levels[] = {"note", "warning", "error", NULL};
    const YamlNode *node = parsed("x\n");
    ck_assert_int_eq(yaml_choice(&reader, node, VIEW("error"), levels, "level"), 2);
    ck_assert_int_eq(yaml_choice(&reader, node, VIEW("Warnign"), levels, "level"), -1);
    ck_assert_int_eq(yaml_choice(&reader, node, VIEW(""), levels, "level"), -1);
    ck_assert_str_eq(all_troubles(),
                     "a.yaml:1:1: unknown level \"Warnign\", did you mean \"warning\"?\n"
                     "a.yaml:1:1: unknown level \"\", expected note, warning or error\n");
}
END_TEST

START_TEST(a_long_message_is_not_cut)
{
    yaml_trouble(&reader, parsed("x\n"), "%3000d", 1);
    ck_assert_uint_eq(troubles.items[0].message.len, 3000);
}
END_TEST

START_TEST(a_key_twice_leaves_the_tree_to_who_asks_for_it)
{
    const YamlNode *root =
        yaml_parse_keys_twice(&arena, VIEW("a.yaml"), VIEW("a: 1\na: 2\nb: 3\n"), &troubles);
    ck_assert_ptr_nonnull(root);
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_str_eq(yaml_get(root, "b")->text.at, "3");
    ck_assert_ptr_null(
        yaml_parse_keys_twice(&arena, VIEW("a.yaml"), VIEW("a: 1\na: *b\n"), &troubles));
}
END_TEST

Suite *yaml_suite(void)
{
    Suite *suite = suite_create("yaml");
    TCase *tests = tcase_create("yaml");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_key_twice_leaves_the_tree_to_who_asks_for_it);
    tcase_add_test(tests, a_tree_has_maps_lists_and_scalars);
    tcase_add_test(tests, keys_stay_in_the_order_of_the_file);
    tcase_add_test(tests, every_scalar_is_a_string);
    tcase_add_test(tests, places_count_from_one_in_code_points);
    tcase_add_test(tests, a_byte_order_mark_is_no_column);
    tcase_add_test(tests, an_empty_file_is_an_empty_map);
    tcase_add_test(tests, second_keys_are_refused_with_the_line_of_the_first);
    tcase_add_test(tests, many_keys_are_compared_fast);
    tcase_add_test(tests, anchors_aliases_and_tags_are_refused_together);
    tcase_add_test(tests, a_key_must_be_a_word);
    tcase_add_test(tests, a_second_document_is_refused);
    tcase_add_test(tests, nesting_has_a_limit);
    tcase_add_test(tests, endless_nesting_is_no_crash);
    tcase_add_test(tests, an_unclosed_quote_is_reported_where_it_opens);
    tcase_add_test(tests, a_broken_map_is_reported_where_it_breaks);
    tcase_add_test(tests, a_tab_and_a_stray_colon_are_reported_in_place);
    tcase_add_test(tests, bytes_that_are_no_text_are_reported_in_place);
    tcase_add_test(tests, a_reader_asks_for_maps_and_lists);
    tcase_add_test(tests, unknown_keys_are_all_named_with_the_nearest);
    tcase_add_test(tests, a_text_may_be_missing_unless_required);
    tcase_add_test(tests, a_flag_is_true_or_false);
    tcase_add_test(tests, a_single_text_is_a_list_of_one);
    tcase_add_test(tests, a_choice_is_an_index);
    tcase_add_test(tests, a_long_message_is_not_cut);
    suite_add_tcase(suite, tests);
    return suite;
}
