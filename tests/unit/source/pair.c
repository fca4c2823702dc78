#include "source/pair.h"

#include "base/buffer.h"
#include "article.h"
#include "suites.h"

static const char *pairs(const char *text, bool toml)
{
    PairReader reader = pairs_of(view_of(text), 0, toml);
    Buffer out = {0};
    Pair pair;
    while (pairs_next(&reader, &pair)) {
        buffer_print(&out, "%s%.*s: ", out.len ? "|" : "", VIEW_ARG(pair.key));
        buffer_add(&out, view_slice(view_of(text), pair.from, pair.to));
    }
    ck_assert(!reader.broken);
    const char *kept = view_copy(&article_arena, buffer_view(&out)).at;
    buffer_free(&out);
    return kept;
}

START_TEST(toml_is_read_up_to_its_first_table)
{
    ck_assert_str_eq(pairs("# c\na = 1\n\"b\" = \"x # y\" # z\nc.d = [1,\n 2]\n[t]\ne = 2\n", true),
                     "a: 1|b: \"x # y\"|c.d: [1,\n 2]");
}
END_TEST

START_TEST(json_is_read_at_its_top)
{
    ck_assert_str_eq(pairs("{\"a\": {\"b\": \"}\"}, \"c\" : [1, \"]\"],\n\"d\": null}", false),
                     "a: {\"b\": \"}\"}|c: [1, \"]\"]|d: null");
}
END_TEST

START_TEST(what_is_no_pair_is_told)
{
    PairReader reader = pairs_of(VIEW("a = 1\nwhat\n"), 0, true);
    Pair pair;
    ck_assert(pairs_next(&reader, &pair));
    ck_assert(!pairs_next(&reader, &pair));
    ck_assert(reader.broken);
    ck_assert_uint_eq(reader.at, 6);
}
END_TEST

START_TEST(strings_are_decoded)
{
    View text = VIEW("[\"a\\u00e9\\n\", 'b\\n', \"c");
    Span inside;
    View out;
    size_t at = 0;
    ck_assert(pair_string(&article_arena, text, &at, text.len, &inside, &out));
    ck_assert(view_equal(out, VIEW("aé\n")));
    ck_assert_uint_eq(inside.off, 2);
    ck_assert(pair_string(&article_arena, text, &at, text.len, &inside, &out));
    ck_assert(view_equal(out, VIEW("b\\n")));
    ck_assert(!pair_string(&article_arena, text, &at, text.len, &inside, &out));
}
END_TEST

START_TEST(any_bytes_end)
{
    static const char *const texts[] = {"",  "{",  "{\"",  "{\"a",  "{\"a\":", "{\"a\":[", "a",
                                        "=", "a=", "a=\"", "a=[\"", "a=\"\\",  "a='",      "}"};
    Pair pair;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        PairReader toml = pairs_of(view_of(texts[i]), 0, true);
        while (pairs_next(&toml, &pair))
            ck_assert_uint_le(pair.from, pair.to);
        ck_assert_uint_le(json_value_end(view_of(texts[i]), 0), view_of(texts[i]).len);
    }
}
END_TEST

Suite *pair_suite(void)
{
    Suite *suite = suite_create("pair");
    TCase *tests = tcase_create("pair");
    tcase_add_checked_fixture(tests, article_begin, article_end);
    tcase_add_test(tests, toml_is_read_up_to_its_first_table);
    tcase_add_test(tests, json_is_read_at_its_top);
    tcase_add_test(tests, what_is_no_pair_is_told);
    tcase_add_test(tests, strings_are_decoded);
    tcase_add_test(tests, any_bytes_end);
    suite_add_tcase(suite, tests);
    return suite;
}
