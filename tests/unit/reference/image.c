/* Images that open, and images that must be refused. */
#include <check.h>
#include <string.h>

#include "sample.h"
#include "suites.h"

START_TEST(the_same_sources_give_the_same_image)
{
    Sample a, b, c;
    sample_make(&a, SAMPLE_OFFICES);
    sample_make(&b, SAMPLE_OFFICES);
    sample_make(&c, SAMPLE_OFFICES "# more\n");
    ck_assert(view_equal(a.book.image, b.book.image));
    ck_assert(!view_equal(book_text(&a.book, a.book.version), book_text(&c.book, c.book.version)));
    sample_free(&a);
    sample_free(&b);
    sample_free(&c);
}
END_TEST

START_TEST(an_image_opens_at_another_address)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    Arena arena = {0};
    View copy = {arena_take(&arena, sample.book.image.len, 16), sample.book.image.len};
    memcpy((char *)(uintptr_t)copy.at, sample.book.image.at, copy.len);
    sample_free(&sample);
    Troubles troubles = {.arena = &arena};
    Book book;
    ck_assert(book_open(&arena, copy, &book, &troubles));
    ck_assert_uint_eq(book_office(&book, VIEW("us-oh/governor")), 1);
    ck_assert_uint_ne(lexicon_phrase(&book.names, VIEW("Anna Bos")), UINT32_MAX);
    ck_assert_uint_eq(lexicon_phrase(&book.names, VIEW("Anna Boss")), UINT32_MAX);
    arena_free(&arena);
}
END_TEST

START_TEST(an_empty_book_opens)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Book book;
    ck_assert(book_compile(NULL, 0, NULL, 0, &arena, &arena, &book, &troubles));
    ck_assert_uint_eq(book.tenure_count, 0);
    ck_assert(!date_known(book.as_of));
    ck_assert_uint_eq(lexicon_phrase(&book.names, VIEW("x")), UINT32_MAX);
    arena_free(&arena);
}
END_TEST

/* A changed copy of the image must not open. */
static void expect_refused(const Sample *sample, size_t at, size_t len)
{
    Arena arena = {0};
    Troubles troubles = {.arena = &arena};
    Book book;
    char *bytes = arena_take(&arena, sample->book.image.len, 16);
    memcpy(bytes, sample->book.image.at, sample->book.image.len);
    if (at < sample->book.image.len)
        bytes[at] = (char)(bytes[at] ^ 1);
    bool whole =
        book_open(&arena, (View){bytes, len}, &book, &troubles) && book_verify(&book, &troubles);
    ck_assert_msg(!whole, "is whole, changed at %zu", at);
    ck_assert_uint_eq(troubles.count, 1);
    arena_free(&arena);
}

START_TEST(a_damaged_or_cut_image_is_refused)
{
    Sample sample;
    sample_make(&sample, SAMPLE_OFFICES);
    size_t len = sample.book.image.len;
    for (size_t cut = 0; cut < len; cut += 37)
        expect_refused(&sample, len, cut);
    for (size_t at = 0; at < len; at += at < 512 ? 1 : 41)
        expect_refused(&sample, at, len);
    sample_free(&sample);
}
END_TEST

Suite *image_suite(void)
{
    Suite *suite = suite_create("reference/image");
    TCase *tests = tcase_create("image");
    tcase_add_test(tests, the_same_sources_give_the_same_image);
    tcase_add_test(tests, an_image_opens_at_another_address);
    tcase_add_test(tests, an_empty_book_opens);
    tcase_add_test(tests, a_damaged_or_cut_image_is_refused);
    suite_add_tcase(suite, tests);
    return suite;
}
