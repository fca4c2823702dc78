#include "base/stream.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "suites.h"

enum { ENOUGH = 1 << 20 };

static Arena arena;
static Troubles troubles;
static Stream stream;
static char path[32];

static void begin(void)
{
    troubles = (Troubles){.arena = &arena};
    strcpy(path, "unit-stream-XXXXXX");
    close(mkstemp(path));
}

static void end(void)
{
    unlink(path);
    arena_free(&arena);
}

static void put(View text)
{
    int descriptor = open(path, O_WRONLY | O_TRUNC);
    ck_assert_int_eq(write(descriptor, text.at, text.len), (ssize_t)text.len);
    close(descriptor);
    ck_assert(stream_open(path, &stream, &troubles));
}

static void expect(size_t limit, View line)
{
    View got;
    ck_assert(stream_line(&stream, limit, &got));
    ck_assert_msg(view_equal(got, line), "%.*s", VIEW_ARG(got));
}

static void expect_end(void)
{
    View got;
    ck_assert(!stream_line(&stream, ENOUGH, &got));
    stream_close(&stream, path, &troubles);
    ck_assert_uint_eq(troubles.count, 0);
}

START_TEST(lines_come_without_their_ends)
{
    put(VIEW("one\n\ntw\0o\r\nlast"));
    expect(ENOUGH, VIEW("one"));
    expect(ENOUGH, VIEW(""));
    expect(ENOUGH, VIEW("tw\0o\r"));
    expect(ENOUGH, VIEW("last"));
    expect_end();
}
END_TEST

/* Lines about as long as what is read at once, with and without a line end, after another. */
START_TEST(lines_of_any_length_are_whole)
{
    enum { PIECE = 1 << 16, BEFORE = 4 };
    static char text[3 * PIECE + BEFORE + 2];
    for (size_t len = PIECE - 8; len < 3 * PIECE; len += len % PIECE < 8 ? 1 : 7919) {
        for (int ended = 0; ended < 2; ended++) {
            memcpy(text, "one\n", BEFORE);
            char *line = text + BEFORE;
            memset(line, 'x', len);
            line[len / 2] = line[len - 1] = '\0';
            line[len] = '\n';
            put((View){text, BEFORE + len + (size_t)ended});
            expect(ENOUGH, VIEW("one"));
            expect(ENOUGH, (View){line, len});
            expect_end();
        }
    }
}
END_TEST

START_TEST(a_final_line_end_begins_no_line)
{
    put(VIEW("one\n"));
    expect(ENOUGH, VIEW("one"));
    expect_end();
    put(VIEW(""));
    expect_end();
}
END_TEST

START_TEST(a_line_above_the_limit_is_cut_and_the_next_is_whole)
{
    put(VIEW("12345\n123456789\nnext\n1234567"));
    expect(5, VIEW("12345"));
    expect(5, VIEW("123456"));
    expect(5, VIEW("next"));
    expect(5, VIEW("123456"));
    expect_end();
}
END_TEST

START_TEST(of_a_line_far_above_the_limit_little_is_kept)
{
    static char text[1 << 20];
    memset(text, 'x', sizeof text);
    memcpy(text + sizeof text - 6, "\nnext\n", 6);
    put((View){text, sizeof text});
    expect(5, VIEW("xxxxxx"));
    expect(5, VIEW("next"));
    ck_assert_uint_lt(stream.bytes.capacity, 1 << 18);
    expect_end();
}
END_TEST

START_TEST(a_pipe_is_waited_for_no_longer_than_a_line_needs)
{
    int pipes[2], kept = dup(STDIN_FILENO);
    ck_assert_int_eq(pipe(pipes), 0);
    dup2(pipes[0], STDIN_FILENO);
    ck_assert(stream_open("-", &stream, &troubles));
    ck_assert_int_eq(write(pipes[1], "one\ntw", 6), 6);
    expect(ENOUGH, VIEW("one"));
    ck_assert_int_eq(write(pipes[1], "o\n", 2), 2);
    expect(ENOUGH, VIEW("two"));
    close(pipes[1]);
    expect_end();
    dup2(kept, STDIN_FILENO);
    close(kept);
    close(pipes[0]);
}
END_TEST

START_TEST(what_cannot_be_read_is_trouble)
{
    View line;
    ck_assert(!stream_open("/nonexistent", &stream, &troubles));
    ck_assert(!stream_open("/", &stream, &troubles));
    ck_assert_uint_eq(troubles.count, 2);
    put(VIEW("one\n"));
    close(stream.descriptor);
    ck_assert(!stream_line(&stream, ENOUGH, &line));
    stream_close(&stream, path, &troubles);
    ck_assert_uint_eq(troubles.count, 3);
    ck_assert_ptr_nonnull(strstr(trouble_text(&arena, &troubles.items[2]).at, "to its end"));
}
END_TEST

Suite *stream_suite(void)
{
    Suite *suite = suite_create("stream");
    TCase *tests = tcase_create("stream");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, lines_come_without_their_ends);
    tcase_add_test(tests, lines_of_any_length_are_whole);
    tcase_add_test(tests, a_final_line_end_begins_no_line);
    tcase_add_test(tests, a_line_above_the_limit_is_cut_and_the_next_is_whole);
    tcase_add_test(tests, of_a_line_far_above_the_limit_little_is_kept);
    tcase_add_test(tests, a_pipe_is_waited_for_no_longer_than_a_line_needs);
    tcase_add_test(tests, what_cannot_be_read_is_trouble);
    suite_add_tcase(suite, tests);
    return suite;
}
