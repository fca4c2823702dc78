#include "base/hash.h"

#include "suites.h"

static Arena arena;

static void end_arena(void)
{
    arena_free(&arena);
}

static const char *hash_two(View a, View b)
{
    HashState *state = hash_begin(&arena);
    hash_add(state, a);
    hash_add(state, b);
    return hash_end(state, &arena).at;
}

START_TEST(short_hashes_are_xxh3_of_64_bits)
{
    ck_assert_uint_eq(hash_bytes((View){0}, 0), 0x2D06800538D394C2U);
    ck_assert_uint_eq(hash_bytes(VIEW(""), 0), 0x2D06800538D394C2U);
    ck_assert_uint_ne(hash_bytes(VIEW("stet"), 0), hash_bytes(VIEW("stet"), 1));
    ck_assert_uint_ne(hash_bytes(VIEW("stet"), 0), hash_bytes(VIEW("steT"), 0));
    ck_assert_uint_ne(hash_bytes(VIEW("a"), 0), hash_bytes(VIEW("a\0"), 0));
}
END_TEST

START_TEST(long_hashes_are_xxh3_of_128_bits_in_hex)
{
    ck_assert_str_eq(hash_hex(&arena, (View){0}).at, "99aa06d3014798d86001c324468d497f");
    ck_assert_uint_eq(hash_hex(&arena, VIEW("stet")).len, 32);
}
END_TEST

START_TEST(pieces_do_not_run_into_each_other)
{
    ck_assert_str_ne(hash_two(VIEW("ab"), VIEW("c")), hash_two(VIEW("a"), VIEW("bc")));
    ck_assert_str_ne(hash_two(VIEW("abc"), VIEW("")), hash_two(VIEW(""), VIEW("abc")));
    ck_assert_str_ne(hash_two(VIEW("a"), VIEW("b")), hash_two(VIEW("b"), VIEW("a")));
    ck_assert_str_eq(hash_two(VIEW("a"), VIEW("b")), hash_two(VIEW("a"), VIEW("b")));
}
END_TEST

START_TEST(an_empty_piece_counts)
{
    HashState *state = hash_begin(&arena);
    View none = hash_end(state, &arena);
    hash_add(state, (View){0});
    ck_assert(!view_equal(none, hash_end(state, &arena)));
}
END_TEST

START_TEST(long_pieces_hash_alike_each_time)
{
    char bytes[10000];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * i);
    View text = {bytes, sizeof bytes};
    ck_assert_str_eq(hash_two(text, text), hash_two(text, text));
    bytes[5000]++;
    ck_assert_str_ne(hash_two(text, text), hash_two(text, VIEW("")));
}
END_TEST

Suite *hash_suite(void)
{
    Suite *suite = suite_create("hash");
    TCase *tests = tcase_create("hash");
    tcase_add_checked_fixture(tests, NULL, end_arena);
    tcase_add_test(tests, short_hashes_are_xxh3_of_64_bits);
    tcase_add_test(tests, long_hashes_are_xxh3_of_128_bits_in_hex);
    tcase_add_test(tests, pieces_do_not_run_into_each_other);
    tcase_add_test(tests, an_empty_piece_counts);
    tcase_add_test(tests, long_pieces_hash_alike_each_time);
    suite_add_tcase(suite, tests);
    return suite;
}
