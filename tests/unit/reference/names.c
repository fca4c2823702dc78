/* The index of people and places. */
#include <check.h>

#include "sample.h"
#include "suites.h"

/* One person of id `p` with the fields given. */
static void person(Sample *sample, const char *fields)
{
    Arena arena = {0};
    sample_make(sample, view_format(&arena, "people:\n  - {id: p, %s}\n", fields).at);
    arena_free(&arena);
    ck_assert(sample->made);
}

static bool is_name(const Sample *sample, const char *phrase)
{
    return sample_means(sample, phrase, NAME_PERSON, sample_person(sample, "p"));
}

static bool is_surname(const Sample *sample, const char *phrase)
{
    return sample_means(sample, phrase, NAME_SURNAME, sample_person(sample, "p"));
}

START_TEST(a_person_is_found_by_all_names_written)
{
    Sample sample;
    person(&sample, "name: Recep Do\xC4\x9F"
                    "an, also: [Tayyip Dogan Kaya]");
    ck_assert(is_name(&sample, "Recep Dogan"));
    ck_assert(is_name(&sample, "TAYYIP DOGAN KAYA"));
    ck_assert(is_surname(&sample, "Dogan"));
    ck_assert(is_surname(&sample, "Kaya"));
    ck_assert(!is_name(&sample, "Recep"));
    ck_assert(!is_surname(&sample, "Recep"));
    ck_assert(!is_name(&sample, "Dogan"));
    sample_free(&sample);
}
END_TEST

START_TEST(names_want_capitals)
{
    Sample sample;
    person(&sample, "name: Rose May");
    const Lexicon *names = &sample.book.names;
    LexiconEntries entries = lexicon_entries(names, lexicon_phrase(names, VIEW("Rose May")));
    ck_assert_uint_eq(entries.count, 1);
    ck_assert(entries.items[0].flags & LEXICON_CAPITAL);
    sample_free(&sample);
}
END_TEST

START_TEST(middle_initials_and_suffixes_may_be_left_out)
{
    Sample sample;
    person(&sample, "name: \"Robert F. Quill, Jr.\"");
    ck_assert(is_name(&sample, "Robert F. Quill Jr."));
    ck_assert(is_name(&sample, "Robert F. Quill"));
    ck_assert(is_name(&sample, "Robert Quill Jr"));
    ck_assert(is_name(&sample, "Robert Quill"));
    ck_assert(is_surname(&sample, "Quill"));
    ck_assert(!is_surname(&sample, "Jr"));
    sample_free(&sample);

    person(&sample, "name: George H.W. Quill");
    ck_assert(is_name(&sample, "George Quill"));
    sample_free(&sample);
}
END_TEST

START_TEST(leading_initials_stay)
{
    Sample sample;
    person(&sample, "name: J. D. Quill");
    ck_assert(is_name(&sample, "J. D. Quill"));
    ck_assert(!is_name(&sample, "J. Quill"));
    ck_assert(!is_name(&sample, "Quill"));
    ck_assert(is_surname(&sample, "Quill"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_name_does_not_shrink_to_one_word)
{
    Sample sample;
    person(&sample, "name: Otto III");
    ck_assert(is_name(&sample, "Otto III"));
    ck_assert(!is_name(&sample, "Otto"));
    ck_assert(!is_surname(&sample, "Otto"));
    ck_assert(!is_surname(&sample, "III"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_name_of_one_word_has_no_surname)
{
    Sample sample;
    person(&sample, "name: Sugiono");
    ck_assert(is_name(&sample, "Sugiono"));
    ck_assert(!is_surname(&sample, "Sugiono"));
    sample_free(&sample);
}
END_TEST

START_TEST(particles_belong_to_the_surname_and_may_be_left_out)
{
    Sample sample;
    person(&sample, "name: Ursula von der Wiese");
    ck_assert(is_surname(&sample, "von der Wiese"));
    ck_assert(is_surname(&sample, "Wiese"));
    ck_assert(!is_surname(&sample, "der Wiese"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_first_name_is_no_particle)
{
    Sample sample;
    person(&sample, "name: Al Quill");
    ck_assert(is_surname(&sample, "Quill"));
    ck_assert(!is_surname(&sample, "Al Quill"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_particle_may_hang_on_a_hyphen)
{
    Sample sample;
    person(&sample, "name: Bashar al-Quill");
    ck_assert(is_surname(&sample, "al-Quill"));
    ck_assert(is_surname(&sample, "Quill"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_double_surname_with_a_hyphen_stays_whole)
{
    Sample sample;
    person(&sample, "name: Anna Quill-Meyer");
    ck_assert(is_surname(&sample, "Quill-Meyer"));
    ck_assert(!is_surname(&sample, "Meyer"));
    ck_assert(!is_surname(&sample, "Quill"));
    sample_free(&sample);
}
END_TEST

START_TEST(written_surnames_replace_the_last_word)
{
    Sample sample;
    person(&sample, "name: Pedro Quill de Meyer, surname: [Quill, de Meyer]");
    ck_assert(is_surname(&sample, "Quill"));
    ck_assert(is_surname(&sample, "de Meyer"));
    ck_assert(is_surname(&sample, "Meyer"));
    sample_free(&sample);

    person(&sample, "name: Pedro Quill Meyer, surname: Quill, also: [Pedro Dale]");
    ck_assert(is_surname(&sample, "Quill"));
    ck_assert(!is_surname(&sample, "Meyer"));
    ck_assert(!is_surname(&sample, "Dale"));
    sample_free(&sample);
}
END_TEST

START_TEST(a_realm_is_no_surname)
{
    Sample sample;
    person(&sample, "name: Abdullah of Ohio");
    ck_assert(is_name(&sample, "Abdullah of Ohio"));
    ck_assert(!is_surname(&sample, "Ohio"));
    sample_free(&sample);
}
END_TEST

START_TEST(surname_first_gives_both_orders)
{
    Sample sample;
    person(&sample,
           "name: Quill Jong Un, order: surname-first, also: [Quill Jong-eun, Jong Un Quill]");
    ck_assert(is_name(&sample, "Quill Jong Un"));
    ck_assert(is_name(&sample, "Jong Un Quill"));
    ck_assert(is_name(&sample, "Jong-eun Quill"));
    ck_assert(!is_name(&sample, "Un Quill Jong"));
    ck_assert(is_surname(&sample, "Quill"));
    ck_assert(!is_surname(&sample, "Un"));
    ck_assert(!is_surname(&sample, "Jong"));
    sample_free(&sample);

    person(&sample, "name: Ou Yang Quill, order: surname-first, surname: Ou Yang");
    ck_assert(is_name(&sample, "Quill Ou Yang"));
    ck_assert(is_surname(&sample, "Ou Yang"));
    ck_assert(!is_surname(&sample, "Ou"));
    sample_free(&sample);
}
END_TEST

START_TEST(namesakes_share_a_phrase)
{
    Sample sample;
    sample_make(
        &sample,
        "people:\n  - {id: q, name: George H. Quill}\n  - {id: r, name: George W. Quill}\n");
    ck_assert(sample.made);
    ck_assert_uint_eq(sample_count(&sample, "George Quill", NAME_PERSON), 2);
    ck_assert_uint_eq(sample_count(&sample, "Quill", NAME_SURNAME), 2);
    ck_assert_uint_eq(sample_count(&sample, "George H. Quill", NAME_PERSON), 1);
    sample_free(&sample);
}
END_TEST

START_TEST(places_are_found_by_names_and_adjectives)
{
    Sample sample;
    sample_make(&sample, "");
    ck_assert(sample.made);
    uint32_t nl = book_place(&sample.book, VIEW("nl"));
    uint32_t us = book_place(&sample.book, VIEW("us"));
    ck_assert(sample_means(&sample, "Netherlands", NAME_PLACE, nl));
    ck_assert(sample_means(&sample, "Holland", NAME_PLACE, nl));
    ck_assert(sample_means(&sample, "Dutch", NAME_DEMONYM, nl));
    ck_assert(sample_means(&sample, "The Hague", NAME_METONYM, nl));
    ck_assert(sample_means(&sample, "OH", NAME_CODE, book_place(&sample.book, VIEW("us-oh"))));
    ck_assert(sample_means(&sample, "US", NAME_PLACE, us));
    ck_assert(sample_means(&sample, "U.S.", NAME_DEMONYM, us));
    ck_assert(!sample_means(&sample, "Dutch", NAME_PLACE, nl));
    sample_free(&sample);
}
END_TEST

START_TEST(a_name_that_is_no_phrase_is_a_fault)
{
    expect_fault("people:\n  - id: p\n    name: A B\n    also: [C D, \" \"]\n", 4,
                 "expected 1 to 16 words");
    expect_fault("places:\n  - {id: p, name: a b c d e f g h i j k l m n o p q, kind: country}\n",
                 2, "expected 1 to 16 words");
}
END_TEST

Suite *names_suite(void)
{
    Suite *suite = suite_create("reference/names");
    TCase *tests = tcase_create("names");
    tcase_add_test(tests, a_person_is_found_by_all_names_written);
    tcase_add_test(tests, names_want_capitals);
    tcase_add_test(tests, middle_initials_and_suffixes_may_be_left_out);
    tcase_add_test(tests, leading_initials_stay);
    tcase_add_test(tests, a_name_does_not_shrink_to_one_word);
    tcase_add_test(tests, a_name_of_one_word_has_no_surname);
    tcase_add_test(tests, particles_belong_to_the_surname_and_may_be_left_out);
    tcase_add_test(tests, a_first_name_is_no_particle);
    tcase_add_test(tests, a_particle_may_hang_on_a_hyphen);
    tcase_add_test(tests, a_double_surname_with_a_hyphen_stays_whole);
    tcase_add_test(tests, written_surnames_replace_the_last_word);
    tcase_add_test(tests, a_realm_is_no_surname);
    tcase_add_test(tests, surname_first_gives_both_orders);
    tcase_add_test(tests, namesakes_share_a_phrase);
    tcase_add_test(tests, places_are_found_by_names_and_adjectives);
    tcase_add_test(tests, a_name_that_is_no_phrase_is_a_fault);
    suite_add_tcase(suite, tests);
    return suite;
}
