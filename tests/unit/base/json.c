#include "base/json.h"

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

/* The only trouble that reading gives. */
static const char *read_trouble(View bytes)
{
    JsonField fields[] = {{.key = "id"}, {.key = "text"}};
    troubles.count = 0;
    ck_assert(!json_read_fields(&arena, VIEW("in.json"), bytes, fields, 2, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    return trouble_text(&arena, &troubles.items[0]).at;
}

START_TEST(wanted_members_are_read_and_others_passed_over)
{
    JsonField fields[] = {{.key = "id"}, {.key = "title"}, {.key = "text"}};
    View bytes = VIEW("{\"n\": 3.5, \"id\": \"a\", \"title\": null, \"x\": {\"id\": 1}}");
    ck_assert(json_read_fields(&arena, VIEW("in.json"), bytes, fields, 3, &troubles));
    ck_assert(fields[0].present);
    ck_assert_str_eq(fields[0].text.at, "a");
    ck_assert(!fields[1].present);
    ck_assert_uint_eq(fields[1].text.len, 0);
    ck_assert(!fields[2].present);
}
END_TEST

START_TEST(escapes_and_nul_are_characters)
{
    JsonField fields[] = {{.key = "text"}};
    View bytes = VIEW("{\"text\": \"a\\u0000b\\ud83d\\ude00\\u00e9\\n\"}");
    ck_assert(json_read_fields(&arena, VIEW("in.json"), bytes, fields, 1, &troubles));
    ck_assert(view_equal(fields[0].text, VIEW("a\0b😀é\n")));
}
END_TEST

START_TEST(an_empty_string_is_present)
{
    JsonField fields[] = {{.key = "text"}};
    ck_assert(
        json_read_fields(&arena, VIEW("in.json"), VIEW("{\"text\":\"\"}"), fields, 1, &troubles));
    ck_assert(fields[0].present);
}
END_TEST

START_TEST(a_member_that_is_no_string_is_trouble_and_the_others_are_read)
{
    JsonField fields[] = {{.key = "text"}, {.key = "id"}};
    View bytes = VIEW("{\"text\": 7, \"id\": \"a\"}");
    ck_assert(!json_read_fields(&arena, VIEW("in.json"), bytes, fields, 2, &troubles));
    ck_assert_str_eq(trouble_text(&arena, &troubles.items[0]).at,
                     "in.json: \"text\" is no string, expected one");
    ck_assert(!fields[0].present);
    ck_assert_str_eq(fields[1].text.at, "a");
}
END_TEST

START_TEST(a_key_that_stands_twice_is_trouble)
{
    ck_assert_ptr_nonnull(strstr(read_trouble(VIEW("{\"id\":\"a\",\"id\":\"b\"}")), "duplicate"));
}
END_TEST

START_TEST(what_is_no_json_is_trouble_at_its_place)
{
    const char *text = read_trouble(VIEW("{\"id\": \"a\",\n\"text\": oops}"));
    ck_assert_msg(view_starts(view_of(text), VIEW("in.json:2:")), "%s", text);
    read_trouble((View){0});
    read_trouble(VIEW("{\"id\": \"a\"} {}"));
    read_trouble(VIEW("{\"id\": \"\xFF\"}"));
    read_trouble(VIEW("{\"id\": \"\\ud800\"}"));
    read_trouble(VIEW("{\"id\": \"a\0b\"}"));
    read_trouble(VIEW("{'id': 'a'}"));
}
END_TEST

START_TEST(another_value_is_no_object)
{
    static const char expected[] = "in.json: is another JSON value, expected an object";
    ck_assert_str_eq(read_trouble(VIEW("[{\"id\": \"a\"}]")), expected);
    ck_assert_str_eq(read_trouble(VIEW("\"id\"")), expected);
    ck_assert_str_eq(read_trouble(VIEW("null")), expected);
}
END_TEST

START_TEST(deep_nesting_is_trouble_and_no_crash)
{
    Buffer deep = {0};
    buffer_add(&deep, VIEW("{\"x\":"));
    for (int i = 0; i < 100000; i++)
        buffer_add_byte(&deep, '[');
    read_trouble(buffer_view(&deep));
    buffer_free(&deep);
}
END_TEST

START_TEST(any_json_becomes_a_tree)
{
    View bytes = VIEW("[{\"n\": 4, \"r\": 0.5, \"t\": true, \"f\": false, \"none\": null, "
                      "\"list\": [\"\\u00e9\"], \"empty\": {}}]");
    const YamlNode *root = json_parse(&arena, VIEW("in.json"), bytes, &troubles);
    ck_assert_ptr_nonnull(root);
    ck_assert_int_eq(root->kind, YAML_LIST);
    ck_assert_uint_eq(root->count, 1);
    const YamlNode *map = root->items[0];
    ck_assert_uint_eq(map->count, 7);
    ck_assert_str_eq(yaml_get(map, "n")->text.at, "4");
    ck_assert_str_eq(yaml_get(map, "r")->text.at, "0.5");
    ck_assert_str_eq(yaml_get(map, "t")->text.at, "true");
    ck_assert_str_eq(yaml_get(map, "f")->text.at, "false");
    ck_assert_uint_eq(yaml_get(map, "none")->text.len, 0);
    ck_assert_str_eq(yaml_get(map, "list")->items[0]->text.at, "é");
    ck_assert_uint_eq(yaml_get(map, "empty")->count, 0);
    ck_assert_int_eq(yaml_get(map, "empty")->kind, YAML_MAP);
    ck_assert_uint_eq(troubles.count, 0);
}
END_TEST

START_TEST(a_tree_of_what_is_no_json_is_trouble_at_its_place)
{
    ck_assert_ptr_null(json_parse(&arena, VIEW("in.json"), VIEW("[1,\n oops]"), &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    ck_assert_uint_eq(troubles.items[0].line, 2);
    ck_assert_ptr_null(json_parse(&arena, VIEW("in.json"), VIEW("{\"a\":1,\"a\":2}"), &troubles));
    ck_assert_ptr_null(json_parse(&arena, VIEW("in.json"), (View){0}, &troubles));
    ck_assert_uint_eq(troubles.count, 3);
}
END_TEST

Suite *json_suite(void)
{
    Suite *suite = suite_create("json");
    TCase *tests = tcase_create("json");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, wanted_members_are_read_and_others_passed_over);
    tcase_add_test(tests, escapes_and_nul_are_characters);
    tcase_add_test(tests, an_empty_string_is_present);
    tcase_add_test(tests, a_member_that_is_no_string_is_trouble_and_the_others_are_read);
    tcase_add_test(tests, a_key_that_stands_twice_is_trouble);
    tcase_add_test(tests, what_is_no_json_is_trouble_at_its_place);
    tcase_add_test(tests, another_value_is_no_object);
    tcase_add_test(tests, deep_nesting_is_trouble_and_no_crash);
    tcase_add_test(tests, any_json_becomes_a_tree);
    tcase_add_test(tests, a_tree_of_what_is_no_json_is_trouble_at_its_place);
    suite_add_tcase(suite, tests);
    return suite;
}
