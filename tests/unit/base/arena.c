#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "suites.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_ASAN
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define UNDER_ASAN
#endif
#ifdef UNDER_ASAN
#include <sanitizer/asan_interface.h>
#endif

static Arena arena;

static void end_arena(void)
{
    arena_free(&arena);
}

static bool all_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

START_TEST(memory_comes_zeroed_also_after_a_reset)
{
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 100; i++) {
            char *taken = arena_take(&arena, 3000, 1);
            ck_assert(all_zero(taken, 3000));
            memset(taken, 0xAA, 3000);
        }
        arena_reset(&arena);
    }
}
END_TEST

START_TEST(pieces_are_aligned_as_asked)
{
    for (size_t align = 1; align <= _Alignof(max_align_t); align *= 2) {
        arena_take(&arena, 1, 1);
        ck_assert_uint_eq((uintptr_t)arena_take(&arena, 5, align) % align, 0);
    }
}
END_TEST

START_TEST(pieces_do_not_overlap)
{
    enum { PIECES = 2000 };
    char *pieces[PIECES];
    for (int i = 0; i < PIECES; i++) {
        pieces[i] = arena_take(&arena, (size_t)i, 1);
        memset(pieces[i], i & 0xFF, (size_t)i);
    }
    for (int i = 1; i < PIECES; i++) {
        ck_assert_int_eq((unsigned char)pieces[i][0], i & 0xFF);
        ck_assert_int_eq((unsigned char)pieces[i][i - 1], i & 0xFF);
    }
}
END_TEST

START_TEST(nothing_is_a_valid_pointer)
{
    ck_assert_ptr_nonnull(arena_take(&arena, 0, 1));
    ck_assert_ptr_nonnull(arena_take(&arena, 0, 8));
}
END_TEST

START_TEST(a_large_piece_leaves_the_newest_block_in_use)
{
    char *before = arena_take(&arena, 16, 1);
    char *large = arena_take(&arena, 20 << 20, 16);
    large[(20 << 20) - 1] = 'x';
    char *after = arena_take(&arena, 16, 1);
    ck_assert_ptr_eq(after, before + 16);
}
END_TEST

START_TEST(a_large_piece_may_come_first)
{
    char *large = arena_take(&arena, 20 << 20, 16);
    ck_assert(all_zero(large, 20 << 20));
    ck_assert_ptr_nonnull(arena_take(&arena, 16, 1));
}
END_TEST

START_TEST(a_reset_keeps_no_large_block)
{
    arena_take(&arena, 20 << 20, 1);
    arena_reset(&arena);
    ck_assert_int_le(arena.end - arena.at, 4 << 20);
}
END_TEST

START_TEST(what_was_needed_once_fits_into_the_kept_block)
{
    for (int i = 0; i < 1000; i++)
        arena_take(&arena, 1000, 1);
    arena_reset(&arena);
    const char *end = arena.end;
    for (int i = 0; i < 500; i++)
        arena_take(&arena, 1000, 1);
    ck_assert_ptr_eq(arena.end, end);
}
END_TEST

START_TEST(an_empty_arena_can_be_reset_and_freed)
{
    arena_reset(&arena);
    arena_free(&arena);
    arena_free(&arena);
    ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(the_newest_piece_grows_in_place)
{
    char *old = arena_take(&arena, 8, 1);
    memcpy(old, "12345678", 8);
    char *grown = arena_grow(&arena, old, 8, 16, 1);
    ck_assert_ptr_eq(grown, old);
    ck_assert_mem_eq(grown, "12345678", 8);
}
END_TEST

START_TEST(an_older_piece_grows_elsewhere)
{
    char *old = arena_take(&arena, 8, 1);
    memcpy(old, "12345678", 8);
    char *newer = arena_take(&arena, 8, 1);
    char *grown = arena_grow(&arena, old, 8, 16, 1);
    ck_assert_ptr_ne(grown, old);
    memset(grown, 'x', 16);
    ck_assert(all_zero(newer, 8));
    ck_assert_mem_eq(old, "12345678", 8);
}
END_TEST

START_TEST(a_large_array_leaves_no_copies_behind)
{
    size_t size = (size_t)8 << 20, blocks = 0;
    arena_take(&arena, 1, 1);
    char *array = arena_take(&arena, size, 1);
    array[size - 1] = 'x';
    for (int i = 0; i < 3; i++, size *= 2)
        array = arena_grow(&arena, array, size, 2 * size, 1);
    ck_assert_int_eq(array[((size_t)8 << 20) - 1], 'x');
    struct block {
        struct block *next;
    };
    for (const struct block *block = (const void *)arena.blocks; block; block = block->next)
        blocks++;
    ck_assert_uint_eq(blocks, 2);
}
END_TEST

START_TEST(pushed_items_stay_in_order_beside_other_pieces)
{
    struct {
        int *items;
        uint32_t count, capacity;
    } numbers = {0};
    for (int i = 0; i < 100000; i++) {
        *arena_push(&arena, &numbers) = i;
        if (i % 7 == 0)
            arena_take(&arena, 3, 1);
    }
    ck_assert_uint_eq(numbers.count, 100000);
    for (int i = 0; i < 100000; i++)
        ck_assert_int_eq(numbers.items[i], i);
}
END_TEST

START_TEST(a_pushed_item_comes_zeroed)
{
    memset(arena_take(&arena, 4096, 1), 'x', 4096);
    arena_reset(&arena);
    struct {
        int *items;
        uint32_t count, capacity;
    } numbers = {0};
    for (int i = 0; i < 100; i++) {
        int *item = arena_push(&arena, &numbers);
        ck_assert_int_eq(*item, 0);
        *item = 7;
    }
}
END_TEST

#ifdef UNDER_ASAN
START_TEST(free_space_is_poisoned)
{
    char *taken = arena_take(&arena, 24, 8);
    ck_assert(!__asan_address_is_poisoned(taken + 23));
    ck_assert(__asan_address_is_poisoned(taken + 24));
    arena_reset(&arena);
    ck_assert(__asan_address_is_poisoned(taken));
}
END_TEST
#endif

START_TEST(what_is_given_back_is_taken_again)
{
    char *room = arena_room(&arena, 1000, 1);
    memset(room, 'x', 10);
    arena_return(&arena, room + 10, 990);
    char *next = arena_take(&arena, 16, 1);
    ck_assert_ptr_eq(next, room + 10);
    for (int i = 0; i < 16; i++)
        ck_assert_int_eq(next[i], 0);
    arena_return(&arena, room, 10); /* not the newest: it stays */
    ck_assert_ptr_eq(arena_take(&arena, 1, 1), room + 26);
    arena_free(&arena);
}
END_TEST

START_TEST(a_table_is_zeroed_and_leaves_the_newest_block_in_use)
{
    char *before = arena_take(&arena, 8, 1);
    char *table = arena_table(&arena, 1 << 20);
    char *after = arena_take(&arena, 8, 1);
    ck_assert_uint_eq((uintptr_t)table % _Alignof(max_align_t), 0);
    for (size_t i = 0; i < 1 << 20; i++)
        ck_assert(!table[i]);
    ck_assert_ptr_eq(after, before + 8);
}
END_TEST

Suite *arena_suite(void)
{
    Suite *suite = suite_create("arena");
    TCase *tests = tcase_create("arena");
    tcase_add_checked_fixture(tests, NULL, end_arena);
    tcase_add_test(tests, a_table_is_zeroed_and_leaves_the_newest_block_in_use);
    tcase_add_test(tests, memory_comes_zeroed_also_after_a_reset);
    tcase_add_test(tests, pieces_are_aligned_as_asked);
    tcase_add_test(tests, pieces_do_not_overlap);
    tcase_add_test(tests, nothing_is_a_valid_pointer);
    tcase_add_test(tests, a_large_piece_leaves_the_newest_block_in_use);
    tcase_add_test(tests, a_large_piece_may_come_first);
    tcase_add_test(tests, a_reset_keeps_no_large_block);
    tcase_add_test(tests, what_was_needed_once_fits_into_the_kept_block);
    tcase_add_test(tests, an_empty_arena_can_be_reset_and_freed);
    tcase_add_test(tests, the_newest_piece_grows_in_place);
    tcase_add_test(tests, an_older_piece_grows_elsewhere);
    tcase_add_test(tests, a_large_array_leaves_no_copies_behind);
    tcase_add_test(tests, pushed_items_stay_in_order_beside_other_pieces);
    tcase_add_test(tests, a_pushed_item_comes_zeroed);
#ifdef UNDER_ASAN
    tcase_add_test(tests, free_space_is_poisoned);
#endif
    tcase_add_test(tests, what_is_given_back_is_taken_again);
    suite_add_tcase(suite, tests);
    return suite;
}
