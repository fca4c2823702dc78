#include "base/json_record.h"

#include <stdlib.h>
#include <string.h>

#include "suites.h"

enum { ID, TEXT, FIELDS };

static Arena arena;
static JsonField fields[FIELDS];

static void end(void)
{
    arena_free(&arena);
}

static bool plain(View bytes)
{
    fields[ID].key = "id";
    fields[TEXT].key = "text";
    return json_read_record(&arena, bytes, fields, FIELDS);
}

static void expect_text(const char *bytes, View text)
{
    ck_assert_msg(plain(view_of(bytes)), "%s", bytes);
    ck_assert_msg(fields[TEXT].present && view_equal(fields[TEXT].text, text), "%s", bytes);
}

START_TEST(a_flat_record_is_read)
{
    ck_assert(
        plain(VIEW(" {\"n\": 12, \"id\" :\"a\", \"b\":true,\t\"text\":\"b\", \"x\":\"y\"} \n")));
    ck_assert(view_equal(fields[ID].text, VIEW("a")));
    ck_assert_str_eq(fields[TEXT].text.at, "b");
    ck_assert(plain(VIEW("{}")) && !fields[ID].present && !fields[TEXT].present);
    ck_assert(plain(VIEW("{\"id\": null, \"text\": \"\"}")));
    ck_assert(!fields[ID].present && fields[TEXT].present && !fields[TEXT].text.len);
}
END_TEST

START_TEST(escapes_and_characters_are_decoded)
{
    expect_text("{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}", VIEW("\"\\/\b\f\n\r\t"));
    expect_text("{\"text\":\"a\\u0000b\\u00e9\\u20AC\\ud83d\\ude00\"}", VIEW("a\0bé€😀"));
    expect_text("{\"text\":\"seven bytes and then é, “so” it is.\"}",
                VIEW("seven bytes and then é, “so” it is."));
}
END_TEST

START_TEST(what_is_not_plain_is_left_to_another)
{
    static const char *const others[] = {"",
                                         " ",
                                         "{",
                                         "[]",
                                         "null",
                                         "{\"id\":\"a\"",
                                         "{\"id\":\"a\"}}",
                                         "{\"id\":\"a\",}",
                                         "{\"id\":[]}",
                                         "{\"x\":{}}",
                                         "{\"x\":-1}",
                                         "{\"x\":1.5}",
                                         "{\"x\":01}",
                                         "{\"x\":1e3}",
                                         "{\"x\":1234567890123456}",
                                         "{\"id\":1}",
                                         "{\"id\":true}",
                                         "{\"id\":\"a\",\"id\":\"b\"}",
                                         "{\"i\\u0064\":\"a\"}",
                                         "{\"é\":\"a\"}",
                                         "{\"id\":\"\\ud800\"}",
                                         "{\"id\":\"\\ude00\"}",
                                         "{\"id\":\"\\ud800\\u0041\"}",
                                         "{\"id\":\"\\x\"}",
                                         "{\"id\":\"\\u12g4\"}",
                                         "{\"id\":\"\\",
                                         "{\"id\":\"\\u12",
                                         "{\"id\":\"a\nb\"}",
                                         "{\"id\":\"\xFF\"}",
                                         "{\"id\":\"\xC3\"}",
                                         "{\"x\":nul}",
                                         "{\"x\":truex}",
                                         "{\"x\":}",
                                         "{:1}",
                                         "{id:1}",
                                         "{\"id\" \"a\"}"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(!plain(view_of(others[i])), "%s", others[i]);
}
END_TEST

/* Whatever is read here is read by jansson too, and alike. */
static void expect_agreement(View bytes)
{
    Troubles troubles = {.arena = &arena};
    if (!plain(bytes))
        return;
    const YamlNode *root = json_parse(&arena, VIEW("in"), bytes, &troubles);
    ck_assert_msg(root && root->kind == YAML_MAP, "%.*s", VIEW_ARG(bytes));
    for (int i = 0; i < FIELDS; i++) {
        const YamlNode *value = yaml_get(root, fields[i].key);
        View text = value ? value->text : (View){0};
        ck_assert_msg(view_equal(text, fields[i].text), "%.*s", VIEW_ARG(bytes));
    }
}

START_TEST(altered_records_are_read_alike_or_left)
{
    static const char record[] = "{\"id\": \"a\\u00e9\\ud83d\\ude00\", \"n\": 12, \"b\": null,\n"
                                 "\"text\": \"\\\"One\\\" and – two; and some more words.\\n\"}";
    static const char bytes[] = "\"\\{}[]:,u0dn \n\x01\x7F\x80\xC3\xE2";
    srand(7);
    for (int round = 0; round < 20000; round++) {
        char altered[sizeof record];
        memcpy(altered, record, sizeof record);
        size_t len = sizeof record - 1;
        for (int i = rand() % 3; i >= 0; i--)
            altered[(size_t)rand() % len] = bytes[(size_t)rand() % sizeof bytes];
        if (rand() % 4 == 0)
            len = (size_t)rand() % len;
        char *copy = malloc(len + 1); /* so that a byte too far is seen */
        memcpy(copy, altered, len);
        expect_agreement((View){copy, len});
        free(copy);
        arena_reset(&arena);
    }
}
END_TEST

Suite *json_record_suite(void)
{
    Suite *suite = suite_create("json_record");
    TCase *tests = tcase_create("json_record");
    tcase_add_checked_fixture(tests, NULL, end);
    tcase_add_test(tests, a_flat_record_is_read);
    tcase_add_test(tests, escapes_and_characters_are_decoded);
    tcase_add_test(tests, what_is_not_plain_is_left_to_another);
    tcase_add_test(tests, altered_records_are_read_alike_or_left);
    suite_add_tcase(suite, tests);
    return suite;
}
