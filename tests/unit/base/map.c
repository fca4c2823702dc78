/* Mapped files. */
#include "base/map.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "suites.h"

static char folder[32];
static char path[64];
static Arena arena;
static Troubles troubles;
static Map map;

static void begin(void)
{
    strcpy(folder, "map-XXXXXX");
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/file", folder);
    arena = (Arena){0};
    troubles = (Troubles){.arena = &arena};
}

static void end(void)
{
    unlink(path);
    rmdir(folder);
    arena_free(&arena);
}

static void put(const char *text)
{
    FILE *stream = fopen(path, "w");
    ck_assert_ptr_nonnull(stream);
    fputs(text, stream);
    fclose(stream);
}

static void expect_trouble(const char *where, const char *words)
{
    ck_assert(!map_open(where, &map, &troubles));
    ck_assert_uint_eq(troubles.count, 1);
    const char *text = trouble_text(&arena, troubles.items).at;
    ck_assert_msg(strstr(text, words) && strstr(text, where), "%s", text);
    ck_assert_uint_eq(map.bytes.len, 0);
    map_close(&map);
}

START_TEST(a_file_is_mapped_whole)
{
    put("some bytes");
    ck_assert(map_open(path, &map, &troubles));
    ck_assert(view_equal(map.bytes, VIEW("some bytes")));
    map_close(&map);
    ck_assert_uint_eq(map.bytes.len, 0);
}
END_TEST

START_TEST(a_replaced_file_stays_for_who_has_mapped_it)
{
    put("before");
    ck_assert(map_open(path, &map, &troubles));
    unlink(path);
    put("after it");
    ck_assert(view_equal(map.bytes, VIEW("before")));
    map_close(&map);
}
END_TEST

START_TEST(what_cannot_be_mapped_is_trouble)
{
    expect_trouble(path, "No such file");
    troubles.count = 0;
    put("");
    expect_trouble(path, "the file is empty");
    troubles.count = 0;
    expect_trouble(folder, "no regular file");
}
END_TEST

Suite *map_suite(void)
{
    Suite *suite = suite_create("base/map");
    TCase *tests = tcase_create("map");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, a_file_is_mapped_whole);
    tcase_add_test(tests, a_replaced_file_stays_for_who_has_mapped_it);
    tcase_add_test(tests, what_cannot_be_mapped_is_trouble);
    suite_add_tcase(suite, tests);
    return suite;
}
