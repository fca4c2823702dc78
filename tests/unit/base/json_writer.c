#include "base/json.h"

#include "suites.h"

static Arena arena;

static void end(void)
{
    arena_free(&arena);
}

/* What a writer has written; frees it. */
static View written(JsonWriter *json)
{
    Buffer out = {0};
    json_end(json, &out);
    View copy = view_copy(&arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

static const char *written_text(View text)
{
    JsonWriter *json = json_begin(false);
    json_text(json, text);
    return written(json).at;
}

static JsonWriter *sample(bool indent)
{
    JsonWriter *json = json_begin(indent);
    json_open_object(json);
    json_key(json, "zebra");
    json_int(json, -3);
    json_key(json, "apple");
    json_open_array(json);
    json_bool(json, true);
    json_nothing(json);
    json_open_object(json);
    json_close(json);
    json_close(json);
    json_key(json, "mango");
    json_text(json, VIEW("x"));
    json_close(json);
    return json;
}

START_TEST(keys_keep_their_order_on_one_line)
{
    ck_assert_str_eq(written(sample(false)).at,
                     "{\"zebra\":-3,\"apple\":[true,null,{}],\"mango\":\"x\"}");
}
END_TEST

START_TEST(indented_json_has_two_blanks_a_level)
{
    ck_assert_str_eq(written(sample(true)).at, "{\n"
                                               "  \"zebra\": -3,\n"
                                               "  \"apple\": [\n"
                                               "    true,\n"
                                               "    null,\n"
                                               "    {}\n"
                                               "  ],\n"
                                               "  \"mango\": \"x\"\n"
                                               "}");
}
END_TEST

START_TEST(what_is_written_is_appended)
{
    Buffer out = {0};
    buffer_add(&out, VIEW("before "));
    json_end(sample(false), &out);
    ck_assert(view_starts(buffer_view(&out), VIEW("before {\"zebra\"")));
    buffer_free(&out);
}
END_TEST

START_TEST(large_numbers_are_whole)
{
    JsonWriter *json = json_begin(false);
    json_open_array(json);
    json_int(json, INT64_MAX);
    json_int(json, INT64_MIN);
    json_close(json);
    ck_assert_str_eq(written(json).at, "[9223372036854775807,-9223372036854775808]");
}
END_TEST

START_TEST(strings_are_escaped_and_nul_survives)
{
    ck_assert_str_eq(written_text(VIEW("a\0b\"\\\n\x1F/é😀")), "\"a\\u0000b\\\"\\\\\\n\\u001F/é😀\"");
    ck_assert_str_eq(written_text((View){0}), "\"\"");
}
END_TEST

START_TEST(bytes_that_are_no_utf8_become_replacement_characters)
{
    ck_assert_str_eq(written_text(VIEW("caf\xE9 \xED\xA0\x80.\xE2\x82")),
                     "\"caf\uFFFD \uFFFD\uFFFD\uFFFD.\uFFFD\uFFFD\"");
}
END_TEST

START_TEST(a_key_that_is_no_utf8_loses_no_member)
{
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    json_key_text(json, VIEW("caf\xE9"));
    json_text(json, VIEW("\xFF"));
    json_close(json);
    ck_assert_str_eq(written(json).at, "{\"caf\uFFFD\":\"\uFFFD\"}");
}
END_TEST

START_TEST(only_quotes_backslashes_and_control_characters_are_escaped)
{
    ck_assert_str_eq(written_text(VIEW("\b\t\n\f\r\x01\x7F'/<>&")),
                     "\"\\b\\t\\n\\f\\r\\u0001\x7F'/<>&\"");
    /* A line separator is an ordinary character of JSON. */
    ck_assert_str_eq(written_text(VIEW("a\u2028b\u2029c")), "\"a\u2028b\u2029c\"");
}
END_TEST

START_TEST(text_of_any_bytes_is_read_back_by_another_reader)
{
    char bytes[256];
    for (int i = 0; i < 256; i++)
        bytes[i] = (char)i;
    Troubles troubles = {.arena = &arena};
    JsonWriter *json = json_begin(false);
    json_open_object(json);
    json_key(json, "text");
    json_text(json, (View){bytes, sizeof bytes});
    json_close(json);
    JsonField field = {.key = "text"};
    ck_assert(json_read_fields(&arena, VIEW("out"), written(json), &field, 1, &troubles));
    ck_assert_uint_eq(field.text.len, 128 + 3 * 128);
    ck_assert(view_starts(field.text, (View){bytes, 128}));
    for (size_t at = 128; at < field.text.len; at += 3)
        ck_assert(view_equal(view_slice(field.text, at, at + 3), VIEW("\uFFFD")));
}
END_TEST

START_TEST(what_is_flushed_is_not_written_again)
{
    Buffer out = {0};
    JsonWriter *json = json_begin(false);
    for (int i = 1; i <= 2; i++) {
        json_open_array(json);
        json_int(json, i);
        json_flush(json, &out);
        json_nothing(json);
        json_close(json);
        json_flush(json, &out);
        buffer_add_byte(&out, '\n');
    }
    json_end(json, &out);
    ck_assert(view_equal(buffer_view(&out), VIEW("[1,null]\n[2,null]\n")));
    buffer_free(&out);
}
END_TEST

Suite *json_writer_suite(void)
{
    Suite *suite = suite_create("json_writer");
    TCase *tests = tcase_create("json_writer");
    tcase_add_checked_fixture(tests, NULL, end);
    tcase_add_test(tests, keys_keep_their_order_on_one_line);
    tcase_add_test(tests, indented_json_has_two_blanks_a_level);
    tcase_add_test(tests, what_is_written_is_appended);
    tcase_add_test(tests, large_numbers_are_whole);
    tcase_add_test(tests, strings_are_escaped_and_nul_survives);
    tcase_add_test(tests, bytes_that_are_no_utf8_become_replacement_characters);
    tcase_add_test(tests, a_key_that_is_no_utf8_loses_no_member);
    tcase_add_test(tests, only_quotes_backslashes_and_control_characters_are_escaped);
    tcase_add_test(tests, text_of_any_bytes_is_read_back_by_another_reader);
    tcase_add_test(tests, what_is_flushed_is_not_written_again);
    suite_add_tcase(suite, tests);
    return suite;
}
